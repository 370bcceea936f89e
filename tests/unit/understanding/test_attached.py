"""A letter that is only attached is asked about where the name of its file tells what it is."""

from email.message import EmailMessage

from bot.understanding.mail import read_eml
from bot.understanding.read import understand
from bot.understanding.reading import Reading
from tests.lines import each
from tests.unit.understanding.said import AMSTERDAM


def read_with(file: str, body: str = "", subject: str = "Document") -> Reading:
    mail = EmailMessage()
    mail["From"] = "Ada Brook <ada@brook.example>"
    mail["To"] = "privacy@northloop.example"
    mail["Date"] = "Mon, 2 Mar 2026 10:00:00 +0100"
    mail["Subject"] = subject
    mail.set_content(body)
    mail.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename=file)
    return understand(read_eml(mail.as_bytes(), zone=AMSTERDAM))


@each(
    ("file", "body", "right"),
    [
        ("Subject Access Request - A Brook.docx", "", "access"),
        ("Auskunftsersuchen_Art._15_DSGVO.pdf", "Siehe Anhang.", "access"),
        ("GDPR-erasure-request.pdf", "Please see attached.", "erasure"),
        ("Inzageverzoek.pdf", "", "access"),
        ("demande d'effacement.pdf", "Bonjour, voir pièce jointe. Cordialement, Ada Brook", "erasure"),
    ],
)
def test_a_letter_in_a_file_is_asked_about(file: str, body: str, right: str) -> None:
    reading = read_with(file, body)
    assert reading.unsure
    assert reading.candidates[0][0] == right
    assert reading.name is not None


@each(
    ("file", "body"),
    [
        ("offer-2026.pdf", "Please find our offer attached, valid until May."),
        ("GDPR training slides.pptx", "Here are the slides of the training."),
        ("invoice 4711.pdf", "Your invoice is attached."),
        ("privacy policy 2026.pdf", "Please put this on the site."),
    ],
)
def test_other_files_ask_for_nothing(file: str, body: str) -> None:
    reading = read_with(file, body)
    assert not reading.unsure
    assert not reading.rights


@each(
    ("file", "body"),
    [
        ("Inzageverzoek.pdf", "Please delete my account and everything that you hold about me."),
        ("passport.pdf", "Hi, I want my data deleted. My passport is attached. Ada"),
        ("Personalausweis Kopie.pdf", "chiedo la cancellazione di tutti i miei dati"),
        ("scan.pdf", "Bonjour, merci de supprimer mon compte, ci-joint ma pièce d'identité."),
    ],
)
def test_what_the_mail_itself_asks_for_counts_more(file: str, body: str) -> None:
    reading = read_with(file, body)
    assert [fact.value.value for fact in reading.rights] == ["erasure"]


def test_both_are_asked_about_where_the_file_says_it_more_plainly() -> None:
    reading = read_with("copy of my ID.pdf", "Hi, I want my data deleted. My passport is attached. Ada")
    assert {"access", "erasure"} <= dict(reading.candidates).keys()
