"""Forms as dialogs and within a card, and what comes back from them."""

from datetime import date
from typing import Any

import pytest

from adapters.teams.render.forms import dialog, filled, inline
from adapters.teams.render.limits import LARGEST, weight
from bot.conversation.card import Quote, Text
from bot.conversation.form import Choice, ChoiceField, DateField, Form, FormField, TextField
from tests.lines import each
from tests.teams_kit.adaptive import problems
from tests.teams_kit.cards import button, inputs, words

FEW = tuple(Choice(value=one, label=one.upper()) for one in "ab")
FIELDS: tuple[FormField, ...] = (
    TextField(name="why", label="Why?", hint="In a few words", value="so", long=True),
    DateField(name="on", label="When?", value=date(2026, 3, 1)),
    ChoiceField(name="one", label="Which?", choices=FEW, value=("b",), required=False),
    ChoiceField(name="some", label="Which ones?", choices=FEW, value=("a", "b", "gone"), several=True),
)


def a_form(*fields: FormField, **changes: Any) -> Form:
    return Form(title="Close", payload="p", submit="Save", fields=fields, **changes)


def test_the_fields_of_a_form() -> None:
    card = dialog(a_form(*FIELDS, intro=(Text.of("Read this."),)), opened="o", once="1")
    assert problems(card, where="dialog") == []
    assert words(card).splitlines()[0] == "Read this."
    assert {id: (one["type"], one["value"], one.get("isRequired", False)) for id, one in inputs(card).items()} == {
        "f.why": ("Input.Text", "so", True),
        "f.on": ("Input.Date", "2026-03-01", True),
        "f.one": ("Input.ChoiceSet", "b", False),
        "f.some": ("Input.ChoiceSet", "a,b", True),
    }
    data = button(card, "Save")["data"]
    assert data == {
        "payload": "p",
        "opened": "o",
        "once": "1",
        "fields": {"why": "text", "on": "date", "one": "choice", "some": "several"},
    }
    sent = {**data, "f.why": "x", "f.on": "2026-03-02", "f.some": "a,b"}
    assert filled(sent) == {"why": "x", "on": "2026-03-02", "one": "", "some": ["a", "b"]}


def test_errors_stand_beside_their_field_and_what_was_typed_stays() -> None:
    values: dict[str, str | list[str]] = {"why": "because", "on": "", "one": "a", "some": ["b"]}
    card = dialog(a_form(*FIELDS), opened="o", once="1", errors={"why": "Too short.", "": "Try again."}, values=values)
    assert words(card).splitlines()[:4] == ["Try again.", "Why?: because", "In a few words", "Too short."]
    assert [one.get("value") for one in inputs(card).values()] == ["because", None, "a", "b"]


def test_a_form_in_the_message_can_be_left_without_filling_it_in() -> None:
    card = inline(a_form(*FIELDS), opened="o", once="1")
    assert problems(card, where="chat") == []
    assert button(card, "Save")["verb"] == "submit"
    cancel = button(card, "Cancel")
    assert (cancel["verb"], cancel["data"], cancel["associatedInputs"]) == ("show", {"payload": "o"}, "none")


def test_a_form_without_fields_is_only_read() -> None:
    form = a_form(intro=(Quote(text="hello"),))
    assert button(dialog(form, opened="o", once="1"), "Save")["data"] == {"close": True}
    assert button(inline(form, opened="o", once="1"), "Save")["verb"] == "show"


def test_what_was_typed_is_shown_again_however_long() -> None:
    long = [TextField(name=name, label=name, long=True, max_length=3000) for name in "ab"]
    form = a_form(*long, intro=(Text.of("Read this."),))
    card = dialog(form, opened="o", once="1", errors={"": "No."}, values={"a": "ж" * 3000, "b": "short"})
    assert inputs(card)["f.a"]["value"] == "ж" * 3000
    both = dialog(form, opened="o", once="1", values={"a": "ж" * 3000, "b": "ж" * 3000})
    assert weight(both) <= LARGEST
    assert all(one["value"].endswith("ж…") for one in inputs(both).values())


@each("value", ["a,b", ""])
def test_choices_that_would_come_back_as_others_are_an_error(value: str) -> None:
    field = ChoiceField(name="x", label="X", choices=(Choice(value=value, label="X"),))
    with pytest.raises(ValueError, match="choice"):
        dialog(a_form(field), opened="o", once="1")


def test_two_fields_of_one_name_are_an_error() -> None:
    with pytest.raises(ValueError, match="one name"):
        dialog(a_form(FIELDS[0], FIELDS[0]), opened="o", once="1")


@each("fields", [None, 3, [], "x", {}])
def test_without_fields_nothing_was_filled_in(fields: object) -> None:
    assert filled({"fields": fields, "f.x": "y"}) == {}


@each("given", [None, 3, True, {"a": 1}, [1, None, {"a": 1}]])
def test_what_is_no_text_is_nothing(given: object) -> None:
    fields = {"x": "text", "y": "several", "z": ["several"]}
    assert filled({"fields": fields, "f.x": given, "f.y": given, "f.z": given}) == {"x": "", "y": [], "z": ""}


def test_a_date_that_is_none_is_not_shown_again() -> None:
    card = dialog(a_form(FIELDS[1]), opened="o", once="1", values={"on": "soon"})
    assert "value" not in inputs(card)["f.on"]
