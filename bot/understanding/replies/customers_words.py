"""Whether words are the customer's own, as somebody pastes them, or a colleague's: "I have a customer who"."""

from functools import cache
from itertools import pairwise

from bot.understanding.replies.answers import phrases, plain
from bot.understanding.replies.digit_days import weekdays_beside
from bot.understanding.replies.in_touch import of_speaker, with_now_told
from bot.understanding.replies.our_doing import tells_us

_NEAR = 3  # words between what somebody does and to whom


def without_speaker(text: str) -> str:
    """Words without a "me" whom somebody called or wrote to, and a "my" before a customer, a colleague or an inbox:
    a colleague tells that of a customer, too."""
    house = phrases("customers") | phrases("of_house")
    said = pairwise([*with_now_told(text).split(), ""])
    words = [one for one, then in said if plain(one) not in _own() or plain(then) not in house]
    tells = phrases("tells_speaker") | phrases("calls")
    told = {at for at, word in enumerate(words) if plain(word) in tells}
    told_of = of_speaker(words)
    kept = (
        word
        for at, word in enumerate(words)
        if not (at in told_of and plain(word) in _own() | phrases("to_us"))
        and (plain(word) not in phrases("told_speaker") or told.isdisjoint(range(at - _NEAR, at + _NEAR + 1)))
    )
    return " ".join(kept)


def in_customers_words(text: str, others: frozenset[str]) -> bool:
    """Whether a text is the customer's own: no colleague tells by it when something came in."""
    return is_customers(without_speaker(text), others)


def is_customers(text: str, others: frozenset[str]) -> bool:
    """Whether they are the customer's own words: their "yesterday" is another day."""
    own = _own() if "I" in text.split() else _own() - {"i"}  # what is small may be Italian's or Polish's
    words = plain(text).split()
    theirs = (at for at, word in enumerate(words) if word in own and word not in others)
    return tells_us(words) or any(not weekdays_beside(words, at) for at in theirs)  # "ma 2/3" is a Monday


@cache
def _own() -> frozenset[str]:
    return phrases("own") - phrases("polite") - phrases("channels")  # "por" is of "por favor", and "por correo"
