"""Slots: the things a conversation needs to know.

A slot says what it asks, how it is heard in any message (`hears`), how a direct answer to its own question is read
(`takes`), and how its value is shown.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, Literal, TypeVar

from pydantic import TypeAdapter, ValidationError

from bot.cases.commands import Command
from bot.conversation.draft import Answered, Draft, How
from bot.conversation.form import Choice
from bot.conversation.scene import Scene
from bot.understanding.reading import Fact, Reading
from bot.wording import _, later

T = TypeVar("T")


NOT_SAID = "-"  # the choice of a question that may stay open: the message doesn't say


@dataclass(frozen=True)
class Slot(Generic[T]):
    """One thing to know.

    Args:
        name: unique; prefixed with the right it belongs to ("access.scope") unless shared on purpose.
        kind: the type of its value, as pydantic reads and writes it.
        label: what it is called in the review; marked with `later`. "" = not shown there.
        question: what the bot asks; marked with `later`.
        hint: a small line under the question; marked with `later`.
        hears: finds the value anywhere in a message, with its evidence; None when the message doesn't say.
        doubts: the words of a message that left it open, shown above the question.
        takes: reads a direct answer leniently; None when it can't be read.
        tells: finds the value in a short sentence that speaks of it, whatever was asked ("it came in yesterday"); None
            when the sentence doesn't, or can't be read.
        bare: finds it in words that are nothing but the value, where the speaker says that something changes ("no wait,
            Bo Berg"); such a slot takes no correction from what it merely hears.
        ahead: finds it in words that say nothing else, while something else is asked for ("Spain", "her name is Bell").
        speaks: whether a short sentence speaks of it at all, so that it is asked anew where `tells` can't read it.
        guesses: what an answer that can't be taken may mean, offered in place of `choices`.
        puzzles: why an answer that can't be taken and may mean nothing can't, or None.
        hides: names of slots that nothing is told of while this one is asked for: whatever is said is of this one.
        greed: what `takes` accepts: 0 its own kind of answer only, 1 most short texts, 2 any text.
        shows: the value in words.
        choices: the buttons under the question; `drop` is what the last one, which gives up, says.
        picks: the value behind the chosen buttons or boxes; by default the one chosen value itself.
        merges: the old value with a corrected part of it; by default the new value alone.
        adds: the old value together with more of it, from a second message about the same matter.
        details: the old value together with a colleague's words that say more of it ("only the newsletter"); None where
            they speak of something else.
        quoted: the words of a direct answer are kept with it.
        refuses: a sentence why a value can't be, or None.
        assumes: a value to start from when nothing says otherwise: shown in the review, never asked.
        keeps: what is to be done beside with an answer that was given, or taken back (None); `declined` is the answer
            of whoever presses `drop` at this question.
        field: how a form asks for it; `fills` is what stands in that field at first.
    """

    name: str
    kind: Any
    label: str
    question: str
    hint: str = ""
    drop: str = later("Cancel")
    hears: Callable[[Reading, Scene], Fact[T] | None] | None = None
    doubts: Callable[[Reading], str] | None = None
    takes: Callable[[str, Scene], T | None] | None = None
    tells: Callable[[str, Scene], T | None] | None = None
    bare: Callable[[str, Scene], T | None] | None = None
    ahead: Callable[[str, Scene], T | None] | None = None
    speaks: Callable[[str], bool] | None = None
    guesses: Callable[[str, Scene], tuple[Choice, ...]] | None = None
    puzzles: Callable[[str, Scene], str | None] | None = None
    hides: tuple[str, ...] = ()
    greed: Literal[0, 1, 2] = 0
    shows: Callable[[T], str] = str
    choices: Callable[["Known", Scene, Reading | None], tuple[Choice, ...]] | None = None
    picks: Callable[[tuple[str, ...]], T | None] | None = None
    merges: Callable[[T, T], T] | None = None
    adds: Callable[[T, T], T] | None = None
    details: Callable[[T, str], T | None] | None = None
    quoted: bool = False
    refuses: Callable[[T, Scene], str | None] | None = None
    assumes: Callable[["Known", Scene], T | None] | None = None
    keeps: Callable[[T | None, Draft, Scene], tuple[Command, ...]] | None = None
    declined: T | None = None
    field: Literal["text", "long", "choice", "choices", "date"] = "text"
    fills: Callable[[T], tuple[str, ...]] | None = None

    @cached_property
    def codec(self) -> TypeAdapter[T]:
        return TypeAdapter(self.kind)

    def picked(self, chosen: tuple[str, ...], scene: Scene) -> T | None:
        """The value behind what was chosen; None when it can't be one."""
        try:
            if self.picks is not None:
                return self.picks(chosen)
            return self.codec.validate_python(chosen[0]) if chosen else None
        except ValueError:
            return self.takes(chosen[0], scene) if self.takes and chosen else None

    def filled(self, value: T) -> tuple[str, ...]:
        """What stands in a form's field for this value."""
        return self.fills(value) if self.fills else (self.shows(value),)


@dataclass(frozen=True)
class Known:
    """The answers of a draft, read through their slots. One that is not known is a KeyError: paths ask first."""

    answers: Mapping[str, Answered] = field(default_factory=dict)

    def __contains__(self, slot: Slot[Any]) -> bool:
        return self.get(slot) is not None

    def __getitem__(self, slot: Slot[T]) -> T:
        value = self.get(slot)
        if value is None:
            raise KeyError(slot.name)
        return value

    def get(self, slot: Slot[T]) -> T | None:
        answer = self.answers.get(slot.name)
        if answer is None:
            return None
        try:
            return slot.codec.validate_python(answer.value)
        except ValidationError:
            return None  # kept by an older version of the slot: ask again rather than guess

    def quote(self, slot: Slot[Any]) -> str:
        """The words that the value was read from; "" when it was not read in a message."""
        answer = self.answers.get(slot.name)
        return answer.quote if answer else ""

    def having(
        self, slot: Slot[T], value: T, how: How = "answered", quote: str = "", confidence: float = 1.0
    ) -> "Known":
        kept = Answered(slot.codec.dump_python(value, mode="json"), how, quote, confidence)
        return Known({**self.answers, slot.name: kept})

    def without(self, slot: Slot[Any]) -> "Known":
        return Known({name: answer for name, answer in self.answers.items() if name != slot.name})


Path = Callable[[Known], Iterator[Slot[Any]]]


@dataclass(frozen=True)
class Walked:
    """A path walked from the top: what is answered on it, and the first slot that is not."""

    answered: tuple[Slot[Any], ...]
    missing: Slot[Any] | None

    def slot(self, name: str) -> Slot[Any] | None:
        """The slot of that name, if it is on the path as far as it was walked."""
        every = (*self.answered, self.missing) if self.missing else self.answered
        return next((s for s in every if s.name == name), None)


def walk(path: Path, known: Known) -> Walked:
    """Walk a path until the first slot that is not known. Each slot counts once."""
    answered: dict[str, Slot[Any]] = {}
    for slot in path(known):
        if slot not in known:
            return Walked(tuple(answered.values()), slot)
        answered[slot.name] = slot
    return Walked(tuple(answered.values()), None)


def not_said(_known: Known, _scene: Scene, _reading: Reading | None) -> tuple[Choice, ...]:
    """The one choice of a question that may stay open."""
    return (Choice(value=NOT_SAID, label=_("It doesn't say")),)
