"""People who use the workspace: what they do becomes the events and payloads that Slack would send."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tests.slack_kit import forms, payloads
from tests.slack_kit.markup import typed
from tests.slack_kit.reading import block_named, elements, label_of
from tests.slack_kit.responses import say
from tests.slack_kit.sending import Answer, Envelope, Sent
from tests.slack_kit.state import Channel, Message, Team, User
from tests.slack_kit.views import View
from tests.slack_kit.workspace import changed_event, deleted_event

if TYPE_CHECKING:
    from tests.slack_kit.standin import StandIn

Where = Message | View | Sent
Thread = Message | Sent | str | None


class Person:
    """Somebody in the workspace. `inbox`, `ephemeral`, `modal` and `home` are what they see of the bot."""

    def __init__(self, standin: "StandIn", user: User) -> None:
        self._at = standin
        self.user = user
        self.id = user.id

    # What they see

    @property
    def im(self) -> Channel:
        """Their conversation with the bot."""
        return self._at.state.im(self.user)

    @property
    def inbox(self) -> list[Message]:
        """What the bot wrote to them, replies in threads included."""
        return [message for message in self.im.everything if message.get("bot_id")]

    @property
    def ephemeral(self) -> list[Message]:
        """What only they see."""
        return [message for message in self._at.state.ephemeral if message.reader == self.id]

    @property
    def forms(self) -> list[View]:
        """Their open forms, the topmost last."""
        return self._at.workspace.views.stacks.get(self.id, [])

    @property
    def modal(self) -> View | None:
        """The topmost open form."""
        return self.forms[-1] if self.forms else None

    @property
    def home(self) -> View | None:
        return self._at.workspace.views.homes.get(self.id)

    # What they do

    def says(self, text: str, channel: str | None = None, thread: Thread = None) -> Sent:
        """Write to the bot, or into a channel."""
        where = self._channel(channel)
        return self._at.says_as(where, self._typed(text), _ts(thread))

    def mentions(self, text: str, channel: str, thread: Thread = None) -> Sent:
        """Write into a channel and name the bot. Where the app hears everything there, it is told of it twice."""
        where = self._channel(channel)
        bot = self._at.workspace.team_of(where).bot_user
        return self._at.says_as(where, self._typed(f"<@{bot}> {text}"), _ts(thread), "app_mention")

    def drops(
        self,
        name: str,
        content: bytes,
        text: str = "",
        channel: str | None = None,
        thread: Thread = None,
        mimetype: str = "application/octet-stream",
    ) -> Sent:
        """Drop a file into the conversation."""
        where = self._channel(channel)
        state = self._at.state
        file_id = state.store_file(content, mimetype)
        file = payloads.file_of(file_id, name, mimetype, len(content), self.id, self._at.address, state.new_ts())
        said = self._typed(text) if text else {"text": "", "user": self.id, "team": self.user.team_id}
        fields = {**said, "subtype": "file_share", "files": [file], "upload": False, "display_as_bot": False}
        return self._at.says_as(where, fields, _ts(thread))

    def edits(self, message: Message | Sent, text: str) -> Sent:
        before = self._current(message)
        assert before.get("user") == self.id, "only its author edits a message"
        state = self._at.state
        ts = state.new_ts()
        after = before.but(**self._typed(text), edited={"user": self.id, "ts": ts})
        state.replace(after)
        where = state.channels[before.channel]
        return self._at.deliver(self._at.envelopes(changed_event(before, after, where, ts), where), after)

    def deletes(self, message: Message | Sent) -> Sent:
        before = self._current(message)
        state = self._at.state
        stone, ts = state.delete(before), state.new_ts()
        where = state.channels[before.channel]
        event = changed_event(before, stone, where, ts) if stone else deleted_event(before, where, ts)
        return self._at.deliver(self._at.envelopes(event, where), before)

    def presses(self, where: Where, label: str, choice: Any = None, values: Mapping[str, Any] | None = None) -> Sent:
        """Press the button with this label, or choose in the field with it. `values`: what else is filled in."""
        self._needs_interactivity()
        shown = where.shown if isinstance(where, Sent) else where
        found = [(block, part) for block, part in elements(shown) if label_of(part, block_named(shown, block)) == label]
        labels = [label_of(part, block_named(shown, block)) for block, part in elements(shown)]
        assert found, f"there is no {label!r} among {labels}"
        block_id, element = found[0]
        action = payloads.press(block_id, element, choice, self._at.state.new_ts())
        if isinstance(shown, View):
            given = {**(values or {}), **({} if element["type"] == "button" else {element["action_id"]: choice})}
            trigger = self._trigger(self._team(shown["team_id"]), shown["id"])
            payload = self._interaction("block_actions", shown["team_id"], trigger) | payloads.in_view(shown, given)
        else:
            channel = self._at.state.channels[shown.channel]
            trigger = self._trigger(self._at.workspace.team_of(channel))
            payload = self._interaction("block_actions", channel.team_id, trigger)
            payload |= payloads.in_message(shown, channel)
            payload["response_url"] = self._response_url(channel, shown)
        return self._at.deliver([Envelope("interactive", {**payload, "actions": [action]})])

    def submits(self, view: View | None = None, values: Mapping[str, Any] | None = None, **named: Any) -> Sent:
        """Send a form. Fields are named by label (`reason="..."`), block or action; others keep what they had."""
        self._needs_interactivity()
        view = view or self._open()
        filled = forms.state_of(view, {**(values or {}), **named})
        assert view["submit"], "the form has no button to send it"
        assert not (wrong := forms.missing(view, filled)), f"the client won't send it: {wrong}"
        shown = {**view, "state": {"values": filled}}
        trigger = self._trigger(self._team(view["team_id"]), view["id"])
        payload = self._interaction("view_submission", view["team_id"], trigger)
        payload |= {"view": shown, "response_urls": []}

        def after(answer: Answer) -> None:
            if answer.status == 200:  # otherwise the form stays, and says that something went wrong
                forms.applied(self._at.workspace, view, answer.body)

        envelope = Envelope("interactive", payload)
        return Sent([envelope], [self._at.send(envelope, after=after)])

    def closes(self, view: View | None = None) -> Sent:
        """Cancel a form. The app hears of it only if it asked to."""
        view = view or self._open()
        self._at.workspace.views.close(view)
        if not view["notify_on_close"]:
            return Sent()
        payload = self._interaction("view_closed", view["team_id"], "")
        payload.pop("trigger_id")
        shown = {**view, "state": {"values": forms.state_of(view)}}
        return self._at.deliver([Envelope("interactive", {**payload, "view": shown, "is_cleared": False})])

    def runs(self, command: str, text: str = "", channel: str | None = None) -> Sent:
        """A slash command. What the app answers at once is shown to them, or to all."""
        assert command in self._at.workspace.manifest.commands, f"the manifest has no {command}"
        where = self._channel(channel)
        team = self._at.workspace.team_of(where)
        payload = payloads.command(command, text, self.user, where, team)
        payload |= {"response_url": self._response_url(where), "trigger_id": self._trigger(team)}

        def after(answer: Answer) -> None:
            given = {"text": answer.body} if isinstance(answer.body, str) else answer.body
            if answer.status == 200 and given and (given.get("text") or given.get("blocks")):
                say(self._at.workspace, self.id, where, given)

        envelope = Envelope("slash_commands", payload)
        return Sent([envelope], [self._at.send(envelope, after=after)])

    def uses_shortcut(self, callback_id: str, message: Message | Sent | None = None) -> Sent:
        """A shortcut: of a message, from its menu, or a global one."""
        self._needs_interactivity()
        kind = "message" if message is not None else "global"
        known = self._at.workspace.manifest.shortcuts
        assert known.get(callback_id) == kind, f"the manifest has no {kind} shortcut {callback_id!r}, only {known}"
        ts = self._at.state.new_ts()
        if message is None:
            team = self._team(self.user.team_id)
            payload = self._interaction("shortcut", team.id, self._trigger(team))
            return self._at.deliver([Envelope("interactive", {**payload, "callback_id": callback_id, "action_ts": ts})])
        shown = self._current(message)
        channel = self._at.state.channels[shown.channel]
        payload = self._interaction("message_action", channel.team_id, self._trigger(self._team(channel.team_id)))
        payload |= {
            "callback_id": callback_id,
            "action_ts": ts,
            "message_ts": shown["ts"],
            "message": dict(shown),
            "channel": {"id": channel.id, "name": payloads.channel_name(channel)},
            "response_url": self._response_url(channel, shown),
        }
        return self._at.deliver([Envelope("interactive", payload)])

    def opens_home(self, tab: str = "home") -> Sent:
        im = self.im
        event: dict[str, Any] = {"type": "app_home_opened", "user": self.id, "channel": im.id, "tab": tab}
        event["event_ts"] = self._at.state.new_ts()
        if self.home is not None and tab == "home":
            event["view"] = dict(self.home)
        return self._at.deliver(self._at.envelopes(event, im))

    # How

    def _channel(self, name: str | None) -> Channel:
        where = self._at.state.channels[name] if name else self.im
        assert self.id in where.members or not where.is_private, f"{self.id} is not in {where.id}"
        hears = self._at.workspace.manifest.hears_people
        assert hears or not where.im_user, "the manifest lets nobody write to the bot"
        return where

    def _typed(self, text: str) -> dict[str, Any]:
        return {**typed(text), "user": self.id, "team": self.user.team_id}

    def _current(self, message: Message | Sent) -> Message:
        given = message.shown if isinstance(message, Sent) else message
        return self._at.state.channels[given.channel].by_ts[given["ts"]]

    def _open(self) -> View:
        assert self.forms, f"{self.id} has no form open"
        return self.forms[-1]

    def _team(self, team_id: str) -> Team:
        return self._at.state.teams[team_id]

    def _trigger(self, team: Team, view_id: str = "") -> str:
        return self._at.passes.new_trigger(self.id, team.id, view_id)

    def _interaction(self, kind: str, team_id: str, trigger_id: str) -> dict[str, Any]:
        return payloads.interaction(kind, self.user, self._team(team_id), trigger_id)

    def _response_url(self, channel: Channel, source: Message | None = None) -> str:
        name = self._at.passes.new_response_url(self.id, channel.id, source)
        return f"{self._at.address}/actions/{name}"

    def _needs_interactivity(self) -> None:
        assert self._at.workspace.manifest.interactive, "the manifest has interactivity switched off"


def _ts(thread: Thread) -> str:
    if thread is None or isinstance(thread, str):
        return thread or ""
    return thread.ts if isinstance(thread, Sent) else str(thread.get("thread_ts", thread["ts"]))
