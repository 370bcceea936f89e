"""Requests of which a desk says no more than right and surname, and cases that are said to be closed wrongly."""

from bot.understanding.reading import Meta
from tests.lines import each
from tests.unit.understanding.said import read


@each(
    ("note", "right", "name"),
    [
        ("Altra istanza: cancellazione account Bellini. Procedo?", "erasure", "Bellini"),
        ("One more: access Whitlock", "access", "Whitlock"),
        ("2nd request today: deletion Whitlock", "erasure", "Whitlock"),
        ("Noch ein Antrag: Kontolöschung Ziegler", "erasure", "Ziegler"),
        ("Weitere Anfrage: Berichtigung Ziegler", "rectification", "Ziegler"),
        ("Nog een: verwijdering Hofstra", "erasure", "Hofstra"),
        ("Nouvelle demande : accès Perrault", "access", "Perrault"),
        ("Nueva solicitud: acceso Arriaga", "access", "Arriaga"),
        ("Novo pedido: acesso Figueiredo", "access", "Figueiredo"),
        ("Nowa sprawa: dostęp Wrona", "access", "Wrona"),
    ],
)
def test_a_right_and_a_surname_are_asked_about(note: str, right: str, name: str) -> None:
    reading = read(note)
    assert reading.unsure
    assert reading.candidates[0][0] == right
    assert reading.name is not None
    assert reading.name.value == name


@each(
    ("note", "right"),
    [
        ("Kunde will Auskunft", "access"),
        ("Fall 4711: Kunde will Auskunft", "access"),
        ("Ticket 4711: customer wants access", "access"),
        ("Zaak 4711: klant wil inzage", "access"),
        ("klant vraagt om rectificatie", "rectification"),
        ("Anruferin will Datenauskunft", "access"),
        ("customer wants restriction", "restriction"),
        ("will Löschung", "erasure"),
        ("two members asking for deletion", "erasure"),
        ("three ex-employees want their files", "access"),
        ("drei Kunden wollen ihre Daten", "access"),
        ("twee mensen vragen om verwijdering", "erasure"),
        ("dos personas piden borrado", "erasure"),
        ("hoje 2 pedidos de apagamento", "erasure"),
        ("dziś 2 wnioski o usunięcie", "erasure"),
    ],
)
def test_a_customer_who_wants_a_right_is_asked_about(note: str, right: str) -> None:
    reading = read(note)
    assert reading.unsure or reading.rights
    assert right in {name for name, _ in reading.candidates}


@each(
    "note",
    [
        "Kunde will Auskunft zum Tarif",
        "I need access",
        "how do I get access",
        "Altra richiesta: cancellazione ordine 4711",
        "One more: access to the printer room",
        "Nueva solicitud: acceso a la impresora",
        "Noch ein Antrag: Urlaub Ziegler",
        "New request: deletion of row 14",
        "three tenants want access to the bike shed",
        "we had 40 erasure requests last year",
    ],
)
def test_what_a_desk_says_of_a_thing_is_none(note: str) -> None:
    assert not read(note).rights


@each("note", ["Status: Löschung Ziegler", "DSR-2026-0042: deletion Whitlock, news?"])
def test_who_asks_how_a_case_goes_announces_none(note: str) -> None:
    assert read(note).meta is Meta.STATUS_QUERY


@each(
    ("said", "right"),
    [
        ("My request should not have been closed. My data must go.", "erasure"),
        ("The ticket should not have been closed. The data must go.", "erasure"),
        ("Das Ticket hätte nicht geschlossen werden dürfen. Die Daten müssen weg.", "erasure"),
        ("Ten onrechte gesloten, klant wil nog steeds inzage", "access"),
        ("Case DSR-2026-0042 should not have been closed, how do we reopen it?", "complaint"),
        ("Mein Antrag wurde versehentlich geschlossen.", "complaint"),
        ("Ma demande d'accès a été clôturée à tort, merci de la traiter.", "complaint"),
        ("Zamknięte przez pomyłkę, klientka nadal chce usunięcia danych", "erasure"),
    ],
)
def test_what_is_left_of_a_case_that_was_closed_wrongly_is_asked_about(said: str, right: str) -> None:
    reading = read(said)
    assert reading.meta is Meta.REQUEST
    assert reading.unsure
    offered = {name for name, _ in reading.candidates}
    assert {right, "complaint"} <= offered


@each(
    "said",
    [
        "The valve should not have been closed. The pump must go back to the supplier.",
        "My account was closed by mistake, please open it again.",
        "De winkel was per ongeluk gesloten, wanneer gaat hij weer open?",
    ],
)
def test_a_thing_that_should_not_have_been_closed_is_none(said: str) -> None:
    assert not read(said).rights
