"""A name in two fields of a form: "First name: Ann", "Surname: Bell"; and under the two heads of a table.

The labels come from `data/people.toml`; "Name" and "Nome" are of either part, as the other field tells.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from bot.understanding.reading import Fact
from bot.understanding.who.cues import Cue
from bot.understanding.who.kin import is_in
from bot.understanding.who.labels import cue_of_label
from bot.understanding.who.looked import Looked
from bot.understanding.who.names import is_ordinary
from bot.understanding.wordlists import alternatives, word_lists
from bot.understanding.words import fold

_FARTHEST = 160  # characters between the two fields: others may stand between
_MOST_FIELDS = 200  # of a text
_NEXT_LABEL = 30  # characters behind a value in which the colon of the next field stands
_WORD = r"[^\W\d_](?:\.|(?:[^\W\d_]|['’.-](?=[^\W\d_]))*)"
_VALUE = re.compile(rf"[\"'*_` ]{{0,5}}{_WORD}(?: {{1,2}}{_WORD}){{0,4}}(?=[\"'*_`\s,.;|<(]|$)")
_CELLS = re.compile(r"[,;\t|]")
_KINDS = ("given_fields", "family_fields", "link_fields", "either_fields")


class _Field(NamedTuple):
    kind: str
    whose: str  # what stands before the label: "agent" of "Agent first name"
    value: str
    start: int
    end: int


def may_have_fields(looked: Looked) -> bool:
    """Whether the text may hold the labels of two fields."""
    lists = word_lists("people")
    return all(not lists[kind].isdisjoint(looked.parts) for kind in ("field_words_given", "field_words_family"))


def names_in_fields(text: str, start: int, end: int) -> Iterator[tuple[Fact[str], Cue]]:
    """Each name whose parts stand in fields of their own, and what the labels say of whose it is."""
    folded = fold(text[start:end])
    fields = list(_fields(text, folded, start)) or list(_cells(text, folded, start))
    for whose in dict.fromkeys(field.whose for field in fields):
        for group in _groups([field for field in fields if field.whose == whose]):
            name = _joined(group)
            if name is not None:
                low, high = min(f.start for f in group), max(f.end for f in group)
                yield Fact(name, text[low:high], (low, high), 0.85, "name"), _cue(whose)


def _cue(whose: str) -> Cue:
    if is_in(whose, "elders") or whose in word_lists("people")["parent_fields"]:
        return Cue.FILED
    return (cue_of_label(whose.split()) if whose else None) or Cue.SUBJECT


def _groups(fields: list[_Field]) -> Iterator[list[_Field]]:
    """Those that stand near each other, each kind once; of surnames Spaniards have two."""
    group: list[_Field] = []
    for field in fields:
        kinds = [f.kind for f in group if f.kind != "link_fields"]
        second = field.kind == "family_fields" and kinds[-1:] == ["family_fields"]
        if group and (field.start - group[-1].end > _FARTHEST or (field.kind in kinds and not second)):
            yield group
            group = []
        group.append(field)
    if group:
        yield group


def _joined(group: list[_Field]) -> str | None:
    """Given names, what stands between, and surnames; a field of either part is the one that is missing."""
    given = [f.value for f in group if f.kind == "given_fields"]
    family = [f.value for f in group if f.kind == "family_fields"]
    links = [f.value for f in group if f.kind == "link_fields"]
    either = [f.value for f in group if f.kind == "either_fields"]
    if not family:
        family = either
    elif not given:
        given = either
    if not family or not given:
        return None
    if fold(given[0]) in fold(family[0]).split():
        given, links = [], []  # "Name: Ann Bell", "First name: Ann"
    return " ".join(_written(value, link=value in links) for value in (*given, *links, *family))


def _written(value: str, *, link: bool) -> str:
    """With capitals, where it was typed in small letters."""
    if link or not value.islower():
        return value
    links = word_lists("names")["links"]
    return " ".join(word if word in links else word[0].upper() + word[1:] for word in value.split())


def _fields(text: str, folded: str, start: int) -> Iterator[_Field]:
    labels = []
    for match in _labels().finditer(folded):
        labels.append(match)
        if len(labels) >= _MOST_FIELDS:
            break
    for at, match in enumerate(labels):
        stop = start + (labels[at + 1].start() if at + 1 < len(labels) else len(folded))
        line = folded.rfind("\n", 0, match.start()) + 1
        if not re.search("[:=|\t]", match[0]) and folded[line : match.start()].strip():
            continue  # the end of a sentence's line
        value = _VALUE.match(text, start + match.end(), stop)
        if value is not None and (field := _field(match, value[0], value.start(), text[value.end() : stop])):
            yield field


def _field(match: re.Match[str], value: str, low: int, after: str = "") -> _Field | None:
    kind = match.lastgroup
    bare = value.strip(" \"'*_`")
    low += value.index(bare)
    words = bare.split(" ")
    if ":" in after.partition("\n")[0][:_NEXT_LABEL]:
        words = words[:1]  # "Surname: Bell Phone number: ..."
    links = word_lists("names")["links"]
    ends = (at for at, word in enumerate(words) if at and is_ordinary(word) and fold(word) not in links)
    bare = " ".join(words[: next(ends, len(words))])
    if kind is None or not bare or fold(bare) in word_lists("names")["unnamed"]:
        return None
    return _Field(kind, re.sub(r"(?:'s)?[ _]*$", "", match["whose"] or ""), bare, low, low + len(bare))


def _cells(text: str, folded: str, start: int) -> Iterator[_Field]:
    """The fields of the one line under the heads of a table."""
    lines = [(m.start(), m[0]) for m in re.finditer(r"[^\n]+", folded[:4_000])]
    for (_, heads), (low, row), (_, more) in zip(lines, lines[1:], [*lines[2:], (0, "")], strict=False):
        labels = [_head().fullmatch(cell.strip(" \"'*")) for cell in _CELLS.split(heads)]
        if sum(label is not None for label in labels) < 2:
            continue
        if len(_CELLS.split(more)) == len(labels):
            return  # several people
        at = low
        for cell, label in zip(_CELLS.split(row), labels, strict=False):
            whole = text[start + at : start + at + len(cell)]
            value = _VALUE.fullmatch(whole.strip(" \"'"))
            if label is not None and value is not None:
                field = _field(label, whole, start + at)
                if field is not None:
                    yield field
            at += len(cell) + 1
        return


def _of_kinds() -> str:
    lists = word_lists("people")
    return "|".join(f"(?P<{kind}>{alternatives(lists[kind])})" for kind in _KINDS)


@cache
def _labels() -> re.Pattern[str]:
    """A label with its colon, or on a line of its own."""
    whose = r"(?:(?:^|(?<=[\n\"'*|{(_])|(?<=[,;|.] ))(?P<whose>[^\W\d_]{2,20}(?:'s)?[ _]))??"  # and no value before
    ends = r"(?:\s?\([^)\n]{1,20}\)|\s?\*)?[\"'*_`]{0,3}(?:[ ]?[:=][ \t]{0,4}(?:\n[ \t]{0,4})?|[ ]?[|\t][ ]?|[ ]?\n)"
    return re.compile(rf"(?<!\w){whose}(?:{_of_kinds()}){ends}")


@cache
def _head() -> re.Pattern[str]:
    return re.compile(rf"(?P<whose>[^\W\d_]{{2,20}}[ _])??(?:{_of_kinds()})")
