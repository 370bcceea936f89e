"""One browser for all tests, a fresh window and a fresh workspace for each."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from bot.vault import Vault
from tests.browser.chromium import CHROMIUM, QUIET
from tests.browser.window import Window
from tests.contract.served import Served, Turns


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    workspace = Served(tmp_path, Vault(Vault.new_key()), Turns())
    yield workspace
    workspace.close()


@pytest.fixture
def window(chromium: Browser, served: Served) -> Iterator[Window]:
    """A wide window. Afterwards nothing may have gone wrong in the page unseen."""
    opened = Window(chromium, served.address)
    yield opened
    opened.close()
    assert opened.troubles == []


@pytest.fixture
def phone(chromium: Browser, served: Served) -> Iterator[Window]:
    """A window of 360 pixels."""
    opened = Window(chromium, served.address, width=360, height=740)
    yield opened
    opened.close()
    assert opened.troubles == []
