"""Several people in one message, each of whom wants something else: nobody is lost, and each wants their own."""

from bot.cases.commands import OpenCase
from bot.conversation.slot import Known
from bot.rights import Right
from flows.slots.people import PERSON
from tests.lines import each
from tests.people import SAM
from tests.transcripts.talk import Talk

ANSWERS = ("EU or EEA", "Delete", "Send a copy", "Stop marketing")
ACCESS, ERASE, STOP = Right.ACCESS, Right.ERASURE, Right.OPT_OUT_MARKETING


def opened(talk: Talk) -> list[tuple[str | None, tuple[Right, ...]]]:
    commands = [command for command in talk.commands if isinstance(command, OpenCase)]
    return [(command.subject.email, command.rights) for command in commands]


@each(
    ("words", "wanted"),
    [
        ("Two requests: Al Day, al@day.example deletion; Bea May, bea@may.example a copy", [ERASE, ACCESS]),
        ("Al Day (al@day.example) wants a copy and Bea May (bea@may.example) wants to be deleted", [ACCESS, ERASE]),
        ("al@day.example: löschen\nbea@may.example: Auskunft", [ERASE, ACCESS]),
        ("al@day.example wil een kopie. bea@may.example wil verwijderd worden.", [ACCESS, ERASE]),
        ("al@day.example veut une copie et bea@may.example veut la suppression", [ACCESS, ERASE]),
        ("Al Day (al@day.example) asks for a copy, Bea May (bea@may.example) to be deleted", [ACCESS, ERASE]),
        ("Al Day al@day.example wants a copy and Bea May bea@may.example wants deletion", [ACCESS, ERASE]),
        ("al@day.example no newsletter; bea@may.example deletion", [STOP, ERASE]),
    ],
)
def test_each_becomes_a_draft_with_a_wish_of_its_own(words: str, wanted: list[Right]) -> None:
    talk = Talk()
    talk.says(words)
    talk.says("both came in yesterday")
    for _each in wanted:
        while "Open case" not in talk.labels:
            talk.presses(
                next(one for one in ("EU or EEA", "Delete", "Send a copy", "Stop marketing") if one in talk.labels)
            )
        talk.presses("Open case")
    assert opened(talk) == [("al@day.example", (wanted[0],)), ("bea@may.example", (wanted[1],))]


@each(
    "words",
    [
        "Al Day, al@day.example, wants deletion, his new address is al.day@new.example",
        "Delete me. Al Day, al@day.example or al.day@new.example",
        "please delete al@day.example and stop mails to al.day@work.example",
        "Ana quiere borrar ana@uno.example y darse de baja de ana@dos.example",
        "Ola chce usunąć ola@jeden.example i kopię na ola@dwa.example",
    ],
)
def test_two_addresses_of_one_are_no_two_people(words: str) -> None:
    talk = Talk()
    talk.says(words)
    assert len(talk.chat.drafts) == 1


@each(
    "words",
    [
        "al@day.example asked for deletion, kim@northloop.example said he also wants a copy",
        "Al Day wants to be erased. Reply to al@day.example, copy my boss at tom@northloop.example",
        "Please erase al@day.example, he got an unwanted newsletter from promo@shop.example",
    ],
)
def test_an_address_of_the_house_or_of_what_is_told_of_somebody_is_nobody_elses_request(words: str) -> None:
    talk = Talk()
    talk.says(words)
    assert len(talk.chat.drafts) == 1
    talk.shows(words.partition(".")[0])


@each(
    ("words", "other"),
    [
        ("al@day.example wants deletion and bea@may.example too", "al@day.example"),
        ("al@day.example möchte gelöscht werden, bea@may.example auch", "bea@may.example"),
        ("al@day.example veut la suppression, bea@may.example aussi", "bea@may.example"),
        ("al@day.example wil weg en bea@may.example ook", "bea@may.example"),
        ("al@day.example wants deletion, same for bea@may.example", "bea@may.example"),
    ],
)
def test_who_wants_the_same_is_named_where_they_are_taken_for_one(words: str, other: str) -> None:
    talk = Talk()
    talk.says(words)
    talk.shows(f"I take this for one matter. Is it about {other}, too?")


def test_a_newsletter_that_is_not_wanted_either_drops_no_deletion() -> None:
    talk = Talk()
    talk.says("Al Day al@day.example wants deletion, came in yesterday")
    talk.says("he no longer wants the newsletter either")
    talk.shows("They ask: Delete, Stop marketing")


def test_only_in_a_town_says_where_somebody_lives() -> None:
    talk = Talk()
    talk.says("Al Day al@day.example wants deletion, came in yesterday")
    talk.says("only in Cork")
    talk.shows("Lives: in the EU or EEA", "Open case")


def test_two_who_are_called_alike_are_two_where_each_is_named() -> None:
    talk = Talk()
    talk.says("Ana Ruiz ana@ruiz.example wants a copy and Ana Vidal ana@vidal.example wants deletion")
    talk.shows("I see 2 matters in this.")


def test_a_second_address_of_one_is_no_matter_of_its_own() -> None:
    talk = Talk()
    talk.says("Zoe Hart zoe@hart.example wants deletion, also of zoe.h@work.example")
    talk.hides("I take this for one matter")


def test_what_somebody_wants_besides_drops_no_wish_that_is_in_doubt() -> None:
    talk = Talk()
    talk.says("wants out: nora@berg.example")
    talk.shows("What is the person asking for?")
    talk.says("nora@berg.example also wants to know who saw her file")
    talk.hides("They ask: Send a copy")
    assert not talk.commands


@each("more", ["7021 too", "7021 ook", "7021 lo mismo"])
def test_one_more_ticket_of_the_same_kind_is_offered_the_same(more: str) -> None:
    talk = Talk(SAM)
    talk.says("7020 wants to be forgotten")
    talk.says(more)
    talk.shows("Ticket: 7021", "[Delete]")


@each("words", ["both from Assen", "beide uit Assen", "los dos en Madrid"])
def test_where_both_live_is_told_of_both(words: str) -> None:
    talk = Talk()
    talk.says("deletion request for Henk Pot, henk@pot.example, and Ria Pot, ria@pot.example")
    talk.says(words)
    talk.shows("Lives: in the EU or EEA", "When did it reach us?")
    talk.says("both yesterday")
    talk.presses("Open case")
    talk.shows("Now back to Ria Pot", "Open this case?", "Lives: in the EU or EEA")


@each(
    ("words", "people"),
    [
        (
            "Tim Ross and Gail Ross (tim@ross.example) want their account deleted",
            [("Tim Ross", "tim@ross.example"), ("Gail Ross", None)],
        ),
        (
            "Anja Kok en Piet Kok willen allebei verwijderd worden (anja@kok.example, piet@kok.example)",
            [("Anja Kok", "anja@kok.example"), ("Piet Kok", "piet@kok.example")],
        ),
        (
            "Lola Vega y Pablo Vega, lola@vega.example, pablo@vega.example quieren una copia de sus datos",
            [("Lola Vega", "lola@vega.example"), ("Pablo Vega", "pablo@vega.example")],
        ),
        (
            "Ann Bell and Bo Bell (family@bell.example) want their data deleted",
            [("Ann Bell", "family@bell.example"), ("Bo Bell", "family@bell.example")],
        ),
    ],
)
def test_people_who_are_named_together_keep_their_names_and_addresses(
    words: str, people: list[tuple[str, str | None]]
) -> None:
    talk = Talk()
    talk.says(words)
    told = [Known(draft.answers)[PERSON] for draft in talk.chat.drafts]
    assert [(who.name, who.email) for who in told] == people


@each(
    "words",
    ["y a une faute dans mon mail: c'est lou.gagnon@ et pas lougagnon@", "fix my address, it is ann@ and not anne@"],
)
def test_halves_of_addresses_name_nobody_else(words: str) -> None:
    talk = Talk()
    talk.says(words)
    talk.shows("A privacy request")
    talk.hides("I take this for one matter")


@each(
    ("words", "names"),
    [
        ("Martin Webb wants a copy of everything, Susan Pike wants to be deleted", ["Martin Webb", "Susan Pike"]),
        ("Marieke wil inzage en haar man Ton wil verwijderd worden", ["Marieke", "Ton"]),
        ("from today's pile: Al Ray deletion, Bea Orr copy, Cy Fox no more calls", ["Al Ray", "Bea Orr", "Cy Fox"]),
        ("mw Bakker wil haar gegevens weg en dhr De Wit wil een kopie", ["Bakker", "De Wit"]),
        ("Léa Simon veut une copie, Noé Simon aussi", ["Léa Simon", "Noé Simon"]),
        ("Ann Bell wants her data deleted, her lawyer is Tom Finch", ["Ann Bell"]),
        ("Mia Stone wants her profile gone, her mum Sara Stone wrote to us", ["Mia Stone"]),
        ("Ann Bell wants her data deleted and a copy first, she is in Leeds", ["Ann Bell"]),
    ],
)
def test_who_is_only_named_gets_a_draft_too(words: str, names: list[str]) -> None:
    talk = Talk()
    talk.says(words)
    assert [(Known(draft.answers)[PERSON].name) for draft in talk.chat.drafts] == names
