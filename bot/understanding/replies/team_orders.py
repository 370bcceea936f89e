"""What somebody of the privacy team wants done with a case, or wants to see of it: "close it", "pause it until he has
proved who he is", "do we have anything on".

The words stand in `data/team_orders.toml`.
"""

import re
from collections.abc import Set
from functools import cache

from bot.understanding.replies.answers import found, joins, phrases, plain
from bot.understanding.replies.asides import asks_back, leading, thanks
from bot.understanding.replies.days import is_day_word

_FILE = "team_orders"
_CLAUSE = re.compile(r"[,.;!?]")
_FEWEST_TOLD = 3  # words up to which a clause before a question tells nothing
_MOST_AT_WORK = 5  # words beside the reference
_MOST_CALLED = 6  # words around a phrase
_VERY_FEW = 3
_MOST_BEFORE = 3  # words before the one that says what is to be done: "can you please"
_MOST_NAMED = 4  # words beside a question and its verb: a name, and "did"
_SOMETHING = "something"
_MOST_CALLING = 12  # words that call a case by something else than its number
_MOST_SEARCHED = 4  # words of a name, and one before them


def at_work(text: str) -> bool:
    """Whether a few words beside a reference say what somebody of the team wants to do: "assign it to Pieter"."""
    return _is_work(text, ("team_work",))


def moves(text: str) -> bool:
    """The same, or that a case is to be moved: "close it, answered today"."""
    return _is_work(text, ("team_work", "team_moves", "team_told", "team_phrases"))


def begins_with_order(text: str) -> bool:
    """Whether words begin with what is to be done, however many follow: "pause it until he has sent his form". What was
    done already, or stands further on, may be told: "she rang, close to tears"."""
    orders, beside, words = _orders(), _polite() | phrases("beside_asking", "asides"), plain(text).split()
    if words and len(words) <= _MOST_AT_WORK and words[0] in phrases("team_asks", _FILE):
        return True
    for word in words[: _MOST_BEFORE + 1]:
        if word in orders:
            return True
        if word not in beside:
            return False
    return False


def is_order(text: str, beside: Set[str] = frozenset()) -> bool:
    """Whether words begin with what is to be done, or say nothing else: "duplicate of", "done, thanks". What may tell
    something of the case is none: "letter came back", "he confirmed it". `beside`: names of colleagues."""
    words = plain(text).split()
    kinds = ("team_work", "team_moves", "team_told")
    short = len(words) <= _VERY_FEW and not phrases("team_soft", _FILE).intersection(words)
    done = short and any(found(words, kind, _FILE) for kind in kinds)
    called = len(words) <= _MOST_CALLED and bool(found(words, "team_phrases", _FILE))
    return done or called or begins_with_order(text) or looks_around(text, beside) or _tells_whose(words, beside)


def _tells_whose(words: list[str], names: Set[str]) -> bool:
    """Whether words only say whose a case is to be: "to me", "goes to Priya"."""
    whose = names | phrases("whose_now", _FILE)
    others = phrases("beside_whose", _FILE) | _polite()
    return any(word in whose for word in words) and all(word in whose or word in others for word in words)


def tells_beside_order(text: str) -> bool:
    """Whether a clause of its own beside the one that says what is to be done tells something: "close 4, letter sent on
    Friday", but not "close 4, thanks" nor "close 4, reopen 5"."""
    clauses = [part for part in _CLAUSE.split(text) if plain(part)]
    others = [part for part in clauses if not (begins_with_order(part) or is_question(part))]
    return any(map(begins_with_order, clauses)) and any(map(_tells, others))


def _tells(clause: str) -> bool:
    words = [word for word in plain(clause).split() if not (word.isdecimal() or joins(word) or word in _polite())]
    return len(words) >= _FEWEST_TOLD and not thanks(clause)


def leaves_out(before: str) -> bool:
    """Whether the last of the words before a case's number leaves that one out: "all to Priya except"."""
    return plain(before).split()[-1:] != [] and plain(before).split()[-1] in phrases("left_out", _FILE)


def leads_order(before: str) -> bool:
    """Whether the few words before the number of a case say what is to be done with it: "put", "metti in pausa"."""
    words = plain(before).split()
    return len(words) <= _MOST_AT_WORK and not (_orders() | phrases("team_asks", _FILE)).isdisjoint(words)


def links(text: str) -> bool:
    """Whether words say that another case belongs to theirs: "duplicate of"."""
    return not phrases("links", _FILE).isdisjoint(plain(text).split())


def looks_around(text: str, beside: Set[str] = frozenset()) -> bool:
    """Whether a few words beside a number or an address say nothing but that somebody wants to see what belongs to it,
    or what they want to do with it: "do we have anything on", "assign ... to Pieter". `beside`: names of colleagues."""
    words = plain(text).split()
    kinds = ("team_work", "team_moves", "team_told", "looks_up")
    known = phrases("asks_how", "asides").union(*(phrases(kind, _FILE) for kind in kinds))
    others = phrases("beside_asking", "asides") | phrases("beside_open", "asides") | _polite() | beside
    others |= phrases("asks_open", "asides")
    return any(word in known for word in words) and all(word in known or word in others for word in words)


def searched_for(text: str) -> str | None:
    """What a short text says is to be searched for; empty where it only says that something is; None where it says
    anything else."""
    words = text.split()
    first = leading(plain(text).split(), "searches", _FILE)
    return " ".join(words[first:]).strip(" .?!\"'") if first > 0 and len(words) - first <= _MOST_SEARCHED else None


def is_question(text: str) -> bool:
    """Whether words are a question: by its mark, or by the word with which it begins."""
    return asks_back(text, "asks_first", _FILE)


def only_asks(text: str) -> bool:
    """Whether words are a question, and tell nothing at some length before it: "page 3 is missing, can we reopen?"."""
    *before, _last = _CLAUSE.split(text.rstrip("?! "))
    return is_question(text) and all(len(part.split()) <= _FEWEST_TOLD or is_question(part) for part in before)


def asks_of_case(before: str, behind: str) -> bool:
    """Whether the words around a number are a question about the case of that number: "what did ... ask for?", but not
    "what do we have of ... customers?"."""
    first, following = plain(before).split()[:1], plain(behind).split()[:1]
    verbs = ("of_dates", "of_details", "team_work", "team_moves", "team_told")
    of_it = not following or any(following[0] in phrases(kind, _FILE) for kind in verbs)
    return is_question(" ".join(first)) and of_it


def calls_a_case(text: str) -> bool:
    """Whether few words say what is to be done with a case, or ask about one, that they call by something else than its
    number: "I'll take the Californian one", "who's got the Swiss one"."""
    words = [word.partition("'")[0] for word in plain(text).split()]
    if len(words) > _MOST_CALLING:
        return False
    back = phrases("refers_back", "asides") | phrases("asks_first", _FILE)  # "that one", "which case"
    called = {at for at, _length in found(words, "a_case", _FILE) if words[at - 1 : at] and words[at - 1] not in back}
    orders = {at for kind in ("team_work", "team_moves") for at, _length in found(words[:_MOST_AT_WORK], kind, _FILE)}
    return any(at > min(orders) for at in called) if orders else False


def hands_all(text: str, names: Set[str]) -> bool:
    """Whether few words say that all cases go to a colleague of these names: "all of mine to Pieter"."""
    words = [word for word in plain(text).split() if word not in _polite()]
    told = len(words) <= _MOST_CALLING and not phrases("everything", _FILE).isdisjoint(words)
    return told and bool(words) and words[-1] in names


def with_something(text: str) -> str:
    """A text with "something" for words that say that somebody's name follows: "do we have someone called Weber"."""
    words, known = text.split(), dict(found(plain(text).split(), "called", _FILE))
    at, length = next(iter(known.items()), (0, 0))
    return " ".join([*words[:at], _SOMETHING, *words[at + length :]]) if length else text


def asks_of_dates(text: str) -> bool:
    """Whether a question about a case asks for a date of it, or why it is that one."""
    return _asks_of(text, "of_dates")


def asks_of_its_dates(text: str) -> bool:
    """Whether a question asks for a date of the case that was shown just now, or how it comes about, and names nothing
    else: "what's the new date", "why not 5 April"."""
    others = [word for word in plain(text).split() if not (word.isdecimal() or is_day_word(word))]
    dated = len(others) < len(plain(text).split())
    of_dates = not phrases("of_dates", _FILE).isdisjoint(others)
    known = phrases("of_dates", _FILE) | phrases("asks_first", _FILE) | phrases("beside_dates", _FILE) | _polite()
    return is_question(text) and (of_dates or dated) and known.issuperset(others)


def asks_of_details(text: str) -> bool:
    """Whether it asks who somebody is, or for words that stand in its details: "what did she ask?"."""
    return _asks_of(text, "of_details")


def asks_of_somebody(text: str) -> bool:
    """The same of hardly more than a name: "what did Ann Bell ask?", but not "what does the law say about fees?"."""
    said = [word for word in plain(text).split() if word not in phrases("asks_first", _FILE)]
    others = [word for word in said if word not in phrases("of_details", _FILE)]
    return asks_of_details(text) and len(others) <= _MOST_NAMED


def _asks_of(text: str, kind: str) -> bool:
    return is_question(text) and not phrases(kind, _FILE).isdisjoint(plain(text).split())


def _is_work(text: str, kinds: tuple[str, ...]) -> bool:
    words = plain(text).split()
    if len(words) > _MOST_AT_WORK:
        return False
    if not is_question(text):
        words = [word for at, word in enumerate(words) if at == 0 or word not in phrases("team_which", _FILE)]
    return any(found(words, kind, _FILE) for kind in kinds)


@cache
def _orders() -> frozenset[str]:
    return (phrases("team_work", _FILE) | phrases("team_moves", _FILE)) - phrases("team_soft", _FILE)


@cache
def _polite() -> frozenset[str]:
    return phrases("polite") | phrases("aside")
