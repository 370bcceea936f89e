"""What a short answer says is wrong beside what is right: "Bell, not Ball", and what it goes on with behind that."""

import re

from bot.understanding.replies.answers import BESIDE, LONGEST, joins, phrases, plain

_NOT_THAT = re.compile(
    r"[\s,;]+(?:not|niet|nicht|et non|y no|e non|e não|a nie)\s+|[,;]\s*(?:et pas|pas|non|não|nie)\s+", re.IGNORECASE
)
_BEHIND_THAT = re.compile(r"^((?:[^\s,;.!?]+\s+){0,2}[^\s,;!?]*[^\s,;.!?])(?:[.,;!]+\s+|\s+(?=[^\W\d_]{1,4}\s))(?=\S)")


def without_denied(text: str) -> str:
    """A short answer without what it says is wrong: "Bell, not Ball", "on Tuesday, not yesterday"."""
    parts = _NOT_THAT.split(text, maxsplit=1) if len(text) <= LONGEST else [text]
    rest = parts[-1].split()
    return parts[0] if len(parts) > 1 and plain(parts[0]) and 0 < len(rest) <= BESIDE else text


def behind_denied(text: str) -> tuple[str, str] | None:
    """A short answer up to what it says is wrong, and what it goes on with: "it's Leon, not Leo", "and he moved to
    Spain"; None where it goes on with nothing."""
    denied = _NOT_THAT.search(text) if len(text) <= LONGEST else None
    behind = _BEHIND_THAT.match(text[denied.end() :]) if denied is not None else None
    if denied is None or behind is None or not plain(text[: denied.start()]):
        return None
    rest = text[denied.end() + behind.end() :].strip()
    goes_on = text[denied.end() + behind.end(1) :].lstrip()[:1] in ".,;!" or any(map(joins, rest.split()[:1]))
    more = " ".join(rest.split()[1:]) if any(map(joins, rest.split()[:1])) else rest
    tells = plain(more) not in phrases("apology") | phrases("polite")
    return (text[: denied.end() + behind.end(1)], more) if goes_on and plain(more) and tells else None
