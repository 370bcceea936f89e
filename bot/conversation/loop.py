"""The one loop that runs a turn, whoever's platform it came from.

A *deferred* turn (a message, most buttons) is stored and acknowledged at once and worked off in order. An *answered*
turn (opening or submitting a form) runs now, because the platform waits. Either way everything that a turn changes
and everything that it says is committed together; nothing is posted from here.
"""

import logging
from collections.abc import Collection, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import timedelta
from time import perf_counter
from typing import TypeVar

from sqlalchemy import Engine
from sqlmodel import Session, col, select

from bot.cases import load
from bot.cases.colleagues import remember, team_on
from bot.cases.commands import Done, LookAtDetails
from bot.cases.doing import do
from bot.cases.snapshot import CaseView, Details
from bot.cases.tables import ColleagueRow
from bot.cases.work import Work
from bot.clock import Clock
from bot.conversation import replies
from bot.conversation.action import Action, CaseAction, decoded
from bot.conversation.card import Card
from bot.conversation.draft import CHAT, Chat
from bot.conversation.scene import Conversations, Outcome, Scene, Values
from bot.conversation.tables import Conversation
from bot.conversation.turn import HOME_PAGE, Act, Answer, Asked, Incoming, Pressed, Said, Submitted, Turn
from bot.conversation.unclaimed import say_unclaimed
from bot.db import insert_once, one_writer, transaction
from bot.delivery import inbox, outbox
from bot.delivery.inbox import Claimed
from bot.delivery.port import Address, Unclaimed
from bot.errors import NotAllowed, Refused, Stale
from bot.law.book import LawBook
from bot.policy import Policy
from bot.understanding.sensitive import mask
from bot.vault import Vault
from bot.wording import _, speaking

H = TypeVar("H")

Ready = tuple[Claimed, Turn | Unclaimed]  # what was claimed, and what its platform made of it

log = logging.getLogger(__name__)

LEASE = timedelta(seconds=60)  # how long one turn may take before another worker picks it up
LONGEST_COMMIT = 0.05  # seconds during which turns that share a commit may keep others from writing


@dataclass(frozen=True)
class Desk:
    """Privacy Desk as its adapters see it: turns go in; what is said comes out of the outbox."""

    engine: Engine
    vault: Vault
    policy: Policy
    book: LawBook
    clock: Clock
    conversations: Conversations

    def store(self, turn: Turn | Incoming) -> bool:
        """Keep a deferred turn; afterwards the platform may be told that we have it.

        Returns False for an event that was kept before.
        """
        return self.store_all((turn,))[0]

    def store_all(self, turns: Sequence[Turn | Incoming]) -> list[bool]:
        """Keep deferred turns, all in one commit; says of each whether it is new."""
        masked = [turn.model_copy(update={"act": _masked(turn.act)}) for turn in turns]
        with transaction(self.engine, hurry=True) as session:
            return inbox.store_all(session, self.vault, masked, self.clock.now())

    def answer(self, turn: Turn) -> Answer:
        """Run a turn that the platform waits for. Raises `Refused` with a sentence for the speaker.

        A turn that comes twice is done once; a form that comes back with errors may be sent again under its id.
        """
        turn = turn.model_copy(update={"act": _masked(turn.act)})
        with transaction(self.engine, hurry=True) as session, speaking(turn.speaker.language):
            if not inbox.remember(session, turn, self.clock.now()):
                return Answer(card=Card.of(_("This was done already.")))
            answer = self._run(session, turn, waits=True)
            if answer.errors:
                inbox.forget(session, turn)
            return answer

    def claim(self, limit: int, but: Collection[str] = ()) -> list[Claimed]:
        """Take up to `limit` free turns, of no platform in `but`, for `work_off` within `LEASE`."""
        with transaction(self.engine) as session:
            return inbox.claim(session, self.vault, self.clock.now(), LEASE, limit, but)

    def work_off(self, ready: Sequence[Ready]) -> int:
        """Run turns that were claimed, from the first on, and return how many.

        Where only one can write at a time, several share a commit, as long as that does not keep others waiting; when
        one of them fails, each is run alone.
        """
        try:
            return self._run_together(ready if one_writer(self.engine) else ready[:1])
        except Exception as trouble:  # noqa: BLE001 - whatever went wrong, the turn is kept and tried again
            if len(ready) == 1 or not one_writer(self.engine):
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
        """Fetch the rows that each turn begins with, all at once; they are at hand as long as the answer is held."""
        if len(turns) < 2:
            return []
        people = {turn.speaker.id for turn in turns}
        keys = {str(turn.conversation) for turn in turns}
        colleagues = session.exec(select(ColleagueRow).where(col(ColleagueRow.id).in_(people))).all()
        return [*colleagues, *session.exec(select(Conversation).where(col(Conversation.key).in_(keys))).all()]

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
            self._run(session, turn, waits=False)
        else:
            say_unclaimed(session, self.vault, self.policy, turn, self.clock.now())

    def _language(self, turn: Turn | Unclaimed) -> str:
        return turn.speaker.language if isinstance(turn, Turn) else self.policy.home.language

    def _run(self, session: Session, turn: Turn, *, waits: bool) -> Answer:
        work = Work(session, self.vault, self.policy, self.book, self.clock.now(), turn.speaker)
        if (no := self._refusal(turn)) is not None:
            return self._reply(work, turn, (Card.of(no),), waits=waits)
        remember(work, turn.speaker)
        row = _locked(session, turn, work, one_writer=one_writer(self.engine))
        chat = CHAT.validate_json(self.vault.open(row.chat_sealed)) if row.chat_sealed else Chat()
        done: tuple[Done, ...] = ()
        try:
            # Words alone change nothing in the record, so there is nothing that would have to be taken back.
            with nullcontext() if isinstance(turn.act, Said | Asked) else session.begin_nested():
                outcome = self._outcome(work, turn, chat)
                if not outcome.errors:
                    with session.begin_nested() if outcome.commands else nullcontext():
                        done = tuple(do(work, command) for command in outcome.commands)
        except Refused as no:
            work.events.clear()
            self._show_home(work, turn, chat)
            if waits and isinstance(turn.act, Pressed):
                raise
            if waits and isinstance(turn.act, Submitted):
                return Answer(errors={"": str(no)})
            return self._reply(work, turn, (Card.of(str(no), tone="warning"),), waits=waits)
        if outcome.form or outcome.errors:
            return Answer(form=outcome.form, errors=dict(outcome.errors))
        if outcome.chat is not None and outcome.chat != chat:
            row.chat_sealed = self.vault.seal(CHAT.dump_json(outcome.chat).decode()) if outcome.chat != Chat() else None
        if row.chat_sealed is not None:
            row.updated_at = work.now  # a draft that is talked about is not abandoned
        outbox.events(work)
        results = outcome.results(done)
        self._show_home(work, turn, chat)
        if waits and not outcome.says and outcome.closing is None:
            return Answer(card=results[0] if results else None)
        if waits and isinstance(turn.act, Asked):
            return Answer(card=outcome.says[0])
        return self._reply(work, turn, (*results, *outcome.says), waits=False)

    def _outcome(self, work: Work, turn: Turn, chat: Chat) -> Outcome:
        scene = Scene(
            speaker=turn.speaker,
            place=turn.place,
            now=work.now,
            policy=self.policy,
            book=self.book,
            turn=turn.id,
            records=_Records(work),
            chat=chat,
        )
        match turn.act:
            case Said() as said:
                return self.conversations.hear(said, scene)
            case Asked() as command:
                return self.conversations.asked(command, scene)
            case Pressed(payload=payload):
                action = decoded(payload)
                handler = self._handler(self.conversations.handlers.pressed, action)
                return handler(action, _seeing(work, scene, action, audited=True))
            case Submitted(payload=payload, values=values):
                action = decoded(payload)
                submitted = self._handler(self.conversations.handlers.submitted, action)
                return submitted(action, Values(values), _seeing(work, scene, action, audited=False))

    @staticmethod
    def _handler(handlers: dict[type[Action], H], action: Action) -> H:
        try:
            return handlers[type(action)]
        except KeyError:
            raise Stale(_("This button no longer does anything. Please use a newer message.")) from None

    def _refusal(self, turn: Turn) -> str | None:
        """Guests and strangers get one kind answer, whatever they ask: it tells nothing about any case."""
        speaker = turn.speaker
        known = speaker.tenant in (self.policy.home.tenant, *self.policy.tenants)
        if known and not speaker.guest:
            return None
        dpo = self.policy.contacts.dpo
        return _(
            "I am here for colleagues of {company} only. For your own data, please write to {dpo}.",
            company=self.policy.organisation.name,
            dpo=dpo.email,
        )

    def _show_home(self, work: Work, turn: Turn, chat: Chat) -> None:
        """What was done from the home page shows there; so does what kept it from being done."""
        if turn.place.channel != HOME_PAGE or isinstance(turn.act, Asked):
            return
        opened = turn.model_copy(update={"act": Asked(name="home"), "id": f"{turn.id}:home"})
        self._reply(work, opened, self._outcome(work, opened, chat).says, waits=False)

    def _reply(self, work: Work, turn: Turn, cards: tuple[Card, ...], *, waits: bool) -> Answer:
        """Say cards to the speaker alone; in a channel only one neutral line is said."""
        if waits:
            return Answer(card=cards[0] if cards else None)
        to = replies.address(turn)
        for number, card in enumerate(cards):
            lane = f"{'home' if to.home_page else 'chat'}:{turn.speaker.id}"
            self._say(work, turn, to, card, str(number), lane=lane)
        if (aside := replies.aside(turn)) is not None:
            line = Card.of(_("Thanks. Let's go on in private: I have sent you a message."))
            self._say(work, turn, aside, line, "channel", lane=f"channel:{turn.place.channel}")
        return Answer()

    def _say(self, work: Work, turn: Turn, to: Address, card: Card, name: str, *, lane: str) -> None:
        once = f"{turn.platform}:{turn.id}:{name}"
        outbox.say(work.session, self.vault, to, card, work.now, lane=lane, once=once)


@dataclass(frozen=True, slots=True)
class _Records:
    """The flows' window on the record."""

    work: Work

    def case(self, reference: str) -> CaseView | None:
        return load.case_view(self.work, reference)

    def handed_over_by(self, speaker: str) -> tuple[CaseView, ...]:
        return load.cases_of_reporter(self.work, speaker)

    def open_cases(self) -> tuple[CaseView, ...]:
        return load.open_cases(self.work)

    def found_by(self, words: str) -> tuple[CaseView, ...]:
        return load.search(self.work, words)


def _seeing(work: Work, scene: Scene, action: Action, *, audited: bool) -> Scene:
    """The scene with the case that the action is about.

    Personal details are there after an audited look only: the press that opens a form is the look; what is submitted
    from it is not another one.
    """
    if not isinstance(action, CaseAction):
        return scene
    if not work.by_team:
        raise NotAllowed(_("Only the privacy team can do this. I have not changed anything."))
    case = load.case_view(work, action.case)
    if case is None:
        raise Stale(_("This case is no longer on record."))
    details: Details | None = None
    if action.looks:
        if audited:
            do(work, LookAtDetails(action.case))
        details = load.details(work, action.case)
    team = team_on(work, scene.speaker.platform)
    return replace(scene, case=case, details=details, team=team)


def _locked(session: Session, turn: Turn, work: Work, *, one_writer: bool) -> Conversation:
    """The conversation's row, locked until the end of the turn: two acts of one person never cross.

    Where only one can write at a time, the transaction itself is the lock.
    """
    key = str(turn.conversation)
    row = session.get(Conversation, key, with_for_update=None if one_writer else True)
    if row is None:
        insert_once(session, Conversation, key=key, updated_at=work.now)
        row = session.get_one(Conversation, key, with_for_update=None if one_writer else True)
    return row


def _masked(act: Act) -> Act:
    """The act without numbers that we must never keep."""
    match act:
        case Said():
            text, kinds = mask(act.text)
            return act.model_copy(update={"text": text, "masked": tuple(dict.fromkeys((*act.masked, *kinds)))})
        case Asked():
            words, kinds = mask(act.words)
            return act.model_copy(update={"words": words, "masked": kinds})
        case Submitted():
            values = {k: mask(v)[0] if isinstance(v, str) else v for k, v in act.values.items()}
            return act.model_copy(update={"values": values})
        case Pressed():
            return act
