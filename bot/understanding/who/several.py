"""Several people in one message: a list of names with their addresses, also in a sentence, or of addresses alone."""

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.understanding.reading import MailReading, Sender, Zone
from bot.understanding.stretches import stretches
from bot.understanding.who.addressed import Address, Said, addresses_in
from bot.understanding.who.addresses import company_domains, in_domains, is_own
from bot.understanding.who.alike import same_person
from bot.understanding.who.callings import cue_before, is_of_writer
from bot.understanding.who.cues import Cue
from bot.understanding.who.named import named_in
from bot.understanding.who.names import (
    AND,
    LINK,
    NAME,
    PIECE,
    is_given,
    is_ordinary,
    is_title,
    key_of,
    words_from,
)
from bot.understanding.wordlists import word_lists
from bot.understanding.words import fold

MOST = 20_000  # characters of a message in which lists are looked for
_LISTED = re.compile(
    rf"^\s{{0,9}}(?P<mark>[-*•·]|\d{{1,3}}[.)])?\s{{0,9}}(?P<name>{NAME.pattern})\s{{0,9}}"
    r"[,;:<(|\t –-]{1,9}\s{0,9}(?P<email>[\w.+-]{1,64}@[\w.-]{3,100}\w)"
)
# What stands between two addresses of a list
_BETWEEN = re.compile(rf"[\s,;>)]{{0,9}}(?:{AND}\s)?[\s*•·<(–-]{{0,9}}(?:\d{{1,3}}[.)]\s)?")
# What stands between a name and its address, and between one with its address and the next: "(", ") and his wife "
_TO_ADDRESS = re.compile(r"[ \t]{0,2}[(<\[,:–-]{0,2}[ \t]{0,2}(?:e-?mail:? )?")
_TO_NEXT = re.compile(
    rf"[)>\]]?(?:,| ?;)? (?:(?:{AND}|sowie)(?: also| ook| auch)? )?"
    r"(?:[^\W\d_]{2,9} ){0,2}(?:[^\W\d_]{1,5}\.? )?"
)
_LED = re.compile(
    r"(?::|\b(?:of|van|von|de|di|da|do|dane))\s+(?:\w{1,5}\.? )?$"
)  # where writers speak of themselves, too
_AHEAD = 80  # characters before an address in which the name that it belongs to stands
_SAID_BEHIND = 25  # characters behind an address in which it is said that they want something
# "Ann Bell (71016)", "Bob (cust 71017)"; no year, no age
_NUMBERED = re.compile(
    rf"(?P<title>[^\W\d_]{{1,6}}\.? )?(?P<name>{PIECE}(?: (?:{LINK} )?{PIECE}){{0,3}}) ?"
    r"\([^()\d\n]{0,20}(?!(?:19|20)\d\d\))(?P<number>(?:[A-Z]{1,5}-?)?\d[\d .-]{2,14}\d)\)"
)
_FEWEST = 2  # addresses of a list
_LEAST_ALIKE = 3  # letters with which the mailboxes of one person begin


def persons_of(mail: MailReading, own_domains: frozenset[str], *, representative: bool) -> tuple[Sender, ...]:
    """Two or more people in one message, where a colleague or an agent lists them; else empty. Who is of `own_domains`
    is none of them. What customers list of themselves are witnesses, friends, and those they write to: it counts only
    where they stand in the list themselves."""
    if "@" not in mail.text:
        return ()
    own = own_domains | company_domains(mail)
    customer = _customer(mail, own)
    found: dict[str, Sender] = {}
    for zone in (Zone.BODY, Zone.NOTE):
        listed = [
            who
            for start, end in stretches(mail, zone, MOST)
            for who in _listed(mail.text, start, end)
            if who.email and not in_domains(who.email, own)
        ]
        among = customer is not None and any(who.email == customer.email for who in listed)
        if zone is Zone.BODY and customer is not None and not representative and not among:
            continue
        if zone is Zone.NOTE and listed and customer is not None and customer.email:
            found.setdefault(customer.email, customer)
        for who in listed:
            found.setdefault(who.email or "", who)
    return tuple(found.values()) if len(found) > 1 else ()


def numbered_each(text: str) -> bool:
    """Whether several people are told, each with a number in brackets: none of these is the person's."""
    if text.count("(", 0, MOST) < _FEWEST:
        return False
    found = dict[str, str]()
    for match in _NUMBERED.finditer(text, 0, MOST):
        first, *more = match["name"].split()
        titled = bool(match["title"]) and is_title(match["title"].strip())
        if not is_ordinary(first) and (more or titled or is_given(first)):
            found.setdefault(match["number"], match["name"])
    return len(set(found.values())) >= _FEWEST


def _listed(text: str, start: int, end: int) -> list[Sender]:
    """A line that begins with a name and its address is a list of one: others may follow in that line."""
    lines = list(_named(text[start:end]))
    return lines if len(lines) >= _FEWEST else _joined(text, start, end) or lines or _bare(text, start, end)


def _customer(mail: MailReading, own: frozenset[str]) -> Sender | None:
    """Who sent the mail, unless it is a colleague."""
    if mail.sender is None:
        return None
    email = (mail.sender.value.email or "").lower()
    return None if email and is_own(email, own) else Sender(mail.sender.value.name, email or None)


def _named(text: str) -> Iterator[Sender]:
    """The lines "Name <address>", "- Name, address", but for those under "handled by:" or "cc:"."""
    others = False
    for line in text.splitlines() if "@" in text else ():
        match = _LISTED.match(line[:400]) if "@" in line else None
        if match is None:
            if line.strip():
                others = line.rstrip().endswith(":") and cue_before(line[-60:]) is Cue.OTHER
            continue
        first, *more = match["name"].split()
        # "- Bo Berg, ...", though "bo" is a Polish word
        if not others and ((match["mark"] and more) or not is_ordinary(first)):
            yield Sender(match["name"].strip(), match["email"].lower())


def _joined(text: str, start: int, end: int) -> list[Sender]:
    """People in one sentence, each with an address: "Ann Bell (ann@...) and Bob Low (bob@...)"; neither those of the
    staff, nor one person with two."""
    if text.count("@", start, end) < _FEWEST:
        return []
    run: list[tuple[str, int, Address]] = []
    for address in addresses_in(text, start, end):
        low, high = _name_before(text, start, address.span[0])
        if low == high:
            continue
        if run and not _goes_on(text, run[-1][2].span[1], low, address.span[1]):
            if len(run) >= _FEWEST:
                break
            run = []
        run.append((text[low:high], low, address))
    aside = (Said.RIGHT, Said.WRONG, Said.ELSEWHERE, Said.AWAY, Said.MINE)
    if len(run) < _FEWEST or any(address.said in aside for _, _, address in run):
        return []
    before = text[max(start, run[0][1] - _AHEAD) : run[0][1]]
    if cue_before(before) is Cue.OTHER or (is_of_writer(fold(text[start:end])) and not _LED.search(before)):
        return []  # "you shared my data with Ann Bell (...) and ..."
    if same_person(run[0][0], run[1][0]) or _of_one([address for _, _, address in run]):
        return []
    return [Sender(name, address.value) for name, _, address in run]


def _goes_on(text: str, end: int, low: int, high: int) -> bool:
    """Whether the next one, from `low` to `high`, is named together with the one before, or each is said to want
    something: "Ann Bell (...) wants a copy, her husband Tom Bell (...) wants his data deleted"."""
    if _TO_NEXT.fullmatch(text, end, low):
        return True
    between, behind = text[end:low], text[high : high + _SAID_BEHIND]
    return len(between) <= _AHEAD and "\n" not in between and _wants(between) and _wants(behind)


def _wants(text: str) -> bool:
    return any(word in word_lists("people")["wants"] for word in fold(text).split())


def _name_before(text: str, start: int, at: int) -> tuple[int, int]:
    """Where the name stands right before an address; nowhere, where none does."""
    begin = max(start, at - _AHEAD)
    for low, high, _ in reversed(list(named_in(text, begin, at))):
        return (low, high) if _TO_ADDRESS.fullmatch(text, high, at) else (at, at)
    return at, at


def _bare(text: str, start: int, end: int) -> list[Sender]:
    """Addresses one after the other, of different people: nobody calls them their own, nor his or hers."""
    if text.count("@", start, end) < _FEWEST:
        return []
    addresses = addresses_in(text, start, end)
    run: list[Address] = []
    for one, other in pairwise(addresses):
        if other.span[0] - one.span[1] < 20 and _BETWEEN.fullmatch(text, one.span[1], other.span[0]):
            run = [*run, other] if run and run[-1] is one else [*run, one, other]
    aside = (Said.RIGHT, Said.WRONG, Said.ELSEWHERE, Said.AWAY, Said.MINE)
    if not run or any(address.said in aside for address in run) or _of_one(run):
        return []
    said = {key_of(word[0]) for word in words_from(text, start, end, most=400)}
    if said & word_lists("addresses")["one"]:
        return []
    return [Sender(None, address.value) for address in run]


def _of_one(run: list[Address]) -> bool:
    """Whether the mailboxes are called alike, so that they are one person's."""
    return len({address.value[:_LEAST_ALIKE] for address in run}) == 1
