"""The day on which somebody called or wrote, as a colleague tells it in a sentence: "Ann Bell called us on 3 March 2026
and wants her file", "On 3 March 2026 we received a letter from Ann Bell. She wants ...".

Up to the wish, or to the words of who "wrote to us:", the sentence says nothing but who it was, how it came and
the day: else the day may be of something else ("called on 3 March 2026 about an invoice"). The words are in
`data/received.toml`.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from bot.understanding.mail.dates import ANY_ZONE, Found, find_date
from bot.understanding.who.names import PIECE, is_given, is_ordinary, is_title
from bot.understanding.wordlists import word_lists
from bot.understanding.words import fold

_MOST = 8  # years of a text that are looked at
_BEFORE, _BEHIND = 120, 160  # characters of a sentence before its year and behind
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_BEGINS = re.compile(r"[!?:|;•\n]\s*|\s[–—-]\s|[^\W\d_]{4}\.\s+")  # where the sentence before ends
_WORD = re.compile(r"[\w.+-]{1,64}@[\w.-]{1,190}|[^\W\d_]+(?:['’-][^\W\d_]+)*\.?|\d[\d:.]*|[^\w\s]")
_NAME = re.compile(PIECE)
_CLOCK = re.compile(r"\d{1,2}(?:[:.h]\d\d)+|\d{1,2}")
_SIGNS = frozenset(",.:;–—-()")
_SMALL = frozenset(("de", "der", "den", "van", "von", "di", "da", "do", "dos", "du", "del", "la", "le", "el", "al"))
_BESIDE = 40  # characters behind a verb of asking, in which another thing may be asked for: "asked for a refund"
_ON = 6  # characters of a date behind its year
_FULL = 2  # words of a name; a given one and a title count for themselves
_LONGEST = 30  # words up to the wish
_NOBODY = ("", False)
_TO_SOMEBODY = frozenset(("to", "aan", "an", "para", "al", "alla", "ao"))
_POLISH_TO_US = ("do", "nas")  # while "do" is Portuguese for "from the"


class Told(NamedTuple):
    """A day that is told: where the text begins in which it is found, of whom, and whether their own words follow."""

    start: int
    day: Found
    who: str
    quotes: bool


def told_day(text: str) -> Told | None:
    """The day that is told of somebody by their name or as a customer, and not of a "she"; None where two are told."""
    found = list(_told(text))
    one = len({told.day.moment.date() for told in found}) == 1
    return next((told for told in found if told.who != "she"), None) if one else None


def _told(text: str) -> Iterator[Told]:
    for year in islice(_YEAR.finditer(text), _MOST):
        line = max(0, text.rfind("\n", 0, year.start()) + 1, year.start() - _BEFORE)
        start = max((match.end() for match in _BEGINS.finditer(text, line, year.start())), default=line)
        found = find_date(text[start : year.end()], ANY_ZONE)
        if found is None or start + found.end < year.end():
            found = find_date(text[start : year.end() + _ON], ANY_ZONE)  # "2026-03-09": the year stands first
        who, quotes = _who(text, start, start + found.start, start + found.end) if found else ("", False)
        if found and who:
            yield Told(start, found, who, quotes)


def _who(text: str, start: int, low: int, high: int) -> tuple[str, bool]:
    """Of whom the words from `start` on tell that they called or wrote on the day at text[low:high] and wish for
    something: a "name", a "customer", or no more than a "she"; and whether they wrote it "to us:", and their words
    follow. Nobody, where they say anything else."""
    lists, people = word_lists("received"), word_lists("people")
    who, how, last = "", set[str](), ""
    named = 0
    words = [*_WORD.finditer(text, start, low), *_WORD.finditer(text, high, high + _BEHIND)]
    for word in words[:_LONGEST]:
        if "@" in word[0]:
            continue  # "Ann Bell (ann@bell.example) called"
        said = fold(word[0]).rstrip(".")
        if word.start() >= high and said in lists["asks"]:
            behind = re.findall(r"\w+", fold(text[word.end() : word.end() + _BESIDE]))
            who = "name" if named >= _FULL else who
            return (who if _to_us(how) and lists["other_things"].isdisjoint(behind) else ""), False
        if word[0] == ":" and word.start() >= high and "us" in how and _to_us(how):
            return ("name" if named >= _FULL else who), True
        kinds = {kind for kind in ("sent_in", "got", "we", "sender", "us") if said in lists[kind]}
        from_us = last in lists["sender"] and said in lists["us"] and (last, said) != _POLISH_TO_US
        if said in people["staff"] or from_us:
            return _NOBODY  # "our agent", "a letter from us"
        how |= kinds
        if said in people["pronouns"]:
            who = who or "she"
        elif said in lists["callers"]:
            who = "customer"
        elif not kinds and said not in lists["beside_contact"] and _is_name(word[0]):
            if last in _TO_SOMEBODY:
                return _NOBODY  # "email to Ann Bell sent"
            named += _FULL if is_given(word[0]) else 1
        elif is_title(word[0]):
            named += 1
        elif not (kinds or said in lists["beside_contact"] or word[0] in _SIGNS or _CLOCK.fullmatch(said)):
            return _NOBODY
        last = said
    return _NOBODY


def _to_us(how: set[str]) -> bool:
    """Whether somebody called or wrote to us, or we received it "from" them; not we to them, nor they something."""
    return {"got", "we", "sender"} <= how if how & {"got", "we"} else "sent_in" in how


def _is_name(word: str) -> bool:
    word = word.removesuffix("'s").removesuffix("’s")
    return _NAME.fullmatch(word.rstrip(".")) is not None and not is_ordinary(word.rstrip("."))


def is_named(words: str) -> bool:
    """Whether words are a name or an address alone: "Mrs Bell", "dhr. de Vries"; not "says we", "Mrs Bell was"."""
    named = [word for word in words.split() if not is_title(word)]
    return bool(named) and all(_is_of_name(word) for word in named)


def is_caller(words: str) -> bool:
    """Whether words tell of somebody who rang: "Had a Mr Adeyemi", "klant", "Mevr."; not "I had Kees", "Spoke"."""
    lists, said = word_lists("received"), words.split()
    somebody = any(is_title(word) or fold(word) in lists["callers"] for word in said)
    known = lists["callers"] | lists["leads"]
    return somebody and all(is_title(word) or fold(word) in known or _is_of_name(word) for word in said)


def _is_of_name(word: str) -> bool:
    named = word[0].isupper() and word[-1] != "." and not is_ordinary(word)
    return named or word in _SMALL or "@" in word


def is_somebody(words: str) -> bool:
    """Whether a name or an address comes first: "Ann Bell", "Mrs Bell", no "London"."""
    first = (words.split() or [""])[0].rstrip(".,:;")
    return "@" in first or (first[:1].isupper() and (is_given(first) or is_title(first)))
