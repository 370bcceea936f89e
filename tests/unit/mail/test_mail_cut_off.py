"""Mails that lost something on their way: the beginning of their head, the ends of lines, the marks of a quote."""

from zoneinfo import ZoneInfo

from bot.understanding.mail import new_words, read_eml, read_text
from bot.understanding.reading import MailReading, Sender, Zone
from tests.lines import each

UTC = ZoneInfo("UTC")
ANA = Sender("Ana Diaz", "ana@citrine.example")
OWN = "From: Ana Diaz <ana@citrine.example>\nTo: desk@shop.example\nSubject: Re: your order\nIn-Reply-To: <1@x>\n"
PACKED = "Content-Type: text/plain; charset=utf-8\n\n"


def answer(words: str) -> MailReading:
    return read_eml((OWN + PACKED + words).encode(), zone=UTC)


HEADS = [
    ("rom: Ana Diaz <ana@citrine.example>\nSent: Tuesday, 3 March 2026 14:05\nTo: Desk\nSubject: Data", ANA),
    ("on: Ana Diaz <ana@citrine.example>\nGesendet: Dienstag, 3. März 2026 14:05\nAn: Desk\nBetreff: Data", ANA),
    ("an: Ana Diaz <ana@citrine.example>\nVerzonden: dinsdag 3 maart 2026 14:05\nAan: Desk\nOnderwerp: Data", ANA),
    ("Ana Diaz <ana@citrine.example>\nEnvoyé : mardi 3 mars 2026 14:05\nÀ : Desk\nObjet : Data", ANA),
    ("Verzonden: dinsdag 3 maart 2026 14:05\nAan: Desk <desk@shop.example>\nOnderwerp: Data", None),
]


@each(("head", "sender"), HEADS)
def test_the_beginning_of_a_head_was_not_selected(head: str, sender: Sender | None) -> None:
    mail = read_text(f"see below\n\n{head}\n\nPlease delete my data.", zone=UTC)
    assert (mail.sender and mail.sender.value, new_words(mail)) == (sender, "Please delete my data.")
    assert (mail.subject, mail.parts(Zone.NOTE)) == ("Data", "see below")
    assert mail.sent is not None
    assert mail.sent.value.isoformat() == "2026-03-03T14:05:00+00:00"


def test_the_beginning_of_a_moment_was_not_selected() -> None:
    mail = read_text("... Mar 2026 14:05, Ana Diaz <ana@citrine.example> wrote:\n> Please delete my data.", zone=UTC)
    assert (mail.sender and mail.sender.value, new_words(mail)) == (ANA, "Please delete my data.")


@each(
    "letter",
    [
        "Date: 3 March 2026\nTo: North Loop\nSubject: My data\n\nDear team, please delete it.",
        "Customer: ana@citrine.example\nDate: 3 March 2026 14:05\nTo: us\n\nShe wants a copy.",
    ],
)
def test_a_letter_and_a_note_begin_with_no_head(letter: str) -> None:
    assert new_words(read_text(letter, zone=UTC)) == letter


RUN_ON = [
    "Yes, delete it. On Mon, Mar 2, 2026 at 3:59 PM, desk@shop.example wrote:\n> Keep your account?",
    "yes delete it On Mon, Mar 2, 2026 at 3:59 PM Desk\n<desk@shop.example> wrote:\n> Keep it?",
    "By 5 May 2026, please. On Mon, Mar 2, 2026 at 3:59 PM Desk <desk@shop.example> wrote:\n> Keep it?",
    "Ja, bitte. Am Mo., 2. März 2026 um 15:59 Uhr schrieb Desk <desk@shop.example>:\n> Behalten?",
    "Oui Le lun. 2 mars 2026 à 15:59, Desk <desk@shop.example> a écrit :\n> Garder ?",
    "Ja tack. mån 2 mars 2026 kl. 15:59 skrev Desk <desk@shop.example>:\n> Behålla?",
    "Igen, töröljék. Desk <desk@shop.example> ezt írta (időpont: 2026. márc. 2., H, 15:59):\n> Töröljük?",
    "はい、削除してください。2026年3月2日(月) 15:59 Desk <desk@shop.example>:\n> 削除しますか？",
]


@each("words", RUN_ON)
def test_an_answer_on_the_line_of_what_it_answers(words: str) -> None:
    mail = answer(words)
    assert mail.sender is not None
    assert (mail.sender.value, mail.forwarded) == (ANA, False)
    assert words.startswith(new_words(mail))
    assert mail.parts(Zone.QUOTED).endswith(words.rsplit("\n", 1)[1])


HEAD = "From: Desk <desk@shop.example>\nSent: Monday, 2 March 2026 09:00\nTo: Ana\nSubject: your order\n\n"
WITHIN = [
    f"See my answers below in red.\n\n{HEAD}Keep your account?\nNo, delete it.",
    f"Meine Antworten unten.\n\n{HEAD}Behalten?\nNo, delete it.",
    f"-----Original Message-----\n{HEAD}> Keep your account?\n\nNo, delete it.",
]


@each("words", WITHIN)
def test_who_answers_within_the_words_of_another_is_still_who_wrote(words: str) -> None:
    mail = answer(words)
    assert mail.sender is not None
    assert (mail.sender.value, mail.forwarded) == (ANA, False)
    assert new_words(mail).endswith("No, delete it.")


@each("above", ["", "On 4 March 2026 Help <help@shop.example> wrote:\n"])
def test_what_each_answer_stands_below_is_quoted(above: str) -> None:
    head = "From: Ana Diaz <ana@citrine.example>\nDate: Tue, 3 Mar 2026 14:05:33 +0100\nTo: Desk\nSubject: Re: x\n\n"
    words = f"See my answers below.\n\n{above}> A copy of your data?\nNo, delete it.\n> When?\nNow."
    assert new_words(read_text(head + words, zone=UTC)) == "See my answers below.\nNo, delete it.\nNow."


HANDED = [
    ("Subject: Fwd: x", "---------- Forwarded message ---------\n", "Can you please handle this one?"),
    ("Subject: RE: x", "-----Original Message-----\n", "Sent from my iPhone"),
    ("Subject: RE: x", "-----Original Message-----\n", "Can you please handle this one?"),
]


@each("below", ["Yes, please process my request and delete my data.", "No, delete it."])
def test_who_answers_below_what_they_quote_is_no_colleague(below: str) -> None:
    head = "From: Ana Diaz <ana@citrine.example>\nDate: Tue, 3 Mar 2026 14:05:33 +0100\nTo: Desk\nSubject: Re: x\n\n"
    mail = read_text(f"---------- Forwarded message ---------\n{head}> Do you want a copy?\n\n{below}\nAna", zone=UTC)
    assert new_words(mail) == f"{below}\nAna"


@each(("subject", "marker", "below"), HANDED)
def test_a_colleague_writes_below_a_quoted_mail_whose_head_is_not_quoted(subject: str, marker: str, below: str) -> None:
    head = "From: Ana Diaz <ana@citrine.example>\nDate: Tue, 3 Mar 2026 14:05:33 +0100\nTo: Desk\nSubject: x\n\n"
    top = f"From: Emma <emma@shop.example>\n{subject}\n"
    mail = read_eml((top + PACKED + marker + head + f"> Delete my data.\n> Ana\n\n{below}").encode(), zone=UTC)
    assert mail.sender is not None
    assert (mail.sender.value, new_words(mail).strip()) == (ANA, "Delete my data.\nAna")


LAST = ["Importance: High", "Wichtigkeit: Hoch", "Attachments: id front.jpg (12 KB); my letter.pdf", "Anlagen: a.pdf"]


@each("last", LAST)
def test_words_behind_a_head_in_one_line_are_not_lost(last: str) -> None:
    head = "From: Ana Diaz <ana@citrine.example> Sent: Tuesday, 3 March 2026 14:05 To: Desk Subject: Data"
    assert new_words(read_text(f"{head} {last} Delete my data.", zone=UTC)) == "Delete my data."


def test_a_line_that_broke_off_a_quoted_one_is_of_the_mail() -> None:
    said = "I was your customer for ten years and never heard a word from you, so"
    head = "> From: Ana Diaz <ana@citrine.example>\n> Date: Tue, 3 Mar 2026 14:05:33 +0100\n> Subject: x\n>\n"
    mail = read_text(f"Forwarded message:\n\n{head}> {said}\nplease delete\n> my data.", zone=UTC)
    assert new_words(mail) == f"{said}\nplease delete\nmy data."
