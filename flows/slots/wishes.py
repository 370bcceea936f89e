"""The rights that a short answer names, each part of it read: "he wants his number deleted and no marketing"."""

from dataclasses import dataclass

from bot.conversation.scene import Scene
from bot.rights import Right
from bot.understanding.reading import Reading
from bot.understanding.replies.answers import LONGEST, adds_more, plain, turn_of
from bot.understanding.replies.named_rights import named, parts_of
from bot.understanding.replies.pieces import pieces
from bot.understanding.replies.remarks import narrows
from bot.understanding.wordlists import word_lists
from flows.slots.reading import read

_MOST_OF_NAME = 3  # words
_MOST_OF_LIMIT = 8
NEAR = 0.3  # how sure a reading must be to be offered together with others
SURE = 0.9  # how sure a reading of a part must be, where the whole is read as something else
_NAMES = frozenset(right.value for right in Right)


@dataclass(frozen=True)
class Wishes:
    """What an answer asks for: what it says, and what it may say besides."""

    said: tuple[Right, ...] = ()
    perhaps: tuple[Right, ...] = ()

    @property
    def plain(self) -> tuple[Right, ...]:
        """What it asks for; empty where that must be asked."""
        if self.said:
            return () if self.perhaps else self.said
        return self.perhaps if len(self.perhaps) == 1 else ()

    @property
    def all(self) -> tuple[Right, ...]:
        return (*self.said, *self.perhaps)


def wishes(text: str, scene: Scene) -> Wishes:
    """What a text of a colleague asks for. What stands behind "no wait" takes the place of what stands before, unless
    it says that it comes beside.
    """
    turn = turn_of(text)
    if turn is None:
        meant = _wishes(text, scene)
        return Wishes() if meant.all == (Right.LIMIT_SENSITIVE,) and only_limits(text) else meant
    later = _wishes(turn.after, scene)
    if not later.all:  # what was taken back is known, but not what takes its place
        return Wishes() if turn.before else _wishes(text, scene)
    return _together(wishes(turn.before, scene), later) if turn.before and adds_more(turn.after) else later


def names_or_says_a_wish(text: str) -> bool:
    """Whether few words say that somebody wants something, or one of them is the name of a right: "deletion please"."""
    return says_a_wish(text) or any(map(named, {*text.split()}))


def only_limits(text: str) -> bool:
    """Whether few words limit what was said before, and want nothing themselves: "only the photo, nothing else"."""
    return len(text.split()) <= _MOST_OF_LIMIT and narrows(text) and not wants(text)


def near(reading: Reading) -> tuple[Right, ...]:
    """What a message may ask for, likely enough to be offered together."""
    return tuple(Right(name) for name, sure in reading.candidates if name in _NAMES and sure >= NEAR)


def asked_together(reading: Reading) -> tuple[Right, ...]:
    """What a message asks for, surely or likely enough to be offered together."""
    asked = tuple(fact.value for fact in reading.rights)
    return asked if len(asked) > 1 else tuple(dict.fromkeys([*asked, *near(reading)]))


def asked_in(reading: Reading) -> set[Right]:
    """All that a message asks for, surely or likely enough to be asked about."""
    return {*near(reading), *(fact.value for fact in reading.rights)}


def asks(reading: Reading) -> bool:
    """Whether a message asks for something, surely or likely enough to be asked about."""
    return bool(near(reading)) or reading.surely_asks


def wants(text: str) -> bool:
    """Whether some word of a short text says that somebody wants something: "she would like"."""
    return _wanting(text) > 0


def wants_once(text: str) -> bool:
    """The same, and none says so again, of somebody else perhaps."""
    return _wanting(text) <= 1


def _wanting(text: str) -> int:
    return sum(word in word_lists("people")["wants"] for word in plain(text).split())


def says_a_wish(text: str) -> bool:
    """Whether a short text says that somebody wants something, or calls a right by its name."""
    return names_a_wish(text) or wants(text)


def spoken_of(text: str, scene: Scene) -> tuple[Right, ...]:
    """The rights that an answer may ask for which says none plainly: as it is read in doubt, or by a word of it that is
    a right's name ("delete everything except the invoices"). A question back is no answer."""
    if text.rstrip().endswith("?"):
        return ()
    reading = read(text, scene)
    # "Rita Moll and her husband" sounds like a wish to have it corrected
    tells_who = bool(reading.name or reading.email or reading.phone) or len(text.split()) <= _MOST_OF_NAME
    if read_as := tuple(fact.value for fact in reading.rights if not (tells_who and fact.value is Right.RECTIFICATION)):
        return read_as
    called = filter(None, map(named, text.split())) if len(text) <= LONGEST else ()
    return tuple(dict.fromkeys(right for right, _wanted in called))


def names_a_wish(text: str) -> bool:
    """Whether a part of a short text calls a right by its name: "Ann Bell also wants a copy"."""
    return len(text) <= LONGEST and any(map(named, parts_of(text)))


def _wishes(text: str, scene: Scene) -> Wishes:
    said, perhaps, denied = dict[Right, None](), dict[Right, None](), set[Right]()
    whole = read(text, scene)
    rights = tuple(fact.value for fact in whole.rights)
    sure_of_it = whole.surely_asks
    parts = [part for piece in pieces(text) for part in parts_of(piece)] if len(text) <= LONGEST else []
    if len(parts) > 1 and all(map(named, parts)):
        sure_of_it = False  # "not deletion but a copy": there is nothing else to be read
    for part in parts:
        if (called := named(part)) is not None:
            right, wanted = called
            said.update({right: None} if wanted else {})
            denied.update(() if wanted else {right})
            continue
        reading = read(part, scene)
        if not reading.unsure:
            surely = [f.value for f in reading.rights if not sure_of_it or f.value in rights or f.confidence >= SURE]
            (perhaps if sure_of_it else said).update(dict.fromkeys(surely))
        elif not sure_of_it:
            perhaps.update(dict.fromkeys(near(reading)))
    if sure_of_it:
        said.update(dict.fromkeys(rights))
    elif not said:
        perhaps.update(dict.fromkeys(near(whole)))
    told = tuple(right for right in said if right not in denied)
    return Wishes(told, tuple(right for right in perhaps if right not in denied and right not in told))


def _together(one: Wishes, more: Wishes) -> Wishes:
    said = tuple(dict.fromkeys([*one.said, *more.said]))
    return Wishes(said, tuple(right for right in dict.fromkeys([*one.perhaps, *more.perhaps]) if right not in said))
