"""How people and channels are reached in Teams: learnt from whatever comes from there, and kept."""

import asyncio
from collections import OrderedDict
from dataclasses import asdict, dataclass, replace
from typing import Any

from bot.clock import Clock
from bot.delivery.reach import Reach

MOST = 5_000  # remembered here


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody's account and chat; what is empty is not known (yet)."""

    account: str = ""  # "29:...", good for this bot alone
    conversation: str = ""  # the private chat
    service_url: str = ""
    locale: str = ""
    zone: str = ""


class References:
    """The book of references.

    Args:
        usual: the service URL for whom and what has not been heard of.
    """

    def __init__(self, reach: Reach, clock: Clock, usual: str) -> None:
        self._reach, self._clock, self._usual = reach, clock, usual
        self._known: OrderedDict[str, dict[str, str]] = OrderedDict()

    async def person(self, tenant: str, user: str) -> Person:
        """How somebody is reached, with the address of Teams filled in."""
        found = _person(await self._get(f"{tenant}/user/{user}"))
        return found if found.service_url else replace(found, service_url=await self.service(tenant))

    async def service(self, tenant: str, conversation: str = "") -> str:
        """Teams' address for a conversation, or for a whole organisation."""
        for name in (f"{tenant}/at/{conversation}", f"{tenant}/at/"):
            if found := (await self._get(name)).get("service_url"):
                return found
        return self._usual

    async def learn_person(self, tenant: str, user: str, **news: str) -> None:
        """Note what was heard of somebody; what is empty says nothing."""
        name = f"{tenant}/user/{user}"
        before = _person(await self._get(name))
        after = replace(before, **{key: value for key, value in news.items() if value})
        if after != before:
            await self._put(name, {key: value for key, value in asdict(after).items() if value})

    async def learn_service(self, tenant: str, conversation: str, service_url: str) -> None:
        """Note at which address a conversation is found, and with it its organisation."""
        for name in (f"{tenant}/at/{conversation}", f"{tenant}/at/"):
            if (await self._get(name)).get("service_url") != service_url:
                await self._put(name, {"service_url": service_url})

    async def forget_chat(self, tenant: str, user: str) -> None:
        """Somebody has removed the app: their chat must be made anew before it is used again."""
        name = f"{tenant}/user/{user}"
        before = _person(await self._get(name))
        if before.conversation:
            kept = asdict(replace(before, conversation=""))
            await self._put(name, {key: value for key, value in kept.items() if value})

    async def _get(self, name: str) -> dict[str, str]:
        if name in self._known:
            self._known.move_to_end(name)
            return self._known[name]
        found = await asyncio.to_thread(self._reach.get, name)
        self._remember(name, found)
        return found

    async def _put(self, name: str, notes: dict[str, str]) -> None:
        self._remember(name, notes)
        await asyncio.to_thread(self._reach.put, name, notes, self._clock.now())

    def _remember(self, name: str, notes: dict[str, str]) -> None:
        self._known[name] = notes
        while len(self._known) > MOST:
            self._known.popitem(last=False)


def _person(notes: dict[str, Any]) -> Person:
    return Person(**{name: str(notes.get(name, "")) for name in Person.__dataclass_fields__})
