"""Posting by printing, in the order in which a reader would see it."""

from collections.abc import Callable

from bot.conversation.card import Card
from bot.delivery.port import Address, Posted


class Printer:
    """A `Poster` that prints each card as plain text, with who sees it."""

    def __init__(self, write: Callable[[str], None]) -> None:
        self._write = write
        self._count = 0
        self.cards: list[tuple[Address, Card]] = []  # everything posted, latest last

    async def post(
        self,
        to: Address,
        card: Card,
        *,
        once: str,  # noqa: ARG002 - each is posted once here
        thread: Posted | None = None,
        again: bool = False,  # noqa: ARG002
    ) -> Posted:
        self._count += 1
        where = f"@{to.user}, in private" if to.user else f"#{to.channel}" + (", in the thread" if thread else "")
        self._show(where, card)
        self.cards.append((to, card))
        return Posted(to.channel or to.user, str(self._count))

    async def update(self, posted: Posted, card: Card) -> None:
        self._show(f"#{posted.channel}, the card is now", card)
        self.cards.append((Address("console", "", posted.channel), card))

    def _show(self, where: str, card: Card) -> None:
        self._write(f"\n  [{where}]")
        for line in card.plain().splitlines():
            self._write(f"  | {line}")
