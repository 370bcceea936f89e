"""A support agent hands a ticket over: a reference at once, and word when it moves and closes.

Nothing is reviewed and as little as possible is asked: what is missing stands in the ticket, and the privacy team
completes it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from bot.cases.commands import OpenCase
from bot.cases.matter import as_ticket
from bot.cases.snapshot import CaseView, Person
from bot.cases.words import Arrival
from bot.conversation.draft import Draft
from bot.conversation.flow import Flow
from bot.conversation.form import Choice
from bot.conversation.scene import Scene
from bot.conversation.slot import NOT_SAID, Known, Slot
from bot.conversation.typed import NEW
from bot.understanding.reading import Fact, Reading
from bot.understanding.replies.answers import LONGEST, knows_not, phrases, plain, says_not
from bot.wording import _, later
from flows import intake
from flows.closing import closing
from flows.slots.arrival import NAMED, RECEIVED
from flows.slots.moments import just_now
from flows.slots.people import PERSON
from flows.slots.reading import read
from flows.slots.remarks import SAID
from flows.slots.residence import RESIDENCE
from flows.slots.rights import RIGHTS
from flows.slots.tickets import YEAR, tickets_in
from flows.slots.writers import CAPACITY, WRITER
from flows.status import cases_of_ticket, numbers_in

_FEW_WORDS = 3
_LINK = re.compile(r"https?://\S{3,2000}")
_NONE = re.compile(
    r"(?:(?:there is|there's|there was|i have|we have|has|er is|er was|ik heb|we hebben) )?"
    r"(?:no|none|nope|n/?a|n\.a\.?|without|geen|nee|nvt|n\.v\.t\.?|zonder|brak)"
    r"(?: (?:ticket|number|nummer|ticket number|zgłoszenia|numeru))?[.!]?",
    re.IGNORECASE,
)


def _ticket(reading: Reading, scene: Scene) -> Fact[str] | None:
    if reading.mail.sender is not None:
        return reading.ticket
    told, bare = reading.ticket, tickets_in(reading, leads=scene.policy.is_support(scene.speaker.email))
    if told is not None and (told.value in bare or len(bare) != 1):
        return told
    return Fact(bare[0], bare[0], (0, 0), 0.8, "number") if len(bare) == 1 else None


def _no_ticket(_known: Known, _scene: Scene, _reading: Reading | None) -> tuple[Choice, ...]:
    return (Choice(value=NOT_SAID, label=_("No ticket")),)


def _take_ticket(text: str, scene: Scene) -> str | None:
    """The number or the link of the one ticket that an answer names; or that there is none."""
    told = text.strip()
    if told == NOT_SAID or _NONE.fullmatch(told) or knows_not(told):
        return NOT_SAID
    if told.endswith("?"):
        return None
    if (link := _LINK.search(told)) is not None:
        return link[0].rstrip(".,;")
    numbers = _numbers(told, scene)
    if numbers:
        return numbers[0] if len(numbers) == 1 else None
    return NOT_SAID if says_not(told) else None


def only_names_ticket(text: str, scene: Scene) -> bool:
    """Whether an answer is hardly more than the number of a ticket: "ref 4411"."""
    return len(text.split()) <= _FEW_WORDS and _take_ticket(text, scene) is not None and any(map(str.isdigit, text))


def _numbers(text: str, scene: Scene) -> tuple[str, ...]:
    """The numbers of tickets that an answer names: whatever has digits, and is nothing else that we know."""
    reading = read(text, scene)
    if len(text) > LONGEST:
        return ()
    if reading.ticket is not None:
        return tickets_in(reading)
    others = [fact.quote for fact in (reading.phone, reading.account_id, reading.email) if fact is not None]
    told = [one for one in numbers_in(text) if not YEAR.fullmatch(one) or one == text]  # "the one from 2025"
    numbers = (as_ticket(number) for number in told if not any(number in other for other in others))
    return tuple(dict.fromkeys(number for number in numbers if number))


def _may_be_ticket(text: str, scene: Scene) -> tuple[Choice, ...]:
    """The tickets between which an answer wavers: "4411 or 4412"."""
    wavers = not phrases("either").isdisjoint(plain(text).split())
    return tuple(Choice(value=one, label=one) for one in _numbers(text, scene)) if wavers else ()


def _why_no_ticket(text: str, scene: Scene) -> str | None:
    if len(_numbers(text, scene)) > 1:
        return _("Each ticket gets a case of its own. Tell me one of them now, and hand me the other afterwards.")
    return None if text.rstrip().endswith("?") else _("A ticket has a number. If there is none, press “No ticket”.")


TICKET: Slot[str] = Slot(
    "ticket",
    str,
    later("Ticket"),
    later("Which ticket is it? Its number, or a link."),
    hears=_ticket,
    takes=_take_ticket,
    guesses=_may_be_ticket,
    puzzles=_why_no_ticket,
    shows=lambda ticket: _("none") if ticket == NOT_SAID else ticket,
    choices=_no_ticket,
)


def _known_cases(known: Known, scene: Scene) -> list[CaseView]:
    ticket = known.get(TICKET)
    return cases_of_ticket(ticket, scene) if ticket is not None and ticket != NOT_SAID else []


def _matters(known: Known, scene: Scene, _reading: Reading | None) -> tuple[Choice, ...]:
    known_ones = _known_cases(known, scene)[:MOST_MATTERS]
    same = (Choice(value=c.reference, label=_("The matter of {reference}", reference=c.reference)) for c in known_ones)
    return (*same, Choice(value=NEW, label=_("A new matter")))


MOST_MATTERS = 4  # cases of one ticket that are offered

# A ticket that led to a case before: handing it over again is asked about, so that no second case is opened by mistake.
MATTER: Slot[str] = Slot(
    "ticket.matter",
    str,
    "",
    later("This ticket led to a case before. Is it the same matter?"),
    hint=later("What is new in it is added to the case. Another matter gets a case of its own."),
    choices=_matters,
    assumes=lambda known, scene: None if _known_cases(known, scene) else NEW,
    field="choice",
)

# As in the intake, but nothing is asked: what the ticket doesn't tell stays open.
_PERSON = replace(PERSON, assumes=lambda _known, _scene: Person())
# Where they name a day on which it may have come in, or a time, that is asked: a day too late would be a date too late.
_RECEIVED = replace(RECEIVED, assumes=lambda known, scene: None if NAMED in known else just_now(scene))
_RESIDENCE = replace(RESIDENCE, assumes=lambda _known, _scene: "unknown")
_WRITER = replace(WRITER, assumes=lambda _known, _scene: Person())


def path(known: Known) -> Iterator[Slot[Any]]:
    yield TICKET
    yield RIGHTS
    yield MATTER
    yield _PERSON
    yield CAPACITY
    yield _WRITER
    yield _RECEIVED
    yield _RESIDENCE
    if SAID in known:
        yield SAID


def open_ticket(draft: Draft, slots: tuple[Slot[Any], ...], scene: Scene) -> tuple[OpenCase, ...]:
    """The command that records the case, with the ticket's number and link, if there is one."""
    told = Known(draft.answers)[TICKET]
    if told != NOT_SAID and draft.arrival == Arrival.CHAT:
        draft = replace(draft, arrival=Arrival.TICKET)
    link = told if told.startswith("https://") else None
    number = _number_in(told) if told != NOT_SAID else None
    matter = Known(draft.answers).get(MATTER)
    same = matter if matter != NEW else None
    answered = tuple(slot for slot in slots if slot not in (TICKET, MATTER))
    return tuple(
        replace(
            command,
            subject=_without_numbers_of_tickets(command.subject, scene, draft.text),
            ticket=number or command.ticket,
            ticket_link=command.ticket_link or link,
            joins=same or command.joins,
            same_matter=same is not None,
        )
        for command in intake.open_case(draft, answered, scene)
    )


def _without_numbers_of_tickets(person: Person, scene: Scene, text: str) -> Person:
    """The person without what was taken for a phone or an account and is a row of tickets: "80120 80121 same man"."""
    tickets = tickets_in(read(text, scene), leads=scene.policy.is_support(scene.speaker.email)) if text else ()
    rows = {part: value for part in ("phone", "account") if (value := getattr(person, part)) is not None}
    return replace(person, **{part: None for part, value in rows.items() if {*value.split()} <= {*tickets}})


def _number_in(told: str) -> str | None:
    """The number itself, or the one with which a link ends."""
    if not told.startswith(("https://", "http://")):
        return told
    last = urlsplit(told).path.rstrip("/").rpartition("/")[2]
    return as_ticket(last) or None if any(map(str.isdigit, last)) else None


ESCALATION = Flow(
    name="escalation",
    path=path,
    title=later("A ticket for the privacy team"),
    about=intake.about,
    confirm="",
    finish=open_ticket,
    closing=closing,
    ahead=(_PERSON, _RECEIVED, _RESIDENCE, RIGHTS),
    said=SAID,
)
