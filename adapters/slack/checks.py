"""A look at Slack for `doctor` and at every start: tokens, scopes, and the home channel. Nothing is posted."""

from collections.abc import AsyncIterator

from aiohttp import ClientError
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.api import UNINSTALLED, Api, NotInstalled, code_of, passes
from adapters.slack.manifest import SCOPES
from bot.doctor import Finding
from bot.errors import PlatformTrouble, Undeliverable
from bot.policy import Policy
from bot.settings import SlackSettings

_CHANNEL = {
    "channel_not_found": "does not exist, or is private and the bot was not invited. Write /invite @Privacy Desk there",
    "missing_scope": "cannot be looked at; install the app again with the scopes of the manifest",
}


async def findings(policy: Policy, api: Api, team: str) -> AsyncIterator[Finding]:
    """What is well with a workspace, and what to do about the rest."""
    try:
        granted = await _granted(api, team)
    except NotInstalled as trouble:
        yield Finding(False, f"The Slack app is not installed in {team} ({trouble}). Open /slack/install there.")
        return
    except PlatformTrouble as trouble:
        yield Finding(False, f"Slack cannot be used as the bot of {team} ({trouble}). Check the token and the network.")
        return
    if missing := sorted(SCOPES.keys() - granted):
        yield Finding(False, f"The Slack app lacks scopes: {', '.join(missing)}. Install it again from the manifest.")
    else:
        yield Finding(True, f"The Slack app is installed in {team} with all its scopes.")
    if policy.home.platform == "slack" and policy.home.tenant == team:
        yield await _home(api, policy)


async def _granted(api: Api, team: str) -> set[str]:
    client = AsyncWebClient(await api.token(team), base_url=api.base_url, session=api.session)
    try:
        answer = await client.auth_test()
    except SlackApiError as trouble:
        code = code_of(trouble)
        raise NotInstalled(code) if code in UNINSTALLED else Undeliverable(code) from None
    except (ClientError, TimeoutError, OSError) as trouble:
        raise Undeliverable(type(trouble).__name__) from None
    told = next((v for k, v in answer.headers.items() if k.lower() == "x-oauth-scopes"), None)
    return set(SCOPES) if told is None else {scope.strip() for scope in str(told).split(",")}


async def socket_finding(slack: SlackSettings) -> Finding:
    """Whether Socket Mode can be opened."""
    client = AsyncWebClient(slack.app_token, base_url=slack.api_url)
    try:
        await client.apps_connections_open(app_token=slack.app_token)
    except SlackApiError as trouble:
        code = code_of(trouble)
        if passes(trouble):
            return Finding(False, f"Slack is out of reach ({code}).")
        return Finding(False, f"Socket Mode is refused ({code}). SLACK_APP_TOKEN needs the scope connections:write.")
    except (ClientError, TimeoutError, OSError) as trouble:
        return Finding(False, f"Slack is out of reach ({type(trouble).__name__}).")
    return Finding(True, "Socket Mode can be opened.")


async def _home(api: Api, policy: Policy) -> Finding:
    channel = policy.home.channel
    try:
        answer = await api.read(policy.home.tenant, "conversations.info", channel=channel)
    except Undeliverable as trouble:
        why = _CHANNEL.get(trouble.code, f"cannot be used ({trouble.code})")
        return Finding(False, f"The privacy channel {channel} in Slack {why}.")
    except PlatformTrouble as trouble:
        return Finding(False, f"Slack is out of reach ({trouble}).")
    found = answer.get("channel") or {}
    if found.get("is_archived"):
        return Finding(False, f"The privacy channel {channel} in Slack is archived. Name another one in the policy.")
    if not found.get("is_member"):
        return Finding(False, f"The bot is not in the privacy channel {channel}. Write /invite @Privacy Desk there.")
    if found.get("is_ext_shared"):
        return Finding(False, f"The privacy channel {channel} is shared with another company. Name one of your own.")
    return Finding(True, f"The privacy channel in Slack is {channel}, and the bot is in it.")
