"""api.*, auth.*, oauth.* and apps.*: who is calling, and how tokens come and go."""

import secrets
from typing import Any

from tests.slack_kit.ask import Ask
from tests.slack_kit.passes import Refusal, Token

TWELVE_HOURS = 43_200


def api_test(ask: Ask) -> dict[str, Any]:
    if ask.text("error"):
        raise Refusal(ask.text("error"), args=ask.args)
    return {"args": ask.args}


def auth_test(ask: Ask) -> dict[str, Any]:
    team = ask.team
    return {
        "url": f"https://{team.domain}.slack.com/",
        "team": team.name or team.domain,
        "user": "privacydesk",
        "team_id": team.id,
        "user_id": team.bot_user,
        "bot_id": team.bot_id,
        "is_enterprise_install": False,
    }


def auth_revoke(ask: Ask) -> dict[str, Any]:
    if ask.yes("test"):
        return {"revoked": False}
    ask.token.fate = "token_revoked"
    ask.workspace.state.changed()
    return {"revoked": True}


def connections_open(ask: Ask) -> dict[str, Any]:
    if not ask.token.is_app:
        raise Refusal("not_allowed_token_type")
    ask.token.need("connections:write")
    ticket = secrets.token_hex(16)
    ask.workspace.passes.tickets.add(ticket)
    ask.workspace.state.changed()
    return {"url": f"ws://{ask.address}/link?ticket={ticket}&app_id={ask.team.app_id}"}


def oauth_access(ask: Ask) -> dict[str, Any]:
    """An installation's code, or a refresh token, for a token."""
    passes = ask.workspace.passes
    if ask.text("client_id") != passes.client_id:
        raise Refusal("invalid_client_id")
    if ask.text("client_secret") != passes.client_secret:
        raise Refusal("bad_client_secret")
    if ask.text("grant_type") == "refresh_token":
        return _installation(ask, _refreshed(ask))
    team_id = passes.codes.pop(ask.text("code"), None)
    if team_id is None:
        raise Refusal("invalid_code")
    return _installation(ask, passes.new_bot_token(team_id, ask.workspace.manifest.scopes))


def _refreshed(ask: Ask) -> Token:
    wanted = ask.text("refresh_token")
    for old in ask.workspace.passes.tokens.values():
        if wanted and old.refresh == wanted and old.fate != "token_revoked":
            old.refresh, old.fate = "", "token_expired"
            return ask.workspace.passes.new_bot_token(old.team_id, old.scopes)
    raise Refusal("invalid_refresh_token")


def _installation(ask: Ask, token: Token) -> dict[str, Any]:
    team = ask.workspace.state.teams[token.team_id]
    answer: dict[str, Any] = {
        "access_token": token.value,
        "token_type": "bot",
        "scope": ",".join(sorted(token.scopes)),
        "bot_user_id": team.bot_user,
        "app_id": team.app_id,
        "team": {"id": team.id, "name": team.name or team.domain},
        "enterprise": None,
        "authed_user": {"id": "U0ADMIN"},
        "is_enterprise_install": False,
    }
    if token.refresh:
        answer |= {"refresh_token": token.refresh, "expires_in": TWELVE_HOURS}
    return answer
