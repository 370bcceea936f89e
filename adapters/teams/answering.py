"""What Teams waits for: buttons on cards in a channel, dialogs, and the menu of a message.

Each is answered within seconds, and with a kind word when that is not possible. What is answered here is seen by
whoever acted, alone; what everybody must see is said through the outbox.
"""

import asyncio
import logging
from collections.abc import Coroutine
from dataclasses import dataclass
from typing import Any

from adapters.teams import bodies
from adapters.teams.directory import Directory
from adapters.teams.passing import Passing
from adapters.teams.port import Desk
from adapters.teams.poster import TeamsPoster
from adapters.teams.render.cards import choices, drawn
from adapters.teams.render.forms import dialog, filled, inline
from adapters.teams.turns import (
    COMMAND,
    data_of,
    is_private,
    logs,
    noted,
    once_for,
    payload_of,
    place_of,
    pressed,
    submitted,
    tenant_of,
    user_of,
)
from bot.clock import Clock
from bot.conversation.action import decoded
from bot.conversation.card import Card
from bot.conversation.excuses import DONE, FAILED, NO_FORM, NOT_KEPT, NOT_TAKEN, SLOW
from bot.conversation.form import Form
from bot.conversation.payload import Payload, inner, text
from bot.conversation.turn import Act, Answer, Place, Speaker, Turn
from bot.delivery.port import Posted
from bot.errors import PlatformTrouble, Refused, Undeliverable
from bot.wording import _, speaking

log = logging.getLogger(__name__)

Body = dict[str, Any]

PATIENCE = 4.0  # seconds after which somebody is told that the answer comes by message; Teams waits about ten


@dataclass
class Answering:
    """Answers invokes, each with the body that Teams takes for it.

    Args:
        language: of the home channel, in which its cards are drawn.
    """

    directory: Directory
    poster: TeamsPoster
    passing: Passing
    desk: Desk
    clock: Clock
    language: str
    dialogs: bool
    patience: float = PATIENCE

    async def card_pressed(self, activity: Payload) -> Body:
        """A button that changes the card in which it stands."""
        verb = str(inner(inner(activity, "value"), "action").get("verb"))
        with speaking(await self.passing.language(activity)):
            match verb:
                case "press":
                    answer = await self._in_time(activity, self._press(activity))
                    return await self._card_now(activity, payload_of(activity), answer)
                case "form":
                    return await self._form_in_card(activity)
                case "submit":
                    return await self._sent_in_card(activity)
                case "forms":
                    return await self._choices(activity)
                case "show":
                    closed = Answer(card=Card.of(_("Closed. Nothing was changed.")))
                    shown = await self._shown(activity, payload_of(activity))
                    return bodies.card(self._in_home(activity, shown)) if shown else self._said(activity, closed)
                case _:
                    return bodies.said(_("This button no longer does anything. Please use a newer message."))

    async def dialog_wanted(self, activity: Payload) -> Body:
        """A button that opens a dialog."""
        with speaking(await self.passing.language(activity)):
            answer = await self._in_time(activity, self._press(activity))
            if answer.form is not None:
                card = dialog(answer.form, opened=payload_of(activity), once=once_for(activity))
                return bodies.dialog(answer.form.title, card)
            return bodies.dialog_says((answer.card or Card.of(_(DONE))).plain())

    async def dialog_sent(self, activity: Payload) -> Body | None:
        """A form that was sent from a dialog; None closes it."""
        if data_of(activity).get("close"):
            return None
        with speaking(await self.passing.language(activity)):
            answer = await self._in_time(activity, self._submit(activity))
            if answer.errors:
                form = await self._again(activity)
                if form is None:
                    return bodies.said_at_last(" ".join([_(NOT_TAKEN), *answer.errors.values()]))
                return bodies.dialog(form.title, dialog(form, **self._as_filled(activity, answer)))
            if answer.card is not None and (len(answer.card.blocks) > 1 or answer.card.tone != "neutral"):
                return bodies.said_at_last(answer.card.plain())
            return None  # the card shows it, and so does its thread

    async def logged(self, activity: Payload) -> Body:
        """The message in whose menu somebody chose to log it. Their chat must be open to us, or they hear nothing."""
        tenant, user = tenant_of(activity), user_of(activity)
        with speaking(await self.passing.language(activity)):
            if inner(activity, "value").get("commandId") != COMMAND:
                return bodies.dialog_says(_("This button no longer does anything. Please use a newer message."))
            try:
                async with asyncio.timeout(self.patience):
                    await self.directory.learn(tenant, user, noted(activity))
                    await self.directory.chat(tenant, user)
            except Undeliverable:
                return bodies.dialog_says(
                    _(
                        "I may not write to you yet, so I have kept nothing. Add this app to your own chats (open it "
                        "under Apps, choose Add), and log the message once more."
                    )
                )
            except (PlatformTrouble, TimeoutError) as trouble:
                log.warning("whether somebody can be written to is not known (%s)", type(trouble).__name__)
            try:
                await self.desk.keep(logs(activity))
            except Exception as trouble:  # noqa: BLE001 - not kept: nobody must believe that it was
                log.error("an event could not be kept: %s", type(trouble).__name__)
                return bodies.dialog_says(_(NOT_KEPT))
            return bodies.dialog_says(_("I have it. Let's go on in our chat: I have sent you a message."))

    def failed(self, activity: Payload) -> Body:
        """The word that nothing was done, in the shape in which Teams takes it."""
        with speaking(noted(activity).get("locale", "")[:2].casefold()):
            words = _(FAILED)
        match activity.get("name"):
            case "adaptiveCard/action":
                return bodies.said(words)
            case "task/submit":
                return bodies.said_at_last(words)
            case _:
                return bodies.dialog_says(words)

    def opens_in_chat(self, activity: Payload) -> None:
        """A form's button that came as a message, from a client that knows no dialogs: the form goes into the chat."""
        self.passing.keep(self._open_in_chat(activity))

    async def _form_in_card(self, activity: Payload) -> Body:
        answer = await self._in_time(activity, self._press(activity))
        if answer.form is None:
            return await self._card_now(activity, payload_of(activity), answer)
        card = inline(answer.form, opened=payload_of(activity), once=once_for(activity))
        looks = decoded(payload_of(activity)).looks and not is_private(activity)
        if not looks and await self._may_be_replaced(activity):
            return bodies.card(card)
        words = _("It holds personal details, so I have sent it to you in our private chat.")
        return await self._aside(activity, card, answer.form.title, words if looks else "")

    async def _may_be_replaced(self, activity: Payload) -> bool:
        """Whether what stands in the pressed card is not lost when something else takes its place."""
        if data_of(activity).get("here"):  # it only offers forms
            return True
        return await self._shown(activity, payload_of(activity)) is not None

    async def _aside(self, activity: Payload, content: Body, summary: str, words: str = "") -> Body:
        """Show a card as a message of its own in somebody's private chat, and leave the pressed one as it is.

        Args:
            words: what is said of it where they pressed.
        """
        work = asyncio.create_task(self.poster.show(tenant_of(activity), user_of(activity), content, summary))
        try:
            await asyncio.wait_for(asyncio.shield(work), self.patience)
        except TimeoutError:
            self.passing.keep(_ended(work))  # it is on its way
        except PlatformTrouble as trouble:
            log.error("a form could not be shown: %s", trouble)
            return bodies.said(_(NO_FORM))
        below = _("It stands below.") if is_private(activity) else _("I have sent it to you in our private chat.")
        return bodies.said(words or below)

    async def _sent_in_card(self, activity: Payload) -> Body:
        answer = await self._in_time(activity, self._submit(activity))
        if answer.errors and (form := await self._again(activity)) is not None:
            return bodies.card(inline(form, **self._as_filled(activity, answer)))
        if answer.errors:
            answer = Answer(card=Card.of(_(NOT_TAKEN), *answer.errors.values(), tone="warning"))
        return await self._card_now(activity, str(data_of(activity).get("opened") or ""), answer)

    async def _choices(self, activity: Payload) -> Body:
        given = data_of(activity).get("forms")
        pairs = [pair for pair in given if isinstance(pair, list) and len(pair) == 2] if isinstance(given, list) else []
        forms = [(str(label)[:75], str(payload)[:2000]) for label, payload in pairs[:25] if label]
        if not forms:
            return bodies.said(_("This button no longer does anything. Please use a newer message."))
        content = choices(forms)
        if await self._may_be_replaced(activity):
            return bodies.card(content)
        return await self._aside(activity, content, forms[0][0])

    async def _card_now(self, activity: Payload, payload: str, answer: Answer) -> Body:
        """The card as it is after what was done, with a word about it for whoever did it."""
        shown = await self._shown(activity, payload)
        if shown is not None:
            return bodies.card(self._in_home(activity, shown, answer.card))
        return self._said(activity, answer)

    def _said(self, activity: Payload, answer: Answer) -> Body:
        """A word in place of what was pressed: a form in a private chat goes, all else stays."""
        card = answer.card or Card.of(_(DONE))
        if is_private(activity):
            return bodies.card(drawn(card, channel=False, dialogs=self.dialogs).content)
        return bodies.said(card.plain())

    def _in_home(self, activity: Payload, card: Card, notice: Card | None = None) -> Body:
        with speaking(self.language):
            found: Body = drawn(card, channel=not is_private(activity), dialogs=self.dialogs, notice=notice).content
        return found

    async def _shown(self, activity: Payload, payload: str) -> Card | None:
        message = text(activity, "replyToId")
        return await self.desk.shown(payload, Posted(place_of(activity).channel, message)) if message else None

    async def _press(self, activity: Payload, payload: str = "") -> Answer:
        name, place, act = pressed(activity, payload)
        try:
            return await self.desk.answer(await self._turn(activity, name, place, act))
        except Refused as no:
            return Answer(card=Card.of(str(no), tone="warning"))

    async def _submit(self, activity: Payload) -> Answer:
        name, place, act = submitted(activity)
        try:
            return await self.desk.answer(await self._turn(activity, name, place, act))
        except Refused as no:
            return Answer(errors={"": str(no)})

    async def _again(self, activity: Payload) -> Form | None:
        """The form once more, for somebody who must correct it."""
        return (await self._press(activity, str(data_of(activity).get("opened") or ""))).form

    def _as_filled(self, activity: Payload, answer: Answer) -> dict[str, Any]:
        data = data_of(activity)
        once, opened = str(data.get("once") or once_for(activity)), str(data.get("opened") or "")
        return {"opened": opened, "once": once, "errors": answer.errors, "values": filled(data)}

    async def _open_in_chat(self, activity: Payload) -> None:
        tenant, user = tenant_of(activity), user_of(activity)
        try:
            with speaking(await self.passing.language(activity)):
                answer = await self._press(activity)
                if answer.form is None:
                    await self.passing.tell(activity, answer.card or Card.of(_(NO_FORM), tone="warning"))
                    return
                card = inline(answer.form, opened=payload_of(activity), once=once_for(activity))
                await self.poster.show(tenant, user, card, answer.form.title)
        except Exception as trouble:  # noqa: BLE001 - nothing was changed, and the button is still there
            log.error("a form could not be opened: %s", getattr(trouble, "code", type(trouble).__name__))

    async def _in_time(self, activity: Payload, work: Coroutine[Any, Any, Answer]) -> Answer:
        """The answer, or the word that it comes by message; never an error that Teams would show as its own."""
        task = asyncio.create_task(work)
        try:
            return await asyncio.wait_for(asyncio.shield(task), self.patience)
        except TimeoutError:
            self.passing.keep(self.passing.tell_later(activity, task))
            return Answer(card=Card.of(_(SLOW), tone="warning"))
        except Exception as trouble:  # noqa: BLE001 - whoever acted is told; nothing was changed
            log.error("an answer failed: %s", getattr(trouble, "code", type(trouble).__name__))
            return Answer(card=Card.of(_(FAILED), tone="warning"))

    async def _turn(self, activity: Payload, name: str, place: Place, act: Act) -> Turn:
        return Turn(id=name, speaker=await self._speaker(activity), place=place, at=self.clock.now(), act=act)

    async def _speaker(self, activity: Payload) -> Speaker:
        seen_in = "" if is_private(activity) else place_of(activity).channel
        return await self.directory.speaker(tenant_of(activity), user_of(activity), noted(activity), seen_in)


async def _ended(work: asyncio.Task[None]) -> None:
    """Wait for something that was said to come, and note when it does not."""
    try:
        await work
    except PlatformTrouble as trouble:
        log.error("a form could not be shown: %s", trouble)
