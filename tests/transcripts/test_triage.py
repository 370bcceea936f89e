"""What the privacy team does with a case, and who is told how it goes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.cases import commands as c
from bot.cases.actions import MergeInto, MoreActions, NoRequest, SplitOff
from bot.cases.snapshot import CaseView, PauseView, Person
from bot.cases.views import case_card
from bot.cases.words import Reason, Role, Status, Verification
from bot.conversation.action import CaseAction
from bot.conversation.card import Actions, Button, Card
from bot.conversation.form import ChoiceField
from bot.conversation.scene import Outcome, Scene
from bot.conversation.turn import Speaker
from bot.law.words import ClockStatus, PauseReason
from bot.rights import Right
from flows import CONVERSATIONS
from flows.triage import HANDLERS
from tests.cases import DETAILS, RECEIVED, a_case, a_request
from tests.transcripts.talk import POLICY, OnRecord, Talk, colleague

PRIYA = colleague("Priya Nair")
NOW = datetime(2026, 3, 24, 10, 0, tzinfo=UTC)
SEEN = {"seen": 3}
CALIFORNIA = a_request(Right.ACCESS, regimes=("us_ca",), safe_due=date(2026, 4, 19), due=date(2026, 4, 19))


class AtTheCard(Talk):
    """One colleague in front of the card of one case."""

    def __init__(self, case: CaseView, *, speaker: Speaker = PRIYA, others: tuple[CaseView, ...] = ()) -> None:
        super().__init__(speaker, now=NOW, records=OnRecord((case, *others)))
        self.case = case
        self.said = [case_card(case, POLICY, today=NOW.date())]

    def reaches_for(self, action: type[CaseAction], label: str = "…") -> None:
        """Press a button that is not on the card now: from an older card, or out of order."""
        button = Button.of(label, action(case=self.case.reference, seen=self.case.version))
        self.said = [Card.of(Actions.of(button))]
        self.presses(label)

    def field(self, name: str) -> ChoiceField:
        assert self.form is not None
        field = self.form.field(name)
        assert isinstance(field, ChoiceField)
        return field

    def offered(self, name: str) -> list[str]:
        return [choice.value for choice in self.field(name).choices]

    def _play(self, act: Callable[[Scene], Outcome]) -> None:
        team = ((PRIYA.id, PRIYA.name), ("workspace:local:pieter", "Pieter Bos"))
        super()._play(lambda scene: act(replace(scene, case=self.case, details=DETAILS, team=team)))


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
    assert talk.commands == [c.GiveCase("DSR-2026-0042", "workspace:local:pieter", **SEEN)]


def test_quieting_reminders_never_past_the_date() -> None:
    talk = AtTheCard(a_case())
    talk.presses("More")
    talk.presses("Quiet the reminders …")
    talk.submits(on="2026-04-06", why="waiting for the archive")
    assert talk.errors["on"] == "That is after the date the case counts down to, 5 Apr 2026."
    talk.submits(on="2026-03-24", why="")
    assert talk.errors == {"on": "Please choose a day that is still to come.", "why": "Please say why."}
    talk.submits(on="2026-04-01", why="waiting for the archive")
    assert talk.commands == [c.Snooze("DSR-2026-0042", date(2026, 4, 1), "waiting for the archive", **SEEN)]


@pytest.mark.parametrize("action", list(HANDLERS.pressed), ids=lambda action: action.name)
@pytest.mark.parametrize("speaker", [colleague(), colleague("Priya Nair", guest=True)], ids=["employee", "guest"])
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
    assert talk.commands == [c.AskVerification("DSR-2026-0042", date(2026, 3, 24), pause=True, **SEEN)]


def test_california_does_not_wait_for_verification() -> None:
    talk = AtTheCard(a_case(CALIFORNIA, regimes=("us_ca",)))
    talk.presses("Ask for verification …")
    assert talk.form is not None and [field.name for field in talk.form.fields] == ["on"]
    talk.submits()
    assert talk.commands == [c.AskVerification("DSR-2026-0042", date(2026, 3, 24), pause=False, **SEEN)]


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
    done = c.MarkVerified("DSR-2026-0042", date(2026, 3, 24), "data_points", True, 2, True, **SEEN)
    assert talk.commands == [done]


def test_a_failed_check_is_recorded_as_failed() -> None:
    talk = AtTheCard(a_case(verification=Verification.ASKED))
    talk.presses("Mark verified …")
    talk.submits(method=["contact_point"], on_record=["no"], result=["failed"])
    done = c.MarkVerified("DSR-2026-0042", date(2026, 3, 24), "contact_point", False, 0, False, **SEEN)
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
    assert talk.commands == [c.Acknowledge("DSR-2026-0042", date(2026, 3, 6), **SEEN)]
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
    told = c.Extend("DSR-2026-0042", Right.ERASURE, "complexity", date(2026, 3, 23), "four archives", **SEEN)
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
    assert talk.commands == [
        c.Extend("DSR-2026-0042", Right.ACCESS, "reasonably_necessary", date(2026, 3, 24), **SEEN)
    ]


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
        c.PauseClock("DSR-2026-0042", Right.ERASURE, PauseReason.CLARIFICATION, date(2026, 3, 20), **SEEN)
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
    assert talk.commands == [c.ResumeClock("DSR-2026-0042", Right.ERASURE, date(2026, 3, 24), **SEEN)]


# -- closing ----------------------------------------------------------------------------------------------------------


def test_closing_what_was_done() -> None:
    talk = AtTheCard(a_case(verification=Verification.VERIFIED))
    talk.presses("Close …")
    talk.submits()
    assert talk.errors == {"outcome": "Please choose how it ended."}
    talk.submits(outcome=["fulfilled"], reason=["other"])
    assert talk.errors.keys() == {"reason"}
    talk.submits(outcome=["fulfilled"], note="all four systems")
    assert talk.commands == [
        c.CloseRequests("DSR-2026-0042", (Right.ERASURE,), Status.FULFILLED, note="all four systems", **SEEN)
    ]


def test_a_refusal_needs_a_reason_and_words_for_the_requester() -> None:
    talk = AtTheCard(a_case(a_request(), a_request(Right.ACCESS)))
    talk.presses("Close …")
    talk.submits(rights=["access"], outcome=["denied"])
    assert talk.errors == {"reason": "A refusal needs a reason.", "told": "Please write what the requester is told."}
    talk.submits(rights=["access"], outcome=["denied"], reason=["no_match"], told="We hold nothing about you.")
    assert talk.commands == [
        c.CloseRequests(
            "DSR-2026-0042", (Right.ACCESS,), Status.DENIED, Reason.NO_MATCH, "We hold nothing about you.", **SEEN
        )
    ]


@pytest.mark.parametrize(
    ("outcome", "reason"),
    [("withdrawn", Reason.REQUESTER_WITHDREW), ("expired", Reason.NO_RESPONSE)],
)
def test_some_ends_tell_their_reason_themselves(outcome: str, reason: Reason) -> None:
    talk = AtTheCard(a_case())
    talk.presses("Close …")
    talk.submits(outcome=[outcome])
    assert talk.commands == [c.CloseRequests("DSR-2026-0042", (Right.ERASURE,), Status(outcome), reason, **SEEN)]


def test_closing_warns_while_nobody_is_verified() -> None:
    talk = AtTheCard(a_case())
    talk.presses("Close …")
    assert talk.form is not None
    assert "not verified yet" in Card(blocks=talk.form.intro).plain()


def test_not_a_request_says_why() -> None:
    talk = AtTheCard(a_case())
    talk.presses("More")
    talk.presses("Not a request …")
    talk.submits()
    assert talk.errors == {"why": "Please say why."}
    talk.submits(why="asks for an invoice")
    assert talk.commands == [
        c.CloseRequests(
            "DSR-2026-0042",
            (Right.ERASURE,),
            Status.NOT_A_REQUEST,
            Reason.NOT_A_PRIVACY_REQUEST,
            note="asks for an invoice",
            **SEEN,
        )
    ]


def test_a_closed_case_opens_again_with_a_reason_only() -> None:
    done = a_request(status=Status.FULFILLED, outcome=Status.FULFILLED, closed_at=NOW)
    talk = AtTheCard(a_case(done, closed_at=NOW))
    assert talk.labels == ["Reopen …", "Details …"]
    talk.presses("Reopen …")
    talk.submits()
    assert talk.errors == {"why": "Please say why."}
    talk.submits(why="the backup was forgotten")
    assert talk.commands == [c.Reopen("DSR-2026-0042", "the backup was forgotten", **SEEN)]


@pytest.mark.parametrize("action", [NoRequest, MergeInto, SplitOff, MoreActions])
def test_a_closed_case_is_not_worked_on(action: type[CaseAction]) -> None:
    done = a_request(status=Status.FULFILLED, outcome=Status.FULFILLED, closed_at=NOW)
    talk = AtTheCard(a_case(done, closed_at=NOW))
    talk.reaches_for(action)
    talk.shows("DSR-2026-0042 is closed. Reopen it first.")


# -- setting right ----------------------------------------------------------------------------------------------------


def test_correcting_a_case_changes_only_what_is_different() -> None:
    talk = AtTheCard(a_case())
    talk.presses("Correct …")
    assert talk.form is not None
    talk.submits(why="the mail lay in another box")
    assert talk.errors == {"why": "Nothing is different from what is on record."}
    talk.submits(on="2026-03-02", at="8:30", why="")
    assert talk.errors == {"why": "Please say why."}
    talk.submits(on="2026-03-02", at="8:30", why="the mail lay in another box")
    assert talk.commands == [
        c.CorrectCase(
            "DSR-2026-0042",
            "the mail lay in another box",
            received_at=datetime(2026, 3, 2, 7, 30, tzinfo=UTC),
            **SEEN,
        )
    ]


def test_correcting_everything_at_once() -> None:
    talk = AtTheCard(a_case())
    talk.presses("Correct …")
    talk.submits(
        laws=["uk_gdpr"],
        role=["processor"],
        name="Ana Díaz",
        email="ana.diaz@x.example",
        rights=["erasure", "access"],
        why="she called",
    )
    assert talk.commands == [
        c.CorrectCase(
            "DSR-2026-0042",
            "she called",
            regimes=("uk_gdpr",),
            role=Role.PROCESSOR,
            subject=Person(name="Ana Díaz", email="ana.diaz@x.example", account="C-771", country="Spain"),
            rights=(Right.ACCESS, Right.ERASURE),
            **SEEN,
        )
    ]


def test_a_correction_that_cannot_be_is_said_beside_its_field() -> None:
    talk = AtTheCard(a_case())
    talk.presses("Correct …")
    talk.submits(on="2026-03-25", why="w", email="ana", laws=[], rights=[])
    assert talk.errors == {
        "on": "That day has not come yet.",
        "email": "That is not an e-mail address.",
        "laws": "Please choose a law.",
        "rights": "Please choose a request.",
    }
    talk.submits(at="half past nine", why="w")
    assert talk.errors == {"at": "Please write the time like 14:30."}
    talk.submits(on="2026-03-24", at="23:59", why="w")
    assert talk.errors == {"at": "That time has not come yet."}


def test_splitting_leaves_something_behind() -> None:
    talk = AtTheCard(a_case(a_request(), a_request(Right.ACCESS)))
    talk.presses("More")
    talk.presses("Split …")
    talk.submits(rights=["erasure", "access"], why="her brother's data")
    assert talk.errors == {"rights": "One request at least has to stay."}
    talk.submits(rights=["access"], why="her brother's data")
    assert talk.commands == [c.SplitCase("DSR-2026-0042", (Right.ACCESS,), "her brother's data", **SEEN)]


def test_merging_names_an_open_case() -> None:
    older = a_case(id=7, reference="DSR-2026-0007")
    closed = a_case(id=8, reference="DSR-2026-0008", closed_at=NOW)
    talk = AtTheCard(a_case(), others=(older, closed))
    talk.presses("More")
    talk.presses("Merge …")
    for typed, sentence in (
        ("", "Please name the case that goes on."),
        ("number seven", "A reference looks like DSR-2026-0042."),
        ("DSR-2026-0042", "That is this case itself."),
        ("DSR-2026-9999", "There is no case DSR-2026-9999."),
        ("DSR-2026-0008", "DSR-2026-0008 is closed. Reopen it first."),
    ):
        talk.submits(into=typed, why="same mail")
        assert talk.errors == {"into": sentence}
    talk.submits(into=" dsr-2026-0007 ", why="same mail")
    assert talk.commands == [c.MergeCase("DSR-2026-0042", "DSR-2026-0007", "same mail", **SEEN)]


def test_the_details_are_shown_in_a_form_that_asks_nothing() -> None:
    talk = AtTheCard(a_case())
    talk.presses("Details …")
    assert talk.form is not None and not talk.form.fields
    shown = Card(blocks=talk.form.intro).plain()
    for text in ("Ana Diaz", "ana@x.example", "“delete all personal data” (Delete)", "everything", "Easter Monday"):
        assert text in shown
    talk.submits()
    assert not talk.commands and not talk.errors


# -- who hears how it goes --------------------------------------------------------------------------------------------


def test_the_reporter_hears_the_state_and_nothing_more() -> None:
    denied = a_request(status=Status.DENIED, outcome=Status.DENIED, reason=Reason.NO_MATCH, closed_at=NOW)
    talk = Talk(colleague(), records=OnRecord([a_case(denied, closed_at=NOW)]))
    talk.asks("status", "DSR-2026-0042")
    talk.shows("DSR-2026-0042", "Delete: refused on 24 Mar 2026", "5 Mar 2026")
    talk.hides("nothing about this person")
    talk.asks("mine")
    talk.shows("DSR-2026-0042 | Delete | refused")


def test_a_stranger_hears_the_same_of_a_known_and_an_unknown_reference() -> None:
    talk = Talk(colleague("Olga Smit"), records=OnRecord([a_case()]))
    answers = []
    for words in ("DSR-2026-0042", "dsr-2026-0042 please", "DSR-2026-9999", "42", "how is my request DSR-2025-0001"):
        talk.asks("status", words)
        answers.append(talk.said)
    assert all(answer == answers[0] for answer in answers)
    talk.shows("I can't tell you anything about that reference", "dpo@northloop.example")
    talk.hides("DSR")


def test_the_team_sees_the_card_itself() -> None:
    talk = Talk(PRIYA, records=OnRecord([a_case()]), now=NOW)
    talk.asks("status", "DSR-2026-0042")
    talk.shows("DSR-2026-0042: Delete", "in 12 days")
    assert "Take it" in talk.labels


def test_somebody_who_handed_nothing_over_is_told_how_to() -> None:
    talk = Talk(colleague("Olga Smit"), records=OnRecord([a_case()]))
    talk.asks("mine")
    talk.shows("You have handed nothing over yet")


def test_the_home_page_of_the_team() -> None:
    late = a_case(
        a_request(safe_due=date(2026, 3, 20), due=date(2026, 3, 20)),
        id=1,
        reference="DSR-2026-0001",
        owner="workspace:local:pieter",
        owner_name="Pieter Bos",
    )
    own = a_case(id=2, reference="DSR-2026-0002", owner=PRIYA.id, owner_name=PRIYA.name)
    talk = Talk(PRIYA, records=OnRecord([a_case(), own, late]), now=NOW)
    talk.asks("home")
    talk.shows("Open: 3", "Overdue: 1", "Nobody has taken: 1", "Yours: 1")
    talk.shows("DSR-2026-0001 | Delete | 4 days late: 20 Mar 2026 | Pieter Bos")
    assert talk.said[0].tone == "urgent"
    assert talk.text.count("DSR-2026-0002 |") == 1
    assert talk.labels == ["Take DSR-2026-0042"]


def test_the_home_page_of_everybody_else_shows_their_own_only() -> None:
    other = a_case(id=2, reference="DSR-2026-0002", reporter="workspace:local:sam")
    talk = Talk(colleague(), records=OnRecord([a_case(), other]))
    talk.asks("home")
    talk.shows("DSR-2026-0042 | Delete | received")
    talk.hides("DSR-2026-0002", "Open: ")
    assert not talk.labels


def test_the_team_is_spoken_to_in_dutch() -> None:
    talk = AtTheCard(a_case(), speaker=colleague("Priya Nair", language="nl"))
    talk.presses("Extend …")
    assert talk.form is not None and talk.form.submit == "Verlengen"
    talk.submits(on="2026-03-24")
    assert talk.errors == {"reason": "Een verlenging heeft een reden nodig."}


def test_every_button_of_triage_has_a_handler() -> None:
    for kind, handlers in (("pressed", HANDLERS.pressed), ("submitted", HANDLERS.submitted)):
        assert handlers.items() <= getattr(CONVERSATIONS.handlers, kind).items()
    assert HANDLERS.pressed.keys() - {a for a in HANDLERS.pressed if not a.opens_form} <= HANDLERS.pressed.keys()
