"""Guests, strangers of other companies, and other workspaces: one kind refusal, and nothing told or recorded."""

from collections.abc import Callable

import pytest

from tests.contract.slack.office import Office
from tests.slack_kit.desk import GENERAL, INTAKE, PRIVACY
from tests.slack_kit.people import Person
from tests.slack_kit.reading import words

REFUSAL = "I am here for colleagues of Northloop only. For your own data, please write to dpo@northloop.example."
ELSEWHERE = "This desk serves another organisation. Nothing was kept."

Arrives = Callable[[Office], Person]

# Who may do what is asked behind both transports
pytestmark = pytest.mark.parametrize("office", ["http"], indirect=True, scope="module")


def _guest(office: Office) -> Person:
    return office.colleague("Gwen Guest", is_restricted=True)


def _guest_of_one_channel(office: Office) -> Person:
    return office.colleague("Gus Guest", is_restricted=True, is_ultra_restricted=True)


def _stranger(office: Office) -> Person:
    office.slack.channel(GENERAL).is_ext_shared = True
    return office.colleague("Stella Stranger", is_stranger=True, team_id="T0PARTNER")


def _another_app(office: Office) -> Person:
    return office.colleague("Automaton", is_bot=True)


outsiders = pytest.mark.parametrize(
    "arrives", [_guest, _guest_of_one_channel, _stranger, _another_app], ids=lambda arrives: arrives.__name__.strip("_")
)


def nothing_recorded(office: Office, outsider: Person, before: tuple[int, int]) -> None:
    """No case, no draft, and nobody remembered."""
    assert record(office) == before
    assert office.rows("colleagues", f"id LIKE '%{outsider.id}'") == 0
    assert office.rows("conversations", f"key LIKE '%{outsider.id}%'") == 0


def record(office: Office) -> tuple[int, int]:
    """How much is on record once everything is worked off."""
    office.quiet()
    return office.rows("cases"), office.rows("audit")


@outsiders
def test_whatever_an_outsider_says_is_refused_in_the_same_words(office: Office, arrives: Arrives) -> None:
    case, outsider, customer = office.opens(office.colleague()), arrives(office), office.customer()
    before = record(office)
    for text in ("hello", "help", f"status {case.reference}", "status DSR-2020-9999", customer.forwarded):
        answer = office.answer(outsider, lambda text=text: outsider.says(text))  # type: ignore[misc]
        assert words(answer) == REFUSAL
    assert words(office.answer(outsider, lambda: outsider.drops("mail.eml", customer.mail))) == REFUSAL
    nothing_recorded(office, outsider, before)


@outsiders
def test_an_outsiders_command_is_refused_on_the_spot(office: Office, arrives: Arrives) -> None:
    case, outsider = office.opens(office.colleague()), arrives(office)
    before = record(office)
    for number, text in enumerate(("", f"status {case.reference}", "status DSR-2020-9999", "open", "mine")):
        outsider.runs("/privacy", text, GENERAL)
        assert words(office.whispered(outsider, REFUSAL, before=number)) == REFUSAL
    nothing_recorded(office, outsider, before)


@outsiders
def test_an_outsiders_shortcut_is_refused(office: Office, arrives: Arrives) -> None:
    robin, outsider, customer = office.colleague(), arrives(office), office.customer()
    before = record(office)
    outsider.uses_shortcut("log_request", robin.says(customer.forwarded, GENERAL))
    assert words(office.slack.wait(lambda: outsider.inbox)[0]) == REFUSAL
    nothing_recorded(office, outsider, before)


@outsiders
@pytest.mark.parametrize("label", ["Take it", "Details …", "Close …"])
def test_an_outsider_in_the_privacy_channel_may_press_nothing(office: Office, arrives: Arrives, label: str) -> None:
    case, outsider = office.opens(office.colleague()), arrives(office)
    office.slack.channel(PRIVACY).members.add(outsider.id)
    before = record(office)
    outsider.presses(case.card, label)
    assert words(office.whispered(outsider, REFUSAL)) == REFUSAL
    office.quiet()
    assert outsider.modal is None and "Owner: nobody yet" in words(case.card)
    nothing_recorded(office, outsider, before)


def test_a_forwarded_mail_with_a_guests_address_tells_the_guest_nothing(office: Office) -> None:
    guest, customer = _guest(office), office.customer()
    office.slack.mail_arrives(INTAKE, ("Gwen", guest.user.email), "Fwd: my data", customer.forwarded)
    office.slack.wait(lambda: [card for card in office.desk.cards if "A mail waits for a colleague" in words(card)])
    office.quiet()
    assert not guest.inbox


@pytest.fixture(scope="module")
def visitor(office: Office) -> Person:
    """Somebody of a workspace that the policy does not list, in which the app is installed nevertheless."""
    office.slack.add_team("T0ELSE", "else", bot_token="xoxb-else")
    office.slack.add_channel("C0ELSE", "else", "U0VISIT", team="T0ELSE")
    return office.slack.add_user("U0VISIT", "visitor", real_name="Vera Visitor", team_id="T0ELSE")


def test_another_workspace_is_told_so_on_the_spot_and_nothing_is_kept(office: Office, visitor: Person) -> None:
    kept, heard = office.kept, len(visitor.ephemeral)
    visitor.runs("/privacy", "status DSR-2020-9999", "C0ELSE")
    office.whispered(visitor, ELSEWHERE, before=heard)
    visitor.uses_shortcut("log_request", visitor.says("Please delete my data", "C0ELSE"))
    office.whispered(visitor, ELSEWHERE, before=heard + 1)
    assert office.kept == kept


def test_what_is_said_in_another_workspace_is_not_kept(office: Office, visitor: Person) -> None:
    kept = office.kept
    assert visitor.mentions("delete my data", "C0ELSE").answer.status == 200
    assert visitor.says("delete my data").answer.status == 200
    assert visitor.opens_home().answer.status == 200
    assert office.kept == kept and not visitor.inbox and visitor.home is None
