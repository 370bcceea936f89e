"""One step into a mail: what stands above somebody else's words, who they are from, and what they are."""

from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from bot.understanding.mail import envelopes, lexicon
from bot.understanding.mail.attribution import may_close, read_attribution
from bot.understanding.mail.comments import read_comment
from bot.understanding.mail.guessed import guess_block
from bot.understanding.mail.headers import LONGEST_BLOCK, Header, may_name_recipient, may_name_sender, read_block
from bot.understanding.mail.lines import depth, is_quoted, is_rule, strip_marks

_MOST_WORDS = 8  # of an announcement
_WINDOW = 3  # lines of what a window shows, before the mail's own
_MOST_ADDRESSES = 100  # lines that are looked at as the first of what a window shows
_FULL = 60  # characters of a line behind which the next word may have had no place
_LONGEST_NAME = 4  # words of a sender
_OUTLOOKS_RULE = "_" * 20
_DRAWING = "-=_*—–"
_DRAWN = frozenset(_DRAWING)
_ENDS = _DRAWN | {":", "："}


class Border(StrEnum):
    """What announces the other person's words."""

    FORWARD = "forward"  # "Begin forwarded message:"
    BLOCK = "block"  # a header block, perhaps under "Original message": forwarded or answered
    ATTRIBUTION = "attribution"  # "On Monday Ana wrote:"
    COMMENT = "comment"  # of a ticket, the newest first
    QUOTE = "quote"  # only lines with ">"


@dataclass(slots=True)
class Layer:
    """A mail cut once. All lists hold lines."""

    border: Border
    header: Header | None
    top: list[str]
    head: list[str]  # the announcement, without quote marks
    header_row: int  # where the header begins in `head`
    inner: list[str]  # the other person's words, without their quote marks
    raw: list[str]  # announcement and words as they were written
    bottom: list[str]


@dataclass(frozen=True, slots=True)
class _Text:
    """Lines as written, the same without quote marks, and how deep each is quoted."""

    lines: list[str]
    rows: list[str]
    levels: list[int]


def cut(lines: list[str], *, alone: bool = False) -> Layer | None:
    """The first announcement of somebody else's words in a text, or None.

    `alone`: a quote may be a single line, as nothing else is marked so where the lines come from.
    """
    whole = "\n".join(lines)
    addressed, quotes = "@" in whole, ">" in whole
    marks = [depth(line) for line in lines] if quotes else [(0, 0)] * len(lines)
    rows = [line[at:].strip() for line, (_, at) in zip(lines, marks, strict=True)]
    announcing = [row for row in rows if row and _may_announce(row)]
    senders = [at for at, row in enumerate(rows) if may_name_sender(row)] if ":" in whole or "：" in whole else []
    sent_to = not senders and len(rows) > _WINDOW and any(map(may_name_recipient, rows))
    if not (announcing or senders or sent_to or addressed or quotes):
        return None  # as in most chats
    text = _Text(lines, rows, [level for level, _ in marks])
    attributed = any(map(may_close, announcing))
    addresses = 0
    for at, row in enumerate(rows):
        if not row:
            continue
        border = _marker(row) if announcing and _may_announce(row) else None
        if border and (layer := _after_marker(text, at, border)):
            return layer
        header = read_block(rows, at) if senders and _is_near(senders, at) else None
        if header and _is_block(header):
            return _layer(text, at, at, at + header.rows, Border.BLOCK, header)
        if row.startswith(_OUTLOOKS_RULE) and (header := _below_rule(text.rows, at + 1)):
            return _layer(text, at + 1, at + 1, at + 1 + header.rows, Border.BLOCK, header)
        if addressed and (header := envelopes.read_certified(text.rows, at)):
            return _layer(text, at, at, at + header.rows, Border.FORWARD, header)
        addresses += "@" in row
        header = envelopes.read_shown(text.rows, at) if addressed and addresses <= _MOST_ADDRESSES else None
        if header or (sent_to and (header := envelopes.read_named(text.rows, at))):
            return _layer(text, at, at, at + header.rows, Border.BLOCK, header)
        if text.levels[at] and (header := envelopes.read_arrows(row, text.levels[at])):
            border = Border.FORWARD if any(map(_is_end, text.rows[at + 1 :])) else Border.ATTRIBUTION
            return _layer(text, at, at, at + 1, border, header, like=Border.ATTRIBUTION)
        header = read_attribution(text.rows, text.levels, at) if attributed else None
        if header and not _begins_later(text, at, header):
            return _layer(text, at, at, at + header.rows, Border.ATTRIBUTION, header)
        if announcing and (header := read_comment(text.rows, at)):
            return _layer(text, at, at, at + 1, Border.COMMENT, header)
        quoted = text.levels[at] and (any(text.levels[at + 1 : at + 2]) or (alone and is_quoted(lines[at])))
        if quoted and not _announced(text, at):
            return _layer(text, at, at, at, Border.QUOTE, None)
    return None


def _may_announce(row: str) -> bool:
    """A cheap look at whether a line is drawn, or ends in a colon: else it announces nothing."""
    return row[-1] in _ENDS or row[0] in _DRAWN


def _is_near(senders: list[int], at: int) -> bool:
    """Whether a sender is named within the lines that are looked at for a block."""
    sent = bisect_left(senders, at)
    return sent < len(senders) and senders[sent] < at + LONGEST_BLOCK


def _begins_later(text: _Text, at: int, header: Header) -> bool:
    """Whether the first line of an attribution is still the text above it."""
    later = read_attribution(text.rows, text.levels, at + 1) if header.rows > 1 else None
    return later is not None and later.fields.keys() >= header.fields.keys()


def _announced(text: _Text, at: int) -> bool:
    """Whether a quote begins, after blank lines, with a marker or a header: then that is the border."""
    for ahead in range(at, min(at + 4, len(text.rows))):
        if not text.levels[ahead]:
            return False
        if text.rows[ahead]:
            header = read_block(text.rows, ahead)
            return ahead > at and bool(_marker(text.rows[ahead]) or (header and _is_block(header)))
    return False


def _marker(line: str) -> Border | None:
    """What a line announces by its words or by being drawn like "---- Something ----"."""
    if len(line) > 100:
        return None
    drawn = len(line) - len(line.strip(f"{_DRAWING} ")) >= 6
    if not drawn and not line.rstrip(" *").endswith((":", "：")):
        return None
    words = lexicon.bare(line)
    if words in lexicon.phrases("markers", "forward"):
        return Border.FORWARD
    if words in lexicon.phrases("markers", "original"):
        return Border.BLOCK
    if len(words.split()) <= _MOST_WORDS and _says_forwarded(words):
        return Border.FORWARD  # in words that are not known; it only counts with a header below
    # Notes writes "----- Weitergeleitet von Ana Diaz/ACME am 06.10.2025 14:05 -----", in any language.
    if drawn and line[:2] == "--" and line.endswith("--") and 0 < len(words.split()) <= 16:
        return Border.BLOCK
    return None


def _says_forwarded(words: str) -> bool:
    return any(stem in words for stem in lexicon.phrases("markers", "stem"))


def _after_marker(text: _Text, at: int, border: Border) -> Layer | None:
    start = at + 1
    rows = text.rows
    while start < min(len(rows), at + 6) and (not rows[start] or is_rule(rows[start])):
        start += 1
    known = _is_known(rows[at])
    if start < len(rows):
        header = read_block(rows, start)
        header = header if header and _is_block_below(header) else None
        if header is None or not {"from", "date"} <= header.fields.keys():
            header = guess_block(rows, start) or (envelopes.read_bare_block(rows, start) if known else None) or header
            header = header or envelopes.read_stacked(rows, start)
        if header is None and known and (header := envelopes.read_attributed(rows, text.levels, start)):
            border = Border.ATTRIBUTION if border is Border.BLOCK else border
            return _layer(text, at, start, start + header.rows, border, header, like=Border.ATTRIBUTION)
        if header:
            return _layer(text, at, start, _closed(rows, at, start + header.rows), border, header)
    return _layer(text, at, at + 1, at + 1, border, None) if known else None


def _closed(rows: list[str], at: int, end: int) -> int:
    """Where a block ends that is closed with the very line that announced it, as Zoho does."""
    below = next((ahead for ahead in range(end, min(end + 3, len(rows))) if rows[ahead]), end)
    if below == len(rows) or rows[below] != rows[at] or rows[at][:2] not in ("==", "--"):
        return end
    nested = next((row for row in rows[below + 1 : below + 4] if row), "")  # another forward, announced alike
    return end if lexicon.label_at(nested) else below + 1


def _below_rule(rows: list[str], start: int) -> Header | None:
    """The header block under Outlook's rule, when its labels are not known."""
    guessed = guess_block(rows, start)
    known = read_block(rows, start) if guessed else None
    return None if known and "date" in known.fields and _is_block(known) else guessed


def _is_known(row: str) -> bool:
    words = lexicon.bare(row)
    return words in lexicon.phrases("markers", "forward") or words in lexicon.phrases("markers", "original")


def _is_block_below(header: Header) -> bool:
    """Whether labels below a marker are a header block: two of them, or a sender's address."""
    some = len(header.fields) >= 2 and bool({"from", "subject", "date"} & set(header.fields))
    return some or "@" in (header.text("from") or "")


def _is_block(header: Header) -> bool:
    """Whether labels without a marker above are a header block: a sender and two more, or two and an address."""
    roles = {role for role in header.fields if role not in ("attached", "other")}
    if "from" not in roles:
        return False
    sender = header.text("from") or ""
    if "date" not in roles and "@" not in sender and _is_sentence(sender):
        return False
    if len(roles) >= 3 and roles & {"date", "subject"}:
        return True
    return "@" in sender and len(roles) >= 2 and bool(roles & {"date", "subject"})


def _is_sentence(sender: str) -> bool:
    """Whether a sender is none: "From: tomorrow I work from home."; "acme ltd." may be one."""
    return sender[:1].islower() and sender.endswith((".", "!", "?")) and len(sender.split()) > _LONGEST_NAME


def _layer(
    text: _Text, at: int, header_at: int, end: int, border: Border, header: Header | None, like: Border | None = None
) -> Layer:
    """`like`: the border as which its words are quoted, where that is another one."""
    level = _level(text, at, header_at, end, like or border)
    if level and header and border is not Border.ATTRIBUTION and _only_head_is_quoted(text, end, level):
        level = 0
    start = at
    for above in range(at - 1, max(at - 4, -1), -1):
        if is_rule(text.rows[above]):
            start = above
        elif text.rows[above]:
            break
    stop = _end(text, end, level, wrapped=border is Border.FORWARD)
    if border is Border.FORWARD:
        stop = next((row for row in range(stop - 1, end - 1, -1) if _is_end(text.rows[row])), stop)
    return Layer(
        border=border,
        header=header,
        top=text.lines[:start],
        head=text.rows[start:end],
        header_row=header_at - start,
        inner=[strip_marks(line, level) for line in text.lines[end:stop]],
        raw=text.lines[start:stop],
        bottom=text.lines[stop:],
    )


def _is_end(row: str) -> bool:
    """Whether a line says that a forwarded mail ends: "-------- Конец пересылаемого сообщения --------"."""
    drawn = row[:2] == "--" or row[-2:] in ("--", "<<", ">>")
    return drawn and len(row) <= 100 and lexicon.starts_with(lexicon.bare(row), _ends())


@cache
def _ends() -> tuple[str, ...]:
    return tuple(lexicon.phrases("markers", "end"))


def _level(text: _Text, at: int, header_at: int, end: int, border: Border) -> int:
    """How deep the other person's words are quoted; 0 when they run to the end of the mail."""
    if border is Border.QUOTE:
        return 1
    if border in (Border.FORWARD, Border.BLOCK) and end > header_at:
        return text.levels[header_at]
    following = next((ahead for ahead in range(end, min(end + 5, len(text.rows))) if text.rows[ahead]), at)
    if text.levels[at] > max(2, text.levels[following]):  # GroupWise's arrows are no quote marks
        return text.levels[following]
    return max(text.levels[at], text.levels[following])


def _only_head_is_quoted(text: _Text, end: int, level: int) -> bool:
    """Whether the words below a quoted header are not quoted themselves, as some webmails write it."""
    for at in range(end, len(text.rows)):
        if text.rows[at]:
            return text.levels[at] < level
    return False


def _end(text: _Text, start: int, level: int, *, wrapped: bool) -> int:
    """Where the quoted words stop. `wrapped`: what a gateway broke off a long line, without a mark, is one of them."""
    if level == 0:
        return len(text.lines)
    last = start
    for at in range(start, len(text.lines)):
        if text.levels[at] >= level:
            last = at + 1
        elif text.rows[at] and not (wrapped and at == last and _is_broken_off(text, at, level)):
            break
    return last


def _is_broken_off(text: _Text, at: int, level: int) -> bool:
    """Whether a line between two that are quoted is the end of the first, whose mark it lacks."""
    between = at > 0 and text.levels[at - 1] >= level and any(one >= level for one in text.levels[at + 1 : at + 2])
    return between and len(text.lines[at - 1]) >= _FULL and (text.rows[at][0].islower() or len(text.rows[at]) >= _FULL)
