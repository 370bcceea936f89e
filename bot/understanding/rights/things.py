"""Whether a few words speak of things and doings of an office alone (`data/things.toml`): "take me off the rota",
"mandami una copia del verbale", "who took my umbrella?"; or of what customers complain about besides their data:
"customer complains about the noise".

Their verbs are those of a request, their things are nobody's data. Such a text is left alone only where every other
word of it is known to be as plain: beside anybody's name, data, number or address, or any rarer word, it is read as any
other.
"""

import re
from functools import cache
from itertools import pairwise

from bot.understanding.language import LANGUAGES, is_small
from bot.understanding.rights.features import seen
from bot.understanding.who.looked import WORD, Looked, Signs, looked_at
from bot.understanding.who.names import is_given, is_title
from bot.understanding.wordlists import whole_words, word_lists

_SHORT = 140  # characters
_TELLS_WHO = re.compile(r"@|://|\d{4}")
# Who is asked for something, not what "you" do: "can you", "könntet ihr"
_ASKED = frozenset((("CAN", "YOU"), ("YOU", "CAN")))
# What somebody wants done, with a thing or with their data
_WISHES = frozenset(("DELETE", "CORRECT", "FREEZE", "WITHDRAW", "COPY", "SEE", "SEND", "STOP"))
_PARTS = re.compile(r"[,.;:!?()\n–—]| (?:and|en|und|et|y|e|oraz|i|but|maar|aber|mais|pero|ma|mas|ale) ")
_CAPITAL = re.compile(r"[^\W\d_][\w'’-]*")


def is_of_things(text: str) -> bool:
    """Whether nothing but such things is spoken of."""
    if len(text) > _SHORT or _TELLS_WHO.search(text):
        return False
    looked = looked_at(text)
    plain, grumbling = word_lists("things")["plain"], word_lists("things")["grumbling"]
    if not any(
        _all_plain(looked, language, kind, concepts)
        for language in LANGUAGES
        for kind, concepts in ((language, plain), (f"goods_{language}", grumbling))
    ):
        return False
    return not any(is_title(word) or (word[0].isupper() and is_given(word)) for word in _CAPITAL.findall(text))


def _all_plain(looked: Looked, language: str, kind: str, concepts: frozenset[str]) -> bool:
    """Whether one of a language's things is named, and every other word is as plain as these concepts."""
    if not _signs(kind).stand_in(looked):
        return False
    things = whole_words("things", kind)
    if things.search(looked.folded) is None:
        return False
    return all(_is_plain(part, language, things, concepts) for part in _PARTS.split(looked.folded))


def _is_plain(part: str, language: str, things: re.Pattern[str], concepts: frozenset[str]) -> bool:
    """Whether a part of a text says nothing else, and wants only what is done with a thing: in "take me off, I can't
    come to the meeting" the wish has no thing of its own."""
    said = word_lists("things")[f"said_{language}"]
    pieces = things.split(part)
    words = [word for piece in pieces for word in WORD.findall(piece)]
    names = [seen(word, (language,)).name for word in words]
    for word, name in zip(words, names, strict=True):
        if name not in concepts and word not in said and (name.isupper() or not is_small(word)):
            return False
    if len(pieces) == 1 and not _WISHES.isdisjoint(names):
        return False
    if "WHO" in names and "SEE" in names:
        return False  # who read it is told to whose it is
    pairs = list(pairwise(names))
    about_me = any(one == "ABOUT" and other in ("ME", "I") for one, other in pairs)
    return not about_me and names.count("YOU") <= sum(pair in _ASKED for pair in pairs)


@cache
def _signs(kind: str) -> Signs:
    return Signs(word_lists("things")[kind])
