"""Reads the data files beside the code: TOML, by a parser that is compiled."""

from importlib.resources.abc import Traversable
from typing import Any

import tomli


def read_toml(file: Traversable) -> dict[str, Any]:
    """One data file as plain tables. Raises OSError, and ValueError for what is no TOML or no UTF-8."""
    return tomli.loads(file.read_text(encoding="utf-8"))
