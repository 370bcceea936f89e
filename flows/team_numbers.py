"""What somebody of the privacy team writes of a case by the last digits of its reference: "note on 12: she rang", "12
also wants a copy", "12 is a duplicate of 9". They get its card, and what is no order may go to its words."""

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.cases.snapshot import CaseView
from bot.cases.views import case_card
from bot.conversation.scene import Outcome, Scene
from bot.rights import Right
from bot.understanding.replies.answers import LONGEST, joins, phrases, plain
from bot.understanding.replies.asides import asks_back, moves
from bot.understanding.replies.days import names_a_day
from bot.understanding.replies.short_whiles import counts_time
from bot.understanding.wordlists import word_lists
from bot.understanding.words import EMAIL
from flows.another import SMALL_TALK
from flows.drafts import DIALOGUE
from flows.handed import Handed
from flows.particulars import OWN_WORDS
from flows.residence import RESIDENCE
from flows.status import our_reference
from flows.wishes import asks, says_a_wish, wants
from flows.word import asking_of_case

_ADDRESS = re.compile(EMAIL)
_NUMBER = re.compile(r"(?<![\w.,/:+-])#?((?:DSR-)?\d{1,8})(?![\w/-]|[.,]\d)", re.IGNORECASE)
_CLAUSE = re.compile(r"[,.;!?]")
_CLAUSE_END = re.compile(r"[,.;:!?]")
_SENTENCE_END = re.compile(r"[.;:!?](?!\w)")
_MOST = 6  # numbers of a message that are looked up
_FEWEST = 2  # words of a note
_MOST_BEFORE = 7  # words before its number: "please add a note to case"


def said_of_number(handed: Handed, scene: Scene) -> Outcome | None:
    """The case that is named so, and the question whether the words are about it; None for any other message."""
    text = handed.mail.text.strip()
    if not scene.by_team or not handed.typed or len(text) > LONGEST:
        return None
    if our_reference(handed.reading) or handed.reading.ticket:
        return None
    if (named := next(_named(text, scene), None)) is None:
        return None
    number = named[1]
    end = _SENTENCE_END.search(text, number.end())
    every = list(_named(text[: end.start() if end else None], scene))
    together, last = _together(every, text)  # "note on 12 and 13: ..."
    before, behind = text[: number.start()], text[last:]
    noted = _is_note(before, behind)
    if not noted and _ADDRESS.search(text):
        return None
    active, back = scene.chat.active, asks_back(text)
    led = not plain(before) and len(plain(behind).split()) > _FEWEST
    ordered = moves(_CLAUSE.split(before)[-1])  # "pause 3 until he sends his ID"
    told = back or led or ordered
    answers = active is not None and (active.asked in OWN_WORDS or not told or _is_address(behind, scene))
    few = len(text) <= SMALL_TALK or not plain(before)
    if not noted and (answers or not few or not _is_of_case(handed, before, behind)):
        return None  # perhaps an answer, or somebody's wish
    shown = together if noted else {other.reference: other for other, _at in every}  # "merge 12 into 9"
    cards = tuple(case_card(one, scene.policy, today=scene.today) for one in shown.values())
    if not noted and (back or moves(_CLAUSE.split(f"{before} {behind}".strip())[0])):
        again = DIALOGUE.again(scene.chat, active, scene) if active is not None else Outcome()
        return replace(again, says=(*cards, *again.says))
    asking = asking_of_case(handed, tuple(together), scene)  # with the card of a ticket's case
    return Outcome(says=tuple(card for card in cards if card not in asking.says)).then(asking)


def _is_address(behind: str, scene: Scene) -> bool:
    """Whether it was asked where somebody lives, and a place stands last behind a number: "1 Main Street, Cork"."""
    active, takes, (street, comma, place) = scene.chat.active, RESIDENCE.takes, behind.rpartition(",")
    if active is None or active.asked != RESIDENCE.name or takes is None or not comma or wants(street):
        return False
    return takes(place.strip(), scene) is not None


def _named(text: str, scene: Scene) -> Iterator[tuple[CaseView, re.Match[str]]]:
    """The cases that bare numbers name: no day, no count of days."""
    for _n, number in zip(range(_MOST), _NUMBER.finditer(text), strict=False):
        before, behind = text[: number.start()].split()[-1:], text[number.end() :].split()[:1]
        if names_a_day(" ".join([*before, number[1], *behind])) or counts_time(" ".join(behind)):
            continue
        cases = scene.records.found_by(number[1])
        if len(cases) == 1:
            yield cases[0], number


def _together(named: list[tuple[CaseView, re.Match[str]]], text: str) -> tuple[dict[str, CaseView], int]:
    """The first case and those whose numbers stand with its own, "12, 13 and 14"; and where the last number ends."""
    together, behind = dict[str, CaseView](), 0
    for case, number in named:
        between = plain(text[behind : number.start()]).split() if together else []
        if not all(map(joins, between)):
            break
        together[case.reference], behind = case, number.end()
    return together, behind


def _is_note(before: str, behind: str) -> bool:
    """Whether a number is led by a word for a note, or leads words itself before a colon: "note for 12: ...", "case 12:
    she wants it on paper"."""
    last = _CLAUSE_END.split(before)[-1]
    led = plain(
        before if len(plain(last).split()) == 1 else last
    ).split()  # "note: for 12"; "note: 2 of them" is of none
    if len(plain(behind).split()) < _FEWEST or len(led) > _MOST_BEFORE:
        return False
    leads = all(word in phrases("looks_up", "asides") for word in led) and behind.lstrip().startswith(":")
    return leads or any(word in phrases("notes", "asides") for word in led)


def _is_of_case(handed: Handed, before: str, behind: str) -> bool:
    """Whether the number counts nothing: "12 also wants a copy" is of a case, "2 customers want a copy" is not."""
    reading = handed.reading
    if reading.name or reading.phone or reading.account_id:
        return False
    led, following = plain(before).split(), plain(behind).split()
    corrects = not led and {fact.value for fact in reading.rights} == {Right.RECTIFICATION}  # "12 lives in Spain"
    together = (reading.unsure or asks(reading)) and not phrases("want_together").isdisjoint(following)
    if corrects or not (reading.surely_asks or together or says_a_wish(f"{before} {behind}")):
        return True
    if not following:  # "she withdrew the deletion in 12"
        return bool(led) and led[-1] in phrases("beside_place")
    if moves(" ".join(led)):
        return True  # "put 12 on hold until we have his ID" sounds like a wish to have it restricted
    of_them = following[0] in phrases("also") or wants(following[0]) or following[0] in word_lists("people")["pronouns"]
    return not led and of_them
