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


@each(
    "said",
    [
        "Ann (71016), Bob (71017) and Cerys (71020) all want off the mailing list",
        "Herr Bernd Aulich (KdNr 20117) will Auskunft, Frau Doris Post (KdNr 20118) Löschung",
        "Dos por correo: D. Benito Aldana (cliente 20117) acceso, Dña. Coral Puesto (cliente 20118) supresión",
    ],
)
def test_of_several_people_each_with_a_number_none_is_the_one(said: str) -> None:
    reading = read(said)
    assert (reading.name, reading.account_id) == (None, None)


@each(
    ("said", "account"),
    [
        ("Agent: Your contract number?\nCaller: hang on... 8812 004.\nCaller: Stop calling me.", "8812 004"),
        ("Mitarbeiter: Die Vertragsnummer?\nAnrufer: 7712-003 steht da.\nAnrufer: Löschen Sie mich.", "7712-003"),
        ("Case #: CS-104477\nCase Owner: Tier2 Queue\nDescription: Please delete my data", None),
        ("Pismo z Prokuratury Rejonowej, sygn. 4022-0.Ds.118.2026: klient chce swoich danych", None),
    ],
)
def test_an_answer_is_the_account_and_no_owner_of_a_case_nor_a_prosecutors_file(said: str, account: str | None) -> None:
    reading = read(said)
    assert (reading.account_id.value if reading.account_id else None) == account
    assert reading.case_reference is None


@each(
    ("said", "phone"),
    [
        (
            "Ann Bell wants out of the group. my mobile if you need me 07700 900 111, hers is 07700 900 482",
            "07700 900 482",
        ),
        ("Jan Maas will raus. Er hat eine neue Nummer: bisher 0170 5550 514, jetzt 0170 5550 615", "0170 5550 615"),
        ("[06/10/2026, 18:12] Ann Bell: delete my address\n[07/10/2026, 09:01] Vets: ring us on 0161 496 0400", None),
        ("HR of her new employer (Tom Birch, 01633 496 050) phoned about Ann Bell. Ann wants her file deleted.", None),
        (
            "Der Bruder von Otto Weiß war da, mit Vollmacht: keine Anrufe mehr. Seine Nummer ist 0151 5550 2217.",
            None,
        ),
    ],
)
def test_a_phone_is_not_that_of_who_tells_or_of_who_came(said: str, phone: str | None) -> None:
    reading = read(said)
    assert (reading.phone.value if reading.phone else None) == phone
