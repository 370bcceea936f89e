"""Numbers and passwords that must never be kept: each is replaced by a visible mark.

Phone, ticket, order and customer numbers survive. What is looked for stands in `numbers`, `accounts`, `documents`,
`passwords`, `pins`, `recovery`, `keys` and `links`.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate
from typing import TypeVar

from bot.understanding.reading import Fact, MailReading, Sender, Span
from bot.understanding.sensitive.accounts import accounts_in
from bot.understanding.sensitive.documents import documents_in
from bot.understanding.sensitive.keys import keys_in
from bot.understanding.sensitive.kinds import CARD
from bot.understanding.sensitive.links import links_in
from bot.understanding.sensitive.numbers import Cut, numbers_in
from bot.understanding.sensitive.passwords import passwords_in
from bot.understanding.sensitive.pins import codes_behind, pins_in
from bot.understanding.sensitive.recovery import recovery_in
from bot.understanding.sensitive.shapes import shapes_in
from bot.understanding.who.looked import parts_of
from bot.understanding.words import fold

T = TypeVar("T")

_LONGEST_ENDING = 5  # characters of "xhtml"
_PASSES = 3  # what stands right beside a value is seen only when that has gone

# Nobody sees them, and accents that stand apart from their letters
_INVISIBLE = re.compile(r"[\u00ad\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe0f\ufeff]")
_CLOSE_BEFORE = re.compile(r"[^\W_][^\w\s;,:|=/?&]{0,2}\Z")
_CLOSE = re.compile(r"[^\w\s;,:|=/?&]{0,2}[^\W_]")
_DIGIT = re.compile("[0-9]")
_NOT_KEPT = ": not kept]"
_MARK = re.compile(rf"\[[a-z ]{{1,30}}{re.escape(_NOT_KEPT)}")


def mask(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with sensitive values replaced by marks such as "[card number: not kept]", and the kinds that were found
    (never the values), each once, in the order of the text."""
    kinds: dict[str, None] = {}
    for cuts in _passes(text):
        text = _without(text, cuts)
        kinds |= dict.fromkeys(cut.name for cut in cuts)
    return text, tuple(kinds)


def is_to_mask(text: str, folded: str) -> bool:
    """Whether a text holds anything sensitive. `folded` is the same text by `words.fold`."""
    return bool(_cuts(text, folded))


def mask_file_name(name: str) -> str:
    """The same for the name of a file, which keeps its ending; what stands behind a point may be a part of a number."""
    stem, dot, ending = name.rpartition(".")
    kept = dot and len(ending) <= _LONGEST_ENDING and not ending.isdigit()
    return f"{mask(stem)[0]}.{ending}" if kept else mask(name)[0]


def mask_mail(mail: MailReading) -> tuple[MailReading, tuple[str, ...]]:
    """The mail without sensitive values, and the kinds that were found. Its zones and facts keep their words: they are
    moved to where these stand now."""
    kinds: dict[str, None] = {}
    for cuts in _passes(mail.text):
        mail = _moved(mail, cuts)
        kinds |= dict.fromkeys(cut.name for cut in cuts)
    subject, more = mask(mail.subject) if mail.subject else (mail.subject, ())
    sender = replace(mail.sender, value=_sender(mail.sender.value)) if mail.sender else None
    names = tuple(map(mask_file_name, mail.attachments))
    other, others = mask_mail(mail.handed_on) if mail.handed_on is not None else (None, ())
    masked = replace(mail, subject=subject, sender=sender, attachments=names, handed_on=other)
    return masked, tuple(kinds | dict.fromkeys((*more, *others)))


def without_marks(mail: MailReading) -> MailReading:
    """The mail with blanks for its marks: their words are not the writer's, who said neither "not" nor "access"."""
    if _NOT_KEPT not in mail.text:
        return mail
    return replace(mail, text=_MARK.sub(lambda mark: " " * len(mark[0]), mail.text))


def _passes(text: str) -> Iterator[Sequence[Cut]]:
    """What must go, and what is only seen when that has gone, each in the text without what went before."""
    for _ in range(_PASSES):
        cuts = _cuts(text, fold(text))
        if not cuts:
            return
        yield cuts
        if not _hides_more(text, cuts):
            return
        text = _without(text, cuts)


@lru_cache(maxsize=4)  # what somebody writes is looked at before it is stored, and once more when it is read
def _cuts(text: str, folded: str) -> Sequence[Cut]:
    """What must go, in the order of the text; none overlaps another."""
    if text.isascii() or not _INVISIBLE.search(text):
        return _found(text, folded)
    # Found in the text without what nobody sees, and cut from the text as it is
    plain = _INVISIBLE.sub("", text)
    gone = [match.start() - number for number, match in enumerate(_INVISIBLE.finditer(text))]

    def seen(at: int) -> int:
        return at + bisect_right(gone, at)

    return [Cut(seen(cut.start), seen(cut.end - 1) + 1, cut.name) for cut in _found(plain, fold(plain))]


def _found(text: str, folded: str) -> list[Cut]:
    if _NOT_KEPT in folded:  # the words of a mark are no name of what stands beside it
        folded = _MARK.sub(lambda mark: "\0" * len(mark[0]), folded)
    cuts: list[Cut] = []
    parts = parts_of(text, folded)
    found = [*passwords_in(text, folded, parts), *links_in(folded), *recovery_in(folded, parts)]
    if _DIGIT.search(folded):
        found += (*pins_in(text, folded, parts), *keys_in(text, folded, parts), *documents_in(text, folded, parts))
        found += (*accounts_in(folded), *numbers_in(text, folded), *shapes_in(text))
        for cut in [cut for cut in found if cut.name == CARD]:
            found += codes_behind(folded, cut.end)
    for cut in sorted(found, key=lambda one: one[:2]):
        if cuts and cut.start < cuts[-1].end:
            cuts[-1] = cuts[-1]._replace(end=max(cuts[-1].end, cut.end))
        else:
            cuts.append(cut)
    return cuts


def _hides_more(text: str, cuts: Sequence[Cut]) -> bool:
    """Whether something stands so close to a value that it could not be seen: "NL91ABNA0417164300-4111111111111111"."""
    return any(
        _CLOSE_BEFORE.search(text, max(0, cut.start - 3), cut.start) or _CLOSE.match(text, cut.end) for cut in cuts
    )


def _without(text: str, cuts: Sequence[Cut]) -> str:
    parts: list[str] = []
    at = 0
    for cut in cuts:
        parts += (text[at : cut.start], _mark(cut))
        at = cut.end
    return "".join([*parts, text[at:]])


def _mark(cut: Cut) -> str:
    return f"[{cut.name}{_NOT_KEPT}"


def _moved(mail: MailReading, cuts: Sequence[Cut]) -> MailReading:
    """The mail with marks in place of the cuts of its text."""
    text = _without(mail.text, cuts)
    longer = (0, *accumulate(len(_mark(cut)) - (cut.end - cut.start) for cut in cuts))

    def place(at: int) -> int:
        """Within a cut it is the end of its mark, so that no two zones share one."""
        before = bisect_left(cuts, at, key=lambda cut: cut.start)
        return max(at, cuts[before - 1].end if before else 0) + longer[before]

    def fact(one: Fact[T] | None) -> Fact[T] | None:
        if one is None:
            return None
        span = place(one.span[0]), place(one.span[1])
        return replace(one, quote=text[slice(*span)], span=span)

    zones = tuple(Span(zone.zone, place(zone.start), place(zone.end)) for zone in mail.zones)
    return replace(mail, text=text, zones=zones, sender=fact(mail.sender), sent=fact(mail.sent))


def _sender(sender: Sender) -> Sender:
    return replace(sender, name=mask(sender.name)[0] if sender.name else sender.name)
