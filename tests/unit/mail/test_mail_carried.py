"""Mails within mails, however they were packed; and headers that pretend to say something else."""

import base64
import struct
from email.message import EmailMessage
from zoneinfo import ZoneInfo

from bot.understanding.mail import new_words, read_eml, read_mails, read_text
from bot.understanding.mail.formats import mapi
from bot.understanding.reading import MailReading, Sender, Zone
from tests.lines import each
from tests.outlook import attached, outlook

UTC = ZoneInfo("UTC")
WORDS = "Please delete my data."


def anas() -> bytes:
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["Date"] = "Ana Diaz <ana@x.example>", "Data", "Mon, 6 Oct 2025 14:05:00 +0200"
    mail.set_content(WORDS)
    return mail.as_bytes()


def with_part(head: str, body: bytes) -> bytes:
    """A colleague's mail with a note and one more part."""
    above = (
        "From: bo@shop.example\nTo: desk@shop.example\nContent-Type: multipart/mixed; boundary=q\n\n--q\n\nFYI\n--q\n"
    )
    return f"{above}{head}\n\n".encode() + body + b"\n--q--\n"


def is_anas(reading: MailReading) -> bool:
    assert reading.sender is not None
    assert reading.sent is not None
    assert (reading.sender.value.email, reading.sent.value.year) == ("ana@x.example", 2025)
    assert (new_words(reading).strip(), reading.parts(Zone.NOTE)) == (WORDS, "FYI")
    return reading.forwarded and not reading.attachments


KINDS = ["application/octet-stream", "text/plain", "message/rfc822", "message/global", "application/vnd.ms-outlook"]


@each("kind", KINDS)
@each("name", ["My data", "My data.txt", "Order no. 7", "My data.EML"])
def test_a_mail_is_known_by_its_headers_whatever_the_file_is_called(kind: str, name: str) -> None:
    head = f'Content-Type: {kind}; name="{name}"\nContent-Disposition: attachment; filename="{name}"\n'
    raw = with_part(f"{head}Content-Transfer-Encoding: base64", base64.encodebytes(anas()))
    assert is_anas(read_eml(raw, zone=UTC))


@each("kind", ["message/rfc822", "message/global", "message/news"])
def test_a_mail_that_is_a_part_of_its_own(kind: str) -> None:
    assert is_anas(read_eml(with_part(f"Content-Type: {kind}", anas()), zone=UTC))


NO_MAILS = [
    ("notes.txt", b"From: the shop\nbuy milk"),
    ("list", b"Subject: milk\n\nTo: do"),
    ("a.eml", b"no header\n\nTo: do"),
    ("b.msg", b""),
    ("c.msg", b"\xd0\xcf\x11\xe0 a letter"),
    ("d.doc", b"\xd0\xcf\x11\xe0 a letter"),
]


@each(("name", "content"), NO_MAILS)
def test_a_file_that_is_no_mail_is_named(name: str, content: bytes) -> None:
    head = f"Content-Type: application/octet-stream\nContent-Disposition: attachment; filename={name}\n"
    raw = with_part(f"{head}Content-Transfer-Encoding: base64", base64.encodebytes(content))
    assert [reading.attachments for reading in read_mails(raw, zone=UTC)] == [(name,)]


@each("name", ["My data.eml", "My data", "My data.msg"])
def test_a_mail_file_in_an_outlook_mail_is_read(name: str) -> None:
    inner = outlook("Data", WORDS, ("Ana Diaz", "ana@x.example")).file() if name.endswith(".msg") else anas()
    mail = outlook("FW", "FYI", ("Bo", "bo@shop.example"), attachments=[attached(name, inner), attached("a.pdf")])
    reading = read_eml(mail.file(), zone=UTC)
    assert reading.sender is not None
    assert (reading.sender.value.email, new_words(reading).strip()) == ("ana@x.example", WORDS)
    assert (reading.parts(Zone.NOTE), reading.attachments) == ("FYI", ("a.pdf",))


def test_a_mail_file_without_a_telling_name_is_known_by_its_kind_in_outlook() -> None:
    part = {**attached("Data 1.2", anas()), mapi.ATTACH_MIME_TAG: "message/rfc822"}
    assert is_anas(read_eml(outlook("FW", "FYI", ("Bo", "bo@shop.example"), attachments=[part]).file(), zone=UTC))


def test_broken_mail_files_in_an_outlook_mail_are_named() -> None:
    parts = [attached("a.eml", b"\x00\x01"), attached("b.msg", b"\xd0\xcf\x11\xe0"), attached("c.eml", b"")]
    reading = read_eml(outlook("Hi", WORDS, attachments=parts).file(), zone=UTC)
    assert (new_words(reading), reading.attachments) == (WORDS, ("a.eml", "b.msg", "c.eml"))


@each(
    "head",
    [
        "Content-Type: text/plain\nContent-Disposition: inline; filename=body.txt",
        "Content-Type: text/plain; name=body.txt",
        "Content-Type: text/html\nContent-Disposition: inline; filename=body.html",
    ],
)
def test_a_text_that_is_shown_counts_though_it_has_a_files_name(head: str) -> None:
    raw = f"From: ana@x.example\nContent-Type: multipart/mixed; boundary=q\n\n--q\n{head}\n\n{WORDS}\n--q--\n"
    reading = read_eml(raw.encode(), zone=UTC)
    assert (new_words(reading), reading.attachments) == (WORDS, ())


SENDERS = [
    ("=?utf-8?q?evil=40z=2Eexample?= <ana@x.example>", None),
    ("=?utf-8?q?evil=40z=2Eexample=2C_Ana?= <ana@x.example>", None),
    ("=?utf-8?q?=3Cevil=40z=2Eexample=3E?= <ana@x.example>", None),
    ("=?utf-8?q?evil?= =?iso-8859-1?q?=40z=2Eexample?= <ana@x.example>", None),
    ('"=?utf-8?q?evil=40z?=.example" <ana@x.example>', None),
    ("evil@z.example <ana@x.example>", None),
    ("=?utf-8?q?Ana_Di=C3=A1z?= <ana@x.example>", "Ana Diáz"),
    ("=?utf-8?q?Ana_=3Cana=40x=2Eexample=3E?=", "Ana"),
    ("=?utf-8?q?Ana_Date=3A_1_Jan_2020?= <ana@x.example>", "Ana Date: 1 Jan 2020"),
    ("ana@x.example (Ana Diaz)", "Ana Diaz"),
    ("ana@x.example, Bob <bob@y.example>", None),
]


@each(("sender", "name"), SENDERS)
def test_a_name_that_looks_like_an_address_or_a_header_is_a_name(sender: str, name: str | None) -> None:
    raw = f"From: {sender}\nDate: Thu, 5 Mar 2026 10:15 +0000\nSubject: Hi\n\n{WORDS}"
    reading = read_eml(raw.encode(), zone=UTC)
    assert reading.sender is not None
    assert reading.sent is not None
    assert (reading.sender.value.email, reading.sender.value.name) == ("ana@x.example", name)
    assert reading.sent.value.year == 2026


@each("label", ["AM", "CEST", "GMT+1", ""])
def test_header_lines_that_yahoo_glues_together(label: str) -> None:
    block = (
        "----- Forwarded message ----- From: Ana Diaz <ana@x.example>To: Bo <bo@shop.example>"
        f"Sent: Monday, August 30, 2021, 08:47:31 {label}Subject: Honey - order"
    )
    reading = read_text(f"{block}\n Hello,\n\n{WORDS}", zone=UTC)
    assert reading.sender is not None
    assert reading.sent is not None
    assert (reading.sender.value.email, reading.subject) == ("ana@x.example", "Honey - order")
    assert (reading.sent.value.year, reading.sent.value.minute) == (2021, 47)


def test_gmail_in_estonian_calls_the_sender_a_contact() -> None:
    line = "Kontakt Ana Mägi (<ana@x.example>) kirjutas kuupäeval\nK, 22. mai 2024 kell 14:30:"
    reading = read_text(f"{line}\n\n> {WORDS}\n> Ana", zone=UTC)
    assert reading.sender is not None
    assert (reading.sender.value.name, reading.sender.value.email) == ("Ana Mägi", "ana@x.example")


REPORT = (
    "From: MAILER-DAEMON@mx.example\nTo: ana@x.example\nSubject: Undelivered Mail\nMIME-Version: 1.0\n"
    'Content-Type: multipart/report; report-type={}; boundary="B"\n\n--B\nContent-Type: text/plain\n\n'
    "Your message could not be delivered.\n--B\nContent-Type: text/rfc822-headers\n\n"
    "From: Ana Diaz <ana@x.example>\nTo: desk@shop.example\nSubject: Erase my data\n"
    "Date: Wed, 30 Nov 2022 09:05:00 +0000\n--B--\n"
)


def test_of_a_mail_that_came_back_the_headers_tell_who_wrote() -> None:
    mail = read_eml(REPORT.format("delivery-status").encode(), zone=UTC)
    assert mail.sender is not None
    assert (mail.sender.value, mail.subject) == (Sender("Ana Diaz", "ana@x.example"), "Erase my data")
    assert mail.sent is not None
    receipt = read_eml(REPORT.format("disposition-notification").encode(), zone=UTC)
    assert receipt.sender is not None
    assert receipt.sender.value.email == "MAILER-DAEMON@mx.example"


def ber(tag: int, *parts: bytes, open_ended: bool = False) -> bytes:
    """A value of a signed file; with its length, or with an end."""
    content = b"".join(parts)
    if open_ended:
        return bytes([tag, 0x80]) + content + b"\0\0"
    size = len(content).to_bytes(4)
    return bytes([tag, 0x84]) + size + content


def signed(part: bytes, *, kind: int = 2, open_ended: bool = False) -> bytes:
    """A MIME part, signed as one file, or (`kind` 3) encrypted."""
    name = bytes.fromhex("06092a864886f70d0107")
    cut = [ber(0x04, part[:50]), ber(0x04, part[50:])]
    words = ber(0x24, *cut, open_ended=True) if open_ended else ber(0x04, part)
    content = ber(0x30, name + b"\x01", ber(0xA0, words, open_ended=open_ended), open_ended=open_ended)
    body = ber(0x30, b"\x02\x01\x01\x31\x00", content, b"\x31\x00", open_ended=open_ended)
    return ber(0x30, name + bytes([kind]), ber(0xA0, body, open_ended=open_ended), open_ended=open_ended)


@each("head", ["application/pkcs7-mime", "application/octet-stream; name=smime.p7m"])
@each("open_ended", [False, True])
def test_a_mail_that_is_signed_as_one_file(head: str, open_ended: bool) -> None:
    part = signed(
        with_part("Content-Type: message/rfc822", anas()).partition(b"desk@shop.example\n")[2], open_ended=open_ended
    )
    mail = "From: bo@shop.example\nTo: desk@shop.example\nContent-Transfer-Encoding: base64\nContent-Type: " + head
    assert is_anas(read_eml(f"{mail}\n\n{base64.encodebytes(part).decode()}".encode(), zone=UTC))


@each("part", [signed(anas(), kind=3), signed(anas())[:40], b"0\x80" * 3000, b"\x30\x84\xff\xff\xff\xff"])
def test_a_signed_file_that_is_closed_or_broken_is_only_named(part: bytes) -> None:
    head = "Content-Type: application/pkcs7-mime; name=smime.p7m\nContent-Transfer-Encoding: base64"
    mail = read_eml(with_part(head, base64.encodebytes(part)), zone=UTC)
    assert (new_words(mail), mail.attachments) == ("FYI", ("smime.p7m",))


def winmail(*attributes: tuple[int, bytes]) -> bytes:
    """Outlook's file, with a sum of bytes behind each attribute, which nobody checks."""
    rows = [b"\x01" + struct.pack("<II", name, len(value)) + value + b"\0\0" for name, value in attributes]
    return b"\x78\x9f\x3e\x22\1\0" + b"".join(rows)


def properties(*values: tuple[int, int, bytes]) -> bytes:
    """Properties as such a file holds them: kind, number, and a value whose size is told."""
    rows = [
        struct.pack("<HHII", kind, pid, 1, len(value)) + value + b"\0" * (-len(value) % 4)
        for kind, pid, value in values
    ]
    return struct.pack("<I", len(rows) + 1) + struct.pack("<HHI", mapi.INTEGER, 0x0E07, 1) + b"".join(rows)


ATTACHED = ((0x00069002, b"\0" * 14), (0x00018010, b"PASSPO~1.PDF\0"))
LONG_NAME = (0x00069005, properties((mapi.STRING, mapi.ATTACH_LONG_FILENAME, "Pässe.pdf\0".encode("utf-16-le"))))


@each(
    "body",
    [
        (0x0002800C, f"{WORDS}\0".encode()),
        (0x00069003, properties((mapi.STRING, mapi.BODY, f"{WORDS}\0".encode("utf-16-le")))),
        (0x00069003, properties((mapi.BINARY, mapi.HTML, f"<p>{WORDS}</p>".encode()))),
    ],
)
@each("code_page", [1252, 1200, 65001])  # whatever the label says, and it may say "wide"
def test_what_outlook_packs_into_winmail_dat(body: tuple[int, bytes], code_page: int) -> None:
    label = (0x00069007, struct.pack("<II", code_page, 0))
    packed = base64.encodebytes(winmail(label, body, *ATTACHED, LONG_NAME))
    head = "Content-Type: application/octet-stream; name=winmail.dat\nContent-Transfer-Encoding: base64"
    alone = with_part(head, packed).replace(b"FYI", b"")
    assert (new_words(read_eml(alone, zone=UTC)), read_eml(alone, zone=UTC).attachments) == (WORDS, ("Pässe.pdf",))
    beside = read_eml(with_part(head, packed), zone=UTC)
    assert (new_words(beside), beside.attachments) == ("FYI", ("Pässe.pdf",))


@each("size", range(6, 120, 7))
def test_a_winmail_dat_that_was_cut(size: int) -> None:
    packed = winmail((0x0002800C, WORDS.encode()), *ATTACHED, LONG_NAME)[:size]
    head = "Content-Type: application/ms-tnef\nContent-Transfer-Encoding: base64"
    assert new_words(read_eml(with_part(head, base64.encodebytes(packed)), zone=UTC)) == "FYI"
