"""What the workspace holds: teams, people, channels, messages. One lock guards it, and every change wakes who waits."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import Any

SLACKBOT = "USLACKBOT"


class Message(dict[str, Any]):
    """A message as the history gives it. It is never changed in place: an edit puts another one where it was."""

    def __init__(self, fields: dict[str, Any], channel: str, reader: str = "") -> None:
        super().__init__(fields)
        self.channel = channel
        self.reader = reader  # an ephemeral message's only reader

    def but(self, **changes: Any) -> "Message":
        return Message({**self, **changes}, self.channel, self.reader)


@dataclass
class Team:
    id: str
    domain: str
    bot_user: str = "U0BOT"
    bot_id: str = "B0BOT"
    app_id: str = "A0DESK"
    name: str = ""


@dataclass
class User:
    id: str
    name: str
    real_name: str = ""
    email: str = ""
    locale: str = "en-US"
    tz: str = "Europe/Amsterdam"
    is_restricted: bool = False
    is_ultra_restricted: bool = False
    is_stranger: bool = False
    deleted: bool = False
    is_bot: bool = False
    team_id: str = "T0NORTH"


@dataclass
class Channel:
    """A conversation. `messages` are those at its root, as a client shows it; replies are in `thread(ts)`."""

    id: str
    name: str
    team_id: str
    lock: threading.Condition
    is_private: bool = False
    members: set[str] = field(default_factory=set)
    is_archived: bool = False
    is_ext_shared: bool = False
    im_user: str = ""
    by_ts: dict[str, Message] = field(default_factory=dict)
    replies: dict[str, list[str]] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        """Slack's own word for it, as in an event's `channel_type`."""
        return "im" if self.im_user else "group" if self.is_private else "channel"

    @property
    def messages(self) -> list[Message]:
        with self.lock:
            return [m for ts, m in self.by_ts.items() if m.get("thread_ts", ts) == ts]

    @property
    def everything(self) -> list[Message]:
        """Root messages and replies, oldest first."""
        with self.lock:
            return list(self.by_ts.values())

    def thread(self, ts: str) -> list[Message]:
        """The message and its replies, oldest first."""
        with self.lock:
            found = [self.by_ts[ts]] if ts in self.by_ts else []
            return found + [self.by_ts[reply] for reply in self.replies.get(ts, []) if reply in self.by_ts]


class State:
    """The whole workspace. Whoever changes it holds `lock` and calls `changed`."""

    def __init__(self, now: Callable[[], float] = time.time) -> None:
        self.lock = threading.Condition(threading.RLock())
        self.now = now
        self.teams: dict[str, Team] = {}
        self.users: dict[str, User] = {}
        self.channels: dict[str, Channel] = {}
        self.ephemeral: list[Message] = []
        self.files: dict[str, tuple[str, bytes]] = {}  # id: content type, content
        self._ims: dict[tuple[str, str], str] = {}
        self._numbers = count(1)
        self._last = 0
        self.version = 0

    def changed(self) -> None:
        with self.lock:
            self.version += 1
            self.lock.notify_all()

    def new_id(self, prefix: str) -> str:
        return f"{prefix}0{next(self._numbers):08X}"

    def new_ts(self) -> str:
        """The time in microseconds, but always later than any before."""
        with self.lock:
            self._last = max(int(self.now() * 1_000_000), self._last + 1)
            return f"{self._last // 1_000_000}.{self._last % 1_000_000:06d}"

    def im(self, user: User, team: Team | None = None) -> Channel:
        """The conversation of a person with the team's bot, made when it is first needed."""
        team = team or self.teams.get(user.team_id) or next(iter(self.teams.values()))
        with self.lock:
            key = (team.id, user.id)
            if key not in self._ims:
                channel = Channel(self.new_id("D"), "directmessage", team.id, self.lock, im_user=user.id)
                channel.members = {user.id, team.bot_user}
                self.channels[channel.id] = channel
                self._ims[key] = channel.id
            return self.channels[self._ims[key]]

    def post(self, channel: Channel, fields: dict[str, Any], thread_ts: str = "", ts: str = "") -> Message:
        """Put a message into a channel. A reply to what is not there any more lands at the root, as in Slack."""
        with self.lock:
            ts = ts or self.new_ts()
            message = Message({"type": "message", **fields, "ts": ts}, channel.id)
            root = channel.by_ts.get(thread_ts)
            root_ts = root.get("thread_ts", thread_ts) if root is not None else ""
            if root is not None and root_ts in channel.by_ts:
                message["thread_ts"] = root_ts
                replies = channel.replies.setdefault(root_ts, [])
                replies.append(ts)
                parent = channel.by_ts[root_ts]
                message["parent_user_id"] = parent.get("user", "")
                users = sorted({*parent.get("reply_users", []), message.get("user", "")})
                channel.by_ts[root_ts] = parent.but(
                    thread_ts=root_ts, reply_count=len(replies), reply_users=users, latest_reply=ts
                )
            channel.by_ts[ts] = message
            self.changed()
            return message

    def replace(self, message: Message) -> None:
        """Put a message where the one with its `ts` was."""
        with self.lock:
            if message.reader:
                self.ephemeral = [message if m["ts"] == message["ts"] else m for m in self.ephemeral]
            else:
                self.channels[message.channel].by_ts[message["ts"]] = message
            self.changed()

    def delete(self, message: Message) -> Message | None:
        """Take a message away. Where it has replies a tombstone stays, and is returned."""
        with self.lock:
            self.changed()
            if message.reader:
                self.ephemeral = [m for m in self.ephemeral if m["ts"] != message["ts"]]
                return None
            channel, ts = self.channels[message.channel], message["ts"]
            root = message.get("thread_ts", ts)
            if root != ts:
                channel.replies[root].remove(ts)
            if channel.replies.get(ts):
                kept = {key: message[key] for key in ("thread_ts", "reply_count", "reply_users", "latest_reply")}
                stone = {"type": "message", "subtype": "tombstone", "text": "This message was deleted.", "ts": ts}
                channel.by_ts[ts] = Message({**stone, "user": SLACKBOT, "hidden": True, **kept}, channel.id)
                return channel.by_ts[ts]
            channel.by_ts.pop(ts, None)
            return None

    def whisper(self, channel: Channel, reader: str, fields: dict[str, Any], thread_ts: str = "") -> Message:
        """Show a message to one person only. It is in no history."""
        with self.lock:
            where = {"thread_ts": thread_ts} if thread_ts else {}
            message = Message({"type": "message", **fields, **where, "ts": self.new_ts()}, channel.id, reader)
            self.ephemeral.append(message)
            self.changed()
            return message

    def store_file(self, content: bytes, mimetype: str) -> str:
        with self.lock:
            file_id = self.new_id("F")
            self.files[file_id] = (mimetype, content)
            return file_id
