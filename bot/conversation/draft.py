"""Drafts: hand-overs that are being talked about, as data that outlives restarts and deploys.

No cursor is kept: a draft is what is known and which question was asked last. Personal data: sealed at rest, purged
when abandoned.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Literal

from pydantic import TypeAdapter

from bot.understanding.reading import MailReading

How = Literal["heard", "answered", "assumed"]

REVIEW = "review"  # `Draft.asked` when everything is known and the review was shown
WHICH = "which"  # of a pending draft: the speaker was asked whether it is new or belongs to the active one
WORD = "word"  # of a pending draft: the speaker was asked which case on record it is about
LONGEST_HISTORY = 12


@dataclass(frozen=True)
class Answered:
    """The value of a slot as it is kept: ready for JSON, with where it comes from."""

    value: Any
    how: How
    quote: str = ""
    confidence: float = 1.0


@dataclass(frozen=True)
class Draft:
    """One hand-over: the answers by name of their slot, and the message it began with."""

    id: str
    flow: str
    answers: Mapping[str, Answered] = field(default_factory=dict)
    asked: str | None = None
    doubted: tuple[str, str] | None = None  # a slot that is known and was asked anew, and the words that can't be read
    text: str = ""  # masked
    mail: MailReading | None = None  # its parts, where reading the text again would not find the same
    marks: tuple[tuple[str, str], ...] = ()  # what tells the same mail again: (kind, text)
    arrival: str = "chat"
    link: str | None = None  # where the message stands on its platform
    history: tuple[Mapping[str, Answered], ...] = ()  # the answers before each change, for "undo"

    def learn(self, answers: Mapping[str, Answered]) -> "Draft":
        """The draft with other answers; `undone` brings the present ones back."""
        if answers == self.answers:
            return self
        doubted = self.doubted
        if doubted is not None and answers.get(doubted[0]) != self.answers.get(doubted[0]):
            doubted = None
        history = (*self.history, self.answers)[-LONGEST_HISTORY:]
        return replace(self, answers=answers, doubted=doubted, history=history)

    def sure_of(self, slot: str) -> "Draft":
        """The draft with an answer that is no longer in doubt."""
        return replace(self, doubted=None) if self.doubted is not None and self.doubted[0] == slot else self

    def undone(self) -> "Draft | None":
        """The draft before its last change; None when there was none."""
        if not self.history:
            return None
        return replace(self, answers=self.history[-1], history=self.history[:-1], asked=None, doubted=None)


@dataclass(frozen=True)
class SpokenOf:
    """Tickets that somebody asked about, and no case of theirs is known: what comes next may hand them over. Of the
    privacy team, the reference of the case that was shown."""

    tickets: tuple[str, ...]
    at: datetime


@dataclass(frozen=True)
class Chat:
    """One person's conversation: the open drafts, the one being talked about first."""

    drafts: tuple[Draft, ...] = ()
    pending: Draft | None = None  # a message that waits for a word on what it is
    passed: bool = False  # the open draft was asked about after the pending message
    later: tuple[Draft, ...] = ()  # words about a case that were asked about before it, and nobody answered
    spoken_of: SpokenOf | None = None  # in the message before

    @property
    def active(self) -> Draft | None:
        return self.drafts[0] if self.drafts else None

    @property
    def matters(self) -> tuple[Draft, ...]:
        """The open drafts, and the pending one."""
        return (*self.drafts, self.pending) if self.pending else self.drafts

    @property
    def waits(self) -> Draft | None:
        """The pending message, while the question what it is was asked last."""
        asked = self.pending is not None and self.pending.asked in (WHICH, WORD)
        return self.pending if asked and not self.passed else None

    def draft(self, draft_id: str) -> Draft | None:
        """The open or pending draft of that id."""
        return next((d for d in (*self.matters, *self.later) if d.id == draft_id), None)

    def having(self, draft: Draft) -> "Chat":
        """The draft in first place, whether it is new or was open already."""
        rest = self.without(draft.id)
        return replace(rest, drafts=(draft, *rest.drafts), passed=rest.pending is not None)

    def asking_of(self, draft: Draft) -> "Chat":
        """The draft as the pending message, whose question is asked now. Another one that nobody answered gets its own
        turn: as a matter of its own, or, where it is about a case, with that question."""
        before, later = self.pending, tuple(d for d in self.later if d.id != draft.id)
        chat = replace(self, pending=draft, passed=False, later=later)
        if before is None or before.id == draft.id or before.asked not in (WHICH, WORD):
            return chat
        if before.asked == WORD:
            return replace(chat, later=(*later, before))
        return chat.queueing(replace(before, asked=None))

    def queueing(self, *drafts: Draft) -> "Chat":
        """The drafts behind all others."""
        return replace(self, drafts=(*self.drafts, *drafts))

    def without(self, draft_id: str) -> "Chat":
        """The rest, without a draft. In the place of a pending one comes the next that was asked about before it."""
        drafts, later = (tuple(d for d in some if d.id != draft_id) for some in (self.drafts, self.later))
        pending, passed = self.pending, self.passed
        if pending is not None and pending.id == draft_id:
            pending, later, passed = (later[0], later[1:], bool(drafts)) if later else (None, (), False)
        return Chat(drafts, pending, passed=passed and pending is not None, later=later)


CHAT: TypeAdapter[Chat] = TypeAdapter(Chat)
