"""Files that people dropped in Slack: fetched when their turn is worked off, and never kept elsewhere."""

import base64
from typing import Any

from adapters.slack.api import Api
from adapters.slack.turns import MAIL_FILES
from bot.conversation.turn import File, Missing
from bot.downloads import LARGEST, downloaded

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
    return await downloaded(api.session, url, {"Authorization": f"Bearer {await api.token(team)}"})
