"""What a short reply tells and is nowhere in the open draft afterwards.

Many readers look at a reply, each for what it knows, and whoever takes it may leave a part. So what was done is looked
at once more, whoever did it: each name, address, number, day, place and wish of the reply must be in the draft then. Of
several ways to take a reply the one counts that leaves the least (`least_lost`); what is left all the same is quoted,
and kept with the case (`accounted`). Nothing is dropped in silence.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import takewhile

from bot.cases.commands import OpenCase
from bot.cases.snapshot import Person
from bot.conversation.ahead import without_joint
from bot.conversation.asking import changed_to
from bot.conversation.card import Bold, Card, Text
from bot.conversation.dialogue import LONGEST_ANSWER
from bot.conversation.draft import REVIEW, Draft
from bot.conversation.scene import Outcome, Scene
from bot.conversation.slot import Known
from bot.conversation.turn import Said
from bot.rights import Right
from bot.understanding.replies.answers import of_arrival, phrases, plain, says_not, speaks_of
from bot.understanding.replies.arrived import only_when
from bot.understanding.replies.asides import asks_back
from bot.understanding.replies.came_in import names_some_day
from bot.understanding.replies.days import names_a_day
from bot.understanding.replies.named_rights import named, parts_of
from bot.understanding.replies.pieces import between_signs
from bot.understanding.replies.remarks import has_none, keeps_something
from bot.understanding.where.places import is_place
from bot.understanding.who.names import is_ordinary, is_organisation
from bot.understanding.words import ADDRESS
from bot.wording import _, cut
from flows.dialogue import DIALOGUE
from flows.draft.kept_words import below
from flows.particulars import OWN_WORDS
from flows.slots.arrival import NAMED, RECEIVED, days_offered
from flows.slots.name_parts import left_behind
from flows.slots.names import named_in, said_beside
from flows.slots.people import PERSON
from flows.slots.people_named import given_in
from flows.slots.remarks import SAID
from flows.slots.residence import RESIDENCE
from flows.slots.rights import RIGHTS

MOST_PARTS = 12
LONG_NUMBER = 9  # digits of a phone
SURE_NUMBER = 5  # digits of one that is found within others
LONGEST_SHOWN = 80  # characters of a part
_NUMBER = re.compile(r"\d(?:[ ()./-]{0,2}\d)*")


def accounted(outcome: Outcome, said: Said, scene: Scene) -> Outcome:
    """What was done with a reply, with the parts of it that left no trace: they are quoted, and kept with the case."""
    before, words = scene.chat.active, said.text.strip()
    draft = _still_open(outcome, scene)
    if before is None or draft is None or len(words) > LONGEST_ANSWER or said.files or said.author or said.logged:
        return outcome
    if (person := _at_another_s_address(words, before, draft, scene)) is not None:
        outcome, draft = _without_address(person, outcome, draft, scene)
    if keeps_denied(words, draft) or _may_keep(words, before, draft):
        return DIALOGUE.asked_anew(outcome.chat or scene.chat, draft, RIGHTS, words, scene)
    lost, known = _lost(words, draft, scene, _told_of_others(outcome, draft, scene)), Known(draft.answers)
    if _speaks_of_a_day(words, before, draft, scene):
        return DIALOGUE.asked_anew(outcome.chat or scene.chat, draft, RECEIVED, words, scene)
    if _took_nothing(draft, before):  # and that was said
        held = _Held(draft, scene)
        lost = tuple(part for part in lost if held.lacks_contact(part) or (RECEIVED in known and held.lacks_day(part)))
    lost = tuple(part for part in lost if part not in draft.text)  # what is unread stands there
    for part in lost:
        known = known.having(SAID, below(known, part))
    if RECEIVED not in known and not known.get(NAMED) and (days := days_offered(words, scene)):
        known = known.having(NAMED, days, "heard")  # offered until one is told
    if known.answers == draft.answers:
        return outcome
    shown = "\n".join(card.plain() for card in outcome.says)
    lines = tuple(Text.of(_left_out(part)) for part in lost if part not in shown)
    return _shown(outcome, draft.learn(known.answers), lines, scene)


def _at_another_s_address(words: str, before: Draft, draft: Draft, scene: Scene) -> Person | None:
    """The person of a typed draft, where a reply says that it is somebody else, and the address still shows the one who
    it is not: of Ann Berg, ann.berg@..., "no, it's Bo Berg". "Her name is Bo" tells the same person's."""
    old, new = DIALOGUE.so_far(PERSON, before, scene), Known(draft.answers).get(PERSON)
    if old is None or new is None or not new.email or new.email != old.email or draft.mail is not None:
        return None
    renamed = not phrases("naming").isdisjoint(plain(words).split())
    return None if renamed or not left_behind(new.email, old.name or "", new.name or "") else new


def _without_address(person: Person, outcome: Outcome, draft: Draft, scene: Scene) -> tuple[Outcome, Draft]:
    """What was done, and the draft, without the address of the person, which is kept beside it."""
    bare, address = replace(person, email=None), person.email or ""
    known = Known(draft.answers).having(PERSON, bare)
    kept = draft.learn(known.having(SAID, below(known, address)).answers)
    *others, last = outcome.says or (Card.of(),)
    told = [block for block in takewhile(lambda block: isinstance(block, Text), last.blocks) if isinstance(block, Text)]
    asked = [block for block in told if block.small or any(isinstance(part, Bold) for part in block.parts)]
    lead = [block for block in told if block not in asked and address not in Card(blocks=(block,)).plain()]
    lead += [Text.of(changed_to(PERSON, bare)), Text.of(_left_out(address))]
    again = DIALOGUE.advance(outcome.chat or scene.chat, kept, scene, tuple(lead), hear=False)
    after = again.chat.draft(kept.id) if again.chat is not None else None
    return replace(outcome, says=(*others, *again.says), chat=again.chat), after or kept


def _speaks_of_a_day(words: str, before: Draft, draft: Draft, scene: Scene) -> bool:
    """Whether a reply denies when it came in, and names a day that nobody could read: "no that was the reminder, the
    first one came on the 24th"."""
    old, new = Known(before.answers).get(RECEIVED), Known(draft.answers).get(RECEIVED)
    denies = plain(words).split(" ")[0] in phrases("no") and of_arrival(words) and names_some_day(words)
    if not denies or old is None or old != new or scene.chat.waits is not None or before.asked in OWN_WORDS:
        return False
    ways = (RECEIVED.tells, RECEIVED.takes)
    return not asks_back(words) and all(way is None or way(words, scene) is None for way in ways)


def _left_out(part: str) -> str:
    words = cut(part, LONGEST_SHOWN)
    return _("Not taken in: “{words}”. The team sees it with the case; if it matters, say it by itself.", words=words)


def _took_nothing(draft: Draft, before: Draft) -> bool:
    return (draft.answers, draft.text) == (before.answers, before.text)


def keeps_denied(words: str, draft: Draft) -> bool:
    """Whether a draft still asks for what a part of a reply says in so many words not to be wanted: "not deletion"."""
    if len(words) > LONGEST_ANSWER or draft.asked in OWN_WORDS:
        return False
    asked, called = Known(draft.answers).get(RIGHTS) or (), filter(None, map(named, parts_of(words)))
    stays = Right.ERASURE in asked and speaks_of(words, "may_stay")
    return stays or any(right in asked and not wanted for right, wanted in called)


def _may_keep(words: str, before: Draft, draft: Draft) -> bool:
    """Whether a draft still asks for a deletion, while a reply that adds a wish says that something be kept: "keep the
    points, just no more emails"."""
    old, new = Known(before.answers).get(RIGHTS) or (), Known(draft.answers).get(RIGHTS) or ()
    more = {*new} - {*old, Right.ERASURE}
    return Right.ERASURE in old and Right.ERASURE in new and bool(more) and keeps_something(words)


def least_lost(words: str, scene: Scene, *ways: Callable[[], Outcome | None]) -> Outcome | None:
    """The first of several ways to take a reply that leaves nothing of it, or else the one that leaves the least. What
    is merely kept in its words is left, too."""
    best, fewest = None, MOST_PARTS + 1
    for way in ways:
        outcome = way()
        draft = _still_open(outcome, scene) if outcome is not None else None
        if outcome is None:
            continue
        bare = replace(draft, answers=Known(draft.answers).without(SAID).answers) if draft is not None else None
        left = len(_lost(words, bare, scene)) if bare is not None else 0
        if left < fewest:
            best, fewest = outcome, left
        if fewest == 0:
            return best
    return best


def _told_of_others(outcome: Outcome, draft: Draft, scene: Scene) -> tuple[Draft, ...]:
    """The drafts that wait behind the open one, and of which something was told now."""
    before = {one.id: one for one in scene.chat.drafts}
    chat = outcome.chat or scene.chat
    return tuple(one for one in chat.drafts if one.id != draft.id and one != before.get(one.id))


def _lost(words: str, draft: Draft, scene: Scene, others: tuple[Draft, ...] = ()) -> tuple[str, ...]:
    """The parts of a reply that tell something which is neither in a draft nor in one of the others."""
    before = scene.chat.active
    if before is None or len(words) > LONGEST_ANSWER:
        return ()
    parts = [without_joint(piece).strip(" .") for piece in between_signs(words)][:MOST_PARTS]
    return tuple(filter(_Held(draft, scene, others).lacks, parts))


def _still_open(outcome: Outcome, scene: Scene) -> Draft | None:
    """The open draft as it is now, where it goes on and nothing else was begun, dropped, asked about, or put beside
    it."""
    before, chat = scene.chat.active, outcome.chat or scene.chat
    others_too = {draft.id for draft in scene.chat.drafts} == {draft.id for draft in chat.drafts}
    begun = not others_too or chat.pending != scene.chat.pending
    begun = begun or any(one != scene.chat.draft(one.id) for one in chat.drafts if before and one.id != before.id)
    begun = begun or any(isinstance(command, OpenCase) for command in outcome.commands)  # a ticket's own, at once
    return None if before is None or begun or chat.later != scene.chat.later else chat.draft(before.id)


class _Held:
    """What a draft holds, to be compared with what a part of a reply tells."""

    def __init__(self, draft: Draft, scene: Scene, others: tuple[Draft, ...] = ()) -> None:
        before = scene.chat.active
        values = [str(value.value) for one in (draft, *others) for value in one.answers.values()]
        told = before.text if before is not None else ""
        self._text = "\n".join([*values, told]).casefold()
        self._words = {*plain(ADDRESS.sub(" ", self._text)).split()}
        self._digits = re.sub(r"\D", "", self._text)
        self._before = (
            {*plain(" ".join(str(one.value) for one in before.answers.values())).split()} if before else set()
        )
        self._known, self._scene, self._draft = Known(draft.answers), scene, draft

    def lacks(self, part: str) -> bool:
        """Whether a part of a reply tells something that is not held."""
        if not plain(part) or part.casefold() in self._text or asks_back(part):
            return False
        looks = (self.lacks_address, self._name, self.lacks_day, self._number, self._place, self._wish)
        return any(lacks(part) for lacks in looks)

    def lacks_address(self, part: str) -> bool:
        """Whether an address stands in a part of a reply that is not held."""
        return any(one.casefold() not in self._text for one in ADDRESS.findall(part))

    def lacks_contact(self, part: str) -> bool:
        """Whether an address or a long number stands in a part of a reply that is not held."""
        digits = max((len(re.sub(r"\D", "", one)) for one in _NUMBER.findall(ADDRESS.sub(" ", part))), default=0)
        return self.lacks_address(part) or (digits >= SURE_NUMBER and self._number(part))

    def _name(self, part: str) -> bool:
        names = [] if any(map(named, parts_of(part))) else [*named_in(part), *given_in(part)]  # nouns are no names
        places = {word for name in names if is_place(name) for word in name.split()}  # "São Paulo"
        names = [name for name in names if name not in places]
        known = self._words | (self._before if says_not(part) else set())  # "Mike, not Mick"
        return any(not {*plain(one).split()} - said_beside() <= known for one in names if _is_persons(one))

    def lacks_day(self, part: str) -> bool:
        """Whether a part of a reply names a day that is not held."""
        if not names_a_day(part):
            return False
        ways = (RECEIVED.ahead, RECEIVED.takes)
        told = next((day for way in ways if way and (day := way(part, self._scene)) is not None), None)
        days = {told.date()} if told is not None else {*days_offered(part, self._scene)}
        known = self._known.get(RECEIVED)
        if known is not None:
            return bool(days) and known.date() not in days
        return bool(days) and not days <= {*(self._known.get(NAMED) or ())}

    def _says_when(self, part: str) -> bool:
        """Whether digits alone are a day: those of a phone are not."""
        if sum(map(str.isdecimal, part)) < LONG_NUMBER:
            return True
        told = RECEIVED.takes(part, self._scene) if RECEIVED.takes is not None else None
        return told is not None or bool(days_offered(part, self._scene))

    def _number(self, part: str) -> bool:
        if names_a_day(part) or (only_when(part, ()) and self._says_when(part)):
            return False
        numbers = [re.sub(r"\D", "", one) for one in _NUMBER.findall(ADDRESS.sub(" ", part))]
        return any(one not in (self._digits if len(one) >= SURE_NUMBER else self._words) for one in numbers)

    def _place(self, part: str) -> bool:
        told = RESIDENCE.ahead(part, self._scene) if RESIDENCE.ahead is not None else None
        return told not in (None, "unknown", self._known.get(RESIDENCE))

    def _wish(self, part: str) -> bool:
        called = filter(None, map(named, (one for one in parts_of(part) if not has_none(one))))
        wanted = {right for right, is_wanted in called if is_wanted} - {Right.RECTIFICATION}
        return not wanted <= {*(self._known.get(RIGHTS) or ())}


def _is_persons(name: str) -> bool:
    return not (is_place(name) or is_organisation(name) or all(map(is_ordinary, name.split())))


def _shown(outcome: Outcome, draft: Draft, lines: tuple[Text, ...], scene: Scene) -> Outcome:
    """The same with these lines above its question; where all is shown for review, with what is kept now."""
    chat = outcome.chat or scene.chat
    chat = replace(chat, drafts=tuple(draft if one.id == draft.id else one for one in chat.drafts))
    *others, last = outcome.says or (Card.of(),)
    if draft.asked == REVIEW:
        lead = (*takewhile(lambda block: isinstance(block, Text), last.blocks), *lines)
        again = DIALOGUE.advance(chat, draft, scene, tuple(lead), hear=False)
        return replace(outcome, says=(*others, *again.says), chat=again.chat)
    return replace(outcome, says=(*others, last.model_copy(update={"blocks": (*lines, *last.blocks)})), chat=chat)
