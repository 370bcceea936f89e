"""Work on a case: the steps that are done, and the letters that went out. What they said is not kept."""

from datetime import date

from bot.cases import audit
from bot.cases.commands import Done, NoteWork, RecordLetter
from bot.cases.dates import past_day
from bot.cases.doing import telling
from bot.cases.matter import Matter
from bot.cases.naming import right_name
from bot.cases.words import AuditCode
from bot.cases.work import Work
from bot.cases.worklist import steps
from bot.errors import IllegalMove, Refused
from bot.letters.kinds import LetterKind, letter_name
from bot.wording import _, say_date


def record_letter(work: Work, matter: Matter, command: RecordLetter) -> Done:
    """Raises Refused for a letter that we don't have or a day that can't be, IllegalMove when it is on record."""
    past_day(work, matter, command.on)
    if command.letter not in set(LetterKind):
        raise Refused(_("Please choose a letter."))
    kind, on = LetterKind(command.letter), command.on
    if (before := _recorded(work, matter, command)) is not None:
        sent_on = say_date(date.fromisoformat(before))
        raise IllegalMove(_("This letter is marked as sent already, on {day}. Nothing was changed.", day=sent_on))
    audit.note(
        work,
        AuditCode.LETTER_SENT,
        matter.id,
        matter.row.version + 1,
        after={
            "letter": kind.value,
            "language": command.language,
            "on": on.isoformat(),
            "written": command.written,
        },
    )
    telling.thread(
        work, matter.id, lambda: _("A letter went out on {day}: {letter}.", day=say_date(on), letter=letter_name(kind))
    )
    return Done(matter.reference, _("Noted: the letter went out on {day}.", day=say_date(on)))


def _recorded(work: Work, matter: Matter, command: RecordLetter) -> str | None:
    """The day for which this very letter is on record; None for one without a name, as buttons of old have none."""
    if not command.written:
        return None
    same = (sent["on"] for sent in audit.letters_sent(work, matter.id) if sent.get("written") == command.written)
    return next(same, None)


def note_work(work: Work, matter: Matter, command: NoteWork) -> Done:
    """Keep which steps are done; those of another role's list stay as they are.

    Raises Refused for a request that the case has not, or that is closed.
    """
    request = matter.open_request(command.right)
    known = [step.code for step in steps(command.right, work.policy, matter.row.role)]
    before, ticked = list(request.steps_done), [code for code in known if code in command.done]
    request.steps_done = [code for code in before if code not in known] + ticked
    work.session.add(request)
    done, count = len(ticked), len(known)
    audit.note(
        work,
        AuditCode.WORK_DONE,
        matter.id,
        matter.row.version + 1,
        before={"right": command.right.value, "done": before},
        after={"right": command.right.value, "done": list(request.steps_done)},
    )
    right = command.right
    telling.thread(
        work,
        matter.id,
        lambda: _("{right}: {done} of {count} steps are done.", right=right_name(right), done=done, count=count),
    )
    return Done(matter.reference, _("Noted: {done} of {count} steps are done.", done=done, count=count))
