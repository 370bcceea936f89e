"""What looks like the head of a mail and is none, and heads that look like something else."""

from zoneinfo import ZoneInfo

import pytest

from bot.understanding.mail import new_words, read_eml, read_text
from bot.understanding.mail.people import read_sender
from bot.understanding.reading import MailReading, Sender, Zone
from tests.lines import each

UTC = ZoneInfo("UTC")
WORDS = "Please delete my account."
OWN = "From: Ana Diaz <ana@x.example>\nTo: info@shop.example\nDate: Thu, 1 Dec 2022 10:00:00 +0000\nSubject: Hi\n\n"


def head(reading: MailReading) -> tuple[str | None, str | None, str | None, str | None]:
    """Name, address, moment (wall clock) and subject."""
    sender = reading.sender.value if reading.sender else Sender(None, None)
    sent = reading.sent.value.strftime("%Y-%m-%d %H:%M") if reading.sent else None
    return sender.name, sender.email, sent, reading.subject


SENTENCES = [
    "On 3 March 2022 I wrote to your support team:",
    "I wrote on 3 March 2022 at 10:00 to ask:",
    "As I said on 12/03/2022:",
    "I sent this on 3 March 2022:",
    "My orders of 3 March 2022, sent to ana@x.example:",
    "I have sent on 3 March 2022 at 10:00 from ana@x.example:",
    "Accounts sent from ana@x.example since 3 March 2022:",
    "Your letter of 3 March 2022 said:",
    "On 3 March 2022 at 9:14 your colleague Tom said this to me:",
    "Op 3 maart 2022 schreef ik jullie:",
    "Am 3. März 2022 habe ich Ihnen geschrieben:",
    "Ich habe Ihnen am 3.3.2022 um 10:15 geschrieben:",
    "Le 3 mars 2022 je vous ai écrit :",
    "Il 3 marzo 2022 vi ho scritto:",
    "W dniu 3 marca 2022 napisałem do Państwa:",
]


@each("sentence", SENTENCES)
def test_a_sentence_with_a_day_announces_nobody_else(sentence: str) -> None:
    chat = read_text(f"{sentence}\n\n{WORDS}", zone=UTC)
    assert head(chat) == (None, None, None, None)
    assert WORDS in new_words(chat)
    mail = read_eml(f"{OWN}Hello,\n\n{sentence}\n\n{WORDS}".encode(), zone=UTC)
    assert head(mail) == ("Ana Diaz", "ana@x.example", "2022-12-01 10:00", "Hi")
    assert WORDS in new_words(mail)


ATTRIBUTIONS = [
    ("On 3 March 2022, Ana Diaz wrote:", "Ana Diaz"),
    ("On Mar 3, 2022, at 10:15 AM, ana diaz wrote:", "ana diaz"),
    ("Op 3 maart 2022 om 10:15 schreef Jan van der Berg:", "Jan van der Berg"),
    ("Am 3. März 2022 um 10:15 schrieb Ana Diaz:", "Ana Diaz"),
    ("Ana Diaz schrieb am 3. März 2022 um 10:15:", "Ana Diaz"),
    ("El 3 de marzo de 2022, a las 10:15, Vi Om escribió:", "Vi Om"),
    ("El día jueves, 3 de marzo de 2022 a las 10:15, Ana Diaz escribió:", "Ana Diaz"),
    ("Em quinta, 3 de março de 2022, Ana Diaz escreveu:", "Ana Diaz"),
    ("On the 3rd of March 2022, Ana Diaz wrote:", "Ana Diaz"),
    ("Op do 3 mrt. 2022 om 10:15 schreef An <an@x.example>:", "An"),
    ("Il 03/03/2022 Maria della Valle ha scritto:", "Maria della Valle"),
    ("On 3/3/22, ana diaz wrote:", "ana diaz"),
    ("Le 03/03/2022, Service clients Acme a écrit :", "Service clients Acme"),
    ("On Mar 3, 2022, at 10:15 AM, Yu I wrote:", "Yu I"),
    ("El Amrani <ana@x.example> escribió el 3 de marzo de 2022:", "El Amrani"),
    ("Le Thi Mai <ana@x.example> ezt írta (időpont: 2022. márc. 3., Cs, 9:05):", "Le Thi Mai"),
]


@each(("line", "name"), ATTRIBUTIONS)
def test_a_line_that_names_who_wrote_when_does(line: str, name: str) -> None:
    told = head(read_text(f"{line}\n\n{WORDS}", zone=UTC))
    assert (told[0], (told[2] or "")[:10]) == (name, "2022-03-03")


def test_who_quotes_themselves_is_not_called_i() -> None:
    assert head(read_text(f"On 3 March 2022 at 10:15 I wrote:\n\n> {WORDS}\n> Ana", zone=UTC))[0] is None


SUBJECTS = ["Invoice No: 4711", "Customer No: 1234 - delete", "New lead From: Google", "How To: delete account"]


@each("subject", [*SUBJECTS, "Meeting on Date: 5 Dec 2022", "Plan A: delete", "RE: FW: To: me"])
@each("first", [True, False])
def test_words_of_a_subject_that_look_like_labels_are_its_words(subject: str, first: bool) -> None:
    rows = ["Date: Wed, 30 Nov 2022 09:05", "From: Ana Diaz <ana@x.example>", "To: info@shop.example"]
    rows.insert(0 if first else 3, f"Subject: {subject}")
    block = "\n".join(["-------- Forwarded Message --------", *rows])
    told = head(read_text(f"{block}\n\n{WORDS}", zone=UTC))
    assert told == ("Ana Diaz", "ana@x.example", "2022-11-30 09:05", subject)


def test_a_block_in_one_line_that_opens_with_its_subject_is_still_read() -> None:
    block = "Subject: my data From: Ana Diaz <ana@x.example> Date: Wed, 30 Nov 2022 09:05 To: info@shop.example"
    told = head(read_text(f"{block}\n\n{WORDS}", zone=UTC))
    assert told == ("Ana Diaz", "ana@x.example", "2022-11-30 09:05", "my data")


REPEATED = [
    ("From: Ana Diaz <ana@x.example>", "Sender: desk@lists.example", "Date: Wed, 30 Nov 2022 09:05"),
    ("From: Ana Diaz <ana@x.example>", "Date: Wed, 30 Nov 2022 09:05", "Received: Wed, 30 Nov 2022 09:07"),
    ("From: Ana Diaz <ana@x.example>", "To: a@shop.example", "To: b@shop.example", "Sent: Wed, 30 Nov 2022 09:05"),
    ("De : Ana Diaz <ana@x.example>", "Expéditeur : desk@lists.example", "Date : mer. 30 nov. 2022 09:05"),
    ("Sender: desk@lists.example", "From: Ana Diaz <ana@x.example>", "Date: Wed, 30 Nov 2022 09:05"),
    ("Received: Thu, 1 Dec 2022 07:00", "Sent: Wed, 30 Nov 2022 09:05", "From: Ana Diaz <ana@x.example>"),
]


@each("rows", REPEATED)
def test_of_two_lines_that_say_the_same_the_plainer_or_the_first_counts(rows: tuple[str, ...]) -> None:
    block = "\n".join([*rows, "Subject: Hi"])
    reading = read_text(f"{block}\n\n{WORDS}", zone=UTC)
    assert head(reading) == ("Ana Diaz", "ana@x.example", "2022-11-30 09:05", "Hi")
    assert new_words(reading).strip() == WORDS


BILINGUAL = [
    ("Von / From", "Gesendet / Sent", "An / To", "Betreff / Subject"),
    ("*Van/De*", "*Verzonden/Envoyé*", "*Aan/À*", "*Onderwerp/Objet*"),
    ("From (De)", "Sent (Enviado)", "To (Para)", "Subject (Asunto)"),
    ("Da - From", "Inviato - Sent", "A - To", "Oggetto - Subject"),
    ("De | From", "Data | Date", "Para | To", "Assunto | Subject"),
    ("Od/From/Von", "Data/Date/Datum", "Do/To/An", "Temat/Subject/Betreff"),
]


@each("labels", BILINGUAL)
@each("marker", ["", "fyi\n\n", "-----Original Message-----\n"])
def test_a_block_in_several_languages_at_once(labels: tuple[str, ...], marker: str) -> None:
    values = ("Ana Diaz <ana@x.example>", "2022-11-30 09:05", "info@shop.example", "my data")
    block = "\n".join(f"{label}: {value}" for label, value in zip(labels, values, strict=True))
    mail = read_text(f"{marker}{block}\n\n{WORDS}", zone=UTC)
    assert (mail.sender and mail.sender.value, mail.subject) == (Sender("Ana Diaz", "ana@x.example"), "my data")
    assert mail.sent is not None
    assert mail.sent.value.isoformat() == "2022-11-30T09:05:00+00:00"
    assert new_words(mail) == WORDS


@each("first", ["From/To", "From - To", "Von/Bis", "From (before)", "From/Von/De/Da/Od/Van"])
def test_labels_that_say_different_things_are_none(first: str) -> None:
    text = f"{first}: Leeds <ana@x.example>\nDate/Time: 30 November 2022\nSubject: my trip\n\n{WORDS}"
    assert read_text(text, zone=UTC).sender is None


def test_a_block_right_below_another_in_another_language_is_one_of_its_own() -> None:
    outer = "From: Bo <bo@shop.example>\nSent: Thu, 1 Dec 2022 10:00\nTo: desk@shop.example\nSubject: FW: Hi"
    inner = "Van: Ana Diaz <ana@x.example>\nVerzonden: woensdag 30 november 2022 09:05\nOnderwerp: Hi"
    told = head(read_text(f"{outer}\n{inner}\n\n{WORDS}", zone=UTC))
    assert told == ("Ana Diaz", "ana@x.example", "2022-11-30 09:05", "Hi")


def test_all_lines_of_a_block_belong_to_it_however_many_tell_other_things() -> None:
    block = "From: Ana Diaz <ana@x.example>\nSent: 30 Nov 2022 09:05\nTo: Desk\nSubject: Hi\nAttachments: a.pdf; b.docx"
    reading = read_text(f"{block}\nImportance: High\nSensitivity: Private\n\n{WORDS}", zone=UTC)
    assert new_words(reading) == WORDS
    assert "Sensitivity: Private" in reading.parts(Zone.HEADER)
    assert new_words(read_text(f"{block}\n\nWhere: is my data?", zone=UTC)) == "Where: is my data?"


@each(
    ("line", "names"),
    [
        ("Attachments: my passport.pdf; letter.docx (17 KB)", ("my passport.pdf", "letter.docx")),
        ("添付ファイル: 免許証.jpg", ("免許証.jpg",)),
        ("Attached: my passport, delete it at www.x.example", ()),
    ],
)
def test_a_line_of_a_block_names_the_files(line: str, names: tuple[str, ...]) -> None:
    block = "From: Ana Diaz <ana@x.example>\nSent: 30 Nov 2022 09:05\nTo: Desk\nSubject: Hi"
    reading = read_text(f"{block}\n{line}\n\n{WORDS}", zone=UTC)
    assert (reading.attachments, line in new_words(reading)) == (names, not names)


def test_a_subject_that_was_wrapped() -> None:
    subject = "Your order 5521 of last week, and one more matter about what you"
    block = f"> From: Ana Diaz <ana@x.example>\n> Date: 30 Nov 2022 09:05\n> Subject: {subject}\n> keep on me\n>\n"
    assert read_text(f"{block}> {WORDS}", zone=UTC).subject == f"{subject} keep on me"


def test_a_long_list_of_recipients_hides_no_subject() -> None:
    names = "\n".join(f"Person {n} With A Long Name; Another {n};" for n in range(30))
    block = f"From: Ana Diaz <ana@x.example>\nSent: Wed, 30 Nov 2022 09:05\nTo: {names}\nLast One\nSubject: Hi"
    reading = read_text(f"{block}\n\n{WORDS}", zone=UTC)
    assert head(reading) == ("Ana Diaz", "ana@x.example", "2022-11-30 09:05", "Hi")
    assert new_words(reading).strip() == WORDS


SENDERS = [
    ("Jane O'Doe <jane.o'doe@x.example>", Sender("Jane O'Doe", "jane.o'doe@x.example")),
    ("'ana@x.example' <ana@x.example>", Sender(None, "ana@x.example")),
    ("🌸 Ana Diaz ❤️ <ana@x.example>", Sender("Ana Diaz", "ana@x.example")),
    ("Ana Diaz @ Northwind <ana@x.example>", Sender("Ana Diaz @ Northwind", "ana@x.example")),
    ("Desk <desk@shop.example> on behalf of Ana Diaz", Sender("Ana Diaz", None)),
    ("Desk <desk@shop.example>; a következő nevében: Ana Diaz", Sender("Ana Diaz", None)),
    ("Γραμματεία <desk@shop.example> εκ μέρους του Νίκος Δήμου", Sender("Νίκος Δήμου", None)),
    ("Desk <desk@shop.example> On Behalf Of Ana Diaz <ana@x.example>", Sender("Ana Diaz", "ana@x.example")),
    ("Desk <desk@shop.example> namens Ana Diaz", Sender("Ana Diaz", None)),
    ("Jan Bakker namens Stichting X <jan@x.example>", Sender("Jan Bakker namens Stichting X", "jan@x.example")),
    ("Jan Bakker namens Ana Diaz <ana.diaz@x.example>", Sender("Ana Diaz", "ana.diaz@x.example")),
    ("Law Firm <law@firm.example> on behalf of our client Ana Diaz", Sender("Law Firm", "law@firm.example")),
    ("Ana Diaz <ana@x.example> en nombre de mi madre", Sender("Ana Diaz", "ana@x.example")),
    ("ana.diaz@x.example im Auftrag von Ana Diaz", Sender("Ana Diaz", "ana.diaz@x.example")),
]


@each(("line", "sender"), SENDERS)
def test_who_a_from_line_names(line: str, sender: Sender) -> None:
    assert read_sender(line) == sender


SHOWN = [
    "Ana Diaz <ana@x.example>\nWed 30/11/2022 09:05\nTo: info@shop.example",
    "Ana Diaz <ana@x.example>\n\nWed 30/11/2022 09:05\n\nTo: info@shop.example",
    "Ana Diaz<ana@x.example>\n\u200b\nNorth Loop Desk\n\u200b\nWed 30/11/2022 09:05",
    "Ana Diaz<ana@x.example>\nTo:\xa0info@shop.example\nWed 30/11/2022 09:05",
    "Ana Diaz <ana@x.example>\tWed, Nov 30, 2022 at 9:05 AM\nTo: info@shop.example",
]


@each("block", SHOWN)
def test_what_is_copied_from_a_window_says_who_wrote_when(block: str) -> None:
    reading = read_text(f"{block}\n\n{WORDS}", zone=UTC)
    assert head(reading) == ("Ana Diaz", "ana@x.example", "2022-11-30 09:05", None)
    assert (new_words(reading).strip(), reading.forwarded) == (WORDS, True)


NO_MAILS = [
    f"{WORDS}\n\nAna Diaz <ana@x.example>\n30 November 2022",
    f"{WORDS}\n\nAna Diaz <ana@x.example>\n30 November 2022 09:05\nLisbon",
    f"{WORDS} Why these:\n\n<news@shop.example> 30/11/2022 09:05\n<news@shop.example> 01/12/2022 09:05\n\nBye",
    f"{WORDS}\nYou can see my mail to support <support@shop.example>\n30/11/2022 09:05\nwhere I asked before.",
    f"{WORDS}\n\nAna Diaz <ana@x.example>\nWed 30/11/2022 09:05\n\nTo: whom it may concern\nI want my data.",
]


@each(
    "shown", ["Ana Diaz\nTo: North Loop\nWed 30/11/2022 09:05", "AD\nAna Diaz\nWed 30/11/2022 09:05\n\nTo: North Loop"]
)
def test_a_window_may_show_no_address(shown: str) -> None:
    reading = read_text(f"{shown}\n\n{WORDS}", zone=UTC)
    assert (head(reading), new_words(reading)) == (("Ana Diaz", None, "2022-11-30 09:05", None), WORDS)


@each("text", NO_MAILS)
def test_a_signature_or_a_list_with_addresses_is_no_mail_of_somebody_else(text: str) -> None:
    reading = read_text(text, zone=UTC)
    assert (reading.forwarded, new_words(reading).startswith(WORDS)) == (False, True)


def test_a_body_right_below_a_block_is_not_taken_into_it() -> None:
    block = "From: Ana Diaz <ana@x.example>\nSent: Wed, 30 Nov 2022 09:05\nTo: info@shop.example"
    for body in (
        f"Hello,\n{WORDS}\nmy photos,\nmy address.\nPriority: high",
        f"Subject: Hi\nTo: privacy\n{WORDS}\nCc: all",
    ):
        assert WORDS in new_words(read_text(f"{block}\n{body}", zone=UTC))


@each("row", ["my data From: Ana Diaz <ana@x.example>", "my data Sent: Wed, 30 Nov 2022 09:05"])
def test_one_label_within_a_subject_is_one_where_its_value_says_so(row: str) -> None:
    rest = ["From: Ana Diaz <ana@x.example>", "Sent: Wed, 30 Nov 2022 09:05", "To: info@shop.example"]
    rows = [f"Subject: {row}", *(line for line in rest if line not in row)]
    told = head(read_text("\n".join(rows) + f"\n\n{WORDS}", zone=UTC))
    assert told == ("Ana Diaz", "ana@x.example", "2022-11-30 09:05", "my data")


def test_protons_marker_above_an_answer_forwards_nothing() -> None:
    mail = f"{OWN}We have deleted your account.\n\n‐‐‐‐‐‐‐ Original Message ‐‐‐‐‐‐‐\n"
    attribution = "On Wednesday, November 30th, 2022 9:05 AM, Bo Lee <bo@y.example> wrote:"
    reading = read_eml(f"{mail}{attribution}\n\n> {WORDS}".encode(), zone=UTC)
    assert (reading.forwarded, head(reading)[0]) == (False, "Ana Diaz")
    handed = mail.replace("Subject: Hi", "Subject: Fwd: Hi").replace("We have deleted your account.", "Somebody?")
    passed = read_eml(f"{handed}{attribution}\n\n> {WORDS}".encode(), zone=UTC)
    assert (passed.forwarded, head(passed)[0]) == (True, "Bo Lee")
    pasted = read_text(f"‐‐‐‐‐‐‐ Original Message ‐‐‐‐‐‐‐\n{attribution}\n\n> {WORDS}", zone=UTC)
    assert head(pasted) == ("Bo Lee", "bo@y.example", "2022-11-30 09:05", None)


@each("marker", ["----- Forwarded Message -----", "----- Message transmis -----"])
def test_yahoos_marker_stands_on_the_line_of_the_sender(marker: str) -> None:
    rest = "To: info@shop.example\nSent: Wed, 30 Nov 2022 09:05\nSubject: Hi"
    for gap in ("", " "):
        reading = read_text(f"{marker}{gap}From: Ana Diaz <ana@x.example>\n{rest}\n\n{WORDS}", zone=UTC)
        assert head(reading) == ("Ana Diaz", "ana@x.example", "2022-11-30 09:05", "Hi")


@each("prefix", ["Fwd.:", "Redirecționare:", "Doorgestuurd:", "Reenviado:", "Továbbítva:", "[x] (Fwd):"])
def test_prefixes_of_mails_that_are_handed_on(prefix: str) -> None:
    mail = OWN.replace("Subject: Hi", f"Subject: {prefix} Hi")
    block = "From: Bo Lee <bo@y.example>\nSent: Wed, 30 Nov 2022 09:05\nTo: ana@x.example\nSubject: Hi"
    reading = read_eml(f"{mail}Hello,\n\nregards, Ana\n\n{block}\n\n{WORDS}".encode(), zone=UTC)
    assert (reading.forwarded, head(reading)[1], reading.parts(Zone.BODY).strip()) == (True, "bo@y.example", WORDS)


GMAIL = [
    ("Ana <ana@citrine.example>\nMon, Oct 6, 2025, 2:05 PM (3 days ago)\nto me", True),
    ("Ana <ana@citrine.example>\tMon, Oct 6, 2025, 2:05 PM\nto me, privacy", True),
    ("Ana <ana@citrine.example>\nma 6 okt 14:05\naan mij", False),
    ("Ana <ana@citrine.example>\n14:05 (vor 2 Stunden)\nan mich", False),
    ("Ana <ana@citrine.example>\nlun. 6 oct. 14:05\nà moi", False),
    ("Ana <ana@citrine.example>\n6. Okt. 2025, 14:05 (vor 3 Tagen)\nan info", True),
    ("Ana <ana@citrine.example>\n6 ott 2025, 14:05 (3 giorni fa)\na info", True),
]


@each(("head", "dated"), GMAIL)
@each("mark", ["", "Inbox\n\n"])
@each("note", ["", "Hoi, kunnen jullie dit oppakken?\n\n", "This came in today, can you take it?\n\n"])
def test_what_is_copied_from_gmails_window(head: str, dated: bool, mark: str, note: str) -> None:
    mail = read_text(f"{note}Delete my account\n{mark}{head}\n\nPlease do it today.", zone=ZoneInfo("UTC"))
    assert mail.parts(Zone.NOTE) == note.strip()
    assert mail.subject == "Delete my account"
    assert mail.sender is not None
    assert mail.sender.value.email == "ana@citrine.example"
    assert (mail.sent is not None) is dated
    assert new_words(mail) == "Please do it today."


@each(
    "letter",
    [
        "Dear team,\n\nErase everything about me.\n\nAna <ana@x.example> 6/10/2025 14:05\na copy of all data\n\nBye",
        "Borren mis datos\nAna <ana@x.example> 14:05\na la mayor brevedad, y también mis fotos\nGracias",
    ],
)
def test_a_letter_is_no_window(letter: str) -> None:
    words = new_words(read_text(letter, zone=ZoneInfo("UTC")))
    assert words.startswith(letter.partition("Ana")[0].strip())


@pytest.mark.parametrize("note", ["Call Ana <ana@citrine.example>\nat 14:05\nto delete her account\nThanks"])
def test_a_note_is_no_window(note: str) -> None:
    assert new_words(read_text(note, zone=ZoneInfo("UTC"))) == note.removesuffix("\nThanks")
