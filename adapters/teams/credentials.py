"""The bot's own token, with which it calls Teams: asked for when it is needed, and used until it is about to end."""

import asyncio
import time
from collections.abc import Callable

from aiohttp import ClientError, ClientSession

from adapters.teams.limits import TIMEOUT
from bot.errors import TryLater
from bot.proxies import proxy_for
from bot.settings import TeamsSettings

SCOPE = "https://api.botframework.com/.default"
EARLY = 300.0  # seconds before its end at which a token is renewed
PAUSE = 5.0  # seconds for which a login that failed is not tried again: all who wait are told at once
MENDED = 60.0  # seconds until we look whether somebody has put the secret right
REFUSED = (400, 401, 403)


class WrongSecret(TryLater):
    """Microsoft does not know this app and secret (any more): everything waits until somebody mends it."""

    def __init__(self, code: str) -> None:
        super().__init__(code, MENDED)


class Credentials:
    """The token of the one app.

    Args:
        now: seconds of a clock that only goes forward.
    """

    def __init__(
        self, session: ClientSession, settings: TeamsSettings, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._session, self._settings, self._now = session, settings, now
        self._token, self._until = "", float("-inf")
        self._asking = asyncio.Lock()
        self._trouble: TryLater | None = None
        self._again_at = float("-inf")

    async def headers(self) -> dict[str, str]:
        """What a call to Teams must carry. Raises WrongSecret, or TryLater when the login can't be reached."""
        if self._settings.anonymous:
            return {}
        async with self._asking:
            if self._now() >= self._until:
                if self._trouble is not None and self._now() < self._again_at:
                    raise self._trouble
                await self._try_to_renew()
            return {"Authorization": f"Bearer {self._token}"}

    def doubt(self) -> None:
        """The token was refused: ask for another one before the next call."""
        self._until = float("-inf")

    async def _try_to_renew(self) -> None:
        try:
            await self._renew()
        except TryLater as trouble:
            self._trouble, self._again_at = trouble, self._now() + PAUSE
            raise
        self._trouble = None

    async def _renew(self) -> None:
        url = f"{self._settings.login_url.rstrip('/')}/{self._settings.tenant_id}/oauth2/v2.0/token"
        form = {
            "grant_type": "client_credentials",
            "client_id": self._settings.app_id,
            "client_secret": self._settings.app_password,
            "scope": SCOPE,
        }
        try:
            async with self._session.post(url, data=form, timeout=TIMEOUT, proxy=proxy_for(url)) as response:
                answer = await response.json(content_type=None)
                if response.status in REFUSED:
                    raise WrongSecret(str(answer.get("error") or f"http_{response.status}")[:60])
                if response.status != 200:
                    raise TryLater(f"login_http_{response.status}")
                self._token = str(answer["access_token"])
                self._until = self._now() + max(float(answer.get("expires_in") or 0) - EARLY, 0.0)
        except (ClientError, TimeoutError, OSError, ValueError, KeyError, TypeError, AttributeError) as trouble:
            raise TryLater(f"login_{type(trouble).__name__}") from None
