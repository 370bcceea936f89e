"""The entries of what was copied: the lines of a chat, each with its day and who wrote it, a desk's dated notes, and a
call that a text opens with.

A day counts where the wish stands: "Note 3 March 2026 (AB): customer rang, wants her file". The words are in
`data/received.toml`.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from bot.understanding.mail.dates import ANY_ZONE, Found, find_date
from bot.understanding.wordlists import alternatives, word_lists
from bot.understanding.words import fold, fold_text

# A line of a chat that was copied: "[11/06/2026 09:41] Ann Bell: hello"
_STAMPED = re.compile(
    r"^\W{0,3}(?P<day>\d{1,4}[./-]\d{1,2}[./-]\d{2,4}),?[ T]\d{1,2}:\d\d"
    r"(?P<who>[^\n:]{0,12}(?::\d\d)?[^\n:]{2,50}): ?\S",
    re.MULTILINE,
)
# A line above what somebody wrote, as other chats copy it: "Ann Bell  11 Jun 2026 at 19:04"
_HEADED = re.compile(
    r"^[ \t]{0,3}(?P<who>[^\W\d_][^\n:\d,|]{1,40}?)(?:[ \t]{1,4}|, |[ \t][|–-][ \t])"
    r"(?P<day>\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}\.? [^\W\d_]{3,12}\.? \d{4}|[^\W\d_]{3,12}\.? \d{1,2}, \d{4})"
    r",?(?: (?:at|um|om|à|a las|alle|às|o|godz\.?))? \d{1,2}[:.h]\d\d(?::\d\d)?"
    r"(?: ?[AaPp]\.?[Mm]\.?| Uhr)?[ \t]*\n(?=.)",
    re.MULTILINE,
)
_UP_TO_NAME = re.compile(
    r"[^\n]*?(?:[\])|>]| [–—-] )\W*|(?::\d\d)?\W*(?:(?:[AaPp]\.?[Mm]\.?|Uhr|uur|h)(?![^\W\d_])\W*)?"
)  # behind its time
_MOST_LINES = 50  # of a chat
_CALL = 60  # characters in which a call stands that a text opens with
_LOGGED = re.compile(r"\s{0,2}(?:[)\]:,;|–—\n/-]|$|[^\W\d_a-zß-ÿ][^\n:]{2,40}:)")  # behind its day and time
_LABEL, _NOTE = 60, 120  # characters of what a dated note opens with, and of what it says first
_BEHIND = 2_000  # characters behind its day in which another day may be told
_OBJECT = 600  # characters of an object of a system's data
_DATED = re.compile(r"[\"'](?:date|datum|data|fecha)[\"']\s?:\s?[\"'](?=20\d\d-)")
_OF_CALL = re.compile(
    r"[\"'](?:type|typ|tipo|soort|channel|kind)[\"']\s?:\s?[\"'](?:(?:phone |inbound )?call|gesprek|telefoon\w*|"
    r"anruf|telefonat|appel|llamada|chiamata|telefonata|chamada|rozmowa|telefon|e-?mail|chat|visit)[\"']"
)
_FIRST_ENDS = re.compile(r"\. |\n")  # the first sentence of a note
_YEAR = re.compile(r"(?<!\d)(?:20\d\d|\d\d)$|^20\d\d")


class Line(NamedTuple):
    """A line of a copied chat: where it begins and ends, where its day stands, and the name of who wrote it."""

    start: int
    end: int
    at: int
    day: Found | None
    who: tuple[int, int]


@lru_cache(maxsize=2)  # asked for by who tells days, names and phones
def chat_lines(text: str) -> Sequence[Line]:
    """The lines of a copied chat, with what stands below each; none where there is but one."""
    found = list(islice(_STAMPED.finditer(text), _MOST_LINES))
    if len(found) <= 1:
        found = list(islice(_HEADED.finditer(text), _MOST_LINES))
    if len(found) <= 1:
        return []
    ends = [match.start() for match in found[1:]] + [len(text)]
    return [_line(match, end) for match, end in zip(found, ends, strict=True)]


def _line(match: re.Match[str], end: int) -> Line:
    before = _UP_TO_NAME.match(match["who"]) if match.re is _STAMPED else None
    low = match.start("who") + (before.end() if before else 0)
    return Line(match.start(), end, match.start("day"), find_date(match["day"], ANY_ZONE), (low, match.end("who")))


def lines_of_wishes(lines: Sequence[Line], wishes: Sequence[tuple[int, int]]) -> list[Line]:
    """The lines of a chat in which something is wished for. `wishes`: where the words for it stand."""
    return [line for line in lines if any(line.start <= low < line.end for low, _ in wishes)]


def logged_day(text: str) -> tuple[int, Found] | None:
    """The day of a copied chat, where the text opens with one and all its lines are of one day; or of a call that it
    opens with, where its time is told: "Voicemail 14/03/2026 10:05: Ann Bell"."""
    if (call := _calls().match(fold(text[:_CALL]))) is not None and (found := find_date(text[call.end() :], ANY_ZONE)):
        return (call.end(), found) if found.start == 0 and _LOGGED.match(text, call.end() + found.end) else None
    lines = chat_lines(text) if _STAMPED.match(text) or _HEADED.match(text) else []
    one = len({line.day and line.day.moment.date() for line in lines}) == 1
    return (lines[0].at, lines[0].day) if one and lines[0].day else None


def _who(text: str, line: Line) -> str:
    return text[slice(*line.who)].strip()


def day_of_wish(text: str, wishes: Sequence[tuple[int, int]]) -> tuple[int, Found] | None:
    """The day of the entry in which the wish stands. Of a chat of several days only the first: on a later one they may
    only ask once more."""
    lines = chat_lines(text)
    asked = lines_of_wishes(lines, wishes)
    if asked:
        first, day = lines[0].day, asked[0].day
        if any(_who(text, line) != _who(text, asked[0]) and line.day != day for line in asked):
            return None  # a shop may have offered what was asked for later
        return (asked[0].at, day) if first and day and first.moment.date() == day.moment.date() else None
    told = (_of_object(text, high - 1) or _noted(text, low) for low, high in wishes) if not lines else ()
    noted = [day for day in told if day is not None]
    return noted[0] if len({found.moment.date() for _, found in noted}) == 1 else None


def _noted(text: str, at: int) -> tuple[int, Found] | None:
    """The day of the note in whose line text[at:] stands, if the note tells that somebody called or came that day."""
    start = text.rfind("\n", 0, at) + 1
    opened = _opens().match(fold_text(text[start : start + _LABEL]))
    low = start + (opened.end() if opened else 0)
    found = find_date(text[low : low + _LABEL], ANY_ZONE)
    if found is None or found.start or not _YEAR.search(text[low : low + found.end]):
        return None
    label, colon, said = text[low + found.end : low + found.end + _LABEL + _NOTE].partition(":")
    if not colon or "\n" in label or len(label) > _LABEL:
        return None
    line, lists = said.partition("\n")[0], word_lists("received")
    words = _words(line)
    if lists["sent_in"].isdisjoint(words) or not lists["other_days"].isdisjoint(words):
        return None
    note = text[low + found.end : low + found.end + _BEHIND].partition(colon)[2]
    other = lists["other_days"] | lists["this_day"]  # "Today she rang again and wants ...", but not "rang today"
    if not other.isdisjoint(_words("".join(_FIRST_ENDS.split(note, 1)[1:]))):
        return None
    return (low, found) if find_date(line, ANY_ZONE) is None else None


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text))


def _of_object(text: str, at: int) -> tuple[int, Found] | None:
    """The day of the object of a system's data in which text[at:] stands, if it is of a call: {"type": "call", "date":
    "2026-03-09", "note": "wants ..."}."""
    opened, closed = text.rfind("{", max(0, at - _OBJECT), at + 1), text.find("}", at, at + _OBJECT)
    if opened == -1 or closed == -1 or text.find("}", opened, at) != -1:
        return None
    folded = fold_text(text[opened:closed])
    kind = _OF_CALL.search(folded) if "outbound" not in folded else None  # else it was we who rang
    day = _DATED.search(text, opened, closed)
    found = find_date(text[day.end() : closed], ANY_ZONE) if kind and day else None
    return (day.end(), found) if day and found and not found.start else None


@cache
def _opens() -> re.Pattern[str]:
    """What may stand before the day of a note: "Note (A. Bell, "."""
    noted, on = (alternatives(word_lists("received")[kind]) for kind in ("noted", "on"))
    return re.compile(
        rf"\W{{0,4}}(?:(?:{noted})(?!\w)(?:[^\n\d:]{{0,40}}[(,/|–—-])?(?:[^\w\n]{{0,3}}(?:{on}))?\W{{1,3}})?"
    )


@cache
def _calls() -> re.Pattern[str]:
    lists = word_lists("received")
    calls = alternatives(lists["call"] | {"whatsapp", "sms"}, ending=r"\w{0,12}")
    sent, site, on = (alternatives(lists[kind]) for kind in ("wish_sent", "site", "on"))
    day = r"(?:\d[\d./-]{5,9}|\d{1,2}\.? [^\W\d_]{3,12}\.? \d{4})(?:,| at| um| om| a| alle| as)? \d{1,2}[:.]\d\d"
    by_site = rf"(?:{sent}) (?:[^\W\d_]{{1,8}} ){{0,3}}(?:{site})(?:,? (?:{on}))?,?[ :]"
    new = rf"(?:[^\W\d_]{{1,10}} ){{0,4}}(?:{sent}) [(\[]"  # "You have a new enquiry ("
    return re.compile(rf"\W{{0,4}}(?:(?:(?:{calls})[ :,]{{1,3}}|{new})(?={day})|{by_site}(?=\d))")
