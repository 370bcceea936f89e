"""A Slack that runs on this machine: its own HTTP and WebSocket server, people who use it, and trouble on demand.

Its loop runs in a thread of its own. Everything here may be called from a test that knows nothing of asyncio; what
the app itself does reaches it over the network only, so the app may be another process.
"""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, wait
from contextlib import contextmanager
from typing import Any, Self, TypeVar

from tests.loops import OwnLoop
from tests.patience import PATIENCE
from tests.slack_kit import waiting
from tests.slack_kit.happenings import Happenings
from tests.slack_kit.links import Links
from tests.slack_kit.passes import Passes, Refusal, Token
from tests.slack_kit.people import Person
from tests.slack_kit.sending import Answer, Envelope, How, HttpTransport, Sent, Transport
from tests.slack_kit.server import Server
from tests.slack_kit.state import SLACKBOT, Channel, State, Team, User
from tests.slack_kit.trouble import Call, Trouble, Troubles
from tests.slack_kit.views import Views
from tests.slack_kit.workspace import Manifest, Workspace

T = TypeVar("T")
BOT_TOKEN = "xoxb-north"
APP_TOKEN = "xapp-1-A0DESK"


class StandIn(Happenings):
    """The running workspace. It starts with one team, its bot, Slackbot, and nobody else."""

    def __init__(self, manifest: dict[str, Any], now: Callable[[], float] = time.time) -> None:
        state = State(now)
        self.workspace = Workspace(state, Passes(state), Views(state), Manifest(manifest))
        self.state = state
        self.passes = self.workspace.passes
        self.troubles = Troubles(state)
        self.echoes = True  # the app's own messages come back to it as events, as in Slack
        self.waits = True  # what people do waits for the app's answer
        self._echoing: set[Future[Answer]] = set()
        self._http: HttpTransport | None = None
        self._own = OwnLoop("slack")
        self.run = self._own.run
        self.add_team("T0NORTH", "north", bot_token=BOT_TOKEN)
        self.add_user(SLACKBOT, "slackbot", real_name="Slackbot", is_bot=True)
        self.passes.tokens[APP_TOKEN] = Token(APP_TOKEN, "T0NORTH", {"connections:write"})
        self.links = Links(state, self.passes, state.teams["T0NORTH"].app_id)
        self.server = Server(self.workspace, self.troubles, self.links)
        self.workspace.announce = self._echo
        self.run(self.server.start())
        self.address = f"http://{self.server.host}"
        self.api = f"{self.address}/api/"  # the SDK's base_url

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def hushes(self) -> None:
        """Lets the last of the app's own messages come back to it, before it goes: a connection that a server in this
        process takes while it closes stays open until Python finds it, in the middle of another test.
        """
        self._announces_nothing()
        wait(list(self._echoing), timeout=PATIENCE)

    def _announces_nothing(self) -> None:
        self.workspace.announce = lambda _event, _channel: None

    def close(self) -> None:
        self._announces_nothing()
        self.run(self.server.stop())
        for future in list(self._echoing):
            future.cancel()
        if self._http is not None:
            self.run(self._http.close())
        self._own.end()

    # What there is

    def add_team(self, team_id: str, domain: str, *, bot_token: str = "", **more: str) -> Team:
        """Another workspace; with a token the app is installed in it. Its bot has ids of its own."""
        ids = {"bot_user": f"U{team_id[1:]}BOT", "bot_id": f"B{team_id[1:]}BOT"} if self.state.teams else {}
        team = Team(team_id, domain, **{**ids, **more})
        self.state.teams[team_id] = team
        self.state.users[team.bot_user] = User(team.bot_user, "privacydesk", is_bot=True, team_id=team_id)
        if bot_token:
            self.passes.tokens[bot_token] = Token(bot_token, team_id, set(self.workspace.manifest.scopes))
        return team

    def add_user(self, user_id: str, name: str, **more: Any) -> Person:
        self.state.users[user_id] = User(user_id, name, **more)
        return self.person(user_id)

    def add_channel(self, channel_id: str, name: str, *members: str, team: str = "T0NORTH", **more: Any) -> Channel:
        """A channel. The bot is in it unless `with_bot=False`."""
        with_bot = more.pop("with_bot", True)
        channel = Channel(channel_id, name, team, self.state.lock, **more)
        channel.members = {*members, *([self.state.teams[team].bot_user] if with_bot else [])}
        self.state.channels[channel_id] = channel
        return channel

    def person(self, user_id: str) -> Person:
        return Person(self, self.state.users[user_id])

    def channel(self, channel_id: str) -> Channel:
        return self.state.channels[channel_id]

    def token(self, value: str = BOT_TOKEN) -> Token:
        """A token, to take scopes from or to end: `token.fate = "token_revoked"`."""
        return self.passes.tokens[value]

    def offers_code(self, team_id: str = "T0NORTH") -> str:
        """Somebody installs the app: the code that their browser brings to it."""
        code = f"code.{self.state.new_id('')}"
        self.passes.codes[code] = team_id
        return code

    @property
    def calls(self) -> list[Call]:
        with self.state.lock:
            return list(self.troubles.calls)

    def calls_of(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method == method]

    # Trouble

    def trouble(self, method: str, **what: Any) -> Trouble:
        """See `Trouble` for what can go wrong."""
        return self.troubles.add(Trouble(method, loop=self._own.loop, **what))

    # How the app is reached: by Socket Mode, unless it is told here

    def over_http(self, url: str, secret: str) -> None:
        self._http = HttpTransport(url, secret)

    @property
    def connections(self) -> int:
        return len(self.links.links)

    def disconnects(self, reason: str = "refresh_requested") -> None:
        """Tell the app's connections that they end; a client opens another one."""
        self.run(self.links.disconnect(reason))

    def cuts(self) -> None:
        """Cut every connection of Socket Mode, as a failing network does."""
        links = list(self.links.links)
        for link in links:
            self._own.loop.call_soon_threadsafe(link.cut)
        self.wait(lambda: not any(link in self.links.links for link in links))

    # Sending, and waiting

    def send(
        self, envelope: Envelope, how: How | None = None, after: Callable[[Answer], None] | None = None
    ) -> "Future[Answer]":
        """Send to the app; `after` is done with its answer before anybody sees it."""
        transport: Transport = self._http or self.links

        async def sending() -> Answer:
            answer = await transport.send(envelope, how or How())
            if after is not None:
                after(answer)
            self.state.changed()
            return answer

        future = self._own.soon(sending())
        if self.waits:
            future.result(timeout=PATIENCE)
        return future

    def repeat(
        self, sent: Sent, times: int = 1, retries: int = 0, *, together: bool = False, **how: Any
    ) -> list[Answer]:
        """Send the very same again; the last `retries` of them are marked as Slack's own new tries.

        `together` sends all at once. `how` may say `wrong_signature=True` or `seconds_old=400`.
        """
        tries = [How(attempt=max(0, number - (times - retries) + 1), **how) for number in range(times)]
        with self.without_waiting():
            futures: list[Future[Answer]] = []
            for one in tries:
                for envelope in sent.envelopes:
                    futures.append(self.send(envelope, one))
                    if not together:
                        futures[-1].result(timeout=PATIENCE)
        return [future.result(timeout=PATIENCE) for future in futures]

    @contextmanager
    def without_waiting(self) -> Iterator[None]:
        """What people do in here is only sent; `sent.answers` waits later."""
        before, self.waits = self.waits, False
        try:
            yield
        finally:
            self.waits = before

    def posts(self, body: bytes, content_type: str = "application/json", **how: Any) -> Answer:
        """Any body at all, signed and sent to the app's request URL."""
        assert self._http is not None, "this needs over_http"
        answer: Answer = self.run(self._http.post(body, content_type, How(**how)))
        return answer

    def wait(self, predicate: Callable[[], T | None], seconds: float = PATIENCE) -> T:
        """Wait until something is so, without sleeping; what it was comes back."""
        return waiting.wait(self.workspace, self.troubles, predicate, seconds)

    def dump(self) -> str:
        """What is in the channels, and the last calls: for reading when a test fails."""
        return waiting.dump(self.workspace, self.troubles)

    def _echo(self, event: dict[str, Any], channel: Channel) -> None:
        if not self.echoes or (self._http is None and not self.links.links):
            return
        for envelope in self.envelopes(event, channel):
            transport: Transport = self._http or self.links
            future = self._own.soon(transport.send(envelope, How()))
            self._echoing.add(future)
            future.add_done_callback(self._echoing.discard)


__all__ = ["APP_TOKEN", "BOT_TOKEN", "Refusal", "StandIn"]
