"""The local workspace's server: its routes, and a listener on loopback only.

store = Store("sqlite:///data/workspace.db", vault)
clock = MovedClock(SystemClock(), store.ahead())
poster = WorkspacePoster(store, clock, "privacy")
app = workspace_app(desk, store, vault, clock, policy)
runner = await listen(app, 8080)
"""

from collections.abc import Awaitable, Callable
from pathlib import Path

from aiohttp import web

from adapters.web import guard
from adapters.web.handlers import Workspace
from adapters.web.port import Desk
from adapters.web.store import Store
from adapters.web.stream import HEADERS, Stream
from bot.clock import MovedClock
from bot.errors import BadSettings
from bot.policy import Policy
from bot.vault import Vault

HOST = "127.0.0.1"
STATIC = Path(__file__).with_name("static")


def workspace_app(
    desk: Desk,
    store: Store,
    vault: Vault,
    clock: MovedClock,
    policy: Policy,
    *,
    moved: Callable[[], Awaitable[None]] | None = None,
) -> web.Application:
    """The workspace as an application for `listen`.

    Args:
        clock: the desk's clock; the page moves it, and `store` remembers how far.
        moved: called after the clock was moved, e.g. to look for reminders at once.
    """
    tenant, channel = policy.home.tenant, policy.home.channel
    stream = Stream(store, clock, tenant, channel)
    workspace = Workspace(desk, store, vault, clock, policy, tenant, channel, stream, moved)
    app = web.Application(middlewares=[guard.guard(vault)], client_max_size=guard.LARGEST)
    app[HEADERS] = guard.SAFE_HEADERS
    app.add_routes(
        [
            web.get("/", workspace.page),
            web.get("/events", workspace.events),
            web.get("/samples/{name}", workspace.sample),
            web.post("/say", workspace.say),
            web.post("/press", workspace.press),
            web.post("/submit", workspace.submit),
            web.post("/home", workspace.home),
            web.post("/seen", workspace.seen),
            web.post("/empty", workspace.empty),
            web.post("/clock", workspace.move),
            web.static("/static", STATIC),
        ]
    )

    async def close(_app: web.Application) -> None:
        stream.stop()

    app.on_shutdown.append(close)
    return app


async def listen(app: web.Application, port: int) -> web.AppRunner:
    """Serve on loopback only; `runner.addresses` tells the port when 0 was asked for.

    Raises BadSettings when the port is taken.
    """
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    try:
        await web.TCPSite(runner, HOST, port).start()
    except OSError:
        await runner.cleanup()
        raise BadSettings(
            f"Port {port} on {HOST} is taken. Set WORKSPACE_PORT to another one, or stop what uses it."
        ) from None
    return runner
