"""What employees write beside handing something over: how it goes on, and that there is something to come."""

from tests.cases import a_case
from tests.lines import each
from tests.people import SAM
from tests.transcripts.at_the_desk import EMMA
from tests.transcripts.talk import NOW, OnRecord, Talk
from tests.transcripts.test_intake import ERASURE

OURS = "The privacy team has it and answers the person"


@each(
    "words",
    [
        "does he get an answer from us or from you?",
        "ok so can I bin the letter now",
        "whats the ref again",
        "krijgt hij antwoord van jullie?",
        "wer schreibt der Frau jetzt zurück?",
        "est-ce que je dois lui répondre ?",
        "¿tengo que contestarle yo?",
        "devo rispondergli io?",
        "tenho de lhe responder?",
        "czy mam mu odpisać?",
    ],
)
def test_how_it_goes_on_is_told_of_the_case_that_was_opened_just_now(words: str) -> None:
    talk = Talk(EMMA, records=OnRecord([a_case(reporter=EMMA.id, opened_at=NOW)]))
    talk.says(words)
    talk.shows("DSR-2026-0042", OURS, "Should the team answer this? Say “pass it on”.")
    assert not talk.chat.drafts
    talk.says("pass it on")
    talk.shows("I have passed the words on to the privacy team, for DSR-2026-0042.")


@each("words", ["he threatens with the press now", "het kwam telefonisch", "she lives in Spain by the way"])
def test_news_of_the_case_that_was_opened_just_now_are_offered_to_the_team(words: str) -> None:
    talk = Talk(EMMA, records=OnRecord([a_case(reporter=EMMA.id, opened_at=NOW)]))
    talk.says(words)
    talk.hides(OURS)
    talk.shows("Is this about DSR-2026-0042?")


@each(
    "words",
    [
        "hey, got this in the shared inbox, what do I do with it",
        "got one for you",
        "hi there, got an email from a customer about her data, what do I do?",
        "ik heb hier een mail van een klant over privacy, wat moet ik ermee?",
        "kann ich dir eine Anfrage weiterleiten?",
        "j'ai reçu un mail bizarre d'un client, j'en fais quoi ?",
        "tengo un correo de un cliente sobre sus datos, ¿qué hago?",
        "mam maila od klienta w sprawie danych, co z tym zrobić?",
    ],
)
def test_who_only_says_that_there_is_something_is_told_how_to_hand_it_over(words: str) -> None:
    talk = Talk(now=NOW)
    talk.says(words)
    talk.shows("Paste or drop here what they wrote")
    assert not talk.chat.drafts
    talk.says(ERASURE)
    talk.shows("Open this case?", "They ask: Delete")


@each(
    "words",
    [
        "got a mail from a customer who wants to be deleted, what do I do",
        "what do you do with my data?",
        "do I get my data or not?",
        "how do I get myself off your books?",
        "hoe kom ik uit jullie systeem?",
        "ile jeszcze tych maili z rabatami bedzie",
    ],
)
def test_what_somebody_wants_is_taken_on(words: str) -> None:
    talk = Talk(now=NOW)
    talk.says(words)
    talk.hides("Paste or drop here", "Once a case is open")
    assert len(talk.chat.drafts) == 1


def test_how_it_goes_on_is_told_above_the_question_that_is_open() -> None:
    talk = Talk(now=NOW)
    talk.says(ERASURE)
    before = talk.chat.drafts[0].answers
    talk.says("and do I have to call her back afterwards?")
    talk.shows("there is nothing else for you to do", "Open this case?")
    assert [draft.answers for draft in talk.chat.drafts] == [before]


@each(
    ("words", "opened"),
    [
        ("the mail went to the whole list, do I have to tell anyone?", True),
        ("somebody else's letter was in the envelope, what do I do with it?", True),
        ("I'd say Germany?", False),
        ("should I say Tuesday?", False),
    ],
)
def test_what_may_be_a_breach_or_an_answer_is_not_told_that_nothing_is_to_do(words: str, *, opened: bool) -> None:
    talk = Talk(EMMA, records=OnRecord([a_case(reporter=EMMA.id, opened_at=NOW)] if opened else []))
    if not opened:
        talk.says(ERASURE)
    talk.says(words)
    talk.hides("nothing else")


def test_an_agents_word_that_there_is_a_ticket_begins_its_draft() -> None:
    talk = Talk(SAM)
    talk.says("I need to escalate something")
    talk.says("82150")
    talk.shows("Ticket: 82150")


@each(
    ("words", "answer"),
    [
        ("ok, thanks", "You're welcome."),
        ("k thx", "You're welcome."),
        ("ok merci", "You're welcome."),
        ("alles klar danke", "You're welcome."),
        ("va bene grazie mille", "You're welcome."),
        ("hm ok", "I have not passed it on"),
        ("oh", "I have not passed it on"),
        ("no", "I have not passed it on"),
        ("nee hoor", "I have not passed it on"),
        ("yes please", "I have passed the words on"),
    ],
)
def test_who_only_thanks_for_an_answer_passes_no_question_on(words: str, answer: str) -> None:
    talk = Talk(EMMA, records=OnRecord([a_case(reporter=EMMA.id, opened_at=NOW)]))
    talk.says("do I have to answer her?")
    talk.says(words)
    talk.shows(answer)
    talk.hides("Is this about")
    assert talk.chat.pending is None


def test_thanks_drop_nothing_that_was_told_behind_an_answered_question() -> None:
    talk = Talk(EMMA, records=OnRecord([a_case(reporter=EMMA.id, opened_at=NOW)]))
    talk.says("do I have to answer her?")
    talk.says("she threatens with the press now")
    talk.says("hm, thanks")
    talk.shows("Is this about DSR-2026-0042?")
    assert talk.chat.pending is not None
    assert "press" in talk.chat.pending.text


@each("words", ["great thank you!!", "ok merci", "hm ok", "oh", "alles klar danke", "thanks, have a good weekend"])
def test_thanks_and_small_words_are_never_called_unread(words: str) -> None:
    talk = Talk(now=NOW)
    talk.says("customer wants a copy of her data: ana@x.example, came in yesterday")
    talk.says(words)
    talk.hides("can't read", "could not read")
    talk.shows("Where does the person live?")
