"""Forms as dialogs, or within a card where a client knows no dialogs, and what comes back from them. Pure functions."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from adapters.teams.render.cards import Way, blocks_of, carded
from adapters.teams.render.inline import Element, Mentions, run, runs
from adapters.teams.render.limits import BUTTON, LABEL, LARGEST, held, said, weight
from bot.conversation.card import Actions
from bot.conversation.fitting import SHORTEST, UNCUT, beginning, fullest, longest, parts_of
from bot.conversation.form import Choice, ChoiceField, DateField, Form, FormField, TextField
from bot.wording import _, cut

FIELD = "f."  # how the ids of inputs begin
FEW = 6  # choices that are all shown; more of them fold up
LONGEST_ERROR = 300
_ISO = re.compile(r"\d{4}-\d\d-\d\d")

Value = str | list[str]
Values = Mapping[str, Value]


def dialog(
    form: Form, *, opened: str, once: str, errors: Mapping[str, str] | None = None, values: Values | None = None
) -> dict[str, Any]:
    """A form as the card of a dialog.

    Args:
        opened: the payload of the button that opened it, so that it can be shown once more.
        once: a name for this opening.
        errors: by field; those of no field stand above all.
        values: what was filled in before.

    Raises:
        ValueError: two fields have one name, or something that we wrote is too long.
    """
    if not form.fields:
        ends = [{"type": "Action.Submit", "title": form.submit, "data": {"close": True}}]
    else:
        ends = [{"type": "Action.Submit", "title": form.submit, "style": "positive", "data": _data(form, opened, once)}]
    return _card(form, ends, errors or {}, values, ())


def inline(
    form: Form, *, opened: str, once: str, errors: Mapping[str, str] | None = None, values: Values | None = None
) -> dict[str, Any]:
    """A form as a card that takes the place of the one in which its button was. See `dialog`."""
    closing = {"type": "Action.Execute", "verb": "show", "data": {"payload": opened}, "associatedInputs": "none"}
    if not form.fields:
        ends = [{**closing, "title": form.submit}]
    else:
        data = _data(form, opened, once)
        sending = {"type": "Action.Execute", "verb": "submit", "title": form.submit, "style": "positive", "data": data}
        ends = [sending, {**closing, "title": _("Cancel")}]
    return _card(form, ends, errors or {}, values, (runs(run(form.title, weight="Bolder", size="Medium")),))


def filled(data: Mapping[str, Any]) -> dict[str, Value]:
    """What was filled in, by field: text, ISO date, or a list of chosen values; empty where nothing was."""
    fields = data.get("fields")
    if not isinstance(fields, dict):
        return {}
    return {str(name): _value(data.get(f"{FIELD}{name}"), several=kind == "several") for name, kind in fields.items()}


def _data(form: Form, opened: str, once: str) -> dict[str, Any]:
    fields = {field.name: _kind(field) for field in form.fields}
    if len(fields) < len(form.fields):
        raise ValueError("two fields have one name")
    return {"payload": form.payload, "opened": opened, "once": once, "fields": fields}


def _kind(field: FormField) -> str:
    return "several" if isinstance(field, ChoiceField) and field.several else field.kind


def _value(given: Any, *, several: bool) -> Value:
    if several:
        chosen = given.split(",") if isinstance(given, str) else given if isinstance(given, list) else []
        return [one for one in chosen if isinstance(one, str) and one]
    return given if isinstance(given, str) else ""


def _card(
    form: Form, ends: list[Element], errors: Mapping[str, str], values: Values | None, head: Sequence[Element]
) -> dict[str, Any]:
    names = {field.name for field in form.fields}
    above = [_error(error) for name, error in errors.items() if name not in names]
    end = {"type": "ActionSet", "actions": ends}

    readable = [block for block in form.intro if not isinstance(block, Actions)]  # nothing to be pressed

    def tried(cap: int, kept: int, typed: int = UNCUT) -> dict[str, Any] | None:
        mentions = Mentions()
        intro = blocks_of(beginning(readable, kept), mentions, cap, Way(channel=True))
        fields = [one for field in form.fields for one in _field(field, errors.get(field.name), values, typed)]
        content = carded([*head, *above, *intro, *fields, end], mentions)
        return content if weight(content) <= LARGEST else None

    found = fullest(tried, parts_of(readable), LARGEST)
    if found is None:  # what was typed is cut last
        found = longest(lambda typed: tried(SHORTEST, 0, typed), LARGEST)
    if found is None:
        raise ValueError(f"this form does not fit into {LARGEST} bytes, however much is left out")
    return found


def _error(text: str) -> Element:
    return {**runs(run(cut(text, LONGEST_ERROR), color="Attention", weight="Bolder")), "spacing": "Small"}


def _field(field: FormField, error: str | None, values: Values | None, cap: int) -> list[Element]:
    if not field.name:
        raise ValueError("a field has no name")
    element: Element = {
        **_input(field, None if values is None else values.get(field.name), cap),
        "id": f"{FIELD}{field.name}",
        "label": said(field.label, LABEL, "a label"),
    }
    if field.required:
        element |= {"isRequired": True, "errorMessage": _("Please fill this in.")}
    hint = {**runs(run(held(field.hint, LABEL, "a hint"), size="Small", isSubtle=True)), "spacing": "None"}
    return [element, *([hint] if field.hint.strip() else []), *([_error(error)] if error else [])]


def _input(field: FormField, before: Value | None, cap: int) -> Element:
    match field:
        case TextField():
            text = before if isinstance(before, str) else field.value
            most = max(field.max_length, 1)
            drawn: Element = {"type": "Input.Text", "maxLength": most, "isMultiline": field.long or "\n" in text}
            return drawn | ({"value": cut(_shown(text), min(most, cap))} if text.strip() else {})
        case DateField():
            first = field.value.isoformat() if field.value else ""
            day = before if isinstance(before, str) and _ISO.fullmatch(before) else first if before is None else ""
            return {"type": "Input.Date", **({"value": day} if day else {})}
        case ChoiceField():
            return _choices(field, before)


def _shown(text: str) -> str:
    """What stands in a field; nothing is replaced in there, so it comes back as it was."""
    return text.replace("\r\n", "\n").encode("utf-8", "replace").decode()


def _choices(field: ChoiceField, before: Value | None) -> Element:
    chosen = field.value if before is None else [before] if isinstance(before, str) else before
    drawn: Element = {
        "type": "Input.ChoiceSet",
        "choices": [_choice(choice) for choice in field.choices],
        "style": "expanded" if len(field.choices) <= FEW else "compact",
        "isMultiSelect": field.several,
        "wrap": True,
    }
    known = [choice.value for choice in field.choices if choice.value in chosen]
    return drawn | ({"value": ",".join(known if field.several else known[:1])} if known else {})


def _choice(choice: Choice) -> Element:
    if not choice.value or "," in choice.value:
        raise ValueError("a choice has no value, or one with a comma, at which Teams would split it")
    return {"title": said(choice.label, BUTTON, "a choice"), "value": choice.value}
