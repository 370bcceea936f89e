"""A mail that was sent to a Slack channel becomes the mail that it was, whatever Slack tells of it."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import example, given
from hypothesis import strategies as st

from adapters.slack.mail import as_file, is_mail, sender, sorted_files
from bot.conversation.turn import Said
from bot.understanding.mail import read_mails
from bot.understanding.reading import MailReading
from tests.lines import each

ANA = {"address": "ana@citrine.example", "name": "Ana Diaz", "original": "Ana Diaz <ana@citrine.example>"}
MAIL: dict[str, Any] = {
    "mode": "email",
    "filetype": "email",
    "subject": "My data",
    "from": [ANA],
    "to": [{"address": "intake@north.slack.example", "name": ""}],
    "plain_text": "Please delete my data.\n",
    "headers": {"date": "Mon, 23 Nov 2026 10:15:00 +0100", "message_id": "<1@citrine.example>"},
}


def read(file: dict[str, Any]) -> MailReading:
    content, _masked = as_file(file)
    (mail,) = read_mails(content.content, zone=ZoneInfo("Europe/Amsterdam"))
    return mail


def test_a_mail_is_read_as_if_it_had_been_dropped() -> None:
    mail = read(MAIL)
    assert mail.subject == "My data" and "Please delete my data." in mail.text
    assert mail.sender is not None and mail.sender.value.email == "ana@citrine.example"
    assert mail.sent is not None and mail.sent.value == datetime(2026, 11, 23, 9, 15, tzinfo=UTC)
    assert mail.message_id and "1@citrine.example" in mail.message_id


@each("name", ["Díaz, Ana", 'Ana "the cat" Diaz', "测试", "a" * 500])
def test_the_address_counts_whatever_the_name_is(name: str) -> None:
    mail = read({**MAIL, "from": [{**ANA, "name": name}]})
    assert mail.sender is not None and mail.sender.value.email == "ana@citrine.example"


@each("name", ["<x@x.example>", "bob@x.example", "bob@x.example via CRM"])
def test_an_address_in_the_name_is_no_address(name: str) -> None:
    mail = read({**MAIL, "from": [{**ANA, "name": name}]})
    assert mail.sender is not None and mail.sender.value.email == "ana@citrine.example"


@each("key", ["subject", "name", "address"])
def test_nothing_in_a_header_can_add_another(key: str) -> None:
    value = "Ana\r\nBcc: x@x.example\n\nhello"
    file = {**MAIL, "subject": value} if key == "subject" else {**MAIL, "from": [{**ANA, key: value}]}
    head = as_file(file)[0].content.decode().partition("\n\n")[0]
    assert not [line for line in head.splitlines() if line.startswith(("Bcc", "hello"))]


def test_addresses_with_other_letters_are_kept() -> None:
    mail = read({**MAIL, "from": [{"name": "Ana Müller", "address": "ana@münchen.example"}]})
    assert mail.sender is not None and mail.sender.value.email == "ana@xn--mnchen-3ya.example"
    assert (
        "jürgen@xn--mnchen-3ya.example"
        in read({**MAIL, "from": [{"name": "", "address": "jürgen@münchen.example"}]}).text
    )


def test_the_preview_stands_in_where_there_is_no_text() -> None:
    assert "only the beginning" in read({**MAIL, "plain_text": None, "preview_plain_text": "only the beginning"}).text


def test_numbers_that_must_not_be_kept_are_taken_out_and_named() -> None:
    file, masked = as_file({**MAIL, "subject": "Card 4111 1111 1111 1111", "plain_text": "4111 1111 1111 1111 again"})
    assert masked == ("card number",) and b"4111" not in file.content


def test_attachments_are_named_and_not_fetched() -> None:
    file, _masked = as_file({**MAIL, "attachments": [{"filename": "scan.pdf", "url": "https://x"}, {}, None, 3]})
    assert b"scan.pdf" in file.content and b"https://x" not in file.content


def test_the_sender_is_known_in_lower_case() -> None:
    assert sender({"from": [{"address": " Robin@Northloop.Example "}]}) == "robin@northloop.example"


@each("given", [None, [], "ana@x.example", {"address": "a@x.example"}, [None], [{}], [{"name": "A"}]])
def test_a_sender_who_is_not_told_is_nobody(given: Any) -> None:
    assert sender({"from": given}) == ""


@each(
    ("file", "known"),
    [({"mode": "email"}, True), ({"filetype": "email"}, True), ({"filetype": "eml"}, False), ({"mode": None}, False)],
)
def test_slacks_own_mails_are_known(file: dict[str, Any], known: bool) -> None:
    assert is_mail(file) is known


def test_mails_of_a_forwarded_message_belong_to_it() -> None:
    dropped = {"name": "a.eml", "mode": "hosted"}
    mails, others = sorted_files(
        {"files": [dropped], "attachments": [{"files": [MAIL, dropped]}, {"files": "x"}, None]}
    )
    assert len(mails) == 1 and others == [dropped, dropped]


TEXT = st.text(max_size=60) | st.sampled_from(["\ud83d", "a\r\nB: c", "\x00", "@", "<", "=?utf-8?q?=", "é" * 90, ","])
LEAF = st.none() | st.integers() | TEXT
PEOPLE = st.lists(st.dictionaries(st.sampled_from(["address", "name"]), LEAF) | LEAF, max_size=3)
FILES = st.fixed_dictionaries(
    {"mode": st.just("email")},
    optional={
        "subject": LEAF,
        "from": PEOPLE | LEAF,
        "to": PEOPLE,
        "cc": PEOPLE,
        "plain_text": LEAF,
        "preview_plain_text": LEAF,
        "headers": st.dictionaries(st.sampled_from(["date", "message_id", "in_reply_to"]), LEAF) | LEAF,
        "attachments": st.lists(st.dictionaries(st.just("filename"), LEAF) | LEAF, max_size=2),
    },
)


@given(FILES)
@example({"mode": "email", "plain_text": "cut within an emoji \ud83d", "subject": "\ud83d"})
@example({"mode": "email", "from": [{"address": "a\ud83d@x.example", "name": "\ud83d"}]})
@example({"mode": "email", "attachments": [{"filename": "\ud83d\r\nX: y"}], "headers": {"message_id": "<\ud83d@x>"}})
def test_every_mail_becomes_a_file_that_can_be_kept(file: dict[str, Any]) -> None:
    content, masked = as_file(file)
    sender(file)
    said = Said(text="", files=(content,), masked=masked)
    assert Said.model_validate_json(said.model_dump_json()) == said
    assert content.content
