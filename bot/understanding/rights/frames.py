"""The frame reader: action + personal object + whose data, from the lexicon of each language.

A hit counts less, or not at all, when it is negated ("don't delete it"), told as a story ("I deleted my file"), or
stands in a sentence that lists rights, asks a colleague about the rules, or closes a matter.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from bot.rights import Right
from bot.understanding.rights.clauses import Clause
from bot.understanding.rights.lexicon import Lexicon
from bot.understanding.rights.patterns import Hit, Line

NEGATION_REACH = 3  # words before a frame that a negation still governs
TOLD = 0.3  # what a story ("I deleted my file") keeps of the weight of an ask
ACROSS = 0.78  # what a frame keeps that reaches over a comma or colon
ANOTHER = 0.25  # what a frame keeps that reaches over the action of another right ("please DELETE all my data")
_ACTIONS = {
    "<erase>": Right.ERASURE,
    "<correct>": Right.RECTIFICATION,
    "<hold>": Right.RESTRICTION,
}
_BREAKS = frozenset(",:")
_RIGHTS = {right.value: right for right in Right}
PHRASE = 6  # words after a frame that may finish its phrase
_JOINS = frozenset(("and", "or", "but", "then", "en", "maar", "dan", "und", "oder", "et", "ou", "y", "o", "e", "i"))
_NOT_COMES_LAST = frozenset(("nl", "de"))  # "verwijder mijn account niet"


class Evidence(NamedTuple):
    """One reason to believe that a right is exercised: who found it, where, and how strong it is (0..1)."""

    right: Right
    weight: float
    start: int
    end: int
    reader: str
    clause: int  # index of the sentence
    negated: bool = False
    bare: bool = False  # names what is held, without a word for seeing it


@dataclass(slots=True)
class Heard:
    """What the frames heard in one sentence: evidence for rights, and the places of each gate."""

    clause: Clause
    evidence: list[Evidence] = field(default_factory=list)
    gates: dict[str, list[tuple[int, int]]] = field(default_factory=dict)  # text offsets
    tags: set[str] = field(default_factory=set)

    def has(self, *names: str) -> bool:
        """True when one of the gates is heard here."""
        return not self.gates.keys().isdisjoint(names)


def heard(index: int, clause: Clause, lexicons: list[Lexicon], repair: bool) -> Heard:
    """Reads one sentence with the lexicons of the languages that it may be in."""
    result = Heard(clause)
    keys = [word.key for word in clause.words]
    breaks = frozenset([i for i, key in enumerate(keys) if key in _BREAKS])
    for lexicon in lexicons:
        if (line := lexicon.line(keys, repair)) is None:
            continue
        result.tags.update(*line.tags)
        gates: dict[str, list[Hit]] = {}
        heard_gates, heard_frames = lexicon.hits(line)
        for entry, hit in heard_gates:
            gates.setdefault(entry.group, []).append(hit)
            result.gates.setdefault(entry.group, []).append(_offsets(clause, hit))
        for entry, hit in heard_frames:
            weight, right = entry.weight, _RIGHTS[entry.group]
            if _told(hit, gates):
                weight *= TOLD
            if breaks and any(hit.first < i < hit.last for i in breaks - hit.used):
                weight *= ACROSS
            if _another_action(right, hit, line):
                weight *= ANOTHER
            reach = _reach(clause, hit) if lexicon.language in _NOT_COMES_LAST else hit.last
            start, end = _offsets(clause, hit)
            negated = _negated(hit, gates, reach, breaks)
            bare = not any("<see>" in tags for tags in line.tags[hit.first : hit.last + 1])
            result.evidence.append(Evidence(right, weight, start, end, "frame", index, negated, bare))
    return result


def _offsets(clause: Clause, hit: Hit) -> tuple[int, int]:
    return clause.words[hit.first].start, clause.words[hit.last].end


def _negated(hit: Hit, gates: dict[str, list[Hit]], end: int, breaks: frozenset[int]) -> bool:
    """A negation just before the frame on this side of a comma, or between its words, that is none of its own words."""
    if "negation" not in gates:
        return False
    lifted = {i for h in gates.get("not_negation", ()) for i in range(h.first, h.last + 1)}
    negations = {h.first for h in gates["negation"]} - lifted - hit.used
    first = hit.first
    while first > max(0, hit.first - NEGATION_REACH) and first - 1 not in breaks:
        first -= 1
    return any(first <= i <= end for i in negations)


def _told(hit: Hit, gates: dict[str, list[Hit]]) -> bool:
    told = gates.get("narrative")
    return told is not None and any(h.first <= hit.last and hit.first <= h.last for h in told)


def whole_ask(e: Evidence, clause: Clause) -> tuple[int, int]:
    """Where the evidence stands, with the few words that finish its phrase ("remove my phone NUMBER FROM YOUR FILES").
    Text offsets."""
    end = e.end
    after = (word for word in clause.words if word.start >= e.end)
    for word, _ in zip(after, range(PHRASE), strict=False):
        if word.key in _JOINS or not word.key[:1].isalnum():
            break
        end = word.end
    return e.start, end


def _another_action(right: Right, hit: Hit, line: Line) -> bool:
    """Whether the words that a frame skips hold what another right would do."""
    if len(hit.used) > hit.last - hit.first:
        return False
    skipped = (i for i in range(hit.first + 1, hit.last) if i not in hit.used)
    return any(_ACTIONS[tag] is not right for i in skipped for tag in line.tags[i] if tag in _ACTIONS)


def _reach(clause: Clause, hit: Hit) -> int:
    """The last word after a frame that can still hold its negation: two words on, not past a comma."""
    last = hit.last
    while last + 1 < len(clause.words) and last < hit.last + 2 and clause.words[last + 1].key.isalnum():
        last += 1
    return last
