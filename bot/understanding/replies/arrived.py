"""The day that a colleague's own few words say a request came in: "he wrote us yesterday", "came in on 3 March".

Only a part that says nothing else counts: "her parcel arrived yesterday" tells of a parcel.
"""

import re
from datetime import date, datetime, time
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bot.understanding.replies.answers import LONGEST, comes_again, found, halves, phrases, plain, speaks_of
from bot.understanding.replies.came_in import arrives, names_day_or_today, only_now, tells_of_contact
from bot.understanding.replies.customers_words import in_customers_words, is_customers, without_speaker
from bot.understanding.replies.days import day_said, is_day_word, names_a_day
from bot.understanding.replies.digit_days import weekdays_beside
from bot.understanding.replies.in_touch import beside_touch, is_there, was_there
from bot.understanding.replies.long_whiles import is_member_since, names_a_while
from bot.understanding.replies.our_doing import is_ours, may_be_ours, tells_us
from bot.understanding.replies.short_whiles import with_whiles_told
from bot.understanding.replies.which_day import days_meant
from bot.understanding.replies.whole_days import DAY_AND_MONTH, in_few_signs, with_whole_days
from bot.understanding.where.behind import before_place
from bot.understanding.who.titled import names_and_titled
from bot.understanding.wordlists import word_lists
from bot.understanding.words import ADDRESS

_PART = re.compile(  # "am 6. März" is one, "pt. 27.02" too; "deletion. 2 weeks ago" are two
    r"[;\n(),|]+|\s[-–—]\s|[!:](?=\s|$)|(?<!\d)\.(?=\s(?!\d)|$)|(?<=[^\W\d_]{5})\.(?=\s)|(?<=\d{4})\.(?=\s)"
)
_SPACE = re.compile(r"\s+")
_YEAR = re.compile(r"(?<![\w./-])(?:19|20)\d\d(?![\w/-]|\.\d)")  # alone: "the account that she has had since 2019"
_OLDEST = 2018  # nothing older is a request of today
_QUOTED = re.compile(r"[\"“„«][^\"“”«»\n]{2,400}[\"”“»]")  # the customer's own words, as a colleague quotes them
_LONGEST_WITH_QUOTE = 1_000  # characters
_HOUR = re.compile(r"\d{1,2}(?:[ap]m|h\d{0,2}|u)")
_FEW_WORDS = 4  # of an answer that is nothing but a day: "yesterday at 23:30"
_LONE_DAY = 3  # words of a part that is nothing but a day
_NEAR = 3  # words between what somebody does and to whom


class Arrived(NamedTuple):
    """The day, the time of day, if it says one, and its words."""

    day: date
    clock: time | None
    quote: str


def arrived(
    text: str, names: tuple[str, ...], now: datetime, zone: ZoneInfo, languages: frozenset[str]
) -> Arrived | None:
    """When it came in, as far as some part of a few words tells; None where another part names another day: the request
    may have come in on that one.

    Args:
        names: of the person, which may stand beside it.
    """
    others = _words_of(names)
    if not (text := _own_words(text, others)):
        return None
    others |= _words_of(tuple(text[low:high] for low, high in names_and_titled(text)))
    told = {part: _told(part, others, now, zone, languages) for part in _parts(text)}
    days = [one for one in told.values() if one is not None]
    if len({one.day for one in days}) != 1 or any(
        one is None and _names_recent(_without(part, others)) for part, one in told.items()
    ):
        return None
    return days[0]


def days_named(
    text: str, names: tuple[str, ...], now: datetime, zone: ZoneInfo, languages: frozenset[str]
) -> tuple[date, ...]:
    """The days that a colleague's own few words name, whatever happened on them: on one it may have come in. In two
    numbers ("2/3") or with a short month ("10 feb") those on which something came in, or that stand apart. Latest
    first. Those of a part in the customer's own words don't count: "she says delete my account, this came on Tuesday"
    names one all the same.

    Args:
        names: of the person, which may stand beside it.
    """
    others = _words_of(names)
    parts = [part for part in _parts_of_note(text) if not _is_theirs(part, others)]
    told = [part if names_a_day(part) else _day_in_few_signs(part, others) for part in parts]
    return tuple(sorted({day for part in told if part for day in days_meant(part, now, zone, languages)}, reverse=True))


def _names_recent(part: str) -> bool:
    """Whether a part names a day on which it may have come in; a year alone is none, nor what lies long ago: "her
    records since 2022", "dob 4 April 1951"."""
    years = [int(year[0]) for year in _YEAR.finditer(part)]
    return names_a_day(_YEAR.sub("", part)) and not any(year < _OLDEST for year in years)


def names_a_time(text: str, names: tuple[str, ...]) -> bool:
    """Whether a colleague's own few words name some time before today, be it none of which a day is told: "from last
    month", "open for 3 weeks"."""
    others = _words_of(names)
    parts = [_YEAR.sub("", part) for part in _parts_of_note(text) if not _is_theirs(part, others)]
    return any(names_a_day(part) or names_a_while(part) for part in parts)


def _parts_of_note(text: str) -> list[str]:
    said = _without_quotes(text)
    return _parts(said) if len(said) <= LONGEST else []


def _is_theirs(part: str, others: frozenset[str]) -> bool:
    """Whether a part is in the customer's own words, and does not tell what we did: "I emailed the customer"."""
    words = plain(part).split()
    done = (is_ours(part) or may_be_ours(words, others)) and not tells_us(words)
    return not done and is_customers(without_speaker(part), others)


def _day_in_few_signs(part: str, others: frozenset[str]) -> str:
    return in_few_signs(part, others, apart=not arrives(part))


def only_arrival(text: str, names: tuple[str, ...]) -> bool:
    """Whether a few words say a day, or that a request came in, and nothing else: no "her parcel came yesterday"."""
    words = plain(with_whiles_told(text)).split()
    if len(text) > LONGEST or (len(words) > _FEW_WORDS and not arrives(text)):
        return False
    return _says_no_more(words, _words_of(names)) and not tells_us(words) and not is_ours(text)


def only_when(text: str, names: tuple[str, ...]) -> bool:
    """Whether an answer to when it came in says a day, how sure that is and how it got here, and nothing else: "my
    colleague got it on Tuesday, I think", but not "she moved on 1 March"."""
    others = _words_of(names) | phrases("beside_answer") | phrases("unclear_day") | phrases("stretch")
    said = plain(with_whiles_told(text)).split()
    digits = DAY_AND_MONTH.search(text) is not None  # whose weekday is looked at: "gio 26/2"
    came = _of_arrival(said)
    words = [word for at, word in enumerate(said) if not (at in came or (digits and weekdays_beside(said, at)))]
    parts = (
        part for word in words for part in ([word] if word in others or is_day_word(word) else word.split("-"))
    )  # "2026-03-05"
    return not is_ours(text) and all(_says_no_more([part], others) for part in parts)


def _words_of(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for name in names for word in plain(name).split())


def _own_words(text: str, others: frozenset[str]) -> str:
    """A colleague's own words, without what they quote; none where they are many, or the customer's."""
    text = _without_quotes(text)
    return "" if len(text) > LONGEST or in_customers_words(text, others) else text


def _without_quotes(text: str) -> str:
    """A text without what it quotes, and without addresses, whose parts ("u.lang@") are no words."""
    return with_whole_days(ADDRESS.sub(" ", _QUOTED.sub(" ", text[:_LONGEST_WITH_QUOTE])))


def _of_arrival(words: list[str]) -> set[int]:
    """Where words stand that say together that something came in: "turned up", but no "turned"."""
    return {place for at, length in found(words, "arrival") for place in range(at, at + length)}


def _says_no_more(words: list[str], others: frozenset[str]) -> bool:
    came = _of_arrival(words)
    return all(
        at in came
        or word in others
        or word in _beside()
        or is_day_word(word)
        or _HOUR.fullmatch(word)
        or weekdays_beside(words, at)
        for at, word in enumerate(words)
    )


def _told(
    part: str, others: frozenset[str], now: datetime, zone: ZoneInfo, languages: frozenset[str]
) -> Arrived | None:
    whole, part = part, _opening(part, others)
    words = _told_words(part)
    if (
        not part
        or comes_again(part)
        or (part != whole and (speaks_of(whole, "again") or names_a_day(_without(whole[len(part) :], others))))
        or is_member_since(words)
        or may_be_ours(words, others)
        or (len(words) > _LONE_DAY and not (arrives(part) or was_there(part) or is_there(part)))
        or is_ours(part)
        or (only_now(part) and not was_there(part))
    ):
        return None
    said = day_said(with_whiles_told(part), now, zone, languages)
    if said is None and DAY_AND_MONTH.search(part):  # in digits, beside words that `day_said` does not know
        said = day_said(_only_day(part, others), now, zone, languages)
    called = [weekdays_beside(words, at) for at in range(len(words))]
    if said is None or any(days and said[0].weekday() not in days for days in called):
        return None  # "Mon 3 March" where that is a Tuesday
    return Arrived(*said, part)


def _opening(part: str, others: frozenset[str]) -> str:
    """The words of a part up to the day, where it goes on with what somebody wants: "Ann Bell called today asking for a
    copy"; the whole, where it says nothing else."""
    known = others | beside_touch() | (phrases("parents") if _of_some_parent(part) else frozenset())
    if _says_no_more(_told_words(part), known):
        return part
    for end in (match.end() for match in _SPACE.finditer(part)):
        opening = part[:end].rstrip()
        if not _says_no_more(_told_words(opening), known):
            return ""
        in_touch = tells_of_contact(opening) or was_there(opening) or is_there(opening)
        if in_touch and names_day_or_today(_without(opening, others)):
            return opening
    return ""


def _of_some_parent(part: str) -> bool:
    """Whether words begin with "a dad", and no "her dad", who may have written besides."""
    return word_lists("both_named")["articles"].issuperset(plain(part).split()[:1])


def _without(part: str, names: frozenset[str]) -> str:
    """A part without words of names: Marco and April are months, too."""
    return " ".join(word for word in part.split() if plain(word) not in names)


def _told_words(part: str) -> list[str]:
    return plain(without_speaker(with_whiles_told(part))).split()


def _only_day(part: str, others: frozenset[str]) -> str:
    """A part without the words that say who it was and what they did: of "Kunde schrieb am 24.2." the day."""
    kinds = (phrases(kind) for kind in ("fillers", "calls", "tells_speaker", "request", "channels"))
    told = others.union(*kinds) - phrases("beside_day")
    return " ".join(word for word in part.split() if not told.issuperset(plain(word).split()))


def _parts(text: str) -> list[str]:
    return [half for piece in _PART.split(text) for half in halves(before_place(piece)[0])]


@cache
def _beside() -> frozenset[str]:
    kinds = (
        "fillers",
        "beside_day",
        "beside_clock",
        "channels",
        "polite",
        "calls",
        "tells_speaker",
        "request",
        "beside_arrival",
        "days_ago",
        "ago_days",
    )
    return frozenset(word for kind in kinds for phrase in phrases(kind) for word in phrase.split())
