"""What the page asks for, handler by handler: requests become turns, answers become HTML."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, TypeVar

from aiohttp import web
from sqlalchemy.exc import DatabaseError

from adapters.web import guard, page, render, render_form, samples, turns
from adapters.web.people import FIRST, PEOPLE, Person, private_channel
from adapters.web.port import Desk
from adapters.web.store import Body, Store
from adapters.web.stream import Stream
from bot.clock import MovedClock
from bot.conversation.action import decoded
from bot.conversation.card import Text
from bot.conversation.turn import Answer, Turn
from bot.delivery import hours as at_work
from bot.errors import DeskError, Refused
from bot.policy import Policy
from bot.understanding.sensitive.masks import mask
from bot.vault import Vault
from bot.wording import _, speaking

FARTHEST = timedelta(days=5 * 366)
SHORT_NOTE = 240  # characters of a private answer that fit into a passing note

T = TypeVar("T")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Workspace:
    """The handlers of one workspace."""

    desk: Desk
    store: Store
    vault: Vault
    clock: MovedClock
    policy: Policy
    tenant: str
    channel: str
    stream: Stream
    moved: Callable[[], Awaitable[None]] | None

    async def page(self, request: web.Request) -> web.Response:
        person = PEOPLE.get(request.query.get("as", ""), FIRST)
        cookie = request.cookies.get(guard.COOKIE) or guard.new_cookie()
        with speaking(person.language):
            html = page.page(
                person,
                token=guard.token_for(cookie, self.vault),
                channel=self.channel,
                company=self.policy.organisation.name,
                zone=self.policy.working_hours.zone,
            )
        response = web.Response(text=html, content_type="text/html")
        response.set_cookie(guard.COOKIE, cookie, httponly=True, samesite="Strict", max_age=10 * 365 * 86400)
        return response

    async def events(self, request: web.Request) -> web.StreamResponse:
        return await self.stream.run(request, _person(request.query.get("as")))

    async def sample(self, request: web.Request) -> web.Response:
        found = samples.samples().get(request.match_info["name"])
        if found is None:
            raise web.HTTPNotFound
        return web.Response(body=found.mail(self.clock.now()), content_type="message/rfc822")

    async def say(self, request: web.Request) -> web.Response:
        """Words and files. Shown before the desk has them, so that the answer stands below; taken back if refused."""
        form = await request.post()
        fields = {name: value for name, value in form.items() if isinstance(value, str)}
        with _as(fields):
            source = turns.source(fields, (self.channel,))
            files = [value for value in form.getall("files", []) if isinstance(value, web.FileField)]
            said = turns.said(
                fields.get("text", ""), tuple(turns.file(file.filename, file.file.read()) for file in files)
            )
            safe, _kinds = await asyncio.to_thread(mask, said.text)
            body = Body.said(safe, [file.name for file in said.files])
            now = self.clock.now()
            shown = await self._kept(
                lambda: self.store.add(
                    source.channel, source.person.key, body, now, once=f"said {source.event}", thread=source.thread
                )
            )
            heard = turns.to_desk(source, said)
            if heard is None:
                return web.json_response({})
            try:
                await self._kept(lambda: self.desk.store(source.turn(heard, self.tenant, now)))
            except Exception:
                await asyncio.to_thread(self.store.take_back, shown.id)
                raise
        return web.json_response({})

    async def press(self, request: web.Request) -> web.Response:
        """A button: answered at once when it opens a form, else stored and answered in the chat."""
        sent = await _json(request)
        with _as(sent):
            source = turns.source(sent, (self.channel,))
            act = turns.pressed(sent)
            turn = source.turn(act, self.tenant, self.clock.now())
            if decoded(act.payload).opens_form:
                return self._shown(await self._answered(turn), source.person)
            await self._kept(lambda: self.desk.store(turn))
        return web.json_response({"later": True})

    async def submit(self, request: web.Request) -> web.Response:
        sent = await _json(request)
        with _as(sent):
            source = turns.source(sent, (self.channel,))
            turn = source.turn(turns.submitted(sent), self.tenant, self.clock.now(), private=True)
            return self._shown(await self._answered(turn), source.person)

    async def home(self, request: web.Request) -> web.Response:
        sent = await _json(request)
        with _as(sent):
            source = turns.source(sent, (self.channel,))
            turn = source.turn(turns.home(), self.tenant, self.clock.now())
            return self._shown(await self._answered(turn), source.person, note=False)

    async def seen(self, request: web.Request) -> web.Response:
        sent = await _json(request)
        person, message = _person(sent.get("person")), sent.get("message")
        if isinstance(message, int):
            await asyncio.to_thread(self.store.seen, private_channel(person.key), message)
        return web.json_response({})

    async def empty(self, request: web.Request) -> web.Response:
        """Take everything out of a person's private chat."""
        sent = await _json(request)
        await asyncio.to_thread(self.store.empty, private_channel(_person(sent.get("person")).key))
        return web.json_response({})

    async def move(self, request: web.Request) -> web.Response:
        """Move the clock ahead: by hours, or to the start of the working day on a date."""
        sent = await _json(request)
        with _as(sent):
            now = self.clock.now()
            ahead = self.clock.ahead + self._at_work(now + self._step(sent, now)) - now
            if ahead <= self.clock.ahead:
                raise Refused(_("The clock can only be moved ahead. Choose a later day."))
            if ahead > FARTHEST:
                raise Refused(_("The clock can be moved ahead by five years at most."))
            await self._kept(lambda: self.store.move(ahead))
            self.clock.ahead = ahead
            self.store.ring()
        if self.moved is not None:
            await self.moved()
        return web.json_response(self.stream.clock())

    def _at_work(self, moment: datetime) -> datetime:
        """The moment itself, or when the team next begins to work: reminders keep to its hours, and we want to see."""
        hours = self.policy.working_hours
        if at_work.within(hours, moment):
            return moment
        return at_work.next_opening(hours, moment) + timedelta(minutes=1)

    def _step(self, sent: dict[str, Any], now: datetime) -> timedelta:
        hours = sent.get("hours")
        if isinstance(hours, int) and 0 < hours <= FARTHEST.days * 24:
            return timedelta(hours=hours)
        try:
            day = date.fromisoformat(str(sent.get("to", "")))
        except ValueError:
            raise Refused(_("Please pick a date.")) from None
        start = self.policy.working_hours.start
        morning = datetime.combine(day, time(start.hour, start.minute), self.policy.working_hours.tz)
        return timedelta(seconds=int((morning.astimezone(UTC) - now).total_seconds()) + 60)

    async def _answered(self, turn: Turn) -> Answer:
        return await self._kept(lambda: self.desk.answer(turn))

    async def _kept(self, work: Callable[[], T]) -> T:
        """Run in a thread; trouble with a database is told as one sentence, and logged without its contents."""
        try:
            return await asyncio.to_thread(work)
        except (DatabaseError, DeskError) as trouble:
            if isinstance(trouble, Refused):
                raise
            log.error("the desk could not keep what the page sent: %s", type(trouble).__name__)
            raise Refused(_("The desk could not save this just now. Nothing was lost: please send it again.")) from None

    def _shown(self, answer: Answer, person: Person, *, note: bool = True) -> web.Response:
        """A form, errors, or a card for this person alone; a few plain words become a passing note."""
        viewer = render.Viewer(person, person.speaker(self.tenant).id)
        if answer.form is not None:
            return web.json_response({"form": render_form.form(answer.form, viewer)})
        if answer.errors:
            return web.json_response({"errors": answer.errors})
        if answer.card is None:
            return web.json_response({})
        words = answer.card.plain()
        plain = not answer.card.title and all(isinstance(block, Text) for block in answer.card.blocks)
        if note and plain and len(words) <= SHORT_NOTE:
            return web.json_response({"note": words, "tone": answer.card.tone})
        return web.json_response({"card": page.private_card(answer.card, viewer)})


def _as(sent: Any) -> Any:
    """Speak the language of whoever sent it."""
    return speaking(PEOPLE.get(str(sent.get("person")), FIRST).language)


def _person(key: object) -> Person:
    person = PEOPLE.get(str(key))
    if person is None:
        raise web.HTTPNotFound(text="There is no such person here.")
    return person


async def _json(request: web.Request) -> dict[str, Any]:
    try:
        sent = await request.json()
    except ValueError:
        sent = None
    if not isinstance(sent, dict):
        raise web.HTTPBadRequest(text="This request makes no sense here.")
    return sent
