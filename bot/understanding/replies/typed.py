"""A name that somebody types when asked for one: "ana diaz", "her name is Ana Diaz", but not "I don't know"."""

import re
from functools import cache

from bot.understanding.replies.answers import phrases, plain
from bot.understanding.replies.days import names_a_day
from bot.understanding.who.callings import cue_before
from bot.understanding.who.cues import Cue
from bot.understanding.who.named import named_in
from bot.understanding.who.names import is_given, is_ordinary, key_of
from bot.understanding.wordlists import word_lists

LONGEST = 200  # characters of an answer
_BRACKETS = re.compile(r"\s*[(\[][^)\]]{0,100}[)\]]")
_NAMED = (Cue.OWN, Cue.SUBJECT, Cue.RELATION, Cue.TITLE)
_MOST = 7  # words of a name


def typed_name(answer: str) -> str | None:
    """The name in a short answer, as it was typed; None where it holds none."""
    answer = " ".join(answer[:LONGEST].split()).strip(" .,;:!")
    if _is_name(answer):
        return answer
    for low, high, _ in named_in(answer, 0, len(answer)):
        return answer[low:high]
    words = answer.split(" ")
    for at in range(1, min(len(words), _MOST)):
        rest = " ".join(words[at:])
        if cue_before(" ".join(words[:at]) + " ") in _NAMED and _is_name(rest):
            return rest
    return None


def _is_name(answer: str) -> bool:
    """Whether it is nothing but a name: of words with capitals, or, in small letters, one that is known or several of
    which none says anything."""
    words = [word.strip(",\"'“”„«»") for word in _BRACKETS.sub("", answer).split(" ")]
    if not 0 < len(words) <= _MOST or not all(words) or re.search(r"[\d?!=/@:]", answer):
        return False
    first, *others = [word for word in words if key_of(word) not in word_lists("names")["links"]] or [""]
    if not first or any(map(_says, words)) or (is_ordinary(first) and not is_given(first)):
        return False
    if any(word.islower() and plain(word) in _no_part_of_name() for word in words):
        return False  # "c'est Odile", "Odile pas Aude"
    if all(word[0].isupper() for word in (first, *others)):
        return True
    if any(key_of(word) in word_lists("names")["not_names"] for word in others):
        return False
    if names_a_day(" ".join(word for word in words if not is_given(word))):
        return False  # "hrs ago"
    caseless = first.lower() == first.upper()  # 李小龙
    return caseless or is_given(first) or (bool(others) and not any(map(is_ordinary, others)))


@cache
def _no_part_of_name() -> frozenset[str]:
    """What says in small letters that somebody is called so, or is not."""
    return phrases("naming") | phrases("is_called") | phrases("says_so") | phrases("not")


def _says(word: str) -> bool:
    """Whether it tells that no name is known, or is a verb run together with a denial: "don't"."""
    return key_of(word) in word_lists("names")["unnamed"] or bool(re.search(r"n['’]t$", word.lower()))
