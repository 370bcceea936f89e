"""What is shown is made to fit: users' texts are cut evenly, so that short ones stay whole; then the end is left out.

What counts is a part: a text, a quote, a pair of facts, a row of a table. Buttons are never left out.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from bot.conversation.card import Actions, Block, Facts, Quote, Table, Text
from bot.wording import _

T = TypeVar("T")

UNCUT = 1_000_000  # characters
SHORTEST = 20  # characters below which no text is cut: many that say nothing are worse than fewer that do


class Rest(Text):
    """What stands where others were left out. Ours: it is never cut."""


def longest(tried: Callable[[int], T | None], most: int) -> T | None:
    """What is drawn with users' texts as long as possible; None when it fits with no length.

    Args:
        tried: draws with users' texts cut to a number of characters; None when that does not fit.
        most: a length with which it surely does not fit.
    """
    if (whole := tried(UNCUT)) is not None:
        return whole
    _length, best = _greatest(tried, SHORTEST, most)
    return best


def fullest(tried: Callable[[int, int], T | None], parts: int, most: int) -> T | None:
    """What is drawn with as many parts as fit, and with users' texts as long as possible in those; None when it fits
    without any part.

    Args:
        tried: draws with users' texts cut to a number of characters, and a number of parts kept (see `beginning`).
        parts: how many there are.
        most: a length with which it surely does not fit.
    """
    if (all_of_it := longest(lambda cap: tried(cap, parts), most)) is not None:
        return all_of_it
    kept, _shortest = _greatest(lambda number: tried(SHORTEST, number), 0, parts)
    return longest(lambda cap: tried(cap, kept), most)


def parts_of(blocks: Iterable[Block]) -> int:
    """How many parts there are to be left out."""
    return sum(map(_parts, blocks))


def beginning(blocks: Sequence[Block], most: int) -> Sequence[Block]:
    """The first parts, so many at most, and all buttons; a line stands where others were left out."""
    return blocks if parts_of(blocks) <= most else list(_beginning(blocks, most))


def _greatest(tried: Callable[[int], T | None], low: int, high: int) -> tuple[int, T | None]:
    """The greatest number from `low` on and below `high` that fits, and what it draws; None where `low` does not."""
    best = tried(low)
    while best is not None and high - low > 1:
        middle = (low + high) // 2
        if (found := tried(middle)) is not None:
            best, low = found, middle
        else:
            high = middle
    return low, best


def _beginning(blocks: Sequence[Block], left: int) -> Iterator[Block]:
    said = False
    for place, block in enumerate(blocks):
        count = _parts(block)
        if kept := _first(block, left) if left < count else block:
            yield kept
        if left < count and not said:
            said = True
            yield _rest(blocks[place:])
        left -= min(left, count)


def _rest(without: Iterable[Block]) -> Rest:
    """Rows of a list can be asked for one by one; of a letter or a mail there is no more elsewhere in the chat."""
    if any(isinstance(block, Table) for block in without):
        said = _("The rest does not fit here. Say “search” or “status” and a reference to see one case.")
    else:
        said = _("The rest does not fit here.")
    return Rest.of(said, small=True)


def _parts(block: Block) -> int:
    match block:
        case Text() | Quote():
            return 1
        case Facts():
            return len(block.pairs)
        case Table():
            return len(block.rows)
        case Actions():
            return 0


def _first(block: Block, most: int) -> Block | None:
    """The first parts of a block of which not all are kept."""
    if most == 0:
        return None
    match block:
        case Facts():
            return Facts(pairs=block.pairs[:most])
        case Table():
            return Table(head=block.head, rows=block.rows[:most])
        case _:
            return block


def pieces(text: str, most: int) -> Iterator[str]:
    """A long text in pieces of at most so many characters, divided at a line or between words where there is one."""
    while len(text) > most:
        half = most // 2
        at = max(text.rfind("\n", half, most), 0) or max(text.rfind(" ", half, most), 0) or most
        yield text[:at]
        text = text[at:].removeprefix("\n")
    if text:
        yield text
