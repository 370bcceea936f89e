"""Forms of the team offer what the law takes, and say what is true."""

from dataclasses import replace
from datetime import date

from bot.cases import commands as c
from bot.cases.actions import LetterSent
from bot.cases.words import Reason, Status, Verification
from bot.conversation.action import decoded
from bot.rights import Right
from tests.cases import DETAILS, a_case, a_request
from tests.lines import each
from tests.transcripts.at_the_card import AtTheCard
from tests.transcripts.talk import Talk

REFERENCE = "DSR-2026-0042"
SALE = a_request(Right.OPT_OUT_SALE, regimes=("us_ca",), needs_proof=False)
DELETE = a_request(Right.ERASURE, regimes=("us_ca",))


@each("button", ["Write to them …", "Close …"])
@each(
    ("requests", "verification", "offered"),
    [
        ((SALE,), Verification.NOT_NEEDED, False),
        ((SALE,), Verification.FAILED, False),
        ((SALE, DELETE), Verification.NEEDED, False),
        ((SALE, DELETE), Verification.ASKED, True),
        ((DELETE,), Verification.FAILED, True),
        ((DELETE,), Verification.VERIFIED, False),
    ],
)
def test_want_of_proof_is_offered_only_where_it_can_be_the_reason(
    button: str, requests: tuple[object, ...], verification: Verification, offered: bool
) -> None:
    talk = AtTheCard(a_case(*requests, regimes=("us_ca",), verification=verification))  # type: ignore[arg-type]
    talk.presses(button)
    assert ("insuf_verification" in talk.offered("reason")) is offered


def test_of_a_mixed_case_only_what_needs_proof_is_refused_for_want_of_it() -> None:
    talk = AtTheCard(a_case(SALE, DELETE, regimes=("us_ca",), language="en", verification=Verification.FAILED))
    talk.presses("Write to them …")
    talk.submits(letter=["refusal"], reason=["insuf_verification"])
    assert "Nobody needs to prove who they are" in talk.errors["reason"]
    talk.submits(letter=["refusal"], reason=["insuf_verification"], rights=["erasure"])
    talk.shows("We could not confirm that the request comes from you.")


def test_a_day_that_the_law_does_not_give_is_told_beside_the_day() -> None:
    talk = AtTheCard(a_case(language="en"))
    talk.presses("Write to them …")
    talk.submits(letter=["extension"], extension=["complexity"], until="2026-12-01")
    assert talk.errors == {"until": "That is longer than the law allows: 5 Jun 2026 is the last day."}
    talk = AtTheCard(a_case())
    talk.presses("Extend …")
    talk.submits(reason=["complexity"], on="2026-03-24", until="2026-12-01")
    assert talk.errors == {"until": "That is longer than the law allows: 5 Jun 2026 is the last day."}


def test_the_day_of_the_answer_is_asked_for_at_the_end() -> None:
    talk = AtTheCard(a_case(verification=Verification.VERIFIED))
    talk.presses("Close …")
    talk.submits(outcome=["fulfilled"], on="2026-03-25")
    assert talk.errors == {"on": "That day has not come yet."}
    talk.submits(outcome=["fulfilled"], on="2026-03-23")
    done = c.CloseRequests(REFERENCE, (Right.ERASURE,), Status.FULFILLED, on=date(2026, 3, 23), seen=3)
    assert talk.commands == [done]


@each(
    ("text", "said"),
    [
        (f"{DETAILS.text} ana@x.example", "The address is the one in the message"),
        (DETAILS.text, "The address does not stand in the message's words"),
    ],
)
def test_a_letter_says_where_its_address_comes_from(text: str, said: str) -> None:
    talk = AtTheCard(a_case(), details=replace(DETAILS, text=text))
    talk.presses("Write to them …")
    talk.submits()
    talk.shows(said)
    assert "address on record, not to one typed in" not in talk.said[-1].plain()


def test_each_letter_that_is_shown_has_a_name_of_its_own() -> None:
    talk = AtTheCard(a_case())
    talk.presses("Write to them …")
    talk.submits()
    actions = [decoded(button.payload) for button in talk.said[-1].buttons()]
    (sent,) = [action for action in actions if isinstance(action, LetterSent)]
    assert sent.written


def test_the_alarm_about_a_leak_has_the_day_of_the_mail() -> None:
    talk = Talk()
    talk.says(
        "From: Els Bos <els@x.example>\nDate: Tue, 3 Mar 2026 17:59:00 +0100\nTo: privacy@northloop.example\n"
        "Subject: datalek\n\nMijn gegevens zijn gelekt: iemand anders heeft mijn gegevens gekregen. "
        "Verwijder alles wat u van mij hebt. Els Bos"
    )
    (alarm,) = [command for command in talk.commands if isinstance(command, c.ReportBreach)]
    assert alarm.sent_at is not None and alarm.sent_at.date() == date(2026, 3, 3)


def test_a_refusal_for_another_reason_is_offered_always() -> None:
    talk = AtTheCard(a_case(SALE, regimes=("us_ca",), verification=Verification.NOT_NEEDED))
    talk.presses("Close …")
    assert Reason.SUSPECTED_FRAUD.value in talk.offered("reason")
