"""Reading mails, against the plainest reader there is: rapidfuzz over a lexicon of phrases."""

import sys
from collections.abc import Callable, Iterator
from functools import partial
from subprocess import run
from time import perf_counter
from zoneinfo import ZoneInfo

from rapidfuzz import fuzz, process

from bot.understanding.mail import read_text
from bot.understanding.read import understand
from bot.understanding.training.book import phrases
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
    yield _start()
    yield _spread("understand: 600 messages of the phrase book", _ours)
    yield _spread("the same: rapidfuzz lexicon", _plain)
    story = "We ordered in spring, the parts came late, and the invoice named the old address once more.\n\n"
    for what, text, each in (
        ("understand: a chat line", SHORT, 200),
        ("understand: a forwarded mail", MAIL, 100),
        ("understand: a long mail (20 kB)", MAIL + story * 210, 5),
    ):
        compared = compare(partial(_ours, text, each), partial(_plain, text, each))
        yield compared.line(what, "rapidfuzz lexicon", each)


def _start() -> str:
    """What getting ready costs a new process: its time, and the memory that it holds more than one without. First its
    code is loaded, numpy with it."""
    program = (
        "from pathlib import Path; from resource import getpagesize as page; from time import perf_counter as now;"
        "mine = Path('/proc/self/statm'); held = lambda: int(mine.read_text().split()[1]) * page() / 2**20;"
        "import bot.cases.commands, bot.delivery.deliver;"
        "first = held(), now(); import bot.understanding.read as r; then = held(), now(); r.prepare();"
        "print(then[1] - first[1], then[0] - first[0], now() - then[1], held() - then[0])"
    )
    said = run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout  # noqa: S603
    code, of_code, seconds, held = map(float, said.split())
    return (
        f"understand: getting ready takes {seconds:.2f} s and {held:.0f} MB,"
        f" loading its code before that {code:.2f} s and {of_code:.0f} MB"
    )


def _spread(what: str, read: Callable[[str, int], None]) -> str:
    took: list[float] = []
    for phrase in list(phrases())[::20][:600]:
        began = perf_counter()
        read(phrase.text, 1)
        took.append((perf_counter() - began) * 1000)
    took.sort()
    return f"{what}: p50 {took[len(took) // 2]:.2f} ms, p99 {took[len(took) * 99 // 100]:.2f} ms"


def _ours(text: str, each: int) -> None:
    for _number in range(each):
        understand(read_text(text, zone=ZONE))


def _plain(text: str, each: int) -> None:
    for _number in range(each):
        for line in text.splitlines():
            process.extractOne(line, LEXICON, scorer=fuzz.partial_ratio)
