"""What each box of a form stands for: the words behind it, or before it where a line ends with its boxes."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from bot.understanding.forms.answered import answered
from bot.understanding.forms.named import names_right, right_named, says
from bot.understanding.forms.signs import MOST, OF_ANSWERS, Box, Sign, signs
from bot.understanding.reading import MailReading

# What may stand before the first box of a line that begins with it
_BULLET = re.compile(r"[\s>|]*(?:(?:[-*+•·–—]|\d{1,2}[.)]|[a-zA-Z][.)])[ \t]*)?")
_LABEL_END = re.compile(r"[:?.)»][ \t]*(?:[-*•·–—|][ \t]*)?$")
_GOES_ON = re.compile(r"[,;:?!]|[ \t]*[+=^]")
_PARTS = re.compile(r"[ \t]*[/,;|]")  # what stands between boxes that follow their items
_AROUND = " \t-*•·|:?.,;/\n>"
_TAIL = " \t.,;|/\"'»)"
# Where the last item of a line ends: at the end of a sentence, before a label, at a wide gap
_ITEM_END = re.compile(
    r"(?:(?<=[^\W\d_]{4})|(?<=[\d)]))[.!?][ \t]+(?=[A-ZÀ-Þ\"«]|[^\n:.;]{1,30}: )|;[ \t]|[ \t]{3,}|[ \t]+\||<[a-z/]"
    r"|[ \t]+(?=[A-ZÀ-Þ][\w'’-]{1,24}(?:[ /][\w'’/-]{1,24}){0,3} ?:[ \t])"
)
# Where the label of the next boxes begins, between two of them
_NEXT_LABEL = re.compile(r"[ \t|.;](?=[A-ZÀ-Þ][^\n:.;]{0,60}[:?][ \t]*$)")
_WORD_APART = re.compile(r"[ \t]*([^\W\d_]{1,6})(?=[ \t]{2}|\t)")
_SENTENCE = re.compile(r"[:?.;!][ \t]+|[ \t]{3,}|\|")
_FIELD = re.compile(r"[ \t]*[^\n:]{1,40}:(?:[ \t]|$)")
_WRAPPED = 40  # characters of a line from which the next may go on with it
_LONG = 120  # ... of what may be one item before its box
_GAP = 2  # ends of lines between two boxes of one question
_BLANKED = re.compile(r"[^\n]")
_ANSWERS = 3  # to one question: yes, no, not sure
_HEADING = 3  # lines above the first box of a question in which its heading is looked for
_LONGEST_LINE = 10_000  # characters; boxes in a longer one are none


class _Row(NamedTuple):
    """A line with boxes. It begins with one, or ends with its last, or leads to the first with other words."""

    start: int
    end: int
    signs: list[Sign]
    begins: bool
    ends: bool

    @property
    def alone(self) -> bool:
        """Whether nothing else stands there."""
        return self.begins and self.ends and len(self.signs) == 1


def boxes(text: str) -> tuple[Box, ...]:
    """The boxes of a text, each with what it stands for."""
    drawn = signs(text)
    if not drawn:
        return tuple(answered(text))
    rows = [row for row in _rows(text, drawn) if not _is_blank_to_fill(text, row)]
    with_boxes = {row.start for row in rows}
    behind = _stand_behind(text, rows, with_boxes)
    found: list[Box] = []
    labels: list[tuple[int, int, int]] = []  # the place of the box that each leads to, and where it stands
    group, reached = OF_ANSWERS, -1
    for before, row in zip([None, *rows], rows, strict=False):
        group += not (before and _goes_on(text, before, row, reached))
        if row.alone:
            spans = [_line_before(text, row) if behind else _line_after(text, row, with_boxes)]
        else:
            spans = _behind(text, row) if row.ends and not row.begins else _before(text, row, with_boxes)
        at = row.start
        for sign, (low, high) in zip(row.signs, spans, strict=True):
            if text[at : min(low, sign.start)].strip(_AROUND):  # a label leads to it
                group += at > row.start
                labels.append((len(found), at, min(low, sign.start)))
            found.append(Box(sign, low, high, group))
            at = max(sign.end, high)
        reached = max(row.end, at)
    if not found:
        return tuple(answered(text))
    return (*found, *_labelled(text, found, labels), *_headed(text, found, with_boxes))


def _labelled(text: str, found: list[Box], labels: list[tuple[int, int, int]]) -> Iterator[Box]:
    """Labels that name a right, where the boxes behind them say yes and no: "Erasure: [ ] yes [x] no"."""
    for first, low, high in labels:
        if right_named(text[low:high].strip(_AROUND)) is None:
            continue
        run = [box for box in found[first : first + _ANSWERS] if box.group == found[first].group]
        said = [text[box.start : box.end] for box in run if box.ticked]
        if len(said) == 1 and (says("yes", said[0]) or says("no", said[0])):
            yield Box(Sign(high, run[-1].end, says("yes", said[0])), low, high, OF_ANSWERS)


def _headed(text: str, found: list[Box], with_boxes: AbstractSet[int]) -> Iterator[Box]:
    """Headings that name a right, above boxes of which none is ticked: "4. Right to object (art. 21)"."""
    ticked = {box.group for box in found if box.ticked}
    firsts = {box.group: box for box in reversed(found) if box.group not in ticked}
    for group, first in firsts.items():
        low = text.rfind("\n", 0, first.sign.start) + 1
        for _ in range(_HEADING):
            high = max(low - 1, 0)
            low = text.rfind("\n", 0, high) + 1
            if low in with_boxes:
                break
            if names_right(text[low:high].strip(_AROUND)):
                yield Box(Sign(low, low, ticked=False), low, high, group)
                break


def without_unticked(mail: MailReading, form: Sequence[Box]) -> MailReading:
    """The mail with blanks for its empty boxes and what they stand for, where others are ticked: nobody said it."""
    if len({box.ticked for box in form}) < 2:
        return mail
    text = mail.text
    parts: list[str] = []
    at = 0
    empty = ((min(box.start, box.sign.start), max(box.end, box.sign.end)) for box in form if not box.ticked)
    for low, high in sorted(empty):
        parts += (text[at:low], _BLANKED.sub(" ", text[max(low, at) : high]))
        at = max(at, high)
    return replace(mail, text="".join([*parts, text[at:]]))


def _rows(text: str, found: list[Sign]) -> Iterator[_Row]:
    at = 0
    while at < len(found):
        start = text.rfind("\n", 0, found[at].start) + 1
        end = line_end(text, start)
        on_line = [sign for sign in found[at : at + MOST] if sign.start < end]
        at += len(on_line)
        begins = _BULLET.fullmatch(text, start, on_line[0].start) is not None
        tail = text[on_line[-1].end : end].lstrip()
        parted = not begins and not tail[:1].isalnum() and len(on_line) > 1
        parted = parted and all(_PARTS.match(text, sign.end, end) for sign in on_line[:-1])
        ends = parted or not tail.strip(_TAIL)
        row = [sign for sign in on_line if parted or not _is_within(text, sign, end)]
        if row and end - start <= _LONGEST_LINE:
            yield _Row(start, end, row, begins, ends)


def _is_within(text: str, sign: Sign, end: int) -> bool:
    """Whether a sentence or a formula goes on behind a sign, which then is a blank to be filled in, or no box."""
    return _GOES_ON.match(text, sign.end, end) is not None and bool(text[sign.end : end].strip(_TAIL))


def _is_blank_to_fill(text: str, row: _Row) -> bool:
    """Whether the only sign of a line stands within a sentence: "member no. [ ], hereby asks"."""
    sole = len(row.signs) == 1 and not row.begins and not row.ends
    return sole and not _LABEL_END.search(text, max(row.start, row.signs[0].start - 8), row.signs[0].start)


def _goes_on(text: str, before: _Row, row: _Row, reached: int) -> bool:
    """Whether the boxes of a line answer the same question as those of the line before it."""
    if text[reached : row.start].strip() or text.count("\n", reached, row.start) > _GAP:
        return False
    in_columns = all(not text[one.end : next_.start].strip() for one, next_ in pairwise(row.signs))
    return row.begins or (row.ends and before.ends and in_columns)


def _before(text: str, row: _Row, with_boxes: AbstractSet[int]) -> list[tuple[int, int]]:
    """What boxes stand before: up to the next, the last up to the end of its item."""
    spans: list[tuple[int, int]] = []
    for sign, after in zip(row.signs, [*row.signs[1:], None], strict=True):
        if (word := _WORD_APART.match(text, sign.end, row.end)) and (says("yes", word[1]) or says("no", word[1])):
            spans.append((sign.end, word.end(1)))  # "☐ Yes ☒ No  Delete my data"
        elif after is not None:
            label = _NEXT_LABEL.search(text, sign.end + 1, after.start)
            spans.append((sign.end, label.start() if label else after.start))
        elif len(row.signs) > 1 or not row.begins:
            cut = _ITEM_END.search(text, min(sign.end + 1, row.end), row.end)
            spans.append((sign.end, cut.start() if cut else row.end))
        else:
            spans.append((sign.end, _end_of_item(text, row, with_boxes)))
    return spans


def _behind(text: str, row: _Row) -> list[tuple[int, int]]:
    """What boxes stand behind: from the one before, the first from its label or the beginning of its sentence."""
    spans: list[tuple[int, int]] = []
    at = row.start
    for sign in row.signs:
        if len(row.signs) > 1 or sign.start - at > _LONG:
            cuts = [
                cut.end() for cut in _SENTENCE.finditer(text, at, sign.start) if text[cut.end() : sign.start].strip()
            ]
            at = cuts[-1] if cuts else at
        spans.append((at, sign.start))
        at = sign.end
    return spans


def _end_of_item(text: str, row: _Row, with_boxes: AbstractSet[int]) -> int:
    """The end of the last line that belongs to an item which begins with a box: lines set in further, or broken."""
    start, end = row.start, row.end
    margin = _indent(text, start)
    while (low := end + 1) < len(text) and low not in with_boxes:
        high = line_end(text, low)
        line = text[low:high].strip()
        further = _indent(text, low) > margin
        broken = end - start >= _WRAPPED and line[:1].islower()
        if not line or not (further or broken) or _FIELD.match(line):
            break
        start, end = low, high
    return end


def _indent(text: str, start: int) -> int:
    at = start
    while text[at : at + 1] in (" ", "\t"):
        at += 1
    return at - start


def _stand_behind(text: str, rows: list[_Row], with_boxes: AbstractSet[int]) -> bool:
    """Whether boxes that stand in lines of their own follow what they stand for."""
    alone = [row for row in rows if row.alone]
    if not alone:
        return False
    low, high = _line_after(text, alone[-1], with_boxes)
    last = text[low:high].strip()
    low, high = _line_before(text, alone[0])
    return (not last or _FIELD.match(last) is not None) and text[low:high].strip()[-1:] not in ("", ":", "?")


def _line_before(text: str, row: _Row) -> tuple[int, int]:
    high = max(row.start - 1, 0)
    return text.rfind("\n", 0, high) + 1, high


def _line_after(text: str, row: _Row, with_boxes: AbstractSet[int]) -> tuple[int, int]:
    low = row.end + 1
    if low >= len(text) or low in with_boxes:
        return row.end, row.end
    return low, line_end(text, low)


def line_end(text: str, at: int) -> int:
    """Where the line ends in which something stands."""
    end = text.find("\n", at)
    return len(text) if end == -1 else end
