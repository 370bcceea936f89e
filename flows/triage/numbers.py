"""What somebody of the privacy team writes of a case by the last digits of its reference: "note on 12: she rang", "12
also wants a copy", "12 is a duplicate of 9". They get its card, and what is no order may go to its words."""

import re

from bot.cases.snapshot import CaseView
from bot.conversation.scene import Outcome, Scene
from bot.rights import Right
from bot.understanding.replies.answers import LONGEST, joins, phrases, plain
from bot.understanding.replies.asides import sets_right
from bot.understanding.replies.team_orders import (
    asks_of_case,
    is_order,
    is_question,
    leads_order,
    moves,
    only_asks,
    tells_beside_order,
)
from bot.understanding.wordlists import word_lists
from bot.understanding.words import ADDRESS
from flows.draft.another import SMALL_TALK
from flows.handover.handed import Handed
from flows.particulars import OWN_WORDS
from flows.record.team_cases import cards_of, colleagues, numbered, ranges_listed, shown
from flows.record.which_case import of_ticket
from flows.record.word import asking_of_case
from flows.slots.residence import RESIDENCE
from flows.slots.wishes import asks, says_a_wish, wants
from flows.status import our_reference, same_number

_CLAUSE = re.compile(r"[,.;!?]")
_CLAUSE_END = re.compile(r"[,.;:!?]")
_SENTENCE_END = re.compile(r"[.;:!?](?!\w)")
_FEWEST = 2  # words of a note
_MOST_BEFORE = 7  # words before its number: "please add a note to case"


def said_of_number(handed: Handed, scene: Scene) -> Outcome | None:
    """The case that is named so, and the question whether the words are about it; None for any other message."""
    if not scene.by_team or not handed.typed or len(handed.mail.text) > LONGEST:
        return None
    text = ranges_listed(handed.mail.text.strip())
    named, ticket = next(numbered(text, scene), None), handed.reading.ticket
    if named is None or our_reference(handed.reading):
        return None
    if ticket is not None and (same_number(ticket.value, named[1][1]) or of_ticket(handed.reading, scene)):
        return None  # but "the ticket of 5 is 4810"
    number = named[1]
    end = _SENTENCE_END.search(text, number.end())
    every = [
        (case, at) for case, at in numbered(text, scene) if end is None or at.start() < end.start()
    ]  # no "2. März"
    together, last = _together(every, text)  # "note on 12 and 13: ..."
    before, behind = text[: number.start()], text[last:]
    noted = _is_note(before, behind)
    if not noted and ADDRESS.search(text):
        return None
    active, back = scene.chat.active, is_question(text)
    led = not plain(before) and len(plain(behind).split()) > _FEWEST
    ordered = moves(_CLAUSE.split(before)[-1])  # "pause 3 until he sends his ID"
    told = back or led or ordered
    answers = active is not None and (active.asked in OWN_WORDS or not told or _is_address(behind, scene))
    listed = len(together) > 1 and not plain(before)  # "9, 10 and 11: please look at these"
    few = len(text) <= SMALL_TALK or not plain(before)
    if not noted and (answers or not few or not (listed or _is_of_case(handed, before, behind))):
        return None  # perhaps an answer, or somebody's wish
    named_all = tuple(together.values() if noted else [other for other, _at in every])  # "merge 12 into 9"
    said = " ".join(word for word in plain(f"{before} {behind}").split() if not word.isdecimal())
    ordered = (is_order(said, colleagues(scene)) or leads_order(before)) and not wants(said)
    further = text[end.end() :] if end is not None else ""  # "mine: 1, 6. Noor gets 10"
    more = [other for other, at in numbered(further, scene) if not noted or _begins_note(further, at)]
    tells = bool(more) and not (is_order(further, colleagues(scene)) or is_question(further))
    tells = tells or tells_beside_order(text)
    if not noted and (only_asks(text) or ordered) and not tells:
        return shown((*named_all, *more), text, scene)
    about = tuple(dict.fromkeys((*together, *(other.reference for other in more))))
    asking = asking_of_case(handed, about, scene)  # with the card of a ticket's case
    cards = cards_of((*named_all, *more), scene)
    return Outcome(says=tuple(card for card in cards if card not in asking.says)).then(asking)


def _is_address(behind: str, scene: Scene) -> bool:
    """Whether it was asked where somebody lives, and a place stands last behind a number: "1 Main Street, Cork"."""
    active, takes, (street, comma, place) = scene.chat.active, RESIDENCE.takes, behind.rpartition(",")
    if active is None or active.asked != RESIDENCE.name or takes is None or not comma or wants(street):
        return False
    return takes(place.strip(), scene) is not None


def _together(named: list[tuple[CaseView, re.Match[str]]], text: str) -> tuple[dict[str, CaseView], int]:
    """The first case and those whose numbers stand with its own, "12, 13 and 14"; and where the last number ends."""
    together, behind = dict[str, CaseView](), 0
    for case, number in named:
        between = plain(text[behind : number.start()]).split() if together else []
        if not all(map(joins, between)):
            break
        together[case.reference], behind = case, number.end()
    return together, behind


def _begins_note(text: str, number: re.Match[str]) -> bool:
    """Whether a sentence begins with a number and a colon: "2: he rang. 9: same man"."""
    before = _CLAUSE_END.split(text[: number.start()])[-1]
    return not before.strip() and text[number.end() :].lstrip().startswith(":")


def _is_note(before: str, behind: str) -> bool:
    """Whether a number is led by a word for a note, or leads words itself before a colon: "note for 12: ...", "case 12:
    she wants it on paper"."""
    last = _CLAUSE_END.split(before)[-1]
    whole = len(plain(last).split()) == 1  # "note: for 12"; "note: 2 of them" is of none
    led = plain(before if whole else last).split()
    if len(plain(behind).split()) < _FEWEST or len(led) > _MOST_BEFORE:
        return False
    leads = all(word in phrases("looks_up", "team_orders") for word in led) and behind.lstrip().startswith(":")
    leads = leads and not is_question(behind.lstrip(": "))  # "9 to 11: who has them?"
    return leads or any(word in phrases("notes", "asides") for word in led)


def _is_of_case(handed: Handed, before: str, behind: str) -> bool:
    """Whether the number counts nothing: "12 also wants a copy" is of a case, "2 customers want a copy" is not."""
    reading, said = handed.reading, f"{before} {behind}"
    led, following = plain(before).split(), plain(behind).split()
    placed = bool(led) and led[-1] in phrases("of_number", "team_orders")
    told_of = not led and bool(following) and following[0] in phrases("is_so", "team_orders")  # "9 is a deletion"
    theirs = (
        placed and len(led) > 1 and led[-2] in phrases("customers")
    )  # "the customer of 1 rang, he wants it on paper"
    if (placed or told_of) and (theirs or sets_right(said)):
        return True  # "the name in 6 is wrong, it's Lea Holme"
    if reading.name or reading.phone or reading.account_id:
        return False
    if told_of or (asks_of_case(before, behind) and not reading.surely_asks):
        return True
    corrects = not led and {fact.value for fact in reading.rights} == {Right.RECTIFICATION}  # "12 lives in Spain"
    together = (reading.unsure or asks(reading)) and not phrases("want_together").isdisjoint(following)
    if corrects or not (reading.surely_asks or together or says_a_wish(said)):
        return True
    if not following:  # "she withdrew the deletion in 12", "delete 12"
        return placed or len(led) == 1
    if moves(" ".join(led)):
        return True  # "put 12 on hold until we have his ID" sounds like a wish to have it restricted
    of_them = following[0] in phrases("also") or wants(following[0]) or following[0] in word_lists("people")["pronouns"]
    return not led and of_them
