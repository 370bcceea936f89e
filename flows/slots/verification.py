"""What we need in order to find and later verify a person, by kind of request: as little as possible.

Opt-outs and complaints need nothing. Nothing of the never-collect list (ID, birth date, passwords) is ever asked.
"""

import re
from collections.abc import Iterator
from typing import Any

from bot.conversation.scene import Scene
from bot.conversation.slot import NOT_SAID, Known, Slot, not_said
from bot.rights import Right
from bot.understanding.reading import Fact, Reading
from bot.understanding.replies.answers import (
    adds_more,
    confirms,
    denies,
    knows_not,
    of_home,
    plain,
    says_not,
    speaks_of,
)
from bot.understanding.replies.days import names_a_day
from bot.understanding.where.streets import is_coded_town, street_in
from bot.understanding.wordlists import word_lists
from bot.wording import _, later
from flows.slots.people import PERSON
from flows.slots.reading import read
from flows.slots.rights import RIGHTS
from flows.slots.wishes import asked_in, names_a_wish, wants
from flows.slots.writers import WRITER

NO_PROOF = frozenset(
    {
        Right.OPT_OUT_MARKETING,
        Right.OPT_OUT_SALE,
        Right.LIMIT_SENSITIVE,
        Right.WITHDRAW_CONSENT,
        Right.COMPLAINT,
    }
)


_LONGEST = 120  # characters of a number or an address
_NUMBER = re.compile(r"[\d@]")
_SIGN = re.compile(r"[,.;:(\n]")


def show_or_not(value: str) -> str:
    return _("not said") if value == NOT_SAID else value


def take_words(text: str, _scene: Scene) -> str | None:
    """A person's own words, as they are."""
    return text.strip()[:3000] or None


def _take_known_as(text: str, scene: Scene) -> str | None:
    """Any words but a mere yes; those that say that nobody knows count as the button does."""
    numbered = _NUMBER.search(text) is not None
    if says_not(text) and names_a_day(text) and not knows_not(text):
        return None  # "no, it wasn't Monday"
    if knows_not(text) or denies(text) or (not numbered and (says_not(text) or speaks_of(text, "nothing_more"))):
        return NOT_SAID  # "no number", "no, that's all"
    asks_back = text.rstrip().endswith("?") and not numbered
    return None if confirms(text) or asks_back else take_words(text, scene)


def only_says_known_as(text: str, scene: Scene) -> bool:
    """Whether an answer gives a number or an address, and asks for nothing: "her address is" sounds like a wish to have
    it corrected."""
    if len(text) > _LONGEST or _NUMBER.search(text) is None or wants(text) or adds_more(text):
        return False
    reading = read(text, scene)
    return asked_in(reading) <= {Right.RECTIFICATION} or not (reading.surely_asks or names_a_wish(text))


def _account(reading: Reading, _scene: Scene) -> Fact[str] | None:
    return reading.account_id


def _street_ahead(text: str, scene: Scene) -> str | None:
    """The address that few words tell, and nothing else: "he's at 22 Castle Street". What is to be corrected is no
    proof, and what somebody wants of it no address alone."""
    street, draft = street_in(text), scene.chat.active
    if draft is None or Right.RECTIFICATION in (Known(draft.answers).get(RIGHTS) or ()):
        return None
    if street is None:
        return text.strip(" .,") if is_coded_town(text) else None
    known = {*word_lists("homes")["beside_street"]}
    rest = plain(f"{text[: street[0]]} {text[street[1] :]}").split()
    return text[street[0] : street[1]] if all(word in known for word in rest) else None


def _whole_address(old: str, new: str) -> str:
    """A street with its town behind it; another street takes its place."""
    return old if new in old else f"{old}, {new}" if is_coded_town(new) else new


def _known_as(reading: Reading, scene: Scene) -> Fact[str] | None:
    """Their number, or their street where nothing is to be corrected."""
    if (account := _account(reading, scene)) is not None:
        return account
    span = street_in(reading.text) if Right.RECTIFICATION not in asked_in(reading) else None
    if span is None:
        return None
    street, before = reading.text[slice(*span)], _SIGN.split(reading.text[: span[0]])[-1]
    theirs = not plain(before) or of_home(before)  # "our shop at 22 Castle Street" is not
    return Fact(street, street, span, 0.7, "street") if theirs and not street.islower() else None


KNOWN_AS: Slot[str] = Slot(
    "verification.known_as",
    str,
    later("We know them by"),
    later("By what may we know this person: an account or customer number, or an address?"),
    hint=later("Only if the message says so. Never ask for an ID, a birth date or a password."),
    hears=_known_as,
    ahead=_street_ahead,
    merges=_whole_address,
    takes=_take_known_as,
    greed=2,
    shows=show_or_not,
    choices=not_said,
)


def path(known: Known, rights: tuple[Right, ...]) -> Iterator[Slot[Any]]:
    """Ask how we may know the person, where proof will be needed and nothing is known to start from."""
    person, writer = known[PERSON], known.get(WRITER)
    known_by = person.email or person.account or (writer is not None and writer.email)
    if (not known_by and any(right not in NO_PROOF for right in rights)) or KNOWN_AS in known:
        yield KNOWN_AS
