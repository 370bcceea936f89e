"""What a colleague writes above a quoted mail, weighed against what that mail asks for."""

from zoneinfo import ZoneInfo

from bot.understanding.mail import read_eml, read_text
from bot.understanding.read import understand
from bot.understanding.reading import Reading
from tests.lines import each

ANSWERED = """\
From: Tom Baker <tom@northloop.example>
To: privacy@northloop.example
Subject: Re: my data
Date: Thu, 5 Mar 2026 10:15:00 +0100
Message-ID: <1@northloop.example>

{words}

On Wed, 4 Mar 2026 at 09:00, Jane Smith <jane@mail.example> wrote:
> Please delete my account and all data you hold on me.
> Jane Smith
"""


def reading_below(words: str) -> Reading:
    mail = read_eml(ANSWERED.format(words=words).encode(), zone=ZoneInfo("Europe/Amsterdam"))
    return understand(mail, own_domains=frozenset({"northloop.example"}))


def test_a_customer_who_answers_in_a_language_that_is_not_read_is_the_person() -> None:
    head = "From: Jan Dub <jan.dub@mail.example>\nTo: info@northloop.example\nSubject: Re: novinky\nMessage-ID: <1@x>\n"
    words = "Smažte moje údaje.\n\nDne 23. 11. 2026 v 9:00 Northloop napsal(a):\n> Vážený zákazníku, novinky.\n"
    mail = read_eml(f"{head}Content-Type: text/plain; charset=utf-8\n\n{words}".encode(), zone=ZoneInfo("UTC"))
    reading = understand(mail, own_domains=frozenset({"northloop.example"}))
    assert reading.unsure
    assert reading.email is not None
    assert reading.email.value == "jan.dub@mail.example"


@each(
    "words",
    [
        "Please delete customer 4711223, not Jane.",
        "Please delete the account of Bob Stone (bob@stone.example), as Jane was told.",
        "Bitte Kunde 4711223 löschen, nicht Jane.",
    ],
)
def test_somebody_else_who_is_told_above_is_not_taken_for_the_writer_below(words: str) -> None:
    reading = reading_below(words)
    assert reading.rights
    assert reading.email is None or reading.email.value != "jane@mail.example"


@each(
    "words",
    [
        "Ok, see what Jane wants",
        "Has this been sorted?",
        "Escalating to the DPO.",
        "Please delete the account of Jane's neighbour.",
        "Delete Jane's account",
        "Customer wants her account deleted.\n\nKind regards\nTom Baker",
        "Ticket 4711: Kundin will gelöscht werden",
        "Klant wil haar account weg",
        "la cliente veut qu'on efface son compte",
    ],
)
def test_the_writer_below_is_asked_about_and_never_sure(words: str) -> None:
    reading = reading_below(words)
    assert reading.unsure
    assert reading.received is not None
    assert reading.received.value.day == 4
    assert reading.email is not None
    assert reading.email.value == "jane@mail.example"


def test_what_a_colleague_asks_above_a_mail_in_a_forwarded_one_is_not_the_request() -> None:
    header = (
        "From: Desk <desk@northloop.example>\nDate: 5 March 2026 10:15\nTo: tom@northloop.example\nSubject: Re: my data"
    )
    quoted = ANSWERED.partition("{words}")[2]
    slovak = "Od: Jane <jane@mail.example>\nOdoslané: streda 4. marca 2026 9:00\nPredmet: A\n\nVymažte moje údaje."
    for words in (f"Tom, what should I tell her?{quoted}", f"Pour toi.\n\n{slovak}"):
        page = f"fyi\n\n---------- Forwarded message ---------\n{header}\n\n{words}"
        reading = understand(read_text(page, zone=ZoneInfo("UTC")), own_domains=frozenset({"northloop.example"}))
        assert reading.email is not None
        assert reading.email.value == "jane@mail.example"
        assert reading.received is not None
        assert reading.received.value.day == 4


HEAD = "From: {}\nSent: {} March 2026 10:15\nTo: {}\nSubject: RE: my data\n\n"
JANE, DESK = "Jane Smith <jane@mail.example>", "Desk <desk@northloop.example>"


@each(
    "newest",
    [
        "Any news on this?",
        "When will I hear from you? It has been a week.",
        "Ok, thanks for the quick answer.",
        "Gibt es schon etwas Neues?",
        "Is hier al iets over bekend?",
        "Nadal nie mam odpowiedzi.",
        "Ok.",
        "Yes, go ahead.",
        "Ja bitte.",
        "My customer number is 4711223.",
    ],
)
def test_what_a_customer_asked_for_earlier_in_a_thread_is_asked_about(newest: str) -> None:
    for jane, desk in ((JANE, DESK), ("Jane Smith", "Desk")):
        ours = f"{HEAD.format(desk, 5, jane)}Dear Jane,\n\nYou asked us to delete your account. Are you sure?\n\n"
        asked = f"{HEAD.format(jane, 3, desk)}Please delete my account and all my data.\n\nJane"
        thread = f"{HEAD.format(jane, 10, desk)}{newest}\n\nJane\n\n{ours}{asked}"
        for note in ("", "Customer is chasing, see below\n\n"):
            mail = read_text(f"{note}{thread}", zone=ZoneInfo("UTC"))
            reading = understand(mail, own_domains=frozenset({"northloop.example"}))
            assert reading.unsure
            assert [fact.value.value for fact in reading.rights] == ["erasure"]
            assert reading.received is not None
            assert reading.received.value.day == 3


@each(
    "newest",
    ["I've changed my mind, please keep my account.", "Ik heb me bedacht.", "Ich habe es mir anders überlegt."],
)
def test_what_a_customer_takes_back_is_not_asked_about(newest: str) -> None:
    head = f"{HEAD.format(JANE, 10, DESK)}{newest}\n\nJane\n\n{HEAD.format(DESK, 5, JANE)}Are you sure?\n\n"
    mail = read_text(f"{head}{HEAD.format(JANE, 3, DESK)}Please delete my account.\n\nJane", zone=ZoneInfo("UTC"))
    assert not understand(mail, own_domains=frozenset({"northloop.example"})).rights


def test_unread_words_of_a_colleague_above_a_question_of_progress_are_asked_about() -> None:
    header = "From: Tom <tom@northloop.example>\nSent: 12 March 2026 10:15\nTo: privacy@northloop.example\nSubject: FW"
    quoted = "On Mon, 9 Mar 2026 at 09:00, Jane <jane@mail.example> wrote:\n> How is my request going?"
    mail = read_text(f"{header}\n\nTa bort mina uppgifter\n\n{quoted}", zone=ZoneInfo("UTC"))
    assert understand(mail, own_domains=frozenset({"northloop.example"})).unsure
