"""Whether a court, the police or another authority demands data: a letter for the lawyers, whatever right it sounds
like. Not where customers say that they turn to the police, or that the tax office wants something of them."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from operator import itemgetter

from bot.understanding.who.kin import held, is_relative
from bot.understanding.who.looked import WORD, Signs, looked_at
from bot.understanding.wordlists import alternatives, holds, word_lists

_NEAR = 60  # characters before an authority in which somebody turns to it
_BEHIND = 40  # and behind what it orders, in which that is only announced, or a debt
_TOLD = "held|ruled|decided|that|hat|entschieden|dass|que|che|ze"  # of a judgment
_SIGNATURE = 150  # characters behind the last sentence in which its writer signs; further on others are quoted
_ENDS = re.compile(r"[.!?;:]\s|\n")
# In French a contract of insurance, or a typeface
_POLICY = re.compile(
    r"(?<!\w)(?:(?:numero|num|n[°ºo.]{0,2}) de police|"
    r"police(?= (?:n[°ºo.]{1,2}|numero|d'assurance|de caractere|auto|habitation)|[ :°º]{1,3}[0-9]))(?!\w)"
)
_OF_DATA = 80  # characters behind a demand in which data are named


def demand_in(text: str, read: Sequence[tuple[int, int]], *, served: bool = True) -> tuple[int, int] | None:
    """Where something is demanded that is not the writer's own: "court order", "the police request". `read`: the
    sentences that count, in the text's order; what is only quoted does not. `served`: also where a court's order is
    named, and nobody who gave it."""
    if not read:
        return None
    looked = looked_at(text)
    if not _named().stand_in(looked) or speaks_of_own(text):
        return None
    folded = _without_policies(looked.folded)[: read[-1][1] + _SIGNATURE]
    patterns = (*((_one_of("instruments"),) if served else ()), _demand(), _presented())
    found = next((match for one in patterns if (match := _first(one, folded, read))), None) or _signed().search(folded)
    if found is None and any(_first(one, folded, read) for one in (_of_others(), _one_of("addressed"))):
        found = next((m for m in _official_voice().finditer(folded) if not _turned_to(folded, m.start())), None)
    return found.span() if found else None


def speaks_of_own(text: str) -> bool:
    """Whether it speaks of the writer's own data, or of a relative's."""
    looked = looked_at(text)
    if held(looked, _mine_but_me())[0]:
        return True
    mine, about, myself = word_lists("flags")["mine"], word_lists("demands")["about"], word_lists("demands")["myself"]
    return any((a in mine and is_relative(b)) or (a in about and b in myself) for a, b in pairwise(looked.words))


def may_be_demand(text: str, low: int, high: int) -> bool:
    """Whether the word heard at text[low:high] can tell of a demand: not "investigate my refund", "I'll call the
    police"."""
    folded = _without_policies(looked_at(text).folded)
    said = WORD.findall(folded, low, high)
    if not said:
        return False
    if all(holds("demands", "weak", word) for word in said):
        named = any(not _turned_to(folded, other.start()) for other in _authority().finditer(folded))
        return named or _official().search(folded) is not None
    return not _turned_to(folded, low) and not _dropped(folded, high)


@cache
def _named() -> Signs:
    """The words of which there is one wherever something is demanded."""
    lists = word_lists("demands")
    return Signs(lists["instruments"] | lists["authorities"] | lists["ranks"] | {"court"})


@cache
def _mine_but_me() -> frozenset[str]:
    return word_lists("flags")["mine"] - word_lists("demands")["myself"]


def _first(pattern: re.Pattern[str], folded: str, read: Sequence[tuple[int, int]]) -> re.Match[str] | None:
    """The first place in the sentences that count of which customers don't only tell."""
    for match in pattern.finditer(folded):
        at = bisect_right(read, match.start(), key=itemgetter(0))
        if at and match.end() <= read[at - 1][1] and not _is_told(folded, match):
            return match
    return None


def _is_told(folded: str, match: re.Match[str]) -> bool:
    """Whether customers only tell of what stands there: "the police asked me", "I'll get a court order"."""
    own = any(map(_customers().fullmatch, WORD.findall(folded, *match.span())))
    return own or _is_of_goods(folded, match) or _turned_to(folded, match.start()) or _dropped(folded, match.end())


def _is_of_goods(folded: str, match: re.Match[str]) -> bool:
    """Whether the customs, or who else has much to do with firms, want something that is no data: an invoice."""
    soft = _one_of("soft").search(folded, *match.span()) is not None
    return soft and _one_of("data").search(folded, match.start(), match.end() + _OF_DATA) is None


def _without_policies(folded: str) -> str:
    """The folded text without the numbers of policies, which are no police."""
    return _POLICY.sub(lambda found: " " * len(found[0]), folded) if "police" in folded else folded


def _turned_to(folded: str, at: int) -> bool:
    """Whether somebody turns to the authority that is named there, or calls what it serves their own: "my warrant"."""
    before = WORD.findall(_ENDS.split(folded[max(0, at - _NEAR) : at])[-1])
    mine = before[-1:] and before[-1] in word_lists("flags")["mine"]
    return bool(mine) or not word_lists("demands")["turns"].isdisjoint(before[-6:])


def _dropped(folded: str, at: int) -> bool:
    """Whether what stands behind tells of what these do to the customer, of a debt, or of a threat."""
    return _told_behind().match(folded, at, at + _BEHIND) is not None


def _any_of(kind: str) -> str:
    return alternatives(word_lists("demands")[kind])


@cache
def _one_of(kind: str) -> re.Pattern[str]:
    """A word or phrase of that list."""
    return re.compile(rf"(?<!\w)(?:{_any_of(kind)})(?!\w)")


@cache
def _authority() -> re.Pattern[str]:
    named = word_lists("demands")["authorities"] - word_lists("demands")["weak"] - {"tax office", "tax authority"}
    return re.compile(rf"(?<!\w)(?:{alternatives(named)})(?!\w)")


@cache
def _official_voice() -> re.Pattern[str]:
    """An authority, or who writes for one: "KHK Meier"."""
    named = word_lists("demands")["authorities"] | word_lists("demands")["ranks"]
    courts = rf"(?:{_any_of('courts')}) court|court of"
    return re.compile(rf"(?<!\w)(?:{alternatives(named - {'court'})}|{courts})(?!\w)")


@cache
def _official() -> re.Pattern[str]:
    """An address of an authority: "hollis@northpolice.example"."""
    return re.compile(rf"@[\w.-]{{0,60}}(?:{_any_of('domains')})[\w-]{{0,30}}\.")


@cache
def _demand() -> re.Pattern[str]:
    verbs, letters, senders = map(_any_of, ("demands", "letters", "senders"))
    authority = rf"(?:{_any_of('authorities')})(?!\w)"
    between = r"[ ,()-]{1,3}"
    return re.compile(
        rf"(?<!\w)(?:(?:{letters}) (?:{senders}) {authority}|"
        rf"{authority}(?:{between}(?!(?:{_TOLD}|{_any_of('namesakes')})(?!\w))[\w'-]{{1,30}}){{0,7}}?{between}"
        rf"(?:{verbs})(?!\w))"
    )


@cache
def _presented() -> re.Pattern[str]:
    """An authority that says who it is: "this is Kent Police"."""
    named = alternatives(word_lists("demands")["authorities"] | word_lists("demands")["ranks"])
    return re.compile(rf"(?<!\w)(?:{_any_of('presents')})(?: [\w'-]{{1,30}}){{0,2}}? (?:{named})(?!\w)")


@cache
def _signed() -> re.Pattern[str]:
    """A rank beside an authority: "KHK Meier, Polizei Köln"."""
    rank, authority = (rf"(?<!\w)(?:{_any_of(kind)})(?!\w)" for kind in ("ranks", "authorities"))
    between = r"[ .,()-]{1,3}(?:[\w'-]{1,30}[ .,()-]{1,3}){0,4}?"
    return re.compile(rf"{rank}{between}{authority}|{authority}{between}{rank}")


@cache
def _of_others() -> re.Pattern[str]:
    """Whom the firm serves or employs: "your customer Tom Bell"; not "your customer service"."""
    return re.compile(rf"(?<!\w)(?:{_any_of('theirs')})(?!\w)(?! (?:{_any_of('firms')})(?!\w))")


@cache
def _customers() -> re.Pattern[str]:
    return re.compile(_any_of("customers"))


@cache
def _told_behind() -> re.Pattern[str]:
    told = "|".join(map(_any_of, ("announces", "namesakes", "lies")))
    return re.compile(
        rf"[\s-](?:(?:[\w']{{1,20}} )?(?:{_any_of('customers')})|{told}|"
        rf"(?:[\w']{{1,20}} ){{0,2}}?(?:{_any_of('pays')}))(?:(?<=')|(?!\w))"
    )
