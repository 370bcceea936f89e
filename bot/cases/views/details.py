"""The personal side of a case, for the privacy team in private. Each look is audited before this is drawn."""

from collections.abc import Iterator

from bot.cases.naming import capacity_name, context_name, flag_name, right_name
from bot.cases.regions import country_name, state_name
from bot.cases.snapshot import CaseView, Details, Person
from bot.cases.words import Capacity, Context
from bot.conversation.card import Block, Bold, Facts, Inline, Link, Quote, Text
from bot.rights import Right
from bot.understanding.reading import Flag
from bot.wording import _


def details_blocks(case: CaseView, details: Details) -> tuple[Block, ...]:
    """Everything that is known, top down: the person, what was read, the message, the dates, what was said."""
    return tuple(_blocks(case, details))


def _blocks(case: CaseView, details: Details) -> Iterator[Block]:
    yield Facts.of(*_person(case, details))
    if details.words:
        yield _heading(_("Read from these words"))
        yield from (Quote(text=words, source=_name(fact)) for fact, words in details.words)
    if details.answers:
        yield _heading(_("Answers"))
        yield Facts.of(*details.answers)
    if details.text:
        yield _heading(_("The message"))
        yield Quote(text=details.text)
    lines = [(request.right, line) for request in case.requests for line in request.explained]
    if lines:
        yield _heading(_("The dates"))
        yield from (Text.of(f"{right_name(right)}: {line}", small=True) for right, line in lines)
    if details.told:
        yield _heading(_("What the requester was told"))
        yield from (Quote(text=words, source=_name(right)) for right, words in details.told)
    if details.notes:
        yield _heading(_("The team's notes"))
        yield from (Quote(text=words, source=_name(right)) for right, words in details.notes)


def _person(case: CaseView, details: Details) -> Iterator[tuple[str, Inline]]:
    named = list(_fields(details.subject))
    yield from named or [(_("Person"), _("not named"))]
    if case.capacity is not Capacity.SELF:
        yield _("They write"), capacity_name(case.capacity)
    if details.representative is not None:
        said = [value for _label, value in _fields(details.representative)]
        yield _("Written by"), ", ".join(said) or _("not named")
    if details.context is not Context.UNKNOWN:
        yield _("Dealt with us"), context_name(details.context)
    if details.customer:
        yield _("Customer"), details.customer
    if details.handed_by:
        yield _("Handed over by"), ", ".join(details.handed_by)
    if case.ticket:
        yield _("Ticket"), case.ticket
    if details.ticket_link:
        web = details.ticket_link.startswith(("https://", "http://"))
        yield (
            _("Came from"),
            Link(text=_("the original message"), url=details.ticket_link) if web else details.ticket_link,
        )


def _fields(person: Person) -> Iterator[tuple[str, str]]:
    pairs = (
        (_("Name"), person.name),
        (_("E-mail"), person.email),
        (_("Phone"), person.phone),
        (_("Account"), person.account),
        (_("Country"), country_name(person.country) if person.country else None),
        (_("State"), state_name(person.country, person.state) if person.state else None),
    )
    yield from ((label, value) for label, value in pairs if value)


def _name(code: str) -> str:
    """A right or a flag in words; a name that is neither stands for itself."""
    if code in list(Right):
        return right_name(Right(code))
    return flag_name(Flag(code)) if code in list(Flag) else code


def _heading(text: str) -> Text:
    return Text.of(Bold(text=text))
