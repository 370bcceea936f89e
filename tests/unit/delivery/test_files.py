"""Links to letters: good for a quarter of an hour, as often as wanted, of no use once they are changed."""

import random
import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import Engine, text

from bot.clock import StoppedClock
from bot.db import transaction
from bot.delivery import files
from bot.errors import NotAllowed, Stale
from bot.house import House
from bot.letters.file import LetterFile
from bot.policy import Policy
from bot.vault import Vault
from flows import CONVERSATIONS

LETTER = LetterFile("letter-DSR-2026-0042.eml", "message/rfc822", "Subject: Grüße\r\n\r\nDear Ana Diaz,\r\n")
Kept = Callable[[str], str]


@pytest.fixture
def house(engine: Engine, vault: Vault, policy: Policy, clock: StoppedClock) -> House:
    return House.of(engine, vault, policy, clock, CONVERSATIONS, {}, lambda _line: None, random.Random(1), address="")


@pytest.fixture
def kept(engine: Engine, vault: Vault, clock: StoppedClock) -> Kept:
    """Keeps the letter for a turn; gives what its link ends with."""

    def keep(turn: str = "workspace:local:1") -> str:
        token = files.token(vault, turn, clock.now())
        with transaction(engine) as session:
            files.keep(session, vault, token, LETTER)
        return token

    return keep


def test_a_link_may_be_opened_again_and_again_until_its_time_is_over(
    house: House, kept: Kept, clock: StoppedClock
) -> None:
    token = kept("workspace:local:1")
    assert [house.letter_file(token), house.letter_file(token)] == [LETTER, LETTER]
    clock.move(timedelta(minutes=14, seconds=59))
    assert house.letter_file(token) == LETTER
    clock.move(timedelta(seconds=1))
    with pytest.raises(Stale, match=r"fetched for 15 minutes\. Press “Write to them …”"):
        house.letter_file(token)


def test_what_has_ended_is_gone_from_the_database_with_the_next_look(
    house: House, kept: Kept, clock: StoppedClock, engine: Engine
) -> None:
    old = kept("workspace:local:1")
    clock.move(timedelta(minutes=10))
    new = kept("workspace:local:2")
    clock.move(timedelta(minutes=5))
    house.tick()
    assert house.letter_file(new) == LETTER
    with engine.connect() as connection:
        (row,) = connection.execute(text("SELECT * FROM letter_files")).all()
    assert row.key == new[:32] != old[:32]
    assert "Diaz" not in str(row) and new not in str(row), "whoever reads the database has neither letter nor link"


def test_a_link_of_which_anything_was_changed_is_not_ours(house: House, kept: Kept) -> None:
    token = kept("workspace:local:1")
    changed = [f"{token[:at]}{'0' if sign != '0' else '1'}{token[at + 1 :]}" for at, sign in enumerate(token)]
    later = re.sub("-([0-9a-f]+)-", lambda end: f"-{int(end[1], 16) + 60:x}-", token)
    for other in (*changed, later, token[:-1], token + "0", token.upper(), token + "\n", "", "-", "../x", "é" * 74):
        with pytest.raises(NotAllowed, match="no link of this desk"):
            house.letter_file(other)
    assert house.letter_file(token) == LETTER


def test_a_link_of_another_desk_is_not_ours(house: House, clock: StoppedClock) -> None:
    with pytest.raises(NotAllowed):
        house.letter_file(files.token(Vault(Vault.new_key()), "workspace:local:1", clock.now()))


def test_a_link_to_what_was_never_kept_says_that_it_has_ended(house: House, vault: Vault, clock: StoppedClock) -> None:
    with pytest.raises(Stale):
        house.letter_file(files.token(vault, "workspace:local:9", clock.now()))


def test_a_link_says_nothing_of_anybody(vault: Vault, clock: StoppedClock) -> None:
    token = files.token(vault, "slack:T0NORTH:form:ana.diaz@x.example", clock.now())
    assert re.fullmatch(r"[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{32}", token)
