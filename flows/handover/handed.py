"""A message that was handed over: its reading, how we would know it again, and the drafts that it becomes."""

import codecs
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from uuid import NAMESPACE_URL, uuid5

from bot.cases.snapshot import Person
from bot.conversation.draft import Draft
from bot.conversation.scene import Scene
from bot.conversation.slot import Known
from bot.conversation.turn import File, Said
from bot.understanding.mail import new_words, read_mails, read_pasted, read_text
from bot.understanding.mail.formats.charsets import decoded
from bot.understanding.mail.formats.files import refuse_binary
from bot.understanding.mail.formats.outlook import is_outlook
from bot.understanding.numbers.linked import with_numbers
from bot.understanding.reading import Fact, MailReading, Meta, Reading, Zone
from bot.understanding.sensitive.masks import mask_mail
from bot.understanding.words import ADDRESS
from flows.escalation import ESCALATION, TICKET
from flows.handover.both_named import having_both
from flows.handover.each_named import OfPerson, each_named
from flows.handover.each_person import each_person
from flows.handover.each_ticket import OfTicket, each_ticket
from flows.intake import INTAKE
from flows.slots.arrival import NAMED, RECEIVED
from flows.slots.people import ABOUT_ME, PERSON
from flows.slots.reading import own_domains, read_mail
from flows.slots.residence import RESIDENCE, home_by_colleague
from flows.slots.rights import RIGHTS
from flows.slots.tickets import tickets_in
from flows.slots.told_days import named_by_colleague, told_by_colleague
from flows.slots.whose import people_together
from flows.slots.writers import WRITER

SHORTEST_MARK = 60  # characters of a message below which the same words may well be another message
MOST_PEOPLE = 30  # of one message that get a draft each


@dataclass(frozen=True)
class Handed:
    """One message or file, read without what must not be kept: no word of that gets into what is made of it."""

    mail: MailReading
    reading: Reading
    arrival: str
    link: str | None
    seed: str  # what the ids of its drafts are derived from
    by_support: bool = False
    author: str | None = None  # who wrote it on the platform, where that is not the speaker
    logged: bool = False
    taken_out: tuple[str, ...] = ()  # the kinds of what is not kept
    received: Fact[datetime] | None = None  # when it came in, as a colleague's own words tell it
    days: tuple[date, ...] | None = None  # that these name, where they don't tell that; none of a time without a day
    home: Fact[str] | None = None  # where they live, as these end with it
    both: Known = field(default_factory=Known)  # the person and who writes for them, where it names and tells both
    each_ticket: tuple[OfTicket, ...] = ()  # where it names several, each with words of its own
    each_person: tuple[OfPerson, ...] = ()  # the words of each, where several people want something of their own
    links: Mapping[str, str] = field(default_factory=dict)  # to the tickets of these numbers, as they were typed

    @property
    def whole(self) -> bool:
        """A mail or a message that was handed over, rather than words typed to the bot."""
        return self.arrival == "email" or self.logged

    @property
    def typed(self) -> bool:
        """Words that the speaker typed to the bot themselves."""
        return not self.whole and not self.author

    @property
    def tickets(self) -> tuple[str, ...]:
        """The tickets that it names. Support agents begin with the number alone: "4413 guy wants out"."""
        return tickets_in(self.reading, leads=self.by_support and not self.whole)

    @property
    def says_something(self) -> bool:
        """Whether there are words beside the header; a subject alone may be the whole request."""
        rest = (self.mail.text[z.start : z.end] for z in self.mail.zones if z.zone is not Zone.HEADER)
        return bool(self.mail.subject) or any(words.strip() for words in rest)

    @property
    def _known(self) -> Known:
        """What is known of it at once."""
        known = self.both.having(ABOUT_ME, False, "heard") if self.author else self.both
        if self.home is not None:
            known = known.having(RESIDENCE, self.home.value, "heard", self.home.quote, self.home.confidence)
        return _having_day(known, self.received, self.days)

    def drafts(self) -> tuple[Draft, ...]:
        """One draft a person or a typed ticket; one for all where there are too many to be asked about one by one."""
        together = people_together(self.mail.text) if self.typed else ()
        listed = self.reading.persons
        people = together if not any(who.name for who in listed) and len(together) >= len(listed) else listed
        people = () if WRITER in self.both else people  # one of them writes for the other
        whole = self._draft()
        if self.each_ticket:
            return tuple(self._of_ticket(number, each) for number, each in enumerate(self.each_ticket))
        if self.each_person:
            return tuple(self._of_person(number, each) for number, each in enumerate(self.each_person))
        tickets = self._tickets_together if whole.flow == ESCALATION.name else ()
        known = Known(whole.answers)
        if len(tickets) > 1 and len(people) < 2:
            return tuple(
                self._part(whole, number, known.having(TICKET, ticket, "heard"))
                for number, ticket in enumerate(tickets)
            )
        if not 2 <= len(people) <= MOST_PEOPLE:
            return (whole,)
        # One source, several people: the same mail again is known by its first person alone.
        of_each = [known.having(PERSON, Person(name=who.name, email=who.email), "heard") for who in people]
        return tuple(
            self._part(whole, number, _with_its_ticket(one, number, tickets, len(people)))
            for number, one in enumerate(of_each)
        )

    @property
    def _tickets_together(self) -> tuple[str, ...]:
        """The tickets of typed words, in their order."""
        return self.tickets if not self.whole else ()

    def _part(self, whole: Draft, number: int, known: Known) -> Draft:
        marks = whole.marks if number == 0 else ()
        link = self.links.get(known.get(TICKET) or "", self.link)
        return replace(whole, id=self._id(number), marks=marks, answers=known.answers, link=link)

    def _of_ticket(self, number: int, of: OfTicket) -> Draft:
        """The draft of a ticket that stands with words of its own."""
        known = _having_day(Known().having(TICKET, of.ticket, "heard"), of.received, of.days)
        known = known.having(RIGHTS, of.rights, "heard", of.words) if of.rights else known
        return replace(self._part(self._draft(), number, known), flow=ESCALATION.name, text=of.words)

    def _of_person(self, number: int, of: OfPerson) -> Draft:
        """The draft of one of several people who want something of their own."""
        told = next((who for who in self.reading.persons if who.email and who.email in of.words.casefold()), None)
        person = Person(name=told.name, email=told.email) if told is not None and told.name else None
        person = Person(name=of.name, email=self._address_of(of)) if person is None and of.name else person
        known = self._known.having(PERSON, person, "heard") if person is not None else self._known
        known = _with_its_ticket(known, number, self._tickets_together, len(self.each_person))
        return replace(self._part(self._draft(), number, known), text=of.words)

    def _address_of(self, of: OfPerson) -> str | None:
        """The one address that stands with somebody's words, and with nobody else's."""
        others = {address for each in self.each_person if each is not of for address in ADDRESS.findall(each.words)}
        own = {*ADDRESS.findall(of.words)} - others
        return own.pop().lower() if len(own) == 1 else None

    def _id(self, number: int) -> str:
        return uuid5(NAMESPACE_URL, f"{self.seed}/{number}").hex[:12]

    def _draft(self) -> Draft:
        # A ticket's number typed to the bot hands the ticket over; in a whole mail it does when support sends it or the
        # words say so. Who has no ticket, and is not of support, is not asked for its number.
        handed_up = self.reading.meta is Meta.ESCALATION
        ticket = bool(self.tickets) and (self.by_support or not self.whole or handed_up)
        flow = ESCALATION if ticket or (handed_up and self.by_support) else INTAKE
        return Draft(
            answers=self._known.answers,
            id=self._id(0),
            flow=flow.name,
            text=self.mail.text,
            mail=self.mail if self.whole else None,
            marks=self._marks(),
            arrival=self.arrival,
            link=next(iter(self.links.values()), self.link),
        )

    def _marks(self) -> tuple[tuple[str, str], ...]:
        marks = [("message_id", self.mail.message_id)] if self.mail.message_id else []
        mail = self.reading.mail  # perhaps one that is only quoted in what was handed over
        words = " ".join(new_words(mail).split())
        if self.whole and len(words) >= SHORTEST_MARK:
            sender = mail.sender.value.email if mail.sender else ""
            sent = mail.sent.value.date() if mail.sent else ""
            marks.append(("content", hashlib.sha256(f"{sender}\n{sent}\n{words}".encode()).hexdigest()))
        return tuple(marks)


def _with_its_ticket(known: Known, number: int, tickets: Sequence[str], people: int) -> Known:
    """What is known of one of several people, with their ticket where as many are named: "4411 and 4412: Ann Bell and
    Bo Berg want ..." """
    return known.having(TICKET, tickets[number], "heard") if 1 < len(tickets) == people else known


def _having_day(known: Known, received: Fact[datetime] | None, days: tuple[date, ...] | None) -> Known:
    """What is known with the day that a colleague tells, or the days that one of may be it."""
    known = known.having(NAMED, days, "heard") if days is not None else known
    return (
        known
        if received is None
        else known.having(RECEIVED, received.value, "heard", received.quote, received.confidence)
    )


def handed_text(said: Said, scene: Scene) -> Handed:
    """Words that were typed or pasted, as one message."""
    return _handed(read_text(said.text, zone=scene.speaker.tz), said, scene, scene.turn)


def handed_texts(said: Said, scene: Scene) -> tuple[Handed, ...]:
    """The same, with each of several mails that were pasted one below the other for itself."""
    mails = read_pasted(said.text, zone=scene.speaker.tz)
    if len(mails) == 1:
        return (_handed(mails[0], said, scene, scene.turn),)
    return tuple(_handed(mail, said, scene, f"{scene.turn}.{part}") for part, mail in enumerate(mails))


def _handed(mail: MailReading, said: Said, scene: Scene, seed: str) -> Handed:
    arrival = "email" if mail.forwarded or mail.sender else "chat"
    asked = scene.chat.active.asked if scene.chat.active is not None else None
    typed = arrival == "chat" and not (said.author or said.logged)
    author = said.author.name if said.author else None
    handed = _kept(mail, scene, arrival, said.link, seed, linked=typed and asked != TICKET.name)
    handed = replace(handed, author=author, logged=said.logged)
    if handed.mail == mail and mail.text == said.text:  # as all who look at these words will read them
        scene.readings[mail.text] = handed.reading
    if not handed.typed:
        return handed
    received = told_by_colleague(handed.reading, scene)
    days = named_by_colleague(handed.reading, scene) if received is None else None
    each = each_ticket(handed.reading, scene, leads=handed.by_support)
    text = handed.mail.text
    people = tuple(map(OfPerson, each_person(text, own_domains(scene)))) or each_named(text, scene) if not each else ()
    both = having_both(Known(), handed.mail.text, handed.reading, scene) if not (each or people) else Known()
    home = home_by_colleague(handed.reading, scene) if not (each or people) else None
    return replace(handed, received=received, days=days, home=home, both=both, each_ticket=each, each_person=people)


def _kept(
    mail: MailReading, scene: Scene, arrival: str, link: str | None, seed: str, *, linked: bool = False
) -> Handed:
    """`linked`: a link to a ticket is read as its number."""
    kept, kinds = mask_mail(mail)
    text, links = with_numbers(kept.text) if linked else ("", {})
    kept = read_text(text, zone=scene.speaker.tz) if links else kept
    by_support = scene.policy.is_support(scene.speaker.email)
    return Handed(kept, read_mail(kept, scene), arrival, link, seed, by_support, taken_out=kinds, links=links)


def handed_file(file: File, scene: Scene, link: str | None, number: int) -> tuple[Handed, ...]:
    """A mail file, with each mail that it carries, or a text file with a mail in it.

    Raises MailError when it is neither.
    """
    zone = scene.speaker.tz
    # Outlook's mails are known by their first bytes: their name may have been changed on the way.
    if file.name.casefold().endswith(".txt") and not is_outlook(file.content):
        mails: tuple[MailReading, ...] = (read_text(_text(file.content), zone=zone),)
    else:
        mails = read_mails(file.content, zone=zone)
    return tuple(_kept(mail, scene, "email", link, f"{scene.turn}#{number}.{part}") for part, mail in enumerate(mails))


def _text(content: bytes) -> str:
    """The words of a text file. Raises MailError when it holds none."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", "replace")
    refuse_binary(content)
    return decoded(content, None)
