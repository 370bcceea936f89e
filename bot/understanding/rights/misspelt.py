"""A name that was written wrongly, told by two spellings that stand beside each other: "Delivery great. The label said
Gareth, I'm Garth."; or by a letter of it: "same lady as last week, it's KRISTIN with a K".

Nothing is asked for in so many words, so beside other matters it is lost where the message is read as a whole. It is
asked about where the right spelling is said to be somebody's (`data/misspelt.toml`).
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from rapidfuzz.distance import Levenshtein

from bot.rights import Right
from bot.understanding.rights.message import Message
from bot.understanding.rights.verdict import Verdict, question_about
from bot.understanding.who.looked import LOOKED_AT
from bot.understanding.who.names import is_ordinary
from bot.understanding.wordlists import alternatives, word_lists
from bot.understanding.words import fold, fold_text

_NAME = re.compile(r"(?<![\w@.'’-])[^\W\d_a-zß-ÿ][^\W\d_]{1,20}(?![\w@])")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_MOST = 200  # words with a capital letter that are looked at
_NEXT = 3  # of them, behind the first spelling
_FARTHEST = 60  # characters between the two
_BEFORE = 3  # words before the second one, of which one says that it is somebody's
_SHORTEST = 3  # letters of a name; of those that differ in nothing but accents any number
_OTHERS, _SHARE = 2, 0.4  # letters that differ at the most, and their share of the shorter name


def misspelt(message: Message, verdict: Verdict) -> Verdict | None:
    """The question whether a name is to be corrected, or None."""
    text, lists = message.text[:LOOKED_AT], word_lists("misspelt")
    told = [(wrong.end(), right, (wrong.start(), right.end())) for wrong, right in _spellings(text)]
    told += [(max(0, name.start() - _FARTHEST), name, name.span()) for name in _by_letter(text)]
    for begin, right, span in told:
        between = _WORD.findall(fold(text[begin : right.start()]))[-_BEFORE:]
        if not lists["being"].isdisjoint(between) and lists["denied"].isdisjoint(between):
            return question_about(Right.RECTIFICATION, span, message.text, verdict, reader="spelling")
    return None


def _spellings(text: str) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """Names that may be two spellings of one, and stand beside each other."""
    names = list(islice(_NAME.finditer(text), _MOST))
    for at, one in enumerate(names):
        for other in names[at + 1 : at + 1 + _NEXT]:
            near = other.start() - one.end() <= _FARTHEST
            if near and _alike(one[0], other[0]) and not is_ordinary(one[0]) and not is_ordinary(other[0]):
                yield one, other


def _by_letter(text: str) -> Iterator[re.Match[str]]:
    """Names that are spelt by a letter of theirs."""
    folded = fold_text(text)
    for name in islice(_NAME.finditer(text), _MOST):
        if _letter().match(folded, name.end()) and not is_ordinary(name[0]):
            yield name


@cache
def _letter() -> re.Pattern[str]:
    """A letter behind which nothing goes on: in "con i bambini" it is a word."""
    behind = alternatives(word_lists("misspelt")["by_letter"])
    return re.compile(rf" (?:{behind}) ['\"]?[a-z](?:'?s)?['\"]?(?=\s{{0,3}}(?:[,.;:!?)–—\n]|\Z))")


def _alike(one: str, other: str) -> bool:
    """Whether two words may be spellings of one name, and not the same: one that only goes on may be another form of
    it ("Anna", "Annas")."""
    first, second = fold(one), fold(other)
    if first == second:
        return one.lower() != other.lower()  # "Bo", "Bø"
    least = min(len(first), len(second))
    if least < _SHORTEST or first.startswith(second) or second.startswith(first):
        return False
    differ = Levenshtein.distance(first, second, score_cutoff=_OTHERS)
    return differ <= _OTHERS and differ <= _SHARE * least and (differ == 1 or first[0] == second[0])
