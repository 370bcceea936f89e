"""What holds for all forms and buttons of triage."""

from datetime import date

from bot.cases import actions
from bot.cases.snapshot import PauseView
from bot.cases.words import Capacity, Status
from bot.conversation.action import CaseAction
from bot.conversation.card import Card
from bot.law.words import ClockStatus, PauseReason
from bot.rights import Right
from bot.wording import LANGUAGES
from flows import CONVERSATIONS
from flows.triage import HANDLERS
from tests.cases import a_case, a_request
from tests.lines import each
from tests.transcripts.at_the_card import CALIFORNIA, NOW, AtTheCard
from tests.transcripts.talk import colleague


def test_the_team_is_spoken_to_in_dutch() -> None:
    talk = AtTheCard(a_case(), speaker=colleague("Priya Nair", language="nl"))
    talk.presses("Extend …")
    assert talk.form is not None and talk.form.submit == "Verlengen"
    talk.submits(on="2026-03-24")
    assert talk.errors == {"reason": "Een verlenging heeft een reden nodig."}


@each(
    ("pauses", "asked"),
    [
        ((), "On which day did we ask?"),
        ((PauseView(PauseReason.IDENTITY, date(2026, 3, 10), None),), "the answer come?"),
    ],
)
def test_the_day_of_a_stopped_clock_is_asked_for_plainly(pauses: tuple[PauseView, ...], asked: str) -> None:
    talk = AtTheCard(a_case(a_request(pauses=pauses)))
    talk.reaches_for(actions.PauseOrResume)
    assert talk.form is not None
    assert asked in "".join(field.label for field in talk.form.fields)
    lines = [line for line in Card(blocks=talk.form.intro).plain().splitlines() if line]
    assert all(line[0].isupper() for line in lines)


@each("language", LANGUAGES)
@each("action", [kind for kind in HANDLERS.pressed if kind.opens_form])
def test_every_form_fits_in_every_language(action: type[CaseAction], language: str) -> None:
    pause = PauseView(PauseReason.IDENTITY, date(2026, 3, 10), None)
    paused = a_request(Right.PORTABILITY, pauses=(pause,), clock=ClockStatus.PAUSED, due=None)
    done = a_request(Right.COMPLAINT, status=Status.FULFILLED, outcome=Status.FULFILLED, closed_at=NOW)
    case = a_case(a_request(), CALIFORNIA, paused, done, regimes=("eu_gdpr", "us_ca"), capacity=Capacity.PARENT)
    talk = AtTheCard(case, speaker=colleague("Priya Nair", language=language))
    talk.reaches_for(action)
    assert talk.form is not None, talk.text
    assert talk.form.title == "DSR-2026-0042"


def test_every_button_of_a_case_is_answered_and_so_is_every_form() -> None:
    buttons = {kind for kind in vars(actions).values() if isinstance(kind, type) and issubclass(kind, CaseAction)}
    named = {kind for kind in buttons if kind.name}
    assert named <= CONVERSATIONS.handlers.pressed.keys()
    asking = {kind for kind in named if kind.opens_form} - {actions.ShowDetails}
    assert asking <= CONVERSATIONS.handlers.submitted.keys()
