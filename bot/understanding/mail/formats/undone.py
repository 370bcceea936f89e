"""What was encoded once too often, though nothing says so, is undone: quoted-printable, and UTF-8 put into UTF-8."""

import re
from quopri import decodestring

_PAIR = re.compile(rb"=[C-F][0-9A-F]=[89AB][0-9A-F]")  # a letter in UTF-8
_SURELY = re.compile(rb"=\r?\n|[A-Za-z]=[C-F][0-9A-F]=[89AB][0-9A-F][a-z]")  # a line was broken, or it is in a word
# A letter of Latin-1 within a word, as no value ("colour=FFAA00") has it: "l=F6schen", "Gr=FC=DFe".
_LATIN = re.compile(rb"(?<![\w=&?/#.-])[A-Za-z]{0,30}(?:=[C-F][0-9A-F]){1,2}[a-z]{0,30}[g-z]")
_TWICE = re.compile("[\u00c2\u00c3\u00c4\u00c5\u00d0\u00d1][\u0080-\u00bf\u0152-\u0192\u02c6-\u2122]|\u00e2\u20ac")
_RUN = re.compile(r"[^\x00-\x7f]+")
_SPACED = re.compile(r"([ÃÅ]) (?=(?P<word>(?!s\b)\w)?)")
_GAPS = "\x81\x8d\x8f\x90\x9d"  # of Windows-1252


def unquoted(raw: bytes) -> bytes:
    """The same bytes, unless they are in quoted-printable: then what they stand for."""
    letters = len(_PAIR.findall(raw))
    if letters > 1 or (letters == 1 and _SURELY.search(raw) is not None):
        return decodestring(raw)
    return decodestring(raw) if raw.isascii() and len(_LATIN.findall(raw)) > 1 else raw


def utf8_once(text: str) -> str:
    """Text without what was put into UTF-8 twice: "lÃ¶schen"."""
    if text.isascii() or not _TWICE.search(text):  # as nearly all
        return text
    lines = (_SPACED.sub(_as_it_was, line) if "Ã " in line or "Å " in line else line for line in text.split("\n"))
    return "\n".join(_line_once(line) if _TWICE.search(line) else line for line in lines)


def _as_it_was(spaced: re.Match[str]) -> str:
    """A letter whose second half was taken for a space, "Ã  demain", "Å alje"; behind "à" one more mostly stood."""
    return f"{spaced[1]}\xa0" + (" " if spaced[1] == "Ã" and spaced["word"] else "")


def _line_once(line: str) -> str:
    """A line, or of one that holds other letters, too, each run of letters that were put into UTF-8 twice."""
    return _once(line) or _RUN.sub(lambda run: (_TWICE.search(run[0]) and _once(run[0])) or run[0], line)


def _once(text: str) -> str | None:
    try:
        if not any(gap in text for gap in _GAPS):
            return text.encode("cp1252").decode("utf-8")
        return b"".join(letter.encode("latin-1" if letter in _GAPS else "cp1252") for letter in text).decode("utf-8")
    except UnicodeError:
        return None
