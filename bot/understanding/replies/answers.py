"""Short answers to the bot: yes and no, none of these, something else, beside or instead, and what words speak of.

The words stand in `data/answers.toml`, in the eight languages that are read. Only short texts are looked at, and each
word of them is looked up once, so the time is bounded.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from bot.understanding.wordlists import word_lists
from bot.understanding.words import fold

LONGEST = 400  # characters of an answer; whatever is longer is a message of its own
LOOKED_AT = 20_000  # characters of a message
_LONG = 2000  # characters of a text whose words many ask for
BESIDE = 5  # words between what is done and to what
MOST_NAMED = 20  # requests that a sentence may name
_SENTENCE = re.compile(r"[^.!?\n;]+")
_SHORT = 80  # characters of one that only says yes, no, or none of these
_ORDER = 60  # of one that only says that words be passed on
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_DATED = re.compile(r"\d[./-]\d")
_BETWEEN_PICKS = re.compile(r"[,;&+]+")


class Turn(NamedTuple):
    """A change of mind within an answer: what was said before it, and what takes its place."""

    before: str
    after: str


def plain(text: str) -> str:
    """A text as labels and lists are compared: lower case, no accents, words only."""
    return " ".join(_words(text))


def first_word(text: str) -> list[str]:
    """The first of these words, if there is one: mails of megabytes are asked for it, too."""
    begins = text[:LONGEST]
    words = _words(begins) if ":" not in begins else []  # with which the signs in letters are made
    return (words if len(words) > 1 else _words(text))[:1]


def confirms(text: str) -> bool:
    """Whether a whole short answer says "yes, do it" and nothing else: "ok", "yes, open it please", "ja, passt so"."""
    return _says(text, ("yes", "open"), beside=("as_is", "nothing_more"))


def denies(text: str) -> bool:
    """Whether a whole short answer says "no" and nothing else."""
    return _says(text, ("no",))


def is_all_told(text: str) -> bool:
    """Whether a whole short answer says that there is nothing more to tell: "thats all I have"."""
    return _says(text, ("nothing_more",), beside=("no",))


def chosen(text: str) -> str | None:
    """Which of "none", "else", "new" and "more" a whole short answer says; None for anything else."""
    return next((kind for kind in ("none", "else", "new", "more") if _says(text, (kind,))), None)


def knows_not(text: str) -> bool:
    """Whether a whole short answer says that nobody knows, or that it was not said."""
    return _says(text, ("unknown",))


def of_europe(text: str) -> bool:
    """Whether a whole short answer says the European Union, or Europe."""
    return _says(text, ("europe",))


def picks(text: str, offered: int) -> tuple[int, ...]:
    """Which of so many things that were offered a whole short answer picks, as places from 0: "the second one", "both",
    "the first and third"; none where it picks none of them."""
    if _DATED.search(text[:_SHORT]):
        return ()  # "3/3" is a day
    parts = [part for part in _BETWEEN_PICKS.split(text) if plain(part)] if len(text) <= _SHORT else []
    picked = [half for part in parts for half in halves(plain(part))]
    each = [_picked(half, offered) for half in picked] if len(picked) > 1 else []
    if each and all(len(one) == 1 for one in each):
        return tuple(sorted({one[0] for one in each}))
    return _picked(text, offered)


def halves(text: str) -> list[str]:
    """What stands on both sides of each "and", as it is written."""
    parts: list[list[str]] = [[]]
    for word in text.split():
        if joins(word):
            parts.append([])
        else:
            parts[-1].append(word)
    return [" ".join(words) for words in parts if words]


def joins(word: str) -> bool:
    """Whether it is an "and": "i", "e" and "y" are, but no "I", no letter of "K E L L Y", and no "è"."""
    lone = len(word) == 1 and (word.isupper() or not word.isascii())
    return not lone and plain(word) in phrases("between")


def places(offered: int) -> dict[str, int]:
    """The lists of words for the places of so many things, with the place, from 0, that each means."""
    return {"first": 0, "second": 1, "third": 2, "last": offered - 1}


def _picked(text: str, offered: int) -> tuple[int, ...]:
    found = {place for kind, place in places(offered).items() if _says(text, (kind,))}
    if len(found) == 1 and (place := found.pop()) < offered:
        return (place,)
    return tuple(range(offered)) if _says(text, ("both", "all")) and offered > 1 else ()


def picks_two(text: str) -> bool:
    """Whether a whole short answer picks both of two: of more it is not said which."""
    return _says(text, ("both",))


def adds_more(text: str) -> bool:
    """Whether an answer says something beside what was said before: "he also wants a copy"."""
    return speaks_of(text, "also")


def says_the_same(text: str) -> bool:
    """Whether an answer speaks of the same, or of more: "same for Bo Berg"."""
    return speaks_of(text, "more")


def in_own_words(text: str) -> bool:
    """Whether a text is what a customer says for themselves, rather than what a colleague says of them."""
    return len(text) > LONGEST or speaks_of(text, "own")


def speaks_of_another(text: str) -> bool:
    """Whether a short text speaks of somebody else than whoever types it: "she also wants a copy"; no "I", no "my"."""
    return not in_own_words(text) and speaks_of(text, "another")


def of_customer(text: str) -> bool:
    """Whether a whole short answer says that it is a customer's matter, not the speaker's: "no, it's a customer"."""
    return _says(text, ("of_customer",), beside=("no", "yes", "apology"))


def passes_on(text: str) -> bool:
    """Whether a whole short answer says that words be passed on, and nothing else but "yes" and polite words."""
    if len(text) > _ORDER:
        return False
    beside, orders = phrases("yes") | phrases("polite"), phrases("pass_on")
    words = _words(text)
    while words and words[0] in beside:
        words = words[1:]
    while words and " ".join(words) not in orders and words[-1] in beside:
        words = words[:-1]
    return " ".join(words) in orders


def says_not(text: str) -> bool:
    """Whether some word of an answer turns it into its contrary."""
    return speaks_of(text, "not")


def of_arrival(text: str) -> bool:
    """Whether an answer speaks of when something reached us."""
    return speaks_of(text, "arrival")


def comes_again(text: str) -> bool:
    """Whether an answer says that somebody called or wrote once more, or besides: on another day than at first."""
    return adds_more(text) or speaks_of(text, "again")


def of_home(text: str) -> bool:
    """Whether an answer speaks of where somebody lives."""
    return speaks_of(text, "home")


def turn_of(text: str) -> Turn | None:
    """The last change of mind in an answer: "he wants a copy. no wait, deletion"."""
    if len(text) > LONGEST:
        return None
    found = [(match.start(), match.end(), word) for match in _WORD.finditer(text) for word in [fold(match[0])]]
    at, known = len(found) - 1, phrases("instead")
    while at >= 0:
        for length in range(min(longest("instead"), len(found) - at), 0, -1):
            if " ".join(word for _s, _e, word in found[at : at + length]) in known and at + length < len(found):
                # "I mean" may be the end of a longer one: "no wait, I mean"
                first = _beginning(found, at, known)
                return Turn(text[: found[first][0]].rstrip(" \n,;:–—-"), text[found[at + length][0] :].strip())
        at -= 1
    return None


def takes_back(text: str) -> bool:
    """Whether a sentence says that a request is taken back: what is done, and a request close by, not denied."""
    for sentence in _SENTENCE.findall(text[:LOOKED_AT]):
        words = _words(sentence)
        done, asked = found(words, "takes_back"), [at for at, _length in found(words, "request")]
        denied = any(word in phrases("not") for word in words) and all(length == 1 for _at, length in done)
        if not denied and any(abs(one - at) <= BESIDE for at, _length in done for one in asked[:MOST_NAMED]):
            return True
    return False


def _beginning(found: list[tuple[int, int, str]], at: int, known: frozenset[str]) -> int:
    """Where a run of such phrases begins that ends before the word `at`."""
    for length in range(min(longest("instead"), at), 0, -1):
        if " ".join(word for _s, _e, word in found[at - length : at]) in known:
            return _beginning(found, at - length, known)
    return at


def _says(text: str, kinds: tuple[str, ...], beside: tuple[str, ...] = ()) -> bool:
    """Whether a short text is made of phrases of these kinds, of polite words and of those `beside`, one of the kinds
    at least."""
    if len(text) > _SHORT:
        return False
    words, said = _words(text), False
    while words:
        for length in range(min(len(words), 6), 0, -1):
            phrase = " ".join(words[:length])
            if meant := any(phrase in phrases(kind) for kind in kinds):
                break
            if any(phrase in phrases(kind) for kind in ("polite", *beside)):
                break
        else:
            return False
        said, words = said or meant, words[length:]
    return said


def speaks_of(text: str, kind: str) -> bool:
    """Whether a phrase of a list stands in a text that may be an answer."""
    return len(text) <= LONGEST and _in(_words(text), kind)


def _in(words: list[str], kind: str) -> bool:
    return bool(found(words, kind))


def found(words: list[str], kind: str, file: str = "answers") -> list[tuple[int, int]]:
    """Where phrases of a list begin, and of how many words they are."""
    known, most = phrases(kind, file), longest(kind, file)
    return [
        (at, length)
        for at in range(len(words))
        for length in range(1, min(most, len(words) - at) + 1)
        if " ".join(words[at : at + length]) in known
    ]


def _words(text: str) -> list[str]:
    return [*(_words_of_short(text) if len(text) < _LONG else _words_of_long(text))]


def _words_of(text: str) -> tuple[str, ...]:
    if not text.isascii() or text.count(":") > 1:
        for sign, word in _signs():
            text = text.replace(sign, f" {word} ")
    return tuple(word.replace("’", "'") for word in _WORD.findall(fold(text)))


# Who reads an answer and its parts, or a mail that somebody pastes, asks for their words again and again
_words_of_short, _words_of_long = lru_cache(maxsize=64)(_words_of), lru_cache(maxsize=2)(_words_of)


@cache
def _signs() -> tuple[tuple[str, str], ...]:
    """Signs of the hand and the face that are an answer, and the word that each stands for."""
    return tuple((sign, word) for sign, word in (entry.split() for entry in word_lists("answers")["signs"]))


@cache
def phrases(kind: str, file: str = "answers") -> frozenset[str]:
    """A list of `data/answers.toml`, or of another file of such lists, as `plain` writes it."""
    return frozenset(plain(phrase) for phrase in word_lists(file)[kind])


@cache
def longest(kind: str, file: str = "answers") -> int:
    """How many words the longest phrase of such a list has."""
    return max(len(phrase.split()) for phrase in phrases(kind, file))
