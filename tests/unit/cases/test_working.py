"""The team works on a case: who owns it, who asks, and what the clock does."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlmodel import col, select

from bot.cases.commands import (
    Acknowledge,
    AskVerification,
    Command,
    DecideRole,
    Extend,
    GiveCase,
    LookAtDetails,
    MarkVerified,
    NoteWork,
    PassToLegal,
    PauseClock,
    RecordLetter,
    ReportBreach,
    ResumeClock,
    Snooze,
    TakeCase,
)
from bot.cases.snapshot import Person
from bot.cases.tables import AuditRow
from bot.cases.words import Context, Role, Status, Verification
from bot.cases.work import DESK
from bot.conversation.turn import Speaker
from bot.errors import IllegalMove, NotAllowed, Refused, Stale
from bot.law.words import ClockStatus, PauseReason
from bot.rights import Right
from tests.people import EVA, NOOR, OTTO, PIETER, PRIYA, SAM
from tests.unit.cases.desk import MAIL, USUAL, Desk, asking

RECEIPT = date(2026, 3, 5)
TODAY = date(2026, 3, 6)
CALIFORNIA = Person(name="Cal", email="cal@x.example", country="US", state="CA")
BRITAIN = Person(name="Bo", email="bo@x.example", country="GB")


def test_somebody_of_the_team_takes_a_case_and_its_reporter_hears_it(desk: Desk) -> None:
    reference = desk.opens()
    assert desk.does(PRIYA, TakeCase(reference)).said == f"{reference} is yours now."
    case = desk.case(reference)
    assert (case.owner, case.owner_name) == (PRIYA.id, "Priya")
    assert case.requests[0].status is Status.IN_PROGRESS
    assert desk.thread() == "Priya takes this case."
    assert "working on" in desk.told(SAM)


def test_a_case_is_given_to_somebody_of_the_team_who_hears_it_in_their_language(desk: Desk) -> None:
    reference = desk.opens()
    desk.hello(PIETER, EVA)
    desk.does(PRIYA, GiveCase(reference, PIETER.id))
    assert desk.case(reference).owner_name == "Pieter"
    assert "Priya gave this case to Pieter." in desk.thread()
    assert reference in desk.told(PIETER)
    assert "Only somebody of the privacy team" in desk.refuses(PRIYA, GiveCase(reference, EVA.id))
    assert "with Pieter already" in desk.refuses(PRIYA, GiveCase(reference, PIETER.id), IllegalMove)


def test_who_gives_a_case_to_themselves_takes_it(desk: Desk) -> None:
    reference = desk.opens()
    desk.does(PRIYA, TakeCase(reference))
    desk.does(PIETER, GiveCase(reference, PIETER.id))
    assert "Pieter takes this case." in desk.thread()


@pytest.mark.parametrize("who", [SAM, EVA, OTTO, DESK], ids=lambda who: who.name)
@pytest.mark.parametrize("command", [TakeCase, LookAtDetails], ids=lambda kind: kind.__name__)
def test_whoever_is_not_in_the_team_is_told_so_for_known_and_unknown_cases_alike(
    desk: Desk, who: Speaker, command: type[TakeCase | LookAtDetails]
) -> None:
    reference = desk.opens()
    known = desk.refuses(who, command(reference), NotAllowed)
    assert known == desk.refuses(who, command("DSR-2026-9999"), NotAllowed)


def test_a_button_of_yesterday_says_what_has_changed_since(desk: Desk) -> None:
    reference = desk.opens()
    seen = desk.case(reference).version
    desk.does(PRIYA, TakeCase(reference, seen=seen))
    said = desk.refuses(PIETER, TakeCase(reference, seen=seen), Stale)
    assert said == f"{reference} changed meanwhile: taken (Priya). Please look again."


def test_a_look_at_the_details_is_on_record_and_changes_nothing(desk: Desk) -> None:
    reference = desk.opens()
    before = desk.case(reference)
    desk.does(NOOR, LookAtDetails(reference))
    assert desk.case(reference) == before and desk.events == []
    assert desk.details(reference).subject.email == USUAL.subject.email
    assert desk.details(reference).words == USUAL.words and desk.details(reference).text == MAIL
    assert _log(desk, reference)[-1] == ("details_seen", NOOR.id)


def test_asking_who_they_are_without_a_doubt_stops_no_clock(desk: Desk) -> None:
    reference = desk.opens()
    desk.does(PRIYA, AskVerification(reference, TODAY))
    case = desk.case(reference)
    assert (case.verification, case.verification_asked_on) == (Verification.ASKED, TODAY)
    assert case.requests[0].status is Status.AWAITING_VERIFICATION
    assert not case.requests[0].paused
    assert "no ID copy is needed" in desk.told(SAM)


def test_a_reasonable_doubt_stops_the_european_clock_until_the_answer(desk: Desk) -> None:
    reference = desk.opens()
    desk.does(PRIYA, AskVerification(reference, TODAY, waits=(Right.ERASURE,)))
    request = desk.request(reference)
    assert request.paused and request.clock is ClockStatus.PAUSED and request.due is None
    assert request.safe_due == date(2026, 4, 5)  # stays in sight
    answered = desk.days_later(10)
    desk.does(PRIYA, MarkVerified(reference, answered, "contact_point", True, 0, True))
    request = desk.request(reference)
    assert not request.paused and request.safe_due == date(2026, 4, 15) and request.due == date(2026, 4, 15)
    assert desk.case(reference).verification is Verification.VERIFIED


def test_in_britain_the_month_begins_anew_with_the_answer(desk: Desk) -> None:
    reference = desk.opens(asking(subject=BRITAIN, source_marks=()))
    desk.does(PRIYA, AskVerification(reference, TODAY, waits=(Right.ERASURE,)))
    assert desk.request(reference).clock is ClockStatus.CLOCK_NOT_STARTED
    desk.days_later(10)
    desk.does(PRIYA, MarkVerified(reference, date(2026, 3, 16), "contact_point", True, 0, True))
    assert desk.request(reference).due == date(2026, 4, 16)


def test_california_stops_no_clock_for_proof_but_keeps_that_it_was_asked_for(desk: Desk) -> None:
    reference = desk.opens(asking(subject=CALIFORNIA, source_marks=()))
    due = desk.request(reference).due
    said = desk.refuses(PRIYA, AskVerification(reference, TODAY, waits=(Right.ERASURE,)))
    assert said
    assert desk.case(reference).verification is Verification.NEEDED
    desk.does(PRIYA, AskVerification(reference, TODAY))
    assert desk.case(reference).verification is Verification.ASKED
    assert desk.request(reference).due == due


def test_nobody_is_asked_for_an_opt_out(desk: Desk) -> None:
    reference = desk.opens(asking(Right.OPT_OUT_MARKETING))
    said = desk.refuses(PRIYA, AskVerification(reference, TODAY), IllegalMove)
    assert said == f"Nobody needs to prove who they are for {reference}: the law asks for no check."


def test_a_check_that_failed_leaves_the_clock_standing_and_may_be_tried_again(desk: Desk) -> None:
    reference = desk.opens()
    desk.does(PRIYA, AskVerification(reference, TODAY, waits=(Right.ERASURE,)))
    desk.does(PRIYA, MarkVerified(reference, TODAY, "data_points", False, 1, False))
    assert desk.case(reference).verification is Verification.FAILED
    assert desk.request(reference).paused
    desk.does(PRIYA, MarkVerified(reference, TODAY, "data_points", False, 3, True))
    assert not desk.request(reference).paused
    said = desk.refuses(PRIYA, MarkVerified(reference, TODAY, "account", True, 0, True), IllegalMove)
    assert said == f"{reference} is verified already."


@pytest.mark.parametrize(
    ("check", "said"),
    [
        (MarkVerified("", TODAY, "contact_point", False, 0, True), "proves nothing"),
        (MarkVerified("", TODAY, "data_points", True, 0, True), "At least one detail"),
        (MarkVerified("", TODAY, "passport", True, 0, True), "Please choose how"),
        (MarkVerified("", TODAY + timedelta(days=1), "account", True, 0, True), "not come yet"),
        (MarkVerified("", RECEIPT - timedelta(days=1), "account", True, 0, True), "before the request came in"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_check_that_proves_nothing_is_refused(desk: Desk, check: MarkVerified, said: str) -> None:
    reference = desk.opens()
    assert said in desk.refuses(PRIYA, replace(check, case=reference))


def test_the_acknowledgement_is_noted_once(desk: Desk) -> None:
    reference = desk.opens(asking(Right.ERASURE, Right.ACCESS))
    desk.does(PRIYA, Acknowledge(reference, TODAY))
    assert [request.acknowledged_on for request in desk.case(reference).requests] == [TODAY, TODAY]
    assert "on record already" in desk.refuses(PRIYA, Acknowledge(reference, TODAY), IllegalMove)


def test_an_extension_with_reason_and_notice_moves_the_date_and_the_reporter_hears_it(desk: Desk) -> None:
    reference = desk.opens()
    done = desk.does(PRIYA, Extend(reference, Right.ERASURE, "complexity", TODAY, "many systems"))
    request = desk.request(reference)
    assert request.extended and request.due == date(2026, 6, 5)  # three months from receipt, never chained
    assert "5 Jun 2026" in done.said and "5 Jun 2026" in desk.thread() and "5 Jun 2026" in desk.told(SAM)
    assert "many systems" not in desk.thread()
    assert request.refusal_notice_by == date(2026, 4, 7)  # a refusal has no more time than before


@pytest.mark.parametrize(
    ("reason", "days", "said"),
    [
        ("", 0, "An extension needs a reason."),
        ("holidays", 0, "gives no extension for this reason"),
        ("complexity", 40, "It is too late to extend: the person had to be told by 7 Apr 2026."),
    ],
)
def test_an_extension_is_refused_without_a_reason_of_the_law_or_too_late(
    desk: Desk, reason: str, days: int, said: str
) -> None:
    reference = desk.opens()
    before = desk.request(reference)
    assert said in desk.refuses(PRIYA, Extend(reference, Right.ERASURE, reason, desk.days_later(days)))
    assert desk.request(reference) == before


def test_an_extension_is_possible_once_and_never_for_an_opt_out(desk: Desk) -> None:
    reference = desk.opens(asking(Right.ERASURE, Right.OPT_OUT_MARKETING))
    desk.does(PRIYA, Extend(reference, Right.ERASURE, "complexity", TODAY))
    assert "once" in desk.refuses(PRIYA, Extend(reference, Right.ERASURE, "complexity", TODAY), IllegalMove)
    assert desk.refuses(PRIYA, Extend(reference, Right.OPT_OUT_MARKETING, "complexity", TODAY))
    assert "not part of" in desk.refuses(PRIYA, Extend(reference, Right.ACCESS, "complexity", TODAY), IllegalMove)


def test_a_clock_is_stopped_and_started_again_where_the_law_knows_it(desk: Desk) -> None:
    reference = desk.opens(asking(Right.ACCESS))
    desk.does(PRIYA, PauseClock(reference, Right.ACCESS, PauseReason.CLARIFICATION, TODAY))
    assert desk.request(reference, Right.ACCESS).status is Status.AWAITING_CLARIFICATION
    again = PauseClock(reference, Right.ACCESS, PauseReason.CLARIFICATION, TODAY)
    assert "already" in desk.refuses(PRIYA, again, IllegalMove)
    answered = desk.days_later(4)
    assert "before the question" in desk.refuses(PRIYA, ResumeClock(reference, Right.ACCESS, RECEIPT))
    desk.does(PRIYA, ResumeClock(reference, Right.ACCESS, answered))
    request = desk.request(reference, Right.ACCESS)
    assert request.safe_due == date(2026, 4, 9) and request.clock is ClockStatus.RUNNING
    assert "is running" in desk.refuses(PRIYA, ResumeClock(reference, Right.ACCESS, answered), IllegalMove)


def test_a_pause_that_comes_after_the_date_revives_nothing(desk: Desk) -> None:
    reference = desk.opens(asking(Right.ACCESS))
    late = PauseClock(reference, Right.ACCESS, PauseReason.CLARIFICATION, desk.days_later(60))
    assert "does not revive" in desk.refuses(PRIYA, late)


def test_reminders_are_put_off_with_a_reason_and_never_past_the_date(desk: Desk) -> None:
    reference = desk.opens()
    until = TODAY + timedelta(days=10)
    desk.does(PRIYA, Snooze(reference, until, "waiting for legal"))
    assert desk.case(reference).snoozed_until == until
    assert "waiting for legal" not in desk.thread()
    assert "at most" in desk.refuses(PRIYA, Snooze(reference, date(2026, 4, 6), "no time"))
    assert "still to come" in desk.refuses(PRIYA, Snooze(reference, TODAY, "no time"))
    assert "Please say why." in desk.refuses(PRIYA, Snooze(reference, until, " "))


def test_the_dpo_hears_of_a_possible_breach_at_once_and_the_words_stay_out_of_the_channel(desk: Desk) -> None:
    reference = desk.opens()
    words = "someone got my data"
    done = desk.does(SAM, ReportBreach(desk.clock.now(), words, case=reference))
    assert words in desk.told("dpo") and "72 hours" in desk.told("dpo")
    assert words not in desk.thread() and "data breach" in desk.thread()
    assert done.reference == reference
    assert desk.does(SAM, ReportBreach(desk.clock.now(), words)).reference == ""


def test_a_legal_demand_goes_to_the_legal_team(desk: Desk) -> None:
    done = desk.does(SAM, PassToLegal(desk.clock.now(), "You are commanded to produce"))
    assert "You are commanded" in desk.told("legal") and "delete nothing" in done.said


def test_an_unknown_case_is_said_to_be_unknown_to_the_team(desk: Desk) -> None:
    commands: list[Command] = [TakeCase("DSR-2026-0404"), LookAtDetails("nonsense")]
    for command in commands:
        assert desk.refuses(PRIYA, command, Refused).startswith("There is no case")


def _log(desk: Desk, reference: str) -> list[tuple[str, str]]:
    with desk.work() as work:
        rows = work.session.exec(
            select(AuditRow).where(AuditRow.case_id == desk.case(reference).id).order_by(col(AuditRow.id))
        ).all()
        return [(row.code.value, row.who) for row in rows]


def test_a_letter_is_noted_with_its_day_and_its_words_are_not_kept(desk: Desk) -> None:
    reference = desk.opens()
    said = desk.does(PRIYA, RecordLetter(reference, "receipt", "nl", TODAY)).said
    assert said == "Noted: the letter went out on 6 Mar 2026."
    assert desk.thread() == "A letter went out on 6 Mar 2026: Receipt."
    assert "not come yet" in desk.refuses(PRIYA, RecordLetter(reference, "receipt", "nl", TODAY + timedelta(days=1)))
    assert "choose a letter" in desk.refuses(PRIYA, RecordLetter(reference, "poem", "nl", TODAY))


def test_work_that_is_done_stays_with_its_request(desk: Desk) -> None:
    reference = desk.opens(asking(Right.COMPLAINT))
    said = desk.does(PRIYA, NoteWork(reference, Right.COMPLAINT, ("dpo", "no such step"))).said
    assert said == "Noted: 1 of 2 steps are done."
    assert desk.case(reference).requests[0].done == ("dpo",)
    assert "1 of 2 steps" in desk.thread()


def test_work_that_was_done_is_done_still_after_the_role_went_to_and_fro(desk: Desk) -> None:
    reference = desk.opens()
    done = ("confirm", "keep", "tell")
    desk.does(PRIYA, NoteWork(reference, Right.ERASURE, done))
    desk.does(PRIYA, DecideRole(reference, Role.PROCESSOR, Context.EMPLOYER, "Tulip Ltd"))
    said = desk.does(PRIYA, NoteWork(reference, Right.ERASURE, ("forward",))).said
    assert said == "Noted: 1 of 2 steps are done." and "1 of 2 steps" in desk.thread()
    desk.does(PRIYA, DecideRole(reference, Role.CONTROLLER, Context.EVENT))
    assert set(desk.request(reference).done) == set(done), "nobody's: to be passed on anew, should it be a customer's"
    said = desk.does(PRIYA, NoteWork(reference, Right.ERASURE, (*done, "suppress"))).said
    assert said == "Noted: 4 of 4 steps are done."
    desk.does(PRIYA, NoteWork(reference, Right.ERASURE, ("keep",)))
    assert desk.request(reference).done == ("keep",)


def test_what_one_customer_was_sent_another_does_not_have(desk: Desk) -> None:
    reference = desk.opens()
    desk.does(PRIYA, DecideRole(reference, Role.PROCESSOR, Context.EMPLOYER, "Tulip Ltd"))
    desk.does(PRIYA, NoteWork(reference, Right.ERASURE, ("forward",)))
    desk.does(PRIYA, DecideRole(reference, Role.BOTH, Context.EMPLOYER, "tulip ltd"))
    assert desk.request(reference).done == ("forward",)
    desk.does(PRIYA, DecideRole(reference, Role.PROCESSOR, Context.EMPLOYER, "Rose Ltd"))
    assert desk.request(reference).done == ()


def test_a_processor_has_no_clock_and_a_customer_to_tell(desk: Desk) -> None:
    reference = desk.opens()
    nameless = DecideRole(reference, Role.PROCESSOR, Context.EMPLOYER)
    assert "name the customer" in desk.refuses(PRIYA, nameless)
    desk.does(PRIYA, DecideRole(reference, Role.PROCESSOR, Context.EMPLOYER, "Tulip Ltd"))
    case = desk.case(reference)
    assert (case.role, case.counts_to) == ("processor", None)
    assert all(request.clock is ClockStatus.REDIRECT_TO_CONTROLLER for request in case.requests)
    assert "pass the request on to the customer" in desk.thread() and "Tulip" not in desk.thread()
    desk.does(PRIYA, DecideRole(reference, Role.CONTROLLER, Context.EVENT))
    assert desk.case(reference).counts_to is not None


def test_a_customer_s_user_is_never_asked_who_they_are(desk: Desk) -> None:
    reference = desk.opens()
    assert desk.case(reference).verification is Verification.NEEDED
    desk.does(PRIYA, DecideRole(reference, Role.PROCESSOR, Context.RESELLER, "Tulip Ltd"))
    assert desk.case(reference).verification is Verification.NOT_NEEDED
    assert "Nobody needs to prove" in desk.refuses(PRIYA, AskVerification(reference, TODAY), IllegalMove)
    desk.does(PRIYA, DecideRole(reference, Role.CONTROLLER, Context.TRIAL))
    assert desk.case(reference).verification is Verification.NEEDED


def test_our_own_days_for_children_and_questions_are_the_policy_s(desk: Desk) -> None:
    for right in (Right.MINOR_REPORT, Right.QUESTION):
        request = desk.request(desk.opens(asking(right)), right)
        assert (request.due, request.target_due) == (None, date(2026, 3, 12))  # five working days after Thursday


def test_swiss_law_sets_no_longest_time_so_the_day_that_was_told_holds(desk: Desk) -> None:
    swiss = Person(name="Urs", email="urs@x.example", country="CH")
    reference = desk.opens(asking(Right.ACCESS, subject=swiss))
    assert desk.request(reference, Right.ACCESS).due == date(2026, 4, 4)
    nameless = Extend(reference, Right.ACCESS, "complexity", TODAY)
    assert "no longest time" in desk.refuses(PRIYA, nameless)
    early = Extend(reference, Right.ACCESS, "complexity", TODAY, until=date(2026, 4, 1))
    assert "ends after the date that holds now" in desk.refuses(PRIYA, early)
    desk.does(PRIYA, Extend(reference, Right.ACCESS, "complexity", TODAY, until=date(2026, 5, 15)))
    assert desk.request(reference, Right.ACCESS).due == date(2026, 5, 15)
