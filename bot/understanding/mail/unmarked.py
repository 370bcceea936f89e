"""Marks that chats, wikis and ticket systems put around a mail's lines are taken off: Markdown's lists, tables and
fences around a header block, "&gt;" for ">", and a subject that was folded is put on one line."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from bot.understanding.mail import lexicon
from bot.understanding.mail.lexicon import Role
from bot.understanding.mail.lines import depth, is_rule
from bot.understanding.mail.people import ADDRESS
from bot.understanding.wordlists import has_any, holds

_ESCAPED_QUOTE = re.compile(r"[ \t]*&gt;")
_ESCAPED_ADDRESS = re.compile(r"&lt;(?:mailto:)?[^\s&<>]{1,64}@[^\s&<>]{1,190}&gt;", re.IGNORECASE)
_BACKSLASHES = re.compile(r"\\([<>@_.*|-])")  # as Markdown escapes: "\<ana@x.example\>"
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#39;", "'"), ("&nbsp;", " "), ("&amp;", "&"))
_FENCES = ("```", "~~~")
_TAGS = ("[quote", "[code", "{quote", "{code", "{noformat")
_FENCE = re.compile(
    r"(?:`{3,9}|~{3,9})[ \t]{0,3}[a-z-]{0,12}[ \t]*|\[/?(?:quote|code)(?:=[^\]\n]{0,60})?\]|"
    r"\{(?:quote|code|noformat)(?::[^}\n]{0,60})?\}",
    re.IGNORECASE,
)
_BULLETS = "-*+•·–—‣▪◦▸"
_ITEM = re.compile(rf"(?:[{re.escape(_BULLETS)}]|[0-9]{{1,2}}[.)])[ \t]{{1,4}}(?=\S)")
_DRAWN = re.compile(r"[>\s]{0,20}(?:\*\s?){3,80}")
_RULE = re.compile(r"[\s|:+-]{3,}")
_EDGE = " \t*_`"
_LONGEST_LABEL = 30
_MOST_ROWS = 14  # of a block in a list or a table
_LONGEST = 1_000  # characters of such a row
_FILLED = 66  # characters of a line behind which the next word may have had no place
_LONGEST_FOLD = 200
_MOST_SMALL, _MOST_OF_A_DAY = 2, 5  # words in small letters that a value may hold: "Priority: very high"
_EASTERN = "\u0e00"  # from here on names have no blanks


class _Row(NamedTuple):
    """What a row of a list or a table says: "From", "Ana <ana@x.example>"; nothing where it is only drawn."""

    label: str
    value: str


def unmarked(lines: list[str]) -> list[str]:
    """Lines as a mail program would have written them; most texts stay as they are."""
    text = "\n".join(lines)
    if "&gt;" in text and any(map(_is_escaped, lines)):
        lines = list(map(_unescaped, lines))
        text = "\n".join(lines)
    if "\\<" in text and any("\\<" in line and "@" in line for line in lines):
        lines = [_BACKSLASHES.sub(r"\1", line) if "\\<" in line else line for line in lines]
        text = "\n".join(lines)
    if has_any(text, _FENCES) or (("[" in text or "{" in text) and any(map(_is_tag, lines))):
        lines = _without_fences(lines)
    labelled = ":" in text or "：" in text
    if labelled and any(map(_is_folded, lines, lines[1:])):
        lines = _unfolded(lines)
    may_be_framed = labelled or "|" in text or "\t" in text
    return _without_frames(lines) if may_be_framed and any(map(_may_be_framed, lines)) else lines


def _is_tag(line: str) -> bool:
    return line[:1] in "[{" and line[:9].lower().startswith(_TAGS)


def _is_escaped(line: str) -> bool:
    return bool(_ESCAPED_QUOTE.match(line) or _ESCAPED_ADDRESS.search(line))


def _unescaped(line: str) -> str:
    for entity, sign in _ENTITIES:
        line = line.replace(entity, sign)
    return line


def _without_fences(lines: list[str]) -> list[str]:
    """Lines without the fences of a block. A mail that stands within two of them is quoted with ">" instead, so that
    its end is told, too."""
    found: list[str] = []
    begun: int | None = None
    for line in _apart(lines):
        if not _FENCE.fullmatch(line.strip()):
            found.append(line)
        elif begun is None:
            begun = len(found)
        else:
            if any(_role(line) == "from" for line in found[begun:]):
                found[begun:] = [f"> {line}" for line in found[begun:]]
            begun = None
    return found


def _apart(lines: list[str]) -> list[str]:
    """Lines of which each fence is one: a chat's may stand right before the first word and behind the last."""
    found: list[str] = []
    for line in lines:
        words = line.strip()
        if (not words.startswith(_FENCES) and not words.endswith(_FENCES)) or _FENCE.fullmatch(words):
            found.append(line)
            continue
        if words.startswith(_FENCES):
            found.append(words[:3])
            words = words.lstrip("`~")
        closed = words.endswith(_FENCES)
        found.append(words.rstrip("`~") if closed else words)
        if closed:
            found.append(words[-3:])
    return found


def _role(line: str) -> Role | None:
    label = lexicon.label_at(line[depth(line)[1] :])
    return label.role if label else None


def _is_folded(line: str, below: str) -> bool:
    """A quick look at whether the second line may go on with the first one's subject."""
    if ":" not in line and "：" not in line:
        return False
    below = below[depth(below)[1] :]
    return below[:1] in (" ", "\t") or (below[:1].islower() and len(line) + len(below.split(" ", 1)[0]) > _FILLED)


def _unfolded(lines: list[str]) -> list[str]:
    """Lines in which a subject is on one: its second line is indented, or begins with a word in small letters that had
    no place on the first; a blank line or another label follows."""
    found: list[str] = []
    for at, line in enumerate(lines):
        words = line[depth(line)[1] :]
        below = lines[at + 1] if at + 1 < len(lines) else ""
        ends = not below[depth(below)[1] :].strip() or _role(below) is not None
        goes_on = bool(found) and at and _is_folded(found[-1], line) and depth(found[-1])[0] == depth(line)[0]
        if goes_on and words.strip() and ends and len(words) <= _LONGEST_FOLD and _is_subject(found[-1]):
            found[-1] = f"{found[-1].rstrip()} {words.strip()}"
        else:
            found.append(line)
    return found


def _is_subject(line: str) -> bool:
    label = lexicon.label_at(words := line[depth(line)[1] :])
    return label is not None and label.role == "subject" and bool(words[label.value :])


def _may_be_framed(line: str) -> bool:
    """A cheap look at whether a line may be a row of a table or an item that begins with a label."""
    if "|" in line or "\t" in line:
        return True
    return (":" in line or "：" in line) and line.lstrip("> ")[:1] in f"{_BULLETS}`0123456789"


def _without_frames(lines: list[str]) -> list[str]:
    """Lines in which no header block stands in a list or a table."""
    found: list[str] = []
    at = 0
    while at < len(lines):
        end, block = _block(lines, at)
        end = max(end, at + 1)
        found += block or lines[at:end]
        at = end
        if block:  # what is drawn between a head and its mail says nothing
            below = next((ahead for ahead in range(at, min(at + 2, len(lines))) if lines[ahead].strip()), at)
            at = below + 1 if below < len(lines) and _is_drawn(lines[below]) else at
    return found


def _is_drawn(line: str) -> bool:
    return is_rule(line) or _DRAWN.fullmatch(line) is not None


def _block(lines: list[str], start: int) -> tuple[int, list[str]]:
    """Where a list or a table ends that begins there, and its plain lines if it is a header block; else no lines."""
    marks = depth(lines[start])[1]
    words = lines[start][marks:].lstrip()
    if not words or len(words) > _LONGEST:
        return start, []
    if words[0] == "|" or _parted(words):
        rows = _table_at(lines, start)
        end = start + len(rows)
        rows = _turned(rows) or rows
        read = [_of_table(row) for row in (rows[1:] if _is_head(rows) else rows)]
    elif words[0] == "`" or _ITEM.match(words):
        end, read = _list_at(lines, start)
    else:
        return start, []
    read = list(map(_unless_words, read))
    told = [row for row in read if row.label]
    if not _is_header(told):
        return end, []
    before = lines[start][:marks]
    block = [f"{before}{row.label}: {row.value}" for row in told]
    more = [f"{before}{row.value}" for row in read if row.value and not row.label]
    return end, [*block, before, *more] if more else block


def _list_at(lines: list[str], start: int) -> tuple[int, list[_Row]]:
    """Where the labels of a list end, and what they say; blank lines may stand between."""
    rows: list[_Row] = []
    end = start
    for at in range(start, min(len(lines), start + 2 * _MOST_ROWS)):
        words = lines[at][depth(lines[at])[1] :].strip()
        if not words:
            continue
        item = _ITEM.match(words)
        words, marked = (words[item.end() :], True) if item else (words.strip("`"), words[0] == "`")
        label = lexicon.label_at(words) if marked else None
        if label is None:
            break
        rows.append(_Row(words[label.start : label.value].strip(f"{_EDGE}:："), words[label.value :].strip()))
        end = at + 1
    return end, rows


def _table_at(lines: list[str], start: int) -> list[list[str]]:
    """The rows of a table as their cells; of what is only drawn, none."""
    rows: list[list[str]] = []
    for line in lines[start : start + _MOST_ROWS]:
        words = line[depth(line)[1] :].strip()
        if len(words) > _LONGEST:
            break
        ruled = _RULE.fullmatch(words) is not None
        cells = [cell.strip() for cell in words.strip("|").split("|" if "|" in words else "\t")]
        across = len(rows) > 0 and len(cells) == len(rows[0]) > 2  # the values below labels that stand side by side
        if words[:1] != "|" and not _parted(words) and not (rows and "|" in words and (ruled or across)):
            break
        rows.append([] if ruled else cells)
    return rows


def _parted(words: str) -> bool:
    """Whether a line without a frame is a row of a table that begins with a label: "From | Ana", "From<tab>Ana"."""
    mark = next((mark for mark in ("|", "\t") if mark in words[:_LONGEST_LABEL]), None)
    if mark is None or lexicon.label_at(words) is not None:  # "De | From: Ana" names it in two languages
        return False
    return _is_labelled(words.split(mark))


def _turned(rows: Sequence[list[str]]) -> list[list[str]] | None:
    """A table of one mail whose labels stand side by side, as one whose labels stand below each other."""
    told = [row for row in rows if row]
    if len(told) != 2 or len(told[0]) != len(told[1]) or len(told[0]) < 3:
        return None
    return [list(pair) for pair in zip(*told, strict=True)]


def _is_head(rows: Sequence[list[str]]) -> bool:
    """Whether a table's first row only names its columns: "Field | Value"."""
    names = len(rows) > 1 and len(rows[0]) > 1 and not rows[1] and not _is_labelled(rows[0])
    return names and all(len(cell) <= _LONGEST_LABEL for cell in rows[0])


def _is_labelled(cells: Sequence[str]) -> bool:
    return len(cells) > 1 and bool(lexicon.roles_of(cells[0].strip(f"{_EDGE}:：")))


def _of_table(cells: Sequence[str]) -> _Row:
    """A row's label and value; of one without a label all that it says, which may be the mail: "Message | Hello"."""
    if _is_labelled(cells):
        return _Row(cells[0].strip(f"{_EDGE}:："), " ".join(cells[1:]).strip())
    return _Row("", ": ".join(filter(None, cells)))


def _is_header(rows: Sequence[_Row]) -> bool:
    """Whether these are a header's: a sender with an address and when or about what, or a name with both of them. What
    somebody wants is told in such rows, too: "- From: Monday on no more mails"."""
    said = {role: row.value for row in reversed(rows) for role in lexicon.roles_of(row.label)}
    sender, about = said.get("from", ""), "subject" in said
    dated = any(map(str.isdigit, said.get("date", "")))
    if ADDRESS.search(sender):
        return (dated or about) and _small_words(sender) <= _MOST_SMALL
    return dated and about and _may_be_name(sender)


def _may_be_name(words: str) -> bool:
    """Whether it may be the name of a sender without an address; one word may be a town: "From: Lille"."""
    several = " " in words or words >= _EASTERN
    return several and not _small_words(words) and not any(map(str.isdigit, words)) and words[-1] not in "?!.:"


def _small_words(words: str) -> int:
    return sum(word[0].islower() and not holds("names", "links", word) for word in words.split())


def _unless_words(row: _Row) -> _Row:
    """The row; as words where its value says too much for its label ("CC: my lawyer, and please delete my data"), and
    without the sign that would make it a part of the header above again."""
    roles = lexicon.roles_of(row.label)
    said = _small_words(row.value) if roles and "subject" not in roles else 0
    most = _MOST_OF_A_DAY if "date" in roles else _MOST_SMALL
    return _Row("", f"{row.label} {row.value}") if said > most and not ADDRESS.search(row.value) else row
