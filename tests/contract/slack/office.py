"""An office that uses the desk in Slack: colleagues who hand over, customers who ask, and what everybody sees."""

import re
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import date, datetime
from itertools import count, product
from typing import Any

from tests.customers import ERASURE, ZONE, Customer
from tests.slack_kit.desk import GENERAL, INTAKE, PRIVACY, SlackDesk
from tests.slack_kit.people import Person
from tests.slack_kit.reading import words
from tests.slack_kit.state import Message
from tests.slack_kit.views import View

IN_PRIVATE = "Thanks. Let's go on in private: I have sent you a message."
REFERENCE = re.compile(r"DSR-\d{4}-\d{4,}")
_SURNAMES = [*map("".join, product(("Bel", "Cor", "Dal", "Fer", "Gal", "Mar"), ("mont", "verde", "court", "lander")))]


def today() -> date:
    return datetime.now(ZONE).date()


class Case:
    """A case in the privacy channel."""

    def __init__(self, office: "Office", reference: str) -> None:
        self._office = office
        self.reference = reference

    @property
    def cards(self) -> list[Message]:
        """Its cards; there is never more than one."""
        return [card for card in self._office.desk.cards if words(card).startswith(self._marked)]

    @property
    def card(self) -> Message:
        """Its card as it is now."""
        (card,) = self.cards
        return card

    @property
    def notes(self) -> list[str]:
        """What is written below it, oldest first."""
        return [words(note) for note in self._office.slack.channel(PRIVACY).thread(self.card["ts"])[1:]]

    def shows(self, said: str) -> Message:
        """Wait until the card says it."""
        self._office.slack.wait(lambda: said in words(self.card))
        return self.card

    @property
    def _marked(self) -> tuple[str, ...]:
        return tuple(f"{mark}{self.reference}: " for mark in ("", "✅ ", "⚠️ ", "🔴 "))


class Office:
    """The workspace of one test module. Whoever disturbs nobody else's test is at hand; others are made anew."""

    def __init__(self, desk: SlackDesk) -> None:
        self.desk, self.slack = desk, desk.slack
        self.priya, self.noor = desk.priya, desk.noor  # of the privacy team, and the DPO
        self._numbers = count(1)

    def colleague(self, name: str = "Robin Ames", channels: tuple[str, ...] = (GENERAL, INTAKE), **more: Any) -> Person:
        """Somebody of the company whom no other test knows."""
        number = next(self._numbers)
        given = {"real_name": name, "email": f"colleague{number}@northloop.example", "tz": "Europe/Amsterdam", **more}
        person = self.slack.add_user(f"U0NEW{number}", f"colleague{number}", **given)
        for channel in channels:
            self.slack.channel(channel).members.add(person.id)
        return person

    def customer(self, wish: str = ERASURE) -> Customer:
        number = next(self._numbers)
        return Customer(_SURNAMES[number % len(_SURNAMES)] + "abcdefghij"[number // len(_SURNAMES)], wish)

    # What somebody hears

    def told(self, person: Person, said: str) -> Message:
        """Wait until the bot has written it to them in private; the newest message that says so."""
        return self.slack.wait(lambda: [one for one in person.inbox if said in words(one)])[-1]

    def whispered(self, person: Person, said: str, before: int = 0) -> Message:
        """Wait for a message that only they see, where they are; `before` many that they had already don't count."""
        return self.slack.wait(lambda: [one for one in person.ephemeral[before:] if said in words(one)])[-1]

    def answer(self, person: Person, does: Callable[[], object]) -> Message:
        """What the bot writes to them first after what they do; whatever it had still to say comes before."""
        self.quiet()
        before = len(person.inbox)
        does()
        return self.slack.wait(lambda: person.inbox[before:])[0]

    def hears(self, person: Person, text: str) -> str:
        """Say something to the bot; the words of its first answer."""
        return words(self.answer(person, lambda: person.says(text)))

    def form(self, person: Person, where: Message | View, label: str) -> View:
        """Press a button that opens a form, and wait for the form."""
        person.presses(where, label)
        return self.slack.wait(lambda: person.modal)

    def quiet(self) -> None:
        """Wait until nothing is left to be said: everything that came in is worked off, and every message is out."""
        self.desk.quiet()

    # What is on record

    def case(self, said: Mapping[str, Any] | str) -> Case:
        """The case whose reference was said, once its card is there."""
        found = REFERENCE.search(said if isinstance(said, str) else words(said))
        assert found, words(said) if not isinstance(said, str) else said
        case = Case(self, found[0])
        self.slack.wait(lambda: case.cards)
        return case

    def opens(self, person: Person, customer: Customer | None = None) -> Case:
        """Hand a customer's mail over in private, and open the case."""
        person.says((customer or self.customer()).forwarded)
        person.presses(self.told(person, "Open this case?"), "Open case")
        return self.case(self.told(person, " is open: "))

    def rows(self, table: str, where: str = "") -> int:
        """How many rows a table of the desk holds."""
        with closing(sqlite3.connect(self.desk.product.data / "desk.db")) as database:
            statement = f"SELECT count(*) FROM {table} {where and 'WHERE ' + where}"  # noqa: S608 - the tests' own words
            return int(database.execute(statement).fetchone()[0])

    @property
    def kept(self) -> int:
        """How many acts were kept so far: Slack is told that we have one only afterwards."""
        return self.rows("inbox")
