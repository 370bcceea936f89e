"""How the outbox posts into Slack."""

from typing import Any

from aiohttp import ClientError

from adapters.slack.api import Api
from adapters.slack.render.blocks import message
from adapters.slack.render.views import home
from adapters.slack.turns import PLATFORM
from bot.conversation.card import Card
from bot.delivery.port import Address, Posted
from bot.errors import TryLater, Undeliverable
from bot.proxies import proxy_for

NAME = "privacy_desk_message"  # event_type of the metadata that holds a message's name
HOOKS = ("hooks.slack.com",)
LOOK_BACK = 200  # messages in which ours is looked for before it is posted again
NOT_THERE = {"user_not_in_channel", "not_in_channel", "channel_not_found", "is_archived", "messages_tab_disabled"}


class SlackPoster:
    """The `Poster` of Slack. Messages carry their name, so that one is found again after a lost answer.

    Args:
        home: the workspace of the home channel, in which cards are changed.
    """

    def __init__(self, api: Api, home: str) -> None:
        self._api, self._home = api, home

    async def post(
        self, to: Address, card: Card, *, once: str, thread: Posted | None = None, again: bool = False
    ) -> Posted:
        if to.platform != PLATFORM:
            raise Undeliverable("other_platform")
        if to.home_page:
            await self._api.call(to.tenant, "views.publish", user_id=to.user, view=home(card))
            return Posted(to.channel, "")
        drawn = drawn_for_slack(card)
        if to.user and to.channel and await self._on_the_spot(to, drawn):
            return Posted(to.channel, "")
        where = to.user or to.channel
        root = thread.message if thread else "" if to.user and to.channel else to.thread
        if again and (found := await self._found(to, where, root, once)) is not None:
            return found
        answer = await self._api.call(
            to.tenant,
            "chat.postMessage",
            channel=where,
            thread_ts=root or None,
            metadata={"event_type": NAME, "event_payload": {"once": once}},
            unfurl_links=False,
            unfurl_media=False,
            **drawn,
        )
        return Posted(str(answer["channel"]), str(answer["ts"]))

    async def update(self, posted: Posted, card: Card) -> None:
        drawn = drawn_for_slack(card)
        await self._api.call(self._home, "chat.update", channel=posted.channel, ts=posted.message, **drawn)

    async def _on_the_spot(self, to: Address, drawn: dict[str, Any]) -> bool:
        """Say it where somebody acted, seen by them alone. False when Slack does not take it there (any more)."""
        if to.hook:
            return await by_hook(self._api, to.hook, drawn)
        try:
            place = {"channel": to.channel, "user": to.user, "thread_ts": to.thread or None}
            await self._api.call(to.tenant, "chat.postEphemeral", **place, **drawn)
        except Undeliverable as trouble:
            if trouble.code in NOT_THERE:
                return False
            raise
        return True

    async def _found(self, to: Address, where: str, root: str, once: str) -> Posted | None:
        """Our message of that name, if an earlier attempt whose answer was lost has posted it."""
        try:
            if to.user:
                opened = await self._api.call(to.tenant, "conversations.open", users=to.user)
                where = str(opened["channel"]["id"])
            look = {"channel": where, "limit": LOOK_BACK, "include_all_metadata": "true"}
            if root:
                answer = await self._api.read(to.tenant, "conversations.replies", ts=root, **look)
            else:
                answer = await self._api.read(to.tenant, "conversations.history", **look)
        except Undeliverable:
            return None  # we may not look: posting it twice is better than not at all
        for one in answer.get("messages") or ():
            if once_of(one) == once:
                return Posted(where, str(one["ts"]))
        return None


def once_of(message: dict[str, Any]) -> str | None:
    """The name under which we posted a message, as read with its metadata; None of a message that is not ours."""
    noted = message.get("metadata") or {}
    return (noted.get("event_payload") or {}).get("once") if noted.get("event_type") == NAME else None


async def by_hook(api: Api, hook: str, drawn: dict[str, Any]) -> bool:
    """Answer through a `response_url`. False when it is used up, too old, or not Slack's. Raises TryLater."""
    if not api.trusts(hook, HOOKS):
        return False
    body = {"response_type": "ephemeral", "replace_original": False, **drawn}
    try:
        async with api.session.post(hook, json=body, proxy=proxy_for(hook)) as response:
            if response.status == 429 or response.status >= 500:
                raise TryLater(f"http_{response.status}")
            return response.status == 200
    except (ClientError, TimeoutError, OSError) as trouble:
        raise TryLater(type(trouble).__name__) from None


def drawn_for_slack(card: Card) -> dict[str, Any]:
    """The fields of a message that shows a card. Raises Undeliverable for one that no message can show."""
    try:
        drawn = message(card)
    except ValueError:
        raise Undeliverable("too_long_for_slack") from None
    return {"text": drawn.text, "blocks": drawn.blocks}
