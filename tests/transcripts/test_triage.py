"""Whose case it is, who the person is, and the clocks: what the privacy team does from day to day."""

from datetime import UTC, date, datetime

from bot.cases import commands as c
from bot.cases.snapshot import PauseView
from bot.cases.words import Verification
from bot.conversation.action import CaseAction
from bot.conversation.card import Card
from bot.conversation.turn import Speaker
from bot.law.words import ClockStatus, PauseReason
from bot.rights import Right
from flows.triage import HANDLERS
from tests.cases import a_case, a_request
from tests.lines import each
from tests.transcripts.at_the_card import CALIFORNIA, PRIYA, AtTheCard
from tests.transcripts.talk import colleague

# -- whose case it is -------------------------------------------------------------------------------------------------


def test_taking_a_case() -> None:
    talk = AtTheCard(a_case())
    talk.presses("Take it")
    assert talk.commands == [c.TakeCase("DSR-2026-0042", seen=3)]


def test_a_case_that_a_colleague_took_a_moment_ago_is_not_taken_away() -> None:
    talk = AtTheCard(a_case())
    talk.case = a_case(owner="workspace:local:pieter", owner_name="Pieter Bos", version=4)
    talk.presses("Take it")
    talk.shows("Pieter Bos has taken DSR-2026-0042 already")
    assert not talk.commands


def test_giving_a_case_to_a_colleague() -> None:
    talk = AtTheCard(a_case(owner=PRIYA.id, owner_name=PRIYA.name))
    talk.presses("Give to …")
    assert talk.offered("to") == ["workspace:local:pieter"]
    talk.submits()
    assert talk.errors == {"to": "Please choose a colleague."}
    talk.submits(to=["workspace:local:pieter"])
    assert talk.commands == [c.GiveCase("DSR-2026-0042", "workspace:local:pieter", seen=3)]


def test_quieting_reminders_never_past_the_date() -> None:
    talk = AtTheCard(a_case())
    talk.presses("More")
    talk.presses("Quiet the reminders …")
    talk.submits(on="2026-04-06", why="waiting for the archive")
    assert talk.errors["on"] == "That is after the date the case counts down to, 5 Apr 2026."
    talk.submits(on="2026-03-24", why="")
    assert talk.errors == {"on": "Please choose a day that is still to come.", "why": "Please say why."}
    talk.submits(on="2026-04-01", why="waiting for the archive")
    assert talk.commands == [c.Snooze("DSR-2026-0042", date(2026, 4, 1), "waiting for the archive", seen=3)]


@each("action", list(HANDLERS.pressed))
@each("speaker", [colleague(), colleague("Priya Nair", guest=True)])
def test_only_the_team_acts_on_cases(action: type[CaseAction], speaker: Speaker) -> None:
    talk = AtTheCard(a_case(), speaker=speaker)
    talk.reaches_for(action)
    talk.shows("Only the privacy team can do this. Nothing was changed.", "dpo@northloop.example")
    assert not talk.commands and talk.form is None


# -- verification and acknowledgement ---------------------------------------------------------------------------------


def test_asking_for_verification_says_what_to_ask_and_what_never() -> None:
    talk = AtTheCard(a_case())
    talk.presses("Ask for verification …")
    assert talk.form is not None
    hint = Card(blocks=talk.form.intro).plain()
    assert "link or code, sent to the address that is already on record" in hint
    assert "Never ask for: " in hint and "copy of an ID" in hint
    talk.submits(on="2026-03-25")
    assert talk.errors == {"on": "That day has not come yet."}
    talk.submits(on="2026-03-04")
    assert talk.errors == {"on": "That is before the request came in."}
    talk.submits(pause=["yes"])
    assert talk.commands == [c.AskVerification("DSR-2026-0042", date(2026, 3, 24), waits=(Right.ERASURE,), seen=3)]


def test_california_does_not_wait_for_verification() -> None:
    talk = AtTheCard(a_case(CALIFORNIA, regimes=("us_ca",)))
    talk.presses("Ask for verification …")
    assert talk.form is not None and [field.name for field in talk.form.fields] == ["on"]
    talk.submits()
    assert talk.commands == [c.AskVerification("DSR-2026-0042", date(2026, 3, 24), seen=3)]


def test_marking_somebody_verified_needs_every_part() -> None:
    talk = AtTheCard(a_case(verification=Verification.ASKED))
    talk.presses("Mark verified …")
    talk.submits()
    assert talk.errors.keys() == {"method", "on_record", "result"}
    talk.submits(method=["contact_point"], on_record=["no"], result=["passed"])
    assert talk.errors.keys() == {"on_record"}
    talk.submits(method=["data_points"], on_record=["yes"], result=["passed"])
    assert talk.errors == {"points": "At least one detail has to match."}
    talk.submits(method=["data_points"], on_record=["yes"], points=["2"], result=["passed"])
    done = c.MarkVerified("DSR-2026-0042", date(2026, 3, 24), "data_points", True, 2, True, seen=3)
    assert talk.commands == [done]


def test_a_failed_check_is_recorded_as_failed() -> None:
    talk = AtTheCard(a_case(verification=Verification.ASKED))
    talk.presses("Mark verified …")
    talk.submits(method=["contact_point"], on_record=["no"], result=["failed"])
    done = c.MarkVerified("DSR-2026-0042", date(2026, 3, 24), "contact_point", False, 0, False, seen=3)
    assert talk.commands == [done]


def test_an_opt_out_needs_no_proof() -> None:
    request = a_request(Right.OPT_OUT_MARKETING)
    talk = AtTheCard(a_case(request, verification=Verification.NOT_NEEDED))
    assert not {"Ask for verification …", "Mark verified …"} & set(talk.labels)
    talk.presses("More")
    assert not {"Ask for verification …", "Mark verified …"} & set(talk.labels)


def test_the_acknowledgement_is_recorded_with_its_day() -> None:
    talk = AtTheCard(a_case())
    talk.presses("Acknowledgement sent …")
    talk.submits(on="")
    assert talk.errors == {"on": "Please choose a date."}
    talk.submits(on="2026-03-06")
    assert talk.commands == [c.Acknowledge("DSR-2026-0042", date(2026, 3, 6), seen=3)]
    assert "Acknowledgement sent …" not in AtTheCard(a_case(a_request(acknowledged_on=date(2026, 3, 6)))).labels


# -- clocks -----------------------------------------------------------------------------------------------------------


def test_an_extension_is_refused_without_a_reason() -> None:
    talk = AtTheCard(a_case())
    talk.presses("Extend …")
    assert talk.offered("reason") == ["complexity", "number_of_requests"]
    talk.submits(on="2026-03-24")
    assert talk.errors == {"reason": "An extension needs a reason."}
    talk.submits(reason=["complexity"])
    assert talk.errors == {"on": "Please choose a date."}
    talk.submits(reason=["complexity"], on="2026-03-23", note="four archives")
    told = c.Extend("DSR-2026-0042", Right.ERASURE, "complexity", date(2026, 3, 23), "four archives", seen=3)
    assert talk.commands == [told]


def test_an_extension_is_refused_when_the_requester_was_told_too_late() -> None:
    talk = AtTheCard(a_case(a_request(extension_notice_by=date(2026, 3, 20))))
    talk.presses("Extend …")
    talk.submits(reason=["complexity"], on="2026-03-21")
    assert talk.errors == {"on": "Too late: the requester had to be told by 20 Mar 2026."}
    talk.submits(reason=["complexity"], on="2026-03-20")
    assert len(talk.commands) == 1


def test_each_request_takes_only_the_reasons_of_its_own_law() -> None:
    talk = AtTheCard(a_case(a_request(), CALIFORNIA, regimes=("eu_gdpr", "us_ca")))
    talk.presses("Extend …")
    assert talk.offered("right") == ["erasure", "access"]
    talk.submits(right=["access"], reason=["complexity"], on="2026-03-24")
    assert "for this reason" in talk.errors["reason"]
    talk.submits(right=["access"], reason=["reasonably_necessary"], on="2026-03-24")
    assert talk.commands == [c.Extend("DSR-2026-0042", Right.ACCESS, "reasonably_necessary", date(2026, 3, 24), seen=3)]


def test_a_law_under_which_it_came_in_a_day_later_gives_more_time_as_well() -> None:
    night = datetime(2026, 3, 6, 2, tzinfo=UTC)  # the 6th in Amsterdam, still the 5th in Los Angeles
    both = a_request(Right.ACCESS, regimes=("eu_gdpr", "us_ca"), received_at=night, receipt_date=date(2026, 3, 5))
    talk = AtTheCard(a_case(both, regimes=both.regimes))
    talk.presses("Extend …")
    assert talk.offered("reason") == ["complexity", "number_of_requests", "reasonably_necessary"]


def test_an_opt_out_of_sale_cannot_be_extended() -> None:
    request = a_request(Right.OPT_OUT_SALE, regimes=("us_ca",))
    talk = AtTheCard(a_case(request, regimes=("us_ca",), verification=Verification.NOT_NEEDED))
    talk.presses("Extend …")
    talk.shows("California (CCPA) allows no extension")
    assert talk.form is None


def test_the_clock_stops_only_for_what_the_law_knows() -> None:
    talk = AtTheCard(a_case())
    talk.presses("More")
    talk.presses("Stop the clock …")
    assert talk.offered("step") == ["stop:erasure"]
    assert PauseReason.FEE.value not in talk.offered("reason")
    talk.submits()
    assert talk.errors.keys() == {"reason"}
    talk.submits(reason=["clarification"], on="2026-03-20")
    assert talk.commands == [
        c.PauseClock("DSR-2026-0042", Right.ERASURE, PauseReason.CLARIFICATION, date(2026, 3, 20), seen=3)
    ]


def test_california_has_no_button_to_stop_the_clock() -> None:
    talk = AtTheCard(a_case(CALIFORNIA, regimes=("us_ca",)))
    talk.presses("More")
    assert "Stop the clock …" not in talk.labels


def test_a_stopped_clock_starts_again() -> None:
    pause = PauseView(PauseReason.IDENTITY, date(2026, 3, 10), None)
    request = a_request(pauses=(pause,), clock=ClockStatus.PAUSED, due=None)
    talk = AtTheCard(a_case(request, verification=Verification.ASKED))
    talk.shows("stands still since 10 Mar 2026", "5 Apr 2026 still counts")
    talk.presses("Start the clock again …")
    talk.submits()
    assert talk.commands == [c.ResumeClock("DSR-2026-0042", Right.ERASURE, date(2026, 3, 24), seen=3)]
