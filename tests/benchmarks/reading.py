"""Reading mails, against the plainest reader there is: rapidfuzz over a lexicon of phrases."""

from collections.abc import Iterator
from functools import partial
from zoneinfo import ZoneInfo

from rapidfuzz import fuzz, process

from bot.understanding.mail import read_text
from bot.understanding.read import understand
from tests.benchmarks.measure import compare

ZONE = ZoneInfo("Europe/Amsterdam")
LEXICON = (
    "delete my data", "erase my account", "send me my data", "copy of my personal data", "stop selling my data",
    "do not sell", "unsubscribe", "stop sending me mail", "correct my address", "I complain", "withdraw my consent",
    "verwijder mijn gegevens", "stuur mij mijn gegevens", "geen nieuwsbrief meer", "ik dien een klacht in",
)  # fmt: skip
SHORT = "mate please just delete my number, I am sick of your sales calls"
MAIL = """Could you look at this?

From: Ana Diaz <ana@x.example>
Sent: Thursday, 5 March 2026 10:15
To: support@northloop.example
Subject: my data

Hello,

I live in Spain and was a customer until last year. Please delete my account and all personal data you hold about me.

Kind regards,
Ana Diaz
"""


def lines() -> Iterator[str]:
    """One line a measurement."""
    story = "We ordered in spring, the parts came late, and the invoice named the old address once more.\n\n"
    for what, text, each in (
        ("understand: a chat line", SHORT, 200),
        ("understand: a forwarded mail", MAIL, 100),
        ("understand: a long mail (20 kB)", MAIL + story * 210, 5),
    ):
        compared = compare(partial(_ours, text, each), partial(_plain, text, each))
        yield compared.line(what, "rapidfuzz lexicon", each)


def _ours(text: str, each: int) -> None:
    for _number in range(each):
        understand(read_text(text, zone=ZONE))


def _plain(text: str, each: int) -> None:
    for _number in range(each):
        for line in text.splitlines():
            process.extractOne(line, LEXICON, scorer=fuzz.partial_ratio)
