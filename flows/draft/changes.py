"""A changed mind ("no wait, her name is Bell") about the draft that is open, or the case that was opened just now."""

import re
from dataclasses import replace
from datetime import datetime

from bot.cases.snapshot import Person
from bot.conversation.draft import REVIEW, Draft
from bot.conversation.scene import Outcome, Scene
from bot.conversation.slot import NOT_SAID, Known
from bot.conversation.turn import Said
from bot.conversation.typed import what_else
from bot.rights import Right
from bot.understanding.replies.answers import (
    adds_more,
    knows_not,
    of_customer,
    of_home,
    phrases,
    plain,
    says_not,
    speaks_of,
    turn_of,
)
from bot.understanding.replies.asides import LONGEST, asks_back
from bot.understanding.replies.both_named import relative_named
from bot.understanding.replies.came_in import names_some_day
from bot.understanding.replies.corrections import correction
from bot.understanding.replies.days import names_a_day
from bot.understanding.replies.denied import behind_denied, finds_all_right
from bot.understanding.replies.dropping import before_dropping, behind_dropping, calls_off, drops_first
from bot.understanding.replies.named_rights import named
from bot.understanding.replies.pieces import pieces
from bot.understanding.replies.which_day import denied_before_day, without_denied_day
from bot.understanding.where.places import is_place
from bot.understanding.who.kin import is_relative
from flows.dialogue import DIALOGUE
from flows.draft.accounted import least_lost
from flows.draft.another import is_about_another, is_another_ticket
from flows.draft.answering import said_meanwhile
from flows.draft.dropped_one import names_none_of_them
from flows.draft.fewer import without_a_wish
from flows.draft.kept_words import below, unread
from flows.draft.right_ticket import right_ticket
from flows.draft.who_is_who import is_not_theirs, is_who
from flows.handover.both_named import told_of_kin, writer_named
from flows.handover.handed import Handed, handed_text
from flows.particulars import OWN_WORDS
from flows.record.team_cases import numbered
from flows.record.which_case import just_opened
from flows.record.word import about_opened
from flows.slots.arrival import RECEIVED, days_offered
from flows.slots.name_parts import mended, respelt
from flows.slots.names import named_instead, says_who, told_person
from flows.slots.people import ABOUT_ME, PERSON
from flows.slots.reading import read
from flows.slots.remarks import FEWEST_WORDS, SAID
from flows.slots.residence import RESIDENCE
from flows.slots.rights import RIGHTS
from flows.slots.verification import KNOWN_AS
from flows.slots.whose import person_answered
from flows.slots.wishes import asked_in, names_a_wish, near, says_a_wish, wants
from flows.status import our_reference

_SIGN = re.compile(r"([,.;:!]+\s+|\s+[-–—]\s+)")
# "looks good but change the name to Maria Moll", said of what is shown for review. At any other time it is a wish.
_SET = re.compile(
    r"(?:[\w' ]{0,40}[ ,](?:but|maar|only|just|please)\s)?(?:please\s)?"
    r"(?:change|correct|set|fix|update|verander|wijzig|corrigeer|zet)\s(?:the|her|his|their|de|het|haar|zijn|hun)\s"
    r"(?:name|address|e-?mail(?: address)?|day|date|country|place|number|naam|(?:mail)?adres|dag|datum|land|nummer)"
    r"\s(?:to|into|in|naar|op|van)\s(?P<new>[^\n]{1,100})$",
    re.IGNORECASE,
)


def changed_mind(text: str, handed: Handed, scene: Scene) -> Outcome | None:
    """What a change of mind does to the open draft, or to the case that was opened just now; None where it is none, or
    rather a request."""
    chat, active = scene.chat, scene.chat.active
    if (changed := right_ticket(handed, scene) or _and_more(text, handed, scene)) is not None:
        return changed
    rest, shown = None if handed.whole else _correction(text), active is not None and active.asked == REVIEW
    if active is not None and shown and finds_all_right(text):
        return DIALOGUE.again(chat, active, scene)
    if rest is None and shown and (said := _SET.match(text)) is not None:
        rest = said["new"]
    if active is not None and handed.typed and (fewer := without_a_wish(rest or text, active, scene)) is not None:
        return unread(text, active, scene) if speaks_of(text, "for_now") else fewer
    if active is not None and handed.typed and (name := _mended_name(rest or text, active, scene)) is not None:
        return DIALOGUE.told(chat, active, PERSON, Person(name=name), scene)
    if active is not None and handed.typed and (nobody := is_not_theirs(text, active, scene)) is not None:
        return nobody
    if rest is None:
        return None
    rest = without_denied_day(rest)
    if active is None:
        return about_opened(handed, scene)
    if (adds_more(text) or wants(text)) and is_another_ticket(handed, active):
        return None  # "sorry, 4417 wants a copy, too"
    if active.asked == KNOWN_AS.name and _knows_none(text, rest, scene):
        return None  # "no, that is all"
    if (active.asked == ABOUT_ME.name and of_customer(text)) or (active.asked == RIGHTS.name and named(text)):
        return None  # it is the answer: "wrong address" is what they want corrected
    if (adds_more(rest) or speaks_of(rest, "one_more")) and is_about_another(handed, active):
        return None  # "sorry, one more customer: Bo Berg, bo@..." takes nobody's place
    if (person := _somebody_else(rest, handed, scene)) is not None:
        return DIALOGUE.told(chat, active, PERSON, person, scene)
    own = _without_the_other(rest, active)
    if own == rest and (kin := told_of_kin(rest, active, scene)) is not None:
        return is_who(kin, active, scene)
    if (name := relative_named(own)) is not None:  # "I mean his wife Ria Bos": nothing of him is hers
        return DIALOGUE.set(chat, active, PERSON, Person(name=name), scene, quote="")
    changed = least_lost(
        rest,
        scene,
        lambda: _with_writer(DIALOGUE.corrected(chat, active, rest, scene, plainly=True), rest, scene),
        lambda: _told_instead(text, rest, active, scene),
        lambda: DIALOGUE.ahead(chat, active, rest, scene, loosely=not _asks(handed)),
    )
    if changed is None and active.asked == RECEIVED.name:
        changed = DIALOGUE.answered(chat, active, rest, scene)  # "no, not yesterday but Monday"
    if changed is None and not _asks(handed) and not handed.reading.email:
        changed = _not_read(text, rest, active, scene)
    return changed


def _without_the_other(rest: str, active: Draft) -> str:
    """A correction without the part that says who it is not: "no es Ana, es su hermana Eva Rey"."""
    person = Known(active.answers).get(PERSON)
    own = {*plain(person.name or "").split()} if person is not None else set()
    parts = pieces(rest)
    kept = [part for part in parts if not (says_not(part) and own.intersection(plain(part).split()))]
    return ", ".join(kept) if kept and len(kept) < len(parts) else rest


def _mended_name(text: str, active: Draft, scene: Scene) -> str | None:
    person = DIALOGUE.so_far(PERSON, active, scene)
    name = (person.name or "") if person is not None else ""
    return mended(text, name) or respelt(text, name) if name else None


def _told_instead(text: str, rest: str, active: Draft, scene: Scene) -> Outcome | None:
    """The open draft with the person whom a correction names, whether it says so or holds nothing but their name."""
    person = says_who(text, scene) or named_instead(rest, scene)
    return DIALOGUE.told(scene.chat, active, PERSON, person, scene) if person is not None else None


def _and_more(text: str, handed: Handed, scene: Scene) -> Outcome | None:
    """A change of mind and what is told behind it: "it's Leon, not Leo, and he lives in Spain"."""
    parts = behind_denied(text) if scene.chat.active is not None and handed.typed else None
    if parts is None or _correction(parts[0]) is None:
        return None
    done = changed_mind(parts[0], handed_text(Said(text=parts[0], masked=handed.taken_out), scene), scene)
    if done is None or done.chat is None or done.chat.active is None:
        return None
    then = replace(scene, chat=done.chat)
    others = changed_mind(parts[1], said := handed_text(Said(text=parts[1]), then), then)
    return done.then(others or said_meanwhile(said, then))


def _somebody_else(rest: str, handed: Handed, scene: Scene) -> Person | None:
    """Who it is instead, where a correction names one with an address and tells nothing else: "it wasn't Ana, it was
    her sister Eva Bell, eva@..." sounds like a wish to have it corrected."""
    person = told_person(rest, scene) if "@" in rest and not (_asks(handed) or of_home(rest)) else None
    tells_more = names_a_day(rest) or is_place(rest.rpartition(",")[2].strip())
    return person if person is not None and person.name and person.email and not tells_more else None


def _not_read(text: str, rest: str, active: Draft, scene: Scene) -> Outcome:
    """What is said of a change that nobody can read. Where it names a day, that is asked for; where it tells something,
    the team sees it with the case."""
    if RECEIVED in Known(active.answers) and names_some_day(rest) and days_offered(rest, scene):
        return DIALOGUE.asked_anew(scene.chat, active, RECEIVED, rest, scene)
    if len(text.split()) <= FEWEST_WORDS or asks_back(rest) or knows_not(rest) or active.asked in OWN_WORDS:
        return DIALOGUE.again(scene.chat, active, scene, what_else())
    said = below(Known(active.answers), text)
    return DIALOGUE.told(scene.chat, active, SAID, said, scene, what_else())


def _with_writer(changed: Outcome | None, text: str, scene: Scene) -> Outcome | None:
    """The same with who writes, where the text names them besides: "it's her husband who writes, Tim Bell"."""
    draft = changed.chat.active if changed is not None and changed.chat is not None else None
    name = writer_named(text, draft, scene) if draft is not None else None
    if changed is None or changed.chat is None or draft is None or name is None:
        return changed
    told = DIALOGUE.answered(changed.chat, draft, name, scene)
    return replace(changed, says=told.says, chat=told.chat) if told is not None else changed


def _knows_none(text: str, rest: str, scene: Scene) -> bool:
    """Whether an answer to what we know them by says that there is nothing, and what stands behind its "no" tells
    nothing else: "no, it was Wednesday" does."""
    if KNOWN_AS.takes is None or KNOWN_AS.takes(text, scene) != NOT_SAID:
        return False
    return _received_in(rest, scene) is None and (RESIDENCE.ahead is None or RESIDENCE.ahead(rest, scene) is None)


def _received_in(text: str, scene: Scene) -> datetime | None:
    return RECEIVED.ahead(text, scene) if RECEIVED.ahead is not None else None


def another_instead(text: str, scene: Scene) -> str | None:
    """The request of somebody else that takes the place of the open one: "never mind. Bea Hill wants a copy"."""
    rest = behind_dropping(text) if scene.chat.active is not None else None
    if rest is None:
        return None
    reading = read(rest, scene)
    asks = asked_in(reading) - {Right.RECTIFICATION} or names_a_wish(rest)  # "it was Bob Hill" sounds like a correction
    return rest if (reading.email or reading.name) and asks else None


def drops(text: str, scene: Scene) -> bool:
    """Whether a text drops the open draft, or with none, and nothing opened just now, what was said before."""
    if scene.chat.active is None:
        nothing = scene.chat.pending is None and just_opened(scene) is None
        rest = (before_dropping(text) or (behind_dropping(text) if drops_first(text) else None)) if nothing else None
        tells = rest is None or any(map(str.isdigit, rest))  # "forget it, 4411"
        tells = rest is None or tells or _may_ask(rest, scene) or _may_be_another(rest, scene)
        return nothing and (calls_off(text) or not tells)
    return not names_none_of_them(text, scene) and (calls_off(text) or _drops_and_tells(text, scene))


def _drops_and_tells(text: str, scene: Scene) -> bool:
    """Whether words that drop the open draft stand before others, or behind them, that ask for nothing and tell none of
    its answers: "forget it, already in the system", "it's for IT, never mind"."""
    active = scene.chat.active
    rest = behind_dropping(text) if active is not None and drops_first(text) else None
    rest = rest or (before_dropping(text) if active is not None else None)
    listening = DIALOGUE.listening(active, scene) if active is not None else None
    if rest is None or listening is None or len(text) > LONGEST or asks_back(rest):
        return False
    return not (_may_ask(rest, scene) or _may_be_another(rest, scene) or listening.hears(rest, loosely=True).told)


def _may_ask(text: str, scene: Scene) -> bool:
    """Whether a few words may ask for something: "she wants to be left in peace", "elle préfère l'accès"."""
    bare = (word.rpartition("'")[2] for word in plain(text).split() if "'" in word)
    return bool(near(read(text, scene))) or says_a_wish(text) or adds_more(text) or any(map(named, bare))


def _may_be_another(text: str, scene: Scene) -> bool:
    """Whether a few words name somebody, or say whose they are: "it is about Mrs Hill", "it's for her husband"."""
    reading = read(text, scene)
    called = any(is_relative(word) or word in phrases("titles", "names") for word in plain(text).split())
    return bool(reading.name or reading.email) or called or person_answered(text, scene) is not None


def takes_up_what_is_gone(text: str, handed: Handed, scene: Scene) -> bool:
    """Whether a changed mind asks for something when nothing is open."""
    of_case = our_reference(handed.reading) is not None or (scene.by_team and any(numbered(text[:LONGEST], scene)))
    gone = scene.chat.active is None and not (handed.whole or of_case) and bool(handed.reading.rights)
    return gone and _correction(text) is not None


def _asks(handed: Handed) -> bool:
    """Whether it may ask for something; "her name is" sounds like a wish to have it corrected."""
    reading = handed.reading
    return bool(asked_in(reading) - {Right.RECTIFICATION})


def _correction(text: str) -> str | None:
    """What takes the place of what was said; None when this is no change of mind."""
    if (plainly := correction(text)) is not None:
        return plainly.value
    if (day := denied_before_day(text)) is not None:
        return day
    if (behind := _behind_sorry(text) or _behind_no(text)) is not None:
        return behind
    turn = turn_of(text)
    sorry = phrases("apology") | phrases("no") | phrases("polite")
    return turn.after if turn is not None and (not turn.before or plain(turn.before) in sorry) else None


def _behind_no(text: str) -> str | None:
    """What stands behind a mere "no" and says what it was: of "non, c'était lundi" the rest."""
    first, _space, rest = text[: LONGEST + 1].strip().partition(" ")
    words = [word.rpartition("'")[2] for word in plain(rest).split()[:2]]
    says = len(text) <= LONGEST and not phrases("says_so").isdisjoint(words)
    # in Spanish, Italian, Portuguese and Polish it is the word for "not", too: "no es Ana"
    only_no = plain(first) not in phrases("not") or first[-1:] in ",.;:" or rest.startswith("c'")
    return (
        rest
        if says and only_no and plain(first) in phrases("no") and not (says_a_wish(rest) or asks_back(rest))
        else None
    )


def _behind_sorry(text: str) -> str | None:
    """What stands behind "sorry," or "wait," and wants nothing: of "pardon, c'est Mme Roux" the rest."""
    first, sign, rest = _SIGN.split(text, maxsplit=1) if len(text) <= LONGEST and _SIGN.search(text) else ("", "", "")
    said = plain(first)
    opens = said in phrases("apology") or said in phrases("wait", "asides")
    if not opens and "@" in text and len(text) <= LONGEST:  # "pardon l'adresse c'est ana@..."
        first, sign, rest = text.strip().partition(" ")
        opens = plain(first) in phrases("apology")
    return rest if sign and opens and plain(rest) and not (says_a_wish(rest) or asks_back(rest)) else None
