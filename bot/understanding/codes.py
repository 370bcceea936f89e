"""Numbers of systems, as they stand in a text: 4711, SD-4711, 88-20417, 4471 0023, 2026/DP/0047, 667 120 B."""

import re

FEWEST = 3  # digits
_LETTERS, _DIGITS = 7, 12  # the most in a row
_RUN = re.compile(r"#?((?:[A-Z]{1,4} (?=\d))?[A-Za-z0-9]{1,14}(?:[-/.][A-Za-z0-9]{1,12}){0,4})(?![\w@])")
_GROUP = re.compile(rf"[A-Za-z]{{1,{_LETTERS}}}|[A-Za-z]{{0,{_LETTERS}}}\d{{1,{_DIGITS}}}[A-Za-z]{{0,2}}")
_SPACED = re.compile(r"(?: \d{2,4}){1,4}(?: [A-Z])?(?![\w@/.-]\d|[\w@])|(?: [A-Z])(?!\w)(?=\W{0,2}(?:\n|$))")
_DATE = re.compile(
    r"(?:(?:0?[1-9]|[12]\d|3[01])([-/.])(?:0?[1-9]|1[0-2])\1(?:\d{4}|\d{2})"
    r"|(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])/(?:\d{4}|\d{2})|(?:19|20)\d\d([-/.])\d{1,2}\2\d{1,2})(?!\w)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_ENDS = re.compile(r"[ \t]*(?:[.,;:!?)\]|/–—]|$|\n)")


def code_at(text: str, at: int) -> tuple[int, int] | None:
    """Where the number is that begins at a place, or None. A date, a year and a number of two digits are none."""
    match = _RUN.match(text, at)
    if match is None or _DATE.match(match[1]):
        return None
    start, end = match.span(1)
    end = _spaced(text, start, end)
    while not is_code(text[start:end]):
        end = max(start, *(text.rfind(sign, start, end) for sign in " -/."))
        if end == start:
            return None
    return start, end


def is_code(words: str) -> bool:
    """Whether it is a number of a system."""
    groups = re.split(r"[-/. ]", words)
    return (
        sum(c.isdigit() for c in words) >= FEWEST
        and all(_GROUP.fullmatch(group) for group in groups)
        and not _YEAR.fullmatch(words)
    )


def _spaced(text: str, start: int, end: int) -> int:
    """Up to where it goes on in groups of digits: where they are even, or nothing else follows on the line."""
    more = _SPACED.match(text, end)
    if more is None or not text[end - 1].isdigit() or "." in text[start:end]:
        return end
    groups = more[0].split()
    even = len({len(group) for group in groups}) == 1 and len(groups[0]) > 2
    return more.end() if even or _ENDS.match(text, more.end()) else end
