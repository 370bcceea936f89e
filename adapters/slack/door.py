"""The way in, the same for both transports: what can wait is kept before Slack is told so, the rest is answered now."""

import asyncio
import json
import logging
from collections.abc import Callable, Collection
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest

from adapters.slack.api import Api
from adapters.slack.port import Desk
from adapters.slack.poster import by_hook, drawn_for_slack
from adapters.slack.render.views import errors_for
from adapters.slack.turns import deferred, opens_form, team_of, user_of
from bot.conversation.card import Card
from bot.conversation.excuses import ELSEWHERE, NOT_KEPT
from bot.conversation.payload import Payload
from bot.errors import PlatformTrouble
from bot.wording import _, speaking

log = logging.getLogger(__name__)

SETTLING = 5.0  # seconds to finish what is being said when the desk is told to stop
ANSWERED_EVENTS = ("tokens_revoked", "app_uninstalled")


@dataclass(frozen=True, slots=True)
class Reply:
    """What Slack gets: 200 once we have it. With another status it sends an event once more."""

    status: int = 200
    body: dict[str, Any] | None = None


@dataclass
class Door:
    """Takes verified payloads.

    Args:
        teams: the workspaces that may use the desk; what comes from others is not kept.
        language: of somebody in a workspace, as far as it is known.
    """

    api: Api
    desk: Desk
    bolt: AsyncApp
    teams: Collection[str]
    language: Callable[[str, str], str] = lambda _team, _user: "en"
    _aside: set[asyncio.Task[None]] = field(default_factory=set)

    async def take(self, payload: Payload) -> Reply:
        """Whatever goes wrong is logged by its kind alone, and Slack hears that we have not got it."""
        try:
            return await self._taken(payload)
        except Exception as trouble:  # noqa: BLE001 - its words may be somebody's
            log.error("something from Slack could not be taken: %s", type(trouble).__name__)
            return Reply(status=500)

    async def _taken(self, payload: Payload) -> Reply:
        if payload.get("type") == "url_verification":
            return Reply(body={"challenge": payload.get("challenge")})
        if payload.get("ssl_check"):
            return Reply()
        if team_of(payload) not in self.teams:
            log.warning("something from a workspace that the policy does not list was left alone")
            with self._speaking(payload):
                no = _(ELSEWHERE)
            self._say(payload, no)
            return Reply(body=errors_for({"": no}, payload["view"])) if "view" in payload else Reply()
        if self._is_answered(payload):
            return await self._answered(payload)
        incoming = deferred(payload)
        if incoming is None:
            return Reply()  # nobody waits for an answer, and a 404 would count against the app
        try:
            await self.desk.keep(incoming)
        except Exception as trouble:  # noqa: BLE001 - not kept: Slack must not hear that it was
            log.error("an event could not be kept: %s", type(trouble).__name__)
            with self._speaking(payload):
                sorry = _(NOT_KEPT)
            self._say(payload, sorry)
            return Reply(status=500)
        return Reply()

    async def settle(self) -> None:
        """Wait for what is still being said, though not for ever: Slack may be away."""
        if self._aside:
            await asyncio.wait(self._aside, timeout=SETTLING)

    @staticmethod
    def _is_answered(payload: Payload) -> bool:
        event = (payload.get("event") or {}).get("type") if payload.get("type") == "event_callback" else None
        return payload.get("type") == "view_submission" or opens_form(payload) or event in ANSWERED_EVENTS

    async def _answered(self, payload: Payload) -> Reply:
        response = await self.bolt.async_dispatch(AsyncBoltRequest(mode="socket_mode", body=dict(payload)))
        body = json.loads(response.body) if response.body and response.body.startswith("{") else None
        return Reply(response.status, body)

    def _speaking(self, payload: Payload) -> AbstractContextManager[None]:
        return speaking(self.language(team_of(payload), user_of(payload)))

    def _say(self, payload: Payload, sentence: str) -> None:
        """To whoever pressed or typed it, for Slack tells them nothing; an event is simply sent once more."""
        hook = payload.get("response_url")
        if hook:
            task = asyncio.create_task(self._by_hook(str(hook), sentence))
            self._aside.add(task)
            task.add_done_callback(self._aside.discard)

    async def _by_hook(self, hook: str, sentence: str) -> None:
        try:
            await by_hook(self.api, hook, drawn_for_slack(Card.of(sentence, tone="warning")))
        except PlatformTrouble as trouble:
            log.error("a word in passing could not be said: %s", trouble)
