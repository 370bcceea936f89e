"""Numbers that name something: our case, a support ticket and its link, the person's customer or account number.

Each number of a text is told by plain rules (`rules.py`) and by a model of what stands around it (`meanings.py`). What
the rules say holds, unless the model finds it most unlikely; where they say nothing, the model's word is taken if it is
sure.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple
from unicodedata import decimal

from bot.understanding.numbers.called import Called, called, is_dialled
from bot.understanding.numbers.codes import TICKETS, Code, accounts_with_banks, addresses, codes
from bot.understanding.numbers.columns import columns_of
from bot.understanding.numbers.dialogues import is_answered
from bot.understanding.numbers.handles import handles
from bot.understanding.numbers.meanings import Meaning, Meanings, Told, meanings
from bot.understanding.numbers.rules import (
    Rule,
    has_digits,
    is_of_clients_town,
    is_of_town,
    may_be_handed_up,
    of_others,
    ruled,
    told_beside,
)
from bot.understanding.numbers.surroundings import surroundings
from bot.understanding.reading import Fact
from bot.understanding.stretches import overlaps
from bot.understanding.words import fold_text

# Chances below which the model stops a rule, and from which its own word is taken
MOST_UNLIKELY = Told(ticket=0.1, case=0.2, account=0.1)
SURE = Told(ticket=0.55, case=0.6, account=0.45)
# What speaks against them, where the model alone speaks for them
_ANOTHER: dict[Meaning, Callable[[str, Code], bool]] = {
    Meaning.TICKET: is_of_clients_town,
    Meaning.CASE: of_others,
    Meaning.ACCOUNT: lambda text, code: is_answered(text, code) or is_of_clients_town(text, code),
}
# Chance of a ticket from which the only number of what is handed up is one, and how surely
HANDED_UP, _AS_HANDED_UP = 0.15, 0.6
_LEAST = 4  # digits of a number that is nothing else
_WHOSE = re.compile(r"^[A-Z]{2,4} ")  # the name of a system before a ticket's number
_TIME = re.compile(r":?[\d-]{1,20}:\d|:\d")  # one goes on, or ends
_LINK = re.compile(r"https?://[^\s<>\"')\]]{1,2000}")
_OF_TICKETS = re.compile(
    r"ticket|issue|case|incident|agent/|conversation|browse|zendesk|freshdesk|intercom|helpdesk|support", re.IGNORECASE
)


class References(NamedTuple):
    """The numbers that a text names, each once, so that none is taken for another."""

    case: Fact[str] | None  # of ours, in capitals
    ticket: Fact[str] | None  # without '#'
    account: Fact[str] | None
    named: tuple[tuple[int, int], ...] = ()  # where all stand that are meant or called something, but no phone


def references(text: str) -> References:
    """The case of ours, the support ticket, and the person's customer or account number."""
    named = accounts_with_banks(text)
    found = numbers(text, named)
    if not found:
        return References(None, None, None, tuple(named))
    told = [*by_model(text, found, meanings())]
    rules = [*by_rule(text, found)]
    meant = _chosen(text, found, rules, told)
    facts = {m: _fact(found[i], m, rules[i], told[i]) for m, i in meant.items()}
    named += [(found[i].start, found[i].end) for i in meant.values()]
    for code, rule in zip(found, rules, strict=True):
        if code.kind not in (None, Called.PHONE) or (code.handle and rule is not None):
            named.append((code.start, code.end))
    case, ticket, account = (facts.get(m) for m in (Meaning.CASE, Meaning.TICKET, Meaning.ACCOUNT))
    return References(case, ticket, account, tuple(sorted({*named})))


def numbers(text: str, banks: Sequence[tuple[int, int]]) -> list[Code]:
    """The numbers and user names of a text, in their order, but no bank accounts."""
    links = addresses(text)
    others = sorted((*banks, *links))
    names = [name for name in handles(text) if not overlaps(others, name.start, name.end)]
    taken = [(name.start, name.end) for name in names]
    rest = (code for code in codes(text, links) if not overlaps(taken, code.start, code.end))
    found = sorted((*names, *rest), key=lambda code: code.start)
    columns = columns_of(text)
    found = [code for code in found if not (code.handle and columns.is_head(code)) and not _is_channel(code)]
    found = [code._replace(kind=called(text, code.start)) for code in found]
    return [columns.name(code) for code in found]


def _is_channel(code: Code) -> bool:
    """Whether it is the name of a chat's channel: "#random-2023"."""
    letters = code.value.partition("-")[0]
    return code.hashed and letters.isalpha() and letters.islower() and letters.upper() not in TICKETS


def chosen(text: str, found: Sequence[Code], by: Meanings) -> dict[Meaning, int]:
    """The place of the number that is meant by each meaning, if any is: each number has one."""
    return _chosen(text, found, [*by_rule(text, found)], [*by_model(text, found, by)])


def seen(text: str, found: Sequence[Code]) -> Iterator[set[str]]:
    """What the model sees of each number."""
    folded = fold_text(text) if found else ""
    for place, code in enumerate(found):
        yield surroundings(folded, found, place, [*told_beside(text, code)])


def by_model(text: str, found: Sequence[Code], by: Meanings) -> Iterator[Told]:
    """What the model says of each number."""
    return map(by.tell, seen(text, found))


def by_rule(text: str, found: Sequence[Code]) -> Iterator[Rule | None]:
    """What the rules say of each number."""
    return (ruled(text, code) for code in found)


def _chosen(text: str, found: Sequence[Code], rules: Sequence[Rule | None], told: Sequence[Told]) -> dict[Meaning, int]:
    meant: dict[Meaning, int] = {}
    values = [code.value.upper() for code in found]
    alike = dict[str, list[Told]]()
    for value, chances in zip(values, told, strict=True):
        alike.setdefault(value, []).append(chances)
    told = [_of_all(alike[value]) for value in values]
    taken = set[str]()  # a number that stands at several places means one thing
    for _, _, i, meaning in sorted((r.rank, -told[i][r.meaning], i, r.meaning) for i, r in enumerate(rules) if r):
        rule = rules[i]
        firm = found[i].headed or (rule is not None and rule.firm)
        sure = firm or told[i][meaning] >= MOST_UNLIKELY[meaning]
        if sure and meaning not in meant and values[i] not in taken:
            meant[meaning] = i
            taken.add(values[i])
    surely = sorted((-chances[m], i, m) for i, chances in enumerate(told) for m in Meaning if chances[m] > SURE[m])
    for _, i, meaning in surely:
        if meaning in meant or values[i] in taken or _is_too_little(found[i]) or _is_phone(text, found[i]):
            continue
        if meaning is not Meaning.ACCOUNT and not has_digits(found[i]):
            continue
        if meaning not in _ANOTHER or not _ANOTHER[meaning](text, found[i]):
            meant[meaning] = i
            taken.add(values[i])
    return meant


def _of_all(told: Sequence[Told]) -> Told:
    """The chances of a number that stands at several places."""
    return Told(*(sum(column) / len(told) for column in zip(*told, strict=True)))


def _is_too_little(code: Code) -> bool:
    """Whether a number is too short to be told by what stands around it alone: "in case 120 people come"."""
    return code.small or (code.value.isdigit() and len(code.value) < _LEAST)


def _is_phone(text: str, code: Code) -> bool:
    """Whether it is called a phone's number and has the form of one."""
    return code.kind is Called.PHONE and is_dialled(text, code.start)


def ticket_handed_up(text: str, told: References) -> Fact[str] | None:
    """The ticket of who hands something up and calls its number nothing: "please take 87711", "privacy, 90317 is
    yours". The only number of the text that may be one, beside those that were told; where there is none, what was
    taken for a case of ours."""
    found = numbers(text, accounts_with_banks(text))
    account, case = (fact and fact.span for fact in (told.account, told.case))
    perhaps = [
        (code, chances)
        for code, chances in zip(found, by_model(text, found, meanings()), strict=True)
        if (code.start, code.end) != account and may_be_handed_up(code) and not _is_anything_else(text, code)
    ]
    beside_case = [(code, chances) for code, chances in perhaps if (code.start, code.end) != case]
    if not beside_case and told.case is not None and not _may_be_ours(told.case.value):
        beside_case = perhaps
    if len({code.value for code, _ in beside_case}) != 1:
        return None
    code, chances = beside_case[0]
    if chances.ticket < max(HANDED_UP, chances.account):
        return None
    return Fact(code.value, code.value, (code.start, code.end), _AS_HANDED_UP, "reference")


def _may_be_ours(case: str) -> bool:
    """Whether a case's number has letters: no rule takes one without them for ours."""
    return not case.replace(" ", "").isdecimal()


def each_once(told: References, phone: Fact[str] | None) -> References:
    """The same without an account that is a part of a phone's number ("my new number is 06 2281 4470"), and without a
    case that is the ticket handed up."""
    account, case = told.account, told.case
    if account is not None and phone is not None and overlaps([phone.span], *account.span):
        account = None
    if case is not None and told.ticket is not None and case.span == told.ticket.span:
        case = None
    return told._replace(account=account, case=case)


def _is_anything_else(text: str, code: Code) -> bool:
    """Whether it is a phone's number, or its end, a town's ("10115 Berlin"), or a part of a time ("14:00-14:30")."""
    in_time = _TIME.match(text, max(0, code.start - 1)) is not None
    return in_time or is_dialled(text, code.start) or is_of_town(text, code)


def case_reference(text: str) -> Fact[str] | None:
    """Our own case number, such as DSR-2026-0042."""
    return references(text).case


def ticket_link(text: str, number: str | None) -> Fact[str] | None:
    """A link to the ticket in the support tool: one that says so, or that holds the ticket's number."""
    if "://" not in text:
        return None
    links = list(_LINK.finditer(text))
    named = next((link for link in links if number and number in link[0]), None)
    link = named or next((link for link in links if _OF_TICKETS.search(link[0])), None)
    return Fact(link[0], link[0], link.span(), 0.95 if named else 0.9, "reference") if link else None


def _fact(code: Code, meaning: Meaning, rule: Rule | None, chances: Told) -> Fact[str]:
    sure = 0.95 - 0.1 * rule.rank if rule is not None and rule.meaning is meaning else chances[meaning]
    value = code.value.upper() if meaning is Meaning.CASE else code.value
    value = _WHOSE.sub("", value) if meaning is Meaning.TICKET else value
    if not value.isascii():  # "٤٤٨١٢"
        value = "".join(str(decimal(sign)) if sign.isdecimal() else sign for sign in value)
    return Fact(value, code.value, (code.start, code.end), sure, "reference")
