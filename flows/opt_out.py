"""Stop: no marketing, no selling or sharing. Nobody is verified for it, and nothing is asked that isn't needed."""

import re
from collections.abc import Iterator
from typing import Any

from bot.conversation.form import Choice
from bot.conversation.scene import Scene
from bot.conversation.slot import NOT_SAID, Known, Slot
from bot.rights import Right
from bot.understanding.reading import Fact, Reading
from bot.understanding.replies.answers import confirms, denies, knows_not, says_not, speaks_of
from bot.understanding.replies.corrections import yes_or_no
from bot.wording import _, later
from flows.slots.extent import EVERYTHING, assumed_of, heard_of, limited
from flows.slots.people import PERSON
from flows.slots.verification import take_words

LOOKED_AT = 20_000  # characters

CHANNELS: Slot[str] = Slot(
    "opt_out_marketing.channels",
    str,
    later("Stop marketing by"),
    later("Which messages should stop: all of them, or only some?"),
    hears=heard_of(Right.OPT_OUT_MARKETING),
    takes=take_words,
    details=limited,
    greed=2,
    shows=lambda channels: _("every channel") if channels == EVERYTHING else channels,
    assumes=assumed_of(Right.OPT_OUT_MARKETING),
)


_ACCOUNT = r"\s+(?:account|login|konto|compte|cuenta|conta)\b"
_NOT = (
    *("no", "not have an?", "have not an?", "don'?t have an?", "never had an?", "without an?", "geen", "keine?n?"),
    *("pas de", "aucun", "sin", "ninguna?", "nessun", "non ho un", "nao tenho", "não tenho", "sem", "nie mam"),
)
_MINE = ("my", "our", "mijn", "meine?[mn]?", "mon", "mi", "mio", "minha", "moje", "moim")
_NONE = re.compile(rf"\b(?:{'|'.join(_NOT)}){_ACCOUNT}", re.IGNORECASE)
_ONE = re.compile(rf"\b(?:{'|'.join(_MINE)}){_ACCOUNT}", re.IGNORECASE)


def _account(reading: Reading, _scene: Scene) -> Fact[str] | None:
    """Whether the message itself tells."""
    text = reading.text[:LOOKED_AT]
    for pattern, value in ((_NONE, "no"), (_ONE, "yes")):
        if found := pattern.search(text):
            return Fact(value, found[0], found.span(), 0.8, "words")
    return None


def _take_account(text: str, _scene: Scene) -> str | None:
    """Whether they have one, by a yes or a no, or by what is said of it: "guest checkout"."""
    said = yes_or_no(text)
    if said is None and (confirms(text) or denies(text)):
        said = confirms(text)
    if said is not None:
        return "yes" if said else "no"
    if knows_not(text):
        return NOT_SAID
    if speaks_of(text, "no_account") or _NONE.search(text):
        return "no"
    return "yes" if speaks_of(text, "has_account") and not says_not(text) else None


def _show_account(value: str) -> str:
    return {
        "yes": _("yes: the opt-out covers the account"),
        "no": _("no: without an account it covers the browser and the address given"),
    }.get(value, _("not said"))


ACCOUNT: Slot[str] = Slot(
    "opt_out_sale.account",
    str,
    later("Has an account"),
    later("Does the person have an account with us?"),
    hint=later("Without one, the opt-out is bound to the browser and the address that they gave."),
    hears=_account,
    takes=_take_account,
    quoted=True,
    shows=_show_account,
    assumes=lambda known, _scene: "yes" if (person := known.get(PERSON)) is not None and person.account else None,
    choices=lambda _known, _scene, _reading: (
        Choice(value="yes", label=_("Yes")),
        Choice(value="no", label=_("No")),
        Choice(value=NOT_SAID, label=_("It doesn't say")),
    ),
    field="choice",
    fills=lambda value: (value,),
)


def path(_known: Known, rights: tuple[Right, ...]) -> Iterator[Slot[Any]]:
    if Right.OPT_OUT_MARKETING in rights:
        yield CHANNELS
    if Right.OPT_OUT_SALE in rights:
        yield ACCOUNT
