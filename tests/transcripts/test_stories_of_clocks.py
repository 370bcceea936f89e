"""Stories in which the clock stands still, or does not, while somebody is asked something."""

from tests.transcripts.at_the_desk import Colleagues, forwarded

HARRIET = forwarded(
    "Harriet Lowe <harriet.lowe@mail.example>",
    "I live in Leeds, England. Under Article 15 UK GDPR please send me a copy of all the personal data you hold about "
    "me, and delete my old profile.\n\nHarriet Lowe",
)
ANA = forwarded("Ana Diaz <ana@x.example>", "I live in Spain. Please delete all data you hold about me.\n\nAna Diaz")
COPY_STANDS, DELETION_STANDS = "The clock of “Send a copy” stands still", "The clock of “Delete” stands still"


def test_a_check_for_one_request_stops_the_clock_of_no_other(desk: Colleagues) -> None:
    desk.opens(HARRIET, "Send a copy", "Delete", "United Kingdom")
    priya = desk.priya
    priya.writes("verification", rights=["access"], pause=["yes"])
    priya.shows("send you a copy", "The time for our answer stands still until we have yours.")
    priya.hides("delete")
    priya.sends()
    priya.sees(f"{COPY_STANDS} since 6 Mar 2026", "legal date Tue 7 Apr 2026")
    assert DELETION_STANDS not in priya.card

    priya.writes("verification", rights=["access", "erasure"], pause=["yes"])
    priya.sends()
    priya.sees(f"{COPY_STANDS} since 6 Mar 2026", f"{DELETION_STANDS} since 6 Mar 2026")


def test_a_question_does_not_promise_what_only_the_proof_brings(desk: Colleagues) -> None:
    desk.opens(ANA, "Delete")
    priya = desk.priya
    priya.writes("verification", pause=["yes"])
    priya.sends()
    priya.sees(f"{DELETION_STANDS} since 6 Mar 2026")
    priya.writes("clarification")
    priya.shows("You need not narrow your request.")
    priya.hides("stands still", "runs on meanwhile")  # it stands still, but not until this answer
    priya.writes("verification")
    priya.shows("The time for our answer stands still until we have yours.")


def test_a_check_does_not_promise_what_only_the_answer_brings(desk: Colleagues) -> None:
    desk.opens(HARRIET, "Send a copy", "Delete", "United Kingdom")
    priya = desk.priya
    priya.writes("clarification", rights=["access"], pause=["yes"])
    priya.sends()
    priya.sees(f"{COPY_STANDS} since 6 Mar 2026")
    priya.writes("verification", rights=["access"], pause=["no"])
    priya.hides("stands still", "runs on meanwhile")
    priya.writes("verification", rights=["access"], pause=["yes"])
    priya.shows("The time for our answer stands still until we have yours.")
