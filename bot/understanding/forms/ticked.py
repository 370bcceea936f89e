"""What the boxes of a form say of a verdict: a right that is ticked by its name is asked for, whatever else was heard,
and a form on which none is ticked is asked about.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from bot.rights import Right
from bot.understanding.forms.boxes import line_end
from bot.understanding.forms.named import in_words_of_law, right_named, says
from bot.understanding.forms.signs import CHECKS, OF_ANSWERS, Box
from bot.understanding.reading import Fact, Meta
from bot.understanding.rights.labels import RIGHTS, label_of
from bot.understanding.rights.verdict import Verdict

_TOLD, _ASKED = 0.9, 0.6  # how surely a right is asked for that is ticked by its name, if it is told, and asked about
_BESIDE = 0.3  # ... from which another right may be asked for besides
_LISTED = 0.3  # how surely one is asked for that stands behind an empty box, where no other is ticked
_RIGHTS = frozenset(RIGHTS)
# What is left empty where somebody says what may be done with their data
_PERMITTED = frozenset((Right.OPT_OUT_MARKETING, Right.OPT_OUT_SALE, Right.LIMIT_SENSITIVE, Right.OBJECTION))


def by_boxes(
    form: Sequence[Box],
    text: str,
    verdict: Verdict,
    *,
    denies: bool,
    filled: Callable[[], bool],
    whole: Callable[[], Verdict],
) -> Verdict:
    """The verdict in which what is ticked is heard, and which asks where that can't be told. `denies`: something is
    denied; `filled`: whether the form says who filled it in; `whole`: the verdict with the words
    behind empty boxes."""
    named = [(box, right) for box in form if (right := right_named(text[box.start : box.end])) is not None]
    of_rights = _of_rights(named, text)
    ticked = [_fact(box, right, text, _ASKED) for box, right in named if box.ticked and box.group in of_rights]
    if ticked:
        silent = verdict.meta is Meta.NONE and not verdict.unsure
        if silent and all(_is_weak(box, text) for box, _ in named if box.ticked) and not filled():
            return verdict
        told = _only_these(form, named, of_rights) and not denies and not silent
        return _heard(ticked, verdict, told=told and filled())
    answered = {box.group for box in form if box.ticked}
    any_ticked = bool(answered)
    spans = [(box.start, box.end) for box in form if box.group not in answered]
    if verdict.rights:
        denied = _stand_in(_lines_denied(form, text), verdict, but=_PERMITTED)
        return replace(verdict, unsure=verdict.unsure or denied or (not any_ticked and _stand_in(spans, verdict)))
    left = of_rights - {OF_ANSWERS, *answered}
    listed = [_fact(box, right, text, _LISTED) for box, right in named if box.group in left]
    if listed and verdict.meta in (Meta.NONE, Meta.REQUEST) and (verdict.unsure or filled()):
        return replace(verdict, candidates=_first(listed, verdict), unsure=True)
    return _of_the_rest(verdict, whole(), spans, filled) if any_ticked else verdict


def _is_weak(box: Box, text: str) -> bool:
    """Whether a right is ticked as firms tick what they sell ("✓ Right of access"), and a team what a role may do
    ("Delete: no")."""
    return box.group == OF_ANSWERS or text[box.sign.start] in CHECKS


def _lines_denied(form: Sequence[Box], text: str) -> list[tuple[int, int]]:
    """The lines in which a "no" is ticked, of whatever is asked there."""
    at = [box.sign.start for box in form if box.ticked and says("no", text[box.start : box.end])]
    return [(text.rfind("\n", 0, one) + 1, line_end(text, one)) for one in at]


def _stand_in(places: Sequence[tuple[int, int]], verdict: Verdict, but: Collection[Right] = ()) -> bool:
    """Whether words that speak for a right stand in one of these places, `but` for some rights."""
    spans = [fact.span for fact in verdict.rights if fact.value not in but]
    return any(start < high and low < end for start, end in places for low, high in spans)


def _of_the_rest(
    verdict: Verdict, whole: Verdict, spans: Sequence[tuple[int, int]], filled: Callable[[], bool]
) -> Verdict:
    """The question about what is not allowed by leaving it empty ("offers by e-mail [ ], service messages [x]"), and
    about wishes behind boxes of which none is ticked."""
    rights = {fact.value for fact in whole.rights}
    not_allowed = bool(rights) and rights <= _PERMITTED and not whole.unsure
    return replace(whole, unsure=True) if not_allowed or (_stand_in(spans, whole) and filled()) else verdict


def _of_rights(named: Sequence[tuple[Box, Right]], text: str) -> set[int]:
    """The groups whose boxes stand for rights: some are named there, or one in the law's words."""
    groups: dict[int, set[Right]] = {}
    for box, right in named:
        groups.setdefault(box.group, set()).add(right)
    in_law = {box.group for box, _ in named if in_words_of_law(text[box.start : box.end])}
    return {group for group, rights in groups.items() if len(rights) > 1} | in_law


def _only_these(form: Sequence[Box], named: Sequence[tuple[Box, Right]], of_rights: set[int]) -> bool:
    """Whether a list of rights is ticked that leaves no doubt: some are empty, and all that are ticked are named."""
    here = [box for box in form if box.group in of_rights]
    names = {box for box, _ in named}
    return all(box in names for box in here if box.ticked) and any(not box.ticked for box in here)


def _heard(ticked: Sequence[Fact[Right]], verdict: Verdict, *, told: bool) -> Verdict:
    heard = {label_of(fact.value) for fact in verdict.rights}
    wanted = {label_of(fact.value): fact for fact in reversed(ticked)}
    if wanted.keys() <= heard and not verdict.unsure:
        return replace(
            verdict, rights=tuple(_quoting(fact, wanted.get(label_of(fact.value))) for fact in verdict.rights)
        )
    mine = [fact for fact in ticked if wanted[label_of(fact.value)] is fact]
    others = max((chance for name, chance in verdict.candidates if name in _RIGHTS and name not in wanted), default=0.0)
    if told and heard <= wanted.keys() and others < _BESIDE and verdict.meta in (Meta.NONE, Meta.REQUEST):
        facts = tuple(replace(fact, confidence=_TOLD) for fact in mine)
        return Verdict(facts, Meta.REQUEST, _TOLD, _first(facts, verdict), unsure=False)
    besides = tuple(fact for fact in verdict.rights if label_of(fact.value) not in wanted)
    return Verdict((*mine, *besides), Meta.REQUEST, _ASKED, _first(mine, verdict), unsure=True)


def _quoting(fact: Fact[Right], ticked: Fact[Right] | None) -> Fact[Right]:
    """The same right with the words behind its box, rather than those of the whole list."""
    return fact if ticked is None else replace(fact, quote=ticked.quote, span=ticked.span, reader=ticked.reader)


def _first(facts: Sequence[Fact[Right]], verdict: Verdict) -> tuple[tuple[str, float], ...]:
    names = {fact.value.value: fact.confidence for fact in facts}
    labels = {label_of(fact.value) for fact in facts}
    rest = ((name, chance) for name, chance in verdict.candidates if name not in names and name not in labels)
    least = min(names.values())
    return (*names.items(), *((name, min(chance, least)) for name, chance in rest))


def _fact(box: Box, right: Right, text: str, sure: float) -> Fact[Right]:
    """A right, with what stands behind its box without the spaces around it."""
    said = text[box.start : box.end]
    start = box.start + len(said) - len(said.lstrip())
    return Fact(right, said.strip(), (start, start + len(said.strip())), sure, "box")
