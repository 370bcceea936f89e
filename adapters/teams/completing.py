"""What Teams did not say when it brought something: who spoke, and the files."""

import asyncio
import json
from datetime import timedelta

from adapters.teams.connector import Connector
from adapters.teams.directory import Directory
from adapters.teams.files import fetched
from adapters.teams.references import References
from bot.clock import Clock
from bot.conversation.turn import Author, File, Incoming, Missing, Said, Speaker, Turn
from bot.errors import TryLater, Undeliverable
from bot.understanding.replies.corrections import Control, control_word

MOST_FILES = 10
PATIENCE = timedelta(minutes=10)  # for a file that is not given; after that its owner is told
ABOUT_NOTHING = (Control.HELP, Control.CANCEL, Control.BACK, Control.UNDO)  # said in a thread, it is not about it


class TeamsCompleter:
    """The `Completer` of Teams.

    Args:
        service_url: see `files.fetched`.
    """

    def __init__(
        self, connector: Connector, directory: Directory, references: References, clock: Clock, service_url: str
    ) -> None:
        self._connector, self._directory, self._references = connector, directory, references
        self._clock, self._service_url = clock, service_url

    async def complete(self, incoming: Incoming) -> Turn:
        """The turn. Raises TryLater when Teams can't tell now."""
        wants, place = incoming.wants, incoming.place
        seen_in = "" if "conversation" in wants else place.channel
        handed_over = isinstance(incoming.act, Said) and incoming.act.logged  # from anywhere, also where the bot is not
        if seen_in and "service_url" in wants and not handed_over:
            await self._references.learn_service(incoming.tenant, seen_in, wants["service_url"])
        speaker = await self._directory.speaker(incoming.tenant, incoming.user, wants, seen_in)
        act = incoming.act
        if isinstance(act, Said) and not speaker.guest:
            fresh = incoming.at is None or self._clock.now() - incoming.at < PATIENCE
            act = await self._whole(act, incoming, speaker, patient=fresh)
        return Turn(id=incoming.id, speaker=speaker, place=place, at=incoming.at or self._clock.now(), act=act)

    async def _whole(self, said: Said, incoming: Incoming, speaker: Speaker, *, patient: bool) -> Said:
        wants, files, missing = incoming.wants, list[File](), list[Missing]()
        if "thread" in wants and control_word(said.text) not in ABOUT_NOTHING:
            missing.append(Missing(name="", why="thread"))  # bots may not read what stands above
        waiting: list[dict[str, str]] = json.loads(wants.get("files", "[]"))
        for part in await asyncio.gather(*(self._fetched(file, patient=patient) for file in waiting[:MOST_FILES])):
            match part:
                case File() as found:
                    files.append(found)
                case Missing() as lost:
                    missing.append(lost)
        missing += [Missing(name=file["name"], why="too_many") for file in waiting[MOST_FILES:]]
        return said.model_copy(
            update={
                "files": tuple(files),
                "link": wants.get("link"),
                "author": await self._author(incoming, speaker),
                "missing": tuple(missing),
            }
        )

    async def _fetched(self, file: dict[str, str], *, patient: bool) -> File | Missing:
        try:
            return await fetched(self._connector.session, file, self._service_url)
        except TryLater:
            if patient:
                raise
            return Missing(name=file["name"], why="gone")  # they are told, and go on

    async def _author(self, incoming: Incoming, speaker: Speaker) -> Author | None:
        """Who wrote a message that somebody else hands over; their address only where the bot is among them."""
        user, name = incoming.wants.get("author"), incoming.wants.get("author_name")
        if not user or user == speaker.user or not name:
            return None
        service_url = await self._references.service(incoming.tenant, incoming.place.channel)
        try:
            member = await self._connector.member(service_url, incoming.place.channel, user)
        except Undeliverable:
            return Author(name=name)
        return Author(name=name, email=str(member.get("email") or "").strip().casefold() or None)
