"""The whole product in Teams: the real process, reached over the network only, and an organisation with its people."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, Self

from bot.settings import EXAMPLE_POLICY
from bot.vault import Vault
from tests.patience import PATIENCE
from tests.product import Product
from tests.slack_kit.desk import FORWARD, free_port
from tests.teams_kit.people import Person
from tests.teams_kit.standin import StandIn
from tests.teams_kit.state import APP, SECRET, TENANT, Message

PRIVACY, GENERAL, GROUP = "19:privacy@thread.tacv2", "19:general@thread.tacv2", "19:group@thread.v2"
OTHER_TENANT = "77777777-2222-3333-4444-555555555555"


def policy_for_teams(folder: Path) -> Path:
    """The example policy with its home channel in the stand-in."""
    text = EXAMPLE_POLICY.read_text()
    for before, after in (
        ('platform = "workspace"', 'platform = "teams"'),
        ('tenant = "local"', f'tenant = "{TENANT}"'),
        ('channel = "privacy"', f'channel = "{PRIVACY}"'),
    ):
        assert before in text
        text = text.replace(before, after)
    path = folder / "policy.toml"
    path.write_text(text)
    return path


class TeamsDesk:
    """A stand-in with the people of the example policy, and the product that serves it.

    Args:
        environment: further settings of the product.
    """

    def __init__(self, folder: Path, **environment: str) -> None:
        self.teams = StandIn()
        self.people()
        self.port = free_port()
        self.teams.address = f"http://127.0.0.1:{self.port}/api/messages"
        settings: dict[str, Any] = {
            **teams_settings(self.teams),
            "POLICY": str(policy_for_teams(folder)),
            "DESK_KEY": Vault.new_key(),
            "PORT": str(self.port),
        }
        self.product = Product(folder, **(settings | environment))

    def people(self) -> None:
        add = self.teams.add_user
        self.emma = add("Emma Brooks", "emma@northloop.example")
        self.daan = add("Daan Mulder", "daan@northloop.example", language="nl-NL")
        self.sam = add("Sam Okafor", "sam@northloop.example")
        self.priya = add("Priya Nair", "priya@northloop.example")
        self.noor = add("Noor de Wit", "noor@northloop.example")
        self.otto = add("Otto Lind", "otto@partner.example", role="guest")
        self.teams.add_channel(PRIVACY, self.priya, self.noor, self.sam)
        self.teams.add_channel(GENERAL, self.emma, self.daan, self.sam, self.priya, self.noor, self.otto)
        self.teams.add_channel(GROUP, self.emma, self.sam)

    def colleague(self, **more: Any) -> Person:
        """Somebody of the organisation who has not spoken to the bot yet."""
        name = f"Kim{len(self.teams.state.users)}"
        person = self.teams.add_user(f"{name} Vos", f"{name.casefold()}@northloop.example", **more)
        for channel in (GENERAL, GROUP):
            self.teams.state.conversations[channel].members.append(person.user)
        return person

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def start(self) -> Self:
        """Start the product, or start it again."""
        self.product.start()
        return self

    def close(self) -> None:
        self.product.kill()
        self.teams.close()
        assert not self.teams.state.refused, self.teams.state.refused

    @property
    def cards(self) -> list[Message]:
        """What stands in the privacy channel, threads aside."""
        return self.teams.messages(PRIVACY)

    def told(self, person: Person, said: str, seconds: float = PATIENCE) -> Message:
        """Wait until the bot has written it to them in private; the newest that says so."""
        return self.teams.wait(lambda: [one for one in person.inbox if said in one.words], seconds)[-1]

    def answered(self, person: Person, before: int) -> list[Message]:
        """What the bot wrote to them after so many messages, as soon as there is something."""
        return self.teams.wait(lambda: person.inbox[before:])

    def hands_over(self, person: Person, mail: str = FORWARD, asks: str = "Open this case?") -> Message:
        """Give the bot a mail, and get its question whether to open a case."""
        person.says(mail)
        return self.told(person, asks)

    def opens(self, person: Person, mail: str = FORWARD) -> Message:
        """Hand a mail over and open its case; the card in the privacy channel, where no other one is to come."""
        self.quiet()
        before = len(self.cards)
        person.presses(self.hands_over(person, mail), "Open case")
        card = self.teams.wait(lambda: self.cards[before:])[0]
        self.quiet()  # the desk knows its card by the message that Teams made of it, which it must have noted
        return card

    def shows(self, card: Message, said: str) -> None:
        """Wait until a card says so to everybody."""
        self.teams.wait(lambda: said in card.words)

    def rows(self, statement: str) -> list[tuple[Any, ...]]:
        """What the desk's database holds."""
        with closing(sqlite3.connect(self.product.data / "desk.db", timeout=30)) as database:
            return database.execute(statement).fetchall()

    def quiet(self) -> None:
        """Wait until nothing is left to be said: everything that came in is worked off, and every message is out."""
        self.teams.wait(self.product.is_quiet)


def teams_settings(teams: StandIn) -> dict[str, str]:
    return {
        "TEAMS_APP_ID": APP,
        "TEAMS_APP_PASSWORD": SECRET,
        "TEAMS_TENANT_ID": TENANT,
        "TEAMS_SERVICE_URL": teams.service_url,
        "TEAMS_LOGIN_URL": teams.url,
        "TEAMS_OPENID_URL": f"{teams.url}/openid",
    }
