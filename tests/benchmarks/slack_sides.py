"""The other sides of the Slack benchmark, each a process of its own: Slack's Web API at its barest, and a bare app.

    python -m tests.benchmarks.slack_sides api
    python -m tests.benchmarks.slack_sides bare API-ADDRESS

Each prints its port. The API answers everything with "ok" and counts the posts.
"""

import asyncio
import re
import sys
from itertools import count

from aiohttp import web
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncSay
from slack_sdk.web.async_client import AsyncWebClient

SECRET = "signing-secret"
TOKEN = "xoxb-bench"
TEAM = "T0NORTH"


def api() -> web.Application:
    """Slack's far side: nothing is checked, so that it costs as little as it can."""
    numbers, posts, changed = count(1), [0], asyncio.Condition()

    async def post() -> None:
        posts[0] += 1
        async with changed:
            changed.notify_all()

    async def call(request: web.Request) -> web.Response:
        method = request.match_info["method"]
        await request.read()
        if method == "chat.postMessage":
            await post()
            return web.json_response({"ok": True, "channel": "D1", "ts": f"{next(numbers)}.000001"})
        if method == "users.info":
            user = request.query["user"]
            profile = {"real_name": user, "email": f"{user.casefold()}@northloop.example"}
            found = {"id": user, "team_id": TEAM, "tz": "Europe/Amsterdam", "locale": "en-GB", "profile": profile}
            return web.json_response({"ok": True, "user": found})
        if method == "users.lookupByEmail":
            return web.json_response({"ok": False, "error": "users_not_found"})
        known = {"team_id": TEAM, "user_id": "UBOT", "bot_id": "BBOT", "url": "https://x", "team": "x", "user": "bot"}
        return web.json_response({"ok": True, **known, "channel": {"id": "C0PRIV", "is_member": True}})

    async def hook(_request: web.Request) -> web.Response:
        await post()
        return web.json_response({"ok": True})

    async def posted(request: web.Request) -> web.Response:
        """How many posts there were, as soon as there are at least so many."""
        async with changed:
            await changed.wait_for(lambda: posts[0] >= int(request.query.get("least", "0")))
        return web.json_response(posts[0])

    app = web.Application()
    app.add_routes([web.route("*", "/api/{method}", call), web.post("/hook", hook), web.get("/posted", posted)])
    return app


def bare(api_address: str) -> web.Application:
    """The hello-world of Bolt's own guide, answering every message and command."""
    app = AsyncApp(signing_secret=SECRET, client=AsyncWebClient(TOKEN, base_url=f"{api_address}/api/"))

    @app.message(re.compile("hello"))
    async def hello(say: AsyncSay) -> None:
        await say("Hello to you, too.")

    @app.command("/privacy")
    async def command(ack: AsyncAck) -> None:
        await ack("Hello to you, too.")

    return app.web_app(path="/slack/events")


async def serve(app: web.Application) -> None:
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(runner.addresses[0][1], flush=True)  # noqa: T201 - whoever started us reads it
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve(api() if sys.argv[1] == "api" else bare(sys.argv[2])))
