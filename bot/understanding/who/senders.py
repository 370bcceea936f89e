"""Who sent a mail, by its header: a person, a firm, a colleague."""

import re

from bot.understanding.reading import Fact, MailReading, Zone
from bot.understanding.who.addresses import company_domains, in_domains
from bot.understanding.who.alike import in_address
from bot.understanding.who.names import is_given, is_ordinary, is_organisation, is_title

_BEHIND_NAME = re.compile(r"\s+(?:\||via|from|–|—|-|//?|@)\s.*$|\s*\([^)]*\)|\s*\[[^\]]*\]")
_TURNED = re.compile(r"((?:(?:van|de|der|den|von|di|da|del|dos) )*[\w'’-]+), ([^\d,]+)", re.IGNORECASE)


def name_of_sender(mail: MailReading, language: str) -> Fact[str] | None:
    """The sender's, where it is a person's: a firm's is told by its words, and by an address that is called like it.

    "M." is a title in French only (`language`: of the ask), elsewhere an initial.
    """
    sender = mail.sender
    if sender is None or not sender.value.name or "@" in sender.value.name:
        return None
    name = _BEHIND_NAME.sub("", sender.value.name).strip(" \"'")
    words = name.split()
    while len(words) > 1 and is_title(words[0]) and (language == "fr" or words[0].strip(".") != "M"):
        words = words[1:]
    name = " ".join(words)
    if (turned := _TURNED.fullmatch(name)) and turned[2][0].isupper():
        name = f"{turned[2]} {turned[1]}"
    machine = all(is_ordinary(word) and not is_given(word) for word in name.split())
    if not name or machine or is_organisation(name) or _is_house(name, sender.value.email):
        return None
    return Fact(name, sender.quote, sender.span, 0.9, "header")


def is_colleague(mail: MailReading, own_domains: frozenset[str]) -> bool:
    """Whether it was sent from one of the company's own domains, or of those that the mail shows to be its."""
    sender = mail.sender.value.email if mail.sender else None
    return sender is not None and in_domains(sender, own_domains | company_domains(mail))


def hides_address(mail: MailReading) -> bool:
    """Whether who wrote the whole of it shows no address; whose mail stands below a note is no colleague."""
    alone = not mail.forwarded and all(span.zone is not Zone.NOTE for span in mail.zones)
    return alone and mail.sender is not None and mail.sender.value.email is None


def _is_house(name: str, address: str | None) -> bool:
    """Whether the domain is called like the whole name, the mailbox like no part of it: "Oak Foods <hi@oakfoods>"."""
    if not address or is_given(name.split()[0]):
        return False
    local, _, domain = address.partition("@")
    squeezed = re.sub(r"[^\w]", "", name.lower())
    return squeezed in re.sub(r"[^\w]", "", domain.lower()) and not in_address(name, local)
