"""Whether a request comes from Teams: it carries a token that Microsoft's bot service has signed.

The keys are fetched on the event loop without holding it up, kept for a day, and looked for again when a token names
one that we don't know.
"""

import asyncio
import logging
import time
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import jwt
from aiohttp import ClientError, ClientSession

from adapters.teams.limits import TIMEOUT
from bot.conversation.payload import dicts
from bot.proxies import proxy_for

log = logging.getLogger(__name__)

ISSUER = "https://api.botframework.com"
CHANNEL = "msteams"  # what a key must be good for
ALGORITHMS = ("RS256",)
LEEWAY = 300  # seconds by which our clocks may differ
FRESH = 24 * 3600.0  # seconds for which the keys are believed
PAUSE = 60.0  # seconds between two looks for a key that we don't know: strangers must not make us ask all the time
SOON = 5.0  # the same, while we have none at all
MOST = 200  # tokens remembered; Teams uses each of them for a while


class Unauthorized(Exception):
    """The request proves nothing."""


class NoKeys(Exception):
    """The keys can't be had just now, so nothing can be told of the request."""


@dataclass
class Keys:
    """The keys with which Teams signs.

    Args:
        now: seconds of a clock that only goes forward.
    """

    session: ClientSession
    url: str
    now: Callable[[], float] = time.monotonic
    _keys: dict[str, jwt.PyJWK] = field(default_factory=dict)
    _asked: float = float("-inf")
    _fetched: float = float("-inf")
    _fetching: asyncio.Lock = field(default_factory=asyncio.Lock)
    _renewing: asyncio.Task[bool] | None = None

    async def key(self, name: str) -> jwt.PyJWK:
        """The key of that name. Raises Unauthorized when there is none, NoKeys when that can't be told now."""
        if name not in self._keys:
            await self.renew()
        elif self.now() - self._fetched > FRESH and (self._renewing is None or self._renewing.done()):
            self._renewing = asyncio.create_task(self.renew())  # meanwhile the keys that we have are good enough
        if not self._keys:
            raise NoKeys
        if name not in self._keys:
            raise Unauthorized
        return self._keys[name]

    async def renew(self) -> bool:
        """Ask for the keys, unless somebody did so a moment ago. Returns whether there are any."""
        async with self._fetching:
            if self.now() - self._asked >= (PAUSE if self._keys else SOON):
                try:
                    self._keys = await self._fetch()
                    self._fetched = self.now()
                except (ClientError, TimeoutError, OSError, ValueError, KeyError, TypeError) as trouble:
                    log.warning("the keys of Teams could not be fetched (%s)", type(trouble).__name__)
                finally:
                    self._asked = self.now()  # now, so that those who waited meanwhile do not ask as well
        return bool(self._keys)

    async def _fetch(self) -> dict[str, jwt.PyJWK]:
        about = await self._json(self.url)
        found = await self._json(str(about["jwks_uri"]))
        keys = dict[str, jwt.PyJWK]()
        for key in dicts(found["keys"]):
            if key.get("kty") == "RSA" and CHANNEL in (key.get("endorsements") or [CHANNEL]):
                with suppress(jwt.PyJWTError, KeyError, ValueError, TypeError):  # one that is odd spoils no other
                    keys[str(key["kid"])] = jwt.PyJWK(key, "RS256")
        if not keys:
            raise ValueError
        return keys

    async def _json(self, url: str) -> dict[str, Any]:
        async with self.session.get(url, timeout=TIMEOUT, proxy=proxy_for(url)) as response:
            response.raise_for_status()
            found = await response.json(content_type=None)
        if not isinstance(found, dict):
            raise ValueError
        return found


class Verifier:
    """Tells Teams from everybody else.

    Args:
        seconds: of the wall clock; that of the machine, never one that was moved.
    """

    def __init__(self, keys: Keys, app_id: str, seconds: Callable[[], float] = time.time) -> None:
        self._keys, self._app_id, self._seconds = keys, app_id, seconds
        self._known: OrderedDict[str, tuple[float, str]] = OrderedDict()  # by header: until when, and for which service

    async def verify(self, header: str) -> str:
        """The service URL for which a token is good. Raises Unauthorized, or NoKeys when that can't be told now."""
        known = self._known.get(header)
        if known is not None and known[0] > self._seconds():
            return known[1]
        scheme, _space, token = header.partition(" ")
        if scheme.casefold() != "bearer" or not token:
            raise Unauthorized
        try:
            name = jwt.get_unverified_header(token).get("kid")
            key = await self._keys.key(str(name))
            claims = jwt.decode(
                token,
                key,
                algorithms=ALGORITHMS,
                audience=self._app_id,
                issuer=ISSUER,
                leeway=LEEWAY,
                options={"require": ["exp", "iss", "aud"]},
            )
        except (jwt.PyJWTError, ValueError, TypeError, UnicodeError):
            raise Unauthorized from None
        service = claims.get("serviceurl") or claims.get("serviceUrl")
        if not isinstance(service, str) or not service:
            raise Unauthorized
        self._known[header] = (float(claims["exp"]) + LEEWAY, service)
        while len(self._known) > MOST:
            self._known.popitem(last=False)
        return service
