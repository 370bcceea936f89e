"""Stories in which somebody writes for another, has no account, or is refused: from the mail to the end of the case."""

from tests.people import NOOR
from tests.transcripts.at_the_desk import REFERENCE, Colleagues, forwarded


def test_a_dutch_lawyer_shows_an_authority_and_is_answered_in_dutch(desk: Colleagues) -> None:
    words = (
        "Namens mijn cliënte, mevrouw Sanne de Wit uit Utrecht (sanne.dewit@mail.example), verzoek ik u op grond van "
        "artikel 15 AVG om een kopie van alle gegevens die u over haar heeft.\n\nmr. Joris Bakker, advocaat"
    )
    desk.opens(
        forwarded("mr. Joris Bakker <bakker@advocaten.example>", words),
        *("Person: Sanne de Wit <sanne.dewit@mail.example>", "for a client, as their lawyer", "mr. Joris Bakker"),
    )
    priya = desk.priya
    priya.sees("somebody writes on the person's behalf", "Law: EU GDPR", "legal date Tue 7 Apr 2026")
    assert "A written authority of the person." in priya.looks("Ask for verification …")
    priya.writes("verification")
    priya.shows("To: bakker@advocaten.example", "Geachte mr. Joris Bakker,")
    priya.shows("Stuur ons de schriftelijke machtiging van die persoon.", "hij eindigt op 7 april 2026")
    priya.shows(
        "U schrijft namens Sanne de Wit; waar deze brief “uw gegevens” zegt, zijn die van deze persoon bedoeld."
    )
    priya.sends()

    priya.writes("access")
    assert priya.errors["letter"].startswith("Nobody has confirmed yet who asks")
    desk.on("2026-03-12")
    priya.presses("Mark verified …")
    priya.submits(method=["representative"], on_record=["no"], result=["passed"])
    priya.writes("access")
    priya.shows("(artikel 15 AVG)", "via een beveiligde link", "Autoriteit Persoonsgegevens")
    priya.sends()
    priya.sees("Closed: 12 Mar 2026", "Outcome: Done as asked", "Identity: verified")
    shown = priya.looks("Details …")
    assert "They write: for a client, as their lawyer" in shown and "Written by: mr. Joris Bakker" in shown


def test_a_californian_without_an_account_opts_out_and_proves_nothing(desk: Colleagues) -> None:
    words = (
        "Do not sell or share my personal information. I live in Sacramento, California and have no account with you."
        "\n\nCal Reyes"
    )
    desk.opens(
        forwarded("Cal Reyes <cal@mail.example>", words),
        *("Stop selling or sharing", "no: without an account it covers the browser and the address given"),
    )
    priya = desk.priya
    priya.sees("Law: California (CCPA)", "Identity: not needed", "Thu 26 Mar 2026")  # fifteen business days
    assert "verif" not in priya.card.casefold()
    priya.does_more("Work to do …")
    priya.submits(opt_out_sale=["scope", "signal", "tell"])
    priya.sees("Work: 3 of 3 steps are done")
    priya.writes("opt_out_sale")
    priya.shows(
        "The choice holds for the browser and the address that you gave us.",
        "https://www.northloop.example/do-not-sell",
    )
    priya.sends()
    priya.sees("Closed: 6 Mar 2026", "Outcome: Done as asked")
    desk.emma.hears("“Our privacy team has answered your request.”")


def test_a_mother_writes_for_her_child_of_twelve(desk: Colleagues) -> None:
    desk.office.desk.hello(NOOR)
    words = (
        "I am the mother of Tim Jansen, he is 12 years old and has an account with you. Please delete all his data. "
        "We live in Utrecht, the Netherlands.\n\nMieke Jansen"
    )
    emma, priya = desk.emma, desk.priya
    emma.says(forwarded("Mieke Jansen <mieke@mail.example>", words))
    emma.shows(
        "Person: Tim Jansen", "for a child, as parent or guardian", "Written by: Mieke Jansen <mieke@mail.example>"
    )
    emma.hides("By what may we know this person")  # by their mother's address
    emma.presses("Open case")
    (told,) = desk.office.platform.said_to("noor")
    assert f"{REFERENCE} may be about somebody under 16. Ask the child for nothing" in told and "Jansen" not in told

    priya.opens(REFERENCE)
    priya.presses("Take it")
    priya.sees("may be about a child", "legal date Tue 7 Apr 2026")
    assert "What shows that they are the parent or guardian of the child" in priya.looks("Ask for verification …")
    priya.writes("verification")
    priya.shows("To: mieke@mail.example", "what shows that you are its parent or guardian, and no more about the child")
    priya.hides("signed permission", "written authority")
    priya.sends()
    priya.presses("Mark verified …")
    priya.submits(method=["representative"], on_record=["no"], result=["passed"])
    priya.writes("erasure")
    priya.shows("You write for Tim Jansen; where this letter says “your data”, it means that person's.")
    priya.sends()
    priya.sees("Closed: 6 Mar 2026", "Outcome: Done as asked")


def test_a_refusal_that_misses_its_reason_is_refused_by_the_bot(desk: Colleagues) -> None:
    words = "I live in Spain. Please delete all personal data you hold about me.\n\nAna Diaz"
    desk.opens(forwarded("Ana Diaz <ana@x.example>", words), "Delete")
    priya = desk.priya
    priya.writes("refusal")
    assert priya.errors == {"reason": "Refusing, even in part, needs a reason. Please choose one."}
    priya.submits(letter=["refusal"], reason=["other"])
    assert priya.errors == {"reason": "Please explain the reason: the letter has to say it."}

    priya.presses("Close …")
    priya.submits(outcome=["denied"])
    assert priya.errors == {"reason": "A refusal needs a reason.", "told": "Please write what the requester is told."}
    priya.sees("Status: in progress")  # nothing was closed by any of this

    priya.writes("refusal", reason=["no_match"], own="We searched under both of your names.")
    priya.shows("We hold no data that match what you gave us.", "We searched under both of your names.")
    priya.shows("Agencia Española de Protección de Datos", "The way to a court is open to you, too.")
    priya.sends()
    priya.sees("Outcome: Refused: We hold nothing about this person")
    desk.emma.hears("“Our privacy team has answered you and explained its reasons.”")
