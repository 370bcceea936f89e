"""The charset of bytes that are no UTF-8 and have no label, or one that programs set without looking.

A text is in one language: of the charsets that can hold its bytes, the right one gives letters of one alphabet, most of
them the common ones; a wrong one gives signs within words, letters of many languages, or rare letters.
"""

import re
from typing import NamedTuple

_ESCAPED = re.compile(rb"\x1b\$[@B]|\x1b\$\)C")  # of ISO-2022, which has ASCII's bytes only
_WITHIN = 4_000  # bytes that are looked at
_FEWEST, _FEW = 6, 3  # letters beyond ASCII by which another alphabet can be told, and another language's
_FOREIGN = 0.5  # of all letters; in a Western or Central European text it is hardly ever so many
_COMMON = 0.4  # of the letters beyond ASCII that are common ones
_HIGH = re.compile(rb"[\x80-\xff]")
_LETTER = re.compile(rb"[A-Za-z]")
_WORD = re.compile(r"[^\W\d_]*[^\x00-\x7f\W\d_][^\W\d_]*")
# A sign right behind a letter, as no language writes it; small figures ("m³") only where a letter follows.
_SIGN_WITHIN = re.compile(r"(?<=[^\W\d_])(?:[^\x00-\x7f\w\s’‘´–—…«»“”„©®™°·•](?=[^\W\d_]|\s|$)|[¹²³](?=[^\W\d_]))")


class _Alphabet(NamedTuple):
    """Letters that make up most of a text in one alphabet, and the charsets that hold it."""

    common: frozenset[str]
    charsets: tuple[str, ...]


CYRILLIC = frozenset(("windows-1251", "cp1251", "koi8-r", "koi8-u"))
"""Charsets of one alphabet whose labels are mistaken for each other."""
_CHINESE = ("gb18030", "cp950")
_ALPHABETS = (
    _Alphabet(frozenset("оеаинтсрвлкмдпуі"), ("cp1251", "koi8-u", "iso8859-5", "cp866")),
    _Alphabet(frozenset("αοιετσνηυρπκμλςέάίό"), ("cp1253", "iso8859-7")),
    _Alphabet(frozenset("יוהלאתמרשבנםד"), ("cp1255",)),
    _Alphabet(frozenset("اليمونرتبدعسفحك"), ("cp1256", "iso8859-6")),
    _Alphabet(frozenset("านรอกเงมยลวดทสต่้ั"), ("cp874",)),
    _Alphabet(frozenset(map(chr, range(0x3041, 0x30FF))), ("cp932", "euc_jp")),
    _Alphabet(
        frozenset("的是我请們们您一不了在有人这這个個为為所要以删除刪资資料数據据请請谢謝号號"), ("gb18030", "cp950")
    ),
    _Alphabet(frozenset("이다는의하고을를가에지은세요한사주서해기로도니제습"), ("cp949",)),
)
_WESTERN = tuple(
    map(
        frozenset,
        (
            "äöüßéàëï",
            "éèêëàâîïôùûüçœæÿ",
            "áéíóúñüç",
            "àèéìíîòóùú",
            "áâãàçéêíóôõúü",
            "éèëïöüáóíêç",
            "åäöéüà",
            "æøåéüòóôâê",
        ),
    )
)
_CENTRAL = (
    (frozenset("ąćęłńóśźżé"), ("cp1250", "iso8859-2")),
    (frozenset("áčďéěíňóřšťúůýžäôľĺŕ"), ("cp1250", "iso8859-2")),
    (frozenset("áéíóöőúüű"), ("cp1250", "iso8859-2")),
    (frozenset("čćđšž"), ("cp1250", "iso8859-2")),
    (frozenset("ăâîşţșț"), ("cp1250", "iso8859-16")),
    (frozenset("çğıöşüâîû"), ("cp1254",)),
    (frozenset("āčēģīķļņōŗšūžäõöü"), ("cp1257",)),
    (frozenset("ąčęėįšųūž"), ("cp1257",)),
)


def guessed(raw: bytes, among: frozenset[str] | None = None, *, surely: bool = False) -> str | None:
    """The charset of bytes that cannot be UTF-8, one of an alphabet of these; None where they may well be Western:
    `surely`, where a label says so."""
    raw = raw[:_WITHIN]
    if _ESCAPED.search(raw):
        return "iso2022_jp_ext" if b"\x1b$)C" not in raw else "iso2022_kr"
    high = len(_HIGH.findall(raw))
    if high >= _FEWEST and high > _FOREIGN * (high + len(_LETTER.findall(raw))):
        return _of_another_alphabet(raw, among)
    return None if among or high < _FEW else _of_central_europe(raw, surely)


def _of_another_alphabet(raw: bytes, among: frozenset[str] | None) -> str | None:
    best, most = None, _COMMON
    for common, charsets in _ALPHABETS:
        if among and among.isdisjoint(charsets):
            continue
        for charset in charsets:
            text = _decoded(raw, charset)
            letters = [letter for letter in text if letter > "\x7f" and not letter.isspace()]
            share = sum(letter in common for letter in letters) / len(letters) if letters else 0
            if charset in _CHINESE:  # of thousands of letters a dozen is enough
                share *= 3
            if share > most:
                best, most = charset, share
    return best


def _of_central_europe(raw: bytes, surely: bool) -> str | None:
    western = _decoded(raw, "cp1252")
    letters = _letters(western) - {"ª", "º"}
    if not _SIGN_WITHIN.search(western) and (surely or any(letters <= alphabet for alphabet in _WESTERN)):
        return None
    for alphabet, charsets in _CENTRAL:
        for charset in charsets:
            text = _decoded(raw, charset)
            if text and not _SIGN_WITHIN.search(text) and len(_letters(text)) > 1 and _letters(text) <= alphabet:
                return charset
    return None


def _letters(text: str) -> set[str]:
    return {letter for word in _WORD.findall(text) for letter in word.lower() if letter > "\x7f"}


def _decoded(raw: bytes, charset: str) -> str:
    """Text; none where the bytes are not of this charset, but for a last letter that was cut."""
    try:
        return raw.decode(charset, "ignore" if charset == "cp1252" else "strict")
    except UnicodeDecodeError as cut:
        return raw[: cut.start].decode(charset, "ignore") if cut.start >= len(raw) - 3 else ""
