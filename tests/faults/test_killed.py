"""The process ends in the middle of its work, as in a power cut, and is started again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contract.page import Page, Shown
from tests.letters import ADDRESS, letter
from tests.product import Product


@pytest.fixture
def product(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Product]:
    running = Product(tmp_path, cold=getattr(request, "param", False))
    yield running
    running.kill()


def goes_on(product: Product) -> Page:
    """Start again, and let the time pass after which work that died with its worker is picked up."""
    page = product.start().page("emma")
    assert page.sends("/clock", hours=1)[0] == 200
    return page


def cards(messages: list[Shown]) -> list[Shown]:
    """The cards of cases; a reminder has another title."""
    return [m for m in messages if m.side == "channel" and m.title.endswith(": Send a copy")]


@pytest.mark.parametrize("product", [True], ids=["cold"], indirect=True)
def test_killed_right_after_a_message_and_right_after_the_case_was_opened(product: Product) -> None:
    emma = product.start().page("emma")
    assert emma.says("What should I do with this?", ("mail.eml", letter())) == (200, {})
    product.kill()

    emma = goes_on(product)
    review = emma.until_told("Open this case?")
    assert ADDRESS in review.text
    assert emma.presses("Open case") == (200, {"later": True})
    product.kill()

    emma = goes_on(product)
    messages = emma.until(lambda shown: cards(shown) and [m for m in shown if "Tell the customer" in m.text])
    assert len(cards(messages)) == 1

    product.page("priya").presses("Take it", "channel")
    emma.until(lambda shown: "Priya Nair" in cards(shown)[0].text)
    product.quiet()
    messages = emma.until(cards)
    assert len(cards(messages)) == 1
    assert len([m for m in messages if "Tell the customer" in m.text]) == 1
    assert len([m for m in messages if "Open this case?" in m.text]) == 1


def test_the_same_mail_sent_again_after_the_kill_is_no_second_case(product: Product) -> None:
    """The page sends its event again when it got no answer; the desk has it already."""
    emma = product.start().page("emma")
    event = "7a1f3c9e-58d2-4c34-8a63-0f2f5be1c001"
    assert emma.says("", ("mail.eml", letter()), event=event) == (200, {})
    product.kill()
    emma = goes_on(product)
    assert emma.says("", ("mail.eml", letter()), event=event) == (200, {})
    emma.until_told("Open this case?")
    emma.presses("Open case")
    emma.until(cards)
    product.quiet()
    messages = emma.until(cards)
    assert [m.author for m in messages if m.side == "chat"].count("emma") == 1
    assert len([m for m in messages if "Open this case?" in m.text]) == 1
    assert len(cards(messages)) == 1
