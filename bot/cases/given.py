"""What the law is asked about a request that everybody sees."""

from bot.cases.snapshot import CaseView, RequestView
from bot.cases.words import Role
from bot.law.clock import ClockInput
from bot.law.counting import Pause
from bot.policy import Policy


def clock_input(case: CaseView, request: RequestView, law: str, policy: Policy) -> ClockInput:
    """A request under one of its laws, before any extension. An unknown role counts as the controller's."""
    zone, calendar = policy.clocks.place(law)
    return ClockInput(
        regime=law,
        right=request.right,
        received=request.received_at,
        zone=zone,
        calendar=calendar,
        role=Role(case.role),
        pauses=tuple(Pause(pause.reason, pause.start, pause.end) for pause in request.pauses),
    )
