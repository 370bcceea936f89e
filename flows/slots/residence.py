"""Where the person lives: which law runs."""

import re

from bot.cases.naming import law_name
from bot.conversation.form import Choice
from bot.conversation.scene import Scene
from bot.conversation.slot import Known, Slot
from bot.law.which import which_law
from bot.understanding.reading import Fact, Reading
from bot.understanding.replies.answers import (
    LONGEST,
    confirms,
    denies,
    knows_not,
    of_europe,
    of_home,
    phrases,
    plain,
    says_not,
    turn_of,
)
from bot.understanding.replies.came_in import names_day_or_today
from bot.understanding.replies.denied import without_denied
from bot.understanding.replies.pieces import between_signs, pieces, without_asides, without_hedges
from bot.understanding.rights.laws import names_a_people
from bot.understanding.where.answered import is_only_a_town, place_answered, places_meant
from bot.understanding.where.places import is_place
from bot.understanding.who.names import is_given
from bot.understanding.wordlists import alternatives
from bot.understanding.words import ADDRESS
from bot.wording import _, begun, later
from flows.slots.arrival import LONGEST_AHEAD
from flows.slots.verification import KNOWN_AS

_OR = re.compile(rf"\?|/|(?<!\w)(?:{alternatives(phrases('either'))})(?!\w)", re.IGNORECASE)
_ARTICLE = alternatives(phrases("articles", "flags"))
_BEFORE_THING = re.compile(rf"\b(?:{alternatives(phrases('of_place'))}) (?:{_ARTICLE}) $")
_IN_THE = re.compile(r"\b(mora|vive|reside|vivo|moro) n[oa]s?\b", re.IGNORECASE)  # "no" is "in the" there
_NO_BRASIL = re.compile(r"^n[oa]s? (?=[^\W\d_a-z])")  # "no Brasil" is in Brazil
_BESIDE = 2  # parts of a note: a place, and what it stands beside
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


def home_by_colleague(reading: Reading, scene: Scene) -> Fact[str] | None:
    """Where they live, as a colleague's own words end with it, beside an address, a number or a day: "ann@x.example,
    came in today, Derby". Names that are much else, too, are places there."""
    if _place(reading, scene) is not None or reading.mail.sender is not None or len(reading.text) > LONGEST:
        return None
    parts = [part.strip(" .!") for part in between_signs(reading.text)]
    while len(parts) > 1 and _is_of_facts(parts[-1]):
        parts.pop()
    if len(parts) < _BESIDE or not _is_of_facts(parts[-2]) or not parts[-1][:1].isupper():
        return None
    place, at = _place_ahead(parts[-1], scene), reading.text.rfind(parts[-1])
    signed = reading.text[:at].rstrip()[-1:] not in ",(" or is_given(parts[-1])  # "... came in today. Austin"
    if place is None or place == "unknown" or signed:
        return None
    return Fact(place, parts[-1], (at, at + len(parts[-1])), 0.7, "words")


def _is_of_facts(part: str) -> bool:
    """Whether a part of a note tells an address, a number, or a day: what a place may stand beside."""
    return bool(ADDRESS.search(part)) or any(map(str.isdecimal, part)) or names_day_or_today(part)


def _take_place(text: str, scene: Scene) -> str | None:
    """One of the buttons, or a country or a US state by its name: the law that holds there. Of two places between which
    somebody wavers none is known."""
    turn = turn_of(text)
    text = turn.after if turn is not None and place_answered(turn.after) else text  # "Boston, no wait, Leeds"
    said = without_hedges(without_denied(text)).strip()
    if said in _PLACES:
        return said
    if knows_not(said) or _says_no_home(said):
        return "unknown"
    if not (said := _without_elsewhere(said)):
        return None
    if of_europe(said):
        return "gdpr"
    wavers = {found for part in _OR.split(said) if (found := place_answered(part))} if _OR.search(said) else set()
    if len(wavers) > 1:
        laws = {_place_of(*place, None, scene) for place in wavers}
        return laws.pop() if len(laws) == 1 else "unknown"
    place = place_answered(said)
    return None if place is None else _place_of(*place, None, scene)


def _without_elsewhere(said: str) -> str:
    """An answer without the parts that say where they do not live: "not in the UK, in Spain"."""
    parts = pieces(_IN_THE.sub(r"\1 em", said))
    kept = [part for part in parts if not _is_elsewhere(_NO_BRASIL.sub("", part))]
    return ", ".join(kept) if len(kept) < len(parts) else said


def _is_elsewhere(part: str) -> bool:
    return says_not(part) or bool(phrases("outside").intersection(plain(part).split()))


def _may_be_place(text: str, scene: Scene) -> tuple[Choice, ...]:
    """The laws of the places that a code may be: "DE", "CA"."""
    places = dict.fromkeys(_place_of(*place, None, scene) for place in places_meant(text))
    called = {place: show_place(place) for place in places}
    return tuple(Choice(value=place, label=begun(name)) for place, name in called.items())


def _why_no_place(text: str, _scene: Scene) -> str | None:
    if not names_a_people(text) or not _without_elsewhere(text):
        return None
    return _("What counts is where they live, not of which country they are. If nobody said it, say “not said”.")


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
    text = without_asides(without_hedges(text))  # "Norway, I think"; "Deutschland natürlich"
    if _says_no_home(text):
        return "unknown"
    words = text.split()
    if len(words) <= LONGEST_AHEAD and (told := _told_place(text, scene)) is not None:
        return told
    while len(words) > 1 and plain(words[0]) in phrases("beside_place"):
        words = words[1:]
    bare = " ".join(words).strip(" .!")
    only_a_place = len(words) == 1 or is_place(bare) or is_place(bare.title()) or of_europe(bare)
    if not only_a_place or says_not(text) or confirms(text) or denies(text) or knows_not(text) or is_given(bare):
        return None
    before = plain(text).split()[: -len(plain(bare).split())]
    if before and bare.islower() and is_only_a_town(bare) and not phrases("of_place").intersection(before):
        return None  # "hij wil", "he is nice": towns, too
    if bare.islower() and _BEFORE_THING.search(plain(text).removesuffix(plain(bare))):
        return None  # "in a union"
    return _take_place(bare, scene)


def _says_no_home(text: str) -> bool:
    """Whether it says that nobody knows where somebody lives: "no idea where she lives", "he didn't say where"."""
    words = plain(text).split()
    at = next((n for n, word in enumerate(words) if word in phrases("asks_where")), 0)
    head, tail = " ".join(words[:at]), words[at + 1 :]
    known = phrases("beside_place") | phrases("fillers") | phrases("home_words")
    unknown = at > 0 and (knows_not(head) or knows_not(f"{head} {words[at]}"))
    return unknown and all(word in known for word in tail)


def _of_address(known: Known, scene: Scene) -> str | None:
    """Where the town lies of an address that was told."""
    place = place_answered(known.get(KNOWN_AS) or "")
    return _place_of(*place, None, scene) if place is not None else None


RESIDENCE: Slot[str] = Slot(
    "residence",
    str,
    later("Lives"),
    later("Where does the person live?"),
    hint=later("It decides which law runs. Write a country or a US state, or press; “Not said” is fine, too."),
    hears=_place,
    takes=lambda text, scene: _take_place(text, scene) or _place_ahead(text, scene),  # "both Cork"
    tells=_told_place,
    ahead=_place_ahead,
    speaks=of_home,
    guesses=_may_be_place,
    assumes=_of_address,
    puzzles=_why_no_place,
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
