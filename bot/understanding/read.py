"""The one entry: a mail in its zones goes in, everything that is believed about it comes out, each fact with its words.

The steps, each a file that can be read alone: zones (given by the mail) -> clauses -> what the readers say (frames,
citations, the linear scorer, the network) -> combine -> decide; and beside them the entities: people, addresses,
references, places, the day received, flags.
"""

import gc
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from zoneinfo import ZoneInfo

from bot.understanding import breaches
from bot.understanding.flags import flags_of, may_be_kept
from bot.understanding.forms.boxes import boxes, without_unticked
from bot.understanding.forms.filled import is_filled_in
from bot.understanding.forms.signs import Box
from bot.understanding.forms.ticked import by_boxes
from bot.understanding.language import LANGUAGES
from bot.understanding.mail import calendar_words, read_text
from bot.understanding.mail.speakers import speaks_of_me
from bot.understanding.numbers.meanings import meanings
from bot.understanding.numbers.references import References, each_once, references, ticket_handed_up, ticket_link
from bot.understanding.quoted import read_with_quoted
from bot.understanding.reading import Fact, Flag, MailReading, Meta, Reading, Zone
from bot.understanding.received import is_passed_on, of_entry, received_on, told_earlier, without_label
from bot.understanding.rights.affairs import without_affair
from bot.understanding.rights.attached import attached
from bot.understanding.rights.combine import combine
from bot.understanding.rights.decide import decide
from bot.understanding.rights.formal import with_named
from bot.understanding.rights.laws import OTHER, LawNamed, in_the_eu, laws_named
from bot.understanding.rights.lexicon import lexicon
from bot.understanding.rights.message import Message, listen
from bot.understanding.rights.network import network
from bot.understanding.rights.reminded import without_reminder
from bot.understanding.rights.scorer import weights
from bot.understanding.rights.second_look import on_second_look
from bot.understanding.rights.unread import is_unread
from bot.understanding.rights.verdict import Verdict
from bot.understanding.sensitive.masks import without_marks
from bot.understanding.strong import STRONG
from bot.understanding.where.places import places
from bot.understanding.who.addresses import email_of, in_domains, is_own
from bot.understanding.who.alike import same_person
from bot.understanding.who.people import name_of
from bot.understanding.who.phones import phone_of
from bot.understanding.who.several import numbered_each, persons_of
from bot.understanding.who.told_kin import kin_of_asker
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


def _understood(mail: MailReading, own_domains: frozenset[str], today: date | None) -> Reading:
    as_written, text = mail, mail.text
    form = boxes(text)
    mail = without_unticked(mail, form)
    head = text[:LONGEST]
    numbers = references(head)
    received = received_on(mail, today, ticket=numbers.ticket is not None)
    unmarked = without_marks(mail)
    labelled = without_label(unmarked, received)
    heard = without_reminder(labelled)
    message = listen(heard, ticket=numbers.ticket is not None, reference=numbers.case is not None)
    chances = combine(message)
    verdict = without_affair(chances, decide(chances, text))
    if heard is not labelled and verdict.meta is Meta.STATUS_QUERY:
        verdict = replace(verdict, unsure=True)  # who reminds us of something may want it for the first time
    if form:
        verdict = _by_form(form, as_written, mail, message, verdict, own_domains)
    taken_out = unmarked is not mail
    flags = flags_of(chances, verdict.rights, unsure=verdict.unsure, taken_out=taken_out)
    wish = None
    of_law = [f.reader for f in flags if f.value is Flag.LEGAL_DEMAND]
    if of_law in ([], [STRONG]):  # a lawyer's own words may wish
        breach = any(f.value is Flag.POSSIBLE_BREACH for f in flags)
        wish = on_second_look(chances, verdict, of_law=bool(of_law), breach=breach) or attached(mail, verdict)
    if wish is not None:
        if verdict.meta is Meta.STATUS_QUERY and mail.sent is None:
            received = None  # the day that is told is the earlier request's
        verdict = wish
        flags = flags_of(chances, verdict.rights, unsure=True, taken_out=taken_out)
    verdict = with_named(message, verdict)
    wishes = [fact.span for fact in verdict.rights]
    received = received or of_entry(mail, wishes, today)
    if numbers.ticket is None and verdict.meta is Meta.ESCALATION:
        numbers = numbers._replace(ticket=ticket_handed_up(head, numbers))
    unsure = verdict.unsure or may_be_kept(flags, verdict.rights) or is_unread(mail)
    flags = tuple(replace(f, quote=text[slice(*f.span)]) if f.quote else f for f in flags)  # with the marks
    representative = any(f.value is Flag.REPRESENTATIVE for f in flags)
    persons = persons_of(mail, own_domains, representative=representative)
    # Else a place that is named is nobody's home. A ticket's note tells whom it is about, whatever it sounds like
    asks = verdict.meta is not Meta.NONE or unsure or _is_of_ticket(mail, numbers)
    several = bool(persons) or numbered_each(text)
    subject_known = asks and not several
    numbers = numbers._replace(account=None) if several else numbers
    name = (
        name_of(
            mail,
            language=message.language,
            representative=representative,
            own_domains=own_domains,
            handed_up=verdict.meta is Meta.ESCALATION,
            wishes=wishes,
        )
        if subject_known
        else None
    )
    # Where a relative's data are asked for, and nobody names that one, it is told how to reach who asks
    reachable = subject_known and (name is not None or not representative or kin_of_asker(text) is None)
    phone = (
        phone_of(
            mail,
            numbers.named,
            representative=representative,
            name=name,
            asked=verdict.meta is not Meta.NONE or mail.sender is None,  # advertisers and sellers write mails
            wishes=wishes,
        )
        if reachable
        else None
    )
    email = email_of(mail, own_domains, name=name, representative=representative) if reachable else None
    if mail.sent and (is_passed_on(mail) or _tells_of_another(mail, name, email, own_domains)):
        received = told_earlier(mail, received, ticket=numbers.ticket is not None)
    numbers = each_once(numbers, phone)
    body = max((span.end for span in mail.zones if span.zone is Zone.HEADER), default=0)
    laws = laws_named(message.text[:LONGEST], message.folded[:LONGEST], body)
    country, state = _home(mail, name, flags, laws) if asks else (None, None)
    return Reading(
        mail=as_written,
        language=message.language,
        meta=verdict.meta,
        meta_confidence=verdict.confidence,
        rights=verdict.rights,
        candidates=verdict.candidates,
        unsure=unsure,
        flags=flags,
        name=name,
        email=email,
        phone=phone,
        country=country,
        state=state,
        ticket=numbers.ticket,
        ticket_link=ticket_link(head, numbers.ticket.value if numbers.ticket else None),
        case_reference=numbers.case,
        account_id=numbers.account,
        received=received,
        law_hint=_law(message, text, laws, country, state),
        persons=persons,
        chances=chances,
    )


def _is_of_ticket(mail: MailReading, numbers: References) -> bool:
    """Whether a text without a sender names a ticket, or begins with a number alone, as support's notes do."""
    return mail.sender is None and (numbers.ticket is not None or _LEADING.match(mail.text) is not None)


def _tells_of_another(
    mail: MailReading, name: Fact[str] | None, email: Fact[str] | None, own_domains: frozenset[str]
) -> bool:
    """Whether a colleague tells in a mail of their own what somebody else wants. From a mailbox of several a desk may
    send what the customer says."""
    sender = mail.sender.value if mail.sender else None
    if sender is None or not in_domains(sender.email or "", own_domains) or is_own(sender.email or "", frozenset()):
        return False
    other = name is not None and not same_person(name.value, sender.name or "")
    return other or (email is not None and email.value.lower() != (sender.email or "").lower())


def _by_form(
    form: Sequence[Box],
    written: MailReading,
    mail: MailReading,
    message: Message,
    verdict: Verdict,
    own_domains: frozenset[str],
) -> Verdict:
    """The verdict with what the boxes of a form say. `written`: the mail with what stands behind empty ones."""

    def filled() -> bool:
        return is_filled_in(mail, message.language, own_domains)

    def whole() -> Verdict:
        return decide(combine(listen(without_marks(written), ticket=False, reference=False)), written.text)

    return by_boxes(form, written.text, verdict, denies="negation" in message.gates, filled=filled, whole=whole)


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
