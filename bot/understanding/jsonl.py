"""One line of `understand --jsonl`: a reading as plain data, in the eleven names of rights of the labelled sets."""

from datetime import date
from time import perf_counter
from typing import Any
from zoneinfo import ZoneInfo

from bot.rights import Right
from bot.understanding.mail import read_text
from bot.understanding.read import understand
from bot.understanding.reading import Flag, Meta, Reading
from bot.understanding.rights.labels import label_of
from bot.understanding.rights.laws import OTHER

_RIGHTS = frozenset(right.value for right in Right)
_LAWS = frozenset(("gdpr", "uk_gdpr", "ccpa", OTHER))


def line_of(
    id: str,
    text: str,
    *,
    zone: ZoneInfo | None = None,
    own_domains: frozenset[str] = frozenset(),
    today: date | None = None,
) -> dict[str, Any]:
    """Reads a text and gives `id, rights, meta, top, ask, entities, law_hint, ms` (milliseconds of the reading).
    Rights and guesses stand with the likeliest first."""
    began = perf_counter()
    reading = understand(read_text(text, zone=zone or ZoneInfo("UTC")), own_domains=own_domains, today=today)
    spent = (perf_counter() - began) * 1000
    return plain(id, reading, spent)


def plain(id: str, reading: Reading, ms: float) -> dict[str, Any]:
    """A reading as a line of plain data."""
    rights = dict.fromkeys(label_of(fact.value) for fact in reading.rights)
    top = dict.fromkeys(label_of(Right(name)) if name in _RIGHTS else name for name, _ in reading.candidates)
    return {
        "id": id,
        "rights": list(rights),
        "meta": reading.meta.value,
        "top": list(top),
        "ask": reading.unsure,
        "entities": _entities(reading),
        "law_hint": _law_hint(reading),
        "ms": round(ms, 3),
    }


def _law_hint(reading: Reading) -> str:
    """The law as the labelled sets tell it: the first of several, and a finer one is "other"."""
    if reading.law_hint is None or (_asks_nothing(reading) and reading.law_hint.reader == "place"):
        return "unknown"
    first, *_ = reading.law_hint.value.split()
    return first if first in _LAWS else OTHER


def _asks_nothing(reading: Reading) -> bool:
    """Whether a message is plainly no request. In the labelled sets it has no person then, and nobody's home, though
    a ticket's note is read for both."""
    return reading.meta is Meta.NONE and not reading.unsure


def _entities(reading: Reading) -> dict[str, Any]:
    persons = {
        "name": reading.name,
        "email": reading.email,
        "phone": reading.phone,
        "country": reading.country,
        "state": reading.state,
    }
    facts = {
        **({} if _asks_nothing(reading) else persons),
        "ticket": reading.ticket,
        "case_reference": reading.case_reference,
        "account_id": reading.account_id,
    }
    entities: dict[str, Any] = {key: fact.value for key, fact in facts.items() if fact is not None}
    if reading.received is not None:
        entities["received"] = reading.received.value.isoformat()
    if reading.flagged(Flag.REPRESENTATIVE):
        entities["on_behalf"] = True
    if reading.flagged(Flag.MINOR):
        entities["minor"] = True
    return entities
