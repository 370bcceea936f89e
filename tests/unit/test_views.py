"""How a case looks: the card in the privacy channel, its buttons, the private details."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.cases import naming
from bot.cases.snapshot import CaseView, PauseView, Person, RequestView
from bot.cases.views import case_card, details_blocks, due_words, how_far, more_card
from bot.cases.words import Arrival, Capacity, Reason, Role, Status, Verification
from bot.conversation.card import Card, Tone
from bot.law.words import ClockStatus, PauseReason
from bot.rights import Right
from bot.understanding.reading import Flag
from bot.wording import LANGUAGES, speaking
from tests.cases import DETAILS, EXTENDED, TODAY, a_case, a_request
from tests.lines import each
from tests.transcripts.talk import POLICY

CLOSED = datetime(2026, 3, 20, 15, 0, tzinfo=UTC)


def card(case: CaseView, today: date = TODAY) -> Card:
    return case_card(case, POLICY, today=today)


def labels(case: CaseView) -> list[str]:
    return [button.label for button in card(case).buttons()]


def closed(right: Right = Right.ERASURE, outcome: Status = Status.FULFILLED, **changes: object) -> RequestView:
    return a_request(right, status=outcome, outcome=outcome, closed_at=CLOSED, **changes)


# -- what stands on it ------------------------------------------------------------------------------------------------


def test_where_several_laws_may_run_it_came_in_on_the_company_s_own_day() -> None:
    early = datetime(2026, 3, 5, 7, 30, tzinfo=UTC)  # still the 4th in California
    asked = a_request(regimes=("eu_gdpr", "us_ca"), received_at=early, receipt_date=date(2026, 3, 4))
    assert "Received: 5 Mar 2026" in card(a_case(asked, received_at=early)).plain()


def test_a_fresh_case_tells_everything_at_a_glance() -> None:
    shown = card(a_case(ticket="4711")).plain().splitlines()
    assert shown == [
        "DSR-2026-0042: Delete",
        "Due: in 12 days: 5 Apr 2026 (safe date); legal date Tue 7 Apr 2026",
        "Status: received",
        "Owner: nobody yet",
        "Identity: not asked yet",
        "Law: EU GDPR",
        "Received: 5 Mar 2026, by e-mail",
        "Ticket: 4711",
        "[Take it] [Ask for verification …] [Acknowledgement sent …] [Write to them …] [Close …]",
        "[Extend …] [Give to …] [Correct …] [Details …] [More]",
    ]


@each(
    ("days", "words", "tone"),
    [
        (12, "in 12 days", "neutral"),
        (4, "in 4 days", "neutral"),
        (3, "in 3 days", "warning"),
        (1, "tomorrow", "warning"),
        (0, "today", "warning"),
        (-1, "1 day late", "urgent"),
        (-8, "8 days late", "urgent"),
    ],
)
def test_the_nearer_the_date_the_louder_the_card(days: int, words: str, tone: Tone) -> None:
    today = date(2026, 4, 5) - timedelta(days=days)
    assert how_far(date(2026, 4, 5), today) == words
    shown = card(a_case(), today)
    assert f"Due: {words}: 5 Apr 2026" in shown.plain()
    assert shown.tone == tone


def test_a_date_of_our_own_is_not_called_the_laws() -> None:
    request = a_request(Right.COMPLAINT, safe_due=None, due=None, target_due=date(2026, 4, 3))
    assert due_words(request, TODAY) == "in 10 days: 3 Apr 2026 (our own target; the law sets no date)"
    assert due_words(replace(request, target_due=None), TODAY) == "the law sets no date"
    assert "Extend …" not in labels(a_case(request))


def test_safe_and_legal_date_on_one_day_are_said_once() -> None:
    request = a_request(due=date(2026, 4, 8), safe_due=date(2026, 4, 8))
    assert due_words(request, TODAY) == "in 15 days: Wed 8 Apr 2026"


def test_several_requests_have_a_row_each_and_the_earliest_date_leads() -> None:
    later_one = a_request(Right.ACCESS, safe_due=date(2026, 6, 5), due=date(2026, 6, 5), extension=EXTENDED)
    shown = card(a_case(later_one, a_request(), closed(Right.OPT_OUT_MARKETING))).plain()
    assert "DSR-2026-0042: Send a copy, Delete, Stop marketing" in shown
    assert "Due: in 12 days: 5 Apr 2026" in shown
    assert "Send a copy | received, extended | in 73 days: Fri 5 Jun 2026" in shown
    assert "Stop marketing | Done as asked | –" in shown


def test_a_stopped_clock_keeps_its_strict_date_visible() -> None:
    pause = PauseView(PauseReason.CLARIFICATION, date(2026, 3, 10), None)
    case = a_case(a_request(pauses=(pause,), due=None, clock=ClockStatus.PAUSED))
    shown = card(case).plain()
    assert "stands still since 10 Mar 2026: we asked what they mean. Read strictly, 5 Apr 2026 still counts." in shown
    assert "received, clock stopped" in shown
    assert "Start the clock again …" in labels(case) and "Extend …" in labels(case)
    over = replace(pause, end=date(2026, 3, 12))
    assert "stands still" not in card(a_case(a_request(pauses=(over,)))).plain()


def test_what_needs_a_closer_look_stands_out() -> None:
    case = a_case(
        flags=(Flag.POSSIBLE_BREACH, Flag.MINOR),
        regimes=("eu_gdpr", "us_ca"),
        residence_known=False,
        role=Role.UNKNOWN,
        linked=(("again", "DSR-2025-0017"), ("duplicate_of", "DSR-2026-0041")),
        snoozed_until=date(2026, 3, 28),
    )
    shown = card(case)
    assert shown.tone == "warning"
    for words in (
        "Look out: possible data breach; may be about a child",
        "Law: EU GDPR, California (CCPA) (the earliest date counts); where the person lives is not known",
        "Our role: Not known yet",
        "Linked: comes after DSR-2025-0017; duplicate of DSR-2026-0041",
        "Reminders: quiet until 28 Mar 2026",
    ):
        assert words in shown.plain()


def test_an_acknowledgement_that_is_due_counts_down_until_it_is_sent() -> None:
    waiting = a_request(ack_due=date(2026, 3, 26))
    assert "Acknowledge: in 2 days: 26 Mar 2026" in card(a_case(waiting)).plain()
    sent = replace(waiting, acknowledged_on=date(2026, 3, 24))
    assert "Acknowledge" not in card(a_case(sent)).plain()


@each("ticket", ["Ana Diaz wants out", "ana@x.example"])
def test_a_ticket_number_that_names_a_person_stays_off_the_card(ticket: str) -> None:
    assert "Ticket: see the details" in card(a_case(ticket=ticket)).plain()


@each(
    ("outcomes", "tone"),
    [
        ((Status.FULFILLED, Status.PARTIALLY_FULFILLED), "good"),
        ((Status.FULFILLED, Status.DENIED), "neutral"),
        ((Status.WITHDRAWN, Status.WITHDRAWN), "neutral"),
    ],
)
def test_a_closed_case_shows_how_each_request_ended(outcomes: tuple[Status, Status], tone: Tone) -> None:
    first, second = (
        closed(right, outcome) for right, outcome in zip((Right.ERASURE, Right.ACCESS), outcomes, strict=True)
    )
    case = a_case(first, second, closed_at=CLOSED)
    shown = card(case)
    assert shown.tone == tone
    assert f"Delete | {naming.outcome_name(outcomes[0])} | –" in shown.plain()
    assert "Closed: 20 Mar 2026" in shown.plain() and "Due:" not in shown.plain()
    assert labels(case) == ["Reopen …", "Write to them …", "Details …"]


def test_a_refused_request_shows_its_reason_as_a_code_only() -> None:
    case = a_case(closed(outcome=Status.DENIED, reason=Reason.NO_MATCH), closed_at=CLOSED)
    assert "Outcome: Refused: We hold nothing about this person" in card(case).plain()


# -- its buttons ------------------------------------------------------------------------------------------------------


def test_the_first_buttons_are_the_next_steps() -> None:
    assert labels(a_case())[0] == "Take it"
    taken = a_case(owner="workspace:local:priya", owner_name="Priya Nair", verification=Verification.ASKED)
    assert labels(taken)[0] == "Mark verified …"
    verified = replace(taken, verification=Verification.VERIFIED, requests=(a_request(acknowledged_on=TODAY),))
    assert labels(verified) == ["Write to them …", "Close …", "Extend …", "Give to …", "Correct …", "Details …", "More"]
    assert "Extend …" not in labels(a_case(a_request(extension=EXTENDED)))


def test_more_holds_only_what_can_be_done() -> None:
    one = [button.label for button in more_card(a_case(), may_pause=False).buttons()]
    assert one == [
        "Work to do …",
        "Whose data …",
        "Quiet the reminders …",
        "Mark verified …",
        "Merge …",
        "Not a request …",
    ]
    part = a_case(a_request(), a_request(Right.ACCESS), closed(Right.COMPLAINT), verification=Verification.ASKED)
    several = [button.label for button in more_card(part, may_pause=True).buttons()]
    assert several == [
        "Work to do …",
        "Whose data …",
        "Quiet the reminders …",
        "Ask for verification …",
        "Stop the clock …",
        "Split …",
        "Reopen …",
        "Merge …",
        "Not a request …",
    ]


# -- the private side -------------------------------------------------------------------------------------------------


def test_the_details_tell_the_person_the_words_and_the_dates() -> None:
    case = a_case(closed(), capacity=Capacity.LAWYER, ticket="4711")
    details = replace(
        DETAILS,
        representative=Person(name="Lee Law", email="lee@law.example"),
        told=(("erasure", "We have deleted your account."),),
        notes=(("erasure", "backup runs out in May"),),
    )
    shown = Card(blocks=details_blocks(case, details)).plain()
    for words in (
        "Name: Ana Diaz",
        "E-mail: ana@x.example",
        "Account: C-771",
        "They write: for a client, as their lawyer",
        "Written by: Lee Law, lee@law.example",
        "Came from: the original message (https://tickets.northloop.example/4711)",
        "“delete all personal data” (Delete)",
        "“as soon as you can” (says it is urgent)",
        "What to delete: everything",
        "Delete: Due 7 Apr 2026: 1 month from 5 Mar, moved from Easter Monday.",
        "“We have deleted your account.” (Delete)",
        "“backup runs out in May” (Delete)",
    ):
        assert words in shown


def test_a_link_that_is_no_web_address_is_not_made_clickable() -> None:
    blocks = details_blocks(a_case(), replace(DETAILS, ticket_link="javascript:alert(1)"))
    assert "(javascript:" not in Card(blocks=blocks).plain()
    assert "Came from: javascript:alert(1)" in Card(blocks=blocks).plain()


def test_a_purged_case_still_has_details_to_show() -> None:
    purged = replace(DETAILS, subject=Person(), words=(), answers=(), text="", ticket_link=None)
    shown = Card(blocks=details_blocks(a_case(), purged)).plain()
    assert "Person: not named" in shown


@each("language", LANGUAGES)
def test_everything_has_a_name(language: str) -> None:
    with speaking(language):
        names = [
            [naming.right_name(right) for right in Right],
            [naming.status_name(status) for status in Status],
            [naming.reason_name(reason) for reason in Reason],
            [naming.flag_name(flag) for flag in Flag],
            [naming.role_name(role) for role in Role],
            [naming.capacity_name(capacity) for capacity in Capacity],
            [naming.arrival_name(arrival) for arrival in Arrival],
            [naming.verification_name(verification) for verification in Verification],
            [naming.pause_name(reason) for reason in PauseReason],
        ]
    for some in names:
        assert all(some) and len(set(some)) == len(some)
        assert all(len(name) <= 75 for name in some)
