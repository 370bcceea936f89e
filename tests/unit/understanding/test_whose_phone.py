"""Whose phone number a message gives, and which digits are a phone's: invented messages in eight languages."""

from bot.understanding.mail import read_text
from bot.understanding.read import understand
from tests.growth import in_proportion
from tests.lines import each
from tests.unit.understanding.said import AMSTERDAM


def _phone(text: str) -> str | None:
    fact = understand(read_text(text, zone=AMSTERDAM)).phone
    return fact.value if fact else None


ERASE = "Please delete my data. "


@each(
    "said",
    [
        # of firms alone, by their first digits
        "Nobody answers on 0800 555 0177.",
        "Your line 1-877-555-0142 is dead.",
        "0900-2345 neemt niet op.",
        "Die 0180 5 445566 ist besetzt.",
        "le 08 92 70 40 11 sonne occupé",
        "el 902 445 566 comunica",
        "il numero verde 800 445 566 non risponde",
        "o 707 445 566 não atende",
        "nikt nie odbiera pod 801 445 566",
        # called by the writer, or calling them
        "I called 020 7946 0011 about it twice.",
        "I get calls from 020 7946 0011 every day.",
        "Ich bekomme dauernd Anrufe von 030 2345 6789.",
        "Je reçois des appels du 01 44 55 66 77.",
        "Recibo llamadas del 91 445 56 67.",
        "Ricevo telefonate dal 02 4455 6677.",
        "Recebo chamadas do 213 445 566.",
        "Dzwonili do mnie z +48 22 445 56 67.",
        "020 7946 0011 keeps calling me.",
        # an office's, a helper's
        "My solicitor is at 01 555 7712.",
        "Uw adviseur op 033-4455667 weet ervan.",
        "Eure Zentrale (030 2345 6789) weiß nichts.",
        "Votre conseiller au 01 44 55 66 77 est au courant.",
        "Su centralita 91 445 56 67 no sabe nada.",
        "L'ufficio allo 02 4455 6677 non sa nulla.",
        "O vosso escritório no 213 445 566 não sabe.",
        "Wasza infolinia 22 445 56 67 nic nie wie.",
        "01632 960 144, that's your front desk.",
        # a relative's
        "My sister's mobile 07700 900 144 is not for you either.",
        "The number 07700 900 144 belongs to my brother.",
        "Het nummer 06 1234 5678 is van mijn zus.",
        "Die Nummer 0171 2345 678 gehört meiner Schwester.",
        "El 612 44 55 66 es de mi hermana.",
        # no phones at all
        "Reference 18 0000 3344 120.",
        "The chip is 981 098 104 772 118.",
        "CPF 318.442.907-10",
        "Numer 526-103-95-30.",
        "They said 00448113.",
        "The letter reads 0447-1820.",
        "Invoice: 550 118 31",
    ],
)
def test_a_number_that_is_not_theirs(said: str) -> None:
    assert _phone(ERASE + said) is None


@each(
    ("said", "phone"),
    [
        ("Call me on 07700 900 144.", "07700 900 144"),
        ("I called 0800 555 0177, my own number is 07700 900 144.", "07700 900 144"),
        ("Your office is 020 7946 0011, mine is 07700 900 144.", "07700 900 144"),
        ("Not my sister: 07700 900 144 is mine.", "07700 900 144"),
        ("caller: Ann Bell, cb # 225-555-0144\nask: delete her data", "225-555-0144"),
        ("tel=0612345678", "0612345678"),
        ("Mijn nummer is nu 06 1234 5678, vroeger was het 06 8765 4321.", "06 1234 5678"),
        ("Vroeger was het 06 8765 4321, nu 06 1234 5678.", "06 1234 5678"),
        ("Bitte nicht mehr anrufen (0171 2345 678)", "0171 2345 678"),
        ("Mein Handy: (0 53 41) 44 55 66", "(0 53 41) 44 55 66"),
        ("Mi cel: 55 4455 6677", "55 4455 6677"),
        ("Mi teléfono es 91 445 56 67", "91 445 56 67"),
        ("O meu número é 912 445 566", "912 445 566"),
        ("Il mio cellulare è 347 445 5667", "347 445 5667"),
        ("Mój numer to 22 445 56 67", "22 445 56 67"),
        ("Mon numéro 0470 44 55 66", "0470 44 55 66"),
        ("Ich bin erreichbar unter der 030 4455 6677.", "030 4455 6677"),
        ("Ana Bell phoned (0161 496 0822): delete her account", "0161 496 0822"),
        ("My number 98110 44556", "98110 44556"),
        ("Assistant: And a phone?\nMe: 555-0144\nAssistant: Thanks.", "555-0144"),
        ("Operatore: A quale numero la chiamiamo?\nUtente: 347 445 5667", "347 445 5667"),
        ("Asistente: ¿Y su número?\nCliente: 612 445 566", "612 445 566"),
    ],
)
def test_a_number_of_their_own(said: str, phone: str) -> None:
    assert _phone(ERASE + said) == phone


def test_an_answer_to_another_question_is_no_phone() -> None:
    assert _phone(ERASE + "\nBot: What is your customer number?\nMe: 0447-118206\nBot: Thanks.") is None


@each("many", ["07700 900 144 ", "(", "my sister's 07700 900 144, ", "0 1 2 3 4 5 6 7 8 9 ", "tel "])
def test_many_numbers_cost_little(many: str) -> None:
    assert in_proportion(lambda size: understand(read_text(ERASE + many * (size // len(many)), zone=AMSTERDAM)), 1_000)


@each(
    "field",
    [
        "Phone customer: 0131 496 0177",
        "Contact number: 0131 496 0177",
        "Contact customer: 07700 900118",
        "Phone requester: 07700 900118",
        "customerPhone: 07700 900118",
        "Telefoon klant: 06 30006661",
        "klant_telefoon=06-30006661",
        "Telefoonnummer (lid): 06-30006661",
        "GSM klant 0470 30 66 61",
        "Telefoon klant | 06 30006661",
        "Telefon Kundin: 0160 5550171",
        "Kundenrufnummer: 0160 5550171",
        "Klantnummer: 90417\nKlanttelefoon: 06-30006661",
        "Tél. client : 06 30 00 66 61",
        "Contact client : 06 30 00 66 61",
        "Móvil cliente: 630 006 661",
        "Teléfono titular: 630 006 661",
        "Cellulare cliente: 347 5550171",
        "Recapito cliente: 347 5550171",
        "Telefone cliente: 930 006 661",
        "Contacto do cliente: 930 006 661",
        "Nr telefonu klienta: 603 006 661",
        "Tel. kom. klienta: 603 006 661",
        "name;customer phone\nAda Moor;07700 900118",
    ],
)
def test_a_field_for_the_persons_phone(field: str) -> None:
    found = understand(read_text(f"{field}\n{ERASE}", zone=AMSTERDAM))
    assert found.phone is not None
    assert found.phone.value in field
    assert sum(c.isdigit() for c in found.phone.value) >= 9
    assert found.account_id is None or found.account_id.value == "90417"
    assert found.ticket is None


@each("field", ["Fax-Nr. Kunde: 030 5550188", "Fax klant: 020-5550188", "Kundenhotline: 030 5550188"])
def test_a_fax_or_a_hotline_is_not_their_phone(field: str) -> None:
    assert _phone(f"{field}\n{ERASE}") is None
