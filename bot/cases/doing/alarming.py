"""What cannot wait for a case: a possible breach, a legal demand. Somebody is told at once, and it is on record."""

from collections.abc import Iterator
from datetime import datetime

from bot.cases import audit
from bot.cases.commands import Done, PassToLegal, ReportBreach
from bot.cases.doing import telling
from bot.cases.matter import Matter, fetch
from bot.cases.words import AuditCode
from bot.cases.work import Work
from bot.conversation.card import Quote
from bot.wording import _, say_moment


def report_breach(work: Work, command: ReportBreach) -> Done:
    """Tell the DPO, in private and with the words, that personal data may be in the wrong hands."""
    matter = fetch(work, command.case) if command.case else None
    audit.note(work, AuditCode.BREACH_REPORTED, matter.id if matter else None, after={"words": command.words})
    first = min(known for known in (command.sent_at, _received(matter), command.received_at) if known is not None)
    telling.role(
        work,
        "dpo",
        lambda: _("Possible data breach"),
        lambda: " ".join(_alarm(work, matter, first, command.received_at)),
        *_quoted(command.words),
        tone="urgent",
    )
    if matter is not None:
        telling.thread(work, matter.id, lambda: _("This may be a data breach. The data protection officer was told."))
    said = _("This sounds like a possible data breach. I have told the data protection officer at once.")
    return Done(matter.reference if matter else "", said)


def tell_of_case(work: Work, matter: Matter) -> None:
    """Name the DPO the case of a possible breach, with the earliest moment that its record knows."""
    first = matter.row.received_at
    telling.role(
        work,
        "dpo",
        lambda: _("Possible data breach"),
        lambda: " ".join(
            (_("{reference} may be about a data breach.", reference=matter.reference), _runs(work, first))
        ),
        tone="urgent",
    )


def _received(matter: Matter | None) -> datetime | None:
    return matter.row.received_at if matter is not None else None


def _alarm(work: Work, matter: Matter | None, first: datetime, handed: datetime) -> Iterator[str]:
    """Who handed it over and when, which case it is, and since when the law's time may run."""
    yield _(
        "{name} handed over, on {moment}, a message that says somebody may have got hold of personal data.",
        name=work.actor.name,
        moment=_moment(work, handed),
    )
    if matter is not None:
        yield _("It belongs to {reference}.", reference=matter.reference)
    if first < handed:
        yield _runs(work, first)
    else:
        yield _("It may have reached us earlier; the 72 hours of the law may be running since it first did.")


def _runs(work: Work, first: datetime) -> str:
    return _(
        "As far as is known it reached us on {moment}; the 72 hours of the law may be running since then.",
        moment=_moment(work, first),
    )


def _moment(work: Work, at: datetime) -> str:
    return say_moment(at.astimezone(work.policy.working_hours.tz))


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
