"""Whether a form says who filled it in: a template that goes round among colleagues asks for nothing."""

from bot.understanding.reading import MailReading
from bot.understanding.who.addresses import email_of
from bot.understanding.who.names import is_given
from bot.understanding.who.people import name_of


def is_filled_in(mail: MailReading, language: str, own_domains: frozenset[str]) -> bool:
    """Whether an address of somebody stands there, or a name: a given one, or whatever stands behind a label."""
    if email_of(mail, own_domains, name=None, representative=False) is not None:
        return True
    name = name_of(mail, language=language, representative=False, own_domains=own_domains, handed_up=False)
    if name is None:
        return False
    labelled = mail.text[: name.span[0]].rstrip(" \t").endswith(":")
    return labelled or any(is_given(word) for word in name.value.split())
