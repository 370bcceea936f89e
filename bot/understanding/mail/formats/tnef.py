"""Outlook's `winmail.dat` (TNEF): what a mail says and the names of its attachments, packed into one file."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.understanding.mail.formats import mapi

_FIRST_BYTES = b"\x78\x9f\x3e\x22"
# Of an attribute the level, the name and the size come first, and a sum of its bytes last.
_HEAD, _SUM, _START = struct.Struct("<BII"), 2, 6
_CODE_PAGE, _BODY, _PROPERTIES = 0x00069007, 0x0002800C, 0x00069003
_ATTACHED, _TITLE, _ATTACHED_PROPERTIES = 0x00069002, 0x00018010, 0x00069005
_MOST = 500  # attributes, and properties of one
# Bytes of a property's value, by its kind; those of texts and bytes tell their size.
_FIXED = {0x02: 4, 0x03: 4, 0x04: 4, 0x05: 8, 0x06: 8, 0x07: 8, 0x0A: 4, 0x0B: 4, 0x14: 8, 0x40: 8, 0x48: 16}
_SIZED = frozenset((mapi.STRING8, mapi.STRING, mapi.BINARY, mapi.OBJECT))
_MANY, _NAMED = 0x1000, 0x8000


@dataclass(slots=True)
class Packed:
    """What such a file holds: a text, HTML, and names."""

    plain: str = ""
    rich: str = ""
    names: list[str] = field(default_factory=list)


def is_packed(raw: bytes) -> bool:
    """Whether a file begins as these do."""
    return raw.startswith(_FIRST_BYTES)


def read_packed(raw: bytes) -> Packed:
    """What is read of such a file; of a broken one what stands before the damage."""
    found = Packed()
    charset: str | None = None
    for name, value in _attributes(raw):
        if name == _CODE_PAGE:
            charset = mapi.charset(int.from_bytes(value[:4], "little"))
        elif name == _BODY:
            found.plain = found.plain or mapi.text(value, charset)
        elif name == _PROPERTIES:
            held = dict(_properties(value, charset))
            found.plain = held.get(mapi.BODY) or found.plain
            found.rich = held.get(mapi.HTML) or found.rich
        elif name == _ATTACHED:
            found.names.append("")
        elif name == _TITLE and found.names:
            found.names[-1] = found.names[-1] or mapi.text(value, charset)
        elif name == _ATTACHED_PROPERTIES and found.names:
            found.names[-1] = dict(_properties(value, charset)).get(mapi.ATTACH_LONG_FILENAME) or found.names[-1]
    found.names = [" ".join(name.split())[:200] for name in found.names if name.strip()]
    return found


def _attributes(raw: bytes) -> Iterator[tuple[int, bytes]]:
    at = _START
    for _ in range(_MOST):
        if at + _HEAD.size > len(raw):
            return
        _level, name, size = _HEAD.unpack_from(raw, at)
        at += _HEAD.size
        yield name, raw[at : at + size]
        at += size + _SUM


def _properties(raw: bytes, charset: str | None) -> Iterator[tuple[int, str]]:
    """The texts of a list of properties; it ends where one is of a kind that is not known."""
    try:
        count, at = int.from_bytes(raw[:4], "little"), 4
        for _ in range(min(count, _MOST)):
            kind, pid = struct.unpack_from("<HH", raw, at)
            at += 4
            if pid >= _NAMED:
                at = _behind_name(raw, at)
            plain = kind & ~_MANY
            if plain not in _SIZED:
                number = struct.unpack_from("<I", raw, at)[0] if kind & _MANY else 1
                at += (4 if kind & _MANY else 0) + number * _FIXED[plain]
                continue
            (number,) = struct.unpack_from("<I", raw, at)
            at += 4
            for _value in range(min(number, _MOST)):
                (size,) = struct.unpack_from("<I", raw, at)
                value, at = raw[at + 4 : at + 4 + size], at + 4 + size + -size % 4
                if plain == mapi.STRING:
                    yield pid, value.decode("utf-16-le", "replace").rstrip("\0")
                elif plain == mapi.STRING8 or pid == mapi.HTML:
                    yield pid, mapi.text(value, charset)
    except (struct.error, KeyError):
        return


def _behind_name(raw: bytes, at: int) -> int:
    """Where a property goes on behind its own name: a house's number, and a number or a text in it."""
    (by_text,) = struct.unpack_from("<I", raw, at + 16)
    (size,) = struct.unpack_from("<I", raw, at + 20)
    return at + 24 + (size + -size % 4 if by_text else 0)
