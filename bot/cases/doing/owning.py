"""Who works on a case."""

from bot.cases import audit
from bot.cases.colleagues import colleague, named
from bot.cases.commands import Done, GiveCase, TakeCase
from bot.cases.doing import telling
from bot.cases.matter import Matter
from bot.cases.words import AuditCode
from bot.cases.work import Work
from bot.errors import IllegalMove, Refused
from bot.wording import _


def take(work: Work, matter: Matter, _command: TakeCase) -> Done:
    row, name = matter.row, work.actor.name
    if row.owner == work.actor.id:
        raise IllegalMove(_("{reference} is yours already.", reference=row.reference))
    _own(work, matter, work.actor.id, AuditCode.TAKEN)
    telling.thread(work, matter.id, lambda: _("{name} takes this case.", name=name))
    return Done(row.reference, _("{reference} is yours now.", reference=row.reference))


def give(work: Work, matter: Matter, command: GiveCase) -> Done:
    """Raises Refused for somebody who is not in the team."""
    row, giver = matter.row, work.actor.name
    receiver = colleague(work.session, work.vault, command.to)
    if receiver is None or receiver.guest or not work.policy.is_team(receiver.email):
        raise Refused(_("Only somebody of the privacy team can own a case. Please choose one of them."))
    if row.owner == receiver.id:
        raise IllegalMove(_("{reference} is with {name} already.", reference=row.reference, name=receiver.name))
    _own(work, matter, receiver.id, AuditCode.GIVEN)
    themselves = receiver.id == work.actor.id

    def said() -> str:
        if themselves:
            return _("{name} takes this case.", name=giver)
        return _("{giver} gave this case to {name}.", giver=giver, name=receiver.name)

    telling.thread(work, matter.id, said)
    telling.one(
        work,
        receiver.id,
        row.reference,
        lambda: _("{giver} gave you {reference}.", giver=giver, reference=row.reference),
    )
    return Done(row.reference, _("{name} owns {reference} now.", name=receiver.name, reference=row.reference))


def _own(work: Work, matter: Matter, speaker: str, code: AuditCode) -> None:
    row = matter.row
    before, row.owner = row.owner, speaker
    row.snoozed_until = None  # a new owner hears the reminders
    names = named(work.session, work.vault, (before, speaker))
    audit.note(
        work,
        code,
        matter.id,
        row.version + 1,
        before={"owner": names.get(before or "")},
        after={"owner": names[speaker]},
    )
    if before is None:
        telling.reporters(
            work,
            matter,
            lambda: _("Somebody of the privacy team is working on {reference} now.", reference=row.reference),
        )
