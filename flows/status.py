"""How is my request going? Told to the reporter and the team; everybody else hears the same as for no case at all."""

import re
from collections.abc import Iterable, Sequence

from bot.cases.matter import as_reference
from bot.cases.naming import arrival_name, called, plain_ticket, right_name, right_names, status_name
from bot.cases.snapshot import CaseView, RequestView
from bot.cases.views import case_card
from bot.conversation.card import Card, Facts, Line, Table, Text, day
from bot.conversation.scene import Scene
from bot.policy import Policy
from bot.understanding.reading import Reading
from bot.wording import _, say_date
from flows.slots.tickets import YEAR

_REFERENCE = re.compile(r"\b[a-z]{2,5}-\d{4}-\d{4,}\b", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s,;!?()\[\]<>\"'“”«»*`=…]+|(?<=[^\W\d]):(?=#?\d)")
_NUMBERED = re.compile(r"#?([^\W\d_]{1,10}[-#/]?)?(\d{3,12})")  # a ticket's letters and number
LONGEST, MOST = 64, 20  # of a ticket's number, characters; numbers of one message that are looked up
MOST_ROWS = 10
LOOKED_AT = 20_000  # characters of a message


def status(words: str, scene: Scene) -> Card:
    """The answer to "status DSR-2026-0042" or "status 4711", a ticket; without a number, all that was handed over."""
    if not any(letter.isdecimal() for letter in words):
        return mine(scene)
    return state_of(words, scene) or nothing_to_tell(scene.policy)


def reference_in(words: str) -> str | None:
    """The reference that words name, as we write it."""
    named = _REFERENCE.search(words)
    return named.group().upper() if named else None


def references_in(words: str) -> tuple[str, ...]:
    """All that words name, each once."""
    return tuple(dict.fromkeys(named.group().upper() for named in _REFERENCE.finditer(words)))


def our_reference(reading: Reading) -> str | None:
    """The reference of ours that a message names, as we write it, whatever stands before it ("order DSR-2026-0042")."""
    if reading.case_reference is not None:
        return as_reference(reading.case_reference.value) or None
    return as_reference(reference_in(reading.text[:LOOKED_AT]) or "") or None


def cases_of_ticket(ticket: str, scene: Scene) -> list[CaseView]:
    """The cases to which a ticket led, of which the speaker may hear."""
    return heard_of(scene.records.cases_of_tickets([ticket]), scene) or _of_number([ticket], scene)


def _of_number(tickets: Sequence[str], scene: Scene) -> list[CaseView]:
    """The same where only the letters before a number are missing, there or here: "4411" is "ZD-4411"."""
    asked = [match for ticket in tickets if (match := _NUMBERED.fullmatch(ticket))]
    if not asked:
        return []
    theirs = scene.records.open_cases() if scene.by_team else scene.records.handed_over_by(scene.speaker.id)
    kept = [(case, _NUMBERED.fullmatch(case.ticket)) for case in theirs if case.ticket]
    return [case for case, its in kept if its and any(one[2] == its[2] and not (one[1] and its[1]) for one in asked)]


def same_number(one: str, other: str) -> bool:
    """Whether two ways to write a ticket mean the same one: "4411" is "#ZD-4411", unless both have other letters."""
    first, second = (_NUMBERED.fullmatch(ticket.strip().casefold()) for ticket in (one, other))
    if first is None or second is None:
        return one.strip("# ").casefold() == other.strip("# ").casefold()
    letters = {match[1].strip("-#/") for match in (first, second) if match[1]}
    return first[2] == second[2] and len(letters) < 2


def ticket_in(words: str) -> str | None:
    """The first number in a few words that may well be a ticket's; no year."""
    return next(iter(tickets_named(words)), None)


def tickets_named(words: str) -> tuple[str, ...]:
    """The numbers in a few words that may well be tickets'; no years."""
    found = (number for number in numbers_in(words) if _NUMBERED.fullmatch(number) and not YEAR.fullmatch(number))
    return tuple(dict.fromkeys(number.lstrip("#") for number in found))


def numbers_in(words: str) -> tuple[str, ...]:
    """What may be tickets' numbers in a few words."""
    parts = (part.rstrip(".:") for part in _BETWEEN.split(words[:LOOKED_AT]))
    found = [part for part in parts if len(part) <= LONGEST and any(letter.isdecimal() for letter in part)]
    return tuple(found[:MOST])


def state_of(words: str, scene: Scene) -> Card | None:
    """The state of the case that words name by its reference or its ticket; None where the speaker may hear of none."""
    named = reference_in(words)
    case = scene.records.case(named) if named else None
    if case is not None and heard_of([case], scene):
        return _state_card(case, scene)
    return by_ticket(words, scene)


def by_ticket(words: str, scene: Scene) -> Card | None:
    """The state of the cases to which the tickets led that words name; None where there is none of which the speaker
    may hear.
    """
    tickets = numbers_in(words)
    found = scene.records.cases_of_tickets(tickets) if tickets else ()
    cases = heard_of(found, scene) or _of_number(tickets, scene)
    if len(cases) > 1:
        return Card.of(handed_over_table(cases))
    return _state_card(cases[0], scene) if cases else None


def _state_card(case: CaseView, scene: Scene) -> Card:
    return case_card(case, scene.policy, today=scene.today) if scene.by_team else reporter_card(case, scene.policy)


def mine(scene: Scene) -> Card:
    """Everything that the speaker handed over, newest first, as a state each."""
    handed = scene.records.handed_over_by(scene.speaker.id)
    if not handed and scene.chat.active is not None:
        return Card.of(_("The one we are talking about is not open yet. Its reference comes as soon as it is."))
    if not handed:
        return Card.of(
            _("You have handed nothing over yet. Paste or drop a customer's message here, and I take it on.")
        )
    more = _("Say “status” and a reference to see one of them.")
    return Card.of(handed_over_table(handed), Text.of(more, small=True), title=_("What you handed over"))


def reporter_card(case: CaseView, policy: Policy) -> Card:
    """The state of a case for the colleague who handed it over: never what was found, nor why it ended."""
    states = Facts.of(*((right_name(r.right), _state(r, policy)) for r in case.requests))
    received = case.received_at.astimezone(policy.working_hours.tz).date()
    origin = Facts.of((_("Received"), _("{date}, {how}", date=day(received), how=arrival_name(case.arrival))))
    note = _(
        "The privacy team writes to the person. What was found stays with them. Questions: {dpo}.", dpo=_dpo(policy)
    )
    return Card.of(states, origin, Text.of(note, small=True), title=called(case.reference, case.ticket))


def nothing_to_tell(policy: Policy) -> Card:
    """The one answer for a reference that does not exist and for one that is somebody else's."""
    return Card.of(
        _("I can't tell you anything about that reference. Only who handed a case over hears from me how it goes."),
        _("Is it about your own data, or is it urgent? Write to {dpo}.", dpo=_dpo(policy)),
    )


def no_case_of(ticket: str, scene: Scene) -> Card:
    """The one answer for a ticket that led to no case and for one that somebody else handed over."""
    if scene.speaker.guest:
        return nothing_to_tell(scene.policy)
    unknown = _("I know no case of {ticket}.", ticket=ticket)
    if not scene.by_team:
        unknown = _(
            "I can't tell you anything about {ticket}. Only who handed it over hears from me how it goes.",
            ticket=ticket,
        )
    how = _("Not handed over yet? Say “escalate {ticket}”, and what they ask for.", ticket=ticket)
    handed = scene.records.handed_over_by(scene.speaker.id)
    rest = (Text.of(_("This is what you handed over:")), handed_over_table(handed)) if handed else ()
    return Card.of(unknown, how, *rest)


def handed_over_table(cases: Iterable[CaseView]) -> Table:
    """Reference, kinds, state and ticket, where there is one; a row a case."""

    shown = tuple(cases)[:MOST_ROWS]
    tickets = any(plain_ticket(case.ticket) for case in shown)

    def row(case: CaseView) -> tuple[Line, ...]:
        last: tuple[Line, ...] = ((plain_ticket(case.ticket) or "–",),) if tickets else ()
        return ((case.reference,), (right_names(r.right for r in case.requests),), (_states(case),), *last)

    head = (_("Case"), _("They ask"), _("Status"), *((_("Ticket"),) if tickets else ()))
    return Table(head=head, rows=tuple(row(case) for case in shown))


def _states(case: CaseView) -> str:
    return ", ".join(dict.fromkeys(status_name(request.status) for request in case.requests)) or "–"


def _state(request: RequestView, policy: Policy) -> str:
    name = status_name(request.status)
    if request.closed_at is not None:
        closed = request.answered_on or request.closed_at.astimezone(policy.working_hours.tz).date()
        return _("{status} on {date}", status=name, date=say_date(closed))
    return name


def heard_of(cases: Sequence[CaseView], scene: Scene) -> list[CaseView]:
    """Those of which the speaker may hear: all for the team; else what they handed over, be it after a colleague who
    handed over the same, or from another of their accounts.
    """
    me = scene.speaker.id
    if scene.by_team or all(me in (case.reporter, *case.reporters) for case in cases):
        return list(cases)
    theirs = {case.reference for case in scene.records.handed_over_by(me)}
    return [case for case in cases if me in (case.reporter, *case.reporters) or case.reference in theirs]


def _dpo(policy: Policy) -> str:
    dpo = policy.contacts.dpo
    return _("{name}, {email}", name=dpo.name, email=dpo.email)
