"""The parts of a mail: its text, the mails that it carries, and the names of what else is attached."""

import re
from base64 import b64decode
from dataclasses import dataclass, field
from email.message import Message

from bot.understanding.mail.formats.charsets import declared, decoded, header_text, param, unmarked
from bot.understanding.mail.formats.files import MailError, looks_like_mail, may_be_mail, named_as_mail, parse
from bot.understanding.mail.formats.html import html_to_text
from bot.understanding.mail.formats.markup import entry_words, is_html
from bot.understanding.mail.formats.outlook import is_outlook, read_outlook
from bot.understanding.mail.formats.pictures import may_adorn, shown_in
from bot.understanding.mail.formats.smime import signed_part
from bot.understanding.mail.formats.tnef import Packed, is_packed, read_packed
from bot.understanding.mail.formats.undone import unquoted
from bot.understanding.mail.lines import LIMIT
from bot.understanding.mail.small_print import speaks_of_self
from bot.understanding.mail.speakers import hands_over

_RICH = ("text/html", "text/enriched", "text/richtext")
_READ = ("text/plain", *_RICH)
_SHOWN = ("text/plain", "text/html")
_MAILS = ("message/rfc822", "message/global", "message/news")
_HEADERS = "text/rfc822-headers"
_SIGNED = ("application/pkcs7-mime", "application/x-pkcs7-mime")
_PACKED = ("application/ms-tnef", "application/vnd.ms-tnef")
_OF_ANY_KIND = "application/octet-stream"
_MOST_PARTS = 500
_MOST_FILES = 20  # attached files that are opened to see whether they are mails
_FEWEST = 4  # words of a mail; a notice beside fewer is read with them
_SAME, _OTHER = 0.85, 0.4  # of a text's words stand in the HTML too: it is the same one; it is another
_LONGER = 1.25  # as long as the text is HTML that holds more
_WORD = re.compile(r"[^\W\d_]{2,}")
_NOTE = 8  # words of a note that only hands over: "fyi, see below"
_NOTICE = 80  # words of a text that only says how the mail can be shown
_FOLDERS = re.compile(r"\A(?:[A-Za-z]:|file:)?[\\/][^\n]{0,500}[\\/]")  # a file lay in; one may bear a name
_NOT_BASE64 = re.compile(r"[^A-Za-z0-9+/=]")
_SHOWS = frozenset(("html", "mime", "browser", "webbrowser", "navigateur", "navegador", "przeglądarce"))


@dataclass(slots=True)
class Parts:
    """What a mail holds. Of files that are no mails only the names are kept."""

    text: str = ""
    mails: list[Message] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)  # of the mails
    names: list[str] = field(default_factory=list)
    left_out: int = 0  # parts that were not looked at, at least


@dataclass(slots=True)
class _Said:
    """One text in up to two forms, of which one is to be read."""

    plain: list[str] = field(default_factory=list)
    rich: list[str] = field(default_factory=list)
    pictures: set[str] = field(default_factory=set)  # that it shows, by their ids

    def text(self) -> str:
        """The form that holds the mail: the text beside HTML may be only a note, or say that it cannot be shown. Where
        both hold the same, the text is read: its quotes and lines are as its program meant them. Where each holds
        something else, both are."""
        plain, rich = ("\n".join(form).strip("\n") for form in (self.plain, self.rich))
        few, told = _words(plain), _words(rich)
        if not few or not told:
            return (rich or plain) if len(told) >= len(few) else plain
        if _share(few, told) > _SAME:
            return rich if len(told) > len(few) * _LONGER else plain
        if _share(told, few) > _SAME:
            return plain
        shows = len(few) < _NOTICE and not _SHOWS.isdisjoint(few) and not speaks_of_self(plain)
        points = shows or (len(few) < _NOTE and hands_over(plain))
        if points and len(told) >= _FEWEST:
            return rich
        return f"{plain}\n\n{rich}" if _share(few, told) < _OTHER else plain


def _share(words: list[str], others: list[str]) -> float:
    """How many of the words, each taken once, stand among others."""
    return len(set(words) & set(others)) / len(set(words))


def _words(text: str) -> list[str]:
    plain = " ".join(word for word in text[:LIMIT].split() if "@" not in word and "://" not in word)
    return _WORD.findall(plain.casefold())


def parts_of(message: Message) -> Parts:
    """The text of a mail and the mails attached to it; other attachments are only named."""
    found = Parts()
    said: list[_Said] = []
    waiting: list[tuple[Message, _Said | None]] = [(message, None)]  # each with the alternatives it belongs to
    seen = opened = 0
    small: list[tuple[str, str]] = []  # pictures: the id and the name of each
    while waiting and seen < _MOST_PARTS:
        part, group = waiting.pop()
        seen += 1
        kind = part.get_content_type()
        held = part.get_payload() if part.is_multipart() else []  # of a text it would be decoded, by any label
        children = [child for child in held if isinstance(child, Message)]
        if kind in _MAILS and children:
            found.mails.append(_unpacked(part, children[0]))
        elif kind == _HEADERS and (mail := _returned(message, part)) is not None:
            found.mails.append(mail)
        elif children:
            if kind == "multipart/alternative" and group is None:
                said.append(group := _Said())
            waiting += [(child, group) for child in reversed(children)]
        elif (signed := _signed(part, kind)) is not None and opened < _MOST_FILES:
            opened += 1
            waiting.append((signed, group))
        elif (packed := _packed(part, kind)) is not None and opened < _MOST_FILES:
            opened += 1
            _add_packed(found, packed, said)
        elif (name := _file_name(part)) and not (part is message and kind in _READ):
            mail = _attached_mail(part, name) if opened < _MOST_FILES else None
            opened += mail is not None or named_as_mail(name)
            if mail is not None:
                found.mails.append(mail)
            elif kind in _SHOWN and part.get_content_disposition() != "attachment":
                _read(part, _own(said, group))  # shown within the mail, though it has a file's name
            else:
                found.names.append(name)
                if picture := may_adorn(part, kind):
                    small.append((picture, name))
        elif kind in _READ or part is message:
            _read(part, _own(said, group))
        elif group is None:
            found.names.append(kind)
    found.left_out = len(waiting)
    shown = set[str]().union(*(one.pictures for one in said))
    for picture, name in small:
        if picture in shown:
            found.names.remove(name)
    # Some programs send a text and its HTML one after the other, as if they were two.
    texts: dict[str, str] = {}
    for text in (one.text() for one in said):
        texts.setdefault(" ".join(text.split()), text)
    found.text = "\n".join(text for words, text in texts.items() if words)
    found.titles = [header_text(mail, "Subject") or "message.eml" for mail in found.mails]
    return found


def _returned(report: Message, part: Message) -> Message | None:
    """The mail of which a server says that it could not be delivered, where only its headers come back."""
    if (param(report, "report-type") or "").lower() != "delivery-status":
        return None
    mail = parse(_raw(part) or b"")
    return mail if mail is not None and header_text(mail, "From") else None


def _signed(part: Message, kind: str) -> Message | None:
    """What a part holds that was signed as one file."""
    signed = kind in _SIGNED or _only_named(part, kind).endswith(".p7m")
    inner = signed_part(_raw(part) or b"") if signed else None
    return parse(inner) if inner else None


def _packed(part: Message, kind: str) -> Packed | None:
    """What is in Outlook's `winmail.dat`."""
    if kind not in _PACKED and _only_named(part, kind) != "winmail.dat":
        return None
    raw = _raw(part) or b""
    return read_packed(raw) if is_packed(raw) else None


def _only_named(part: Message, kind: str) -> str:
    """The name, in small letters, of a file of which nothing else tells what it is; else none."""
    return (_file_name(part) or "").lower() if kind == _OF_ANY_KIND else ""


def _add_packed(found: Parts, packed: Packed, said: list[_Said]) -> None:
    """Its text counts where the mail says nothing else; the names of what is attached always do."""
    found.names += packed.names
    if not any(one.text().strip() for one in said):
        said.append(_Said([packed.plain] if packed.plain else [], [html_to_text(packed.rich)] if packed.rich else []))


def _own(said: list[_Said], group: _Said | None) -> _Said:
    """Where a part's words belong: to its alternatives, or else to themselves."""
    if group is None:
        said.append(group := _Said())
    return group


def _read(part: Message, said: _Said) -> None:
    """Put a part's words into one of the forms, by what they are rather than by their label."""
    words = _payload(part)
    if part.get_content_type() in _RICH or is_html(words):
        said.rich.append(html_to_text(words))
        said.pictures |= shown_in(words)
    elif part.get_content_type() == "text/calendar" and words.lstrip().startswith("BEGIN:VCALENDAR"):
        said.plain.append(entry_words(words))
    else:
        said.plain.append(_flowed(part, words))


def _unpacked(part: Message, carried: Message) -> Message:
    """A carried mail, also one that was packed in base64 as no mail may be."""
    packed = _packing(part)
    if packed not in ("base64", "quoted-printable") or carried.keys():
        return carried
    carried["Content-Transfer-Encoding"] = packed
    raw = _raw(carried)
    return (parse(raw) if raw else None) or carried


def _attached_mail(part: Message, name: str) -> Message | None:
    """The mail in an attached file, when it is one by its bytes, and by its name unless the bytes leave no doubt."""
    if not may_be_mail(name, part.get_content_type()):
        return None
    raw = unmarked(_raw(part) or b"")
    if not (named_as_mail(name) or is_outlook(raw) or looks_like_mail(raw)):
        return None
    try:
        mail = read_outlook(raw) if is_outlook(raw) else parse(raw)
    except MailError:
        return None
    return mail if mail is not None and (header_text(mail, "From") or header_text(mail, "Subject")) else None


def _packing(part: Message) -> str:
    return str(part.get("Content-Transfer-Encoding") or "").strip().lower()  # with stray bytes it is no plain text


def _raw(part: Message) -> bytes | None:
    try:
        raw = part.get_payload(decode=True)
    except (ValueError, LookupError, TypeError, AttributeError):
        return None
    return raw if isinstance(raw, bytes) else None


def _payload(part: Message) -> str:
    raw = None if _only_called_packed(part) else _raw(part)
    if raw is None:
        return str(part.get_payload() or "")[: LIMIT * 10]
    raw = raw[: LIMIT * 20]
    if raw.isascii():
        raw = unquoted(raw)
    own = declared(raw)
    return decoded(raw, param(part, "charset") or own, own)


def _only_called_packed(part: Message) -> bool:
    """Whether a text is called base64 and stands there as it was written; a list may add plain lines behind base64."""
    if _packing(part) != "base64":
        return False
    lines = [line.strip() for line in str(part.get_payload())[:LIMIT].split("\n") if line.strip()]
    unlike = [line for line in lines if _NOT_BASE64.search(line)]
    return bool(unlike) and (unlike[0] is lines[0] or not _unpacks(lines[0]))


def _unpacks(line: str) -> bool:
    """Whether a line is base64, and no single word ("Dear"); what fills it up to its end may have been left out."""
    if len(line) % 4 == 0:
        return not (line.isalpha() and (line.islower() or line.istitle()))
    packed = line.rstrip("=")
    try:
        raw = b64decode(packed + "=" * (-len(packed) % 4))
    except ValueError:
        return False
    return raw.isascii() and "".join(raw.decode("ascii").split()).isprintable()


def _file_name(part: Message) -> str | None:
    try:
        name = part.get_filename()
        disposition = part.get_content_disposition()
    except (ValueError, LookupError, TypeError, AttributeError):
        return None
    if not name:
        return part.get_content_type() if disposition == "attachment" else None
    holder = Message()
    holder["Name"] = _FOLDERS.sub("", name.replace("\n", " ").replace("\r", " "))
    return header_text(holder, "Name")[:200] or None


def _flowed(part: Message, text: str) -> str:
    """Text whose soft line breaks (RFC 3676) are joined again; those of languages without spaces leave none."""
    if (param(part, "format") or "").lower() != "flowed":
        return text
    lines: list[list[str]] = []
    soft = False
    spaceless = (param(part, "delsp") or "").lower() == "yes"
    for line in text.replace("\r\n", "\n").split("\n"):
        if soft and line.strip() and not line.startswith(">") and not lines[-1][0].startswith(">"):
            if spaceless:
                lines[-1][-1] = lines[-1][-1].removesuffix(" ")
            lines[-1].append(line.removeprefix(" "))
        else:
            lines.append([line])
        soft = line.endswith(" ") and line.rstrip() != "--"
    return "\n".join("".join(line) for line in lines)
