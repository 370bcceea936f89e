"""The proxy that the environment names, and the hosts that it leaves out."""

from collections.abc import Iterator

import pytest

from bot import proxies
from bot.proxies import proxy_for


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("http_proxy", "https_proxy", "no_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    proxies._proxy.cache_clear()
    yield
    proxies._proxy.cache_clear()


def test_without_a_proxy_everything_is_reached_directly() -> None:
    assert proxy_for("https://smba.trafficmanager.net/emea/") is None


def test_a_proxy_serves_its_scheme_and_not_the_hosts_that_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://proxy.example:3128")
    monkeypatch.setenv("no_proxy", "127.0.0.1,.northloop.example")
    assert proxy_for("https://smba.trafficmanager.net/emea/") == "http://proxy.example:3128"
    assert proxy_for("http://smba.trafficmanager.net/emea/") is None
    assert proxy_for("https://127.0.0.1:8080/") is None
    assert proxy_for("https://files.northloop.example/a") is None
