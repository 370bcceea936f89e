"""Who, when, where and which number: facts read beside the rights."""

import sys
from datetime import date
from os import environ
from subprocess import run

from bot.understanding.jsonl import line_of
from bot.understanding.language import spoken
from bot.understanding.reading import Flag
from tests.lines import each
from tests.nursery import ROOT
from tests.unit.understanding.said import read

FORWARDED = """FYI, one for you.

Chris

-----Original Message-----
From: Maria Oosterhuis <maria.oosterhuis@mail.example>
Sent: 03 March 2025 09:14
To: Chris Dalby <chris.dalby@northwind.example>
Subject: my details

Dear Chris,

please delete everything you hold about me. My customer number is 88120. Call me on +31 6 12345678.

Maria Oosterhuis
Utrecht, the Netherlands
"""


def test_a_forwarded_mail_fills_everything() -> None:
    reading = read(FORWARDED)
    assert reading.name is not None
    assert reading.name.value == "Maria Oosterhuis"
    assert reading.email is not None
    assert reading.email.value == "maria.oosterhuis@mail.example"
    assert reading.received is not None
    assert reading.received.value == date(2025, 3, 3)
    assert reading.account_id is not None
    assert reading.account_id.value == "88120"
    assert reading.phone is not None
    assert reading.phone.value == "+31 6 12345678"
    assert reading.country is not None
    assert reading.country.value == "NL"
    assert reading.law_hint is not None
    assert reading.law_hint.value == "gdpr"


def test_a_date_to_come_is_refused() -> None:
    from bot.understanding.mail import read_text
    from bot.understanding.read import understand
    from tests.unit.understanding.said import AMSTERDAM

    mail = read_text("Ticket 481516, received: 9 January 2031. She wants her account deleted.", zone=AMSTERDAM)
    assert understand(mail, today=date(2026, 1, 1)).received is None
    found = understand(mail, today=date(2031, 2, 1)).received
    assert found is not None
    assert found.value == date(2031, 1, 9)


def test_a_day_of_long_ago_is_none_of_receipt() -> None:
    words = "Dear Sirs, please delete my data.\n\n12 March 1980\nBo Lind"
    assert "received" not in line_of("1", words, today=date(2026, 4, 1))["entities"]
    assert line_of("1", words, today=date(1980, 4, 1))["entities"]["received"] == "1980-03-12"


@each(
    "text",
    [
        "Haarlem, 9 januari 2026\n\nGeachte heer, mevrouw,\n\nGraag ontvang ik een kopie van mijn gegevens.",
        "Regensburg, den 9. Januar 2026\n\nAuskunft nach Art. 15\n\nBitte senden Sie mir eine Kopie meiner Daten.",
        "Perpignan, le 9 janvier 2026\n\nObjet : accès\n\nVeuillez m'envoyer une copie de mes données.",
        "En Jaén, a 9 de enero de 2026\n\nSolicito una copia de mis datos.",
        "Gliwice, 9 stycznia 2026 r.\n\nProszę o kopię moich danych.",
        "9 January 2026\n\nDear Sirs,\n\nplease send me a copy of my data.",
        "Please send me a copy of my data.\n\nYours\nBo Lind\nLübeck, 9 January 2026",
        "came in by fax 9.1.2026: she wants a copy of her data",
        "Recv'd: 9 Jan 2026\nReq: wants a copy of her data",
        "Entrada: 09/01/2026 por teléfono. Quiere una copia de sus datos.",
        "Ticket 90-4471, phone, 9 January 2026, 09:50\nWants a copy of her data.",
        "Vorgangsnummer 2025-07-0093, Posteingang 09.01.2026\nWill eine Kopie ihrer Daten.",
        "Ticket: 6604-K (open since 9 January 2026)\nWants a copy of her data.",
        "INC0118447 | zgłoszono: 2026-01-09\nChce kopię swoich danych.",
    ],
)
def test_the_day_on_which_a_letter_is_dated_or_came_in(text: str) -> None:
    received = read(text).received
    assert received is not None
    assert received.value == date(2026, 1, 9)


@each(
    "text",
    [
        "Please correct my start date, which is 1 April 2019 and not 2020.",
        "Please delete what you have of me since 1 April 2019.\n\nThanks\nBo Lind",
        "At your fair in Zwolle, 9 January 2026, I left my card. Delete it.",
        "Please delete all my data from 12/03/2025.",
        "Her account was opened on 3 May 2024, delete it.",
        "Date of birth: 03/05/1990. Delete my data.",
        "Data di nascita: 03/05/1990. Cancellate i miei dati.",
        "Date of purchase: 3 May 2024. Delete my data.",
        "restrict my data until 31/12/2025",
        "Mein Konto, erstellt am 14.06.2021, bitte löschen",
        "I reported it on 3 March 2025. Delete my data.",
        "I received your letter of 3 March 2025. Delete my data.",
        "Please erase the photo taken on 3 March 2025.",
        "Bitte löschen Sie das Foto, aufgenommen am 3. März 2025.",
        "Löschen Sie alles.\nKunde\nSeit: 3. März 2025",
        "Ticket 4711000, born 9 January 1976. She wants her data deleted.",
    ],
)
def test_a_day_that_is_only_told_of_is_not_that_of_receipt(text: str) -> None:
    assert read(text).received is None


@each(
    ("text", "phone"),
    [
        ("My phone is not 06-555 02 33 anymore, the new one is 06-555 08 42. Please correct it.", "06-555 08 42"),
        ("My old number 07700 900123 is wrong, new number 07700 900456", "07700 900456"),
        ("Change my number from 0612345678 to 0687654321", "0687654321"),
        ("fax 020 1234567, mobile 0612345678; delete my data", "0612345678"),
        ("Please forget me.\n\nAda Vance\n(01463) 496 0227", "(01463) 496 0227"),
        ("I am your member 9923 1152 8847. Delete me.\n\nAda Vance\n(01463) 496 0227", "(01463) 496 0227"),
        ("Borren mis datos.\n\nÓscar Villa\n644 31 82 46", "644 31 82 46"),
        ("Il numero 347 66 21 187 deve sparire.", "347 66 21 187"),
        ("[SD-51028] Aangemaakt: 03-09-2026 14:12\nWil weg uit het bestand.", None),
        ("Mi nº de cliente es 411-66923. Borren mis datos.", None),
        ("N° client : 0198 5523\n\nVeuillez effacer mes données.", None),
        ("I am the court-appointed guardian of Mr Clive Holt. Delete his data.\n\nAda Vance\n01382 496 0332", None),
        ("As her lawyer I ask you to erase my client's data; her mobile is 07700 900377.\n\nAda Vance", "07700 900377"),
    ],
)
def test_whose_phone(text: str, phone: str | None) -> None:
    found = read(text).phone
    assert (found and found.value) == phone


def test_our_own_addresses_are_never_the_persons() -> None:
    reading = read("Please delete my account. I wrote to chris@northwind.example before; I am jo.bell@mail.example.")
    assert reading.email is not None
    assert reading.email.value == "jo.bell@mail.example"


def test_a_name_that_is_said() -> None:
    reading = read("Hi, my name is Joan Bellweather and I want my account deleted.")
    assert reading.name is not None
    assert reading.name.value == "Joan Bellweather"


def test_ticket_link_and_case_reference() -> None:
    reading = read(
        "Ticket #481516 (https://desk.example/tickets/481516) belongs to DSR-2026-0042: she wants her data deleted."
    )
    assert reading.ticket is not None
    assert reading.ticket.value == "481516"
    assert reading.ticket_link is not None
    assert reading.ticket_link.value == "https://desk.example/tickets/481516"
    assert reading.case_reference is not None
    assert reading.case_reference.value == "DSR-2026-0042"


def test_a_californian() -> None:
    reading = read("I live in Fresno, California. Do not sell my personal information.")
    assert reading.state is not None
    assert (reading.country and reading.country.value, reading.state.value) == ("US", "CA")
    assert reading.law_hint is not None
    assert reading.law_hint.value == "ccpa"


@each(
    ("flag", "text"),
    [
        (Flag.REPRESENTATIVE, "On behalf of my client I request that you delete her account."),
        (Flag.REPRESENTATIVE, "Namens mijn moeder vraag ik u haar gegevens te verwijderen."),
        (Flag.MINOR, "My daughter is 12, please delete her account."),
        (Flag.POSSIBLE_BREACH, "Someone got my data: strangers are calling me, your site leaked my number!"),
        (Flag.LEGAL_DEMAND, "This is a subpoena: the police require the log-ins of a user for an investigation."),
        (Flag.URGENT, "Urgent! Delete my account."),
        (Flag.SENSITIVE_INPUT, "Delete my account, my card is 4111 1111 1111 1111."),
    ],
)
def test_flags(flag: Flag, text: str) -> None:
    assert read(text).flagged(flag) is not None


@each(
    "text",
    [
        "im 14 pls delete my account",
        "ik ben 14 verwijder mijn account",
        "j'ai 14 ans svp supprimez mon compte",
        "tengo 14 años por favor borrad mi cuenta",
        "mam 14 lat prosze usuncie moje konto",
        "i am a minor, please delete my account",
        "Ich bin minderjährig, löschen Sie mein Konto",
        "Soy menor de edad, borren mi cuenta",
        "Please delete my daughter's account.",
    ],
)
def test_a_minor_says_so_in_few_words(text: str) -> None:
    assert read(text).flagged(Flag.MINOR) is not None


@each(
    "text",
    ["I am 14 years a customer, delete it", "j'ai 15 ans d'ancienneté, supprimez mon compte"],
)
def test_years_of_something_else_are_no_age(text: str) -> None:
    assert read(text).flagged(Flag.MINOR) is None


def test_a_letter_of_the_police_is_no_request() -> None:
    assert (
        read("Production order: the police require the log-ins of this user for a criminal investigation.").rights == ()
    )


def test_two_people_in_one_mail() -> None:
    reading = read(
        "As agent I ask you to delete the accounts of:\n- Ann Tolliver <ann@a.example>\n- Bob Lund <bob@b.example>\n"
    )
    assert [(p.name, p.email) for p in reading.persons] == [
        ("Ann Tolliver", "ann@a.example"),
        ("Bob Lund", "bob@b.example"),
    ]
    assert reading.email is None


@each(
    ("language", "text"),
    [
        ("en", "Please delete my account and tell me when it is done."),
        ("nl", "Graag mijn gegevens verwijderen en laat weten wanneer het klaar is."),
        ("de", "Bitte löschen Sie mein Konto und bestätigen Sie mir das."),
        ("fr", "Je souhaite que vous supprimiez mes données."),
        ("es", "Quiero que borren mis datos de su sistema."),
        ("it", "Vorrei che i miei dati fossero cancellati."),
        ("pt", "Gostaria que os meus dados fossem apagados, não quero mais."),
        ("pl", "Proszę o usunięcie moich danych z bazy."),
    ],
)
def test_language(language: str, text: str) -> None:
    assert spoken(text)[0] == language


def test_a_dutch_note_above_an_english_mail_is_english() -> None:
    assert (
        read(FORWARDED.replace("FYI, one for you.", "Hoi, deze is voor jullie, wil je dit oppakken?")).language == "en"
    )


def test_the_line_of_the_command_line() -> None:
    line = line_of("a1", "I object to this profiling. Also delete my account, I am jo@mail.example.")
    assert set(line) == {"id", "rights", "meta", "top", "ask", "entities", "law_hint", "ms"}
    assert line["rights"] == ["objection", "erasure"]
    assert line["entities"]["email"] == "jo@mail.example"


def test_a_message_is_read_alike_in_every_process() -> None:
    """Python orders sets anew in each process, and two patterns hear a leak here: its quote was now one's, now the
    other's."""
    text = "A former employee says HR leaked his CV to another firm and he complains."
    program = """
import sys
from bot.understanding.mail import read_text
from bot.understanding.read import understand
from bot.understanding.show import lines
from tests.unit.understanding.said import AMSTERDAM

print(*lines(understand(read_text(sys.argv[1], zone=AMSTERDAM))), sep="\\n")
"""
    said = {
        run(  # noqa: S603 - ours
            [sys.executable, "-c", program, text],
            env={**environ, "PYTHONHASHSEED": seed},
            cwd=ROOT,
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1
    assert b"leaked" in said.pop()
