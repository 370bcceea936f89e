"""What counts in pasted text, in files that are hardly mails, and in header dates."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understanding.mail import MailError, html_to_text, new_words, read_eml, read_text
from bot.understanding.mail.dates import find_date
from bot.understanding.mail.lines import LIMIT
from bot.understanding.reading import Zone
from tests.growth import in_proportion
from tests.lines import each

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def test_a_plain_chat_message_is_one_body() -> None:
    mail = read_text("ana@example.org wants her data deleted", zone=AMSTERDAM)
    assert [span.zone for span in mail.zones] == [Zone.BODY]
    assert not mail.forwarded


def test_a_day_in_a_circle_is_only_a_sign() -> None:
    mail = read_text("On \u2461 March 2026, Ana wrote:\n> please delete me", zone=AMSTERDAM)
    assert mail.sent is None
    assert "please delete me" in mail.text


def test_a_postscript_under_the_signature_still_counts() -> None:
    mail = read_text(
        "Send me my data.\n\nKind regards,\nAna\n\nPS please also delete the photos you have of me.", zone=AMSTERDAM
    )
    assert new_words(mail) == "Send me my data.\nPS please also delete the photos you have of me."


def test_a_sentence_that_begins_with_thanks_is_no_signature() -> None:
    mail = read_text("Hello\nThanks for deleting all my data last week", zone=AMSTERDAM)
    assert "deleting" in new_words(mail)


def test_a_quote_in_chat_below_a_colleagues_words_counts() -> None:
    mail = read_text("A customer asks:\n> please delete my account\n> and all photos", zone=AMSTERDAM)
    assert new_words(mail) == "please delete my account\nand all photos"


def test_an_attribution_with_nothing_above_it_is_a_hand_over() -> None:
    mail = read_text("Op 3 mrt 2025 om 09:12 schreef Ana <ana@example.org>:\n> Verwijder mij.\n> Dank.", zone=AMSTERDAM)
    assert mail.sender is not None
    assert mail.sender.value.email == "ana@example.org"
    assert "Verwijder mij." in new_words(mail)


ATTRIBUTIONS = [
    "On Mon, 6 Oct 2025 at 09:12, Ana Diaz <ana@example.org> wrote:",
    "Op 6 okt. 2025 om 09:12 heeft Ana Diaz <ana@example.org> het volgende geschreven:",
    "Am Mo., 6. Okt. 2025 um 09:12 Uhr schrieb Ana Diaz <ana@example.org>:",
    "Le lun. 6 oct. 2025 à 09:12, Ana Diaz <ana@example.org> a écrit :",
    "El lun, 6 oct 2025 a las 9:12, Ana Diaz (<ana@example.org>) escribió:",
    "pon., 6 paź 2025 o 09:12 Ana Diaz <ana@example.org> napisał(a):",
    "ma 6. lokak. 2025 klo 9.12 Ana Diaz (ana@example.org) kirjoitti:",
    "Ana Diaz <ana@example.org> ezt írta (időpont: 2025. okt. 6., H, 9:12):",
    "2025年10月6日(月) 9:12 Ana Diaz <ana@example.org>:",
]


@each("line", ATTRIBUTIONS)
def test_attribution_lines_name_who_wrote_and_when(line: str) -> None:
    mail = read_text(f"{line}\n\n> Delete me.\n> Ana", zone=AMSTERDAM)
    assert mail.sender is not None
    assert (mail.sender.value.name, mail.sender.value.email) == ("Ana Diaz", "ana@example.org")
    assert mail.sent is not None
    assert mail.sent.value == datetime(2025, 10, 6, 9, 12, tzinfo=AMSTERDAM)
    assert read_text(f"Also my photos.\n\n{line}\n\n> Delete me.\n> Ana", zone=AMSTERDAM).zones[1].zone is Zone.QUOTED


def test_a_header_block_run_into_one_line_is_read() -> None:
    mail = read_text(
        "From: Ana <ana@example.org> Sent: Monday, March 3, 2025 9:12 AM To: Shop Subject: Delete\nPlease delete me.",
        zone=AMSTERDAM,
    )
    assert mail.sender is not None
    assert mail.sender.value.name == "Ana"
    assert mail.subject == "Delete"
    assert new_words(mail) == "Please delete me."


RUN_IN = "From: Ana [mailto:ana@example.org] Sent: 6 March 2025 19:24 To: Shop Subject: {words}"


@each(
    ("words", "subject", "body"),
    [
        ("my consent Dear friends, please erase my photo.", "my consent", "Dear friends, please erase my photo."),
        ("mijn gegevens Geachte heer, wis alles.", "mijn gegevens", "Geachte heer, wis alles."),
        ("Delete", "Delete", ""),
        (f"Delete me. {'I wrote to you before. ' * 6}", "Delete me.", ("I wrote to you before. " * 6).strip()),
    ],
)
def test_a_subject_that_runs_into_the_mail_ends_where_it_begins(words: str, subject: str, body: str) -> None:
    mail = read_text(RUN_IN.format(words=words), zone=AMSTERDAM)
    assert (mail.subject, new_words(mail).strip()) == (subject, body)


@each(
    "attribution",
    [
        "On Mon, 6 Oct 2025 at 09:12, Ana Diaz <ana@example.org\n> wrote:",
        "пн, 6 окт. 2025 г. в 09:12, Ana Diaz <ana@example.org\n>:",
    ],
)
def test_an_attribution_that_wraps_within_its_address_is_read(attribution: str) -> None:
    mail = read_text(f"{attribution}\n\n> Delete me.\n> Ana", zone=AMSTERDAM)
    assert mail.sender is not None
    assert (mail.sender.value.name, mail.sender.value.email) == ("Ana Diaz", "ana@example.org")
    assert "Delete me." in new_words(mail)


@each(
    ("note", "counts"),
    [
        ("Can you take this?", "Delete me."),
        ("Hi team, what do we do with this? Thanks, Tom", "Delete me."),
        ("Wat doen we hiermee?", "Delete me."),
        ("Was machen wir damit?", "Delete me."),
        ("Can you take this off my account?", "Can you take this off my account?"),
    ],
)
def test_a_question_above_a_quote_hands_it_over_or_is_an_answer(note: str, counts: str) -> None:
    mail = read_text(
        f"{note}\n\nOn Thu, 5 Mar 2026 at 10:15, Ana Diaz <ana@x.example> wrote:\n> Delete me.", zone=AMSTERDAM
    )
    assert new_words(mail).strip() == counts


def test_words_quoted_below_an_announcement_and_an_attribution_lose_their_marks() -> None:
    mail = read_text(
        "fyi, see below\n\n------- Original Message -------\n"
        "On Monday, March 3rd, 2025 at 9:12 AM, Ana <ana@example.org> wrote:\n\n> Delete me.\n>\n> And my photos.",
        zone=AMSTERDAM,
    )
    assert new_words(mail).strip() == "Delete me.\n\nAnd my photos."


@each(
    ("value", "name"),
    [('The choir "Alpino" <a@x.example>', 'The choir "Alpino"'), ("Сад «Мак» <a@x.example>", "Сад «Мак»")],
)
def test_quotation_marks_within_a_name_stay_in_pairs(value: str, name: str) -> None:
    mail = read_text(f"From: {value}\nSent: 3 March 2025 09:12\nTo: Shop\nSubject: Hi\n\nDelete me.", zone=AMSTERDAM)
    assert mail.sender is not None
    assert mail.sender.value.name == name


def test_a_sender_without_an_address_is_known_by_name() -> None:
    mail = read_text("From: Ana Diaz\nSent: 3 March 2025 09:12\nTo: Shop\nSubject: Hi\n\nDelete me.", zone=AMSTERDAM)
    assert mail.sender is not None
    assert (mail.sender.value.name, mail.sender.value.email) == ("Ana Diaz", None)


def test_an_empty_mail_is_an_empty_reading() -> None:
    assert read_eml(b"", zone=AMSTERDAM).text == ""
    assert read_text("", zone=AMSTERDAM).zones == ()


@each("raw", [b"%PDF-1.7 \x00\x01", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\x00\x01\x02\x03" * 50])
def test_a_file_that_is_no_mail_gets_one_clear_sentence(raw: bytes) -> None:
    with pytest.raises(MailError, match=r"paste .*text\.$"):
        read_eml(raw, zone=AMSTERDAM)


def test_broken_mime_is_read_as_far_as_it_goes() -> None:
    raw = b"From: Ana <ana@example.org>\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nDelete my data.\n"
    assert "Delete my data." in new_words(read_eml(raw, zone=AMSTERDAM))


def test_garbage_headers_do_not_hide_the_words() -> None:
    raw = b"Subject: =?utf-9?Q?=FF=?=\nDate: yesterday\nContent-Type: text/plain; charset=nonsense\n\nDelete my data."
    mail = read_eml(raw, zone=AMSTERDAM)
    assert new_words(mail) == "Delete my data."
    assert mail.sent is None


def test_five_megabytes_are_cut_and_the_text_says_so() -> None:
    mail = read_text("delete my data\n" * 350_000, zone=AMSTERDAM)
    assert len(mail.text) < LIMIT + 100
    assert "not read" in mail.text[-60:]


def test_html_keeps_lines_quotes_and_addresses_and_drops_what_is_hidden() -> None:
    html = (
        "<style>p{}</style><p>Hello&nbsp;there</p><div style='display: none'>x</div>"
        "<blockquote>old<br>words</blockquote><a href='mailto:ana@example.org'>Ana</a>"
    )
    assert html_to_text(html) == "Hello there\n\n> old\n> words\nAna <ana@example.org>"


def test_html_nested_beyond_reason_still_gives_its_words() -> None:
    assert "delete me" in html_to_text("<div>" * 5_000 + "delete me")


DATES = [
    ("maandag 3 maart 2025 09:12", "nl", "2025-03-03T08:12", True),
    ("Mon, Mar 3, 2025 at 9:12 AM", "en", "2025-03-03T08:12", True),
    ("3 mrt. 2025 om 09:12", "nl", "2025-03-03T08:12", True),
    ("03.03.2025 09:12", "de", "2025-03-03T08:12", True),
    ("05/03/2025 09:12", "en", "2025-03-05T08:12", True),
    ("3/5/2025 9:12 PM", "en", "2025-03-05T20:12", True),
    ("Mon, 03 Mar 2025 09:12:00 -0800 (PST)", "en", "2025-03-03T17:12", False),
    ("3 maart 2025 om 09:12:44 CET", "nl", "2025-03-03T08:12:44", False),
    ("23/06/24  10:46  (GMT+01:00)", "fr", "2024-06-23T09:46", False),
    ("Mercredi 30 novembre 2016 10h30", "fr", "2016-11-30T09:30", True),
    ("2025. márc. 3., H, 9:12", "hu", "2025-03-03T08:12", True),
    ("ma 3. maalisk. 2025 klo 9.12", "fi", "2025-03-03T08:12", True),
    ("6. listopada 2025. u 09:12", "hr", "2025-10-06T07:12", True),
    ("6 listopada 2025 09:12", "pl", "2025-11-06T08:12", True),
    ("6. okt. 2025 09.12.00", "da", "2025-10-06T07:12", True),
    ("2025. gada 6. oktobris 09:12:00", "lv", "2025-10-06T07:12", True),
    ("2025年3月3日(月) 9:12", "ja", "2025-03-03T08:12", True),
    ("3 de março de 2025 09:12", "pt", "2025-03-03T08:12", True),
    # The weekday of some is a month of others
    ("mar. 21 oct. 2025 à 18:02", "fr", "2025-10-21T16:02", True),
    ("mar. 21 août 2025 à 18:02", "en", "2025-08-21T16:02", True),
    ("mar 24 feb 2026 alle ore 22:10", "it", "2026-02-24T21:10", True),
    ("Mar 21, 2025 at 6:02 PM", "en", "2025-03-21T17:02", True),
    ("Mon Oct 6 14:05:33 CEST 2025", "en", "2025-10-06T12:05:33", False),
    ("Dienstag, 20. Jänner 2026 12:17", "de", "2026-01-20T11:17", True),
    ("28.11.2025: she wrote", "en", "2025-11-27T23:00", True),
    ("07/08/2025 (mm/dd/yyyy)", "en", "2025-07-07T22:00", True),
]


@each(("words", "language", "moment", "assumed"), DATES)
def test_dates_in_local_forms(words: str, language: str, moment: str, assumed: bool) -> None:
    found = find_date(words, AMSTERDAM, frozenset([language]))
    assert found is not None
    assert found.moment.astimezone(UTC) == datetime.fromisoformat(moment).replace(tzinfo=UTC)
    assert found.zone_assumed is assumed


@each(("words", "earlier"), [("26 Oct 2025 02:30", "2025-10-26T00:30"), ("30 Mar 2025 02:30", "2025-03-30T00:30")])
def test_where_clocks_change_the_earlier_instant_wins(words: str, earlier: str) -> None:
    found = find_date(words, AMSTERDAM)
    assert found is not None
    assert found.moment.astimezone(UTC) == datetime.fromisoformat(earlier).replace(tzinfo=UTC)


def test_a_day_that_could_be_a_month_is_less_sure() -> None:
    head = "From: Ana <ana@example.org>\nSubject: Hi\nDate: "
    ambiguous = read_text(f"{head}04/03/2025 09:12\n\nDelete me.", zone=AMSTERDAM).sent
    plain = read_text(f"{head}4 March 2025 09:12\n\nDelete me.", zone=AMSTERDAM).sent
    assert ambiguous is not None
    assert plain is not None
    assert ambiguous.confidence < plain.confidence
    assert ambiguous.value == plain.value


HOSTILE = [
    ">",
    "> x\n",
    "From: a\n",
    "To: a\nCc: b\n",
    "On 1 wrote\n",
    "a@",
    "--\n",
    "---------- Forwarded message ---------\n",
    "On 1 March 2025, A <a@b.c> wrote:\n",
    "intended recipient\n\n",
    "kind regards, A\n",
    "<div><blockquote>",
    "On 1 2 b c wrote:\n",
    "From:\na@b\nSent:\n",
    "-------- End of forwarded message --------\n",
    "Message du 06/10/25 14:05\n",
    "soft \n",
]


@each("unit", HOSTILE)
def test_time_grows_no_faster_than_hostile_text(unit: str) -> None:
    def read(size: int) -> None:
        text = unit * (size // len(unit))
        read_text(text, zone=AMSTERDAM)
        html_to_text(text)
        read_eml(b"From: a@b.c\nContent-Type: text/plain; format=flowed\n\n" + text.encode(), zone=AMSTERDAM)

    assert in_proportion(read)
