"""Mails as files: charsets and their wrong labels, HTML, alternatives, attached mails, headers that nobody encoded."""

import base64
import quopri
from datetime import datetime
from email.message import EmailMessage
from zoneinfo import ZoneInfo

from bot.understanding.mail import new_words, read_eml, read_mails
from bot.understanding.reading import MailReading, Sender, Zone
from tests.lines import each
from tests.outlook import outlook
from tests.unit.mail import wordings

ROME = ZoneInfo("Europe/Rome")
WORDS = "Please delete everything.\nMy account is 4711."
HTML = "<p>Please delete everything.<br>My account is 4711.</p>"
AFTERNOON = datetime(2025, 10, 6, 14, 5, tzinfo=ROME)
ANA = Sender("Ana Đurić-Öz", "ana@citrine.example")
LINE = f"{ANA.name} <{ANA.email}>"
FORWARD = (
    "FYI\n\n---------- Forwarded message ---------\n"
    f"From: {LINE}\nDate: Mon, 6 Oct 2025 at 14:05\nSubject: My data\nTo: <help@northloop.example>\n\n\n{WORDS}\n"
)
RICH_FORWARD = (
    "<html><body><div>FYI</div><div>---------- Forwarded message ---------<br>"
    f"From: {ANA.name} &lt;{ANA.email}&gt;<br>Date: Mon, 6 Oct 2025 at 14:05<br>Subject: My data<br>"
    f"To: help@northloop.example<br></div><br>{HTML}</body></html>"
)


def letter(words: str, subject: str = "Fwd: My data", sender: str = "Bo Ross <bo@northloop.example>") -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, "help@northloop.example", subject
    mail["Date"] = "Tue, 7 Oct 2025 09:00:00 +0200" if subject != "My data" else "Mon, 6 Oct 2025 14:05:00 +0200"
    mail.set_content(words)
    return mail


def file(text: bytes, charset: str, packed: str = "8bit") -> bytes:
    """A forwarded mail's bytes under a label."""
    if packed != "8bit":
        text = base64.encodebytes(text) if packed == "base64" else quopri.encodestring(text)
    head = "From: Bo <bo@northloop.example>\nSubject: Fwd: x\nDate: Tue, 7 Oct 2025 09:00:00 +0200\nMIME-Version: 1.0\n"
    return f"{head}Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: {packed}\n\n".encode() + text


def block(language: str, name: str = "Ana") -> str:
    start, sent, to, _, subject, date = wordings.OUTLOOK[language]
    rows = [f"{start}: {name} <{ANA.email}>", f"{sent}: {date}", f"{to}: x@y.example", f"{subject}: My data"]
    return "\n".join(["FYI", "", *rows, "", WORDS])


def is_forwarded_by_ana(mail: MailReading, name: str | None = ANA.name) -> bool:
    assert mail.sender is not None
    assert mail.sent is not None
    assert mail.sender.value == Sender(name, ANA.email)
    assert mail.sent.value == AFTERNOON
    assert (mail.subject, new_words(mail), mail.parts(Zone.NOTE)) == ("My data", WORDS, "FYI")
    return mail.forwarded


CHARSETS = [
    ("pl", "iso-8859-2"), ("pl", "windows-1250"), ("hu", "iso-8859-2"), ("hr", "windows-1250"), ("ru", "koi8-r"),
    ("ru", "windows-1251"), ("uk", "koi8-u"), ("tr", "iso-8859-9"), ("tr", "windows-1254"), ("el", "iso-8859-7"),
    ("el", "windows-1253"), ("lv", "iso-8859-13"), ("et", "windows-1257"), ("fr", "iso-8859-15"), ("fr", "mac-roman"),
    ("ja", "iso-2022-jp"), ("ja", "shift_jis"), ("ja", "euc-jp"), ("zh", "gb2312"), ("zh", "x-gbk"), ("zh", "hz"),
    ("zh", "hz-gb-2312"), ("zh-TW", "big5"), ("ko", "euc-kr"), ("ko", "ks_c_5601-1987"), ("ro", "utf-7"),
]  # fmt: skip
PYTHONS = {"x-gbk": "gbk", "hz-gb-2312": "hz", "ks_c_5601-1987": "cp949"}


@each(("language", "charset"), CHARSETS)
@each("packed", ["8bit", "base64", "quoted-printable"])
def test_charsets_of_every_kind(language: str, charset: str, packed: str) -> None:
    text = block(language).encode(PYTHONS.get(charset, charset))
    assert is_forwarded_by_ana(read_eml(file(text, f'"{charset.upper()}"', packed), zone=ROME), "Ana")


@each("label", ["us-ascii", "iso-8859-1", "iso-8859-2", "windows-1252", "unknown-8bit", "nonsense"])
@each("language", ["pl", "ru", "el", "tr"])
def test_utf_8_under_a_wrong_label(label: str, language: str) -> None:
    assert is_forwarded_by_ana(read_eml(file(block(language, ANA.name or "").encode(), label), zone=ROME))


@each("mark", [b"\xef\xbb\xbf", b"", b"From bo@northloop.example Tue Oct  7 09:00:00 2025\n"])
@each("end", [b"\n", b"\r\n"])
def test_files_of_windows_and_of_mailboxes(mark: bytes, end: bytes) -> None:
    assert is_forwarded_by_ana(read_eml((mark + file(FORWARD.encode(), "utf-8")).replace(b"\n", end), zone=ROME))


def test_a_text_file_that_windows_calls_unicode() -> None:
    assert is_forwarded_by_ana(read_eml(FORWARD.encode("utf-16"), zone=ROME))


@each("plain", ["\n", "See below.", "This message is in HTML. Your program cannot show it."])
def test_a_text_that_only_points_to_its_html(plain: str) -> None:
    mail = letter(plain)
    mail.add_alternative(RICH_FORWARD, subtype="html")
    assert is_forwarded_by_ana(read_eml(mail.as_bytes(), zone=ROME))


def test_html_that_calls_itself_plain() -> None:
    assert is_forwarded_by_ana(read_eml(letter(RICH_FORWARD).as_bytes(), zone=ROME))


def test_a_text_and_the_same_again_in_html_count_once() -> None:
    head = "From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=q\n"
    rich = f"Content-Type: text/html\n\n<div>Hello,</div><br>{HTML}"
    raw = f"{head}\n--q\n\nHello,\n\n{WORDS}\n--q\n{rich}\n--q--\n".encode()
    assert new_words(read_eml(raw, zone=ROME)) == f"Hello,\n\n{WORDS}"


def test_an_invitation_or_a_table_is_no_text() -> None:
    mail = letter("See you.", "Lunch")
    mail.add_alternative("BEGIN:VCALENDAR", subtype="calendar")
    mail.add_attachment("name;age", subtype="csv", filename="people.csv")
    reading = read_eml(mail.as_bytes(), zone=ROME)
    assert (new_words(reading), reading.attachments) == ("See you.", ("people.csv",))


ENTRY = (
    "From: ana@citrine.example\nSubject: Accepted\nMIME-Version: 1.0\nContent-Type: text/calendar; charset=utf-8\n\n"
    "BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nATTENDEE;CN=Ana:mailto:ana@citrine.example\n{}\nEND:VEVENT\n"
    "END:VCALENDAR\n"
)


@each(
    ("entry", "words"),
    [
        ("SUMMARY:A call\nDESCRIPTION:Delete me\\, please.\\nAll o\n f it.", "Delete me, please.\nAll of it."),
        ('COMMENT;ALTREP="cid:a@b";LANGUAGE=en:No. Delete me.', "No. Delete me."),
        ("SUMMARY;LANGUAGE=en:Delete me\nDESCRIPTION:\nBEGIN:VALARM\nACTION:DISPLAY\nEND:VALARM", "Delete me"),
        ("DTSTART:20260310T090000Z", ""),
    ],
)
def test_of_an_entry_in_a_calendar_only_its_words_are_read(entry: str, words: str) -> None:
    assert new_words(read_eml(ENTRY.format(entry).encode(), zone=ROME)) == words


def test_attachments_are_named_in_the_letters_of_their_language() -> None:
    mail = letter(FORWARD)
    mail.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="Übersicht – März.pdf")
    mail.add_attachment(b"x", maintype="image", subtype="png", filename="скан.png")
    reading = read_eml(mail.as_bytes(), zone=ROME)
    assert is_forwarded_by_ana(reading)
    assert reading.attachments == ("Übersicht – März.pdf", "скан.png")


def test_a_logo_that_the_words_show_is_not_attached_but_a_photo_is() -> None:
    mail = letter(FORWARD)
    mail.add_alternative('<img src="cid:logo@x"><p>Our shop</p><img src="cid:id@x">', subtype="html")
    for name, size in (("logo", 3_000), ("id", 90_000), ("scan", 3_000)):
        mail.add_attachment(bytes(size), maintype="image", subtype="png", filename=f"{name}.png", cid=f"<{name}@x>")
    assert read_eml(mail.as_bytes(), zone=ROME).attachments == ("id.png", "scan.png")


@each("kind", ["application/octet-stream", "text/plain", "message/rfc822"])
def test_an_attached_mail_whatever_its_kind_is_called(kind: str) -> None:
    carried = letter(WORDS, "My data", LINE)
    carried.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="passport.pdf")
    packed = base64.encodebytes(carried.as_bytes()).decode()
    part = f'Content-Type: {kind}; name="My data.eml"\nContent-Transfer-Encoding: base64\n'
    part += 'Content-Disposition: attachment; filename="My data.eml"\n'
    head = "From: bo@northloop.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=q\n"
    raw = f"{head}\n--q\n\nFYI\n--q\n{part}\n{packed}\n--q--\n".encode()
    reading = read_eml(raw, zone=ROME)
    assert is_forwarded_by_ana(reading)
    assert reading.attachments == ("passport.pdf",)


def test_an_attached_outlook_file() -> None:
    carried = outlook(subject="My data", body=WORDS, sender=(ANA.name or "", ANA.email or "")).file()
    mail = letter("FYI")
    mail.add_attachment(carried, maintype="application", subtype="vnd.ms-outlook", filename="My data.msg")
    reading = read_eml(mail.as_bytes(), zone=ROME)
    assert (reading.sender and reading.sender.value, reading.subject, new_words(reading)) == (ANA, "My data", WORDS)
    assert (reading.parts(Zone.NOTE), reading.attachments) == ("FYI", ())


def test_a_forward_within_an_attached_mail_is_followed_to_its_first_sender() -> None:
    mail = letter("For you")
    mail.add_attachment(letter(FORWARD, "WG: My data"))
    reading = read_eml(mail.as_bytes(), zone=ROME)
    assert (reading.sender and reading.sender.value, reading.parts(Zone.NOTE)) == (ANA, "For you\nFYI")


def test_attached_files_that_only_look_like_mails_are_named() -> None:
    mail = letter(WORDS, "Two files")
    mail.add_attachment(b"\x00\x01", maintype="application", subtype="octet-stream", filename="broken.eml")
    mail.add_attachment(b"\xd0\xcf\x11\xe0", maintype="application", subtype="octet-stream", filename="broken.msg")
    readings = read_mails(mail.as_bytes(), zone=ROME)
    assert [reading.attachments for reading in readings] == [("broken.eml", "broken.msg")]


@each("charset", ["utf-8", "iso-8859-2"])
def test_headers_that_nobody_encoded(charset: str) -> None:
    head = "From: Žofie Nováková <zofie@citrine.example>\nSubject: Výmaz údajů\n"
    head += f"Content-Type: text/plain; charset={charset}"
    reading = read_eml(f"{head}\n\nVymažte mé údaje.".encode(charset), zone=ROME)
    assert (reading.sender and reading.sender.value.name, reading.subject) == ("Žofie Nováková", "Výmaz údajů")


def test_a_date_as_old_programs_write_it() -> None:
    reading = read_eml(b"From: ana@citrine.example\nDate: Mon Oct  6 14:05:33 2025\n\nDelete me.", zone=ROME)
    assert reading.sent is not None
    assert reading.sent.value == AFTERNOON.replace(second=33)


ANSWERS = {
    "nl": "Antw", "de": "AW", "it": "R", "pl": "Odp", "da": "SV", "fi": "VS", "et": "Vs", "hu": "Vá", "ro": "Răsp",
    "tr": "YNT", "el": "ΑΠ", "uk": "Відп", "ru": "Отв", "hr": "Odg", "sk": "Odp", "fr": "[EXT] RE", "pt": "RES",
}  # fmt: skip
FORWARDS = {
    "nl": "Doorst", "de": "WG", "it": "I", "pl": "PD", "da": "VS", "fi": "VL", "et": "Ed", "hu": "Továbbítás",
    "ro": "Redirecționat", "tr": "İLT", "el": "ΠΡΘ", "uk": "Пер", "ru": "Пересл", "hr": "Prosl", "sk": "FW",
    "fr": "[EXT] TR", "pt": "ENC", "es": "RV", "sv": "VB", "nb": "VS",
}  # fmt: skip


@each(("language", "prefix"), ANSWERS.items())
def test_an_answer_is_known_by_its_subject(language: str, prefix: str) -> None:
    words = block(language).replace("FYI", "I still want my data deleted.")
    raw = letter(words, f"{prefix}: My request", LINE).as_bytes()
    reading = read_eml(raw, zone=ROME)
    assert (new_words(reading), reading.forwarded) == ("I still want my data deleted.", False)
    assert reading.sender is not None
    assert reading.sender.value == ANA


@each(("language", "prefix"), FORWARDS.items())
def test_a_forward_is_known_by_its_subject_too(language: str, prefix: str) -> None:
    words = block(language).replace("FYI", "She rang on Friday and was rather angry.")
    reading = read_eml(letter(words, f"{prefix}: My request").as_bytes(), zone=ROME)
    assert (new_words(reading), reading.forwarded) == (WORDS, True)
    assert reading.parts(Zone.NOTE) == "She rang on Friday and was rather angry."
