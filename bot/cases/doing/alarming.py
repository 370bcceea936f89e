"""What cannot wait for a case: a possible breach, a legal demand. Somebody is told at once, and it is on record."""

from bot.cases import audit
from bot.cases.commands import Done, PassToLegal, ReportBreach
from bot.cases.doing import telling
from bot.cases.matter import fetch
from bot.cases.words import AuditCode
from bot.cases.work import Work
from bot.conversation.card import Quote
from bot.wording import _, say_moment


def report_breach(work: Work, command: ReportBreach) -> Done:
    """Tell the DPO, in private and with the words, that personal data may be in the wrong hands."""
    matter = fetch(work, command.case) if command.case else None
    audit.note(work, AuditCode.BREACH_REPORTED, matter.id if matter else None, after={"words": command.words})
    name = work.actor.name
    telling.role(
        work,
        "dpo",
        lambda: _("Possible data breach"),
        lambda: _(
            "{name} handed over a message that says somebody may have got hold of personal data. "
            "It reached us on {moment}; the 72 hours of the law may be running since then.",
            name=name,
            moment=say_moment(command.received_at.astimezone(work.policy.working_hours.tz)),
        ),
        *_quoted(command.words),
        tone="urgent",
    )
    if matter is not None:
        telling.thread(work, matter.id, lambda: _("This may be a data breach. The data protection officer was told."))
    said = _("This sounds like a possible data breach. I have told the data protection officer at once.")
    return Done(matter.reference if matter else "", said)


def pass_to_legal(work: Work, command: PassToLegal) -> Done:
    """Tell the legal team; where the policy names nobody, the DPO."""
    audit.note(work, AuditCode.PASSED_TO_LEGAL, None, after={"words": command.words})
    name = work.actor.name
    telling.role(
        work,
        "legal" if work.policy.roles.legal else "dpo",
        lambda: _("Legal demand"),
        lambda: _(
            "{name} handed over a message that looks like a demand of a court or an authority, on {moment}. "
            "It is no privacy request. Please ask {name} for it.",
            name=name,
            moment=say_moment(command.received_at.astimezone(work.policy.working_hours.tz)),
        ),
        *_quoted(command.words),
        tone="urgent",
    )
    said = _(
        "This looks like a demand of a court or an authority, not a privacy request. I have told the legal team. "
        "Please answer nothing yourself, delete nothing, and keep the message for them."
    )
    return Done("", said)


def _quoted(words: str) -> tuple[Quote, ...]:
    return (Quote(text=words[:1000]),) if words.strip() else ()
