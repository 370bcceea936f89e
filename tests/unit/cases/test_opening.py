"""A case is opened, or what came in is linked to the one that is there: nothing doubled, nothing dropped."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import select

from bot.cases import load
from bot.cases.actions import ShowDetails
from bot.cases.commands import AddToCase, AskVerification, CloseRequests, CorrectCase, MarkVerified, OpenCase, TakeCase
from bot.cases.snapshot import Person
from bot.cases.tables import CaseRow
from bot.cases.views import case_card
from bot.cases.words import Arrival, Reason, Status, Verification
from bot.cases.work import CaseChanged, TellColleague
from bot.conversation.action import decoded
from bot.errors import NotAllowed
from bot.policy.sections import Organisation
from bot.rights import Right
from bot.understanding.reading import Flag
from bot.wording import speaking
from tests.lines import each
from tests.people import EVA, NOOR, OTTO, PRIYA, SAM
from tests.unit.cases.desk import MAIL, RECEIVED, USUAL, Desk, asking, once_more

CALIFORNIA = Person(name="Cal Reyes", email="cal@x.example", country="US", state="CA")
SPAIN = Person(name="Ana Diaz", email="ana@x.example", country="ES")


def test_a_mail_becomes_a_case_with_a_reference_and_its_dates(desk: Desk) -> None:
    done = desk.does(SAM, USUAL)
    assert (done.reference, done.opened) == ("DSR-2026-0001", True)
    case, request = desk.case(done.reference), desk.request(done.reference)
    assert case.reporter == SAM.id and case.owner is None and case.open
    assert request.receipt_date == date(2026, 3, 5)
    assert request.safe_due == date(2026, 4, 5)
    assert request.due == date(2026, 4, 7)  # Easter Sunday and Monday are days off
    assert case.counts_to == request.safe_due
    assert any(line.startswith("Legal date 7 Apr 2026: 1 month from 5 Mar 2026") for line in request.explained)
    assert CaseChanged(case.id) in desk.events


def test_references_count_up_within_the_year_of_the_teams_zone(desk: Desk) -> None:
    desk.opens()
    assert desk.opens(_of("bo@x.example")) == "DSR-2026-0002"
    desk.clock.at = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)  # New Year in Amsterdam
    assert desk.opens(_of("cy@x.example")) == "DSR-2027-0001"


def test_erasure_needs_proof_and_an_opt_out_does_not(desk: Desk) -> None:
    assert desk.case(desk.opens()).verification is Verification.NEEDED
    opt_out = desk.opens(_of("bo@x.example", Right.OPT_OUT_MARKETING))
    assert desk.case(opt_out).verification is Verification.NOT_NEEDED


def test_the_law_that_is_named_runs_where_nobody_knows_the_residence(desk: Desk) -> None:
    somebody = Person(name="Ana Diaz", email="ana@x.example")
    reference = desk.opens(replace(asking(Right.ACCESS, subject=somebody), law_hint="br_lgpd"))
    assert desk.case(reference).regimes == ("br_lgpd",)
    assert desk.request(reference, Right.ACCESS).safe_due == date(2026, 3, 20)  # fifteen days


def card(desk: Desk, reference: str) -> str:
    with desk.work() as work, speaking("en"):
        return case_card(desk.case(reference), work.policy, today=work.today).plain()


LESS = "a law that I have no dates for may apply, too, and give less time"


@pytest.mark.parametrize(
    ("country", "hint", "warned"),
    [
        ("AR", None, True),  # its own law gives ten days
        ("AR", "other", True),
        (None, "other", True),
        (None, "gdpr other", True),
        ("US", None, False),  # most states have none
        ("NL", "other", False),  # the home decides
        ("NL", "gdpr", False),
        (None, None, False),
    ],
)
def test_where_a_law_may_hold_that_the_desk_does_not_have_the_card_says_so(
    desk: Desk, country: str | None, hint: str | None, warned: bool
) -> None:
    somebody = Person(name="Ana Diaz", email="ana@x.example", country=country)
    reference = desk.opens(replace(asking(Right.ACCESS, subject=somebody), law_hint=hint))
    assert (LESS in card(desk, reference)) is warned


def test_whoever_tells_the_home_or_the_laws_settles_which_hold(desk: Desk) -> None:
    somebody = Person(name="Ana Diaz", email="ana@x.example", country="AR")
    reference = desk.opens(asking(Right.ACCESS, subject=somebody))
    desk.does(PRIYA, CorrectCase(reference, "lives in Spain", subject=replace(somebody, country="ES")))
    assert LESS not in card(desk, reference)
    desk.does(PRIYA, CorrectCase(reference, "no, in Argentina", subject=somebody))
    assert LESS in card(desk, reference)
    desk.does(PRIYA, CorrectCase(reference, "nobody knows", subject=replace(somebody, country=None)))
    assert LESS not in card(desk, reference) and "where the person lives is not known" in card(desk, reference)
    desk.does(PRIYA, CorrectCase(reference, "Argentina after all", subject=somebody))
    assert LESS in card(desk, reference)
    desk.does(PRIYA, CorrectCase(reference, "counsel looked", regimes=("eu_gdpr",)))
    assert LESS not in card(desk, reference)


def test_where_nobody_knows_the_residence_the_earliest_date_of_several_laws_counts(desk: Desk) -> None:
    reference = desk.opens(asking(Right.ACCESS, subject=Person(name="Ana Diaz", email="ana@x.example")))
    case = desk.case(reference)
    assert case.regimes == ("eu_gdpr", "us_ca") and not case.residence_known
    request = desk.request(reference, Right.ACCESS)
    assert request.ack_due == date(2026, 3, 19)  # California's, ten business days
    assert request.safe_due == date(2026, 4, 5)  # the EU's


def test_the_same_mail_again_is_linked(desk: Desk) -> None:
    first = desk.opens()
    again = desk.does(EVA, USUAL)
    assert (again.reference, again.opened) == (first, False)
    assert "on record already" in again.said and first in again.said
    assert "The same mail came in again, from Eva." in desk.thread()
    assert desk.case(first).reporters == (SAM.id, EVA.id)
    assert desk.details(first).text == MAIL  # not twice


def test_the_same_mail_with_a_right_that_was_overlooked_adds_it(desk: Desk) -> None:
    first = desk.opens()
    again = desk.does(EVA, asking(Right.ERASURE, Right.ACCESS))
    assert not again.opened and "New in it: Send a copy." in again.said
    assert [request.right for request in desk.case(first).requests] == [Right.ERASURE, Right.ACCESS]


def test_the_same_mail_about_another_person_is_another_case(desk: Desk) -> None:
    first = desk.opens()
    other = desk.does(SAM, asking(subject=Person(name="Bo", email="bo@x.example", country="NL")))
    assert other.opened and other.reference != first


def test_the_same_mail_after_closing_opens_nothing_but_its_owner_hears_of_it(desk: Desk) -> None:
    first = desk.opens()
    desk.does(PRIYA, TakeCase(first))
    _deny(desk, first)
    again = desk.does(EVA, USUAL)
    assert not again.opened and again.reference == first
    assert "which is closed" in desk.told(PRIYA)
    assert not desk.case(first).open


def test_another_mail_of_the_same_person_with_the_same_wish_is_linked(desk: Desk) -> None:
    first = desk.opens()
    again = desk.does(EVA, once_more(subject=Person(email="ANA.Diaz@X.example ", country="NL")))
    assert (again.reference, again.opened) == (first, False)
    assert "Once more" in desk.details(first).text and MAIL in desk.details(first).text
    assert EVA.id in desk.case(first).reporters
    assert "The same person wrote again" in desk.thread()


def test_another_wish_of_the_same_person_gets_a_linked_case_of_its_own(desk: Desk) -> None:
    first = desk.opens()
    received = RECEIVED + timedelta(hours=20)
    done = desk.does(EVA, once_more(Right.ERASURE, Right.ACCESS, received_at=received))
    assert done.opened and first in done.said and done.reference in done.said
    new = desk.case(done.reference)
    assert [request.right for request in new.requests] == [Right.ACCESS]
    assert new.linked == (("again", first),)
    assert desk.case(first).linked == (("asked_again", done.reference),)
    assert new.received_at == received


def test_somebody_who_asks_once_more_after_closing_is_known_again(desk: Desk) -> None:
    first = desk.opens()
    _deny(desk, first)
    done = desk.does(EVA, once_more())
    assert done.opened and desk.case(done.reference).linked == (("again", first),)


def test_a_reply_that_carries_the_reference_joins_its_case(desk: Desk) -> None:
    first = desk.opens()
    done = desk.does(EVA, once_more(Right.ERASURE, Right.ACCESS, joins=f" {first.lower()}"))
    assert (done.reference, done.opened) == (first, False)
    assert [request.right for request in desk.case(first).requests] == [Right.ERASURE, Right.ACCESS]
    assert "Once more" in desk.details(first).text


def test_whoever_only_knows_a_reference_does_not_become_a_reporter(desk: Desk) -> None:
    first = desk.opens()
    desk.does(EVA, once_more(subject=Person(name="somebody"), joins=first))
    assert desk.case(first).reporters == (SAM.id,)


def test_a_reply_from_another_address_adds_no_request_to_a_verified_person(desk: Desk) -> None:
    first = desk.opens()
    stranger = Person(email="eve@y.example", country="NL")
    done = desk.does(EVA, once_more(Right.ACCESS, subject=stranger, joins=first))
    assert done.opened and desk.case(done.reference).linked == (("again", first),)
    assert [request.right for request in desk.case(first).requests] == [Right.ERASURE]
    assert "Once more" in desk.details(first).text


@pytest.mark.parametrize("who", [Person(email="eve@y.example", country="NL"), Person(name="Eve")], ids=["known", "not"])
def test_whoever_names_a_verified_persons_case_is_heard_apart(desk: Desk, who: Person) -> None:
    first = desk.opens()
    desk.does(PRIYA, MarkVerified(first, date(2026, 3, 6), "account", True, 0, True))
    before = desk.case(first)
    theirs = once_more(Right.ERASURE, Right.ACCESS, subject=who, joins=first, received_at=RECEIVED - timedelta(days=9))
    done = desk.does(EVA, theirs)
    assert "may come from somebody else" in done.said
    assert f"what it asks for is {done.reference} now" in desk.thread()
    assert f"It names {first}, but may come from somebody else." in desk.thread()
    new, old = desk.case(done.reference), desk.case(first)
    assert [r.right for r in new.requests] == [Right.ERASURE, Right.ACCESS]
    assert new.verification is Verification.NEEDED and new.linked == (("again", first),)
    assert new.received_at == theirs.received_at
    assert (old.received_at, old.requests) == (before.received_at, before.requests)
    assert old.verification is Verification.VERIFIED
    again = desk.does(EVA, theirs)
    assert (again.reference, again.opened) == (done.reference, False)
    assert desk.case(first).received_at == before.received_at


def test_a_known_person_is_no_proof_for_a_verified_one_without_an_address(desk: Desk) -> None:
    first = desk.opens(asking(subject=Person(name="Ana", country="NL")))
    desk.does(PRIYA, MarkVerified(first, date(2026, 3, 6), "account", True, 0, True))
    done = desk.does(EVA, once_more(Right.ACCESS, joins=first))
    assert done.opened and desk.case(done.reference).verification is Verification.NEEDED
    assert [r.right for r in desk.case(first).requests] == [Right.ERASURE]


def test_a_plain_reply_of_somebody_unidentified_joins_and_moves_no_clock(desk: Desk) -> None:
    first = desk.opens()
    reply = once_more(subject=Person(name="Ana"), joins=first, received_at=RECEIVED - timedelta(days=9))
    done = desk.does(EVA, reply)
    assert (done.reference, done.opened) == (first, False)
    assert "Once more" in desk.details(first).text
    assert desk.case(first).received_at == RECEIVED
    assert desk.request(first).receipt_date == date(2026, 3, 5)


def test_the_same_words_after_closing_are_a_new_request_and_the_very_mail_is_not(desk: Desk) -> None:
    words = ("content", "please delete me")
    first = desk.opens(asking(source_marks=(("message_id", "<one@mail.x.example>"), words)))
    _deny(desk, first)
    same_moment = desk.does(EVA, asking(source_marks=(words,)))
    assert (same_moment.reference, same_moment.opened) == (first, False)
    later = asking(source_marks=(("message_id", "<two@mail.x.example>"), words), received_at=desk.clock.now())
    done = desk.does(EVA, later)
    assert done.opened and desk.case(done.reference).linked == (("again", first),)
    again = desk.does(EVA, later)
    assert (again.reference, again.opened) == (done.reference, False)
    very_mail = desk.does(EVA, replace(later, source_marks=USUAL.source_marks))
    assert not very_mail.opened


def test_a_mail_about_a_verified_person_adds_nothing_when_handed_over_without_their_name(desk: Desk) -> None:
    first = desk.opens()
    desk.does(PRIYA, MarkVerified(first, date(2026, 3, 6), "account", True, 0, True))
    done = desk.does(EVA, asking(Right.ERASURE, Right.ACCESS, subject=Person()))
    assert done.opened and [r.right for r in desk.case(first).requests] == [Right.ERASURE]
    assert [r.right for r in desk.case(done.reference).requests] == [Right.ACCESS]
    again = desk.does(EVA, asking(Right.ERASURE, Right.ACCESS, subject=Person()))
    assert not again.opened


def test_a_reply_to_a_closed_case_is_a_new_request(desk: Desk) -> None:
    first = desk.opens()
    _deny(desk, first)
    done = desk.does(EVA, once_more(joins=first))
    assert done.opened and desk.case(done.reference).linked == (("again", first),)
    assert "Once more" in desk.details(first).text


def test_an_unknown_reference_loses_nothing(desk: Desk) -> None:
    done = desk.does(SAM, asking(joins="DSR-2019-9999"))
    assert done.opened and desk.case(done.reference).open


def test_a_reply_that_asks_for_nothing_is_kept_with_its_case(desk: Desk) -> None:
    first = desk.opens()
    seen = desk.case(first).version
    done = desk.does(EVA, replace(once_more(joins=first), rights=()))
    assert not done.opened and "Once more" in desk.details(first).text
    assert desk.case(first).version > seen


def test_words_about_a_closed_case_reach_the_team(desk: Desk) -> None:
    first = desk.opens()
    _deny(desk, first)
    more = AddToCase(first, "But I never agreed.", RECEIVED, Arrival.EMAIL)
    desk.does(EVA, more)
    assert "which is closed" in desk.told("team") and "[Details …]" in desk.told("team")
    assert "But I never agreed." in desk.details(first).text


def test_what_came_in_about_a_closed_case_is_one_press_away(desk: Desk) -> None:
    first = desk.opens()
    desk.does(PRIYA, TakeCase(first))
    _deny(desk, first)
    desk.does(EVA, AddToCase(first, "But I never agreed.", RECEIVED, Arrival.EMAIL))
    (told,) = [event.card for event in desk.events if isinstance(event, TellColleague) and event.colleague == PRIYA.id]
    (button,) = told.buttons()
    action = decoded(button.payload)
    assert isinstance(action, ShowDetails)
    assert (action.case, action.seen) == (first, desk.case(first).version)


def test_an_earlier_arrival_moves_the_clock_back(desk: Desk) -> None:
    first = desk.opens()
    desk.does(EVA, asking(received_at=RECEIVED - timedelta(days=3)))
    request = desk.request(first)
    assert request.receipt_date == date(2026, 3, 2) and request.due == date(2026, 4, 2)
    assert "reached us earlier than we knew" in desk.thread()


def test_an_earlier_arrival_of_a_case_that_stands_still_tells_the_date_in_sight(desk: Desk) -> None:
    reference = desk.opens()
    desk.does(PRIYA, AskVerification(reference, date(2026, 3, 6), waits=(Right.ERASURE,)))
    desk.does(EVA, asking(received_at=RECEIVED - timedelta(days=3)))
    assert "No legal date runs now. Read strictly, 2 Apr 2026 counts." in desk.thread()


def test_a_date_in_the_future_or_before_the_gdpr_is_refused(desk: Desk) -> None:
    assert "future" in desk.refuses(SAM, asking(received_at=desk.clock.now() + timedelta(hours=1)))
    assert "25 May 2018" in desk.refuses(SAM, asking(received_at=datetime(2018, 5, 24, tzinfo=UTC)))


def test_a_senders_fast_clock_counts_as_now(desk: Desk) -> None:
    reference = desk.opens(asking(received_at=desk.clock.now() + timedelta(minutes=5)))
    assert desk.case(reference).received_at == desk.clock.now()


def test_a_case_without_a_wish_is_refused(desk: Desk) -> None:
    assert desk.refuses(SAM, replace(USUAL, rights=())) == "Please say what the person asks for."


def test_a_guest_opens_nothing(desk: Desk) -> None:
    assert "colleagues only" in desk.refuses(OTTO, USUAL, NotAllowed)


def test_a_complaint_reaches_the_dpo_at_once_and_a_legal_demand_the_legal_team(desk: Desk) -> None:
    words = (("complaint", "Nobody ever answered me."),)
    reference = desk.opens(asking(Right.COMPLAINT, subject=Person(email="bo@x.example"), words=words))
    assert reference in desk.told("dpo") and "bo@x.example" not in desk.told("dpo")
    assert "Nobody ever answered me." in desk.told("dpo") and "Nobody" not in desk.thread()
    reference = desk.opens(asking(flags=(Flag.LEGAL_DEMAND,)))
    assert reference in desk.told("legal")


def test_words_in_place_of_a_ticket_number_stay_with_the_details(desk: Desk) -> None:
    reference = desk.opens(asking(ticket="the mail of ana.diaz@x.example"))
    assert desk.case(reference).ticket is None
    assert ("Ticket", "the mail of ana.diaz@x.example") in desk.details(reference).answers


def test_one_persons_two_accounts_are_one_reporter(desk: Desk) -> None:
    reference = desk.opens(by=NOOR)
    elsewhere = NOOR.model_copy(update={"platform": "slack", "user": "U7"})
    desk.hello(elsewhere)
    with desk.work(elsewhere) as work:
        assert [case.reference for case in load.cases_of_reporter(work, elsewhere.id)] == [reference]


def _of(email: str, *rights: Right) -> OpenCase:
    return asking(*rights, subject=Person(email=email, country="NL"), source_marks=())


def _deny(desk: Desk, reference: str) -> None:
    desk.does(PRIYA, CloseRequests(reference, (Right.ERASURE,), Status.DENIED, Reason.NO_MATCH, told="No match."))
    assert not desk.case(reference).open


def test_a_third_request_to_know_within_a_year_is_flagged_in_california_and_nowhere_else(desk: Desk) -> None:
    for place, flagged in ((CALIFORNIA, True), (SPAIN, False)):
        reference = ""
        for number in range(3):
            reference = desk.opens(asking(Right.ACCESS, subject=place, source_marks=(), text=f"number {number}"))
            if number < 2:
                assert Flag.REPEATS not in desk.case(reference).flags
                desk.does(PRIYA, MarkVerified(reference, desk.today, "account", True, 0, True))
                desk.does(PRIYA, CloseRequests(reference, (Right.ACCESS,), Status.FULFILLED))
        assert (Flag.REPEATS in desk.case(reference).flags) is flagged
        assert desk.case(reference).open


def test_what_is_asked_for_at_once_counts_once(desk: Desk) -> None:
    both = (Right.ACCESS, Right.KNOW_CATEGORIES)
    first = desk.opens(asking(*both, subject=CALIFORNIA, source_marks=(), text="number 0"))
    desk.does(PRIYA, MarkVerified(first, desk.today, "account", True, 0, True))
    desk.does(PRIYA, CloseRequests(first, both, Status.FULFILLED))
    second = desk.opens(asking(Right.ACCESS, subject=CALIFORNIA, source_marks=(), text="number 1"))
    assert Flag.REPEATS not in desk.case(second).flags


def test_a_deletion_is_never_counted(desk: Desk) -> None:
    reference = ""
    for number in range(3):
        reference = desk.opens(asking(Right.ERASURE, subject=CALIFORNIA, source_marks=(), text=f"number {number}"))
        desk.does(PRIYA, MarkVerified(reference, desk.today, "account", True, 0, True))
        desk.does(PRIYA, CloseRequests(reference, (Right.ERASURE,), Status.FULFILLED))
    assert Flag.REPEATS not in desk.case(reference).flags


def test_whatever_concerns_a_child_goes_to_the_dpo_at_once(desk: Desk) -> None:
    reference = desk.opens(asking(Right.MINOR_REPORT))
    assert f"{reference} may be about somebody under 16." in desk.told("dpo")
    assert "nothing of theirs is sold or shared" in desk.told("dpo")


def test_each_case_keeps_the_privacy_policy_that_was_in_force_when_it_came_in(desk: Desk) -> None:
    reference = desk.opens()
    with desk.work() as work:
        (kept,) = work.session.exec(select(CaseRow.policy_version).where(CaseRow.reference == reference)).all()
    assert kept.startswith("2023-06-08 ")


@each(("day", "version"), [("2020-01-01", "2021-05-01"), ("2023-06-07", "2021-05-01"), ("2023-06-08", "2023-06-08")])
def test_a_policy_version_holds_from_its_day_on(day: str, version: str) -> None:
    ours = Organisation(name="Northloop", policy_version=date(2023, 6, 8), earlier_versions=(date(2021, 5, 1),))
    assert ours.version_on(date.fromisoformat(day)) == date.fromisoformat(version)
