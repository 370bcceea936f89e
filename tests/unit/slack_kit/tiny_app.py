"""A very small app on the official SDK, run as the tests want it: over HTTP or over Socket Mode."""

from typing import Any, Self

from aiohttp import web
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from tests.loops import OwnLoop
from tests.slack_kit.standin import APP_TOKEN, BOT_TOKEN, StandIn

SECRET = "signing-secret"
MANIFEST: dict[str, Any] = {
    "features": {
        "slash_commands": [{"command": "/privacy"}],
        "shortcuts": [{"callback_id": "log", "type": "message"}],
    },
    "oauth_config": {
        "scopes": {
            "bot": [
                *("chat:write", "im:history", "channels:history", "groups:history", "im:write", "commands"),
                *("users:read", "users:read.email", "files:read", "app_mentions:read", "channels:read"),
            ]
        }
    },
    "settings": {
        "event_subscriptions": {
            "bot_events": ["message.im", "message.channels", "message.groups", "app_mention", "app_home_opened"]
        },
        "interactivity": {"is_enabled": True},
    },
}

GOOD_DAY: dict[str, Any] = {"type": "section", "text": {"type": "mrkdwn", "text": "Good day"}}
ASK: dict[str, Any] = {
    "type": "actions",
    "block_id": "ask",
    "elements": [
        {"type": "button", "action_id": "open", "value": "7", "text": {"type": "plain_text", "text": "Open case"}}
    ],
}
FORM: dict[str, Any] = {
    "type": "modal",
    "callback_id": "form",
    "title": {"type": "plain_text", "text": "A case"},
    "submit": {"type": "plain_text", "text": "Send"},
    "blocks": [
        {
            "type": "input",
            "block_id": "reason",
            "label": {"type": "plain_text", "text": "Reason"},
            "element": {"type": "plain_text_input", "action_id": "text"},
        },
        {
            "type": "input",
            "block_id": "kind",
            "label": {"type": "plain_text", "text": "Kind"},
            "element": {
                "type": "static_select",
                "action_id": "choice",
                "initial_option": {"text": {"type": "plain_text", "text": "Access"}, "value": "access"},
                "options": [
                    {"text": {"type": "plain_text", "text": "Access"}, "value": "access"},
                    {"text": {"type": "plain_text", "text": "Erasure"}, "value": "erasure"},
                ],
            },
        },
    ],
}


class TinyApp:
    """Answers hello with a button, the button with a form, the form with an error unless the reason is good."""

    def __init__(self, standin: StandIn) -> None:
        self.standin = standin
        self.bodies: list[dict[str, Any]] = []
        self._own = OwnLoop("tiny app")
        self.run, self.soon = self._own.run, self._own.soon
        self._runner: web.AppRunner | None = None
        self._handler: AsyncSocketModeHandler | None = None
        self.client = AsyncWebClient(token=BOT_TOKEN, base_url=standin.api)
        self.client.retry_handlers.append(AsyncRateLimitErrorRetryHandler(max_retry_count=1))

    def over_http(self) -> Self:
        self.run(self._serve())
        assert self._runner is not None
        self.standin.over_http(f"http://127.0.0.1:{self._runner.addresses[0][1]}/slack/events", SECRET)
        return self

    def over_socket_mode(self) -> Self:
        self.run(self._connect())
        self.standin.wait(lambda: self.standin.connections == 1)
        return self

    def close(self) -> None:
        self.standin.hushes()
        if self._handler is not None:
            self.run(self._handler.close_async())  # type: ignore[no-untyped-call]
        if self._runner is not None:
            self.run(self._runner.cleanup())
        self._own.end()

    async def _serve(self) -> None:
        self._runner = web.AppRunner(self._app().server(port=0).web_app, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()

    async def _connect(self) -> None:
        self._handler = AsyncSocketModeHandler(self._app(), APP_TOKEN, ping_interval=0.1)
        await self._handler.connect_async()  # type: ignore[no-untyped-call]

    def _app(self) -> AsyncApp:
        app = AsyncApp(client=self.client, signing_secret=SECRET, process_before_response=True)

        @app.event("message")
        async def heard(body: dict[str, Any], event: dict[str, Any]) -> None:
            self.bodies.append(body)
            if event.get("text") == "hello":
                blocks: list[dict[str, Any]] = [
                    {"type": "section", "text": {"type": "mrkdwn", "text": "Good day"}},
                    ASK,
                ]
                await self.client.chat_postMessage(channel=event["channel"], text="Good day", blocks=blocks)

        @app.event("app_mention")
        async def mentioned(body: dict[str, Any]) -> None:
            self.bodies.append(body)

        @app.event("app_home_opened")
        async def home(event: dict[str, Any]) -> None:
            section = {"type": "section", "text": {"type": "mrkdwn", "text": "Your requests"}}
            await self.client.views_publish(user_id=event["user"], view={"type": "home", "blocks": [section]})

        @app.action("keep")
        async def kept(ack: Any, respond: Any) -> None:
            await ack()
            await respond(text="Kept", replace_original=True)

        @app.action("open")
        async def pressed(ack: Any, body: dict[str, Any]) -> None:
            await ack()
            self.bodies.append(body)
            await self.client.views_open(trigger_id=body["trigger_id"], view=FORM)

        @app.view("form")
        async def sent(ack: Any, view: dict[str, Any]) -> None:
            self.bodies.append(view)
            reason = view["state"]["values"]["reason"]["text"]["value"]
            if reason == "good":
                await ack()
            elif reason in ("update", "push", "clear"):
                more = {} if reason == "clear" else {"view": {**FORM, "callback_id": "form"}}
                await ack(response_action=reason, **more)
            else:
                await ack(response_action="errors", errors={"reason": "Please say why"})

        @app.command("/privacy")
        async def command(ack: Any, respond: Any, command: dict[str, Any]) -> None:
            await ack(f"Heard {command['text']}")
            await respond(text="And later", response_type="in_channel")

        @app.shortcut("log")
        async def log(ack: Any, body: dict[str, Any], respond: Any) -> None:
            self.bodies.append(body)
            await ack()
            await respond(text="Logged")

        return app
