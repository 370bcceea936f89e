"""The one loop through which every turn goes, whoever's platform it came from.

A *deferred* turn (a message, most buttons) is stored and acknowledged at once and worked off in order. An *answered*
turn (opening or submitting a form) runs now, because the platform waits. How one turn is run stands in `running`.
"""

import logging
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from time import perf_counter

from sqlalchemy import Engine
from sqlmodel import Session, col, select

from bot.cases.tables import ColleagueRow
from bot.clock import Clock
from bot.conversation.card import Card
from bot.conversation.running import Runner
from bot.conversation.scene import Conversations
from bot.conversation.tables import Conversation
from bot.conversation.turn import Act, Answer, Asked, Incoming, Pressed, Said, Submitted, Turn
from bot.conversation.unclaimed import say_unclaimed
from bot.db import transaction
from bot.delivery import inbox
from bot.delivery.inbox import Claimed
from bot.delivery.port import Unclaimed
from bot.law.book import LawBook
from bot.policy import Policy
from bot.understanding.sensitive.masks import mask, mask_file_name
from bot.vault import Vault
from bot.wording import _, speaking

Ready = tuple[Claimed, Turn | Unclaimed]  # what was claimed, and what its platform made of it

log = logging.getLogger(__name__)

LEASE = timedelta(seconds=60)  # how long one turn may take before another worker picks it up
LONGEST_COMMIT = 0.05  # seconds during which turns that share a commit may keep others from writing


@dataclass(frozen=True)
class Desk:
    """Privacy Desk as its adapters see it: turns go in; what is said comes out of the outbox.

    Args:
        address: under which browsers reach `adapters/downloads`, without a "/" at its end; empty where that is the
            server of the page itself, None where they don't.
    """

    engine: Engine
    vault: Vault
    policy: Policy
    book: LawBook
    clock: Clock
    conversations: Conversations
    address: str | None = None

    def store(self, turn: Turn | Incoming) -> bool:
        """Keep a deferred turn; afterwards the platform may be told that we have it.

        Returns False for an event that was kept before.
        """
        return self.store_all((turn,))[0]

    def store_all(self, turns: Sequence[Turn | Incoming]) -> list[bool]:
        """Keep deferred turns, all in one commit; says of each whether it is new."""
        now = self.clock.now()
        masked = [turn.model_copy(update={"act": _masked(turn.act), "at": turn.at or now}) for turn in turns]
        with transaction(self.engine, hurry=True) as session:
            return inbox.store_all(session, self.vault, masked, now)

    def answer(self, turn: Turn) -> Answer:
        """Run a turn that the platform waits for. Raises `Refused` with a sentence for the speaker.

        A turn that comes twice is done once; one that only opened a form, or came back with errors, may come again.
        """
        turn = turn.model_copy(update={"act": _masked(turn.act)})
        with transaction(self.engine, hurry=True) as session, speaking(turn.speaker.language):
            if not inbox.remember(session, turn, self.clock.now()):
                return Answer(card=Card.of(_("This was done already.")))
            answer = self._runner.run(session, turn, waits=True)
            if answer.errors or answer.form is not None:  # nothing was done
                inbox.forget(session, turn)
            return answer

    def claim(self, limit: int, but: Collection[str] = ()) -> list[Claimed]:
        """Take up to `limit` free turns, of no platform in `but`, for `work_off` within `LEASE`."""
        with transaction(self.engine) as session:
            return inbox.claim(session, self.vault, self.clock.now(), LEASE, limit, but)

    def work_off(self, ready: Sequence[Ready]) -> int:
        """Run turns that were claimed, from the first on, and return how many.

        Several share a commit, as long as that does not keep others waiting; when one of them fails, or stands in
        another worker's way, each is run alone.
        """
        try:
            return self._run_together(ready)
        except Exception as trouble:  # noqa: BLE001 - whatever went wrong, the turn is kept and tried again
            if len(ready) == 1:
                self.set_back(ready[0][0], type(trouble).__name__)
                return 1
        for one in ready:
            self.work_off([one])
        return len(ready)

    def _run_together(self, ready: Sequence[Ready]) -> int:
        """Run turns in one transaction: all of those that fit into the time for one commit, or none."""
        began, done = perf_counter(), 0
        with transaction(self.engine) as session:
            ours = inbox.still_ours(session, [claimed for claimed, _turn in ready])
            at_hand = self._at_hand(session, [turn for _claimed, turn in ready if isinstance(turn, Turn)])
            for claimed, turn in ready:
                if done and perf_counter() - began > LONGEST_COMMIT:
                    break
                done += 1
                if claimed.id in ours:
                    with speaking(self._language(turn)):
                        self._work_off(session, turn)
            inbox.finish_all(session, [claimed.id for claimed, _turn in ready[:done] if claimed.id in ours])
            at_hand.clear()
        return done

    def _at_hand(self, session: Session, turns: Sequence[Turn]) -> list[object]:
        """Fetch the rows that each turn begins with, all at once; they are at hand as long as the answer is held.

        The conversations are locked before any case is, as by a turn that is run alone: so nobody waits for one of them
        who has a case that we want.
        """
        if len(turns) < 2:
            return []
        people = {turn.speaker.id for turn in turns}
        keys = {str(turn.conversation) for turn in turns}
        conversations = select(Conversation).where(col(Conversation.key).in_(keys)).order_by(col(Conversation.key))
        talks = session.exec(conversations.with_for_update()).all()
        return [*talks, *session.exec(select(ColleagueRow).where(col(ColleagueRow.id).in_(people))).all()]

    def set_back(self, claimed: Claimed, code: str) -> None:
        """A turn went wrong: it is tried again later, and set aside in the end."""
        log.error("turn %s failed: %s", claimed.id, code)
        with transaction(self.engine) as session:
            inbox.fail(session, self.vault, self.policy, claimed, code, self.clock.now())

    def put_off(self, claimed: Claimed, seconds: float) -> None:
        """The platform asks us to come back for a turn in some seconds."""
        with transaction(self.engine) as session:
            inbox.put_off(session, claimed, self.clock.now() + timedelta(seconds=seconds))

    def _work_off(self, session: Session, turn: Turn | Unclaimed) -> None:
        if isinstance(turn, Turn):
            self._runner.run(session, turn, waits=False)
        else:
            say_unclaimed(session, self.vault, self.policy, turn, self.clock.now())

    @cached_property
    def _runner(self) -> Runner:
        return Runner(self.vault, self.policy, self.book, self.clock, self.conversations, self.address)

    def _language(self, turn: Turn | Unclaimed) -> str:
        return turn.speaker.language if isinstance(turn, Turn) else self.policy.home.language


def _masked(act: Act) -> Act:
    """The act without numbers that we must never keep."""
    match act:
        case Said():
            text, kinds = mask(act.text)
            named = {
                "files": tuple(one.model_copy(update={"name": mask_file_name(one.name)}) for one in act.files),
                "missing": tuple(one.model_copy(update={"name": mask_file_name(one.name)}) for one in act.missing),
            }
            found = tuple(dict.fromkeys((*act.masked, *kinds)))
            return act.model_copy(update={"text": text, "masked": found, **named})
        case Asked():
            words, kinds = mask(act.words)
            return act.model_copy(update={"words": words, "masked": kinds})
        case Submitted():
            return act.model_copy(update={"values": {k: _masked_value(v) for k, v in act.values.items()}})
        case Pressed():
            return act


def _masked_value(value: str | list[str]) -> str | list[str]:
    """What a field of a form was filled in with, or what was chosen in it."""
    return mask(value)[0] if isinstance(value, str) else [mask(one)[0] for one in value]
