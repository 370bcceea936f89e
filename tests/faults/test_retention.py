"""What is left of a customer on the disk: sealed at all times, and gone from the record after its days."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.errors import DeskError
from bot.vault import Vault
from tests.letters import ADDRESS, SURNAME, letter
from tests.product import Product

TRACES = (ADDRESS, ADDRESS.split("@")[1], SURNAME)


@pytest.fixture
def product(tmp_path: Path) -> Iterator[Product]:
    running = Product(tmp_path).start()
    yield running
    running.kill()


def test_nothing_readable_at_any_time_and_nothing_at_all_after_its_days(product: Product) -> None:
    emma, priya = product.page("emma"), product.page("priya")
    emma.says("What should I do with this?", ("mail.eml", letter()))
    emma.until_told(ADDRESS)
    assert readable(product) == []
    emma.presses("Open case")
    priya.presses("Take it", "channel")
    priya.until_told("Priya Nair", "channel")
    _, answer = priya.presses("Details …", "channel")
    assert ADDRESS in answer["form"], answer
    _, answer = priya.presses("Close …", "channel")
    status, answer = priya.submits(answer["form"], outcome="withdrawn", told="Ms Diaz took it back.")
    assert (status, answer.get("errors")) == (200, None)
    assert readable(product) == []
    assert openable(product, "desk.db") != []

    assert priya.sends("/clock", hours=72)[0] == 200
    product.stop()
    product.start()  # cleans up when it starts, and every hour from then on
    product.until(lambda: purged(product))
    product.stop()
    assert readable(product) == []
    assert openable(product, "desk.db") == []


def readable(product: Product) -> list[str]:
    """The files of the data folder, log and all, in which somebody without the key finds the customer."""
    files = [file for file in product.data.rglob("*") if file.is_file()]
    assert {"desk.db", "workspace.db", "log.txt"} <= {file.name for file in files}
    return [file.name for file in files if any(trace.encode() in file.read_bytes() for trace in TRACES)]


def openable(product: Product, name: str) -> list[str]:
    """The columns in which somebody with the desk's key finds the customer."""
    vault = Vault((product.data / "desk.key").read_text().strip())
    found = list[str]()
    with closing(sqlite3.connect(product.data / name)) as db:
        for (table,) in db.execute("select name from sqlite_master where type = 'table'").fetchall():
            rows = db.execute(f'select * from "{table}"')  # noqa: S608 - our own table
            columns = [column[0] for column in rows.description]
            for row in rows:
                for column, value in zip(columns, row, strict=True):
                    if any(trace in opened(vault, value) for trace in TRACES):
                        found.append(f"{table}.{column}")
    return found


def opened(vault: Vault, value: object) -> str:
    try:
        return vault.open(str(value))
    except (DeskError, ValueError):
        return str(value)


def purged(product: Product) -> bool:
    with closing(sqlite3.connect(product.data / "desk.db")) as db:
        return bool(db.execute("select count(*) from cases where purged_at is not null").fetchone()[0])
