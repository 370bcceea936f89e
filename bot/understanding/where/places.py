"""Where the person lives, as far as the text tells: country (ISO 3166-1 alpha-2), state or province.

The names of a text (`gazetteer.py`), codes of states and postal codes are put together where one says more about the
other ("Paris, Texas"), and of these the one counts at which somebody lives (`homes.py`).
"""

import re
from collections.abc import Callable

from bot.understanding.reading import Fact
from bot.understanding.where.gazetteer import Kind, Place, gazetteer
from bot.understanding.where.homes import Stand, is_in, stand_of
from bot.understanding.where.lines import signs_for_others
from bot.understanding.where.others import is_anothers
from bot.understanding.where.postcodes import lettered, numbered
from bot.understanding.where.residents import resident_of
from bot.understanding.where.said import in_list
from bot.understanding.where.small import in_small_letters
from bot.understanding.where.spots import Home, Spot, lawful_first
from bot.understanding.where.state_codes import code_behind, lone_code, said_code
from bot.understanding.who.names import is_given
from bot.understanding.wordlists import word_lists
from bot.understanding.words import fold

MOST = 8_000  # characters of a zone that are looked at
_MOST_SPOTS = 200  # names that are looked at: who lists more of them tells nothing of a home
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĪİŁŃŇŌŐŘŚŞŠȘŤȚŪŮŰŹŻŽ](?<![\w@.].)[^\W\d_]*")
_WIDEST_GAP = 30  # characters between two names of one address
_GAP = re.compile(
    r"[ \t\r,;/()|·–—-]*\n?[ \t\r,;/()|·–—-]*(?:(?:the|The|la|le|die|der|State of|Prov\.?)[ ])?"
    r"(?:(?=[A-Z-]{0,9}\d)[A-Z0-9-]{1,10}[ ,\n]{1,3}){0,3}"
)
_TIES = ("van", "von")  # from a given name to a surname
_LED = 90  # characters before a home in which it is said whose it is
_WITH_CODES = ("AU", "BR", "CA")
_CODE_BEFORE = re.compile(r"[(,/ -]([A-Z]{2})\)?[\s,.)-]{1,3}$")


def is_place(words: str) -> bool:
    """Whether these words, as they are written, are a known town, state or country, or a town and where it lies.
    Those that are persons' names or ordinary words as well are not taken for one."""
    names = gazetteer()
    words = words.removeprefix("'s-")
    if words in names.meanings:
        return words not in names.unsure
    first = _CAPITAL.match(words)
    if first is not None and not names.may_begin(first[0]):
        return False  # as with most names of persons
    spots = _named(words, 0, len(words))
    if len(spots) != 2 or spots[0].start or spots[1].end != len(words):
        return False
    return _agree(spots[0], spots[1]) is not None


def places(
    text: str,
    spans: tuple[tuple[int, int], ...],
    *,
    told: tuple[tuple[int, int], ...] = (),
    agent: bool = False,
    relatives: Callable[[], bool] = lambda: True,
    persons: frozenset[str] = frozenset(),
    law_of: str = "",
) -> tuple[Fact[str] | None, Fact[str] | None]:
    """Country and state, read in the given parts of the text: where somebody lives now, else the first that is no
    fair's, no office's and nobody's name. A state or country that follows a town decides over the town.

    Args:
        told: those of the parts in which only what is said of a home counts, not a signature's or a letterhead's place.
        agent: whether somebody acts for the person: then a lawyer's place in a signature or a letterhead is not theirs.
        relatives: tells whether a relative's home may be that of the person; asked where one is told of.
        persons: words of people's names, folded: none of them is a place on its own.
        law_of: the country or state whose law is named ("BR", "US-VA"): where a name means several places, its own.
    """
    straight = text.replace("’", "'")
    homes: list[Home] = []
    for low, end in spans:
        if len(homes) < _MOST_SPOTS:
            here = _homes(straight, low, min(end, low + MOST), relatives=relatives, law_of=law_of)
            only_told = (low, end) in told
            homes += [home for home in here if _counts(straight, home, low, persons, only_told=only_told, agent=agent)]
    best = max(homes, key=lambda home: home.stand, default=None)
    ends = [(low, min(end, low + MOST)) for low, end in spans]
    if best is None or best.stand <= Stand.NAMED:
        placed = best is not None and best.stand == Stand.NAMED
        called = (resident_of(straight, *span, placed=placed, relatives=relatives) for span in ends)
        best = next(filter(None, called), best)
    if best is None:
        small = (in_small_letters(straight, *span, relatives=relatives, law_of=law_of) for span in ends)
        best = next(filter(None, small), None)
    if best is None or best.stand < Stand.SOON:
        return None, None
    state = best.state or next(
        (
            home.state
            for home in homes
            if home.state and home.stand >= Stand.NAMED and home.country[0] == best.country[0]
        ),
        None,
    )
    return _fact(text, *best.country), _fact(text, *state) if state else None


def _counts(text: str, home: Home, low: int, persons: frozenset[str], *, only_told: bool, agent: bool) -> bool:
    """Whether what a name says is no part of a person's name, nor where a lawyer or who hands a message over sits."""
    if _is_in_name(text, home, low, persons):
        return False
    if home.stand >= Stand.COMES:
        return home.stand is not Stand.LIVES or not is_anothers(text[max(low, home.start - _LED) : home.start], persons)
    before = text[max(low, home.start - 24) : home.start]
    if fold(text[home.start : home.end]) in persons and not _led_to(before):
        return False
    if agent and signs_for_others(text, home.start, home.end, low):
        return False
    return not only_told or is_in(before)


def _is_in_name(text: str, home: Home, low: int, persons: frozenset[str]) -> bool:
    """Whether it is a person's surname: "Gijs van Aalten" need not come from there, as "Ana de Madrid" does, or "Gijs
    Bos van Aalten"."""
    before = text[max(low, home.start - _LED) : home.start].split()[-2:]
    tied = len(before) > 1 and before[1] in _TIES and is_given(before[0])
    return tied and persons.issuperset(fold(word) for word in (*before, text[home.start : home.end]))


def _led_to(before: str) -> bool:
    """Whether a small word leads from a name to a place: "Nives Furlan di Trieste"; but not "Lobo d'Ávila"."""
    return is_in(before) or (before[-1:] == " " and in_list("from", (before.split() or [""])[-1]))


def _fact(text: str, value: str, spot: Spot) -> Fact[str]:
    return Fact(value, text[spot.start : spot.end], (spot.start, spot.end), 0.8, "place")


def _named(text: str, low: int, high: int) -> list[Spot]:
    """Every name and code between `low` and `high`, in order."""
    names = gazetteer()
    found = [Spot(*each[1:], (Place(each.country, None, Kind.TOWN),), True) for each in numbered(text, low, high)]
    ordered = not found
    past = low
    for match in _CAPITAL.finditer(text, low, high):
        start, word = match.start(), match[0]
        if not names.may_begin(word):
            continue  # as most words
        if start < past or (start > low and text[start - 1] == "-" and text[start - 3 : start] != "'s-"):
            continue
        if known := names.find(text, start, word):
            found.append(Spot(start, known.end, known.meanings, known.sure))
            past = known.end
            if code := code_behind(text, past, high, known.meanings):
                found.append(Spot(code.start, code.end, (code.place,), True))
                past = code.end
        elif len(word) <= 2 and word.isupper():
            if postcode := lettered(text, start, low, high):
                found.append(Spot(start, postcode.end, (Place(postcode.country, None, Kind.TOWN),), True))
            elif code := lone_code(text, start, low, high) or said_code(text, start, low):
                found.append(Spot(start, code.end, (code.place,), True))
        if len(found) >= _MOST_SPOTS:
            break
    return found if ordered else sorted(found)


def _homes(text: str, low: int, high: int, *, relatives: Callable[[], bool], law_of: str) -> list[Home]:
    """What the names between `low` and `high` say, those together that belong together."""
    homes: list[Home] = []
    spots = _named(text, low, high)
    if not spots:
        return homes
    if law_of:
        spots = [spot._replace(meanings=lawful_first(spot.meanings, law_of)) for spot in spots]
    at = 0
    while at < len(spots):
        group, meant = [spots[at]], [spots[at].meanings[0]]
        agreed = False
        while (nxt := at + len(group)) < len(spots):
            if not _adjoin(text, group[-1].end, spots[nxt].start):
                break
            pair = _agree(group[-1], spots[nxt])
            pair = pair or _contains(group[-1], spots[nxt])
            agreed = agreed or pair is not None
            pair = pair or _decides(group[-1], spots[nxt]) or _by_code(text, group[-1], spots[nxt])
            if pair is None:
                break
            meant[-1:] = pair
            group.append(spots[nxt])
        homes.append(_home(text, group, meant, low, high, agreed=agreed, relatives=relatives))
        at += len(group)
    return [_moved_away(text, homes, at, low) for at in range(len(homes))]


def _home(
    text: str,
    group: list[Spot],
    meant: list[Place],
    low: int,
    high: int,
    *,
    agreed: bool,
    relatives: Callable[[], bool],
) -> Home:
    start, end = group[0].start, group[-1].end
    country = meant[-1].country
    sure = agreed or any(spot.sure for spot in group)
    stand = stand_of(text, start, end, low, high, sure=sure, relatives=relatives)
    stated = [
        (place.state, spot)
        for place, spot in zip(meant, group, strict=True)
        if place.country == country and place.state
    ]
    state = (stated[-1][0] or "", stated[-1][1]) if stated else None
    if state is None and (codes := gazetteer().codes.get(country) if country in _WITH_CODES else None):
        code = _CODE_BEFORE.search(text, max(low, start - 9), start)
        if code and code[1] in codes:
            state = code[1], Spot(code.start(1), code.end(1), (), True)
    return Home(start, end, stand, (country, group[-1]), state)


def _adjoin(text: str, end: int, start: int) -> bool:
    return start - end <= _WIDEST_GAP and _GAP.fullmatch(text, end, start) is not None


def _agree(one: Spot, other: Spot) -> tuple[Place, Place] | None:
    """What two names mean where the second is the state or country in which the first lies."""
    for b in other.meanings:
        for a in one.meanings:
            if b.kind > a.kind and a.country == b.country and (b.state is None or a.state in (None, b.state)):
                return a, b
    return None


def _contains(one: Spot, other: Spot) -> tuple[Place, Place] | None:
    """The same where the town stands behind its country: "Georgia (Tbilisi)"."""
    pair = _agree(other, one) if other.sure else None
    return (pair[1], pair[0]) if pair is not None else None


def _decides(one: Spot, other: Spot) -> tuple[Place, Place] | None:
    """The same where the second is another state or country than we know of: it knows better."""
    a, b = one.meanings[0], other.meanings[0]
    return (a, b) if b.kind > a.kind and other.sure else None


def _by_code(text: str, one: Spot, other: Spot) -> tuple[Place, Place] | None:
    """The same where a British or Canadian postal code stands behind a town: "Perth PH1 5AA" is no Australian one."""
    code, place = text[other.start : other.end], other.meanings[0]
    lettered = "-" not in code and any(map(str.isdigit, code)) and code[:1].isalpha()
    return (place, place) if lettered and place.country != one.meanings[0].country else None


def _moved_away(text: str, homes: list[Home], at: int, low: int) -> Home:
    """The home as one of the past where a move leads from it: "from Berlin to Wien", "nach Wien aus Berlin"."""
    home, lists = homes[at], word_lists("homes")
    if home.stand < Stand.NAMED:
        return home
    nxt = homes[at + 1] if at + 1 < len(homes) else None
    if nxt and _between(text, home, nxt) in lists["to"] and in_list("from", _word_before(text, home.start, low)):
        return home._replace(stand=Stand.ONCE)
    last = homes[at - 1] if at else None
    if last and in_list("from", _between(text, last, home)) and _word_before(text, last.start, low) in lists["to"]:
        return home._replace(stand=Stand.ONCE)
    return home


def _between(text: str, one: Home, other: Home) -> str:
    return text[one.end : min(other.start, one.end + 12)].strip().lower()


def _word_before(text: str, start: int, low: int) -> str:
    return (text[max(low, start - 12) : start].lower().split() or [""])[-1]
