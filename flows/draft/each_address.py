"""Addresses that are told of several open matters at once, each with its own person: "webb is m.webb@x.example, pike is
spike@x.example".
"""

from dataclasses import replace

from bot.cases.snapshot import Person
from bot.conversation.card import Card, Text
from bot.conversation.dialogue import LONGEST_ANSWER
from bot.conversation.draft import Draft
from bot.conversation.scene import Outcome, Scene
from bot.conversation.slot import Known
from bot.understanding.replies.answers import halves, phrases, plain
from bot.understanding.replies.pieces import between_signs
from bot.understanding.words import ADDRESS
from bot.wording import _
from flows.dialogue import DIALOGUE
from flows.handover.handed import Handed
from flows.slots.people import PERSON, merge_person

_SEVERAL = 2  # people of whom something is told


def told_of_each(handed: Handed, active: Draft, scene: Scene) -> Outcome | None:
    """The drafts with the addresses that are told of their people: "webb is m.webb@x.example, pike is
    spike@x.example"."""
    text, told = handed.mail.text.strip(), dict[str, str]()
    few = handed.typed and len(text) <= LONGEST_ANSWER and len(scene.chat.drafts) > 1
    parts = [half for part in between_signs(text) for half in halves(part)] if few else []
    for part in parts:
        rest = ADDRESS.sub(" ", part)
        theirs = [draft.id for draft in scene.chat.drafts if _only_names(draft, rest)]
        if len(theirs) != 1 or len(addresses := ADDRESS.findall(part)) != 1 or theirs[0] in told:
            return None
        told[theirs[0]] = addresses[0]
    if len(told) < _SEVERAL:
        return None
    merged = {draft.id: _with_address(draft, told[draft.id]) for draft in scene.chat.drafts if draft.id in told}
    chat = replace(scene.chat, drafts=tuple(merged.get(draft.id, draft) for draft in scene.chat.drafts))
    others = [DIALOGUE.about(draft) for draft in chat.drafts if draft.id in told and draft.id != active.id]
    noted = [Text.of(_("Noted for {ticket}, which comes after this.", ticket=other)) for other in others]
    if active.id not in told:
        return Outcome(says=(Card.of(*noted),)).then(DIALOGUE.again(chat, active, scene))
    person = Known(merged[active.id].answers)[PERSON]
    return Outcome(says=(Card.of(*noted),)).then(DIALOGUE.told(chat, active, PERSON, person, scene))


def _only_names(draft: Draft, text: str) -> bool:
    """Whether words beside an address only name a draft's person: "webb is"."""
    person, words = Known(draft.answers).get(PERSON), plain(text).split()
    names = plain(person.name or "").split() if person is not None else []
    beside = phrases("says_so") | phrases("says_who") | phrases("titles", "names")
    return not {*names}.isdisjoint(words) and all(word in names or word in beside for word in words)


def _with_address(draft: Draft, address: str) -> Draft:
    known = Known(draft.answers)
    return draft.learn(known.having(PERSON, merge_person(known[PERSON], Person(email=address))).answers)
