"""One ask often wears two frames: which readings of the same words give way to a more telling one."""

import re
from collections import defaultdict

from bot.rights import Right
from bot.understanding.rights.frames import Evidence

TELLING = 0.6  # weight from which a reading can push another aside

# (kept, dropped when read from the same words)
_OUTRANKS = (
    (Right.OPT_OUT_MARKETING, Right.ERASURE),
    (Right.OPT_OUT_MARKETING, Right.OBJECTION),
    (Right.RESTRICTION, Right.ERASURE),
    (Right.RESTRICTION, Right.OBJECTION),
    (Right.PORTABILITY, Right.ACCESS),
    (Right.OPT_OUT_SALE, Right.OBJECTION),
    (Right.OPT_OUT_SALE, Right.COMPLAINT),
    (Right.OPT_OUT_SALE, Right.ACCESS),
    (Right.OPT_OUT_SALE, Right.OPT_OUT_MARKETING),
    (Right.WITHDRAW_CONSENT, Right.OBJECTION),
    (Right.AUTOMATED_DECISION, Right.OBJECTION),
    (Right.OBJECTION, Right.RESTRICTION),
    (Right.LIMIT_SENSITIVE, Right.RESTRICTION),
    (Right.LIMIT_SENSITIVE, Right.OBJECTION),
    (Right.ERASURE, Right.RECTIFICATION),
    (Right.RECTIFICATION, Right.ACCESS),
)
_WINNERS = {loser: tuple(w for w, lost in _OUTRANKS if lost is loser) for _, loser in _OUTRANKS}
_BESIDES = re.compile(
    r"(?<!\w)(?:and|then|en|dan|daarna|und|dann|et|puis|y|luego|e|poi|depois|i|oraz)(?!\w)", re.IGNORECASE
)  # joins two asks


def without_rivals(evidence: list[Evidence], text: str) -> list[Evidence]:
    """Drops evidence that overlaps with the more telling reading of the same words."""
    telling: dict[int, dict[Right, list[Evidence]]] = defaultdict(lambda: defaultdict(list))
    for e in evidence:
        if e.weight >= TELLING:
            telling[e.clause][e.right].append(e)
    return [e for e in evidence if e.reader == "citation" or not _has_rival(e, telling[e.clause], text)]


def _has_rival(e: Evidence, telling: dict[Right, list[Evidence]], text: str) -> bool:
    for winner in _WINNERS.get(e.right, ()):
        if winner in telling and any(_pushes_aside(rival, e) for rival in telling[winner]):
            return True
    if e.right is not Right.ACCESS or not e.bare:
        return False
    others = (action for right, found in telling.items() if right is not e.right for action in found)
    return any(_acts_on(action, e, text) for action in others)


def _pushes_aside(rival: Evidence, e: Evidence) -> bool:
    return rival.weight >= e.weight - 0.05 and rival.start < e.end and e.start < rival.end


def _acts_on(action: Evidence, held: Evidence, text: str) -> bool:
    """Whether "what you have on me" is only what another right acts on ("delete WHAT YOU HAVE ON ME")."""
    if not action.start <= held.start < held.end <= action.end:
        return False
    return not _BESIDES.search(text[action.start : held.start] + " " + text[held.end : action.end])
