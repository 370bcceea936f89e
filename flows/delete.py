"""Delete my data: all of it, or a part."""

from collections.abc import Iterator
from typing import Any

from bot.conversation.slot import Known, Slot
from bot.wording import _, later
from flows.access import EVERYTHING
from flows.verification import take_words

SCOPE: Slot[str] = Slot(
    "delete.scope",
    str,
    later("Wants deleted"),
    later("Do they want everything deleted, or something in particular?"),
    takes=take_words,
    greed=2,
    shows=lambda scope: _("everything we may delete") if scope == EVERYTHING else scope,
    assumes=lambda _known, _scene: EVERYTHING,
)


def path(_known: Known) -> Iterator[Slot[Any]]:
    yield SCOPE
