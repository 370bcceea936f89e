"""The people of the local workspace: whom you can be while you try the desk. Made up, like their addresses."""

from dataclasses import dataclass

from bot.conversation.turn import Speaker
from bot.policy import Home
from bot.wording import later

PLATFORM = "workspace"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the workspace. `role` is for the page alone: the policy file decides who may do what."""

    key: str
    name: str
    role: str
    email: str
    language: str = "en"
    zone: str = "Europe/Amsterdam"
    guest: bool = False

    @property
    def first_name(self) -> str:
        return self.name.split()[0]

    @property
    def initials(self) -> str:
        return "".join(part[0] for part in self.name.split()[:1] + self.name.split()[-1:]).upper()

    def speaker(self, tenant: str) -> Speaker:
        return Speaker(
            platform=PLATFORM,
            tenant=tenant,
            user=self.key,
            name=self.name,
            email=self.email,
            language=self.language,
            zone=self.zone,
            guest=self.guest,
        )


HOME = Home(platform="workspace", tenant="local", channel="privacy")

PEOPLE: dict[str, Person] = {
    person.key: person
    for person in (
        Person("emma", "Emma Brooks", later("Employee"), "emma@northloop.example"),
        Person("daan", "Daan Mulder", later("Employee"), "daan@northloop.example", language="nl"),
        Person("sam", "Sam Okafor", later("Support agent"), "sam@northloop.example"),
        Person("priya", "Priya Nair", later("Privacy analyst"), "priya@northloop.example"),
        Person("pieter", "Pieter Smit", later("Privacy analyst"), "pieter@northloop.example"),
        Person("noor", "Noor de Wit", later("Data protection officer"), "noor@northloop.example"),
        Person("otto", "Otto Lind", later("Outsider (guest)"), "otto@partner.example", guest=True),
    )
}
FIRST = PEOPLE["emma"]


def private_channel(user: str) -> str:
    """The name of somebody's private chat with the bot."""
    return f"@{user}"
