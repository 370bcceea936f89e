"""Any case at all can be drawn, and its buttons come back as they were."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.cases.snapshot import CaseView, ExtensionView, PauseView, RequestView
from bot.cases.views import case_card, more_card
from bot.cases.words import OUTCOMES, Arrival, Capacity, Reason, Role, Status, Verification
from bot.conversation.action import CaseAction, decoded
from bot.conversation.card import Actions
from bot.law.words import ClockStatus, PauseReason
from bot.rights import Right
from bot.understanding.reading import Flag
from bot.wording import LANGUAGES, speaking
from tests.transcripts.talk import POLICY

days = st.dates(date(2025, 1, 1), date(2027, 12, 31))
maybe_days = st.none() | days
moments = st.datetimes(datetime(2025, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 - the zone follows
laws = st.lists(st.sampled_from(["eu_gdpr", "uk_gdpr", "us_ca", "us_va"]), unique=True, max_size=4).map(tuple)
pauses = st.builds(PauseView, st.sampled_from(PauseReason), days, maybe_days)
extensions = st.builds(ExtensionView, days, st.just("complexity"), maybe_days)


def requests_of(right: Right) -> st.SearchStrategy[RequestView]:
    outcomes = st.none() | st.sampled_from(OUTCOMES)
    return st.builds(
        RequestView,
        id=st.integers(1, 10**6),
        right=st.just(right),
        status=st.sampled_from(Status),
        regimes=laws,
        received_at=moments,
        receipt_date=days,
        ack_due=maybe_days,
        safe_due=maybe_days,
        due=maybe_days,
        extension_notice_by=maybe_days,
        refusal_notice_by=maybe_days,
        target_ack=maybe_days,
        target_due=maybe_days,
        clock=st.sampled_from(ClockStatus),
        explained=st.just(()),
        acknowledged_on=maybe_days,
        extension=st.none() | extensions,
        pauses=st.lists(pauses, max_size=3).map(tuple),
        outcome=outcomes,
        reason=st.none() | st.sampled_from(Reason),
        closed_at=st.none() | moments,
    )


@st.composite
def cases(draw: st.DrawFn) -> CaseView:
    """Any case at all, also such as the record would never hold."""
    rights = draw(st.lists(st.sampled_from(Right), unique=True, max_size=len(Right)))
    return CaseView(
        id=draw(st.integers(1, 10**9)),
        reference=f"DSR-2026-{draw(st.integers(1, 10**7)):04}",
        version=draw(st.integers(1, 10**6)),
        received_at=draw(moments),
        opened_at=draw(moments),
        arrival=draw(st.sampled_from(Arrival)),
        language=draw(st.sampled_from(["en", "nl", "pl"])),
        regimes=draw(laws),
        residence_known=draw(st.booleans()),
        role=draw(st.sampled_from(Role)),
        capacity=draw(st.sampled_from(Capacity)),
        flags=tuple(draw(st.lists(st.sampled_from(Flag), unique=True))),
        verification=draw(st.sampled_from(Verification)),
        verification_asked_on=draw(maybe_days),
        verified_on=draw(maybe_days),
        owner=draw(st.none() | st.just("workspace:local:priya")),
        owner_name=draw(st.none() | st.text(max_size=80)),
        reporter="workspace:local:emma",
        ticket=draw(st.none() | st.text(max_size=100)),
        requests=tuple(draw(requests_of(right)) for right in rights),
        linked=tuple(
            (draw(st.sampled_from(["duplicate_of", "split_into", "x"])), f"DSR-2026-{n:04}")
            for n in range(draw(st.integers(0, 12)))
        ),
        snoozed_until=draw(maybe_days),
        closed_at=draw(st.none() | moments),
    )


@given(case=cases(), today=days, language=st.sampled_from(LANGUAGES))
def test_any_case_can_be_drawn_and_its_buttons_come_back_as_they_were(
    case: CaseView, today: date, language: str
) -> None:
    with speaking(language):
        for shown in (case_card(case, POLICY, today=today), more_card(case, may_pause=True)):
            assert shown.title.startswith(case.reference)
            assert len(shown.buttons()) <= 11
            for block in shown.blocks:
                assert not isinstance(block, Actions) or len(block.buttons) <= 7
            for button in shown.buttons():
                action = decoded(button.payload)
                assert isinstance(action, CaseAction)
                assert (action.case, action.seen, action.opens_form) == (
                    case.reference,
                    case.version,
                    button.opens_form,
                )
                assert button.payload == action.encoded()
                assert button.label.endswith("…") == button.opens_form
        assert len({b.payload for b in case_card(case, POLICY, today=today).buttons()}) == len(
            case_card(case, POLICY, today=today).buttons()
        )
