"""A reading as lines for a person at a terminal: every finding with its words and how sure we are."""

from collections.abc import Iterator
from typing import Any

from bot.understanding.reading import Fact, Reading


def lines(reading: Reading) -> Iterator[str]:
    """What was read, one finding a line."""
    sure = "asks to be sure" if reading.unsure else f"{reading.meta_confidence:.0%}"
    yield f"kind       {reading.meta} ({sure}), language {reading.language}"
    for right in reading.rights:
        yield _line("asks for", right)
    guesses = ", ".join(f"{name} {confidence:.0%}" for name, confidence in reading.candidates[:4])
    yield f"likeliest  {guesses or '-'}"
    for flag in reading.flags:
        yield _line("flag", flag)
    for label in ("name", "email", "phone", "country", "state", "ticket", "ticket_link", "case_reference"):
        fact = getattr(reading, label)
        if fact is not None:
            yield _line(label.replace("_", " "), fact)
    for label in ("account_id", "received", "law_hint"):
        fact = getattr(reading, label)
        if fact is not None:
            yield _line(label.replace("_", " "), fact)
    if reading.mail.sent is not None:
        assumed = ", zone assumed" if reading.mail.sent_zone_assumed else ""
        yield f"{_line('sent', reading.mail.sent)}{assumed}"
    for zone in reading.mail.zones:
        words = " ".join(reading.text[zone.start : zone.end].split())
        yield f"{'zone':<10} {zone.zone}: {words[:80]}{'…' if len(words) > 80 else ''}"


def _line(label: str, fact: Fact[Any]) -> str:
    quote = " ".join(fact.quote.split())[:100]
    return f"{label:<10} {fact.value} <- “{quote}” ({fact.reader}, {fact.confidence:.0%})"
