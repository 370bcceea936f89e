"""A fresh window and a fresh workspace for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bot.vault import Vault
from tests.browser.window import Window
from tests.contract.served import Served, Turns


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
