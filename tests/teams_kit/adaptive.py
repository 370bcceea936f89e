"""Whether Teams takes a card: the Adaptive Cards reference of version 1.5, strictly, and Teams' own limits.

Written from the public reference; a client shows a bad card silently wrong, or not at all.
"""

import json
import re
from collections.abc import Iterator
from typing import Any, Literal

from tests.teams_kit.cards import walk

Where = Literal["channel", "chat", "dialog"]

LARGEST = 28_000  # bytes
PRIMARY = 6  # buttons of a row that Teams shows

_text, _flag, _many, _object = (str,), (bool,), (list,), (dict,)
_number = (int,)
_ANY = {"id": _text, "isVisible": _flag, "separator": _flag, "spacing": _text, "height": _text, "fallback": _object}
_LOOK = {"size": _text, "weight": _text, "color": _text, "isSubtle": _flag, "fontType": _text}
_ROOM = {"style": _text, "bleed": _flag, "verticalContentAlignment": _text, "selectAction": _object}
_INPUT = {"id": _text, "label": _text, "isRequired": _flag, "errorMessage": _text}
_ACTION = {"title": _text, "style": _text, "mode": _text, "id": _text, "isEnabled": _flag, "tooltip": _text}
KINDS: dict[str, tuple[dict[str, tuple[type, ...]], tuple[str, ...]]] = {  # properties, and those that must be there
    "AdaptiveCard": (
        {"$schema": _text, "version": _text, "body": _many, "fallbackText": _text, "msteams": _object},
        ("version", "body"),
    ),
    "Container": ({**_ANY, **_ROOM, "items": _many}, ("items",)),
    "ColumnSet": ({**_ANY, **_ROOM, "columns": _many}, ("columns",)),
    "Column": ({**_ANY, **_ROOM, "items": _many, "width": _text}, ("items",)),
    "RichTextBlock": ({**_ANY, "inlines": _many, "horizontalAlignment": _text}, ("inlines",)),
    "TextRun": ({**_LOOK, "text": _text, "italic": _flag, "selectAction": _object}, ("text",)),
    "TextBlock": ({**_ANY, **_LOOK, "text": _text, "wrap": _flag, "maxLines": _number, "style": _text}, ("text",)),
    "Table": (
        {**_ANY, "columns": _many, "rows": _many, "firstRowAsHeader": _flag, "showGridLines": _flag},
        ("columns", "rows"),
    ),
    "TableRow": ({"cells": _many, "style": _text}, ("cells",)),
    "TableCell": ({**_ROOM, "items": _many}, ("items",)),
    "ActionSet": ({**_ANY, "actions": _many}, ("actions",)),
    "Input.Text": (
        {**_ANY, **_INPUT, "value": _text, "maxLength": _number, "isMultiline": _flag, "placeholder": _text},
        ("id",),
    ),
    "Input.Date": ({**_ANY, **_INPUT, "value": _text, "min": _text, "max": _text}, ("id",)),
    "Input.ChoiceSet": (
        {**_ANY, **_INPUT, "value": _text, "choices": _many, "style": _text, "isMultiSelect": _flag, "wrap": _flag},
        ("id", "choices"),
    ),
    "Action.Execute": ({**_ACTION, "verb": _text, "data": _object, "associatedInputs": _text}, ("title", "verb")),
    "Action.Submit": ({**_ACTION, "data": _object, "associatedInputs": _text}, ("title", "data")),
    "Action.OpenUrl": ({**_ACTION, "url": _text}, ("url",)),
}
CHOICES = {
    "spacing": {"None", "Small", "Default", "Medium", "Large", "ExtraLarge", "Padding"},
    "size": {"Small", "Default", "Medium", "Large", "ExtraLarge"},
    "weight": {"Lighter", "Default", "Bolder"},
    "color": {"Default", "Dark", "Light", "Accent", "Good", "Warning", "Attention"},
    "mode": {"primary", "secondary"},
    "associatedInputs": {"auto", "none"},
}
STYLES = {
    "Container": {"default", "emphasis", "good", "attention", "warning", "accent"},
    "Action": {"default", "positive", "destructive"},
    "Input.ChoiceSet": {"compact", "expanded", "filtered"},
}
VERBS = {"press", "form", "submit", "forms", "show"}
INSIDE = {
    "body": ("Container", "ColumnSet", "RichTextBlock", "TextBlock", "Table", "ActionSet", "Input."),
    "items": ("Container", "ColumnSet", "RichTextBlock", "TextBlock", "Table", "ActionSet", "Input."),
    "columns": ("Column",),
    "rows": ("TableRow",),
    "cells": ("TableCell",),
    "actions": ("Action.",),
    "inlines": ("TextRun",),
}
_MENTION = re.compile(r"<at>[^<]*</at>")
_FUNCTION = re.compile(r"\{\{(DATE|TIME)\(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ(, (SHORT|LONG|COMPACT))?\)\}\}")


def problems(card: Any, *, where: Where) -> list[str]:
    """Everything that is wrong with a card; empty for one that shows as it should."""
    if not isinstance(card, dict) or card.get("type") != "AdaptiveCard":
        return ["it is no Adaptive Card"]
    found = [*_structure(card), *_texts(card), *_mentions(card), *_buttons(card, where), *_inputs(card, where)]
    if card.get("version") != "1.5":
        found.append(f"its version is {card.get('version')}")
    if (size := len(json.dumps(card).encode())) > LARGEST:
        found.append(f"it has {size} bytes")
    return found


def _structure(card: dict[str, Any]) -> Iterator[str]:
    for part in walk(card):
        kind = str(part.get("type"))
        if "width" in part and kind == "None":
            continue  # a column of a table has no type
        if kind not in KINDS:
            yield f"there is no element {kind}"
            continue
        properties, needed = KINDS[kind]
        yield from (f"{kind} lacks {name}" for name in needed if name not in part)
        for name, value in part.items():
            if name == "type":
                continue
            if name not in properties:
                yield f"{kind} has no property {name}"
            elif not isinstance(value, properties[name]) or (isinstance(value, bool) and bool not in properties[name]):
                yield f"{kind}.{name} is a {type(value).__name__}"
            elif name in CHOICES and value not in CHOICES[name]:
                yield f"{kind}.{name} is {value!r}"
            elif name == "style" and value not in STYLES.get(
                kind, STYLES["Action" if "Action" in kind else "Container"]
            ):
                yield f"{kind}.style is {value!r}"
        for name, fits in INSIDE.items():
            if kind == "Table" and name == "columns":
                continue
            for one in part.get(name) or ():
                if not isinstance(one, dict) or not str(one.get("type")).startswith(fits):
                    yield f"{kind}.{name} holds {one.get('type') if isinstance(one, dict) else one!r}"


def _texts(card: dict[str, Any]) -> Iterator[str]:
    for part in walk(card):
        kind = part.get("type")
        if kind == "TextBlock" and not str(part.get("text", "")).strip():
            yield "a TextBlock is empty"
        if kind in ("TextRun", "TextBlock") and "{{" in _FUNCTION.sub("", str(part.get("text"))):
            yield "a text holds a function that nobody meant"
        if kind == "TextRun" and _FUNCTION.search(str(part.get("text"))):
            yield "a run holds a function"
        if kind == "RichTextBlock" and not "".join(str(one.get("text")) for one in part.get("inlines") or ()).strip():
            yield "a RichTextBlock is empty"
        for name in ("title", "label"):
            if name in part and not str(part[name]).strip():
                yield f"a {name} is empty"
        url = str((part.get("selectAction") or part).get("url", "https://"))
        if not url.startswith(("https://", "http://", "mailto:")):
            yield f"a link leads to {url[:20]}"
        if any(ord(one) < 32 and one not in "\n\t" for one in str(part.get("text", ""))):
            yield "a text holds control characters"


def _mentions(card: dict[str, Any]) -> Iterator[str]:
    entities = (card.get("msteams") or {}).get("entities", [])
    named = [str(entity.get("text")) for entity in entities]
    texts = [str(part.get("text")) for part in walk(card) if part.get("type") == "TextBlock"]
    shown = {tag for text in texts for tag in _MENTION.findall(text)}
    yield from (f"{tag} is no entity" for tag in shown - {*named})
    yield from (f"the entity {tag} stands nowhere" for tag in {*named} - shown)
    if len({*named}) < len(named):
        yield "two entities have one text"
    for entity in entities:
        if not (entity.get("mentioned") or {}).get("id") or entity.get("type") != "mention":
            yield "an entity mentions nobody"


def _buttons(card: dict[str, Any], where: Where) -> Iterator[str]:
    for part in walk(card):
        actions = [one for one in part.get("actions") or () if isinstance(one, dict)]
        if len([one for one in actions if one.get("mode") != "secondary"]) > PRIMARY:
            yield "a row shows more buttons than Teams does"
        if part.get("type") == "ActionSet" and not actions:
            yield "a row has no buttons"
        for action in actions:
            given = action.get("data")
            data = given if isinstance(given, dict) else {}
            if action.get("type") == "Action.OpenUrl":
                continue
            if not isinstance(data.get("payload"), str) and not data.get("close"):
                yield f"the button {action.get('title')} brings nothing back"
            if action.get("type") == "Action.Execute" and action.get("verb") not in VERBS:
                yield f"nobody knows the verb {action.get('verb')}"
            if action.get("type") == "Action.Execute" and where == "dialog":
                yield "a dialog knows no Action.Execute"
            if len(str(action.get("title"))) > 75:
                yield "a button's label is too long"


def _inputs(card: dict[str, Any], where: Where) -> Iterator[str]:
    fields = [part for part in walk(card) if str(part.get("type")).startswith("Input.")]
    ids = [part.get("id") for part in fields]
    if len({*ids}) < len(ids):
        yield "two fields have one id"
    executes = any(part.get("type") == "Action.Execute" and part.get("verb") == "submit" for part in walk(card))
    if fields and where != "dialog" and not executes:
        yield "fields stand in a message without anything that sends them"
    for field in fields:
        if field.get("isRequired") and not field.get("errorMessage"):
            yield f"{field.get('id')} is required, and says nothing when it is empty"
        values = [one.get("value") for one in field.get("choices") or () if isinstance(one, dict)]
        if any(not isinstance(value, str) or not value or "," in value for value in values):
            yield f"a choice of {field.get('id')} can't be told from others"
        if len({*values}) < len(values):
            yield f"two choices of {field.get('id')} are one"
