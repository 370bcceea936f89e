"""The tables of the laws: complete, sourced, and true to where a state differs from its neighbours."""

from datetime import date

from bot.law.book import Regime, law_book
from bot.law.rules import citation
from bot.rights import Right
from tests.lines import each
from tests.unit.law.asking import dates

BOOK = law_book()
REGIMES = [BOOK.regimes[code] for code in sorted(BOOK.regimes)]
EVERYTHING = tuple(Right)


def test_all_laws_are_there() -> None:
    assert len(REGIMES) == 29
    assert sum(regime.id.startswith("us_") for regime in REGIMES) == 20


@each("regime", REGIMES)
def test_whatever_is_asked_under_a_law_has_a_date_of_the_law_or_of_our_own(regime: Regime) -> None:
    for right in EVERYTHING:
        found = dates("2026-11-02", regime.id, right)
        assert found.due or found.target_due or found.ack_due, right


@each("regime", REGIMES)
def test_every_number_names_its_source(regime: Regime) -> None:
    for rule in regime.clock:
        given = (rule.ack, rule.response, rule.extension, rule.refusal, rule.inform, rule.target_ack, rule.target_due)
        assert all(period.source for period in given if period is not None)
    assert regime.authority
    assert regime.residence.countries


@each(
    ("regime", "right", "due", "extended"),
    [
        ("us_va", Right.ERASURE, "2026-03-19", "2026-05-03"),
        ("us_fl", Right.ACCESS, "2026-03-19", "2026-04-03"),  # 15 more, not 45
        ("us_ia", Right.ACCESS, "2026-05-03", "2026-06-17"),  # 90, and 45 more
        ("us_nj", Right.APPEAL, "2026-03-19", "2026-03-19"),
        ("us_mn", Right.APPEAL, "2026-03-19", "2026-05-18"),
        ("ca_qc", Right.ACCESS, "2026-03-04", "2026-03-04"),
        ("br_lgpd", Right.RECTIFICATION, "2026-02-17", "2026-02-17"),
        ("in_dpdp", Right.ACCESS, "2026-03-04", "2026-03-04"),
    ],
)
def test_what_a_law_gives_and_by_how_much_it_may_be_extended(
    regime: str, right: Right, due: str, extended: str
) -> None:
    assert dates("2026-02-02", regime, right).due == date.fromisoformat(due)
    assert dates("2026-02-02", regime, right, told="2026-02-20").due == date.fromisoformat(extended)


def test_utah_knows_corrections_from_july_2026_and_iowa_knows_none() -> None:
    assert dates("2026-06-30", "us_ut", Right.RECTIFICATION).due is None
    assert dates("2026-07-02", "us_ut", Right.RECTIFICATION).due == date(2026, 8, 16)
    assert dates("2026-07-02", "us_ia", Right.RECTIFICATION).due is None


def test_consent_taken_back_stops_within_fifteen_days_where_a_state_says_so() -> None:
    for state in ("us_ct", "us_or", "us_ri"):
        assert dates("2026-02-02", state, Right.WITHDRAW_CONSENT).due == date(2026, 2, 17)
    assert dates("2026-02-02", "us_tx", Right.WITHDRAW_CONSENT).due is None


def test_a_citation_is_the_right_s_own_else_the_statute_else_the_law_s_name() -> None:
    assert citation(BOOK, "br_lgpd", Right.PORTABILITY) == "LGPD art. 18(V)"
    assert citation(BOOK, "us_or", Right.ERASURE) == "ORS 646A.576"
    assert citation(BOOK, "us_ky", Right.ERASURE) == "Kentucky KCDPA"
