"""Answers that are given together, or before they are asked for: "yesterday, and she lives in Spain"."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from bot.conversation.card import Block, Text
from bot.conversation.draft import Draft
from bot.conversation.scene import Scene
from bot.conversation.slot import Known, Slot
from bot.understanding.replies.answers import confirms, denies, halves, joins, phrases, plain, says_not
from bot.understanding.replies.apart import apart, behind_turn, turns
from bot.understanding.replies.asides import takes_note
from bot.understanding.replies.pieces import between_signs
from bot.understanding.replies.remarks import has_none
from bot.understanding.where.behind import before_place
from bot.understanding.where.places import is_place
from bot.wording import _, cut

LONGEST = 200  # characters; more is a message of its own
LONGEST_UNREAD = 60  # of them shown
MOST_PARTS = 8
_ANY_WORDS = 2  # greed
_NUMBER = re.compile(r"[\d@]")
Way = Literal["ahead", "bare", "takes"]
_WAYS: tuple[Way, ...] = ("ahead", "takes")
SoFar = Callable[[Slot[Any]], Any]
Told = Mapping[str, tuple[Slot[Any], Any]]  # by name of the slot


@dataclass(frozen=True)
class Ahead:
    """What an answer tells, slot by slot, and the words of it that nobody can read."""

    told: tuple[tuple[Slot[Any], Any], ...]
    unread: tuple[str, ...]


@dataclass(frozen=True)
class Listening:
    """What can be told at a moment: by the question that is asked, and by others before theirs.

    Args:
        so_far: what is known of a slot, or told by the message itself.
    """

    asked: Slot[Any] | None
    slots: tuple[Slot[Any], ...]
    so_far: SoFar
    scene: Scene
    _heard: dict[tuple[str, str], Any] = field(default_factory=dict)  # by slot and part: each is read once

    def hears(self, text: str, *, loosely: bool) -> Ahead:
        """What each part of an answer tells. It is divided as finely as it can be, and less where words are left then:
        a day may hold a comma, and a country an "and". Unless `loosely`, the first words that can't be read end it."""
        if len(text) > LONGEST:
            return Ahead((), (text,))
        pieces = _with_places_joined([without_joint(piece) for piece in between_signs(text)])
        placed = [part for piece in pieces for part in before_place(piece)]
        ways = ([half for piece in pieces for half in halves(piece)], pieces, [text.strip()], placed)
        divided = [[part for part in parts if plain(part)] for parts in ways]
        divided = [parts for parts in divided if len(parts) <= MOST_PARTS]  # what is left out would be lost
        found = list[Ahead]()
        for n, parts in enumerate(divided):
            ahead = self._told(parts, loosely=loosely) if parts not in divided[:n] else None
            if ahead is None or (not ahead.unread and self._tells_more(divided[:n], ahead)):
                continue
            if not ahead.unread:
                return ahead
            found.append(ahead)
        torn_up = [part for piece in pieces for part in ([piece] if self._is_read(piece) else apart(piece))]
        # words that are torn from a sentence tell nothing: either all of them are read, or none
        torn = self._told(torn_up, loosely=False) if len(pieces) < len(torn_up) <= MOST_PARTS else None
        if torn is not None and not torn.unread:
            return torn
        return min(found, key=lambda one: (-len(one.told), len(one.unread)), default=Ahead((), (text,)))

    def _tells_more(self, finer: list[list[str]], coarse: Ahead) -> bool:
        """Whether a text tells more where it is divided more finely, though not all of it can be read then: "first name
        Nora, lives in Graz, nora@x.example" is no mere place."""
        return any(len(self._told(parts, loosely=True).told) > len(coarse.told) for parts in finer)

    def leaves(self, text: str) -> tuple[str, ...]:
        """The parts of a text that nobody can read, where another part is an answer."""
        ahead = self.hears(text, loosely=True)
        return ahead.unread if ahead.told else ()

    def learns(self, ahead: Ahead, known: Known) -> tuple[Known, tuple[Block, ...]]:
        """What is known with it, and what is said of it: of what was asked for nothing, for the next question shows."""
        before, said = known, list[str]()
        for slot, value in ahead.told:
            old = self.so_far(slot)
            asked = self.asked is not None and slot.name == self.asked.name
            more = slot.merges or (None if asked else slot.adds)
            new = more(old, value) if more is not None and old is not None else value
            if new == old and slot in known:
                continue
            if not slot.label:
                said.append(_("Noted."))
            elif not asked:
                way = _("Changed. {what}: {value}") if old is not None else _("Noted. {what}: {value}")
                said.append(way.format(what=_(slot.label), value=slot.shows(new)))
            known = known.having(slot, new)
        if known is before:
            unseen = any(not slot.label for slot, _value in ahead.told)  # the days that a message names itself
            already = () if ahead.unread else (_("That is what I have already."),)
            said += (_("Noted."),) if unseen else already
        said += [
            _("I could not read “{words}”; the team sees it with the case.", words=cut(words, LONGEST_UNREAD))
            for words in ahead.unread
        ]
        return known, tuple(Text.of(line) for line in said)

    def _told(self, parts: list[str], *, loosely: bool) -> Ahead:
        """Each part, read by the first slot that can, none twice. What is asked for comes after the others: it may
        accept any words."""
        told: dict[str, tuple[Slot[Any], Any]] = {}
        unread, denied, turned = list[str](), dict[str, str](), False
        for piece in parts:
            waits = plain(piece) in phrases("wait", "asides")  # "hold on" is no wish to have it put on hold
            if len(parts) > 1 and (waits or all(len(word) == 1 and word.isalpha() for word in plain(piece).split())):
                continue  # "it's Kelly, K E L L Y"
            rest = behind_turn(piece) if told else None
            part, turned = rest or piece, turned or rest is not None
            found = next(self._read(part, told), None)
            if found is None and len(parts) > 1:  # an answer to nothing else is no matter of this
                found = self._answer(part, told, numbers=_NUMBER.search(part) is not None)
            if found is None and turned:
                found = self._instead(part, told)
            if found is None and len(parts) > 1 and _says_nothing(part):
                turned = bool(told) and not confirms(part)  # "Leeds, no sorry, Leicester"
                continue  # "no email, phone 555 0143"; "no, on Wednesday"; "sorry, it's ana@x.example"
            if found is None and (old := self._denied(part)) is not None:
                denied[old] = part
                continue
            turned = False
            if found is None:
                unread.append(part)
                if not loosely:
                    break
            else:
                told[found[0].name] = found
        unread += [part for name, part in denied.items() if name not in told]
        for slot, value in [one for one in told.values() if unread and one[0].field == "date"]:
            part = next(
                part for part in parts if value in (self._once(slot, "ahead", part), self._once(slot, "takes", part))
            )
            if self._wavers(slot, part, parts, unread):
                del told[slot.name]
                unread.append(part)
        return Ahead(tuple(told.values()), tuple(unread))

    def _wavers(self, slot: Slot[Any], part: str, parts: list[str], unread: list[str]) -> bool:
        """Whether another part, which can't be read, names a day, too: "she wrote on the 5th, or wait, it was the 3rd".
        The day on which it surely came in stands where nobody takes anything back: "got it on the 3rd, dated the 1st".
        """
        sure = slot.speaks is not None and slot.speaks(part) and not any(map(turns, parts))
        return not sure and slot.guesses is not None and any(slot.guesses(one, self.scene) for one in unread)

    def _instead(self, part: str, told: Told) -> tuple[Slot[Any], Any] | None:
        """What takes the place of what was told just before: "Leeds, no wait, Leicester"."""
        for slot, _value in reversed([*told.values()]):
            way: Literal["ahead", "takes"] = (
                "takes" if self.asked is not None and slot.name == self.asked.name else "ahead"
            )
            if (value := self._once(slot, way, part)) is not None:
                return slot, value
        return None

    def _denied(self, part: str) -> str | None:
        """The name of the slot of which a part says that what is known of it is wrong: "not Boston"."""
        words = part.split()
        bare = words
        while bare and plain(bare[0]) in phrases("no") | phrases("not") | phrases("before_denied"):
            bare = bare[1:]
        if not bare or not says_not(" ".join(words[: len(words) - len(bare)])):
            return None
        values = ((slot, self._once(slot, "ahead", " ".join(bare))) for slot in self.slots)
        return next((slot.name for slot, value in values if value is not None and value == self.so_far(slot)), None)

    def _read(self, part: str, told: Told) -> Iterator[tuple[Slot[Any], Any]]:
        hidden = self.asked.hides if self.asked is not None else ()
        for slot in (one for one in self.slots if one.name not in hidden):
            value = self._once(slot, "ahead", part)
            bare = self._once(slot, "bare", part) if value is None and self._answer(part, told) is None else None
            if slot.name in told:  # another part of the same: "Ann Bell, ann@x.example"
                before = told[slot.name][1]
                more = value if value is not None else bare
                both = slot.merges(before, more) if slot.merges and more is not None else None
                another = not self._only_adds(slot, before)  # "it's Ann Bell", who takes the place of who was known
                adds = bare is None or another or self._only_adds(slot, both)
                if both is not None and _keeps(slot, before, more) and adds:
                    yield slot, both
            elif value is not None:
                yield slot, value
            elif bare is not None and self._only_adds(slot, bare):
                yield slot, bare

    def _is_read(self, piece: str) -> bool:
        return next(self._read(piece, {}), None) is not None or self._answer(piece, {}) is not None

    def _answer(self, part: str, told: Told, *, numbers: bool = False) -> tuple[Slot[Any], Any] | None:
        asked = self.asked
        if asked is None or asked.takes is None:
            return None
        if asked.name in told:
            return self._more(asked, part, told[asked.name][1])
        if asked.greed == _ANY_WORDS and not numbers:
            return None  # it may as well be of something else
        value = self._once(asked, "takes", part)
        return None if value is None else (asked, value)

    def _more(self, asked: Slot[Any], part: str, before: Any) -> tuple[Slot[Any], Any] | None:
        """More of an answer of which another part told something: "the firm is Finch LLP, mail tom@finch.example"."""
        if asked.merges is None or _NUMBER.search(part) is None:
            return None
        value = self._once(asked, "takes", part)
        kept = value is not None and _keeps(asked, before, value)
        return (asked, asked.merges(before, value)) if kept else None

    def _once(self, slot: Slot[Any], way: Way, part: str) -> Any:
        hears = getattr(slot, way)
        key = f"{slot.name}.{way}", part
        if hears is not None and key not in self._heard:
            self._heard[key] = hears(part, self.scene)
        return self._heard.get(key)

    def _only_adds(self, slot: Slot[Any], value: Any) -> bool:
        """Whether nothing that is known would be lost by it: a bare name beside another one is somebody else's."""
        old = self.so_far(slot)
        return old is None or (slot.merges is not None and _keeps(slot, old, value))


def told_besides(
    draft: Draft, asked: Slot[Any], slots: tuple[Slot[Any], ...], so_far: SoFar, text: str, scene: Scene
) -> tuple[Draft, tuple[Block, ...]]:
    """The draft with what an answer that must be asked about tells of anything else, and what is said of that."""
    listening = Listening(None, tuple(one for one in slots if one.name != asked.name), so_far, scene)
    heard = listening.hears(text, loosely=True)
    told = tuple((one, value) for one, value in heard.told if not (one.refuses and one.refuses(value, scene)))
    if not told or not heard.unread or asked.field == "long":
        return draft, ()
    known, lead = listening.learns(Ahead(told, ()), Known(draft.answers))
    return draft.learn(known.answers), lead


def _with_places_joined(pieces: list[str]) -> list[str]:
    """The same parts, with a place and the one in which it lies as one: "he's in Perth, Scotland"."""
    joined = list[str]()
    for piece in pieces:
        before, place = (joined[-1].strip(), piece.strip(" .!")) if joined else ("", "")
        lies = before and is_place(f"{before_place(before)[-1]}, {place}")
        joined[-1:] = [f"{before}, {place}"] if lies else [*joined[-1:], piece]
    return joined


def _says_nothing(part: str) -> bool:
    """Whether a part beside others tells nothing: a yes, a no, an apology, or that there is none of something."""
    opens = phrases("apology") | phrases("wait", "asides")
    bare = " ".join(word for word in plain(part).split() if word not in phrases("beside_off", "asides"))
    said = takes_note(part) or denies(part) or confirms(part)
    return said or bare in opens or has_none(part) or plain(part) in phrases("apology")


def _keeps(slot: Slot[Any], old: Any, new: Any) -> bool:
    """Whether a value with more of it still holds all that it held."""
    assert slot.merges is not None  # noqa: S101 - asked by both callers
    both = slot.merges(old, new)
    return bool(slot.merges(both, old) == both)


def without_joint(piece: str) -> str:
    """A part of an answer without the "and" before it."""
    words = piece.split()
    while words and joins(words[0]):
        words = words[1:]
    return " ".join(words)
