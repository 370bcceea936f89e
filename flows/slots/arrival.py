"""When it reached the company: what the dates count from."""

from datetime import date, datetime, timedelta

from pydantic import AwareDatetime

from bot.conversation.ahead import without_joint
from bot.conversation.draft import Draft
from bot.conversation.form import Choice
from bot.conversation.scene import Scene
from bot.conversation.slot import Known, Slot
from bot.rights import Right
from bot.understanding.reading import Fact, Reading
from bot.understanding.replies.answers import comes_again, halves, in_own_words, of_arrival, phrases, plain, says_not
from bot.understanding.replies.arrived import arrived, only_arrival, only_when
from bot.understanding.replies.asides import asks_back
from bot.understanding.replies.came_in import asks_what_now, only_now, tells_of_contact
from bot.understanding.replies.days import day_said, is_bare_day, names_a_day, with_days_mended
from bot.understanding.replies.denied import without_denied
from bot.understanding.replies.in_touch import came_by, is_there
from bot.understanding.replies.long_whiles import of_birthday
from bot.understanding.replies.named_rights import named
from bot.understanding.replies.pieces import between_signs, pieces, without_asides, without_hedges
from bot.understanding.replies.remarks import of_absence, of_one_time
from bot.understanding.replies.which_day import (
    NoDay,
    day_meant,
    days_meant,
    of_this_week_or_last,
    says_last_week,
    why_no_day,
    without_denied_day,
)
from bot.wording import _, later, say_date, say_moment
from flows.slots.moments import just_now, moment, no_day, no_such_day, noon, spoken
from flows.slots.people import ABOUT_ME, PERSON
from flows.slots.reading import read, read_draft, sentence
from flows.slots.rights import RIGHTS
from flows.slots.wishes import wants, wishes

LONGEST_MESSAGE = 1_000  # characters of a typed message that are looked at
MOST_NAMED = 3  # days of a message that are offered
LONGEST_AHEAD = 7  # words of an answer to another question


def received_in(reading: Reading, scene: Scene) -> Fact[datetime] | None:
    sent, named = reading.mail.sent, reading.received
    if named is not None and (sent is None or sent.value.date() != named.value):
        day = noon(named.value, scene)
        theirs = sent is None and (_is_only_later(day, reading.text, scene) or _is_of_ours(reading, named))
        return None if theirs else Fact(day, named.quote, named.span, named.confidence, named.reader)
    if sent is None:
        return None
    return Fact(sent.value.astimezone(scene.speaker.tz), sent.quote, sent.span, sent.confidence, sent.reader)


def _is_of_ours(reading: Reading, named: Fact[date]) -> bool:
    """Whether the customer says of a letter of ours that it came on that day: "Received 12 May, your letter"."""
    cells = sentence(reading.text, named.span).split("|")  # the day that fills one is of none of the others
    words = plain(next((cell for cell in cells if named.quote in cell), cells[0])).split()
    return not phrases("to_us").isdisjoint(words) and not phrases("our_letters").isdisjoint(words)


def _take_received(text: str, scene: Scene) -> datetime | None:
    """The day that an answer names, where it says nothing else."""
    if len(text) > LONGEST_MESSAGE or comes_again(text) or of_absence(text) or asks_what_now(text):
        return None  # "she called again yesterday": when was the first time?
    if is_there(text) and not tells_of_contact(text):
        return None  # "sorry, somebody is at the desk": perhaps for something else
    text, names = without_joint(without_denied_day(without_asides(without_denied(text)))), _names(scene)
    text = text if says_not(text) else without_hedges(text)  # "not sure, maybe Tuesday" is to be confirmed
    for said in (text, with_days_mended(text)):
        if only_when(said, names):
            return None if of_birthday(text) and _may_tell_birthday(scene) else _day_in(said, scene)
    return None


def _answers_when(text: str, scene: Scene) -> datetime | None:
    """The same, or the day of a part that says that it came in then: "she told me on Monday, at choir practice"."""
    day, names = _take_received(text, scene), _names(scene)
    if day is not None or asks_back(text) or any(only_when(said, names) for said in (text, without_denied(text))):
        return day
    one_part = len(halves(text)) == len(pieces(text)) == len(between_signs(text)) == 1  # nothing else is told
    told = arrived(text, names, *spoken(scene)) if one_part and not _asks_more(text, scene) else None
    return moment(told.day, told.clock, scene) if told is not None else None


def _may_tell_birthday(scene: Scene) -> bool:
    """Whether a day long ago may be what is to be corrected, or none is asked for."""
    active = scene.chat.active
    if active is None or active.asked != RECEIVED.name:
        return True
    return Right.RECTIFICATION in (Known(active.answers).get(RIGHTS) or ())


def _day_in(text: str, scene: Scene) -> datetime | None:
    told = _day_named(text, scene)
    return None if told is not None and _is_only_later(told, text, scene) else told


def _is_only_later(told: datetime, text: str, scene: Scene) -> bool:
    """Whether it is a later day than is known, of something else: the speaker got it themselves ("I only got this
    today"), somebody was in touch once more ("she rang this morning"), or a proof or a form came ("her ID came today").
    While it is asked what somebody wants, what comes after that is told of it."""
    draft = scene.chat.active
    known = _known(draft, scene) if draft is not None else None
    if draft is None or known is None or told <= known:
        return False
    later_things = phrases("comes_later") | phrases("proof", "asides")
    besides = not later_things.isdisjoint(plain(text.replace("'", " ")).split())
    again = tells_of_contact(text) and not says_not(text)  # "no, she rang today, not on the 20th"
    while_asked = draft.asked == RIGHTS.name and (not of_arrival(text) or came_by(text))
    return besides or in_own_words(text) or again or while_asked


def _known(draft: Draft, scene: Scene) -> datetime | None:
    """When it came in: as was told, or as the mail itself says, of which the rest may be asked for still."""
    told = Known(draft.answers).get(RECEIVED)
    sent = read_draft(draft, scene).mail.sent if told is None and draft.text else None
    return sent.value if sent is not None else told


def _day_named(text: str, scene: Scene) -> datetime | None:
    if _of_two_weeks(text, scene):
        return None
    said = day_said(text, *spoken(scene))
    if said is not None:
        named_one = moment(*said, scene)
        return named_one if named_one <= scene.now or not _days_meant(text, scene) else None
    meant = day_meant(text, scene.said_at, scene.speaker.tz)
    return noon(meant, scene) if meant is not None else None


def _days_meant(text: str, scene: Scene) -> tuple[date, ...]:
    return () if asks_what_now(text) else _of_two_weeks(text, scene) or days_meant(text, *spoken(scene))


def _of_two_weeks(text: str, scene: Scene) -> tuple[date, ...]:
    """The days that a weekday may be where the message said "last week", or another day was told or offered before."""
    draft = scene.chat.active
    told = Known(draft.answers if draft is not None else {})
    known, offered = told.get(RECEIVED), told.get(NAMED)
    known = known or (noon(min(offered), scene) if offered else None)
    last_week = draft is not None and not draft.mail and says_last_week(draft.text[:LONGEST_MESSAGE])
    return of_this_week_or_last(text, scene.said_at, scene.speaker.tz, known=known) if known or last_week else ()


def _names(scene: Scene) -> tuple[str, ...]:
    """Those of the person who is spoken of."""
    draft = scene.chat.active
    person = Known(draft.answers).get(PERSON) if draft is not None else None
    return (person.name or "",) if person is not None else ()


def says_when(text: str, scene: Scene) -> bool:
    """Whether an answer says when it came in, and asks nothing: "two weeks ago", "her mother wrote on Tuesday"."""
    first = plain(text).split()[:1]  # "it was Friday": "was" asks in German
    asks = text.rstrip().endswith("?") or bool(phrases("asks_how", "asides").intersection(first))
    if asks or not (names_a_day(text) or (of_arrival(text) and _day_in(without_denied(text), scene) is not None)):
        return False  # "wrote on 27/02"
    return only_when(without_denied(text), _names(scene)) or (of_arrival(text) and not _asks_more(text, scene))


def names_the_day(text: str, scene: Scene) -> bool:
    """Whether an answer is nothing but the day, in whatever way: "it was on the 3rd"."""
    return not asks_back(text) and _take_received(text, scene) is not None


def tells_besides_day(text: str, draft: Draft) -> bool:
    """Whether an answer that names a day says something else besides: "yesterday, and she sounded upset"."""
    person = Known(draft.answers).get(PERSON)
    return names_a_day(text) and not only_when(text, (person.name or "",) if person is not None else ())


def _asks_more(text: str, scene: Scene) -> bool:
    """Whether an answer asks for something that the draft does not: no day may stand for it."""
    draft, reading = scene.chat.active, read(text, scene)
    known = Known(draft.answers).get(RIGHTS) if draft is not None else None
    asked = {*wishes(text, scene).all, *(fact.value for fact in reading.rights)}
    if reading.unsure and not wants(text):
        asked.discard(Right.RECTIFICATION)  # "she moved on 1 March" only sounds like one
    return not asked <= {*(known or ())}


def _may_be_received(text: str, scene: Scene) -> tuple[Choice, ...]:
    """The days that an unclear answer may mean: "last Friday", "2/3", "her parcel came yesterday"."""
    days = days_offered(text, scene)
    return tuple(Choice(value=day.isoformat(), label=say_date(day, weekday=True)) for day in days)


def days_offered(text: str, scene: Scene) -> tuple[date, ...]:
    """The same, as days."""
    days = () if of_absence(text) or of_birthday(text) else _days_meant(text, scene)
    return () if days and _asks_more(text, scene) else days


def _why_no_day(text: str, scene: Scene) -> str | None:
    if of_absence(text):
        return no_day()
    if not only_when(text, _names(scene)) or (of_birthday(text) and _may_tell_birthday(scene)):
        return None
    match why_no_day(text, *spoken(scene)):
        case NoDay.TO_COME:
            return _("That date lies in the future.")
        case NoDay.NEVER:
            return _("There is no such day.")
        case NoDay.STRETCH:
            return no_day()
        case _:
            return None


def _told_received(text: str, scene: Scene) -> datetime | None:
    """When a sentence says that it reached us, and nothing else: the day of a parcel is no arrival."""
    if comes_again(text) or of_absence(text):
        return None
    text = without_asides(without_denied(text))
    said = next((one for one in (text, with_days_mended(text)) if only_arrival(one, _names(scene))), "")
    return _day_in(said, scene) if said and not of_birthday(text) else None


def _speaks_of_it(text: str) -> bool:
    """Whether a sentence speaks of when it came in. "I've been off sick since Monday" does not."""
    if comes_again(text) or wants(text) or of_birthday(text):
        return False  # "she only wants to know where we got it"
    other_day = says_not(text) and names_a_day(text) and only_when(text, ())  # "no, it wasn't Monday but Tuesday"
    return other_day or of_arrival(of_one_time(text) if in_own_words(text) else text)


def _received_ahead(text: str, scene: Scene) -> datetime | None:
    """The day that words name which are nothing but a day, or say when it came in, however sure they are of it."""
    draft, longest = scene.chat.active, 2 * LONGEST_AHEAD if of_arrival(text) else LONGEST_AHEAD
    asked = draft.asked if draft is not None else None
    known = draft is not None and asked != RECEIVED.name and _known(draft, scene) is not None
    if len(text.split()) > longest or named(text) is not None or only_now(text):
        return None  # "delete it today" is a wish
    if known and not (of_arrival(text) or (is_bare_day(text) and asked != RIGHTS.name)):
        return None  # "it says 6 July" is of something else, and so may be the day of "she moved on 1 March"
    told, may_be = _told_received(text, scene), names_a_day(text) or of_arrival(text)
    return told if told is not None or not may_be else _take_received(text, scene)


def _named_ahead(text: str, scene: Scene) -> tuple[date, ...] | None:
    """The days between which few words waver that say a day and nothing else: "last Thursday". They are offered."""
    draft = scene.chat.active
    known = draft is None or draft.asked == RECEIVED.name or RECEIVED in Known(draft.answers)
    if (
        known
        or of_absence(text)
        or len(text.split()) > LONGEST_AHEAD
        or not names_a_day(text)
        or not only_when(text, _names(scene))
    ):
        return None
    days = _days_meant(text, scene) if _received_ahead(text, scene) is None else ()
    return days[:MOST_NAMED] or None


def reached(reading: Reading, scene: Scene) -> datetime | None:
    """When a message reached us, as far as it tells, and only where that can be."""
    heard = received_in(reading, scene)
    return heard.value if heard is not None and no_such_day(heard.value, scene) is None else None


def _received_choices(known: Known, scene: Scene, _reading: Reading | None) -> tuple[Choice, ...]:
    today = scene.now.astimezone(scene.speaker.tz).date()
    by_name = {today: _("Today"), today - timedelta(days=1): _("Yesterday")}
    days = dict.fromkeys((*(known.get(NAMED) or ()), *by_name))
    return tuple(Choice(value=day.isoformat(), label=by_name.get(day) or say_date(day, weekday=True)) for day in days)


# Never asked nor shown: days one of which may be it
NAMED: Slot[tuple[date, ...]] = Slot("received.named", tuple[date, ...], "", "", ahead=_named_ahead)
RECEIVED: Slot[datetime] = Slot(
    "received",
    AwareDatetime,
    later("Reached us"),
    later("When did it reach us?"),
    hint=later("The clock starts when the company got it, on any channel. A date, or “yesterday”."),
    hears=received_in,
    takes=_answers_when,
    tells=_told_received,
    ahead=_received_ahead,
    speaks=_speaks_of_it,
    guesses=_may_be_received,
    puzzles=_why_no_day,
    shows=say_moment,
    choices=_received_choices,
    refuses=no_such_day,
    assumes=lambda known, scene: just_now(scene) if known.get(ABOUT_ME) else None,
    field="date",
)
