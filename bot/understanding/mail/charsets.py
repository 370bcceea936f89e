"""Bytes and encoded words as text: what they are labelled as, unless they cannot be that."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message

from bot.understanding.mail.lines import clean

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


def unmarked(raw: bytes) -> bytes:
    """A file in UTF-8 without the mark that Windows puts at its start, also when it was saved in UTF-16."""
    if raw.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return raw.decode("utf-16", "replace").encode("utf-8", "replace")
    return raw.removeprefix(BOM_UTF8)


def decoded(raw: bytes, charset: str | None) -> str:
    """Bytes as text: what they are labelled as, unless they cannot be that or are UTF-8 all the same."""
    label = (charset or "").strip().lower().removeprefix("x-")
    western = label in _WESTERN
    names = ("utf-8",) if western else (_WIDER.get(label, label), "utf-8")
    if not western and not label.startswith(("utf-16", "utf-32")) and not raw.isascii():
        names = ("utf-8", *names)  # hardly any text in another charset happens to be UTF-8
    for name in names:
        try:
            return raw.decode(name)
        except (UnicodeDecodeError, LookupError, ValueError):
            continue
    return raw.decode("cp1252", "replace")


def header_text(message: Message, name: str) -> str:
    """A header with its encoded words read, on one line; empty when it is missing."""
    # As it was sent: `message[name]` gives question marks for letters that nobody encoded.
    text = next((str(value) for key, value in message.raw_items() if key.lower() == name.lower()), "")[:5_000]
    if any("\udc80" <= letter <= "\udcff" for letter in text):
        text = decoded(text.encode("utf-8", "surrogateescape"), param(message, "charset"))
    try:
        parts = decode_header(text)
        words = "".join(part if isinstance(part, str) else decoded(part, charset) for part, charset in parts)
    except (HeaderParseError, ValueError, LookupError):
        words = text
    return " ".join(clean(words).split())


def param(part: Message, name: str) -> str | None:
    """A parameter of a part's Content-Type; None when there is none or it cannot be read."""
    try:
        value = part.get_param(name)
    except (ValueError, LookupError, TypeError):
        return None
    return value if isinstance(value, str) else None
