"""How many of the facts in messages of thirty-one hands are read, in every eighth of 4,950: none of these figures may
fall.

What numbers are is learnt from them, and the rights from most of them: what is read of hands that were never met is
told by `make apart` and `make measure`.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Any

import pytest

from bot.understanding.jsonl import line_of
from bot.understanding.training.book import FACTS as SETS

# Of a hundred: the mean of how many that are read are right, and how many that are there are read
FLOORS = {
    "name": 95,
    "email": 97,
    "phone": 94,
    "country": 96,
    "ticket": 97,
    "case_reference": 96,
    "account_id": 96,
    "received": 98,
}  # fmt: skip


@pytest.mark.xdist_group("facts")
@pytest.mark.parametrize("fact", FLOORS)
def test_facts_are_read(fact: str) -> None:
    told, read, right = (Counter(_found())[fact, what] for what in ("told", "read", "right"))
    assert 200 * right / (told + read) >= FLOORS[fact]


@pytest.mark.xdist_group("facts")
@pytest.mark.parametrize("fact", ["on_behalf", "minor"])
def test_who_acts_for_another_and_who_is_a_child_is_noticed(fact: str) -> None:
    found = Counter(_found())
    assert found[fact, "right"] / found[fact, "told"] >= 0.9
    assert found[fact, "right"] / found[fact, "read"] >= 0.9


@pytest.mark.xdist_group("facts")
def test_no_request_is_missed() -> None:
    assert not [line["id"] for line, read in _read() if line["rights"] and not _noticed(read)]


@cache
def _found() -> tuple[tuple[str, str], ...]:
    return tuple(_counted())


def _counted() -> Iterator[tuple[str, str]]:
    """Each fact that is told, that is read, and that is both."""
    for line, read in _read():
        for fact in (*FLOORS, "on_behalf", "minor"):
            one, other = (_plain(fact, each["entities"].get(fact)) for each in (line, read))
            if one:
                yield fact, "told"
            if other:
                yield fact, "read"
            if one and one == other:
                yield fact, "right"


@cache
def _read() -> tuple[tuple[dict[str, Any], dict[str, Any]], ...]:
    lines = (json.loads(line) for file in sorted(SETS.glob("*.jsonl")) for line in file.read_text().splitlines())
    return tuple((line, line_of(line["id"], line["text"])) for line in islice(lines, 0, None, 8))


def _noticed(read: dict[str, Any]) -> bool:
    return bool(read["rights"] or read["ask"] or read["meta"] != "none")


def _plain(fact: str, value: object) -> str:
    """A value as it is compared: digits of a phone, no signs and no case elsewhere."""
    words = str(value or "").casefold()
    return re.sub(r"\D", "", words) if fact == "phone" else re.sub(r"[\s#]", "", words)
