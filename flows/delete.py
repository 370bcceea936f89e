"""Delete my data: all of it, or a part."""

from collections.abc import Iterator
from typing import Any

from bot.conversation.slot import Known, Slot
from bot.rights import Right
from bot.wording import _, later
from flows.slots.extent import EVERYTHING, assumed_of, heard_of, limited
from flows.slots.verification import take_words

SCOPE: Slot[str] = Slot(
    "delete.scope",
    str,
    later("Wants deleted"),
    later("Do they want everything deleted, or something in particular?"),
    hears=heard_of(Right.ERASURE),
    takes=take_words,
    details=limited,
    greed=2,
    shows=lambda scope: _("everything we may delete") if scope == EVERYTHING else scope,
    assumes=assumed_of(Right.ERASURE),
)


def path(_known: Known) -> Iterator[Slot[Any]]:
    yield SCOPE
