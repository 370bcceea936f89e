"""A ticket that a later hand-over brought to a case, and that is somebody else's: the team takes it away again."""

from tests.people import SAM
from tests.transcripts.at_the_desk import REFERENCE, Colleagues, Reporter, forwarded

ANA = "Ana Diaz <ana.diaz@citrine.example>"
WORDS = "Please send me a copy of all data you hold about me. I live in Valencia, Spain.\n\nAna Diaz"
SECOND = "Ticket 4713: Ana Diaz ana.diaz@citrine.example wants a copy of her data, lives in Valencia"


def test_a_later_ticket_that_is_not_theirs_leads_there_no_more(desk: Colleagues) -> None:
    desk.opens(forwarded(ANA, WORDS))
    sam, priya = Reporter(desk.office, SAM), desk.priya
    sam.says(SECOND)
    sam.shows("This person has asked already", REFERENCE)
    priya.says("who has 4713?")
    priya.shows(f"{REFERENCE}: Send a copy")

    priya.presses("Correct …")
    priya.submits(not_theirs="4999", why="mixed up")
    assert priya.errors == {"not_theirs": f"That ticket does not lead to {REFERENCE}."}
    priya.submits(not_theirs="#4713", why="mixed up")
    priya.shows("Corrected: not their ticket: 4713. Due by 7 Apr 2026 now.")
    priya.reads("Priya corrected: not their ticket: 4713.")
    priya.says("who has 4713?")
    priya.hides(REFERENCE)


def test_the_ticket_of_a_merged_case_that_is_not_theirs_stays_with_that_one(desk: Colleagues) -> None:
    desk.opens(forwarded(ANA, WORDS))
    sam, priya = Reporter(desk.office, SAM), desk.priya
    sam.says("Ticket 4720: she rang, please send her a copy of her data, lives in Valencia, phone +34 600 000 000")
    sam.shows("DSR-2026-0002 is open")
    priya.opens("DSR-2026-0002")
    priya.presses("Correct …")
    priya.submits(email="ana.diaz@citrine.example", name="Ana Diaz", why="it was her")
    priya.does_more("Merge …")
    priya.submits(into=REFERENCE, why="the same person")
    priya.says("who has 4720?")
    priya.shows(REFERENCE, "DSR-2026-0002")

    priya.opens(REFERENCE)
    priya.presses("Correct …")
    priya.submits(not_theirs="4720", why="it was not her after all")
    assert not priya.errors
    priya.says("who has 4720?")
    priya.shows("DSR-2026-0002: Send a copy", f"duplicate of {REFERENCE}")
    priya.hides(f"{REFERENCE}: ")


def test_the_first_ticket_is_taken_away_in_the_same_field(desk: Colleagues) -> None:
    sam, priya = Reporter(desk.office, SAM), desk.priya
    sam.says(SECOND)
    sam.shows(f"{REFERENCE} is open")
    priya.opens(REFERENCE)
    priya.sees("Ticket: 4713")
    priya.presses("Correct …")
    priya.submits(not_theirs="4713", why="mixed up")
    assert "4713" not in priya.card


def test_the_first_ticket_is_taken_away_however_its_letters_are_typed(desk: Colleagues) -> None:
    sam, priya = Reporter(desk.office, SAM), desk.priya
    sam.says(SECOND.replace("4713", "ZD-4713"))
    sam.shows(f"{REFERENCE} is open")
    priya.opens(REFERENCE)
    priya.sees("Ticket: ZD-4713")
    priya.presses("Correct …")
    priya.submits(not_theirs="zd-4713", why="mixed up")
    assert "4713" not in priya.card
