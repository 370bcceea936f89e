"""Whose home it is where a note names another than the person: "Udo lives in Texas; customer Ann Bell wants ..."."""

import re

from bot.understanding.where.lines import SENTENCE_END
from bot.understanding.where.said import in_list
from bot.understanding.who.names import is_given, is_ordinary, key_of
from bot.understanding.wordlists import word_lists

_MOST = 3  # words of a name
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def is_anothers(before: str, persons: frozenset[str]) -> bool:
    """Whether the words before a place say that somebody lives there who is called by a given name, and who is none of
    the `persons` (words of their names, folded), or a colleague."""
    words = _WORD.findall(SENTENCE_END.split(before)[-1])
    verb = next((at for at in range(len(words) - 1, -1, -1) if in_list("they_live", words[at])), 0)
    if verb and words[verb - 1].lower() in word_lists("flags")["who"] | word_lists("flags")["they"]:
        verb -= 1  # "Udo, who lives in"
    first = verb
    while first and verb - first < _MOST and words[first - 1][0].isupper() and not is_ordinary(words[first - 1]):
        first -= 1
    name = [key_of(word) for word in words[first:verb]]
    if not name or not is_given(name[0]) or not persons.isdisjoint(name):
        return False
    colleague = first > 0 and key_of(words[first - 1]) in word_lists("people")["staff"]
    return bool(persons) or colleague
