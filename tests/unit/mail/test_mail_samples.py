"""Mails as the usual programs write them, in English and Dutch."""

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.understanding.mail import new_words, read_eml, read_text
from bot.understanding.reading import MailReading, Zone
from tests.lines import each

SAMPLES = Path(__file__).parents[2] / "data" / "mail"
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def read(name: str) -> MailReading:
    raw = (SAMPLES / name).read_bytes()
    return read_eml(raw, zone=AMSTERDAM) if name.endswith(".eml") else read_text(raw.decode(), zone=AMSTERDAM)


FORWARDS = [
    ("gmail_forward_nl.txt", "Ana de Vries", "ana.devries@example.org", "2025-03-03T08:12", "verwijdert."),
    ("gmail_html_only.eml", "Ana de Vries", "ana@example.org", "2025-03-03T08:12", "geüploade foto’s."),
    ("outlook_forward_nl.txt", "Bram Jansen", "bram.jansen@example.org", "2025-03-03T08:12", "mijn gegevens."),
    ("outlook_classic_en.txt", "Carol Smith", "carol.smith@example.org", "2025-03-04T13:05", "information."),
    ("outlook_mobile_en.txt", "Dev Patel", "dev.patel@example.org", "2025-03-04T13:05:11", "hold about me."),
    ("apple_forward_nl.txt", "Eva Bakker", "eva.bakker@example.org", "2025-03-03T08:12:44", "meer ontvangen."),
    ("thunderbird_forward_en.txt", "Finn O'Hara", "finn@example.org", "2025-03-04T13:05:11", "5 Mill Lane."),
    ("nested_forward_en.txt", "Gina Rossi", "gina.rossi@example.org", "2025-03-04T13:05", "have about me."),
    ("forwarded_reply_nl.txt", "Hugo Smit", "hugo.smit@example.org", "2025-03-06T10:30", "klant meer zijn."),
    ("attached_message.eml", "Ina Visser", "ina.visser@example.org", "2025-03-04T13:05:11", "van mij heeft."),
]


@each(("name", "person", "address", "sent", "ends"), FORWARDS)
def test_a_forwarded_mail_shows_its_first_sender_its_date_and_the_words_that_count(
    name: str, person: str, address: str, sent: str, ends: str
) -> None:
    mail = read(name)
    assert mail.forwarded
    assert mail.sender is not None
    assert (mail.sender.value.name, mail.sender.value.email) == (person, address)
    assert mail.sent is not None
    assert mail.sent.value.astimezone(UTC) == datetime.fromisoformat(sent).replace(tzinfo=UTC)
    assert new_words(mail).endswith(ends)


@each("name", sorted(path.name for path in SAMPLES.iterdir()))
def test_every_fact_is_quoted_from_the_text_at_its_place(name: str) -> None:
    mail = read(name)
    facts = [(fact.quote, fact.span) for fact in (mail.sender, mail.sent) if fact is not None]
    assert [quote for quote, _ in facts] == [mail.text[start:end] for _, (start, end) in facts]
    assert all(any(span.start <= start < end <= span.end for span in mail.zones) for _, (start, end) in facts)


def test_a_colleagues_note_and_signature_are_not_the_customers_words() -> None:
    mail = read("gmail_forward_nl.txt")
    assert mail.parts(Zone.NOTE) == "Hoi team, kunnen jullie deze oppakken?\n\nGroeten,\nJoris"
    assert mail.parts(Zone.SIGNATURE) == "Met vriendelijke groet,\nAna de Vries\n06 12345678"


def test_small_print_that_speaks_of_deleting_does_not_count() -> None:
    mail = read("outlook_forward_nl.txt")
    assert "verwijder deze e-mail" in mail.parts(Zone.DISCLAIMER)
    assert "verwijder" not in new_words(mail)


def test_what_the_customer_answers_to_does_not_count() -> None:
    mail = read("forwarded_reply_nl.txt")
    assert "corrigeren" in mail.parts(Zone.QUOTED)
    assert "corrigeren" not in new_words(mail)


def test_notes_on_the_way_of_a_nested_forward_are_notes() -> None:
    mail = read("nested_forward_en.txt")
    assert mail.parts(Zone.NOTE) == "For you, I think.\nThis came in at the desk.\nsee below"
    assert mail.subject == "delete me"


def test_a_note_below_an_apple_forward_is_a_note() -> None:
    mail = read("apple_forward_nl.txt")
    assert mail.parts(Zone.NOTE).endswith("Laat even weten of het lukt.")
    assert ">" not in new_words(mail)


def test_a_reply_counts_only_its_new_words() -> None:
    mail = read("reply_gmail.eml")
    assert new_words(mail) == "Thanks, but please send me a copy of everything you have about me."
    assert mail.sender is not None
    assert mail.sender.value.email == "kai@example.org"
    assert not mail.forwarded


def test_a_pasted_reply_does_not_make_the_quoted_desk_its_sender() -> None:
    mail = read("reply_nl.txt")
    assert new_words(mail) == "Ik trek mijn verzoek niet in: verwijder mijn gegevens."
    assert mail.sender is None
    assert "inzage" in mail.parts(Zone.QUOTED)


def test_windows_characters_under_a_latin_label_and_encoded_headers_are_read() -> None:
    mail = read("customer_latin.eml")
    assert new_words(mail) == "Bitte löschen Sie meine Daten – ich kündige für 10 €."
    assert mail.subject == "Löschung meiner Daten"
    assert mail.sender is not None
    assert mail.sender.value.name == "Jürgen Müller"


def test_attachments_are_named_and_never_kept() -> None:
    mail = read("attached_message.eml")
    assert mail.attachments == ("paspoort Ina.pdf",)
    assert "%PDF" not in mail.text
    assert mail.message_id == "<four@mail.example.org>"
