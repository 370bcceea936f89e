"""What is asked for besides in words about a case on record: it has days of its own, or the team is told."""

import pytest

from bot.cases.commands import AddToCase
from tests.lines import each
from tests.people import SAM
from tests.transcripts.at_the_desk import EMMA, REFERENCE, Colleagues, Reporter
from tests.transcripts.talk import Talk
from tests.transcripts.test_support_agents import of_sam


@pytest.mark.parametrize(
    ("words", "new"),
    [
        ("customer now also wants us to stop emailing her", "Stop marketing"),
        ("and she wants her data deleted too", "Delete"),
        ("oh und er möchte auch gelöscht werden", "Delete"),
        ("ze wil ook dat we haar gegevens wissen", "Delete"),
        ("elle veut aussi qu'on supprime ses données", "Delete"),
        ("también quiere que los borremos", "Delete"),
    ],
)
def test_a_plain_wish_becomes_a_request_of_the_case(desk: Colleagues, words: str, new: str) -> None:
    sam = Reporter(desk.office, SAM)
    sam.says("62300 access request")
    sam.says(words)
    sam.shows("Is this about", f"New in it: {new}. It is added to the case")
    sam.presses(f"Pass it on for {REFERENCE}")
    desk.priya.opens(REFERENCE)
    desk.priya.sees("Send a copy | received", f"{new} | received")
    desk.priya.reads(f"Added: “{new}”.")


def test_what_may_be_a_wish_is_told_to_the_team(desk: Colleagues) -> None:
    sam = Reporter(desk.office, SAM)
    sam.says("62300 access request")
    sam.says("oh and her address is wrong, must be Kerkstraat 5")
    sam.hides("New in it")
    sam.presses(f"Pass it on for {REFERENCE}")
    desk.priya.opens(REFERENCE)
    desk.priya.reads("It may ask for more: Correct.")
    assert "Kerkstraat" not in "\n".join(desk.office.platform.said_below(desk.office.card_of(REFERENCE)))


def test_somebody_who_was_verified_may_not_have_asked_for_more(desk: Colleagues) -> None:
    sam, priya = Reporter(desk.office, SAM), desk.priya
    sam.says("62300 access request")
    priya.opens(REFERENCE)
    priya.presses("Ask for verification …")
    priya.submits()
    priya.presses("Mark verified …")
    priya.submits(method=["contact_point"], on_record=["yes"], result=["passed"])
    sam.says("and she wants her data deleted too")
    sam.hides("It is added to the case")
    sam.presses(f"Pass it on for {REFERENCE}")
    priya.reads("It may ask for more: Delete.")
    assert "Delete | received" not in priya.card


def test_words_of_who_handed_nothing_over_add_nothing(desk: Colleagues) -> None:
    Reporter(desk.office, SAM).says("62300 access request")
    emma = Reporter(desk.office, EMMA)
    emma.says(f"{REFERENCE}: customer withdraws nothing, please note that he wants it by post")
    emma.hides("New in it")


@each("words", ["she lives in Leeds", "he is angry, still no answer", "she's 13"])
def test_words_that_ask_for_nothing_add_nothing(words: str) -> None:
    talk = Talk(SAM, records=of_sam("4711"))
    talk.says(words)
    talk.hides("New in it")
    talk.presses("Pass it on for DSR-2026-0042")
    (word,) = [command for command in talk.commands if isinstance(command, AddToCase)]
    assert (word.asks, word.perhaps) == ((), ())


def test_a_wish_that_the_case_has_is_not_new_in_it() -> None:
    talk = Talk(SAM, records=of_sam("4711"))  # of deletion
    talk.says("and she wants her data deleted by Friday")
    talk.hides("New in it")


@pytest.mark.parametrize("words", ["it came in on Monday", "kam am Montag", "kwam maandag binnen", "reçu lundi"])
def test_a_day_before_the_known_one_moves_the_clock_back(desk: Colleagues, words: str) -> None:
    sam = Reporter(desk.office, SAM)
    sam.says("62300 access request")
    sam.shows("7 Apr 2026")
    sam.says(words)
    sam.shows("It came in on 2 Mar 2026: its days count from then.")
    sam.presses(f"Pass it on for {REFERENCE}")
    desk.priya.opens(REFERENCE)
    desk.priya.sees("Due: in 27 days: Thu 2 Apr 2026", "Received: 2 Mar 2026")
    desk.priya.reads("It reached us earlier than we knew")


def test_the_day_of_other_words_stays_with_them_until_they_are_passed_on(desk: Colleagues) -> None:
    sam = Reporter(desk.office, SAM)
    sam.says("62300 access request")
    sam.says("she is angry")
    sam.says("it came in on Monday")
    sam.presses(f"Pass it on for {REFERENCE}")
    desk.priya.opens(REFERENCE)
    desk.priya.sees("Received: 2 Mar 2026")


@pytest.mark.parametrize("words", ["it came in today", "she called again on Monday", "she was away on Monday"])
def test_no_other_day_moves_the_clock(desk: Colleagues, words: str) -> None:
    sam = Reporter(desk.office, SAM)
    sam.says("62300 access request")
    sam.says(words)
    sam.hides("its days count from then")
