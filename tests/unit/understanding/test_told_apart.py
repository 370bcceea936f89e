"""Who of two people is whom, requests that are called by their names, and letters in two parts."""

from bot.rights import Right
from bot.understanding.replies.asides import Aside, aside, asks_of_progress
from bot.understanding.replies.both_named import both_named
from bot.understanding.replies.letters import is_begun, is_letter, is_rest
from bot.understanding.replies.ordered import ordered
from bot.understanding.replies.remarks import has_none, says_own_name, somebody_wants
from bot.understanding.replies.told_deputies import told_deputy
from tests.lines import each


@each(
    ("words", "before", "person", "writer"),
    [
        ("the mother is Ann Bell, he is Tom Bell", "a man called for his mother", "Ann Bell", "Tom Bell"),
        (
            "mum is Rita Moll, the girl is Eva Moll",
            "A mum phoned about her daughter's account",
            "Eva Moll",
            "Rita Moll",
        ),
        ("zij heet Eva Bos, hij Jan Bos", "Vader belt over zijn dochter van 10", "Eva Bos", "Jan Bos"),
        ("moeder heet Riet de Wit, zij is Els", "Mevrouw de Wit belt voor haar moeder", "Riet de Wit", "Els"),
        ("der Sohn heißt Ben Roth, die Mutter Ute Roth", "Eine Mutter ruft an", "Ben Roth", "Ute Roth"),
        ("elle s'appelle Anne Petit et lui Luc Petit", "Une dame appelle pour son mari", "Luc Petit", "Anne Petit"),
        ("la hija se llama Eva Gil y el padre Luis Gil", "", "Eva Gil", "Luis Gil"),
        (
            "Nina Bell is the daughter, Rita Bell the mother",
            "the daughter calls for her mother",
            "Rita Bell",
            "Nina Bell",
        ),
        ("her lawyer is Tom Finch, she is Ana Moll", "", "Ana Moll", "Tom Finch"),
        ("The son is Tim Low, the customer is his mother Ada Low", "", "Ada Low", "Tim Low"),
    ],
)
def test_two_people_are_told_apart(words: str, before: str, person: str, writer: str) -> None:
    both = both_named(words, before)
    assert both is not None
    assert (both.person, both.writer) == (person, writer)


@each(
    ("words", "before"),
    [
        ("she is Ana Bell, he is Bob Bell", "two customers want a copy"),
        ("the mother is Ann Bell", "he calls for her"),
        ("she lives in Spain, he called yesterday", "for his mother"),
        ("her name is Ann Bell and she wants a copy", ""),
    ],
)
def test_what_tells_nobody_apart_tells_nothing(words: str, before: str) -> None:
    assert both_named(words, before) is None


@each(
    ("words", "right"),
    [
        ("please log a deletion request for Rita Moll", Right.ERASURE),
        ("can you open an access request for ann@x.example?", Right.ACCESS),
        ("new deletion request: Rita Moll", Right.ERASURE),
        ("Copy for Rita Moll", Right.ACCESS),
        ("kun je een inzageverzoek aanmaken voor Jan Bos?", Right.ACCESS),
        ("Bitte Löschantrag für Ute Roth anlegen", Right.ERASURE),
        ("merci d'ouvrir une demande d'accès pour Luc Petit", Right.ACCESS),
        ("abrir solicitud de supresión para Eva Gil", Right.ERASURE),
        ("aprire una richiesta di cancellazione per Ugo Neri", Right.ERASURE),
        ("registar um pedido de acesso para Rui Dias", Right.ACCESS),
        ("proszę zarejestrować wniosek o usunięcie danych: Jan Lis", Right.ERASURE),
    ],
)
def test_a_request_is_recorded_by_its_name(words: str, right: Right) -> None:
    assert ordered(words) == (right,)


@each(
    "words",
    [
        "how do I file an access request?",
        "any news on the deletion request of Rita Moll?",
        "please don't open a deletion request for Rita Moll",
        "we answered the access request of Rita Moll yesterday",
        "create a deletion request template for the wiki",
        "is there an access request for Rita Moll?",
    ],
)
def test_what_only_speaks_of_a_request_records_none(words: str) -> None:
    assert ordered(words) == ()


FIRST_HALF = "Dear Sir or Madam,\n\nI was a customer of yours until last year and moved to another shop since."
REST = "Please delete my account now.\n\nKind regards\nRita Moll"


def test_a_letter_has_a_beginning_and_an_end() -> None:
    assert is_begun(FIRST_HALF)
    assert is_rest(REST)
    assert is_letter(f"{FIRST_HALF}\n\n{REST}")
    assert not is_begun(f"{FIRST_HALF}\n\n{REST}")


@each("words", ["Hi,\nany news on 4711? The customer keeps calling us about it, every day.", "Dear bot"])
def test_what_is_said_to_the_bot_is_no_letter(words: str) -> None:
    assert not is_letter(words)


@each(
    "words",
    [
        *("what happens now?", "wat gebeurt er nu?", "und jetzt?", "et maintenant ?", "¿y ahora qué?", "e adesso?"),
        *("e agora?", "co dalej?"),
    ],
)
def test_what_happens_next_is_asked(words: str) -> None:
    assert aside(words) is Aside.WHAT_NEXT


@each(
    "words",
    [
        "what became of Rita Moll's request?",
        "wat is er van het verzoek van Jan Bos geworden?",
        "was ist aus dem Antrag von Ute Roth geworden?",
        "qu'est devenue la demande de Luc Petit ?",
        "che fine ha fatto la richiesta di Ugo Neri?",
    ],
)
def test_what_became_of_somebody_s_request_is_a_question_of_progress(words: str) -> None:
    assert asks_of_progress(words)


def test_what_happened_to_my_parcel_is_none() -> None:
    assert not asks_of_progress("what happened to my parcel?")


@each(
    "words",
    [
        "customer called me, she wants it all deleted",
        "one of my clients wants a copy",
        "Ein Vater ruft an: sein Sohn ...",
    ],
)
def test_somebody_else_wants_something(words: str) -> None:
    assert somebody_wants(words)


@each("words", ["I want my own file", "delete my account please"])
def test_what_one_wants_oneself_is_nobody_else_s(words: str) -> None:
    assert not somebody_wants(words)


def test_no_address_is_nothing_unread() -> None:
    assert has_none("no email")
    assert has_none("ohne Telefon")
    assert not has_none("no marketing")


def test_a_colleague_says_who_they_are() -> None:
    assert says_own_name("Hi, Ann Low here from sales. My customer Bo Berg wants out", "Ann Low")
    assert not says_own_name("Ann Low here, delete my account", "Ann Low")


@each(
    ("words", "kind"),
    [
        ("ok so what do you need from me", Aside.NEEDS),
        ("cheers, how long will that take?", Aside.HOW_LONG),
    ],
)
def test_a_question_is_heard_among_little_words(words: str, kind: Aside) -> None:
    assert aside(words) is kind


@each(
    ("words", "language", "person", "writer"),
    [
        ("Frau Ulla Bergs Anwalt, Dr. Kai Stein (stein@k.example), verlangt Auskunft", "de", "Ulla Berg", "Kai Stein"),
        ("Mrs Bell can't write, her son Leo Bell (leo@x.example) asks for a copy", "en", "Bell", "Leo Bell"),
    ],
)
def test_whose_data_it_is_and_who_writes(words: str, language: str, person: str, writer: str) -> None:
    told = told_deputy(words, language)
    assert told is not None
    assert (told.person, told.writer, told.of_person) == (person, writer, ())
