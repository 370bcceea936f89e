"""Which law applies, and which date is obeyed when there are several."""

from datetime import date

import pytest

from bot.law.clock import ClockStatus
from bot.law.which import From, obeyed, which_law
from bot.rights import Right
from tests.lines import each
from tests.unit.law.asking import dates, waited

CAUTIOUS = ("eu_gdpr", "us_ca")


@each(
    ("country", "state", "hint", "laws"),
    [
        ("NL", None, None, ("eu_gdpr",)),
        ("is", None, None, ("eu_gdpr",)),
        ("EL", None, None, ("eu_gdpr",)),
        ("GB", None, "gdpr", ("uk_gdpr",)),
        ("UK", None, None, ("uk_gdpr",)),
        ("US", "CA", None, ("us_ca",)),
        ("US", "US-CA", None, ("us_ca",)),
        (None, "US-CA", None, ("us_ca",)),
        ("US", "California", None, ("us_ca",)),
        ("US", None, "ccpa", ("us_ca",)),
        ("FR", None, "ccpa", ("eu_gdpr",)),
        (None, None, "gdpr", ("eu_gdpr",)),
        (None, None, "uk_gdpr", ("uk_gdpr",)),
        (None, None, "ccpa", ("us_ca",)),
        (None, None, "other", CAUTIOUS),
        (None, None, None, CAUTIOUS),
        ("US", None, None, CAUTIOUS),
        ("US", "NY", "ccpa", CAUTIOUS),
        ("JP", None, "gdpr", CAUTIOUS),
        ("CA", "CA-QC", None, ("ca_qc",)),
        ("CA", "ON", None, ("ca_pipeda",)),
        ("CA", None, None, ("ca_pipeda",)),
        ("CA", None, "ca_qc", ("ca_qc",)),
        ("CA", "ON", "ca_qc", ("ca_pipeda",)),
        ("CA", None, "gdpr", ("ca_pipeda", "eu_gdpr")),
        ("US", None, "us_va", ("us_va",)),
        ("US", "TX", "us_va", ("us_tx",)),
        ("FR", None, "br_lgpd", ("eu_gdpr", "br_lgpd")),
        (None, None, "br_lgpd", ("br_lgpd",)),
        ("US", "US-TX", None, ("us_tx",)),
        ("US", "Florida", None, ("us_fl",)),
        ("CH", None, "gdpr", ("ch_fadp", "eu_gdpr")),
        ("IN", None, None, ("in_dpdp",)),
        (None, None, "ccpa br_lgpd", ("us_ca", "br_lgpd")),
        (None, None, "us_va other", ("us_va", *CAUTIOUS)),
        ("US", None, "us_va us_tx", ("us_va", "us_tx")),
        ("US", "CA", "gdpr", ("us_ca", "eu_gdpr")),
        ("US", "IA", "ccpa gdpr", ("us_ia", "eu_gdpr")),
        ("GB", None, "gdpr br_lgpd", ("uk_gdpr", "br_lgpd")),
        ("CO", None, "br_lgpd", (*CAUTIOUS, "br_lgpd")),
        ("CA", "QC", "ca_pipeda", ("ca_qc", "ca_pipeda")),
    ],
)
def test_residence_then_hint_then_caution(
    country: str | None, state: str | None, hint: str | None, laws: tuple[str, ...]
) -> None:
    assert which_law(country, state, hint) == laws


def test_of_several_laws_the_earliest_of_each_date_is_obeyed() -> None:
    both = obeyed([dates("2026-06-01", regime) for regime in CAUTIOUS])
    assert both.ack_due == From(date(2026, 6, 15), "us_ca")
    assert both.due == From(date(2026, 7, 1), "eu_gdpr")
    assert both.safe_due == From(date(2026, 7, 1), "eu_gdpr")
    assert both.target_due is None


def test_an_opt_out_of_somebody_from_an_unknown_place_obeys_california() -> None:
    both = obeyed([dates("2026-06-01", regime, Right.OPT_OUT_SALE) for regime in CAUTIOUS])
    assert both.due == From(date(2026, 6, 23), "us_ca")


def test_a_pause_of_one_law_does_not_stop_the_other() -> None:
    wait = waited("identity", "2026-06-03", None)
    both = obeyed([dates("2026-06-01", regime, Right.ACCESS, wait) for regime in CAUTIOUS])
    assert both.status is ClockStatus.RUNNING
    assert both.due == From(date(2026, 7, 16), "us_ca")
    assert both.safe_due == From(date(2026, 7, 1), "eu_gdpr")


def test_without_a_legal_date_our_own_target_stands() -> None:
    both = obeyed([dates("2026-06-10", regime, Right.COMPLAINT) for regime in CAUTIOUS])
    assert (both.status, both.due) == (ClockStatus.NO_STATUTORY_CLOCK, None)
    assert both.target_due == From(date(2026, 7, 10), "eu_gdpr")


def test_there_is_nothing_to_obey_without_a_law() -> None:
    with pytest.raises(ValueError, match="At least one law"):
        obeyed([])
