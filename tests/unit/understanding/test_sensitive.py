"""What must never be kept is masked, however people write it; ordinary numbers and words stay."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.understanding.mail import read_text
from bot.understanding.reading import Fact, MailReading, Sender, Span, Zone
from bot.understanding.sensitive.masks import mask, mask_file_name, mask_mail
from tests.growth import in_proportion
from tests.lines import each
from tests.unit.understanding.said import AMSTERDAM

CARD, BANK, CITIZEN = "card number", "bank account number", "citizen number"
SOCIAL, PASSWORD = "social security number", "password"


def _is_taken_out(text: str, value: str, kind: str) -> None:
    masked, kinds = mask(text)
    assert masked == text.replace(value, f"[{kind}: not kept]")
    assert kinds == (kind,)
    assert mask(masked) == (masked, ())


@each(
    ("text", "value"),
    [
        ("4111 1111 1111 1111 12/27", "4111 1111 1111 1111"),
        ("Card 4111 1111 1111 1111 123", "4111 1111 1111 1111"),
        ("Card 4111111111111111, exp 12/27", "4111111111111111"),
        ("nr.4111111111111111", "4111111111111111"),
        ("Card-4111 1111 1111 1111", "4111 1111 1111 1111"),
        ("It is 4111.1111.1111.1111.", "4111.1111.1111.1111"),
        ("4111  1111  1111  1111", "4111  1111  1111  1111"),
        ("4111–1111–1111–1111", "4111–1111–1111–1111"),
        ("4111 - 1111 - 1111 - 1111", "4111 - 1111 - 1111 - 1111"),
        ("my card 4111 1111\n1111 1111", "4111 1111\n1111 1111"),
        ("4111\xa01111\xa01111\xa01111", "4111\xa01111\xa01111\xa01111"),
        ("4111\u200b1111\u200b1111\u200b1111 please", "4111\u200b1111\u200b1111\u200b1111"),
        ("4111\xad1111\xad1111\xad1111", "4111\xad1111\xad1111\xad1111"),
        ("3782 822463 10005", "3782 822463 10005"),
        ("378282246310005", "378282246310005"),
        ("5555555555554444", "5555555555554444"),
        ("In 2026 4111 1111 1111 1111 was charged", "4111 1111 1111 1111"),
        ("for order 4111 1111 1111 1111", "4111 1111 1111 1111"),
        ("my card on file: 4111111111111111", "4111111111111111"),
        ("the card of my policy is 4111111111111111", "4111111111111111"),
        ("My card number for the record 4111111111111111", "4111111111111111"),
        ("record: 4111111111111111", "4111111111111111"),
        ("the card for my order 4111111111111111", "4111111111111111"),
        ("DHL delivery paid with card 4111111111111111", "4111111111111111"),
        ("4111111111111111 - invoice follows", "4111111111111111"),
        ("4111111111111111 of my order", "4111111111111111"),
    ],
)
def test_cards(text: str, value: str) -> None:
    _is_taken_out(text, value, CARD)


@each(
    ("text", "value", "kind"),
    [
        ("my pin is 4821", "4821", "pin"),
        ("PIN: 48210, please", "48210", "pin"),
        ("mijn pincode is 4821.", "4821", "pin"),
        ("meine PIN lautet 4821", "4821", "pin"),
        ("code secret : 4821", "4821", "pin"),
        ("mój kod PIN to 4821", "4821", "pin"),
        ("mi pin es 4821", "4821", "pin"),
        ("the card's pin (4821)", "4821", "pin"),
        ("exp 12/27 cvv 123", "123", "card code"),
        ("CVC: 1234", "1234", "card code"),
        ("cryptogramme : 123", "123", "card code"),
    ],
)
def test_short_codes_of_cards(text: str, value: str, kind: str) -> None:
    _is_taken_out(text, value, kind)


@each(
    "text",
    [
        "her pin is 12",
        "Leeds, PIN 560001",
        "case PIN-4711",
        "pin 2024-118 to the board",
        "we pin 300 boards a day",
        "see you at the pin 12:30",
        "the CVV was not asked for",
        "shopping 4711",
    ],
)
def test_ordinary_words_with_pins_stay(text: str) -> None:
    assert mask(text) == (text, ())


@each(
    ("text", "value"),
    [
        ("PT50 0002 0123 1234 5678 9015 4", "PT50 0002 0123 1234 5678 9015 4"),
        ("CH93 0076 2011 6238 5295 7 ist meins", "CH93 0076 2011 6238 5295 7"),
        ("IT60 X 05428 11101 000000123456", "IT60 X 05428 11101 000000123456"),
        ("NL91-ABNA-0417-1643-00", "NL91-ABNA-0417-1643-00"),
        ("NL91.ABNA.0417.1643.00", "NL91.ABNA.0417.1643.00"),
        ("NL91 ABNA\n0417 1643 00", "NL91 ABNA\n0417 1643 00"),
        ("konto PL 61 1090 1014 0000 0712 1981 2874", "PL 61 1090 1014 0000 0712 1981 2874"),
        ("mijn nl91abna0417164300.", "nl91abna0417164300"),
        ("FR14 2004 1010 0505 0001 3M02 606", "FR14 2004 1010 0505 0001 3M02 606"),
        ("MT84 MALT 0110 0001 2345 MTLC AST0 01S", "MT84 MALT 0110 0001 2345 MTLC AST0 01S"),
        ("ES91 2100 0418 4502 0005 1332", "ES91 2100 0418 4502 0005 1332"),
        ("Invoice NL91ABNA0417164300", "NL91ABNA0417164300"),
    ],
)
def test_bank_accounts(text: str, value: str) -> None:
    _is_taken_out(text, value, BANK)


@each(
    ("text", "value"),
    [
        ("mijn bsn 111 222 333", "111 222 333"),
        ("BSN 111.222.333", "111.222.333"),
        ("BSN: 111-222-333", "111-222-333"),
        ("111222333 (BSN)", "111222333"),
        ("111222333 is mijn BSN", "111222333"),
        ("bsnnummer 111222333", "111222333"),
        ("BSN van klant: 111222333", "111222333"),
        ("tel. 020 1112223, BSN 111222333", "111222333"),
        ("12.345.678-Z", "12.345.678-Z"),
        ("12345678 - Z", "12345678 - Z"),
        ("12345678-z", "12345678-z"),
        ("mi dni es 12345678 z", "12345678 z"),
        ("X 1234567 L", "X 1234567 L"),
        ("NIF 123 456 789", "123 456 789"),
        ("Número de identificação fiscal: 123456789", "123456789"),
        ("85.07.30-033-28", "85.07.30-033-28"),
        ("85 07 30 033 28", "85 07 30 033 28"),
        ("numéro national 85073003328", "85073003328"),
        ("NRN 85073003328", "85073003328"),
        ("1.85.05.78.006.084.91", "1.85.05.78.006.084.91"),
        ("RSS MRA 85T10 A562S", "RSS MRA 85T10 A562S"),
        ("RSSMRA85T10A56NH", "RSSMRA85T10A56NH"),
        ("TIN 86095742719", "86095742719"),
        ("Steuer-ID 86 095 742 719", "86 095 742 719"),
        ("Sozialversicherungsnummer 15 070649 C 103", "15 070649 C 103"),
        ("44051401359 (PESEL)", "44051401359"),
        ("NHS number 943 476 5919", "943 476 5919"),
        ("DNI para el contrato 12345678Z", "12345678Z"),
    ],
)
def test_citizens_numbers(text: str, value: str) -> None:
    _is_taken_out(text, value, CITIZEN)


@each(
    ("text", "value"),
    [
        ("AB-12-34-56-C", "AB-12-34-56-C"),
        ("AB 12 34 56 C", "AB 12 34 56 C"),
        ("my NI number is ab 12 34 56 c", "ab 12 34 56 c"),
        ("SSN 123.45.6789", "123.45.6789"),
        ("my number is 123–45–6789", "123–45–6789"),
        ("Regarding the claim from May my number is AB123456C", "AB123456C"),
        ("My order was cancelled. AB123456C", "AB123456C"),
        ("for the ticket you need my NI number: AB123456C", "AB123456C"),
        ("order 4711: AB123456C", "AB123456C"),
    ],
)
def test_social_security_numbers(text: str, value: str) -> None:
    _is_taken_out(text, value, SOCIAL)


@each(
    ("text", "value"),
    [
        ("la password è Sole2024!", "Sole2024!"),
        ("a minha senha é Gato1234", "Gato1234"),
        ("moje hasło to Kot12345", "Kot12345"),
        ("password was hunter2", "hunter2"),
        ("mi contraseña era Sol2024", "Sol2024"),
        ("mein Passwort war Geheim1", "Geheim1"),
        ("das Passwort lautet Geheim1", "Geheim1"),
        ("le mot de passe, c'est Soleil2024", "Soleil2024"),
        ("mon mot de passe est «\xa0Soleil24\xa0»", "Soleil24"),
        ("password hunter2", "hunter2"),
        ("password - hunter2", "hunter2"),
        ("Password is: hunter2", "hunter2"),
        ("**Password:** hunter2", "hunter2"),
        ("wachtwoord van mijn account: Geheim123", "Geheim123"),
        ("a senha do meu email é Gato1234", "Gato1234"),
        ("password:\nhunter2", "hunter2"),
        ("Passwort:\r\n\r\nGeheim1\r\nBitte alles löschen", "Geheim1"),
        ("password\thunter2", "hunter2"),
        ("pass: hunter2", "hunter2"),
        ("my pw is hunter2", "hunter2"),
        ("clave: Sol1234", "Sol1234"),
        ("password: correct horse battery staple", "correct horse battery staple"),
        ("password: correct horse battery staple. Please delete my account.", "correct horse battery staple"),
        ("login: ana / password: sunshine, please delete it all", "sunshine"),
        ("mot\xa0de\xa0passe: Soleil", "Soleil"),
        ("mot de passe : Zx", "Zx"),
        ("pass\u200bword: hunter2", "hunter2"),
        ("contrasen\u0303a: Sol2024", "Sol2024"),
    ],
)
def test_passwords(text: str, value: str) -> None:
    _is_taken_out(text, value, PASSWORD)


@each(
    "text",
    [
        "IMEI 356938035643809",
        "order number 4000001234567808",
        "Bestellnummer: 4000001234567808",
        "commande n° 4000001234567808",
        "zamówienie nr 4000001234567808",
        "track & trace 4000001234567808",
        "https://shop.example/orders/4000001234567808",
        "order 20260013 a week ago",
        "Did you get 20260013 a week ago?",
        "mi pedido 20260016 y quiero",
        "12345678Z@alumnos.example",
        "AB123456C@x.example",
        "SKU AB123456D",
        "we meet at 12 34 56 a street away",
        "Order 123-45-6789",
        "Rechnung 123-45-6789",
        "Tel: 123-45-6789",
        "Customer Sofie, order 123456782",
        "Sofia Berg, klantnummer 123456782",
        "numéro client 123456782, BSN inconnu",
        "customer service number 123456782",
        "NIF tel 912345675",
        "Steuerberater Rechnung 86095742719",
        "PESEL zamówienie 44051401359",
        "from 2026-03-05 10:15 to 2026-03-06 11:15, room 4111",
        "klant;order\nAna;123456782\nBob;111222333\n",
        "111222333, BSN: onbekend",
        "111222333 is mijn klantnummer",
        "NIF ou encomenda? encomenda 123456789, telefone 912345675",
        "account number 55779911, order 20-00-00",
        "my account number is 55779911",
        "Kontonummer 532013000 bei Ihnen im Shop",
        "the sort code is wrong on invoice 55779911",
        "sort the code 20-00-00 please",
        "tracking 00340434161094042557",
        "rib eye, compte 21000418450200051333",
        "ticket AB123456C",
        "Polisnummer AB123456C",
        "dossier 123-45-6789",
        "the file of my claim 123-45-6789",
        "tracking number: 4000001234567808",
        "numero di spedizione 4000001234567808",
        "2026/05/12 2026/05/13 2026/05/14",
    ],
)
def test_ordinary_numbers_stay(text: str) -> None:
    assert mask(text) == (text, ())


@each(
    "text",
    [
        "Password: please send a new one",
        "Subject: Password: forgotten",
        "Reset password: https://x.example/reset?t=a1b2c3",
        "Forgot password: Ana Diaz, ana@x.example",
        "I forgot my password ana@x.example",
        "my password is expired.",
        "my password is wrong!",
        "wachtwoord is verlopen.",
        "Mein Passwort ist abgelaufen.",
        "mon mot de passe est refusé.",
        "Wachtwoord: weet ik niet meer",
        "Passwort: bitte neu setzen",
        "contraseña: la he olvidado",
        "hasło jest nieprawidłowe.",
        "lost password TCK-4711",
        "Password reset for customer: Ana Diaz",
        "Name: Ana\nPassword:\nEmail: ana@x.example",
        "Password:\nKind regards\nAna",
        "You all gave your password to the Amazon Gift Team",
        "please pass to team2b",
        "boarding pass: QX12345",
        "palabra clave: datos1",
        "clave del producto XK7Q2-99PLM-22QRT",
        "chave de produto XK7Q2",
        "palavra-passe: esquecida",
        'it says "password incorrect"',
        'my password is "expired" they say',
        'click on "Password" and "Reset"',
        "I want to change my password to something else",
        "I changed my password to be safe",
        "reset my password to get in.",
        "the passwords are safe and sound",
        "my passwords are lost and forgotten.",
        "wachtwoord gewijzigd in mei",
        "ho cambiato la password in maggio.",
        "he cambiado la contraseña a menudo.",
        "I reset my password to no avail.",
        "Password | Email\n",
        "name;password;email\n",
        "I forgot my password     please help",
        "Password: ana@mail.example",
        'you gave your password to "Amazon Gift Team"',
        "pod hasłem „numer telefonu” wpisano adres",
        "password reset mail goes to spam.",
        "(reset my password|print), can you help?",
        "https://x.example/orders?code=4000001234567808&id=4711",
        "https://desk.example/tickets/4711?utm_source=mail&lang=en",
        "https://x.example/reset-password/help",
        "https://x.example/track/a81Hq2LmZp03Xs7Rr",
    ],
)
def test_words_about_passwords_stay(text: str) -> None:
    assert mask(text) == (text, ())


@each(
    ("text", "value"),
    [
        ("BSN / telefoon: 123456782 / 0612345678", "123456782"),
        ("PESEL i telefon: 44051401359, 601234567", "44051401359"),
        ("Meine Steuer-ID und Telefonnummer: 86095742719, 0151 2345678", "86095742719"),
        ("DNI y teléfono: 12345678Z, 612345678", "12345678Z"),
    ],
)
def test_of_two_numbers_that_are_named_together_the_citizens_goes(text: str, value: str) -> None:
    _is_taken_out(text, value, CITIZEN)


def test_what_stands_beside_a_value_stays_where_it_was() -> None:
    text = "I am Zoë\u200b, card 4111\u200b1111\u200b1111\u200b1111, IBAN NL91ABNA0417164300, password: hunter2. Thanks"
    assert mask(text) == (
        "I am Zoë\u200b, card [card number: not kept], IBAN [bank account number: not kept], "
        "password: [password: not kept]. Thanks",
        (CARD, BANK, PASSWORD),
    )


def test_a_code_goes_though_a_number_with_capitals_stands_behind_it() -> None:
    assert mask("PIN 4821 NL91ABNA0417164300")[0] == "PIN [pin: not kept] [bank account number: not kept]"


def test_a_mark_is_no_name_of_the_next_number() -> None:
    masked = "It is [social security number: not kept]; 456789123"
    assert mask("It is 123-45-6789; 456789123") == (masked, (SOCIAL,))
    assert mask(masked) == (masked, ())


def test_values_without_anything_between_them_all_go() -> None:
    both = "NL91ABNA0417164300-4111 1111 1111 1111"
    assert mask(both) == ("[bank account number: not kept]-[card number: not kept]", (BANK, CARD))


@each(
    ("name", "kept"),
    [
        ("IBAN NL91ABNA0417164300.pdf", "IBAN [bank account number: not kept].pdf"),
        ("scan_4111111111111111.jpg", "scan_[card number: not kept].jpg"),
        ("password: hunter2.txt", "password: [password: not kept].txt"),
        ("IBAN NL91ABNA0417164300", "IBAN [bank account number: not kept]"),
        ("scan 2026-03-05.pdf", "scan 2026-03-05.pdf"),
        ("scan.4111 1111 1111 1111", "scan.[card number: not kept]"),
        ("4111.1111.1111.1111", "[card number: not kept]"),
    ],
)
def test_a_files_name_keeps_its_ending(name: str, kept: str) -> None:
    assert mask_file_name(name) == kept


MAIL = """Please handle this.

-----Original Message-----
From: Ana Diaz <ana@x.example>
Sent: Thursday, 5 March 2026 10:15
To: shop@northwind.example
Subject: My IBAN NL91ABNA0417164300

Please delete all my data. My IBAN is NL91ABNA0417164300.

--
Ana Diaz
card 4111 1111 1111 1111
"""


def test_a_mail_keeps_its_zones_and_its_facts() -> None:
    mail = read_text(MAIL, zone=AMSTERDAM)
    kept, kinds = mask_mail(replace(mail, attachments=("IBAN NL91ABNA0417164300.pdf",)))
    assert kinds == (BANK, CARD)
    assert "NL91" not in repr(kept)
    assert "4111" not in repr(kept)
    assert kept.text == mask(mail.text)[0]
    assert kept.subject == "My IBAN [bank account number: not kept]"
    assert kept.attachments == ("IBAN [bank account number: not kept].pdf",)
    assert [zone.zone for zone in kept.zones] == [zone.zone for zone in mail.zones]
    for zone in Zone:
        assert kept.parts(zone) == mask(mail.parts(zone))[0]
    for fact, before in ((kept.sender, mail.sender), (kept.sent, mail.sent)):
        assert fact is not None
        assert before is not None
        assert fact.value == before.value
        assert fact.quote == before.quote == kept.text[slice(*fact.span)]


def test_a_mail_without_such_values_stays_as_it_is() -> None:
    mail = read_text("Please delete all my data, order 4711. Ana", zone=AMSTERDAM)
    assert mask_mail(mail) == (mail, ())


def test_a_value_across_two_zones_is_in_one_of_them() -> None:
    text = "card 4111 1111\n1111 1111 please"
    sender = Fact(Sender("Ana 4111111111111111", "ana@x.example"), "1111\n1111", (10, 19), 1.0, "header")
    sent = Fact(datetime(2026, 3, 5, tzinfo=UTC), "please", (25, 31), 1.0, "header")
    mail = MailReading(text, (Span(Zone.NOTE, 0, 14), Span(Zone.BODY, 15, 31)), sender=sender, sent=sent)
    kept, _kinds = mask_mail(mail)
    assert [kept.text[zone.start : zone.end] for zone in kept.zones] == ["card [card number: not kept]", " please"]
    assert kept.sender is not None
    assert kept.sender.value.name == "Ana [card number: not kept]"
    assert "1111" not in kept.sender.quote
    assert kept.sent is not None
    assert kept.sent.quote == "please"


HOSTILE = (
    *("password: ", "password ", "pw:a ", "pw: aa bb cc dd\n", "password of my my my my ", "password is (", "pass:\n"),
    *(
        "4111 1111 1111 1111 ",
        "4111 1111 1111 1112 ",
        "4111 ",
        "1 ",
        "11 ",
        "1......",
        " \u200b1",
        "12345678z.........",
    ),
    *(
        "nl91 ",
        "nl91abna0417164300 ",
        "rss mra 85t10 a562s ",
        "bsn 111 222 333 ",
        "123456789 (bsn) ",
        "no 123-45-6789 ",
    ),
    *(
        "bsn 123456782, ",
        "name;bsn\n1;123456782\n",
        "bsn;bsn;",
        "orders AB123456C and ",
        "61 1090 1014 0000 0712 1981 287 ",
    ),
    *("sort code 20-00-00 account 55779911 ", "blz konto ", "login;password\na;b\n", "passwords are a1b2c3 and "),
    *(
        "password set to ",
        "password | ",
        "<b>password</b>",
        'password "',
        "https://x.example/reset/?token=a&",
        "pin of my ",
    ),
    *("orders 4532015112830366, 4111111111111111 ", "files 123456782, ", "order,id\n4111111111111111,1\n", "a,b\n"),
    *("1 2 3 4 5 6 7 8 9 ", "123 45 67 89 01 ", "eyJabcdefgh.", "api key: ", "a.b/", "https://a:", "pin is 482193 "),
    *("order 4000001234567808 ", "123456 abcdefg", "85 07 30 033 28 ", "a1", "numero de ", "boarding pass: "),
    *("backup codes 1234 5678 ", "recovery code: ", "seed phrase is ", "abandon ability ", "1) zoo\n2) "),
    *("user ana pass b1c2d3 ", "log in with ana / b1c2d3 ", "one-time code of my bank is 482193 "),
)


@each("piece", HOSTILE)
def test_time_grows_with_the_length_of_the_text_alone(piece: str) -> None:
    assert in_proportion(lambda size: mask(piece * (size // len(piece))))


def test_zones_are_moved_in_time_that_grows_with_their_number_alone() -> None:
    def move(many: int) -> None:
        line = "card 4111 1111 1111 1111\n"
        text = line * many
        spans = tuple(Span(Zone.BODY, at, at + len(line)) for at in range(0, len(text), len(line)))
        kept, _ = mask_mail(MailReading(text, spans))
        assert {kept.text[zone.start : zone.end] for zone in kept.zones} == {"card [card number: not kept]\n"}

    assert in_proportion(move, 500)
