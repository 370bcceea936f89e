"""That a matter is dropped, or was a test: "never mind", "forget it, already in the system", "that was a test, undo".

The words stand in `data/asides.toml`.
"""

from bot.understanding.replies.answers import phrases, plain
from bot.understanding.replies.asides import FILE, LONGEST, PARTS, says
from bot.understanding.replies.corrections import Control, control_word

_TEST = "a_test"


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
