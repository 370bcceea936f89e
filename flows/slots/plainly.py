"""What a colleague's note asks for, read once more without who it is and when it came in.

"Bonjour, une cliente souhaite supprimer son compte : Claire Dubois, claire@x.example, reçu ce matin": a greeting,
names, addresses and days say nothing of what is wanted, and yet make a reading unsure. Where the rest asks for the one
right that was in doubt, it is what they want. Of 769 unseen lines that name somebody and are asked about with one
right, 45 are so told, two of them wrongly: something else is wanted besides.
"""

import re
from collections.abc import Iterable

from bot.conversation.scene import Scene
from bot.rights import Right
from bot.understanding.reading import Flag, Reading
from bot.understanding.replies.answers import plain, says_not
from bot.understanding.replies.arrived import arrived
from bot.understanding.replies.asides import asks_back, greets
from bot.understanding.who.kin import is_relative
from bot.understanding.who.named import named_in
from bot.understanding.who.names import is_title
from bot.understanding.who.titled import names_and_titled
from bot.understanding.wordlists import word_lists
from bot.understanding.words import fold
from flows.slots.moments import spoken
from flows.slots.names import said_beside
from flows.slots.reading import read
from flows.slots.tickets import tickets_in

_LONGEST = 260  # characters of a note
_BESIDE = 0.1  # chance of another right from which it may be wanted, too
_CUT = "\0"
_CUTS = re.compile(rf"\s*{_CUT}+")
_SIGNS = tuple(",.;:!?\n–—()<" + _CUT)  # between which a name only says who
_LEFT = re.compile(r"([,;:(<]\s*)+(?=[,;.:)>]|$)")  # signs with nothing left between them
_PART = re.compile(r"[^.,;:!?\n]+")
_GREETING = re.compile(r"^\W*((?:[^\W\d_]+\s?){1,3})[,!.]\s")
_BEFORE = re.compile(r"([^\W\d_][\w-]*)\.?\s$")
_CUSTOMERS = {
    "en": "the customer",
    "nl": "de klant",
    "de": "der Kunde",
    "fr": "le client",
    "es": "el cliente",
    "it": "il cliente",
    "pt": "o cliente",
    "pl": "klient",
}


def told_plainly(reading: Reading, scene: Scene) -> tuple[Right, ...]:
    """The one right that a note asks for, if its other words are what leaves it in doubt."""
    text, mail = reading.text, reading.mail
    if len(text) > _LONGEST or mail.sender is not None or mail.forwarded or reading.ticket or asks_back(text):
        return ()
    if not reading.names_anything or reading.flagged(Flag.LEGAL_DEMAND) is not None:
        return ()
    if says_not(text):
        return ()  # "she didn't want it deleted"
    if tickets_in(reading, leads=True):  # whose case is opened at once, and shown to nobody
        return ()
    rest, tells_who = _rest(reading, scene)
    likely = {name: sure for name, sure in reading.candidates if name in {*Right} and sure >= _BESIDE}
    told = {fact.value for fact in reading.rights} | {Right(name) for name in likely}
    told -= {Right.RECTIFICATION} if tells_who else set()  # "mum is Ann Bell" sounds like one
    if len(told) != 1 or told == {Right.COMPLAINT} or rest == text:
        return ()
    again = read(rest, scene)
    return tuple(told) if again.surely_asks and {fact.value for fact in again.rights} == told else ()


def _rest(reading: Reading, scene: Scene) -> tuple[str, bool]:
    """The text without a greeting, addresses, numbers and the words for the day, and with "the customer" for names; and
    whether a part of it that only says who somebody is was left out."""
    text, facts = reading.text, (reading.email, reading.phone, reading.account_id)
    names = tuple(fact.value for fact in (reading.name, reading.email) if fact is not None)
    told = arrived(text, names, *spoken(scene))
    spans = [fact.span for fact in facts if fact is not None]
    if told is not None and (at := text.find(told.quote)) >= 0:
        spans.append((at, at + len(told.quote)))
    if (greeting := _GREETING.match(text)) is not None and greets(greeting[1]):
        spans.append(greeting.span())
    text, tells_who = _without_who(_without(text, spans))
    for low, high in sorted({*names_and_titled(text)}, reverse=True):
        text = _without_name(text, low, high, _CUSTOMERS[reading.language])
    return re.sub(r"\s+([,.;:)])", r"\1", _LEFT.sub("", _CUTS.sub(" ", text))).strip(" ,;:"), tells_who


def _without_who(text: str) -> tuple[str, bool]:
    """A text without the parts that only say who somebody is: "she's called Ann Bell", "daughter is Lily Bell"."""
    cuts = list[tuple[int, int]]()
    for part in _PART.finditer(text):
        names = [span[:2] for span in named_in(text, *part.span())]
        rest = part[0]
        for low, high in reversed(names):
            rest = f"{rest[: low - part.start()]} {rest[high - part.start() :]}"
        words = [word for word in plain(rest).split() if not any(map(str.isdecimal, word))]
        if names and words and all(word in said_beside() or is_relative(word) or word == "in" for word in words):
            cuts.append(part.span())
    return _without(text, cuts), bool(cuts)


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for low, high in spans:
        text = text[:low] + _CUT * (high - low) + text[high:]
    return text


def _without_name(text: str, low: int, high: int, customer: str) -> str:
    """A text without a name that only says who, or stands behind what somebody is: "Patient Ann Bell"; with "the
    customer" for another."""
    if _CUT in text[low:high]:
        return text
    before, behind = text[:low].rstrip(" ")[-1:], text[high:].lstrip(" ")[:1]
    word = _BEFORE.search(text[:low])
    if word is not None and is_title(word[1]):
        return _without_name(text, word.start(), high, customer)
    called = word is not None and fold(word[1]) in _people()
    alone = before in ("", *_SIGNS) and behind in ("", *_SIGNS)
    return f"{text[:low]}{_CUT if alone or called else customer}{text[high:]}"


def _people() -> frozenset[str]:
    return word_lists("names")["heads"] | word_lists("received")["callers"]
