"""Where somebody only is for a while, or was met: "I'm off to Spain", "nächste Woche bin ich in Wien"."""

import re
from functools import cache

from bot.understanding.where.said import ends_with, in_list
from bot.understanding.wordlists import alternatives, word_lists
from bot.understanding.words import fold

# Somebody is about to be there: "I'm off to Spain", "ich fliege nach Spanien"
_AWAY = re.compile(
    r"(?<!\w)(?:(?:off|flying|heading|travell?ing|jetting) to|(?:fliege|fliegen|reise|reisen) nach|vlieg(?:en)? naar|"
    r"viajo a|parto per|viajo para|lecę do|wyjeżdżam do) $",
    re.IGNORECASE,
)
_AWAY_TO = frozenset(("to", "nach", "naar", "a", "per", "para", "do"))  # the last words of these
_IN = frozenset(("in", "te", "en", "a", "au", "aux", "em", "no", "na", "w", "we"))  # before a place, folded
_BEHIND = 30  # characters in which "next week" stands behind a place
_SENTENCE_ENDS = re.compile(r"[.!?;\n]")
_PART_ENDS = re.compile(r"[.!?;,\n]| (?:and|en|und|et|y|e|i) ")  # "ich bin in Wien und will morgen Auskunft"
_WORD = re.compile(r"[^\W\d_]+")


def is_away(before: str, last: str) -> bool:
    """Whether somebody is about to be there, as on a journey. `last`: the last word of `before`."""
    return last in _AWAY_TO and _AWAY.search(before) is not None


def is_elsewhere(words: list[str], at: int) -> bool:
    """Whether a word before a place says that something is held there, or that somebody was spoken to there; not "I
    spoke to Ann Bell from Texas", "to Ann Bell, Texas", nor "to a customer in Texas"."""
    word = words[at]
    if in_list("talks", word):
        callers = word_lists("received")["callers"]
        return in_list("in", words[-1]) and not any(fold(other) in callers for other in words[at + 1 :])
    return in_list("events", word) or ends_with("event_endings", word)


def stays(before: str, behind: str) -> bool:
    """Whether somebody is to be at a place, and not to live there, by the sentence before and the words behind it."""
    sentence = _SENTENCE_ENDS.split(fold(before))[-1]
    words = _WORD.findall(sentence)
    if not words or words[-1] not in _IN or any(in_list("lives", word) for word in words):
        return False
    near = fold(behind[:_BEHIND])
    follows = _WORD.findall(_SENTENCE_ENDS.split(near)[0])
    if any(in_list("of_home", word) for word in (*words, *follows)):
        return False
    if _will_be().search(sentence):
        return True
    after = _PART_ENDS.split(near)[0]
    return any(in_list("am", word) for word in words) and any(map(_soon().search, (sentence, after)))


@cache
def _will_be() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(word_lists('homes')['will_be'])})(?!\w)")


@cache
def _soon() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(word_lists('homes')['soon'])})(?!\w)")
