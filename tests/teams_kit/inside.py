"""The desk and Teams' adapter in this process, on a clock that stands still until it is moved."""

from datetime import datetime

from adapters.teams.platform import Teams
from tests.indoors import Inside
from tests.teams_kit.desk import TeamsDesk


class Indoors(Inside[Teams]):
    """A desk in Teams of which the test turns the hands; it knows the colleagues in the privacy channel."""

    name = "teams"

    def __init__(self, desk: TeamsDesk) -> None:
        super().__init__(desk.product, desk.port)
        self.desk, self.teams = desk, desk.teams

    def begins(self, at: datetime) -> None:
        super().begins(at)
        self.teams.state.now = self.clock.now

    def made(self) -> Teams:
        assert self.settings.teams is not None
        return Teams(self.settings.teams, self.policy, self.engine, self.vault, self.seconds, self.clock)

    def later(self, **time: float) -> None:
        """Let time go by, and say what is due then."""
        super().later(**time)
        self.house.tick()
        self.settle()

    async def _open(self) -> None:
        await super()._open()
        await self.platform.check()
        self.house.introduce(await self.platform.colleagues())
