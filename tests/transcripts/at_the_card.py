"""A colleague in front of a case's card: presses, forms, what comes of them. No chat platform, no database."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

from bot.cases.snapshot import CaseView, Details
from bot.cases.views import case_card
from bot.conversation.action import CaseAction
from bot.conversation.card import Actions, Button, Card
from bot.conversation.form import ChoiceField
from bot.conversation.scene import Outcome, Scene
from bot.conversation.turn import Speaker
from bot.rights import Right
from tests.cases import DETAILS, a_request
from tests.transcripts.talk import POLICY, OnRecord, Talk, colleague

PRIYA = colleague("Priya Nair")
NOW = datetime(2026, 3, 24, 10, 0, tzinfo=UTC)
CALIFORNIA = a_request(Right.ACCESS, regimes=("us_ca",), safe_due=date(2026, 4, 19), due=date(2026, 4, 19))


class AtTheCard(Talk):
    """One colleague in front of the card of one case."""

    def __init__(
        self, case: CaseView, *, speaker: Speaker = PRIYA, others: tuple[CaseView, ...] = (), details: Details = DETAILS
    ) -> None:
        super().__init__(speaker, now=NOW, records=OnRecord((case, *others)))
        self.case, self.details = case, details
        self.said = [case_card(case, POLICY, today=NOW.date())]

    def reaches_for(self, action: type[CaseAction], label: str = "…") -> None:
        """Press a button that is not on the card now: from an older card, or out of order."""
        button = Button.of(label, action(case=self.case.reference, seen=self.case.version))
        self.said = [Card.of(Actions.of(button))]
        self.presses(label)

    def field(self, name: str) -> ChoiceField:
        assert self.form is not None
        field = self.form.field(name)
        assert isinstance(field, ChoiceField)
        return field

    def offered(self, name: str) -> list[str]:
        return [choice.value for choice in self.field(name).choices]

    def _play(self, act: Callable[[Scene], Outcome]) -> None:
        team = ((PRIYA.id, PRIYA.name), ("workspace:local:pieter", "Pieter Bos"))
        super()._play(lambda scene: act(replace(scene, case=self.case, details=self.details, team=team)))
