"""Several mails pasted one below the other: each is a mail of its own, not forwarded within the one above."""

from bot.understanding.mail.dates import ANY_ZONE, find_date
from bot.understanding.mail.headers import Header
from bot.understanding.mail.layers import Border, Layer, cut
from bot.understanding.mail.people import ADDRESS, read_sender
from bot.understanding.mail.unmarked import unmarked
from bot.understanding.mail.unrun import unrun

MOST = 20  # mails of one text; more stay together in the last
FEWEST = 2  # words of a mail that is one of its own


def beside(lines: list[str]) -> list[list[str]]:
    """The lines of each mail, the words above the first with it; one list where there is one mail, or none."""
    rest, found = unrun(unmarked(lines)), list[list[str]]()
    while len(found) < MOST - 1 and (at := _second(rest)) is not None:
        found.append(rest[:at])
        rest = rest[at:]
    return [*found, rest]


def _second(lines: list[str]) -> int | None:
    """The line at which a second mail begins that lies beside the first."""
    first = cut(lines)
    if first is None or not _is_mail(first):
        return None
    at = len(first.top) + len(first.head)
    below = cut(first.inner)
    if below is None or not _is_mail(below) or len(" ".join(below.top).split()) < FEWEST:
        return None
    return at + len(below.top) if _apart(first.header, below.header) else None


def _is_mail(layer: Layer) -> bool:
    return layer.border in (Border.FORWARD, Border.BLOCK) and layer.header is not None and "from" in layer.header.fields


def _apart(one: Header | None, other: Header | None) -> bool:
    """Whether the second was not sent to who wrote the first, but later, or to the same mailbox by somebody else."""
    if one is None or other is None:
        return False
    writers = [read_sender(header.text("from") or "") for header in (one, other)]
    first, second = writers
    if first is None or second is None or first == second:
        return False
    to = f"{other.text('to') or ''} {other.text('cc') or ''}".casefold()
    if any(mark and mark.casefold() in to for mark in (first.email, first.name)):
        return False
    mailboxes = [set(ADDRESS.findall((header.text("to") or "").casefold())) for header in (one, other)]
    if mailboxes[0] & mailboxes[1]:
        return True
    dates = [find_date(header.text("date") or "", ANY_ZONE, header.languages) for header in (one, other)]
    return dates[0] is not None and dates[1] is not None and dates[1].moment > dates[0].moment
