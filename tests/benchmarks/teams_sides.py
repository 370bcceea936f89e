"""The other sides of the Teams benchmark, each a process of its own: Teams' services at their barest, and a bare bot.

    python -m tests.benchmarks.teams_sides far KEYS
    python -m tests.benchmarks.teams_sides bare

Each prints its port. The far side answers everything, and counts the posts. `KEYS` are those with which it signs.
"""

import asyncio
import json
import sys
import warnings
from itertools import count
from typing import Any

from aiohttp import web

TENANT, APP = "11111111-2222-3333-4444-555555555555", "99999999-2222-3333-4444-555555555555"


def far(keys: str) -> web.Application:
    """Login, keys and connector: nothing is checked, so that it costs as little as it can."""
    numbers, posts, changed = count(1), [0], asyncio.Condition()

    async def login(_request: web.Request) -> web.Response:
        return web.json_response({"token_type": "Bearer", "expires_in": 3599, "access_token": "bench"})

    async def about(request: web.Request) -> web.Response:
        return web.json_response({"jwks_uri": str(request.url.with_path("/keys"))})

    async def signing(_request: web.Request) -> web.Response:
        return web.json_response({"keys": [{**json.loads(keys), "kid": "bench", "endorsements": ["msteams"]}]})

    async def post(request: web.Request) -> web.Response:
        await request.read()
        posts[0] += 1
        async with changed:
            changed.notify_all()
        return web.json_response({"id": str(next(numbers))}, status=201)

    async def member(request: web.Request) -> web.Response:
        user = request.match_info["who"]
        found = {"id": f"29:{user}", "aadObjectId": user, "name": user, "email": f"{user}@northloop.example"}
        return web.json_response({**found, "tenantId": TENANT, "userRole": "user"})

    async def nobody(_request: web.Request) -> web.Response:
        return web.json_response({"members": []})

    async def posted(request: web.Request) -> web.Response:
        """How many posts there were, as soon as there are at least so many."""
        async with changed:
            await changed.wait_for(lambda: posts[0] >= int(request.query.get("least", "0")))
        return web.json_response(posts[0])

    app = web.Application()
    conversation = "/svc/v3/conversations/{id}"
    app.add_routes(
        [
            web.post(f"/{TENANT}/oauth2/v2.0/token", login),
            web.get("/openid", about),
            web.get("/keys", signing),
            web.post(f"{conversation}/activities", post),
            web.post(f"{conversation}/activities/{{message}}", post),
            web.get(f"{conversation}/members/{{who}}", member),
            web.get(f"{conversation}/pagedmembers", nobody),
            web.get("/posted", posted),
        ]
    )
    return app


def bare() -> web.Application:
    """The echo bot of the SDK's own samples. It has no app id, so it checks no token and asks for none: that is left
    out in its favour."""
    warnings.simplefilter("ignore")  # the SDK's own
    from botbuilder.core import ActivityHandler, TurnContext
    from botbuilder.integration.aiohttp import CloudAdapter, ConfigurationBotFrameworkAuthentication

    class Echo(ActivityHandler):  # type: ignore[misc]  # the SDK has no types
        async def on_message_activity(self, turn_context: TurnContext) -> None:
            await turn_context.send_activity(f"Echo: {turn_context.activity.text}")

    class Configuration:
        APP_ID = APP_PASSWORD = APP_TENANTID = ""
        APP_TYPE = "MultiTenant"

    adapter, echo = CloudAdapter(ConfigurationBotFrameworkAuthentication(Configuration())), Echo()

    async def messages(request: web.Request) -> Any:
        return await adapter.process(request, echo)

    app = web.Application()
    app.add_routes([web.post("/api/messages", messages)])
    return app


async def serve(app: web.Application) -> None:
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(runner.addresses[0][1], flush=True)  # noqa: T201 - whoever started us reads it
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve(far(sys.argv[2]) if sys.argv[1] == "far" else bare()))
