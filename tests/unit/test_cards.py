"""Cards and actions: what fits everywhere, and what fails while it is drawn rather than at somebody's click."""

import json
from datetime import UTC, datetime

import pytest
from pydantic import ValidationError

from bot.cases.actions import Take
from bot.conversation.action import Action, decoded
from bot.conversation.asking import Pick
from bot.conversation.card import Actions, Bold, Button, Card, Facts, Link, Mention, Moment, Quote, Table, Text
from bot.errors import Stale
from tests.lines import each


def test_a_card_as_plain_text() -> None:
    card = Card.of(
        Text.of("See ", Bold(text="this"), " and ", Link(text="that", url="https://x.example")),
        Facts.of(("Due", "7 Apr 2026"), ("Owner", Mention(user="w:l:priya", name="Priya"))),
        Quote(text="delete me", source="Ana"),
        Table(head=("Kind", "Due"), rows=((("Delete",), ("7 Apr",)),)),
        Text.of(Moment(at=datetime(2026, 3, 5, 9, 15, tzinfo=UTC))),
        Actions.of(Button.of("Take it", Take(case="DSR-2026-0042", seen=3))),
        title="DSR-2026-0042",
    )
    assert card.plain().splitlines() == [
        "DSR-2026-0042",
        "See this and that (https://x.example)",
        "Due: 7 Apr 2026",
        "Owner: @Priya",
        "“delete me” (Ana)",
        "Kind | Due",
        "Delete | 7 Apr",
        "5 Mar 2026, 09:15",
        "[Take it]",
    ]


def test_a_card_survives_being_stored() -> None:
    card = Card.of("Hi", Actions.of(Button.of("Take it", Take(case="DSR-2026-0042"))), title="T", tone="urgent")
    assert Card.model_validate_json(card.model_dump_json()) == card


def test_a_button_brings_its_action_back() -> None:
    button = Button.of("Take it", Take(case="DSR-2026-0042", seen=3))
    assert decoded(button.payload) == Take(case="DSR-2026-0042", seen=3)


def test_an_action_that_is_too_long_fails_when_it_is_drawn() -> None:
    with pytest.raises(ValueError, match="characters"):
        Button.of("Pick", Pick(draft="d", slot="s", value="x" * 2000))


def test_a_label_that_is_too_long_fails_when_it_is_drawn() -> None:
    with pytest.raises(ValidationError):
        Button.of("x" * 76, Take(case="DSR-2026-0042"))


@each(
    "payload",
    [
        "",
        "nonsense",
        "null",
        "[]",
        json.dumps(["case.unheard_of", 1, {}]),
        json.dumps(["case.take", 99, {"case": "DSR-2026-0042", "seen": 0}]),
        json.dumps(["case.take", 1, {"case": 42}]),
        json.dumps(["case.take", 1, {"case": "DSR-2026-0042", "more": 1}]),
        json.dumps([["case.take"], 1, {}]),
    ],
)
def test_a_payload_that_we_do_not_know_is_a_stale_button(payload: str) -> None:
    with pytest.raises(Stale, match="older message"):
        decoded(payload)


def test_two_actions_of_one_name_cannot_be() -> None:
    with pytest.raises(TypeError, match=r"two actions are named 'case\.take'"):

        class Double(Action, name="case.take"):
            pass
