"""Posts what the outbox holds. No database session is open while a platform is called.

A message goes out at least once: after a crash between posting and noting it is posted again under the same name,
and a platform that can tells that it has it. One slow or dead channel holds up nobody else.
"""

import asyncio
import logging
import random
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import timedelta
from typing import TypeVar

from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError
from sqlmodel import Session

from bot.clock import Clock
from bot.conversation.card import Card
from bot.db import transaction
from bot.delivery import alarm, asking, ledger, outbox, people
from bot.delivery.port import Address, Posted, Poster
from bot.delivery.reminders import asks_to_take
from bot.delivery.tables import OutboxRow
from bot.errors import TryLater, Undeliverable
from bot.policy import Policy
from bot.vault import Vault

T = TypeVar("T")
Note = OutboxRow | Callable[[Session], None]  # a message that stands, or what is to be noted of one that doesn't

log = logging.getLogger(__name__)

AT_ONCE = 32  # messages under way at the same time
MOST_ATTEMPTS = 15  # over about an hour and a quarter
LONGEST_QUEUE = timedelta(hours=6)  # that a busy platform may keep a message waiting without anybody being told
LONGEST_WAIT = 600.0  # seconds between attempts, unless the platform asks for more
ONE_DELIVERY = 45.0  # seconds that a platform may take; well within the lease
FAREWELL = 3.0  # seconds for what is being posted when the desk is stopped
PATIENCE = 1.0  # seconds to wait for a slow platform before looking for other work
VANISHED = ("message_not_found", "thread_not_found")  # somebody deleted the message in the chat


class Deliverer:
    """Works the outbox off.

    Args:
        posters: one for each platform that is set up.
        draw: the home card of a case as it is now, in the home channel's language; None when there is no such case.
        sink: takes one line, without personal data, for each message that could not be delivered.
        chance: spreads retries, so that replicas don't come back all at once.
    """

    def __init__(
        self,
        engine: Engine,
        vault: Vault,
        policy: Policy,
        posters: Mapping[str, Poster],
        draw: Callable[[Session, int], Card | None],
        clock: Clock,
        sink: Callable[[str], None],
        chance: random.Random | None = None,
    ) -> None:
        self._engine, self._vault, self._policy, self._clock = engine, vault, policy, clock
        self._posters, self._draw, self._sink = posters, draw, sink
        self._chance = chance or random.Random()  # noqa: S311 - spreads load, guards nothing
        self._home = Address(policy.home.platform, policy.home.tenant, channel=policy.home.channel)
        self._under_way: set[asyncio.Task[Note]] = set()
        self._notes: list[Note] = []

    async def deliver_due(self, limit: int = AT_ONCE) -> int:
        """Start on messages that are due, as long as fewer than `limit` are under way, and return how many came to an
        end by now.

        Those that take long go on in the background while the next call looks for more. What came to an end is noted
        together with the claim of what is next: one commit for all of them.
        """
        await self._note_and_claim(limit)
        if not self._under_way:
            return 0
        ended, self._under_way = await asyncio.wait(
            self._under_way, timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED
        )
        self._notes.extend(task.result() for task in ended)
        return len(ended)

    async def settle(self) -> None:
        """Deliver until nothing is due and nothing is under way."""
        while await self.deliver_due() or self._under_way:
            pass

    async def stop(self) -> None:
        """Let what is being posted come to its end, for a moment; the rest is given back, for whoever runs next."""
        under_way, self._under_way = self._under_way, set()
        if under_way:
            await asyncio.wait(under_way, timeout=FAREWELL)
        for task in under_way:
            task.cancel()
        for note in await asyncio.gather(*under_way, return_exceptions=True):
            if not isinstance(note, BaseException):
                self._notes.append(note)
        await self._note_and_claim(0)

    async def _note_and_claim(self, limit: int) -> None:
        notes, self._notes = self._notes, []
        free = limit - len(self._under_way)
        if not notes and free <= 0:
            return

        def work(session: Session) -> list[OutboxRow]:
            ledger.done_all(session, [note for note in notes if isinstance(note, OutboxRow)], self._clock.now())
            for note in notes:
                if isinstance(note, OutboxRow):
                    continue
                try:
                    with session.begin_nested():
                        note(session)
                except OperationalError:
                    raise  # the database was away: all of it is noted later
                except Exception as trouble:  # noqa: BLE001 - one that can't be noted must not hold up all others
                    log.error("delivery: %s", type(trouble).__name__)
            return ledger.claim(session, self._clock.now(), free) if free > 0 else []

        try:
            rows = await self._in_session(work)
        except BaseException:
            self._notes = [*notes, *self._notes]  # the database was away: what was posted must not be posted again
            raise
        self._under_way.update(asyncio.create_task(self._deliver(row)) for row in rows)

    async def _deliver(self, row: OutboxRow) -> Note:
        try:
            async with asyncio.timeout(ONE_DELIVERY):
                await self._hand_over(row)
        except Undeliverable as trouble:
            return self._give_up(row, trouble.code)
        except TryLater as trouble:
            return self._put_off(row, trouble.code, trouble.seconds)
        except asyncio.CancelledError:
            return lambda session: ledger.put_off(session, row, "stopped", self._clock.now())
        except Exception as trouble:  # noqa: BLE001 - whatever it was, the message must be tried again
            return self._put_off(row, type(trouble).__name__, None)
        return row

    async def _hand_over(self, row: OutboxRow) -> None:
        match row.kind:
            case "say":
                hook = self._vault.open(row.hook_sealed) if row.hook_sealed else ""
                to = Address(row.platform, row.tenant, row.channel, row.user, row.thread, hook)
                card = self._card(row)
                posted = await self._poster(row.platform).post(to, card, once=row.once, again=row.attempts > 1)
                await self._keep_asking(row, card, posted)
            case "draw":
                await self._show_case(row, row.once)
                await self._stop_asking(_case(row))
            case "note":
                await self._note(row)
            case "role":
                await self._in_session(lambda session: self._pass_to_role(session, row))

    async def _show_case(self, row: OutboxRow, once: str) -> Posted | None:
        """The home card as it must look now: changed in place, or posted when it stands nowhere (any more)."""
        case_id = _case(row)
        card, place = await self._in_session(
            lambda session: (self._draw(session, case_id), self._place(session, case_id))
        )
        if card is None:
            return None
        poster = self._poster(self._home.platform)
        if place is not None:
            try:
                await poster.update(place, card)
            except Undeliverable as trouble:
                if trouble.code not in VANISHED:
                    raise
                once = f"{once}:anew"
            else:
                return place
        posted = await poster.post(self._home, card, once=once, again=row.attempts > 1)
        await self._in_session(
            lambda session: ledger.keep_place(
                session,
                outbox.case_lane(case_id),
                self._home.platform,
                self._home.tenant,
                posted,
                self._clock.now(),
            )
        )
        if row.attempts > 1:  # it may stand there since an attempt whose answer was lost, as the case was then
            await poster.update(posted, card)
        return posted

    async def _note(self, row: OutboxRow) -> None:
        case_id = _case(row)
        poster, card = self._poster(self._home.platform), self._card(row)
        place = await self._in_session(lambda session: self._place(session, case_id))
        place = place or await self._show_case(row, f"{row.once}:card")
        if place is None:
            return  # the case is gone, and with it what there was to say about it
        try:
            posted = await poster.post(self._home, card, once=row.once, thread=place, again=row.attempts > 1)
        except Undeliverable as trouble:
            if trouble.code not in VANISHED:
                raise
            place = await self._show_case(row, f"{row.once}:card")
            again = row.attempts > 1
            posted = await poster.post(self._home, card, once=f"{row.once}:anew", thread=place, again=again)
        await self._keep_asking(row, card, posted)

    async def _keep_asking(self, row: OutboxRow, card: Card, posted: Posted) -> None:
        """Keep in mind where a reminder asks somebody to take a case; somebody may have, meanwhile."""
        case_id = row.case_id
        if case_id is None or not asks_to_take(card):
            return
        await self._in_session(lambda session: asking.keep(session, self._policy, case_id, posted, self._clock.now()))
        await self._stop_asking(case_id)

    async def _stop_asking(self, case_id: int) -> None:
        """Change the reminders that ask somebody to take a case that is taken, or closed."""
        now = self._clock.now()
        found = await self._in_session(
            lambda session: asking.outdated(session, self._vault, self._policy, case_id, now)
        )
        if found is None:
            return
        for place in found.places:
            with suppress(Undeliverable):  # somebody deleted it, or nothing of it can be changed any more
                await self._poster(self._home.platform).update(place, found.card)
        await self._in_session(lambda session: asking.forget(session, found.names))

    def _pass_to_role(self, session: Session, row: OutboxRow) -> None:
        role = outbox.role_named(row.user)
        if role == "legal" and not self._policy.roles.legal:
            role = "dpo"
        accounts = people.one_account_each(session, self._vault, self._policy, role, self._posters.keys())
        if not accounts:
            raise Undeliverable("nobody_known")
        for account in accounts:
            outbox.say(
                session,
                self._vault,
                outbox.private(account),
                self._card(row),
                self._clock.now(),
                lane=f"chat:{account}",
                once=f"{row.once}:{account}",
            )

    def _put_off(self, row: OutboxRow, code: str, seconds: float | None) -> Note:
        # It only asks us to wait: that is no failed attempt, unless it goes on for hours.
        asked = seconds is not None and self._clock.now() - row.made_at < LONGEST_QUEUE
        if row.attempts >= MOST_ATTEMPTS and not asked:
            return self._give_up(row, code)
        wait = min(2.0**row.attempts, LONGEST_WAIT) if seconds is None else max(seconds, 0.0)
        until = self._clock.now() + timedelta(seconds=wait + self._chance.uniform(0, 1 + wait / 10))
        return lambda session: ledger.put_off(session, row, code, until, counts=not asked)

    def _give_up(self, row: OutboxRow, code: str) -> Note:
        return lambda session: self._bury(session, row, code)

    def _bury(self, session: Session, row: OutboxRow, code: str) -> None:
        now = self._clock.now()
        if not ledger.give_up(session, row, code, now):
            return
        card = None
        if row.case_id is not None:  # cards about cases hold no personal data
            with suppress(Exception), session.begin_nested():  # drawing it may be the very thing that fails
                card = self._draw(session, row.case_id) if row.kind == "draw" else self._card(row)
        self._sink(alarm.raise_alarm(session, self._vault, self._policy, row, code, card, self._posters.keys(), now))

    def _poster(self, platform: str) -> Poster:
        try:
            return self._posters[platform]
        except KeyError:
            raise Undeliverable("platform_not_set_up") from None

    def _place(self, session: Session, case_id: int) -> Posted | None:
        return ledger.place_of(session, outbox.case_lane(case_id), self._home.platform, self._home.tenant)

    def _card(self, row: OutboxRow) -> Card:
        return Card.model_validate_json(self._vault.open(row.body_sealed or ""))

    async def _in_session(self, work: Callable[[Session], T]) -> T:
        """Database work in a thread, in a transaction of its own."""

        def run() -> T:
            with transaction(self._engine) as session:
                return work(session)

        return await asyncio.to_thread(run)


def _case(row: OutboxRow) -> int:
    assert row.case_id is not None  # noqa: S101 - the schema holds it
    return row.case_id
