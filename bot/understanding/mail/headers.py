"""Header blocks inside a text: From, Sent, To, Subject in any order and language."""

import re
from dataclasses import dataclass, field

from bot.understanding.mail.enclosed import file_names
from bot.understanding.mail.lexicon import Label, Role, is_second, label_at, labels_within
from bot.understanding.mail.lines import is_rule
from bot.understanding.mail.people import ADDRESS

LONGEST_BLOCK = 60
"""Lines that are looked at for one block."""
_MOST_LABELS = 12
_WIDTH = 66  # characters of a line at which some programs wrap
_SENTENCE = re.compile(r"[.!?]\s{1,3}[^\W\d_]{1,30},?\s[^\W\d_]{2}")  # ". Please delete"; in no "Tue. March 3"
_OTHERS: tuple[Role, ...] = ("date", "to", "cc", "subject", "reply_to", "attached", "other")


@dataclass(frozen=True, slots=True)
class Field:
    """One header value: its words on one line, and where they stand (rows and columns of the block)."""

    text: str
    row: int
    column: int
    end_row: int
    end_column: int


@dataclass(slots=True)
class Header:
    """What a header block says, and how many lines it takes."""

    fields: dict[Role, Field] = field(default_factory=dict)
    rows: int = 0
    languages: frozenset[str] = frozenset()

    def text(self, role: Role) -> str | None:
        """The value of a field; None when it is missing or empty."""
        return self.fields[role].text or None if role in self.fields else None


def read_block(lines: list[str], start: int) -> Header | None:
    """The header block that begins at a line, or None. The lines hold no quote marks and no outer spaces."""
    if label_at(lines[start]) is None:
        return None
    rows = lines[start : start + LONGEST_BLOCK]
    labels = _labels(rows)
    header = Header()
    languages: dict[str, int] = {}
    for number, (row, label) in enumerate(labels):
        header.rows = max(header.rows, row + 1)
        if label.role in header.fields and not _says_better(label, row, rows, labels):
            continue
        header.fields[label.role] = _value(rows, labels, number)
        for language in label.languages:
            languages[language] = languages.get(language, 0) + 1
        header.rows = max(header.rows, header.fields[label.role].end_row + 1)
    best = max(languages.values(), default=0)
    header.languages = frozenset(language for language, count in languages.items() if count == best)
    return header


def may_name_sender(row: str) -> bool:
    """Whether a line has the label of a sender, or several labels that may have been run into one line."""
    label = label_at(row, _OTHERS) if ":" in row or "：" in row else None  # as in few lines
    return label is not None and (label.role == "from" or row.count(":") + row.count("：") > 1)


def may_name_recipient(row: str) -> bool:
    """Whether a line begins with the label of somebody to whom a mail went."""
    label = label_at(row) if ":" in row or "：" in row else None
    return label is not None and label.role == "to"


def _labels(rows: list[str]) -> list[tuple[int, Label]]:
    """The labels of the block, each with its row."""
    found: list[tuple[int, Label]] = []
    taken: set[Role] = set()
    at = 0
    while at < len(rows) and len(found) < _MOST_LABELS:
        label = label_at(rows[at], taken)
        if label is not None and (_asks_for_copy(label, rows, at) or _speaks_of_files(label, rows, at)):
            return found
        if label is not None and (label.role not in taken or label.role in ("cc", "attached", "other")):
            taken.add(label.role)
            found.append((at, label))
            further = labels_within(rows[at], label.value, taken)
            if label.role != "subject" or _are_labels(further, rows, at):
                found += [(at, one) for one in further]
                taken.update(one.role for one in further)
            at += 1
            continue
        if label is not None and at and rows[at - 1] and _says_again(label, rows[at], found, rows):
            found.append((at, label))
            at += 1
            continue
        ahead = _next_label(rows, at, taken, found[-1][1].role if found else None)
        if ahead is None:
            return found
        at = ahead
    return found


def _asks_for_copy(label: Label, rows: list[str], at: int) -> bool:
    """Whether a text begins with a word that also labels to whom a mail went, too: "Copia: dei miei dati, grazie."."""
    value = rows[at][label.value :].strip()
    asks = label.role == "cc" and value[:1].islower() and len(value.split()) > 1 and not ADDRESS.search(value)
    return asks and (at + 1 == len(rows) or label_at(rows[at + 1]) is None)


def _speaks_of_files(label: Label, rows: list[str], at: int) -> bool:
    """Whether a text begins with a word that also labels what is attached: "Attached: my passport, delete it."."""
    named = label.role != "attached" or file_names(rows[at][label.value :])
    return not named and (at + 1 == len(rows) or label_at(rows[at + 1]) is None)


def _are_labels(within: list[Label], rows: list[str], at: int) -> bool:
    """Whether what looks like labels in a subject is no part of it ("Invoice No: 4711"): behind them stands what they
    say, and none has a line of its own below."""
    below = {label.role for row in rows[at + 1 : at + _MOST_LABELS] if (label := label_at(row))}
    if any(label.role in below for label in within):
        return False
    return len(within) > 1 or all(_fits(label, rows[at][label.value :]) for label in within)


def _fits(label: Label, value: str) -> bool:
    if label.role in ("from", "to", "cc"):
        return ADDRESS.search(value) is not None
    return label.role == "date" and any(map(str.isdigit, value)) and ":" in value


def _says_again(label: Label, row: str, found: list[tuple[int, Label]], rows: list[str]) -> bool:
    """Whether a label only repeats another, in other words ("From", "Sender"), while the block is not complete."""
    (at, first), *again = ((at, one) for at, one in found if one.role == label.role)
    if again or {one.role for _, one in found} >= {"from", "date", "subject"}:
        return False
    other = rows[at][first.start : first.value].casefold() != row[label.start : label.value].casefold()
    return label.role == "to" or (label.role != "subject" and other and bool(first.languages & label.languages))


def _says_better(label: Label, row: int, rows: list[str], labels: list[tuple[int, Label]]) -> bool:
    """Whether a label names the very thing, and the one before another one beside it: "Sender" above "From"."""
    first = next((rows[at][one.start : one.value] for at, one in labels if one.role == label.role), "")
    return is_second(first, label.role) and not is_second(rows[row][label.start : label.value], label.role)


def _next_label(rows: list[str], at: int, taken: set[Role], last: Role | None) -> int | None:
    """Where the block goes on after a wrapped value or some blank lines; None when it has ended."""
    blank = wrapped = 0
    listed = last in ("to", "cc")  # and so far each row goes on with a list of people
    for ahead in range(at, len(rows)):
        row = rows[ahead]
        label = label_at(row, taken)
        if label is not None and label.role not in taken:
            begins = _tells_no_day(label, row) or (last == "date" and _speaks(rows[at - 1]))
            begins = begins or (label.role == "other" and taken >= {"from", "date", "subject"})
            return None if blank and begins else ahead
        if not row:
            blank += 1
        elif is_rule(row) or label is not None:
            return None
        else:
            wrapped += 1
        # Blank lines or wrapped lines may stand inside a block, but not both: that is where a text begins.
        listed = listed and (";" in rows[ahead - 1] or rows[ahead - 1].endswith(","))
        many = wrapped > 2 and not listed and not ADDRESS.search(row)
        if blank > 2 or many or (blank and wrapped):
            return None
    return None


def _tells_no_day(label: Label, row: str) -> bool:
    """Whether a text begins with a word that labels a day, too: "Received: nothing at all"."""
    return label.role == "date" and bool(row[label.value :]) and not any(map(str.isdigit, row))


def _speaks(row: str) -> bool:
    """Whether a text begins so, and goes on: "Received: your mail of 3 March. Please delete my data."."""
    return _SENTENCE.search(row) is not None


def _value(rows: list[str], labels: list[tuple[int, Label]], number: int) -> Field:
    row, label = labels[number]
    end_row, end = row, len(rows[row])
    if number + 1 < len(labels):
        next_row, next_label = labels[number + 1]
        if next_row == row:
            end = next_label.start
        else:
            end_row = next_row - 1
    else:
        if number and row + 1 < len(rows) and not rows[row][label.value :] and _alone(rows, labels[number - 1]):
            end_row += 1
        while end_row + 1 < len(rows) and _goes_on(rows[end_row], rows[end_row + 1]):
            end_row += 1
        if label.role == "subject" and end_row == row and _is_wrapped(rows[row : row + 3]):
            end_row += 1
    while end_row > row and not rows[end_row]:
        end_row -= 1
    if end_row > row:
        end = len(rows[end_row])
    if label.role == "from" and end_row > row and not any(map(ADDRESS.search, rows[row + 1 : end_row + 1])):
        end_row, end = row, len(rows[row])  # who wrote stands on one line; below it may stand where they live
    last = rows[end_row][:end].rstrip(" \t*_")
    first = rows[row][label.value :] if end_row > row else rows[row][label.value : len(last)]
    middle = rows[row + 1 : end_row]
    words = [first, *middle, last] if end_row > row else [first]
    end_column = max(len(last), label.value) if end_row == row else len(last)
    text = " ".join(" ".join(words).split())
    return Field(text, row, min(label.value, len(rows[row])), end_row, end_column)


def _alone(rows: list[str], label: tuple[int, Label]) -> bool:
    """Whether a label stands on a line of its own and its value on the next, as in a table that was copied."""
    row, found = label
    return not rows[row][found.value :] and bool(rows[row + 1]) and label_at(rows[row + 1]) is None


def _goes_on(row: str, following: str) -> bool:
    """Whether the last value of a block goes on: only lists of addresses are known to."""
    return row.endswith((",", ";", "<")) and bool(ADDRESS.search(following))


def _is_wrapped(rows: list[str]) -> bool:
    """Whether a long subject goes on in the next line, which a program began where no word would fit any more."""
    first, second, *below = *rows, "", ""
    word = second.partition(" ")[0]
    return word[:1].islower() and len(first) + len(word) >= _WIDTH and len(second) < _WIDTH and not below[0]
