"""What a short answer says is wrong beside what is right: "Bell, not Ball", and what it goes on with behind that."""

import re

from bot.understanding.replies.answers import BESIDE, LONGEST, confirms, joins, knows_not, phrases, plain

_NOT_THAT = re.compile(
    r"[\s,;]+(?:not|niet|nicht|et non|y no|e non|e não|a nie)\s+|[,;]\s*(?:et pas|pas|non|não|nie)\s+"
    r"|(?<=\w\w)\s+(?:pas|non|não|nie)\s+(?-i:(?=[^\W\d_a-zà-ÿ]))",  # "c'est Odile pas Aude"
    re.IGNORECASE,
)
_SPANISH = re.compile(r"\W*(?:es|era|fue|se llama|vive)\s", re.IGNORECASE)
_SPANISH_NOT = re.compile(r",\s*no\s+", re.IGNORECASE)  # "es Prada, no Prado"; in English "Ball, no, Bell" means Bell
_DENIED = re.compile(r"((?:[^\s,;.!?]+\s+){0,2}[^\s,;!?]*[^\s,;.!?])(?:[.,;!]+\s+|\s+(?=[^\W\d_]{1,4}\s))(?=\S)")


def without_denied(text: str) -> str:
    """A short answer without what it says is wrong: "Bell, not Ball", "on Tuesday, not yesterday"."""
    denied = _not_that(text)
    if denied is None:
        return text
    if knows_not(text[denied.start() :]) and plain(text[denied.start() :]) not in phrases("hedges"):
        return text  # "ieri, non so"
    before, rest = text[: denied.start()], text[denied.end() :].split()
    return before if plain(before) and 0 < len(rest) <= BESIDE else text


def behind_denied(text: str) -> tuple[str, str] | None:
    """A short answer up to what it says is wrong, and what it goes on with: "it's Leon, not Leo", "and he moved to
    Spain"; None where it goes on with nothing."""
    denied = _not_that(text)
    wrong = _DENIED.match(text, denied.end()) if denied is not None else None
    opens = phrases("no") | phrases("apology") | phrases("instead") | phrases("wait", "asides")
    before = plain(text[: denied.start()]) if denied is not None else ""
    if denied is None or wrong is None or before in {"", *opens}:
        return None  # "no wait, not Canada, the US" tells nothing before
    behind = text[wrong.end() :].strip()
    joined = any(map(joins, behind.split()[:1]))
    more = " ".join(behind.split()[1:]) if joined else behind
    goes_on = joined or text[wrong.end(1)] in ".,;!"
    tells = plain(more) not in {"", *phrases("apology"), *phrases("polite")}
    return (text[: wrong.end(1)], more) if goes_on and tells else None


def _not_that(text: str) -> re.Match[str] | None:
    """Where a text denies something."""
    if len(text) > LONGEST:
        return None
    return _NOT_THAT.search(text) or (_SPANISH_NOT.search(text) if _SPANISH.match(text) else None)


def finds_all_right(text: str) -> bool:
    """Whether a few words say no to a change: "no, that's right"."""
    first, _space, rest = text.strip().partition(" ")
    return plain(first) in phrases("no") and confirms(rest)
