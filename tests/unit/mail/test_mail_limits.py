"""Files that were made to cost time or to trip the parser: they are read as far as it is reasonable, and say so."""

from collections.abc import Callable
from email.message import EmailMessage
from zoneinfo import ZoneInfo

from bot.understanding.mail import html_to_text, new_words, read_eml, read_mails, read_text
from tests.growth import in_proportion
from tests.lines import each

UTC = ZoneInfo("UTC")


def carrying(count: int, words: str) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "bo@northloop.example", "All of them"
    mail.set_content(words)
    for number in range(count):
        carried = EmailMessage()
        carried["From"], carried["Subject"] = f"ana{number}@citrine.example", f"Mail {number}"
        carried.set_content("Please delete my data.")
        mail.add_attachment(carried)
    return mail.as_bytes()


def test_of_many_carried_mails_some_are_read_and_the_rest_is_told() -> None:
    readings = read_mails(carrying(60, "For you."), zone=UTC)
    assert len(readings) == 50
    assert {reading.sender.value.email for reading in readings if reading.sender} == {
        f"ana{number}@citrine.example" for number in range(50)
    }
    assert all("[... 10 mails more, not read ...]" in reading.text for reading in readings)
    assert all("Mail 59" in reading.attachments for reading in readings)


def test_a_few_carried_mails_are_all_read() -> None:
    readings = read_mails(carrying(3, "For you."), zone=UTC)
    assert [new_words(reading) for reading in readings] == ["Please delete my data."] * 3
    assert "not read" not in readings[0].text


def test_a_long_note_is_not_read_again_in_full_for_every_mail() -> None:
    readings = read_mails(carrying(20, "word and word\n" * 13_000), zone=UTC)
    assert sum(len(reading.text) for reading in readings) < 300_000
    assert all("characters more, not read" in reading.text for reading in readings)


def test_what_was_cut_once_is_not_cut_again_when_it_is_read_from_its_draft() -> None:
    reading = read_text("Please delete my data. " * 20_000, zone=UTC)
    assert reading.text.endswith("260000 characters more, not read ...]")
    assert read_text(reading.text, zone=UTC).text == reading.text


def test_parts_beyond_the_limit_are_told() -> None:
    part = "--q\nContent-Type: image/png\nContent-Disposition: attachment; filename=a.png\n\nx\n"
    head = "From: ana@citrine.example\nContent-Type: multipart/mixed; boundary=q\n\n--q\n\nDelete me.\n"
    reading = read_eml((head + part * 600 + "--q--\n").encode(), zone=UTC)
    assert new_words(reading) == "Delete me."
    assert "parts more, not read" in reading.text


HEADER = "From: a@b.example To: b Date: 3 March 2026 10:00 Subject: c "
CELL, ROW = "<table><tr><td>", "</td><td>v</td></tr><tr><td>q</td><td>v</td></tr></table>"


@each(("text", "many"), [(lambda many: HEADER * many, 4), (lambda many: f"<html>{CELL * many}x{ROW * many}", 300)])
def test_headers_in_one_line_and_tables_in_tables_are_read_in_time(text: Callable[[int], str], many: int) -> None:
    assert in_proportion(lambda size: read_text(text(size), zone=UTC), many)


PARAMETERS = [";a=b", ';"', ";a*0=b", ";a*1*=b", '="', "; name*0*=utf-8''%41"]


@each("parameter", PARAMETERS)
@each("header", ["Content-Type: text/plain", "Content-Disposition: inline"])
def test_time_grows_no_faster_than_a_headers_parameters(parameter: str, header: str) -> None:
    def read(size: int) -> None:
        raw = f"From: ana@citrine.example\n{header}{parameter * (size // len(parameter))}\n\nDelete me."
        assert new_words(read_eml(raw.encode(), zone=UTC)) == "Delete me."

    assert in_proportion(read)


ATTRIBUTES = ["a{}=1 ", "a{} ", 'a{}=">" ', 'a{}="<b>" ', "a{}='\">' ", 'a{}=">"', "a{}/", 'a{}=  ">" ']
OPENINGS = ["<p ", '<!-- <p x=" --><p ', '<p x=a"b ', "<title><p x='</title><p "]


@each("attribute", ATTRIBUTES)
@each("opening", OPENINGS)
def test_time_grows_no_faster_than_a_tags_attributes(attribute: str, opening: str) -> None:
    def read(size: int) -> None:
        count = size // (len(attribute) + 2)
        html = opening + "".join(attribute.format(number) for number in range(count)) + ">delete me</p>"
        assert "delete me" in html_to_text(html) or "title" in opening

    assert in_proportion(read)


def test_tags_as_mail_programs_write_them_are_not_taken_for_crowded_ones() -> None:
    long = "word and word " * 200
    tag = f'<a title="a > b" href="mailto:ana@citrine.example" style="x: y; {"z: 1; " * 300}">Ana</a>'
    assert html_to_text(f"<p>{long}</p><p>{tag}</p>") == f"{long.strip()}\n\nAna <ana@citrine.example>"


NO_CHARSETS = ["undefined", "punycode", "idna", '"utf-8\0"', "unicode_escape", "hex", "rot13", "é", "x" * 300, "''"]


@each("name", NO_CHARSETS)
@each("charset", ["utf-8", "latin-1"])
def test_whatever_a_charset_is_called_the_words_are_read(name: str, charset: str) -> None:
    head = f"From: =?{name}?q?An=61?= <ana@citrine.example>\nContent-Type: text/plain; charset={name}\n\n"
    reading = read_mails(head.encode() + "Löschen Sie bitte alles.".encode(charset), zone=UTC)[0]
    assert new_words(reading) == "Löschen Sie bitte alles."
    assert reading.sender is not None
    assert reading.sender.value.email == "ana@citrine.example"


def test_time_grows_no_faster_than_a_text_in_no_charset_at_all() -> None:
    def read(size: int) -> None:
        raw = b"From: a@b.example\nContent-Type: text/plain; charset=punycode\n\n" + b"a" * size + b"-" + b"zz9" * size
        read_eml(raw, zone=UTC)

    assert in_proportion(read)


SPEAKERS = ["my a b ", "send me\n", "Ana\n", "regards, Ana\n", "please a\n", "a\n", "3 March 10:24 "]


@each("unit", SPEAKERS)
def test_time_grows_no_faster_than_notes_and_sign_offs(unit: str) -> None:
    head = "From: Ana <ana@x.example>\nSent: 5 March 2026 10:15\nTo: a@b.example\nSubject: RE: x\n\n"
    below = "\n\n---- Forwarded message ----\nFrom: Bob <bob@p.example>\nDate: 1 July 2024\nSubject: RE: x\nTo: Ana\n\n"

    def read(size: int) -> None:
        words = unit * (size // len(unit))
        read_text(f"{words}\n\n{head}{words}{below}", zone=UTC)

    assert in_proportion(read)
