"""Tables that hold one record: a row of heads and one of values, as web forms send them. Read across, it can't be told
which value is whose: "Name Country Password" and below "Tom Bell Ireland hunter2".
"""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import TypeAlias

from selectolax.lexbor import LexborNode

from bot.understanding.mail.lexicon import roles_of

Shown: TypeAlias = Callable[[LexborNode], bool]
_PARTS = ("thead", "tbody", "tfoot")
_WITHIN_LINES = frozenset(("b", "strong", "i", "em", "u", "span", "font"))
_MOST = 30  # columns
_LONGEST = 60  # characters of a head


def heads_of(table: LexborNode, shown: Shown) -> tuple[LexborNode, dict[int, str]] | None:
    """The row of heads, and the head of each value by its cell's id; None where the table is no such record. `shown`:
    whether a node's words are read."""
    rows = list(islice(_rows(table, shown), 3))
    if len(rows) != 2:
        return None
    heads, values = (list(islice(row.iter(), _MOST + 1)) for row in rows)
    if not 2 <= len(heads) == len(values) <= _MOST:
        return None
    if any(cell.tag != "th" for cell in heads) or any(cell.tag != "td" for cell in values):
        return None
    if any("colspan" in cell.attributes or "rowspan" in cell.attributes for cell in (*heads, *values)):
        return None
    names = [_name(cell, shown) for cell in heads]
    if not all(0 < len(name) <= _LONGEST for name in names):
        return None
    if any("from" in roles_of(name) for name in names):  # line by line, a journey or a list of mails would be a header
        return None
    return rows[0], {cell.mem_id: name for cell, name in zip(values, names, strict=True)}


def _rows(table: LexborNode, shown: Shown) -> Iterator[LexborNode]:
    for node in filter(shown, table.iter()):
        if node.tag == "tr":
            yield node
        elif node.tag in _PARTS:
            yield from (row for row in node.iter() if row.tag == "tr" and shown(row))


def _name(cell: LexborNode, shown: Shown) -> str:
    """The words of a head, which has one element within another at most, all of them shown, and no line of its own or
    link, of which the row says more; else none."""
    node: LexborNode | None = cell
    while node is not None:
        inside = list(islice(node.iter(), 2))
        if len(inside) > 1 or not shown(node) or (inside and inside[0].tag not in _WITHIN_LINES):
            return ""
        node = inside[0] if inside else None
    return " ".join(cell.text().split()).rstrip(" :")
