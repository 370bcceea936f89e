"""Somebody who uses Teams: writes, mentions, presses, fills in, and logs messages; and what they see."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.teams_kit import cards
from tests.teams_kit.adaptive import problems
from tests.teams_kit.state import BOT, Conversation, Message, User

if TYPE_CHECKING:
    from tests.teams_kit.standin import StandIn

CARD = "application/vnd.microsoft.card.adaptive"
DOWNLOAD = "application/vnd.microsoft.teams.file.download.info"


@dataclass
class Person:
    """An account in somebody's hands.

    `dialog` is the card of the dialog that is open; `told` are words that Teams showed them in passing, in a dialog or
    below a card.
    """

    teams: "StandIn"
    user: User
    dialog: dict[str, Any] | None = None
    told: list[str] = field(default_factory=list)
    _opened_in: dict[str, Any] | None = None  # where the dialog's button stood

    @property
    def inbox(self) -> list[Message]:
        """What the bot wrote to them in private."""
        return self.teams.messages(self.user.chat)

    def says(self, text: str, *, html: str = "", files: Sequence[tuple[str, bytes]] = (), **more: Any) -> str:
        """Write to the bot; the id of the message."""
        self.teams.state.conversations.setdefault(self.user.chat, _chat(self.user))
        parts = [self._attached(name, content) for name, content in files]
        if html:
            parts.append({"contentType": "text/html", "content": html})
        return self._message(self._private(), text=text, attachments=parts, textFormat="plain", **more)

    def mentions(self, channel: str, text: str, *, thread: str = "", **more: Any) -> str:
        """Write into a channel or a group chat, with the bot mentioned; the id of the message."""
        id = self.teams.state.next_id()
        mention = {"type": "mention", "mentioned": {"id": BOT, "name": "Privacy Desk"}, "text": "<at>Privacy Desk</at>"}
        where = self._shared(channel, thread or id)
        root = thread or id
        self.teams.state.conversations[channel].replies.setdefault(root, [])
        entities = [mention, *self._entities()]
        return self._message(where, id=id, text=f"<at>Privacy Desk</at> {text}", entities=entities, **more)

    @property
    def in_dialog(self) -> bool:
        """Whether a dialog is open."""
        return self.dialog is not None

    def presses(self, message: Message, title: str) -> None:
        """Press a button on a message, as it looks to them."""
        card = message.seen(self.user)
        self._press(cards.button(card, title), message, {})

    def fills(self, message: Message, title: str, **values: str) -> None:
        """Fill in the form in a message, and press its button."""
        card = message.seen(self.user)
        given = cards.filled(card, {f"f.{name}": value for name, value in values.items()})
        self._press(cards.button(card, title), message, given)

    def sends(self, title: str, **values: str) -> None:
        """Fill in the dialog that is open, and press its button."""
        card = self.dialog
        assert card is not None, "no dialog is open"
        given = cards.filled(card, {f"f.{name}": value for name, value in values.items()})
        data = {**cards.button(card, title)["data"], **given}
        value = {"data": data, "context": {"theme": "default"}}
        self._dialog(self._invoke("task/submit", value, self._opened_in or self._private()), sent=True)

    def logs(self, html: str, *, author: User | None = None, channel: str = "", link: str = "", **more: Any) -> None:
        """Choose "Log as privacy request" in the menu of a message."""
        writer = author or self.user
        message = {
            "id": self.teams.state.next_id(),
            "createdDateTime": self._now(),
            "messageType": "message",
            "body": {"contentType": "html", "content": html},
            "from": {"user": {"userIdentityType": "aadUser", "id": writer.aad, "displayName": writer.name}},
            "linkToMessage": link or "https://teams.microsoft.com/l/message/19%3Ageneral%40thread.tacv2/5",
            "attachments": [],
            **more,
        }
        value = {"commandId": "logRequest", "commandContext": "message", "messagePayload": message}
        where = self._shared(channel, message["id"]) if channel else self._private()
        answer = self._invoke("composeExtension/fetchTask", value, where)
        if not answer:
            self.teams.state.refused.append("an empty answer shows “Unable to reach app”")
        self._dialog(answer)

    def installs(self, action: str = "add") -> None:
        """Add the app to their own chats, or remove it: then the bot can't write to them there."""
        chat = self.teams.state.conversations.setdefault(self.user.chat, _chat(self.user))
        chat.with_bot = action == "add"
        self._sent({**self._private(), "type": "installationUpdate", "action": action})

    def adds_to(self, channel: str) -> None:
        """Add the app to the team of a channel. Teams tells it twice: of the app, and of the bot as a member."""
        where = self._shared(channel, "")
        where |= {"conversation": {**where["conversation"], "id": channel}}
        about = {**where["channelData"], "eventType": "teamMemberAdded"}
        self.teams.state.conversations[channel].with_bot = True
        self._sent({**where, "type": "conversationUpdate", "channelData": about, "membersAdded": [{"id": BOT}]})
        self._sent({**where, "type": "installationUpdate", "action": "add"})

    # How Teams tells it

    def activity(self, **fields: Any) -> dict[str, Any]:
        """A message of theirs in private, as Teams sends it."""
        return {**self._private(), "type": "message", "id": self.teams.state.next_id(), "text": "hello", **fields}

    def _private(self) -> dict[str, Any]:
        place = {"conversationType": "personal", "tenantId": self.user.tenant, "id": self.user.chat}
        return self._base(place, {"tenant": {"id": self.user.tenant}})

    def _shared(self, channel: str, root: str) -> dict[str, Any]:
        tenant = {"tenant": {"id": self.user.tenant}}
        if not channel.endswith("@thread.tacv2"):
            place = {"conversationType": "groupChat", "isGroup": True, "tenantId": self.user.tenant, "id": channel}
            return self._base(place, tenant)
        place = {"conversationType": "channel", "isGroup": True, "tenantId": self.user.tenant}
        data = {"teamsChannelId": channel, "channel": {"id": channel}, "team": {"id": "19:team@thread.tacv2"}, **tenant}
        return self._base({**place, "id": f"{channel};messageid={root}"}, data)

    def _base(self, conversation: dict[str, Any], data: dict[str, Any]) -> dict[str, Any]:
        return {
            "timestamp": self._now(),
            "localTimezone": self.user.zone,
            "serviceUrl": self.teams.service_url,
            "channelId": "msteams",
            "from": {"id": self.user.account, "name": self.user.name, "aadObjectId": self.user.aad},
            "conversation": conversation,
            "recipient": {"id": BOT, "name": "Privacy Desk"},
            "entities": self._entities(),
            "channelData": data,
            "locale": self.user.language,
        }

    def _entities(self) -> list[dict[str, Any]]:
        about = {"locale": self.user.language, "platform": "Web", "timezone": self.user.zone}
        return [{"type": "clientInfo", **about}]

    def _attached(self, name: str, content: bytes) -> dict[str, Any]:
        self.teams.server.files[name] = content
        where = {"downloadUrl": f"{self.teams.url}/files/{name}", "uniqueId": "1", "fileType": name.rpartition(".")[2]}
        return {"contentType": DOWNLOAD, "contentUrl": "https://x.sharepoint.example", "name": name, "content": where}

    def _message(self, base: dict[str, Any], **fields: Any) -> str:
        id = str(fields.pop("id", "") or self.teams.state.next_id())
        self._sent({**base, "type": "message", "id": id, **fields})
        return id

    def _sent(self, activity: dict[str, Any]) -> None:
        status, _body = self.teams.sends(activity)
        if not 200 <= status < 300:
            self.teams.state.refused.append(f"{activity['type']}: {status}")

    def _press(self, action: dict[str, Any], message: Message, given: dict[str, str]) -> None:
        private = message.conversation == self.user.chat
        root = next((m for m, found in self._threads(message) if message in found), message.id)
        where = self._private() if private else self._shared(message.conversation, root)
        where = {**where, "replyToId": message.id}
        data = {**(action.get("data") or {}), **given}
        if action["type"] == "Action.Execute":
            pressed = {"type": "Action.Execute", "verb": action["verb"], "data": data}
            self._shown(self._invoke("adaptiveCard/action", {"action": pressed, "trigger": "manual"}, where), message)
        elif (data.get("msteams") or {}).get("type") == "task/fetch":
            self._opened_in = where
            self._dialog(self._invoke("task/fetch", {"data": data, "context": {"theme": "default"}}, where))
        else:
            self._message(where, value=data)

    def _threads(self, message: Message) -> list[tuple[str, list[Message]]]:
        found = self.teams.state.conversations.get(message.conversation)
        return list(found.replies.items()) if found else []

    def _invoke(self, name: str, value: dict[str, Any], base: dict[str, Any]) -> dict[str, Any]:
        id = self.teams.state.next_id()
        status, body = self.teams.sends({**base, "type": "invoke", "name": name, "id": id, "value": value})
        if status != 200:
            self.teams.state.refused.append(f"{name}: {status} {body}")
        return body if isinstance(body, dict) else {}

    def _shown(self, answer: dict[str, Any], message: Message) -> None:
        match answer.get("statusCode") == 200 and answer.get("type"):
            case "application/vnd.microsoft.card.adaptive":
                where = "chat" if message.conversation == self.user.chat else "channel"
                wrong = problems(answer["value"], where=where)  # type: ignore[arg-type]
                self.teams.state.refused += wrong
                message.seen_by[self.user.aad] = answer["value"]
            case "application/vnd.microsoft.activity.message" if isinstance(answer.get("value"), str):
                self.told.append(answer["value"])
            case _:
                self.teams.state.refused.append(f"Teams can't show {answer}")

    def _dialog(self, answer: dict[str, Any], *, sent: bool = False) -> None:
        """What opens, or takes the place of a form that was sent. Bare words are shown after a form alone."""
        task: dict[str, Any] = answer.get("task") or {}
        self.dialog = None
        if not answer:
            return
        match task.get("type"):
            case "continue":
                opened = task["value"]
                assert opened["title"] and opened["width"] and opened["height"]
                assert opened["card"]["contentType"] == CARD
                self.teams.state.refused += problems(opened["card"]["content"], where="dialog")
                self.dialog = opened["card"]["content"]
                if not cards.buttons(self.dialog):  # it only says something
                    self.told.append(cards.words(self.dialog))
            case "message" if sent and isinstance(task.get("value"), str):
                self.told.append(task["value"])
            case _:
                self.teams.state.refused.append(f"Teams can't open {answer}")

    def _now(self) -> str:
        return self.teams.state.now().isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _chat(user: User) -> Conversation:
    return Conversation(user.chat, [user])
