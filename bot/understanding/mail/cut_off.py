"""A pasted header block whose beginning was not selected: "rom: Ana Diaz <ana@x.example>" above "Sent: ...", or no line
of a sender at all. It is written as it was, so that to whom the mail went is not taken for who wrote it."""

import re

from bot.understanding.mail import lexicon
from bot.understanding.mail.clocks import clocks_in
from bot.understanding.mail.dates import ANY_ZONE, find_date
from bot.understanding.mail.headers import LONGEST_BLOCK, Header, read_block
from bot.understanding.mail.lexicon import Label
from bot.understanding.mail.lines import content, depth
from bot.understanding.mail.people import ADDRESS

_NEAR = 5  # lines of a head
_MOST = 3  # blocks that are looked at
_SENDER = re.compile(
    rf"(?:(?P<label>[^\W\d_]{{1,12}})\s?[:：]\s{{0,3}})?(?P<who>[^\n:<>@]{{0,80}}<?\s?{ADDRESS.pattern}\s?>?)"
)


def with_sender(lines: list[str]) -> list[str]:
    """Lines in which the first header block has a line for its sender; an empty one where nothing tells who it was."""
    looked = 0
    for at, line in enumerate(lines):
        label = lexicon.label_at(content(line)) if ":" in line or "：" in line else None
        if label is None or label.role not in ("from", "date", "to", "subject"):
            continue
        if label.role == "from" or looked == _MOST:
            return lines
        if label.role == "to" and _is_senders(lines[at : at + _NEAR], label):
            return [*lines[:at], f"{line[: depth(line)[1]]}From: {content(line)[label.value :]}", *lines[at + 1 :]]
        header = read_block([content(row) for row in lines[at : at + LONGEST_BLOCK]], 0)
        if header is None or "from" in header.fields:
            return lines
        looked += 1
        if _was_sent(header):
            return _completed(lines, at, header)
    return lines


def _is_senders(rows: list[str], label: Label) -> bool:
    """Whether what looks like the label of a recipient is the end of a sender's: "an: Ana Diaz <ana@x.example>" above
    "Verzonden: ..." and "Aan: ..."."""
    first, *below = map(content, rows)
    others = {other.role for row in below if (other := lexicon.label_at(row))}
    word = first[label.start : label.value].rstrip(" :：\t")
    return others >= {"to", "date"} and ADDRESS.search(first) is not None and _ends_label(word)


def _was_sent(header: Header) -> bool:
    """Whether a block tells when a mail was sent, with the time of day: the date of a letter has none. Of one line
    nobody knows where its words begin."""
    date = header.text("date") or ""
    told = header.rows > 1 and bool(clocks_in(date)) and find_date(date, ANY_ZONE) is not None
    return told and not {"to", "subject"}.isdisjoint(header.fields)


def _completed(lines: list[str], at: int, header: Header) -> list[str]:
    marks = lines[at][: depth(lines[at])[1]]
    above = content(lines[at - 1]) if at else ""
    if sender := _SENDER.fullmatch(above):
        if sender["label"] and not _ends_label(sender["label"]):
            return lines
        return [*lines[: at - 1], f"{marks}From: {sender['who']}", *lines[at:]]
    if ADDRESS.search(above) or not {"to", "subject"} <= header.fields.keys():
        return lines
    return [*lines[:at], f"{marks}From:", *lines[at:]]


def _ends_label(word: str) -> bool:
    """Whether a word is the end of a sender's label: "rom", "on"."""
    return any(label.endswith(lexicon.fold(word)) for label in lexicon.phrases("headers", "from"))
