"""What commands leave to be said, each in its reader's language.

Threads hold codes and names of colleagues, never personal data: sentences are made inside a callable, so that they
are spoken in the language of whoever reads them.
"""

from collections.abc import Callable
from typing import Literal

from sqlmodel import col, select

from bot.cases.colleagues import colleague, same_person
from bot.cases.matter import Matter
from bot.cases.naming import called
from bot.cases.tables import MailRow
from bot.cases.words import Hand
from bot.cases.work import CaseChanged, TellColleague, TellRole, ThreadNote, Work
from bot.conversation.card import Block, Card, Tone
from bot.wording import speaking

Words = Callable[[], str]
More = Callable[[], tuple[Block, ...]]


def changed(work: Work, case_id: int) -> None:
    """The home card is drawn anew, once however often this is said."""
    event = CaseChanged(case_id)
    if event not in work.events:
        work.events.append(event)


def thread(work: Work, case_id: int, words: Words) -> None:
    """One line in the thread below the home card."""
    with speaking(work.policy.home.language):
        work.events.append(ThreadNote(case_id, Card.of(words())))


def one(work: Work, speaker: str, title: str, words: Words, tone: Tone = "neutral", more: More = tuple) -> None:
    """A private line to one colleague, with more below it, unless it is they who are acting."""
    if work.actor.id in same_person(work.session, speaker):
        return
    known = colleague(work.session, work.vault, speaker)
    with speaking(known.language if known else work.policy.home.language):
        work.events.append(TellColleague(speaker, Card.of(words(), *more(), title=title, tone=tone)))


def reporters(work: Work, matter: Matter, words: Words, tone: Tone = "neutral") -> None:
    """A private line to everybody who handed this matter in, with the ticket that they know it by."""
    handed = select(MailRow.handed_by).where(MailRow.case_id == matter.id, MailRow.hand != Hand.REFERENCE)
    title = called(matter.reference, matter.row.ticket)
    for speaker in dict.fromkeys([matter.row.reporter, *work.session.exec(handed.order_by(col(MailRow.id)))]):
        one(work, speaker, title, words, tone)


def role(
    work: Work, which: Literal["dpo", "legal", "team"], title: Words, words: Words, *more: Block, tone: Tone
) -> None:
    """A private card to everybody of a role, at once."""
    with speaking(work.policy.home.language):
        work.events.append(TellRole(which, Card.of(words(), *more, title=title(), tone=tone)))
