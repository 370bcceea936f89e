"""Where a text tells a password: behind a word for it, told from what people say about passwords by its looks and by
the words around it."""

import re
from collections.abc import Iterator
from itertools import islice

from bot.understanding.sensitive.numbers import Cut
from bot.understanding.sensitive.tables import tables
from bot.understanding.sensitive.values import CLOSES, SHORTEST, STOPS, Value, is_mixed, value_at
from bot.understanding.sensitive.words import shortest
from bot.understanding.wordlists import alternatives, word_lists

_NAME = "password"
_MOST_WORDS = 8  # of a password of words
_LOOK_AHEAD = 64  # characters of a line that tell whether it is a sentence
_LONGEST_EVENT = 24  # characters before a word for it
_LISTS = word_lists("sensitive")
_SIGNS = shortest(_LISTS["passwords"] | _LISTS["marked"])
_SAYS = alternatives(_LISTS["says"])
_EVENTS = _LISTS["events"]
_DOUBTFUL = _LISTS["doubtful"]
_ABOUT = _EVENTS | _LISTS["sentences"] | _LISTS["accounts"] | _LISTS["customers"]

_WORD_FOR_IT = re.compile(
    rf"(?<![^\W_])(?:(?:{alternatives(_LISTS['unlike'])})(?![^\W_])|"
    rf"(?P<name>{alternatives(_LISTS['passwords'])})(?![^\W_])|"
    rf"(?P<marked>{alternatives(_LISTS['marked'])})(?![^\W_]))"
)
# How it leads to the password: "of my account", then a colon or the like (the next line may hold it), or a verb; or
# the next cell of a table, or what it was set to
_TIE = rf"[ ](?:{alternatives(_LISTS['ties'])})(?:[ ][^\W\d_][\w'-]{{0,20}}){{1,4}}?"
_TAGS = r"(?:[ ]?</?[a-z][a-z0-9]{0,9}(?:[ ][^<>\n]{0,60})?/?>[ ]?){0,4}"
_CELL = (
    r"(?P<cell>[ ]{0,20}(?:\||\t{2,4})[ ]{0,20}|[ ]{3,20}(?=[^ ])|"
    r"(?:</[a-z0-9]{1,9}>\s{0,4}){1,2}(?:<[a-z0-9]{1,9}>\s{0,4}){1,2})"
)
_MARK = rf"(?:[ ](?:{_SAYS}))?[*_\"' ]{{0,3}}{_TAGS}(?:[:=]{{1,2}}>?|[=-]>|\t)[*_]{{0,2}}{_TAGS}[ \t]{{0,8}}"
_NEXT_LINE = r"(?:\r?\n[ \t]{0,8}){1,2}"
_VERB = rf",?[ ](?P<verb>{_SAYS})[ \t]{{1,3}}"
_SET = (
    rf"(?:(?:[ ][^\W\d_]{{1,12}}){{0,2}}[ ](?:{alternatives(_LISTS['setting'])}))?"
    rf"[ ](?P<into>{alternatives(_LISTS['into'])})[ ]{{1,3}}"
)
_LEADS = re.compile(
    rf"(?:[ ]?\([^()\n]{{1,20}}\))?(?P<tie>{_TIE})??(?:(?P<mark>{_CELL}|{_MARK}(?P<next>{_NEXT_LINE})?)|{_VERB})"
)
_INTO = re.compile(_SET)
_OPENS = re.compile(r"[ ]{0,3}(?:(?:->?|→|\|)[ ])?(?:[«»„][ ]?|[\"'“”‘’<(*`]){0,3}")
_LINE_ENDS = re.compile(r"[ \t]{0,8}(?:[\r\n]|$)")
_PLAIN = re.compile(r"[^\W\d_]+(?:[-'’/.&][^\W\d_]+)*")
_QUOTES = {'"': '"', "'": "'", "“": "”“", "”": "”", "„": '“”"', "«": "»", "‘": "’", "’": "’"}
_LONGEST_QUOTE = 40
_CLAUSE_ENDS = re.compile(r"[ ]{0,2}(?:[.,;:!?)\n]|$)")
_CELL_ENDS = re.compile(r"[ \t]{0,20}\|?[ \t]{0,8}(?:[\r\n<]|$)")
_LONGEST_FRAME = 60
_FRAME = re.compile(r"(?:^|\n)(?:[ \t|>*-]|<[a-z0-9]{1,9}>){0,20}\Z")
_JOINT = re.compile(r"(?:[ ]?[,;/&][ ]?|[ ])(?:(?:and|or|en|of|und|oder|et|ou|y|o|e|i|oraz)[ ])?")
_ONE = r"[^\W_]+(?:[-'’][^\W_]+)*"
_WORDS = re.compile(_ONE)
_PHRASE = re.compile(
    rf"(?P<words>{_ONE}(?:[ ]{{1,2}}{_ONE}){{0,{_MOST_WORDS - 1}}})"
    r"(?:[.!?]{1,3}(?:\s|$)|[ \t]{0,8}(?:[\n\r,;|)\"'”»<]|$))"
)


def passwords_in(text: str, folded: str) -> Iterator[Cut]:
    """The passwords of a text. `folded` is the same text by `words.fold`."""
    if not any(sign in folded for sign in _SIGNS):
        return
    at = 0
    while match := _WORD_FOR_IT.search(folded, at):
        at = match.end()
        if match.lastgroup is None or _is_parameter(folded, *match.span()):
            continue
        span = _behind(text, folded, match) or _set_to(text, folded, match)
        while span is not None:
            yield Cut(*span, _NAME)
            at = span[1]
            span = _next(text, folded, at) if match[0] in _LISTS["several"] else None
    for table in tables(folded, _WORD_FOR_IT, _LISTS["heads"]):
        for low, high in sorted(table.cells):
            if not _is_about(folded, low, high) and _IN_A_CELL.fullmatch(folded, low, high):
                yield Cut(low, high, _NAME)


# Not a word, a number or several words: other lists have a column of that name, too ("Password, delete").
_IN_A_CELL = re.compile(r"(?=\S*[a-z])(?=\S*[^\sa-z])\S{5,64}")


def _is_parameter(folded: str, start: int, end: int) -> bool:
    """Whether it is one of a link, which `links` looks into."""
    return folded[end : end + 1] == "=" and folded[max(0, start - 1) : start] in ("?", "&")


def _behind(text: str, folded: str, word: re.Match[str]) -> tuple[int, int] | None:
    """Where the password stands that a word for it leads to."""
    leads = _LEADS.match(folded, word.end())
    opens = _OPENS.match(folded, (leads or word).end())
    if opens is None or _WORD_FOR_IT.match(folded, opens.end()):
        return None
    value = value_at(text, opens.end())
    if value is None:
        return None
    core, span = value.core, (value.start, value.end)
    known = word["name"] is not None
    whose = leads is None or not leads["tie"] or leads["tie"].split()[-1] in _LISTS["accounts"]
    event = _is_event(folded, word.start())
    if _may_be_quoted(word, leads) and whose and not event and (quoted := _quoted(text, folded, opens)):
        return quoted
    if leads is None:
        return span if opens[0] and known and is_mixed(core) else None
    if leads["next"] and not _LINE_ENDS.match(text, value.beyond):
        return None  # what stands in the next line has other words beside it
    told = leads["mark"] is not None
    doubtful = text[slice(*leads.span("verb"))].lower() in _DOUBTFUL
    if leads["cell"] and not is_mixed(core) and not _is_cell(text, folded, word.start(), value):
        return None
    if len(core) >= SHORTEST and not _PLAIN.fullmatch(core):
        surely = whose and (told or known)
        return span if surely or (is_mixed(core) and not (doubtful and not known)) else None
    if not whose or event:
        return None
    capital = core != core.lower()
    if told:
        return None if leads["next"] and capital else _in_words(folded, span[0], len(core), _MOST_WORDS if known else 1)
    if not known or doubtful or not capital or len(core) < SHORTEST or _is_about(folded, *span):
        return None
    return span


def _is_cell(text: str, folded: str, name: int, value: Value) -> bool:
    """Whether what stands in the next cell is the last of its line, in which the name is the first; and no head."""
    ends = _CELL_ENDS.match(text, value.beyond) is not None
    return ends and _begins_line(folded, name) and folded[value.start : value.end] not in _LISTS["heads"]


def _may_be_quoted(word: re.Match[str], leads: re.Match[str] | None) -> bool:
    """Not what a password was given "to", nor behind Polish words that mean a slogan, too."""
    if word["name"] is None:
        return False
    if leads is None:
        return not word[0].startswith("hasl")
    return not (leads["verb"] == "to" and word[0].startswith("pass"))


def _quoted(text: str, folded: str, opens: re.Match[str]) -> tuple[int, int] | None:
    """What stands in quotes there, unless it is about a password."""
    quote = opens[0].strip()[-1:]
    low = opens.end()
    if not quote or quote not in _QUOTES:
        return None
    high = min((at for end in _QUOTES[quote] if (at := text.find(end, low, low + _LONGEST_QUOTE)) > 0), default=-1)
    said = text[low:high].strip()
    if high < 0 or len(said) < SHORTEST or "\n" in said or _is_about(folded, low, high):
        return None
    return low, low + len(text[low:high].rstrip())


def _set_to(text: str, folded: str, word: re.Match[str]) -> tuple[int, int] | None:
    """Where the password stands that somebody or something was given: "password set to", "changed my password to"."""
    into = _INTO.match(folded, word.end()) if word["name"] else None
    opens = _OPENS.match(folded, into.end()) if into else None
    value = value_at(text, opens.end()) if opens else None
    if into is None or value is None:
        return None
    beyond = folded[value.beyond : value.beyond + _LONGEST_EVENT].split()[:1]
    around = folded[max(0, word.start() - 2 * _LONGEST_EVENT) : word.start()].split()[-5:]
    around += [*into[0].split(), *(one.strip(CLOSES + STOPS) for one in beyond)]
    if _LISTS["setting"].isdisjoint(around):
        return None
    if is_mixed(value.core):
        return value.start, value.end
    ends = _CLAUSE_ENDS.match(folded, value.start + len(value.core))
    if not ends and not (beyond and beyond[0].strip(CLOSES + STOPS) in _LISTS["setting"]):
        return None
    plain = folded[value.start : value.start + len(value.core)]
    if into["into"] not in _LISTS["plainly"] or len(plain) < SHORTEST or not _PLAIN.fullmatch(plain):
        return None
    if plain in _ABOUT or plain in _LISTS["when_set"] or (into["into"] != "to" and plain.endswith(("ar", "er", "ir"))):
        return None
    return value.start, value.start + len(value.core)


def _next(text: str, folded: str, at: int) -> tuple[int, int] | None:
    """Where the next of several passwords stands: "hunter2 and letmein"."""
    joint = _JOINT.match(folded, at)
    opens = _OPENS.match(folded, joint.end()) if joint and joint[0] else None
    value = value_at(text, opens.end()) if opens else None
    if value is None:
        return None
    if is_mixed(value.core):
        return value.start, value.end
    ends = _CLAUSE_ENDS.match(folded, value.start + len(value.core))
    plain = folded[value.start : value.start + len(value.core)]
    known = len(plain) >= SHORTEST and plain not in _ABOUT and _PLAIN.fullmatch(plain)
    return (value.start, value.start + len(value.core)) if ends and known else None


def _in_words(folded: str, start: int, first: int, most: int) -> tuple[int, int] | None:
    """A password of plain words behind a colon: the rest of its line, or of a longer line the first word (of so many
    characters), unless that is a sentence about a password."""
    phrase = _PHRASE.match(folded, start)
    if most == 1 and (phrase is None or " " in phrase["words"]):
        return None
    end = phrase.end("words") if phrase else start + first
    return None if _is_about(folded, start, end if phrase else start + _LOOK_AHEAD) else (start, end)


def _is_about(folded: str, start: int, end: int) -> bool:
    line = folded.find("\n", start, end)
    found = _WORDS.finditer(folded, start, line if line >= 0 else end)
    return any(word[0] in _ABOUT for word in islice(found, _MOST_WORDS + 1))


def _is_event(folded: str, name: int) -> bool:
    """Whether the word before tells what happened to a password: "forgot password: Ana"."""
    before = folded[max(0, name - _LONGEST_EVENT) : name].split()
    return bool(before) and before[-1].strip("-:,.('\"") in _EVENTS


def _begins_line(folded: str, at: int) -> bool:
    """Whether nothing but the frame of a table stands before it in its line."""
    return _FRAME.search(folded, max(0, at - _LONGEST_FRAME), at) is not None
