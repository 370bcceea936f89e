"""What colleagues say in words about what they are asked: several wishes at once, and what should be different."""

from datetime import UTC, datetime

from bot.cases.commands import OpenCase
from bot.conversation.slot import Known
from bot.rights import Right
from flows.slots.rights import RIGHTS
from tests.lines import each
from tests.people import SAM
from tests.transcripts.at_the_desk import REFERENCE, Colleagues, Reporter
from tests.transcripts.talk import Talk, colleague
from tests.transcripts.test_intake import ERASURE
from tests.transcripts.test_words_for_buttons import asked

FRIDAY = datetime(2026, 11, 27, 15, 0, tzinfo=UTC)
ACCESS, ERASE, STOP = Right.ACCESS, Right.ERASURE, Right.OPT_OUT_MARKETING


@each(
    ("words", "rights"),
    [
        ("he wants his number deleted and no marketing", {ERASE, STOP}),
        ("deletion and stop marketing", {ERASE, STOP}),
        ("delete and no marketing", {ERASE, STOP}),
        ("löschen und keine Werbung mehr", {ERASE, STOP}),
        ("een kopie en verwijderen", {ACCESS, ERASE}),
        ("une copie et supprimer", {ACCESS, ERASE}),
        ("una copia y borrar", {ACCESS, ERASE}),
        ("una copia e cancellare", {ACCESS, ERASE}),
        ("uma cópia e apagar", {ACCESS, ERASE}),
        ("kopię i usunięcie", {ACCESS, ERASE}),
        ("he wants to see it and have it removed", {ACCESS, ERASE}),
        ("a copy, deletion, no newsletter", {ACCESS, ERASE, STOP}),
        ("not deletion, a copy", {ACCESS}),
        ("he wants a copy. no wait, deletion", {ERASE}),
        ("een kopie. nee wacht, verwijderen", {ERASE}),
        ("eine Kopie. nein, doch lieber löschen", {ERASE}),
        ("a copy. no wait, also deletion", {ACCESS, ERASE}),
        ("Delete, Stop marketing", {ERASE, STOP}),
        ("he wants to know who sees his data and where we got it from", {ACCESS}),
    ],
)
def test_every_wish_that_an_answer_names_is_on_the_card(words: str, rights: set[Right]) -> None:
    talk = asked()
    talk.says(words)
    talk.says("open case")
    assert set(talk.opened.rights) == rights


def test_what_an_answer_may_mean_besides_is_asked_about_together() -> None:
    talk = asked()
    talk.says("he wants it forgotten, and to know how we came by the file on him")
    rights = set(talk.chat.drafts[0].answers["rights"].value) if "rights" in talk.chat.drafts[0].answers else set()
    assert Right.ERASURE in rights or any("Delete" in label for label in talk.labels)


@each(
    ("words", "shown"),
    [
        ("no wait, it reached us on 24 November", "Reached us: 24 Nov 2026"),
        ("nee wacht, het kwam dinsdag al binnen", "Reached us: 24 Nov 2026"),
        ("nein, warte, es kam am 24. November an", "Reached us: 24 Nov 2026"),
        ("it came in yesterday at 23:30", "Reached us: 26 Nov 2026, 23:30"),
        ("het is gisteren binnengekomen", "Reached us: 26 Nov 2026"),
        ("no wait, she lives in California", "Lives: in California"),
        ("she lives in Zürich", "Lives: where this law holds: Swiss FADP"),
        ("hij woont in Londen", "Lives: in the United Kingdom"),
        ("no wait, he also wants a copy", "They ask: Delete, Send a copy"),
        ("nee wacht, hij wil ook een kopie", "They ask: Delete, Send a copy"),
        ("nein, doch, er möchte auch eine Kopie", "They ask: Delete, Send a copy"),
        ("also wants a copy", "They ask: Delete, Send a copy"),
        ("no wait, a copy", "They ask: Send a copy"),
        ("no wait, it's Bo Berg", "Person: Bo Berg <ana@x.example>"),
        ("no wait, it's jan van der berg", "Person: jan van der berg <ana@x.example>"),
        ("no wait, it's ana.diaz@x.example", "Person: Ana Diaz <ana.diaz@x.example>"),
    ],
)
def test_a_change_goes_to_what_its_words_speak_of(words: str, shown: str) -> None:
    talk = Talk(now=FRIDAY)
    talk.says(ERASURE)
    talk.says(words)
    talk.shows("Changed.", shown, "Open this case?")
    if "Person" not in shown:
        talk.shows("Person: Ana Diaz <ana@x.example>")


@each(
    "words",
    [
        *("no wait, it came in on Friday", "it came in last Tuesday"),
        *("nee wacht, het kwam vrijdag binnen", "it came in on Tuesday or Wednesday"),
    ],
)
def test_a_day_that_may_be_another_is_asked(words: str) -> None:
    talk = Talk(now=FRIDAY)
    talk.says(ERASURE)
    talk.says(words)
    talk.shows("When did it reach us?")
    talk.says("24 November 2026")
    talk.shows("Reached us: 24 Nov 2026", "Open this case?")


@each("words", ["no wait, that is somebody different", "nee wacht, dat bedoel ik niet zo"])
def test_a_change_that_says_nothing_is_asked_about(words: str) -> None:
    talk = Talk(colleague())
    talk.says(ERASURE)
    talk.says(words)
    talk.shows("What should be different?", "Person: Ana Diaz <ana@x.example>")


def test_what_is_known_already_is_said_to_be_known() -> None:
    talk = Talk()
    talk.says(ERASURE)
    talk.says("she lives in Spain")
    talk.shows("That is what I have already.", "Open this case?")


def test_where_the_colleague_says_that_they_live_decides_the_law() -> None:
    talk = Talk()
    talk.says(ERASURE)  # it says Spain
    talk.says("she lives in Zürich")
    talk.says("yes")
    assert (talk.opened.law_hint, talk.opened.subject.country) == ("ch_fadp", None)


def test_another_ticket_is_no_answer_about_this_one() -> None:
    talk = Talk(SAM)
    talk.says("Zendesk 99812: der Kunde möchte wohl eine Kopie seiner Daten oder so, Max Huber")
    talk.says("ticket 4714: customer asks for a refund")
    talk.hides("Changed")
    talk.shows("Is this a new request, or more")
    talk.says("neither")
    talk.says("no wait, it's ticket 99813")
    talk.shows("Changed. Ticket: 99813")


def test_another_ticket_with_a_request_has_a_case_of_its_own() -> None:
    talk = Talk(SAM)
    talk.says("Zendesk 99812: der Kunde möchte wohl eine Kopie seiner Daten oder so, Max Huber")
    talk.says("ticket 4714: customer wants her data deleted")
    assert (talk.opened.ticket, talk.opened.rights) == ("4714", (Right.ERASURE,))
    talk.shows("Now the next one", "What is the person asking for?")


@each(
    "words",
    [
        *(
            "sorry that's 4721",
            "the number is wrong: 4721",
            "no, 4721",
            "sorry #4712 should be #4721",
            "wrong ticket, it's 4721",
            "not 4712 but 4721",
        ),
        *(
            "4721, not 4712",
            "verkeerd nummer, het is 4721",
            "falsche Nummer, richtig ist 4721",
            "pardon, c'est le 4721",
        ),
        *("scusa, il numero giusto è 4721", "o número certo é 4721, não 4712", "perdón, es el 4721"),
        "przepraszam, to 4721",
        *(
            "le numéro est faux, c'est le 4721",
            "enganei-me, é o 4721",
            "perdón, era el 4721",
            "me he equivocado, es el 4721",
        ),
        *("aus Versehen 4712, richtig ist 4721", "ich habe mich vertan, es ist die 4721", "4721 statt 4712"),
        *("4712 pomyłka, powinno być 4721", "pomyliłem się, chodziło o 4721", "ik heb me vergist, het is 4721"),
        *(
            "mi sono sbagliato, è il 4721",
            "4712 was wrong, 4721 is right",
            "4721 instead of 4712",
            "I mixed them up, it's 4721",
        ),
    ],
)
def test_the_number_of_a_ticket_is_set_right_however_it_is_said(words: str) -> None:
    talk = Talk(SAM)
    talk.says("esc 4712 customer wants something")
    talk.says(words)
    talk.shows("Changed. Ticket: 4721")
    talk.says("deletion")
    assert talk.opened.ticket == "4721"


@each(
    "words",
    [
        *("not 4721", "is it not 4721?", "4721 wants a copy", "it was the 3rd, sorry", "no, the 3rd"),
        *("not 2025 but 2026", "no, 0612345678", "sorry, 4712 should be the 3rd", "4721 is the wrong ticket"),
        *("4721 typo", "4721 is right, 4712 was wrong", "was 4721 wrong?"),
    ],
)
def test_what_says_no_right_number_changes_none(words: str) -> None:
    talk = Talk(SAM)
    talk.says("esc 4712 customer wants something")
    talk.says(words)
    talk.hides("Changed. Ticket")


def test_the_right_number_keeps_its_capitals() -> None:
    talk = Talk(SAM)
    talk.says("esc ZD-4712 customer wants something")
    talk.says("sorry, that's ZD-4721")
    talk.shows("Changed. Ticket: ZD-4721")


def test_the_wrong_number_tells_whose_it_was() -> None:
    talk = Talk(SAM)
    talk.says("esc 4712, 4713")
    talk.says("sorry, 4714")
    talk.shows("Which ticket was wrong?", "4712 should be 4714")
    talk.says("4713 should be 4714")
    talk.shows("Changed. Ticket: 4714")
    talk.says("both deletion")
    assert [command.ticket for command in talk.commands if isinstance(command, OpenCase)] == ["4712", "4714"]


def test_the_number_most_like_the_right_one_was_wrong() -> None:
    talk = Talk(SAM)
    talk.says("esc 4712, 4799")
    talk.says("sorry, that's 4798")
    talk.says("both deletion")
    assert [command.ticket for command in talk.commands if isinstance(command, OpenCase)] == ["4712", "4798"]


def test_the_wrong_number_of_a_case_on_record_is_not_that_of_the_open_one(desk: Colleagues) -> None:
    sam = Reporter(desk.office, SAM)
    sam.says("65310 usunięcie, 65311 sprzeciw wobec marketingu")
    sam.says("65310 pomyłka, powinno być 65301")
    sam.hides("Changed. Ticket")
    sam.presses(f"Pass it on for {REFERENCE}")
    sam.presses("Stop marketing")
    sam.shows("DSR-2026-0002 (65311)")


TWO = "Max Muster, max@muster.example, wants a copy and to be deleted"


@each(
    ("words", "left"),
    [
        *(("not the copy", Right.ERASURE), ("actually not the deletion", Right.ACCESS)),
        *(("toch geen verwijdering", Right.ACCESS), ("doch nicht löschen", Right.ACCESS)),
        *(("pas la copie", Right.ERASURE), ("la copia no", Right.ERASURE), ("senza la cancellazione", Right.ACCESS)),
        *(("sem a cópia", Right.ERASURE), ("bez kopii", Right.ERASURE)),
    ],
)
def test_a_wish_that_is_denied_is_left_out_of_two(words: str, left: Right) -> None:
    talk = Talk()
    talk.says(TWO)
    talk.says(words)
    assert talk.chat.active is not None
    assert Known(talk.chat.active.answers)[RIGHTS] == (left,)
    talk.shows("Changed. They ask")


def test_the_only_wish_is_never_left_out() -> None:
    talk = Talk()
    talk.says("Max Muster, max@muster.example, wants to be deleted")
    talk.says("not the deletion")
    assert talk.chat.active is not None
    assert Known(talk.chat.active.answers)[RIGHTS] == (Right.ERASURE,)
