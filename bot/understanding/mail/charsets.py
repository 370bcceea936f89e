"""Bytes and encoded words as text: what they are labelled as, unless they cannot be that."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, lookup
from collections.abc import Sequence
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from itertools import groupby

from bot.understanding.mail.lines import clean

LONGEST_HEADER = 5_000  # characters of a header that are read

# Labels under which mail programs write what Windows-1252 or UTF-8 can hold.
_WESTERN = frozenset(
    ("", "us-ascii", "ascii", "iso-8859-1", "latin-1", "latin1", "unknown-8bit", "utf-8", "utf8", "windows-1252")
)
# Labels under which they write more letters than the label allows.
_WIDER = {
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932",
    "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "iso-2022-jp": "iso2022_jp_ext", "big5": "cp950",
    "iso-8859-8-i": "iso-8859-8", "iso-8859-9": "cp1254", "hz-gb-2312": "hz",
}  # fmt: skip
# Codecs of Python's own that no mail is written in; some fail on purpose, or take quadratic time.
_NO_CHARSETS = frozenset(("undefined", "punycode", "idna", "unicode-escape", "raw-unicode-escape"))
_OF_PEOPLE = frozenset(("from", "reply-to", "to", "cc"))


def unmarked(raw: bytes) -> bytes:
    """A file in UTF-8 without the mark that Windows puts at its start, also when it was saved in UTF-16."""
    if raw.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return raw.decode("utf-16", "replace").encode("utf-8", "replace")
    return raw.removeprefix(BOM_UTF8)


def decoded(raw: bytes, charset: str | None) -> str:
    """Bytes as text: what they are labelled as, unless they cannot be that or are UTF-8 all the same. Never raises."""
    label = (charset or "").strip().lower().removeprefix("x-")
    western = label in _WESTERN
    names = ["utf-8"] if western or not _is_charset(known := _WIDER.get(label, label)) else [known, "utf-8"]
    if not western and not label.startswith(("utf-16", "utf-32")) and not raw.isascii():
        names.insert(0, "utf-8")  # hardly any text in another charset happens to be UTF-8
    for name in names:
        try:
            return raw.decode(name)
        except (UnicodeDecodeError, LookupError, ValueError):
            continue
    return raw.decode("cp1252", "replace")


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
        text = decoded(text.encode("utf-8", "surrogateescape"), param(message, "charset"))
    try:
        words = _joined(decode_header(text), people=name.lower() in _OF_PEOPLE)
    except (HeaderParseError, ValueError, LookupError):
        words = text
    return " ".join(clean(words).split())


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
