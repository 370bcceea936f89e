"""What the desk looks like from inside: its rows, its time, and the whole of it in this process."""

import contextlib
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from adapters.slack.platform import Slack
from tests.indoors import Inside
from tests.slack_kit.desk import SlackDesk
from tests.slack_kit.people import Person
from tests.slack_kit.reading import buttons, words
from tests.slack_kit.state import Message


def rows(desk: SlackDesk, statement: str) -> list[tuple[Any, ...]]:
    """What the desk's database holds."""
    with contextlib.closing(sqlite3.connect(desk.product.data / "desk.db", timeout=30)) as database:
        return database.execute(statement).fetchall()


def changes(desk: SlackDesk, statement: str) -> None:
    """Change the desk's database from outside."""
    with contextlib.closing(sqlite3.connect(desk.product.data / "desk.db", timeout=30)) as database, database:
        database.execute(statement)


@contextmanager
def locked(desk: SlackDesk) -> Iterator[None]:
    """Somebody else writes into the desk's database, and takes their time."""
    path = desk.product.data / "desk.db"
    with contextlib.closing(sqlite3.connect(path, timeout=30, isolation_level=None)) as database:
        database.execute("BEGIN IMMEDIATE")
        yield
        database.execute("ROLLBACK")


def told(desk: SlackDesk, person: Person, said: str) -> Message:
    """Wait until the bot has written it to them in private; the newest that says so."""
    return desk.slack.wait(lambda: [one for one in person.inbox if said in words(one)])[-1]


def hands_over(desk: SlackDesk, person: Person, mail: str) -> Message:
    """Give the bot a mail, and get its question whether to open a case."""
    person.says(mail)
    return told(desk, person, "Open this case?")


def opens(desk: SlackDesk, person: Person, mail: str) -> Message:
    """Hand a mail over and open its case; the card in the privacy channel."""
    before = len(desk.cards)
    person.presses(hands_over(desk, person, mail), "Open case")
    found: list[Message] = desk.slack.wait(lambda: desk.cards[before:])
    return found[0]


def answers(person: Person, said: str) -> list[Message]:
    """What the bot wrote to them that says so; one that was changed afterwards counts as it is now."""
    return [one for one in person.inbox if said in words(one)]


def presses_form(desk: SlackDesk, person: Person, card: Message, starts: str) -> None:
    """Press the button of a card whose label starts so, and wait for its form."""
    (label,) = [label for label in buttons(card) if label.startswith(starts)]
    person.presses(card, label)
    desk.slack.wait(lambda: person.modal)


class Indoors(Inside[Slack]):
    """A desk in Slack of which the test turns the hands."""

    name = "slack"

    def __init__(self, desk: SlackDesk) -> None:
        super().__init__(desk.product, desk.port)
        self.desk, self.slack = desk, desk.slack

    def begins(self, at: datetime) -> None:
        super().begins(at)
        self.slack.state.now = self._stamp

    def _stamp(self) -> float:
        return self.clock.at.timestamp()

    def made(self) -> Slack:
        assert self.settings.slack is not None
        return Slack(self.settings.slack, self.policy, self.engine, self.seconds)


@contextmanager
def held(desk: SlackDesk, method: str, **what: Any) -> Iterator[None]:
    """Slack takes its time with every call of a method."""
    trouble = desk.slack.trouble(method, times=None, hold=True, **what)
    try:
        yield
    finally:
        trouble.ends()
