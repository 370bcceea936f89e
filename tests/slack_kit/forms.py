"""Filling in a form, and what the app's answer does to it."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from tests.slack_kit.checks import check_view
from tests.slack_kit.passes import Refusal
from tests.slack_kit.reading import all_options, elements, input_blocks, label_of
from tests.slack_kit.views import View
from tests.slack_kit.workspace import Workspace

_TEXTS = ("plain_text_input", "email_text_input", "url_text_input", "number_input")
# The kind of element: what its state calls the value.
_STATES = {
    **dict.fromkeys(_TEXTS, "value"),
    "static_select": "selected_option",
    "external_select": "selected_option",
    "radio_buttons": "selected_option",
    "overflow": "selected_option",
    "checkboxes": "selected_options",
    "multi_static_select": "selected_options",
    "datepicker": "selected_date",
    "timepicker": "selected_time",
    "datetimepicker": "selected_date_time",
    "users_select": "selected_user",
    "multi_users_select": "selected_users",
    "conversations_select": "selected_conversation",
    "channels_select": "selected_channel",
    "rich_text_input": "rich_text_value",
}


def state_of(shown: Mapping[str, Any], given: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """`state.values` of a form or message: what was given, and elsewhere what was there at first."""
    labels = {block["block_id"]: label_of({}, block) for block in input_blocks(shown)}
    open_ = {_key(name): value for name, value in (given or {}).items()}
    values: dict[str, Any] = {}
    for block_id, element in elements(shown):
        if element["type"] not in _STATES:
            continue
        key = next(
            (k for k in map(_key, (block_id, element["action_id"], labels.get(block_id, ""))) if k in open_), None
        )
        value = _initial(element) if key is None else chosen(element, open_.pop(key))
        entry = {"type": element["type"], _STATES[element["type"]]: value}
        values.setdefault(block_id, {})[element["action_id"]] = entry
    assert not open_, f"the form has no field {sorted(open_)}; it has {sorted(labels.values())}"
    return values


def missing(view: View, values: dict[str, Any]) -> list[str]:
    """What a client refuses to send: required fields that are empty, and text that is too long or too short."""
    wrong = []
    for block in input_blocks(view):
        element = block["element"]
        name = _STATES.get(element["type"])
        if name is None:
            continue
        value = values[block["block_id"]][element["action_id"]][name]
        if not value and not block.get("optional"):
            wrong.append(f"{label_of({}, block)} is required")
        if value and isinstance(value, str) and element["type"] in _TEXTS:
            longest, shortest = element.get("max_length", len(value)), element.get("min_length", 0)
            if not shortest <= len(value) <= longest:
                wrong.append(f"{label_of({}, block)} has {len(value)} characters")
    return wrong


def chosen(element: Mapping[str, Any], value: Any) -> Any:
    """A value as the element's state holds it: options are named by label or value."""
    name = _STATES[element["type"]]
    if name == "selected_options":
        return [_option(element, one) for one in ([value] if isinstance(value, str) else value or [])]
    if name == "selected_option":
        return None if value is None else _option(element, value)
    if isinstance(value, date | time):
        return value.isoformat() if isinstance(value, date) else value.strftime("%H:%M")
    return value


def state_name(element: Mapping[str, Any]) -> str:
    return _STATES[element["type"]]


def applied(workspace: Workspace, view: View, body: Any) -> None:
    """Do what the app's answer to a sent form asks for. Without anything asked the form closes."""
    answer = body if isinstance(body, dict) else {}
    team = workspace.state.teams[view["team_id"]]
    action = answer.get("response_action")
    with workspace.state.lock:
        if action == "errors":
            known = {block["block_id"] for block in input_blocks(view)}
            unknown = set(answer["errors"]) - known
            if unknown or not answer["errors"]:
                raise Refusal("invalid_errors", blocks=sorted(unknown))
        elif action == "clear":
            workspace.views.close(view, everything=True)
        elif action in ("update", "push"):
            check_view(answer["view"])
            if action == "update":
                workspace.views.update(workspace.views.find(view["id"]), answer["view"], team)
            else:
                workspace.views.push(view.user, answer["view"], team)
        elif action is None:
            workspace.views.close(view)
        else:
            raise Refusal("invalid_response_action", action=action)


def _option(element: Mapping[str, Any], wanted: Any) -> Any:
    if isinstance(wanted, dict):
        return wanted
    options = all_options(element)
    for option in options:
        if str(wanted) in (option["text"]["text"], option.get("value")):
            return option
    raise AssertionError(f"there is no {wanted!r} among {[option['text']['text'] for option in options]}")


def _initial(element: Mapping[str, Any]) -> Any:
    name = _STATES[element["type"]]
    initial = element.get("initial_value" if name == "value" else name.replace("selected", "initial"))
    return initial if initial is not None else ([] if name == "selected_options" else None)


def _key(name: str) -> str:
    """Labels are named as in Python: lower case, with low lines."""
    return "".join(c if c.isalnum() else "_" for c in name.lower()).strip("_")
