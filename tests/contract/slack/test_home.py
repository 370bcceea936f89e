"""The home page: the team sees what is due and takes it from there, everybody else what became of their hand-overs."""

import re

from tests.contract.slack.office import Office
from tests.slack_kit.people import Person
from tests.slack_kit.reading import buttons, words


def home(office: Office, person: Person, said: str = "") -> str:
    """Open the home page, and read it once it says so."""
    person.opens_home()
    return words(office.slack.wait(lambda: person.home if person.home and said in words(person.home) else None))


def test_the_team_sees_what_is_open_and_takes_it_from_there(own_office: Office) -> None:
    office = own_office
    assert "No case is open. Well done." in home(office, office.priya)
    robin = office.colleague()
    case = office.opens(robin)
    page = home(office, office.priya, case.reference)
    assert re.search(rf"Nobody has taken these\n.*\n{case.reference} · Delete · in \d+ days: .* · nobody yet", page)
    assert "Nobody has taken: 1" in page and "Yours: 0" in page
    assert office.priya.home is not None
    office.priya.presses(office.priya.home, f"Take {case.reference}")
    page = words(office.slack.wait(lambda: office.priya.home if "Yours: 1" in words(office.priya.home or {}) else None))
    assert "Nobody has taken: 0" in page and f"{case.reference} · Delete" in page
    case.shows("Owner: Priya Nair")
    assert "Overdue: 0" in page
    assert f"{case.reference} is yours now." in words(office.told(office.priya, "is yours now"))

    assert "Due next" in home(office, office.noor, case.reference)


def test_a_case_that_a_colleague_took_meanwhile_is_not_taken_from_home(office: Office) -> None:
    case = office.opens(office.colleague())
    home(office, office.priya, case.reference)
    office.noor.presses(case.card, "Take it")
    case.shows("Owner: Noor de Wit")
    assert office.priya.home is not None
    office.priya.presses(office.priya.home, f"Take {case.reference}")
    office.told(office.priya, f"Noor de Wit has taken {case.reference} already.")
    office.quiet()
    assert "Owner: Noor de Wit" in words(case.card)


def test_a_page_that_was_too_old_is_drawn_anew(office: Office) -> None:
    case = office.opens(office.colleague())
    home(office, office.priya, case.reference)
    office.noor.presses(case.card, "Take it")
    case.shows("Owner: Noor de Wit")
    assert office.priya.home is not None
    office.priya.presses(office.priya.home, f"Take {case.reference}")
    office.told(office.priya, f"Noor de Wit has taken {case.reference} already.")
    office.quiet()
    assert f"Take {case.reference}" not in buttons(office.priya.home)


def test_colleagues_see_their_own_hand_overs_and_their_state(office: Office) -> None:
    robin, sasha = office.colleague(), office.colleague("Sasha Lim")
    assert "You handed over" not in home(office, robin)
    case = office.opens(robin)
    page = home(office, robin, case.reference)
    assert f"{case.reference} · Delete · received" in page and not buttons(robin.home or {})
    office.priya.presses(case.card, "Take it")
    case.shows("Owner: Priya Nair")
    assert f"{case.reference} · Delete · in progress" in home(office, robin, "in progress")
    assert case.reference not in home(office, sasha)


def test_the_page_is_in_the_readers_language(office: Office) -> None:
    daan = office.colleague("Daan Vos", locale="nl-NL")
    assert "Privacyverzoeken" in home(office, daan)


def test_the_messages_tab_draws_no_page(office: Office) -> None:
    robin = office.colleague()
    kept = office.kept
    assert robin.opens_home("messages").answer.status == 200
    assert office.kept == kept and robin.home is None


def test_guests_see_the_same_refusal_as_everywhere(office: Office) -> None:
    guest = office.colleague("Gwen Guest", is_ultra_restricted=True)
    office.opens(office.colleague())
    assert home(office, guest) == (
        "I am here for colleagues of Northloop only. For your own data, please write to dpo@northloop.example."
    )


def test_no_page_holds_a_customers_data(office: Office) -> None:
    robin, customer = office.colleague(), office.customer()
    case = office.opens(robin, customer)
    for person in (robin, office.priya, office.noor):
        home(office, person, case.reference)
        assert customer.surname not in str(person.home) and customer.address not in str(person.home)
