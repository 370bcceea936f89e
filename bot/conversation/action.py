"""What a button or a form sends back: a small typed value with a version.

Each kind of action is one class. Its encoded form must fit into the tightest platform (2,000 characters); a longer
one fails when the button is drawn, in our tests, and never at a user's click.
"""

import json
from typing import ClassVar, Self

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.errors import Stale
from bot.wording import _

LONGEST = 1900

_known: dict[str, type["Action"]] = {}


class Action(BaseModel):
    """The root of all actions. A subclass names itself: ``class Take(CaseAction, name="case.take")``.

    `opens_form`: pressing it makes the bot answer with a form, so the platform must wait for the answer.
    `looks`: it shows personal data of its case, so the press is authorised and audited as a look first.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: ClassVar[str] = ""
    version: ClassVar[int] = 1
    opens_form: ClassVar[bool] = False
    looks: ClassVar[bool] = False

    def __init_subclass__(
        cls, *, name: str = "", version: int = 1, opens_form: bool = False, looks: bool = False
    ) -> None:
        super().__init_subclass__()
        if not name:
            return  # an abstract group of actions
        if name in _known:
            raise TypeError(f"two actions are named {name!r}")
        cls.name, cls.version, cls.opens_form, cls.looks = name, version, opens_form, looks
        _known[name] = cls

    def encoded(self) -> str:
        """The action as a short text for a button's value. Raises ValueError when it is too long."""
        text = json.dumps([self.name, self.version, self.model_dump(mode="json")], separators=(",", ":"))
        if len(text) > LONGEST:
            raise ValueError(f"the action {self.name} has {len(text)} characters; {LONGEST} fit on a button")
        return text

    @classmethod
    def of(cls, **values: object) -> Self:
        return cls.model_validate(values)


class CaseAction(Action):
    """An action about one case, as it was when the button was drawn."""

    case: str  # reference, e.g. DSR-2026-0042
    seen: int = 0  # version of the case that the button was drawn from; 0 = does not matter


def decoded(payload: str) -> Action:
    """The action behind a button's value. Raises `Stale` for one that we don't (or no longer) know."""
    old = Stale(_("This button is from an older message and no longer works. Please use a newer one."))
    try:
        name, version, values = json.loads(payload)
        kind = _known[name]
    except (ValueError, TypeError, KeyError):
        raise old from None
    if version != kind.version:
        raise old
    try:
        return kind.model_validate(values)
    except ValidationError:
        raise old from None
