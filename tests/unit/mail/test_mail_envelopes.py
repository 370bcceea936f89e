"""Mails below what is no usual block or attribution: GroupWise, Zoho, eM Client, Yahoo's app, certified mail."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.understanding.mail import new_words, read_text
from bot.understanding.reading import Sender, Zone
from tests.growth import in_proportion
from tests.lines import each

ROME = ZoneInfo("Europe/Rome")
AFTERNOON = datetime(2025, 10, 6, 14, 5, tzinfo=ROME)
AT = "ana@citrine.example"
WHO = f"Ana Diaz <{AT}>"
WORDS = "Please delete everything you know about me.\nMy account is 4711."
QUOTED = "\n".join(f"> {line}" for line in WORDS.split("\n"))
ZOHO = f"From : {WHO}\nTo : <help@northloop.example>\nDate : Mon, 06 Oct 2025 14:05:00 +0200\nSubject : My data"
RULE = "============ Forwarded message ============"

SENT_BY_ANA = [
    f">>> {WHO} 06/10/2025 14:05 >>>\n{WORDS}",
    f'Please handle.\n\nBo\n\n>>> "Ana Diaz" <{AT}> 10/6/2025 2:05 PM >>>\n{WORDS}',
    f"zur Info\n\n>>> {WHO} Montag, 6. Oktober 2025 14:05 >>>\n{QUOTED}",
    f"ter info\n\n>>> On 10/6/2025 at 2:05 PM, {WHO} wrote:\n{QUOTED}",
    f">>> {WHO} 06.10.2025 14:05 >>>\n{WORDS}\n\n>>> end of forwarded item, Bo Lind, Library <<<",
    f"{RULE}\n{ZOHO}\n{RULE}\n\n{WORDS}",
    f"Hi team, for you.\n\n{RULE}\n{ZOHO}\n{RULE}\n{WORDS}",
    f"for you\n\n---- On Mon, 06 Oct 2025 14:05:00 +0200 {WHO} wrote ----\n\n{WORDS}",
    f"für euch\n\n ---- Am Mo., 06 Okt. 2025 14:05:00 +0200 {WHO} schrieb ----\n{WORDS}",
    f'fyi\n\n------ Original Message ------\nFrom "Ana Diaz" <{AT}>\nTo help@northloop.example\n'
    f"Date 06.10.2025 14:05:11\nSubject My data\n\n{WORDS}",
    f'zur Info\n\n------ Originalnachricht ------\nVon "Ana Diaz" <{AT}>\nAn help@northloop.example\n'
    f"Datum 06.10.2025 14:05:11\nBetreff Meine Daten\n\n{WORDS}",
    f"fyi\n\n----- Forwarded by Bo Lind/Northloop on 07/10/2025 09:11 -----\n\n{WHO}\n06/10/2025 14:05\n\nTo\n"
    f"help@northloop.example\ncc\n\nSubject\nMy data\n\n{WORDS}",
    f"fyi\n\nSent from my phone\n\n  On Mon, 6 Oct 2025 at 14:05, Ana Diaz<{AT}> wrote:   {WORDS}",
    f"fyi\n\n---------- Forwarded message ---------\nFrom: 'Ana Diaz' via Support <help@northloop.example>\n"
    f"Reply-To: {AT}\nDate: Mon, Oct 6, 2025 at 2:05 PM\nSubject: My data\nTo: help@northloop.example\n\n{WORDS}",
]
CERTIFIED = [
    f'Il giorno 06/10/2025 alle ore 14:05:44 (+0200) il messaggio\n"I miei dati" è stato inviato da "{AT}"\n'
    f"indirizzato a:\nhelp@northloop.example\nIl messaggio originale è incluso in allegato.\n"
    f"Identificativo messaggio: opec.20251006@pec.example\n\n{WORDS}",
    f"Il giorno 06/10/2025 alle ore 14:05:44 (+0200) il messaggio 'I miei dati' è stato inviato da '{AT}' indirizzato "
    f"a: help@northloop.example\n\n{WORDS}",
    f'Inoltro PEC.\n\nIl giorno 06/10/2025 alle ore 14:05:44 (+0200) è stato ricevuto il messaggio\n"I miei dati" '
    f'proveniente da "{AT}"\ned indirizzato a:\nhelp@northloop.example\n\n{WORDS}',
]


@each("text", SENT_BY_ANA)
def test_who_wrote_when_and_what(text: str) -> None:
    mail = read_text(text, zone=ROME)
    assert mail.sender is not None
    assert mail.sender.value == Sender("Ana Diaz", AT)
    assert mail.sent is not None
    assert mail.sent.value.astimezone(ROME).replace(second=0) == AFTERNOON
    assert new_words(mail).strip() == WORDS
    for fact in (mail.sender, mail.sent):
        assert mail.text[slice(*fact.span)] == fact.quote


@each("text", CERTIFIED)
def test_certified_mail_says_who_sent_it_when(text: str) -> None:
    mail = read_text(text, zone=ROME)
    assert mail.sender is not None
    assert mail.sender.value == Sender(None, AT)
    assert mail.sent is not None
    assert mail.sent.value.astimezone(ROME).replace(second=0) == AFTERNOON
    assert mail.subject == "I miei dati"
    assert new_words(mail) == WORDS
    assert mail.text[slice(*mail.sent.span)] == mail.sent.quote


def test_what_a_list_passes_on_has_not_the_lists_address() -> None:
    text = f"From: Ana Diaz via Support <help@northloop.example>\nDate: 6 Oct 2025 14:05\nSubject: My data\n\n{WORDS}"
    mail = read_text(text, zone=ROME)
    assert mail.sender is not None
    assert mail.sender.value == Sender("Ana Diaz", None)


@each(
    "note",
    [
        "One for privacy, not ours.",
        "Sending this on, it came to us by mistake.",
        "Beste collega's, deze hoort bij jullie.",
        "Zet ik door, wij hebben niet geantwoord.",
        "Zur weiteren Bearbeitung, ist bei uns gelandet.",
        "Leite ich weiter, ist für euch.",
        "Pour suite à donner, nous n'avons pas répondu.",
        "Je fais suivre, c'est pour vous.",
        "Os lo paso para que lo gestionéis.",
        "Nos ha llegado a nosotros, es para vosotros.",
        "Per competenza, non abbiamo risposto.",
        "Ve la giro, ci è arrivata stamattina.",
        "Reencaminho para vosso tratamento.",
        "Chegou-nos hoje, é convosco.",
        "Podaję dalej, bo trafiło do nas.",
        "To dla was, proszę przejąć.",
    ],
)
def test_a_colleague_hands_over_a_mail_that_is_only_quoted(note: str) -> None:
    mail = read_text(f"{note}\n\nDnia 6 października 2025 14:05 {WHO} napisał(a):\n\n{QUOTED}", zone=ROME)
    assert new_words(mail) == WORDS
    assert mail.parts(Zone.NOTE) == note
    assert mail.sent is not None
    assert mail.sent.value == AFTERNOON


@each("line", ["Citando {}:", "Citaat van {}:", "Citation de {} :", "Cytowanie {}:", "Quoting {}:"])
def test_words_that_are_quoted_without_a_day(line: str) -> None:
    mail = read_text(f"fyi\n\n{line.format(WHO)}\n\n{QUOTED}", zone=ROME)
    assert mail.sender is not None
    assert mail.sender.value == Sender("Ana Diaz", AT)
    assert new_words(mail) == WORDS


def test_what_yandex_puts_below_an_attribution_is_no_word_of_the_mail() -> None:
    head = f"-------- Пересылаемое сообщение --------\n05.03.2026, 10:15, Ana Diaz ({AT}):\n"
    mail = read_text(f"{head}Кому: info@northloop.example;\nТема: My data;\n\nPlease delete it.", zone=ROME)
    assert (mail.subject, new_words(mail)) == ("My data", "Please delete it.")


@each("who", ["you", "vous", "Sie", "usted"])
def test_whom_a_colleague_answers_is_nobody_by_name(who: str) -> None:
    verb = {"you": "wrote", "vous": "avez écrit", "Sie": "schrieb", "usted": "escribió"}[who]
    assert read_text(f"fyi\n\n06.10.2025 14:05, {who} {verb}:\n{QUOTED}", zone=ROME).sender is None


def test_a_forward_within_a_forward_is_announced_alike() -> None:
    inner = f"{RULE}\n{ZOHO}\n\n{WORDS}"
    mail = read_text(f"{RULE}\n{ZOHO.replace('Ana Diaz', 'Bo Lind')}\n\n{inner}", zone=ROME)
    assert mail.sender is not None
    assert mail.sender.value.name == "Ana Diaz"


@each("line", ["Please call Ana >>", ">>> Ana Diaz >>>", ">>> see 06/10/2025 below", "> x 6.10.2025 >>"])
def test_arrows_alone_are_no_mail(line: str) -> None:
    assert read_text(f"{line}\n{WORDS}", zone=ROME).sender is None


@each(
    "piece",
    [">>> x 06/10/2025 >>\n", "---1 a@b.c wrote---\n", "Il giorno 1 il messaggio '", "a@b.c 1:  x ", "Il giorno 1\n"],
)
def test_time_grows_no_faster_than_hostile_text(piece: str) -> None:
    assert in_proportion(lambda size: read_text(piece * (size // len(piece)), zone=ROME))


@each(
    ("moment", "to"),
    [
        ("Today at 9:14 AM", "To: Help Desk"),
        ("Yesterday 9:14", "To: Help Desk"),
        ("Vandaag om 09:14", "Aan: Help Desk"),
        ("Heute um 09:14", "An: Help Desk"),
        ("Hier à 09:14", "À moi"),
        ("Oggi alle 09:14", "A: Help Desk"),
        ("Wczoraj o 09:14", "Do: Help Desk"),
    ],
)
def test_a_day_that_is_close_is_told_without_a_date(moment: str, to: str) -> None:
    mail = read_text(f"{WHO}\n{moment}\n{to}\nSubject: My data\n\n{WORDS}", zone=ROME)
    assert mail.sender is not None
    assert (mail.sender.value, mail.subject) == (Sender("Ana Diaz", AT), "My data")
    assert (mail.sent, new_words(mail)) == (None, WORDS)


@each(("answers", "email"), [(AT, AT), ("Ana Diaz <x1@x.example>", "x1@x.example"), ("desk@northloop.example", None)])
def test_a_sender_without_an_address_is_answered_at_their_own(answers: str, email: str | None) -> None:
    mail = read_text(f"From: Ana Diaz\nSent: 6 October 2025 14:05\nReply To: {answers}\nSubject: x\n\nHi", zone=ROME)
    assert mail.sender is not None
    assert mail.sender.value == Sender("Ana Diaz", email)


def test_an_address_alone_has_no_name() -> None:
    mail = read_text(f"for you\n\nOct 6, 2025, 14:05 by {AT}:\n\n{QUOTED}", zone=ROME)
    assert mail.sender is not None
    assert mail.sender.value == Sender(None, AT)
    assert new_words(mail) == WORDS
