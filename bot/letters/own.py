"""What the team adds to a letter."""

from dataclasses import dataclass
from datetime import date

from bot.cases.words import Reason
from bot.rights import Right


@dataclass(frozen=True, slots=True)
class Own:
    """What the team adds to a letter. Empty: nothing."""

    rights: tuple[Right, ...] = ()  # none: all that suit the letter
    note: str = ""
    explanation: str = ""
    reason: Reason | None = None
    extension: str = ""  # code of the law's reason for taking longer
    until: date | None = None  # the day that the person is told, where the law sets none itself
    waits: tuple[Right, ...] = ()  # those whose clock stands still until this letter is answered
    delivery: str = "electronic"
    customer_told: bool = False
