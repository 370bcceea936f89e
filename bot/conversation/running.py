"""One turn, run: the flow is asked, its commands are done, and what is to be said goes into the outbox.

Everything that a turn changes and everything that it says is committed together; nothing is posted from here.
"""

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from typing import TypeVar

from sqlmodel import Session

from bot.cases import load
from bot.cases.colleagues import remember, team_on
from bot.cases.commands import Done, LookAtDetails
from bot.cases.doing import do
from bot.cases.snapshot import CaseView, Details
from bot.cases.work import Work
from bot.clock import Clock
from bot.conversation import replies
from bot.conversation.action import Action, CaseAction, decoded
from bot.conversation.card import Card
from bot.conversation.draft import CHAT, Chat
from bot.conversation.scene import Conversations, Outcome, Scene, Values
from bot.conversation.tables import Conversation
from bot.conversation.turn import HOME_PAGE, Answer, Asked, Pressed, Said, Submitted, Turn
from bot.db import insert_once, one_writer
from bot.delivery import files, outbox
from bot.delivery.port import Address
from bot.errors import NotAllowed, Refused, Stale
from bot.law.book import LawBook
from bot.policy import Policy
from bot.vault import Vault
from bot.wording import _

H = TypeVar("H")


@dataclass(frozen=True)
class Runner:
    """Runs turns, one at a time."""

    vault: Vault
    policy: Policy
    book: LawBook
    clock: Clock
    conversations: Conversations
    address: str | None

    def run(self, session: Session, turn: Turn, *, waits: bool) -> Answer:
        """Run a turn in a transaction of the caller's; `waits`: the platform takes the answer now.

        Raises `Refused` for a press that the platform waits for; all else that is refused is said to the speaker.
        """
        work = Work(session, self.vault, self.policy, self.book, self.clock.now(), turn.speaker)
        if (no := self._refusal(turn)) is not None:
            return self._reply(work, turn, (Card.of(no),), waits=waits)
        remember(work, turn.speaker)
        row = _locked(session, turn, work)
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
        if outcome.file is not None and self.address is not None:
            files.keep(session, self.vault, self._token(work, turn), outcome.file)
        outbox.events(work)
        results = outcome.results(done)
        self._show_home(work, turn, chat)
        if waits and not outcome.says and outcome.closing is None:
            return Answer(card=results[0] if results else None)
        if waits and (isinstance(turn.act, Asked) or _shown_in_passing(turn, outcome)):
            return Answer(card=outcome.says[0])
        return self._reply(work, turn, (*results, *outcome.says), waits=False)

    def _outcome(self, work: Work, turn: Turn, chat: Chat) -> Outcome:
        scene = Scene(
            speaker=turn.speaker,
            place=turn.place,
            now=work.now,
            acted_at=turn.at,
            policy=self.policy,
            book=self.book,
            turn=turn.id,
            records=_Records(work),
            chat=chat,
            file_link=None if self.address is None else f"{self.address}{files.PATH}{self._token(work, turn)}",
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

    def _token(self, work: Work, turn: Turn) -> str:
        return files.token(self.vault, f"{turn.platform}:{turn.tenant}:{turn.id}", work.now)

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


def _shown_in_passing(turn: Turn, outcome: Outcome) -> bool:
    """Whether it is a card that a button in a channel shows to whoever pressed it, and all that there is to say."""
    said = len(outcome.says) == 1 and not outcome.commands and outcome.chat is None
    return said and isinstance(turn.act, Pressed) and not turn.place.private


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

    def latest_cases(self) -> tuple[CaseView, ...]:
        return load.latest_cases(self.work)

    def owned_by(self, speaker: str) -> tuple[CaseView, ...]:
        return load.cases_of_owner(self.work, speaker)

    def cases_of_tickets(self, tickets: Sequence[str]) -> tuple[CaseView, ...]:
        return load.cases_of_tickets(self.work, tickets)

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


def _locked(session: Session, turn: Turn, work: Work) -> Conversation:
    """The conversation's row, locked until the end of the turn: two acts of one person never cross.

    Where only one can write at a time, the transaction itself is the lock.
    """
    key = str(turn.conversation)
    lock = None if one_writer(session) else True
    row = session.get(Conversation, key, with_for_update=lock)
    if row is None:
        insert_once(session, Conversation, key=key, updated_at=work.now)
        row = session.get_one(Conversation, key, with_for_update=lock)
    return row
