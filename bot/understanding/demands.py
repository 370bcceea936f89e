"""Whether a court, the police or another authority demands data: a letter for the lawyers, whatever right it sounds
like. Not where customers say that they turn to the police, or that the tax office wants something of them."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from bot.understanding.who.kin import WORD, held, is_relative, looked_at
from bot.understanding.wordlists import alternatives, holds, word_lists

_NEAR = 60  # characters before an authority in which somebody turns to it
_TOLD = r"(?:held|ruled|decided|that|hat|entschieden|dass|que|che|ze)(?!\w)"  # of a judgment
_ENDS = re.compile(r"[.!?;:]\s|\n")


def demand_in(text: str, read: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """Where something is demanded that is not the writer's own: "court order", "the police request". `read`: the
    sentences that count, in the text's order; what is only quoted does not."""
    folded = looked_at(text)
    starts = [start for start, _ in read]
    counted = (
        m for m in _demand().finditer(folded) if (at := bisect_right(starts, m.start())) and m.end() <= read[at - 1][1]
    )
    found = next((match for match in counted if not _turned_to(folded, match.start())), None)
    if found is None or any(map(_customers().fullmatch, WORD.findall(folded, *found.span()))):
        return None
    own = held(folded)[0] or any(a in word_lists("flags")["mine"] and is_relative(b) for a, b in _pairs(folded))
    return None if own or _BEHIND.match(folded, found.end()) else found.span()


def may_be_demand(text: str, low: int, high: int) -> bool:
    """Whether the word heard at text[low:high] can tell of a demand: not "investigate my refund", "I'll call the
    police"."""
    folded = looked_at(text)
    said = WORD.findall(folded, low, high)
    if said and all(holds("demands", "weak", word) for word in said):
        named = any(not _turned_to(folded, other.start()) for other in _authority().finditer(folded))
        return named or _official().search(folded) is not None
    return not _turned_to(folded, low)


def _turned_to(folded: str, at: int) -> bool:
    """Whether somebody turns to the authority that is named there."""
    before = _ENDS.split(folded[max(0, at - _NEAR) : at])[-1]
    return not word_lists("demands")["turns"].isdisjoint(WORD.findall(before)[-6:])


def _pairs(folded: str) -> Iterator[tuple[str, str]]:
    return pairwise(WORD.findall(folded))


@cache
def _authority() -> re.Pattern[str]:
    named = word_lists("demands")["authorities"] - word_lists("demands")["weak"] - {"tax office", "tax authority"}
    return re.compile(rf"(?<!\w)(?:{alternatives(named)})(?!\w)")


@cache
def _official() -> re.Pattern[str]:
    """An address of an authority: "hollis@northpolice.example"."""
    return re.compile(rf"@[\w.-]{{0,60}}(?:{alternatives(word_lists('demands')['domains'])})[\w-]{{0,30}}\.")


@cache
def _demand() -> re.Pattern[str]:
    lists = word_lists("demands")
    verbs, letters, senders = (alternatives(lists[kind]) for kind in ("demands", "letters", "senders"))
    authority = rf"(?:{alternatives(lists['authorities'])})(?!\w)"
    between = r"[ ,()-]{1,3}"
    return re.compile(
        rf"(?<!\w)(?:(?:{alternatives(lists['instruments'])})(?!\w)|(?:{letters}) (?:{senders}) {authority}|"
        rf"{authority}(?:{between}(?!{_TOLD})[\w'-]{{1,30}}){{0,7}}?{between}(?:{verbs})(?!\w))"
    )


@cache
def _customers() -> re.Pattern[str]:
    return re.compile(alternatives(word_lists("demands")["customers"]))


_BEHIND = re.compile(rf"\s(?:{alternatives(word_lists('demands')['customers'])})(?!\w)")
