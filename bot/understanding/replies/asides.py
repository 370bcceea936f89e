"""What a short message is that neither answers nor asks for anything: thanks, "hold on", "why do you need that?".

The words stand in `data/asides.toml`.
"""

import re
from collections.abc import Set
from enum import StrEnum
from functools import cache

from bot.understanding.replies.answers import (
    adds_more,
    first_word,
    found,
    halves,
    in_own_words,
    longest,
    phrases,
    plain,
    speaks_of_another,
)
from bot.understanding.replies.leave import asks_leave, names_somebody
from bot.understanding.replies.named_rights import named
from bot.understanding.replies.which_open import without_until

LONGEST = 100  # characters
FILE = "asides"
PARTS = re.compile(r"[.,;:!?()\n]+|\s[-–—]+\s")
_MOST_BEHIND = 6  # words behind one that says what is done meanwhile
_MOST_OPEN = 8  # words
_LONGEST_OPEN = 20 * _MOST_OPEN  # characters
_MOST_BEHIND_WHY = 2  # words behind a mere "why"


class Aside(StrEnum):
    """A kind of message in passing."""

    THANKS = "thanks"
    WAIT = "wait"
    ASK_THEM = "ask_them"
    WHO = "who"
    KEPT = "kept"
    HOW_LONG = "how_long"
    NEEDS = "needs"
    WHAT_NEXT = "what_next"
    WHAT_TO_TELL = "what_to_tell"
    MAY_I = "may_i"
    WHY = "why"
    PUZZLED = "puzzled"
    COUNTS = "counts"
    WRONG = "wrong_message"


def aside(text: str) -> Aside | None:
    """What a whole short message is, polite words aside; None for any other."""
    if len(text) > LONGEST:
        return None
    if not (words := plain(text).split()):
        return None
    bare = _behind_asking(words)
    little = phrases("beside_question", FILE) if asks(text) else frozenset()
    whole = next((kind for kind in Aside if says(words, kind) or says(bare, kind, little)), None)
    if whole is not None:
        return whole
    if _only_thanks(words) or (takes_note(text) and any(map(thanks, words))):  # "alles klar danke"
        return Aside.THANKS
    if asks_leave(bare) and not names_somebody(text):
        return Aside.MAY_I
    if text.rstrip().endswith("?") and _asks_why(words):
        return Aside.WHY
    return Aside.WAIT if _looks(text) else None


def _behind_asking(words: list[str]) -> list[str]:
    """A question without the words that only thank or ask to be told, and those for what: of "can you tell me how long
    we have to answer a request?" those between."""
    rest = words
    while len(rest) > 1 and (begun := leading(rest[:-1], "before_question") or leading(rest[:-1], Aside.THANKS)):
        rest = rest[begun:]
    rest = rest[leading(rest, "asks_to_know") :]
    ends = range(len(rest) - min(len(rest) - 1, longest("for_answer", FILE)), len(rest)) if len(rest) > 1 else range(0)
    return rest[: next((at for at in ends if _has("for_answer", rest[at:])), len(rest))]


def _looks(text: str) -> bool:
    """Whether some part of a text says that somebody looks or asks first, and none says more than "hold on" and that
    it is not known: "no idea yet, let me check"."""
    pieces = [plain(piece) for piece in PARTS.split(text) if plain(piece)]
    parts = [part for piece in pieces for part in ([piece] if _looks_first(piece) else halves(piece))]
    looks = [_looks_first(part) for part in parts]
    waits = [bool(leading(part.split(), "wait") or leading(part.split(), "unknown", "answers")) for part in parts]
    return any(looks) and all(one or other for one, other in zip(looks, waits, strict=True))


def _looks_first(part: str) -> bool:
    words = part.split()
    return _begins(words, "looking") or _begins(_behind_doubt(words), "looking")


def thanks(text: str) -> bool:
    """Whether a text begins with thanks, whatever follows: "many thanks in advance, and a nice day"."""
    return leading(plain(text).split(), Aside.THANKS) > 0


def _only_thanks(words: list[str]) -> bool:
    """Whether they thank somebody, and tell no more than whom and for what: "thanks for your help", "danke dir"."""
    begun = leading(words, Aside.THANKS)
    return begun > 0 and phrases("beside_thanks", FILE).issuperset(words[begun:])


def takes_note(text: str) -> bool:
    """Whether few words only take note of what somebody was told: "hm ok", "oh", "ok thanks". A "yes" is none."""
    words = plain(text).split() if len(text) <= LONGEST and not text.rstrip().endswith("?") else []
    noted, thanked = bool(words), False
    while words and noted:
        known = (leading(words, kind, "answers") for kind in ("takes_note", "aside_first"))
        length = max(*known, thanking := leading(words, Aside.THANKS), leading(words, "interjections"))
        length = length or int(thanked and words[0] in phrases("beside_thanks", FILE))  # "de" alone may be a place
        noted, thanked, words = length > 0, thanked or thanking > 0, words[length:]
    return noted


def begins_anew(text: str) -> bool:
    """Whether a text begins by taking back what was said before it, and goes on behind a sign: "no hang on, he only
    wants the newsletters to stop"."""
    first, *rest = PARTS.split(text, maxsplit=1)
    words = plain(first).split() if len(text) <= LONGEST else []
    taken_back = bool(words)
    while words and taken_back:
        kinds = (leading(words, kind, "answers") for kind in ("apology", "no", "instead"))
        length = max(*kinds, leading(words, "wait"), leading(words, "interjections"))
        taken_back, words = length > 0, words[length:]
    return taken_back and any(map(plain, rest))


def begins_with_somebody(text: str) -> bool:
    """Whether a text begins with somebody of whom nothing was said before: "a customer wants ...", "someone ...", "and
    another client ..."."""
    words = [word.rpartition("'")[2] for word in plain(text[:LONGEST]).split()]
    beside = phrases("between") | phrases("also") | phrases("beside_off", FILE)
    while words and words[0] in beside and words[0] not in phrases("indefinite", FILE):
        words = words[1:]
    new, whoever = phrases("of_somebody_new", FILE), phrases("whoever")
    if not words or words[0] in new & whoever:
        return bool(words)
    return words[0] in phrases("indefinite", FILE) | new and not whoever.isdisjoint(words[1:3])


def announces_another(text: str) -> bool:
    """Whether a text says first that it is about somebody else: "second one: Milan Kovac wants a copy"."""
    head, colon, _rest = text[:LONGEST].partition(":")
    words = plain(head).split()
    return bool(colon and words) and phrases("of_somebody_new", FILE).issuperset(words)


def greets(text: str) -> bool:
    """Whether a text is a greeting and no more: "good morning", "hi there"."""
    return phrases("greeting", FILE).issuperset(plain(text).split())


def orders(text: str) -> bool:
    """Whether a short text says what is to become of a case: "close it", "they should hurry"."""
    words = plain(text).split() if len(text) <= LONGEST else []
    most = longest("orders", FILE)
    return any(_has("orders", words[at : at + n]) for at in range(len(words)) for n in range(1, most + 1))


def says_wrong(text: str) -> bool:
    """Whether a short text says that something is wrong, whatever it is: "her address is wrong, it's 12 Mill Lane"."""
    return len(text) <= LONGEST and not phrases("not_right", FILE).isdisjoint(plain(text).split())


def sets_right(text: str) -> bool:
    """Whether a short text says that something of a case is wrong: "the name is wrong", "verkeerde klant"."""
    words = set(plain(text).split()) if len(text) <= LONGEST else set[str]()
    return bool(words & phrases("not_right", FILE)) and bool(words & phrases("of_case", FILE))


def asks_what_is_open(text: str) -> bool:
    """Whether a few words ask what is open or due: "what's overdue?", "show me all open cases"."""
    words = without_until(_of_open(text))
    asks = _named_open(words)
    beside = phrases("asks_open", FILE) | phrases("beside_open", FILE) | phrases("paused", "which_open")
    counted = {n + 1 for n, word in enumerate(words) if word in phrases("every", FILE)}  # "refs for all 3"
    known = all(n in asks or word in beside or (word.isdecimal() and n in counted) for n, word in enumerate(words))
    return bool(asks) and len(words) <= _MOST_OPEN and known


def asks_of_open(text: str) -> bool:
    """Whether a few words are a question in which a word for what is open or due stands: "wat ligt er nog open?"."""
    words = _of_open(text)
    return len(words) <= _MOST_OPEN and asks_back(text) and bool(_named_open(words))


def _of_open(text: str) -> list[str]:
    """The words of a text that is short enough to ask what is open: mails of megabytes come this way, too."""
    return plain(text).split() if len(text) <= _LONGEST_OPEN else []


def _named_open(words: list[str]) -> set[int]:
    """Where words for what is open or due stand."""
    return {at + one for at, length in found(words, "asks_open", FILE) for one in range(length)}


def asks_back(text: str, kind: str = "asks_back", file: str = FILE) -> bool:
    """Whether a short text is a question: by its mark, or by the word with which it begins. `kind`, `file`: of such
    words."""
    return text.rstrip().endswith("?") or not phrases(kind, file).isdisjoint(first_word(text))


def asks(text: str) -> bool:
    """Whether a short text is a question, words that lead up to it aside: "ok so who writes to her"."""
    short = len(text) <= LONGEST
    return asks_back(text) or (short and asks_back(" ".join(_behind_asking(plain(text).split())[:1])))


def asks_of_progress(text: str) -> bool:
    """Whether a short text is a question and speaks of how something goes: "what is the status since yesterday"."""
    words = plain(text).split() if len(text) <= LONGEST else []
    if not asks_back(text):
        return False
    short = len(words) <= _MOST_OPEN and any(word in phrases("progress", FILE) for word in words)
    return short or (len(text) <= LONGEST and _asks_what_became(text))


def _asks_what_became(text: str) -> bool:
    """Whether a question asks what became of a request, or of whom a colleague names: "what came of Ann Bell?"."""
    words, most = plain(text).split(), longest("became", FILE)
    if not any(_has("became", words[at : at + n]) for at in range(min(len(words), 3)) for n in range(1, most + 1)):
        return False
    named = any(word[:1].isupper() for word in text.split()[1:]) and not in_own_words(text)
    return named or speaks_of_another(text) or not phrases("request").isdisjoint(words)


def counts_time(text: str) -> bool:
    """Whether the number beside these words counts minutes or days: "give me ... minutes"."""
    return any(word in phrases("units", FILE) for word in plain(text).split())


def asks_how(text: str, *, question: bool) -> bool:
    """Whether the words beside a number only ask how it goes: "any news on". `question`: a question mark says so."""
    words = plain(text).split()
    asking, beside = phrases("asks_how", FILE), phrases("beside_asking", FILE)
    known = all(word in asking or word in beside or word in _beside() for word in words)
    return known and (question or any(word in asking for word in words))


def leading(words: list[str], kind: str, file: str = FILE) -> int:
    """How many words make the longest phrase of a kind with which they begin; 0 where there is none."""
    lengths = range(min(len(words), longest(kind, file)), 0, -1)
    return next((n for n in lengths if " ".join(words[:n]) in phrases(kind, file)), 0)


def says(words: list[str], kind: str, others: Set[str] = frozenset()) -> bool:
    """Whether they are phrases of a kind, polite words and such `others`, one of the kind at least."""
    said = False
    while words:
        known = leading(words, kind)
        beside = known or next((n for n in (3, 2, 1) if " ".join(words[:n]) in _beside()), int(words[0] in others))
        if not beside:
            return False
        said, words = said or bool(known), words[beside:]
    return said


def _behind_doubt(words: list[str]) -> list[str]:
    """What follows behind "hold on", and behind words that nobody knows: "no idea yet, let me check"."""
    while len(words) > 1 and (begun := leading(words[:-1], "wait") or leading(words[:-1], "unknown", "answers")):
        words = words[begun:]
    return words


def _asks_why(words: list[str]) -> bool:
    """Whether they ask why the bot asks. A mere "why" begins a customer's complaint just as well: "why was his data not
    deleted?"."""
    begun = leading(words, "why")
    mere = _has("mere_why", words[:begun])
    return _begins(words, "why") and (not mere or len(words) - begun <= _MOST_BEHIND_WHY)


def _begins(words: list[str], kind: str) -> bool:
    """Whether they begin with a phrase of a kind, and little follows: nothing that a customer says of themselves, and
    no wish ("let me check, Bo Berg wants a copy")."""
    behind = words[leading(words, kind) :]
    if len(behind) == len(words) or len(behind) > _MOST_BEHIND:
        return False
    rest = " ".join(behind)
    return not in_own_words(rest) and not adds_more(rest) and not any(named(word.rpartition("'")[2]) for word in behind)


def _has(kind: str, words: list[str]) -> bool:
    return " ".join(words) in phrases(kind, FILE)


@cache
def _beside() -> frozenset[str]:
    return phrases("polite") | phrases("aside")
