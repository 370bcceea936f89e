"""Forms without boxes: rights that are answered with yes or no, or marked with an x ("Access: yes / Erasure: no", "x
Löschung"). Each is told as a box is.
"""

import re
from collections.abc import Iterator
from itertools import islice

from bot.understanding.forms.named import right_named, says
from bot.understanding.forms.signs import LOOKED_AT, MOST, OF_ANSWERS, Box, Sign
from bot.understanding.wordlists import has_any

# Asked first: a short word behind a colon that may say yes or no, and an x that stands alone
_MAY_ANSWER = re.compile(r"[:=][ \t]{0,9}(?:[yjnostxYJNOSTX]\w{0,3}|[✓✔-]|FALSE|[Ff]alse)(?!\w)")
_MAY_MARK = re.compile(r"[xX](?<![^\s_].)(?=[\s_]|\Z)")
# "Erasure: no"; several may stand in a line
_ANSWERED = re.compile(
    r"(?:(?<=[\n/,;|.])|\A)[ \t]{0,40}(?:[-*•][ \t]{0,9})?(?P<item>[^\n:=/,;|?]{3,60}(?:/[^\n:=/,;|?]{3,30})?)[ \t]?"
    r"[:=?][ \t]{0,9}(?P<said>[^\W\d_]{1,9}|[✓✔-]{1,2}|(?=[ \t]{0,9}(?:\n|\Z)))(?=[ \t]{0,9}(?:[\n/,;|.]|\Z))"
)
_MARKED = re.compile(
    r"^[ \t]{0,40}(?:[-*•][ \t]{0,9})?_{0,5}[xX]_{0,5}[ \t]{1,40}(?P<item>[^\n]{3,120})$", re.MULTILINE
)
_MARKED_BEHIND = re.compile(r"^[ \t]{0,40}(?P<item>[^\n:]{3,120}?)[ \t]{1,40}[xX][ \t]*$", re.MULTILINE)
_COLONS, _MARKS = (":", "="), ("x", "X")  # one of which stands in what each of them finds
_BEFORE = " \t-*•_"
_LINE = re.compile(r"[^\n]+")


def answered(text: str) -> list[Box]:
    """The rights of a text that are answered or marked, two of them at least, as boxes of one group."""
    head = text[:LOOKED_AT]
    found = list(_answers(head)) if has_any(head, _COLONS) and _MAY_ANSWER.search(head) else []
    if not found and has_any(head, _MARKS) and _MAY_MARK.search(head):
        found = list(_marks(head))
    return found if len({right_named(text[box.start : box.end]) for box in found}) > 1 else []


def _answers(text: str) -> Iterator[Box]:
    for match in _ANSWERED.finditer(text):
        ticked = says("yes", match["said"])
        if (ticked or not match["said"] or says("no", match["said"])) and right_named(match["item"]) is not None:
            yield Box(Sign(*match.span("said"), ticked), *match.span("item"), OF_ANSWERS)


def _marks(text: str) -> Iterator[Box]:
    """Lines that are marked with an x, and the rights in lines beside them that are not."""
    marked = {
        match.start(): match
        for pattern in (_MARKED, _MARKED_BEHIND)
        for match in pattern.finditer(text)
        if right_named(match["item"]) is not None
    }
    if not marked:
        return
    for line in islice(_LINE.finditer(text), MOST):
        sign = Sign(line.start(), line.start(), line.start() in marked)
        if sign.ticked:
            yield Box(sign, *marked[line.start()].span("item"), OF_ANSWERS)
        elif right_named(line[0].strip(_BEFORE)) is not None:
            yield Box(sign, line.start(), line.end(), OF_ANSWERS)
