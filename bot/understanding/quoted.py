"""What a mail quotes below words that ask for nothing: perhaps a colleague hands it on, so it is asked about.

`MailReading.handed_on` holds the mail as it reads then; here it is weighed against what stands above it.
"""

from collections.abc import Callable
from dataclasses import replace

from bot.understanding.mail.speakers import same_person, speaks_of, speaks_of_me
from bot.understanding.reading import Flag, MailReading, Meta, Reading, Zone
from bot.understanding.rights.unread import is_unread
from bot.understanding.rights.verdict import likeliest_of
from bot.understanding.who.addresses import in_domains
from bot.understanding.words import fold

_FAINT = 0.3  # chance of a right below which words may say nothing: "Ok." has 0.03, a number alone 0.2
_LIKELY = 0.5
_FEW = 4  # words above a quoted mail that say nothing of their own


def read_with_quoted(mail: MailReading, read: Callable[[MailReading], Reading], own_domains: frozenset[str]) -> Reading:
    """Reads a mail as it stands; where that does not tell what is wanted, what it quotes, unless we wrote that."""
    reading = read(mail)
    of_customer = (mail.forwarded or _writer(mail) != "") and not in_domains(_writer(mail), own_domains)
    told = _told(reading, of_customer=of_customer) and not _is_of_nobody(reading, own_domains)
    faint = reading.unsure and all(right.confidence < _FAINT for right in reading.rights)
    if of_customer and (faint or not told) and (earlier := _asked_before(reading, read, surely=faint)) is not None:
        return earlier
    other = None if told else mail.handed_on
    own_words = (
        other is not None and of_customer and is_unread(mail)
    )  # which nobody can tell, but they are the customer's
    doubt: Reading | None = None  # what may ask for something, or asks how a case goes
    while other is not None:
        ours = in_domains(_writer(other), own_domains) or (own_words and not _writer(other))
        if not ours:
            quoted = read(other)
            if quoted.meta is Meta.STATUS_QUERY:  # by the words above: "Has this been sorted?"
                quoted = replace(read(_without_note(other)), mail=other)
            if quoted.rights:
                return replace(quoted, unsure=True)
            if quoted.flagged(Flag.LEGAL_DEMAND) and _writer(other) and not of_customer and _says_nothing(reading):
                return quoted
            if doubt is None and (quoted.meta is not Meta.NONE or (quoted.unsure and other.sender is not None)):
                doubt = quoted
        other = other.handed_on
    # A few words of a colleague that are asked about are in a language that is not read, and may ask for something, too
    nothing = _says_nothing(reading) and (not reading.unsure or in_domains(_writer(mail), own_domains))
    return replace(doubt, unsure=doubt.unsure or reading.unsure) if doubt is not None and nothing else reading


def _asked_before(newest: Reading, read: Callable[[MailReading], Reading], *, surely: bool) -> Reading | None:
    """What a customer asked for in an older mail of the same thread, beside what their newest one may ask for.

    `surely`: only what is likelier than not."""
    other = newest.mail.handed_on
    while other is not None:
        if newest.mail.sender and other.sender and same_person(newest.mail.sender.value, other.sender.value):
            older = read(other)
            if older.rights and (not surely or max(right.confidence for right in older.rights) >= _LIKELY):
                return replace(older, candidates=likeliest_of(newest.candidates, older.candidates), unsure=True)
        other = other.handed_on
    return None


def _told(reading: Reading, *, of_customer: bool) -> bool:
    """Whether the words of a message say what is wanted, so that what it quotes is no news. A subject alone may be that
    of the mail that it quotes. `of_customer`: it surely is no colleague's; any wish that it may hold is their own.
    """
    if reading.mail.handed_on is None:
        return True
    if reading.meta is Meta.STATUS_QUERY:
        return reading.case_reference is not None
    if of_customer and reading.rights:
        return True
    headers = [span for span in reading.mail.zones if span.zone is Zone.HEADER]
    own = [f for f in reading.rights if not any(s.start <= f.span[0] < s.end for s in headers)]
    if own and _tells_another(reading, reading.mail.handed_on):
        return True
    if own and _is_about(reading, reading.mail.handed_on):
        return False
    if reading.meta is Meta.ESCALATION and not own and not _tells_another(reading, reading.mail.handed_on):
        return False  # "to be passed to the DPO": what is quoted
    return reading.meta is not Meta.NONE and not reading.unsure and (bool(own) or not reading.rights)


def _is_about(reading: Reading, quoted: MailReading) -> bool:
    """Whether the words above a quoted mail ask for its writer: they name them, and ask for nothing of their own."""
    words, writer = reading.mail.parts(Zone.BODY), quoted.sender.value if quoted.sender else None
    return writer is not None and not speaks_of_me(words) and speaks_of(words, writer)


def _is_of_nobody(reading: Reading, own_domains: frozenset[str]) -> bool:
    """Whether a colleague's mail tells a wish and not whose it is: "Customer wants her account deleted"."""
    colleague = in_domains(_writer(reading.mail), own_domains) and bool(reading.rights)
    named = reading.name or reading.email or reading.account_id
    return colleague and named is None and not speaks_of_me(reading.mail.parts(Zone.BODY))


def _tells_another(reading: Reading, quoted: MailReading) -> bool:
    """Whether the words above a quoted mail tell of somebody else than who wrote it, or them: a name, an address, a
    number."""
    address = reading.email.value.lower() if reading.email else ""
    if reading.account_id is not None or address not in ("", _writer(quoted), _writer(reading.mail)):
        return True
    writers = [mail.sender.value.name or "" for mail in (quoted, reading.mail) if mail.sender]
    named = fold(reading.name.value if reading.name else "").replace("'s", "").split()
    return not set(named) <= set(fold(" ".join(writers)).split())


def _says_nothing(reading: Reading) -> bool:
    """Whether the words above a quoted mail are no more than "Anyone?"."""
    return reading.meta is Meta.NONE and not reading.rights and len(reading.mail.parts(Zone.BODY).split()) <= _FEW


def _without_note(mail: MailReading) -> MailReading:
    return replace(mail, zones=tuple(span for span in mail.zones if span.zone is not Zone.NOTE))


def _writer(mail: MailReading) -> str:
    return ((mail.sender.value.email if mail.sender else None) or "").lower()
