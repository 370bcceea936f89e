"""The stand-in's own HTTP server: Web API, response addresses, files, and the door of Socket Mode."""

import asyncio
import json
from base64 import b64decode
from typing import Any

from aiohttp import web

from tests.slack_kit.links import Links
from tests.slack_kit.methods import answer, understood
from tests.slack_kit.passes import Refusal
from tests.slack_kit.responses import respond
from tests.slack_kit.trouble import Trouble, Troubles
from tests.slack_kit.workspace import Workspace

LOGIN = "<!DOCTYPE html><html><head><title>Slack</title></head><body>Sign in to your workspace</body></html>"
LARGEST = 8_000_000


class Server:
    def __init__(self, workspace: Workspace, troubles: Troubles, links: Links) -> None:
        self.workspace = workspace
        self.troubles = troubles
        self.links = links
        self.port = 0
        self._runner: web.AppRunner | None = None

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    async def start(self) -> None:
        app = web.Application(client_max_size=LARGEST)
        app.router.add_route("*", "/api/{method}", self._api)
        app.router.add_post("/actions/{name}", self._respond)
        app.router.add_get("/files/{file}/{name}", self._file)
        app.router.add_get("/link", self.links.handle)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        self.troubles.release()
        await self.links.close()
        if self._runner is not None:
            await self._runner.cleanup()

    async def _api(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        form = {**request.query} if request.method == "GET" else {**request.query, **await request.post()}
        try:
            args = understood(request.content_type, await request.text(), form)
        except Refusal as refusal:
            return self._said(method, {}, 200, {"ok": False, "error": refusal.error, **refusal.more}, "")
        token = str(args.pop("token", "")) or token
        if token.startswith("Basic "):
            args["client_id"], _, args["client_secret"] = b64decode(token[6:]).decode().partition(":")
            token = ""
        trouble = self.troubles.take(method, args)
        if (stopped := await self._troubled(request, method, args, token, trouble)) is not None:
            return stopped
        if self.troubles.too_fast(method, args):
            return self._limited(method, args, token, 1)
        said = answer(self.workspace, method, args, token, self.host)
        return await self._finished(request, method, args, said, token, trouble)

    async def _troubled(
        self, request: web.Request, method: str, args: dict[str, Any], token: str, trouble: Trouble | None
    ) -> web.StreamResponse | None:
        """What happens before anything is carried out; nothing, if it may go on."""
        if trouble is None:
            return None
        if trouble.delay:
            await asyncio.sleep(trouble.delay)
        if trouble.hold:
            await trouble.gate.wait()
        if trouble.reset:
            return self._cut(request, method, args, {}, token)
        if trouble.status == 429:
            return self._limited(method, args, token, trouble.retry_after)
        if trouble.status:
            self.troubles.note(method, args, trouble.status, {}, token)
            return web.Response(status=trouble.status, text="Server Error", content_type="text/html")
        if trouble.error:
            return self._said(method, args, 200, {"ok": False, "error": trouble.error}, token)
        return None

    async def _finished(
        self,
        request: web.Request,
        method: str,
        args: dict[str, Any],
        said: dict[str, Any],
        token: str,
        trouble: Trouble | None,
    ) -> web.StreamResponse:
        if trouble is not None and trouble.hold_answer:
            await trouble.gate.wait()
        if trouble is not None and trouble.swallow:
            return self._cut(request, method, args, said, token)
        return self._said(method, args, 200, said, token)

    def _cut(
        self, request: web.Request, method: str, args: dict[str, Any], said: dict[str, Any], token: str
    ) -> web.StreamResponse:
        self.troubles.note(method, args, 0, said, token)
        if request.transport is not None:
            request.transport.abort()
        return web.Response()  # goes nowhere

    def _limited(self, method: str, args: dict[str, Any], token: str, seconds: int) -> web.StreamResponse:
        said = {"ok": False, "error": "ratelimited"}
        return self._said(method, args, 429, said, token, {"Retry-After": str(seconds)})

    def _said(
        self,
        method: str,
        args: dict[str, Any],
        status: int,
        said: dict[str, Any],
        token: str,
        headers: dict[str, str] | None = None,
    ) -> web.StreamResponse:
        self.troubles.note(method, args, status, said, token)
        known = self.workspace.passes.tokens.get(token)
        scopes = {"x-oauth-scopes": ",".join(sorted(known.scopes))} if known else {}
        return web.json_response(said, status=status, headers={**scopes, **(headers or {})})

    async def _respond(self, request: web.Request) -> web.StreamResponse:
        try:
            given = json.loads(await request.text())
        except json.JSONDecodeError:
            given = {}
        trouble = self.troubles.take("response_url", given)
        stopped = await self._troubled(request, "response_url", given, "", trouble)
        if stopped is not None:
            return stopped
        try:
            respond(self.workspace, request.match_info["name"], given)
        except Refusal as refusal:
            status = 404 if refusal.error in ("used_url", "expired_url", "message_not_found") else 400
            said = {"ok": False, "error": refusal.error, **refusal.more}
            return self._said("response_url", given, status, said, "")
        if trouble is not None:
            return await self._finished(request, "response_url", given, {"ok": True}, "", trouble)
        self.troubles.note("response_url", given, 200, {"ok": True}, "")
        return web.Response(text="ok", content_type="text/html")

    async def _file(self, request: web.Request) -> web.StreamResponse:
        """A file, to whoever brings a token with files:read; to all others the page to sign in."""
        file_id = request.match_info["file"]
        value = request.headers.get("Authorization", "").removeprefix("Bearer ")
        args = {"file": file_id}
        trouble = self.troubles.take("files", args)
        if (stopped := await self._troubled(request, "files", args, value, trouble)) is not None:
            return stopped
        if request.match_info["name"] == "login":
            return web.Response(text=LOGIN, content_type="text/html")
        if not value:
            self.troubles.note("files", args, 302, {}, value)
            raise web.HTTPFound(f"http://{self.host}/files/{file_id}/login?redir=1", text=LOGIN)
        token = self.workspace.passes.tokens.get(value)
        found = self.workspace.state.files.get(file_id)
        allowed = token is not None and not token.fate and "files:read" in token.scopes
        if found is None or not allowed:
            self.troubles.note("files", args, 404 if allowed else 200, {}, value)
            return web.Response(status=404 if allowed else 200, text=LOGIN, content_type="text/html")
        self.troubles.note("files", args, 200, {"ok": True}, value)
        mimetype, content = found
        return web.Response(body=content, headers={"Content-Type": mimetype})
