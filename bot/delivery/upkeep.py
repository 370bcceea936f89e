"""What keeps delivery small and alive: dead things get another try, and rows that have served are removed."""

from datetime import timedelta

from sqlalchemy import delete
from sqlmodel import col, select, update

from bot.cases.tables import CaseRow
from bot.cases.work import Work
from bot.conversation.tables import Conversation
from bot.db import constant
from bot.delivery import aside, files, inbox, ledger
from bot.delivery.deliver import MOST_ATTEMPTS
from bot.delivery.tables import InboxRow, NudgePlanRow, NudgeRow, OutboxRow

KEPT = timedelta(days=30)  # event ids and names of messages: far longer than any platform repeats an event


def mend(work: Work) -> None:
    """Set aside turns that killed their workers, tell of those that wait for long, revive dead messages in time, and
    remove letters whose links have ended."""
    inbox.set_aside_silent(work.session, work.vault, work.policy, work.now)
    aside.call_late(work.session, work.policy, work.vault, work.now)
    ledger.revive(work.session, work.now, most_attempts=MOST_ATTEMPTS)
    files.tidy(work.session, work.now)


def take_over(work: Work) -> None:
    """Nobody else is at work, so what is claimed was left by a process that died: it is free now."""
    for row in (InboxRow, OutboxRow):
        claimed = update(row).where(col(row.state) == constant("claimed"))
        work.session.exec(claimed.values(free_at=work.now))


def tidy(work: Work) -> None:
    """Remove abandoned drafts, and rows whose work was done long ago."""
    session, before = work.session, work.now - KEPT
    abandoned = work.now - timedelta(days=work.policy.retention.draft_days)
    open_cases = select(CaseRow.id).where(col(CaseRow.closed_at).is_(None))
    finished = col(NudgeRow.case_id).is_(None) | col(NudgeRow.case_id).not_in(open_cases)
    session.exec(delete(Conversation).where(col(Conversation.updated_at) < abandoned))
    session.exec(delete(InboxRow).where(col(InboxRow.state) == constant("done"), col(InboxRow.stored_at) < before))
    session.exec(delete(OutboxRow).where(col(OutboxRow.state) == constant("done"), col(OutboxRow.done_at) < before))
    session.exec(delete(NudgeRow).where(col(NudgeRow.made_at) < before, finished))
    session.exec(delete(NudgePlanRow).where(col(NudgePlanRow.case_id).not_in(open_cases)))
