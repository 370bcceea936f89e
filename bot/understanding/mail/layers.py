"""One step into a mail: what stands above somebody else's words, who they are from, and what they are."""

from dataclasses import dataclass
from enum import StrEnum

from bot.understanding.mail import lexicon
from bot.understanding.mail.attribution import read_attribution
from bot.understanding.mail.headers import Header, read_block
from bot.understanding.mail.lines import content, depth, is_rule, strip_marks


class Border(StrEnum):
    """What announces the other person's words."""

    FORWARD = "forward"  # "Begin forwarded message:"
    BLOCK = "block"  # a header block, perhaps under "Original message": forwarded or answered
    ATTRIBUTION = "attribution"  # "On Monday Ana wrote:"
    QUOTE = "quote"  # only lines with ">"


@dataclass(slots=True)
class Layer:
    """A mail cut once. All lists hold lines."""

    border: Border
    header: Header | None
    top: list[str]
    head: list[str]  # the announcement, without quote marks
    header_row: int  # where the header begins in `head`
    inner: list[str]  # the other person's words, without their quote marks
    raw: list[str]  # announcement and words as they were written
    bottom: list[str]


def cut(lines: list[str]) -> Layer | None:
    """The first announcement of somebody else's words in a text, or None."""
    for at in range(len(lines)):
        line = content(lines[at])
        if not line:
            continue
        if border := _marker(line):
            layer = _after_marker(lines, at, border)
            if layer:
                return layer
        header = read_block(lines, at)
        if header and _is_block(header):
            return _layer(lines, at, at, at + header.rows, Border.BLOCK, header)
        header = read_attribution(lines, at)
        if header and not _begins_later(lines, at, header):
            return _layer(lines, at, at, at + header.rows, Border.ATTRIBUTION, header)
        if depth(lines[at])[0] and at + 1 < len(lines) and depth(lines[at + 1])[0] and not _announced(lines, at):
            return _layer(lines, at, at, at, Border.QUOTE, None)
    return None


def _begins_later(lines: list[str], at: int, header: Header) -> bool:
    """Whether the first line of an attribution is still the text above it."""
    later = read_attribution(lines, at + 1) if header.rows > 1 else None
    return later is not None and later.fields.keys() >= header.fields.keys()


def _announced(lines: list[str], at: int) -> bool:
    """Whether a quote only holds a marker or header within its next lines: then that is the border."""
    for ahead in range(at, min(at + 4, len(lines))):
        if not depth(lines[ahead])[0]:
            return False
        header = read_block(lines, ahead)
        if _marker(content(lines[ahead])) or (header and _is_block(header)):
            return not any(content(line) for line in lines[at:ahead])
    return False


def _marker(line: str) -> Border | None:
    if len(line) > 100:
        return None
    words = lexicon.bare(line)
    drawn = len(line) - len(line.strip("-=_ *—–")) >= 6
    if words in lexicon.phrases("markers", "forward") and (drawn or line.rstrip(" *").endswith((":", "："))):
        return Border.FORWARD
    if words in lexicon.phrases("markers", "original") and (drawn or line.rstrip(" *").endswith(":")):
        return Border.BLOCK
    if drawn and line[:2] == "--" and line.endswith("--") and 0 < len(words.split()) <= 6:
        return Border.BLOCK
    return None


def _after_marker(lines: list[str], at: int, border: Border) -> Layer | None:
    start = at + 1
    while start < len(lines) and start < at + 6 and (not content(lines[start]) or is_rule(lines[start])):
        start += 1
    header = read_block(lines, start) if start < len(lines) else None
    if header and len(header.fields) >= 2 and {"from", "subject", "date"} & set(header.fields):
        return _layer(lines, at, start, start + header.rows, border, header)
    if start < len(lines) and (header := read_attribution(lines, start)):
        return _layer(lines, at, start, start + header.rows, border, header)
    known = lexicon.bare(content(lines[at]))
    if known in lexicon.phrases("markers", "forward") or known in lexicon.phrases("markers", "original"):
        return _layer(lines, at, at + 1, at + 1, border, None)
    return None


def _is_block(header: Header) -> bool:
    """Whether labels without a marker above are a header block: a sender and two more, or two and an address."""
    roles = {role for role in header.fields if role != "other"}
    if "from" not in roles:
        return False
    sender = header.text("from") or ""
    if len(roles) >= 3 and roles & {"date", "subject"}:
        return True
    return "@" in sender and len(roles) >= 2 and bool(roles & {"date", "subject"})


def _layer(lines: list[str], at: int, header_at: int, end: int, border: Border, header: Header | None) -> Layer:
    level = _level(lines, at, header_at, end, border)
    start = at
    for above in range(at - 1, max(at - 4, -1), -1):
        if is_rule(lines[above]):
            start = above
        elif content(lines[above]):
            break
    stop = _end(lines, end, level)
    top = lines[:start]
    return Layer(
        border=border,
        header=header,
        top=top,
        head=[content(line) for line in lines[start:end]],
        header_row=header_at - start,
        inner=[strip_marks(line, level) for line in lines[end:stop]],
        raw=lines[start:stop],
        bottom=lines[stop:],
    )


def _level(lines: list[str], at: int, header_at: int, end: int, border: Border) -> int:
    """How deep the other person's words are quoted; 0 when they run to the end of the mail."""
    own = depth(lines[at])[0]
    if border in (Border.FORWARD, Border.BLOCK) and end > header_at:
        return depth(lines[header_at])[0]
    following = next((line for line in lines[end : end + 5] if line.strip()), "")
    return max(own, depth(following)[0]) if border is not Border.QUOTE else 1


def _end(lines: list[str], start: int, level: int) -> int:
    """Where the quoted words stop."""
    if level == 0:
        return len(lines)
    last = at = start
    while at < len(lines):
        if depth(lines[at])[0] >= level:
            last = at + 1
        elif lines[at].strip():
            break
        at += 1
    return last
