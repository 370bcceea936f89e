"""What somebody writes beside handing something over: how it goes on ("should I reply to her?"), or that there is
something to come ("got one for you, what do I do with it?"). It asks for nothing, and is answered.
"""

import re
from dataclasses import replace

from bot.conversation.card import Card, Text
from bot.conversation.draft import WORD, Draft
from bot.conversation.scene import Outcome, Scene
from bot.conversation.slot import Known, Slot
from bot.understanding.demands import speaks_of_own
from bot.understanding.reading import Meta
from bot.understanding.replies.answers import denies, speaks_of
from bot.understanding.replies.asides import Aside, aside, asks, takes_note
from bot.understanding.replies.days import names_a_day
from bot.understanding.replies.leave import names_somebody
from bot.understanding.replies.sides import LIKELY, PLAIN, Side, side_of
from bot.understanding.where.places import is_place
from bot.wording import _
from flows.closing import to_tell
from flows.dialogue import DIALOGUE
from flows.draft.asides import lines
from flows.handover.handed import Handed
from flows.handover.notes import strong_in
from flows.record.which_case import just_opened, kept_about
from flows.slots.wishes import says_a_wish

_WORD = re.compile(r"[^\W\d_]{3,}")
# Chance of a right from which words are only plainly no request: "how do I get myself off your books?"
_MAY_BE_MEANT = 0.3
# Never asked nor shown: the words of a question that was answered, and which the team may have all the same
ANSWERED: Slot[str] = Slot("word.answered", str, "", "")


def beside(handed: Handed, scene: Scene) -> Outcome | None:
    """The answer to such words where no question is open; None for any others. What is no question may be news of a
    case, where one was opened just now, unless it is plain: "I guess I don't have to answer him myself"."""
    question = _is_question(handed)
    if scene.chat.active is not None:
        return None
    match _side(handed, scene, plainly=not question and just_opened(scene) is not None):
        case Side.OPEN if question or not (handed.by_support or just_opened(scene) is not None):
            return Outcome(says=(_how_to_hand_over(),))
        case Side.NEXT:
            return _goes_on(handed, scene)
        case _:
            return None


def beside_question(handed: Handed, active: Draft, scene: Scene) -> Outcome | None:
    """The same above the question that is open. What is no question may be told for the privacy team, and what names a
    day or a place ("I'd say Germany?") be meant for an answer."""
    told = names_a_day(handed.mail.text) or any(map(is_place, _WORD.findall(handed.mail.text)))
    match _side(handed, scene, plainly=not _is_question(handed)) if not told else None:
        case Side.OPEN if _is_question(handed):
            later = _("Hand it over whenever you like: it comes after this.")
            return DIALOGUE.again(scene.chat, active, scene, later)
        case Side.NEXT:
            return DIALOGUE.again(scene.chat, active, scene, *lines(Aside.WHAT_NEXT, scene))
        case _:
            return None


def left_at_that(text: str, scene: Scene) -> Outcome | None:
    """What is said to who thanks for an answer, takes note of it ("hm ok"), or says no: the question need not go to the
    team."""
    thanks, chat = aside(text) is Aside.THANKS, scene.chat
    leaves = thanks or takes_note(text) or denies(text)
    if chat.waits is None or not _is_answered(chat.waits) or not leaves:
        return None
    for draft in filter(_is_answered, (chat.waits, *chat.later)):
        chat = chat.without(draft.id)
    said = lines(Aside.THANKS, scene) if thanks else (_("All right: I have not passed it on."),)
    return Outcome(says=(Card.of(*said),), chat=chat)


def _is_answered(draft: Draft) -> bool:
    """Whether its words are that question, and nothing was told with it since."""
    return Known(draft.answers).get(ANSWERED) == draft.text


def _is_question(handed: Handed) -> bool:
    return "?" in handed.mail.text or asks(handed.mail.text)


def _side(handed: Handed, scene: Scene, *, plainly: bool) -> Side | None:
    """What it is. Whoever names somebody or a number, tells what somebody wants, or says what cannot wait, tells more
    than that; and a support agent's few words may hand a ticket over."""
    reading, text = handed.reading, handed.mail.text.strip()
    if not handed.typed or handed.tickets or handed.each_person:
        return None
    if reading.names_anything or reading.flags:
        return None
    if says_a_wish(text) or speaks_of_own(text) or names_somebody(text) or strong_in(handed):
        return None
    # "got an email from a customer about her data, what do I do?" names no wish, whatever it sounds like
    if _is_question(handed) and speaks_of(text, "another") and side_of(reading) is Side.OPEN:
        return Side.OPEN
    if reading.surely_asks:
        return None
    if reading.meta is Meta.ESCALATION and handed.by_support:
        return None
    may_ask = any(fact.confidence >= _MAY_BE_MEANT for fact in reading.rights)
    side = side_of(reading, least=PLAIN if may_ask or plainly else LIKELY)
    return None if side is Side.NEXT and scene.by_team else side  # they do it themselves


def _goes_on(handed: Handed, scene: Scene) -> Outcome:
    """How it goes on with the case that was opened just now, or with any. The words wait until somebody says that the
    team should have them all the same."""
    case = just_opened(scene)
    if case is None:
        anew = _("Not handed over yet? Paste or drop here what they wrote, or write who asks for what.")
        return Outcome(says=(Card.of(anew, *lines(Aside.WHAT_NEXT, scene)),))
    card = to_tell(case, scene)
    ours = _("The privacy team has it and answers the person: nothing else is for you to do.")
    blocks = (Text.of(ours), *card.blocks)
    if (waits := scene.chat.waits) is not None and not _is_answered(waits):
        return Outcome(says=(card.model_copy(update={"blocks": blocks}),))  # what waits for its word is asked again
    others = _("Should the team answer this? Say “pass it on”.")
    blocks = (*blocks, Text.of(others, small=True))
    draft = kept_about(replace(handed.drafts()[0], asked=WORD), scene)
    draft = draft.learn(Known(draft.answers).having(ANSWERED, draft.text).answers)
    return Outcome(says=(card.model_copy(update={"blocks": blocks}),), chat=scene.chat.asking_of(draft))


def _how_to_hand_over() -> Card:
    return Card.of(
        _("Paste or drop here what they wrote, and I open the case; the privacy team answers them."),
        Text.of(_("Was it a call or a letter? Write who it is, what they ask for, and when it came in."), small=True),
    )
