"""Files that people attached in their private chat: fetched when their turn is worked off, and never kept elsewhere."""

import base64
from urllib.parse import urlsplit

from aiohttp import ClientSession

from bot.conversation.turn import File, Missing
from bot.downloads import LARGEST, downloaded
from bot.settings import LOOPBACK

READABLE = (".eml", ".msg", ".txt")
HOSTS = (".sharepoint.com",)


async def fetched(session: ClientSession, file: dict[str, str], service_url: str) -> File | Missing:
    """The file, or why there is none. Raises TryLater when it can't be had now.

    Its address is the key: it carries a permission of its own, and our token must not go there.

    Args:
        service_url: whose host may hold files, too, when it is this machine: for test servers.
    """
    name = file.get("name") or "file"
    if not name.casefold().endswith(READABLE):
        return Missing(name=name, why="no_mail")
    url = file.get("url") or ""
    content = await downloaded(session, url) if _trusted(url, service_url) else None
    if content is None:
        return Missing(name=name, why="gone")
    if len(content) > LARGEST:
        return Missing(name=name, why="too_large")
    return File(name=name, content=base64.b64encode(content))


def _trusted(url: str, service_url: str) -> bool:
    """Whether a file may be fetched from there: its address comes from a message."""
    try:
        address, ours = urlsplit(url), urlsplit(service_url)
        port = address.port
    except ValueError:
        return False
    if ours.hostname in LOOPBACK and (address.scheme, address.netloc) == (ours.scheme, ours.netloc):
        return True
    host = (address.hostname or "").casefold()
    return address.scheme == "https" and port in (None, 443) and host.endswith(HOSTS)
