"""What the team, the DPO and the reporters are told is what is on record, and is said once."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.cases.commands import (
    AddToCase,
    AskVerification,
    CloseRequests,
    Extend,
    MarkVerified,
    RecordLetter,
    Reopen,
    ReportBreach,
)
from bot.cases.snapshot import Person
from bot.cases.views import case_card, details_blocks
from bot.cases.words import Arrival, Reason, Status
from bot.conversation.card import Card
from bot.errors import IllegalMove
from bot.rights import Right
from bot.understanding.reading import Flag
from bot.wording import speaking
from tests.people import PRIYA, SAM
from tests.unit.cases.desk import RECEIVED, Desk, asking, once_more

TODAY = date(2026, 3, 6)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
LEAK = "Mijn gegevens staan op internet"

# -- a possible breach ------------------------------------------------------------------------------------------------


def test_the_alarm_counts_from_the_day_of_the_mail_and_says_when_it_was_handed_over(desk: Desk) -> None:
    sent = datetime(2026, 3, 4, 17, 59, tzinfo=AMSTERDAM)
    desk.does(SAM, ReportBreach(desk.clock.now(), LEAK, sent_at=sent))
    told = desk.told("dpo")
    assert "As far as is known it reached us on 4 Mar 2026, 17:59; the 72 hours" in told
    assert f"handed over, on 6 Mar 2026, {desk.clock.now().astimezone(AMSTERDAM):%H:%M}" in told


def test_where_no_day_is_known_the_alarm_claims_none(desk: Desk) -> None:
    desk.does(SAM, ReportBreach(desk.clock.now(), LEAK))
    assert "It may have reached us earlier; the 72 hours" in desk.told("dpo")
    assert "it reached us on" not in desk.told("dpo")


def test_a_mail_from_the_future_does_not_move_the_alarm(desk: Desk) -> None:
    desk.does(SAM, ReportBreach(desk.clock.now(), LEAK, sent_at=desk.clock.now() + timedelta(days=3)))
    assert "9 Mar 2026" not in desk.told("dpo")


def test_the_case_of_a_possible_breach_is_named_with_its_first_day(desk: Desk) -> None:
    reference = desk.opens(asking(flags=(Flag.POSSIBLE_BREACH,)))
    told = desk.told("dpo")
    assert f"{reference} may be about a data breach." in told
    assert "it reached us on 5 Mar 2026, 10:15" in told and "Ana" not in told
    again = once_more(flags=(Flag.POSSIBLE_BREACH,), joins=reference)
    assert desk.opens(again) == reference
    assert f"{reference} may be about a data breach." in desk.told("dpo")
    desk.does(SAM, ReportBreach(desk.clock.now(), LEAK, case=reference))
    assert f"It belongs to {reference}." in desk.told("dpo")
    assert "it reached us on 5 Mar 2026, 10:15" in desk.told("dpo")


def test_about_a_child_the_dpo_is_asked_and_nothing_is_claimed(desk: Desk) -> None:
    desk.opens(asking(flags=(Flag.MINOR,)))
    assert "see to it that nothing of theirs is sold or shared" in desk.told("dpo")


# -- more time --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("until", "fault"),
    [
        (date(2026, 4, 7), "ends after the date that holds now, 7 Apr 2026"),
        (date(2026, 6, 6), "longer than the law allows: 5 Jun 2026 is the last day"),
        (date(2027, 1, 1), "longer than the law allows: 5 Jun 2026 is the last day"),
    ],
)
def test_more_time_than_the_law_gives_is_refused_with_the_last_day(desk: Desk, until: date, fault: str) -> None:
    reference = desk.opens()
    assert fault in desk.refuses(PRIYA, Extend(reference, Right.ERASURE, "complexity", TODAY, until=until))
    assert not desk.request(reference).extended


def test_the_last_day_itself_is_taken(desk: Desk) -> None:
    reference = desk.opens()
    desk.does(PRIYA, Extend(reference, Right.ERASURE, "complexity", TODAY, until=date(2026, 6, 5)))
    assert desk.request(reference).due == date(2026, 6, 5)


# -- a refusal --------------------------------------------------------------------------------------------------------


def _denied(reference: str, *rights: Right) -> CloseRequests:
    return CloseRequests(reference, rights, Status.DENIED, Reason.INSUF_VERIFICATION, "We could not confirm it.")


def test_an_opt_out_is_not_closed_as_refused_for_want_of_proof(desk: Desk) -> None:
    reference = desk.opens(
        asking(
            Right.ERASURE,
            Right.OPT_OUT_SALE,
            subject=Person(name="Cal", email="cal@x.example", country="US", state="CA"),
        )
    )
    both = _denied(reference, Right.ERASURE, Right.OPT_OUT_SALE)
    assert "Nobody needs to prove who they are for “Stop selling or sharing”" in desk.refuses(PRIYA, both)
    only = _denied(reference, Right.ERASURE)
    assert "Nobody has asked the person yet" in desk.refuses(PRIYA, only)
    desk.does(PRIYA, AskVerification(reference, TODAY))
    desk.does(PRIYA, only)
    assert [request.right for request in desk.case(reference).open_requests] == [Right.OPT_OUT_SALE]


# -- the end ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "on", "reporter", "colleague"),
    [
        ("", None, "has finished its work on your request", "No answer to the person is on record"),
        ("", TODAY, "has answered your request", ""),
        ("All is gone.", None, "has finished its work on your request", "No answer to the person is on record"),
        ("All is gone.", TODAY, "has answered your request", ""),
    ],
)
def test_reporters_hear_of_an_answer_only_where_one_is_on_record(
    desk: Desk, told: str, on: date | None, reporter: str, colleague: str
) -> None:
    reference = desk.opens()
    desk.does(PRIYA, MarkVerified(reference, TODAY, "account", True, 0, True))
    done = desk.does(PRIYA, CloseRequests(reference, (Right.ERASURE,), Status.FULFILLED, told=told, on=on))
    assert reporter in desk.told(SAM)
    assert colleague in done.said and (colleague or "No answer" not in done.said)


def test_a_letter_that_is_on_record_is_the_answer_until_the_case_is_opened_again(desk: Desk) -> None:
    reference = desk.opens()
    desk.does(PRIYA, MarkVerified(reference, TODAY, "account", True, 0, True))
    desk.does(PRIYA, RecordLetter(reference, "erasure", "en", TODAY, "turn-1"))
    close = CloseRequests(reference, (Right.ERASURE,), Status.FULFILLED)
    assert "No answer" not in desk.does(PRIYA, close).said
    assert "has answered your request" in desk.told(SAM)
    desk.does(PRIYA, Reopen(reference, "something was left"))
    assert "No answer to the person is on record" in desk.does(PRIYA, close).said
    assert "has finished its work" in desk.told(SAM)


def test_a_refusal_is_told_of_only_once_it_went_out(desk: Desk) -> None:
    reference = desk.opens()
    refusal = CloseRequests(reference, (Right.ERASURE,), Status.DENIED, Reason.NO_MATCH, "We hold nothing about you.")
    assert "No answer to the person is on record" in desk.does(PRIYA, refusal).said
    assert "has finished its work on your request" in desk.told(SAM)


@pytest.mark.parametrize(
    ("ticket", "title"), [("ZD-4411", "DSR-2026-0001 (ZD-4411)"), ("Ana's, urgent!", "DSR-2026-0001\n")]
)
def test_word_of_a_case_carries_the_ticket_that_its_reporter_knows_it_by(desk: Desk, ticket: str, title: str) -> None:
    reference = desk.opens(asking(Right.ERASURE, ticket=ticket))
    desk.does(PRIYA, CloseRequests(reference, (Right.ERASURE,), Status.WITHDRAWN))
    assert title in desk.told(SAM) and "Ana" not in desk.told(SAM)


def test_who_was_asked_nothing_has_left_nothing_unanswered(desk: Desk) -> None:
    reference = desk.opens()
    silent = CloseRequests(reference, (Right.ERASURE,), Status.EXPIRED)
    assert "Nothing on record asks the person anything" in desk.refuses(PRIYA, silent)
    assert not desk.case(reference).person_asked
    desk.does(PRIYA, RecordLetter(reference, "clarification", "en", TODAY, "turn-1"))
    assert desk.case(reference).person_asked
    desk.does(PRIYA, silent)
    assert "We did not hear back from you" in desk.told(SAM)


def test_what_is_no_request_is_said_once(desk: Desk) -> None:
    reference = desk.opens()
    close = CloseRequests(reference, (Right.ERASURE,), Status.NOT_A_REQUEST, Reason.NOT_A_PRIVACY_REQUEST, note="spam")
    desk.does(PRIYA, close)
    assert desk.thread() == "Delete: Not a privacy request"
    with desk.work() as work, speaking("en"):
        card = case_card(desk.case(reference), work.policy, today=TODAY)
    assert "Outcome: Not a privacy request\n" in card.plain()


# -- letters ----------------------------------------------------------------------------------------------------------


def test_a_letter_is_marked_as_sent_once(desk: Desk) -> None:
    reference = desk.opens()
    first = RecordLetter(reference, "verification", "nl", TODAY, "turn-1")
    desk.does(PRIYA, first)
    later = replace(first, on=date(2026, 3, 5))
    said = desk.refuses(PRIYA, later, IllegalMove)
    assert said == "This letter is marked as sent already, on 6 Mar 2026. Nothing was changed."
    desk.does(PRIYA, replace(first, written="turn-2"))  # another letter of its kind


def test_letters_of_one_kind_are_told_apart_by_their_names_alone(desk: Desk) -> None:
    reference = desk.opens()
    letter = RecordLetter(reference, "clarification", "nl", TODAY)  # a button from before letters had names
    desk.does(PRIYA, letter)
    desk.does(PRIYA, letter)
    assert "A letter went out on 6 Mar 2026" in desk.thread()


# -- the details ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("country", "state", "language", "shown"),
    [
        ("CA", "ON", "en", ("Country: Canada", "State: Ontario")),
        ("US", "CA", "nl", ("Land: Verenigde Staten", "California")),
        ("CA", "QC", "nl", ("Land: Canada", "Québec")),
        ("BR", "SP", "en", ("Country: Brazil", "State: SP (Brazil)")),
        ("NL", None, "nl", ("Land: Nederland",)),
    ],
)
def test_the_details_name_countries_and_states(
    desk: Desk, country: str, state: str | None, language: str, shown: tuple[str, ...]
) -> None:
    reference = desk.opens(asking(subject=Person(name="Jo", email="jo@x.example", country=country, state=state)))
    with speaking(language):
        words = Card.of(*details_blocks(desk.case(reference), desk.details(reference))).plain()
    assert all(line in words for line in shown)


def test_the_details_say_who_handed_it_over(desk: Desk) -> None:
    reference = desk.opens()
    mail = AddToCase(reference, "Once more, please.", RECEIVED, Arrival.EMAIL)
    desk.does(PRIYA, mail)
    assert desk.details(reference).handed_by == (SAM.name, PRIYA.name)
    with speaking("en"):
        words = Card.of(*details_blocks(desk.case(reference), desk.details(reference))).plain()
    assert f"Handed over by: {SAM.name}, {PRIYA.name}" in words
