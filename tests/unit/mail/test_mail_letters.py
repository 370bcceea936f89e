"""Which words of a customer's mail count, in the languages of Europe, and what a colleague says on top of it."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.understanding.mail import new_words, read_text
from bot.understanding.reading import Sender, Zone
from tests.lines import each
from tests.unit.mail import wordings
from tests.unit.mail.people_say import LETTERS, Letter

ROME = ZoneInfo("Europe/Rome")
ANA = Sender("Ana Öz", "ana@citrine.example")
PHONE = "+31 6 12345678"


def head(language: str) -> str:
    start, sent, to, _, subject, date = wordings.OUTLOOK[language]
    rows = [f"{start}: {ANA.name} <{ANA.email}>", f"{sent}: {date}", f"{to}: Help <help@northloop.example>"]
    return "\n".join([*rows, f"{subject}: Data"])


@each(("language", "said"), LETTERS.items())
def test_the_note_the_sign_off_and_the_phones_line_do_not_count(language: str, said: Letter) -> None:
    words = f"{said.greeting}\n\n{said.ask}\n\n{said.closing}\n{ANA.name}\n{PHONE}\n\n{said.device}"
    mail = read_text(f"{said.note}\n\n{head(language)}\n\n{words}", zone=ROME)
    assert mail.sender is not None
    assert mail.sender.value == ANA
    assert mail.sent is not None
    assert mail.sent.value == datetime(2025, 10, 6, 14, 5, tzinfo=ROME)
    assert new_words(mail) == f"{said.greeting}\n\n{said.ask}"
    assert mail.parts(Zone.NOTE) == said.note
    assert mail.parts(Zone.SIGNATURE) == f"{said.closing}\n{ANA.name}\n{PHONE}\n\n{said.device}"


@each(("language", "said"), LETTERS.items())
def test_a_word_of_thanks_above_the_ask_is_no_sign_off(language: str, said: Letter) -> None:
    mail = read_text(f"{head(language)}\n\n{said.thanks},\n\n{said.more}\n\n{said.closing}\n{ANA.name}", zone=ROME)
    assert new_words(mail) == said.more


@each("said", LETTERS.values())
def test_an_answered_mail_counts_when_a_colleague_says_that_it_is_for_others(said: Letter) -> None:
    above = f"6 Oct 2025, 14:05, {ANA.name} <{ANA.email}>:"
    mail = read_text(f"{said.note}\n\n{above}\n\n> {said.greeting}\n> {said.ask}", zone=ROME)
    assert (new_words(mail), mail.parts(Zone.NOTE)) == (f"{said.greeting}\n{said.ask}", said.note)
    answer = read_text(f"{said.ask}\n\n{above}\n\n> {said.more}\n> {said.closing}", zone=ROME)
    assert (new_words(answer), answer.forwarded, answer.sender) == (said.ask, False, None)


@each(("language", "said"), LETTERS.items())
def test_everything_above_the_letter_in_one_line(language: str, said: Letter) -> None:
    mail = read_text(f"{said.note} {' '.join(head(language).splitlines())}\n\n{said.ask}", zone=ROME)
    assert (mail.sender and mail.sender.value, mail.subject) == (ANA, "Data")
    assert (new_words(mail), mail.parts(Zone.NOTE)) == (said.ask, said.note)


@each("language", wordings.APPLE)
def test_a_whole_mail_in_one_line(language: str) -> None:
    marker, start, subject, date, to, when = wordings.APPLE[language]
    block = (
        f"{start}: {ANA.name} <{ANA.email}> {subject}: Data {date}: {when} {to}: <help@x.example>, Bo <bo@x.example>"
    )
    mail = read_text(f"For you? {marker} {block} Delete it. My other mail is a@b.example.", zone=ROME)
    assert (mail.sender and mail.sender.value, mail.subject) == (ANA, "Data")
    assert (new_words(mail), mail.parts(Zone.NOTE)) == ("Delete it. My other mail is a@b.example.", "For you?")


@each("language", wordings.THUNDERBIRD)
def test_a_drawn_line_and_its_block_in_one_line(language: str) -> None:
    marker, subject, date, start, to = wordings.THUNDERBIRD[language]
    block = (
        f"{subject}: Data {date}: Mon, 6 Oct 2025 14:05:33 +0200 {start}: {ANA.name} <{ANA.email}> {to}: a@b.example"
    )
    mail = read_text(f"For you? -------- {marker} -------- {block}\n\nDelete it.", zone=ROME)
    assert (mail.sender and mail.sender.value, mail.subject) == (ANA, "Data")
    assert (new_words(mail), mail.parts(Zone.NOTE)) == ("Delete it.", "For you?")


def test_a_sentence_with_an_address_and_colons_is_left_alone() -> None:
    text = "I moved from: Mill Lane 5, to: Park Road 7; my mail is ana@citrine.example, date: today."
    mail = read_text(text, zone=ROME)
    assert (new_words(mail), mail.forwarded) == (text, False)


ENDS = ["-------- Конец пересылаемого сообщения --------", "---------- End of forwarded message ----------"]


@each("end", ENDS)
@each(
    "above", ['06.10.2025, 14:05, "Ana Öz" <ana@citrine.example>:', "06.10.2025, 14:05, Ana Öz (ana@citrine.example):"]
)
def test_what_stands_below_the_end_of_a_forward_is_a_note(end: str, above: str) -> None:
    start = "-------- Пересылаемое сообщение--------"
    mail = read_text(f"FYI\n\n{start}\n{above}\n\nDelete me.\n\n{end}\n\n-- \nBo", zone=ROME)
    assert (mail.sender and mail.sender.value, new_words(mail)) == (ANA, "Delete me.")
    assert mail.parts(Zone.NOTE) == f"FYI\n{end}\n\n-- \nBo"


NOTES = [
    "----- Forwarded by Bo Ross/NORTHLOOP on 07/10/2025 09:00 -----",
    "----- Weitergeleitet von Bo Ross/NORTHLOOP am 07.10.2025 09:00 -----",
    "----- Réacheminé par Bo Ross/NORTHLOOP le 07/10/2025 09:00 -----",
    "----- Remitido por Bo Ross/NORTHLOOP con fecha 07/10/2025 09:00 -----",
]


@each("line", NOTES)
def test_notes_announces_a_forward_in_a_whole_sentence(line: str) -> None:
    mail = read_text(f"FYI\n\n{line}\n\n{head('en')}\n\nDelete me.", zone=ROME)
    assert (mail.sender and mail.sender.value, new_words(mail), mail.parts(Zone.NOTE)) == (ANA, "Delete me.", "FYI")


def test_orange_names_the_date_without_a_colon() -> None:
    rows = ["Message du 06/10/25 14:05", 'De : "Ana Öz" <ana@citrine.example>', "A : help@x.example", "Objet : Data"]
    mail = read_text("\n".join(f"> {row}" for row in [*rows, "", "Effacez tout."]), zone=ROME)
    assert (mail.sender and mail.sender.value, mail.subject) == (ANA, "Data")
    assert mail.sent is not None
    assert mail.sent.value == datetime(2025, 10, 6, 14, 5, tzinfo=ROME)


def test_a_table_that_was_copied_has_its_values_below_its_labels() -> None:
    mail = read_text(head("sv").replace(": ", ":\n") + "\n\nRadera allt.", zone=ROME)
    assert (mail.sender and mail.sender.value, mail.subject, new_words(mail)) == (ANA, "Data", "Radera allt.")


def test_a_header_in_turkish_capitals() -> None:
    rows = ["KİMDEN: Ana Öz <ana@citrine.example>", "TARİH: 6 EKİM 2025 14:05", "KİME: a@b.example", "KONU: Data"]
    mail = read_text("\n".join([*rows, "", "Silin."]), zone=ROME)
    assert (mail.sender and mail.sender.value, mail.subject, new_words(mail)) == (ANA, "Data", "Silin.")
    assert mail.sent is not None


def test_a_sender_alone_below_a_marker() -> None:
    mail = read_text("Begin forwarded message:\n\nFrom: Ana Öz <ana@citrine.example>\n\nDelete me.", zone=ROME)
    assert (mail.sender and mail.sender.value, new_words(mail)) == (ANA, "Delete me.")


@each("above", ["-------- Birbidalitako mezua --------", "_" * 32, "Pokračování přeposílaného mailu:"])
def test_a_block_in_a_language_nobody_taught_us(above: str) -> None:
    rows = [f"Nork: {ANA.name} <{ANA.email}>", "Noiz: Mon, 6 Oct 2025 14:05 +0200", "Nori: Bo Ross", "Gaia: Data"]
    mail = read_text("\n".join(["FYI", "", above, *rows, "", "Ezabatu dena."]), zone=ROME)
    assert (mail.sender and mail.sender.value, mail.subject, new_words(mail)) == (ANA, "Data", "Ezabatu dena.")
    assert mail.sent is not None
    assert mail.sent.value == datetime(2025, 10, 6, 14, 5, tzinfo=ROME)
    assert mail.parts(Zone.NOTE) == "FYI"


def test_a_signature_below_a_rule_is_no_block() -> None:
    rows = ["Tel: 06 12345678", "Mail: bo@northloop.example", "Web: northloop.example", "Open: 9:00 to 17:00"]
    words = "\n".join(["Please call her.", "", "_" * 32, *rows])
    mail = read_text(words, zone=ROME)
    assert (mail.sender, mail.forwarded) == (None, False)


MARKERS = [
    "下面是被转发的邮件：", "İletilmiş mesajın başlangıcı:", "Begin van doorgestuurde mail:", "Vidarebefordrat brev:",
    "----- Courriel réexpédié -----", "------- Пересланий лист -------", "---- Továbbított e-mail kezdete ----",
    "*Inicio del correo reenviado:*", "-----Mesaj e-mail redirecționat-----",
]  # fmt: skip


@each("marker", MARKERS)
def test_an_announcement_in_other_words_belongs_to_the_header(marker: str) -> None:
    mail = read_text(f"FYI\n\n{marker}\n\n{head('en')}\n\nDelete me.", zone=ROME)
    assert (mail.sender and mail.sender.value, new_words(mail), mail.parts(Zone.NOTE)) == (ANA, "Delete me.", "FYI")


NAMES = {
    "Ana Öz (Citrine)": "Ana Öz (Citrine)", "[External] Ana Öz": "[External] Ana Öz", "'Ana Öz'": "Ana Öz",
    '"Öz, Ana"': "Öz, Ana", '"Ana \\"Annie\\" Öz"': 'Ana "Annie" Öz', "“Ana Öz”": "Ana Öz", "Ana O'Z": "Ana O'Z",
    "April March": "April March", "J. R. Öz, Jr.": "J. R. Öz, Jr.", "ana@citrine.example": None, "": None,
}  # fmt: skip


@each(("written", "name"), NAMES.items())
def test_names_as_address_books_have_them(written: str, name: str | None) -> None:
    sender = f"{written} <{ANA.email}>"
    block = f"From: {sender}\nSent: 6 October 2025 14:05\nTo: a@b.example\nSubject: Data"
    above = f"On 6 Oct 2025, at 14:05, {sender} wrote:"
    for mail in (read_text(f"{block}\n\nDelete me.", zone=ROME), read_text(f"{above}\n> Delete me.\n> Ana", zone=ROME)):
        assert mail.sender is not None
        assert mail.sender.value == Sender(name, ANA.email)
