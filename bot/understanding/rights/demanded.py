"""What is demanded in due form, or until a day: "You are hereby put on notice to destroy her data within 7 days".

Most letters that demand something, and most that name a day for it, want money, goods or repairs; so how it is
demanded, and until when, speaks loudly for "none", and says nothing of what is wanted. Where no right is heard, what
stands behind such words is read once more, without the days and with a polite word before it (`data/demanded.toml`).
What then is a request is asked about, and so is a right that is demanded by its noun alone: "Erteilung der Auskunft".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby, islice
from typing import NamedTuple

from bot.understanding.language import LANGUAGES
from bot.understanding.mail.calendar_words import months, weekdays
from bot.understanding.reading import Meta
from bot.understanding.rights.clauses import Clause
from bot.understanding.rights.formal import names_of_requests, nouns_of_rights, question_of
from bot.understanding.rights.message import Message
from bot.understanding.rights.overheard import read_alone
from bot.understanding.rights.verdict import Verdict
from bot.understanding.who.looked import may_hold
from bot.understanding.who.names import is_title
from bot.understanding.wordlists import whole_words, word_lists
from bot.understanding.words import Word

_MOST = 4  # demands that are read
_PARTED = 3  # sentences of which one may be made up
_SHORT = 4  # sentences of a message in which what is wanted until a day is read, though nobody orders it
_FEWEST = 3  # words of what is demanded
_ASKED, _TOLD = 0.3, 0.2  # chances of a request, and of a right, from which a demand is asked about


def demanded(message: Message, verdict: Verdict, *, of_law: bool) -> Verdict | None:
    """The question about the plainest demand that asks for a right, or None. `of_law`: it may be an authority's."""
    only_ordered = of_law or verdict.meta is Meta.STATUS_QUERY
    demands = list(islice(_demands(message, only_ordered=only_ordered), _MOST))
    found = filter(None, (_read(message, demand.words) for demand in demands))
    plainest = max(found, key=lambda each: each.confidence, default=None)
    if plainest is not None:
        return _offered(plainest, verdict) if verdict.unsure else plainest
    named = (_named(message, demand) for demand in demands)
    return question_of(next(filter(None, named), None), message, verdict)


def _offered(plainest: Verdict, verdict: Verdict) -> Verdict:
    """What is asked about anyway, with the rights that are demanded as its first readings: most demands want no data,
    and what the whole message is taken for stays the likelier."""
    rights = {fact.value.value for fact in plainest.rights}
    first = (each for each in plainest.candidates if each[0] in rights)
    return replace(verdict, candidates=(*first, *(each for each in verdict.candidates if each[0] not in rights)))


class _Demand(NamedTuple):
    """A sentence in which something is demanded."""

    words: Sequence[Word]  # what is demanded
    others: Sequence[Word]  # with all others but those that order it
    ordered: bool  # not only wanted until a day


def _demands(message: Message, *, only_ordered: bool) -> Iterator[_Demand]:
    """What is ordered, and then what is only wanted until a day. `only_ordered`: not that."""
    until = list[_Demand]()
    clauses = [heard.clause for heard in message.heard]
    orders, told = whole_words("demanded", "orders"), word_lists("demanded")["told"]
    may_order = may_hold(message.text, "demanded", "orders")
    may_wait = not only_ordered and len(clauses) <= _SHORT
    for index, clause in enumerate(clauses if may_order or may_wait else ()):
        if clause.question or message.heard[index].has("rights_list", "sales", "narrative"):
            continue
        words = _without_threat(message.folded, _whole(message.text, clauses[index : index + _PARTED]))
        order = orders.search(message.folded, clause.start, words[-1].end) if may_order else None
        if order is None:
            if may_wait and _has_term(words, message.language):
                until.append(_Demand(words, words, ordered=False))
        elif told.isdisjoint(word.key for word in words):
            before = [word for word in words if word.end <= order.start()]
            behind = [word for word in words if word.start >= order.end()]
            yield _Demand(behind if len(behind) >= _FEWEST else before, before + behind, ordered=True)
    yield from until


def _whole(text: str, clauses: Sequence[Clause]) -> Sequence[Word]:
    """The words of a sentence, also behind a number, an initial or an abbreviation with which it seems to end: "bis zum
    15. April"."""
    words = list(clauses[0].words)
    for clause in clauses[1:]:
        last = words[-1].key
        if not (last.isdecimal() or len(last) == 1 or text[clause.start].islower()):
            break
        words += clause.words
    return words


def _without_threat(folded: str, words: Sequence[Word]) -> Sequence[Word]:
    """The words up to what comes of it otherwise: "failing which we shall apply to the court"."""
    threat = whole_words("demanded", "or_else").search(folded, words[0].end, words[-1].end)
    return [word for word in words if word.end <= threat.start()] if threat else words


def _read(message: Message, words: Sequence[Word]) -> Verdict | None:
    """The question about a demand, or None where it asks for no right."""
    terms = list(_terms(words))
    if sum(not any(low <= word.start < high for low, high in terms) for word in words) < _FEWEST:
        return None
    start, end = words[0].start, words[-1].end
    said = list(message.text[start:end])
    for low, high in terms:
        stop = high + message.text.startswith(".", high)  # "bis zum 15.04. Auskunft" is one sentence
        said[low - start : stop - start] = " " * (stop - low)
    (polite,) = word_lists("demanded")[f"please_{message.language}"]
    chances, verdict = read_alone(f"{polite} {''.join(said)[: end - start]}")
    asked = chances.asked
    if asked < _ASKED or all(fact.confidence < _TOLD for fact in verdict.rights):
        return None
    moved = start - len(polite) - 1
    spans = [(max(start, low + moved), high + moved) for low, high in (fact.span for fact in verdict.rights)]
    facts = (
        replace(fact, quote=message.text[slice(*span)], span=span)
        for fact, span in zip(verdict.rights, spans, strict=True)
    )
    return replace(verdict, rights=tuple(facts), meta=Meta.REQUEST, confidence=round(asked, 2), unsure=True)


def _named(message: Message, demand: _Demand) -> re.Match[str] | None:
    """A right that is demanded by what it is called in law, or ordered by a noun that may mean much else."""
    if not demand.others:
        return None
    start, end = demand.others[0].start, demand.others[-1].end
    called = names_of_requests().search(message.folded, start, end)
    return called or (_by_noun(message, demand.others, start, end) if demand.ordered else None)


def _by_noun(message: Message, words: Sequence[Word], start: int, end: int) -> re.Match[str] | None:
    """A right that is called by its noun, of somebody or of nothing else: not "access to the lift shaft"."""
    nouns = [*islice(nouns_of_rights().finditer(message.folded, start, end), 2)]
    if len(nouns) != 1:
        return None  # several are a list of what people may ask for
    (noun,) = nouns
    lists, behind = word_lists("demanded"), [word for word in words if word.start >= noun.end()]
    if any(word.key in word_lists("flags")["client_of"] for word in behind):
        return noun  # a lawyer's client: "Berichtigung der Anschrift unseres Mandanten"
    name = False  # whether a title leads to it
    for at, word in enumerate(behind):
        if word.key == ",":
            return noun if lists["asked"].isdisjoint(each.key for each in behind[at + 1 : at + 3]) else None
        name = is_title(word.key) or (name and message.text[word.start].isupper())
        if not (name or word.key in lists["beside"] or _is_of_term(word.key)):
            return None
    return noun


def _terms(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Where the words tell on what day or until when: those of days and times in a row, with what leads to them."""
    for row in _rows(words):
        begin = 0 if row[0] is words[0] else next((at for at, word in enumerate(row) if _leads(word.key)), len(row))
        last = max((at for at, word in enumerate(row) if _is_of_time(word.key)), default=0)
        if begin < last:
            yield row[begin].start, row[last].end


def _has_term(words: Sequence[Word], language: str) -> bool:
    """Whether something is said to be wanted until a day or a time."""
    until = word_lists("demanded")["until"] | word_lists("demanded").get(f"until_{language}", frozenset())
    return any(
        any(word.key in until for word in row) and any(_is_of_time(word.key) for word in row) for row in _rows(words)
    )


def _rows(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """Words of days and times, and small ones between them, as far as they stand in a row."""
    for of_term, row in groupby(words, lambda word: _is_of_term(word.key)):
        if of_term:
            yield list(row)


def _is_of_term(word: str) -> bool:
    return word in word_lists("demanded")["small"] or _leads(word) or _is_of_time(word)


def _leads(word: str) -> bool:
    return word in word_lists("demanded")["until"] or word in word_lists("demanded")["leads"]


def _is_of_time(word: str) -> bool:
    return word[:1].isdecimal() or word in _times()


@cache
def _times() -> frozenset[str]:
    """What days, months and other times are called."""
    named = (name for language in LANGUAGES for calendar in (months, weekdays) for name in calendar(language))
    return word_lists("demanded")["times"].union(named)
