"""What a number is called by the head of its column ("ticket_no;customer_id") or by the JSON object it is the "id" of;
and which user names are such heads or keys themselves."""

import re
from functools import lru_cache

from bot.understanding.numbers.called import Called, called_by
from bot.understanding.numbers.codes import Code
from bot.understanding.numbers.handles import is_login
from bot.understanding.sensitive.tables import LONGEST_LINE, RULE, line_start
from bot.understanding.wordlists import word_lists
from bot.understanding.words import fold

_MARKS = ("\t", ";", "|", ",")
_AROUND = " \"'*#\r"  # around what a cell says
_BESIDE = 12  # blanks beside that
_CELL = re.compile(r"[^\W\d][^\W\d]*(?:[ _./#º°'()-]{1,3}[^\W\d]+){0,4}[ .:#º°)]{0,2}")  # of a head
_PART = re.compile(r"[^\W\d_]+")
_KEY = re.compile(r"\"(?:id|number|key|nr|no)\"\s{0,3}:\s{0,3}\"?$")
_BEFORE_VALUE = ('"', ":", ':"', "")
_OBJECT = re.compile(r"\"(\w{1,40})\"\s{0,3}:\s{0,3}(?:\[\s{0,20})?$")
_BEHIND_KEY = re.compile(r"(?P<sign>[\"']?[ \t]{0,2}=|[\"'][ \t]{0,2}:|:)")
_KEYS = re.compile(r"\"(\w{1,40})\"\s{0,3}:")
_BACK, _AHEAD = 2_000, 1_500  # characters around a key in which its object is
_KEY_AT_MOST = 40
_FEWEST = 2  # heads


class Columns:
    """The tables and objects of a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._heads: dict[tuple[int, str], tuple[str, ...]] = {}  # by the row's place and what parts its cells

    def name(self, code: Code) -> Code:
        """The number with what it is called by its head or its object, if by any."""
        kind = None if code.handle else self._told(code)
        return code._replace(kind=kind, headed=True) if kind else code

    def _told(self, code: Code) -> Called | None:
        if self._text[max(0, code.start - 2) : code.start].strip(" ") in _BEFORE_VALUE:
            key = _KEY.search(self._text, max(0, code.start - _KEY_AT_MOST), code.start)
            if key is not None:
                return self._of_object(key.start(), code)
        if code.kind is not None or (mark := self._mark(code)) is None:
            return None
        head, heads = self._head(code, mark)
        return self._kind(head, code, heads) if head else None

    def _head(self, code: Code, mark: str) -> tuple[str, tuple[str, ...]]:
        """The head of the column that a number stands in, and all heads; nothing, where there are none."""
        line = line_start(self._text, code.start)
        heads = self._above(line, mark) if line else ()
        column = self._text.count(mark, line, code.start)
        return (heads[column], heads) if column < len(heads) else ("", ())

    def head(self, start: int, end: int) -> tuple[str, bool]:
        """The head of the column in which text[start:end] is all that a cell says, and whether the table goes on below;
        nothing, where there is none."""
        cell = Code(self._text[start:end], start, end)
        mark = self._mark(cell)
        head = self._head(cell, mark)[0] if mark else ""
        below = self._text.find("\n", end) + 1
        return head, bool(
            head and mark and below and mark in self._text[below : below + LONGEST_LINE].partition("\n")[0]
        )

    def is_head(self, code: Code) -> bool:
        """Whether a user name is a key or a head: "requester_name: ...", "ticket_id,requester_name,..."."""
        if "_" not in code.value or is_login(self._text, code.start):
            return False
        if key := _BEHIND_KEY.match(self._text, code.end):
            return key["sign"] != ":" or _PART.findall(fold(code.value))[-1] in word_lists("sensitive")["heads"]
        line = line_start(self._text, code.start)
        end = self._text.find("\n", code.end, code.end + LONGEST_LINE)
        row = self._text[line : end if end >= 0 else code.end + LONGEST_LINE]
        mark = next((mark for mark in _MARKS if mark in row), None)
        if mark is None:
            return False
        heads = word_lists("sensitive")["heads"]
        named = [cell for cell in row.split(mark) if heads.intersection(_PART.findall(fold(cell)))]
        if sum("_" in cell for cell in named) >= _FEWEST:
            return True
        below = self._text[end + 1 : end + 1 + LONGEST_LINE].partition("\n")[0] if end >= 0 else ""
        return bool(named) and mark in below and bool(_cells(row, mark))

    def _mark(self, code: Code) -> str | None:
        """What parts the cells of a row, where a number is all that one of them says."""
        before = self._text[max(0, code.start - _BESIDE) : code.start].rstrip(_AROUND)[-1:]
        behind = self._text[code.end : code.end + _BESIDE].lstrip(_AROUND)[:1]
        if before not in ("", "\n", *_MARKS) or behind not in ("", "\n", *_MARKS):
            return None
        return next((sign for sign in (behind, before) if sign in _MARKS), None)

    def _above(self, line: int, mark: str) -> tuple[str, ...]:
        """The heads over a row of a table; none if there are none."""
        passed: list[tuple[int, str]] = []
        heads: tuple[str, ...] = ()
        while line > 0 and (line, mark) not in self._heads:
            passed.append((line, mark))
            end, line = line - 1, line_start(self._text, line - 1)
            row = self._text[line:end]
            if mark not in row and not RULE.fullmatch(row):
                break
            if heads := _cells(row, mark):
                break
        else:
            heads = self._heads.get((line, mark), ())
        self._heads.update(dict.fromkeys(passed, heads))
        return heads

    def _of_object(self, key: int, code: Code) -> Called | None:
        """What the object is that begins before a key: the last that is not closed there."""
        open_ = 0
        low = max(0, key - _BACK)
        for at in range(key - 1, low - 1, -1):
            open_ += {"{": 1, "}": -1}.get(self._text[at], 0)
            if open_ > 0:
                named = _OBJECT.search(self._text, max(low, at - _KEY_AT_MOST * 2), at)
                keys = _KEYS.findall(self._text, at, key + _AHEAD)
                return self._kind(named[1] if named else "id", code, keys)
        return None

    def _kind(self, head: str, code: Code, beside: tuple[str, ...] | list[str]) -> Called | None:
        """What a head calls a number; a bare "id" beside a subject is a ticket's."""
        words = _PART.findall(fold(head))
        if not words or any(word not in word_lists("numbers")["small"] for word in words):
            return called_by(head, self._text, code.start)
        of_ticket = word_lists("called")["of_ticket"]
        return Called.TICKET if any(of_ticket & {*_PART.findall(fold(other))} for other in beside) else None


@lru_cache(maxsize=2)  # a message, and the one before it
def columns_of(text: str) -> Columns:
    """Those of a text, which is asked about for each of its names."""
    return Columns(text)


def _cells(row: str, mark: str) -> tuple[str, ...]:
    """The cells of a row that may be a table's head: words, and no more."""
    cells = tuple(cell.strip(_AROUND) for cell in row.split(mark)) if len(row) <= LONGEST_LINE else ()
    words = [cell for cell in cells if cell]
    return cells if len(words) >= _FEWEST and all(map(_CELL.fullmatch, words)) else ()
