"""Forms as modals, the home page, and what comes back from a submitted modal. Pure functions."""

from collections.abc import Mapping
from typing import Any

from adapters.slack.render.blocks import blocks_of
from adapters.slack.render.fields import VALUE, Value, field_block, no_value, value_of
from adapters.slack.render.limits import BLOCKS_IN_VIEW, METADATA, TEXT, TITLE, WEIGHT_IN_VIEW, held, plain
from bot.conversation.card import Card, Text
from bot.conversation.form import Form
from bot.wording import _, cut

FORM = "form"  # callback_id of every form
LONGEST_ERROR = 300  # beside a field; no limit is documented

View = dict[str, Any]


def modal(form: Form, *, metadata: str = "") -> View:
    """A form as a modal. One without fields is only read: it has one button, which closes it.

    Args:
        metadata: comes back with the values; the form's payload where nothing is given.

    Raises:
        ValueError: two fields have one name, or something that we wrote is too long.
    """
    names = [field.name for field in form.fields]
    if len(set(names)) < len(names):
        raise ValueError("two fields have one name")
    fields = [field_block(field) for field in form.fields]
    room = BLOCKS_IN_VIEW - len(fields)
    intro = Card.model_construct(title="", blocks=form.intro, tone="neutral")  # may have more blocks than a message
    blocks = blocks_of(intro, most=room, weight=WEIGHT_IN_VIEW, taken=names) if form.intro or not fields else []
    done = plain(form.submit, TITLE, "a form's button")
    ends = {"submit": done, "close": plain(_("Cancel"), TITLE, "a form's button")} if fields else {"close": done}
    return {
        "type": "modal",
        "callback_id": FORM,
        "private_metadata": held(metadata or form.payload, METADATA, "what a form brings back"),
        "title": plain(form.title, TITLE, "a form's title"),
        **ends,
        "blocks": [*blocks, *fields],
    }


def home(card: Card) -> View:
    """The home page of somebody."""
    return {"type": "home", "blocks": blocks_of(card, most=BLOCKS_IN_VIEW, weight=WEIGHT_IN_VIEW)}


def notice(title: str, sentence: str) -> View:
    """A modal that says one sentence and can only be closed."""
    said = Card.of(Text.of(cut(sentence, TEXT // 2)))
    return {
        "type": "modal",
        "title": plain(cut(title, TITLE), TITLE, "a title"),
        "close": plain(_("Close"), TITLE, "a button"),
        "blocks": blocks_of(said, most=BLOCKS_IN_VIEW, weight=WEIGHT_IN_VIEW),
    }


def values_of(view: View) -> dict[str, Value]:
    """What was filled into a submitted modal, by field: text, ISO date, or a list of chosen values."""
    values = {block["block_id"]: no_value(block["element"]) for block in _inputs(view)}
    for name, elements in ((view.get("state") or {}).get("values") or {}).items():
        if VALUE in elements:
            values[name] = value_of(elements[VALUE])
    return values


def errors_for(errors: Mapping[str, str], view: View) -> dict[str, Any]:
    """The answer to a submitted modal that puts each error beside its field.

    What belongs to no field stands beside the first one; in a modal without fields it takes the modal's place.
    """
    fields = [block["block_id"] for block in _inputs(view)]
    if not fields:
        title = (view.get("title") or {}).get("text", "")
        return {"response_action": "update", "view": notice(title, " ".join(errors.values()))}
    beside = {name: error for name, error in errors.items() if name in fields}
    rest = [error for name, error in errors.items() if name not in fields]
    if rest:
        first = fields[0]
        beside[first] = " ".join([*([beside[first]] if first in beside else []), *rest])
    return {"response_action": "errors", "errors": {name: cut(error, LONGEST_ERROR) for name, error in beside.items()}}


def _inputs(view: View) -> list[dict[str, Any]]:
    return [block for block in view.get("blocks") or [] if block.get("type") == "input"]
