"""What holds for every request, whatever the calendar does."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import permutations
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.law.book import law_book
from bot.law.clock import ClockInput, Dates, Pause, PauseReason, compute
from bot.rights import Right

BOOK = law_book()
REGIMES = st.sampled_from(sorted(BOOK.regimes))
SHIFTING = st.sampled_from([PauseReason.IDENTITY, PauseReason.CLARIFICATION])
MOMENTS = st.datetimes(datetime(2026, 1, 2), datetime(2032, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001


@st.composite
def pauses(draw: st.DrawFn, received: datetime, reasons: st.SearchStrategy[PauseReason]) -> tuple[Pause, ...]:
    found = []
    for _ in range(draw(st.integers(0, 3))):
        start = received.date() + timedelta(days=draw(st.integers(0, 60)))
        days = draw(st.none() | st.integers(0, 30))
        found.append(Pause(draw(reasons), start, None if days is None else start + timedelta(days=days)))
    return tuple(found)


@st.composite
def requests(draw: st.DrawFn) -> ClockInput:
    received = draw(MOMENTS)
    extended = draw(st.booleans())
    return ClockInput(
        regime=draw(REGIMES),
        right=draw(st.sampled_from(list(Right))),
        received=received,
        extended=extended,
        extension_notice_sent=received.date() + timedelta(days=draw(st.integers(0, 60))) if extended else None,
        pauses=draw(pauses(received, st.sampled_from(list(PauseReason)))),
    )


def dates(request: ClockInput) -> Dates:
    return compute(request, BOOK)


@given(requests())
def test_the_safe_date_is_never_after_the_legal_one(request: ClockInput) -> None:
    found = dates(request)
    if found.due is not None:
        assert found.safe_due is not None
        assert found.receipt_date <= found.safe_due <= found.due
        assert found.due_end_utc is not None


@given(requests())
def test_an_extension_never_shortens(request: ClockInput) -> None:
    plain, extended = dates(replace(request, extended=False)), dates(request)
    assert extended.refusal_notice_by == plain.refusal_notice_by
    assert extended.extension_notice_by == plain.extension_notice_by
    if plain.safe_due is not None:
        assert extended.safe_due is not None
        assert extended.safe_due >= plain.safe_due
    if plain.due is not None and extended.due is not None:
        assert extended.due >= plain.due


@given(requests(), st.integers(0, 200))
def test_an_announced_date_never_shortens_and_never_passes_the_longest(request: ClockInput, days: int) -> None:
    until = request.received.date() + timedelta(days=days)
    plain = dates(replace(request, extended=False))
    told, longest = dates(replace(request, extension_until=until)), dates(request)
    if plain.safe_due is not None and told.safe_due is not None and longest.safe_due is not None:
        assert plain.safe_due <= told.safe_due
        if longest.extended or not told.extended:  # Swiss law has no longest: the person is told a date
            assert told.safe_due <= longest.safe_due


@given(requests())
def test_the_order_of_the_waits_does_not_matter(request: ClockInput) -> None:
    first = dates(request)
    for order in permutations(request.pauses):
        assert dates(replace(request, pauses=order)) == first


@given(requests())
def test_a_wait_told_twice_counts_once(request: ClockInput) -> None:
    assert dates(replace(request, pauses=request.pauses * 2)) == dates(request)


@given(MOMENTS, st.integers(0, 20), st.integers(0, 20), st.integers(0, 20), SHIFTING, SHIFTING)
def test_overlapping_waits_are_one_wait(
    received: datetime, start: int, first: int, second: int, one: PauseReason, other: PauseReason
) -> None:
    begin = received.date() + timedelta(days=start)
    middle = begin + timedelta(days=first)
    overlapping = (Pause(one, begin, middle), Pause(other, begin, begin + timedelta(days=second)))
    whole = (Pause(one, begin, begin + timedelta(days=max(first, second))),)
    request = ClockInput("eu_gdpr", Right.ACCESS, received)
    assert dates(replace(request, pauses=overlapping)).due == dates(replace(request, pauses=whole)).due


@given(MOMENTS, st.integers(0, 40), st.integers(0, 40), st.integers(0, 40), REGIMES)
def test_an_earlier_answer_never_makes_a_later_date(
    received: datetime, start: int, days: int, more: int, regime: str
) -> None:
    begin = received.date() + timedelta(days=start)

    def due(waited: int) -> date:
        wait = Pause(PauseReason.IDENTITY, begin, begin + timedelta(days=waited))
        found = dates(ClockInput(regime, Right.ACCESS, received, pauses=(wait,))).due
        assert found is not None
        return found

    assert due(days) <= due(days + more)


@given(requests(), st.integers(0, 400))
def test_what_comes_in_later_is_never_due_earlier(request: ClockInput, hours: int) -> None:
    request = replace(request, extended=False, pauses=())
    later = replace(request, received=request.received + timedelta(hours=hours))
    first, second = dates(request), dates(later)
    for kind in ("ack_due", "safe_due", "due", "refusal_notice_by"):
        one, other = getattr(first, kind), getattr(second, kind)
        if one is not None and other is not None:
            assert one <= other


@given(requests())
def test_california_ignores_every_wait(request: ClockInput) -> None:
    request = replace(request, regime="us_ca")
    waited, plain = dates(request), dates(replace(request, pauses=()))
    assert replace(waited, explained=()) == replace(plain, explained=())


@given(requests(), st.integers(-12, 14))
def test_the_same_moment_in_another_zone_is_the_same_request(request: ClockInput, hours: int) -> None:
    elsewhere = request.received.astimezone(timezone(timedelta(hours=hours)))
    assert dates(replace(request, received=elsewhere)) == dates(request)


@given(st.dates(date(2024, 1, 1), date(2030, 12, 31)), st.integers(0, 23), REGIMES)
def test_the_hour_of_a_day_never_matters_even_when_clocks_change(day: date, hour: int, regime: str) -> None:
    zone = ZoneInfo(BOOK.regime(regime).zone)
    noon = ClockInput(regime, Right.ACCESS, datetime(day.year, day.month, day.day, 12, tzinfo=zone))
    other = ClockInput(regime, Right.ACCESS, datetime(day.year, day.month, day.day, hour, 59, tzinfo=zone))
    assert dates(noon) == dates(other)
    assert dates(noon).receipt_date == day
