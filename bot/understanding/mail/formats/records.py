"""Tables that hold records below a row of heads. Read across, it can't be told which value is whose: "Name Country
Password" and below "Tom Bell Ireland hunter2". Of one record, as web forms send it, each value is told beside its head;
of several the columns are kept apart. Labels beside their values get their colons back.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TypeAlias

from selectolax.lexbor import LexborNode

from bot.understanding.mail.formats.markup import BLOCKS
from bot.understanding.mail.lexicon import roles_of
from bot.understanding.mail.people import ADDRESS

Shown: TypeAlias = Callable[[LexborNode], bool]
_PARTS = ("thead", "tbody", "tfoot")
_WITHIN_LINES = frozenset(("b", "strong", "i", "em", "u", "span", "font"))
_MOST = 30  # columns
_LONGEST = 60  # characters of a head
_MOST_ROWS = 200
_LONGEST_CELL = 120
_PARAGRAPHS = ("p", "div")
_FEWEST, _LONGEST_LABEL = 3, 40  # fields of a form, and characters of their labels
_SIGNS = frozenset("@:|0123456789")  # in no head, where only its place tells that it is one


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


def labels_of(table: LexborNode, shown: Shown) -> tuple[frozenset[int], dict[int, str]] | None:
    """The cells that hold labels without colons, of a header block or of what somebody filled in, and the label of each
    value by its cell's id; None where the table is neither."""
    rows = [list(islice(row.iter(), 3)) for row in islice(_rows(table, shown), _MOST + 1)]
    if not 2 <= len(rows) <= _MOST:
        return None
    rows = [row for row in rows if len(row) > 1]  # without what stands above all of it
    if len(rows) < 2 or any(len(row) != 2 or _holds_table(row[0]) for row in rows):
        return None
    names = [" ".join(row[0].text().split()) for row in rows]
    if not _are_of_header(names) and not _are_of_form(names, [row[1] for row in rows]):
        return None
    cells = {row[1].mem_id: name for row, name in zip(rows, names, strict=True)}
    return frozenset(row[0].mem_id for row in rows), cells


def _are_of_header(names: Sequence[str]) -> bool:
    said = {role for name in names for role in roles_of(name)[:1]}
    return all(map(roles_of, names)) and "from" in said and bool(said & {"date", "subject"})


def _are_of_form(names: Sequence[str], values: Sequence[LexborNode]) -> bool:
    """Whether each row tells another thing of one person: beside a label that is none of two stands their address. In a
    list of people more of them have one."""
    if len({name.lower() for name in names}) < max(_FEWEST, len(names)):
        return False
    if any("from" in roles_of(name) for name in names):  # line by line it would be a header that tells no day
        return False
    if not all(0 < len(name) <= _LONGEST_LABEL and _SIGNS.isdisjoint(name) for name in names):
        return False
    if any(map(_holds_table, values)):
        return False  # a page's layout
    addressed = [value for value in values if ADDRESS.fullmatch(value.text().strip())]
    return len(addressed) == 1


def _holds_table(cell: LexborNode) -> bool:
    """Whether a table stands within a cell: its words, table in table, would be read again and again."""
    return cell.css_first("table") is not None


def columns_of(table: LexborNode, shown: Shown) -> frozenset[int]:
    """The cells, by their ids, before which a column begins; none where the table holds no list of records."""
    rows = [list(islice(row.iter(), _MOST + 1)) for row in islice(_rows(table, shown), _MOST_ROWS + 1)]
    if not 2 <= len(rows) <= _MOST_ROWS or not 2 <= len(rows[0]) <= _MOST:
        return frozenset()
    if any(len(row) != len(rows[0]) for row in rows) or any(map(_holds_table, rows[0])):
        return frozenset()
    if not _are_heads(rows[0], len(rows)):
        return frozenset()
    cells = [cell for row in rows for cell in row]
    return frozenset(cell.mem_id for row in rows for cell in row[1:]) if all(map(_is_plain, cells)) else frozenset()


def _are_heads(cells: Sequence[LexborNode], rows: int) -> bool:
    """Whether a first row is one of heads: by its kind, or because no cell of three and more holds a value."""
    if not all(cell.text().strip() for cell in cells):
        return False
    if all(cell.tag == "th" for cell in cells):
        return rows > 2 or len(cells) > 2
    told = [cell.text() for cell in cells]
    return len(cells) > 2 and all(len(words) <= _LONGEST and _SIGNS.isdisjoint(words) for words in told)


def _is_plain(cell: LexborNode) -> bool:
    """Whether a cell is one of a row's, and holds some words on one line."""
    if "colspan" in cell.attributes or "rowspan" in cell.attributes:
        return False
    words = cell.text().strip()
    if len(words) > _LONGEST_CELL or "|" in words:
        return False
    inside = [node.tag for node in islice(cell.traverse(), _MOST + 1)][1:]
    blocks = [tag for tag in inside if tag in BLOCKS or tag in ("br", "td")]
    return len(inside) < _MOST and (not blocks or (len(blocks) == 1 and blocks[0] in _PARAGRAPHS))


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
