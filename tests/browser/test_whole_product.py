"""The main job in a real browser, on the real product: a mail becomes a case, a card, and work for the team."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from bot.policy import load_policy
from bot.settings import EXAMPLE_POLICY
from tests.browser.chromium import needs_chromium
from tests.browser.window import Window
from tests.letters import ADDRESS, SURNAME, letter
from tests.product import Product
from tests.working_days import day_after_next

needs_chromium()

pytestmark = pytest.mark.browser

SAMPLE = "Fwd: Please delete my account and everything in it"


@pytest.fixture
def product(tmp_path: Path) -> Iterator[Product]:
    running = Product(tmp_path).start()
    yield running
    running.kill()


@pytest.fixture
def desk(chromium: Browser, product: Product) -> Iterator[Window]:
    """A window on the product."""
    opened = Window(chromium, product.address)
    yield opened
    opened.close()
    assert opened.troubles == []


def hand_over(desk: Window) -> Locator:
    """Emma hands a customer's mail over and confirms what the bot read in it. Returns the card of the case."""
    desk.as_("emma").drops("mail.eml", letter().decode())
    expect(desk.attached).to_have_count(1)
    desk.composer.press("Enter")
    expect(desk.last()).to_contain_text("Open this case?")
    expect(desk.last()).to_contain_text(ADDRESS)
    desk.presses("Open case")
    card = desk.messages("channel").first
    expect(card).to_contain_text("DSR-")
    expect(desk.last()).to_contain_text("Tell the customer")
    return card


def test_a_mail_becomes_a_case_that_the_team_works_on(desk: Window) -> None:
    card = hand_over(desk)
    expect(card).to_contain_text("Send a copy")
    expect(desk.page.locator("#channel")).not_to_contain_text(SURNAME)

    desk.presses("Take it", "channel")
    expect(desk.last()).to_contain_text("Only the privacy team can do this.")
    desk.presses("Details …", "channel")
    expect(desk.note).to_contain_text("Only the privacy team can do this.")
    expect(desk.dialog).to_have_count(0)

    desk.becomes("Priya").presses("Take it", "channel")
    expect(card).to_contain_text("Priya Nair")
    expect(card.get_by_role("button", name="Take it")).to_have_count(0)
    expect(desk.page.locator("#channel .messages > .message")).to_have_count(1)

    desk.presses("Extend …", "channel")
    desk.dialog.get_by_role("button", name="Extend").click()
    expect(desk.dialog.locator('[data-field="reason"] .error')).to_be_visible()
    desk.page.keyboard.press("Escape")
    expect(desk.dialog).to_have_count(0)

    desk.presses("Details …", "channel")
    expect(desk.dialog).to_contain_text(ADDRESS)
    desk.page.keyboard.press("Escape")
    expect(desk.page.locator("#channel")).not_to_contain_text(SURNAME)


def test_a_case_that_nobody_takes_is_mentioned_once(desk: Window) -> None:
    card = hand_over(desk)
    hours = load_policy(EXAMPLE_POLICY).working_hours
    day = day_after_next(hours, datetime.now(UTC))
    desk.page.get_by_role("button", name="To a date").click()
    desk.page.locator("#clock-date").fill(day.isoformat())
    desk.page.locator("#clock-date").press("Enter")
    reminders = desk.messages("channel").filter(has_text="nobody has taken it")
    expect(reminders).to_have_count(1)
    desk.becomes("Priya").presses("Take it", "channel")
    expect(card).to_contain_text("Priya Nair")  # the case's messages go out in order: a second one would stand there
    expect(desk.messages("channel").filter(has_text="This reminder is settled.")).to_have_count(1)
    expect(reminders).to_have_count(0)


def test_the_page_goes_on_where_it_was_when_the_desk_was_killed(desk: Window, product: Product) -> None:
    desk.as_("emma").drops("mail.eml", letter().decode())
    expect(desk.attached).to_have_count(1)
    desk.composer.press("Enter")
    expect(desk.last()).to_contain_text(ADDRESS)
    product.kill()
    expect(desk.page.locator("#offline")).to_be_visible()
    desk.composer.fill("help")
    product.start()
    expect(desk.page.locator("#offline")).to_be_hidden()
    expect(desk.composer).to_have_value("help")
    desk.composer.fill("")
    desk.presses("Open case")
    expect(desk.messages("channel")).to_have_count(1)
    expect(desk.messages("channel").first).to_contain_text("DSR-")


def test_an_outsider_gets_the_same_answer_about_every_reference(desk: Window) -> None:
    card = hand_over(desk)
    known = re.search(r"DSR-[0-9]+-[0-9]+", card.inner_text())
    assert known is not None
    desk.becomes("Otto")
    answers = []
    for asked in (known[0], "DSR-2019-9999"):
        before = desk.messages().count()
        desk.says(f"What is the status of {asked}?")
        expect(desk.messages()).to_have_count(before + 2)
        answers.append(desk.last().locator(".message-body > :not(header)").all_inner_texts())
    assert answers[0] == answers[1]
    assert "dpo@northloop.example" in answers[0][0]


def test_a_sample_mail_is_handed_over_by_keyboard_alone(desk: Window) -> None:
    desk.as_("emma")
    keys = desk.page.keyboard
    desk.tabs_to("Sample mails")
    keys.press("Enter")
    desk.tabs_to((desk.page.get_by_role("menuitem", name=SAMPLE).text_content() or "").strip())
    keys.press("Enter")
    expect(desk.attached).to_have_count(1)
    desk.tabs_to("chat-text", back=True)
    keys.press("Enter")
    expect(desk.last()).to_contain_text("delete my account")
    expect(desk.messages()).to_have_count(2)


def test_a_request_is_pasted_confirmed_and_opened_by_keyboard_alone(desk: Window) -> None:
    desk.as_("emma")
    keys = desk.page.keyboard
    desk.tabs_to("chat-text")
    keys.insert_text(letter().decode())
    keys.press("Enter")
    expect(desk.last()).to_contain_text("Open this case?")
    desk.tabs_to("Open case", back=True)
    keys.press("Enter")
    expect(desk.last()).to_contain_text("Tell the customer")


def test_a_mail_is_handed_over_and_taken_on_a_narrow_window(chromium: Browser, product: Product) -> None:
    phone = Window(chromium, product.address, width=360, height=740)
    phone.as_("priya").drops("mail.eml", letter().decode())
    expect(phone.attached).to_have_count(1)
    phone.page.get_by_role("button", name="Send").first.click()
    expect(phone.last()).to_contain_text("Open this case?")
    assert phone.sticks_out("body", ".top", "#chat .messages", "#chat .card") == []
    phone.presses("Open case")
    expect(phone.last()).to_contain_text("Tell the customer")
    phone.page.get_by_role("button", name="#privacy").click()
    phone.presses("Take it", "channel")
    expect(phone.messages("channel").first).to_contain_text("Priya Nair")
    phone.presses("Details …", "channel")
    expect(phone.dialog).to_contain_text(ADDRESS)
    assert phone.sticks_out("body", "dialog", "#channel .messages", "#channel .card") == []
    phone.close()
    assert phone.troubles == []
