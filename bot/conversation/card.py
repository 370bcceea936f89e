"""The smallest set of things to show. Pure data; each adapter has one renderer for it.

Bare strings are always shown as they are: a renderer escapes them. Only the inline values below carry meaning.
Text that we wrote ourselves and that is too long for a platform raises; a user's text is shortened visibly by the
renderer (``Quote`` and ``Facts`` values hold users' text).
"""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field

from bot.conversation.action import Action
from bot.wording import say_date, say_moment

Tone = Literal["neutral", "good", "warning", "urgent"]


class Shown(BaseModel):
    """What every part of a card has in common: it never changes."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Bold(Shown):
    kind: Literal["bold"] = "bold"
    text: str


class Link(Shown):
    kind: Literal["link"] = "link"
    text: str
    url: str


class Mention(Shown):
    """Somebody who is to be notified: the platform's own id of the person, and the name as a fallback."""

    kind: Literal["mention"] = "mention"
    user: str  # "platform:tenant:user"
    name: str


class Moment(Shown):
    """A point in time that each viewer sees in their own zone. Never used for legal dates."""

    kind: Literal["moment"] = "moment"
    at: datetime


Inline = str | Annotated[Bold | Link | Mention | Moment, Field(discriminator="kind")]
Line = tuple[Inline, ...]


class Text(Shown):
    kind: Literal["text"] = "text"
    parts: Line
    small: bool = False

    @classmethod
    def of(cls, *parts: Inline, small: bool = False) -> Self:
        return cls(parts=parts, small=small)


class Facts(Shown):
    """Label and value pairs, e.g. ("Due", ("7 Apr 2026",))."""

    kind: Literal["facts"] = "facts"
    pairs: tuple[tuple[str, Line], ...]

    @classmethod
    def of(cls, *pairs: tuple[str, Inline]) -> Self:
        return cls(pairs=tuple((label, (value,)) for label, value in pairs))


class Quote(Shown):
    """Somebody's own words. Personal data: never in a channel."""

    kind: Literal["quote"] = "quote"
    text: str
    source: str = ""  # whose words they are


class Table(Shown):
    kind: Literal["table"] = "table"
    head: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]


class Button(Shown):
    """A button that sends its action back. `opens_form` is known when it is drawn (platforms need that)."""

    label: str = Field(min_length=1, max_length=75)
    payload: str = Field(max_length=2000)
    opens_form: bool = False
    style: Literal["plain", "primary", "danger"] = "plain"

    @classmethod
    def of(cls, label: str, action: Action, style: Literal["plain", "primary", "danger"] = "plain") -> Self:
        return cls(label=label, payload=action.encoded(), opens_form=action.opens_form, style=style)


class Actions(Shown):
    kind: Literal["actions"] = "actions"
    buttons: tuple[Button, ...] = Field(min_length=1, max_length=25)

    @classmethod
    def of(cls, *buttons: Button) -> Self:
        return cls(buttons=buttons)


Block = Annotated[Text | Facts | Quote | Table | Actions, Field(discriminator="kind")]


class Card(Shown):
    """Something the bot shows: a message in a chat or a card in the team's channel."""

    title: str = Field(default="", max_length=150)
    blocks: tuple[Block, ...] = Field(default=(), max_length=45)
    tone: Tone = "neutral"

    @classmethod
    def of(cls, *blocks: Block | str, title: str = "", tone: Tone = "neutral") -> Self:
        """A card of blocks; a bare string becomes a `Text` block."""
        return cls(title=title, tone=tone, blocks=tuple(Text.of(b) if isinstance(b, str) else b for b in blocks))

    def plain(self) -> str:
        """The card as plain text: notifications, screen readers, transcripts."""
        return "\n".join(line for line in self._lines() if line)

    def buttons(self) -> tuple[Button, ...]:
        return tuple(b for block in self.blocks if isinstance(block, Actions) for b in block.buttons)

    def _lines(self) -> Iterator[str]:
        yield self.title
        for block in self.blocks:
            match block:
                case Text():
                    yield plain_line(block.parts)
                case Facts():
                    yield from (f"{label}: {plain_line(value)}" for label, value in block.pairs)
                case Quote():
                    yield f"“{block.text}”" + (f" ({block.source})" if block.source else "")
                case Table():
                    yield " | ".join(block.head)
                    yield from (" | ".join(plain_line(cell) for cell in row) for row in block.rows)
                case Actions():
                    yield " ".join(f"[{button.label}]" for button in block.buttons)


def plain_line(line: Line) -> str:
    """A line of inlines as plain text."""
    return "".join(_plain(part) for part in line)


def _plain(part: Inline) -> str:
    match part:
        case str():
            return part
        case Bold():
            return part.text
        case Link():
            return f"{part.text} ({part.url})" if part.text != part.url else part.url
        case Mention():
            return f"@{part.name}"
        case Moment():
            return say_moment(part.at)


def day(value: date | None, *, weekday: bool = False) -> str:
    """A legal date for a card, the same for every viewer; a dash where the law sets none."""
    return say_date(value, weekday=weekday) if value else "–"
