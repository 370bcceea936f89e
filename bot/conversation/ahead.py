"""Answers that are given together, or before they are asked for: "yesterday, and she lives in Spain"."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from bot.conversation.card import Block, Text
from bot.conversation.scene import Scene
from bot.conversation.slot import Known, Slot
from bot.understanding.replies.answers import confirms, denies, halves, joins, phrases, plain
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
    so_far: Callable[[Slot[Any]], Any]
    scene: Scene
    _heard: dict[tuple[str, str], Any] = field(default_factory=dict)  # by slot and part: each is read once

    def hears(self, text: str, *, loosely: bool) -> Ahead:
        """What each part of an answer tells. It is divided as finely as it can be, and less where words are left then:
        a day may hold a comma, and a country an "and". Unless `loosely`, the first words that can't be read end it."""
        if len(text) > LONGEST:
            return Ahead((), (text,))
        pieces = _with_places_joined([_without_joint(piece) for piece in between_signs(text)])
        placed = [part for piece in pieces for part in before_place(piece)]
        ways = ([half for piece in pieces for half in halves(piece)], pieces, [text.strip()], placed)
        divided = [[part for part in parts if plain(part)] for parts in ways]
        divided = [parts for parts in divided if len(parts) <= MOST_PARTS]  # what is left out would be lost
        found = list[Ahead]()
        for n, parts in enumerate(divided):
            if parts not in divided[:n]:
                found.append(self._told(parts, loosely=loosely))
                if not found[-1].unread:
                    return found[-1]
        return min(found, key=lambda one: (-len(one.told), len(one.unread)), default=Ahead((), (text,)))

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
            said.append(_("Noted.") if unseen else _("That is what I have already."))
        said += [
            _("I could not read “{words}”; the team sees it with the case.", words=cut(words, LONGEST_UNREAD))
            for words in ahead.unread
        ]
        return known, tuple(Text.of(line) for line in said)

    def _told(self, parts: list[str], *, loosely: bool) -> Ahead:
        """Each part, read by the first slot that can, none twice. What is asked for comes after the others: it may
        accept any words."""
        told: dict[str, tuple[Slot[Any], Any]] = {}
        unread = list[str]()
        for part in parts:
            if len(parts) > 1 and all(len(word) == 1 and word.isalpha() for word in plain(part).split()):
                continue  # "it's Kelly, K E L L Y"
            found = next(self._read(part, told), None)
            if found is None and len(parts) > 1:  # an answer to nothing else is no matter of this
                found = self._answer(part, told, numbers=_NUMBER.search(part) is not None)
            if found is None and len(parts) > 1 and _says_nothing(part):
                continue  # "no email, phone 555 0143"; "no, on Wednesday"; "sorry, it's ana@x.example"
            if found is None:
                unread.append(part)
                if not loosely:
                    break
            else:
                told[found[0].name] = found
        return Ahead(tuple(told.values()), tuple(unread))

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

    def _once(self, slot: Slot[Any], way: Literal["ahead", "bare", "takes"], part: str) -> Any:
        hears = getattr(slot, way)
        key = f"{slot.name}.{way}", part
        if hears is not None and key not in self._heard:
            self._heard[key] = hears(part, self.scene)
        return self._heard.get(key)

    def _only_adds(self, slot: Slot[Any], value: Any) -> bool:
        """Whether nothing that is known would be lost by it: a bare name beside another one is somebody else's."""
        old = self.so_far(slot)
        return old is None or (slot.merges is not None and _keeps(slot, old, value))


def _with_places_joined(pieces: list[str]) -> list[str]:
    """The same parts, with a place and the one in which it lies as one: "Perth, Scotland"."""
    joined = list[str]()
    for piece in pieces:
        both = f"{joined[-1].strip()}, {piece.strip(' .!')}" if joined else ""
        joined[-1:] = [both] if is_place(both) else [*joined[-1:], piece]
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


def _without_joint(piece: str) -> str:
    words = piece.split()
    while words and joins(words[0]):
        words = words[1:]
    return " ".join(words)
