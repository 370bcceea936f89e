"""The mail within a mail that is signed as one file (S/MIME, `smime.p7m`): CMS around a MIME part (RFC 5652, RFC 8551).

Signatures are not checked: a mail's sender is never taken for verified. What is encrypted stays closed.
"""

from collections.abc import Iterator

_SIGNED, _DATA = bytes.fromhex("2a864886f70d010702"), bytes.fromhex("2a864886f70d010701")
_OBJECT, _OCTETS, _SEQUENCE, _TAGGED = 0x06, 0x04, 0x30, 0xA0
_CONSTRUCTED = 0x20
_DEEPEST = 12  # values within values
_MOST = 20_000  # values


class _Broken(ValueError):
    """Bytes that are no such file."""


def signed_part(raw: bytes) -> bytes | None:
    """The MIME part that was signed; None where the file is none, or holds no part that can be read."""
    try:
        kind, content = _pair(_only(_SEQUENCE, raw))
        if kind != _SIGNED:
            return None
        signed = _only(_SEQUENCE, content)
        kind, content = _pair(next(value for tag, value in _values(signed) if tag == _SEQUENCE))
        return b"".join(_octets(content, 0)) if kind == _DATA else None
    except (_Broken, StopIteration):
        return None


def _only(tag: int, raw: bytes) -> bytes:
    return next(value for found, value in _values(raw) if found == tag)


def _pair(raw: bytes) -> tuple[bytes, bytes]:
    """The name of a content's kind, and the content."""
    kind = content = b""
    for tag, value in _values(raw):
        if tag == _OBJECT:
            kind = value
        elif tag == _TAGGED:
            content = value
            break
    return kind, content


def _octets(raw: bytes, depth: int) -> Iterator[bytes]:
    """The bytes of a string that may have been cut into several."""
    if depth > _DEEPEST:
        raise _Broken
    for tag, value in _values(raw):
        if tag == _OCTETS:
            yield value
        elif tag == _OCTETS | _CONSTRUCTED:
            yield from _octets(value, depth + 1)


def _values(raw: bytes) -> Iterator[tuple[int, bytes]]:
    """The tag and the content of each value, one behind the other."""
    at = 0
    for _ in range(_MOST):
        if at >= len(raw):
            return
        tag, start, end, following = _bounds(raw, at)
        if tag == 0:  # the end of a value of unknown length
            return
        yield tag, raw[start:end]
        at = following


def _bounds(raw: bytes, at: int) -> tuple[int, int, int, int]:
    """A value's tag, where its content starts and ends, and where the next value starts."""
    if at + 2 > len(raw):
        raise _Broken
    tag, size, start = raw[at], raw[at + 1], at + 2
    if size == 0x80 and tag & _CONSTRUCTED:
        end = _open_end(raw, start)
        return tag, start, end, end + 2
    if size >= 0x80:
        long = size - 0x80
        if not 1 <= long <= 4:
            raise _Broken
        size, start = int.from_bytes(raw[start : start + long]), start + long
    return tag, start, min(start + size, len(raw)), start + size


def _open_end(raw: bytes, at: int) -> int:
    """Where a value of unknown length ends: at the two zeros that no value within it takes."""
    depth = 1
    for _ in range(_MOST):
        if raw[at : at + 2] == b"\0\0":
            depth -= 1
            if not depth:
                return at
            at += 2
        elif at + 2 > len(raw):
            break
        elif raw[at + 1] == 0x80 and raw[at] & _CONSTRUCTED:
            depth += 1
            at += 2
        else:
            at = _bounds(raw, at)[3]
    raise _Broken
