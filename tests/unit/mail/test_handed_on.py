"""Mails that a colleague pastes with a few words above, and mails forwarded twice whose headers were run together."""

from zoneinfo import ZoneInfo

from bot.rights import Right
from bot.understanding.mail import read_eml, read_text
from bot.understanding.read import understand
from bot.understanding.reading import Sender, Zone
from tests.lines import each

ROME = ZoneInfo("Europe/Rome")
ANA = Sender("Ana Brandt", "a@citrine.example")

# what stands above an attribution, the attribution, the mail
PASSED_ON = [
    (
        "Can you deal? Ticket 118204.\n\nJaz",
        "On Mon, 24 Feb 2025 at 17:31, {} wrote:",
        "Hi, take my face off the site.",
    ),
    ("Wir sind nur der Empfang.\n\nHeike", "Am Do., 20. Feb. 2025 um 12:31 Uhr schrieb {}:", "Mein Name soll weg."),
    (
        "Non so che farne. Ciao, Ugo",
        "Il giorno lun 24 feb 2025 alle ore 17:31 {} ha scritto:",
        "Cancellate i miei dati.",
    ),
    (
        "Recebi e não sei tratar. Abraço",
        "Em sex., 7 de mar. de 2025 às 10:21, {} escreveu:",
        "Quero acesso aos meus dados.",
    ),
    ("Ze vraagt er weer om. - Lot", "Op ma 24 feb 2025 om 17:31 schreef {}:", "Stuur mij een kopie van mijn gegevens."),
]
ANSWERED = [
    ("Hi Ana,\nplease go ahead and delete it.\nBo", "Shall I delete my copy of your file?"),
    ("Yes, all of it.", "May we delete it? My colleague is waiting."),
    ("Please delete my account.", "How can we help? My name is Ana."),
]
TWICE = [
    "Fw twice. From: Reception Sent: Tuesday, 2 June 2026 16:12 To: Privacy Subject: Fw: badge  See under. From: {} "
    "Sent: Monday, 1 June 2026 22:50 To: Reception Subject: badge Delete my photo, please.",
    "De : Accueil Envoyé : mardi 2 juin 2026 16:12 À : Vie privée Objet : TR: badge De : {} "
    "Envoyé : lundi 1 juin 2026 22:50 À : Accueil Objet : badge Bonjour, supprimez ma photo.",
    "Van: Receptie Verzonden: dinsdag 2 juni 2026 16:12 Aan: Privacy Onderwerp: FW: pas  Doorgestuurd. Van: {} "
    "Verzonden: maandag 1 juni 2026 22:50 Aan: Receptie Onderwerp: pas Beste mensen, verwijder mijn foto.",
]  # fmt: skip


@each(("note", "attribution", "words"), PASSED_ON)
@each("quoted", ["", "> "])
def test_who_wrote_below_a_colleagues_words_is_the_sender(note: str, attribution: str, words: str, quoted: str) -> None:
    mail = read_text(f"{note}\n\n{attribution.format(f'{ANA.name} <{ANA.email}>')}\n\n{quoted}{words}", zone=ROME)
    assert mail.sender is not None
    assert mail.sender.value == ANA


@each(("answer", "below"), ANSWERED)
def test_who_answers_a_mail_is_not_its_sender(answer: str, below: str) -> None:
    above = f"On Mon, 24 Feb 2025 at 17:31, {ANA.name} <{ANA.email}> wrote:"
    assert read_text(f"{answer}\n\n{above}\n> {below}", zone=ROME).sender is None


def test_a_mail_from_an_office_was_answered() -> None:
    mail = read_text(
        "All of it.\n\nOn Mon, 24 Feb 2025 at 17:31, Help <support@x.example> wrote:\n> My note?", zone=ROME
    )
    assert mail.sender is None


@each("text", TWICE)
def test_forwarded_twice_in_one_line(text: str) -> None:
    mail = read_text(text.format(f"{ANA.name} <{ANA.email}>"), zone=ROME)
    assert mail.sender is not None
    assert mail.sender.value == ANA
    assert mail.sent is not None
    assert mail.sent.value.date().isoformat() == "2026-06-01"


@each(
    "text",
    [
        "Can you deal? Jaz\n\n>>> Ana Brandt <a@citrine.example> 06/10/2025 14:05 >>>\nErase all you hold on me.",
        "Hi, Ana sent this. Jaz\n\nOn Mon, 24 Feb 2025 at 17:31, Ana Brandt <a@citrine.example> wrote:\n> Delete me.",
        "Can you deal? Jaz\n\n---- On Mon, 24 Feb 2025 17:31:00 +0100 Ana Brandt <a@citrine.example> wrote ----\n"
        "Delete me from all lists.",
    ],
)  # fmt: skip
def test_below_a_colleagues_words_the_mail_counts(text: str) -> None:
    mail = read_text(text, zone=ROME)
    assert (mail.sender and mail.sender.value, mail.parts(Zone.QUOTED)) == (ANA, "")


@each(
    "answer",
    [
        "Never mind, keep everything as it is.",
        "Done, account deleted, she has her confirmation.",
        "Je n'ai pas répondu à votre mail. Supprimez mes données.",
        "Delete everything you have.\nAnn Bell",
    ],
)
def test_what_settles_a_matter_or_asks_counts_itself(answer: str) -> None:
    above = f"On Mon, 24 Feb 2025 at 17:31, {ANA.name} <{ANA.email}> wrote:"
    mail = read_text(f"{answer}\n\n{above}\n> Please delete my account.", zone=ROME)
    assert (mail.sender, mail.parts(Zone.QUOTED) != "") == (None, True)


def test_words_before_an_attribution_in_one_line_are_nobodys_name() -> None:
    text = "Delete all data of ana@citrine.example. On 3 May 2025 Ana wrote:  thanks for nothing"
    assert read_text(text, zone=ROME).sender is None


def test_a_sentence_in_a_block_without_colons_is_no_label() -> None:
    block = "------ Original Message ------\nFrom Ana <a@x.example>\nDate 6.10.2025"
    text = f"{block}\nTo me it matters that my data go.\nSubject to"
    assert "To me it matters" in read_text(text, zone=ROME).parts(Zone.BODY)


def test_a_mail_is_read_both_ways_where_it_may_be_handed_on() -> None:
    quoted = f"On Mon, 24 Feb 2025 at 17:31, {ANA.name} <{ANA.email}> wrote:\n> Delete me."
    mail = read_text(f"Anyone?\n\n{quoted}", zone=ROME)
    assert mail.sender is None
    assert mail.handed_on is not None
    assert mail.handed_on.sender is not None
    assert mail.handed_on.sender.value == ANA
    assert mail.handed_on.parts(Zone.BODY) == "Delete me."
    assert mail.handed_on.parts(Zone.NOTE) == "Anyone?"
    assert read_text(f"Done, closed.\n\n{quoted}", zone=ROME).handed_on is None


def test_an_answer_to_a_letter_of_ours_brings_no_request() -> None:
    mail = read_eml(
        b"From: Ana Brandt <a@citrine.example>\nTo: help@northloop.example\nSubject: Re: data\nIn-Reply-To: <1@x>\n\n"
        b"I have attached what you asked for.\n\n"
        b"On Mon, 24 Feb 2025 at 17:31, Help <help@northloop.example> wrote:\n> You want us to delete your account.\n",
        zone=ROME,
    )
    assert mail.handed_on is not None
    assert understand(mail, own_domains=frozenset({"northloop.example"})).rights == ()


def test_what_a_customer_asks_above_a_letter_of_ours_counts_though_it_is_unsure() -> None:
    mail = read_text(
        "---------- Forwarded message ---------\nFrom: Mina Vogt <mina@mail.example>\n"
        "Date: Mon, Nov 2, 2026 at 7:11 AM\nSubject: Re: Welcome\nTo: <rewards@northloop.example>\n\n"
        "Lovely. But who is 'Mina Voight'? Not me. Mend that before you print a card.\n\nMina\n\n"
        "On Sun, Nov 1, 2026 at 5:00 PM Northloop Rewards wrote:\n"
        "> California residents: Do Not Sell or Share My Personal Information.\n",
        zone=ROME,
    )
    reading = understand(mail)
    assert [fact.value for fact in reading.rights] != [Right.OPT_OUT_SALE]
    assert reading.received is not None
    assert reading.received.value.isoformat() == "2026-11-02"
