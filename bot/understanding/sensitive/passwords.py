"""Where a text tells a password: behind a word for it, told from what people say about passwords by its looks and by
the words around it. Other ways to tell one stand in `password_turns`."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from bot.understanding.sensitive.numbers import Cut
from bot.understanding.sensitive.password_turns import logins_in, set_to, turned
from bot.understanding.sensitive.password_words import MOST, is_about, is_surely_password, is_worn, may_be_password
from bot.understanding.sensitive.tables import tables
from bot.understanding.sensitive.values import (
    CLAUSE_ENDS,
    OPENS,
    PLAIN,
    SHORTEST,
    Value,
    is_mixed,
    stands_alone,
    value_at,
)
from bot.understanding.who.looked import Named
from bot.understanding.wordlists import alternatives, word_lists

_NAME = "password"
_LOOK_AHEAD = 64  # characters of a line that tell whether it is a sentence
_LONGEST_EVENT = 24  # characters before a word for it
_LISTS = word_lists("sensitive")
_NAMES = _LISTS["passwords"] | _LISTS["marked"] | _LISTS["elsewhere"]
_SAYS = alternatives(_LISTS["says"])

_WORD_FOR_IT = Named(
    _NAMES | _LISTS["unlike"],
    rf"(?<![^\W_])(?:(?:{alternatives(_LISTS['unlike'])})(?![^\W_])|"
    rf"(?P<name>{alternatives(_LISTS['passwords'])})[0-9]?(?![^\W_])|"
    rf"(?P<marked>{alternatives(_LISTS['marked'])})[0-9]?(?![^\W_])|"
    rf"(?P<elsewhere>{alternatives(_LISTS['elsewhere'])})(?![^\W_]))",
    signs=_NAMES,
)
# How it leads to the password: "of my account", then a colon or the like (the next line may hold it), or a verb, also
# behind "that I use"; or the next cell of a table
_TIE = rf"[ ](?:{alternatives(_LISTS['ties'])})(?:[ ][^\W\d_][\w'-]{{0,20}}){{1,4}}?"
_USED = rf"(?:,?[ ](?:{alternatives(_LISTS['relatives'])})(?:[ ][^\W\d_][\w'-]{{0,20}}){{0,4}}?)??"
_TAGS = r"(?:[ ]?</?[a-z][a-z0-9]{0,9}(?:[ ][^<>\n]{0,60})?/?>[ ]?){0,4}"
_CELL = (
    r"(?P<cell>[ ]{0,20}(?:\||\t{2,4})[ ]{0,20}|[ ]{3,20}(?=[^ ])|"
    r"(?:</[a-z0-9]{1,9}>\s{0,4}){1,2}(?:<[a-z0-9]{1,9}>\s{0,4}){1,2})"
)
_MARK = rf"(?:[ ](?:{_SAYS}))?[*_\"' ]{{0,3}}{_TAGS}(?:[:=]{{1,2}}>?|[=-]>|\t)[*_]{{0,2}}{_TAGS}[ \t]{{0,8}}"
_NEXT_LINE = r"(?:\r?\n[ \t]{0,8}){1,2}"
_VERB = rf"{_USED},?[ ](?P<verb>{_SAYS})[ \t]{{1,3}}"
_LEADS = re.compile(
    rf"(?:[ ]?\([^()\n]{{1,20}}\))?(?P<tie>{_TIE})??(?:(?P<mark>{_CELL}|{_MARK}(?P<next>{_NEXT_LINE})?)|{_VERB})"
)
_BELOW = re.compile(rf"[ \t]{{0,8}}{_NEXT_LINE}")
_LINE_ENDS = re.compile(r"[ \t]{0,8}(?:[\r\n]|$)")
_QUOTES = {'"': '"', "'": "'", "“": "”“", "”": "”", "„": '“”"', "«": "»", "‘": "’", "’": "’"}
_LONGEST_QUOTE = 40
_CELL_ENDS = re.compile(r"[ \t]{0,20}\|?[ \t]{0,8}(?:[\r\n<]|$)")
_LONGEST_FRAME = 60
_LONGEST_LINK = 2_000
_FRAME = re.compile(r"(?:^|\n)(?:[ \t|>*-]|<[a-z0-9]{1,9}>){0,20}\Z")
_JOINT = re.compile(r"(?:[ ]?[,;/&][ ]?|[ ])(?:(?:and|or|en|of|und|oder|et|ou|y|o|e|i|oraz)[ ])?")
_ONE = r"[^\W_]+(?:[-'’][^\W_]+)*"
_PHRASE = re.compile(
    rf"(?P<words>{_ONE}(?:[ ]{{1,2}}{_ONE}){{0,{MOST - 1}}})"
    r"(?:[.!?]{1,3}(?:\s|$)|[ \t]{0,8}(?:[\n\r,;|)\"'”»<]|$))"
)
_PART = re.compile(r"[^\W\d_]+")
_MIXED_CELL = re.compile(r"(?=\S*[a-z])(?=\S*[^\sa-z])\S{5,64}")


def passwords_in(text: str, folded: str, parts: AbstractSet[str]) -> Iterator[Cut]:
    """The passwords of a text. `folded` is the same text by `words.fold`, `parts` are those of its words."""
    yield from (Cut(*span, _NAME) for span in logins_in(text, folded, parts))
    if not _WORD_FOR_IT.may_stand(folded, parts):
        return
    at = 0
    while match := _WORD_FOR_IT.pattern.search(folded, at):
        at = match.end()
        if match.lastgroup is None or _is_parameter(folded, *match.span()):
            continue
        if before := turned(text, folded, *match.span()):
            yield Cut(*before, _NAME)
            continue
        span = _behind(text, folded, match) or (set_to(text, folded, *match.span()) if match["name"] else None)
        while span is not None:
            yield Cut(*span, _NAME)
            at = span[1]
            span = _next(text, folded, at) if match[0] in _LISTS["several"] else None
    for table in tables(folded, _WORD_FOR_IT.pattern, _LISTS["heads"]):
        for low, high in sorted(table.cells):
            if _may_be_cell(folded[low:high]) and not is_about(folded, low, high):
                yield Cut(low, high, _NAME)


def _may_be_cell(said: str) -> bool:
    """No number and no several words: other lists have a column of that name, too ("Password, delete")."""
    if not PLAIN.fullmatch(said):
        return _MIXED_CELL.fullmatch(said) is not None
    return may_be_password(_PART.findall(said))


def _is_parameter(folded: str, start: int, end: int) -> bool:
    """Whether it is one of a link, which `links` looks into; "user=ana&password=..." alone is none."""
    if folded[end : end + 1] != "=" or folded[max(0, start - 1) : start] not in ("?", "&"):
        return False
    before = folded[max(0, start - _LONGEST_LINK) : start].rsplit(None, 1)[-1]
    return "?" in before or "/" in before or "&amp" in before


def _behind(text: str, folded: str, word: re.Match[str]) -> tuple[int, int] | None:
    """Where the password stands that a word for it leads to."""
    leads = _LEADS.match(folded, word.end())
    if leads is None and (below := _below(text, folded, word)):
        return below
    opens = OPENS.match(folded, (leads or word).end())
    if opens is None or _WORD_FOR_IT.pattern.match(folded, opens.end()):
        return None
    value = value_at(text, opens.end())
    if value is None:
        return None
    core, span = value.core, (value.start, value.end)
    if word["elsewhere"]:
        return span if leads and leads["mark"] and not leads["next"] and is_mixed(core) else None
    known = word["name"] is not None
    whose = leads is None or not leads["tie"] or leads["tie"].split()[-1] in _LISTS["accounts"]
    event = _is_event(folded, word.start())
    if _may_be_quoted(word, leads) and whose and not event and (quoted := _quoted(text, folded, opens)):
        return quoted
    if leads is None:
        sure = known or (word[0] in _LISTS["short"] and core != core.upper() and not is_worn(core))
        return span if opens[0] and sure and is_mixed(core) else None
    if leads["next"] and not _LINE_ENDS.match(text, value.beyond):
        return None  # what stands in the next line has other words beside it
    if _is_direction(word, leads):
        return None
    if leads["cell"] and not is_mixed(core) and not _is_cell(text, folded, word.start(), value):
        return None
    told = leads["mark"] is not None
    surely = whose and (told or known)
    if is_mixed(core):
        return span if surely or known or leads["verb"] not in _LISTS["doubtful"] else None
    if not PLAIN.fullmatch(core):
        numeral = not any(map(str.isalpha, core))
        return span if len(core) >= SHORTEST and surely and (not numeral or _is_number(folded, value)) else None
    if not whose or event:
        return None
    if told:
        may_be = not leads["next"] or core == core.lower()
        return _in_words(folded, span[0], len(core), MOST if known else 1) if may_be else None
    sure = known and len(core) > SHORTEST and stands_alone(folded, value)
    plain = folded[value.start : value.core_end]
    return (value.start, value.core_end) if sure and is_surely_password(plain) else None


def _below(text: str, folded: str, word: re.Match[str]) -> tuple[int, int] | None:
    """Where a password stands alone in the line below its name, as in what is copied from a form."""
    gap = _BELOW.match(folded, word.end()) if word["name"] and _begins_line(folded, word.start()) else None
    value = value_at(text, gap.end()) if gap else None
    if value is None or not is_mixed(value.core) or not _LINE_ENDS.match(text, value.beyond):
        return None
    return value.start, value.end


def _is_direction(word: re.Match[str], leads: re.Match[str]) -> bool:
    """Whether somebody sends it there: "to" is a verb in Polish only."""
    return leads["verb"] == "to" and not word[0].startswith("hasl")


def _is_number(folded: str, value: Value) -> bool:
    """Whether digits stand for themselves: neither "24 months" nor "100 %"."""
    return "%" not in value.core and stands_alone(folded, value)


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
    return not _is_direction(word, leads)


def _quoted(text: str, folded: str, opens: re.Match[str]) -> tuple[int, int] | None:
    """What stands in quotes there, unless it is about a password."""
    quote = opens[0].strip()[-1:]
    low = opens.end()
    if not quote or quote not in _QUOTES:
        return None
    high = min((at for end in _QUOTES[quote] if (at := text.find(end, low, low + _LONGEST_QUOTE)) > 0), default=-1)
    said = text[low:high].strip()
    if high < 0 or len(said) < SHORTEST or "\n" in said or is_about(folded, low, high):
        return None
    if said.replace(" ", "").isalpha() and not may_be_password(folded[low:high].split()):
        return None
    return low, low + len(text[low:high].rstrip())


def _next(text: str, folded: str, at: int) -> tuple[int, int] | None:
    """Where the next of several passwords stands: "hunter2 and letmein"."""
    joint = _JOINT.match(folded, at)
    opens = OPENS.match(folded, joint.end()) if joint and joint[0] else None
    value = value_at(text, opens.end()) if opens else None
    if value is None:
        return None
    if is_mixed(value.core):
        return value.start, value.end
    plain = folded[value.start : value.core_end]
    sure = len(plain) >= SHORTEST and PLAIN.fullmatch(plain) and may_be_password([plain])
    return (value.start, value.core_end) if sure and CLAUSE_ENDS.match(folded, value.core_end) else None


def _in_words(folded: str, start: int, first: int, most: int) -> tuple[int, int] | None:
    """A password of plain words behind a colon: the rest of its line, or of a longer line the first word (of so many
    characters), unless that is a sentence about a password."""
    phrase = _PHRASE.match(folded, start)
    if most == 1 and (phrase is None or " " in phrase["words"]):
        return None
    end = phrase.end("words") if phrase else start + first
    if phrase is None and is_about(folded, start, start + _LOOK_AHEAD):
        return None
    return (start, end) if may_be_password(folded[start:end].split()) else None


def _is_event(folded: str, name: int) -> bool:
    """Whether the word before tells what happened to a password: "forgot password: Ana"."""
    before = folded[max(0, name - _LONGEST_EVENT) : name].split()
    return bool(before) and before[-1].strip("-:,.('\"") in _LISTS["events"]


def _begins_line(folded: str, at: int) -> bool:
    """Whether nothing but the frame of a table stands before it in its line."""
    return _FRAME.search(folded, max(0, at - _LONGEST_FRAME), at) is not None
