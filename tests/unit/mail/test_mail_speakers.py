"""Who asks, where several people's mails stand in one: who forwards with an ask of their own, and who hands over."""

from datetime import date
from email.message import EmailMessage
from zoneinfo import ZoneInfo

from bot.understanding.mail import new_words, read_eml, read_mails, read_text
from bot.understanding.reading import MailReading, Zone
from tests.lines import each

UTC = ZoneInfo("UTC")
ANA, BOB, EMMA = "Ana Diaz <ana@x.example>", "Bob Berg <bob@partner.example>", "Emma Li <emma@shop.example>"
BELOW = (
    f"\n\n---------- Forwarded message ---------\nFrom: {BOB}\nDate: Mon, 1 Jul 2024 at 09:00\n"
    f"Subject: Summer\nTo: {ANA}\n\nDear Ana, our summer sale begins.\nBob\n"
)
ABOVE = f"From: {ANA}\nSent: Thursday, 5 March 2026 10:15\nTo: help@shop.example\nSubject: FW: Summer\n\n"


def mail(sender: str, words: str, to: str = "privacy@shop.example", subject: str = "Fwd: Summer") -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = sender, to, subject
    made["Date"] = "Thu, 05 Mar 2026 10:15:00 +0000"
    made.set_content(words)
    return made


def who_and_when(reading: MailReading) -> tuple[str | None, date | None]:
    sender, sent = reading.sender, reading.sent
    return sender.value.email if sender else None, sent.value.date() if sent else None


OWN = [
    "I want a copy of all my data.",
    "delete my account and stop sending me this",
    "Please see below. Remove me from this list, and delete my personal details.",
    "Send me everything you have on me, please.",
    "Graag een kopie van al mijn gegevens.",
    "Verwijder mij uit jullie lijst.",
    "Bitte löschen Sie meine personenbezogenen Daten.",
    "Supprimez toutes mes données, merci.",
    "Borren todos mis datos, por favor.",
    "Cancellate tutti i miei dati.",
    "Apaguem todos os meus dados.",
    "Proszę usunąć moje wszystkie dane.",
]


@each("words", OWN)
def test_who_asks_above_what_they_forward_is_the_person_and_their_day_counts(words: str) -> None:
    as_file = read_eml(mail(ANA, words + BELOW).as_bytes(), zone=UTC)
    handed_over = read_text(f"fyi\n\n{ABOVE}{words}{BELOW}", zone=UTC)
    for reading in (as_file, handed_over):
        assert who_and_when(reading) == ("ana@x.example", date(2026, 3, 5))
        assert new_words(reading) == words
        assert "summer sale" in reading.parts(Zone.QUOTED)
    assert (as_file.forwarded, handed_over.forwarded) == (False, True)


@each("words", OWN)
def test_the_mail_that_they_attach_is_an_enclosure(words: str) -> None:
    made = mail(ANA, words)
    made.add_attachment(mail(BOB, "Our summer sale begins.", subject="Summer"))
    (reading,) = read_mails(made.as_bytes(), zone=UTC)
    assert (who_and_when(reading)[0], new_words(reading), reading.attachments) == ("ana@x.example", words, ("Summer",))


NOTES = [
    "",
    "fyi",
    "Please handle.",
    "See below, can you help?",
    "She wants a copy of her data, can you take care of it?",
    "I got this from a customer, please delete his data. Let me know.",
    "Zie hieronder, graag oppakken.",
    "Bitte übernehmen, Kunde schreibt wegen seiner Daten.",
]


@each("note", NOTES)
def test_a_note_that_hands_over_is_nobodys_ask(note: str) -> None:
    for reading in (
        read_eml(mail(EMMA, note + BELOW).as_bytes(), zone=UTC),
        read_eml(mail(ANA, note + BELOW).as_bytes(), zone=UTC),
        read_text(note + BELOW, zone=UTC),
    ):
        assert who_and_when(reading) == ("bob@partner.example", date(2024, 7, 1))
        assert reading.parts(Zone.NOTE) == note


def test_a_colleague_who_repeats_the_ask_to_colleagues_hands_it_over() -> None:
    reading = read_eml(mail(EMMA, "Bob says: 'delete my account'." + BELOW).as_bytes(), zone=UTC)
    assert who_and_when(reading) == ("bob@partner.example", date(2024, 7, 1))


AGENTS = [
    "I act on behalf of Bob Berg. Please send me a copy of his data. My e-mail address is above.",
    "My client wants a copy of everything, see below. Send me the answer.",
    "Namens Bob Berg vraag ik u mij alles te sturen; mijn e-mailadres staat hierboven.",
    "Im Auftrag von Herrn Berg bitte ich um Auskunft. Schicken Sie mir die Antwort.",
]


@each("note", AGENTS)
def test_who_asks_for_somebody_else_hands_over_what_that_person_wrote(note: str) -> None:
    reading = read_eml(mail("Cora Lind <cora@law.example>", note + BELOW).as_bytes(), zone=UTC)
    assert who_and_when(reading) == ("bob@partner.example", date(2024, 7, 1))
    assert reading.parts(Zone.NOTE) == note


def test_who_forwards_a_mail_of_their_own_asked_when_they_first_wrote() -> None:
    below = BELOW.replace(f"From: {BOB}", f"From: {ANA}").replace("our summer sale begins", "please delete my data")
    reading = read_eml(mail(ANA, "I still want my data deleted." + below).as_bytes(), zone=UTC)
    assert who_and_when(reading) == ("ana@x.example", date(2024, 7, 1))


def test_thanks_for_your_mail_hands_nothing_over() -> None:
    words = "Thanks for your mail. Please delete my account."
    quoted = "On Mon, 2 Mar 2026 at 09:00, Shop <help@shop.example> wrote:\n> How can we help?\n> Emma"
    reading = read_eml(mail(ANA, f"{words}\n\n{quoted}", subject="Re: Order").as_bytes(), zone=UTC)
    assert (who_and_when(reading)[0], new_words(reading)) == ("ana@x.example", words)


# A thread: a colleague's answer on top, the customer's mail below it

ANSWER = "Dear Ms Crouch, thank you. Please send me a copy of your passport, then we can go on with what you ask for."
ASK = "Please delete all my data.\nBettany"


def thread(note: str, writer: str = "Dominik Kahl", answer: str = ANSWER) -> str:
    return (
        f"{note}\n\nFrom: {writer}\nSent: Wednesday, 4 March 2026 10:00\nTo: Bettany Crouch\nSubject: RE: My data\n\n"
        f"{answer}\nDominik\n\nFrom: Bettany Crouch <bettany@y.example>\nSent: Monday, 2 March 2026 09:00\nTo: Help\n"
        f"Subject: My data\n\n{ASK}"
    )


SIGNED = [
    "Hi team, see the thread. Dominik",
    "Hi team, see the thread.\n\nKind regards,\nDominik Kahl\nCustomer Care\nThe Shop",
    "Thread below.\n\nBest Dominik",
    "Zie de mails.\n\nGroet, Dominik",
]


@each("note", SIGNED)
def test_below_the_forwarders_own_answer_stands_the_customers_mail(note: str) -> None:
    reading = read_text(thread(note), zone=UTC)
    assert who_and_when(reading) == ("bettany@y.example", date(2026, 3, 2))
    assert new_words(reading) == ASK
    assert ANSWER in reading.parts(Zone.NOTE)


@each(
    ("forwarder", "writer"),
    [
        ("Dominik Kahl <dominik@shop.example>", "Dominik Kahl"),
        (EMMA, "Dominik Kahl <dominik@shop.example>"),
    ],
)
def test_the_header_of_the_forward_tells_whose_answer_it_is(forwarder: str, writer: str) -> None:
    raw = mail(forwarder, thread("Look at this.", writer), subject="FW: My data").as_bytes()
    assert who_and_when(read_eml(raw, zone=UTC)) == ("bettany@y.example", date(2026, 3, 2))


@each("note", ["Please handle the mail from Dominik", "Dominik,\nplease look.", "Look. Emma"])
def test_a_name_in_a_note_is_not_yet_its_signature(note: str) -> None:
    sender = read_text(thread(note), zone=UTC).sender
    assert sender is not None
    assert sender.value.name == "Dominik Kahl"


@each("note", ["Please handle. Emma", "See thread.\n\nBettany"])
def test_a_customers_answer_to_a_colleague_is_what_counts(note: str) -> None:
    words = "Thank you, but no. Delete my account."
    text = (
        f"{note}\n\nFrom: Bettany Crouch <bettany@y.example>\nSent: Wednesday, 4 March 2026 10:00\nTo: Emma Li\n"
        f"Subject: RE: Order\n\n{words}\n\nFrom: {EMMA}\nSent: Monday, 2 March 2026 09:00\nTo: Bettany Crouch\n"
        "Subject: Order\n\nHow can we help?"
    )
    for reading in (read_text(text, zone=UTC), read_eml(mail(EMMA, text, subject="FW: Order").as_bytes(), zone=UTC)):
        assert who_and_when(reading) == ("bettany@y.example", date(2026, 3, 4))
        assert new_words(reading).strip() == words
