"""Files that people hand over by way of a chat platform: fetched when they are read, and never kept elsewhere."""

from collections.abc import Mapping

from aiohttp import ClientError, ClientResponse, ClientSession

from bot.errors import TryLater
from bot.proxies import proxy_for

LARGEST = 6 * 1024 * 1024  # bytes of one file


async def downloaded(session: ClientSession, url: str, headers: Mapping[str, str] | None = None) -> bytes | None:
    """The bytes, a little more than the largest file at most; None when they are not given to us.

    Nothing leads elsewhere: whoever calls has looked at the address. Raises TryLater when it can't be had now.
    """
    try:
        async with session.get(url, headers=headers, allow_redirects=False, proxy=proxy_for(url)) as response:
            if response.status == 429 or response.status >= 500:
                raise TryLater(f"http_{response.status}")
            if response.status != 200 or response.content_type == "text/html":
                return None  # a page to sign in: the file is gone, or not for us
            return await _read(response)
    except (ClientError, TimeoutError, OSError, ValueError) as trouble:
        raise TryLater(type(trouble).__name__) from None


async def _read(response: ClientResponse) -> bytes:
    content = bytearray()
    async for piece in response.content.iter_chunked(1 << 16):
        content += piece
        if len(content) > LARGEST:
            break
    return bytes(content)
