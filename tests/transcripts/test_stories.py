"""Whole stories, from the mail that somebody hands over to the end of the case, as the people in them see it.

The desk and its database are real; every story begins on Friday 6 March 2026, at eleven in Amsterdam.
"""

from datetime import date

from bot.law.book import law_book
from bot.law.clock import ClockInput, compute
from bot.law.counting import Pause
from bot.law.words import PauseReason
from bot.rights import Right
from tests.transcripts.at_the_desk import REFERENCE, Colleagues, forwarded
from tests.unit.delivery.office import at


def test_a_german_who_uses_the_product_through_an_employer_is_sent_to_the_employer(desk: Colleagues) -> None:
    words = (
        "Sehr geehrte Damen und Herren,\n\nmein Arbeitgeber nutzt Ihr Programm für die Zeiterfassung, dort habe ich "
        "ein Benutzerkonto.\nBitte teilen Sie mir mit, welche Daten Sie über mich gespeichert haben, und senden Sie "
        "mir eine Kopie.\n\nMit freundlichen Grüßen\nJürgen Krause\nKassel"
    )
    desk.opens(
        forwarded("Jürgen Krause <j.krause@muellerbau.example>", words), "Send a copy", "Jürgen Krause", "5 Mar 2026"
    )
    priya = desk.priya
    priya.sees("may be a customer's data (we are processor)", "Our role: Not known yet", "legal date Tue 7 Apr 2026")

    priya.does_more("Whose data …")
    assert (priya.chosen("context"), priya.chosen("role")) == ("employer", "processor")
    priya.submits()
    assert priya.errors == {
        "customer": "Please name the customer whose data they are: the request is passed on to them."
    }
    priya.submits(customer="Müller Bau GmbH")
    priya.sees("We hold it for a customer (processor)", "Identity: not needed")
    priya.reads("To do without delay: pass the request on to the customer; who they are is in the details.")
    assert "Customer: Müller Bau GmbH" in priya.looks("Details …")
    assert "Müller" not in priya.card and "Krause" not in priya.card

    priya.does_more("Work to do …")
    assert priya.labels("access") == [
        "Pass the request on to the customer without delay",
        "Tell the person who decides; neither confirm nor deny that we hold anything",
    ]
    priya.submits()

    priya.presses("Write to them …")
    assert (priya.chosen("letter"), priya.chosen("language")) == ("redirect", "de")
    assert "access" not in priya.offered("letter") and "refusal" not in priya.offered("letter")
    priya.submits()
    priya.shows("Wer über diese Daten entscheidet (DSR-2026-0001)", "am 5. März 2026", "j.krause@muellerbau.example")
    priya.shows("erlaubt uns nicht, Ihren Antrag selbst zu bearbeiten oder zu sagen, ob wir etwas über Sie haben")
    priya.shows("Wir leiten Ihren Antrag unverzüglich dorthin weiter.")
    priya.hides("Müller Bau GmbH", "Kopie")  # nothing in it says that we know them

    priya.presses("I have sent it …")
    priya.submits()
    assert priya.errors == {"forwarded": "Please choose yes or no."}
    priya.submits(forwarded=["not_yet"])
    priya.shows("Noted: the letter went out on 6 Mar 2026.")
    priya.sees("Status: in progress", "Write to them")

    priya.does_more("Work to do …")
    priya.submits(access=["forward", "redirect"])
    priya.sees("Work: 2 of 2 steps are done")
    priya.presses("Close …")
    priya.submits(outcome=["redirected"])
    priya.sees("Closed: 6 Mar 2026", "Outcome: Passed on to who decides: Our customer decides over the data")
    desk.emma.hears(f"{REFERENCE} is closed.", "“Our privacy team has told you who decides over these data.”")


def test_a_customer_who_has_the_request_already_lets_the_letter_close_the_case(desk: Colleagues) -> None:
    words = "I use your platform through my employer. Please delete my account data. I live in Spain.\n\nAna Diaz"
    desk.opens(forwarded("Ana Diaz <ana@x.example>", words), "Delete")
    priya = desk.priya
    priya.does_more("Whose data …")
    priya.submits(context=["employer"], role=["unknown"], customer="Tulip Ltd")
    assert priya.errors == {"role": "You named a customer: please choose who decides over the data."}
    priya.submits(context=["employer"], role=["processor"], customer="Tulip Ltd")
    priya.writes("redirect")
    priya.sends(forwarded=["yes"])
    priya.reads(
        "Delete: 1 of 2 steps are done.", "Delete: Passed on to who decides (Our customer decides over the data)"
    )
    priya.sees("Closed: 6 Mar 2026")


def test_no_end_is_that_a_request_was_passed_on_before_it_was(desk: Colleagues) -> None:
    words = "I use your platform through my employer. Please delete my account data. I live in Spain.\n\nAna Diaz"
    desk.opens(forwarded("Ana Diaz <ana@x.example>", words), "Delete")
    priya = desk.priya
    priya.presses("Close …")
    priya.submits(outcome=["redirected"])
    assert priya.errors == {
        "": "Please decide first whose data they are, with “Whose data …”: "
        "only what we hold for a customer is passed on."
    }
    priya.does_more("Whose data …")
    priya.submits(context=["employer"], role=["processor"], customer="Tulip Ltd")
    priya.presses("Close …")
    priya.submits(outcome=["redirected"])
    first = "Please pass the request on to the customer first, and tick it off in “Work to do …”."
    assert priya.errors == {"": first}
    priya.sees("Status: in progress")
    priya.does_more("Work to do …")
    priya.submits(erasure=["forward"])
    priya.presses("Close …")
    priya.submits(outcome=["redirected"])
    priya.sees("Closed: 6 Mar 2026")


def test_where_a_part_is_ours_the_customer_s_letter_does_not_end_the_case(desk: Colleagues) -> None:
    words = "I use your platform through my employer. Please delete my account data. I live in Spain.\n\nAna Diaz"
    desk.opens(forwarded("Ana Diaz <ana@x.example>", words), "Delete")
    priya = desk.priya
    priya.does_more("Whose data …")
    priya.submits(context=["employer"], role=["both"], customer="Tulip Ltd")
    priya.writes("redirect")
    priya.presses("I have sent it …")
    assert priya.labels("forwarded") == [
        "Yes: our own part is still to do",
        "Not yet: keep it open, with that left to do",
    ]
    priya.submits()
    assert priya.errors == {"forwarded": "Please choose yes or no."}
    priya.submits(forwarded=["yes"])
    priya.reads("A letter went out on 6 Mar 2026: Our customer decides over the data.", "Delete: 1 of ")
    priya.sees("Status: in progress", "legal date Tue 7 Apr 2026")


def test_an_answer_about_our_part_ends_nothing_before_the_customer_has_the_request(desk: Colleagues) -> None:
    words = "I use your platform through my employer. Please delete my account data. I live in Spain.\n\nAna Diaz"
    desk.opens(forwarded("Ana Diaz <ana@x.example>", words), "Delete")
    priya = desk.priya
    priya.does_more("Whose data …")
    priya.submits(context=["employer"], role=["both"], customer="Tulip Ltd")
    priya.presses("Close …")
    priya.submits(outcome=["denied"], reason=["no_match"], told="We hold nothing ourselves.")
    first = "Please pass the request on to the customer first, and tick it off in “Work to do …”."
    assert priya.errors == {"": first}
    priya.writes("refusal", reason=["no_match"])
    priya.sends(forwarded=["not_yet"])
    priya.reads("A letter went out on 6 Mar 2026: Refusal, in whole or in part.")
    priya.sees("Status: in progress")
    priya.writes("refusal", reason=["no_match"])
    priya.sends(forwarded=["yes"])
    priya.sees("Closed: 6 Mar 2026", "Outcome: Refused: We hold nothing about this person")


def test_a_letter_to_the_customer_s_user_decides_no_role(desk: Colleagues) -> None:
    words = "I use your platform through my employer. Please delete my account data. I live in Spain.\n\nAna Diaz"
    desk.opens(forwarded("Ana Diaz <ana@x.example>", words), "Delete")
    priya = desk.priya
    priya.writes("redirect")
    priya.sends()
    priya.shows(
        "Noted: the letter went out on 6 Mar 2026.", "DSR-2026-0001 stays open: on record the data are no customer's."
    )
    priya.sees("Status: in progress", "Our role: Not known yet", "legal date Tue 7 Apr 2026")


def test_a_british_request_waits_for_proof_and_for_an_answer_as_the_law_lets_it(desk: Colleagues) -> None:
    words = (
        "I live in Leeds, England. Under Article 15 UK GDPR please send me a copy of all the personal data you hold "
        "about me, and delete my old profile.\n\nHarriet Lowe"
    )
    desk.opens(forwarded("Harriet Lowe <harriet.lowe@mail.example>", words), "Send a copy", "Delete", "United Kingdom")
    priya = desk.priya
    priya.sees("Law: UK GDPR", "Received: 5 Mar 2026", "5 Apr 2026 (safe date); legal date Tue 7 Apr 2026")  # Easter

    priya.writes("receipt")
    priya.shows("Your request reached us on 5 March 2026.", "You have our answer by 7 April 2026 at the latest.")
    priya.sends()
    priya.reads("A letter went out on 6 Mar 2026: Receipt.", "The acknowledgement went out on 6 Mar 2026.")

    priya.writes("verification", pause=["yes"])
    priya.shows("one-time link", "The time for our answer stands still until we have yours.")
    priya.hides("runs on meanwhile")
    priya.sends()
    priya.reads("A letter went out on 6 Mar 2026: Please confirm who you are.")
    priya.sees(
        "waiting for proof of identity, clock stopped", "The clock of “Send a copy” stands still since 6 Mar 2026"
    )
    desk.emma.hears("has asked the customer of DSR-2026-0001 to confirm who they are")

    desk.on("2026-03-16")
    priya.presses("Mark verified …")
    priya.submits(method=["contact_point"], on_record=["yes"], result=["passed"])
    priya.reads("The person is verified since 16 Mar 2026.")
    for asked in ("Send a copy", "Delete"):
        priya.reads(f"The clock of “{asked}” runs again since 16 Mar 2026; due by 16 Apr 2026.")
    priya.sees("Thu 16 Apr 2026", "Identity: verified")

    desk.on("2026-03-20")
    priya.writes("clarification", rights=["erasure"], pause=["yes"])
    assert priya.errors == {"pause": "No law lets the clock stand still here because we asked what they mean."}
    priya.writes("clarification", rights=["access", "erasure"], pause=["yes"])
    priya.shows("You need not narrow your request.")
    priya.hides("stands still", "runs on meanwhile")  # one of the two does, and one does not
    priya.sends()
    priya.sees(
        "waiting for a clearer request, clock stopped", "The clock of “Send a copy” stands still since 20 Mar 2026"
    )
    assert "The clock of “Delete” stands still since 20" not in priya.card

    desk.on("2026-03-25")
    priya.presses("Start the clock again …")
    priya.submits()
    priya.shows("The clock runs again; “Send a copy” is due by 21 Apr 2026.")
    explained = priya.looks("Details …")
    assert (
        "Legal date 21 Apr 2026: 1 month from 16 Mar 2026, when we knew who was asking, "
        "plus 5 days of waiting (20 Mar 2026 - 25 Mar 2026)" in explained
    )
    assert "Legal date 16 Apr 2026: 1 month from 16 Mar 2026, when we knew who was asking" in explained
    proof = Pause(PauseReason.IDENTITY, date(2026, 3, 6), date(2026, 3, 16))
    answer = Pause(PauseReason.CLARIFICATION, date(2026, 3, 20), date(2026, 3, 25))
    for right, due in ((Right.ACCESS, date(2026, 4, 21)), (Right.ERASURE, date(2026, 4, 16))):
        given = ClockInput("uk_gdpr", right, at("2026-03-05 10:15"), pauses=(proof, answer))
        assert compute(given, law_book()).due == due

    desk.on("2026-04-15")
    priya.writes("erasure")
    priya.sends()
    priya.sees("done as asked".capitalize(), "in progress")
    priya.writes("access")
    priya.shows("a copy of your personal data (article 15 UK GDPR)", "https://ico.org.uk")
    priya.sends()
    for letter in ("A question about the request", "Done: deleted", "Done: a copy was sent"):
        priya.reads(letter)
    priya.sees("Closed: 15 Apr 2026")
    desk.emma.hears("“Our privacy team has answered your request.”")


CAL = "Cal Reyes <cal@mail.example>"
ASKS = "I live in Sacramento, California. Under the CCPA, send me a copy of all personal information you hold about me."


def third_request(desk: Colleagues) -> str:
    """Two requests to know are answered within the year, and a third comes in; returns its reference."""
    for number, (day, sent) in enumerate((("2026-03-06", "Thu, 5 Mar 2026"), ("2026-07-03", "Thu, 2 Jul 2026")), 1):
        desk.on(day)
        desk.opens(
            forwarded(CAL, f"{ASKS} ({number})", sent=f"{sent} at 10:15"),
            "California",
            reference=f"DSR-2026-000{number}",
        )
        assert "more often" not in desk.priya.card
        desk.priya.presses("Ask for verification …")
        desk.priya.submits()
        desk.priya.presses("Mark verified …")
        desk.priya.submits(method=["account"], on_record=["yes"], result=["passed"])
        desk.priya.writes("access")
        desk.priya.sends()
    desk.on("2026-12-04")
    desk.opens(forwarded(CAL, f"{ASKS} (3)", sent="Thu, 3 Dec 2026 at 10:15"), "California", reference="DSR-2026-0003")
    desk.priya.sees(
        "Look out: asked more often than the law obliges to answer: you decide", "legal date Sun 17 Jan 2027"
    )
    desk.priya.reads("Answered 2 times in the last 12 months. The law does not demand another answer; you decide.")
    return "DSR-2026-0003"


def test_a_third_request_to_know_is_flagged_and_may_be_answered_all_the_same(desk: Colleagues) -> None:
    third_request(desk)
    priya = desk.priya
    desk.office.ticks("2027-01-15 10:00")
    desk.office.delivers()
    priya.sees("Status: in progress")  # nothing refuses it but a person
    priya.presses("Ask for verification …")
    priya.submits()
    priya.presses("Mark verified …")
    priya.submits(method=["account"], on_record=["yes"], result=["passed"])
    priya.writes("access")
    priya.shows("You asked us on 3 December 2026 to send you a copy of your personal data")
    priya.sends()
    priya.sees("Outcome: Done as asked")
    desk.emma.hears("DSR-2026-0003 is closed.")


def test_a_third_request_to_know_is_refused_with_its_reason_or_not_at_all(desk: Colleagues) -> None:
    third_request(desk)
    priya = desk.priya
    priya.writes("refusal")
    assert priya.errors == {"reason": "Refusing, even in part, needs a reason. Please choose one."}
    priya.submits(letter=["refusal"], reason=["too_many_requests"])
    priya.shows("You asked for the same more often than the law obliges us to answer.")
    priya.shows("California Privacy Protection Agency (https://cppa.ca.gov)")
    priya.sends()
    priya.sees("Outcome: Refused: Too many requests")
    assert "Refused by letter: Too many requests" in priya.looks("Details …")
    desk.emma.hears("“Our privacy team has answered you and explained its reasons.”")
