"""What a person sees of an Adaptive Card, and what its buttons send. Reads only; `adaptive` tells what is wrong."""

from collections.abc import Iterator
from typing import Any

Card = dict[str, Any]


def walk(part: Any) -> Iterator[dict[str, Any]]:
    """Every object of a card, from the outside in, in reading order."""
    if isinstance(part, list):
        for one in part:
            yield from walk(one)
    elif isinstance(part, dict):
        yield part
        for name in ("items", "columns", "rows", "cells", "body", "actions", "inlines"):
            yield from walk(part.get(name))


def words(card: Card) -> str:
    """All that is to be read, line by line; buttons in brackets."""
    said = list[str]()
    for part in walk(card):
        match part.get("type"):
            case "RichTextBlock":
                said.append("".join(one["text"] for one in part["inlines"]))
            case "TextBlock":
                said.append(part["text"])
            case str() as kind if kind.startswith("Action."):
                said.append(f"[{part.get('title')}]")
            case str() as kind if kind.startswith("Input."):
                said.append(f"{part.get('label')}: {part.get('value', '')}")
            case _:
                pass
    return "\n".join(said)


def buttons(card: Card) -> list[str]:
    return [str(part.get("title")) for part in walk(card) if str(part.get("type")).startswith("Action.")]


def button(card: Card, title: str) -> dict[str, Any]:
    """The one button that is labelled so, or whose label begins so."""
    found = [part for part in walk(card) if str(part.get("type")).startswith("Action.")]
    exact = [part for part in found if part.get("title") == title]
    fits = exact or [part for part in found if str(part.get("title")).startswith(title)]
    assert len(fits) == 1, f"{len(fits)} buttons begin with {title!r} among {buttons(card)}"
    return fits[0]


def inputs(card: Card) -> dict[str, dict[str, Any]]:
    """The fields, by id."""
    return {part["id"]: part for part in walk(card) if str(part.get("type")).startswith("Input.")}


def filled(card: Card, values: dict[str, str]) -> dict[str, str]:
    """What a client sends of a card's fields. It refuses what the card does not allow."""
    fields, sent = inputs(card), dict[str, str]()
    for name in values:
        assert name in fields, f"there is no field {name} among {list(fields)}"
    for name, field in fields.items():
        value = values.get(name, field.get("value", ""))
        assert value or not field.get("isRequired"), f"{name} must be filled in"
        assert len(value) <= field.get("maxLength", len(value)), f"{name} is too long"
        if field["type"] == "Input.ChoiceSet" and value:
            known = {choice["value"] for choice in field["choices"]}
            assert set(value.split(",") if field.get("isMultiSelect") else [value]) <= known, f"{name}: {value}"
        if value:
            sent[name] = value
    return sent
