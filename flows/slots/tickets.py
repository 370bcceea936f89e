"""Several tickets that are named as one list: "tickets 6101, 6102 and 6103"."""

import re
from itertools import pairwise

from bot.understanding.numbers.called import Called, called
from bot.understanding.numbers.codes import Code
from bot.understanding.numbers.references import references, ticket_handed_up
from bot.understanding.numbers.rules import stands_before_town
from bot.understanding.reading import Meta, Reading
from bot.understanding.replies.answers import LONGEST, adds_more, phrases, plain, says_the_same, speaks_of
from bot.understanding.replies.asides import counts_time
from bot.understanding.replies.digit_days import days_and_months
from bot.understanding.replies.named_rights import named
from bot.understanding.replies.remarks import behind_all
from bot.understanding.wordlists import word_lists
from flows.slots.ranges import spelt_out
from flows.slots.wishes import names_a_wish

MOST = 100  # of one message that get a case each
FIRST, FIRST_WORDS = 30, 5  # characters, and words of them, that may hand a ticket over
FEWEST_BEHIND = 2  # words behind a number that stands first
SHORTEST = 3  # digits of a number that nothing calls a ticket
NUMBER = re.compile(r"(?<![\w.-])#?([^\W\d_]{0,10}[-/]?)(\d{2,12})(?![\w-])")
_TWO = 2  # numbers of which something is said of both
_ALIKE = -2  # all but the last two digits: of numbers that were given one soon after the other
_LONGEST_GROUP = 4  # digits of one that a longer number is written in
_CLAUSE, _NEAR = re.compile(r"[,;.!?()\n]"), 60  # of a number: characters before it
_OF_TOWNS = (4, 5)  # digits of most towns
_PART = re.compile(r"[,;!?()\n]")
_SIGNS = re.compile(r"[\s,;+&/#:]*")
YEAR = re.compile(r"(?:19|20)\d\d")
_CALLED = frozenset(("ticket", "tickets", "nr", "no", "number"))


def tickets_in(reading: Reading, *, leads: bool = False) -> tuple[str, ...]:
    """The tickets of a list that holds the one that was read; that one alone where there is no list. `leads`: a number
    with which a few words begin is one, too; "chat 27/02" names none."""
    reading = spelt_out(reading).reading
    ticket, text = reading.ticket, reading.text
    if ticket is None or days_and_months(ticket.value) or (leads and _is_compared(ticket.value, text)):
        return _bare(reading, leads)
    if len(text) > LONGEST or ticket.value.startswith("http"):
        return (ticket.value,)
    found = [one for one in NUMBER.finditer(text) if not _is_called_else(one)]
    at = next((n for n, one in enumerate(found) if one.start() <= ticket.span[0] <= one.end()), None)
    if at is None:
        return (ticket.value,)
    first = last = at
    while first > 0 and _go_together(text, found[first - 1], found[first]):
        first -= 1
    while last + 1 < len(found) and _go_together(text, found[last], found[last + 1]):
        last += 1
    if (
        len(found) == 2
        and found[0][1] == found[1][1]
        and len(found[0][2]) == len(found[1][2])
        and speaks_of(text, "both")
    ):
        first, last = 0, 1  # "6101 is by the same man as 6102, both want deletion"
    listed = [one[0].lstrip("#") for one in found[first : last + 1]]
    return tuple(dict.fromkeys(listed))[:MOST] if len(listed) > 1 else (ticket.value,)


def _is_called_else(number: re.Match[str]) -> bool:
    """Whether the words before a number call it something else than a ticket: "order 99120, ticket 71063"."""
    return called(number.string, number.start(2)) not in (None, Called.TICKET, Called.CASE)


def beside(ticket: str, words: str) -> str:
    """What few words say beside a ticket's number and what it is called."""
    return " ".join(word for word in plain(words.replace(ticket, " ")).split() if word not in before_tickets())


def _bare(reading: Reading, leads: bool) -> tuple[str, ...]:
    """The number, or the list of numbers, of a few words that hand a ticket over without saying what it is: "esc 4411".
    None where there are others besides, or one that is something else."""
    begins = leads and _begins_with_one(reading.text)
    hands = reading.meta is Meta.ESCALATION or hands_over(reading.text) or begins
    if len(reading.text) > LONGEST:
        return ()
    if not hands:
        return (_of_reference(reading.text) or _only_one(reading) or _only_row(reading)) if leads else ()
    others = [fact.quote for fact in (reading.phone, reading.account_id, reading.email) if fact is not None]
    others = [quote for quote in others if not _is_row(quote)]
    found = [one for one in NUMBER.finditer(reading.text) if len(one[2]) >= SHORTEST and not is_compared(one)]
    found = [*found[:1], *(one for one in found[1:] if not (begins and YEAR.fullmatch(one[2])))]
    found = [*found[:1], *(one for one in found[1:] if not is_of_another_thing(one))]
    if any(one[0].lstrip("#") in other for one in found for other in others):
        return ()
    before = plain(reading.text[: found[0].start()]).split() if found else []
    if before and not begins and before[-1] not in before_tickets():
        return ()  # "esc he paid 4411"
    behind = reading.text[found[-1].end() :].strip(" :,") if found else ""
    several = behind_all(behind) is not None  # "7301 9402: both want out"
    if not several and _is_in_groups(reading.text, found):
        return (reading.text[found[0].start() : found[-1].end()].lstrip("#"),)
    if any(not _go_together(reading.text, *pair, several=several) for pair in pairwise(found)):
        return ()
    return tuple(dict.fromkeys(one[0].lstrip("#") for one in found))[:MOST]


def _only_one(reading: Reading) -> tuple[str, ...]:
    """The one number of what support asks for in whatever words, where nothing speaks against its being the ticket's:
    "could somebody look at 53600? The customer wants ..."."""
    if not (reading.rights or reading.unsure or reading.meta is Meta.STATUS_QUERY):
        return ()
    found = ticket_handed_up(reading.text, references(reading.text))
    return (found.value,) if found is not None else ()


def _only_row(reading: Reading) -> tuple[str, ...]:
    """The same of several that were given one after the other: "pls take 60230 60231 60240 - all three opt out"."""
    found = list(NUMBER.finditer(reading.text))
    others = [
        fact.quote for fact in (reading.phone, reading.account_id) if fact is not None and not _is_row(fact.quote)
    ]
    long = all(len(one[2]) > _LONGEST_GROUP for one in found)
    if len(found) < _TWO or not long or others or not (reading.rights or reading.unsure):
        return ()
    together = all(_go_together(reading.text, *pair) for pair in pairwise(found))
    return tuple(dict.fromkeys(one[0].lstrip("#") for one in found))[:MOST] if together else ()


def _is_compared(ticket: str, text: str) -> bool:
    if len(text) > LONGEST:
        return False
    return any(one[0].lstrip("#") == ticket and is_compared(one) for one in NUMBER.finditer(text))


def is_compared(number: re.Match[str]) -> bool:
    """Whether a ticket's number only tells of which other matter somebody is known: "same customer as 52035"."""
    text = number.string
    words = plain(_CLAUSE.split(text[max(0, number.start() - _NEAR) : number.start()])[-1]).split()
    if not words or words[-1] not in phrases("behind_the_same") or phrases("compares").isdisjoint(words):
        return False
    return not (speaks_of(text, "both") or speaks_of(text, "each_of_all"))  # "same person as 52035, both want out"


def is_of_another_thing(number: re.Match[str]) -> bool:
    """Whether it is a town's, or what stands right before calls it something else: "50668 Köln", "order no. 71002"."""
    text, start = number.string, number.start()
    if len(number[2]) in _OF_TOWNS and stands_before_town(text, Code(number[0], start, number.end())):
        return True
    clause = _PART.split(text[max(0, start - _NEAR) : start])[-1]
    return called(clause + number[0], len(clause)) is Called.OTHER


def _is_row(quote: str) -> bool:
    """Whether what was read as one number is a row of several that were given one after the other: "53610 53611"."""
    found = list(NUMBER.finditer(quote))
    return len(found) > 1 and all(_go_together(quote, *pair) for pair in pairwise(found))


def _is_in_groups(text: str, found: list[re.Match[str]]) -> bool:
    """Whether digits are the groups of one number, "4471 0023", and no numbers that were given one after the other."""
    return len(found) > 1 and all(
        text[one.end() : other.start()] == " " and not other[1] and not _go_together(text, one, other)
        for one, other in pairwise(found)
    )


def lone_number(text: str) -> str | None:
    """The one number of next to no words that may be a ticket's, whatever they say of it: "88213", "vi passo 88213"."""
    found = [one for one in NUMBER.finditer(text[:LONGEST]) if len(one[2]) > SHORTEST and not YEAR.fullmatch(one[2])]
    beside = len(plain(text[:LONGEST]).split()) - 1
    return found[0][0].lstrip("#") if len(found) == 1 and beside < SHORTEST else None


def _of_reference(text: str) -> tuple[str, ...]:
    """The one number for which somebody needs a reference of ours, "may I have a ref for 5570?", or before which stands
    nothing but the name of what is wanted: "deletion for 5570, came in today"."""
    found = [one for one in NUMBER.finditer(text) if len(one[2]) > SHORTEST and not YEAR.fullmatch(one[2])]
    before = plain(text[: found[0].start()]).split() if len(found) == 1 else []
    of_it = bool(before) and before[-1] in phrases("of_number")
    wish = named(" ".join(before[:-1] if of_it else before)) if before else None
    asked = of_it and any(word in phrases("our_number") for word in before)
    return (found[0][0].lstrip("#"),) if asked or (wish is not None and wish[1]) else ()


def _begins_with_one(text: str) -> bool:
    """Whether a number that may be a ticket stands first, and words that say something follow: "4413 guy wants out",
    but not "404 error" nor "300 customers"."""
    first = next(NUMBER.finditer(text), None)
    if first is None or len(first[2]) < SHORTEST or YEAR.fullmatch(first[2]):
        return False
    before, behind = plain(text[: first.start()]).split(), plain(text[first.end() :]).split()
    rest = " ".join(behind)  # "and 4412 too", "4413 deletion"
    says = len(behind) >= FEWEST_BEHIND or adds_more(rest) or says_the_same(rest) or names_a_wish(rest)
    counts = bool(behind) and (
        counts_time(behind[0]) or behind[0] in phrases("counted")
    )  # "404 error", "300 customers"
    kinds = ("yes", "also", "apology", "afterthought", "of_number")
    known = before_tickets().union(*map(phrases, kinds))
    return says and not counts and all(word in known for word in before)


def before_tickets() -> frozenset[str]:
    """What may stand before the number of a ticket."""
    called = word_lists("names")["tickets"] | phrases("called_ticket")
    return phrases("escalates") | phrases("polite") | phrases("between") | called


def only_hands_over(reading: Reading) -> bool:
    """Whether a few words hand a ticket over and say nothing else: "esc 4412 pls"."""
    if not hands_over(reading.text) or not (tickets := tickets_in(reading)):
        return False
    rest = reading.text
    for ticket in tickets:
        rest = rest.replace(ticket, " ")
    return all(word in before_tickets() or word in phrases("beside_escalates") for word in plain(rest).split())


def hands_over(text: str) -> bool:
    """Whether one of its first words hands a ticket over: "esc 4411 ...", "I'd like to escalate 4411"."""
    return any(word in phrases("escalates") for word in plain(text[:FIRST]).split()[:FIRST_WORDS])


def _go_together(text: str, one: re.Match[str], other: re.Match[str], *, several: bool = False) -> bool:
    """Whether nothing but "and" or a comma stands between two numbers that look alike; a mere space does between such
    as nobody writes in groups: "ZD-7301 ZD-7302", "7301 7302", and where words say that they are `several`."""
    alike = one[1] == other[1] and len(one[2]) == len(other[2])
    if not alike or bool(YEAR.fullmatch(one[2])) != bool(YEAR.fullmatch(other[2])):
        return False
    between = text[one.end() : other.start()]
    words = plain(between).split()
    if any(word not in phrases("between") and word not in _CALLED for word in words):
        return False
    if between == " " and one[2] != other[2]:
        alike = several or one[2][:_ALIKE] == other[2][:_ALIKE] or len(one[2]) > _LONGEST_GROUP
        return bool(one[1]) or (len(one[2]) > SHORTEST and alike)
    return bool(words) or (bool(_SIGNS.fullmatch(between)) and bool(between.strip(" #:")))
