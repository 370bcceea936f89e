"""Tickets called by their number alone, and words about a case that name none: "4411?", "close it", "she stays"."""

from datetime import UTC, date, datetime

from bot.cases.commands import AddToCase, OpenCase
from bot.conversation.slot import Known
from bot.rights import Right
from flows.escalation import TICKET
from flows.slots.people import PERSON
from flows.slots.rights import RIGHTS
from tests.cases import a_case
from tests.lines import each
from tests.people import SAM
from tests.transcripts.talk import NOW, OnRecord, Talk, colleague

SAMS = a_case(reporter=SAM.id, ticket="ZD-4411")
LENAS = a_case(reporter="workspace:local:lena", ticket="ZD-4411")


@each("words", ["any news on 4411?", "4411??", "4411", "#4411", "status 4411", "ZD-4411?"])
def test_a_ticket_is_known_by_its_number_alone(words: str) -> None:
    talk = Talk(SAM, records=OnRecord([SAMS]))
    talk.says(words)
    talk.shows("DSR-2026-0042", "Delete")


def test_a_number_with_its_letters_is_known_where_it_was_kept_without() -> None:
    talk = Talk(SAM, records=OnRecord([a_case(reporter=SAM.id, ticket="4411")]))
    talk.says("any news on ZD-4411?")
    talk.shows("DSR-2026-0042")


@each("words", ["any news on PRJ-4411?", "any news on 411?", "any news on 44110?"])
def test_another_ticket_is_not_taken_for_it(words: str) -> None:
    talk = Talk(SAM, records=OnRecord([SAMS]))
    talk.says(words)
    talk.hides("Received")


@each("words", ["any news on 4411?", "4411", "close 4411", "4411 she changed her mind"])
def test_nobody_hears_of_a_colleague_s_ticket(words: str) -> None:
    talk = Talk(SAM, records=OnRecord([LENAS]))
    talk.says(words)
    talk.hides("DSR-2026-0042")
    assert not talk.commands


@each(
    "words",
    [
        *("4411 cust changed her mind, she stays", "close 4411", "close it", "4411 she says she lives in Utrecht"),
        *(
            "the customer is angry, tell them to hurry",
            "4411: sluit maar",
            "bitte beeilen",
            "elle a rappelé, c'est urgent",
        ),
    ],
)
def test_words_about_a_case_reach_the_team(words: str) -> None:
    talk = Talk(SAM, records=OnRecord([SAMS]))
    talk.says(words)
    talk.shows("Is this about DSR-2026-0042?")
    talk.is_stored()
    talk.says("yes")
    (word,) = talk.commands
    assert isinstance(word, AddToCase)
    assert (word.case, word.text) == ("DSR-2026-0042", words)


def test_with_several_cases_open_it_is_asked_which_one_is_meant() -> None:
    other = a_case(id=43, reference="DSR-2026-0043", reporter=SAM.id)
    talk = Talk(SAM, records=OnRecord([SAMS, other]))
    talk.says("close it")
    talk.shows("Which case is this about?")
    assert {"DSR-2026-0042: Delete", "DSR-2026-0043: Delete"} <= set(talk.labels)


@each(
    "more",
    ["also he says delete the old address", "his name is Ian Vance", "she lives in Utrecht", "ze wil ook een kopie"],
)
def test_more_of_the_person_of_a_case_just_opened_belongs_to_it(more: str) -> None:
    talk = Talk(SAM, records=OnRecord([a_case(reporter=SAM.id, ticket="ZD-6000", opened_at=NOW)]))
    talk.says(more)
    talk.shows("Is this about DSR-2026-0042?")


@each("words", ["close DSR-2026-0042", "4411", "DSR-2026-0042 can be closed"])
def test_the_team_gets_the_card_and_closes_the_case_itself(words: str) -> None:
    talk = Talk(colleague("Priya"), records=OnRecord([SAMS]))
    talk.says(words)
    talk.shows("DSR-2026-0042: Delete", "[Take it]")
    talk.hides("Is this about")


def test_the_team_s_words_about_a_case_come_with_its_card() -> None:
    talk = Talk(colleague("Priya"), records=OnRecord([SAMS]))
    talk.says("DSR-2026-0042: she called about her two accounts")
    talk.shows("[Take it]", "Is this about DSR-2026-0042?")


@each("words", ["esc 4411 she wants all her data deleted", "esc 4411: customer wants her data deleted"])
def test_a_bare_number_behind_an_escalation_is_the_ticket(words: str) -> None:
    talk = Talk(SAM)
    talk.says(words)
    assert talk.opened.ticket == "4411"


def test_two_bare_numbers_are_two_tickets() -> None:
    talk = Talk(SAM)
    talk.says("esc 5001 and 5002, both want their data deleted")
    for answer in ("delete", "delete"):
        if "What is the person asking for?" in talk.text:
            talk.says(answer)
    assert [command.ticket for command in talk.commands if isinstance(command, OpenCase)] == ["5001", "5002"]


def test_a_question_is_no_ticket() -> None:
    talk = Talk(SAM)
    talk.says("escalate: customer wants his data deleted")
    talk.shows("Which ticket is it?")
    talk.says("what about her?")
    assert not talk.commands


@each(
    "words",
    [
        *("is ticket 4455 already with you?", "any news on 4455?", "what about ZD-4455?", "hoe staat het met 4455?"),
        *("gibt es was Neues zu 4455?", "des nouvelles de 4455 ?", "cómo va el 4455?", "co z 4455?"),
    ],
)
def test_of_a_ticket_that_led_to_nothing_nothing_can_be_told(words: str) -> None:
    talk = Talk(SAM)
    talk.says(words)
    talk.shows("I can't tell you anything about", "4455", "Say “escalate")
    assert not talk.chat.drafts


@each(
    "words",
    [
        *("what about ZD-4411?", "is there anything on 4411", "where are we with 4411?", "whats the latest w/ ZD-4411"),
        *("iets gehoord over 4411?", "en 4411?", "wie sieht es mit 4411 aus", "was ist mit 4411?", "et le 4411 ?"),
        *("qué pasa con ZD-4411", "a che punto è ZD-4411?", "como está o 4411?", "jak idzie 4411"),
        *("has anybody touched 4411 since?", "heeft al iemand naar 4411 gekeken?", "4411 è chiuso?"),
    ],
)
def test_how_a_ticket_goes_can_be_asked_while_another_one_is_open(words: str) -> None:
    talk = Talk(SAM, records=OnRecord([SAMS]))
    talk.says("ZD-5000 cust wants out")
    talk.says(words)
    talk.shows("DSR-2026-0042", "Delete: received", "What is the person asking for?")
    talk.hides("Changed")
    assert Known(talk.chat.drafts[0].answers).get(TICKET) == "ZD-5000"
    assert len(talk.chat.drafts) == 1


@each("words", ["any news on 6000?", "what about ZD-6000?", "hoe staat het met 6000?", "co z 6000?"])
def test_a_ticket_that_waits_its_turn_is_told_to_wait(words: str) -> None:
    talk = Talk(SAM)
    talk.says("ZD-6000 cust wants out")
    talk.says("esc 7000")
    talk.says(words)
    talk.shows("ZD-6000 is not open yet: it waits here", "What is the person asking for?")


@each(
    "words",
    [
        *("esc 4412", "esc ZD-4412 pls", "ESC: #4412", "escaleer 4412", "bitte 4412 eskalieren", "escalade 4412"),
        *("I'd like to escalate 4412", "quiero escalar 4412", "graag 4412 escaleren"),
    ],
)
def test_a_ticket_that_is_handed_over_with_no_other_word_is_taken_and_asked_about(words: str) -> None:
    talk = Talk(SAM)
    talk.says(words)
    talk.shows("What is the person asking for?")
    assert {"Send a copy", "Delete", "Stop marketing"} <= set(talk.labels)
    talk.says("delete")
    assert (talk.opened.ticket or "").endswith("4412")


def test_a_number_with_which_a_support_agent_begins_is_the_ticket() -> None:
    talk = Talk(SAM)
    talk.says("4413 guy says stop mailing me")
    assert talk.opened.ticket == "4413"


@each(
    "words",
    [
        "4413 guy says stop mailing me",
        "esc ZD-4413: Maria Kowalska, maria.kowalska@poczta.example, wants a copy of everything, lives in Poland",
        "Ticket 4413: Kundin möchte Auskunft",
    ],
)
def test_what_is_said_of_the_next_ticket_is_no_answer_about_the_open_one(words: str) -> None:
    talk = Talk(SAM)
    talk.says("ZD-5000 cust wants out")
    talk.says(words)
    waits = [draft for draft in talk.chat.drafts if Known(draft.answers).get(TICKET) == "ZD-5000"]
    assert [draft.text for draft in waits] == ["ZD-5000 cust wants out"]
    assert RIGHTS.name not in waits[0].answers


@each("words", ["#4413 she also wants to stop the newsletter", "ook 4413, die wil een kopie van zijn gegevens"])
def test_a_ticket_named_while_one_without_is_open_is_asked_about(words: str) -> None:
    talk = Talk(SAM)
    talk.says("he wants his account gone")
    talk.says(words)
    talk.shows("Is this a new request, or more about the one we are talking about?")
    talk.hides("Changed")


@each("words", ["any update on 77120?", "status 77120"])
def test_the_ticket_of_the_open_draft_is_no_unknown_one(words: str) -> None:
    talk = Talk(SAM)
    talk.says("esc #77120 guy is furious, wants us to erase him, on the phone now")
    talk.says(words)
    talk.shows("That is the one we are talking about", "What is the person asking for?")


@each(
    ("words", "who"),
    [
        ('customer Jo Lamb wrote on Monday: "delete everything you have on me". jo@lamb.example', "Jo Lamb"),
        ("Jo Lamb wants her data deleted, jo@lamb.example, she called on Monday", "Jo Lamb"),
    ],
)
def test_what_a_bare_ticket_is_about_is_said_next(words: str, who: str) -> None:
    talk = Talk(SAM, now=datetime(2026, 3, 6, 10, 0, tzinfo=UTC))
    talk.says("esc 4411")
    talk.shows("What is the person asking for?")
    talk.says(words)
    if "What is the person asking for?" in talk.text:
        talk.says("delete")
    assert (talk.opened.ticket, talk.opened.subject.name) == ("4411", who)
    assert talk.opened.received_at.date() == date(2026, 3, 2)


def test_another_ticket_behind_a_bare_one_is_another_matter() -> None:
    talk = Talk(SAM)
    talk.says("esc ZD-4411")
    talk.says("ZD-4412: bo@berg.example wants a copy")
    assert talk.opened.ticket == "ZD-4412"
    talk.shows("esc ZD-4411", "What is the person asking for?")


@each(
    ("begun", "words", "who"),
    [
        ("privacy request", "Bo Berg (bo@x.example) wants his data deleted, he wrote today", "Bo Berg <bo@x.example>"),
        (
            "klant heeft iets met privacy",
            "mevrouw Jansen, jansen@x.example, wil alles weg",
            "Jansen <jansen@x.example>",
        ),
    ],
)
def test_what_next_to_nothing_was_said_of_is_told_with_its_person(begun: str, words: str, who: str) -> None:
    talk = Talk(now=NOW)
    talk.says(begun)
    talk.says(words)
    if "When did it reach us?" in talk.text:
        talk.says("today")
    talk.says("Spain")
    talk.shows("They ask: Delete", who)
    talk.presses("Open case")
    assert words in talk.opened.text


@each("begun", ["privacy request", "esc 4411"])
def test_several_people_behind_it_are_all_kept(begun: str) -> None:
    talk = Talk(SAM, now=NOW)
    talk.says(begun)
    talk.says("Ann Bell ann@x.example and Bo Berg bo@x.example both want their data deleted")
    people = []
    for _ in range(2):
        if talk.chat.active is not None:
            people.append(Known(talk.chat.active.answers)[PERSON].email)
            talk.presses("Cancel")
    assert "bo@x.example" in people


def test_a_ticket_with_an_address_alone_is_asked_about() -> None:
    talk = Talk(SAM)
    talk.says("5121 ana@x.example")
    talk.shows("This says who it is about. What do they ask for?", "Ticket: 5121")


def test_who_asks_about_a_ticket_and_says_whose_it_is_hears_how_it_goes() -> None:
    talk = Talk(SAM, records=OnRecord([SAMS]))
    talk.says("any news on 4411 for ana@x.example?")
    talk.shows("DSR-2026-0042", "Delete: received")
    assert talk.chat.active is None


@each("words", ["esc 4711 threatens DPA", "esc 4711 zzz", "esc 4711 Datenübertragung"])
def test_a_ticket_that_is_handed_over_is_never_dropped(words: str) -> None:
    talk = Talk(SAM)
    talk.says(words)
    talk.shows("What is the person asking for?", "Ticket: 4711")


def test_who_asks_whether_a_ticket_was_handed_over_hands_none_over() -> None:
    talk = Talk(SAM)
    talk.says("has anyone escalated 4711 already?")
    assert talk.chat.active is None


@each("words", ["5501 Zugriff auf Daten", "5501 is angry", "5501 zzz zzz"])
def test_what_an_agent_says_behind_a_number_is_never_dropped(words: str) -> None:
    talk = Talk(SAM)
    talk.says(words)
    talk.shows("What is the person asking for?", "Ticket: 5501")


@each("words", ["5501 how do I reset her password?", "404 error on the page", "300 customers wrote"])
def test_a_question_or_what_counts_something_hands_no_ticket_over(words: str) -> None:
    talk = Talk(SAM)
    talk.says(words)
    talk.hides("This says who it is about")
    assert not talk.commands


@each(
    ("words", "ticket"),
    [
        ("esc 4471 0023", "4471 0023"),
        ("doorgezet 88213", "88213"),
        ("Übergabe 88213", "88213"),
        ("je transmets 88213", "88213"),
        ("traslado 88213", "88213"),
        ("inoltro 88213", "88213"),
        ("encaminho 88213", "88213"),
        ("przekazuję 88213", "88213"),
    ],
)
def test_a_few_words_that_hand_a_ticket_over_begin_its_case(words: str, ticket: str) -> None:
    talk = Talk(SAM)
    talk.says(words)
    talk.shows(f"Ticket: {ticket}", "What is the person asking for?")


@each("words", ["88213", "vi passo 88213", "88213??"])
def test_who_says_an_unknown_number_hears_how_it_is_handed_over(words: str) -> None:
    talk = Talk(SAM)
    talk.says(words)
    talk.shows("I can't tell you anything about 88213.", "Say “escalate 88213”, and what they ask for.")


@each("words", ["hello 2026!", "room 1204 is still cold", "hi"])
def test_a_number_of_something_else_is_no_ticket(words: str) -> None:
    talk = Talk(SAM)
    talk.says(words)
    talk.shows("Paste or drop a customer's message here")


@each(
    ("words", "ticket", "right"),
    [
        ("63300 unsub", "63300", Right.OPT_OUT_MARKETING),
        ("62010 erasure req", "62010", Right.ERASURE),
        ("deletion for 64500", "64500", Right.ERASURE),
    ],
)
def test_a_number_beside_the_name_of_what_is_wanted_is_a_ticket(words: str, ticket: str, right: Right) -> None:
    talk = Talk(SAM)
    talk.says(words)
    assert (talk.opened.ticket, talk.opened.rights) == (ticket, (right,))


def test_a_number_of_something_else_behind_a_wish_is_no_ticket() -> None:
    talk = Talk(SAM)
    talk.says("delete invoice 64500 for ana@x.example")
    talk.hides("Ticket: 64500")


@each(
    "words",
    ["it's a deletion", "es geht um Löschung", "c'est une suppression", "dit is een verwijdering"],
)
def test_what_they_want_is_told_in_half_a_sentence(words: str) -> None:
    talk = Talk(SAM)
    talk.says("escalate 62600 please")
    talk.says(words)
    assert talk.opened.rights == (Right.ERASURE,)


@each(
    "words",
    [
        "The customer replied on 65500: he wants the deletion after all",
        "klant reageerde op 65500, hij wil toch verwijdering",
    ],
)
def test_a_wish_under_an_unknown_number_is_no_mere_question(words: str) -> None:
    talk = Talk(SAM)
    talk.says(words)
    talk.hides("I can't tell you anything")
    talk.presses("Delete") if "Delete" in talk.labels else None
    assert talk.opened.rights == (Right.ERASURE,)


def test_a_ticket_that_waits_is_let_go_by_its_number() -> None:
    talk = Talk(SAM)
    talk.says("esc 65110, 65111")
    talk.says("65111 changed his mind")
    talk.presses("The one of 65111")
    talk.says("deletion")
    assert talk.opened.ticket == "65110"
    assert not talk.chat.drafts


@each("words", ["can you tell me when 65110 is done?", "how long will 65110 take?", "krijgt 65110 nog een brief?"])
def test_a_question_about_the_ticket_that_is_open_here_is_no_answer(words: str) -> None:
    talk = Talk(SAM)
    talk.says("65110, he wants something about privacy")
    talk.says(words)
    talk.shows("its case is not open yet", "What is the person asking for?")


@each("words", ["was 65900 escalated already?", "is 65900 doorgezet?", "wurde 65900 schon eskaliert?"])
def test_whether_a_ticket_was_handed_over_is_a_question(words: str) -> None:
    talk = Talk(SAM)
    talk.says(words)
    talk.shows("Not handed over yet?")
    assert not talk.chat.drafts


def test_a_reopened_ticket_that_is_not_on_record_is_taken_in() -> None:
    talk = Talk(SAM)
    talk.says("Re: ticket 82001 - deletion (reopened)\nCustomer says nothing has happened since 10 February.")
    talk.shows("What is the person asking for?", "Ticket: 82001")


def test_the_number_alone_is_that_of_what_is_handed_over() -> None:
    talk = Talk(SAM)
    talk.says("I need to escalate something")
    talk.says("82150")
    talk.shows("Ticket: 82150")
    talk.says("deletion")
    assert (talk.opened.ticket, talk.opened.rights) == ("82150", (Right.ERASURE,))


@each(
    ("words", "threat"),
    [
        ("ticket 84101 deletion - pls ack", "he threatens to go to the ICO because we ignored him"),
        ("Je vous transfère le ticket 84100 : suppression du compte", "il menace d'aller à la CNIL"),
    ],
)
def test_a_threat_does_not_take_the_place_of_what_is_asked_for(words: str, threat: str) -> None:
    talk = Talk(SAM)
    talk.says(words)
    talk.says(threat)
    talk.presses("Delete, Complaint")
    assert talk.opened.rights == (Right.ERASURE, Right.COMPLAINT)


@each("words", ["64810 Auskunft und Löschung", "paso el 64810, el cliente exige acceso y borrado"])
def test_two_wishes_that_are_named_are_offered_together(words: str) -> None:
    talk = Talk(SAM)
    talk.says(words)
    talk.presses("Send a copy, Delete")
    assert talk.opened.rights == (Right.ACCESS, Right.ERASURE)
