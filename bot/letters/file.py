"""A letter as a file: a draft that mail programs open, or a page to print where it goes by post."""

import re
from dataclasses import dataclass
from datetime import timedelta
from email.charset import QP, Charset
from email.header import Header
from email.mime.text import MIMEText
from email.policy import compat32
from html import escape

from bot.letters.compose import Letter

GOOD_FOR = timedelta(minutes=15)  # how long a link to a file leads to it

_WIRE = compat32.clone(linesep="\r\n")
# An address as browsers' forms take it; nothing else becomes a header, for it might be read as several addresses.
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
_STYLE = (
    "@page{margin:25mm 22mm}body{font:11pt/1.45 Georgia,'Times New Roman',serif;max-width:42em;margin:2em auto;"
    "padding:0 1em}h1{font-size:1em}p{white-space:pre-line;overflow-wrap:anywhere;orphans:3;widows:3}"
    "@media print{body{max-width:none;margin:0;padding:0}}"
)


@dataclass(frozen=True, slots=True)
class LetterFile:
    """A file with a letter in it. Personal data, all but its name."""

    name: str
    media_type: str
    content: str  # goes out in UTF-8


def draft(letter: Letter, to: str, reference: str) -> LetterFile:
    """The letter as a mail that has not been sent yet. It has no sender and no date: the mail program adds them.

    Args:
        to: the address that it goes to; one that mail can't carry as it is, is left for the sender to fill in.
        reference: of the case; the file is named after it.
    """
    charset = Charset("utf-8")
    charset.body_encoding = QP  # stays readable in programs that show a file as it is
    mail = MIMEText(_lines(letter.body) + "\n", _charset=charset)  # type: ignore[arg-type]  # typeshed: str alone
    mail["X-Unsent"] = "1"  # Outlook and others open it to be sent, rather than as something received
    if _ADDRESS.fullmatch(to):
        mail["To"] = to
    # Encoded as a whole: nothing in it can end the line, or be taken for an encoded word of its own.
    subject = Header(_CONTROL.sub(" ", letter.subject), Charset("utf-8"), header_name="Subject")
    mail["Subject"] = subject  # type: ignore[assignment]  # typeshed: str alone
    mail["Content-Language"] = letter.language
    return LetterFile(_name(reference, "eml"), "message/rfc822", mail.as_bytes(policy=_WIRE).decode("ascii"))


def page(letter: Letter, reference: str) -> LetterFile:
    """The letter as a page to print, for any browser or word processor; nothing is fetched for it."""
    subject = escape(letter.subject)
    paragraphs = "\n".join(f"<p>{escape(one)}</p>" for one in _lines(letter.body).split("\n\n"))
    html = (
        f'<!doctype html>\n<html lang="{letter.language}">\n<meta charset="utf-8">\n<title>{subject}</title>\n'
        f"<style>{_STYLE}</style>\n<h1>{subject}</h1>\n{paragraphs}\n</html>\n"
    )
    return LetterFile(_name(reference, "html"), "text/html", html)


def _lines(body: str) -> str:
    """A text with line breaks of one kind."""
    return body.replace("\r\n", "\n").replace("\r", "\n")


def _name(reference: str, ending: str) -> str:
    return f"letter-{re.sub(r'[^A-Za-z0-9-]', '', reference)}.{ending}"
