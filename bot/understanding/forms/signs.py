"""The signs of boxes in a text, and whether each is ticked: ☐ ☒, [ ] [x], ( ) (•), and ✓ beside ✗.

Many of them are also something else: "■" opens an item, "[ ]" is a blank in a template, "(x)" stands in maths. So most
count only where a sign of the other sort stands in the same text.
"""

import re
from typing import NamedTuple

LOOKED_AT = 100_000  # characters of a text
MOST = 400  # boxes of a text
OF_ANSWERS = 0  # the group of rights that are answered with yes or no

_EMPTY, _TICKED = "☐❏❑❒□▢▯◻◽⬜🔲", "☑☒🗹🗷⊠▣■◼◾⬛🔳"
_RADIO, _CHOSEN = "○◯⚪", "◉⦿🔘"
CHECKS, _NO = "✓✔√✅", "✗✘✕✖❌"
_ALSO_BULLETS = "▣■◼◾⬛🔳"
_MARKS = "xXvV✓✔√✅✗✘✕×*•●"
_INNER = rf"[ \t_]{{0,4}}|[ _]?[{_MARKS}oO][ _]?"
_SIGNS = re.compile(
    rf"(?<![\w\])])\[(?P<square>{_INNER})\](?![(=\w\[])|(?<![\w\])])\((?P<round>{_INNER})\)(?![\w(])"
    rf"|(?P<sign>[{_EMPTY}{_TICKED}{_RADIO}{_CHOSEN}{CHECKS}{_NO}])\ufe0f?"
)
# One of these stands in every text with a box: the pattern is tried only there
_MAY_BE = re.compile(
    rf"[\[({_EMPTY}{_TICKED}{_CHOSEN}{CHECKS}](?:(?<![\[(])|[ \t_]{{0,4}}[\])]|[ _]?[{_MARKS}oO][ _]?[\])])"
)


class Sign(NamedTuple):
    """A box: where it stands, and whether it is ticked."""

    start: int
    end: int
    ticked: bool


class Box(NamedTuple):
    """A box and the words that it stands for. Boxes that answer one question share a group."""

    sign: Sign
    start: int
    end: int
    group: int

    @property
    def ticked(self) -> bool:
        return self.sign.ticked


def signs(text: str) -> list[Sign]:
    """The boxes of a text, in its order."""
    head = text[:LOOKED_AT]
    if not _MAY_BE.search(head):
        return []
    found = [
        (match.start(), match.end(), str(match.lastgroup), match[str(match.lastgroup)].strip(" \t_").lower())
        for match in _SIGNS.finditer(head)
    ][:MOST]
    kinds = {(kind, inner) for _, _, kind, inner in found}
    return [
        Sign(start, end, ticked)
        for start, end, kind, inner in found
        if (ticked := _is_ticked(kind, inner, kinds)) is not None
    ]


def _is_ticked(kind: str, inner: str, kinds: set[tuple[str, str]]) -> bool | None:
    """Whether a sign among those of a text is a box that is ticked; None if it is no box."""
    if kind == "sign":
        return _is_drawn_ticked(inner, {sign for kind, sign in kinds if kind == "sign"}, bracketed=_has_empty(kinds))
    empty = (kind, "") in kinds
    if inner == "o":  # "(o) stay (x) leave", but "(o) stay ( ) leave"
        ticked = any(mine == kind and sign not in ("", "o") for mine, sign in kinds)
        return True if empty else False if ticked else None
    if kind == "round" and not empty and (kind, "o") not in kinds and inner:
        return None
    return inner != ""


def _is_drawn_ticked(sign: str, drawn: set[str], *, bracketed: bool) -> bool | None:
    empty = bracketed or not drawn.isdisjoint(_EMPTY)
    if sign in _ALSO_BULLETS:
        return True if not drawn.isdisjoint(_EMPTY) else None
    if sign in _TICKED or sign in _EMPTY:
        return sign in _TICKED
    if sign in _RADIO or sign in _CHOSEN:
        both = not drawn.isdisjoint(_RADIO) and not drawn.isdisjoint(_CHOSEN)
        return sign in _CHOSEN if both else None
    if drawn.isdisjoint(CHECKS):
        return True if empty else None
    if sign in CHECKS:
        return True if empty or not drawn.isdisjoint(_NO) else None
    return False


def _has_empty(kinds: set[tuple[str, str]]) -> bool:
    return ("square", "") in kinds or ("round", "") in kinds
