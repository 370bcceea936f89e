"""The date of a case that is not on record yet, for whoever asks before it is: as the record would count it."""

from datetime import date, datetime

from bot.cases.snapshot import Person
from bot.cases.words import Role
from bot.law.book import LawBook
from bot.law.clock import ClockInput, compute
from bot.law.which import obeyed, which_law
from bot.policy import Policy
from bot.rights import Right


def laws_by(policy: Policy, book: LawBook, country: str | None, state: str | None, hint: str | None) -> tuple[str, ...]:
    """The laws that run for a person; where nobody knows, the organisation's own default is among them."""
    found = which_law(country, state, hint)
    if set(found) >= set(book.residence.unknown):
        return tuple(dict.fromkeys([policy.clocks.regime, *found]))
    return found


def clock_of(policy: Policy, law: str, right: Right, received: datetime, role: Role = Role.CONTROLLER) -> ClockInput:
    """What the dates of a request under a law depend on when it comes in."""
    zone, calendar = policy.clocks.place(law)
    return ClockInput(regime=law, right=right, received=received, zone=zone, calendar=calendar, role=role)


def due_ahead(
    rights: tuple[Right, ...], received: datetime, person: Person, hint: str | None, policy: Policy, book: LawBook
) -> date | None:
    """By which day there would be an answer; None where no law sets one."""
    laws = laws_by(policy, book, person.country, person.state, hint)
    found = (obeyed([compute(clock_of(policy, law, right, received), book) for law in laws]).due for right in rights)
    return min((due.on for due in found if due is not None), default=None)
