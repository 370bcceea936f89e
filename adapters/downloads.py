"""Letters to download, over whichever server the desk has: the same for every platform."""

import asyncio
import logging
from collections.abc import Callable

from aiohttp import web
from sqlalchemy.exc import SQLAlchemyError

from bot.delivery.files import PATH
from bot.errors import NotAllowed, Stale
from bot.letters.file import LetterFile
from bot.wording import _, speaking

SAFE_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
}

log = logging.getLogger(__name__)


def letter_routes(letter_file: Callable[[str], LetterFile]) -> list[web.RouteDef]:
    """The way to letters as files.

    Args:
        letter_file: see `House.letter_file`; it blocks, so it runs in a thread.
    """

    async def fetch(request: web.Request) -> web.Response:
        """200 and the file, 403 for a link that is not ours, 410 for one that has ended, 503 without a database."""
        with speaking(request.headers.get("Accept-Language", "en")[:2]):
            try:
                file = await asyncio.to_thread(letter_file, request.match_info["token"])
            except NotAllowed as no:
                return _sentence(403, str(no))
            except Stale as no:
                return _sentence(410, str(no))
            except SQLAlchemyError as trouble:
                log.error("a letter could not be fetched: %s", type(trouble).__name__)
                return _sentence(503, _("The desk can't look for the letter just now. Please try again in a minute."))
        disposition = {"Content-Disposition": f'attachment; filename="{file.name}"'}
        return web.Response(
            body=file.content.encode(),
            content_type=file.media_type,
            charset="utf-8" if file.media_type.startswith("text/") else None,
            headers=SAFE_HEADERS | disposition,
        )

    return [web.get(PATH + "{token}", fetch)]


def _sentence(status: int, sentence: str) -> web.Response:
    return web.Response(status=status, text=sentence + "\n", headers=SAFE_HEADERS)
