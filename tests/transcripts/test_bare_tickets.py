"""Tickets called by their number alone, and words about a case that name none: "4411?", "close it", "she stays"."""

import pytest

from bot.cases.commands import AddToCase, OpenCase
from tests.cases import a_case
from tests.people import SAM
from tests.transcripts.talk import NOW, OnRecord, Talk, colleague

SAMS = a_case(reporter=SAM.id, ticket="ZD-4411")
LENAS = a_case(reporter="workspace:local:lena", ticket="ZD-4411")


@pytest.mark.parametrize("words", ["any news on 4411?", "4411??", "4411", "#4411", "status 4411", "ZD-4411?"])
def test_a_ticket_is_known_by_its_number_alone(words: str) -> None:
    talk = Talk(SAM, records=OnRecord([SAMS]))
    talk.says(words)
    talk.shows("DSR-2026-0042", "Delete")


def test_a_number_with_its_letters_is_known_where_it_was_kept_without() -> None:
    talk = Talk(SAM, records=OnRecord([a_case(reporter=SAM.id, ticket="4411")]))
    talk.says("any news on ZD-4411?")
    talk.shows("DSR-2026-0042")


@pytest.mark.parametrize("words", ["any news on PRJ-4411?", "any news on 411?", "any news on 44110?"])
def test_another_ticket_is_not_taken_for_it(words: str) -> None:
    talk = Talk(SAM, records=OnRecord([SAMS]))
    talk.says(words)
    talk.hides("Received")


@pytest.mark.parametrize("words", ["any news on 4411?", "4411", "close 4411", "4411 she changed her mind"])
def test_nobody_hears_of_a_colleague_s_ticket(words: str) -> None:
    talk = Talk(SAM, records=OnRecord([LENAS]))
    talk.says(words)
    talk.hides("DSR-2026-0042")
    assert not talk.commands


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
    "more",
    ["also he says delete the old address", "his name is Ian Vance", "she lives in Utrecht", "ze wil ook een kopie"],
)
def test_more_of_the_person_of_a_case_just_opened_belongs_to_it(more: str) -> None:
    talk = Talk(SAM, records=OnRecord([a_case(reporter=SAM.id, ticket="ZD-6000", opened_at=NOW)]))
    talk.says(more)
    talk.shows("Is this about DSR-2026-0042?")


@pytest.mark.parametrize("words", ["close DSR-2026-0042", "4411", "DSR-2026-0042 can be closed"])
def test_the_team_gets_the_card_and_closes_the_case_itself(words: str) -> None:
    talk = Talk(colleague("Priya"), records=OnRecord([SAMS]))
    talk.says(words)
    talk.shows("DSR-2026-0042: Delete", "[Take it]")
    talk.hides("Is this about")


def test_the_team_s_words_about_a_case_come_with_its_card() -> None:
    talk = Talk(colleague("Priya"), records=OnRecord([SAMS]))
    talk.says("extend DSR-2026-0042 by two months")
    talk.shows("[Take it]", "Is this about DSR-2026-0042?")


@pytest.mark.parametrize(
    "words", ["esc 4411 she wants all her data deleted", "esc 4411: customer wants her data deleted"]
)
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


def test_of_a_ticket_that_led_to_nothing_nothing_can_be_told() -> None:
    talk = Talk(SAM)
    talk.says("is ticket 4455 already with you?")
    talk.shows("I can't tell you anything about that reference")


@pytest.mark.parametrize("words", ["any update on 77120?", "status 77120"])
def test_the_ticket_of_the_open_draft_is_no_unknown_one(words: str) -> None:
    talk = Talk(SAM)
    talk.says("esc #77120 guy is furious, wants us to erase him, on the phone now")
    talk.says(words)
    talk.shows("That is the one we are talking about", "What is the person asking for?")
