"""How the outbox posts into Teams."""

from typing import Any

from adapters.teams.connector import Connector
from adapters.teams.directory import Directory
from adapters.teams.references import References
from adapters.teams.render.cards import drawn
from adapters.teams.turns import PLATFORM
from bot.conversation.card import Card
from bot.delivery.port import Address, Posted
from bot.errors import Undeliverable
from bot.wording import speaking

CARD = "application/vnd.microsoft.card.adaptive"
NO_CHAT = ("ConversationNotFound", "BotNotInConversationRoster")
NO_THREAD = ("ConversationNotFound", "RootMessageNotFound", "MessageNotFound")


class TeamsPoster:
    """The `Poster` of Teams. Bots can't look for what they posted, so a message whose answer was lost may stand twice.

    Args:
        home: the organisation in which the home channel is, and the language that is spoken there.
        dialogs: whether buttons may open them; no, where everything must be done within the messages.
    """

    def __init__(
        self,
        connector: Connector,
        directory: Directory,
        references: References,
        home: tuple[str, str],
        *,
        dialogs: bool,
    ) -> None:
        self._connector, self._directory, self._references = connector, directory, references
        self._home, self._language, self._dialogs = *home, dialogs

    async def post(
        self,
        to: Address,
        card: Card,
        *,
        once: str,  # noqa: ARG002 - no message can be looked up by a name
        thread: Posted | None = None,
        again: bool = False,  # noqa: ARG002 - so nothing is known of an earlier attempt
    ) -> Posted:
        if to.platform != PLATFORM:
            raise Undeliverable("other_platform")
        if to.user:
            return await self._to_person(to.tenant, to.user, card)
        root = thread.message if thread else to.thread
        where = f"{to.channel};messageid={root}" if root else to.channel
        service_url = await self._references.service(to.tenant, to.channel)
        try:
            sent = await self._connector.post(service_url, where, self._message(card, self._language, channel=True))
        except Undeliverable as trouble:
            if root and trouble.code in NO_THREAD:
                raise Undeliverable("thread_not_found") from None
            raise
        return Posted(to.channel, sent)

    async def update(self, posted: Posted, card: Card) -> None:
        service_url = await self._references.service(self._home, posted.channel)
        message = self._message(card, self._language, channel=True)
        await self._connector.update(service_url, posted.channel, posted.message, message)

    async def show(self, tenant: str, user: str, content: dict[str, Any], summary: str) -> None:
        """Show somebody a card in their private chat that was drawn before: a form. Raises as `post` does."""
        service_url, chat = await self._directory.chat(tenant, user)
        await self.show_at(service_url, chat, content, summary)

    async def show_at(self, service_url: str, conversation: str, content: dict[str, Any], summary: str = "") -> None:
        """Show such a card in a conversation. Raises as `post` does."""
        await self._connector.post(service_url, conversation, _activity(content, summary))

    async def _to_person(self, tenant: str, user: str, card: Card) -> Posted:
        message = self._message(card, await self._directory.language(tenant, user), channel=False)
        service_url, chat = await self._directory.chat(tenant, user)
        try:
            return Posted(chat, await self._connector.post(service_url, chat, message))
        except Undeliverable as trouble:
            if trouble.code not in NO_CHAT:
                raise
        await self._references.forget_chat(tenant, user)  # the app was removed and added again, or Teams lost it
        service_url, chat = await self._directory.chat(tenant, user)
        return Posted(chat, await self._connector.post(service_url, chat, message))

    def _message(self, card: Card, language: str, *, channel: bool) -> dict[str, Any]:
        try:
            with speaking(language):
                found = drawn(card, channel=channel, dialogs=self._dialogs)
        except ValueError:
            raise Undeliverable("too_long_for_teams") from None
        return _activity(found.content, found.summary)


def _activity(content: dict[str, Any], summary: str) -> dict[str, Any]:
    return {"type": "message", "summary": summary, "attachments": [attached(content)]}


def attached(content: dict[str, Any]) -> dict[str, Any]:
    """A drawn card as Teams takes it."""
    return {"contentType": CARD, "content": content}
