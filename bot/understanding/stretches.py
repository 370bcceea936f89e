"""The places of a mail that a reader looks at, bounded over all of them."""

from collections.abc import Iterator

from bot.understanding.reading import MailReading, Zone


def stretches(mail: MailReading, zone: Zone, most: int) -> Iterator[tuple[int, int]]:
    """Where a zone stands, first to last, `most` characters of it in all."""
    left = most
    for span in mail.zones:
        if span.zone is zone and left > 0:
            end = min(span.end, span.start + left)
            left -= end - span.start
            yield span.start, end
