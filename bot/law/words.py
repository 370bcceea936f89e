"""The names that the law's data and the law's code share."""

from enum import StrEnum


class PauseReason(StrEnum):
    """What we are waiting for from the person."""

    IDENTITY = "identity"
    CLARIFICATION = "clarification"
    FEE = "fee"


class ClockStatus(StrEnum):
    """What the legal clock of a request is doing."""

    RUNNING = "running"
    PAUSED = "paused"
    CLOCK_NOT_STARTED = "clock_not_started"
    ACK_CLOCK_ONLY = "ack_clock_only"
    NO_STATUTORY_CLOCK = "no_statutory_clock"
    REDIRECT_TO_CONTROLLER = "redirect_to_controller"


class Unit(StrEnum):
    """What a period is counted in. The day of receipt is never day 1."""

    MONTH = "month"
    DAY = "day"
    BUSINESS_DAY = "business_day"


class Roll(StrEnum):
    """What happens when a period ends on a day off. It is applied once, after everything else."""

    NONE = "none"
    WORKING_DAY = "working_day"  # on from Saturday, Sunday and public holidays
    NOT_SUNDAY = "not_sunday"  # on from Sunday and public holidays; a Saturday stays


class Effect(StrEnum):
    """What an answer of the person does to the clock that waited for it."""

    SHIFT = "shift"  # the remaining days go on: the date moves by answer minus question
    RESTART = "restart"  # the period runs from the day of the answer
