"""Slack over HTTP: every request is signed, and checked before it is read."""

import json
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web
from slack_sdk.signature import SignatureVerifier

from adapters.slack.door import Door

PATH = "/slack/events"  # events, buttons, forms and commands alike
BARE = {"command", "ssl_check"}  # forms that are no JSON


class Requests:
    """The request URL."""

    def __init__(self, door: Door, signing_secret: str) -> None:
        self._door, self._verifier = door, SignatureVerifier(signing_secret)

    def routes(self) -> list[web.RouteDef]:
        return [web.post(PATH, self.take)]

    async def take(self, request: web.Request) -> web.Response:
        """401 for a wrong or old signature, 400 for what is not Slack's, 200 once we have it."""
        body = await request.read()
        headers = {name.lower(): value for name, value in request.headers.items()}
        if not _verified(self._verifier, body, headers):
            return web.Response(status=401)
        payload = _payload(body, request.content_type)
        if payload is None:
            return web.Response(status=400)
        reply = await self._door.take(payload)
        if reply.body is None:
            return web.Response(status=reply.status)
        return web.json_response(reply.body, status=reply.status)


def _verified(verifier: SignatureVerifier, body: bytes, headers: dict[str, str]) -> bool:
    try:
        return verifier.is_valid_request(body, headers)
    except (ValueError, TypeError, OverflowError, UnicodeDecodeError):
        return False  # a timestamp that is no number, or a body that is no text


def _payload(body: bytes, content_type: str) -> dict[str, Any] | None:
    try:
        if content_type != "application/x-www-form-urlencoded":
            found = json.loads(body)
        else:
            form = dict(parse_qsl(body.decode(), keep_blank_values=True))
            found = json.loads(form["payload"]) if "payload" in form else form if form.keys() & BARE else None
    except (ValueError, UnicodeDecodeError, RecursionError):
        return None
    return found if isinstance(found, dict) else None
