"""The end of a hand-over: the reference, what to tell the customer, and what not."""

from collections.abc import Sequence

from bot.cases.commands import Done
from bot.cases.naming import called
from bot.cases.snapshot import CaseView
from bot.conversation.card import Card, Facts, Inline, Link, Text, day
from bot.conversation.draft import Draft
from bot.conversation.scene import Scene
from bot.conversation.slot import Known
from bot.policy import Links
from bot.rights import Right
from bot.wording import _
from flows.slots.rights import RIGHTS


def closing(draft: Draft, scene: Scene, done: tuple[Done, ...]) -> Card:
    """What the reporter hears when their hand-over is on record."""
    last = done[-1]
    case = scene.records.case(last.reference)
    title = called(last.reference, case.ticket if case else None)
    if not last.opened:
        return Card.of(last.said, _told_you(), title=title)
    asked = Known(draft.answers).get(RIGHTS)
    facts = _to_tell(last.reference, set(asked) if asked else set(), case, scene)
    return Card(title=title, blocks=(Text.of(last.said), facts, Text.of(_told_you(), small=True)), tone="good")


def to_tell(case: CaseView, scene: Scene) -> Card:
    """The same once more, of a case that is on record."""
    rights = {request.right for request in case.requests}
    return Card.of(_to_tell(case.reference, rights, case, scene), title=called(case.reference, case.ticket))


def answers_due(cases: Sequence[CaseView]) -> Card:
    """By which day there is an answer to each of several cases."""
    days = ((case, min((one.due for one in case.open_requests if one.due), default=None)) for case in cases)
    return Card.of(
        Facts.of(*((called(case.reference, case.ticket), day(on) if on else _("no date")) for case, on in days)),
        title=_("They have an answer by"),
    )


def _to_tell(reference: str, rights: set[Right], case: CaseView | None, scene: Scene) -> Facts:
    dates = [request.due for request in case.requests if request.due] if case else []
    answer_by = ((_("They have an answer by"), day(min(dates))),) if dates else ()
    on = case.received_at.astimezone(scene.speaker.tz).date() if case else None
    reached = ((_("Received"), day(on)),) if on else ()  # nobody may have been asked for it
    return Facts.of(
        (_("Tell the customer"), _tell(reference, rights)),
        *reached,
        *answer_by,
        *_themselves(rights, scene.policy.links),
        (_("Please don't"), _dont(rights)),
    )


def _themselves(rights: set[Right], links: Links) -> tuple[tuple[str, Inline], ...]:
    """Self-service: offered, never a condition."""
    pages = ((Right.OPT_OUT_MARKETING, links.preferences), (Right.OPT_OUT_SALE, links.do_not_sell))
    offered = [url for right, url in pages if right in rights and url]
    return tuple((_("If they prefer to do it themselves"), Link(text=url, url=url)) for url in offered)


def _tell(reference: str, rights: set[Right]) -> str:
    received = _(
        "“We have received your request ({reference}). Our privacy team will write to you.”", reference=reference
    )
    if rights == {Right.COMPLAINT}:
        received = _(
            "“We have received your complaint ({reference}). Our privacy team will write to you. "
            "You will have no disadvantage from it.”",
            reference=reference,
        )
    return received


def _dont(rights: set[Right]) -> str:
    if rights <= {Right.OPT_OUT_MARKETING, Right.OPT_OUT_SALE, Right.LIMIT_SENSITIVE, Right.COMPLAINT}:
        return _("ask for an ID or a reason, promise a result, or say what we hold about them.")
    return _("ask for an ID, promise a result, say what we hold about them, or send any data yourself.")


def _told_you() -> str:
    return _("You hear from me here when the case moves and when it is closed.")
