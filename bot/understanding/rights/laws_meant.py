"""Whether somebody who names a law asks under it (`data/laws_meant.toml`): "not under the GDPR" and "the CCPA does not
apply to me" deny one, and a notice or a footer of the company only tells of one.

Nor is one denied that somebody leaves open ("if the GDPR does not apply"), of which others say so ("you told me that
the GDPR does not apply"), or that we are said not to keep ("you do not apply the GDPR").

What is denied by mistake is not lost: where no other law is named, it stays one of those that may hold (`laws.py`).
"""

import re
from collections.abc import Sequence
from enum import Enum, auto
from functools import cache
from itertools import islice
from typing import NamedTuple

from bot.toml import read_toml
from bot.understanding.wordlists import DATA, alternatives

_BEFORE, _BEHIND, _SENTENCE = 80, 60, 200  # characters that are looked at
_MOST_AHEAD = 3  # words behind a law in which "but" is looked for
_TOKEN = re.compile(r"[^\W\d_]+(?:'t\b)?|\d+|[^\w\s]")
_NOT_ENDING = "n't"
_ABBREVIATED = frozenset(("art", "arts", "abs", "n", "no", "nr", "sec", "gem", "par", "lit", "s", "u"))
_SKIPPED = frozenset(("'", "(", ")", '"', "§", "«", "»", "-"))
_PARTS = frozenset(",;:-")
_MOST_FOOTERS = 20
_ENDS_SENTENCE = re.compile(r"(?<!\bart)(?<!\babs)(?<!\bnr)(?<!\bno)(?<!\bgem)(?<!\bsec)[.!?][\"')]*\s|\n")
_FOOTER = re.compile(r"^[ \t]*(?:--|(?P<drawn>---|__|___))[ \t]*$", re.MULTILINE)
_ADDRESS = re.compile(r"://|\bwww\.|\w\.\w{2,}/|@\w+\.\w|\S@ | @\w")
_ASKED = re.compile(r"[^.!?\n]{0,30}\?")
_CITES = re.compile(r"\s(?:art|inciso|paragrafo)")
_FEW_WORDS = r"\s(?:[\w'-]{1,20}\s){0,3}?"
_TO_YOU = 4  # words from "you" to the "not" that is said of you: "you have got no"


class Meant(Enum):
    """How somebody who names a law means it."""

    ASKED = auto()
    MENTIONED = auto()  # in words about our notice, or below a line that is drawn: perhaps so
    NOT_ASKED = auto()  # denied, or in a notice or an address


class _Words(NamedTuple):
    not_: frozenset[str]
    links: frozenset[str]
    grounds: frozenset[str]
    stems: tuple[str, ...]  # of grounds
    instead: frozenset[str]
    asks: tuple[str, ...]
    joins: frozenset[str]
    no_is_in: frozenset[str]
    you: frozenset[str]
    opens: frozenset[str]
    rather: re.Pattern[str]
    open_: re.Pattern[str]
    if_: re.Pattern[str]
    behind: re.Pattern[str]
    certified: re.Pattern[str]
    told: re.Pattern[str]
    yours: re.Pattern[str]


def meant(folded: str, spans: Sequence[tuple[int, int]], body: int = 0) -> list[Meant]:
    """For each law that is named at a span, in their order: whether it is asked under.

    `body`: where the words of the person begin, behind a colleague's and the header of what was forwarded."""
    denied = _denied(folded, spans)
    footers = list(islice(_FOOTER.finditer(folded, body), _MOST_FOOTERS))
    foot = next((one.start() for one in footers if not one["drawn"]), len(folded))
    line = footers[0].start() if footers else len(folded)

    def of(start: int, end: int) -> Meant:
        clause = _clause(folded, start)
        if start >= foot or _in_address(folded, start, end) or _told(folded, start, end, clause, _words().told):
            return Meant.NOT_ASKED
        perhaps = start >= line or _told(folded, start, end, clause, _words().yours)
        return Meant.MENTIONED if perhaps else Meant.ASKED

    return [Meant.NOT_ASKED if no else of(*span) for no, span in zip(denied, spans, strict=True)]


def _denied(folded: str, spans: Sequence[tuple[int, int]]) -> list[bool]:
    """A denial reaches over laws that are only joined to one another; "nor" says of the next one what was said of the
    one before: "do not forget the GDPR nor the CCPA" denies neither."""
    ends, starts = [0, *(end for _, end in spans)], [*(start for start, _ in spans[1:]), len(folded)]
    before = [_denied_before(folded, *span, low) for span, low in zip(spans, ends, strict=False)]
    behind = [_denied_behind(folded, *span, high) for span, high in zip(spans, starts, strict=True)]
    between = [folded[end:start] for end, start in zip(ends[1:], starts[:-1], strict=False)]
    joined = [_joined(one) for one in between]
    for at in range(1, len(spans)):
        denials = [token for token in _TOKEN.findall(between[at - 1]) if _is_not(token)]
        nor = joined[at - 1] and bool(denials)
        if nor and _denial_before(folded, spans[at - 1][0], ends[at - 1]) == denials[0]:
            before[at - 1] = True  # "ni le CCPA ni la LGPD"
        before[at] = before[at - 1] if nor else before[at] or (before[at - 1] and joined[at - 1])
    for at in range(len(spans) - 2, -1, -1):
        behind[at] = behind[at] or (behind[at + 1] and joined[at])
    return [one or other for one, other in zip(before, behind, strict=True)]


def _denial_before(folded: str, start: int, low: int) -> str | None:
    """The word before a law, and before the article, where it denies: "ni le"."""
    words = _TOKEN.findall(folded, max(low, start - _BEFORE), start)[-2:]
    return next((word for word in reversed(words) if _is_not(word)), None)


def _denied_before(folded: str, start: int, end: int, low: int) -> bool:
    """ "not under the", "no por el", "instead of the" before a law: no other words stand between."""
    words = _words()
    low = max(low, start - _BEFORE)
    before = list(_TOKEN.finditer(folded, low, start))
    grounded = _contrasted(folded, end)
    while before:
        last = before.pop()
        word = last[0]
        if _is_not(word) and (grounded or _sets_apart(word, before, folded[last.end() : start])):
            if word.endswith(_NOT_ENDING) and _ASKED.match(folded, end):  # "Isn't the GDPR made for this?"
                return False
            return not (_is_open(folded, start) or _of_you([token[0] for token in before]))
        ground = word in words.grounds or word.startswith(words.stems)
        small = word in words.links or word.isdigit() or word in _SKIPPED
        abbreviates = last[0] == "." and bool(before) and before[-1][0] in _ABBREVIATED
        if not (ground or small or abbreviates):
            if before and _is_not(before[-1][0]):  # "do not forget the GDPR"
                return False
            return any(m.start() <= last.start() < m.end() for m in words.rather.finditer(folded, low, start))
        grounded = grounded or ground
    return False


def _is_not(word: str) -> bool:
    return word in _words().not_ or word.endswith(_NOT_ENDING)


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


def _of_you(before: Sequence[str]) -> bool:
    """Whether a "not" is said of us: "you do not apply the", "Sie halten sich nicht an die"; not "I told you it is
    not"."""
    words = _words()
    for at in range(len(before) - 1, max(-1, len(before) - 1 - _TO_YOU), -1):
        if before[at] in words.you:
            return at == 0 or not before[at - 1].isalpha() or before[at - 1] in words.opens
    return False


def _denied_behind(folded: str, start: int, end: int, high: int) -> bool:
    high = min(high, end + _BEHIND)
    if _words().certified.match(folded, end, high):
        return True
    denial = _words().behind.match(folded, end, high)
    return denial is not None and not _ASKED.match(folded, denial.end()) and not _is_open(folded, start)


def _is_open(folded: str, start: int) -> bool:
    """Whether somebody leaves open if a law holds, or says that others deny it: "if the", "you told me that the"."""
    words, low = _words(), max(_clause(folded, start), start - _BEFORE)
    return words.if_.search(folded, low, start) is not None or words.open_.search(folded, low, start) is not None


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


def _clause(folded: str, start: int) -> int:
    """Where the sentence begins in which a law is named."""
    low = max(0, start - _SENTENCE)
    for match in _ENDS_SENTENCE.finditer(folded, low, start):
        low = match.end()
    return low


def _told(folded: str, start: int, end: int, low: int, notices: re.Pattern[str]) -> bool:
    """Whether the sentence up to a law speaks of a notice; not "as your notice and the CCPA say", nor "your site has no
    form, so under the CCPA", where a part of its own begins."""
    words = _words()
    tokens = _TOKEN.findall(folded, max(low, start - _BEFORE), start)
    grounded = _contrasted(folded, end)
    while tokens and (tokens[-1] in words.links or tokens[-1] in words.grounds):
        grounded = tokens.pop() in words.grounds or grounded
    if tokens and (tokens[-1] in words.joins - {","} or (grounded and tokens[-1] in _PARTS)):
        return False
    return notices.search(folded, low, start) is not None


@cache
def _words() -> _Words:
    raw = read_toml(DATA / "laws_meant.toml")
    denied = raw["denied"]
    grounds = denied["grounds"].split()
    behind = alternatives(phrase.replace(" ... ", "^") for phrase in denied["behind"]).replace(r"\^", _FEW_WORDS)
    who, only = alternatives(denied["who"].split()), alternatives(denied["only"].split())
    return _Words(
        not_=frozenset(denied["not"].split()),
        links=frozenset(denied["links"].split()),
        grounds=frozenset(grounds),
        stems=tuple(word[:-1] for word in grounds if word.endswith("*")),
        instead=frozenset(denied["instead"].split()),
        asks=tuple(denied["asks"].split()),
        joins=frozenset(denied["joins"].split()),
        no_is_in=frozenset(denied["no_is_in"].split()),
        you=frozenset(denied["you"].split()),
        opens=frozenset(denied["opens"].split()),
        open_=re.compile(rf"(?<!\w)(?:{alternatives(denied['open'])})(?!\w)"),
        if_=re.compile(rf"(?<![\w'])(?:{alternatives(denied['if'].split())})\s(?:[^\W\d_]{{1,3}}['\s]){{0,2}}\Z"),
        rather=re.compile(rf"(?<!\w)(?:{alternatives(denied['rather'])})(?!\w)"),
        behind=re.compile(
            rf"(?:[^.,;:!?\n]{{0,25}}|\s?,\s(?:{who})\s[^.,;:!?\n]{{0,12}})(?<!\w)(?:{behind})(?!\w|(?:\ssie)?\s(?:{only})(?!\w))"
        ),
        certified=re.compile(rf"[\s-](?:{alternatives(denied['certified'].split())})(?!\w)"),
        told=re.compile(rf"(?<!\w)(?:{alternatives(raw['told']['notices'])})(?!\w)"),
        yours=re.compile(rf"(?<!\w)(?:{alternatives(raw['told']['yours'])})(?!\w)"),
    )
