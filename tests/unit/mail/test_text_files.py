"""Files that are no mails on their way: what mail programs save as a text, notes of calls, Apple's own files."""

from datetime import date
from zoneinfo import ZoneInfo

from bot.understanding.mail import new_words, read_eml
from bot.understanding.read import understand
from bot.understanding.reading import Sender
from tests.lines import each

UTC = ZoneInfo("UTC")
ANA = "Ana Diaz <ana@x.example>"
SAVED = [
    (f"From:\t{ANA}\nSent:\tWednesday, June 3, 2026 4:01 PM\nTo:\tdesk\nSubject:\tData", "Please delete my data."),
    (
        f"Von:\t{ANA}\nGesendet:\tMittwoch, 3. Juni 2026 16:01\nAn:\tdesk\nCc:\tBo\nBetreff:\tData",
        "Löscht meine Daten.",
    ),
    (f"Van:\t{ANA}\nVerzonden:\twoensdag 3 juni 2026 16:01\nCC:\tBo\nOnderwerp:\tData", "Wis mijn gegevens."),
    (f"De: {ANA}\nEnviado: miércoles, 3 de junio de 2026 16:01\nCC: Bo\nAsunto: Data", "Borren mis datos."),
    (f"Da: {ANA}\nData: 3 giugno 2026 alle ore 16:01\nA: desk\nCc: Bo\nOggetto: Data", "Cancellate i miei dati."),
    (f"De: {ANA}\nEnviada: 3 de junho de 2026 16:01\nPara: desk\nCc: Bo\nAssunto: Data", "Apaguem os meus dados."),
    (f"From: {ANA} Sent: Wednesday, June 3, 2026 4:01 PM To: desk Subject: Data", "Please delete my data."),
    (f"From: Bo <bo@x.example>\nDate: 5 June 2026\nFrom: {ANA}\nSent: 3 June 2026\nSubject: Data", "Delete my data."),
    (f"Von: {ANA}\nDate: Wed, 3 Jun 2026 16:01:00 +0200\nSubject: Data", "Bitte löschen Sie meine Daten."),
]


@each(("head", "words"), SAVED)
def test_a_mail_that_was_saved_as_a_text_keeps_its_head(head: str, words: str) -> None:
    mail = read_eml(f"{head}\n\n{words}\n".encode(), zone=UTC)
    assert mail.sender is not None
    assert mail.sender.value == Sender("Ana Diaz", "ana@x.example")
    assert mail.sent is not None
    assert mail.sent.value.date() == date(2026, 6, 3)
    assert mail.subject == "Data"
    assert new_words(mail) == words


@each(
    "note",
    [
        "Date: 3 June 2026\nName: Ana Diaz\nEmail: ana@x.example\nRequest: please delete all my data",
        "Subject: Deletion\nCustomer: Ana Diaz\nE-mail: ana@x.example\nWish: erase all her data",
        "Date: 3 June 2026\nKlant: Ana Diaz\nMail: ana@x.example\nVraag: graag al haar gegevens wissen",
        "Date: 3 June 2026\nE-mail: ana@x.example\nStatus: new\nComments: Ana Diaz wants all her data deleted",
        "Date: 3.6.2026\nKundin: Ana Diaz\nMail: ana@x.example\nWunsch: alle ihre Daten löschen",
    ],
)
def test_a_note_in_lines_with_labels_is_read_to_its_end(note: str) -> None:
    reading = understand(read_eml(note.encode(), zone=UTC))
    assert reading.text == note
    assert [right.value.value for right in reading.rights] == ["erasure"]
    assert reading.email is not None
    assert reading.email.value == "ana@x.example"


@each("more", ["X-Priority: 1", "List-Id: <a.x.example>", "Thread-Index: Aa"])
def test_a_mail_with_few_headers_is_one(more: str) -> None:
    mail = read_eml(f"From: {ANA}\nDate: Wed, 3 Jun 2026 16:01:00 +0200\n{more}\n\nDelete my data.".encode(), zone=UTC)
    assert mail.text == f"From: {ANA}\nDate: Wed, 3 Jun 2026 16:01:00 +0200\n\nDelete my data."


def test_a_file_of_apples_ends_where_its_size_says() -> None:
    words = f"From: {ANA}\nDate: Wed, 3 Jun 2026 16:01:00 +0200\nSubject: Data\n\nDelete my data.\n".encode()
    kept = b'<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0"><dict><key>flags</key></dict></plist>\n'
    mail = read_eml(b"%-10d\n" % len(words) + words + kept, zone=UTC)
    assert new_words(mail) == "Delete my data."
    assert "plist" not in mail.text
    assert "plist" in read_eml(b"12\n" + words + kept, zone=UTC).text  # who knows what else a wrong size cuts off
