"""Cards as Slack messages and blocks. Pure functions: nothing is sent here."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import compress
from typing import Any

from adapters.slack.render.fallback import fallback
from adapters.slack.render.fitting import fitting, joined, numbered, rich
from adapters.slack.render.inline import Element, element, is_blank, section, shortened, text
from adapters.slack.render.limits import (
    BLOCKS_IN_MESSAGE,
    BUTTON,
    BUTTON_VALUE,
    HEADER,
    NOTHING,
    SMALL,
    TEXT,
    WEIGHT_IN_MESSAGE,
    clean,
    held,
    plain,
)
from bot.conversation.card import Actions, Block, Bold, Button, Card, Facts, Line, Quote, Table, Text, Tone, plain_line
from bot.conversation.fitting import beginning, parts_of, pieces
from bot.wording import _, cut

MARKS: dict[Tone, str] = {"neutral": "", "good": "✅ ", "warning": "⚠️ ", "urgent": "🔴 "}

LONGEST_LABEL = 300  # characters of a fact's label, and of what a quote came from
LONGEST_VALUE = 1500
LONGEST_CELL = 300
TEXT_OF_OURS = 2700  # the rest of a block is for names and links in it
WORTH_SAYING = 200  # below so many characters of a quote, its "…" says enough
SEPARATOR = " · "
QUOTE_PART = 2500  # of a long quote in one block; leaves room for what stands below it

SlackBlock = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Message:
    """What `chat.postMessage` takes: the blocks, and a text for notifications and screen readers."""

    text: str
    blocks: list[dict[str, Any]]


def message(card: Card) -> Message:
    """A card as a message.

    Raises:
        ValueError: a text that we wrote is too long. A user's words are shortened visibly instead.
    """
    blocks = blocks_of(card, most=BLOCKS_IN_MESSAGE, weight=WEIGHT_IN_MESSAGE)
    return Message(text=fallback(card, MARKS[card.tone]), blocks=blocks)


def blocks_of(card: Card, *, most: int, weight: int, taken: Iterable[str] = ()) -> list[SlackBlock]:
    """A card as blocks, at least one, with ids.

    Args:
        most: blocks there may be.
        weight: what they may weigh together (see `limits`).
        taken: block ids that belong to others.
    """
    title, content = " ".join(clean(card.title).split()), card.blocks
    mark = MARKS[card.tone]
    head: list[SlackBlock] = []
    if title:
        head = [{"type": "header", "text": plain(cut(mark + title, HEADER), HEADER, "a title")}]
    elif mark:
        first = content[0] if content else None
        if isinstance(first, Text) and not first.small:
            content = (first.model_copy(update={"parts": (mark, *first.parts)}), *content[1:])
        else:
            content = (Text.of(mark.rstrip()), *content)

    def draw(cap: int, kept: int) -> list[SlackBlock]:
        return [*head, *_drawn(beginning(content, kept), cap)] or [rich([section([text(NOTHING)])])]

    return numbered(fitting(draw, parts_of(content), most=most, weight=weight), taken)


def _drawn(blocks: Iterable[Block], cap: int) -> list[SlackBlock]:
    """The blocks with every user's text cut to `cap` characters. A heading stands close to what it heads."""
    done = list[SlackBlock]()
    heading = False
    for block in blocks:
        drawn = list(_block(block, cap))
        if heading and drawn:
            done[-1:] = joined([done[-1], drawn.pop(0)])
        done.extend(drawn)
        heading = bool(drawn) and isinstance(block, Text) and all(isinstance(part, Bold) for part in block.parts)
    return done


def _block(block: Block, cap: int) -> Iterator[SlackBlock]:
    match block:
        case Text():
            yield from _text(block, cap)
        case Facts():
            yield from _packed(_fact(label, value, cap) for label, value in block.pairs)
        case Quote():
            yield from _packed(_quote(block, cap))
        case Table():
            yield from _packed(_table(block, cap))
        case Actions():
            yield {"type": "actions", "elements": [_button(button) for button in block.buttons]}


def _text(block: Text, cap: int) -> Iterator[SlackBlock]:
    if is_blank(block.parts):
        return
    said = clean(plain_line(block.parts))
    if block.small and len(said) <= SMALL and all(isinstance(part, str) for part in block.parts):
        yield {"type": "context", "elements": [plain(said, SMALL, "a small text")]}
        return
    ours = [isinstance(part, str | Bold) for part in block.parts]  # only the rest may be cut
    held(plain_line(tuple(compress(block.parts, ours))), TEXT_OF_OURS, "a text")
    room = min(cap, LONGEST_CELL, (TEXT - TEXT_OF_OURS) // (ours.count(False) or 1))
    parts = [
        one
        for part, mine in zip(block.parts, ours, strict=True)
        for one in ((part,) if mine else shortened((part,), room, cap))
    ]
    yield from _packed([section(element(part) for part in parts)])


def _fact(label: str, value: Line, cap: int) -> Element:
    """A line of its own; words in quotes behind a value are its evidence."""
    held(label, LONGEST_LABEL, "a label")
    value = shortened(value, min(cap, LONGEST_VALUE), cap)
    drawn = [element(part) for part in value]
    last = value[-1] if len(value) > 1 else None
    if isinstance(last, str) and last.lstrip().startswith("“"):
        drawn[-1] = text(clean(last), italic=True)
    if is_blank(value):
        drawn = [text(NOTHING)]
    return section([text(clean(label) + ": ", bold=True), *drawn])


def _quote(block: Quote, cap: int) -> Iterator[Element]:
    words = clean(cut(block.text, cap)) if block.text.strip() else NOTHING
    for part in pieces(words, QUOTE_PART):
        yield {"type": "rich_text_quote", "elements": [text(part)]}
    if block.source.strip():
        yield section([text("– " + cut(clean(block.source), min(cap, LONGEST_LABEL)), italic=True)])
    if len(block.text) > cap > WORTH_SAYING:
        yield section([text(_("Shortened here: the text is too long to be shown whole."), italic=True)])


def _table(block: Table, cap: int) -> Iterator[Element]:
    """Slack takes one table of its own a message; ours may be several, so each row is a line, its first cell bold."""
    yield section(_separated([text(clean(held(cell, LONGEST_LABEL, "a heading")), bold=True)] for cell in block.head))
    for row in block.rows:
        room = min(cap, LONGEST_CELL, TEXT // (len(row) + 1) - len(SEPARATOR))
        cells = [shortened(cell, room, cap) if not is_blank(cell) else (NOTHING,) for cell in row]
        yield section(_separated([element(part, bold=n == 0) for part in cell] for n, cell in enumerate(cells)))


def _separated(cells: Iterable[list[Element]]) -> Iterator[Element]:
    for number, cell in enumerate(cells):
        if number:
            yield text(SEPARATOR)
        yield from cell


def _packed(lines: Iterable[Element]) -> Iterator[SlackBlock]:
    """Lines as rich text, in as few blocks as hold them."""
    yield from joined([rich([line]) for line in lines if line["elements"]])


def _button(button: Button) -> Element:
    kind = "form" if button.opens_form else "press"
    drawn = {"type": "button", "action_id": kind, "text": plain(button.label, BUTTON, "a button's label")}
    if button.payload:
        drawn["value"] = held(button.payload, BUTTON_VALUE, "a button's value")
    if button.style != "plain":
        drawn["style"] = button.style
    return drawn
