"""Files that people dropped in Slack: fetched when their turn is worked off, and never kept elsewhere."""

import base64
from typing import Any

from aiohttp import ClientError, ClientResponse

from adapters.slack.api import Api
from adapters.slack.turns import MAIL_FILES
from bot.conversation.turn import File, Missing
from bot.errors import TryLater
from bot.proxies import proxy_for

LARGEST = 6 * 1024 * 1024  # bytes of one file
READABLE = (*MAIL_FILES, ".txt")
KINDS = ("message/rfc822", "application/vnd.ms-outlook", "text/plain")  # the last: a long text that was pasted
HOSTS = ("files.slack.com", "slack-files.com")


async def fetched(api: Api, team: str, file: dict[str, Any]) -> File | Missing:
    """The file, or why there is none. Raises TryLater when Slack can't give it now."""
    name = str(file.get("name") or "file")[:120]
    if not name.casefold().endswith(READABLE) and file.get("mimetype") not in KINDS:
        return Missing(name=name, why="no_mail")
    if int(file.get("size") or 0) > LARGEST:
        return Missing(name=name, why="too_large")
    url = str(file.get("url_private_download") or file.get("url_private") or "")
    content = await _content(api, team, url) if api.trusts(url, HOSTS) else None
    if content is None:
        return Missing(name=name, why="gone")
    if len(content) > LARGEST:
        return Missing(name=name, why="too_large")
    return File(name=name, content=base64.b64encode(content))


async def _content(api: Api, team: str, url: str) -> bytes | None:
    """The bytes, a little more than the largest file at most; None when Slack does not give them."""
    headers = {"Authorization": f"Bearer {await api.token(team)}"}
    try:
        async with api.session.get(url, headers=headers, allow_redirects=False, proxy=proxy_for(url)) as response:
            if response.status == 429 or response.status >= 500:
                raise TryLater(f"http_{response.status}")
            if response.status != 200 or response.content_type == "text/html":
                return None  # a page to sign in: the file is gone, or not for us
            return await _read(response)
    except (ClientError, TimeoutError, OSError) as trouble:
        raise TryLater(type(trouble).__name__) from None


async def _read(response: ClientResponse) -> bytes:
    content = bytearray()
    async for piece in response.content.iter_chunked(1 << 16):
        content += piece
        if len(content) > LARGEST:
            break
    return bytes(content)
