"""What some programs and services put above a mail instead of a header block: GroupWise's arrows, what Italian
certified mail (PEC) says of itself, eM Client's block without colons, Notes' with labels above their values, and what
is copied from a window that shows a mail (Outlook's reading pane, what Gmail prints)."""

import re
from dataclasses import replace
from functools import cache

from bot.understanding.mail import lexicon
from bot.understanding.mail.attribution import field_of, read_attribution
from bot.understanding.mail.clocks import clocks_in
from bot.understanding.mail.dates import ANY_ZONE, find_date, weekday_before
from bot.understanding.mail.headers import Field, Header
from bot.understanding.mail.lexicon import Role
from bot.understanding.mail.people import ADDRESS
from bot.understanding.mail.speakers import hands_over
from bot.understanding.wordlists import alternatives

_LONGEST = 400  # characters of a line between arrows
_ARROWS = 2  # of GroupWise stand before a name, and behind the moment
_MOST_ROWS, _MOST = 8, 900  # lines and characters of what certified mail says of itself
_IN_QUOTES = r"[\"'“”‘’«»]"
_CERTIFIED = re.compile(
    rf"Il giorno (?P<date>[\d/.-]{{6,10}} alle ore [\d:.]{{4,8}}(?: \([+-]\d{{4}}\))?) "
    rf"(?:è stato ricevuto )?il messaggio {_IN_QUOTES}(?P<subject>.{{0,300}}?){_IN_QUOTES} "
    rf"(?:è stato inviato da|proveniente da) {_IN_QUOTES}?(?P<from>{ADDRESS.pattern}){_IN_QUOTES}?,? "
    r"(?:ed? )?indirizzato a:?",
    re.IGNORECASE,
)
_ABOUT_ITSELF = (
    "il messaggio originale",
    "identificativo",
    "l'allegato daticert",
    "il messaggio è stato inviato",
    "il messaggio è stato consegnato",
)
_BLOCK = 8  # lines of a block without colons
_STACKED = 16  # lines of a block in which labels stand above their values
_SHOWN, _NEAR = 8, 6  # lines of what is copied from a window
_MOST_NAMES, _SMALL = 5, 3  # words of a name, and letters of a small word in it
_LONGEST_MOMENT, _LONGEST_SUBJECT, _LONGEST_MARK = 40, 150, 25  # characters
_AGO = re.compile(r"\([^()]{1,40}\)\s*$")  # "(3 days ago)"
_SENDER = re.compile(rf"(?P<from>[^\n:<>]{{0,80}}<\s?{ADDRESS.pattern}\s?>)(?P<date>[^\n<>@]{{0,60}})")


@cache
def _to() -> re.Pattern[str]:
    """How Gmail names who got a mail: "to me", "to me, privacy", "to info"."""
    me = alternatives(lexicon.phrases("markers", "to_reader"))
    somebody = r"(?:to|aan|an|à|a|para|do|till|til) [\w.-]{2,40}"
    return re.compile(rf"((?:{me}|{somebody})(?:, [\w.@-]{{1,60}}){{0,9}})", re.IGNORECASE)


def read_attributed(rows: list[str], levels: list[int], start: int) -> Header | None:
    """An attribution, and what Yandex puts below it: "Кому: info@shop.example;", "Тема: my data;"."""
    header = read_attribution(rows, levels, start)
    for number in range(header.rows, header.rows + 3) if header else ():
        row = rows[start + number] if start + number < len(rows) else ""
        label = lexicon.label_at(row) if row.endswith(";") else None
        if header is None or label is None or label.role not in ("to", "cc", "subject"):
            break
        end = len(row.rstrip("; "))
        header.fields[label.role] = Field(row[label.value : end], number, label.value, number, max(end, label.value))
        header.rows = number + 1
    return header


def read_arrows(row: str, level: int) -> Header | None:
    """GroupWise's line above a mail, without the arrows before it: "Ana Diaz <ana@x.example> 06/10/2025 14:05 >>>".

    `level`: how many arrows stood before it.
    """
    if level < _ARROWS or len(row) > _LONGEST or not row.endswith(">" * _ARROWS):
        return None
    date = find_date(row, ANY_ZONE)
    if date is None or row[date.end :].strip(" >"):
        return None
    start = weekday_before(row, date.start, frozenset())
    name = row[:start].rstrip(" ,")
    if not any(map(str.isalpha, name)):
        return None
    header = Header(rows=1)
    header.fields["from"] = Field(name, 0, 0, 0, len(name))
    header.fields["date"] = Field(row[start : date.end], 0, start, 0, date.end)
    return header


def read_certified(rows: list[str], start: int) -> Header | None:
    """What Italian certified mail says above a mail: who sent it when, and to whom."""
    row = rows[start]
    if row[:1] not in ("I", "i") or not row.lower().startswith("il giorno") or not any(map(str.isdigit, row)):
        return None
    block = rows[start : start + _MOST_ROWS]
    text = " ".join(block)[:_MOST]
    match = _CERTIFIED.match(text)
    if match is None:
        return None
    header = Header(languages=frozenset(("it",)))
    roles: tuple[Role, ...] = ("date", "subject", "from")
    for role in roles:
        header.fields[role] = field_of(block, *match.span(role), text)
    read = last = 0
    while read < match.end():
        read += len(block[last]) + 1
        last += 1
    header.rows = last
    for number, row in enumerate(block[last:], last + 1):  # to whom, and what else it says of itself
        if row and not ADDRESS.fullmatch(row.strip("\"' ,;")) and not row.lower().startswith(_ABOUT_ITSELF):
            break
        header.rows = number if row else header.rows
    return header


def _fits(role: Role, value: str) -> bool:
    """Whether a value is what its label says, and no sentence that opens with the same word."""
    if role == "date":
        date = find_date(value, ANY_ZONE)
        return date is not None and weekday_before(value, date.start, frozenset()) == 0
    return role not in ("from", "to", "cc") or ADDRESS.search(value) is not None


def read_bare_block(rows: list[str], start: int) -> Header | None:
    """A block whose labels have no colons, below an announcement: "From Ana <ana@x.example>", "Date 6.10.2025"."""
    header = Header()
    for number, row in enumerate(rows[start : start + _BLOCK]):
        word, _, value = row.partition(" ")
        role = next((role for role in lexicon.roles_of(word) if role not in header.fields), None)
        if role is None or not value or not _fits(role, value):
            break
        at = len(row) - len(value.lstrip())
        header.fields[role] = Field(value.strip(), number, at, number, len(row))
        header.rows = number + 1
    sender = header.text("from") or ""
    return header if ADDRESS.search(sender) and {"date", "subject"} & header.fields.keys() else None


def read_stacked(rows: list[str], start: int) -> Header | None:
    """Notes' block below an announcement: who wrote, the moment, and each label on a line of its own."""
    name, moment, *below = *rows[start : start + _STACKED], ""
    if not name or len(name) > _LONGEST_SUBJECT or not _is_moment(moment):
        return None
    header = Header(rows=2)
    header.fields["from"] = Field(name, 0, 0, 0, len(name))
    header.fields["date"] = Field(moment, 1, 0, 1, len(moment))
    role: Role | None = None
    for number, row in enumerate(below, 2):
        of_label = next((one for one in lexicon.roles_of(row.rstrip(" :")) if one in ("to", "cc", "subject")), None)
        if of_label and of_label not in header.fields:
            role = of_label
            header.fields[role] = Field("", number, 0, number, 0)
        elif row and role:
            header.fields[role] = Field(row, number, 0, number, len(row))
            role = None
        elif row or "subject" in header.fields:
            break
        header.rows = number + 1
    return header if {"to", "subject"} <= header.fields.keys() else None


def read_shown(rows: list[str], start: int) -> Header | None:
    """A sender, the moment, and to whom, as they stand in a window: "Ana <ana@x.example>", "Wed 30/11/2022 09:05", "To:
    info@x.example". The moment may stand on the sender's line. Words must follow."""
    sender = _SENDER.fullmatch(rows[start]) if "@" in rows[start] else None
    if sender is None or (sender["from"][:1] != "<" and not sender["from"][:1].isalnum()):
        return _below_subject(rows, start)
    header = Header(rows=1)
    header.fields["from"] = Field(sender["from"], 0, *sender.span("from")[:1], 0, sender.end("from"))
    moments = [(0, sender.start("date"), sender["date"])]
    timed = _is_moment_lately(sender["date"])
    apart = not any(rows[start + 1 : start + 2])  # a chat may set all lines apart
    named = False  # to whom, with no label
    for number, row in enumerate(rows[start + 1 : start + _SHOWN], 1):
        label = lexicon.label_at(row, header.fields)
        if label is not None and label.role in ("to", "cc", "subject"):
            header.fields[label.role] = Field(row[label.value :], number, label.value, number, len(row))
        elif not timed and number in (1, 2) and "to" not in header.fields and _names_somebody(row):
            named = True  # as the new Outlook shows it
            header.fields["to"] = Field(row, number, 0, number, len(row))
        elif timed and (to := _to().fullmatch(row)):
            header.fields["to"] = Field(to[1], number, to.start(1), number, to.end(1))
        elif _is_moment(row) or _is_moment_lately(row):
            moments.append((number, 0, row))
            timed = True
        elif not row and apart:
            continue
        else:
            break
        header.rows = number + 1
    for at, column, words in moments:
        if _is_moment(words):
            left = column + len(words) - len(words.lstrip())
            header.fields.setdefault("date", Field(words.strip(), at, left, at, column + len(words)))
    bare = named and "date" not in header.fields  # then anybody's two lines look like it
    return header if timed and not bare and "to" in header.fields and any(rows[start + header.rows :]) else None


def read_named(rows: list[str], start: int) -> Header | None:
    """The same of somebody whose address is not shown: a name, "To: Help Desk", and the moment on a line of its own."""
    near = rows[start + 1 : start + _NEAR]
    if not any(":" in row and any(map(str.isdigit, row)) for row in near) or not _names_somebody(rows[start]):
        return None
    header = Header(rows=1)
    header.fields["from"] = Field(rows[start], 0, 0, 0, len(rows[start]))
    for number, row in enumerate(near, 1):
        label = lexicon.label_at(row, header.fields)
        if label is not None and label.role in ("to", "cc"):
            header.fields[label.role] = Field(row[label.value :], number, label.value, number, len(row))
        elif "date" not in header.fields and _is_moment(row):
            header.fields["date"] = Field(row, number, 0, number, len(row))
        elif row:
            break
        header.rows = number + 1
    told = {"date", "to"} <= header.fields.keys() and " " in rows[start]
    return header if told and any(rows[start + header.rows :]) else None


def _names_somebody(row: str) -> bool:
    """Whether a row may be a name alone."""
    words = row.split()
    named = all(word[0].isupper() or len(word) <= _SMALL for word in words) and row[-1:].isalpha()
    return 0 < len(words) <= _MOST_NAMES and named


def _below_subject(rows: list[str], start: int) -> Header | None:
    """The same below a subject and what a window writes beside it ("Inbox"), as Gmail shows a mail: "to me"."""
    if not rows[start] or len(rows[start]) > _LONGEST_SUBJECT or "@" in rows[start] or rows[start].endswith((",", ".")):
        return None
    for at in range(start + 1, min(start + _SHOWN, len(rows))):
        if "@" in rows[at]:
            header = read_shown(rows, at)
            to = header.fields["to"] if header else None
            if header is None or to is None or lexicon.label_at(rows[at + to.row]) is not None:
                return None
            if not rows[start + 1] and (rows[start].endswith("?") or hands_over(rows[start])):
                return None  # a colleague's note
            for role, value in header.fields.items():
                header.fields[role] = replace(value, row=value.row + at - start, end_row=value.end_row + at - start)
            header.fields["subject"] = Field(rows[start], 0, 0, 0, len(rows[start]))
            header.rows += at - start
            return header
        if len(rows[at]) > _LONGEST_MARK or rows[at].endswith((",", ".", "!", "?")):
            return None
    return None


def _is_moment(words: str) -> bool:
    """Whether words are a day with its time, and nothing else."""
    date = find_date(words, ANY_ZONE) if ":" in words else None
    if date is None or not clocks_in(words):
        return False
    before = words[: weekday_before(words, date.start, frozenset())]
    return not before.strip(" \t,") and not _AGO.sub("", words[date.end :]).strip(" \t,.)")


def _is_moment_lately(words: str) -> bool:
    """Whether words are a time of this day or of a day of this year: "Mon, Oct 6, 2:05 PM", "Today at 2:05 PM"."""
    clocks = clocks_in(words) if len(words) < _LONGEST_MOMENT else []
    before = words[: clocks[0][0]].strip(" \t,") if clocks else ""
    told = not before or any(map(str.isdigit, before)) or lexicon.fold(before) in lexicon.phrases("markers", "lately")
    return bool(clocks) and told
