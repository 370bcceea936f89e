"""What is said while a draft is open: an answer, a change, or another matter.

The order matters: what may be somebody else's request is never taken for an answer, and what is nothing but an answer
is taken, whatever else it may mean.
"""

from dataclasses import replace

from bot.conversation.dialogue import LONGEST_ANSWER
from bot.conversation.draft import REVIEW, Draft
from bot.conversation.scene import Outcome, Scene
from bot.conversation.slot import Known
from bot.understanding.replies.answers import adds_more, in_own_words, phrases, plain, says_the_same
from bot.understanding.replies.asides import asks_back, begins_anew
from bot.understanding.replies.came_in import names_some_day
from bot.understanding.replies.days import names_a_day
from bot.understanding.replies.pieces import pieces
from bot.understanding.replies.remarks import says_instead
from bot.understanding.replies.which_day import without_denied_day
from bot.understanding.wordlists import word_lists
from bot.wording import _
from flows.dialogue import DIALOGUE
from flows.draft.accounted import keeps_denied, least_lost
from flows.draft.announced import announced, told_whose
from flows.draft.another import (
    asks_something,
    completed,
    is_about_another,
    is_another_matter,
    is_another_ticket,
    is_told_ticket,
    is_unread_answer,
    names_a_ticket,
    only_answers,
    said_of_person,
)
from flows.draft.besides import (
    asks_for_another,
    begun_or_asked,
    is_of_somebody_else,
    is_of_somebody_new,
    leaves_a_matter,
    names_another_too,
    own_words_and_wish,
)
from flows.draft.continued import continued
from flows.draft.each_address import told_of_each
from flows.draft.fewer import named_instead_of
from flows.draft.kept_words import more_details, names_another_right, said_of_waiting, unread, with_wish, with_words
from flows.draft.late import tells_of_person, told_late, told_of_waiting
from flows.draft.like_before import is_only_another, like_the_open_one, same_of_somebody
from flows.draft.meanwhile import asks_of_other, status_meanwhile
from flows.draft.of_all import answers_all, told_of_all
from flows.draft.once_more import pasted_again
from flows.draft.prepared import prepared
from flows.draft.sides import beside_question
from flows.draft.who_is_who import tells_both
from flows.escalation import ESCALATION, TICKET
from flows.handover.each_ticket import names_one_more
from flows.handover.handed import Handed
from flows.intake import INTAKE
from flows.record.progress import asks_for_status, asks_for_status_too, status_beside
from flows.slots.arrival import LONGEST_MESSAGE, NAMED, RECEIVED, days_offered
from flows.slots.called import called_by_name
from flows.slots.people import ABOUT_ME, PERSON
from flows.slots.rights import RIGHTS
from flows.slots.tickets import hands_over, lone_number
from flows.slots.wishes import asked_in, says_a_wish, wants
from flows.slots.writers import WRITER


def said_meanwhile(handed: Handed, scene: Scene) -> Outcome:
    """What becomes of it."""
    active = scene.chat.active
    assert active is not None  # noqa: S101 - by the only caller
    if (again := pasted_again(handed, active, scene)) is not None:
        return again
    handed, active = prepared(handed, active, scene)
    told = told_of_each(handed, active, scene) or told_of_waiting(handed, active, scene)
    if told is not None:
        return told
    if (both := tells_both(handed, active, scene, said_meanwhile)) is not None:
        return both
    done = (
        _of_more_than_the_question(handed, active, scene)
        or _nothing_but_an_answer(handed, active, scene)
        or _beside_the_question(handed, active, scene)
        or _perhaps_an_answer(handed, active, scene)
        or beside_question(handed, active, scene)
        or _another_matter(handed, active, scene)
        or tells_of_person(handed, active, scene)
        or unread(handed.mail.text.strip(), active, scene)
    )
    late = told_late(done, handed, active, scene)
    return with_wish(late, handed.mail.text.strip(), active, scene) if handed.typed else late


def _of_more_than_the_question(handed: Handed, active: Draft, scene: Scene) -> Outcome | None:
    """One more of the same, one answer for all, all of a draft at once, a ticket's state, or somebody else besides."""
    one_more = _same_of_another_ticket(handed, active, scene) or same_of_somebody(handed, active, scene)
    if (same := one_more) is not None:
        next_one = _("{ticket} comes after this.", ticket=DIALOGUE.about(same) or handed.tickets[0])
        return DIALOGUE.again(scene.chat.queueing(same), active, scene, next_one)
    if handed.typed and not asks_for_status(handed) and (noted := said_of_waiting(handed.mail.text, scene)) is not None:
        return noted
    if handed.typed and is_another_ticket(handed, active) and called_by_name(handed.reading, scene):
        return DIALOGUE.begin(scene.chat, handed.drafts(), scene)  # "one more: 4412 access"
    of_all = answers_all(handed, active, scene) or told_of_all(handed, active, scene)
    if (more := of_all or continued(handed, active, scene) or more_details(handed, active, scene)) is not None:
        return more
    if asks_of_other(handed, active, scene):
        return status_meanwhile(handed, active, scene)
    if not is_another_ticket(handed, active) and (drafts := completed(handed, active, scene)):
        return DIALOGUE.joined(scene.chat.queueing(*drafts[1:]), active, drafts[0], scene)
    if (begun := announced(handed, active, scene)) is not None:
        return begun
    another = names_another_too(handed, active, scene) or is_only_another(handed, active, scene)
    another = another or is_of_somebody_new(handed, active, scene)
    if another or names_a_ticket(handed, active):
        return begun_or_asked(handed, active, scene)
    return None


def _nothing_but_an_answer(handed: Handed, active: Draft, scene: Scene) -> Outcome | None:
    words = handed.mail.text.strip()
    if asks_for_another(handed, active):
        return None
    one_day = without_denied_day(words)  # "not Monday, it was Friday"
    if _may_answer(handed, active) and (ahead := DIALOGUE.ahead(scene.chat, active, one_day, scene)) is not None:
        return ahead
    if (both := own_words_and_wish(handed, active, scene)) is not None:
        return both
    if (dated := _days_and_more(handed, active, scene)) is not None:
        return dated
    if not only_answers(handed, active, scene):
        return None
    listening = DIALOGUE.listening(active, scene) if active.asked in (PERSON.name, WRITER.name) else None
    told = listening.hears(words, loosely=True).told if listening is not None else ()
    if len(told) > 1 and active.asked in {slot.name for slot, _value in told}:
        return DIALOGUE.ahead(scene.chat, active, words, scene, loosely=True)  # "last Friday, Bo Berg from the shop"
    return least_lost(
        words,
        scene,
        lambda: _directly(words, active, scene),
        lambda: DIALOGUE.ahead(scene.chat, active, words, scene, loosely=True),
    )


def _days_and_more(handed: Handed, active: Draft, scene: Scene) -> Outcome | None:
    """What is told beside words that leave open which day is meant: "last Friday, he's in Canada"."""
    if active.asked != RECEIVED.name or not handed.typed or len(handed.mail.text) > LONGEST_MESSAGE:
        return None
    parts = pieces(handed.mail.text.strip())
    days = {part: days_offered(part, scene) for part in parts if names_a_day(part)}
    if len(days) != 1 or len(parts) == 1:
        return None
    (day, offered), rest = next(iter(days.items())), [part for part in parts if part not in days]
    told = RECEIVED.takes(day, scene) if RECEIVED.takes else None
    if told is not None or not offered:
        return None
    both = replace(active, answers=Known(active.answers).having(NAMED, offered, "heard").answers)
    return DIALOGUE.ahead(scene.chat, both, ", ".join(rest), scene)


def _beside_the_question(handed: Handed, active: Draft, scene: Scene) -> Outcome | None:
    """How a case goes, who the person is, or a part that asks for something that is no answer."""
    if (changed := _wants_instead(handed, active, scene)) is not None:
        return changed
    if asks_for_status(handed) and not _tells_some_day(handed, active):
        return status_meanwhile(handed, active, scene)
    if asks_for_status_too(handed):  # the other wish is none of the draft's
        return status_beside(handed, scene).then(DIALOGUE.which(scene.chat, handed.drafts()[0]))
    person = said_of_person(handed, active, scene) or told_whose(handed, active, scene)
    if person is not None:
        return DIALOGUE.told(scene.chat, active, PERSON, person, scene)
    return begun_or_asked(handed, active, scene) if leaves_a_matter(handed, active, scene) else None


def _tells_some_day(handed: Handed, active: Draft) -> bool:
    """Whether a day is told, among others perhaps: "it happened in May, she told us yesterday", and no news are asked
    for, unless a day is."""
    text = handed.mail.text[:LONGEST_MESSAGE]
    asks = asks_back(text) or not phrases("progress", "asides").isdisjoint(plain(text).split())
    return names_some_day(text) and (not asks or (active.asked == RECEIVED.name and not asks_back(text)))


def _perhaps_an_answer(handed: Handed, active: Draft, scene: Scene) -> Outcome | None:
    """An answer, or a change of one, as far as its words can be read."""
    if not _may_answer(handed, active):
        return None
    chat, words, wish = scene.chat, _unquoted(handed.mail.text).strip(), handed.reading.surely_asks
    if not is_another_matter(handed, active):
        if (told := _tells_no_right(words, active, scene)) is not None:
            return told
        beside, own = adds_more(words) and not in_own_words(words), _is_own_wish(handed, active)
        changes = beside or (not own and not (active.asked == REVIEW and wish))
        told_too = not (wish or active.asked == RIGHTS.name) or _says_what(words, active, scene)
        taken = least_lost(
            words,
            scene,
            lambda: _directly(words, active, scene),
            lambda: DIALOGUE.corrected(chat, active, words, scene, plainly=False) if changes else None,
            lambda: DIALOGUE.ahead(chat, active, words, scene, loosely=True) if told_too else None,
        )
        if taken is not None:
            return taken
    elsewhere = wish or is_of_somebody_else(handed, active)
    return None if elsewhere else DIALOGUE.ahead(chat, active, words, scene, loosely=True)


def _says_what(words: str, active: Draft, scene: Scene) -> bool:
    """Whether it is asked what they want, and words say so as a whole: else a part of them may say too little."""
    return active.asked == RIGHTS.name and RIGHTS.takes is not None and RIGHTS.takes(words, scene) is not None


def _directly(words: str, active: Draft, scene: Scene) -> Outcome | None:
    """What becomes of the answer to what is asked."""
    answered = DIALOGUE.answered(scene.chat, active, words, scene)
    return with_words(answered, words, active, scene) if answered is not None else None


def _tells_no_right(words: str, active: Draft, scene: Scene) -> Outcome | None:
    """What few words tell where it is asked what somebody wants and they name no wish: "today, in the UK I suppose"."""
    if active.asked != RIGHTS.name or says_a_wish(words) or RIGHTS.takes is None or RIGHTS.takes(words, scene):
        return None
    return DIALOGUE.ahead(scene.chat, active, words, scene, loosely=True)


def _another_matter(handed: Handed, active: Draft, scene: Scene) -> Outcome | None:
    """The draft's own ticket, told late; or a matter of its own, which is begun where that is sure, or asked about."""
    chat, words = scene.chat, handed.mail.text.strip()
    if handed.by_support and active.flow == INTAKE.name and lone_number(words) == words.lstrip("#"):
        handed_over = replace(active, flow=ESCALATION.name)  # "I need to escalate something", "82150"
        return DIALOGUE.told(chat, handed_over, TICKET, words.lstrip("#"), scene)
    if is_told_ticket(handed, active):
        return DIALOGUE.joined(chat, active, handed.drafts()[0], scene)
    if is_another_ticket(handed, active) and not asks_something(handed):
        return DIALOGUE.which(chat, handed.drafts()[0])
    if is_unread_answer(handed) or not (handed.whole or asks_something(handed)):
        perhaps = handed.typed and (_wants_the_same(handed) or names_another_right(words, active))
        return DIALOGUE.which(chat, handed.drafts()[0]) if perhaps else None
    drafts = handed.drafts()
    surely = handed.whole or handed.reading.surely_asks or hands_over(words) or len(words) > LONGEST_ANSWER
    if len(drafts) > 1 or (surely and is_about_another(handed, active)):
        return DIALOGUE.begin(chat, drafts, scene)
    return begun_or_asked(handed, active, scene)


def _same_of_another_ticket(handed: Handed, active: Draft, scene: Scene) -> Draft | None:
    """The draft of another ticket whose person wants the same: "4412 too"."""
    own = is_another_ticket(handed, active) and len(handed.tickets) == 1
    if not own or not names_one_more(handed.tickets, handed.mail.text):
        return None
    return like_the_open_one(handed, active, scene)


def _wants_instead(handed: Handed, active: Draft, scene: Scene) -> Outcome | None:
    """The draft with the wish that somebody has now: "she changed her mind and wants deletion instead", "no hang on, he
    only wants the newsletters to stop"."""
    words = handed.mail.text.strip()
    denied = keeps_denied(words, active)  # "only a restriction, no deletion"
    anew = begins_anew(words) and says_a_wish(words) and not adds_more(words)
    if not (says_instead(words) or denied or anew) or RIGHTS not in Known(active.answers):
        return None
    if not _may_answer(handed, active):
        return None
    of_them = anew and not word_lists("people")["pronouns"].isdisjoint(plain(words).split())
    if not denied and (is_another_matter(handed, active) or (_is_own_wish(handed, active) and not of_them)):
        return None
    if denied and (instead := named_instead_of(words, Known(active.answers)[RIGHTS])):
        return DIALOGUE.told(scene.chat, active, RIGHTS, instead, scene)
    changed = DIALOGUE.corrected(scene.chat, active, words, scene, plainly=anew)
    asks = denied or (anew and not asked_in(handed.reading) <= {*Known(active.answers)[RIGHTS]})
    return DIALOGUE.asked_anew(scene.chat, active, RIGHTS, words, scene) if asks and changed is None else changed


def _unquoted(text: str) -> str:
    """A customer's reply without the questions that it quotes; a text that is nothing else as it is."""
    lines = [line for line in text.splitlines() if not line.lstrip().startswith(">")]
    return "\n".join(lines) if any(map(str.strip, lines)) else text


def _is_own_wish(handed: Handed, active: Draft) -> bool:
    """Whether it asks for something in the first person, perhaps, while the draft tells what somebody else asks for."""
    known = Known(active.answers)
    asks = bool(handed.reading.rights) and in_own_words(handed.mail.text.strip())
    return asks and RIGHTS in known and not known.get(ABOUT_ME)


def _wants_the_same(handed: Handed) -> bool:
    """Whether somebody wants something, too: "her husband wants the same", "same for bo@x.example"."""
    words, told = handed.mail.text.strip(), handed.reading
    same = (adds_more(words) or says_the_same(words)) and not in_own_words(words)
    return same and (wants(words) or bool(told.name or told.email) or "@" in words)


def _may_answer(handed: Handed, active: Draft) -> bool:
    return not (handed.whole or is_another_ticket(handed, active))
