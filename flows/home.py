"""The condensed home page: the team sees what is due, everybody else what became of what they handed over."""

from collections.abc import Iterable, Iterator
from datetime import date

from bot.cases.actions import Take
from bot.cases.naming import right_names
from bot.cases.snapshot import CaseView
from bot.cases.views import case_due
from bot.conversation.card import Actions, Block, Bold, Button, Card, Facts, Line, Table, Text
from bot.conversation.scene import Scene
from bot.understanding.replies.asides import asks, greets
from bot.wording import _
from flows.help import hello_card
from flows.record.find import PAGE
from flows.status import handed_over_table

MOST_ROWS = 5


def home(scene: Scene) -> Card:
    """The home page of whoever opens it."""
    own = scene.records.handed_over_by(scene.speaker.id)
    if not scene.by_team:
        return colleague_home(own)
    return team_home(scene.records.open_cases(), own, scene.speaker.id, scene.today)


def greeting(text: str, scene: Scene) -> Card:
    """What to do next, for who greets or says what I make nothing of. What the team has open may answer a question of
    theirs: "morning, what do we have?"; but not "lunch at 12:42?"."""
    hello, looks = hello_card(scene), scene.by_team and (greets(text) or asks(text))
    if not looks or any(map(str.isdecimal, text)):
        return hello
    at_home = home(scene)
    return at_home.model_copy(update={"blocks": (*hello.blocks, *at_home.blocks)})


def team_home(cases: Iterable[CaseView], own: Iterable[CaseView], speaker: str, today: date) -> Card:
    """What the team has open. Each case stands in the first list that it belongs to.

    Args:
        cases: open cases.
        own: what the speaker handed over.
        speaker: speaker id of the colleague who looks.
        today: in the team's zone.
    """
    cases = sorted((case for case in cases if case.open), key=lambda case: (case.counts_to or date.max, case.id))
    late = [case for case in cases if case.is_late(today)]
    unowned = [case for case in cases if case.owner is None]
    mine = [case for case in cases if case.owner == speaker]
    more = len(cases) >= PAGE
    counts = Facts.of(
        (_("Open cases"), _count(cases, more)),
        (_("Overdue"), _count(late, more and len(late) == len(cases))),
        (_("Nobody has taken"), _count(unowned, more)),
        (_("Yours"), _count(mine, more)),
    )
    blocks: list[Block] = [counts]
    shown: set[int] = set()
    for heading, some in (
        (_("Overdue"), late),
        (_("Nobody has taken these"), unowned),
        (_("Yours"), mine),
        (_("Due next"), cases),
    ):
        fresh = [case for case in some if case.id not in shown][:MOST_ROWS]
        shown |= {case.id for case in fresh}
        blocks.extend(_list(heading, fresh, today))
        if take := [_take(case) for case in fresh if case.owner is None]:
            blocks.append(Actions.of(*take))
    if not cases:
        blocks.append(Text.of(_("No case is open. Well done.")))
    blocks.extend(_own(own))
    return Card(title=_("Privacy requests"), blocks=tuple(blocks), tone="urgent" if late else "neutral")


def colleague_home(own: Iterable[CaseView]) -> Card:
    """What somebody outside the team handed over, and its state. Nothing of what was found."""
    blocks = tuple(_own(own))
    intro = Text.of(_("Did a customer ask for their data, or to be deleted or left alone? Hand me their message."))
    return Card(title=_("Privacy requests"), blocks=(intro, *blocks))


def _own(own: Iterable[CaseView]) -> Iterator[Block]:
    handed = tuple(own)
    if handed:
        yield Text.of(Bold(text=_("You handed over")))
        yield handed_over_table(handed)


def _list(heading: str, cases: list[CaseView], today: date) -> Iterator[Block]:
    def row(case: CaseView) -> tuple[Line, ...]:
        due = case_due(case, today)
        return (case.reference,), (right_names(r.right for r in case.open_requests),), (due,), (_owner(case),)

    if cases:
        yield Text.of(Bold(text=heading))
        yield Table(head=(_("Case"), _("They ask"), _("Due"), _("Owner")), rows=tuple(row(case) for case in cases))


def _count(cases: list[CaseView], more: bool) -> str:
    return f"{len(cases)}+" if more else str(len(cases))


def _owner(case: CaseView) -> str:
    return case.owner_name or _("nobody yet")


def _take(case: CaseView) -> Button:
    return Button.of(_("Take {reference}", reference=case.reference), Take(case=case.reference, seen=case.version))
