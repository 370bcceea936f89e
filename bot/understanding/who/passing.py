"""Whether a child is only told of in passing, where the writer asks for what is their own: "The bike for my daughter
(8) broke. Please delete my account."

Only across sentences: "my daughter is 8, delete my account" may be about hers.
"""

from collections.abc import Sequence

from bot.understanding.who.kin import is_in, is_relative
from bot.understanding.who.looked import LOOKED_AT, WORD, looked_at
from bot.understanding.wordlists import word_lists

_NEAR = 3  # words between "my" and a daughter or a thing
_TOLD = 5  # words of a sentence that tells something
# What hangs on a verb in the south: "cancellatela", "apaguem-na"
_HUNG = ("tela", "telo", "tele", "teli", "nla", "nlo", "nlas", "nlos", "-la", "-lo", "-na", "-no", "-las", "-los")
Spans = Sequence[tuple[int, int]]


def in_passing(text: str, low: int, sentences: Spans, wishes: Spans) -> bool:
    """Whether the sentence at `low` tells of a child of the writer's, nothing of whose is spoken of, and each of the
    `wishes` is for what is the writer's own."""
    folded = looked_at(text).folded
    here = _around(low, sentences)
    asked = {_around(start, sentences) for start, _ in wishes}
    if not wishes or here is None or here in asked or here[1] > LOOKED_AT:
        return False
    if not _of_child(WORD.findall(folded, *here)):
        return False
    if not all(span is not None and _of_own(WORD.findall(folded, *span)) for span in asked):
        return False
    return not any(
        any(is_in(word, "deals") or is_in(word, "held") for word in words)
        for span in sentences
        if span not in asked and (words := WORD.findall(folded, *span)) and (span == here or _of_them(words))
    )


def _around(at: int, sentences: Spans) -> tuple[int, int] | None:
    return next((span for span in sentences if span[0] <= at < span[1]), None)


def _of_child(words: Sequence[str]) -> bool:
    """Whether it tells something of a child of the writer's: "the bike of my daughter broke", not "my son (8)"."""
    return len(words) >= _TOLD and any(
        is_in(word, "ours") and any(is_in(near, "children") for near in words[at + 1 : at + _NEAR])
        for at, word in enumerate(words)
    )


def _of_own(words: Sequence[str]) -> bool:
    """Whether a wish is for the writer's own data, or to be left alone, and for nobody else's."""
    lists = word_lists("flags")
    own = not lists["myself"].isdisjoint(words)
    for at, word in enumerate(words):
        following = words[at + 1 : at + 1 + _NEAR]
        something = any(is_in(one, "held") for one in following)
        if is_relative(word) or is_in(word, "them") or word.endswith(("'s", *_HUNG)):
            return False
        if word in lists["theirs"] and something:
            return False
        own = own or (word in lists["mine"] and something)
    return own


def _of_them(words: Sequence[str]) -> bool:
    """Whether it may tell more of the child: "she signed up last week"."""
    return any(is_in(word, kind) for word in words for kind in ("them", "they_there", "theirs", "children"))
