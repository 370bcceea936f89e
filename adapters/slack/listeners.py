"""What Slack waits for, as Bolt's listeners: a form to open, a form that was sent, an app that was removed.

Everything else is kept and worked off later, see `door`.
"""

import asyncio
import logging
import re
from collections.abc import Coroutine
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.api import Api
from adapters.slack.directory import Directory
from adapters.slack.install import Installing
from adapters.slack.port import Desk
from adapters.slack.poster import by_hook, drawn_for_slack
from adapters.slack.render.views import FORM, errors_for, modal, notice
from adapters.slack.turns import FORM_BUTTON, context_of, pressed, submitted, team_of, user_of
from bot.clock import Clock
from bot.conversation.card import Card
from bot.conversation.excuses import DONE, FAILED, NO_FORM, NOT_TAKEN, SLOW
from bot.conversation.payload import Payload
from bot.conversation.turn import Act, Answer, Place, Speaker, Turn
from bot.errors import PlatformTrouble, Refused, Undeliverable
from bot.wording import _, speaking

log = logging.getLogger(__name__)
quiet = logging.getLogger(f"{__name__}.sdk")
quiet.setLevel(logging.CRITICAL)  # Bolt would log what people sent; what matters we say ourselves

PATIENCE = 2.0  # seconds after which a form is told that its answer comes by message; Slack gives up after 3
SETTLING = 5.0  # seconds to finish what is being said when the desk is told to stop
CHANNELS = ("C", "G")  # how ids begin of what is no private chat
LATE = {"expired_trigger_id", "exchanged_trigger_id", "invalid_trigger_id", "trigger_expired"}


def bolt_app(api: Api, answering: "Answering", installing: Installing | None = None) -> AsyncApp:
    """The Bolt app with our listeners. Requests are verified before they reach it."""

    async def authorize(team_id: str | None) -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=None, team_id=team_id)  # our listeners call Slack through `api`

    app = AsyncApp(
        logger=quiet,
        authorize=authorize,
        client=AsyncWebClient(base_url=api.base_url, session=api.session),
        process_before_response=True,  # an event counts as taken when its listener has done its work
        request_verification_enabled=False,
        ignoring_self_events_enabled=False,
        ssl_check_enabled=False,
        url_verification_enabled=False,
    )

    @app.action(re.compile(f"^{re.escape(FORM_BUTTON)}"))
    async def form_wanted(ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        answering.keep(answering.open(body))

    @app.view(FORM)
    async def form_sent(ack: AsyncAck, body: dict[str, Any]) -> None:
        await answering.submit(ack, body)

    if installing is not None:
        installing.listen(app)
    else:

        @app.event("tokens_revoked")
        @app.event("app_uninstalled")
        async def removed() -> None:
            log.error("the app was removed from its workspace: install it again, renew SLACK_BOT_TOKEN, and restart")

    @app.error
    async def failed(error: Exception) -> None:
        log.error("a listener failed: %s", type(error).__name__)  # its words may be somebody's

    return app


@dataclass
class Answering:
    """Answers what Slack waits for, each within seconds, and with a kind word when that is not possible."""

    api: Api
    directory: Directory
    desk: Desk
    clock: Clock
    patience: float = PATIENCE
    _late: set[asyncio.Task[None]] = field(default_factory=set)

    async def open(self, payload: Payload) -> None:
        """Open the form of a pressed button, or say why not."""
        name, place, act = pressed(payload)
        try:
            speaker = await self.directory.speaker(team_of(payload), user_of(payload))
            answer = await self.desk.answer(self._turn(name, speaker, place, act))
            if answer.form is not None:
                with speaking(speaker.language):
                    view = modal(answer.form, metadata=context_of(place, answer.form.payload))
                await self.api.call(
                    team_of(payload), "views.open", trigger_id=str(payload.get("trigger_id")), view=view
                )
            elif answer.card is not None:
                await self._say(payload, place, answer.card)
        except Refused as no:
            await self._say(payload, place, Card.of(str(no), tone="warning"))
        except Exception as trouble:  # noqa: BLE001 - whoever pressed is told; nothing was changed
            log.error("a form could not be opened: %s", getattr(trouble, "code", type(trouble).__name__))
            with self._speaking(payload):
                sorry = _sorry(trouble)
            await self._say(payload, place, Card.of(sorry, tone="warning"))

    async def submit(self, ack: AsyncAck, payload: Payload) -> None:
        """Take a form. One that takes long is answered by message, so that nobody sends it twice."""
        work = asyncio.create_task(self._submitted(payload))
        try:
            answer = await asyncio.wait_for(asyncio.shield(work), self.patience)
        except TimeoutError:
            with self._speaking(payload):
                slow = notice(payload["view"]["title"]["text"], _(SLOW))
            await ack(response_action="update", view=slow)
            self.keep(self._answer_later(work, payload))
            return
        except Exception as trouble:  # noqa: BLE001 - the form stays open and says so
            log.error("a form could not be taken: %s", getattr(trouble, "code", type(trouble).__name__))
            with self._speaking(payload):
                answer = Answer(errors={"": _(FAILED)})
        with self._speaking(payload):
            if answer.errors:
                await ack(errors_for(answer.errors, payload["view"]))
                return
            await ack()
        if answer.card is not None:
            self.keep(self._say(payload, submitted(payload)[1], answer.card))

    async def settle(self) -> None:
        """Wait for what is still being said, though not for ever: Slack may be away."""
        if self._late:
            await asyncio.wait(self._late, timeout=SETTLING)

    async def _submitted(self, payload: Payload) -> Answer:
        name, place, act = submitted(payload)
        speaker = await self.directory.speaker(team_of(payload), user_of(payload))
        try:
            return await self.desk.answer(self._turn(name, speaker, place, act))
        except Refused as no:
            return Answer(errors={"": str(no)})

    async def _answer_later(self, work: asyncio.Task[Answer], payload: Payload) -> None:
        with self._speaking(payload):
            try:
                answer = await work
            except Exception as trouble:  # noqa: BLE001 - as above
                log.error("a form could not be taken: %s", type(trouble).__name__)
                answer = Answer(errors={"": _(FAILED)})
            card = answer.card or Card.of(_(DONE))
            if answer.errors:
                card = Card.of(_(NOT_TAKEN), *answer.errors.values())
        await self._say(payload, submitted(payload)[1], card)

    async def _say(self, payload: Payload, place: Place, card: Card) -> None:
        """Say something in passing to whoever acted, where they acted. It tells of what is done already or can be
        done again, so it is not kept."""
        team, user = team_of(payload), user_of(payload)
        drawn = drawn_for_slack(card)
        try:
            hook = payload.get("response_url")
            if hook and await by_hook(self.api, hook, drawn):
                return
            try:
                if not place.channel.startswith(CHANNELS):
                    raise Undeliverable("private")
                await self.api.call(team, "chat.postEphemeral", channel=place.channel, user=user, **drawn)
            except Undeliverable:
                await self.api.call(team, "chat.postMessage", channel=user, thread_ts=place.thread, **drawn)
        except PlatformTrouble as trouble:
            log.error("a word in passing could not be said: %s", trouble)

    def _speaking(self, payload: Payload) -> AbstractContextManager[None]:
        """The language of whoever acted."""
        return speaking(self.directory.language(team_of(payload), user_of(payload)))

    def _turn(self, name: str, speaker: Speaker, place: Place, act: Act) -> Turn:
        return Turn(id=name, speaker=speaker, place=place, at=self.clock.now(), act=act)

    def keep(self, work: Coroutine[Any, Any, None]) -> None:
        """Do it in the background, as something for which `settle` waits."""
        task = asyncio.create_task(work)
        self._late.add(task)
        task.add_done_callback(self._late.discard)


def _sorry(trouble: Exception) -> str:
    if isinstance(trouble, Undeliverable) and trouble.code in LATE:
        return _("That took a moment too long for Slack. Please press the button once more.")
    return _(NO_FORM)
