"""How requests end and how a case is set right."""

from datetime import UTC, datetime

from bot.cases import commands as c
from bot.cases.actions import MergeInto, MoreActions, NoRequest, SplitOff
from bot.cases.snapshot import Person
from bot.cases.words import Reason, Role, Status, Verification
from bot.conversation.action import CaseAction
from bot.conversation.card import Card
from bot.rights import Right
from tests.cases import a_case, a_request
from tests.lines import each
from tests.transcripts.at_the_card import NOW, AtTheCard

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
        c.CloseRequests("DSR-2026-0042", (Right.ERASURE,), Status.FULFILLED, note="all four systems", seen=3)
    ]


def test_a_refusal_needs_a_reason_and_words_for_the_requester() -> None:
    talk = AtTheCard(a_case(a_request(), a_request(Right.ACCESS)))
    talk.presses("Close …")
    talk.submits(rights=["access"], outcome=["denied"])
    assert talk.errors == {"reason": "A refusal needs a reason.", "told": "Please write what the requester is told."}
    talk.submits(rights=["access"], outcome=["denied"], reason=["no_match"], told="We hold nothing about you.")
    assert talk.commands == [
        c.CloseRequests(
            "DSR-2026-0042", (Right.ACCESS,), Status.DENIED, Reason.NO_MATCH, "We hold nothing about you.", seen=3
        )
    ]


@each(("done", "said"), [(("confirm",), True), ((), False)])
def test_who_closes_a_case_sees_that_steps_are_left(done: tuple[str, ...], said: bool) -> None:
    talk = AtTheCard(a_case(a_request(done=done)))
    talk.presses("Close …")
    assert talk.form is not None
    assert ("1 of 4 steps are done" in Card(blocks=talk.form.intro).plain()) is said


@each(
    ("outcome", "reason"),
    [("withdrawn", Reason.REQUESTER_WITHDREW), ("expired", Reason.NO_RESPONSE)],
)
def test_some_ends_tell_their_reason_themselves(outcome: str, reason: Reason) -> None:
    talk = AtTheCard(a_case())
    talk.presses("Close …")
    talk.submits(outcome=[outcome])
    assert talk.commands == [c.CloseRequests("DSR-2026-0042", (Right.ERASURE,), Status(outcome), reason, seen=3)]


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
            seen=3,
        )
    ]


def test_a_closed_case_opens_again_with_a_reason_only() -> None:
    done = a_request(status=Status.FULFILLED, outcome=Status.FULFILLED, closed_at=NOW)
    talk = AtTheCard(a_case(done, closed_at=NOW))
    assert talk.labels == ["Reopen …", "Write to them …", "Details …"]
    talk.presses("Reopen …")
    talk.submits()
    assert talk.errors == {"why": "Please say why."}
    talk.submits(why="the backup was forgotten")
    assert talk.commands == [c.Reopen("DSR-2026-0042", "the backup was forgotten", seen=3)]


@each("action", [NoRequest, MergeInto, SplitOff, MoreActions])
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
            seen=3,
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
            seen=3,
        )
    ]


def test_a_wrong_ticket_is_put_right_or_taken_away() -> None:
    talk = AtTheCard(a_case(ticket="4711"))
    talk.presses("Correct …")
    talk.submits(ticket="#4711", why="the agent mistyped")
    assert talk.errors == {"why": "Nothing is different from what is on record."}
    talk.submits(ticket="the one of Ana", why="the agent mistyped")
    assert talk.errors == {"ticket": "That is not a ticket's number."}
    talk.submits(ticket="#4712", why="the agent mistyped")
    assert talk.commands == [c.CorrectCase("DSR-2026-0042", "the agent mistyped", ticket="4712", seen=3)]
    talk = AtTheCard(a_case(ticket="4711"))
    talk.presses("Correct …")
    talk.submits(ticket="", why="it was a mail")
    assert talk.commands == [c.CorrectCase("DSR-2026-0042", "it was a mail", ticket="", seen=3)]


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
    assert talk.commands == [c.SplitCase("DSR-2026-0042", (Right.ACCESS,), "her brother's data", seen=3)]


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
    assert talk.commands == [c.MergeCase("DSR-2026-0042", "DSR-2026-0007", "same mail", seen=3)]


@each("typed", ["7302", "#7302"])
def test_merging_takes_the_number_by_which_the_team_calls_a_case(typed: str) -> None:
    talk = AtTheCard(a_case(), others=(a_case(id=7, reference="DSR-2026-0007", ticket="7302"),))
    talk.presses("More")
    talk.presses("Merge …")
    talk.submits(into=typed, why="same mail")
    assert talk.commands == [c.MergeCase("DSR-2026-0042", "DSR-2026-0007", "same mail", seen=3)]


def test_the_details_are_shown_in_a_form_that_asks_nothing() -> None:
    talk = AtTheCard(a_case())
    talk.presses("Details …")
    assert talk.form is not None and not talk.form.fields
    shown = Card(blocks=talk.form.intro).plain()
    for text in ("Ana Diaz", "ana@x.example", "“delete all personal data” (Delete)", "everything", "Easter Monday"):
        assert text in shown
    talk.submits()
    assert not talk.commands and not talk.errors
