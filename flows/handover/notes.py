"""What a colleague should know of a message that they handed over, before anything is asked."""

from collections.abc import Iterator

from bot.understanding.mail.lines import LIMIT
from bot.understanding.reading import Fact, Flag
from bot.understanding.replies.answers import LONGEST, adds_more, is_all_told, plain, says_the_same
from bot.understanding.words import ADDRESS
from bot.wording import _
from flows.handover.each_person import are_alike
from flows.handover.handed import Handed
from flows.status import numbers_in

_SEVERAL = 2  # addresses, and numbers
_NEAR = 2  # words beside an address
_LONGEST = 80  # characters of the words that are shown


def notes_on(handed: Handed) -> tuple[str, ...]:
    """What is said of how the message was read, and of words in it that cannot wait for the team."""
    return (*strong_in(handed), *_of_reading(handed))


def breach_in(handed: Handed) -> Fact[Flag] | None:
    """The words that may tell of a breach; none that say no more than who it is and when it came in, or that this is
    all: "ann@x.example, she messaged me on Facebook on Sunday", "thats all I have"."""
    breach, told = handed.reading.flagged(Flag.POSSIBLE_BREACH), handed.received
    if breach is None or is_all_told(handed.reading.text):
        return None
    said = {*plain(ADDRESS.sub(" ", breach.quote or handed.reading.text)).split()}
    return None if told is not None and said <= {*plain(told.quote).split()} else breach


def strong_in(handed: Handed) -> tuple[str, ...]:
    """What is said of words in it that cannot wait for the team."""
    return tuple(_strong(handed))


def _of_reading(handed: Handed) -> Iterator[str]:
    if handed.author:
        yield _("Written by {name}.", name=handed.author)
    read = handed.reading.mail  # perhaps one that is only quoted in what was handed over
    if read.sent_zone_assumed and read.sent is not None:
        yield _("The mail names no time zone: I take its time to be in yours.")
    if (left_out := _left_out(handed)) is not None:
        yield _("I take this for one matter. Is it about {email}, too? Then hand that over for itself.", email=left_out)
    if len(handed.mail.text) >= LIMIT:
        yield _("This is very long: I read its beginning only. Please look through the rest yourself.")


def _left_out(handed: Handed) -> str | None:
    """The address of somebody else whom a few words name beside several numbers, or who wants the same, too, where they
    become one matter: whose ticket is whose was not read."""
    text = handed.mail.text
    if not handed.typed or len(text) > LONGEST or text.count("@") < _SEVERAL:
        return None
    addresses = ADDRESS.findall(text)
    if not addresses or (len(numbers_in(text)) < _SEVERAL and not _of_the_same(text, addresses[-1])):
        return None
    named = dict.fromkeys(address.casefold() for address in addresses)
    known = handed.reading.email.value.casefold() if handed.reading.email else ""
    others = [address for address in named if address != known]
    if are_alike({known, *others}):
        return None  # perhaps one person's
    return others[0] if known and others and len(handed.drafts()) == 1 else None


def _of_the_same(text: str, address: str) -> bool:
    """Whether "too" or "same" stands right beside the last address: "and bea@x.example too"."""
    before, _address, behind = text.rpartition(address)
    near = " ".join([*before.split()[-_NEAR:], ",", *behind.split()[:_NEAR]])
    return says_the_same(near) or adds_more(near)


def _strong(handed: Handed) -> Iterator[str]:
    distress, hostile, demand = map(handed.reading.flagged, (Flag.DISTRESS, Flag.HOSTILE, Flag.LEGAL_DEMAND))
    if distress is not None:
        yield _(
            "“{words}”: somebody may be in danger. Don't wait for the privacy team: tell your manager now, and call "
            "the emergency services if a life is at risk.",
            words=distress.quote[:_LONGEST],
        )
    if hostile is not None:
        yield _(
            "“{words}”: a threat or an insult. You need not answer it; if you feel threatened, tell your manager.",
            words=hostile.quote[:_LONGEST],
        )
    if demand is not None and handed.reading.rights:
        yield _(
            "“{words}”: this may be a demand of a court or an authority. If it is, cancel here, answer nothing "
            "yourself, and ask the legal team.",
            words=demand.quote[:_LONGEST],
        )
