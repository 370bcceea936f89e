"""Teams over HTTP: every request carries a signed token, and is checked before it is read."""

import json
import logging
from collections.abc import Mapping
from typing import Any

from aiohttp import web

from adapters.teams.door import Door
from adapters.teams.identity import NoKeys, Unauthorized, Verifier
from adapters.teams.limits import LARGEST_REQUEST
from bot.conversation.payload import inner

log = logging.getLogger(__name__)

PATH = "/api/messages"
CHANNELS = ("msteams", "emulator")
KNOWN = ("message", "invoke", "installationUpdate", "conversationUpdate")


class Requests:
    """The messaging endpoint.

    Args:
        verifier: None: nobody has to prove anything; for trying on this machine only.
    """

    def __init__(self, door: Door, verifier: Verifier | None) -> None:
        self._door, self._verifier = door, verifier

    def routes(self) -> list[web.RouteDef]:
        return [web.post(PATH, self.take)]

    async def take(self, request: web.Request) -> web.Response:
        """401 for a token that proves nothing, 400 for what is no activity, 403 for what is not for us, 200 once we
        have it."""
        service_url = None
        if self._verifier is not None:
            try:
                service_url = await self._verifier.verify(request.headers.get("Authorization", ""))
            except Unauthorized:
                return web.Response(status=401)
            except NoKeys:
                log.error("whether a request is from Teams can't be told: its keys can't be fetched")
                return web.Response(status=503)
        elif request.content_type != "application/json" or "Origin" in request.headers:
            return web.Response(status=400)  # a page in the browser of whoever tries it here
        if (request.content_length or 0) > LARGEST_REQUEST:
            return web.Response(status=413)
        activity = _activity(await request.read())
        if activity is None:
            return web.Response(status=400)
        if service_url is not None and activity["serviceUrl"] != service_url:
            return web.Response(status=401)  # the token is good for another service
        if activity["channelId"] != CHANNELS[0] and self._verifier is not None:
            return web.Response(status=401)  # the key vouches for Teams alone
        reply = await self._door.take(activity)
        if reply.body is None:
            return web.Response(status=reply.status)
        return web.json_response(reply.body, status=reply.status)


def _activity(body: bytes) -> dict[str, Any] | None:
    """An activity with all that the desk relies on; None for anything else."""
    try:
        found = json.loads(body)
    except (ValueError, UnicodeDecodeError, RecursionError):
        return None
    if not isinstance(found, dict) or not isinstance(found.get("type"), str):
        return None
    if not all(_is_text(found, name) for name in ("serviceUrl", "channelId")):
        return None
    if found["type"] not in KNOWN:
        return found
    whole = _is_text(inner(found, "conversation"), "id") and _is_text(inner(found, "from"), "id")
    named = _is_text(found, "id") or found["type"] in ("installationUpdate", "conversationUpdate")
    return found if whole and named and (found["type"] != "invoke" or _is_invoke(found)) else None


def _is_invoke(activity: dict[str, Any]) -> bool:
    if not _is_text(activity, "name") or not isinstance(activity.get("value"), dict | None):
        return False
    action = inner(inner(activity, "value"), "action")
    return activity["name"] != "adaptiveCard/action" or (
        action.get("type") == "Action.Execute" and isinstance(action.get("verb"), str)
    )


def _is_text(found: Mapping[str, Any], name: str) -> bool:
    return isinstance(found.get(name), str) and bool(found[name])
