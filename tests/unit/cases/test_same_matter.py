"""A colleague says that what came in is the matter of a case, or that the person takes their request back."""

from datetime import date

import pytest

from bot.cases.commands import AddToCase, MarkVerified
from bot.cases.snapshot import Person
from bot.cases.words import Arrival
from bot.rights import Right
from tests.people import EVA, PRIYA, SAM
from tests.unit.cases.desk import RECEIVED, Desk, asking, once_more

NOBODY_KNOWN = Person(name="Ana")


def test_what_a_colleague_says_is_the_same_matter_is_added_to_the_case(desk: Desk) -> None:
    first = desk.opens()
    more = once_more(Right.ERASURE, Right.ACCESS, subject=NOBODY_KNOWN, joins=first, same_matter=True)
    done = desk.does(SAM, more)
    assert (done.reference, done.opened) == (first, False)
    assert [request.right for request in desk.case(first).requests] == [Right.ERASURE, Right.ACCESS]


@pytest.mark.parametrize("subject", [NOBODY_KNOWN, Person(email="eve@y.example")], ids=["unknown", "another"])
def test_their_word_adds_nothing_to_a_verified_persons_case(desk: Desk, subject: Person) -> None:
    first = desk.opens()
    desk.does(PRIYA, MarkVerified(first, date(2026, 3, 6), "account", True, 0, True))
    done = desk.does(SAM, once_more(Right.ACCESS, subject=subject, joins=first, same_matter=True))
    assert done.opened and desk.case(done.reference).linked == (("again", first),)
    assert [request.right for request in desk.case(first).requests] == [Right.ERASURE]


def test_their_word_makes_no_one_of_two_known_people(desk: Desk) -> None:
    first = desk.opens()
    other = Person(email="eve@y.example", country="NL")
    done = desk.does(SAM, once_more(Right.ACCESS, subject=other, joins=first, same_matter=True))
    assert done.opened


@pytest.mark.parametrize("withdraws", [True, False])
def test_the_thread_says_whether_a_request_is_taken_back(desk: Desk, withdraws: bool) -> None:
    first = desk.opens(asking())
    words = "Ana called, she found it herself"
    desk.does(EVA, AddToCase(first, text=words, received_at=RECEIVED, arrival=Arrival.CHAT, withdraws=withdraws))
    assert ("is taken back" in desk.thread()) is withdraws
    assert words not in desk.thread() and words in desk.details(first).text
    assert desk.case(first).open
