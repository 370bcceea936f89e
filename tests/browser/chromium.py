"""The real browser: Debian's Chromium. Where it is not installed, its tests say so and are left out."""

import shutil

import pytest

CHROMIUM = shutil.which("chromium")
QUIET = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


def needs_chromium() -> None:
    """Leave the calling module out where no Chromium is installed."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine (Debian's package `chromium`)", allow_module_level=True)
