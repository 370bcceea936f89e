"""An attribution that stands behind the words of who answers, on their line, is put on a line of its own: "Yes, delete
it. On Sun, Nov 22, 2026 at 3:59 PM, Help <help@x.example> wrote:". Some programs lose the ends of lines."""

import re
from functools import cache

from bot.understanding.mail import lexicon
from bot.understanding.mail.attribution import may_close, read_attribution
from bot.understanding.mail.dates import ANY_ZONE, find_date, weekday_before
from bot.understanding.mail.lines import content, depth

_ENDS = re.compile(r"([^\W\d_]{4,40})[.!?…]+(?=\s|$)|[。！？]")
_BEHIND = re.compile(r"[^\W\d_]{2}[.!?…]+\s|[。！？]")  # as where a sentence ends
_STOPS = frozenset(".!?…。！？")
_WRAPPED = 3  # lines of an attribution
_MOST = 40  # lines that are looked at
_LONGEST = 2_000  # characters of a line
_DATES = 3  # of a line that are tried: somebody may tell a day before


def with_attributions_apart(lines: list[str]) -> list[str]:
    """Lines in which no attribution begins behind somebody's words."""
    closing = [at for at, line in enumerate(lines) if may_close(line.strip())] if len(lines) > 1 else []
    if not closing:  # as in most chats
        return lines
    near = [at for last in closing[:_MOST] for at in range(max(0, last - _WRAPPED + 1), last + 1)]
    found = list(lines)
    for at in sorted(set(near), reverse=True):
        if (begin := _begin(lines, at)) is not None:
            marks = lines[at][: depth(lines[at])[1]]
            found[at : at + 1] = [lines[at][:begin].rstrip(" -"), marks + lines[at][begin:]]
    return found


def _begin(lines: list[str], at: int) -> int | None:
    """Where an attribution begins behind words on its line; None where it begins the line, or there is none."""
    line, (level, start) = lines[at], depth(lines[at])
    if not any(map(str.isdigit, line)):
        return None
    if not _BEHIND.search(line, start) and not any(f" {word} " in line[start:] for word in _openers()):
        return None
    from_here = start
    for _ in range(_DATES if len(line) <= _LONGEST else 0):
        date = find_date(line[from_here:], ANY_ZONE)
        if date is None:
            return None
        begin = from_here + weekday_before(line[from_here:], date.start, frozenset())
        from_here += date.end
        above = line[start:begin].rstrip()
        opener = next((word for word in _openers() if above.endswith(word)), "")
        words = above[: len(above) - len(opener)]
        if opener and words and words[-1].isalnum():  # the end of another word
            opener, words = "", above
        answered = any(map(str.isalpha, words)) and words.strip() not in _openers()
        sentence = None if opener else _last_sentence(words)
        if answered and (opener or sentence is not None):
            begin = start + (len(words) if sentence is None else sentence)
            rows = [line[begin:].strip(), *map(content, lines[at + 1 : at + _WRAPPED])]
            levels = [level, *(depth(row)[0] for row in lines[at + 1 : at + _WRAPPED])]
            header = read_attribution(rows, levels, 0)
            if header is not None and {"date", "from"} <= header.fields.keys():
                return begin + len(line[begin:]) - len(line[begin:].lstrip())
    return None


def _last_sentence(words: str) -> int | None:
    """Where the last sentence ends before a name or a date; the point of a title or an initial ends none."""
    if words.rstrip()[-1:] in _STOPS:
        return len(words)
    ends = [end for end in _ENDS.finditer(words) if end[1] is None or end[1].islower()]
    return ends[-1].end() if ends else None


@cache
def _openers() -> tuple[str, ...]:
    """As they are written: "on" and "am" are also words."""
    words = {word for kinds in lexicon.table("markers").values() for word in kinds.get("on", [])}
    return tuple(sorted(words, key=len, reverse=True))
