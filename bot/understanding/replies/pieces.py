"""The parts of a short answer, and the words by which somebody says how sure they are of it."""

import re
from itertools import pairwise

from bot.understanding.replies.answers import adds_more, joins, phrases, plain
from bot.understanding.replies.whole_days import with_dates_whole
from bot.understanding.wordlists import alternatives
from bot.understanding.words import fold

_BETWEEN = re.compile(
    rf"(?:(?<!\s)\s+)?[,;\n]\s*|(?<!\s)\s+[-–—]\s+|(?<!\s)\s+(?:{alternatives(phrases('but'))})\s+(?=\S)",
    re.IGNORECASE,
)
_LONGEST = 1_000  # characters of a text in which such words are looked for
_STREET = "str"  # "Lindenstr. 8"
_TITLE = 12  # characters of one, at most
_SIGN = re.compile(
    r"[;\n]+|,(?!\d)|\s[/|–—-]\s|(?<=\w\w)(?<!\b\d\d)[.!](?=\s)|\.{2,}(?=\s)|…"
    r"|\s(?:from|via|vanuit|vanaf|van|von|über|depuis|de|desde|dal|da|pelo|z|ze)\s(?=[^\s@]{1,64}@)"  # "from ana@..."
)
_ITEM = re.compile(r"(?:^|(?<!\s)\s+)\d{1,2}[.)]\s+(?=\S)")  # "1) Ann Bell 2) yesterday"
_ASIDE = re.compile(rf"(?:^|[\s,]+)(?:{alternatives(phrases('aside'))})(?!\w)[\s,]*", re.IGNORECASE)
_FIRST = re.compile(rf"^\s*(?:(?:{alternatives(phrases('aside_first'))})[\s,:]+)+", re.IGNORECASE)
_SORRY = re.compile(rf"[\s,]+(?:{alternatives(phrases('apology'))})[\s.!]*$", re.IGNORECASE)
_NOTED = re.compile(
    rf"^\s*(?:(?:ah|oh|ach|aha)[\s,]+)?(?:(?:{alternatives(phrases('takes_note'))})(?:\s*[,.!:;]+\s+|\s+[-–—]\s+)"
    r"(?:(?:so|well|then|dus|also|dann|alors|donc|entonces|allora|então|to)\s+)?)+(?=\S)",
    re.IGNORECASE,
)
_HEDGE = alternatives(phrases("hedges"))
_HEDGES = re.compile(rf"^(?:(?:{_HEDGE})[\s,:]+)+|(?:[\s,]+(?:{_HEDGE}))+[\s.!]*$", re.IGNORECASE)


def pieces(text: str) -> list[str]:
    """Its parts between commas, dashes and lines, and on both sides of "but"; "Thu, 5 March" is one."""
    return _BETWEEN.split(with_dates_whole(text) if len(text) <= _LONGEST else text)


def between_signs(text: str) -> list[str]:
    """Its parts between signs, or the items of a list; a title is none for itself: "Mr. Bell", "ul. Polna 4"."""
    parts, (before, *items) = list[str](), _ITEM.split(text)
    text = "; ".join(items) if len(items) > 1 and not before else text
    short = phrases("titles", "names") | phrases("abbreviated")
    for part in _SIGN.split(text):
        last = plain(parts[-1][-_TITLE:].rpartition(" ")[2]) if parts else ""
        if last in short or last.endswith(_STREET):
            parts[-1] = f"{parts[-1].strip()}. {part.strip()}"
        else:
            parts.append(part)
    return parts


def without_hedges(text: str) -> str:
    """The same without "I think", at its beginning and at its end."""
    return _without(_HEDGES, text)


def without_asides(text: str) -> str:
    """The same without the words that say that something comes to mind, and an apology behind it: "her name is, by the
    way, Bell", "it was Sunday, sorry"."""
    return _without(_SORRY, _without(_ASIDE, _without(_FIRST, text), " ")).strip()


def _without(pattern: re.Pattern[str], text: str, between: str = "") -> str:
    """A text without what a pattern of folded words finds in it: "natürlich" stands in the lists as "naturlich"."""
    folded = fold(text) if len(text) <= _LONGEST else ""
    if not folded:
        return text
    if len(folded) != len(text):
        return pattern.sub(between, text)
    ends = [(0, 0), *(match.span() for match in pattern.finditer(folded)), (len(text), len(text))]
    return between.join(text[one[1] : other[0]] for one, other in pairwise(ends))


def without_noted(text: str) -> str:
    """The same without the words with which somebody takes note of what they were told: "ah ok, Germany"."""
    return _without(_NOTED, text)


def goes_on(text: str) -> bool:
    """Whether an answer says something beside what was said before, or begins with "and", or "oh and"."""
    first, *others = text.split()[:2] or [""]
    return (
        adds_more(text)
        or joins(first)
        or (plain(first) in phrases("aside_first") and any(one.islower() and joins(one) for one in others))
    )
