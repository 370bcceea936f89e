"""When it reached the company, and where the person lives: what the dates hang on."""

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from pydantic import AwareDatetime

from bot.cases.naming import law_name
from bot.conversation.form import Choice
from bot.conversation.scene import Scene
from bot.conversation.slot import Known, Slot
from bot.law.which import which_law
from bot.understanding.mail.dates import in_zone
from bot.understanding.reading import Fact, Reading
from bot.understanding.replies.answers import (
    confirms,
    denies,
    knows_not,
    of_arrival,
    of_europe,
    of_home,
    phrases,
    plain,
    says_not,
    without_denied,
)
from bot.understanding.replies.arrived import arrived, only_arrival
from bot.understanding.replies.days import day_said, with_days_mended
from bot.understanding.replies.named_rights import named
from bot.understanding.replies.which_day import days_meant
from bot.understanding.where.answered import place_answered
from bot.understanding.where.places import is_place
from bot.understanding.who.names import is_given
from bot.understanding.wordlists import alternatives
from bot.wording import _, later, say_date, say_moment
from flows.people import ABOUT_ME, PERSON

FIRST_DAY = datetime(2018, 5, 25, tzinfo=UTC)  # the GDPR applies since then; nothing older runs a clock
LONGEST_AHEAD = 7  # words of an answer to another question


def _noon(day: date, scene: Scene) -> datetime:
    """A bare date as a moment: noon in the speaker's zone, so that no other zone sees another day nearby."""
    noon, now = in_zone(day, time(12), _zone(scene)), just_now(scene)
    return min(noon, now) if noon.date() == now.date() else noon


def just_now(scene: Scene) -> datetime:
    """The moment in which they speak, in their own zone: as such it is shown, and its day is theirs."""
    return scene.said_at.astimezone(_zone(scene))


def _zone(scene: Scene) -> ZoneInfo:
    return scene.speaker.tz


def _received(reading: Reading, scene: Scene) -> Fact[datetime] | None:
    sent, named = reading.mail.sent, reading.received
    if named is not None and (sent is None or sent.value.date() != named.value):
        return Fact(_noon(named.value, scene), named.quote, named.span, named.confidence, named.reader)
    if sent is None:
        return None
    return Fact(sent.value.astimezone(_zone(scene)), sent.quote, sent.span, sent.confidence, sent.reader)


def told_by_colleague(reading: Reading, scene: Scene) -> Fact[datetime] | None:
    """When it came in, as a colleague's own few words tell it: "he wrote us yesterday". Heard at once: later on another
    day would be yesterday."""
    if _received(reading, scene) is not None or reading.mail.forwarded or reading.mail.sender is not None:
        return None
    names = tuple(fact.value for fact in (reading.name, reading.email) if fact is not None)
    told = arrived(reading.text, names, scene.said_at, _zone(scene), frozenset({scene.speaker.language}))
    if told is None or _no_such_day(_moment(told.day, told.clock, scene), scene) is not None:
        return None
    at = max(reading.text.find(told.quote), 0)
    return Fact(_moment(told.day, told.clock, scene), told.quote, (at, at + len(told.quote)), 0.8, "words")


def _moment(day: date, clock: time | None, scene: Scene) -> datetime:
    return _noon(day, scene) if clock is None else in_zone(day, clock, _zone(scene))


def _take_received(text: str, scene: Scene) -> datetime | None:
    text = without_denied(text)
    said = day_said(text, scene.said_at, _zone(scene), frozenset({scene.speaker.language}))
    if said is not None:
        return _moment(*said, scene)
    may_be = days_meant(text, scene.said_at, _zone(scene))
    if len(may_be) == 1:
        return _noon(may_be[0], scene)
    mended = "" if may_be else with_days_mended(text)
    return _take_received(mended, scene) if mended else None


def _may_be_received(text: str, scene: Scene) -> tuple[Choice, ...]:
    """The days that an unclear answer may mean: "last Friday", "2/3"."""
    days = days_meant(text, scene.said_at, _zone(scene))
    return tuple(Choice(value=day.isoformat(), label=say_date(day, weekday=True)) for day in days)


def _told_received(text: str, scene: Scene) -> datetime | None:
    """When a sentence says that it reached us, and nothing else: the day of a parcel is no arrival."""
    said, draft = without_denied(text), scene.chat.active
    person = Known(draft.answers).get(PERSON) if draft is not None else None
    names = (person.name or "",) if person is not None else ()
    return _take_received(said, scene) if only_arrival(said, names) else None


def _received_ahead(text: str, scene: Scene) -> datetime | None:
    """The day that words name which are nothing but a day, or say when it came in."""
    if named(text) is not None or len(text.split()) > LONGEST_AHEAD:
        return None  # "delete it today" is a wish
    return _told_received(text, scene)


def _no_such_day(received: datetime, scene: Scene) -> str | None:
    if received > scene.now + timedelta(minutes=10):  # a sender's clock may run a little fast
        return _("That date lies in the future.")
    if received < FIRST_DAY:
        return _("That date lies before 25 May 2018.")
    return None


def reached(reading: Reading, scene: Scene) -> datetime | None:
    """When a message reached us, as far as it tells, and only where that can be."""
    heard = _received(reading, scene)
    return heard.value if heard is not None and _no_such_day(heard.value, scene) is None else None


def _received_choices(_known: Known, scene: Scene, _reading: Reading | None) -> tuple[Choice, ...]:
    today = scene.now.astimezone(_zone(scene)).date()
    return (
        Choice(value=today.isoformat(), label=_("Today")),
        Choice(value=(today - timedelta(days=1)).isoformat(), label=_("Yesterday")),
    )


RECEIVED: Slot[datetime] = Slot(
    "received",
    AwareDatetime,
    later("Reached us"),
    later("When did it reach us?"),
    hint=later("The clock starts when the company got it, on any channel. A date, or “yesterday”."),
    hears=_received,
    takes=_take_received,
    tells=_told_received,
    ahead=_received_ahead,
    speaks=of_arrival,
    guesses=_may_be_received,
    shows=say_moment,
    choices=_received_choices,
    refuses=_no_such_day,
    assumes=lambda known, scene: just_now(scene) if known.get(ABOUT_ME) else None,
    field="date",
)

_OR = re.compile(rf"\?|/|(?<!\w)(?:{alternatives(phrases('either'))})(?!\w)", re.IGNORECASE)
_IN_THE = re.compile(r"\b(mora|vive|reside|vivo|moro) n[oa]s?\b", re.IGNORECASE)  # "no" is "in the" there
_PLACES = ("gdpr", "uk_gdpr", "ccpa", "other", "unknown")


def show_place(place: str) -> str:
    known = {
        "gdpr": _("in the EU or EEA"),
        "uk_gdpr": _("in the United Kingdom"),
        "ccpa": _("in California"),
        "other": _("somewhere else"),
        "unknown": _("not known"),
    }
    if place in known:
        return known[place]
    laws = [_law_name(one) for one in place.split()]
    if len(laws) == 1:
        return _("where this law holds: {law}", law=laws[0])
    return _("under one of these laws: {laws} (the earliest date counts)", laws=", ".join(laws))


def _law_name(place: str) -> str:
    if place == "other":
        return _("one that I do not know")
    return law_name(next(iter(which_law(None, None, place))))


def _place(reading: Reading, scene: Scene) -> Fact[str] | None:
    """The place where the person lives, with the laws named that may hold there, too; without a place, these."""
    country, state, hint = reading.country, reading.state, reading.law_hint
    where = country.value if country else "US" if state is not None and state.value == "CA" else None
    if where is None or hint is None:
        return hint
    place = _place_of(where, state.value if state else None, hint.value, scene)
    if place == hint.value:
        return hint
    said = state or country or hint
    return Fact(place, said.quote, said.span, said.confidence, said.reader)


def _take_place(text: str, scene: Scene) -> str | None:
    """One of the buttons, or a country or a US state by its name: the law that holds there. Of two places between which
    somebody wavers none is known."""
    said = text.strip()
    if said in _PLACES:
        return said
    if knows_not(said):
        return "unknown"
    if of_europe(said):
        return "gdpr"
    wavers = {found for part in _OR.split(said) if (found := place_answered(part))} if _OR.search(said) else set()
    if len(wavers) > 1:
        return "unknown"
    place = place_answered(said)
    return None if place is None else _place_of(*place, None, scene)


def _place_of(country: str, state: str | None, hint: str | None, scene: Scene) -> str:
    """Who lives there lives under the laws that we know, or "somewhere else"."""
    laws = which_law(country, state, hint)
    unknown = scene.book.residence.unknown
    somewhere = which_law(country, state, None) == unknown and set(laws) >= set(unknown)
    known = [law for law in laws if law not in unknown] if somewhere else list(laws)
    places = [_place_called(law, scene) for law in known]
    return " ".join([*places, "other"] if len(known) < len(laws) else places)


def _place_called(law: str, scene: Scene) -> str:
    hints = scene.book.regimes[law].hints
    return next((place for place in _PLACES if place in hints), law)


def _told_place(text: str, scene: Scene) -> str | None:
    """Where a sentence says that the person lives."""
    text = _IN_THE.sub(r"\1 em", text)
    return _take_place(text, scene) if of_home(text) and not says_not(text) else None


def _place_ahead(text: str, scene: Scene) -> str | None:
    """Where a sentence says that the person lives, or a place and no other word: "in Spain", "UK"."""
    words = text.split()
    if len(words) <= LONGEST_AHEAD and (told := _told_place(text, scene)) is not None:
        return told
    while len(words) > 1 and plain(words[0]) in phrases("beside_place"):
        words = words[1:]
    bare = " ".join(words).strip(" .!")
    only_a_place = len(words) == 1 or is_place(bare) or is_place(bare.title()) or of_europe(bare)
    if not only_a_place or says_not(text) or confirms(text) or denies(text) or knows_not(text) or is_given(bare):
        return None
    return _take_place(bare, scene)


RESIDENCE: Slot[str] = Slot(
    "residence",
    str,
    later("Lives"),
    later("Where does the person live?"),
    hint=later("It decides which law runs. Write a country or a US state, or press; “Not said” is fine, too."),
    hears=_place,
    takes=_take_place,
    tells=_told_place,
    ahead=_place_ahead,
    speaks=of_home,
    shows=show_place,
    choices=lambda _known, _scene, _reading: (
        Choice(value="gdpr", label=_("EU or EEA")),
        Choice(value="uk_gdpr", label=_("United Kingdom")),
        Choice(value="ccpa", label=_("California")),
        Choice(value="other", label=_("Elsewhere")),
        Choice(value="unknown", label=_("Not said")),
    ),
    field="choice",
    fills=lambda place: (place,),
)
