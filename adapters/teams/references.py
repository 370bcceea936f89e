"""How people and channels are reached in Teams: learnt from whatever comes from there, and kept."""

import asyncio
from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import Any

from bot.clock import Clock
from bot.delivery.reach import Reach

MOST = 5_000  # remembered here
FRESH = 60.0  # seconds for which they are; another process may have learnt more


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
        self._known: OrderedDict[str, tuple[float, dict[str, str]]] = OrderedDict()

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
        await self._learn(f"{tenant}/user/{user}", {key: value for key, value in news.items() if value})

    async def learn_service(self, tenant: str, conversation: str, service_url: str) -> None:
        """Note at which address a conversation is found, and with it its organisation."""
        for name in (f"{tenant}/at/{conversation}", f"{tenant}/at/"):
            await self._learn(name, {"service_url": service_url})

    async def forget_chat(self, tenant: str, user: str) -> None:
        """Somebody has removed the app: their chat must be made anew before it is used again."""
        await self._learn(f"{tenant}/user/{user}", {"conversation": ""})

    async def _get(self, name: str) -> dict[str, str]:
        known = self._known.get(name)
        if known is not None and known[0] > asyncio.get_running_loop().time():
            return known[1]
        found = await asyncio.to_thread(self._reach.get, name)
        self._remember(name, found)
        return found

    async def _learn(self, name: str, news: dict[str, str]) -> None:
        known = await self._get(name)
        if any(known.get(key, "") != value for key, value in news.items()):
            self._remember(name, await asyncio.to_thread(self._reach.add, name, news, self._clock.now()))

    def _remember(self, name: str, notes: dict[str, str]) -> None:
        """Keep what the database holds; not that it holds nothing, for another process may learn it at any time."""
        self._known.pop(name, None)
        if notes:
            self._known[name] = (asyncio.get_running_loop().time() + FRESH, notes)
        while len(self._known) > MOST:
            self._known.popitem(last=False)


def _person(notes: dict[str, Any]) -> Person:
    return Person(**{name: str(notes.get(name, "")) for name in Person.__dataclass_fields__})
