"""Which laws apply to a person, and which of their dates is obeyed when there are several."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.law.book import LawBook, law_book
from bot.law.clock import ClockStatus, Dates

_STRICTEST_FIRST = (
    ClockStatus.RUNNING,
    ClockStatus.PAUSED,
    ClockStatus.CLOCK_NOT_STARTED,
    ClockStatus.ACK_CLOCK_ONLY,
    ClockStatus.NO_STATUTORY_CLOCK,
    ClockStatus.REDIRECT_TO_CONTROLLER,
)


OTHER = "other"  # a hint: a law that we have no data for


def which_law(residence_country: str | None, residence_state: str | None, hint: str | None) -> tuple[str, ...]:
    """The codes of the laws whose clocks run.

    Args:
        residence_country: where the person lives, ISO 3166-1 alpha-2; None when unknown.
        residence_state: two letters, with or without the country ("CA", "US-CA"); None when unknown.
        hint: the laws that the message names, with spaces between ("gdpr", "uk_gdpr", "ccpa us_va" ...).

    Returns:
        The law of the residence, and those named that may hold elsewhere, too: the GDPR binds a company in the EU
        wherever the person lives, a US state's law its residents only. Without a residence all that are named,
        without any of them the cautious set of `residence.toml`.
    """
    book = law_book()
    country, state = _place(book, residence_country, residence_state)
    named = (hint or "").lower().split()
    hinted = tuple(law for one in named for law in _called(book, one))
    if country is None:
        cautious = book.residence.unknown if OTHER in named or not hinted else ()
        return tuple(dict.fromkeys((*hinted, *cautious)))
    at_home = _living_in(book, country, state)
    if state is None and country in _needing_a_state(book):
        at_home = tuple(law for law in hinted if country in book.regimes[law].residence.countries) or at_home
    at_home = at_home or book.residence.unknown
    beyond = [law for law in hinted if not book.regimes[law].residence.states]
    if any(law in book.residence.of_home for law in at_home):
        beyond = [law for law in beyond if law not in book.residence.of_home]
    return tuple(dict.fromkeys((*at_home, *beyond)))


def has_law_of(residence_country: str) -> bool:
    """Whether the book has a law for people in this country (ISO 3166-1 alpha-2), be it for some of its states only."""
    book = law_book()
    country, _state = _place(book, residence_country, None)
    return any(country in regime.residence.countries for regime in book.regimes.values())


@dataclass(frozen=True, slots=True)
class From:
    """A date and the code of the law that it comes from."""

    on: date
    regime: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Obeyed:
    """Of each kind of date the earliest that any of the laws sets; `status` is the strictest law's."""

    receipt_date: date
    ack_due: From | None
    safe_due: From | None
    due: From | None
    extension_notice_by: From | None
    refusal_notice_by: From | None
    target_ack: From | None
    target_due: From | None
    status: ClockStatus


def obeyed(dates: Sequence[Dates]) -> Obeyed:
    """Put the dates of several laws together; the earliest of each kind wins.

    Our own targets only stand where none of the laws sets the date.

    Raises:
        ValueError: there are no dates.
    """
    if not dates:
        raise ValueError("At least one law is needed.")

    def earliest(kind: str) -> From | None:
        found = [From(getattr(one, kind), one.regime) for one in dates if getattr(one, kind) is not None]
        return min(found, key=lambda one: one.on, default=None)

    ack, safe = earliest("ack_due"), earliest("safe_due")
    return Obeyed(
        receipt_date=min(one.receipt_date for one in dates),
        ack_due=ack,
        safe_due=safe,
        due=earliest("due"),
        extension_notice_by=earliest("extension_notice_by"),
        refusal_notice_by=earliest("refusal_notice_by"),
        target_ack=earliest("target_ack") if ack is None else None,
        target_due=earliest("target_due") if safe is None else None,
        status=min((one.status for one in dates), key=_STRICTEST_FIRST.index),
    )


def _place(book: LawBook, country: str | None, state: str | None) -> tuple[str | None, str | None]:
    place = (country or "").strip().upper()
    part = (state or "").strip().upper()
    if "-" in part:
        before, _, part = part.partition("-")
        place = place or before
    place = book.residence.aliases.get(place, place)
    return place or None, book.residence.state_aliases.get(part, part) or None


def _called(book: LawBook, named: str) -> tuple[str, ...]:
    return tuple(regime.id for regime in book.regimes.values() if named in (*regime.hints, regime.id))


def _living_in(book: LawBook, country: str, state: str | None) -> tuple[str, ...]:
    return tuple(regime.id for regime in book.regimes.values() if regime.residence.covers(country, state))


def _needing_a_state(book: LawBook) -> frozenset[str]:
    regimes = (regime.residence for regime in book.regimes.values() if regime.residence.states)
    return frozenset(country for residence in regimes for country in residence.countries)
