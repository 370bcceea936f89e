"""What Slack did not say when it brought something: who spoke, the files, where the message stands."""

import json
from datetime import timedelta
from typing import Any

from adapters.slack import mail
from adapters.slack.api import Api
from adapters.slack.directory import Directory
from adapters.slack.files import fetched
from adapters.slack.markup import MENTION, words
from adapters.slack.poster import once_of
from adapters.slack.turns import SLACKBOT
from bot.clock import Clock
from bot.conversation.turn import Author, File, Incoming, Missing, Said, Speaker, Turn
from bot.delivery.port import Unclaimed
from bot.errors import TryLater, Undeliverable
from bot.understanding.numbers.references import case_reference
from bot.understanding.replies.corrections import Control, control_word
from bot.understanding.sensitive.masks import mask

MOST_FILES = 10
PATIENCE = timedelta(minutes=10)  # for a file that Slack does not give; after that its owner is told
ABOUT_NOTHING = (Control.HELP, Control.CANCEL, Control.BACK, Control.UNDO)  # said in a thread, it is not about it


class SlackCompleter:
    """The `Completer` of Slack."""

    def __init__(self, api: Api, directory: Directory, clock: Clock) -> None:
        self._api, self._directory, self._clock = api, directory, clock

    async def complete(self, incoming: Incoming) -> Turn | Unclaimed:
        """The turn. Raises TryLater when Slack can't tell now."""
        team, wants = incoming.tenant, incoming.wants
        if "mail_from" in wants:
            speaker = await self._directory.by_address(team, wants["mail_from"]) if wants["mail_from"] else None
            if speaker is None:
                return Unclaimed(incoming, await self._link(team, wants.get("link")))
        else:
            speaker = await self._directory.speaker(team, incoming.user)
        act = incoming.act
        if isinstance(act, Said) and not speaker.guest:
            fresh = incoming.at is None or self._clock.now() - incoming.at < PATIENCE
            act = await self._whole(act, wants, speaker, patient=fresh)
        at = incoming.at or self._clock.now()
        return Turn(id=incoming.id, speaker=speaker, place=incoming.place, at=at, act=act)

    async def _whole(self, said: Said, wants: dict[str, str], speaker: Speaker, *, patient: bool) -> Said:
        """What was said, with its files, with the message below which it was said, and with names for mentions."""
        team = speaker.tenant
        text, masked, files, missing = said.text, said.masked, list(said.files), list[Missing]()
        waiting: list[dict[str, Any]] = json.loads(wants.get("files", "[]"))
        if "root" in wants and control_word(text) not in ABOUT_NOTHING:
            root = await self._message(team, wants["root"])
            if not root:
                missing.append(Missing(name="", why="thread"))
            mails, others = mail.sorted_files(root)
            below, taken_out = mask(_said(root))
            text = "\n\n".join(part for part in (text, below) if part)
            files += [content for content, _kinds in mails]
            masked = tuple(dict.fromkeys((*masked, *taken_out, *(kind for _file, kinds in mails for kind in kinds))))
            waiting += others
        for file in waiting[:MOST_FILES]:
            match await self._fetched(team, file, patient=patient):
                case File() as found:
                    files.append(found)
                case Missing() as lost:
                    missing.append(lost)
        missing += [Missing(name=str(file.get("name") or "file"), why="too_many") for file in waiting[MOST_FILES:]]
        return said.model_copy(
            update={
                "text": await self._named(team, text),
                "files": tuple(files),
                "link": await self._link(team, wants.get("link")),
                "author": await self._author(team, wants.get("author"), speaker),
                "masked": masked,
                "missing": tuple(missing),
            }
        )

    async def _fetched(self, team: str, file: dict[str, Any], *, patient: bool) -> File | Missing:
        try:
            return await fetched(self._api, team, file)
        except TryLater:
            if patient:
                raise
            return Missing(name=str(file.get("name") or "file")[:120], why="gone")  # they are told, and go on

    async def _author(self, team: str, user: str | None, speaker: Speaker) -> Author | None:
        if not user or user in (SLACKBOT, speaker.user):
            return None
        found = await self._directory.speaker(team, user)
        return None if found.name == user else Author(name=found.name, email=found.email)

    async def _message(self, team: str, where: str) -> dict[str, Any]:
        """A message by "channel ts"; empty when it is not to be had."""
        channel, ts = where.split(" ")
        try:
            look = {"channel": channel, "ts": ts, "limit": 1, "include_all_metadata": "true"}
            answer = await self._api.read(team, "conversations.replies", **look)
        except Undeliverable:
            return {}
        return next((one for one in answer.get("messages") or () if one.get("ts") == ts), {})

    async def _link(self, team: str, where: str | None) -> str | None:
        if not where:
            return None
        channel, ts = where.split(" ")
        try:
            answer = await self._api.read(team, "chat.getPermalink", channel=channel, message_ts=ts)
        except Undeliverable:
            return None  # the message was deleted, or the channel is hidden from us
        return str(answer.get("permalink") or "") or None

    async def _named(self, team: str, text: str) -> str:
        for user in dict.fromkeys(MENTION.findall(text)):
            name = (await self._directory.speaker(team, user)).name
            text = text.replace(f"<@{user}>", f"@{name}")
        return text


def _said(root: dict[str, Any]) -> str:
    """What stands in a message below which somebody writes; of a card of ours only which case it shows, as its other
    words are nobody's request."""
    said = words(root)
    reference = case_reference(said) if once_of(root) else None
    return reference.value if reference else said
