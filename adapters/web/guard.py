"""Who may talk to the workspace: this machine, from the workspace's own page, in pieces of bearable size.

The page has no login, so everything hangs on three checks: the listener is on loopback, the Host header names it (a
foreign site that points its name at 127.0.0.1 is turned away), and whatever changes something carries a token that
only the page knows.
"""

import hmac
import logging
import secrets
from contextlib import AbstractContextManager
from http import HTTPStatus

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from bot.errors import Refused
from bot.vault import Vault
from bot.wording import _, speaking

COOKIE = "desk_page"
HEADER = "X-Desk-Token"
LARGEST = 6 * 1024 * 1024  # bytes of one request

SAFE_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


log = logging.getLogger(__name__)


def new_cookie() -> str:
    return secrets.token_urlsafe(24)


def token_for(cookie: str, vault: Vault) -> str:
    """The token of the page that holds this cookie; it survives a restart, so open pages go on working."""
    return vault.mark("workspace page", cookie)


def guard(vault: Vault) -> Middleware:
    """The middleware around every request."""

    @web.middleware
    async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            _check_host(request)
            if request.method not in ("GET", "HEAD"):
                _check_token(request, vault)
            response = await _sized(request, handler)
        except web.HTTPException as http:
            response = problem(http.status, http.text or HTTPStatus(http.status).phrase)
        except Refused as no:
            response = problem(409, str(no))
        except Exception as trouble:  # noqa: BLE001 - the page says that it failed; the log holds no contents
            log.error("%s failed: %s", request.path, type(trouble).__name__)
            with _speaking(request):
                response = problem(500, _("Something went wrong here. What you typed stays; please send it again."))
        if not response.prepared:
            response.headers.update(SAFE_HEADERS)
        return response

    return guarded


def problem(status: int, sentence: str) -> web.Response:
    """One sentence for whoever sits before the page."""
    return web.json_response({"problem": sentence}, status=status)


async def _sized(request: web.Request, handler: Handler) -> web.StreamResponse:
    try:
        if (request.content_length or 0) > LARGEST:
            raise web.HTTPRequestEntityTooLarge(max_size=LARGEST, actual_size=request.content_length or 0)
        return await handler(request)
    except web.HTTPRequestEntityTooLarge:
        with _speaking(request):
            return problem(413, too_large())


def too_large() -> str:
    return _(
        "That is more than {size} MB, too much for one message. Nothing was sent: paste the part that matters, "
        "or save the mail without its attachments.",
        size=LARGEST // 1024 // 1024,
    )


def _speaking(request: web.Request) -> AbstractContextManager[None]:
    """The language of the page that asks; it says so in a header, because the body may be unreadable."""
    return speaking(request.headers.get("Accept-Language", "en")[:2])


def _check_host(request: web.Request) -> None:
    address = request.transport.get_extra_info("sockname") if request.transport else None
    port = address[1] if address else None
    if request.headers.get("Host", "").lower() not in (f"127.0.0.1:{port}", f"localhost:{port}"):
        raise web.HTTPForbidden(text=f"The workspace answers on http://127.0.0.1:{port}/ only.")


def _check_token(request: web.Request, vault: Vault) -> None:
    cookie = request.cookies.get(COOKIE, "")
    sent = request.headers.get(HEADER, "")
    origin = request.headers.get("Origin")
    at_home = origin is None or origin.lower() == f"http://{request.headers['Host'].lower()}"
    if not cookie or not at_home or not hmac.compare_digest(sent.encode(), token_for(cookie, vault).encode()):
        with _speaking(request):
            raise web.HTTPForbidden(text=_("This page is out of date. Please reload it; what you typed stays."))
