"""The link to a letter, clicked in a real browser: a file is saved, and the workspace stays as it was."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.chromium import needs_chromium
from tests.browser.window import Window
from tests.letters import ADDRESS, drafted, letter
from tests.product import Product

needs_chromium()

pytestmark = pytest.mark.browser

DRAFT = "Download it as a draft for your mail program"


@pytest.fixture
def desk(chromium: Browser, tmp_path: Path) -> Iterator[Window]:
    product = Product(tmp_path).start()
    opened = Window(chromium, product.address)
    yield opened
    opened.close()
    product.kill()
    assert opened.troubles == []


def test_a_letter_is_saved_as_a_draft_and_an_old_link_says_what_to_do(desk: Window) -> None:
    desk.as_("emma").drops("mail.eml", letter().decode())
    expect(desk.attached).to_have_count(1)
    desk.composer.press("Enter")
    expect(desk.last()).to_contain_text("Open this case?")
    desk.presses("Open case")
    expect(desk.messages("channel").first).to_contain_text("DSR-")

    desk.becomes("Priya").presses("Write to them …", "channel")
    form = desk.dialog
    form.get_by_label("In which language?").select_option(label="German")
    form.locator("textarea").fill("Schöne Grüße\n\n" * 120)
    form.get_by_role("button", name="Write").click()
    link = desk.last().get_by_role("link", name=DRAFT)
    expect(link).to_be_visible()
    with desk.page.expect_download() as saving:
        link.click()
    saved = saving.value
    assert saved.suggested_filename.startswith("letter-DSR-") and saved.suggested_filename.endswith(".eml")
    mail, body = drafted(Path(saved.path()).read_bytes())
    assert (mail["To"], mail["X-Unsent"]) == (ADDRESS, "1")
    assert body.count("Schöne Grüße") == 120
    expect(desk.last()).to_contain_text("I have sent it")

    desk.moves_clock("Move the clock 1 day ahead")
    with desk.page.context.expect_page() as opening:
        link.click()
    expect(opening.value.locator("body")).to_contain_text(
        "This link has ended: a letter can be fetched for 15 minutes."
    )
