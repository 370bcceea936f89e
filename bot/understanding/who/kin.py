"""The words for relatives and whose they are, as `data/flags.toml` lists them."""

from collections.abc import Sequence
from functools import cache, lru_cache

from bot.understanding.who.looked import WORD, Looked, Signs
from bot.understanding.wordlists import holds, word_lists


@lru_cache(maxsize=16_384)
def is_in(word: str, kind: str) -> bool:
    """Whether a list holds a folded word, or the beginning of it where that ends in "*"."""
    return holds("flags", kind, word)


def is_relative(word: str) -> bool:
    """Whether it is "mother", "sons", "Sohn's"."""
    return is_in(word.removesuffix("'s"), "relatives") or is_in(word.removesuffix("'s"), "children")


def is_child(folded: str) -> bool:
    """Whether the words name a child: "our son", "my little sister"."""
    words = [word.removesuffix("'s") for word in WORD.findall(folded)]
    small = any(is_in(word, "little") for word in words) and any(is_in(word, "siblings") for word in words)
    return small or any(is_in(word, "children") for word in words)


def may_name_relative(looked: Looked) -> bool:
    """Whether one of its words may be a relative's: told at once, where each word would be asked about."""
    return _relatives().stand_in(looked)


def held(looked: Looked, mine_said: frozenset[str] | None = None) -> tuple[bool, bool]:
    """Whether it speaks of the writer's own data ("my account"), and of somebody's ("her account"). `mine_said`: the
    words for what is the writer's, where not all of the list are."""
    lists = word_lists("flags")
    mine_words, their_words = lists["mine"] if mine_said is None else mine_said, lists["theirs"]
    words = looked.words
    mine = theirs = False
    for at, word in enumerate(words):
        if word in mine_words or word in their_words:
            following = words[at + 1 : at + 4]
            something = any(is_in(w, "held") for w in following)
            mine = mine or (word in mine_words and something and not is_relative(following[0]))
            theirs = theirs or (word in their_words and something and following[0] not in lists["apart"])
        theirs = theirs or is_theirs_behind(words, at)
    return mine, theirs


def is_theirs_behind(words: Sequence[str], at: int) -> bool:
    """Whether a word says whose the thing before it is: "em nome dele", "a conta dela"."""
    behind = word_lists("flags")["theirs_behind"]
    return at > 0 and words[at] in behind and is_in(words[at - 1], "held")


def may_be_theirs(looked: Looked) -> bool:
    """Whether what is asked for may be somebody else's: it is called theirs, or nothing is called the writer's own."""
    mine, theirs = held(looked)
    return theirs or not mine


def only_counts(looked: Looked, at: int) -> bool:
    """Whether a number of children stands there, of whom nothing more is said: "I'm the mother of three"."""
    following = WORD.match(looked.folded, at + (looked.folded[at : at + 1] == " "))
    return following is not None and is_in(following[0], "counts") and not held(looked)[1]


@cache
def _relatives() -> Signs:
    lists = word_lists("flags")
    return Signs(lists["relatives"] | lists["children"])
