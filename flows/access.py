"""Send me my data: a copy, where it came from, who got it."""

from collections.abc import Iterator
from typing import Any

from bot.conversation.slot import Known, Slot
from bot.rights import Right
from bot.wording import _, later
from flows.slots.extent import EVERYTHING, assumed_of, heard_of, limited
from flows.slots.verification import take_words

SCOPE: Slot[str] = Slot(
    "access.scope",
    str,
    later("Wants to see"),
    later("Do they want everything, or something in particular?"),
    hears=heard_of(Right.ACCESS),
    takes=take_words,
    details=limited,
    greed=2,
    shows=lambda scope: _("everything we hold") if scope == EVERYTHING else scope,
    assumes=assumed_of(Right.ACCESS),  # the law's own default; narrowing is theirs to ask for
)


def path(_known: Known) -> Iterator[Slot[Any]]:
    yield SCOPE
