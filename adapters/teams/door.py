"""The way in: what can wait is kept before Teams is told so, the rest is answered now."""

import logging
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from adapters.teams.answering import Answering
from adapters.teams.bot import Invokes
from adapters.teams.connector import Connector
from adapters.teams.port import Desk
from adapters.teams.references import References
from adapters.teams.turns import deferred, is_private, opens_form, place_of, tenant_of, user_of
from bot.conversation.payload import Payload, inner

log = logging.getLogger(__name__)

WAITED_FOR = "invoke"
ARRIVING = ("installationUpdate", "conversationUpdate")


@dataclass(frozen=True, slots=True)
class Reply:
    """What Teams gets. It shows people an error for an invoke that does not get 200."""

    status: int = 200
    body: dict[str, Any] | None = None


@dataclass
class Door:
    """Takes activities of which it is proven that they come from Teams.

    Args:
        tenants: the organisations' directories whose people may use the desk.
    """

    connector: Connector
    references: References
    desk: Desk
    answering: Answering
    invokes: Invokes
    tenants: Collection[str]

    async def take(self, activity: Payload) -> Reply:
        """Whatever goes wrong is logged by its kind alone, and Teams hears that we have not got it."""
        try:
            return await self._taken(activity)
        except Exception as trouble:  # noqa: BLE001 - its words may be somebody's
            log.error("something from Teams could not be taken: %s", type(trouble).__name__)
            return Reply(500)

    async def _taken(self, activity: Payload) -> Reply:
        if not self.connector.trusts(str(activity.get("serviceUrl"))):
            log.warning("something with an untrusted service URL was refused")
            return Reply(403)
        if tenant_of(activity) not in self.tenants:
            log.warning("something from an organisation that the policy does not list was refused")
            return Reply(403)
        if activity.get("type") == WAITED_FOR:
            return await self._answered(activity)
        if activity.get("type") in ARRIVING:
            await self._learn(activity)
        if opens_form(activity):
            self.answering.opens_in_chat(activity)
            return Reply()
        incoming = deferred(activity)
        if incoming is None:
            return Reply()
        try:
            await self.desk.keep(incoming)
        except Exception as trouble:  # noqa: BLE001 - not kept: nobody must believe that it was
            log.error("an event could not be kept: %s", type(trouble).__name__)
            self.answering.passing.says_not_kept(activity)
            return Reply(500)
        return Reply()

    async def _answered(self, activity: Payload) -> Reply:
        try:
            status, body = await self.invokes.answer(activity)
        except Exception as trouble:  # noqa: BLE001 - whoever acted gets a sentence instead of Teams' own error
            log.error("an answer could not be given: %s", type(trouble).__name__)
            return Reply(body=self.answering.failed(activity))
        return Reply(status, body)

    async def _learn(self, activity: Payload) -> None:
        """The app was added or removed: from now on its people and channels are reached like this."""
        tenant, service_url = tenant_of(activity), str(activity.get("serviceUrl"))
        channel, removed = place_of(activity).channel, activity.get("action") in ("remove", "remove-upgrade")
        if is_private(activity):
            if removed:
                await self.references.forget_chat(tenant, user_of(activity))
            else:
                account = str(inner(activity, "from").get("id") or "")
                await self.references.learn_person(
                    tenant, user_of(activity), account=account, conversation=channel, service_url=service_url
                )
        elif not removed:
            await self.references.learn_service(tenant, channel, service_url)
