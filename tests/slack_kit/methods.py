"""The Web API: finds the method, checks the token and the scopes, and answers as Slack does."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from tests.slack_kit import methods_account, methods_chat, methods_read, methods_views
from tests.slack_kit.ask import Ask
from tests.slack_kit.passes import Refusal, Token
from tests.slack_kit.workspace import Workspace

NOBODY = Token("", "", set())


@dataclass(frozen=True)
class Method:
    run: Callable[[Ask], dict[str, Any]]
    scope: str = ""
    open: bool = False  # needs no token


METHODS: Mapping[str, Method] = {
    "api.test": Method(methods_account.api_test, open=True),
    "auth.test": Method(methods_account.auth_test),
    "auth.revoke": Method(methods_account.auth_revoke),
    "oauth.v2.access": Method(methods_account.oauth_access, open=True),
    "apps.connections.open": Method(methods_account.connections_open),
    "chat.postMessage": Method(methods_chat.post_message, "chat:write"),
    "chat.postEphemeral": Method(methods_chat.post_ephemeral, "chat:write"),
    "chat.update": Method(methods_chat.update, "chat:write"),
    "chat.delete": Method(methods_chat.delete, "chat:write"),
    "chat.getPermalink": Method(methods_chat.get_permalink),
    "conversations.open": Method(methods_read.conversations_open, "im:write"),
    "conversations.history": Method(methods_read.history),
    "conversations.replies": Method(methods_read.replies),
    "conversations.info": Method(methods_read.conversations_info),
    "users.info": Method(methods_read.users_info, "users:read"),
    "users.lookupByEmail": Method(methods_read.lookup_by_email, "users:read.email"),
    "views.open": Method(methods_views.views_open),
    "views.push": Method(methods_views.views_push),
    "views.update": Method(methods_views.views_update),
    "views.publish": Method(methods_views.views_publish),
}


def answer(workspace: Workspace, name: str, args: dict[str, Any], token_value: str, address: str) -> dict[str, Any]:
    """Carry a method out, under the workspace's lock."""
    method = METHODS.get(name)
    with workspace.state.lock:
        try:
            if method is None:
                raise Refusal("unknown_method", req_method=name)
            token = NOBODY if method.open else workspace.passes.token(token_value)
            if token.is_app and name != "apps.connections.open":
                raise Refusal("not_allowed_token_type")
            token.need(*([method.scope] if method.scope else []))
            return {"ok": True, **method.run(Ask(workspace, args, token, address))}
        except Refusal as refusal:
            return {"ok": False, "error": refusal.error, **refusal.more}


def understood(content_type: str, body: str, form: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments of a call, sent as JSON or as a form whose nested values are JSON."""
    if content_type == "application/json":
        try:
            given = json.loads(body or "{}")
        except json.JSONDecodeError:
            given = None
        if not isinstance(given, dict):
            raise Refusal("invalid_json")
    else:
        given = dict(form)
    for key in ("blocks", "attachments", "metadata", "view"):
        if isinstance(given.get(key), str) and given[key]:
            try:
                given[key] = json.loads(given[key])
            except json.JSONDecodeError as error:
                raise Refusal("invalid_blocks_format" if key == "blocks" else "invalid_arguments") from error
    return given
