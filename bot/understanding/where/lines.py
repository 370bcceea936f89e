"""The line in which a place stands: an address, the end of a signature, or a desk's own."""

import re

from bot.understanding.where.said import in_list
from bot.understanding.wordlists import word_lists
from bot.understanding.words import fold

LINE = 120  # characters before a place in which its line begins
_SIGNATURE, _SHORT = 3, 70  # lines of a signature that are looked at; characters of one
_LETTERHEAD = 300  # characters above a date in which a letterhead stands
_WORDS = re.compile(r"[^\W\d_]+")
SENTENCE_END = re.compile(r"(?<!\b\w)[.!?]['\"”)]?\s|\n[ \t\r]*\n")
_DIGIT = re.compile(r"\d")
_POSTCODE = re.compile(r"(?:\d{4,5}(?: ?[A-Z]{2})?|\d{2}-\d{3}|\d{4}-\d{3})[ ,]{1,2}$")
# "18 Cobden Street, ", "Corso Dante 41, ", "ul. Cicha 17/4, "
_STREET = re.compile(
    r"(?:(?<!\d)\d{1,4}[a-zA-Z]?,? (?:[^\W\d_]{2,20}[ '-]){0,4}[A-ZÀ-Þ][^\W\d_]{2,30}|"
    r"[A-ZÀ-Þ][^\W\d_]{2,30}[ ,]{1,2}(?:n\.? ?º? ?)?\d{1,4} ?[a-zA-Z]?(?:/\d{1,4})?)[,;]?\s{1,2}$"
)
_STREET_BEHIND = re.compile(r"[ -]([A-ZÀ-Þ][^\W\d_]{1,11})(?!\w)")
_STREET_NAME = 40  # characters before a place that may begin with "street"
_ENDS_LINE = re.compile(
    r"(?: (?:[A-Z]{1,2}\d{1,2}[A-Z]?|\d{1,2}(?:er?|ème|de)?))?[ \t\r]*(?:[,;(]?[ \t\r]*(?:\n|$)|[.;)|/](?!\w)|,[ \t])"
)
_DATED = re.compile(
    r",? (?:den |le |a |on |dnia |d\. ?|, )?\d{1,2}"
    r"(?:[./-]\d{1,2}[./-]\d{2}|(?:st|nd|rd|th|er|°|\.)?,? (?:de )?[^\W\d_])"
)


def is_of_address(before: str) -> bool:
    """Whether the words before a place end with a postal code, or with a street and its number."""
    return _DIGIT.search(before) is not None and bool(_POSTCODE.search(before) or _STREET.search(before))


def is_of_street(before: str, behind: str) -> bool:
    """Whether a street is called by a place: "9 rue de Londres", "via Roma 9", "220 London Street"."""
    lists = word_lists("homes")
    if (street := _STREET_BEHIND.match(behind)) and fold(street[1]) in lists["streets_behind"]:
        return True
    if not before.endswith((" ", "'")):
        return False
    words = fold(before[-_STREET_NAME:]).replace("'", " ").split()
    of = False
    while words and words[-1] in lists["of_street"]:
        of = bool(words.pop())
    return bool(words) and (words[-1] in lists["streets"] or (of and words[-1] in lists["streets_of"]))


def is_of_desk(text: str, start: int, low: int) -> bool:
    """Whether a line tells of who handles a message: "Handler: Post room, Croydon", "Operatrice Rita, Catania"."""
    own = text[max(low, start - LINE) : start].rpartition("\n")[2]
    if own.rstrip(" ")[-1:] == "(":  # "Agent summary: Ms Zanele Mthembu (Cape Town)"
        return False
    words = _WORDS.findall(SENTENCE_END.split(own)[-1])
    return bool(words) and any(in_list("desks", word) for word in words[: 2 if ":" in own else 1])


def signs_for_others(text: str, start: int, end: int, low: int) -> bool:
    """Whether a place stands in the short lines of a lawyer's signature or letterhead, or heads the date below one."""
    if _heads_date(text, start, end, low):
        above = text[max(low, start - _LETTERHEAD) : start].split("\n")
        return any(in_list("agents", word) for line in above if len(line) <= _SHORT for word in _WORDS.findall(line))
    stop = text.find("\n", end)
    if stop < 0:
        stop = len(text)
    lines = text[max(low, start - 2 * LINE) : min(stop, end + LINE)].split("\n")[-_SIGNATURE:]
    if len(lines[-1]) > _SHORT or re.search(r"[^\W\d_]{2}[.!?] ", lines[-1]):
        return False
    return any(in_list("agents", word) for line in lines if len(line) <= _SHORT for word in _WORDS.findall(line))


def _heads_date(text: str, start: int, end: int, low: int) -> bool:
    """Whether a line begins with a place and goes on with a date: "Bilbao, 15 de octubre"."""
    begun = text[max(low, start - LINE) : start].rpartition("\n")[2].strip()
    return (not begun or begun.lower() in ("en", "a", "à")) and _DATED.match(text, end) is not None


def ends_address(text: str, start: int, end: int, low: int, high: int) -> bool:
    """Whether it ends a line behind a name or a street, or a line of its own below one; or heads a letter's date."""
    top = max(low, start - LINE)
    line = text.rfind("\n", top, start) + 1
    own = SENTENCE_END.split(text[max(line, top) : start] if line else text[top:start])[-1]
    if not own.strip() and _DATED.match(text, end, high):
        return True
    if not _ENDS_LINE.match(text, end, high):
        return False
    above = text[max(low, line - 1 - LINE) : line - 1].rpartition("\n")[2] if line else ""
    if own.rstrip()[-1:] in tuple(",/|–—-("):
        rest = own.rstrip(" ,/|–—-(\t")
        below_name = rest.isalpha() and rest[:1].isupper() and _is_last(text, end, high)  # a part of town before it
        return _is_line_of_address(rest) or (below_name and _is_line_of_address(above))
    if own.strip() or not line:
        return False
    return _is_line_of_address(above)


def _is_last(text: str, end: int, high: int) -> bool:
    return text.find("\n", end, high) < 0 or not text[text.find("\n", end, high) : high].strip()


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
