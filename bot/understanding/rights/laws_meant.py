"""Whether somebody who names a law asks under it (`data/laws_meant.toml`): "not under the GDPR" and "the CCPA does not
apply to me" deny one, and a notice or a footer of the company only tells of one.

What is denied by mistake is not lost: where no other law is named, it stays one of those that may hold (`laws.py`).
"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from itertools import islice
from typing import NamedTuple

from bot.understanding.wordlists import DATA, alternatives

_BEFORE, _BEHIND, _SENTENCE = 80, 60, 200  # characters that are looked at
_MOST_AHEAD = 3  # words behind a law in which "but" is looked for
_TOKEN = re.compile(r"[^\W\d_]+(?:'t\b)?|\d+|[^\w\s]")
_NOT_ENDING = "n't"
_ABBREVIATED = frozenset(("art", "arts", "abs", "n", "no", "nr", "sec", "gem", "par", "lit", "s", "u"))
_SKIPPED = frozenset(("'", "(", ")", '"', "§", "«", "»", "-"))
_ENDS_SENTENCE = re.compile(r"(?<!\bart)(?<!\babs)(?<!\bnr)(?<!\bno)(?<!\bgem)(?<!\bsec)[.!?][\"')]*\s|\n")
_FOOTER = re.compile(r"^[ \t]*(?:--|---|__|___)[ \t]*$", re.MULTILINE)
_ADDRESS = re.compile(r"://|\bwww\.|\w\.\w{2,}/|@\w+\.\w|\S@ | @\w")
_CITES = re.compile(r"\s(?:art|inciso|paragrafo)")
_FEW_WORDS = r"\s(?:[\w'-]{1,20}\s){0,3}?"


class _Words(NamedTuple):
    not_: frozenset[str]
    links: frozenset[str]
    grounds: frozenset[str]
    stems: tuple[str, ...]  # of grounds
    instead: frozenset[str]
    asks: tuple[str, ...]
    joins: frozenset[str]
    no_is_in: frozenset[str]
    rather: re.Pattern[str]
    behind: re.Pattern[str]
    certified: re.Pattern[str]
    told: re.Pattern[str]


def meant(folded: str, spans: Sequence[tuple[int, int]], body: int = 0) -> list[bool]:
    """For each law that is named at a span, in their order: whether it is asked under.

    `body`: where the words of the person begin, behind a colleague's and the header of what was forwarded."""
    denied = _denied(folded, spans)
    footer = _FOOTER.search(folded, body)
    foot = footer.start() if footer else len(folded)
    told = [start >= foot or _told(folded, start) or _in_address(folded, start, end) for start, end in spans]
    return [not (no or only_told) for no, only_told in zip(denied, told, strict=True)]


def _denied(folded: str, spans: Sequence[tuple[int, int]]) -> list[bool]:
    """A denial reaches over laws that are only joined to one another."""
    ends, starts = [0, *(end for _, end in spans)], [*(start for start, _ in spans[1:]), len(folded)]
    before = [_denied_before(folded, *span, low) for span, low in zip(spans, ends, strict=False)]
    behind = [_denied_behind(folded, end, high) for (_, end), high in zip(spans, starts, strict=True)]
    joined = [_joined(folded[end:start]) for end, start in zip(ends[1:], starts[:-1], strict=False)]
    for at in range(1, len(spans)):
        before[at] = before[at] or (before[at - 1] and joined[at - 1])
    for at in range(len(spans) - 2, -1, -1):
        behind[at] = behind[at] or (behind[at + 1] and joined[at])
    return [one or other for one, other in zip(before, behind, strict=True)]


def _denied_before(folded: str, start: int, end: int, low: int) -> bool:
    """ "not under the", "no por el", "instead of the" before a law: no other words stand between."""
    words = _words()
    low = max(low, start - _BEFORE)
    before = list(_TOKEN.finditer(folded, low, start))
    grounded = _contrasted(folded, end)
    while before:
        last = before.pop()
        word = last[0]
        if (word in words.not_ or word.endswith(_NOT_ENDING)) and (
            grounded or _sets_apart(word, before, folded[last.end() : start])
        ):
            return True
        ground = word in words.grounds or word.startswith(words.stems)
        small = word in words.links or word.isdigit() or word in _SKIPPED
        abbreviates = last[0] == "." and bool(before) and before[-1][0] in _ABBREVIATED
        if not (ground or small or abbreviates):
            return any(m.start() <= last.start() < m.end() for m in words.rather.finditer(folded, low, start))
        grounded = grounded or ground
    return False


def _sets_apart(word: str, before: Sequence[re.Match[str]], behind: str) -> bool:
    """Whether a "not" sets a law apart from one that counts: "the GDPR, not the CCPA"; but "a lei, no artigo 18"."""
    last = before[-1][0] if before else ","
    if word == "no" and (last in _words().no_is_in or _CITES.match(behind)):
        return False
    return last == "(" or last in _words().joins


def _contrasted(folded: str, end: int) -> bool:
    """ "not GDPR but LGPD", "no GDPR request"."""
    words = _words()
    behind = (match[0] for match in _TOKEN.finditer(folded, end, end + _BEHIND))
    near = [word for word in islice(behind, _MOST_AHEAD) if word not in _SKIPPED]
    return any(word in words.instead for word in near) or any(near[0].startswith(ask) for ask in words.asks if near)


def _denied_behind(folded: str, end: int, high: int) -> bool:
    high = min(high, end + _BEHIND)
    return bool(_words().behind.match(folded, end, high) or _words().certified.match(folded, end, high))


def _joined(between: str) -> bool:
    """Whether one law follows another in a list: "or the", ",", "nor under the"."""
    words = _words()
    first, *rest = _TOKEN.findall(between) or [""]
    if first == ",":
        if not rest:
            return True
        first, *rest = rest
    return first in words.joins and all(t in words.links or t in words.grounds or t.isdigit() for t in rest)


def _in_address(folded: str, start: int, end: int) -> bool:
    """Whether it is a part of a link or an address: "x.example/ccpa", "gdpr@x.example"."""
    low, high = max(0, start - _BEFORE), end + _BEHIND
    before, behind = re.split(r"\s", folded[low:start])[-1], re.split(r"\s", folded[end:high])[0]
    return _ADDRESS.search(f"{before} {behind}") is not None


def _told(folded: str, start: int) -> bool:
    """Whether the sentence up to a law speaks of a notice; not "as your notice and the CCPA say"."""
    low = max(0, start - _SENTENCE)
    for match in _ENDS_SENTENCE.finditer(folded, low, start):
        low = match.end()
    tokens = [t for t in _TOKEN.findall(folded, max(low, start - _BEFORE), start) if t not in _words().links]
    if tokens and tokens[-1] in _words().joins - {","}:
        return False
    return _words().told.search(folded, low, start) is not None


@cache
def _words() -> _Words:
    raw = tomllib.loads((DATA / "laws_meant.toml").read_text(encoding="utf-8"))
    denied = raw["denied"]
    grounds = denied["grounds"].split()
    behind = alternatives(phrase.replace(" ... ", "^") for phrase in denied["behind"]).replace(r"\^", _FEW_WORDS)
    who = alternatives(denied["who"].split())
    return _Words(
        not_=frozenset(denied["not"].split()),
        links=frozenset(denied["links"].split()),
        grounds=frozenset(grounds),
        stems=tuple(word[:-1] for word in grounds if word.endswith("*")),
        instead=frozenset(denied["instead"].split()),
        asks=tuple(denied["asks"].split()),
        joins=frozenset(denied["joins"].split()),
        no_is_in=frozenset(denied["no_is_in"].split()),
        rather=re.compile(rf"(?<!\w)(?:{alternatives(denied['rather'])})(?!\w)"),
        behind=re.compile(rf"(?:[^.,;:!?\n]{{0,25}}|\s?,\s(?:{who})\s[^.,;:!?\n]{{0,12}})(?<!\w)(?:{behind})(?!\w)"),
        certified=re.compile(rf"[\s-](?:{alternatives(denied['certified'].split())})(?!\w)"),
        told=re.compile(rf"(?<!\w)(?:{alternatives(raw['told']['notices'])})(?!\w)"),
    )
