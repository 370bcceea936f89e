"""A card as an Adaptive Card of version 1.5. Pure functions."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from adapters.teams.render.inline import Element, Mentions, escaped, lines, run, runs
from adapters.teams.render.limits import BUTTON, LARGEST, NOTHING, SHOWN, SUMMARY, clean, held, said, weight
from bot.conversation.card import Actions, Block, Button, Card, Facts, Line, Quote, Table, Text, Tone
from bot.conversation.fitting import UNCUT, Rest, beginning, fullest, parts_of
from bot.wording import _, cut

SCHEMA = "http://adaptivecards.io/schemas/adaptive-card.json"
VERSION = "1.5"
STYLES: dict[Tone, str] = {"neutral": "emphasis", "good": "good", "warning": "warning", "urgent": "attention"}
BUTTONS = {"primary": "positive", "danger": "destructive"}
LABEL_WIDTH = "110px"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A card as Teams takes it, and its words for a notification."""

    content: dict[str, Any]
    summary: str


@dataclass(frozen=True, slots=True)
class Way:
    """How buttons work where a card stands: in a channel or not, with dialogs or without."""

    channel: bool
    dialogs: bool = True


def drawn(card: Card, *, channel: bool, dialogs: bool = True, notice: Card | None = None) -> Drawn:
    """A card. Users' texts are shortened evenly until it fits; where there are too many, the last are left out.

    Args:
        channel: whether it stands in a channel, where buttons change it at once, or in a private chat.
        dialogs: whether a form's button opens one; else the form takes the card's place.
        notice: said with the card to whoever acted; below it when it has buttons of its own.

    Raises:
        ValueError: a text of ours, or what the buttons bring back, is too long.
    """
    way = Way(channel, dialogs)

    def tried(cap: int, kept: int) -> dict[str, Any] | None:
        mentions = Mentions()
        body = _body(card, way, mentions, cap, kept)
        if notice is not None:
            said = {"type": "Container", "style": STYLES[notice.tone], "items": _body(notice, way, mentions, cap, kept)}
            body = [*body, {**said, "separator": True}] if notice.buttons() else [said, *body]
        content = carded(body, mentions, wide=channel, fallback=escaped(cut(card.plain(), min(cap, SUMMARY))))
        return content if weight(content) <= LARGEST else None

    found = fullest(tried, max(parts_of(one.blocks) for one in (card, notice) if one is not None), LARGEST)
    if found is None:
        raise ValueError(f"this does not fit into {LARGEST} bytes, however much is left out")
    return Drawn(found, summary(card))


def choices(forms: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """A card that offers forms, for clients without dialogs.

    Args:
        forms: label and payload of each form's button.
    """
    back = {"type": "Action.Execute", "verb": "show", "title": _("Back"), "data": {"payload": forms[0][1]}}
    rows = [
        {"type": "ActionSet", "actions": [_execute("form", label, payload, here=True)], "spacing": "Small"}
        for label, payload in forms
    ]
    lead = runs(run(_("These open right here:")))
    return carded([lead, *rows, {"type": "ActionSet", "actions": [back], "separator": True}], Mentions())


def carded(body: list[Element], mentions: Mentions, *, wide: bool = False, fallback: str = "") -> dict[str, Any]:
    """Elements as a whole card."""
    teams: dict[str, Any] = {"width": "Full"} if wide else {}
    if entities := mentions.entities():
        teams["entities"] = entities
    return {
        "type": "AdaptiveCard",
        "$schema": SCHEMA,
        "version": VERSION,
        "body": body or [runs(run(NOTHING))],
        **({"fallbackText": fallback} if fallback else {}),
        **({"msteams": teams} if teams else {}),
    }


def blocks_of(blocks: Sequence[Block], mentions: Mentions, cap: int, way: Way) -> list[Element]:
    """Blocks as elements."""
    return [element for block in blocks for element in _block(block, mentions, cap, way)]


def summary(card: Card) -> str:
    """The words of a notification: the title, else the first words. One line."""
    lines = (" ".join(clean(line).split()) for line in (card.title, *card.plain().splitlines()))
    return cut(next((line for line in lines if line), NOTHING), SUMMARY)


def _body(card: Card, way: Way, mentions: Mentions, cap: int, kept: int) -> list[Element]:
    title = runs(run(held(card.title, 150, "a title"), weight="Bolder", size="Medium"))
    top, blocks = [title] if card.title.strip() else [], beginning(card.blocks, kept)
    if not top and card.tone != "neutral" and blocks and not isinstance(blocks[0], Actions):
        top, blocks = blocks_of(blocks[:1], mentions, cap, way), blocks[1:]  # else nothing would show the tone
    head = [{"type": "Container", "style": STYLES[card.tone], "items": top, "bleed": True}] if top else []
    body = [*head, *blocks_of(blocks, mentions, cap, way)]
    if way.dialogs and (forms := [button for button in card.buttons() if button.opens_form]):
        _offer(body, forms)
    return body


def _offer(body: list[Element], forms: list[Button]) -> None:
    """One more button, for clients that know no dialogs, at the end of the last row."""
    pairs = [[button.label, button.payload] for button in forms]
    title = _("Nothing opens?")
    data = {"payload": forms[0].payload, "forms": pairs}
    more = {"type": "Action.Execute", "verb": "forms", "title": title, "data": data, "mode": "secondary"}
    last = next(element for element in reversed(body) if element["type"] == "ActionSet")
    last["actions"].append(more)


def _block(block: Block, mentions: Mentions, cap: int, way: Way) -> list[Element]:
    match block:
        case Text():
            look = {"size": "Small", "isSubtle": True} if block.small else {}
            return list(lines(block.parts, mentions, UNCUT if isinstance(block, Rest) else cap, **look))
        case Facts():
            return [_fact(label, value, mentions, cap) for label, value in block.pairs]
        case Quote():
            items = list(lines((block.text,), mentions, cap))
            if block.source.strip():
                items.append(runs(run(cut(block.source, cap), size="Small", isSubtle=True)))
            return [{"type": "Container", "style": "emphasis", "items": items}]
        case Table():
            return [_table(block, mentions, cap)]
        case Actions():
            return [{"type": "ActionSet", "actions": _row(block.buttons, way)}]


def _fact(label: str, value: Line, mentions: Mentions, cap: int) -> Element:
    name = runs(run(cut(label, cap), isSubtle=True))
    return {
        "type": "ColumnSet",
        "spacing": "Small",
        "columns": [
            {"type": "Column", "width": LABEL_WIDTH, "items": [name]},
            {"type": "Column", "width": "stretch", "items": list(lines(value, mentions, cap))},
        ],
    }


def _table(table: Table, mentions: Mentions, cap: int) -> Element:
    head = [_cell([runs(run(cut(name, cap), weight="Bolder"))]) for name in table.head]
    rows = [[_cell(list(lines(cell, mentions, cap))) for cell in row] for row in table.rows]
    return {
        "type": "Table",
        "columns": [{"width": 1} for _name in max((table.head, *table.rows), key=len)],
        "firstRowAsHeader": True,
        "showGridLines": False,
        "rows": [{"type": "TableRow", "cells": cells} for cells in ([head, *rows] if table.head else rows)],
    }


def _cell(items: list[Element]) -> Element:
    return {"type": "TableCell", "items": items}


def _row(buttons: Sequence[Button], way: Way) -> list[Element]:
    """The buttons of a row; what is too much for it stands behind "..."."""
    drawn = [_button(button, way) for button in buttons]
    shown = SHOWN + 1 if len(drawn) == SHOWN + 1 else SHOWN
    return [action if number < shown else {**action, "mode": "secondary"} for number, action in enumerate(drawn)]


def _button(button: Button, way: Way) -> Element:
    style = {"style": BUTTONS[button.style]} if button.style in BUTTONS else {}
    label = said(button.label, BUTTON, "a button")
    if button.opens_form and way.dialogs:
        data = {"msteams": {"type": "task/fetch"}, "payload": button.payload}
        return {"type": "Action.Submit", "title": label, "data": data, **style}
    if button.opens_form or way.channel:
        return {**_execute("form" if button.opens_form else "press", label, button.payload), **style}
    return {"type": "Action.Submit", "title": label, "data": {"payload": button.payload}, **style}


def _execute(verb: str, label: str, payload: str, **more: Any) -> Element:
    return {"type": "Action.Execute", "verb": verb, "title": label, "data": {"payload": payload, **more}}
