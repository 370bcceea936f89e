"""The demo: one Dutch mail, from the forward to the reminder that comes too late, on a clock that is moved."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from adapters.console.printing import Printer
from bot.clock import StoppedClock
from bot.conversation.turn import Act, Place, Pressed, Said, Speaker, Turn
from bot.house import House
from bot.wording import _, speaking

START = datetime(2026, 3, 5, 9, 40, tzinfo=UTC)
REPORTER = Speaker(
    platform="workspace",
    tenant="local",
    user="daan",
    name="Daan Mulder",
    email="daan@northloop.example",
    language="nl",
    zone="Europe/Amsterdam",
)
ANALYST = REPORTER.model_copy(
    update={"user": "priya", "name": "Priya Nair", "email": "priya@northloop.example", "language": "en"}
)
DPO = ANALYST.model_copy(update={"user": "noor", "name": "Noor de Wit", "email": "noor@northloop.example"})
MAIL = """Kunnen jullie hier iets mee?

Van: Ana de Vries <ana.devries@post.example>
Verzonden: donderdag 5 maart 2026 09:12
Aan: klantenservice@northloop.example
Onderwerp: mijn gegevens

Goedemorgen,

Ik woon in Utrecht en ben al jaren geen klant meer. Stuur mij eerst een kopie van alle gegevens die u van mij
heeft en verwijder daarna alles.

Met vriendelijke groet,
Ana de Vries
"""


class Demo:
    """Plays turns and prints what everybody sees."""

    def __init__(self, house: House, clock: StoppedClock, printer: Printer, write: Callable[[str], None]) -> None:
        self._house, self._clock, self._printer, self._write = house, clock, printer, write
        self._turns = 0

    async def play(self) -> None:
        """The whole story; raises RuntimeError when it does not come out as it should."""
        await self._says(DPO, "hello")
        await self._says(ANALYST, "hello")
        await self._says(REPORTER, MAIL)
        await self._presses(REPORTER, "Open case")
        await self._presses(ANALYST, "Take it")
        for days in (14, 7, 4, 3, 2, 3, 1):
            await self._later(days)
        reminders = [card for _to, card in self._printer.cards if "overdue" in card.plain().casefold()]
        if not reminders:
            raise RuntimeError("no overdue reminder came")
        self._write("\nThat is the whole job: nothing forgotten, nothing said twice.")

    async def _says(self, who: Speaker, text: str) -> None:
        shown = text if len(text) < 80 else f"{text.splitlines()[0]} [forwards the mail of Ana de Vries]"
        self._write(f"\n{who.name}: {shown}")
        await self._turn(who, Said(text=text))

    async def _presses(self, who: Speaker, text: str) -> None:
        with speaking(who.language):
            label = _(text)
        self._write(f"\n{who.name} presses [{label}]")
        button = next(b for _to, card in reversed(self._printer.cards) for b in card.buttons() if b.label == label)
        await self._turn(who, Pressed(payload=button.payload))

    async def _turn(self, who: Speaker, act: Act) -> None:
        self._turns += 1
        place = Place(channel=f"@{who.user}")
        self._house.desk.store(Turn(id=f"demo-{self._turns}", speaker=who, place=place, at=self._clock.now(), act=act))
        await self._house.settle()

    async def _later(self, days: int) -> None:
        """Time goes by hour by hour, as the ticker would see it."""
        for _hour in range(24 * days):
            self._clock.move(timedelta(hours=1))
            before = len(self._printer.cards)
            if self._house.tick():
                self._write(f"\n--- {self._clock.now():%a %d %b %Y, %H:%M} UTC ---")
                await self._house.settle()
                if len(self._printer.cards) == before:
                    raise RuntimeError("a reminder was due and nothing was posted")
