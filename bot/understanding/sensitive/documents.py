"""Where a text tells the number of a passport, an identity card or a driving licence.

Each country writes them in a way of its own, most without check digits. So a number goes only where a name of such a
document leads straight to it ("passport no. NX4R82JK1"), or stands straight behind it or over its column.
"""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import islice

from bot.understanding.sensitive.kinds import DOCUMENT
from bot.understanding.sensitive.numbers import Cut
from bot.understanding.sensitive.others import AND, LINK, NUMBER, SMALL, WHOSE, another, head_of
from bot.understanding.sensitive.tables import tables
from bot.understanding.who.looked import Named
from bot.understanding.wordlists import alternatives, word_lists

_LISTS = word_lists("sensitive")
_ISSUED = "".join(rf"(?<!{re.escape(firm)} )" for firm in sorted(_LISTS["issued_by"]))  # "student ID card 4711"
_PERHAPS = rf"{_ISSUED}(?:{alternatives(_LISTS['perhaps_documents'])})"
_NAME = rf"(?<![^\W_])(?:{alternatives(_LISTS['documents'])}|{_PERHAPS})"
_SET_APART = rf"(?:[ ._-]{{0,2}}(?:{NUMBER})(?![^\W_])|(?<=nummer)|(?<=nr))(?:[ ](?:{SMALL}|{WHOSE}))?,[ ]"
_NAMED = Named(
    _LISTS["documents"] | _LISTS["perhaps_documents"],
    # "pass-nr. 12", "her passport number, 12, is"
    rf"{_NAME}(?![^\W_])(?:{_SET_APART}|(?:(?<=nr)|(?![.][ ])){LINK})(?=[0-9a-z])",
)
# A part of such a number, and what stands between two
_PART = re.compile(r"[0-9a-z]{1,20}(?![^\W_])")
_APART = re.compile(r"[ ]?[./-][ ]?|[ ]")
_DATE = re.compile(
    r"(?:[0-9]{1,2}([./-])[0-9]{1,2}\1[0-9]{2,4}|(?:19|20)[0-9]{2}(?:([./-])[0-9]{2}\2[0-9]{2})?)(?![0-9])"
)
_BEHIND = re.compile(
    r"(?<![^\W_])(?P<value>[0-9a-z]{6,20})[ ]?(?:[(\[=][ ]?|,?[ ](?:is|was|ist|war|est|es|era|e|jest|to)[ ])"
    rf"(?:(?:{SMALL}|{WHOSE})[ ](?:d'|l')?){{0,5}}\Z"
)
_IN_ADDRESS = re.compile(r"[@/:]\w|[.]\w")
_REACH = 50  # characters before a name in which its number may stand
_MOST_BEHIND = 2_000  # names of a text before which one is sought: no mail has as many
_MOST_PARTS = 6
_LONGEST_WORD = 5  # letters of a part without a digit: "ABS 123456"
_LONGEST = 20  # letters and digits of a number
_FEWEST, _FEWEST_MIXED = 6, 8  # ... of one in digits; of one in which letters stand among few digits
_DIGITS, _DIGITS_MIXED = 5, 2


def documents_in(text: str, folded: str, parts: AbstractSet[str]) -> Iterator[Cut]:
    """The numbers of a text. `folded` is the same text by `words.fold`, `parts` are those of its words."""
    if not _NAMED.may_stand(folded, parts):
        return
    for name in _NAMED.found_in(folded, parts):
        if end := _end(text, folded, name.end()):
            yield Cut(name.end(), end, DOCUMENT)
    for name in islice(_called().finditer(folded), _MOST_BEHIND):
        before = _BEHIND.search(folded, max(0, name.start() - _REACH), name.start())
        if before and _end(text, folded, before.start()) == before.end("value") and another(folded, before.start()) < 0:
            yield Cut(*before.span("value"), DOCUMENT)
    if "\n" in folded:
        for table in tables(folded, _head()):
            yield from (Cut(*cell, DOCUMENT) for cell in sorted(table.cells) if _end(text, folded, cell[0]) == cell[1])


def _end(text: str, folded: str, start: int) -> int:
    """Where a number ends that begins there; 0 if none does."""
    end, found = 0, ""
    at: int | None = start
    for _ in range(_MOST_PARTS):
        part = None if at is None or _DATE.match(folded, at) else _PART.match(folded, at)
        if part is None or not _may_be_part(part[0], text[slice(*part.span())], first=not found):
            break
        if len(found) + len(part[0]) > _LONGEST:
            break
        end, found = part.end(), found + part[0]
        gap = _APART.match(folded, end)
        at = gap.end() if gap else None
    return end if _is_number(found) and not _IN_ADDRESS.match(folded, end) else 0


def _may_be_part(part: str, written: str, *, first: bool) -> bool:
    """Whether a word of a text may be a part of such a number: it has digits, or is the capitals before or behind."""
    if any(map(str.isdigit, part)):
        return first or part.isdigit() or written.isupper()
    return len(part) <= _LONGEST_WORD and written.isupper()


def _is_number(found: str) -> bool:
    digits = sum(map(str.isdigit, found))
    return (len(found) >= _FEWEST and digits >= _DIGITS) or (len(found) >= _FEWEST_MIXED and digits >= _DIGITS_MIXED)


@cache
def _called() -> re.Pattern[str]:
    """A name with which a part of a sentence ends, or all that stands between brackets: none in "4471022 (passport
    attached)", which may be a customer."""
    name = rf"{_NAME}(?:[ ._](?:{NUMBER}))?(?![^\W_])[ .]?"
    return re.compile(rf"(?<=[(\[]){name}[)\]]|(?<=[ =]){name}(?:(?=[)\],;.!?\n])|{AND}[ ]|\Z)")


@cache
def _head() -> re.Pattern[str]:
    """The name over a column."""
    return re.compile(head_of(rf"{_NAME}(?![^\W_])"))
