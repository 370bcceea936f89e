"""When a mail reached us, where its sender's clock was plainly wrong: our server's word then counts."""

from collections.abc import Iterator
from datetime import timedelta
from email.message import Message
from itertools import islice

from bot.understanding.mail.dates import ANY_ZONE, Found, find_date
from bot.understanding.mail.formats.charsets import LONGEST_HEADER, header_text

_QUEUED = timedelta(days=6)  # a server tries for five days to deliver a mail
_FAST = timedelta(hours=1)  # that a sender's clock may run ahead
_ANY_ZONE = timedelta(days=1)  # within which two moments lie of which one does not tell its zone
_MOST = 30  # servers that are asked
_ON_ITS_WAY = 2  # servers that saw a mail leave when it says so


def arrived(message: Message) -> str:
    """When our server took a mail that does not say, or not rightly, when it was sent; else "".

    Who redirects an old mail to us passes it on with its own date, which then is right: it had reached us before.
    """
    moments = list(islice(_moments(message), _MOST))
    taken = next((moment for moment, found in moments if found), "") or (moments[0][0] if moments else "")
    written, last = find_date(header_text(message, "Date"), ANY_ZONE), find_date(taken, ANY_ZONE)
    if written is None or last is None:
        return "" if written else taken
    ahead = _ANY_ZONE if written.zone_assumed or last.zone_assumed else _FAST
    if written.moment > last.moment + ahead:
        return taken
    redirected = any(header_text(message, name) for name in ("Resent-Date", "Resent-From"))
    seen = sum(abs(found.moment - written.moment) <= _QUEUED for _moment, found in moments if found)
    late = last.moment - written.moment > _QUEUED
    return taken if late and not redirected and seen < _ON_ITS_WAY else ""


def _moments(message: Message) -> Iterator[tuple[str, Found | None]]:
    """When each server took a mail, the last one first."""
    if delivered := header_text(message, "Delivery-Date"):
        yield delivered, find_date(delivered, ANY_ZONE)
    for name, value in message.raw_items():
        if name.lower() == "received":
            moment = " ".join(str(value)[:LONGEST_HEADER].rpartition(";")[2].split())
            yield moment, find_date(moment, ANY_ZONE)
