"""Who somebody is: Slack's directory, asked once in a while for each person."""

import asyncio
from collections import OrderedDict
from typing import Any

from adapters.slack.api import Api
from adapters.slack.turns import PLATFORM
from bot.conversation.turn import Speaker
from bot.errors import Undeliverable

FRESH = 600.0  # seconds for which an answer is believed
MOST = 5_000  # people remembered
NOBODY = {"users_not_found", "user_not_found", "user_not_visible"}


class Directory:
    """The people of the workspaces."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self._known: OrderedDict[tuple[str, str], tuple[float, Speaker]] = OrderedDict()

    async def speaker(self, team: str, user: str) -> Speaker:
        """The person behind an id. Somebody whom Slack does not show us is a guest.

        Raises TryLater when Slack can't tell now, Undeliverable when we may not ask.
        """
        key, now = (team, user), asyncio.get_running_loop().time()
        known = self._known.get(key)
        if known is not None and known[0] > now:
            return known[1]
        try:
            answer = await self._api.read(team, "users.info", user=user, include_locale="true")
            found = _speaker(team, answer.get("user") or {"id": user})
        except Undeliverable as trouble:
            if trouble.code not in NOBODY:
                raise
            found = Speaker(platform=PLATFORM, tenant=team, user=user, name=user, guest=True)
        self._known[key] = (now + FRESH, found)
        if len(self._known) > MOST:
            self._known.popitem(last=False)
        return found

    def language(self, team: str, user: str) -> str:
        """The language of somebody who was asked about before; English for others. Asks nobody."""
        known = self._known.get((team, user))
        return known[1].language if known else "en"

    async def by_address(self, team: str, address: str) -> Speaker | None:
        """The colleague with that address; None when there is none. Raises as `speaker` does."""
        try:
            answer = await self._api.read(team, "users.lookupByEmail", email=address)
        except Undeliverable as trouble:
            if trouble.code in NOBODY:
                return None
            raise
        user = str((answer.get("user") or {}).get("id") or "")
        found = await self.speaker(team, user) if user else None  # the look-up doesn't tell their language
        return None if found is None or found.guest else found


def _speaker(team: str, user: dict[str, Any]) -> Speaker:
    profile = user.get("profile") or {}
    name = profile.get("real_name") or user.get("real_name") or profile.get("display_name") or user.get("name")
    outside = any(user.get(key) for key in ("is_restricted", "is_ultra_restricted", "is_stranger", "deleted", "is_bot"))
    address = str(profile.get("email") or "").strip().casefold()
    return Speaker(
        platform=PLATFORM,
        tenant=team,
        user=str(user["id"]),
        name=str(name or user["id"]),
        email=address or None,
        language=str(user.get("locale") or "en")[:2],
        zone=str(user.get("tz") or "UTC"),
        guest=outside or _elsewhere(team, user),
    )


def _elsewhere(team: str, user: dict[str, Any]) -> bool:
    """Whether they belong to another company's workspace (Slack Connect)."""
    teams = {user.get("team_id"), *((user.get("enterprise_user") or {}).get("teams") or ())} - {None}
    return bool(teams) and team not in teams
