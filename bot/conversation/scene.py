"""What a flow may look at when it answers, and what it may answer with. Both are plain values."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol, TypeVar
from zoneinfo import ZoneInfo

from bot.cases.commands import Command, Done
from bot.cases.snapshot import CaseView, Details
from bot.conversation.action import Action
from bot.conversation.card import Card
from bot.conversation.draft import Chat
from bot.conversation.form import ChoiceField, Form, FormField
from bot.conversation.turn import Asked, Place, Said, Speaker
from bot.law.book import LawBook
from bot.letters.file import LetterFile
from bot.policy import Policy
from bot.understanding.reading import MailReading, Reading

A = TypeVar("A", bound=Action)


NOTHING_OPEN = Chat()


class Records(Protocol):
    """A window on the record: reading only, and without personal data."""

    def case(self, reference: str) -> CaseView | None: ...

    def handed_over_by(self, speaker: str) -> tuple[CaseView, ...]:
        """The latest cases that this colleague handed over, newest first."""
        ...

    def open_cases(self) -> tuple[CaseView, ...]:
        """The open cases that are due next, soonest first (as many as fit on a home page)."""
        ...

    def latest_cases(self) -> tuple[CaseView, ...]:
        """The cases that were opened last, newest first (as many as fit on a home page)."""
        ...

    def owned_by(self, speaker: str) -> tuple[CaseView, ...]:
        """The open cases that this colleague has taken, soonest first."""
        ...

    def cases_of_tickets(self, tickets: Sequence[str]) -> tuple[CaseView, ...]:
        """The cases that tickets of these numbers led to, newest first."""
        ...

    def found_by(self, words: str) -> tuple[CaseView, ...]:
        """The cases of that reference, ticket, or person's address, account or phone, newest first."""
        ...


@dataclass(frozen=True, slots=True)
class Scene:
    """The moment in which somebody acts. `case` and `details` are there when the action names a case."""

    speaker: Speaker
    place: Place
    now: datetime  # when it is worked off: for what is done and noted
    policy: Policy
    book: LawBook
    turn: str  # id of the turn: what new ids are derived from
    records: Records
    chat: Chat = NOTHING_OPEN
    case: CaseView | None = None
    details: Details | None = None  # only for actions that look, after the look was authorised and audited
    acted_at: datetime | None = None  # None: now
    team: tuple[tuple[str, str], ...] = ()  # (speaker id, name) of the team members seen on this platform
    file_link: str | None = None  # leads the speaker to the outcome's `file`; None: browsers don't reach this desk
    # what was read in this turn: one text is looked at by several questions, and forgotten with the turn
    readings: dict[str | MailReading, Reading] = field(default_factory=dict, repr=False, compare=False)

    @property
    def by_team(self) -> bool:
        return self.policy.is_team(self.speaker.email) and not self.speaker.guest

    @property
    def said_at(self) -> datetime:
        """When they acted: what the law's clock starts from, and what "yesterday" is meant by. It may have waited."""
        return self.now if self.acted_at is None else min(self.acted_at, self.now)

    @property
    def today(self) -> date:
        """Today in the team's zone: the default of date fields."""
        return self.now.astimezone(ZoneInfo(self.policy.working_hours.zone)).date()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a handler wants: commands to run, cards to say to the speaker in private, a form, or errors in one.

    Commands answer for themselves, each with one sentence to the speaker when it is done, unless `closing` makes
    something better of what they did. `chat` is the conversation from now on; None leaves it as it is. `file` can be
    fetched for a while at `Scene.file_link`, which is to stand on a card in `says`.
    """

    commands: tuple[Command, ...] = ()
    says: tuple[Card, ...] = ()
    form: Form | None = None
    errors: Mapping[str, str] = field(default_factory=dict)
    chat: Chat | None = None
    closing: Callable[[tuple[Done, ...]], tuple[Card, ...]] | None = None
    file: LetterFile | None = None

    def results(self, done: tuple[Done, ...]) -> tuple[Card, ...]:
        """What is said of the commands when they are done."""
        if self.closing is not None and done:
            return self.closing(done)
        return tuple(Card.of(_named(one)) for one in done)

    def then(self, later: "Outcome") -> "Outcome":
        """Both outcomes, one after the other; each speaks for its own commands."""
        mine = len(self.commands)
        return Outcome(
            commands=(*self.commands, *later.commands),
            says=(*self.says, *later.says),
            form=later.form,
            errors=later.errors,
            chat=later.chat if later.chat is not None else self.chat,
            file=later.file or self.file,
            closing=lambda done: (*self.results(done[:mine]), *later.results(done[mine:])),
        )


def beside(commands: tuple[Command, ...]) -> Outcome:
    """Commands that are done without a word."""
    return Outcome(commands=commands, closing=lambda _done: ()) if commands else Outcome()


def _named(done: Done) -> str:
    """What is said of a command names its case, for it may be read far from the card."""
    return done.said if done.reference in done.said else f"{done.reference}: {done.said}"


class Values:
    """The values of a submitted form, read by type. Reading never raises: missing is "" or None or ()."""

    def __init__(self, values: Mapping[str, str | list[str]]) -> None:
        self._values = values

    def text(self, name: str) -> str:
        value = self._values.get(name, "")
        return (value if isinstance(value, str) else " ".join(value)).strip()

    def several(self, name: str) -> tuple[str, ...]:
        value = self._values.get(name, [])
        return tuple(v for v in ([value] if isinstance(value, str) else value) if v)

    def same(self, field: FormField) -> bool:
        """Whether a field came back as it was filled in at first."""
        if isinstance(field, ChoiceField):
            return set(self.several(field.name)) == set(field.value)
        first = field.value.isoformat() if isinstance(field.value, date) else field.value or ""
        return self.text(field.name) == first.strip()

    def date(self, name: str) -> date | None:
        try:
            return date.fromisoformat(self.text(name))
        except ValueError:
            return None


class Handlers:
    """Which function answers which act. Each flow file has one; the composition root joins them."""

    def __init__(self) -> None:
        self.pressed: dict[type[Action], Callable[[Any, Scene], Outcome]] = {}
        self.submitted: dict[type[Action], Callable[[Any, Values, Scene], Outcome]] = {}

    def on_press(self, kind: type[A]) -> Callable[[Callable[[A, Scene], Outcome]], Callable[[A, Scene], Outcome]]:
        def keep(handler: Callable[[A, Scene], Outcome]) -> Callable[[A, Scene], Outcome]:
            self.pressed[kind] = handler
            return handler

        return keep

    def on_submit(
        self, kind: type[A]
    ) -> Callable[[Callable[[A, Values, Scene], Outcome]], Callable[[A, Values, Scene], Outcome]]:
        def keep(handler: Callable[[A, Values, Scene], Outcome]) -> Callable[[A, Values, Scene], Outcome]:
            self.submitted[kind] = handler
            return handler

        return keep

    def join(self, other: "Handlers") -> None:
        """Take over another's handlers. Raises TypeError when both answer the same action."""
        for mine, theirs in ((self.pressed, other.pressed), (self.submitted, other.submitted)):
            if double := mine.keys() & theirs.keys():
                raise TypeError(f"two handlers for {', '.join(kind.name for kind in double)}")
            mine.update(theirs)  # type: ignore[arg-type]  # both pairs are of one kind


@dataclass(frozen=True, slots=True)
class Conversations:
    """What the flows give the loop: how words, commands, buttons and forms are answered."""

    hear: Callable[[Said, Scene], Outcome]
    asked: Callable[[Asked, Scene], Outcome]
    handlers: Handlers
