"""Header blocks whose labels nobody taught us: what their lines hold tells what they are."""

from bot.understanding.mail.dates import ANY_ZONE, day_without_year, find_date
from bot.understanding.mail.headers import Field, Header
from bot.understanding.mail.lexicon import Role
from bot.understanding.mail.people import ADDRESS

_FEWEST, _MOST = 4, 10  # lines of a block
_LABEL = 30  # characters


def guess_block(rows: list[str], start: int) -> Header | None:
    """The header block at a line, told by an address, a moment and the shape of its lines; or None.

    Only for lines below an announcement: signatures have the same shape.
    """
    block: list[tuple[int, str]] = []  # where each value begins, and the value
    for row in rows[start : start + _MOST]:
        label, colon, value = row.partition(":")
        if not colon or not 0 < len(label) <= _LABEL or len(label.split()) > 4 or row[len(label) + 1 :][:1].strip():
            break
        block.append((len(row) - len(value.lstrip()), value.strip()))
    if len(block) < _FEWEST:
        return None
    header = Header(rows=len(block))
    for number, (at, value) in enumerate(block):
        role = _role(value, header)
        if role is not None:
            header.fields[role] = Field(value, number, at, number, at + len(value))
    return header if {"from", "date"} <= header.fields.keys() else None


def _role(value: str, header: Header) -> Role | None:
    """Senders stand above recipients everywhere, and a moment is a day with its time."""
    if ADDRESS.search(value):
        return "from" if "from" not in header.fields else None
    if "date" not in header.fields and _is_moment(value):
        return "date"
    return "subject" if value else None  # of several the last: a recipient may be a mere name


def _is_moment(value: str) -> bool:
    found = find_date(value, ANY_ZONE)
    place = (found.start, found.end) if found else day_without_year(value, frozenset())
    return place is not None and ":" in value[slice(*place)]
