"""What the tests say to the reader, and how they look at what it read."""

from zoneinfo import ZoneInfo

from bot.understanding.mail import read_text
from bot.understanding.read import understand
from bot.understanding.reading import Reading

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
OWN = frozenset({"northwind.example"})


def read(text: str) -> Reading:
    """The reading of a pasted text, by a colleague of northwind.example."""
    return understand(read_text(text, zone=AMSTERDAM), own_domains=OWN)


def rights(text: str) -> set[str]:
    """The names of the rights that were read."""
    return {fact.value.value for fact in read(text).rights}
