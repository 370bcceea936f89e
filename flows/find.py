"""What is open, and which cases belong to a reference, a ticket or a person: lists for the privacy team."""

from bot.cases.naming import right_names, status_name
from bot.cases.snapshot import CaseView
from bot.cases.views import how_far
from bot.conversation.card import Card, Line, Table, Text, day
from bot.conversation.scene import Scene
from bot.wording import _
from flows.home import PAGE
from flows.status import cases_of_ticket, mine

FEWEST = 3  # characters to search for; the number of a case may have fewer


def open_cases(scene: Scene) -> Card:
    """The open cases, those due next first; colleagues outside the team see what they handed over."""
    if not scene.by_team:
        return mine(scene)
    cases = scene.records.open_cases()
    if not cases:
        return Card.of(_("No case is open. Well done."))
    more = (Text.of(_("These {count} are due next; there may be more.", count=len(cases)), small=True),)
    return Card.of(_table(cases, scene), *(more if len(cases) >= PAGE else ()), title=_("Open cases"))


def own_cases(scene: Scene) -> Card:
    """What the speaker handed over; for who is of the team and handed nothing over, the open cases."""
    handed = scene.records.handed_over_by(scene.speaker.id)
    return open_cases(scene) if scene.by_team and not handed else mine(scene)


def search(words: str, scene: Scene) -> Card:
    """The cases that belong to what was typed. Only for the team: the answer alone tells that somebody is on record."""
    if not scene.by_team:
        return Card.of(_("Only the privacy team can search. “status” shows what you handed over."))
    typed = words.strip()
    if len(typed) < FEWEST and not typed.isdecimal():
        return Card.of(_("Search for a reference, a ticket number, or the person's whole e-mail address."))
    cases = scene.records.found_by(typed) or tuple(cases_of_ticket(typed, scene))
    if not cases:
        return Card.of(_("I know no case by that. A person is found by their whole address, not by their name."))
    return Card.of(_table(cases, scene), title=_("Found"))


def _table(cases: tuple[CaseView, ...], scene: Scene) -> Table:
    def row(case: CaseView) -> tuple[Line, ...]:
        return (
            (case.reference,),
            (right_names(request.right for request in case.requests),),
            (_state(case, scene),),
            (case.owner_name or _("nobody yet"),),
        )

    state = _("Due") if all(case.open for case in cases) else _("Status")
    head = (_("Case"), _("They ask"), state, _("Owner"))
    return Table(head=head, rows=tuple(row(case) for case in cases))


def _state(case: CaseView, scene: Scene) -> str:
    if not case.open:
        return ", ".join(dict.fromkeys(status_name(request.status) for request in case.requests))
    on = case.counts_to
    return _("{far}: {date}", far=how_far(on, scene.today), date=day(on)) if on else _("no date")
