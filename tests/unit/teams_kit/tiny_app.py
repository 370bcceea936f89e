"""A very small app: it notes what it hears, answers invokes as the test wants, and calls the connector."""

from typing import Any, Self

import jwt
from aiohttp import ClientError, web
from yarl import URL

from tests.teams_kit.keys import ISSUER
from tests.teams_kit.standin import StandIn
from tests.teams_kit.state import APP, SECRET, TENANT

GENERAL, HIDDEN = "19:general@thread.tacv2", "19:hidden@thread.tacv2"
CARD = "application/vnd.microsoft.card.adaptive"
WORDS = "application/vnd.microsoft.activity.message"
SCOPE = f"{ISSUER}/.default"
LOGIN = {"grant_type": "client_credentials", "client_id": APP, "client_secret": SECRET, "scope": SCOPE}

Answer = tuple[int, Any]
Body = dict[str, Any]


def card(text: str, *actions: Body, fields: tuple[Body, ...] = ()) -> Body:
    row = [{"type": "ActionSet", "actions": [*actions]}] if actions else []
    body = [{"type": "TextBlock", "text": text}, *fields, *row]
    return {"type": "AdaptiveCard", "version": "1.5", "body": body}


def submit(title: str, payload: str, **data: Any) -> Body:
    return {"type": "Action.Submit", "title": title, "data": {"payload": payload, **data}}


def execute(title: str, payload: str, verb: str = "press") -> Body:
    return {"type": "Action.Execute", "title": title, "verb": verb, "data": {"payload": payload}}


def message(content: Body) -> Body:
    return {"type": "message", "attachments": [{"contentType": CARD, "content": content}]}


def dialog(content: Body) -> Body:
    shown = {"title": "A case", "width": "medium", "height": "large", "card": message(content)["attachments"][0]}
    return {"task": {"type": "continue", "value": shown}}


class TinyApp:
    """Runs on the stand-in's own loop.

    Args:
        answers: status and body for the invoke of a name.
    """

    def __init__(self, teams: StandIn) -> None:
        self.teams = teams
        self.heard: list[Body] = []
        self.answers: dict[str, Answer] = {}
        self._runner: web.AppRunner | None = None

    def __enter__(self) -> Self:
        self.teams.run(self._start())
        return self

    def __exit__(self, *_: object) -> None:
        assert self._runner is not None
        self.teams.run(self._runner.cleanup())

    def call(self, method: str, path: str, *, bearer: str = "", **more: Any) -> Answer:
        """Call the stand-in, with the token that its login gives; 0 for a connection that was cut."""
        return self.teams.run(self._call(method, path, bearer, **more))  # type: ignore[no-any-return]

    def logs_in(self, tenant: str = TENANT, **changes: str) -> Answer:
        return self.call("POST", f"/{tenant}/oauth2/v2.0/token", bearer="none", data=LOGIN | changes)

    def posts(self, conversation: str, content: Body) -> Answer:
        return self.call("POST", f"{place(conversation)}/activities", json=message(content))

    async def _start(self) -> None:
        served = web.Application()
        served.router.add_post("/api/messages", self._take)
        self._runner = web.AppRunner(served, access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.teams.address = f"http://127.0.0.1:{self._runner.addresses[0][1]}/api/messages"

    async def _call(self, method: str, path: str, bearer: str, **more: Any) -> Answer:
        if not bearer:
            _status, given = await self._call("POST", f"/{TENANT}/oauth2/v2.0/token", "none", data=LOGIN)
            bearer = given["access_token"]
        headers = {"Authorization": f"Bearer {bearer}"} if bearer != "none" else {}
        url = URL(f"{self.teams.url}{path}", encoded=True)
        try:
            async with self.teams.session.request(method, url, headers=headers, **more) as response:
                if response.content_type != "application/json":
                    return response.status, await response.read()
                retry = {"retry": response.headers["Retry-After"]} if "Retry-After" in response.headers else {}
                return response.status, {**await response.json(), **retry}
        except ClientError:
            return 0, None

    async def _take(self, request: web.Request) -> web.Response:
        _status, about = await self._call("GET", "/openid", "none")
        _status, published = await self._call("GET", URL(about["jwks_uri"]).path, "none")
        token = request.headers["Authorization"].removeprefix("Bearer ")
        known = {one["kid"]: jwt.PyJWK(one, "RS256") for one in published["keys"] if "msteams" in one["endorsements"]}
        try:
            key = known[jwt.get_unverified_header(token)["kid"]]
            jwt.decode(token, key, ["RS256"], audience=APP, issuer=about["issuer"])
        except (jwt.PyJWTError, KeyError):
            return web.Response(status=401)
        activity = await request.json()
        self.heard.append(activity)
        if activity["type"] != "invoke":
            return web.Response()
        status, body = self.answers[activity["name"]]
        return web.Response(status=status) if body is None else web.json_response(body, status=status)


def place(conversation: str = "") -> str:
    """The connector's address of a conversation, in one of its regions."""
    return f"/emea/v3/conversations/{conversation}".rstrip("/").replace("@", "%40").replace(";", "%3B")
