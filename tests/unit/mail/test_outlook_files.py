"""Outlook's `.msg` files: read like any mail, and refused in one sentence when they are broken."""

import base64
import codecs
import re
import struct
import time
import tracemalloc
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from olefile import DEFECT_UNSURE, OleFileIO

from bot.conversation.scene import Scene
from bot.conversation.turn import File, Place
from bot.law.book import law_book
from bot.understanding.mail import MailError, new_words, read_eml, read_mails
from bot.understanding.mail.formats import mapi
from bot.understanding.reading import MailReading, Zone
from bot.wording import speaking
from flows.handover.handed import Handed, handed_file
from tests.conftest import examples
from tests.growth import in_proportion
from tests.lines import each
from tests.outlook import Mail, Value, attached, compound, outlook, recipient
from tests.property.test_mail import is_sound
from tests.transcripts.talk import NOW, POLICY, OnRecord, colleague

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
SENT = datetime(2026, 3, 3, 8, 12, tzinfo=UTC)
UNREADABLE = "This Outlook file cannot be read; save the mail as .eml, or paste its text."
PATH = "/O=SHOP/OU=EXCHANGE ADMINISTRATIVE GROUP/CN=RECIPIENTS/CN=0A1B2C-ANA"


def read(mail: Mail) -> MailReading:
    return read_eml(mail.file(), zone=AMSTERDAM)


def sender(mail: Mail) -> tuple[str | None, str | None] | None:
    found = read(mail).sender
    return (found.value.name, found.value.email) if found else None


def refusal(raw: bytes) -> str:
    with pytest.raises(MailError) as refused:
        read_mails(raw, zone=AMSTERDAM)
    return str(refused.value)


# The writer


@each(
    "mail",
    [
        outlook(),
        outlook(body="Please delete my data. " * 2_000),
        outlook(recipients=[recipient("Shop", "shop@x.example")] * 9, attachments=[attached("a.pdf", bytes(9_999))]),
        outlook(carried=[outlook(carried=[outlook()]), outlook(code_page=1252)]),
    ],
)
def test_our_files_are_compound_files_without_any_defect(mail: Mail) -> None:
    with OleFileIO(BytesIO(mail.file()), raise_defects=DEFECT_UNSURE) as container:
        assert container.parsing_issues == []
        words = container.openstream(f"__substg1.0_{mapi.SUBJECT:04X}001F").read()
        sizes = [container.get_size(path) for path in container.listdir()]
        assert sizes == [len(container.openstream(path).read()) for path in container.listdir()]
    assert words.decode("utf-16-le") == "My data"


# What is read


def test_a_mail_is_read_with_its_sender_date_and_words() -> None:
    mail = read(outlook(recipients=[recipient("Shop", "shop@x.example"), recipient("Bea", "bea@x.example", 2)]))
    assert mail.text.split("\n") == [
        'From: "Ana Diaz" <ana@citrine.example>',
        "Date: Tue, 03 Mar 2026 08:12:00 +0000",
        'To: "Shop" <shop@x.example>',
        'Cc: "Bea" <bea@x.example>',
        "Subject: My data",
        "",
        "Please delete all personal data you hold about me.",
    ]
    assert mail.sender is not None
    assert (mail.sender.value.name, mail.sender.value.email) == ("Ana Diaz", "ana@citrine.example")
    assert mail.sent is not None
    assert (mail.sent.value, mail.sent_zone_assumed) == (SENT, False)
    assert (mail.subject, mail.forwarded) == ("My data", False)
    is_sound(mail)


DUTCH = ("Één verzoek: gegevens", "Mijn geüploade foto’s zijn privé – ik betaalde € 10 aan de coöperatie.")


@each("code_page", [None, 1252])
def test_accents_are_read_from_unicode_and_from_a_code_page(code_page: int | None) -> None:
    mail = outlook(*DUTCH, ("Jürgen Müller", "jm@x.example"), code_page=code_page)
    assert (read(mail).subject, new_words(read(mail))) == DUTCH
    assert sender(mail) == ("Jürgen Müller", "jm@x.example")


def test_other_code_pages_are_read_too_and_recipients_have_that_of_the_mail() -> None:
    mail = read(outlook("Запрос", "Удалите мои данные.", recipients=[recipient("Магазин", "a@b.c")], code_page=1251))
    assert (mail.subject, new_words(mail)) == ("Запрос", "Удалите мои данные.")
    assert "Магазин" in mail.text


@each(
    ("code_page", "charset"),
    [
        (37, "cp037"),
        (874, "cp874"),
        (932, "cp932"),
        (1200, "utf-16-le"),
        (20866, "koi8-r"),
        (28591, "iso-8859-1"),
        (28605, "iso-8859-15"),
        (38598, "iso-8859-8"),
        (50220, "iso-2022-jp"),
        (51932, "euc-jp"),
        (54936, "gb18030"),
        (65001, "utf-8"),
        *((unknown, None) for unknown in (0, -1, 1, 709, 28602, 65002, 2**32 - 1)),
    ],
)
def test_code_pages_are_known_by_their_number(code_page: int, charset: str | None) -> None:
    assert mapi.charset(code_page) == charset
    assert charset is None or codecs.lookup(charset)


@each("label", [0, 1, 709, 720, 1200, 20127, 65001, 99999])
def test_a_wrong_or_unknown_code_page_does_not_hide_the_words(label: int) -> None:
    mail = outlook("Café", "Löschen Sie – bitte.", code_page=1252, more={mapi.MESSAGE_CODEPAGE: label})
    html = outlook("Café", None, more={mapi.HTML: b"<p>delete me now</p>", mapi.INTERNET_CODEPAGE: label})
    assert "schen Sie" in new_words(read(mail))
    assert new_words(read(html)) == "delete me now"


def test_a_colleague_on_the_same_server_is_known_by_the_mail_address() -> None:
    for pid in (mapi.SENDER_SMTP_ADDRESS, mapi.SENT_REPRESENTING_SMTP_ADDRESS):
        more = {mapi.SENT_REPRESENTING_NAME: "Ana Diaz", mapi.SENT_REPRESENTING_EMAIL_ADDRESS: PATH}
        assert sender(outlook(sender=("Ana Diaz", PATH), more={**more, pid: "ana@x.example"})) == (
            "Ana Diaz",
            "ana@x.example",
        )
    assert sender(outlook(sender=("Ana Diaz", PATH))) == ("Ana Diaz", None)


def test_a_mail_written_by_a_delegate_is_from_the_person_they_wrote_for() -> None:
    for written, address in (("ana@x.example", "ana@x.example"), (PATH, None)):
        more = {mapi.SENT_REPRESENTING_NAME: "Ana Diaz", mapi.SENT_REPRESENTING_EMAIL_ADDRESS: written}
        assert sender(outlook(sender=("Bo Delegate", "bo@x.example"), more=more)) == ("Ana Diaz", address)


TRAVELLED = (
    "Received: from mail.x.example by mx.shop.example; Tue, 3 Mar 2026 09:12:09 +0100\r\n"
    "From: =?utf-8?q?J=C3=BCrgen?=\r\n <jm@x.example>\r\nTo: privacy@shop.example\r\n"
    "Date: Tue, 3 Mar 2026 09:12:00 +0100\r\nSubject: something else\r\nMessage-ID: <one@x.example>\r\n\r\n"
)


@each("above", ["", "Microsoft Mail Internet Headers Version 2.0\r\n"])
def test_the_headers_that_a_mail_travelled_with_come_first(above: str) -> None:
    later = datetime(2026, 3, 9, tzinfo=UTC)
    more: dict[int, Value] = {
        mapi.TRANSPORT_MESSAGE_HEADERS: above + TRAVELLED,
        mapi.INTERNET_MESSAGE_ID: "<two@x.example>",
    }
    mail = read(outlook(sender=("J.M.", PATH), sent=later, more=more))
    assert mail.sender is not None
    assert (mail.sender.value.name, mail.sender.value.email) == ("Jürgen", "jm@x.example")
    assert mail.sent is not None
    assert mail.sent.value == SENT
    assert (mail.message_id, mail.subject) == ("<one@x.example>", "My data")
    assert "To: privacy@shop.example" in mail.text


def test_a_wrong_clock_in_them_counts_less_than_when_our_server_took_the_mail() -> None:
    wrong = TRAVELLED.replace("Date: Tue, 3 Mar 2026", "Date: Mon, 3 Mar 2025")
    mail = read(outlook(more={mapi.TRANSPORT_MESSAGE_HEADERS: wrong}))
    assert mail.sent is not None
    assert mail.sent.value.isoformat() == "2026-03-03T09:12:09+01:00"


def test_without_them_the_message_id_and_the_day_of_arrival_are_outlooks() -> None:
    more: dict[int, Value] = {mapi.INTERNET_MESSAGE_ID: "<two@x.example>", mapi.MESSAGE_DELIVERY_TIME: SENT}
    mail = read(outlook(sent=None, more=more))
    assert mail.message_id == "<two@x.example>"
    assert mail.sent is not None
    assert mail.sent.value == SENT


def test_an_answer_is_known_by_what_it_answers_to() -> None:
    body = "No, all of it please.\n\nFrom: Shop <shop@x.example>\nSent: Monday, March 2, 2026 9:12 AM\nTo: Ana\n"
    body += "Subject: data\n\nMay we delete only your photos?"
    assert new_words(read(outlook("data", body, more={mapi.IN_REPLY_TO_ID: "<zero@shop.example>"}))) == (
        "No, all of it please."
    )


def test_a_mail_in_html_only_is_read() -> None:
    html = "<html><style>p{}</style><p>Löschen Sie bitte</p><p>alle meine Daten.</p></html>"
    as_bytes: dict[int, Value] = {mapi.HTML: html.encode("cp1252"), mapi.INTERNET_CODEPAGE: 1252}
    as_text: dict[int, Value] = {mapi.HTML: html}
    for more in (as_bytes, as_text):
        words = new_words(read(outlook(body=None, more=more)))
        assert words.split("\n\n") == ["Löschen Sie bitte", "alle meine Daten."]


def test_a_forward_shows_the_customer_of_its_header_block() -> None:
    body = "Kunnen jullie deze oppakken?\r\n\r\n________________________________\r\n"
    body += "Van: Bram Jansen <bram.jansen@example.org>\r\nVerzonden: maandag 2 maart 2026 09:12\r\n"
    body += "Aan: Winkel <info@shop.example>\r\nOnderwerp: mijn gegevens\r\n\r\nVerwijder al mijn gegevens.\r\n"
    mail = read(outlook("FW: mijn gegevens", body, ("Emma", "emma@shop.example")))
    assert mail.forwarded
    assert mail.sender is not None
    assert mail.sender.value.email == "bram.jansen@example.org"
    assert mail.sent is not None
    assert mail.sent.value == datetime(2026, 3, 2, 9, 12, tzinfo=AMSTERDAM)
    assert mail.parts(Zone.NOTE) == "Kunnen jullie deze oppakken?"
    assert new_words(mail) == "Verwijder al mijn gegevens."


def test_mails_that_a_mail_carries_are_read_as_its_customers() -> None:
    mails = [outlook(name, f"Please delete me. {name}", (name, f"{name}@x.example".lower())) for name in ("Ana", "Bob")]
    readings = read_mails(outlook("two", "see attached", carried=mails).file(), zone=AMSTERDAM)
    assert [new_words(mail) for mail in readings] == ["Please delete me. Ana", "Please delete me. Bob"]
    assert [mail.sender.value.email for mail in readings if mail.sender] == ["ana@x.example", "bob@x.example"]
    assert [mail.attachments for mail in readings] == [("Bob",), ("Ana",)]
    assert all(mail.forwarded and mail.parts(Zone.NOTE) == "see attached" for mail in readings)


def test_mails_attached_without_end_are_read_to_a_depth() -> None:
    mail = outlook("the innermost")
    for _level in range(40):
        mail = outlook(carried=[mail])
    assert read(mail).forwarded


def test_an_attached_appointment_is_named_and_is_no_mail() -> None:
    lunch = outlook("Lunch", "At noon", more={mapi.MESSAGE_CLASS: "IPM.Appointment"})
    mail = read(outlook(carried=[lunch]))
    assert (mail.attachments, mail.forwarded) == (("Lunch",), False)


def test_attachments_are_named_and_never_read() -> None:
    names = ['paspoort "Ana"; é.pdf', "写真.png", "x" * 300]
    mail = read(outlook(attachments=[attached(name) for name in names]))
    assert mail.attachments == (*names[:2], "x" * 200)
    assert "not to be read" not in mail.text
    short: dict[int, Value] = {mapi.ATTACH_METHOD: mapi.BY_VALUE, mapi.ATTACH_FILENAME: "FOTO~1.JPG"}
    assert read(outlook(attachments=[short, {}])).attachments == ("FOTO~1.JPG", "application/octet-stream")


def test_the_logo_that_the_words_show_is_not_attached() -> None:
    logo = {**attached("image001.png"), mapi.ATTACH_MIME_TAG: "image/png", mapi.ATTACH_CONTENT_ID: "image001@01DC"}
    html: dict[int, Value] = {mapi.HTML: '<p>delete me</p><img src="cid:image001%4001DC">'}
    for size, named in ((4_000, ("id.pdf",)), (400_000, ("id.pdf", "image001.png"))):
        files = [attached("id.pdf"), {**logo, mapi.ATTACH_SIZE: size}]
        assert read(outlook("data", None, more=html, attachments=files)).attachments == named


def test_what_is_missing_is_missing() -> None:
    mail = read(outlook(sent=None, sender=None))
    assert (mail.sender, mail.sent, mail.message_id) == (None, None, None)
    assert new_words(mail) == "Please delete all personal data you hold about me."
    assert read(outlook("", None, None, None)).text == ""


@each("year", [1601, 1969, 4501, 9999])
def test_a_date_that_no_mail_can_have_is_none(year: int) -> None:
    assert read(outlook(sent=datetime(year, 1, 1, tzinfo=UTC))).sent is None


def test_the_marks_before_an_old_subject_are_left_out() -> None:
    assert read(outlook("\x01\x05FW: my data")).subject == "FW: my data"


def hand_over(name: str, content: bytes) -> tuple[Handed, ...]:
    scene = Scene(colleague(), Place(channel="@emma"), NOW, POLICY, law_book(), "turn", OnRecord())
    return handed_file(File(name=name, content=base64.b64encode(content)), scene, None, 0)


@each("name", ["mail.msg", "mail.eml", "mail.txt", "MAIL.TXT", "mail"])
def test_a_file_that_was_handed_over_is_known_by_its_first_bytes(name: str) -> None:
    (handed,) = hand_over(name, outlook(more={mapi.INTERNET_MESSAGE_ID: "<a@b>"}).file())
    (draft,) = handed.drafts()
    assert handed.whole
    assert ("message_id", "<a@b>") in draft.marks
    assert "Please delete all personal data" in draft.text


@each("charset", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_file_is_read_in_the_charset_it_was_saved_in(charset: str) -> None:
    (handed,) = hand_over("mail.txt", "Löschen Sie bitte alle meine Daten.".encode(charset))
    assert new_words(handed.mail) == "Löschen Sie bitte alle meine Daten."


@each("content", [b"%PDF-1.7 delete me", b"PK\x03\x04 delete me", bytes(range(32)) * 9])
def test_a_file_that_is_only_named_like_a_text_is_refused(content: bytes) -> None:
    with pytest.raises(MailError, match="not a mail"):
        hand_over("mail.txt", content)


# What is refused


def test_only_as_rtf_it_is_refused_rather_than_read_without_its_words() -> None:
    assert refusal(outlook(body=None, more={mapi.RTF_COMPRESSED: b"LZFu" * 9}).file()) == UNREADABLE


def test_the_first_bytes_alone_are_refused() -> None:
    raw = outlook().file()
    assert {refusal(raw[:size]) for size in (4, 8, 9, 100, 511, 512, 1535, 1536, 2048)} == {UNREADABLE}


def test_a_file_that_is_cut_off_is_refused() -> None:
    raw = outlook(body="Please delete my data. " * 1_000).file()
    assert {refusal(raw[:size]) for size in range(4, len(raw) - 512, 997)} == {UNREADABLE}


def test_no_file_on_disk_is_read_in_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    short = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    (tmp_path / "x").write_bytes(outlook().file())
    Path(short.decode("utf-8", "surrogateescape")).symlink_to("x")
    assert refusal(short) == UNREADABLE


def test_another_compound_file_is_no_mail() -> None:
    said = refusal(compound({"WordDocument": b"words"}))
    assert said == "This file is not a mail; drop an .eml or .msg file, or paste the mail's text."


def test_the_sentence_is_said_in_dutch_too() -> None:
    with speaking("nl"):
        assert refusal(outlook().file()[:600]).startswith("Dit Outlook-bestand is niet te lezen.")


# Hostile files


def patched(raw: bytes, at: int, *numbers: int) -> bytes:
    return raw[:at] + struct.pack(f"<{len(numbers)}I", *numbers) + raw[at + 4 * len(numbers) :]


def hostile() -> dict[str, bytes]:
    """Files of some 300 KB that a trusting reader would blow up."""
    long = outlook(body="Please delete my data. " * 6_000)
    raw = long.file()
    many = outlook(carried=[*[outlook()] * 60, long]).file()
    bodies = [at.start() for at in re.finditer(re.escape("__substg1.0_1000001F".encode("utf-16-le")), many)]
    for at in bodies[:-1]:
        many = many[: at + 116] + many[bodies[-1] + 116 : bodies[-1] + 124] + many[at + 124 :]
    table = (struct.unpack_from("<I", raw, 76)[0] + 1) * 512  # the first sector of the table of sectors
    body = raw.index("__substg1.0_1000001F".encode("utf-16-le"))
    listing = (struct.unpack_from("<I", raw, 48)[0] + 1) * 512
    loop = b"".join(struct.pack("<I", number - number % 2) for number in range(128))
    return {
        "a loop of sectors": raw[:table] + loop + raw[table + 512 :],
        "a body of 2 GB in a loop": patched(raw[:table] + loop + raw[table + 512 :], body + 120, 0x7FFFFFFE),
        "a body of 2 GB": patched(raw, body + 120, 0x7FFFFFFE),
        "one body in many mails": many,
        "small streams of 4 GB": patched(raw, listing + 120, 0xFFFFFFFF),
        "a table without end": patched(raw, 44, 0x7FFFFFFF),
        "a table in a loop": patched(
            patched(patched(raw, 44, 109 + 127 * 60_000), 68, 0, 60_000), 512, *[table // 512 - 1] * 127, 0
        ),
        "a table of small sectors without end": patched(raw, 64, 0x7FFFFFFF),
        "sectors of no size": raw[:30] + b"\0\0" + raw[32:],
        "sectors beyond any size": raw[:30] + b"\xff\xff" + raw[32:],
    }


@each("name", sorted(hostile()))
def test_a_hostile_file_costs_little_time_and_memory(name: str) -> None:
    raw = hostile()[name]
    tracemalloc.start()
    start = time.process_time()
    try:
        read_mails(raw, zone=AMSTERDAM)
    except MailError as refused:
        assert str(refused) == UNREADABLE
    else:
        assert name == "a loop of sectors"  # within the size that the file has: nonsense, but no more than usual
    finally:
        spent, (_now, peak) = time.process_time() - start, tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert peak < 30 * len(raw)
    assert spent < 5


def test_time_grows_no_faster_than_the_number_of_streams() -> None:
    def read(count: int) -> None:
        raw = compound({"__properties_version1.0": bytes(32), **{f"{number:08}": b"x" for number in range(count)}})
        read_mails(raw, zone=AMSTERDAM)

    assert in_proportion(read, 200)


FILES = [
    outlook(recipients=[recipient("Shop", "shop@x.example")], attachments=[attached("a.pdf")]).file(),
    outlook(*DUTCH, code_page=1252, carried=[outlook("inner", more={mapi.HTML: b"<p>delete me</p>"})]).file(),
    outlook(body="Please delete my data. " * 300, more={mapi.TRANSPORT_MESSAGE_HEADERS: TRAVELLED}).file(),
]
EDITS = st.tuples(st.integers(0, 20_000), st.binary(min_size=1, max_size=8) | st.just(b"\xff" * 4) | st.just(b"\0" * 4))


@examples(150)
@given(st.sampled_from(FILES), st.lists(EDITS, min_size=1, max_size=6), st.integers(0, 20_000) | st.none())
def test_a_damaged_file_is_read_or_refused_and_nothing_else(
    raw: bytes, edits: list[tuple[int, bytes]], size: int | None
) -> None:
    damaged = bytearray(raw)
    for at, new in edits:
        place = 4 + at % (len(raw) - 16)
        damaged[place : place + len(new)] = new
    try:
        mails = read_mails(bytes(damaged[: 4 + (size or len(raw))]), zone=AMSTERDAM)
    except MailError as refused:
        assert str(refused).endswith("text.")
    else:
        for mail in mails:
            is_sound(mail)
