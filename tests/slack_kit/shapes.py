"""What a value in Slack's JSON may look like, put together from small checks.

A check takes a value and its place (a JSON pointer) and yields one sentence for each fault.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

Check = Callable[[Any, str], Iterator[str]]


def text(most: int, least: int = 1, *, blank: bool = False) -> Check:
    """A bare text of so many characters; one of spaces alone counts as empty, unless it may be blank."""

    def check(value: Any, place: str) -> Iterator[str]:
        if not isinstance(value, str):
            yield f"{place}: is not a text"
        elif len(value) > most:
            yield f"{place}: has {len(value)} characters, more than {most}"
        elif len(value) < least or (least and not blank and not value.strip()):
            yield f"{place}: is empty"

    return check


def flag(value: Any, place: str) -> Iterator[str]:
    if not isinstance(value, bool):
        yield f"{place}: is not true or false"


def only_true(value: Any, place: str) -> Iterator[str]:
    if value is not True:
        yield f"{place}: is not true"


def whole(least: int, most: int = 2**40) -> Check:
    def check(value: Any, place: str) -> Iterator[str]:
        if not isinstance(value, int) or isinstance(value, bool):
            yield f"{place}: is not a whole number"
        elif not least <= value <= most:
            yield f"{place}: is not between {least} and {most}"

    return check


def one_of(*allowed: object) -> Check:
    def check(value: Any, place: str) -> Iterator[str]:
        if value not in allowed:
            yield f"{place}: is not one of {', '.join(map(str, allowed))}"

    return check


def matching(test: Callable[[str], bool], what: str, most: int) -> Check:
    """A text that passes a test."""

    def check(value: Any, place: str) -> Iterator[str]:
        faults = list(text(most)(value, place))
        yield from faults
        if not faults and not test(value):
            yield f"{place}: is not {what}"

    return check


def many(inner: Check, most: int, least: int = 1) -> Check:
    """A list of so many."""

    def check(value: Any, place: str) -> Iterator[str]:
        if not isinstance(value, list):
            yield f"{place}: is not a list"
            return
        if not least <= len(value) <= most:
            yield f"{place}: has {len(value)} items, not {least} to {most}"
        for number, item in enumerate(value):
            yield from inner(item, f"{place}/{number}")

    return check


def shape(required: Mapping[str, Check], optional: Mapping[str, Check] | None = None) -> Check:
    """An object with these properties and no others."""
    known = {**required, **(optional or {})}

    def check(value: Any, place: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield f"{place}: is not an object"
            return
        yield from (f"{place}/{name}: is missing" for name in required if name not in value)
        for name, inner in value.items():
            if name in known:
                yield from known[name](inner, f"{place}/{name}")
            else:
                yield f"{place}/{name}: is unknown"

    return check


def typed(**kinds: Check) -> Check:
    """An object whose `type` says which check it has to pass. The checks need not know the property `type`."""

    def check(value: Any, place: str) -> Iterator[str]:
        kind = value.get("type") if isinstance(value, dict) else None
        if not isinstance(kind, str) or kind not in kinds:
            yield f"{place}/type: {kind!r} may not stand here"
        else:
            yield from kinds[kind]({name: inner for name, inner in value.items() if name != "type"}, place)

    return check


def both(*checks: Check) -> Check:
    def check(value: Any, place: str) -> Iterator[str]:
        for one in checks:
            yield from one(value, place)

    return check
