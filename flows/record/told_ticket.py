"""The ticket of a case on record that few words tell: "sorry, that's 4721", "the ticket is 4711"."""

from bot.cases.matter import as_ticket
from bot.cases.snapshot import CaseView
from bot.conversation.scene import Scene
from bot.understanding.replies.answers import LONGEST, phrases, plain
from bot.understanding.replies.right_number import number_instead
from flows.slots.tickets import before_tickets
from flows.status import cases_of_ticket, heard_of, same_number, tickets_named


def ticket_told(text: str, case: CaseView | None, scene: Scene) -> str | None:
    """The number that words say is the right one of a case, or the ticket of one that has none; None where they say
    anything else, the speaker may not hear of the case, or that ticket led to another."""
    if case is None or not heard_of([case], scene):
        return None
    instead = number_instead(text)
    if instead is not None and instead.wrong and case.ticket and not same_number(instead.wrong, case.ticket):
        return None  # of another case
    told = instead.right if instead is not None else _only_ticket(text) if case.ticket is None else None
    number = as_ticket(told or "")
    others = [other for other in cases_of_ticket(number, scene) if other.reference != case.reference] if number else []
    return number if number and not others else None


def _only_ticket(text: str) -> str | None:
    """The number of a few words that say nothing but which ticket it is: "ticket number is 4711"."""
    numbers = tickets_named(text) if len(text) <= LONGEST and not text.rstrip().endswith("?") else ()
    if len(numbers) != 1:
        return None
    words = [word for word in plain(text).split() if word not in plain(numbers[0]).split()]
    called = before_tickets() - phrases("escalates")
    known = called.union(phrases("called_number", "asides"), phrases("beside_number", "asides"))
    says_so = (
        not numbers[0].isdecimal()
        or not called.isdisjoint(words)
        or not phrases("called_number", "asides").isdisjoint(words)
    )
    return numbers[0] if says_so and all(word in known for word in words) else None
