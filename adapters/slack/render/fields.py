"""Fields of a form as input blocks, and what was filled in as the values that the desk reads."""

from typing import Any

from adapters.slack.render.limits import FEW, ID, INPUT, LABEL, OPTION, OPTION_VALUE, clean, held, plain
from bot.conversation.form import Choice, ChoiceField, DateField, FormField, TextField
from bot.wording import _

VALUE = "value"  # action_id of every field; the name of the field is the block_id
SEVERAL = ("checkboxes", "multi_static_select")

Value = str | list[str]


def field_block(field: FormField) -> dict[str, Any]:
    """A field with its label and hint.

    Raises:
        ValueError: it has no name, or a text that we wrote is too long.
    """
    if not field.name:
        raise ValueError("a field has no name")
    block = {
        "type": "input",
        "block_id": held(field.name, ID, "a field's name"),
        "label": plain(field.label, LABEL, "a label"),
        "element": {**_element(field), "action_id": VALUE},
        "optional": not field.required,
    }
    if field.hint.strip():
        block["hint"] = plain(field.hint, LABEL, "a hint")
    return block


def value_of(element: dict[str, Any]) -> Value:
    """What was filled into a field, from the state of a submitted view; empty when nothing was."""
    match element["type"]:
        case "radio_buttons" | "static_select":
            return _text((element.get("selected_option") or {}).get("value"))
        case "checkboxes" | "multi_static_select":
            return [_text(option.get("value")) for option in element.get("selected_options") or []]
        case "datepicker":
            return _text(element.get("selected_date"))
        case _:
            return _text(element.get("value"))


def no_value(element: dict[str, Any]) -> Value:
    """What an empty field holds."""
    return [] if element.get("type") in SEVERAL else ""


def _element(field: FormField) -> dict[str, Any]:
    match field:
        case TextField():
            most = min(max(field.max_length, 1), INPUT)
            lines = field.long or "\n" in field.value  # a single line would lose the breaks
            drawn: dict[str, Any] = {"type": "plain_text_input", "multiline": lines, "max_length": most}
            if field.value.strip():
                drawn["initial_value"] = clean(field.value)[:most]
            return drawn
        case DateField():
            return {"type": "datepicker", **({"initial_date": field.value.isoformat()} if field.value else {})}
        case ChoiceField():
            return _choices(field)


def _choices(field: ChoiceField) -> dict[str, Any]:
    few = len(field.choices) <= FEW
    options = [_option(choice) for choice in field.choices]
    chosen = [option for choice, option in zip(field.choices, options, strict=True) if choice.value in field.value]
    drawn: dict[str, Any] = {"options": options}
    if field.several:
        drawn["type"] = "checkboxes" if few else "multi_static_select"
        if chosen:
            drawn["initial_options"] = chosen
    else:
        drawn["type"] = "radio_buttons" if few else "static_select"
        if chosen:
            drawn["initial_option"] = chosen[0]
    if not few:
        drawn["placeholder"] = plain(_("Choose …"), OPTION, "a placeholder")
    return drawn


def _option(choice: Choice) -> dict[str, Any]:
    if not choice.value:
        raise ValueError("a choice has no value")
    return {"text": plain(choice.label, OPTION, "a choice"), "value": held(choice.value, OPTION_VALUE, "a value")}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
