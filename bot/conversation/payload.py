"""Reading what a platform sends, whatever it holds: nothing here raises."""

from collections.abc import Mapping
from typing import Any

Payload = Mapping[str, Any]


def sound(text: str) -> str:
    """The text without halves of characters, which it may hold where it was cut: they cannot be stored."""
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def dicts(value: Any) -> list[dict[str, Any]]:
    """The objects of a list; none of anything else."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def inner(payload: Payload, key: str) -> dict[str, Any]:
    """What stands there, if it is an object."""
    found = payload.get(key)
    return found if isinstance(found, dict) else {}


def text(payload: Payload, key: str) -> str | None:
    """What stands there, if anything does."""
    found = payload.get(key)
    return sound(str(found)) if found else None
