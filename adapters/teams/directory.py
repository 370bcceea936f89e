"""Who somebody is: the organisation's directory, as far as Teams shows it to the bot, asked once in a while."""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator, Collection
from typing import Any

from adapters.teams.connector import Connector
from adapters.teams.references import References
from adapters.teams.turns import PLATFORM
from bot.conversation.turn import Speaker
from bot.errors import TryLater, Undeliverable

NOT_IN_THERE = ("MemberNotFoundInConversation", "MemberNotFound")  # what Teams says of whom it does not show us
LATER = 60.0  # seconds, when Teams refuses for another reason, to tell who somebody is
FRESH = 600.0  # seconds for which an answer is believed
MOST = 5_000  # people remembered


class Directory:
    """The people of the organisations that may use the desk.

    Args:
        language: of whom Teams does not tell it.
    """

    def __init__(self, connector: Connector, references: References, language: str) -> None:
        self._connector, self._references, self._usual = connector, references, language
        self._known: OrderedDict[tuple[str, str], tuple[float, dict[str, Any]]] = OrderedDict()

    async def speaker(self, tenant: str, user: str, said: dict[str, str], seen_in: str = "") -> Speaker:
        """Whoever acts. Somebody whom Teams does not show us is a guest.

        Args:
            said: what the activity tells of them, and of how they are reached (`turns.noted`).
            seen_in: a conversation in which both they and the bot may be, if not their own chat.

        Raises TryLater when Teams can't tell now.
        """
        await self.learn(tenant, user, said)
        return await self._speaker(tenant, user, await self._member(tenant, user, seen_in), said.get("name", ""))

    async def learn(self, tenant: str, user: str, said: dict[str, str]) -> None:
        """Notes how somebody is reached, as their activity tells (`turns.noted`)."""
        news = {key: said.get(key, "") for key in ("account", "conversation", "service_url", "locale", "zone")}
        await self._references.learn_person(tenant, user, **news)

    async def chat(self, tenant: str, user: str) -> tuple[str, str]:
        """Service URL and id of the private chat with somebody, which is made if need be.

        Raises TryLater when Teams can't tell now, Undeliverable when the bot may not write to them.
        """
        person = await self._references.person(tenant, user)
        if not person.conversation:
            made = await self._connector.private_chat(person.service_url, tenant, person.account or user)
            await self._references.learn_person(tenant, user, conversation=made)
            return person.service_url, made
        return person.service_url, person.conversation

    async def language(self, tenant: str, user: str) -> str:
        """The language of somebody, as far as it was heard of."""
        locale = (await self._references.person(tenant, user)).locale
        return locale[:2].casefold() or self._usual

    async def named(self, tenant: str, channel: str, addresses: Collection[str]) -> AsyncIterator[Speaker]:
        """The people with these addresses, as far as they are in the team of a channel. Raises as the connector."""
        service_url = await self._references.service(tenant, channel)
        async for member in self._connector.members(service_url, channel):
            if _address(member) not in addresses:
                continue
            user = str(member.get("aadObjectId") or member.get("objectId") or member.get("id"))
            news = {"account": str(member.get("id") or ""), "service_url": service_url}
            await self._references.learn_person(tenant, user, **news)
            yield await self._speaker(tenant, user, member, "")

    async def _member(self, tenant: str, user: str, seen_in: str) -> dict[str, Any]:
        """What the directory says of somebody; empty when it does not show them to us."""
        key, now = (tenant, user), asyncio.get_running_loop().time()
        known = self._known.get(key)
        if known is not None and known[0] > now:
            return known[1]
        found = await self._asked(tenant, user, seen_in)
        self._known[key] = (now + FRESH if found else 0.0, found)
        if len(self._known) > MOST:
            self._known.popitem(last=False)
        return found

    async def _asked(self, tenant: str, user: str, seen_in: str) -> dict[str, Any]:
        who = (await self._references.person(tenant, user)).account or user
        if seen_in:
            try:
                service_url = await self._references.service(tenant, seen_in)
                return await self._connector.member(service_url, seen_in, who)
            except Undeliverable:
                pass  # the bot is not in there, or they are not (any more)
        code = ""
        for _known in range(2):
            try:
                service_url, chat = await self.chat(tenant, user)
                return await self._connector.member(service_url, chat, who)
            except Undeliverable as trouble:
                if trouble.code in NOT_IN_THERE:
                    return {}
                code = trouble.code
                await self._references.forget_chat(tenant, user)  # it may be one that is no more: make it anew, once
        # Any other refusal says nothing of the person. To call a colleague a guest would lose what they hand over.
        raise TryLater(code, LATER)

    async def _speaker(self, tenant: str, user: str, member: dict[str, Any], name: str) -> Speaker:
        person = await self._references.person(tenant, user)
        home = str(member.get("tenantId") or tenant).casefold()
        return Speaker(
            platform=PLATFORM,
            tenant=tenant,
            user=user,
            name=str(member.get("name") or member.get("givenName") or name or user)[:120],
            email=_address(member) or None,
            language=person.locale[:2].casefold() or self._usual,
            zone=person.zone or "UTC",
            guest=not member or member.get("userRole") in ("guest", "anonymous") or home != tenant,
        )


def _address(member: dict[str, Any]) -> str:
    """The address of somebody, lower case; their principal name where the directory holds none."""
    return str(member.get("email") or member.get("userPrincipalName") or "").strip().casefold()
