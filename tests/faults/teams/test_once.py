"""Whatever comes several times is done once, and whatever was taken survives the process that took it."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.customers import Customer
from tests.teams_kit.desk import TeamsDesk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[TeamsDesk]:
    with TeamsDesk(tmp_path) as made:
        yield made.start()


def test_the_same_message_at_once_and_again_is_one(desk: TeamsDesk) -> None:
    desk.emma.says("hello")
    desk.told(desk.emma, "Hello Emma")
    activity = desk.emma.activity(text=Customer("Sixteen").forwarded)
    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(lambda _time: desk.teams.sends(activity)[0], range(16)))
    assert answers == [200] * 16
    desk.told(desk.emma, "Sixteen")
    desk.quiet()
    assert len([one for one in desk.emma.inbox if "Open this case?" in one.words]) == 1


def test_two_who_take_a_case_at_once_leave_it_with_one(desk: TeamsDesk) -> None:
    card = desk.opens(desk.emma, Customer("Taker").forwarded)
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda person: person.presses(card, "Take it"), (desk.priya, desk.noor)))
    desk.quiet()
    notes = [reply.words for reply in desk.teams.replies(card) if "takes this case" in reply.words]
    assert len(notes) == 1
    assert f"Owner\n{notes[0].removesuffix(' takes this case.')}" in card.words


def test_killed_after_each_step_it_goes_on_where_it_was(desk: TeamsDesk) -> None:
    emma, priya = desk.emma, desk.priya
    emma.says(Customer("Killer").forwarded)
    desk.product.kill()
    desk.start()
    emma.presses(desk.told(emma, "Open this case?"), "Open case")
    desk.product.kill()
    desk.start()
    card = desk.teams.wait(lambda: desk.cards)[0]
    priya.presses(card, "Take it")
    desk.product.kill()
    desk.start()
    desk.teams.wait(lambda: [one for one in desk.cards if "Owner\nPriya Nair" in one.words])
    desk.told(emma, "Somebody of the privacy team is working on")
    desk.quiet()
    assert desk.rows("SELECT count(*) FROM cases") == [(1,)]


def test_how_people_are_reached_is_known_after_a_restart(desk: TeamsDesk) -> None:
    card = desk.opens(desk.emma, Customer("Reacher").forwarded)
    desk.quiet()
    desk.product.stop()
    made = desk.teams.count("create")
    desk.start()
    desk.priya.presses(card, "Take it")
    desk.told(desk.emma, "Somebody of the privacy team is working on")
    desk.quiet()
    assert desk.teams.count("create") == made
