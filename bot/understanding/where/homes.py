"""Whether somebody lives at a place that a text names: by the words before and behind it (`data/homes.toml`)."""

import re
from enum import IntEnum

from bot.understanding.wordlists import word_lists
from bot.understanding.words import fold

_BEFORE, _BEHIND = 90, 44  # characters that are looked at
_EVENT_REACH = 46  # a fair further away than this says nothing about a place
_NEAR_WORDS = 9  # "ik woon sinds 2019 met mijn gezin op Plantsoen 8 te Ede"
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"(?<!\b\w)[.!?]['\"”)]?\s|\n[ \t\r]*\n")
_NEXT = re.compile(r"(?:['’]s?)?[ -]([^\W\d_]+)(?:[ -]([^\W\d_]+))?(?:[ -]([^\W\d_]+))?")
_OF_ADDRESS = re.compile(r"(?:\d{4,5}(?: ?[A-Z]{2})?|\d{2}-\d{3}|\d{4}-\d{3}|[A-Z]{1,2}\d{1,2})[ ,]{1,2}$")
_ENDS_LINE = re.compile(r"(?: [A-Z]{1,2}\d{1,2}[A-Z]?)?[ \t\r]*(?:[,;(]?[ \t\r]*(?:\n|$)|[.;)|/](?!\w)|,[ \t])")
_DATED = re.compile(r",? (?:den |le |a |on |dnia |d\. ?|, )?\d{1,2}[ .°/-]")
_OFFICE_LAST = re.compile(r" (?:office|branch|kantoor|vestiging|Büro|Niederlassung)\s*$")
_SIGNED = re.compile(r"(?:[^\W\d_][^\W\d_.'-]{0,30}[ ]){0,3}[^\W\d_][^\W\d_'-]{0,30}, ?")
_LINE = 120  # characters before a place in which its line begins


class Stand(IntEnum):
    """How a place stands; what is greater is believed more."""

    NONE = 0  # a fair, an office, a part of a name, an ordinary word
    ONCE = 1  # somebody lived there, or was born there
    NAMED = 2
    COMES = 3  # "I am from", "customer from"
    LIVES = 4


def stand_of(text: str, start: int, end: int, low: int, high: int, *, sure: bool) -> Stand:
    """How the place at text[start:end] stands within text[low:high].

    Unless it is `sure` to be a place, it needs words or a position that say home."""
    before = text[max(low, start - _BEFORE) : start]
    behind = text[end : min(high, end + _BEHIND)]
    if _bears(behind):
        return Stand.NAMED if _signs_from_office(text, start, end, low, high) else Stand.NONE
    if not text[low:start].strip() and not text[end:high].strip(" .!\n\r"):
        return Stand.NAMED  # an answer to "where do you live?"
    said = _said_before(before)
    if said is Stand.NAMED:
        said = _said_behind(behind)
    if said is not Stand.NAMED:
        return said
    numbered = any(char.isdigit() for char in text[start:end])
    if not numbered and _of_person(text, start, behind, low):
        return Stand.NONE
    if (
        (sure and (numbered or not _follows_name(before)))
        or _OF_ADDRESS.search(before)
        or _is_in(before)
        or _ends_address(text, start, end, low, high)
    ):
        return Stand.NAMED
    return Stand.NONE


def _bears(behind: str) -> bool:
    """Whether the words behind make it an office's, an order's or a law's place."""
    if not (match := _NEXT.match(behind)):
        return False
    lists = word_lists("homes")
    first, *more = (word for word in match.groups() if word)
    if first[0].islower():
        return first in lists["after"] or any(word in lists["after"] for word in more[:1])
    return any(word in lists["bearers"] for word in (first, *more))


def _signs_from_office(text: str, start: int, end: int, low: int, high: int) -> bool:
    """Whether it is the last line of a letter: "Bo Lind, Cardiff office"."""
    own = text[max(low, start - _LINE) : start].rpartition("\n")[2]
    return bool(_OFFICE_LAST.match(text, end, high) and _SIGNED.fullmatch(own))


def _said_before(before: str) -> Stand:
    """What the nearest word that tells anything says; NAMED where none does."""
    ends = [match.end() for match in _SENTENCE_END.finditer(before)]
    sentence = before[ends[-1] :] if ends else before
    line = sentence.rfind("\n")
    lists = word_lists("homes")
    found = [(match[0].lower(), match.start()) for match in _WORD.finditer(sentence)]
    words = [word for word, _ in found]
    last = words[-1] if words else ""
    led_by_from = last in lists["from"] or (
        last in ("the", "la", "le", "el", "der", "den") and words[-2:-1] == ["from"]
    )
    denies = True
    for at in range(len(words) - 1, -1, -1):
        word, distance = words[at], len(words) - at
        denies = denies and word not in lists["but"]
        if word in lists["once"]:
            return Stand.ONCE
        if word in lists["moved"]:
            return Stand.ONCE if led_by_from else Stand.LIVES
        if distance <= _NEAR_WORDS and word in lists["lives"]:
            return Stand.ONCE if denies and _denied(words[:at], words[at + 1 : -1][:3]) else Stand.LIVES
        if distance <= 4 and word in lists["now"]:
            return Stand.LIVES
        if distance <= 4 and led_by_from and at < len(words) - 1 and word in lists["being"]:
            return Stand.COMES
        inside = found[at][1] > line and len(sentence) - found[at][1] <= _EVENT_REACH
        if inside and word in lists["events"]:
            return Stand.NONE
        if inside and word in lists["holders"] and (words[at + 1 :] or ["in"])[0] in lists["joins"]:
            return Stand.NONE
    return Stand.NAMED


def _denied(before: list[str], behind: list[str]) -> bool:
    no_longer = word_lists("homes")["no_longer"]
    return any(word in no_longer for word in (*before[-3:], *behind))


def _said_behind(behind: str) -> Stand:
    """What a verb says that stands last, or "resident" behind a state."""
    lists = word_lists("homes")
    stop = re.search(r"[.,;:!?\n]", behind)
    for match in _WORD.finditer(behind, 0, stop.start() if stop else len(behind)):
        if match[0] in lists["lives_behind"]:
            return Stand.LIVES
        if match[0] in lists["once_behind"]:
            return Stand.ONCE
    return Stand.NAMED


def _of_person(text: str, start: int, behind: str, low: int) -> bool:
    """Whether it is a surname ("Jack London", "Mrs Derby") or a given name before one ("Trenton Hale")."""
    names = word_lists("names")
    before = text[max(low, start - 24) : start]
    if before.endswith(" ") and (word := before.split()[-1:]):
        key = fold(word[0]).strip(".,'(")
        if word[0][0].isupper() and word[0][-1:] not in ",:;" and key in names["first_names"]:
            return True
        if key in names["titles"] and word[0][-1:] != ",":
            return True
    following = re.match(r" ([^\W\d_]+)", behind)
    return bool(
        following
        and following[1][0].isupper()
        and not following[1].isupper()
        and not before.rstrip(" \t").endswith(tuple("0123456789"))
        and not _is_in(before)
    )


def _follows_name(before: str) -> bool:
    """Whether a word with a capital stands right before it, so that it may be a surname or a firm's last word."""
    word = before[-24:].split()[-1:] if before.endswith(" ") else []
    if not word or not word[0][0].isupper() or not word[0].isalpha():
        return False
    lists, key = word_lists("names"), fold(word[0])
    homes = word_lists("homes")
    return not any(key in known for known in (lists["not_names"], lists["openers"], homes["in"], homes["from"]))


def _is_in(before: str) -> bool:
    words = _WORD.findall(before[-24:].lower())
    return bool(words) and before.endswith(" ") and before[-2:-1].isalpha() and words[-1] in word_lists("homes")["in"]


def _ends_address(text: str, start: int, end: int, low: int, high: int) -> bool:
    """Whether it ends a line behind a name or a street, or a line of its own below one; or heads a letter's date."""
    top = max(low, start - _LINE)
    line = text.rfind("\n", top, start) + 1
    own = _SENTENCE_END.split(text[max(line, top) : start] if line else text[top:start])[-1]
    if not own.strip() and _DATED.match(text, end, high):
        return True
    if not _ENDS_LINE.match(text, end, high):
        return False
    if own.rstrip()[-1:] in tuple(",/|–—-("):
        return _is_line_of_address(own.rstrip(" ,/|–—-(\t"))
    if own.strip() or not line:
        return False
    above = text[max(low, line - 1 - _LINE) : line - 1].rpartition("\n")[2]
    return _is_line_of_address(above)


def _is_line_of_address(line: str) -> bool:
    """Whether a line holds a street and a number, or a name of two words and nothing else."""
    lists = word_lists("names")
    words = re.findall(r"[^\s,/|()–—]+", line)
    if not words or (line.rstrip().endswith(",") and not any(char.isdigit() for char in line)):
        return False
    if any(char.isdigit() for char in words[0] + words[-1]) and "@" not in line:
        return True
    capital = [word for word in words if word[0].isupper()]
    ordinary = (lists["not_names"], lists["openers"])
    return (
        len(capital) >= 2
        and len(words) - len(capital) <= 2
        and len(words) <= 6
        and not any(fold(word).strip(".'") in known for word in capital for known in ordinary)
    )
