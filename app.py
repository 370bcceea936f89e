"""The composition root and the command line: the only place that knows every part.

`python app.py` starts the desk; `python app.py --help` lists the rest.
"""

import asyncio
import logging
import random
import signal
import sys
import tempfile
from collections.abc import Awaitable, Mapping, Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from aiohttp import web
from sqlalchemy import Engine

from adapters.console.commands import COMMANDS, doctor_of, parts
from adapters.console.demo import START, Demo
from adapters.console.examples import examples
from adapters.console.letters import letters
from adapters.console.printing import Printer
from adapters.downloads import letter_routes
from adapters.slack.command import slack_manifest
from adapters.teams.command import teams_package
from adapters.web.people import HOME, PEOPLE, PLATFORM
from adapters.web.poster import WorkspacePoster
from adapters.web.server import listen, workspace_app
from adapters.web.store import Store
from bot.alive import Alive
from bot.alone import alone_at
from bot.clock import Clock, MovedClock, StoppedClock, SystemClock
from bot.db import connect
from bot.delivery.port import Poster
from bot.doctor import Finding, homeless
from bot.errors import BadSettings, DeskError
from bot.house import House
from bot.migrations import migrate
from bot.policy import Policy, load_policy
from bot.settings import EXAMPLE_POLICY, Settings
from bot.understanding.read import prepare
from bot.vault import Vault
from bot.ways_in import Taking, Waking
from flows import CONVERSATIONS

if TYPE_CHECKING:
    from adapters.slack.platform import Slack
    from adapters.teams.platform import Teams

HOUR = 3600  # seconds between looks at who has a role
LARGEST = 4 * 1024 * 1024  # bytes of a request; the platforms' own are far smaller


def build(
    engine: Engine,
    vault: Vault,
    policy: Policy,
    clock: Clock,
    posters: Mapping[str, Poster],
    data: Path,
    **platforms: Any,
) -> House:
    """A desk with all its flows, posting through the given platforms. `platforms`: further arguments of `House.of`."""

    def note(line: str) -> None:
        try:
            with (data / "undelivered.log").open("a") as file:
                file.write(f"{line}\n")
        except OSError as trouble:  # the DPO is told all the same
            logging.getLogger(__name__).error("undelivered.log cannot be written: %s", type(trouble).__name__)

    chance = random.Random()  # noqa: S311 - spreads retries, guards nothing
    return House.of(engine, vault, policy, clock, CONVERSATIONS, posters, note, chance, **platforms)


async def run(settings: Settings, policy: Policy, vault: Vault, engine: Engine) -> None:
    """Serve until told to stop. Everything that is under way goes on after a restart."""
    if settings.slack is None and settings.teams is None and settings.workspace_port is None:
        raise BadSettings("No chat is served: switch the local workspace on with WORKSPACE=1.")
    prepare()
    stopped = _told_to_stop()
    async with AsyncExitStack() as running:
        if settings.slack is not None or settings.teams is not None:
            await _serve_chats(settings, policy, vault, engine, running)
        elif settings.address is not None:
            unused = "DESK_ADDRESS is not used: it is for letters in Slack and Teams, and neither is set up."
            click.echo(f"BAD  {unused}", err=True)
        if settings.workspace_port is not None:
            await _serve_workspace(settings, settings.workspace_port, policy, vault, engine, running)
        await stopped.wait()
    engine.dispose()


async def _serve_chats(
    settings: Settings, policy: Policy, vault: Vault, engine: Engine, running: AsyncExitStack
) -> None:
    """The desk in Slack, in Teams, or in both at once, on the machine's own clock."""
    clock, chats = SystemClock(), chats_of(settings, policy, engine, vault)
    for chat in chats.values():
        running.push_async_callback(chat.stop)
    if policy.home.platform not in chats:
        raise BadSettings(homeless(policy, chats))
    for name, chat in chats.items():
        await _unless_home_fails(name, policy, chat.check())
    posters = {name: chat.poster for name, chat in chats.items()}
    completers = {name: chat.completer for name, chat in chats.items()}
    house = build(engine, vault, policy, clock, posters, settings.data, completers=completers, address=settings.address)
    _take_over(house, engine, running)
    alive = Alive(house)
    running.push_async_callback(alive.stop)
    desk = Taking(house, alive.wake)
    routes = [route for chat in chats.values() for route in chat.routes(desk, clock)]
    if settings.address is not None:
        routes += letter_routes(house.letter_file)
    if routes:
        anonymous = settings.teams is not None and settings.teams.anonymous
        await _listen(routes, settings.port, running, host="127.0.0.1" if anonymous else None)
    for name, chat in chats.items():
        await _unless_home_fails(name, policy, chat.start())
        running.push_async_callback(chat.quiet)

    async def introduce() -> None:
        for chat in chats.values():
            await asyncio.to_thread(house.introduce, await chat.colleagues())

    await introduce()
    alive.every(HOUR, "people", introduce, at_once=False)
    for name, chat in chats.items():
        async for finding in chat.findings():
            if not finding.well:
                click.echo(f"BAD  {finding.said}", err=True)
        click.echo(f"Privacy Desk is ready in {name.capitalize()}, {chat.way}.  (stop with Ctrl-C)")


async def _unless_home_fails(name: str, policy: Policy, work: Awaitable[None]) -> None:
    """What is wrong with a platform beside the home is said, and keeps nobody else from working."""
    try:
        await work
    except BadSettings as trouble:
        if name == policy.home.platform:
            raise
        click.echo(f"BAD  {trouble}", err=True)


def chats_of(settings: Settings, policy: Policy, engine: Engine, vault: Vault) -> "dict[str, Slack | Teams]":
    """The chat platforms that are set up, by name; only their SDKs are loaded. To be called within a running event
    loop."""
    chats: dict[str, Slack | Teams] = {}
    if settings.slack is not None:
        from adapters.slack import platform as slack

        chats["slack"] = slack.Slack(settings.slack, policy, engine)
    if settings.teams is not None:
        from adapters.teams import platform as teams

        chats["teams"] = teams.Teams(settings.teams, policy, engine, vault)
    return chats


async def _serve_workspace(
    settings: Settings, port: int, policy: Policy, vault: Vault, engine: Engine, running: AsyncExitStack
) -> None:
    """The local workspace. Beside a chat platform it is a desk of its own, so that nothing that is tried counts."""
    if policy.home.platform != PLATFORM:
        policy = policy.model_copy(update={"home": HOME.model_copy(update={"language": policy.home.language})})
        engine = connect(f"sqlite:///{settings.data / 'workspace-desk.db'}")
        migrate(engine)
        running.callback(engine.dispose)
    store = Store(f"sqlite:///{settings.data / 'workspace.db'}", vault)
    clock = MovedClock(SystemClock(), store.ahead())
    poster = WorkspacePoster(store, clock, policy.home.channel)
    house = build(engine, vault, policy, clock, {PLATFORM: poster}, settings.data, address="")
    house.introduce(person.speaker(policy.home.tenant) for person in PEOPLE.values() if not person.guest)
    _take_over(house, engine, running)
    alive = Alive(house)
    running.push_async_callback(alive.stop)
    app = workspace_app(Waking(house.desk, alive.wake), store, vault, clock, policy, moved=alive.tick)
    app.add_routes(letter_routes(house.letter_file))
    runner = await listen(app, port)
    running.push_async_callback(runner.cleanup)
    click.echo(f"Privacy Desk is ready: http://127.0.0.1:{runner.addresses[0][1]}/  (stop with Ctrl-C)")


def _take_over(house: House, engine: Engine, running: AsyncExitStack) -> None:
    if alone_at(engine, running):
        house.take_over()


async def _listen(routes: Sequence[web.RouteDef], port: int, running: AsyncExitStack, host: str | None) -> None:
    """Open the port on which chat platforms reach us; on all addresses of the machine, unless a `host` is given."""
    app = web.Application(client_max_size=LARGEST)
    app.add_routes(routes)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=3)
    await runner.setup()
    running.push_async_callback(runner.cleanup)
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError:
        raise BadSettings(f"Port {port} is taken. Set PORT to another one, or stop what uses it.") from None
    click.echo(f"Listening on port {runner.addresses[0][1]}.")


def _told_to_stop() -> asyncio.Event:
    """Set when the process is asked to end, however early."""
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    return stop


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option("0.1.0", prog_name="Privacy Desk")
@click.pass_context
def main(context: click.Context) -> None:
    """Privacy Desk takes in data-subject requests and keeps the privacy team ahead of every deadline."""
    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s", level=logging.WARNING)
    if context.invoked_subcommand is None:
        context.invoke(serve)


@main.command()
def serve() -> None:
    """Start the desk (what happens without a command, too)."""
    asyncio.run(run(*parts()))


@main.command()
def demo() -> None:
    """Play a Dutch forwarded mail through to its overdue reminder, on a moved clock, and print the transcript."""
    asyncio.run(_demo())


async def _demo() -> None:
    with tempfile.TemporaryDirectory() as folder:
        engine = connect(f"sqlite:///{folder}/demo.db")
        migrate(engine)
        clock, printer = StoppedClock(START), Printer(click.echo)
        policy, vault = load_policy(EXAMPLE_POLICY), Vault(Vault.new_key())
        house = build(engine, vault, policy, clock, {"workspace": printer}, Path(folder))
        await Demo(house, clock, printer, click.echo).play()
        engine.dispose()


def look_at_chats(settings: Settings, policy: Policy, engine: Engine, vault: Vault) -> list[Finding]:
    """What `doctor` finds in Slack and Teams. Nothing is posted."""

    async def look() -> list[Finding]:
        found: list[Finding] = []
        chats: dict[str, Slack | Teams] = {}
        try:
            chats = chats_of(settings, policy, engine, vault)
            for chat in chats.values():
                found += [finding async for finding in chat.findings()]
            if chats and policy.home.platform not in chats:
                found.append(Finding(False, homeless(policy, chats)))
        except BadSettings as trouble:
            found.append(Finding(False, str(trouble)))
        finally:
            for chat in chats.values():
                await chat.stop()
        return found

    return asyncio.run(look())


for command in (*COMMANDS, examples, letters, doctor_of([look_at_chats]), slack_manifest, teams_package):
    main.add_command(command)


def console() -> None:
    """The command line, with one clear sentence for what can't be done."""
    try:
        main()
    except DeskError as trouble:
        sys.exit(str(trouble))


if __name__ == "__main__":
    console()
