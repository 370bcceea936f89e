"""A number means one thing: a new phone is no account, and what is handed up is a ticket."""

from tests.lines import each
from tests.unit.understanding.said import read


@each(
    ("said", "phone"),
    [
        ("Mijn nieuwe nummer is 06 2281 4470. Willen jullie dat aanpassen?\nJurre van Beek", "06 2281 4470"),
        ("Meine neue Nummer ist 0171 5550142, bitte ändern. Eva Berg", "0171 5550142"),
    ],
)
def test_a_new_phone_is_no_account(said: str, phone: str) -> None:
    reading = read(said)
    assert reading.phone is not None
    assert reading.phone.value == phone
    assert reading.account_id is None


@each(
    "said",
    [
        "hi privacy, 90317 is one for you, i've no clue, can you take it from here?",
        "hallo privacy, 90317 is er een voor jullie, kunnen jullie het overnemen?",
        "für Datenschutz: 90317, bitte übernehmen",
    ],
)
def test_a_bare_number_that_is_handed_up_is_a_ticket(said: str) -> None:
    reading = read(said)
    assert reading.ticket is not None
    assert reading.ticket.value == "90317"
    assert reading.case_reference is None


@each(
    "said",
    [
        "hi privacy, 90317 is one for you, can you take it from here? same as your case 55120",
        "hallo privacy, 90317 is er een voor jullie, kunnen jullie het overnemen? same as your case 55120",
        "she wrote under reference 55120 before. hi privacy, 90317 is one for you, can you take it from here?",
    ],
)
def test_what_is_handed_up_beside_a_number_that_is_called_something_is_a_ticket(said: str) -> None:
    reading = read(said)
    assert reading.ticket is not None
    assert reading.ticket.value == "90317"


def test_a_case_of_ours_that_is_handed_up_stays_one() -> None:
    reading = read("hi privacy, DSR-2026-0042 is one for you, can you take it from here?")
    assert reading.ticket is None
    assert reading.case_reference is not None
    assert reading.case_reference.value == "DSR-2026-0042"


def test_a_given_name_that_is_a_word_in_another_language_is_a_name() -> None:
    reading = read("Graag mijn gegevens verwijderen.\n\nAns de Boer")
    assert reading.name is not None
    assert reading.name.value == "Ans de Boer"
