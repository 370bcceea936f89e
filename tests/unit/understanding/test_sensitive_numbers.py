"""Numbers that must go in lists and tables, named behind, glued or broken; and those that are named otherwise, which
stay."""

import pytest

from bot.understanding.sensitive.masks import mask
from tests.unit.understanding.masked import goes

CARD, BANK, CITIZEN, SOCIAL = "card number", "bank account number", "citizen number", "social security number"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Unsere Steuer-IDs: 86095742719 und 57549285017", ("86095742719", "57549285017")),
        (
            "naam,geboren,BSN,plaats\nAna de Vries-van den Berg,2 maart,123456782,Breda\nBob,3 mei,111222333,Ede",
            ("123456782", "111222333"),
        ),
        (
            "| Name | Straße und Hausnummer des Kunden | Steuer-ID |\n|---|---|---|\n"
            "| Eva | Am alten Sportplatz hinter dem Haus 4 | 86095742719 |\n",
            ("86095742719",),
        ),
        ("imię\tPESEL\tmiasto\nAnna Maria Nowak-Kowalska z Warszawy\t44051401359\tŁódź\n", ("44051401359",)),
        ("86095742719 ist meine Steuer-ID", ("86095742719",)),
        ("123456782 is het BSN van mijn vader", ("123456782",)),
        ("123456782, mijn BSN, staat verkeerd", ("123456782",)),
        ("123456782 = BSN", ("123456782",)),
        ("123456789 é o meu NIF", ("123456789",)),
        ("123456789, meu NIF", ("123456789",)),
    ],
)
def test_citizens_numbers_in_lists_and_before_their_names(text: str, values: tuple[str, ...]) -> None:
    goes(text, CITIZEN, *values)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("name,ssn\nAna Maria Diaz of the second floor in the old building,219099999\n", ("219099999",)),
    ],
)
def test_social_security_numbers_in_lists(text: str, values: tuple[str, ...]) -> None:
    goes(text, SOCIAL, *values)


@pytest.mark.parametrize(
    "text",
    [
        "mijn BSN is 123456782\n111222333 is mijn klantnummer",
    ],
)
def test_in_a_list_what_has_another_name_stays(text: str) -> None:
    assert mask(text)[0] == text.replace("123456782", f"[{CITIZEN}: not kept]")


@pytest.mark.parametrize(
    "text",
    [
        "naam;bsn;order\nAna;;123456782\nBob;onbekend;111222333\n",
    ],
)
def test_in_a_table_what_stands_under_another_head_stays(text: str) -> None:
    assert mask(text) == (text, ())


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("nr konta 61109010140000071219812874", "61109010140000071219812874"),
        ("konto 61 1090 1014 0000 0712 1981 2874", "61 1090 1014 0000 0712 1981 2874"),
        ("przelew na 61-1090-1014-0000-0712-1981-2874.", "61-1090-1014-0000-0712-1981-2874"),
        ("RIB : 30002 00550 0000157841Z 25", "30002 00550 0000157841Z 25"),
        ("mon compte 30002005500000157841Z25", "30002005500000157841Z25"),
        (
            "Code banque 30002 Code guichet 00550 N° de compte 0000157841Z Clé RIB 25",
            "30002 Code guichet 00550 N° de compte 0000157841Z Clé RIB 25",
        ),
        ("mi cuenta es 2100 0418 45 0200051332", "2100 0418 45 0200051332"),
        ("CCC 21000418450200051332", "21000418450200051332"),
        ("2100-0418-45-0200051332", "2100-0418-45-0200051332"),
        ("IBANNL91ABNA0417164300", "NL91ABNA0417164300"),
        ("IBANDE89370400440532013000BIC COBADEFF", "DE89370400440532013000"),
        ("> my account NL91 ABNA\n> 0417 1643 00 please", "NL91 ABNA\n> 0417 1643 00"),
        ("> > NL91 ABNA 0417\r\n> > 1643 00", "NL91 ABNA 0417\r\n> > 1643 00"),
    ],
)
def test_bank_accounts_of_old_glued_and_broken(text: str, value: str) -> None:
    goes(text, BANK, value)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("sort code 20-00-00 account number 55779911", ("20-00-00", "55779911")),
        ("Sort code: 200000, acc no: 55779911", ("200000", "55779911")),
        ("20-00-00 55779911 (sort code and account)", ("20-00-00", "55779911")),
        ("account 55779911, sort code 20-00-00", ("55779911", "20-00-00")),
        ("Kontonummer 532013000 BLZ 37040044", ("532013000", "37040044")),
        ("BLZ: 370 400 44, Kto.-Nr. 532013000", ("370 400 44", "532013000")),
        ("Bankleitzahl 37040044\nKontonummer 0532013000", ("37040044", "0532013000")),
    ],
)
def test_bank_accounts_in_two_numbers(text: str, values: tuple[str, ...]) -> None:
    goes(text, BANK, *values)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4111/1111/1111/1111", "4111/1111/1111/1111"),
        ("4111_1111_1111_1111", "4111_1111_1111_1111"),
        ("4111·1111·1111·1111", "4111·1111·1111·1111"),
        ("4111 • 1111 • 1111 • 1111", "4111 • 1111 • 1111 • 1111"),
        ("4111 / 1111 / 1111 / 1111", "4111 / 1111 / 1111 / 1111"),
        ("> 4111 1111\n> 1111 1111", "4111 1111\n> 1111 1111"),
    ],
)
def test_cards_parted_by_other_signs(text: str, value: str) -> None:
    goes(text, CARD, value)


@pytest.mark.parametrize(
    "text",
    [
        "our tickets AB123456C and AB123457D",
        "the ticket from last week, no AB123456C",
        "AB123456C is my order number",
        "AB123456C (order)",
        "policy AB123456C",
        "Police d'assurance AB123456C",
        "file AB123456C",
        "the case I opened in May AB123456C",
        "invoice 123-45-6789 and 123-45-6790",
        "123-45-6789 is the invoice number",
        "Akte 123-45-6789",
        "póliza 12345678Z",
        "nº de albarán 12345678Z",
        "12345678Z es mi número de pedido",
        "expediente abierto en mayo 12345678Z",
        "package number 4000001234567808",
        "your package 4000001234567808 is late",
        "4000001234567808 is my tracking number",
        "DHL 4000001234567808",
    ],
)
def test_files_orders_and_parcels_stay(text: str) -> None:
    assert mask(text) == (text, ())
