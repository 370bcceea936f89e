"""That a matter is dropped, or was a test: "never mind", "forget it, already in the system", "that was a test, undo".

The words stand in `data/asides.toml`.
"""

from collections.abc import Set

from bot.understanding.replies.answers import phrases, plain
from bot.understanding.replies.asides import FILE, LONGEST, PARTS, says
from bot.understanding.replies.corrections import Control, control_word
from bot.understanding.words import fold

_TEST = "a_test"
_FEW = 4  # words that say that something was wrong: "was a mistake"


def calls_off(text: str) -> bool:
    """Whether a short text only says that something is dropped, or was a test: "that was a test, drop it"; "nobody,
    forget it"."""
    ways = _ways(text)
    said = [any(one and _drops(one) for one in way) for way in ways]
    settled = [not way[-1] or any(says(one, "settled") for one in way if one) for way in ways]
    return any(said) and all(one or other for one, other in zip(said, settled, strict=True))


def drops_first(text: str) -> bool:
    """Whether the first part of a short text drops a matter in so many words: "forget it, ...", but not "stop, ..."."""
    first = next((plain(part) for part in PARTS.split(text[:LONGEST]) if plain(part)), "")
    return calls_off(first) and first not in phrases("weak_drops", FILE)


def behind_dropping(text: str) -> str | None:
    """What stands behind words that drop a matter: of "never mind. Bea Hill wants a copy" the second sentence."""
    for sign in PARTS.finditer(text[:LONGEST]):
        if calls_off(text[: sign.start()]):
            return text[sign.end() :].strip() or None
    return None


def before_dropping(text: str) -> str | None:
    """What stands before words that drop a matter, at the end of a short text: of "no, it's for IT, never mind" the
    rest."""
    signs = list(PARTS.finditer(text)) if len(text) <= LONGEST else []
    for sign in signs:
        if drops_first(text[sign.end() :]) and calls_off(text[sign.end() :]):
            return text[: sign.start()].strip() or None
    return None


def drops_named(text: str, names: Set[str], beside: Set[str]) -> bool:
    """Whether a short text drops what is called by some words, and says nothing else of it: "88412 was a mistake,
    ignore it", "forget Bo, that was a test"; but not "Bo has no phone, never mind" and "forget it, only Bo".

    Args:
        names: folded; what the matter is called by.
        beside: what may stand beside these: "ticket", "Mr".
    """
    drops = False
    for at, part in enumerate(part for part in PARTS.split(text) if plain(part)):
        words = plain(part).split()
        bare = [word for word in words if fold(word) not in names]
        named = len(bare) < len(words)
        bare = [word for word in bare if word not in beside] if named else bare
        said = " ".join(bare)
        weak = not named and said in phrases("weak_drops", FILE)  # "stop, Bo is the wrong spelling"
        forgets = named and said in phrases("drops_wish")
        # "forget Bo" alone may be what he asks for
        dropped = calls_off(said) and not weak and not (forgets and not any(map(str.isdigit, part)))
        first = named and not bare and at == 0  # "forget it, 88413" may mean that 88413 comes instead
        if not (dropped or forgets or first or says(bare, "settled") or (named and _was_wrong(words))):
            return False
        drops = drops or dropped
    return drops


def _was_wrong(words: list[str]) -> bool:
    """Whether a few words say that it was a mistake, and not that a part of it is one: "Bo's mail was wrong"."""
    of_part = phrases("of_case", FILE) - {"ticket", "case", "request"}
    wrong = phrases("not_right", FILE).intersection(words)
    return bool(wrong) and len(words) <= _FEW + 1 and of_part.isdisjoint(words)


def undoes(text: str) -> bool:
    """Whether a part of a short text says that what was done is to be undone: "oh no, that was a test by our trainee,
    please undo"."""
    return any(control_word(" ".join(way[-1])) in (Control.CANCEL, Control.UNDO) for way in _ways(text) if way[-1])


def _ways(text: str) -> list[tuple[list[str], ...]]:
    """The words of each part of a short text: as they are, without polite ones around them, and without "oh well"."""
    polite = phrases("apology") | phrases("polite")
    parts = [plain(part).split() for part in PARTS.split(text)] if len(text) <= LONGEST else []
    return [(words, _within(words, polite), _within(words, polite | phrases("beside_off", FILE))) for words in parts]


def _drops(words: list[str]) -> bool:
    return control_word(" ".join(words)) is Control.CANCEL or says(words, _TEST)


def _within(words: list[str], beside: frozenset[str]) -> list[str]:
    """The words of a part without such ones at its beginning and its end: polite ones, apologies, "oh well"."""
    while words and words[0] in beside:
        words = words[1:]
    while words and words[-1] in beside:
        words = words[:-1]
    return words
