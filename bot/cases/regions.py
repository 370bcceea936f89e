"""Countries, states and provinces as people call them, where the record keeps their ISO codes."""

from collections.abc import Mapping
from functools import cache
from importlib import resources

from babel import Locale

from bot.toml import read_toml
from bot.wording import current_language


def country_name(code: str) -> str:
    """The country of an ISO 3166-1 alpha-2 code, in the language that is being spoken; what is no code stays."""
    name: str = Locale.parse(current_language()).territories.get(code.upper(), code)
    return name


def state_name(country: str | None, code: str) -> str:
    """The state or province of an ISO 3166-2 code, without the country's part.

    One that we have no name for stands with its country, so that nobody takes it for another country's.
    """
    known = _names().get((country or "").upper(), {}).get(code.upper())
    if known is not None or country is None:
        return known or code
    return f"{code} ({country_name(country)})"


@cache
def _names() -> Mapping[str, Mapping[str, str]]:
    return read_toml(resources.files("bot.cases") / "regions.toml")
