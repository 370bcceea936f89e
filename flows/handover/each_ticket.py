"""Several tickets in one message each of which stands with words of its own: "4411 deletion, 4412 copy"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import pairwise

from bot.conversation.scene import Scene
from bot.rights import Right
from bot.understanding.reading import Fact, Reading
from bot.understanding.replies.answers import LONGEST, adds_more, joins, phrases, plain, says_the_same
from bot.understanding.replies.days import names_a_day
from bot.understanding.replies.ordered import noted
from bot.understanding.replies.remarks import behind_all
from bot.understanding.words import ADDRESS
from flows.slots.arrival import says_when
from flows.slots.ranges import spelt_out
from flows.slots.reading import read
from flows.slots.tickets import (
    MOST,
    NUMBER,
    SHORTEST,
    YEAR,
    before_tickets,
    hands_over,
    is_compared,
    is_of_another_thing,
    tickets_in,
)
from flows.slots.told_days import named_by_colleague, told_by_colleague
from flows.slots.wishes import names_a_wish, names_or_says_a_wish, wishes
from flows.status import cases_of_ticket

_CUT = re.compile(r"[,;\n&+|]+|//+|(?<=\s)[-–—](?=\s)|[.!](?=\s|$)|(?<=\s)[^\W\d_]+(?=\s)")
_TWO = 2
_SMALL = 2  # digits of how many there are: "3 new ones: 601 ..."
_SAID = re.compile(r"(?<=[,;.!])\s+|\n+")
_SIGN = re.compile(r"[,;.!\n]")
_BETWEEN = 2  # words between two numbers that are counted together
_TRIMMED = " \t\n,;&+|/–—"
_LONGEST_LIST = 8_000  # characters


@dataclass(frozen=True)
class OfTicket:
    """One of several tickets of a message, and what its own words tell."""

    ticket: str
    words: str
    rights: tuple[Right, ...] = ()  # that they name, or that are the same as of the one before
    received: Fact[datetime] | None = None
    days: tuple[date, ...] | None = None


def each_ticket(reading: Reading, scene: Scene, *, leads: bool) -> tuple[OfTicket, ...]:
    """The tickets of a few words each of which stands with words of its own. None where there are not several, or
    nothing is asked for.

    Args:
        leads: a number with which words begin is a ticket's.
    """
    text = reading.text
    if len(text) > LONGEST and not is_list(text):
        return ()
    if not (reading.ticket is not None or hands_over(text) or leads):
        return ()
    spelt = spelt_out(reading)
    groups = _groups(spelt.reading)
    if groups and not _leads_all(spelt.reading.text, groups):
        return ()
    several = tuple(dict.fromkeys(ticket for _before, _at, ticket in _starts(spelt.reading)))
    apart = len(several) > 1 and not {*several} <= {*tickets_in(reading, leads=leads)}
    if not groups and apart and len(ADDRESS.findall(text)) < _TWO:  # whose address it is could not be told, either
        return tuple(OfTicket(ticket, text) for ticket in several[:MOST])  # what is said of each cannot be told: asked
    if len(groups) == 1:
        each = _of_all_alike(groups[0], scene)
    elif any(group.wishes or says_the_same_too(group.said) for group in groups):
        each = tuple(_told(*_with_what_is_said_of_all(groups, scene), scene))
    else:
        return ()
    return tuple(replace(one, words=spelt.as_written(one.words)) for one in _together(each)[:MOST])


def _together(each: Sequence[OfTicket]) -> list[OfTicket]:
    """All that is said of each ticket, wherever it stands: "601 deletion, 602 deletion. 602 lives in Utah"."""
    found: dict[str, OfTicket] = {}
    for one in each:
        before = found.setdefault(one.ticket, one)
        if before is not one:
            rights = tuple(dict.fromkeys((*before.rights, *one.rights))) if before.rights else ()
            received, days = before.received or one.received, before.days or one.days
            found[one.ticket] = OfTicket(one.ticket, f"{before.words}\n{one.words}", rights, received, days)
    return list(found.values())


def is_list(text: str) -> bool:
    """Whether each line but the heads of its columns begins with a ticket: what a help desk exports."""
    lines = [line.strip(_TRIMMED + "|") for line in text.splitlines() if line.strip()]
    begin = [NUMBER.match(line) for line in lines]
    found = [one for one in begin[1:] if one is not None and len(one[2]) > SHORTEST]
    return 1 < len(found) == len(lines) - 1 <= MOST and len(text) <= _LONGEST_LIST


def _of_all_alike(group: "_Group", scene: Scene) -> tuple[OfTicket, ...]:
    """Several tickets of which one thing is said, the name of what all of them want: "61001, 61002: both deletion"."""
    what = behind_all(group.words.rpartition(group.tickets[-1])[2].strip(" .:;,!-"))
    rights = wishes(what, scene).plain if what is not None and names_or_says_a_wish(what) else ()
    return tuple(_told([group], "", scene, rights)) if len(group.tickets) > 1 and rights else ()


def _leads_all(text: str, groups: "Sequence[_Group]") -> bool:
    """Whether no number like them stands before the first of these tickets: it would be lost with its words."""
    first = text.find(groups[0].tickets[0])
    shapes = {(one[1].casefold(), len(one[2])) for group in groups for one in NUMBER.finditer(group.tickets[0])}
    before = [one for one in NUMBER.finditer(text, 0, max(first, 0)) if not is_compared(one)]
    return all((one[1].casefold(), len(one[2])) not in shapes for one in before)


@dataclass(frozen=True)
class _Group:
    """The tickets that share their words: "601 and 602 want deletion"."""

    tickets: tuple[str, ...]
    words: str

    @property
    def said(self) -> str:
        """The words beside the tickets, as they are written."""
        rest = self.words
        for ticket in self.tickets:
            rest = rest.replace(ticket, " ")
        return " ".join(word for word in rest.split() if plain(word) not in _before_them())

    @property
    def wishes(self) -> bool:
        """Whether a word of them may be a wish."""
        return names_or_says_a_wish(self.said)


def _groups(reading: Reading) -> list[_Group]:
    """The tickets with the words behind each, up to the next; none where one is named twice, but for those whose words
    are told one by one behind what is said of them together."""
    text, found, waiting = reading.text, list[_Group](), list[str]()
    starts = list(_starts(reading))
    opened = 0
    for (_before, begin, ticket), (end, _at, _next) in pairwise([*starts, (len(text), len(text), "")]):
        opened = opened if waiting else begin
        waiting.append(ticket)
        group = _Group(tuple(waiting), text[opened:end].strip(_TRIMMED))
        if plain(group.said) or end == len(text):
            found.append(group)
            waiting = []
    leads = [ticket for _b, _at, ticket in starts]
    if len({*leads}) < len(leads) and any(len(group.tickets) > 1 for group in found):
        return _one_by_one(found)
    named = [number[0].lstrip("#") for number in NUMBER.finditer(text)]
    if any(named.count(ticket) != leads.count(ticket) for ticket in leads):
        return []  # "..., all but 603 came today"
    return found


def _one_by_one(groups: list[_Group]) -> list[_Group]:
    """Each ticket with its own words behind those of all: "601 and 602 want out, 601 is Ann, 602 is Bo"."""
    of_all, *each = groups
    if len(of_all.tickets) < 2 or [group.tickets for group in each] != [(ticket,) for ticket in of_all.tickets]:
        return []
    said = of_all.said.strip(" .:;,+&/")
    return [_Group(one.tickets, f"{one.tickets[0]} {said}, {one.said}") for one in each]


def _starts(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Where what stands before each ticket that leads some words ends, where these begin, and its number."""
    shape, apart = None, None
    for number in NUMBER.finditer(reading.text):
        letters, digits = number[1].casefold(), len(number[2])
        if (digits < SHORTEST and not letters) or YEAR.fullmatch(number[2]) or is_compared(number):
            continue
        begin = _begin(reading.text, number, reading)
        alike = shape in (None, (letters, digits))
        if begin is None or not alike or is_of_another_thing(number) or (apart and _goes_with(apart, number, begin)):
            apart = number if alike else apart
            continue  # an amount, a phone
        shape = (letters, digits)
        yield *begin, number[0].lstrip("#")


def _goes_with(other: re.Match[str], number: re.Match[str], begin: tuple[int, int]) -> bool:
    """Whether "and" joins a number to one like it that leads none: "invoices 7301 and 7302", "900 points and 250"."""
    text = number.string
    between, joint = text[other.end() : begin[0]], text[begin[0] : begin[1]]
    near = len(between.split()) <= _BETWEEN and not _SIGN.search(between)
    return near and bool(joint) and not _SIGN.search(joint) and len(other[2]) == len(number[2])


def _begin(text: str, number: re.Match[str], reading: Reading) -> tuple[int, int] | None:
    """Where the words begin that a ticket's number leads, and where those before them end; None where it leads none:
    "order 7302"."""
    cuts = [cut for cut in _CUT.finditer(text, 0, number.start()) if _cuts(cut[0])]
    at = (cuts[-1].start() + (cuts[-1][0] in ".!"), cuts[-1].end()) if cuts else (0, 0)
    before = plain(text[at[1] : number.start()]).split()
    known = before_tickets() | phrases("also") | phrases("apology") | phrases("afterthought")
    if all(word in known for word in before):
        return at
    colon = text.rfind(":", at[1], number.start())
    known |= phrases("introduces")
    few = all(word in known or (word.isdecimal() and len(word) <= _SMALL) for word in before)
    if few and colon >= 0 and not text[colon + 1 : number.start()].strip("# "):
        return at[0], colon + 1  # "3 new ones: 601 ..."
    ticket = reading.ticket
    called = ticket is not None and ticket.span[0] <= number.end() and number.start() <= ticket.span[1]
    return at if called else None


def _before_them() -> frozenset[str]:
    """What stands beside the number of a ticket and says nothing; that another wants something, too, does."""
    return before_tickets() - phrases("also") - phrases("polite") | phrases("escalates")


def _cuts(sign: str) -> bool:
    return joins(sign) if sign.isalpha() else True


def _with_what_is_said_of_all(groups: list[_Group], scene: Scene) -> tuple[list[_Group], str]:
    """The groups without the end of the last one that is said of all of them: "both came in yesterday", or a day."""
    *others, last = groups
    lone = not any(names_a_day(group.said) for group in others)  # the one day may be that of all
    for cut in _SAID.finditer(last.words):
        rest = last.words[cut.end() :]
        if behind_all(rest.rstrip(".!")) is not None or (lone and names_a_day(rest) and says_when(rest, scene)):
            return [*others, _Group(last.tickets, last.words[: cut.start()].rstrip(_TRIMMED))], rest
    return groups, ""


def _told(groups: list[_Group], of_all: str, scene: Scene, alike: tuple[Right, ...] = ()) -> Iterator[OfTicket]:
    before: tuple[Right, ...] = ()
    for group in groups:
        rights = alike or _rights(group, before, scene)
        words = f"{group.words.rstrip('.!')}. {of_all}" if of_all else group.words
        when = read(f"{group.said.strip('.!:')}. {behind_all(of_all.rstrip('.!')) or of_all}", scene)
        received = told_by_colleague(when, scene)
        days = named_by_colleague(when, scene) if received is None else None
        for ticket in group.tickets:
            yield OfTicket(ticket, words, rights, received, days)
        before = rights or wishes(group.said, scene).plain


def _rights(group: _Group, before: tuple[Right, ...], scene: Scene) -> tuple[Right, ...]:
    """What they call by its name, or the same as of the one before: "4412 too"."""
    if (called := noted(group.said)) is not None:
        return (called[0],) if called[1] and called[0] is not Right.RESTRICTION else ()  # "4412 on hold"
    meant = wishes(group.said, scene)
    if names_a_wish(group.said):
        return tuple(dict.fromkeys((*before, *meant.plain))) if _says_the_same_and_more(group.said) else meant.plain
    return before if says_the_same_too(group.said) and not meant.said else ()


def says_the_same_too(said: str) -> bool:
    """Whether few words say that somebody wants the same, too: "auch", "same for his wife mia@x.example"."""
    first = plain(said).split()[:2]  # "as well"
    return says_the_same(said) or adds_more(" ".join(first))


def _says_the_same_and_more(said: str) -> bool:
    """Whether few words say that somebody wants the same and something besides: "same but also a copy"."""
    return says_the_same(said) and (adds_more(said) or any(map(joins, said.split())))


def all_on_record(each: Sequence[OfTicket], scene: Scene) -> bool:
    """Whether every ticket led to a case already, and no words ask for anything: "4711 called again, 4712 is angry"."""
    return bool(each) and all(not of.rights and cases_of_ticket(of.ticket, scene) for of in each)


def names_one_more(tickets: Sequence[str], text: str) -> bool:
    """Whether behind the number of a ticket a text says that somebody wants the same, too: "and 4412 too"."""
    return bool(tickets) and says_the_same_too(text.partition(tickets[-1])[2])
