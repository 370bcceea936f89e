"""Lines that were run together on their way, as some chats and forms do: a forwarded mail's header in one line."""

import re
from functools import cache

from bot.understanding.mail import lexicon
from bot.understanding.mail.attribution import read_attribution
from bot.understanding.mail.clocks import clocks_in
from bot.understanding.mail.dates import ANY_ZONE, find_date
from bot.understanding.mail.lexicon import Label
from bot.understanding.mail.people import ADDRESS
from bot.understanding.wordlists import alternatives, has_any

_SHORTEST, _LONGEST = 40, 2_000  # characters of a line that is looked at
# What is drawn like "---- Forwarded message ----" at the end of a line.
_DRAWN = re.compile(r"(?<!-)-{3,20} ?([^\n-]{3,60}) ?-{3,20}$")
_ANNOUNCED = re.compile(r"\s*(-{3,20} ?[^\n-]{3,60} ?-{3,20})\s*(?=[^\s-])")
_BEHIND_ATTRIBUTION = re.compile(r"(?<=:)[ \t]{2,}(?=\S)")
_FEWEST = 3  # labels of a header
_MOST_BLOCKS = 5  # mails within mails that one line may hold
_TITLE = 80  # characters of a subject
_FILE = re.compile(r"[^;|,]{0,150}?\.[A-Za-z]\w{1,4}(?:\s?\([^()]{1,20}\))?(?:\s?[;|,]\s?|(?=\s|$))")
_SENTENCE = re.compile(r"[.!?]+(?=\s)")
_MOST_WORDS = 7  # of "Begin forwarded message:" in any language


def unrun(lines: list[str]) -> list[str]:
    """Lines, of which each holds a note, an announcement, a header block or words of a mail, but never two of them."""
    if not has_any("\n".join(lines), ("@", "---")) and not any(map(_may_be_run, lines)):  # as in most texts
        return lines
    return [part for line in lines for part in _unrun(line, _MOST_BLOCKS)]


def _unrun(line: str, most: int) -> list[str]:
    """The parts of one line. `most`: header blocks that are looked for in it."""
    if most and _may_be_run(line):
        return _parts(line, most)
    if _SHORTEST < len(line) <= _LONGEST and "@" in line and (gap := _BEHIND_ATTRIBUTION.search(line)):
        return _attributed(line, gap)
    if "---" in line and (drawn := _ANNOUNCED.match(line)) and _is_header_behind(line, drawn):
        return [drawn[1], line[drawn.end() :]]  # as Yahoo writes it
    return [line]


def _may_be_run(line: str) -> bool:
    """A cheap look at whether a header may have been run into a line."""
    return _SHORTEST < len(line) <= _LONGEST and line.count(":") + line.count("：") >= _FEWEST


def _is_header_behind(line: str, drawn: re.Match[str]) -> bool:
    return bool(_marker(drawn[1])) and lexicon.label_at(line[drawn.end() :]) is not None


def _parts(line: str, most: int) -> list[str]:
    first = lexicon.label_at(line)
    labels = lexicon.labels_within(line, first.value if first else 0, {first.role} if first else set())
    labels = [first, *labels] if first else labels
    roles = {label.role for label in labels}
    if "from" not in roles or not roles & {"date", "subject"} or len(roles) < _FEWEST:
        return [line]
    if "@" not in line and (len(roles) <= _FEWEST or not _is_dated(line, labels)):
        return [line]
    start, end = labels[0].start, min(_end(line, labels[-1]), _next_block(line, labels[_FEWEST - 1].value))
    above = line[:start].strip()
    marker = _marker(above)
    parts = [
        above[: len(above) - len(marker)].rstrip(),
        marker,
        line[start:end],
        *_unrun(line[end:].lstrip(), most - 1),
    ]
    return [part for part in parts if part]


def _is_dated(line: str, labels: list[Label]) -> bool:
    """Whether behind the label of a moment stands a day with its time, as behind no word of somebody's own text."""
    ends = [*(label.start for label in labels[1:]), len(line)]
    values = [line[at.value : end] for at, end in zip(labels, ends, strict=True) if at.role == "date"]
    return any(clocks_in(value) and find_date(value, ANY_ZONE) for value in values)


def _attributed(line: str, gap: re.Match[str]) -> list[str]:
    """Yahoo's app puts the first words of a mail behind its attribution: "On Monday Ana <a@x.example> wrote:   Hi"."""
    above = line[: gap.start()].strip()
    opens = lexicon.starts_with(lexicon.fold(above), _on()) or above[:1].isdecimal()
    header = read_attribution([above], [0], 0) if opens else None
    return [above, line[gap.end() :]] if header and {"from", "date"} <= header.fields.keys() else [line]


def _marker(above: str) -> str:
    """The announcement with which a line ends, "---- Forwarded message ----" or "Begin forwarded message:"; or ""."""
    known = lexicon.phrases("markers", "forward"), lexicon.phrases("markers", "original")
    drawn = _DRAWN.search(above[-110:])
    if drawn and any(lexicon.bare(drawn[1]) in phrases for phrases in known):
        return drawn[0]
    if not above.endswith((":", "：")):
        return ""
    at, marker = len(above), ""
    for _ in range(_MOST_WORDS):
        at = above.rfind(" ", 0, at)
        if any(lexicon.bare(above[at + 1 :]) in phrases for phrases in known):
            marker = above[at + 1 :]
        if at < 1:
            break
    return marker


def _end(line: str, last: Label) -> int:
    """Where the block ends: behind the last address, day or file; a subject ends where somebody is greeted, or as a
    title would. Of a name alone, or of what else a block tells ("Importance: High"), nobody knows where it ends, so
    that it is the first word at least."""
    if last.role == "subject":
        return _subject_end(line, last.value)
    if last.role == "date":
        date = find_date(line[last.value :], ANY_ZONE)
        return last.value + date.end if date else len(line)
    at = last.value
    if last.role == "attached":
        while named := _FILE.match(line, at):
            at = named.end()
            if not named[0].rstrip().endswith((";", "|", ",")):
                return at
    if ADDRESS.search(line, at, at + _TITLE) is None:
        greeted = _greeting().search(line, at)
        word = line.find(" ", at)
        return greeted.start() if greeted else word if word > 0 else len(line)
    while found := ADDRESS.search(line, at):
        at = found.end()
        while at < len(line) and line[at] in ">)]\"'":
            at += 1
        if line[at : at + 2].strip()[:1] not in (",", ";"):
            return at
    return len(line)


def _next_block(line: str, start: int) -> int:
    """Where the header of a further mail begins behind another's: "Re: my data From: Ana <...> Sent: ..."."""
    labels = lexicon.labels_within(line, start, set())
    first = next((at for at, label in enumerate(labels) if label.role == "from"), len(labels))
    return labels[first].start if len(labels) >= first + _FEWEST else len(line)


def _subject_end(line: str, start: int) -> int:
    greeted = _greeting().search(line, start)
    if greeted is not None:
        return greeted.start()
    if len(line) - start <= _TITLE:
        return len(line)
    sentence = _SENTENCE.search(line, start, start + _TITLE)
    return sentence.end() if sentence else max(start, line.rfind(" ", start, start + _TITLE))


@cache
def _on() -> tuple[str, ...]:
    return tuple(map(lexicon.fold, lexicon.phrases("markers", "on")))


@cache
def _greeting() -> re.Pattern[str]:
    greetings = {word for kinds in lexicon.table("markers").values() for word in kinds.get("greeting", [])}
    return re.compile(rf"(?<=\s)(?:{alternatives(greetings)})(?!\w)")
