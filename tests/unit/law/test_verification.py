"""Which proof is asked for."""

from bot.law.book import law_book
from bot.law.verification import representative, tier, tier_rule
from bot.rights import Right
from tests.lines import each

BOOK = law_book()


@each(
    ("regime", "right", "with_account", "without"),
    [
        ("eu_gdpr", Right.ACCESS, "T2", "T1"),
        ("uk_gdpr", Right.ERASURE, "T2", "T1"),
        ("eu_gdpr", Right.OBJECTION, "T1", "T1"),
        ("us_ca", Right.ACCESS, "T2", "T4"),
        ("us_ca", Right.PORTABILITY, "T2", "T4"),
        ("us_ca", Right.KNOW_CATEGORIES, "T2", "T3"),
        ("us_ca", Right.ERASURE, "T2", "T3"),
        ("us_ca", Right.OPT_OUT_SALE, "T0", "T0"),
    ],
)
def test_the_proof_depends_on_law_right_and_account(regime: str, right: Right, with_account: str, without: str) -> None:
    assert tier(BOOK, regime, right, has_account=True).id == with_account
    assert tier(BOOK, regime, right, has_account=False).id == without


def test_a_californian_deletion_that_could_do_harm_needs_more() -> None:
    assert tier(BOOK, "us_ca", Right.ERASURE, has_account=False, sensitive=True).id == "T4"
    assert tier(BOOK, "us_ca", Right.ERASURE, has_account=True, sensitive=True).id == "T2"


@each("regime", sorted(BOOK.regimes))
def test_every_right_has_a_rule_that_says_what_to_ask_and_what_never(regime: str) -> None:
    for right in Right:
        assert tier_rule(BOOK, regime, right).source, right
        for has_account in (True, False):
            proof = tier(BOOK, regime, right, has_account)
            assert proof.ask, right
            assert proof.never, right


def test_a_representative_shows_a_permission_as_the_law_wants_it() -> None:
    agent = representative(BOOK, "us_ca", "representative")
    assert "signed permission" in agent.ask and "Probate Code" in agent.ask
    assert "power of attorney" in agent.never.lower()
    assert "written authority" in representative(BOOK, "eu_gdpr", "lawyer").ask
    assert "signed permission" in representative(BOOK, "us_tx", "representative").ask


def test_a_parent_acts_for_a_child_and_an_older_child_for_itself() -> None:
    assert "under 13" in representative(BOOK, "us_ca", "parent").ask
    assert "Scotland from 12" in representative(BOOK, "uk_gdpr", "parent").ask
    assert "parent or guardian" in representative(BOOK, "eu_gdpr", "parent").ask
