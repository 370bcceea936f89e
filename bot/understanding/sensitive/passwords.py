"""Where a text tells a password: behind a word for it, told from what people say about passwords by its looks and by
the words around it."""

import re
from collections.abc import Iterator
from itertools import islice

from bot.understanding.sensitive.numbers import Cut
from bot.understanding.sensitive.words import shortest
from bot.understanding.wordlists import alternatives, word_lists
from bot.understanding.words import EMAIL

_NAME = "password"
_SHORTEST = 4  # characters of a password that only its looks tell; of one that stands alone behind a word, one more
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
# How it leads to the password: "of my account", then a colon or the like (the next line may hold it), or a verb
_TIE = rf"[ ](?:{alternatives(_LISTS['ties'])})(?:[ ][^\W\d_][\w'-]{{0,20}}){{1,4}}?"
_MARK = rf"(?:[ ](?:{_SAYS}))?[*_\"' ]{{0,3}}(?:[:=]{{1,2}}>?|[=-]>|\t)[*_]{{0,2}}[ \t]{{0,8}}"
_NEXT_LINE = r"(?:\r?\n[ \t]{0,8}){1,2}"
_VERB = rf",?[ ](?P<verb>{_SAYS})[ \t]{{1,3}}"
_LEADS = re.compile(
    rf"(?:[ ]?\([^()\n]{{1,20}}\))?(?P<tie>{_TIE})??(?:(?P<mark>{_MARK}(?P<next>{_NEXT_LINE})?)|{_VERB})"
)
_OPENS = re.compile(r"[ ]{0,3}(?:(?:->?|→|\|)[ ])?(?:[«»„][ ]?|[\"'“”‘’<(*`]){0,3}")
_TOKEN = re.compile(r"\S{1,256}")
_LINE_ENDS = re.compile(r"[ \t]{0,8}(?:[\r\n]|$)")
_CLOSES = "\"'“”‘’«»>)*`,;"
_STOPS = ".!?…:"
_PLAIN = re.compile(r"[^\W\d_]+(?:[-'’/.&][^\W\d_]+)*")
_LINK = re.compile(r"[a-z]{2,10}://|www\.", re.IGNORECASE)
_MAILBOX = re.compile(rf"(?:mailto:)?{EMAIL}[^\w@]*")
_REFERENCE = re.compile(
    r"#?(?:[A-Z]{1,8}[-_]?)?[0-9][0-9./:-]*|[A-Z]{2,8}(?:-[0-9A-Z]{1,10}){1,3}|[0-9]+(?:[a-z]{1,3}|[A-Z])"
)
_ONE = r"[^\W_]+(?:[-'’][^\W_]+)*"
_WORDS = re.compile(_ONE)
_PHRASE = re.compile(
    rf"(?P<words>{_ONE}(?:[ ]{{1,2}}{_ONE}){{0,{_MOST_WORDS - 1}}})"
    r"(?:[.!?]{1,3}(?:\s|$)|[ \t]{0,8}(?:[\n\r,;|)\"'”»]|$))"
)


def passwords_in(text: str, folded: str) -> Iterator[Cut]:
    """The passwords of a text. `folded` is the same text by `words.fold`."""
    if not any(sign in folded for sign in _SIGNS):
        return
    at = 0
    while match := _WORD_FOR_IT.search(folded, at):
        at = match.end()
        if match.lastgroup is None:
            continue
        span = _behind(text, folded, match)
        if span is not None:
            at = span[1]
            yield Cut(*span, _NAME)


def _behind(text: str, folded: str, word: re.Match[str]) -> tuple[int, int] | None:
    """Where the password stands that a word for it leads to."""
    leads = _LEADS.match(folded, word.end())
    opens = _OPENS.match(folded, (leads or word).end())
    if opens is None or _WORD_FOR_IT.match(folded, opens.end()):
        return None
    token = _TOKEN.match(text, opens.end())
    if token is None or not _may_be_one(token[0]):
        return None
    value = token[0].rstrip(_CLOSES)
    core = value.rstrip(_STOPS)
    span = token.start(), token.start() + len(value)
    if not any(map(str.isalnum, core)):
        return None
    known = word["name"] is not None
    if leads is None:
        return span if opens[0] and known and _is_mixed(core) else None
    if leads["next"] and not _LINE_ENDS.match(text, token.end()):
        return None  # what stands in the next line has other words beside it
    told = leads["mark"] is not None
    doubtful = text[slice(*leads.span("verb"))].lower() in _DOUBTFUL
    whose = not leads["tie"] or leads["tie"].split()[-1] in _LISTS["accounts"]
    if len(core) >= _SHORTEST and not _PLAIN.fullmatch(core):
        surely = whose and (told or known)
        return span if surely or (_is_mixed(core) and not (doubtful and not known)) else None
    if not whose or _is_event(folded, word.start()):
        return None
    capital = core != core.lower()
    if told:
        return None if leads["next"] and capital else _in_words(folded, span[0], len(core), _MOST_WORDS if known else 1)
    if not known or doubtful or not capital or len(core) < _SHORTEST or _is_about(folded, *span):
        return None
    return span


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


def _is_mixed(core: str) -> bool:
    """Whether no word looks like it, nor a date, an amount or the number of a ticket."""
    if len(core) <= _SHORTEST or _REFERENCE.fullmatch(core):
        return False
    return any(map(str.isdigit, core)) and any(map(str.isalpha, core))


def _may_be_one(token: str) -> bool:
    """Whether it is no link and no address, of which one reads behind "reset your password", too."""
    return not (token[0] == "[" or _LINK.match(token) or ("@" in token and _MAILBOX.match(token)))
