"""The one entry: a mail in its zones goes in, everything that is believed about it comes out, each fact with its words.

What is asked for stands in `wanted.py`, who the person is in `who/person.py`; here they are put together with the
numbers, the day received, the home and the law, which all depend on each other.
"""

import gc
import re
from datetime import date
from functools import cache
from zoneinfo import ZoneInfo

from bot.understanding import breaches
from bot.understanding.forms.boxes import boxes, without_unticked
from bot.understanding.language import LANGUAGES
from bot.understanding.mail import calendar_words, read_text
from bot.understanding.mail.speakers import speaks_of_me
from bot.understanding.numbers.meanings import meanings
from bot.understanding.numbers.references import References, each_once, references, ticket_handed_up, ticket_link
from bot.understanding.quoted import read_with_quoted
from bot.understanding.reading import Fact, Flag, MailReading, Meta, Reading, Zone
from bot.understanding.received import is_passed_on, of_entry, received_on, told_earlier
from bot.understanding.rights.laws import OTHER, LawNamed, in_the_eu, laws_named
from bot.understanding.rights.lexicon import lexicon
from bot.understanding.rights.message import Message
from bot.understanding.rights.network import network
from bot.understanding.rights.scorer import weights
from bot.understanding.wanted import wanted_in
from bot.understanding.where.places import places
from bot.understanding.who.person import Person, is_anothers, person_of
from bot.understanding.who.several import numbered_each, persons_of
from bot.understanding.words import fold

LONGEST = 100_000  # characters in which references and laws are looked for
_FIRST = (  # a chat line that asks in strong words and tells a name, and a mail with a note, a header and dates
    "ana diaz here, I am desperate, you idiots, delete my data, under the GDPR, I rang on 3 March 2026",
    "see below\n\nFrom: Ana <ana@x.example>\nSent: Thu, 5 Mar 2026 10:15\nTo: x@x.example\nSubject: hello\n\n"
    "Delete my data. I live in Leeds and wrote on 3 March.",
)
_LEADING = re.compile(r"\s*#?\d{3,12}(?![\w./-])")  # "4711 ..."
_READ = (Zone.BODY, Zone.NOTE, Zone.SIGNATURE)


def understand(mail: MailReading, *, own_domains: frozenset[str] = frozenset(), today: date | None = None) -> Reading:
    """Reads a message. What it quotes is asked about where it says nothing itself: a colleague may have handed it on.

    `own_domains`: mail domains of the company itself, whose addresses are never the person's.
    `today`: a date received that lies after it is refused. Never raises."""
    return read_with_quoted(mail, lambda one: _understood(one, own_domains, today), own_domains)


def _understood(written: MailReading, own_domains: frozenset[str], today: date | None) -> Reading:
    text, head = written.text, written.text[:LONGEST]
    form = boxes(text)
    mail = without_unticked(written, form)
    numbers = references(head)
    received = received_on(mail, today, ticket=numbers.ticket is not None)
    wanted = wanted_in(mail, written, form, numbers=numbers, received=received, own_domains=own_domains)
    message, verdict = wanted.message, wanted.verdict
    wishes = [fact.span for fact in verdict.rights]
    if wanted.of_earlier and mail.sent is None:
        received = None  # the day that is told is the earlier request's
    received = received or of_entry(mail, wishes, today)
    if numbers.ticket is None and verdict.meta is Meta.ESCALATION:
        numbers = numbers._replace(ticket=ticket_handed_up(head, numbers))
    representative = wanted.flagged(Flag.REPRESENTATIVE)
    persons = persons_of(mail, own_domains, representative=representative)
    # Else a place that is named is nobody's home. A ticket's note tells whom it is about, whatever it sounds like
    asks = verdict.meta is not Meta.NONE or verdict.unsure or _is_of_ticket(mail, numbers)
    several = bool(persons) or numbered_each(text)
    person = Person()
    if asks and not several:
        person = person_of(
            mail,
            numbers.named,
            language=message.language,
            meta=verdict.meta,
            representative=representative,
            wishes=wishes,
            own_domains=own_domains,
        )
    if mail.sent and (is_passed_on(mail) or is_anothers(mail, person, own_domains)):
        received = told_earlier(mail, received, ticket=numbers.ticket is not None)
    numbers = each_once(numbers._replace(account=None) if several else numbers, person.phone)
    body = max((span.end for span in mail.zones if span.zone is Zone.HEADER), default=0)
    laws = laws_named(message.text[:LONGEST], message.folded[:LONGEST], body)
    country, state = _home(mail, person.name, wanted.flags, laws) if asks else (None, None)
    return Reading(
        mail=written,
        language=message.language,
        meta=verdict.meta,
        meta_confidence=verdict.confidence,
        rights=verdict.rights,
        candidates=verdict.candidates,
        unsure=verdict.unsure,
        flags=wanted.flags,
        name=person.name,
        email=person.email,
        phone=person.phone,
        country=country,
        state=state,
        ticket=numbers.ticket,
        ticket_link=ticket_link(head, numbers.ticket.value if numbers.ticket else None),
        case_reference=numbers.case,
        account_id=numbers.account,
        received=received,
        law_hint=_law(message, text, laws, country, state),
        persons=persons,
        chances=wanted.chances,
    )


def _is_of_ticket(mail: MailReading, numbers: References) -> bool:
    """Whether a text without a sender names a ticket, or begins with a number alone, as support's notes do."""
    return mail.sender is None and (numbers.ticket is not None or _LEADING.match(mail.text) is not None)


def _home(
    mail: MailReading, name: Fact[str] | None, flags: tuple[Fact[Flag], ...], laws: tuple[LawNamed, ...]
) -> tuple[Fact[str] | None, Fact[str] | None]:
    """Country and state of the person. Who hands a mail over signs with another place than theirs, as does a lawyer; a
    relative's home is theirs where somebody writes for that relative. Of a name's places, the one counts in which the
    law that is named first holds."""
    read = [s for s in mail.zones if s.zone in _READ and s.start < LONGEST]
    told = [s for s in read if mail.forwarded and s.zone is Zone.NOTE]
    acting = any(f.value in (Flag.REPRESENTATIVE, Flag.MINOR) for f in flags)

    @cache
    def relatives() -> bool:
        return acting or not speaks_of_me(mail.text[:LONGEST])

    names = (name.value if name else "", (mail.sender.value.name if mail.sender else None) or "")
    spans, only = (tuple((s.start, s.end) for s in zones) for zones in (read, told))
    return places(
        mail.text,
        spans,
        told=only,
        agent=acting,
        relatives=relatives,
        persons=frozenset(fold(" ".join(names)).split()),
        law_of=laws[0].home if laws and laws[0].meant else "",
    )


def prepare() -> None:
    """Loads what was learnt, the lexicons and the names of months, so that the first message is read as fast as most.
    Takes about a quarter of a second, once a process. What only few messages need (the words of lawyers and
    authorities) is made with the first of them, which takes some hundredths longer.

    All of it stays for good: the garbage collector, which would look through it again and again, leaves it alone.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        weights()
        network()
        breaches.teller()
        meanings()
        for language in LANGUAGES:
            lexicon(language)
            calendar_words.months(language)
            calendar_words.weekdays(language)
        for first in _FIRST:
            understand(read_text(first, zone=ZoneInfo("UTC")))
        gc.freeze()
    finally:
        if collects:
            gc.enable()


def _law(
    message: Message, text: str, named: tuple[LawNamed, ...], country: Fact[str] | None, state: Fact[str] | None
) -> Fact[str] | None:
    """The laws that are named, else the place's. With both, the place decides between EU and UK, and a law that is
    denied or that a notice tells of doesn't count; without a place, it is one of those that may hold. `text`: with
    what stands behind a form's empty boxes."""
    by_place = None
    if country is not None:
        place = "uk_gdpr" if country.value == "GB" else "gdpr" if in_the_eu(country.value) else OTHER
        if state is not None and (country.value, state.value) == ("US", "CA"):
            place = "ccpa"
        source = state or country
        by_place = Fact(place, source.quote, source.span, 0.8, "place")
    if by_place is not None:
        named = tuple(law for law in named if law.meant or law.mentioned)
    if not named:
        return by_place
    first = named[0]
    gdprs = ("gdpr", "uk_gdpr")
    theirs = by_place.value if by_place is not None and by_place.value in gdprs else None
    codes = [theirs if theirs and law.law in gdprs else law.law for law in named]
    if codes == [theirs]:
        return by_place
    value = " ".join(dict.fromkeys(codes if first.meant or by_place else [*codes, OTHER]))
    end = first.start + len(message.text[first.start : first.end].rstrip())
    return Fact(value, text[first.start : end], (first.start, end), 0.9, "citation")
