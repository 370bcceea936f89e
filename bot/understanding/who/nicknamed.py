"""The surname by which a desk calls a case, where nothing fuller is told: "Accesso Rossi", "Fall Huber"."""

import re

from bot.understanding.reading import Fact
from bot.understanding.rights.rarity import rarity
from bot.understanding.where.places import is_place
from bot.understanding.who.names import is_given, is_ordinary, is_organisation, key_of, words_from
from bot.understanding.who.wishes import is_said
from bot.understanding.wordlists import word_lists

_MOST = 60  # words that are looked at: notes are short
_BETWEEN = 2  # words between what it is about and the name
_RARE = 6.0  # one message in 400 has the word: most surnames are rarer, most words of a desk are not
_BEGINS = re.compile(r"(?:^|[\n.!?:;|(]\s{0,3}|\s[–—-]\s)[\"“«#]?$")
_JOINED = " '’"
_ENDS = re.compile(r"\s*(?:[,.:;!?)|\n]|[–—-]\s|$)")


def nicknamed(text: str, start: int, end: int) -> Fact[str] | None:
    """The first surname behind such a word at the beginning of a sentence or behind a colon."""
    lists = word_lists("names")
    words = words_from(text, start, end, most=_MOST)
    for at, word in enumerate(words[:-1]):
        led = at > 0 and key_of(words[at - 1][0]) in lists["between_matter"]  # "account deletion Bell"
        begin = words[at - led].start()
        if key_of(word[0]) not in lists["matters"] or not _BEGINS.search(text[max(start, begin - 6) : begin]):
            continue
        behind = at + 1
        while behind <= at + _BETWEEN and key_of(words[behind][0]) in lists["between_matter"]:
            behind += 1
            if behind == len(words):
                return None
        name = words[behind]
        if any(sign not in _JOINED and not sign.isalpha() for sign in text[word.end() : name.start()]):
            continue
        if _is_surname(name[0]) and (_ENDS.match(text, name.end(), end) or is_said(text[name.end() : name.end() + 60])):
            return Fact(name[0], name[0], name.span(), 0.6, "name")
    return None


def _is_surname(word: str) -> bool:
    if not word[0].isupper() or word.isupper() or is_ordinary(word) or is_organisation(word) or is_place(word):
        return False
    if key_of(word) in word_lists("names")["of_matters"]:
        return False  # "Access granted", "Fall Eilt"
    return is_given(word) or rarity(key_of(word)) > _RARE
