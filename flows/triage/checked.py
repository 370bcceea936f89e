"""What every handler of triage needs: the case, if the speaker may act on it, and the values of its form."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from bot.cases.naming import right_name
from bot.cases.snapshot import CaseView
from bot.cases.words import Reason
from bot.conversation.form import Choice, ChoiceField, DateField, TextField
from bot.conversation.scene import Scene, Values
from bot.errors import IllegalMove, NotAllowed, Stale
from bot.rights import Right
from bot.wording import _

E = TypeVar("E", bound=StrEnum)

# Reasons that a refusal can give; the others are ends of their own.
REFUSALS = (
    Reason.INSUF_VERIFICATION,
    Reason.UNVERIFIED_AUTHORITY,
    Reason.SUSPECTED_FRAUD,
    Reason.NO_MATCH,
    Reason.CLAIM_NOT_COVERED,
    Reason.OUTSIDE_JURISDICTION,
    Reason.TOO_MANY_REQUESTS,
    Reason.MANIFESTLY_UNFOUNDED,
    Reason.OTHER,
)


def team_case(scene: Scene) -> CaseView:
    """The case that the action is about. Raises NotAllowed for anybody outside the team, Stale when it is gone."""
    if not scene.by_team:
        dpo = scene.policy.contacts.dpo
        raise NotAllowed(
            _(
                "Only the privacy team can do this. Nothing was changed. If something is wrong, write to {dpo}.",
                dpo=dpo.email,
            )
        )
    if scene.case is None:
        raise Stale(_("This case is no longer on record."))
    return scene.case


def open_case(scene: Scene) -> CaseView:
    """As `team_case`. Raises IllegalMove when it is closed."""
    case = team_case(scene)
    if not case.open:
        raise IllegalMove(_("{reference} is closed. Reopen it first.", reference=case.reference))
    return case


def first_day(case: CaseView) -> date:
    """The earliest day on which anything can have been done about the case."""
    return min((request.receipt_date for request in case.requests), default=case.received_at.date())


class Checked:
    """Reads the values of a form and collects what is wrong, by field. Its values count only without errors."""

    def __init__(self, values: Values) -> None:
        self._values = values
        self.errors: dict[str, str] = {}

    def fault(self, name: str, sentence: str) -> None:
        """Remember the first fault of a field."""
        self.errors.setdefault(name, sentence)

    def text(self, name: str, missing: str = "") -> str:
        """A text; with `missing` it is required, and that sentence asks for it."""
        said = self._values.text(name)
        if missing and not said:
            self.fault(name, missing)
        return said

    def past_day(self, name: str, today: date, first: date | None = None) -> date:
        """A day that has come, not before `first`."""
        on = self.day(name)
        if on > today:
            self.fault(name, _("That day has not come yet."))
        elif first is not None and on < first and name not in self.errors:
            self.fault(name, _("That is before the request came in."))
        return on

    def day(self, name: str) -> date:
        on = self._values.date(name)
        if on is None:
            self.fault(name, _("Please choose a date."))
        return on or date.min

    def several(self, name: str, allowed: Iterable[E], missing: str) -> tuple[E, ...]:
        """The chosen ones, in the order of `allowed`."""
        chosen = set(self._values.several(name))
        picked = tuple(one for one in allowed if one.value in chosen)
        if not picked or len(picked) != len(chosen):
            self.fault(name, missing)
        return picked

    def one(self, name: str, allowed: Iterable[E], missing: str) -> E | None:
        picked = self.maybe(name, allowed)
        if picked is None:
            self.fault(name, missing)
        return picked

    def maybe(self, name: str, allowed: Iterable[E]) -> E | None:
        said = self._values.text(name)
        return next((one for one in allowed if one.value == said), None)

    def code(self, name: str, allowed: Iterable[str], missing: str) -> str:
        """One of some plain codes."""
        said = self._values.text(name)
        if said not in tuple(allowed):
            self.fault(name, missing)
        return said


def choices(values: Iterable[E], names: Callable[[E], str]) -> tuple[Choice, ...]:
    return tuple(Choice(value=value.value, label=names(value)) for value in values)


def coded(names: Mapping[str, str]) -> tuple[Choice, ...]:
    return tuple(Choice(value=code, label=label[:75]) for code, label in names.items())


def right_field(rights: Iterable[Right], *, several: bool = False, label: str = "") -> ChoiceField:
    """Which of these requests; the only one is chosen already, and with `several` all are."""
    options = tuple(rights)
    chosen = tuple(right.value for right in options) if several or len(options) == 1 else ()
    return ChoiceField(
        name="rights" if several else "right",
        label=label or (_("Which requests?") if several else _("Which request?")),
        choices=choices(options, right_name),
        several=several,
        value=chosen,
    )


def day_field(label: str, value: date | None, *, hint: str = "") -> DateField:
    return DateField(name="on", label=label, value=value, hint=hint)


def why_field(label: str = "", *, hint: str = "") -> TextField:
    return TextField(
        name="why",
        label=label or _("Why?"),
        hint=hint or _("For the team. Please name no person here."),
        long=True,
        max_length=500,
    )


def say_why() -> str:
    return _("Please say why.")


def which_request() -> str:
    return _("Please choose a request.")
