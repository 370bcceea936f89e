"""views.*: forms and home pages."""

from typing import Any

from tests.slack_kit.ask import Ask
from tests.slack_kit.checks import check_view
from tests.slack_kit.passes import Refusal


def views_open(ask: Ask) -> dict[str, Any]:
    return _with_trigger(ask, push=False)


def views_push(ask: Ask) -> dict[str, Any]:
    return _with_trigger(ask, push=True)


def views_update(ask: Ask) -> dict[str, Any]:
    given = ask.thing("view")
    if ask.text("view_id") and ask.text("external_id"):
        messages = ["[ERROR] Cannot provide both `view_id` and `external_id`"]
        raise Refusal("invalid_arguments", response_metadata={"messages": messages})
    check_view(given)
    old = ask.workspace.views.find(ask.text("view_id"), ask.text("external_id"))
    return {"view": dict(ask.workspace.views.update(old, given, ask.team, ask.text("hash")))}


def views_publish(ask: Ask) -> dict[str, Any]:
    given = ask.thing("view")
    if not ask.workspace.manifest.has_home:
        raise Refusal("not_enabled")
    user = ask.workspace.state.users.get(ask.text("user_id"))
    if user is None or user.team_id != ask.team.id:
        messages = ["[ERROR] invalid `user_id`"]
        raise Refusal("invalid_arguments", response_metadata={"messages": messages})
    check_view(given)
    if given.get("type") != "home":
        raise Refusal("invalid_arguments", response_metadata={"messages": ["[ERROR] view must be of type `home`"]})
    return {"view": dict(ask.workspace.views.publish(user.id, given, ask.team, ask.text("hash")))}


def _with_trigger(ask: Ask, *, push: bool) -> dict[str, Any]:
    given = ask.thing("view")
    check_view(given)
    if given.get("type") != "modal":
        raise Refusal("invalid_arguments", response_metadata={"messages": ["[ERROR] view must be of type `modal`"]})
    trigger = ask.workspace.passes.use_trigger(ask.text("trigger_id"), ask.team.id)
    views = ask.workspace.views
    view = (views.push if push else views.open)(trigger.user, given, ask.team)
    return {"view": dict(view)}
