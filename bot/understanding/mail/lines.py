"""Text made ready to be read line by line: invisible characters out, quote marks counted."""

import re
from unicodedata import normalize

LIMIT = 200_000
"""Characters of a text that are read; the rest is cut, and the text says so."""
CUT, NOT_READ = "\n[... ", " characters more, not read ...]"

_DEEPEST = 50
_CONTROLS = (*range(9), 11, 12, *range(14, 32), 127)
_INVISIBLE = (0xAD, 0xFEFF, 0x2060, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_GONE = dict.fromkeys((*_CONTROLS, *_INVISIBLE))
_CHANGED: dict[int, str | None] = _GONE | {0xA0: " ", 0x202F: " ", 0x2007: " ", 0x85: "\n", 0x2028: "\n", 0x2029: "\n"}
_CHANGED |= dict.fromkeys((*range(0x2000, 0x200B), 0x205F, 0x3000), " ")
_CHANGED |= {0x2010: "-", 0x2011: "-", 0x2012: "-", 0x2015: "—"}
_MAY_CHANGE = re.compile(f"[{re.escape(''.join(map(chr, _CHANGED)))}]")  # found faster than all is translated
# A letter and its accent as two characters, as a Mac writes names of files and mails, and so the parts of a Japanese,
# Korean or Arabic one; never a long run of accents.
_ACCENT = re.compile(r"[\u0300-\u036F\u0653-\u0655\u1161-\u1175\u11A8-\u11C2\u3099\u309A]")
_APART = re.compile(rf"[^\W\d_]{_ACCENT.pattern}{{1,2}}(?!{_ACCENT.pattern})")


def clean(text: str, limit: int = LIMIT) -> str:
    """Text with plain spaces and line ends, without control marks, and not longer than the limit (in characters). One
    that was cut is not cut once more."""
    left_out = len(text) - limit
    if len(text) <= 2 * limit and text.endswith(NOT_READ):  # it was cut before; marks may have made it longer since
        left_out, limit = 0, len(text)
    text = text[:limit].replace("\r\n", "\n").replace("\r", "\n")
    if _MAY_CHANGE.search(text):
        text = text.translate(_CHANGED)
    if not text.isascii():
        if _ACCENT.search(text):  # as in few texts
            text = _APART.sub(lambda match: normalize("NFC", match[0]), text)
        text = text.encode("utf-8", "replace").decode("utf-8")
    if left_out > 0:
        text += f"{CUT}{left_out}{NOT_READ}"
    return text


def depth(line: str) -> tuple[int, int]:
    """How often a line is quoted with ">", and where its own words begin."""
    if ">" not in line:  # as with most lines
        return 0, 0
    marks = at = 0
    for index, character in enumerate(line):
        if character == ">" and marks < _DEEPEST:
            marks, at = marks + 1, index + 1
        elif character not in " \t" or index - at >= 4:
            break
    if at < len(line) and marks and line[at] == " ":
        at += 1
    return marks, at


def is_quoted(line: str) -> bool:
    """Whether a line is quoted; a mailbox marks with ">" also whoever begins a line of their own with "From "."""
    return bool(depth(line)[0]) and not line.startswith(">From ")


def content(line: str) -> str:
    """A line without its quote marks and outer spaces."""
    return line[depth(line)[1] :].strip()


def strip_marks(line: str, levels: int) -> str:
    """A line without its first quote marks."""
    at = 0
    for _ in range(levels):
        mark = line.find(">", at)
        if mark < 0 or line[at:mark].strip():
            break
        at = mark + 1
    return line[at + 1 :] if at and line[at : at + 1] == " " else line[at:]


def is_rule(line: str) -> bool:
    """Whether a line is only drawn: dashes, underscores, equals signs."""
    words = content(line).replace(" ", "").strip("*")
    return len(words) >= 3 and not words.strip("-_=─━—–")


def trimmed(lines: list[str]) -> list[str]:
    """Lines without the blank ones at both ends."""
    start, end = 0, len(lines)
    while start < end and not lines[start].strip():
        start += 1
    while end > start and not lines[end - 1].strip():
        end -= 1
    return lines[start:end]
