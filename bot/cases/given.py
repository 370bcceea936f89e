"""What the law is asked about a request."""

from dataclasses import replace

from bot.cases.snapshot import CaseView, ExtensionView, RequestView
from bot.cases.words import Role
from bot.law.book import LawBook
from bot.law.clock import ClockInput
from bot.law.counting import Pause
from bot.law.rules import extension_reasons
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


def with_extension(given: ClockInput, extension: ExtensionView | None, book: LawBook) -> ClockInput:
    """The same with the extension that was taken, where the law knows its reason. Raises UnknownRegime."""
    if extension is None or extension.reason not in extension_reasons(book, given):
        return given
    return replace(given, extended=True, extension_notice_sent=extension.told_on, extension_until=extension.until)
