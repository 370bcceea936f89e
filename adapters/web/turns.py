"""What the page sends, as turns. Checks the shape only: what it means is the desk's business."""

import base64
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any
from uuid import UUID

from adapters.web.people import PEOPLE, Person, private_channel
from bot.conversation.turn import Act, Asked, File, Place, Pressed, Said, Submitted, Turn
from bot.errors import Refused, Unreadable
from bot.wording import _

READABLE = (".eml", ".msg", ".txt")
PATH_PARTS = re.compile(r"[\\/]")
_TO_DESK = re.compile(r"(?<![\w.+-])@(?:privacy ?)?desk\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Source:
    """Where on the page something was done, and by whom."""

    event: str  # the browser's own name of the event, a UUID: the same event twice is one turn
    person: Person
    channel: str
    thread: int | None = None

    @property
    def private(self) -> bool:
        return self.channel == private_channel(self.person.key)

    def turn(self, act: Act, tenant: str, at: datetime, *, private: bool | None = None) -> Turn:
        """The act as a turn. A form is private wherever it was opened."""
        return Turn(
            id=self.event,
            speaker=self.person.speaker(tenant),
            place=Place(
                channel=self.channel,
                thread=str(self.thread) if self.thread else None,
                private=self.private if private is None else private,
            ),
            at=at,
            act=act,
        )


def source(sent: Mapping[str, Any], channels: tuple[str, ...]) -> Source:
    """Who did it and where. Raises Refused for anything that this page did not send itself."""
    odd = Refused(_("The page sent something that makes no sense here. Please reload it."))
    try:
        event = str(UUID(str(sent["event"])))
        person = PEOPLE[str(sent["person"])]
        thread = int(sent["thread"]) if sent.get("thread") else None
    except (KeyError, ValueError, TypeError):
        raise odd from None
    channel = str(sent.get("channel") or private_channel(person.key))
    if channel not in (*channels, private_channel(person.key)):
        raise odd
    return Source(event, person, channel, thread)


def said(text: str, files: tuple[File, ...]) -> Said:
    """Words and files. Raises Unreadable for nothing at all and for files of another kind."""
    text = text.replace("\r\n", "\n")
    if not text.strip() and not files:
        raise Unreadable(_("There is nothing to send yet: type or paste something, or add a mail."))
    for file in files:
        if PurePosixPath(file.name).suffix.lower() not in READABLE:
            raise Unreadable(
                _("I can read .eml, .msg and .txt files only. Save the mail as one of them, or paste its text.")
            )
    return Said(text=text, files=files)


def to_desk(source: Source, said: Said) -> Said | None:
    """The words as the desk gets them; None for what colleagues write to each other in a thread of the channel.

    There it takes a file, or "@desk", as it takes a mention in other chats.
    """
    if source.private or source.thread is None:
        return said
    if said.files or _TO_DESK.search(said.text):
        return Said(text=_TO_DESK.sub("", said.text).strip() or said.text, files=said.files)
    return None


def file(name: str, content: bytes) -> File:
    """A dropped file, without the folders that some browsers put before its name."""
    return File(name=PATH_PARTS.split(name)[-1][:120], content=base64.b64encode(content))


def pressed(sent: Mapping[str, Any]) -> Pressed:
    return Pressed(payload=str(sent.get("payload", "")), message=str(sent["message"]) if sent.get("message") else None)


def submitted(sent: Mapping[str, Any]) -> Submitted:
    """A form. Raises Refused when the values are not texts or lists of texts."""
    values = sent.get("values")
    if not isinstance(values, dict) or not all(
        isinstance(value, str) or (isinstance(value, list) and all(isinstance(v, str) for v in value))
        for value in values.values()
    ):
        raise Refused(_("The page sent something that makes no sense here. Please reload it."))
    return Submitted(payload=str(sent.get("payload", "")), values=values)


def home() -> Asked:
    return Asked(name="home")
