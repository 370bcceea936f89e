"""What is open, and which cases belong to a reference, a ticket or a person: lists for the privacy team."""

from datetime import date
from zoneinfo import ZoneInfo

from bot.cases.naming import right_names, status_name
from bot.cases.snapshot import CaseView
from bot.cases.views import case_due
from bot.conversation.card import Bold, Card, Line, Table, Text, day
from bot.conversation.scene import Scene
from bot.understanding.replies.answers import plain
from bot.understanding.replies.which_open import WhichOpen, which_open
from bot.wording import _, plural
from flows.status import cases_of_ticket, handed_over_table, mine

PAGE = 20  # the record hands out this many of the open cases, soonest first; beyond it, counts are "at least"
_OWN = "mine"
FEWEST = 3  # characters to search for; the number of a case may have fewer


def open_cases(scene: Scene, words: str = "") -> Card:
    """The open cases for which words ask, those due next first; colleagues outside the team see what they handed over.

    How many more are open is told, and where none is asked for all are shown: no case is hidden by a word misread.
    """
    if not scene.by_team:
        return mine(scene)
    every = scene.records.open_cases()
    if not every:
        return Card.of(_("No case is open. Well done."))
    full = len(every) >= PAGE
    there_may_be = _("These {count} are due next; there may be more.", count=len(every))
    more = (Text.of(there_may_be, small=True),) if full else ()
    which = which_open(words, scene.today, owners(scene))
    if not which:
        return Card.of(_table(every, scene), *more, title=_("Open cases"))
    if which.closed:
        only = _("I list open cases only. A closed one is found by its reference, its ticket, or the whole address.")
        return Card.of(only, _table(every, scene), *more, title=_("Open cases"))
    some = tuple(case for case in _owned(which, scene, every) if _is_asked(case, which, scene))
    title = _title(which, every)
    if not some:
        none = _("{which}: none. These are open:", which=title)
        return Card.of(none, _table(every, scene), *more, title=_("Open cases"))
    left = len([case for case in every if case not in some])
    beside = plural("{count} more is open.", "{count} more are open.", left)
    if full and not which.own:
        beside = _("Of the {count} that are due next; there may be more.", count=len(every))
    note = Text.of(f"{beside} " + _("“list all open” shows all."), small=True)
    return Card.of(_table(some, scene), *((note,) if left else ()), title=title)


def came_in(since: date, scene: Scene) -> Card:
    """The cases that were opened since a day, newest first; those that were closed since, too."""
    latest, zone = scene.records.latest_cases(), ZoneInfo(scene.policy.working_hours.zone)
    some = tuple(case for case in latest if case.opened_at.astimezone(zone).date() >= since)
    title = _("New since {day}", day=day(since))
    if not some:
        last = day(latest[0].opened_at.astimezone(zone).date()) if latest else None
        return Card.of(_("None. The last one was opened on {day}.", day=last) if last else _("None."), title=title)
    more = _("These {count} are the newest; there may be more.", count=len(some))
    note = (Text.of(more, small=True),) if len(some) == len(latest) >= PAGE else ()
    return Card.of(_table(some, scene), *note, title=title)


def owners(scene: Scene) -> frozenset[str]:
    """The words of the names of who has taken an open case."""
    cases = scene.records.open_cases() if scene.by_team else ()
    return frozenset(word for case in cases for word in plain(case.owner_name or "").split())


def own_cases(scene: Scene) -> Card:
    """What the speaker has taken and what they handed over; for who is of the team and has neither, the open cases."""
    handed = scene.records.handed_over_by(scene.speaker.id)
    if not scene.by_team or not scene.records.owned_by(scene.speaker.id):
        return open_cases(scene) if scene.by_team and not handed else mine(scene)
    taken = open_cases(scene, _OWN)
    beside = (Text.of(Bold(text=_("You handed over"))), handed_over_table(handed)) if handed else ()
    return Card(title=taken.title, blocks=(*taken.blocks, *beside))


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


def by_no_name() -> Card:
    """What is said to who calls a case by somebody's name: names are sealed, and no list shows them."""
    return Card.of(
        _("I can't find a case by a name. Write its reference, its ticket, or the person's whole e-mail address.")
    )


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
    return case_due(case, scene.today)


def _owned(which: WhichOpen, scene: Scene, every: tuple[CaseView, ...]) -> tuple[CaseView, ...]:
    return scene.records.owned_by(scene.speaker.id) if which.own else every


def _is_asked(case: CaseView, which: WhichOpen, scene: Scene) -> bool:
    """Whether it is one of those; what is late already is due by any day, and "late or paused" is either."""
    timely = which.by is not None and case.counts_to is not None and case.counts_to <= which.by
    timely = timely or (which.late and case.is_late(scene.today))
    stands_still = which.paused and any(request.stands_still for request in case.open_requests)
    told = timely or stands_still or (which.by is None and not (which.late or which.paused))
    theirs = not which.owners or _is_theirs(case, which)
    return told and theirs and not (which.nobodys and case.owner is not None)


def _is_theirs(case: CaseView, which: WhichOpen) -> bool:
    return not which.owners.isdisjoint(plain(case.owner_name or "").split())


def _title(which: WhichOpen, every: tuple[CaseView, ...]) -> str:
    names = dict.fromkeys(case.owner_name for case in every if case.owner_name and _is_theirs(case, which))
    parts = (
        _("Overdue") if which.late else "",
        _("Due by {day}", day=day(which.by)) if which.by else "",
        _("Clock stopped") if which.paused else "",
        _("Nobody has taken these") if which.nobodys else "",
        _("Yours") if which.own else "",
        ", ".join(names),
    )
    return "; ".join(part for part in parts if part) or _("Open cases")
