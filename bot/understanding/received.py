"""The day on which the request came in: the date of the innermost original mail, or when the text says it came in.

The words that say so are in `data/received.toml`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import islice

from bot.understanding.day_cues import CUES
from bot.understanding.entries import day_of_wish, logged_day
from bot.understanding.mail.dates import ANY_ZONE, Found, find_date, weekday_before
from bot.understanding.mail.lexicon import label_at
from bot.understanding.reading import Fact, MailReading, Zone
from bot.understanding.told_day import is_caller, is_named, is_somebody, told_day
from bot.understanding.who.callings import is_of_writer
from bot.understanding.wordlists import has_any, shortest, word_lists
from bot.understanding.words import fold, fold_text

_LONGEST = 50_000  # characters that are looked at
_REACH = 60
_BEFORE = 80  # characters before a word that says when something came in, which may say what
_LED = re.compile(r"[ \t]{0,3}(?:[.:=·…_|-][ \t.:=·…_|-]{0,40})?\s{0,3}(?=[^\n]{0,25}\d)")  # "TAKEN ON .... 9 May"
_WEEKDAY = re.compile(r"\W{0,4}(?:[^\W\d_]{2,12}\W{1,3})?")  # what may stand between a cue and its date
_YEAR = re.compile(r"\d{4}|['/.-]\d{2}\b")
_MAY_BE_YEAR = re.compile(r"\d{4}|['/.-]\d{2}")
_TWO = re.compile(r"\d\D+\d|\d{10}")  # numbers; of a long one nine digits are read as one
_FOUR = re.compile(r"\d{4}")  # digits of a year
_OLDEST = 3 * 366  # days ago: longer ago somebody was born, or signed a contract
_TOP = 3  # lines in which a ticket says when it came in
_OPENING = 160  # characters in which a message says who is on the line
_NAME = 40  # characters in which a name stands
_MARGIN = 8  # lines of a letter at its top, and at its end
_APART = re.compile(r"[|,;/()\[\]·•–—-]")
_TO_COLON = re.compile(r"[^\n:]{0,25}: ?(?=\S)")
_OBJECT = re.compile(r"[\"']([^\W\d_]{2,20})[\"']\s{0,3}:\s{0,3}\[?\s{0,9}$")  # {"user": {
# What may stand before the date of a letter: a place, and a small word
_PLACE = re.compile(
    r"\s*(?:(?:[Ee]n |[Tt]e )?[^\W\d_a-zß-ÿ][^\d\n:.!?]{1,40},\s?)?"
    r"(?:(?i:den|the|le|lì|a|el|em|ai|dnia|dated|datum|date)\s)?\s*"
)


def received_on(mail: MailReading, today: date | None, *, ticket: bool = False) -> Fact[date] | None:
    """A date to come is refused, and so is one of long ago that only the text tells; a date without a year is none.
    `ticket`: the text names one, and so may open with when it came in, or tell of the call."""
    sent = mail.sent
    if sent is not None and (today is None or sent.value.date() <= today):
        return Fact(sent.value.date(), sent.quote, sent.span, sent.confidence, sent.reader)
    for fact in _days(mail, ticket=ticket):
        if _is_recent(fact, today) and not _heads_another(mail, fact):
            return fact
    return None


def of_entry(mail: MailReading, wishes: Sequence[tuple[int, int]], today: date | None) -> Fact[date] | None:
    """The day of the line of a copied chat, or of the dated note, in which one of the `wishes` stands."""
    told = day_of_wish(mail.text[:_LONGEST], wishes) if _TWO.search(mail.text[:_LONGEST]) else None
    fact = _fact(mail.text, *told, 0.7) if told else None
    return fact if fact and _is_recent(fact, today) else None


def _is_recent(fact: Fact[date], today: date | None) -> bool:
    return today is None or 0 <= (today - fact.value).days <= _OLDEST


def _heads_another(mail: MailReading, day: Fact[date]) -> bool:
    """Whether it is that of a mail's header, which is not believed: the day on which a colleague handed on one that
    tells no day of its own."""
    start = day.span[0]
    if not any(span.zone is Zone.HEADER and span.start <= start < span.end for span in mail.zones):
        return False
    label = label_at(mail.text[mail.text.rfind("\n", 0, start) + 1 : start])
    return label is not None and label.role == "date"


def is_passed_on(mail: MailReading) -> bool:
    """Whether the day is that of a mail around the sender's, as a machine passes on what somebody wrote: they may have
    written before it."""
    if mail.sent is None or mail.sender is None:
        return False
    return "\n\n" in mail.text[mail.sent.span[1] : mail.sender.span[0]]


def told_earlier(mail: MailReading, received: Fact[date] | None, *, ticket: bool) -> Fact[date] | None:
    """The day on which it came in, where a colleague tells in a mail of their own what somebody else wants, or a
    machine passes it on: an earlier one that the mail tells, or else its own."""
    if received is None or received.reader != "header":
        return received
    last = received.value - timedelta(days=1)
    earlier = (fact for fact in _days(mail, ticket=ticket) if 0 <= (last - fact.value).days <= _OLDEST)
    return next(earlier, received)


def without_label(mail: MailReading, received: Fact[date] | None) -> MailReading:
    """The mail with spaces for words that it begins with and that only say when it came in: "Received on 3 March 2026
    by phone: ". They sound like a question about progress, and say nothing of what is wanted."""
    if received is None or re.search(r"[\n:]", mail.text[: received.span[0]]):
        return mail
    label = _TO_COLON.match(mail.text, received.span[1])
    if label is None or not CUES.came_in.match(fold(mail.text[: received.span[0]]).lstrip()):
        return mail
    return replace(mail, text=" " * label.end() + mail.text[label.end() :])


@cache
def _callers() -> tuple[str, ...]:
    """Without any of these in a text, nobody is called a caller there."""
    return shortest(word_lists("received")["caller"])


def _days(mail: MailReading, *, ticket: bool) -> Iterator[Fact[date]]:
    """The days on which it may have come in, the likeliest first."""
    text = mail.text[:_LONGEST]
    # Where no day and year may stand, that is told at once, while a cue is looked for at every word
    dated = _TWO.search(text) and _MAY_BE_YEAR.search(text)
    if not (dated or _FOUR.search(mail.text)):
        return
    folded = fold_text(text) if dated else ""
    ticket = ticket or CUES.note.match(fold(text[:_REACH])) is not None
    if folded:
        yield from _told(text, folded, ticket=ticket or CUES.letter.match(folded) is not None)
    if ticket:
        yield from _in_opening(mail.text)
    if folded:
        yield from _arrived(text, folded)
        yield from _of_caller(text, folded, ticket=ticket)
        if (told := told_day(text)) is not None and (told.quotes or not is_of_writer(folded)):
            yield _fact(text, told.start, told.day, 0.8)
        if (logged := logged_day(text)) is not None:
            yield _fact(text, *logged, 0.75)
    yield from _dated(mail)


def _told(text: str, folded: str, *, ticket: bool) -> Iterator[Fact[date]]:
    """What the text says: "received: 9 January 2026"; in a ticket also "called 9 January 2026"."""
    for match in CUES.came_in.finditer(folded):
        if not _is_of_something_else(folded, match.start()):
            yield from _behind(text, match.end(), loose=True)
    fields = [CUES.field, *[CUES.call] * ticket, *[CUES.sent_by_form] * (CUES.of_form.match(folded) is not None)]
    for pattern in fields:
        for match in pattern.finditer(folded):
            yield from (fact for fact in _behind(text, match.end(), loose=False) if not _came_back(folded, fact))


def _came_back(folded: str, day: Fact[date]) -> bool:
    """Whether it is the day on which something came back, or came to somebody else: "3 March 2026 at her old address",
    but not "at 10:15"."""
    lists = word_lists("received")
    behind = re.findall(r"\w+", folded[day.span[1] : day.span[1] + _REACH])[:2]
    to_others = bool(behind) and behind[0] in lists["to_others"] and not "".join(behind[1:])[:1].isdigit()
    return to_others or not lists["came_back"].isdisjoint(behind)


def _arrived(text: str, folded: str) -> Iterator[Fact[date]]:
    """The day with which a colleague's note opens, and which is set apart: "Arrivata il 17/11/2026 via PEC." """
    opens = CUES.arrived.match(folded)
    for fact in _behind(text, opens.end(), loose=False) if opens is not None else ():
        whose = CUES.whose.match(folded, fact.span[1])
        named = whose and is_somebody(text[whose.end() :][:_NAME])
        if named or (CUES.ends.match(folded, fact.span[1]) and not is_of_writer(folded)):
            yield fact


def _of_caller(text: str, folded: str, *, ticket: bool) -> Iterator[Fact[date]]:
    """Of a caller who is told of, in a ticket or where a message begins: "Caller Mrs Bell rang on 9 January 2026",
    "Mrs Bell on the line, 9 January 2026". Not where the writer speaks of themselves: then it was an earlier call.
    """
    calls = list[int]()  # where the words for one end
    told = has_any(folded, _callers())
    for match in CUES.caller.finditer(folded) if told else ():
        who = text[slice(*match.span("who"))]
        if (ticket or not re.search(r"\w", text[: match.start()])) and (not who or is_named(who)):
            calls.append(match.end())
    on_line = [
        match.end()
        for match in CUES.on_line.finditer(folded, 0, len(text[:_OPENING].partition("\n")[0]))
        if is_caller(text[slice(*match.span("who"))])
    ]
    if (calls or on_line) and not ticket and is_of_writer(folded):
        return
    for end in calls:
        yield from _of_this_call(text, end, sure=ticket)
    for end in on_line:
        yield from _of_this_call(text, end, sure=False)


def _of_this_call(text: str, at: int, *, sure: bool) -> Iterator[Fact[date]]:
    """The day behind words for a call, unless it was an earlier one; where it isn't `sure`, a wish has to follow."""
    for fact in _behind(text, at, loose=False):
        behind = re.findall(r"\w+", fold(text[fact.span[1] : fact.span[1] + _REACH]))
        wishes = sure or not word_lists("people")["wishes"].isdisjoint(behind)
        if wishes and not (behind and behind[0] in word_lists("received")["earlier"]):
            yield fact


def _is_of_something_else(folded: str, start: int) -> bool:
    """Whether it is the writer who received it, or no request that came in: "the invoice was received on ..."."""
    before = folded[max(0, start - _BEFORE) : start]
    last = before.replace("'", " ").split()[-1:]
    if last and last[0] in word_lists("received")["receiver"]:
        return True
    return CUES.of_other_things.search(before) is not None or _is_in_object_of_others(folded, start)


def _is_in_object_of_others(folded: str, start: int) -> bool:
    """Whether it stands in data, in an object of somebody else: {"user": {"created_at": ...}}."""
    opened = folded.rfind("{", 0, start)
    if opened == -1 or folded.find("}", opened, start) != -1:
        return False
    key = _OBJECT.search(folded, max(0, opened - _REACH), opened)
    return key is not None and key[1] in word_lists("received")["objects_of_others"]


def _behind(text: str, at: int, *, loose: bool) -> Iterator[Fact[date]]:
    """The date right behind a word, perhaps with its weekday; `loose`: any word may stand between."""
    led = _LED.match(text, at)
    if not led:
        return
    line = _rest_of_line(text, led.end())
    found = find_date(line, ANY_ZONE)
    if found is None or not _YEAR.search(line[found.start : found.end]):
        return
    begins = found.start if loose else weekday_before(line, found.start, frozenset())
    if _WEEKDAY.fullmatch(line[:begins]) if loose else not line[:begins].strip(" ,.(:-\t"):
        yield _fact(text, led.end(), found, 0.85)


def _in_opening(text: str) -> Iterator[Fact[date]]:
    """The date that a ticket opens with: "Ticket 4711, phone, 6 May 2025"."""
    for start, end in islice(_lines(text, 0, len(text)), _TOP):
        line = text[start : min(end, start + 2 * _REACH)]
        found = find_date(line, ANY_ZONE) if _FOUR.search(line) else None
        before = fold(line[: found.start]) if found else ""
        if found and _is_apart(before) and _FOUR.search(line[found.start : found.end]):
            yield _fact(text, start, found, 0.75)


def _is_apart(before: str) -> bool:
    """Whether the words before a date in an opening lead to it, and not to the day of something else."""
    if CUES.of_others.search(before) or CUES.of_held.search(before):
        return False
    return bool(CUES.set_apart.search(before)) and _is_known_label(before)


def _is_known_label(before: str) -> bool:
    """Whether a label right before a date leads to it: "Ticket 4711, phone:", but neither "Closed:" nor "SLA:"."""
    if not before.rstrip().endswith(":"):
        return True
    words = re.findall(r"[^\W\d_]+", _APART.split(before.rstrip(" :"))[-1])
    return all(word in _of_labels() for word in words)


@cache
def _of_labels() -> frozenset[str]:
    fields = ("came_in", "field", "opened", "came", "label", "call", "note", "leads_to", "sent_by_form", "beside_label")
    kinds = (*fields, "origin", "medium", "by", "on")
    lists = word_lists("received")
    return frozenset(word for kind in kinds for word in lists[kind]) | word_lists("names")["tickets"]


def _dated(mail: MailReading) -> Iterator[Fact[date]]:
    """The date of a letter, on a line of its own at its top or its end: "Haarlem, 12 March 2026"."""
    for span in mail.zones:
        if span.zone not in (Zone.BODY, Zone.SIGNATURE):
            continue
        lines = list(_lines(mail.text, span.start, span.end))
        for start, end in lines if len(lines) <= 2 * _MARGIN else lines[:_MARGIN] + lines[-_MARGIN:]:
            line = mail.text[start:end]
            found = find_date(line, ANY_ZONE) if len(line) <= _REACH and _FOUR.search(line) else None
            if found is None or not _FOUR.search(line[found.start : found.end]):
                continue
            if _PLACE.fullmatch(line[: found.start]) and not line[found.end :].strip(" .r"):
                yield _fact(mail.text, start, found, 0.75)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the lines stand that are not blank. No pattern: of a long blank line it would try each beginning."""
    while start < end:
        stop = text.find("\n", start, end)
        stop = stop if stop != -1 else end
        if text[start:stop].strip():
            yield start, stop
        start = stop + 1


def _rest_of_line(text: str, start: int) -> str:
    stop = text.find("\n", start)
    return text[start : min(start + _REACH, stop if stop != -1 else len(text))]


def _fact(text: str, at: int, found: Found, confidence: float) -> Fact[date]:
    """The day found in a line that begins `at`; less sure where day and month could change places."""
    start, end = at + found.start, at + found.end
    return Fact(found.moment.date(), text[start:end], (start, end), confidence if found.sure else 0.6, "date")
