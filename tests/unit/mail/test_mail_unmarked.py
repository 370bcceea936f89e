"""Mails that were pasted with the marks of a chat, a wiki or a ticket system around their lines."""

from zoneinfo import ZoneInfo

from bot.understanding.mail import new_words, read_pasted, read_text
from bot.understanding.reading import MailReading, Zone
from tests.growth import in_proportion
from tests.lines import each

UTC = ZoneInfo("UTC")

BLOCKS = {
    "en": ("From", "Sent", "Subject", "3 March 2026 14:05", "Please delete all my data."),
    "nl": ("Van", "Verzonden", "Onderwerp", "3 maart 2026 14:05", "Verwijder al mijn gegevens."),
    "de": ("Von", "Gesendet", "Betreff", "3. März 2026 14:05", "Bitte löschen Sie meine Daten."),
    "fr": ("De", "Envoyé", "Objet", "3 mars 2026 14:05", "Supprimez mes données."),
    "pl": ("Od", "Wysłano", "Temat", "3 marca 2026 14:05", "Proszę usunąć moje dane."),
    "ja": ("差出人", "送信日時", "件名", "2026年3月3日 14:05", "私のデータを削除してください。"),
}
SHAPES = {
    "list": "FYI\n\n- {0}: Ana Diaz <ana@x.example>\n- {1}: {3}\n- {2}: Data\n\n{4}",
    "bold": "FYI\n\n• **{0}:** Ana Diaz <ana@x.example>\n\n• **{1}:** {3}\n\n• **{2}:** Data\n\n{4}",
    "table": "FYI\n\n| {0} | Ana Diaz <ana@x.example> |\n|---|---|\n| {1} | {3} |\n| {2} | Data |\n\n{4}",
    "blank head": "FYI\n\n| | |\n|:--|:--|\n| **{0}:** | Ana Diaz <ana@x.example> |\n| **{1}:** | {3} |\n\n{4}",
    "across": "FYI\n\n| {0} | {1} | {2} |\n|---|---|---|\n| Ana Diaz <ana@x.example> | {3} | Data |\n\n{4}",
    "escaped": "FYI\n\n&gt; {0}: Ana Diaz &lt;ana@x.example&gt;\n&gt; {1}: {3}\n&gt; {2}: Data\n&gt;\n&gt; {4}",
    "backslashes": "FYI\n\n**{0}:** Ana Diaz \\<ana@x.example\\>\n**{1}:** {3}\n**{2}:** Data\n\n{4}",
    "bars": "FYI\n\n| {0}: Ana Diaz <ana@x.example>\n| {1}: {3}\n| {2}: Data\n|\n| {4}",
    "rows": "FYI\n\n| {0}: Ana Diaz <ana@x.example> |\n| {1}: {3} |\n| {2}: Data |\n|  |\n| {4} |",
    "bars apart": "FYI\n\n| {0}: Ana Diaz <ana@x.example>\n\n| {1}: {3}\n\n| {2}: Data\n\n|\n\n| {4}",
    "drawn bars": "FYI\n\n│ {0}: Ana Diaz <ana@x.example>\n│ {1}: {3}\n│ {2}: Data\n│\n│ {4}\n",
    "fence": "FYI\n```\n{0}: Ana Diaz <ana@x.example>\n{1}: {3}\n{2}: Data\n\n{4}\n```",
    "tight fence": "FYI\n```{0}: Ana Diaz <ana@x.example>\n{1}: {3}\n{2}: Data\n\n{4}```",
    "open table": "FYI\n\n{0} | Ana Diaz <ana@x.example>\n--- | ---\n{1} | {3}\n{2} | Data\n\n{4}",
    "named columns": "FYI\n\n| Field | Value |\n|---|---|\n| {0} | Ana Diaz <ana@x.example> |\n| {1} | {3} |\n\n{4}",
    "open across": "FYI\n\n{0} | {1} | {2}\nAna Diaz <ana@x.example> | {3} | Data\n\n{4}",
    "tabs": "FYI\n\n{0}\tAna Diaz <ana@x.example>\n{1}\t{3}\n{2}\tData\n\n{4}",
    "code": "FYI\n\n`{0}: Ana Diaz <ana@x.example>`\n`{1}: {3}`\n`{2}: Data`\n\n{4}",
    "quote tag": "FYI\n[quote]\n{0}: Ana Diaz <ana@x.example>\n{1}: {3}\n{2}: Data\n\n{4}\n[/quote]",
    "code tag": "FYI\n{{code}}\n{0}: Ana Diaz <ana@x.example>\n{1}: {3}\n{2}: Data\n\n{4}\n{{code}}",
    "ruled": "## Mail\n- **{0}**: Ana Diaz <ana@x.example>\n- **{1}**: {3}\n- **{2}**: Data\n\n---\n\n{4}",
    "numbers": "FYI\n\n1. {0}: Ana Diaz <ana@x.example>\n2. {1}: {3}\n3. {2}: Data\n\n{4}",
    "stars": "FYI\n\n- {0}: Ana Diaz <ana@x.example>\n- {1}: {3}\n- {2}: Data\n\n***\n\n{4}",
    "quoted list": "FYI\n\n> - {0}: Ana Diaz <ana@x.example>\n> - {1}: {3}\n> - {2}: Data\n>\n> {4}",
}


def is_anas(mail: MailReading, words: str) -> bool:
    assert mail.sender is not None
    assert mail.sent is not None
    told = mail.sender.value.name, mail.sender.value.email, mail.sent.value.isoformat()[:16], new_words(mail)
    return mail.forwarded and told == ("Ana Diaz", "ana@x.example", "2026-03-03T14:05", words)


@each("language", BLOCKS)
@each("shape", SHAPES)
def test_a_header_within_marks_is_one(shape: str, language: str) -> None:
    words = BLOCKS[language]
    text = SHAPES[shape].format(*words)
    assert is_anas(read_text(text, zone=UTC), words[4])
    assert is_anas(read_pasted(text, zone=UTC)[0], words[4])


@each("row", ["| Message | Delete my data. |", "| Delete my data. |", "| | Delete my data. |"])
@each("head", ["", "| Please delete all that you have about me and my children |\n|---|\n"])
def test_what_else_a_table_holds_is_not_lost(row: str, head: str) -> None:
    block = "| From | Ana Diaz <ana@x.example> |\n|---|---|\n| Date | 3 March 2026 |\n| Subject | Data |"
    mail = read_text(f"{head}{block}\n{row}", zone=UTC)
    assert mail.sender is not None
    assert mail.sender.value.email == "ana@x.example"
    assert "Delete my data." in new_words(mail)
    assert not head or "my children" in new_words(mail)


@each(
    "wish",
    [
        "To: delete all my data and send me proof",
        "CC: my lawyer, and please delete all my data",
        "Priority: high, please delete all my data today",
        "Sent on: the day that I asked you to delete all my data",
    ],
)
def test_a_wish_in_a_row_of_a_header_stays(wish: str) -> None:
    mail = read_text(f"- From: Ana Diaz <ana@x.example>\n- Date: 3 March 2026\n- Subject: Data\n- {wish}", zone=UTC)
    assert mail.sender is not None
    assert mail.sender.value.email == "ana@x.example"
    assert new_words(mail) == wish.replace(":", "")


def test_words_below_a_fence_are_the_colleagues() -> None:
    mail = read_text(f"{SHAPES['fence'].format(*BLOCKS['en'])}\nCan you take this?", zone=UTC)
    assert is_anas(mail, BLOCKS["en"][4])
    assert mail.parts(Zone.NOTE).endswith("Can you take this?")


def test_a_fence_around_words_alone_goes_and_they_stay() -> None:
    assert new_words(read_text("A customer says:\n```\nDelete my data.\n```", zone=UTC)) == (
        "A customer says:\nDelete my data."
    )


LONG = "About what you keep of me in all of your systems since I bought"
FOLDED = [
    f"From: Ana Diaz <ana@x.example>\nSent: 3 March 2026 14:05\nSubject: {LONG}\n a bicycle in May\n\nDelete it.",
    f"From: Ana Diaz <ana@x.example>\nSubject: {LONG}\n\ta bicycle in May\nSent: 3 March 2026 14:05\n\nDelete it.",
    f"From: Ana Diaz <ana@x.example>\nSent: 3 March 2026 14:05\nSubject: {LONG}\na bicycle in May\n\nDelete it.",
    f"> From: Ana Diaz <ana@x.example>\n> Date: 3 March 2026 14:05\n> Subject: {LONG}\n>  a bicycle in May\n>\n"
    "> Delete it.",
]


@each("text", FOLDED)
def test_a_subject_that_was_folded(text: str) -> None:
    mail = read_text(text, zone=UTC)
    assert is_anas(mail, "Delete it.")
    assert mail.subject == f"{LONG} a bicycle in May"


@each(
    "text",
    [
        "I travelled:\n\n- From: Paris\n- To: Lille\n- Date: 5 March 2026",
        "| From | To | Date |\n|---|---|---|\n| Paris | Lille | 5 Mar |\n| Lille | Gent | 6 Mar |",
        "What I want:\n- Subject: my photos\n- Date: any",
        "- delete me\n- send me a copy",
        "x &lt; y &amp;&amp; y &gt; z",
        "Subject: short\nplease delete me",
        "- From: Monday on I want no more mails\n- Date: today\n- Subject: my data\nDelete me",
        "- From: 12 May 2024 no newsletters\n- Date: 12 May 2024\n- Subject: news\nStop them",
        "1. Date: 2019 or when did you get my data?\n2. From: Whom?\n3. Subject: What is it?\nAnswer under Art. 15.",
        "1. Datum: seit 2019?\n2. Von: wem haben Sie sie?\n3. Betreff: was genau?\nBitte Auskunft.",
        "- From: Lille\n- To: Gent\n- Date: 5 March 2026\n- Subject: my trip\nDelete it",
        "- From: ana@x.example, please delete all of my data\n- Subject: my data",
        "- Van: morgen af geen mails\n- Datum: 3 mei\n- Onderwerp: reclame",
    ],
)
def test_other_lists_and_tables_stay(text: str) -> None:
    mail = read_text(text, zone=UTC)
    assert (mail.forwarded, mail.text) == (False, text)


TICKETS = [
    "[#48213] My data - created 11/02/2026 (Europe/Berlin)",
    "Created: 11/02/2026 10:15 (Europe/Berlin)\nQueue: Privacy\nState: new\n",
    "#48213 - Privacy",
]


@each("ticket", TICKETS)
@each(
    "attribution",
    [
        "On 9 February 2026 10:15, Ana Diaz <ana@x.example> wrote:",
        "Am 9. Februar 2026 um 10:15 schrieb Ana Diaz <ana@x.example>:",
        "Le 9 février 2026 à 10:15, Ana Diaz <ana@x.example> a écrit :",
    ],
)
@each("marks", ["> {}\n> {}", "> {}\n> > {}", "{}\n> {}", "&gt; {}\n&gt; {}"])
def test_a_mail_quoted_below_what_a_help_desk_shows(ticket: str, attribution: str, marks: str) -> None:
    mail = read_text(f"{ticket}\n{marks.format(attribution, 'Please delete my data.')}", zone=UTC)
    assert mail.sender is not None
    assert mail.sent is not None
    assert (mail.sender.value.email, mail.sent.value.isoformat()[:16]) == ("ana@x.example", "2026-02-09T10:15")
    assert new_words(mail) == "Please delete my data."


@each(
    "answer",
    [
        "Name: Ana Diaz\nPhone: 0612345678",
        "#4821 please delete me",
        "#4821: delete my data, please",
        "#4821\nWish: delete my data",
        "Date: 3 May 2026\nWish: please delete my data",
        "Created: 3 May 2026, please delete my account",
    ],
)
def test_a_number_a_day_and_fields_above_our_own_mail_are_a_customers_answer(answer: str) -> None:
    mail = read_text(f"{answer}\n\nOn 9 February 2026, Desk <desk@shop.example> wrote:\n> Who are you?", zone=UTC)
    assert (new_words(mail), mail.sender) == (answer, None)


HOSTILE = [
    "- From: a\n",
    "| From | a |\n",
    "From\ta\n",
    "a | b\n",
    "```\n",
    "[quote]\n",
    "&gt; a\n",
    "Subject: a\n b\n",
]


@each("unit", HOSTILE)
def test_time_grows_no_faster_than_hostile_text(unit: str) -> None:
    assert in_proportion(lambda size: read_text(unit * (size // len(unit)), zone=UTC))
