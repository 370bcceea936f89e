"""The stand-in's HTTP side: the login, the issuer's keys, the connector, and the files that people attached."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.teams_kit.adaptive import problems
from tests.teams_kit.keys import ISSUER, published
from tests.teams_kit.state import APP, SECRET, TENANT, Conversation, Message, State

CARD = "application/vnd.microsoft.card.adaptive"
TOKEN = "bot-token"


@dataclass
class Trouble:
    """What goes wrong with calls of one kind, so many times (None: until `ends`)."""

    kind: str  # "post" "update" "create" "member" "members" "login" "keys" "file"
    times: int | None = 1
    conversation: str = ""
    status: int = 0
    retry_after: str = ""
    code: str = "ServiceError"
    cut: bool = False
    swallow: bool = False  # carry it out, then cut the connection
    hold: bool = False  # wait until `ends`
    hits: int = 0
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    loop: asyncio.AbstractEventLoop | None = None

    def ends(self) -> None:
        self.times = 0
        if self.loop is not None:
            self.loop.call_soon_threadsafe(self.gate.set)


@dataclass(frozen=True)
class Call:
    kind: str
    conversation: str
    status: int
    region: str = ""


class Server:
    def __init__(self, state: State) -> None:
        self.state = state
        self.keys = ["first"]
        self.files: dict[str, bytes] = {}
        self.troubles: list[Trouble] = []
        self.calls: list[Call] = []
        self.port = 0
        self._runner: web.AppRunner | None = None

    async def start(self) -> None:
        app = web.Application(client_max_size=1_000_000)
        at = "/{region}/v3/conversations"
        app.add_routes(
            [
                web.post("/{tenant}/oauth2/v2.0/token", self._taken("login", self._login)),
                web.get("/openid", self._taken("keys", self._about)),
                web.get("/keys", self._taken("keys", self._keys)),
                web.get("/files/{name}", self._taken("file", self._file)),
                web.post(at, self._taken("create", self._create)),
                web.post(f"{at}/{{id}}/activities", self._taken("post", self._post)),
                web.put(f"{at}/{{id}}/activities/{{message}}", self._taken("update", self._update)),
                web.get(f"{at}/{{id}}/members/{{who}}", self._taken("member", self._member)),
                web.get(f"{at}/{{id}}/pagedmembers", self._taken("members", self._members)),
            ]
        )
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        for trouble in self.troubles:
            trouble.gate.set()
        if self._runner is not None:
            await self._runner.cleanup()

    def _taken(self, kind: str, answer: Any) -> Any:
        async def handle(request: web.Request) -> web.StreamResponse:
            conversation = request.match_info.get("id", "")
            trouble = self._trouble(kind, conversation)
            response: web.StreamResponse
            if trouble is not None and trouble.hold:
                await trouble.gate.wait()
            if trouble is not None and trouble.cut:
                return self._cut(request, kind)
            if trouble is not None and trouble.status:
                headers = {"Retry-After": trouble.retry_after} if trouble.retry_after else {}
                response = web.json_response(_error(trouble.code), status=trouble.status, headers=headers)
            elif kind not in ("login", "keys", "file") and request.headers.get("Authorization") != f"Bearer {TOKEN}":
                response = web.json_response(_error("Unauthorized"), status=401)
            else:
                response = await answer(request)
            if trouble is not None and trouble.swallow:
                return self._cut(request, kind)
            self._note(request, kind, response.status)
            return response

        return handle

    def _trouble(self, kind: str, conversation: str) -> Trouble | None:
        for trouble in self.troubles:
            if trouble.kind == kind and trouble.times != 0 and trouble.conversation in ("", conversation):
                trouble.hits += 1
                trouble.times = None if trouble.times is None else trouble.times - 1
                self.state.changed()
                return trouble
        return None

    def _cut(self, request: web.Request, kind: str) -> web.StreamResponse:
        assert request.transport is not None
        request.transport.abort()
        self._note(request, kind, 0)
        return web.Response()

    def _note(self, request: web.Request, kind: str, status: int) -> None:
        where = request.match_info
        with self.state.lock:
            self.calls.append(Call(kind, where.get("id", ""), status, where.get("region", "")))
            self.state.changed()

    async def _login(self, request: web.Request) -> web.Response:
        form = await request.post()
        if request.match_info["tenant"] != TENANT:
            return web.json_response({"error": "invalid_request"}, status=400)
        if (form.get("client_id"), form.get("client_secret")) != (APP, SECRET):
            return web.json_response({"error": "invalid_client"}, status=401)
        if (form.get("grant_type"), form.get("scope")) != ("client_credentials", f"{ISSUER}/.default"):
            return web.json_response({"error": "invalid_scope"}, status=400)
        return web.json_response({"token_type": "Bearer", "expires_in": 3599, "access_token": TOKEN})

    async def _about(self, request: web.Request) -> web.Response:
        return web.json_response({"issuer": ISSUER, "jwks_uri": str(request.url.with_path("/keys"))})

    async def _keys(self, _request: web.Request) -> web.Response:
        return web.json_response({"keys": [published(name) for name in self.keys]})

    async def _file(self, request: web.Request) -> web.Response:
        content = self.files.get(request.match_info["name"])
        if "Authorization" in request.headers or content is None:
            return web.Response(status=400 if content is not None else 404)
        return web.Response(body=content, content_type="application/octet-stream")

    async def _create(self, request: web.Request) -> web.Response:
        wanted = await request.json()
        (member,) = wanted["members"]
        user = self.state.user(str(member["id"]))
        if user is None or wanted["tenantId"] != TENANT or wanted["isGroup"]:
            return web.json_response(_error("BadArgument"), status=400)
        chat = self.state.conversations.get(user.chat)
        if not (chat.with_bot if chat is not None else user.reachable):
            return web.json_response(_error("ForbiddenOperationException"), status=403)
        self.state.conversations.setdefault(user.chat, Conversation(user.chat, [user]))
        return web.json_response({"id": user.chat}, status=201)

    async def _post(self, request: web.Request) -> web.Response:
        id, _mark, root = request.match_info["id"].partition(";messageid=")
        conversation = self.state.conversations.get(id)
        if conversation is None or (root and root not in conversation.replies):
            return web.json_response(_error("ConversationNotFound"), status=404)
        if not conversation.with_bot:
            return web.json_response(_error("BotNotInConversationRoster"), status=403)
        activity = await request.json()
        if wrong := self._wrong(activity, id):
            return web.json_response(_error("BadSyntax", wrong), status=400)
        message = Message(self.state.next_id(), id, activity)
        with self.state.lock:
            if root:
                conversation.replies[root].append(message)
            else:
                conversation.messages.append(message)
                conversation.replies[message.id] = []
            self.state.changed()
        return web.json_response({"id": message.id}, status=201)

    async def _update(self, request: web.Request) -> web.Response:
        message = self.state.message(request.match_info["message"])
        if message is None or message.conversation != request.match_info["id"].partition(";messageid=")[0]:
            return web.json_response(_error("ActivityNotFoundInConversation"), status=404)
        activity = await request.json()
        if wrong := self._wrong(activity, message.conversation):
            return web.json_response(_error("BadSyntax", wrong), status=400)
        with self.state.lock:
            message.activity, message.seen_by = activity, {}
            self.state.changed()
        return web.json_response({"id": message.id})

    async def _member(self, request: web.Request) -> web.Response:
        conversation = self.state.conversations.get(request.match_info["id"])
        if conversation is None or not conversation.with_bot:
            return web.json_response(_error("BotNotInConversationRoster"), status=403)
        user = self.state.user(request.match_info["who"])
        if user is None or user not in conversation.members:
            return web.json_response(_error("MemberNotFoundInConversation"), status=404)
        return web.json_response(user.as_member())

    async def _members(self, request: web.Request) -> web.Response:
        conversation = self.state.conversations.get(request.match_info["id"])
        if conversation is None or not conversation.with_bot:
            return web.json_response(_error("BotNotInConversationRoster"), status=403)
        begin = int(request.query.get("continuationToken", "0"))  # a page holds two, so that there are several
        page = [user.as_member() for user in conversation.members[begin : begin + 2]]
        more = {"continuationToken": str(begin + 2)} if begin + 2 < len(conversation.members) else {}
        return web.json_response({"members": page, **more})

    def _wrong(self, activity: dict[str, Any], conversation: str) -> str:
        """What keeps Teams from showing a message; noted, so that the test fails."""
        attached = activity.get("attachments") or []
        if activity.get("type") != "message" or [one.get("contentType") for one in attached] != [CARD]:
            wrong = "it is no message with a card"
        else:
            where = "channel" if conversation.startswith("19:") else "chat"
            wrong = "; ".join(problems(attached[0].get("content"), where=where))  # type: ignore[arg-type]
        if wrong:
            self.state.refused.append(wrong)
            self.state.changed()
        return wrong


def _error(code: str, message: str = "") -> dict[str, Any]:
    return {"error": {"code": code, "message": message}}
