"""The manifest asks Slack for what the desk uses, and for nothing else; the page for administrators says why."""

import ast
import json
import re
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

import app
from adapters.slack import door, listeners, turns
from adapters.slack.http import PATH
from adapters.slack.install import REDIRECT
from adapters.slack.manifest import COMMAND, EVENTS, FILE, SCOPES, manifest, text
from tests.lines import each

SOURCES = sorted(Path("adapters/slack").glob("*.py"))
PAGE = Path("docs/install-slack.md")

# What Slack's reference asks for each method and each event; several scopes where it depends on the kind of channel.
OF_METHOD: dict[str, set[str]] = {
    "auth.test": set(),
    "chat.getPermalink": set(),
    "chat.postEphemeral": {"chat:write"},
    "chat.postMessage": {"chat:write"},
    "chat.update": {"chat:write"},
    "conversations.history": {"groups:history", "channels:history", "im:history"},
    "conversations.info": {"channels:read", "groups:read"},
    "conversations.open": {"im:write"},
    "conversations.replies": {"channels:history", "groups:history", "im:history"},
    "users.info": {"users:read"},
    "users.lookupByEmail": {"users:read.email"},
    "views.open": set(),
    "views.publish": set(),
}
OF_EVENT: dict[str, set[str]] = {
    "app_home_opened": set(),
    "app_mention": {"app_mentions:read"},
    "app_uninstalled": set(),
    "message.channels": {"channels:history"},
    "message.groups": {"groups:history"},
    "message.im": {"im:history"},
    "tokens_revoked": set(),
}
OTHERWISE = {"commands", "files:read"}  # slash command and menu entry; the download of files


def called() -> set[str]:
    """The methods that the adapter calls by name."""
    found = set()
    for source in SOURCES:
        for node in ast.walk(ast.parse(source.read_text())):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found |= set(re.findall(r"^(?:chat|conversations|users|views|auth|files|reactions)\.\w+$", node.value))
    return found


def test_the_file_is_what_the_function_makes() -> None:
    assert FILE.read_text() == text()
    assert json.loads(text()) == manifest()


def test_each_scope_is_needed_and_each_need_has_its_scope() -> None:
    assert called() == OF_METHOD.keys()
    assert set(EVENTS) == OF_EVENT.keys()
    needed = OTHERWISE.union(*OF_METHOD.values(), *OF_EVENT.values())
    assert set(SCOPES) == needed
    assert manifest()["oauth_config"]["scopes"] == {"bot": sorted(SCOPES)}  # and none of a user


def event(kind: str) -> dict[str, Any]:
    """An event of a subscription, as Slack delivers it."""
    name, _dot, where = kind.partition(".")
    inside = {"type": name, "user": "U1", "channel": "C1", "ts": "1.2", "text": "hello", "tab": "home"}
    inside["channel_type"] = {"channels": "channel", "groups": "group"}.get(where, where)
    if where in ("channels", "groups"):
        inside |= {"subtype": "file_share", "files": [{"name": "mail.eml"}]}  # type: ignore[dict-item]
    return {"type": "event_callback", "team_id": "T1", "event_id": "Ev1", "event": inside}


@each("kind", EVENTS)
def test_each_subscribed_event_has_its_listener(kind: str) -> None:
    assert kind in door.ANSWERED_EVENTS or turns.deferred(event(kind)) is not None


def test_each_event_with_a_listener_is_subscribed() -> None:
    source = Path(turns.__file__).read_text()
    heard = set(re.findall(r'case "(\w+)"', source[source.index("def _event") : source.index("def _message")]))
    subscribed = {kind.partition(".")[0] for kind in EVENTS}
    assert heard | set(door.ANSWERED_EVENTS) == subscribed
    told = set(re.findall(r'@app\.event\("(\w+)"\)', Path(listeners.__file__).read_text()))
    assert told == set(door.ANSWERED_EVENTS)


def test_the_menu_entry_the_command_and_the_forms_have_their_listeners() -> None:
    features = manifest()["features"]
    (shortcut,), (command,) = features["shortcuts"], features["slash_commands"]
    message = {"ts": "1.2", "text": "hello", "user": "U2"}
    pressed = {"type": "message_action", "callback_id": shortcut["callback_id"], "message": message}
    assert turns.deferred({**pressed, "channel": {"id": "C1"}, "team": {"id": "T1"}, "user": {"id": "U1"}}) is not None
    assert shortcut["type"] == "message"
    typed = {"command": command["command"], "team_id": "T1", "user_id": "U1", "channel_id": "C1", "trigger_id": "1"}
    assert turns.deferred(typed) is not None
    assert manifest()["settings"]["interactivity"]["is_enabled"]
    assert features["app_home"] == {
        "home_tab_enabled": True,
        "messages_tab_enabled": True,
        "messages_tab_read_only_enabled": False,
    }


def test_the_hint_of_the_command_names_what_it_understands() -> None:
    (command,) = manifest()["features"]["slash_commands"]
    assert set(re.findall(r"[a-z]+", command["usage_hint"])) == set(turns.COMMANDS)


@each(("address", "oauth"), [("", False), ("https://desk.example", False), ("https://d.e/", True)])
def test_it_keeps_to_slacks_limits(address: str, oauth: bool) -> None:
    made = manifest(address=address, oauth=oauth)
    shown, features = made["display_information"], made["features"]
    assert len(shown["name"]) <= 35
    assert len(shown["description"]) <= 140
    assert re.fullmatch(r"#[0-9a-f]{6}", shown["background_color"])
    assert len(features["bot_user"]["display_name"]) <= 80
    for shortcut in features["shortcuts"]:
        assert len(shortcut["name"]) <= 24
        assert len(shortcut["description"]) <= 150
        assert len(shortcut["callback_id"]) <= 255
    for command in features["slash_commands"]:
        assert re.fullmatch(r"/[a-z0-9_-]{1,31}", command["command"])
        assert len(command["description"]) <= 2000
        assert len(command["usage_hint"]) <= 1000
    assert len(made["settings"]["event_subscriptions"]["bot_events"]) <= 100


def test_over_http_every_address_is_the_one_at_which_the_desk_listens() -> None:
    made = manifest(address="https://desk.example/", oauth=True)
    settings = made["settings"]
    urls = {
        settings["event_subscriptions"]["request_url"],
        settings["interactivity"]["request_url"],
        *(command["url"] for command in made["features"]["slash_commands"]),
    }
    assert urls == {f"https://desk.example{PATH}"}
    assert made["oauth_config"]["redirect_urls"] == [f"https://desk.example{REDIRECT}"]
    assert (settings["socket_mode_enabled"], settings["token_rotation_enabled"]) == (False, True)
    assert "url" not in json.dumps(manifest())
    assert manifest()["settings"]["socket_mode_enabled"] is True


def test_the_page_for_administrators_names_each_scope_and_each_event_with_its_reason() -> None:
    page = PAGE.read_text()
    for scope in SCOPES:
        (reason,) = re.findall(rf"^\| `{re.escape(scope)}` \| (.+) \|$", page, re.MULTILINE)
        assert len(reason) > 10
    for kind in EVENTS:
        assert f"`{kind}`" in page
    assert COMMAND in page


# -- the command that prints it -----------------------------------------------------------------------------------


def prints(*words: str) -> Result:
    return CliRunner().invoke(app.main, ["slack-manifest", *words])


def test_the_command_prints_the_one_for_socket_mode() -> None:
    assert prints().output == FILE.read_text()


def test_the_command_prints_the_one_for_a_public_address() -> None:
    said = json.loads(prints("--address", "https://desk.example").output)
    assert said == manifest(address="https://desk.example")
    both = json.loads(prints("--address", "https://desk.example", "--oauth").output)
    assert both == manifest(address="https://desk.example", oauth=True)


@each("words", [("--oauth",), ("--address", "http://desk.example"), ("--address", "desk.example")])
def test_what_slack_would_not_take_is_said(words: tuple[str, ...]) -> None:
    result = prints(*words)
    assert result.exit_code == 2
    assert words[0] in result.output
