"""One mail, as Outlook, Apple Mail, Gmail, Thunderbird and others hand it on in many languages."""

from datetime import datetime
from itertools import product
from zoneinfo import ZoneInfo

from bot.understanding.mail import new_words, read_text
from bot.understanding.reading import MailReading, Sender, Zone
from tests.lines import each
from tests.unit.mail import attributions, wordings

ROME = ZoneInfo("Europe/Rome")
WHO, AT = "Ana Đurić-Öz", "ana@citrine.example"
SENDER = f"{WHO} <{AT}>"
DESK = "Help Desk <help@northloop.example>"
SUBJECT = "My data: please delete"
WORDS = "Please delete everything you know about me.\nMy account is 4711."
QUOTED = "\n".join(f"> {line}" for line in WORDS.split("\n"))


def facts(mail: MailReading) -> tuple[str | None, str | None, datetime | None, str]:
    """Name, address, the moment without its seconds, and the words that count."""
    person = mail.sender.value if mail.sender else Sender(None, None)
    sent = mail.sent.value.astimezone(ROME).replace(second=0) if mail.sent else None
    return person.name, person.email, sent, new_words(mail)


AFTERNOON = datetime(2025, 10, 6, 14, 5, tzinfo=ROME)
FACTS = (WHO, AT, AFTERNOON, WORDS)


def outlook(language: str, *, sender: str = SENDER) -> list[str]:
    start, sent, to, cc, subject, date = wordings.OUTLOOK[language]
    return [
        f"{start}: {sender}",
        f"{sent}: {date}",
        f"{to}: {DESK}",
        f"{cc}: Bo <bo@x.example>",
        f"{subject}: {SUBJECT}",
    ]


@each("language", wordings.OUTLOOK)
def test_outlook_in_every_language(language: str) -> None:
    block = "\n".join(outlook(language))
    mail = read_text(f"Can you take this?\n\nBo\n________________________________\n{block}\n\n{WORDS}", zone=ROME)
    assert facts(mail) == FACTS
    assert mail.subject == SUBJECT
    assert mail.parts(Zone.NOTE) == "Can you take this?\n\nBo"


@each("language", wordings.OUTLOOK)
def test_outlook_knows_some_colleagues_and_customers_by_name_only(language: str) -> None:
    block = "\n".join(outlook(language, sender=WHO))
    assert facts(read_text(f"{block}\n\n{WORDS}", zone=ROME)) == (WHO, None, AFTERNOON, WORDS)


@each("language", wordings.OUTLOOK)
def test_a_header_block_that_was_torn_or_run_together_on_its_way(language: str) -> None:
    for between in (" ", "\n\n", " \n", "  \t\n"):
        mail = read_text(f"FYI\n\n{between.join(outlook(language))}\n\n{WORDS}", zone=ROME)
        assert (facts(mail), mail.subject, mail.parts(Zone.NOTE)) == (FACTS, SUBJECT, "FYI"), repr(between)


def test_a_header_block_that_was_run_together_and_shows_no_address() -> None:
    rows = [row.partition(" <")[0] for row in outlook("nl", sender=WHO)]
    line = f"zie: {' '.join(rows)} Hallo, verwijder alles."
    assert "@" not in line
    mail = read_text(line, zone=ROME)
    assert facts(mail) == (WHO, None, AFTERNOON, "Hallo, verwijder alles.")
    for order in ([rows[0], rows[4], rows[1], rows[2]], [*rows[2:], *rows[:2]]):  # whatever stands last
        last = read_text(f"zie: {' '.join(order)} verwijder alles.", zone=ROME)
        assert facts(last)[:3] == (WHO, None, AFTERNOON)
        assert new_words(last).endswith("verwijder alles.")
    plain = "Een reis, Van: Utrecht Aan: Amsterdam Onderwerp: mijn reis Datum: later, tot dan."
    assert new_words(read_text(plain, zone=ROME)) == plain


@each("language", wordings.OUTLOOK)
def test_a_header_block_in_bold_with_a_space_before_its_colons(language: str) -> None:
    rows = [row.partition(": ") for row in outlook(language)]
    block = "\n".join(f"*{label}\xa0:* {value}" for label, _, value in rows)
    assert facts(read_text(f"{block}\n\n{WORDS}", zone=ROME)) == FACTS


@each("language", wordings.APPLE)
@each("mark", ["", "> "])
def test_apple_mail_in_every_language(language: str, mark: str) -> None:
    marker, start, subject, date, to, when = wordings.APPLE[language]
    block = [f"{start}: {SENDER}", f"{subject}: {SUBJECT}", f"{date}: {when}", f"{to}: {DESK}", "", *WORDS.split("\n")]
    mail = read_text("\n".join(["FYI", "", mark + marker, "", *(mark + line for line in block)]), zone=ROME)
    assert (facts(mail), mail.subject, mail.parts(Zone.NOTE)) == (FACTS, SUBJECT, "FYI")
    assert not mail.sent_zone_assumed


@each("language", wordings.GMAIL)
def test_gmail_in_every_language(language: str) -> None:
    start, when = wordings.GMAIL[language]
    head = (
        f"---------- Forwarded message ---------\n{start}: *{WHO}* <{AT}>\nDate: {when}\nSubject: {SUBJECT}\nTo: {DESK}"
    )
    mail = read_text(f"FYI\n\n{head}\n\n\n{WORDS}", zone=ROME)
    assert (facts(mail), mail.subject, mail.parts(Zone.NOTE)) == (FACTS, SUBJECT, "FYI")


@each("language", wordings.THUNDERBIRD)
def test_thunderbird_in_every_language_within_another_forward(language: str) -> None:
    marker, subject, date, start, to = wordings.THUNDERBIRD[language]
    head = f"{subject}: \t{SUBJECT}\n{date}: \tMon, 6 Oct 2025 14:05:33 +0200\n{start}: \t{SENDER}\n{to}: \t{DESK}"
    within = f"For you?\n\n\n-------- {marker} --------\n{head}\n\n\n\n{WORDS}"
    outer = "---------- Forwarded message ---------\nFrom: Bo <bo@x.example>\nDate: Tue, Oct 7, 2025 at 9:00 AM"
    mail = read_text(f"FYI\n\n{outer}\nSubject: Fwd: {SUBJECT}\nTo: {DESK}\n\n{within}", zone=ROME)
    assert (facts(mail), mail.subject, mail.parts(Zone.NOTE)) == (FACTS, SUBJECT, "FYI\nFor you?")


LINES = attributions.GMAIL + attributions.APPLE + attributions.THUNDERBIRD + attributions.OTHERS


@each("line", LINES)
def test_lines_above_an_answered_mail_that_a_colleague_hands_over(line: str) -> None:
    for words in (QUOTED, "\n" + QUOTED):
        mail = read_text(f"FYI\n\n{line.replace('WHO', WHO).replace('AT', AT)}\n{words}", zone=ROME)
        assert facts(mail) == (WHO, AT if "AT" in line else None, AFTERNOON, WORDS)
        assert mail.parts(Zone.NOTE) == "FYI"


@each("line", LINES)
def test_what_stands_below_such_a_line_does_not_count_in_an_answer(line: str) -> None:
    answer = "My address is wrong as well.\nMy street is Mill Lane 5."
    mail = read_text(f"{answer}\n\n{line.replace('WHO', WHO).replace('AT', AT)}\n\n{QUOTED}", zone=ROME)
    assert new_words(mail) == answer
    assert "everything" in mail.parts(Zone.QUOTED)
    assert mail.sender is None


@each("name", ["Om Prakash", "Ana H.", "By Ó Briain", "Van At", "Ana de la O", "Del Rio, Ana"])
def test_names_are_not_cut_where_a_word_between_date_and_name_looks_like_them(name: str) -> None:
    mail = read_text(f"On 6 Oct 2025, at 14:05, {name} <{AT}> wrote:\n\n{QUOTED}", zone=ROME)
    assert mail.sender is not None
    assert mail.sender.value.name == name


BEHALF = ["on behalf of", "namens", "im Auftrag von", "i. A.", "de la part de", "au nom de", "en nombre de"]
BEHALF += [
    "en representación de",
    "per conto di",
    "a nome di",
    "em nome de",
    "w imieniu",
    "på vegne af",
    "jménem",
    "za uživatele",
    "nevében",
    "adına",
    "för",
]
MAILBOXES = ["Desk <desk@shop.example>", "desk@shop.example [mailto:desk@shop.example]", "<mailto:desk@shop.example>"]


@each("words", BEHALF)
def test_for_whom_a_mailbox_wrote(words: str) -> None:
    for mailbox, address in product(MAILBOXES, ("<ana@x.example>", "[mailto:ana@x.example]", "<mailto:ana@x.example>")):
        rows = [f"From: {mailbox} {words} Ana Diaz {address}", "Sent: 3 March 2026 14:05", "Subject: Data"]
        sender = read_text("\n".join(["FYI", "", *rows, "", "Delete it."]), zone=ZoneInfo("UTC")).sender
        assert sender is not None, rows[0]
        assert (sender.value.name, sender.value.email) == ("Ana Diaz", "ana@x.example"), rows[0]
