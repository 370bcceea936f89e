"""Letters that went out: which, in which language, on which day. What they said is not kept."""

from bot.cases import audit
from bot.cases.commands import Done, RecordLetter
from bot.cases.dates import past_day
from bot.cases.doing import telling
from bot.cases.matter import Matter
from bot.cases.words import AuditCode
from bot.cases.work import Work
from bot.errors import Refused
from bot.letters.kinds import LetterKind, letter_name
from bot.wording import _, say_date


def record_letter(work: Work, matter: Matter, command: RecordLetter) -> Done:
    """Raises Refused for a letter that we don't have, or a day that can't be."""
    past_day(work, matter, command.on)
    if command.letter not in set(LetterKind):
        raise Refused(_("Please choose a letter."))
    kind, on = LetterKind(command.letter), command.on
    audit.note(
        work,
        AuditCode.LETTER_SENT,
        matter.id,
        matter.row.version + 1,
        after={"letter": kind.value, "language": command.language, "on": on.isoformat()},
    )
    telling.thread(
        work, matter.id, lambda: _("A letter went out on {day}: {letter}.", day=say_date(on), letter=letter_name(kind))
    )
    return Done(matter.reference, _("Noted: the letter went out on {day}.", day=say_date(on)))
