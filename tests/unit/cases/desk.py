"""A desk for tests of the record: commands by name of whoever gives them, and what they left behind."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bot.cases import load
from bot.cases.colleagues import remember
from bot.cases.commands import Command, Done, OpenCase
from bot.cases.doing import do
from bot.cases.snapshot import CaseView, Details, Person, RequestView
from bot.cases.words import Arrival, Capacity
from bot.cases.work import Event, TellColleague, TellRole, ThreadNote
from bot.clock import StoppedClock
from bot.conversation.turn import Speaker
from bot.errors import Refused
from bot.rights import Right
from bot.wording import speaking
from tests.conftest import DoneBy
from tests.people import ANA, SAM

RECEIVED = datetime(2026, 3, 5, 9, 15, tzinfo=UTC)  # a Thursday; one month later is Easter Sunday
MAIL = "Please delete everything that you have about me. Ana Diaz"

USUAL = OpenCase(
    rights=(Right.ERASURE,),
    subject=Person(name="Ana Diaz", email=ANA, country="NL"),
    capacity=Capacity.SELF,
    received_at=RECEIVED,
    arrival=Arrival.EMAIL,
    language="en",
    text=MAIL,
    words=(("erasure", "delete everything"),),
    answers=(("Which data", "all of it"),),
    source_marks=(("message_id", "<one@mail.x.example>"),),
    ticket="ZD-77",
)


def asking(*rights: Right, **changes: Any) -> OpenCase:
    """Ana's usual request, with other rights or other circumstances."""
    return replace(USUAL, rights=rights or USUAL.rights, **changes)


def once_more(*rights: Right, **changes: Any) -> OpenCase:
    """Another mail of Ana's."""
    other = {"source_marks": (("message_id", "<two@mail.x.example>"),), "text": "Once more: it is Ana Diaz."}
    return asking(*rights, **{**other, **changes})


@dataclass
class Desk:
    """Runs each command in a transaction of its own, as the turn loop does."""

    work: DoneBy
    clock: StoppedClock
    events: list[Event] = field(default_factory=list)

    def does(self, who: Speaker, command: Command) -> Done:
        with self.work(who) as work, speaking("en"):
            done = do(work, command)
            self.events = work.events
        return done

    def opens(self, command: OpenCase = USUAL, by: Speaker = SAM) -> str:
        return self.does(by, command).reference

    def refuses(self, who: Speaker, command: Command, kind: type[Refused] = Refused) -> str:
        """The sentence with which a command is refused; nothing must have changed."""
        with pytest.raises(kind) as no:
            self.does(who, command)
        assert type(no.value) is kind
        return str(no.value)

    def case(self, reference: str) -> CaseView:
        with self.work() as work:
            found = load.case_view(work, reference)
        assert found is not None
        return found

    def request(self, reference: str, right: Right = Right.ERASURE) -> RequestView:
        return next(request for request in self.case(reference).requests if request.right is right)

    def details(self, reference: str) -> Details:
        with self.work() as work:
            found = load.details(work, reference)
        assert found is not None
        return found

    def thread(self) -> str:
        """What the last command wrote into threads."""
        return "\n".join(event.card.plain() for event in self.events if isinstance(event, ThreadNote))

    def told(self, who: Speaker | str) -> str:
        """What the last command tells a colleague, or a role, in private."""
        if isinstance(who, str):
            cards = [event.card for event in self.events if isinstance(event, TellRole) and event.role == who]
        else:
            cards = [
                event.card for event in self.events if isinstance(event, TellColleague) and event.colleague == who.id
            ]
        return "\n".join(card.plain() for card in cards)

    def days_later(self, days: int) -> date:
        self.clock.move(timedelta(days=days))
        return self.today

    @property
    def today(self) -> date:
        return self.clock.now().date()

    def hello(self, *people: Speaker) -> None:
        """Make the desk acquainted with somebody: each is remembered when they first act."""
        for person in people:
            with self.work(person) as work:
                remember(work, person)
