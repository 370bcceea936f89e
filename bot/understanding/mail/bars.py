"""Quotes that are drawn with a bar before each line, as some mail programs and chats copy them: they are marked ">".
Where a line stands between two, as in a table that only lays out a mail ("| From: Ana Diaz |"), both go."""

from bot.understanding.mail import lexicon

_BARS = "|│┃▏▎▌¦"
_FEWEST = 3  # lines of a quoted mail


def without_bars(lines: list[str]) -> list[str]:
    """Lines in which a mail that stands behind bars is quoted with ">"; a table, which has several in a line, stays."""
    if not any(line.lstrip()[:1] in _BARS for line in lines if line):
        return lines
    framed = list(map(_framed, lines))
    if any(words and _names_sender(words) for words in framed):
        lines = [line if words is None else words for line, words in zip(lines, framed, strict=True)]
    found = list(lines)
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and (_is_barred(lines[end]) or (end > at and _is_gap(lines, end))):
            end += 1
        if end - at >= _FEWEST and any(map(_names_sender, map(_behind_bar, lines[at:end]))):
            found[at:end] = [f"> {_behind_bar(line)}" for line in lines[at:end]]
        at = max(end, at + 1)
    return found


def _is_barred(line: str) -> bool:
    words = line.strip()
    return words[:1] in _BARS and words[1:2] in ("", " ", "\t") and words != "" and words.count(words[0]) == 1


def _is_gap(lines: list[str], at: int) -> bool:
    """Whether a line only sets two of them apart, as chats do."""
    return not lines[at].strip() and at + 1 < len(lines) and _is_barred(lines[at + 1])


def _behind_bar(line: str) -> str:
    return line.strip()[1:].removeprefix(" ")


def _framed(line: str) -> str | None:
    """The words of a row of a table that has no other cell."""
    words = line.strip()
    return words[1:-1].strip() if words[:1] == words[-1:] == "|" and words.count("|") == 2 else None


def _names_sender(words: str) -> bool:
    label = lexicon.label_at(words)
    return label is not None and label.role == "from"
