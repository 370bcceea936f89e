"""Bot Framework's part: it sorts what Teams waits for by its kind. All of the SDK that the desk uses stands here.

The SDK gets no token and no client of its own: requests are verified before they reach it, and nothing is posted
through it.
"""

import logging
from typing import Any

from botbuilder.core import BotAdapter, InvokeResponse, TurnContext
from botbuilder.core.teams import TeamsActivityHandler
from botbuilder.schema import Activity, ActivityTypes

from adapters.teams.answering import Answering
from bot.conversation.payload import Payload

logging.getLogger("msrest").setLevel(logging.CRITICAL)  # it would log what of people's activities it does not know

_PAYLOAD, _RESPONSE = "payload", "response"  # what a turn of the SDK carries for us


class DeskBot(TeamsActivityHandler):  # type: ignore[misc]  # the SDK has no types
    """Hands each kind of invoke to what answers it."""

    # The SDK's own turns the body into text here and once more when it is sent, and Teams gets a 500.
    _create_invoke_response = staticmethod(lambda body=None: InvokeResponse(status=200, body=body))

    def __init__(self, answering: Answering) -> None:
        super().__init__()
        self._answering = answering

    async def on_adaptive_card_invoke(self, turn_context: Any, _value: Any) -> dict[str, Any]:
        return await self._answering.card_pressed(turn_context.turn_state[_PAYLOAD])

    async def on_teams_task_module_fetch(self, turn_context: Any, _request: Any) -> dict[str, Any]:
        return await self._answering.dialog_wanted(turn_context.turn_state[_PAYLOAD])

    async def on_teams_task_module_submit(self, turn_context: Any, _request: Any) -> dict[str, Any] | None:
        return await self._answering.dialog_sent(turn_context.turn_state[_PAYLOAD])

    async def on_teams_messaging_extension_fetch_task(self, turn_context: Any, _action: Any) -> dict[str, Any]:
        return await self._answering.logged(turn_context.turn_state[_PAYLOAD])


class Invokes(BotAdapter):  # type: ignore[misc]  # as above
    """The SDK's adapter, for invokes alone: it hands back what the bot answers."""

    def __init__(self, bot: DeskBot) -> None:
        async def fails(_context: Any, trouble: Exception) -> None:
            raise trouble

        super().__init__(fails)
        self._bot = bot

    async def answer(self, payload: Payload) -> tuple[int, dict[str, Any] | None]:
        """Status and body of the answer; 501 for a kind of invoke that the desk does not know."""
        context = TurnContext(self, Activity().deserialize(dict(payload)))
        context.turn_state[_PAYLOAD] = payload
        await self.run_pipeline(context, self._bot.on_turn)
        response = context.turn_state.get(_RESPONSE)
        if response is None:
            return 501, None
        return int(response.status), response.body if isinstance(response.body, dict) else None

    async def send_activities(self, context: Any, activities: list[Any]) -> list[Any]:
        for activity in activities:
            if activity.type != ActivityTypes.invoke_response:
                raise RuntimeError("messages go through the outbox")
            context.turn_state[_RESPONSE] = activity.value
        return []

    async def update_activity(self, _context: Any, _activity: Any) -> None:
        raise RuntimeError("messages go through the outbox")

    async def delete_activity(self, _context: Any, _reference: Any) -> None:
        raise RuntimeError("messages stay")
