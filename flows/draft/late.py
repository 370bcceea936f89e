"""What is told late of the open draft, though it may sound like a request of its own: "oh and her email is r.pike@...,
member number 55821". Whoever names nobody else, and asks for nothing that the draft does not ask for, is not asked
whether it is something new.
"""

from dataclasses import replace

from bot.cases.snapshot import Person
from bot.conversation.asking import AddTo
from bot.conversation.card import Card
from bot.conversation.dialogue import LONGEST_ANSWER
from bot.conversation.draft import WHICH, Draft
from bot.conversation.scene import Outcome, Scene
from bot.conversation.slot import Known
from bot.rights import Right
from bot.understanding.reading import Fact, Reading
from bot.understanding.replies.answers import (
    adds_more,
    halves,
    in_own_words,
    of_arrival,
    plain,
    says_the_same,
    speaks_of,
)
from bot.understanding.replies.asides import says_wrong
from bot.understanding.replies.came_in import names_some_day
from bot.understanding.replies.pieces import between_signs, without_asides, without_hedges
from bot.understanding.replies.remarks import narrows, takes_place
from bot.understanding.who.alike import in_address, same_person
from bot.understanding.who.kin import is_relative
from bot.understanding.wordlists import word_lists
from bot.understanding.words import ADDRESS, fold
from bot.wording import _
from flows.dialogue import DIALOGUE
from flows.draft.accounted import least_lost
from flows.draft.another import is_about_another
from flows.draft.besides import is_of_somebody_new
from flows.draft.drafts import HANDLERS
from flows.draft.kept_words import below, names_another_right
from flows.handover.handed import Handed
from flows.handover.notes import strong_in
from flows.slots.arrival import RECEIVED, days_offered
from flows.slots.names import ONE, OWNS, bare_person, contacts_in, says_who, shows
from flows.slots.people import PERSON, merge_person
from flows.slots.people_named import given_in, people_named
from flows.slots.reading import read
from flows.slots.remarks import SAID
from flows.slots.rights import RIGHTS
from flows.slots.wishes import SURE, asked_in, says_a_wish, wants
from flows.slots.writers import WRITER


def told_late(done: Outcome, handed: Handed, active: Draft, scene: Scene) -> Outcome:
    """What was done with a message; where it would be asked whether it is new, and it can only be more of the open
    draft, what it tells of that."""
    asked = done.chat.pending if done.chat is not None else None
    if asked is None or asked.asked != WHICH or asked == scene.chat.pending or len(done.says) != 1:
        return done
    if not _is_of_the_open_one(handed, active, scene):
        return done
    words = handed.mail.text.strip()
    return _wrong_of_theirs(words, active, scene) or _more(words, active, scene)


def tells_of_person(handed: Handed, active: Draft, scene: Scene) -> Outcome | None:
    """The draft with what words that answer nothing tell of its person: "member number 55821"."""
    told = _told_of(handed.reading) if _is_of_the_open_one(handed, active, scene) else Person()
    return _with_person(told, active, scene)


def told_of_waiting(handed: Handed, active: Draft, scene: Scene) -> Outcome | None:
    """What is told of somebody who waits behind the open draft, or of whom it was asked whether they are new: the
    address that shows their name, and not the person's, or what a few words tell of "him" while that is asked."""
    words, chat = handed.mail.text.strip(), scene.chat
    if _speaks_of_the_last(handed, active, scene) and chat.waits is not None:
        kept = replace(chat.waits, text=f"{chat.waits.text}\n\n{words}")
        return Outcome(says=(Card.of(_("Noted with what you wrote last.")),)).then(DIALOGUE.which(chat, kept))
    told = (bare_person(words, scene) or says_who(words, scene)) if handed.typed and "@" in words else None
    if told is None or told.email is None or told.name or _shows_of(active, told.email):
        spoken_of = named_waiting(words, active, scene) if handed.typed and "@" not in words else None
        return _noted_for(spoken_of, words, active, scene) if spoken_of is not None else None
    waiting = next((draft for draft in chat.drafts[1:] if _shows_of(draft, told.email)), None)
    if waiting is not None:
        known = Known(waiting.answers)
        kept = waiting.learn(known.having(PERSON, merge_person(known[PERSON], told)).answers)
        chat = replace(chat, drafts=tuple(kept if one.id == kept.id else one for one in chat.drafts))
        noted = _("Noted for {ticket}, which comes after this.", ticket=DIALOGUE.about(kept))
        return DIALOGUE.again(chat, active, scene, noted)
    asked = chat.pending if chat.pending is not None and chat.pending.asked == WHICH else None
    words_in = ONE.findall(asked.text[:LONGEST_ANSWER]) if asked is not None else []  # "Dan" is a word elsewhere
    if asked is None or not any(word[:1].isupper() and shows(word, told.email) for word in words_in):
        return None
    return DIALOGUE.which(chat, replace(asked, text=f"{asked.text}\n\n{words}"))


def _speaks_of_the_last(handed: Handed, active: Draft, scene: Scene) -> bool:
    """Whether few words tell something of "him" or "her", who is the one of whom it was asked last whether they are
    new, and answer nothing that was asked before."""
    words, waits = handed.mail.text.strip(), scene.chat.waits
    if waits is None or waits.asked != WHICH or not handed.typed or len(words) > LONGEST_ANSWER or "?" in words:
        return False
    told = handed.reading.names_anything or handed.reading.country is not None or handed.reading.state is not None
    spoken_of = not word_lists("people")["pronouns"].isdisjoint(word.partition("'")[0] for word in plain(words).split())
    return told and spoken_of and not wants(words) and DIALOGUE.answered(scene.chat, active, words, scene) is None


def named_waiting(words: str, active: Draft, scene: Scene) -> Draft | None:
    """The one draft that waits behind the open one of whose person a few words speak by name, and not of the open
    one's: "Dan is Don, sorry", while Amy Cole's is open and Dan Cole's comes next."""
    person = Known(active.answers).get(PERSON)
    if person is None or not person.name or len(words) > LONGEST_ANSWER or "?" in words or says_a_wish(words):
        return None
    said = {OWNS.sub("", word) for word in ONE.findall(words) if word[:1].isupper()}
    own = {*person.name.split()}
    waiting = [(one, Known(one.answers).get(PERSON)) for one in scene.chat.drafts if one.id != active.id]
    named = [one for one, who in waiting if who is not None and said & ({*(who.name or "").split()} - own)]
    return named[0] if len(named) == 1 and said.isdisjoint(own) else None


def _noted_for(waiting: Draft, words: str, active: Draft, scene: Scene) -> Outcome:
    """The conversation with words that are kept with a draft that waits."""
    known = Known(waiting.answers)
    kept = replace(waiting, answers=known.having(SAID, below(known, words)).answers)
    chat = replace(scene.chat, drafts=tuple(kept if one.id == kept.id else one for one in scene.chat.drafts))
    noted = _("Noted for {ticket}, which comes after this.", ticket=DIALOGUE.about(kept))
    return DIALOGUE.again(chat, active, scene, noted)


def _shows_of(draft: Draft, address: str) -> bool:
    """Whether an address shows the name of a draft's person."""
    person = Known(draft.answers).get(PERSON)
    return person is not None and bool(person.name) and shows(person.name or "", address)


def _is_of_the_open_one(handed: Handed, active: Draft, scene: Scene) -> bool:
    words, reading, rights = handed.mail.text.strip(), handed.reading, Known(active.answers).get(RIGHTS)
    own = in_own_words(without_hedges(without_asides(words)))
    if not handed.typed or handed.tickets or len(words) > LONGEST_ANSWER or "?" in words or own:
        return False
    if strong_in(handed) or _may_name_another(handed, active, scene) or len(ADDRESS.findall(words)) > 1:
        return False
    if narrows(words) or names_another_right(words, active) or _asks_apart(handed, scene):
        return False
    more = asked_in(reading) - {*(rights or ())}
    if rights is None:  # it is asked what they want: who it is, and no wish
        return more <= {Right.RECTIFICATION} and not says_a_wish(words) and _told_of(reading) != Person()
    if wants(words) and word_lists("people")["pronouns"].isdisjoint(plain(words).split()):
        return False  # "a customer wants to be deleted" is another one, perhaps
    # "her name is" sounds like a wish
    return not more or (more <= {Right.RECTIFICATION} and not says_a_wish(words))


def _asks_apart(handed: Handed, scene: Scene) -> bool:
    """Whether a part that names nobody and no number asks for something: "her name is Ann Bell and her address is
    wrong"."""
    told = [fact.quote for fact in _facts_of(handed.reading).values()]
    parts = [half for piece in between_signs(handed.mail.text) for half in halves(piece)]
    rest = [part for part in parts if not any(quote in part or part in quote for quote in told)]
    return bool(told) and any(asked_in(read(part, scene)) for part in rest)


def _may_name_another(handed: Handed, active: Draft, scene: Scene) -> bool:
    text, told = handed.mail.text, handed.reading
    person = DIALOGUE.so_far(PERSON, active, scene)
    own = (person.name or "") if person is not None else ""
    theirs = told.name is not None and told.email is None and own and same_person(told.name.value, own)
    theirs = theirs or (told.name is None and told.email is not None and own and in_address(own, told.email.value))
    besides = speaks_of(text, "one_more") or says_the_same(text) or any(map(is_relative, fold(text).split()))
    besides = besides or is_of_somebody_new(handed, active, scene)
    if besides or (is_about_another(handed, active) and not theirs):
        return True
    named = [*people_named(text), *given_in(text)]
    return not all(same_person(name, own or named[0]) for name in named)


def _wrong_of_theirs(words: str, active: Draft, scene: Scene) -> Outcome | None:
    """The draft with the wish to have corrected what is said to be wrong of its person: "her address is wrong, it's 12
    Mill Lane". What says who it is, or when it came in, sets the draft right."""
    rights, reading = Known(active.answers).get(RIGHTS), read(words, scene)
    if not rights or not says_wrong(words) or of_arrival(words) or _told_of(reading) != Person():
        return None
    if asked_in(reading) != {Right.RECTIFICATION} or Right.RECTIFICATION in rights:
        return None
    return DIALOGUE.told(scene.chat, active, RIGHTS, (*rights, Right.RECTIFICATION), scene)


def _more(words: str, active: Draft, scene: Scene) -> Outcome:
    """The open draft with what words tell of it: of several ways to take them, the one that leaves the least."""
    chat, reading = scene.chat, read(words, scene)
    noted = _("Noted for the privacy team. If it is a request of its own, write who asks for what.")
    done = least_lost(
        words,
        scene,
        lambda: DIALOGUE.corrected(chat, active, words, scene, plainly=True),
        lambda: DIALOGUE.ahead(chat, active, words, scene, loosely=True),
        lambda: _of_day(words, active, scene),
        lambda: _with_person(_told_of(reading), active, scene) if not adds_more(words) else None,
        lambda: DIALOGUE.told(chat, active, SAID, below(Known(active.answers), words), scene, noted),
    )
    assert done is not None  # noqa: S101 - the last way is always open
    return done


def _of_day(words: str, draft: Draft, scene: Scene) -> Outcome | None:
    """The draft with another day on which it came in; one that can't be read is asked for."""
    known = Known(draft.answers).get(RECEIVED)
    if known is None or not names_some_day(words):
        return None
    told = next((day for way in (RECEIVED.tells, RECEIVED.takes) if way and (day := way(words, scene))), None)
    if told is not None and told != known:
        return DIALOGUE.told(scene.chat, draft, RECEIVED, told, scene)
    other = told is None and any(day != known.date() for day in days_offered(words, scene))
    return DIALOGUE.asked_anew(scene.chat, draft, RECEIVED, words, scene) if other else None


def _with_person(told: Person, active: Draft, scene: Scene) -> Outcome | None:
    """The draft with what is told of its person beside what is known of them."""
    writer = Known(active.answers).get(WRITER)
    if told == Person():
        return None
    if told.email and not told.name and writer is not None and writer.name and in_address(writer.name, told.email):
        return DIALOGUE.told(scene.chat, active, WRITER, told, scene)
    person = DIALOGUE.so_far(PERSON, active, scene)
    return DIALOGUE.told(scene.chat, active, PERSON, merge_person(person, told) if person else told, scene)


def _told_of(reading: Reading) -> Person:
    return Person(**{part: fact.value for part, fact in _facts_of(reading).items()})


def _facts_of(reading: Reading) -> dict[str, Fact[str]]:
    """What is told of who somebody is."""
    named = {"name": reading.name} if reading.name is not None else {}
    return {**named, **contacts_in(reading)}


_joined = HANDLERS.pressed[AddTo]


@HANDLERS.on_press(AddTo)
def _added(press: AddTo, scene: Scene) -> Outcome:
    """The open draft with words that were said to be more of it, and with what a few of them tell or set right."""
    more, joined = scene.chat.draft(press.draft), _joined(press, scene)
    draft = joined.chat.active if joined.chat is not None else None
    if more is None or joined.chat is None or draft is None or more.mail is not None or draft.id == more.id:
        return joined
    told = _told_or_asked(more.text.strip(), draft, replace(scene, chat=joined.chat))
    return told if told is not None and len(more.text) <= LONGEST_ANSWER else joined


def _told_or_asked(words: str, draft: Draft, scene: Scene) -> Outcome | None:
    """What few words change of a draft that they were added to; what they say of a day or a wish that can't be read is
    asked about."""
    chat, asked = scene.chat, asked_in(read(words, scene))
    if says_wrong(words) and (person := _told_of(read(words, scene))).name:
        return DIALOGUE.told(chat, draft, PERSON, person, scene)  # "wrong customer, it's Bo Berg, bo@..."
    if (changed := DIALOGUE.ahead(chat, draft, words, scene) or _of_day(words, draft, scene)) is not None:
        return changed
    known = Known(draft.answers).get(RIGHTS) or ()
    sure = [fact.value for fact in read(words, scene).rights if fact.confidence >= SURE and fact.value not in known]
    if known and sure and Right.RECTIFICATION not in sure and not takes_place(words):  # a name sounds like a correction
        return DIALOGUE.told(chat, draft, RIGHTS, (*known, *sure), scene)
    if says_a_wish(words) and not asked <= {*(known or asked)}:
        return DIALOGUE.asked_anew(chat, draft, RIGHTS, words, scene)
    return None
