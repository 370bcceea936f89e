"""The cases that somebody of the privacy team names by the last digits of their references, and how they are shown."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.cases.naming import right_name
from bot.cases.snapshot import CaseView
from bot.cases.views import case_card
from bot.conversation.card import Card, Text
from bot.conversation.scene import Outcome, Scene
from bot.understanding.replies.answers import phrases, plain
from bot.understanding.replies.asides import counts_time
from bot.understanding.replies.days import names_a_day
from bot.understanding.replies.team_orders import asks_of_dates, asks_of_details, asks_of_its_dates, links
from bot.wording import _
from flows.dialogue import DIALOGUE
from flows.record.find import owners

_NUMBER = re.compile(r"(?<![\w.,/:+-])#?((?:DSR-)?\d{1,8})(?![\w/-]|[.,]\d)", re.IGNORECASE)
_RANGE = re.compile(
    r"(?<![\w.,/:+-])#?(\d{1,4})( ?[-–] ?| [^\W\d_](?:[^\d\n,.;]{0,14}[^\W\d_])? )#?(\d{1,4})(?![\w/-]|[.,]\d)"
)
_SHORT = re.compile(r"([a-z]{2,5}-\d{4}-)(\d{1,3})", re.IGNORECASE)
_LONG_WORD = 30  # characters
MOST = 12  # numbers of a message that are looked up


def ranges_listed(text: str) -> str:
    """The text with each case of a range: "9, 10, 11" for "9-11" and "9 to 11", but not "2-3 weeks", "link 9 to 11"."""
    return text if links(text) else _RANGE.sub(_listed, text)


def _listed(found: re.Match[str]) -> str:
    first, last = int(found[1]), int(found[3])
    behind = " ".join(found.string[found.end() : found.end() + _LONG_WORD].split()[:1])
    said = any(sign in found[2] for sign in "-–") or plain(found[2]) in phrases("as_far_as")
    of_time = counts_time(behind) or names_a_day(f"{last} {behind}")
    if not said or not 0 < last - first < MOST or of_time:
        return found[0]
    return ", ".join(map(str, range(first, last + 1)))


def colleagues(scene: Scene) -> frozenset[str]:
    """The words of the names of colleagues, as far as they are known here: the policy has their addresses."""
    roles = scene.policy.roles
    names = [email.partition("@")[0] for email in (*roles.team, *roles.dpo)]
    return owners(scene) | {
        word for name in (*names, *(name for _id, name in scene.team)) for word in plain(name).split()
    }


def whole_reference(number: str) -> str:
    """A number as it stands in a reference: "DSR-2026-0003" for "dsr-2026-3"; any other as it is."""
    return _SHORT.sub(lambda found: f"{found[1].upper()}{found[2]:0>4}", number)


def numbered(text: str, scene: Scene) -> Iterator[tuple[CaseView, re.Match[str]]]:
    """The cases that bare numbers name: no day, no count of days. What happened "for 5 yesterday" did so on no 5th."""
    relative = phrases("today") | phrases("yesterday")
    for _n, number in zip(range(MOST), _NUMBER.finditer(text), strict=False):
        before, behind = text[: number.start()].split()[-1:], text[number.end() :].lstrip(". ").split()[:2]
        behind = behind if plain(behind[0] if behind else "") in phrases("articles_of_days") else behind[:1]
        told = [word for word in (*before, number[1], *behind) if plain(word) not in relative]
        if names_a_day(" ".join(told)) or counts_time(" ".join(behind)):
            continue
        cases = scene.records.found_by(number[1])
        if len(cases) == 1:
            yield cases[0], number


def cards_of(cases: Iterable[CaseView], scene: Scene) -> tuple[Card, ...]:
    """The card of each case."""
    each = {case.reference: case for case in cases}
    return tuple(case_card(case, scene.policy, today=scene.today) for case in each.values())


def shown(cases: Sequence[CaseView], order: str, scene: Scene) -> Outcome:
    """The cards of cases, with what a question asks of the only one, above the question that is open."""
    cards = cards_of(cases, scene)
    answer = answered(cases[0], order, scene) if len(cards) == 1 else ()
    return above((*cards, *answer), scene)


def above(cards: tuple[Card, ...], scene: Scene) -> Outcome:
    """Cards above the question that is open."""
    active = scene.chat.active
    again = DIALOGUE.again(scene.chat, active, scene) if active is not None else Outcome()
    return replace(again, says=(*cards, *again.says))


def answered(case: CaseView, order: str, scene: Scene) -> tuple[Card, ...]:
    """What answers a question about a case beside its card, where no personal data does."""
    known = scene.records.case(case.reference)  # with what explains its dates
    if known is not None and (asks_of_dates(order) or asks_of_its_dates(order)):
        lines = [(request.right, line) for request in known.requests for line in request.explained]
        if lines:
            return (Card.of(*(Text.of(f"{right_name(right)}: {line}", small=True) for right, line in lines)),)
    if asks_of_details(order):
        return (Card.of(_("Who it is, their words and who handed them over: see “Details …”.")),)
    return ()
