"""Stories in which the clock stands still, or does not, while somebody is asked something."""

from tests.transcripts.at_the_desk import Colleagues, forwarded

HARRIET = forwarded(
    "Harriet Lowe <harriet.lowe@mail.example>",
    "I live in Leeds, England. Under Article 15 UK GDPR please send me a copy of all the personal data you hold about "
    "me, and delete my old profile.\n\nHarriet Lowe",
)
ANA = forwarded("Ana Diaz <ana@x.example>", "I live in Spain. Please delete all data you hold about me.\n\nAna Diaz")
LATE = "No law lets the clock stand still on 20 Apr 2026: the request was not in yet, or its legal date has passed."
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


def test_after_the_legal_date_no_letter_promises_that_the_clock_stands_still(desk: Colleagues) -> None:
    desk.opens(HARRIET, "Send a copy", "Delete", "United Kingdom")
    priya = desk.priya
    desk.on("2026-04-20")
    priya.presses("Write to them …")
    assert priya.form is not None and "pause" not in [field.name for field in priya.form.fields]
    priya.submits(letter=["clarification"], rights=["access"], pause=["yes"])
    assert priya.errors == {"pause": LATE}
    priya.submits(letter=["clarification"], rights=["access"])
    priya.hides("stands still", "runs on meanwhile")
    priya.sends()
    priya.reads("A letter went out on 20 Apr 2026: A question about the request.")

    priya.presses("Ask for verification …")  # asked in time, noted late
    priya.submits(on="2026-04-20", pause=["yes"])
    assert priya.errors == {"pause": LATE}
    priya.submits(on="2026-04-02", pause=["yes"])
    priya.sees(f"{COPY_STANDS} since 2 Apr 2026", f"{DELETION_STANDS} since 2 Apr 2026")


def test_a_letter_that_went_out_too_late_is_recorded_and_its_clock_runs_on(desk: Colleagues) -> None:
    desk.opens(HARRIET, "Send a copy", "Delete", "United Kingdom")
    priya = desk.priya
    late = "The clock of “Send a copy” was not stopped: on 8 Apr 2026 no law lets it stand still."
    for letter, name in (("clarification", "A question about the request"), ("verification", "who you are")):
        desk.on("2026-04-07")
        priya.writes(letter, rights=["access"], pause=["yes"])
        priya.shows("The time for our answer stands still until we have yours.")
        desk.on("2026-04-08")
        priya.sends(on="2026-04-08")
        priya.shows("Noted: the letter went out on 8 Apr 2026.", f"{late} Please tell the person so.")
        priya.reads(name, "A letter went out on 8 Apr 2026")
        assert "stands still" not in priya.card
    priya.sees("Identity: asked, no answer yet")


def test_a_clock_that_was_given_more_time_still_stops_within_it(desk: Colleagues) -> None:
    desk.opens(HARRIET, "Send a copy", "Delete", "United Kingdom")
    priya = desk.priya
    priya.writes("extension", rights=["access"], extension=["complexity"])
    priya.sends()
    priya.sees("Fri 5 Jun 2026")
    desk.on("2026-04-20")
    priya.writes("clarification", rights=["access"], pause=["yes"])
    priya.shows("The time for our answer stands still until we have yours.")
    priya.sends()
    priya.sees(f"{COPY_STANDS} since 20 Apr 2026")


def test_a_notice_of_more_time_that_went_out_too_late_is_recorded_and_gives_none(desk: Colleagues) -> None:
    desk.opens(HARRIET, "Send a copy", "Delete", "United Kingdom")
    priya = desk.priya
    desk.on("2026-04-03")
    priya.writes("extension", rights=["access"], extension=["complexity"])
    desk.on("2026-04-20")
    priya.sends()
    priya.shows("Noted: the letter went out on 20 Apr 2026.")
    priya.shows("“Send a copy” has no more time: on 20 Apr 2026 it was too late to tell the person")
    priya.sees("legal date Tue 7 Apr 2026")
    assert "extended" not in priya.card


def test_a_clock_that_stands_still_is_extended_past_the_safe_date_only(desk: Colleagues) -> None:
    desk.opens(HARRIET, "Send a copy", "Delete", "United Kingdom")
    priya = desk.priya
    priya.writes("clarification", rights=["access"], pause=["yes"])
    priya.sends()
    priya.sees(f"{COPY_STANDS} since 6 Mar 2026")
    desk.on("2026-03-10")
    priya.presses("Extend …")
    priya.submits(right=["access"], reason=["complexity"], on="2026-03-10", until="2026-03-20")
    assert priya.errors == {"until": "An extension ends after the date that holds now, 5 Apr 2026."}
    priya.submits(right=["access"], reason=["complexity"], on="2026-03-10", until="2026-05-04")
    priya.shows("“Send a copy” is extended; its clock stands still meanwhile.")
    priya.reads("“Send a copy” is extended (The request is complex), while its clock stands still")
    desk.emma.hears(f"{desk.priya.reference} takes longer, and waits for the customer now. They were told.")
    said = "\n".join(desk.office.platform.said_to(desk.emma.speaker.user))
    assert "due by –" not in said


def test_of_two_laws_that_are_named_the_earlier_date_counts_until_somebody_knows_better(desk: Colleagues) -> None:
    desk.opens(
        forwarded(
            "Ana Diaz <ana@x.example>", "Under the CCPA and the LGPD, delete all data you hold about me.\n\nAna Diaz"
        ),
        "under one of these laws: California (CCPA), Brazil LGPD (the earliest date counts)",
    )
    priya = desk.priya
    priya.sees("California (CCPA), Brazil LGPD (the earliest date counts); where the person lives is not known")
    priya.sees("Fri 20 Mar 2026", "Acknowledge: in 13 days: 19 Mar 2026")
    dates = priya.looks("Details …")
    assert "California (CCPA): Legal date 19 Apr 2026: 45 days after 5 Mar 2026" in dates
    assert "Brazil LGPD: Legal date 20 Mar 2026: 15 days after 5 Mar 2026" in dates
    priya.presses("Correct …")
    priya.submits(laws=["us_ca"], why="She lives in Sacramento.")
    priya.sees("Law: California (CCPA)", "18 Apr 2026")


def test_a_day_that_is_put_right_is_told_to_who_handed_it_over(desk: Colleagues) -> None:
    desk.opens(forwarded("Ana Diaz <ana@x.example>", "Please delete all data you hold about me. Ana Diaz, Valencia"))
    priya, emma = desk.priya, desk.emma
    priya.presses("Correct …")
    priya.submits(name="Anna Diaz", why="a slip")
    said = "The answer to DSR-2026-0001 is due by"
    assert said not in "\n".join(desk.office.platform.said_to(emma.speaker.user))
    priya.presses("Correct …")
    priya.submits(on="2026-02-20", why="it lay in another box")
    priya.sees("Fri 20 Mar 2026")
    emma.hears("Received: 5 Mar 2026", "They have an answer by: 7 Apr 2026", f"{said} 20 Mar 2026: that was put right.")


def test_what_counts_no_more_once_something_is_put_right_is_told(desk: Colleagues) -> None:
    desk.opens(ANA, "Delete")
    priya, emma = desk.priya, desk.emma
    priya.presses("Ask for verification …")
    priya.submits(on="2026-03-06", pause=["yes"])
    priya.presses("Extend …")
    priya.submits(reason=["complexity"], on="2026-03-06")
    emma.says(f"{desk.priya.reference}: it came in on 20 January 2026 already")
    emma.presses(f"Pass it on for {desk.priya.reference}")
    priya.reads("Due by 20 Feb 2026 now. The extension of “Delete” does not count any more.")
    priya.reads("The wait of “Delete” from 6 Mar 2026 does not count any more.")
    priya.sees("Since 6 Mar 2026: we asked who they are. The clock of “Delete” does not stand still.")
    assert "clock stopped" not in priya.card
