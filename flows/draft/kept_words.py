"""A few words beside an open draft that answer no question and ask for nothing: what they tell is kept with it."""

from dataclasses import replace

from bot.conversation.asking import changed_to
from bot.conversation.card import Card, Text
from bot.conversation.dialogue import LONGEST_ANSWER
from bot.conversation.draft import REVIEW, Draft
from bot.conversation.scene import Outcome, Scene
from bot.conversation.slot import NOT_SAID, Known
from bot.rights import Right
from bot.understanding.replies.answers import phrases, plain, speaks_of
from bot.understanding.replies.asides import asks_back
from bot.understanding.replies.days import names_a_day
from bot.understanding.replies.named_rights import named, parts_of
from bot.understanding.replies.pieces import goes_on, pieces
from bot.understanding.replies.remarks import has_none, narrows, of_mood, says_old_and_new
from bot.wording import _
from flows.dialogue import DIALOGUE
from flows.draft.another import is_about_another
from flows.escalation import TICKET
from flows.handover.handed import Handed
from flows.particulars import OWN_WORDS
from flows.slots.arrival import NAMED, RECEIVED, days_offered, tells_besides_day
from flows.slots.people import PERSON
from flows.slots.remarks import SAID, is_remark
from flows.slots.remarks import below as said_below
from flows.slots.residence import RESIDENCE
from flows.slots.rights import RIGHTS
from flows.slots.verification import KNOWN_AS
from flows.slots.wishes import asked_in, only_limits, says_a_wish, wants, wishes
from flows.slots.writers import CAPACITY
from flows.status import numbers_in, same_number

_ANSWERED_BY_THEM = OWN_WORDS | {RIGHTS.name, PERSON.name}  # questions that such words may answer
_FEW_WORDS = 3


def more_details(handed: Handed, active: Draft, scene: Scene) -> Outcome | None:
    """How far the wish goes, or what is to be corrected, in a colleague's words; None where they may be of something
    else, or are the answer that is waited for."""
    reading, words = handed.reading, handed.mail.text.strip()
    if not handed.typed or len(words) > LONGEST_ANSWER or asks_back(words) or _says_nothing_more(words):
        return None
    if _says_that_none_is_known(words, active):
        return DIALOGUE.told(scene.chat, active, SAID, below(Known(active.answers), words), scene, _("Noted."))
    if of_mood(words) and is_remark(words, active) and active.asked not in OWN_WORDS:
        return unread(words, active, scene)
    if "," in words and active.asked not in OWN_WORDS and CAPACITY.tells and CAPACITY.tells(words, scene) is not None:
        kept = active.learn(Known(active.answers).having(SAID, below(Known(active.answers), words)).answers)
        return DIALOGUE.corrected(scene.chat, kept, words, scene, plainly=False)  # "her husband wrote, he's Tim"
    heard = asked_in(reading) == {Right.LIMIT_SENSITIVE}  # "only the photo, nothing else" sounds like one
    another = names_another_right(words, active)
    open_to_it = RIGHTS in Known(active.answers) and active.asked not in OWN_WORDS
    listening = DIALOGUE.listening(active, scene)
    told = listening.hears(words, loosely=True).told if listening is not None else ()  # "only in Spain"
    new = [slot for slot, value in told if Known(active.answers).get(slot) != value]
    limits = heard and only_limits(words) and not {*new} - {RIGHTS}
    if limits and open_to_it and not another and not _says_where_or_when(words, active, scene):
        said = DIALOGUE.detailed(scene.chat, active, words, scene)
        return said if said is not None else unread(words, active, scene)
    if reading.email or reading.ticket or reading.case_reference or active.asked in _ANSWERED_BY_THEM:
        return None
    if active.asked == KNOWN_AS.name and KNOWN_AS.takes and KNOWN_AS.takes(words, scene) == NOT_SAID:
        return None  # "no, only the name" says that nothing is known
    if wants(words) or another:
        return None  # another wish, perhaps: "she just wants it frozen"
    if is_about_another(handed, active) and not says_old_and_new(words):
        return None  # "only Bo Berg"
    return None if new else DIALOGUE.detailed(scene.chat, active, words, scene)


def _says_that_none_is_known(words: str, active: Draft) -> bool:
    """Whether words begin by saying that somebody has no address or number, where none is asked for: "no email, only
    the post" is no wish for fewer mails then."""
    first, *others = pieces(words)
    asked = active.asked in (RECEIVED.name, RESIDENCE.name, REVIEW)
    rest = has_none(words) or (has_none(first) and all(narrows(one) or has_none(one) for one in others))
    return asked and rest and not wants(words)


def with_wish(outcome: Outcome, words: str, active: Draft, scene: Scene) -> Outcome:
    """What was done with words that ask for something more; where they say more of it than its name, they stay beside
    it: "he also wants a copy of his calls"."""
    draft = outcome.chat.draft(active.id) if outcome.chat is not None else None
    before = Known(active.answers).get(RIGHTS)
    if outcome.chat is None or draft is None or before is None or len(words) > LONGEST_ANSWER or words in draft.text:
        return outcome
    known = Known(draft.answers)
    more = {*(known.get(RIGHTS) or ())} - {*before}
    says_more = any(says_a_wish(one) and named(one) is None for one in pieces(words))
    if not more or not says_more or words in known.quote(RIGHTS):
        return outcome
    kept = replace(draft, answers=known.having(SAID, below(known, words)).answers)
    return _shown(outcome, kept, scene, changed_to(RIGHTS, known[RIGHTS]))


def _shown(outcome: Outcome, kept: Draft, scene: Scene, *lead: str) -> Outcome:
    """What was done, with a draft that holds more now: where it is shown for review, it is shown once more."""
    chat = outcome.chat or scene.chat
    if kept.asked != REVIEW:
        return replace(outcome, chat=chat.having(kept))
    again = DIALOGUE.advance(chat, kept, scene, tuple(map(Text.of, lead)), hear=False)
    return replace(outcome, says=again.says, chat=again.chat)


def _says_where_or_when(words: str, active: Draft, scene: Scene) -> bool:
    """Whether words are the answer to where somebody lives, or to when it came in, where that is asked."""
    asked = next((slot for slot in (RESIDENCE, RECEIVED) if slot.name == active.asked), None)
    return asked is not None and asked.takes is not None and asked.takes(words, scene) is not None


def _says_nothing_more(words: str) -> bool:
    """Whether few words say that there is nothing more to tell: "no, nothing else", but not "only the photos, nothing
    else"."""
    return len(words.split()) <= _FEW_WORDS and speaks_of(words, "nothing_more")


def names_another_right(words: str, active: Draft) -> bool:
    """Whether a few words call a right by its name that the draft does not ask for, or say that one that it asks for
    is not wanted: "only a copy actually", "not deletion"."""
    beside, bare = phrases("beside_off", "asides"), plain(words).split()
    while bare and bare[-1] in beside:
        bare = bare[:-1]
    parts = [*parts_of(words), " ".join(bare), *(words.split() if goes_on(words) else ())]
    called, asked = [one for part in parts if (one := named(part)) is not None], Known(active.answers).get(RIGHTS) or ()
    return any(right not in asked or not wanted for right, wanted in called)


def unread(words: str, active: Draft, scene: Scene) -> Outcome:
    """What answers nothing and asks for nothing: what it tells goes to the team with the case."""
    chat = scene.chat
    if not is_remark(words, active):
        own = _("I can't read that as an answer. If it is a request of its own, write who asks for what.")
        return DIALOGUE.again(chat, active, scene, own)
    noted = (
        _("Noted for the privacy team. If it is a request of its own, write who asks for what.")
        if active.asked == REVIEW or chat.waits is not None
        else _(
            "I can't read that as an answer, so I note it for the privacy team. If it is a request of its own, write "
            "who asks for what."
        )
    )
    told = DIALOGUE.told(chat, active, SAID, below(Known(active.answers), words), scene, noted)
    if chat.waits is None or told.chat is None:
        return told
    return replace(told, says=(Card.of(noted),), chat=replace(told.chat, passed=chat.passed))  # its question goes on


def said_of_waiting(words: str, scene: Scene) -> Outcome | None:
    """The conversation with what is said of a ticket that waits behind the open draft, kept with it: "60511 wants a
    correction". None where that is not said of just one."""
    active, chat = scene.chat.active, scene.chat
    own, numbers = Known(active.answers).get(TICKET) if active is not None else None, numbers_in(words)
    named = [one for one in chat.drafts if _is_named(Known(one.answers).get(TICKET), numbers)]
    if active is None or len(named) != 1 or named[0].id == active.id or (own and _is_named(own, numbers)):
        return None
    known = Known(named[0].answers)
    kept = replace(named[0], answers=known.having(SAID, below(known, words)).answers)
    drafts = tuple(kept if one.id == kept.id else one for one in chat.drafts)
    noted = _("Noted for {ticket}, which comes after this.", ticket=known[TICKET])
    return DIALOGUE.again(replace(chat, drafts=drafts), active, scene, noted)


def _is_named(ticket: str | None, numbers: tuple[str, ...]) -> bool:
    return bool(ticket) and any(same_number(str(ticket), number) for number in numbers)


def with_words(outcome: Outcome, words: str, active: Draft, scene: Scene) -> Outcome:
    """What was done with an answer; where it still is to be pressed what it asks for, or on which day it came in, the
    words stay beside it."""
    draft = outcome.chat.active if outcome.chat is not None else None
    if outcome.chat is None or draft is None or draft.id != active.id:
        return outcome
    known = Known(draft.answers)
    tells = is_remark(words, active) or len(wishes(words, scene).all) > 0  # "and before that he'd like a copy"
    pressed = draft.asked == RIGHTS.name and RIGHTS not in known and tells
    told = active.asked == RIGHTS.name and RIGHTS in known and _tells_a_number(words)  # "no, it is 18 Mill Lane"
    dated = draft.asked == RECEIVED.name and RECEIVED not in known and tells_besides_day(words, active)
    days = days_offered(words, scene) if draft.asked == RECEIVED.name and RECEIVED not in known else ()
    known = known.having(NAMED, days, "heard") if days else known  # offered until one is told
    known = known.having(SAID, below(known, words)) if pressed or dated or told else known
    if known.answers == draft.answers:
        return outcome
    kept = replace(draft, answers=known.answers)
    return _shown(outcome, kept, scene) if told else replace(outcome, chat=outcome.chat.having(kept))


def _tells_a_number(words: str) -> bool:
    return any(map(str.isdigit, words)) and not names_a_day(words) and "@" not in words


def below(known: Known, words: str) -> str:
    """What a colleague said, with these words below."""
    return said_below(known.get(SAID) or "", words)
