"""Stretches of a text: those of a mail that a reader looks at, bounded over all of them, and which overlap."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from bot.understanding.reading import MailReading, Zone


def stretches(mail: MailReading, zone: Zone, most: int) -> Iterator[tuple[int, int]]:
    """Where a zone stands, first to last, `most` characters of it in all."""
    left = most
    for span in mail.zones:
        if span.zone is zone and left > 0:
            end = min(span.end, span.start + left)
            left -= end - span.start
            yield span.start, end


def overlaps(taken: Sequence[tuple[int, int]], low: int, high: int) -> bool:
    """Whether one of the spans, which are in order and apart, reaches into low to high."""
    at = bisect_left(taken, (low, low))
    return any(first < high and low < last for first, last in taken[max(0, at - 2) : at + 2])
