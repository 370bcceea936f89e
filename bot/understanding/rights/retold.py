"""What a colleague tells in a few words of their own that somebody wants, read once more as if it were told plainly.

"lawyer asks for the data of Neil Gray", "what if a customer wants to be deleted?", "he asked whether we sell his data,
need I do something?", "take me out of Jira": somebody's name, a case that is put, a question what to do now and the
name of a tool say nothing of what is wanted, and yet speak loudly for "none". Where no right is heard, they are left
out, or a plain word is read instead (`data/retold.toml`). What then may ask for something is asked about.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from bot.understanding.reading import Meta, Zone
from bot.understanding.replies.asides import asks
from bot.understanding.replies.sides import Side, side_heard
from bot.understanding.rights.clauses import Clause
from bot.understanding.rights.decide import OF_WISHES
from bot.understanding.rights.features import seen
from bot.understanding.rights.message import Message
from bot.understanding.rights.overheard import read_alone
from bot.understanding.rights.staff import asks_of_office
from bot.understanding.rights.verdict import Verdict
from bot.understanding.who.looked import may_hold
from bot.understanding.who.named import named_in
from bot.understanding.who.names import is_given, is_ordinary, key_of, words_from
from bot.understanding.who.titled import titled_in
from bot.understanding.wordlists import whole_words, word_lists
from bot.understanding.words import MAILBOX

_FEWEST, _MOST = 3, 30  # words of what is told so
_PARTS = 5  # of a message, of which some may ask what to do
_LONGEST = 400  # characters
_ASKED = 0.1
"""Chance of a request from which it is asked about: of 3,451 unseen messages that ask for nothing it asks about seven
more.
"""
# Concepts of which one stands where somebody wants something
_MAY_WISH = OF_WISHES.union(("WANT", "DEMAND", "SEND", "SEE", "EXPORT", "OBJECT", "STOP", "SHARE", "CONSENT", "DATA"))
_SIGNS = ("", *",.;:!?\n–—()<")  # between which a name alone only says who
_PART = re.compile(r"(?:(?! - )[^,.;:!?\n–—])+(?: - |[,.;:!?\n–—]*\s*)")
_WORD_BEFORE = re.compile(r"(?<!\w)([^\W\d_]{1,3}) $")


class _Instead(NamedTuple):
    """What is read instead of a part of the text."""

    start: int
    end: int
    said: str


def retold(message: Message, verdict: Verdict) -> Verdict | None:
    """The question about what is heard then, or None."""
    clauses = [heard.clause for heard in message.heard]
    if verdict.unsure or len(message.text) > _LONGEST or any(clause.zone is not Zone.BODY for clause in clauses):
        return None
    if not _FEWEST <= sum(len(clause.words) for clause in clauses) <= _MOST or asks_of_office(message.text):
        return None
    if any(word.key == MAILBOX for clause in clauses for word in clause.words):
        return None  # it may only say who somebody is
    tools = [*_tools(message.text, clauses)]
    concepts = (seen(word.key, message.languages).name for clause in clauses for word in clause.words)
    if not tools and _MAY_WISH.isdisjoint(concepts):
        return None
    called = [*_names(message), *tools]
    asked_us = [*_cases_put(message, clauses), *_sides(message)]
    for instead in ([*called, *asked_us], called if asked_us else ()):
        found = _read(message, instead) if instead else None
        if found is not None:
            return found
    return None


def _read(message: Message, instead: Iterable[_Instead]) -> Verdict | None:
    """The question about what is heard in the text with other words in it, if anything is."""
    chances, verdict = read_alone(_with(message.text, instead))
    asked = chances.asked
    if asked < _ASKED:
        return None
    span = (message.heard[0].clause.start, message.heard[-1].clause.end)
    facts = (replace(fact, quote=message.text[slice(*span)], span=span) for fact in verdict.rights)
    meta = Meta.REQUEST if verdict.rights else Meta.NONE
    return replace(verdict, rights=tuple(facts), meta=meta, confidence=round(asked, 2), unsure=True)


def _with(text: str, instead: Iterable[_Instead]) -> str:
    said, at = "", 0
    for each in sorted(instead):
        if each.start >= at:
            said += text[at : each.start] + each.said
            at = each.end
    return (said + text[at:]).strip()


def _names(message: Message) -> Iterator[_Instead]:
    """Names of people beside other words, and the articles before them."""
    text, language, lists = message.text, message.language, word_lists("retold")
    for start, end in _spans(text, german=language == "de"):
        if text[:start].rstrip(" ")[-1:] in _SIGNS and text[end:].lstrip(" ")[:1] in _SIGNS:
            continue  # "Thanks, Ivan"
        if text[:start].rstrip(" ")[-1:].isdigit() or text[end:].lstrip(" ")[:1].isdigit():
            continue  # an address, or a file
        (said,), stop = lists[f"him_{language}"], end
        if text[end : end + 2] in ("'s", "’s") and f"his_{language}" in lists:
            (said,), stop = lists[f"his_{language}"], end + 2
        before = _WORD_BEFORE.search(text, max(0, start - 4), start) if f"articles_{language}" in lists else None
        if before and before[1] in lists[f"of_{language}"]:
            yield _Instead(before.start(), stop, *lists[f"of_him_{language}"])
        elif before and before[1] in lists[f"articles_{language}"]:
            yield _Instead(before.start(), stop, said)
        else:
            yield _Instead(start, stop, said)


def _spans(text: str, *, german: bool) -> Iterator[tuple[int, int]]:
    """Names in full, those with a title, and given names alone. Two German nouns may look like a name."""
    named = named_in(text, 0, len(text))
    full = [(start, end) for start, end, parts in named if not german or any(is_given(part.key) for part in parts)]
    full += (match.span() for match in titled_in(text))
    yield from full
    for word in words_from(text, 0, len(text), most=_MOST):
        alone = word[0][0].isupper() and is_given(word[0]) and not is_ordinary(word[0])
        if alone and not any(start <= word.start() < end for start, end in full):
            yield word.start(), word.start() + len(key_of(word[0]))


def _tools(text: str, clauses: Iterable[Clause]) -> Iterator[_Instead]:
    lists = word_lists("retold")
    (system,) = lists["system"]
    for word in (word for clause in clauses for word in clause.words):
        if word.key in lists["tools"] or (word.key in lists["capital"] and text[word.start].isupper()):
            yield _Instead(word.start, word.end, system)


def _cases_put(message: Message, clauses: Iterable[Clause]) -> Iterator[_Instead]:
    """What puts a case, up to whom it is about, and that it is asked."""
    lists = word_lists("retold")
    for clause in clauses if any(may_hold(message.text, "retold", kind) for kind in ("what_if", "if")) else ():
        put = whole_words("retold", "what_if").search(message.folded, clause.start, clause.end)
        put = put or whole_words("retold", "if").match(message.folded, clause.start, clause.end)
        if put is None:
            continue
        behind = [word for word in clause.words if word.start >= put.end()]
        about = next((word.start for word in behind if word.key not in lists["one"]), put.end())
        yield _Instead(put.start(), about, "")
        for word in behind:
            if word.key in lists["would"] and (plain := lists.get(f"wants_{message.language}")):
                yield _Instead(word.start, word.end, *plain)
        if clause.question and (mark := message.text.find("?", behind[-1].end if behind else put.end())) >= 0:
            yield _Instead(mark, mark + 1, ".")


def _sides(message: Message) -> Iterator[_Instead]:
    """Parts that only ask what to do, where something may be wanted beside them; none that leads to what is said."""
    parts = [part for part in _PART.finditer(message.text) if part[0].strip(" -")]
    if not 1 < len(parts) <= _PARTS:
        return
    asked = (part for part in parts if ":" not in part[0] and asks(part[0]))
    sides = [part for part in asked if _asks_what_to_do(part[0].strip(" -"))]
    words = (word for heard in message.heard for word in heard.clause.words)
    beside = (word for word in words if not any(part.start() <= word.start < part.end() for part in sides))
    if sides and not _MAY_WISH.isdisjoint(seen(word.key, message.languages).name for word in beside):
        for part in sides:
            yield _Instead(part.start(), part.end(), "")


def _asks_what_to_do(part: str) -> bool:
    chances, _verdict = read_alone(part)
    return side_heard(chances) is Side.NEXT
