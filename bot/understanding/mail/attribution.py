"""Attribution lines: "On Monday 3 March 2025 at 09:12, Ana wrote:", in any language."""

import re
from functools import cache

from bot.understanding.mail import lexicon
from bot.understanding.mail.clocks import clocks_in
from bot.understanding.mail.dates import ANY_ZONE, day_without_year, find_date, weekday_before
from bot.understanding.mail.headers import Field, Header
from bot.understanding.mail.people import ADDRESS

_LONGEST = 400  # characters
_MOST_LINES = 4
_UNSPACED = "\u2e80"  # from here on letters of Chinese, Japanese and Korean, without spaces
_OF_NAMES = 4  # letters of an opener that may be a part of a name
_LONGEST_PARTICLE = 3  # letters of "van", "de", "bin" in a name
_EDGE = " \t,.;:،؛，、。：*_-–—()[]<>（）«»„“”\"'"


@cache
def _verbs() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple(sorted(lexicon.phrases("markers", "wrote").items(), key=lambda pair: -len(pair[0])))


@cache
def _openers() -> tuple[str, ...]:
    return tuple(sorted(lexicon.phrases("markers", "on"), key=len, reverse=True))


@cache
def _fillers() -> frozenset[str]:
    """As they are written: "om" is a word of Dutch, Om somebody's name."""
    return frozenset(word for kinds in lexicon.table("markers").values() for word in kinds.get("filler", []))


def read_attribution(lines: list[str], levels: list[int], start: int) -> Header | None:
    """The attribution that begins at a line and may wrap over the next ones, or None.

    The lines hold no quote marks; `levels` says how deep each was quoted.
    """
    if not any(map(may_close, lines[start : start + _MOST_LINES])) or not _may_begin(lines[start]):
        return None
    size = 0
    for at in range(start, min(start + _MOST_LINES, len(lines))):
        row = lines[at]
        size += len(row)
        if not row or size > _LONGEST or (levels[at] > levels[start] and not _open_address(lines[at - 1])):
            return None
        if may_close(row):
            after = next((ahead for ahead in range(at + 1, min(at + 5, len(lines))) if lines[ahead]), at)
            return _read(lines[start : at + 1], quoted_next=levels[after] > levels[start])
    return None


def may_close(row: str) -> bool:
    """Whether an attribution may end with a line; without any such line there is none.

    Zoho draws it: "---- On Monday Ana wrote ----".
    """
    if row.startswith("---") and row.endswith("---"):
        return any(map(str.isdigit, row))
    return (":" in row or "：" in row) and row.rstrip(" *_").endswith((":", "："))


def _open_address(row: str) -> bool:
    """Whether an address goes on in the next row: the ">" with which that begins is no quote mark."""
    return row.count("<") > row.count(">")


def _may_begin(row: str) -> bool:
    """A cheap look at the first line: only few lines of a text can open an attribution."""
    if not row or len(row) > _LONGEST:
        return False
    return "@" in row or "<" in row or any(map(str.isdigit, row)) or lexicon.starts_with(lexicon.fold(row), _openers())


def _read(rows: list[str], quoted_next: bool) -> Header | None:
    text = " ".join(rows)
    address = ADDRESS.search(text)
    if not (address or any(map(str.isdigit, text))):  # neither who nor when
        return None
    verb, languages = _verb(text)
    if verb is None and not address:
        return None
    if not (quoted_next or address) and verb and _of_me(text, verb, languages):
        return None
    date = find_date(text, ANY_ZONE, languages)
    place = (date.start, date.end) if date else day_without_year(text, languages)
    when = (weekday_before(text, place[0], languages), place[1]) if place else None
    if verb is None and not (when and (quoted_next or _only_when_and_who(text, when))):
        return None
    if not (when or (address and quoted_next)):
        return None
    opened = lexicon.starts_with(lexicon.fold(text), _openers())
    if not (quoted_next or address or (when and (opened or when[0] < 25 or _ends(text, verb, when)))):
        return None
    runs = _runs(text, when or _rest_of_moment(text, address), verb, address and address.start())
    words = [text[slice(*run)] for run in runs]
    if address:
        said = _is_to_or_from(words) or _speaks_to_us(words, languages)
    else:
        said = _is_sentence(words, languages, timed=bool(clocks_in(text)))
    if said and not quoted_next:
        return None
    header = Header(rows=len(rows), languages=languages)
    if when:
        header.fields["date"] = field_of(rows, *when, text)
    start, end = _name(runs, before_address=address is not None) or (0, 0)
    if address:
        named = text[start:end] not in _fillers()  # as in "3 June 2026, 09:14 by ana@x.example:"
        before = named and text[start:end].strip() and end <= address.start()
        start, end = (start if before else address.start()), address.end()
        end += text[end : end + 1] == ">"
    if end > start and not _is_us(text[start:end], languages):
        header.fields["from"] = field_of(rows, start, end, text)
    return header


def _rest_of_moment(text: str, address: re.Match[str] | None) -> tuple[int, int] | None:
    """What is left before a name of a moment that was not selected whole: "... Nov 2026 14:03, Ana <ana@x.example>"."""
    clocks = clocks_in(text[: address.start()]) if address else []
    end = clocks[-1][1] if clocks else 0
    return (0, end) if text[end : end + 1] == "," else None


def _only_when_and_who(text: str, when: tuple[int, int]) -> bool:
    """Whether a line without a verb is a date and an address: "6. 10. 2025 v 14:05, Ana <ana@example.org>:"."""
    closed = text.rstrip(" *_").rstrip(":：")[-1:] in (">", ")")
    return closed and not text[: when[0]].strip(_EDGE) and any(mark in text[slice(*when)] for mark in ":.")


def _ends(text: str, verb: tuple[int, int] | None, when: tuple[int, int]) -> bool:
    """Whether a line ends with its verb and date: "Ana Diaz kirjoitti 6.10.2025 klo 14.05:"."""
    return verb is not None and not text[verb[1] : when[0]].strip() and not text[when[1] :].strip(_EDGE)


def _verb(text: str) -> tuple[tuple[int, int] | None, frozenset[str]]:
    """Where the verb stands, and in which languages it is one."""
    folded = text.casefold()
    if len(folded) != len(text):
        folded = text.lower() if len(text.lower()) == len(text) else text
    for verb, languages in _verbs():
        at = folded.find(verb)
        if at >= 0:
            before, after = folded[at - 1 : at] if at else "", folded[at + len(verb) : at + len(verb) + 1]
            if verb[0] < _UNSPACED and (before.isalnum() or after.isalnum()):
                continue
            return (at, at + len(verb)), languages
    return None, frozenset()


def _is_us(name: str, languages: frozenset[str]) -> bool:
    """Whether who wrote is named "you" or "I": no name of anybody."""
    return lexicon.fold(name) in lexicon.phrases("markers", "you") or any(name in _me(one) for one in languages)


@cache
def _me(language: str) -> frozenset[str]:
    """The words for who writes; as they are written: Vi is somebody's name."""
    return frozenset(lexicon.table("markers")[language].get("me", []))


def _of_me(text: str, verb: tuple[int, int], languages: frozenset[str]) -> bool:
    """Whether the word right before or behind a verb is who writes: "On 3 March I wrote to you:"."""
    before, after = text[: verb[0]].split()[-2:], text[verb[1] :].split()[:1]
    if len(before) == 2 and before[0].isalpha() and before[0].istitle():  # "Yu I wrote"
        before = []
    return any(_me(language).intersection((*before[-1:], *after)) for language in languages)


def _is_to_or_from(words: list[str]) -> bool:
    """Whether what stands right before the address says that it was written to or from it: "my order of 3 March, sent
    to"."""
    said = words[-1] if words else ""
    return said.islower() and any(said in lexicon.phrases("headers", end) for end in ("to", "from"))


def _speaks_to_us(words: list[str], languages: frozenset[str]) -> bool:
    """Whether beside a name stands whose it is: "your colleague Sam Low <sam@shop.example> wrote:"."""
    me = frozenset[str]().union(*map(_me, languages))
    return any(word in me and word.islower() for run in words for word in run.split())


def _is_sentence(words: list[str], languages: frozenset[str], *, timed: bool) -> bool:
    """Whether words beside a date and a verb say more than a name: "On 3 March 2022 somebody wrote to your support:".

    `timed`: the hour is told, too, as mail programs do; people seldom do.
    """
    me = frozenset[str]().union(*map(_me, languages))
    each = [word for run in words for word in run.split()]
    if any(word in me and (word.islower() or not timed) for word in each) or any(run in me for run in words):
        return True
    return not timed and sum(len(word) > _LONGEST_PARTICLE and word.islower() for word in each) > 1


def _runs(
    text: str, date: tuple[int, int] | None, verb: tuple[int, int] | None, address: int | None
) -> list[tuple[int, int]]:
    """Where the words stand that are no date, verb or opener, up to the address."""
    taken = bytearray(len(text))
    for span in (date, verb):
        if span:
            taken[span[0] : span[1]] = b"\1" * (span[1] - span[0])
    if address is not None:
        taken[address:] = b"\1" * (len(text) - address)
    folded = lexicon.fold(text)
    opener = next((word for word in _openers() if lexicon.starts_with(folded, (word,))), "")
    told = [place for place in (address, verb and verb[0]) if place is not None]
    if not (len(opener) <= _OF_NAMES and date is not None and told and min(told) < date[0]):
        # else the line opens with a name: "El Amrani escribió el lunes"
        taken[: len(opener)] = b"\1" * min(len(opener), len(text))
    for other in _verbs():
        for at in _places(text, other[0]):
            taken[at : at + len(other[0])] = b"\1" * len(other[0])
    runs: list[tuple[int, int]] = []
    start = 0
    for at in range(len(text) + 1):
        if at == len(text) or taken[at]:
            if at > start:
                runs.append(_tight(text, start, at))
            start = at + 1
    return [run for run in runs if any(letter.isalpha() for letter in text[run[0] : run[1]])]


def _name(runs: list[tuple[int, int]], *, before_address: bool) -> tuple[int, int] | None:
    """Where the name stands: the words before the address, or else the longest."""
    if before_address:
        return runs[-1] if runs else None
    return max(runs, key=lambda run: run[1] - run[0], default=None)


def _places(text: str, verb: str) -> list[int]:
    at = text.find(f" {verb} ")
    return [at + 1] if at >= 0 else []


def _tight(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    if (filler := _filler(text[start:end])) is not None:
        return _tight(text, start + filler[0], end - filler[1])
    return start, end


def _filler(words: str) -> tuple[int, int] | None:
    """How many letters at both ends of a name are no part of it: "ο/η Ana", "Ana je", "Uhr, Ana"."""
    first, _, rest = words.partition(" ")
    if rest and first.rstrip(_EDGE) in _fillers():
        return len(first), 0
    rest, _, last = words.rpartition(" ")
    return (0, len(last)) if rest and last in _fillers() else None


def field_of(rows: list[str], start: int, end: int, text: str) -> Field:
    """A part of the joined rows as a place in them."""
    places: list[tuple[int, int]] = []
    for position in (start, end):
        row, column = 0, position
        while row + 1 < len(rows) and column > len(rows[row]):
            column -= len(rows[row]) + 1
            row += 1
        places.append((row, column))
    return Field(text[start:end].strip(), *places[0], *places[1])
