"""Numbers that must go in lists and tables, named behind, glued or broken; and those that are named otherwise, which
stay."""

import pytest

from bot.understanding.sensitive.masks import mask
from tests.lines import each
from tests.unit.understanding.masked import goes

CARD, BANK, CITIZEN, SOCIAL = "card number", "bank account number", "citizen number", "social security number"
DOCUMENT = "identity document"


@each(
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


@each(
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


@each(
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


@each(
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


@each(
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


@each(
    "text",
    [
        "orders 4532015112830366, 4111111111111111",
        "my orders are 4532015112830366, 4532015112830367 and 4111111111111111, delete them",
        "Graag alles wissen van bestellingen 4532015112830374 en 4111111111111111",
        "Sendungsnummern:\n4532015112830366\n4111111111111111\n5500000000000004",
        "commandes n° 4532015112830366 et 4111111111111111",
        "Borren los envíos 4532015112830374, 4111111111111111",
        "Cancellate le fatture n. 4532015112830366 e n. 4111111111111111",
        "Apaguem as faturas nº 4532015112830374 e 4111111111111111",
        "Zamówienia:\n1) 4532015112830374\n2) 4111111111111111",
        "tickets 12345678Z, 00000001R, 00000014Z",
        "invoices 123-45-6789, 123-45-6790 and 219-09-9999",
        "Orders: #4532015112830366, #4111111111111111",
        "order nos. 4532015112830366 & 4111111111111111",
        "Tickets:\n\n4532015112830366\n4111111111111111",
        "Meine Bestellung mit der Nummer 4532015112830366",
        "ma commande portant le numéro 4532015112830366",
        "moje zamówienie o numerze 4532015112830366",
    ],
)
def test_lists_of_other_numbers_stay(text: str) -> None:
    assert mask(text) == (text, ())


@each(
    "text",
    [
        "order_id;name\n4532015112830366;Ana\n4111111111111111;Bob",
        "name,Order ID,city\nAna,4532015112830366,Leeds",
        "naam\tbestelnummer\nAna\t4532015112830366",
        "| Name | Bestellnr. |\n|---|---|\n| Ana | 4532015112830366 |\n| Bob | 4111111111111111 |",
        "Date;N° de facture\n3/5;4111111111111111",
        "cliente;pedido\nAna;4532015112830366",
        "nome,codice ordine\nAna,4532015112830366",
        "nome;nº da encomenda\nAna;4532015112830366",
        "imię;nr zamówienia\nAna;4532015112830366",
        "Name;Ref\nAna;4532 0151 1283 0366",
        "name;reference\nAna;12345678Z",
        "name;ticket;date\nAna;123-45-6789;3 May",
        "bsn opgegeven;klantnr\nja;123456782\nnee;111222333",
        "Name;Steuer-ID vorhanden;Vertragsnummer\nAna;ja;86095742719",
        "nome;NIF entregue;nº contrato\nAna;sim;123456789",
        "imię;PESEL podany;numer umowy\nAna;tak;44051401359",
        "<td>Order number</td><td>4532015112830366</td>",
        '{"order_id": "4532015112830366", "status": "open"}',
        "Order number\t4532015112830366",
        "Your order number\n4532015112830366",
    ],
)
def test_what_stands_under_or_beside_the_name_of_another_number_stays(text: str) -> None:
    assert mask(text) == (text, ())


@each(
    "text",
    [
        "our ref: 4532 0151 1283 0366",
        "Bestellnummer 4532 0151 1283 0366",
        "klantnummer: 4532 0151 1283 0366",
        "N° de commande : 4532 0151 1283 0366",
        "Nº de pedido 4532 0151 1283 0366",
        "codice cliente 4532 0151 1283 0366",
        "número da encomenda: 4532-0151-1283-0366",
        "nr zamówienia: 4532 0151 1283 0366",
        "OV-chipkaart 3528 0000 0000 0007",
        "gift card 4532 0151 1283 0366",
    ],
)
def test_what_is_said_to_be_another_number_stays_in_parts_too(text: str) -> None:
    assert mask(text) == (text, ())


@each(
    "text",
    [
        "delete my BSN from file 123456782",
        "Verwijder mijn BSN uit contract 123456782",
        "BSN graag wissen, klantnr 123456782",
        "Steuer-ID löschen, Vertrag 86095742719",
        "Löschen Sie meine Steuer-ID aus der Akte 86095742719",
        "supprimez mon numéro national du contrat 85073003328",
        "NIF do contrato 123456789",
        "apaguem o meu NIF, processo 123456789",
        "PESEL z umowy 44051401359",
        "usuńcie mój pesel z polisy 44051401359",
        "delete my SSN from policy 219099999",
        "delete my BSN from the files 123456782, 111222333",
        "Delete BSN and order 123456782",
        "Steuer-ID und Bestellung 86095742719 löschen",
        "PESEL i zamówienie 44051401359 usunąć",
        "My NHS appointment 943 476 5919 was wrong",
    ],
)
def test_a_citizens_number_that_is_spoken_of_does_not_name_the_next_number(text: str) -> None:
    assert mask(text) == (text, ())


@each(
    "text",
    [
        "PNR AB123456C",
        "flight AB123456C",
        "locker AB123456C",
        "RMA number 4532015112830366",
        "barcode 4532015112830366",
        "S/N: 4532015112830366",
        "License plate AB 12 34 56 C",
        "meter reading 4532015112830366",
        "loyalty card 4532015112830366",
        "my giftcard 4532015112830366",
        "library card 4532015112830366",
        "My membership card number is 4532015112830366",
        "Tesco Clubcard number: 4532015112830366",
        "patient number 9434765919, NHS number not known",
        "kenteken AB123456C",
        "meternummer 4532015112830366",
        "simkaart 4532015112830366",
        "mijn AH bonuskaart is 4532015112830366",
        "klantenkaart 4532015112830366",
        "nummer van de cadeaukaart: 4532015112830366",
        "klacht 4532015112830366",
        "vluchtnummer AB123456C",
        "Kfz-Kennzeichen AB123456C",
        "Zähler 4532015112830366",
        "Stromzählernummer 4532015112830366",
        "Mandatsreferenz 4532015112830366",
        "Kundenkarte Nr. 4532015112830366",
        "Meine Kundenkarte hat die Nummer 4532015112830366",
        "Payback-Nr. 4532015112830366",
        "Geschenkkarte 4532015112830366",
        "Gerätenummer 4532015112830366",
        "Polizzennummer 123-45-6789",
        "n° de contrat 4532015112830366",
        "compteur 4532015112830366",
        "numéro de PDL 4532015112830366",
        "carte de fidélité 4532015112830366",
        "ma carte cadeau n°4532015112830366",
        "carte SIM 4532015112830366",
        "réclamation 4532015112830366",
        "immatriculation AB123456C",
        "El contador 12345678Z",
        "lote 12345678Z",
        "modelo 12345678Z",
        "localizador 12345678Z",
        "mi matrícula es 12345678Z",
        "código CUPS 4532015112830366",
        "tarjeta de fidelidad 4532015112830366",
        "número de mi tarjeta regalo: 4532015112830366",
        "siniestro 4532015112830366",
        "targa AB123456C",
        "contatore 4532015112830366",
        "la mia carta fedeltà numero 4532015112830366",
        "carta regalo 4532015112830366",
        "reclamo 4532015112830366",
        "numero di serie del modem 4532015112830366",
        "a matrícula é 12345678Z",
        "número do contador 4532015112830366",
        "o meu cartão de cliente 4532015112830366",
        "cartão presente 4532015112830366",
        "reclamação 4532015112830366",
        "voo AB123456C",
        "nr rejestracyjny AB123456C",
        "numer licznika 4532015112830366",
        "karta podarunkowa 4532015112830366",
        "numer mojej karty lojalnościowej 4532015112830366",
        "reklamacja 4532015112830366",
        "numer lotu AB123456C",
        "numéro d'abonné 4532015112830366",
        "ID transazione 4532015112830366",
        "référence de paiement 4532015112830366",
        "numéro de police 4532015112830366",
    ],
)
def test_what_else_has_numbers(text: str) -> None:
    assert mask(text) == (text, ())


@each(
    ("text", "value"),
    [
        ("my BSN for my file is 123456782", "123456782"),
        ("het BSN op de polis is 123456782", "123456782"),
        ("meine Steuer-ID für den Vertrag lautet 86095742719", "86095742719"),
        ("Steuer-ID des Kunden 86095742719", "86095742719"),
        ("o meu NIF para o contrato é 123456789", "123456789"),
        ("PESEL z umowy to 44051401359", "44051401359"),
        ("My NHS number for the appointment is 943 476 5919", "943 476 5919"),
        ("contract 4711, BSN 123456782", "123456782"),
        ("umowa 12, PESEL 44051401359", "44051401359"),
        ("BSN / klantnummer: 123456782", "123456782"),
        ("Steuer-ID Mitarbeiter 86095742719", "86095742719"),
        ("NHS number patient 9434765919", "9434765919"),
        ("tengo cita mañana, 12345678Z", "12345678Z"),
        ("BSN 123456782 uit contract 4711 wissen", "123456782"),
        ("bsn opgegeven;bsn\nja;123456782", "123456782"),
        ("klant_bsn;naam\n123456782;Ana", "123456782"),
        ("Numer PESEL;Imię\n44051401359;Ana", "44051401359"),
        ("bsn,order\n123456782,111222333", "123456782"),
        ("| Bestelling | 4711 |\n| BSN | 123456782 |", "123456782"),
        ("Beste, mijn bsn is\n123456782, dank", "123456782"),
    ],
)
def test_citizens_numbers_beside_files_and_orders(text: str, value: str) -> None:
    goes(text, CITIZEN, value)


@each(
    "text",
    [
        "the gift card was paid with 4111111111111111",
        "gift card bought with my card 4111111111111111",
        "mijn creditcard voor bestelling 4111111111111111",
        "Kundenkarte gekündigt. Kreditkarte: 4111111111111111",
        "carte de fidélité perdue, carte bleue 4111111111111111",
        "tarjeta regalo comprada con mi tarjeta 4111111111111111",
        "karta lojalnościowa; karta kredytowa 4111111111111111",
        "refund to 4111111111111111 please",
        "remboursement sur 4111111111111111",
        "Order 4711\n4111111111111111",
        "cancel my order\n4111111111111111",
        "order;card\n4532015112830366;4111111111111111",
        "name;order\nAna;4711\n\nMy card: 4111111111111111",
        "orders 4711 and 4712, paid with 4111111111111111",
        "cards 4532015112830366 and 4111111111111111",
    ],
)
def test_cards_beside_orders_and_cards_that_pay_nothing(text: str) -> None:
    cards = ("4111111111111111", *(("4532015112830366",) if text.startswith("cards") else ()))
    goes(text, CARD, *cards)


def test_a_card_does_not_name_the_order_that_follows_it() -> None:
    text = "My card is 4111111111111111, my order 4532015112830366. It is my card. Order 4532015112830366"
    goes(text, CARD, "4111111111111111")


@each(
    "text",
    [
        "Order:     4532015112830366",
        "Kundennummer:     12345678Z",
        "*Order number:* 4532015112830366",
        "**Order number:** 4532015112830366",
        ">*Order:* 4532015112830366",
        "- Order no.\n  4532015112830366",
        "* Order number\n  4532015112830366",
        "1. Order number\n4532015112830366",
        "|Order number     |4532015112830366|",
        '"order": {"id": "4532015112830366"}',
        "Order = [4532015112830366]",
        "Order: „4532015112830366“",
        "Order no ........ 4532015112830366",
        "Order number (see mail): 4532015112830366",
        "Bestelling(en): 4532015112830366",
        "orderNo=4532015112830366",
        "Kd.-Nr. 4532015112830366",
        "ticketnummer 4532015112830366",
        "confirmation code: 4532015112830366",
        "réf. client : 4532015112830366",
        "nº de caso 4532015112830366",
        "sygn. 4532015112830366",
        "n. protocollo 4532015112830366",
    ],
)
def test_numbers_of_orders_stay_in_markup_lists_and_forms(text: str) -> None:
    assert mask(text) == (text, ())


@each(
    ("text", "kind", "value"),
    [
        ("Meu CPF é 529.982.247-25, apaguem meus dados", CITIZEN, "529.982.247-25"),
        ("529.982.247-25", CITIZEN, "529.982.247-25"),
        ("CPF 92908100339", CITIZEN, "92908100339"),
        ("Meine AHV-Nummer: 756.9217.0769.85", SOCIAL, "756.9217.0769.85"),
        ("n° AVS 7569217076985", SOCIAL, "7569217076985"),
        ("Número de la Seguridad Social: 28 12345678 40", SOCIAL, "28 12345678 40"),
        ("NISS 13374207802", SOCIAL, "13374207802"),
        ("o meu número da Segurança Social é 133 742 078 02", SOCIAL, "133 742 078 02"),
        ("SVNR 1237 010180", SOCIAL, "1237 010180"),
        ("My ITIN is 930-70-6898", CITIZEN, "930-70-6898"),
        ("Krankenversichertennummer A123456780", SOCIAL, "A123456780"),
        ("dowód osobisty: ABA 300000", DOCUMENT, "ABA 300000"),
        ("My ID card ABA300000 was scanned, delete the scan", DOCUMENT, "ABA300000"),
    ],
)
def test_citizens_numbers_of_further_countries_go(text: str, kind: str, value: str) -> None:
    goes(text, kind, value)


@each(
    "text",
    [
        "Pedido 92908100339, apaguem meus dados",
        "CPF 929.081.003-38",
        "Order 7569217076980 (EAN)",
        "Kundennummer A123456780",
        "Auftrag 1237 010180",
        "lot ABA300000 is faulty",
        "expediente 281234567840",
    ],
)
def test_numbers_without_their_check_or_their_name_stay(text: str) -> None:
    assert mask(text) == (text, ())
