"""The person: what they are called, and how they are reached."""

from collections.abc import Sequence
from typing import NamedTuple

from bot.understanding.reading import Fact, MailReading, Meta
from bot.understanding.who.addresses import email_of, in_domains, is_own
from bot.understanding.who.alike import same_person
from bot.understanding.who.people import name_of
from bot.understanding.who.phones import phone_of
from bot.understanding.who.told_kin import kin_of_asker


class Person(NamedTuple):
    """Whose data it is, as far as a message tells."""

    name: Fact[str] | None = None
    phone: Fact[str] | None = None
    email: Fact[str] | None = None


def person_of(
    mail: MailReading,
    numbers: Sequence[tuple[int, int]],
    *,
    language: str,
    meta: Meta,
    representative: bool,
    wishes: Sequence[tuple[int, int]],
    own_domains: frozenset[str],
) -> Person:
    """The person of a mail. `numbers`: where numbers stand that are no phone's; `language`: of the ask; `meta`: what
    kind of message it is; `representative`: somebody acts for the person; `wishes`: where what they want is said."""
    name = name_of(
        mail,
        language=language,
        representative=representative,
        own_domains=own_domains,
        handed_up=meta is Meta.ESCALATION,
        wishes=wishes,
    )
    if name is None and representative and kin_of_asker(mail.text) is not None:
        return Person()  # a relative's data are asked for, and it is told how to reach who asks
    phone = phone_of(
        mail,
        numbers,
        representative=representative,
        name=name,
        asked=meta is not Meta.NONE or mail.sender is None,  # advertisers and sellers write mails
        wishes=wishes,
    )
    return Person(name, phone, email_of(mail, own_domains, name=name, representative=representative))


def is_anothers(mail: MailReading, person: Person, own_domains: frozenset[str]) -> bool:
    """Whether a colleague tells in a mail of their own what somebody else wants. From a mailbox of several a desk may
    send what the customer says."""
    sender = mail.sender.value if mail.sender else None
    if sender is None or not in_domains(sender.email or "", own_domains) or is_own(sender.email or "", frozenset()):
        return False
    other = person.name is not None and not same_person(person.name.value, sender.name or "")
    return other or (person.email is not None and person.email.value.lower() != (sender.email or "").lower())
