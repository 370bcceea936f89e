"""Open forms and published home pages."""

import secrets
from typing import Any

from tests.slack_kit.passes import Refusal
from tests.slack_kit.state import State, Team

STACK = 3
_SHOWN = ("type", "title", "submit", "close", "blocks", "private_metadata", "callback_id", "external_id")


class View(dict[str, Any]):
    """A form or home page as Slack hands it out. It is never changed in place."""

    def __init__(self, fields: dict[str, Any], user: str) -> None:
        super().__init__(fields)
        self.user = user


class Views:
    """Who has which forms open, the topmost last, and whose home page shows what."""

    def __init__(self, state: State) -> None:
        self._state = state
        self.stacks: dict[str, list[View]] = {}
        self.homes: dict[str, View] = {}

    def open(self, user: str, given: dict[str, Any], team: Team) -> View:
        """Open a form. Any that the person had open makes way."""
        view = self._made(user, given, team)
        self.stacks[user] = [view]
        self._state.changed()
        return view

    def push(self, user: str, given: dict[str, Any], team: Team) -> View:
        stack = self.stacks.get(user) or []
        if not stack:
            raise Refusal("not_found")
        if len(stack) >= STACK:
            raise Refusal("push_limit_reached")
        view = self._made(user, given, team, below=stack[-1])
        self.stacks[user] = [*stack, view]
        self._state.changed()
        return view

    def find(self, view_id: str, external_id: str = "") -> View:
        known = [view for stack in self.stacks.values() for view in stack] + list(self.homes.values())
        for view in known:
            if view["id"] == view_id or (external_id and view["external_id"] == external_id):
                return view
        raise Refusal("not_found")

    def update(self, old: View, given: dict[str, Any], team: Team, seen: str = "") -> View:
        """Change a form in place; `seen` is the hash that the app last saw."""
        if seen and seen != old["hash"]:
            raise Refusal("hash_conflict")
        kept = {key: old[key] for key in ("id", "root_view_id", "previous_view_id")}
        view = View({**self._made(old.user, given, team, replaces=old), **kept}, old.user)
        if old["type"] == "home":
            self.homes[old.user] = view
        else:
            self.stacks[old.user] = [view if v["id"] == old["id"] else v for v in self.stacks[old.user]]
        self._state.changed()
        return view

    def publish(self, user: str, given: dict[str, Any], team: Team, seen: str = "") -> View:
        old = self.homes.get(user)
        if old is not None:
            return self.update(old, given, team, seen)
        view = self._made(user, given, team)
        self.homes[user] = view
        self._state.changed()
        return view

    def close(self, view: View, *, everything: bool = False) -> None:
        """Close a form: the one below it shows again."""
        stack = self.stacks.get(view.user, [])
        self.stacks[view.user] = [] if everything else [v for v in stack if v["id"] != view["id"]]
        self._state.changed()

    def _made(
        self, user: str, given: dict[str, Any], team: Team, below: View | None = None, replaces: View | None = None
    ) -> View:
        shown = {key: given[key] for key in _SHOWN if key in given}
        external = shown.get("external_id", "")
        known = [view for stack in self.stacks.values() for view in stack] + list(self.homes.values())
        if external and any(v["external_id"] == external and v is not replaces for v in known):
            raise Refusal("duplicate_external_id")
        view_id = self._state.new_id("V")
        view = {
            "private_metadata": "",
            "callback_id": "",
            "external_id": "",
            "title": None,
            "submit": None,
            "close": None,
            **shown,
            "id": view_id,
            "team_id": team.id,
            "blocks": [named(block) for block in shown.get("blocks", [])],
            "state": {"values": {}},
            "hash": f"{self._state.new_ts()}.{secrets.token_hex(4)}",
            "clear_on_close": bool(given.get("clear_on_close")),
            "notify_on_close": bool(given.get("notify_on_close")),
            "root_view_id": below["root_view_id"] if below else view_id,
            "previous_view_id": below["id"] if below else None,
            "app_id": team.app_id,
            "app_installed_team_id": team.id,
            "bot_id": team.bot_id,
        }
        if view["type"] == "home":
            for key in ("title", "submit", "close"):
                view.pop(key)
        return View(view, user)


def named(block: dict[str, Any]) -> dict[str, Any]:
    """Slack gives a name to every block and every element that has none."""
    block = {"block_id": secrets.token_urlsafe(4), **block}
    for key in ("element", "accessory"):
        if key in block and block[key]["type"] != "image":
            block[key] = {"action_id": secrets.token_urlsafe(4), **block[key]}
    if block["type"] == "actions":
        block["elements"] = [{"action_id": secrets.token_urlsafe(4), **element} for element in block["elements"]]
    return block
