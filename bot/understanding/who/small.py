"""Names that colleagues type in small letters: "klant sanne verbeek is verhuisd", "olga werner wants her file".

They are told by a known given name before a word that is none otherwise; what speaks for them is weighed as it is where
they have their capitals.
"""

import re
from itertools import pairwise

from bot.understanding.language import LANGUAGES, is_small
from bot.understanding.rights.features import seen
from bot.understanding.where.places import is_place
from bot.understanding.who.names import is_given, is_ordinary, is_organisation, key_of, words_from
from bot.understanding.wordlists import word_lists

_LONGEST = 400  # characters of a chat's line
_MOST = 80  # words
_SHORTEST = 3  # letters of a given name, and of a surname
_GREETING = 20  # characters in which the first letter stands: who writes "Customer ana bell" is seldom found


def with_capitals(text: str) -> str:
    """The text with capitals for the names that it has in small letters; the same one where it has none."""
    if len(text) > _LONGEST or not text[:_GREETING].lstrip(" -–•*>").strip()[:1].islower():
        return text
    words = words_from(text, 0, len(text), most=_MOST)
    said = list(text)
    for at, given in enumerate(words):
        if not (_is_plain(given[0]) and is_given(given[0])) or _is_word(given[0]):
            continue
        last = _surname(text, words[at:])
        for word in (given, last) if last else ():
            said[word.start()] = said[word.start()].upper()
    return "".join(said)


def _surname(text: str, words: list[re.Match[str]]) -> re.Match[str] | None:
    """The last of the words of a name that begins with the first of these, or None: it may have "van der" within."""
    for before, word in pairwise(words):
        if text[before.end() : word.start()] != " ":
            return None
        if len(word[0]) == 1 or key_of(word[0]) not in word_lists("names")["links"]:
            return word if _may_be_surname(word[0]) else None
    return None


def _may_be_surname(word: str) -> bool:
    if not _is_plain(word) or is_ordinary(word) or is_organisation(word) or is_place(word):
        return False
    key, people = key_of(word), word_lists("people")
    if any(key in people[kind] for kind in ("wants", "wishes", "says", "goes_on")):
        return False
    return is_given(word) or not (is_small(key) or seen(key, LANGUAGES).tells)


def _is_word(given: str) -> bool:
    """Whether a given name is more often a word where it stands in small letters: "till", "ben", "faith"."""
    return is_ordinary(given) or is_small(given) or given in word_lists("names")["words_too"]


def _is_plain(word: str) -> bool:
    return word.islower() and word.isalpha() and len(word) >= _SHORTEST
