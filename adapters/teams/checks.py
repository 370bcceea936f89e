"""What `doctor` finds in Teams. Nothing is posted."""

from collections.abc import AsyncIterator

from adapters.teams.connector import Connector
from adapters.teams.credentials import WrongSecret
from adapters.teams.identity import Keys
from adapters.teams.references import References
from adapters.teams.turns import PLATFORM
from bot.doctor import Finding
from bot.errors import PlatformTrouble, Undeliverable
from bot.policy import Policy


async def findings(
    policy: Policy, connector: Connector, keys: Keys | None, references: References
) -> AsyncIterator[Finding]:
    """What is well in Teams, and what to do about the rest."""
    if keys is None:
        yield Finding(
            False, "Teams is served without proof of who writes (TEAMS_ANONYMOUS=1): on this machine only, for trying."
        )
    elif await keys.renew():
        yield Finding(True, "The keys with which Teams signs can be fetched.")
    else:
        yield Finding(
            False, f"The keys with which Teams signs can't be fetched from {keys.url}. Let this machine reach it."
        )
    try:
        await connector.credentials.headers()
    except WrongSecret as trouble:
        yield Finding(False, refused(trouble))
        return
    except PlatformTrouble as trouble:
        yield Finding(False, f"Microsoft's login is out of reach ({trouble}).")
        return
    yield Finding(True, "Microsoft knows the app and its secret.")
    if policy.home.platform == PLATFORM:
        yield await _home(policy, connector, references)


def refused(trouble: WrongSecret) -> str:
    """One sentence for whoever keeps the app's registration."""
    return (
        f"Microsoft refuses TEAMS_APP_ID with TEAMS_APP_PASSWORD in the tenant of TEAMS_TENANT_ID ({trouble.code}). "
        "Make a new client secret at the app's registration, and copy its value, not its id."
    )


async def _home(policy: Policy, connector: Connector, references: References) -> Finding:
    home = policy.home
    try:
        service_url = await references.service(home.tenant, home.channel)
        addresses = {
            str(one.get("email") or one.get("userPrincipalName") or "").strip().casefold()
            async for one in connector.members(service_url, home.channel)
        }
    except Undeliverable as trouble:
        return Finding(
            False,
            f"The privacy channel can't be reached in Teams ({trouble.code}). Add the app to its team, and check the "
            "channel's id in [home].",
        )
    except PlatformTrouble as trouble:
        return Finding(False, f"Teams is out of reach ({trouble}).")
    if not addresses & {*policy.roles.team, *policy.roles.dpo}:
        return Finding(False, "Nobody of the policy's team and DPO is in the team with the privacy channel.")
    return Finding(True, "The privacy channel can be reached in Teams, and the privacy team is in it.")
