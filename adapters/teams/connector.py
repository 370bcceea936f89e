"""Teams' connector service, with its answers sorted into what the desk understands: wait, give up, or go on.

Plain calls over one session: the SDK's own client is made anew for every turn and needs about ten times the time.
"""

import time
from collections.abc import AsyncIterator, Callable
from typing import Any
from urllib.parse import quote, urlsplit

from aiohttp import ClientError, ClientResponse, ClientSession
from yarl import URL

from adapters.teams.credentials import Credentials
from adapters.teams.limits import TIMEOUT
from bot.errors import TryLater, Undeliverable
from bot.proxies import proxy_for
from bot.settings import LOOPBACK, TeamsSettings

HOSTS = ("smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com")  # clouds with other issuers are not served
TRANSIENT = (408, 412, 429)  # and all from 500 on
# What Teams was seen to say of a message that somebody deleted
GONE = (
    "ActivityNotFoundInConversation",
    "ActivityNotFound",
    "MessageNotFound",
    "ServiceError",
    "Unknown",
    "BadArgument",
)
PAGE = 200  # members asked for at once
MOST_PAGES = 100

Answer = dict[str, Any]


class Connector:
    """Calls Teams as the bot. `close` when done.

    A limit that Teams names is kept for as long as it asks, in that conversation: whoever calls meanwhile is told to
    come back, without asking Teams once more and without waiting here.

    Args:
        now: seconds of a clock that only goes forward.
    """

    def __init__(self, settings: TeamsSettings, now: Callable[[], float] = time.monotonic) -> None:
        self.session = ClientSession(timeout=TIMEOUT)
        self.credentials = Credentials(self.session, settings, now)
        self._settings, self._now = settings, now
        self._closed_until: dict[str, float] = {}

    async def close(self) -> None:
        await self.session.close()

    def trusts(self, service_url: str) -> bool:
        """Whether that is an address of Teams, to which our token may be sent."""
        try:
            address = urlsplit(service_url)
        except ValueError:
            return False
        if self._settings.anonymous:
            return address.scheme in ("http", "https") and address.hostname in LOOPBACK
        ours = urlsplit(self._settings.service_url)
        if (address.scheme, address.netloc) == (ours.scheme, ours.netloc):
            return True
        return address.scheme == "https" and address.netloc.casefold() in HOSTS

    async def post(self, service_url: str, conversation: str, activity: Answer) -> str:
        """Post into a conversation; the id of the message. Raises as `call` does."""
        answer = await self.call("POST", service_url, conversation, "activities", json=activity)
        return str(answer.get("id") or "")

    async def update(self, service_url: str, conversation: str, message: str, activity: Answer) -> None:
        """Show something else in the place of a message. Raises as `call` does; `message_not_found` for one that is
        gone."""
        try:
            await self.call("PUT", service_url, conversation, "activities", message, json={**activity, "id": message})
        except Undeliverable as trouble:
            raise Undeliverable("message_not_found" if trouble.code in GONE else trouble.code) from None

    async def private_chat(self, service_url: str, tenant: str, account: str) -> str:
        """The id of the chat with somebody, which is made if need be. Raises as `call` does."""
        wanted = {
            "isGroup": False,
            "bot": {"id": f"28:{self._settings.app_id}"},
            "members": [{"id": account}],
            "tenantId": tenant,
            "channelData": {"tenant": {"id": tenant}},
        }
        answer = await self.call("POST", service_url, json=wanted)
        return str(answer.get("id") or "")

    async def member(self, service_url: str, conversation: str, who: str) -> Answer:
        """Somebody in a conversation, by account, directory id or principal name. Raises as `call` does."""
        return await self.call("GET", service_url, conversation, "members", who)

    async def members(self, service_url: str, conversation: str) -> AsyncIterator[Answer]:
        """Everybody in a conversation. Raises as `call` does."""
        look: dict[str, str] = {"pageSize": str(PAGE)}
        for _page in range(MOST_PAGES):
            answer = await self.call("GET", service_url, conversation, "pagedmembers", params=look)
            for one in answer.get("members") or ():
                yield one
            if not (token := answer.get("continuationToken")):
                return
            look["continuationToken"] = str(token)

    async def call(
        self,
        method: str,
        service_url: str,
        *path: str,
        json: Answer | None = None,
        params: dict[str, str] | None = None,
    ) -> Answer:
        """Call the service.

        Raises:
            TryLater: Teams is out of reach, asks us to wait, or does not know us (any more).
            Undeliverable: Teams refuses; its code is Teams' own.
        """
        gate = path[0] if path else ""
        if self._closed_until and (wait := self._closed_until.get(gate, 0.0) - self._now()) > 0:
            raise TryLater("ratelimited", wait)
        if not self.trusts(service_url):
            raise Undeliverable("untrusted_service_url")
        names = "".join(f"/{quote(part, safe='')}" for part in path)
        url = URL(f"{service_url.rstrip('/')}/v3/conversations{names}", encoded=True)
        headers, proxy = await self.credentials.headers(), proxy_for(service_url)
        try:
            async with self.session.request(
                method, url, json=json, params=params, headers=headers, proxy=proxy
            ) as response:
                return await self._sorted(response, gate)
        except (ClientError, TimeoutError, OSError) as trouble:
            raise TryLater(type(trouble).__name__) from None

    async def _sorted(self, response: ClientResponse, gate: str) -> Answer:
        answer = await _json(response)
        if response.status < 300:
            return answer
        given = answer.get("error")
        code = str((given.get("code") if isinstance(given, dict) else given) or f"http_{response.status}")[:60]
        if response.status == 429:
            wait = _seconds(response.headers.get("Retry-After"))
            self._closed_until = {name: at for name, at in self._closed_until.items() if at > self._now()}
            self._closed_until[gate] = self._now() + (wait or 1.0)
            raise TryLater("ratelimited", wait or 1.0)
        if response.status == 401:
            self.credentials.doubt()
            raise TryLater(code)
        if response.status in TRANSIENT or response.status >= 500:
            raise TryLater(code, _seconds(response.headers.get("Retry-After")))
        raise Undeliverable(code)


async def _json(response: ClientResponse) -> Answer:
    """What was answered, if it is an object."""
    try:
        found = await response.json(content_type=None)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _seconds(text: str | None) -> float | None:
    try:
        return max(float(text), 0.0) if text else None
    except ValueError:
        return None  # a date: the outbox has its own pace
