"""The composition root and the command line: the only place that knows every part.

`python app.py` starts the desk; `python app.py --help` lists the rest.
"""

import asyncio
import logging
import random
import signal
import sys
import tempfile
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import click
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy import Engine

from adapters.console.commands import COMMANDS, parts
from adapters.console.demo import START, Demo
from adapters.console.printing import Printer
from adapters.web.people import PEOPLE
from adapters.web.poster import WorkspacePoster
from adapters.web.server import listen, workspace_app
from adapters.web.store import Store
from bot.clock import Clock, MovedClock, StoppedClock, SystemClock
from bot.conversation.loop import Desk
from bot.conversation.turn import Answer, Turn
from bot.db import connect
from bot.delivery.port import Poster
from bot.delivery.pump import Pump
from bot.errors import BadSettings, DeskError
from bot.house import House
from bot.migrations import migrate
from bot.policy import Policy, load_policy
from bot.settings import EXAMPLE_POLICY, Settings
from bot.vault import Vault
from flows import CONVERSATIONS

TICK = 20  # seconds between looks at what is due
TIDY = 3600  # seconds between clean-ups


def build(
    engine: Engine, vault: Vault, policy: Policy, clock: Clock, posters: Mapping[str, Poster], data: Path
) -> House:
    """A desk with all its flows, posting through the given platforms."""

    def note(line: str) -> None:
        with (data / "undelivered.log").open("a") as file:
            file.write(f"{line}\n")

    chance = random.Random()  # noqa: S311 - spreads retries, guards nothing
    return House.of(engine, vault, policy, clock, CONVERSATIONS, posters, note, chance)


@dataclass(frozen=True)
class Waking:
    """The desk as servers see it: whatever comes in sets the pumps going at once."""

    desk: Desk
    wake: Callable[[], None]

    def store(self, turn: Turn) -> bool:
        kept = self.desk.store(turn)
        self.wake()
        return kept

    def answer(self, turn: Turn) -> Answer:
        answer = self.desk.answer(turn)
        self.wake()
        return answer


async def run(settings: Settings, policy: Policy, vault: Vault, engine: Engine) -> None:
    """Serve until told to stop. Everything that is under way goes on after a restart."""
    if settings.workspace_port is None:
        raise BadSettings("No chat is served: switch the local workspace on with WORKSPACE=1.")
    store = Store(f"sqlite:///{settings.data / 'workspace.db'}", vault)
    clock = MovedClock(SystemClock(), store.ahead())
    poster = WorkspacePoster(store, clock, policy.home.channel)
    house = build(engine, vault, policy, clock, {"workspace": poster}, settings.data)
    house.introduce(person.speaker(policy.home.tenant) for person in PEOPLE.values() if not person.guest)

    async def turn() -> bool:
        worked = await asyncio.to_thread(house.desk.work_one)
        if worked:
            post.wake()
        return worked

    async def posting() -> bool:
        return bool(await house.deliverer.deliver_due())

    async def tick() -> None:
        if await asyncio.to_thread(house.tick):
            post.wake()

    async def tidy() -> None:
        await asyncio.to_thread(house.tidy)

    turns, post = Pump("turns", turn), Pump("messages", posting)

    def wake() -> None:
        turns.wake()
        post.wake()

    app = workspace_app(Waking(house.desk, wake), store, vault, clock, policy, moved=tick)
    runner = await listen(app, settings.workspace_port)
    scheduler = AsyncIOScheduler(timezone="UTC")
    started = SystemClock().now()  # the scheduler keeps real time, however far the desk's clock was moved
    _every(scheduler, TICK, tick, started)
    _every(scheduler, TIDY, tidy, started)
    scheduler.start()
    jobs = [asyncio.create_task(turns.run()), asyncio.create_task(post.run())]
    click.echo(f"Privacy Desk is ready: http://127.0.0.1:{runner.addresses[0][1]}/  (stop with Ctrl-C)")
    await _until_stopped()
    scheduler.shutdown(wait=False)
    for job in jobs:
        job.cancel()
    await asyncio.gather(*jobs, return_exceptions=True)
    await runner.cleanup()
    engine.dispose()


def _every(scheduler: AsyncIOScheduler, seconds: int, job: Callable[[], Awaitable[None]], now: datetime) -> None:
    """Tick only: what is due is found in rows, so a missed or doubled tick changes nothing."""
    scheduler.add_job(job, "interval", seconds=seconds, next_run_time=now, coalesce=True, max_instances=1)


async def _until_stopped() -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop.set)
    await stop.wait()


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


for command in COMMANDS:
    main.add_command(command)


def console() -> None:
    """The command line, with one clear sentence for what can't be done."""
    try:
        main()
    except DeskError as trouble:
        sys.exit(str(trouble))


if __name__ == "__main__":
    console()
