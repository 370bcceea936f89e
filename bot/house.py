"""One running desk, put together: turns in, messages out, and the clock that ticks over both."""

import random
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from sqlalchemy import Engine
from sqlmodel import Session

from bot.cases.colleagues import remember
from bot.cases.load import case_view, case_view_by_id
from bot.cases.purge import purge
from bot.cases.views import case_card
from bot.cases.work import DESK, Work
from bot.clock import Clock
from bot.conversation.action import CaseAction, decoded
from bot.conversation.card import Card
from bot.conversation.loop import Desk
from bot.conversation.scene import Conversations
from bot.conversation.turn import Speaker
from bot.db import transaction
from bot.delivery import files, ledger, nudges, upkeep
from bot.delivery.deliver import Deliverer
from bot.delivery.intake import Intake
from bot.delivery.outbox import case_lane
from bot.delivery.port import Completer, Posted, Poster
from bot.errors import Stale
from bot.examples import shelf
from bot.law.book import law_book
from bot.letters.file import LetterFile
from bot.policy import Policy
from bot.vault import Vault
from bot.wording import speaking
from bot.worker import Worker


@dataclass(frozen=True)
class House:
    """A desk with its way in, its worker, its deliverer and its ticker."""

    desk: Desk
    intake: Intake
    worker: Worker
    deliverer: Deliverer

    @classmethod
    def of(
        cls,
        engine: Engine,
        vault: Vault,
        policy: Policy,
        clock: Clock,
        conversations: Conversations,
        posters: Mapping[str, Poster],
        sink: Callable[[str], None],
        chance: random.Random,
        completers: Mapping[str, Completer] | None = None,
        address: str | None = None,
    ) -> "House":
        """Put a desk together.

        Args:
            sink: takes a line for each message that cannot be delivered at all.
            completers: see `Worker`; none for platforms that bring whole turns.
            address: see `Desk`.
        """
        desk = Desk(engine, vault, policy, law_book(), clock, conversations, address)
        deliverer = Deliverer(engine, vault, policy, posters, partial(_drawn, desk), clock, sink, chance)
        return cls(desk, Intake(desk.store_all), Worker(desk, completers or {}), deliverer)

    def take_over(self) -> None:
        """Go on at once with what a process that died had begun. Only for the one process at a database."""
        with transaction(self.desk.engine) as session:
            upkeep.take_over(_work(self.desk, session))

    def introduce(self, speakers: Iterable[Speaker]) -> None:
        """Remember colleagues whom a platform's directory names, so that they can be reached before they speak."""
        with transaction(self.desk.engine) as session:
            for speaker in speakers:
                remember(_work(self.desk, session), speaker)

    def shown(self, payload: str, where: Posted) -> Card | None:
        """What a message in which a button stands must show now; None for one that never changes, and for a button
        that is not about a case.

        Args:
            payload: the button's.
        """
        try:
            action = decoded(payload)
        except Stale:
            return None
        if not isinstance(action, CaseAction):
            return None
        home = self.desk.policy.home
        with transaction(self.desk.engine) as session:
            case = case_view(_work(self.desk, session), action.case)
            if case is None or ledger.place_of(session, case_lane(case.id), home.platform, home.tenant) != where:
                return None
            return _drawn(self.desk, session, case.id)

    def letter_file(self, token: str) -> LetterFile:
        """The letter behind a link. Raises NotAllowed for a link that is not ours, Stale for one that has ended."""
        desk = self.desk
        key, until = files.checked(desk.vault, token)
        files.still_good(until, desk.clock.now())
        with transaction(desk.engine, hurry=True) as session:
            return files.opened(session, desk.vault, key)

    def tick(self) -> int:
        """Put every reminder that is due into the outbox; returns how many. Any number of replicas may tick."""
        with transaction(self.desk.engine) as session:
            work = _work(self.desk, session)
            upkeep.mend(work)
            said, more = nudges.say_digest(work), True
        while more:
            with transaction(self.desk.engine) as session:
                page, more = nudges.say_page(_work(self.desk, session))
            said += page
        return said

    def tidy(self) -> None:
        """Empty what has served: personal data of closed cases, abandoned drafts, old delivery rows, examples that
        nobody decided on."""
        with transaction(self.desk.engine) as session:
            work = _work(self.desk, session)
            purge(work)
            upkeep.tidy(work)
            shelf.purge(work)

    async def settle(self) -> None:
        """Work off every turn and deliver every message that is due."""
        await self.worker.settle()
        await self.deliverer.settle()


def _drawn(desk: Desk, session: Session, case_id: int) -> Card | None:
    """The home card of a case as it is now, in the home channel's language."""
    work = _work(desk, session)
    case = case_view_by_id(work, case_id)
    with speaking(desk.policy.home.language):
        return case_card(case, desk.policy, today=work.today) if case else None


def _work(desk: Desk, session: Session) -> Work:
    return Work(session, desk.vault, desk.policy, desk.book, desk.clock.now(), DESK)
