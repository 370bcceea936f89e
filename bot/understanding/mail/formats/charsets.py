"""Bytes and encoded words as text: what they are labelled as, unless they cannot be that."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, lookup
from collections.abc import Sequence
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from itertools import groupby, islice

from bot.understanding.mail.formats.guessing import CYRILLIC, guessed
from bot.understanding.mail.formats.undone import unquoted, utf8_once
from bot.understanding.mail.lines import clean

LONGEST_HEADER = 5_000  # characters of a header that are read

# Labels under which mail programs write what Windows-1252 or UTF-8 can hold.
_WESTERN = frozenset(
    ("", "us-ascii", "ascii", "iso-8859-1", "latin-1", "latin1", "unknown-8bit", "utf-8", "utf8", "windows-1252")
)
_LATIN = frozenset(("iso-8859-1", "latin-1", "latin1", "windows-1252"))
# Labels under which they write more letters than the label allows.
_WIDER = {
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932",
    "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "iso-2022-jp": "iso2022_jp_ext", "big5": "cp950",
    "iso-8859-8-i": "iso-8859-8", "iso-8859-9": "cp1254", "hz-gb-2312": "hz", "windows-31j": "cp932",
    "windows-874": "cp874", "windows-936": "gb18030", "windows-949": "cp949", "ibm-1252": "cp1252", "cp-850": "cp850",
    "mac-ce": "mac_latin2", "mac-cyrillic": "mac_cyrillic",
}  # fmt: skip
# What Windows calls by the name of a standard; it also writes letters where that has none.
_OF_WINDOWS = {
    "iso-8859-2": "cp1250", "iso-8859-5": "cp1251", "iso-8859-7": "cp1253", "iso-8859-8": "cp1255",
    "iso-8859-6": "cp1256", "iso-8859-13": "cp1257", "iso-8859-4": "cp1257",
}  # fmt: skip
_NO_LETTERS = re.compile(rb"[\x80-\x9f]")  # of any ISO 8859
_STRAY = re.compile("[\udc80-\udcff]+")
_LETTERS = re.compile("[\u00c0-\u017f\u0410-\u044f\u0800-\ud7ff]")
_LABELLED, _LIKELY, _MUCH = 0.3, 2, 4  # whole letters of UTF-8 for each stray byte
_FEW_LETTERS = 2
_META = re.compile(rb"<meta\s[^>]{0,200}?charset\s?=\s?[\"']?([\w.:-]{2,30})", re.IGNORECASE)
_META_WITHIN = 4_096  # bytes
# Codecs of Python's own that no mail is written in; some fail on purpose, or take quadratic time.
_NO_CHARSETS = frozenset(("undefined", "punycode", "idna", "unicode-escape", "raw-unicode-escape"))
# Words in base64 that a program split in the middle of a letter: only together they can be read.
_SPLIT = re.compile(r"(=\?([\w.*-]{1,40})\?[bB]\?)([A-Za-z0-9+/]{1,600})\?=\s{1,20}=\?\2\?[bB]\?")
_ENCODED = re.compile(
    r"=\?[\w.*-]{2,40}\?[bBqQ]\?[^?\s]{1,600}\?=(?:\s{1,20}=\?[\w.*-]{2,40}\?[bBqQ]\?[^?\s]{1,600}\?=){0,20}"
)
_OF_PEOPLE = frozenset(("from", "reply-to", "to", "cc"))


def unmarked(raw: bytes) -> bytes:
    """A file in UTF-8 without the mark that Windows puts at its start, also when it was saved in UTF-16."""
    if raw.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return raw.decode("utf-16", "replace").encode("utf-8", "replace")
    return raw.removeprefix(BOM_UTF8)


def decoded(raw: bytes, charset: str | None, spare: str | None = None) -> str:
    """Bytes as text: what they are labelled as, unless they cannot be that or are UTF-8 all the same; `spare` is what
    else they may be. A few bytes that are damaged do not make a text another one. Never raises."""
    label = _label(charset)
    western = label in _WESTERN
    known = None if western else _known(label, raw)
    if not known and raw.isascii():
        known = guessed(raw)
    wide = label.startswith(("utf-16", "utf-32")) or raw.isascii()  # and a charset of its own may write ASCII only
    if not (known and wide):
        try:
            return utf8_once(raw.decode("utf-8"))  # hardly any text in another charset happens to be UTF-8
        except UnicodeDecodeError:
            pass
    if known and not wide and (text := _nearly_utf8(raw, surely=_MUCH)):
        return text
    if known:
        try:
            return raw.decode((known in CYRILLIC and guessed(raw, CYRILLIC)) or known)
        except (UnicodeDecodeError, LookupError, ValueError):
            pass
    other = _known(_label(spare), raw) if spare else None
    nearly = _nearly_utf8(raw, surely=_LIKELY) or (known and _nearly(raw, known))
    other = other or (None if nearly else guessed(raw, surely=label in _LATIN))
    if not nearly and not other and label.startswith("utf"):
        nearly = _nearly_utf8(raw, surely=_LABELLED)
    return nearly or raw.decode(other or "cp1252", "replace")


def mended(text: str) -> str:
    """A pasted text as its mail held it: what a program showed undecoded is decoded."""
    if "=" not in text:
        return utf8_once(text)
    found, at = "", 0
    for encoded in _ENCODED.finditer(text) if "=?" in text else ():
        # On one line, lest it add a header of its own
        found += _plain(text[at : encoded.start()]) + " ".join(_words(encoded[0], people=True).split())
        at = encoded.end()
    return found + _plain(text[at:])


def _plain(text: str) -> str:
    raw = text.encode("utf-8", "replace")
    plain = unquoted(raw)
    return utf8_once(text) if plain is raw else decoded(plain, declared(plain))


def declared(raw: bytes) -> str | None:
    """The charset that HTML says of itself."""
    match = _META.search(raw[:_META_WITHIN])
    return match[1].decode("ascii", "replace") if match else None


def _label(charset: str | None) -> str:
    return (charset or "").strip().lower().removeprefix("x-")


def _known(label: str, raw: bytes) -> str | None:
    """The codec for a label; None when there is none that mails are written in."""
    name = _WIDER.get(label, label)
    if name in _OF_WINDOWS and _NO_LETTERS.search(raw):
        name = _OF_WINDOWS[name]
    return name if _is_charset(name) else None


def _nearly_utf8(raw: bytes, *, surely: float) -> str | None:
    """UTF-8 in which some bytes are damaged, or were put in from a Western text. `surely`: how many whole letters there
    must be for each stray byte. In a Western text two signs look like one letter of UTF-8 now and then, but hardly ever
    like a letter that goes with Western ones."""
    text = raw.decode("utf-8", "surrogateescape")
    stray = sum(map(len, _STRAY.findall(text[:-3])))  # at the end a letter may have been cut
    whole = len(text) - len(text.encode("ascii", "ignore")) - stray
    if not _LETTERS.search(text) or whole < surely * stray or (whole < _FEW_LETTERS and surely > _LABELLED):
        return None
    return _STRAY.sub(lambda match: match[0].encode("utf-8", "surrogateescape").decode("cp1252", "replace"), text)


def _nearly(raw: bytes, name: str) -> str | None:
    try:
        text = raw.decode(name, "replace")
    except (LookupError, ValueError):  # a codec, but none of a text
        return None
    return text if text.count("\ufffd") * 20 <= len(text) else None


def _is_charset(name: str) -> bool:
    try:
        return lookup(name).name not in _NO_CHARSETS
    except (LookupError, ValueError):
        return False


def header_text(message: Message, name: str) -> str:
    """A header with its encoded words read, on one line; empty when it is missing."""
    # As it was sent: `message[name]` gives question marks for letters that nobody encoded.
    text = next((str(value) for key, value in message.raw_items() if key.lower() == name.lower()), "")[:LONGEST_HEADER]
    if any("\udc80" <= letter <= "\udcff" for letter in text):
        text = decoded(text.encode("utf-8", "surrogateescape"), _charset_of(message))
    while (joined := _SPLIT.sub(lambda match: match[1] + match[3] if len(match[3]) % 4 else match[0], text)) != text:
        text = joined
    return " ".join(clean(_words(text, people=name.lower() in _OF_PEOPLE)).split())


def _words(encoded: str, *, people: bool) -> str:
    try:
        return _joined(decode_header(encoded), people=people)
    except (HeaderParseError, ValueError, LookupError):
        return encoded


def _charset_of(message: Message) -> str | None:
    """The charset of a mail's first part that names one."""
    return next((name for part in islice(message.walk(), 20) if (name := param(part, "charset"))), None)


def _joined(parts: Sequence[tuple[bytes | str, str | None]], *, people: bool) -> str:
    """A header's parts as one text. An encoded name that holds an address of its own is put in quotation marks."""
    found = ""
    for encoded, group in groupby(parts, key=lambda part: part[1] is not None):
        words = "".join(part if isinstance(part, str) else decoded(part, charset) for part, charset in group)
        if people and encoded and ("@" in words or "<" in words):
            words = words.replace('"', "").replace("\\", "")
            found += words if found.count('"') % 2 else f'"{words}"'
        else:
            found += words
    return found


def param(part: Message, name: str) -> str | None:
    """A parameter of a part's Content-Type; None when there is none or it cannot be read."""
    try:
        value = part.get_param(name)
    except (ValueError, LookupError, TypeError):
        return None
    return value if isinstance(value, str) else None
