"""What is dropped, put off, or asked beside, while something is open."""

from tests.lines import each
from tests.transcripts.talk import Talk

ASKED = "Rita Moll wants a copy of her data"


@each(
    "words",
    [
        *(
            "nobody, forget it",
            "nah leave it",
            "oh well, never mind",
            "actually never mind",
            "no, drop it",
            "ok forget it then",
        ),
        *("nee, laat maar", "ach laat maar zitten", "nein, vergiss es", "non, laisse tomber", "nada, olvídalo"),
        *("actually forget about this one", "oh nee hoor, is al geregeld, laat maar", "ach egal, vergiss es"),
        *("niente, lascia perdere", "nada, esquece", "nie, zapomnij"),
    ],
)
def test_whatever_stands_beside_words_that_drop_a_matter_it_is_dropped(words: str) -> None:
    talk = Talk()
    talk.says(ASKED)
    talk.says(words)
    talk.shows("Dropped. Nothing was recorded.")
    assert not talk.chat.drafts


@each("words", ["don't drop it", "forget the first one", "never mind the address, it's Bo Berg"])
def test_other_words_drop_nothing(words: str) -> None:
    talk = Talk()
    talk.says(ASKED)
    talk.says(words)
    assert talk.chat.drafts


@each(
    "words",
    [
        *("don't know yet, I'll ask", "I'll find out and come back", "no idea yet, let me check", "don't know yet"),
        *(
            "give me until tomorrow, need to look up the name",
            "even uitzoeken wie het is",
            "je me renseigne et je reviens",
        ),
        *("aún no sé quién es, le pregunto", "hold on, getting the details"),
        *("weet ik nog niet, ik vraag het even na", "ik kom erop terug", "weiß ich noch nicht, ich frage nach"),
        *("je ne sais pas encore, je demande", "todavía no lo sé, voy a preguntar", "non lo so ancora, chiedo a lei"),
        *("ainda não sei, vou perguntar", "jeszcze nie wiem, zapytam"),
    ],
)
@each(
    ("begun", "how"),
    [
        ("Something about Rita Moll's data, rita@moll.example", "Write what they ask for when you know it."),
        (ASKED, "Write the day when you know it."),
        (f"{ASKED}, she wrote yesterday", "write “not said”, and we go on without it."),
    ],
)
def test_who_must_ask_first_is_told_how_to_go_on(begun: str, how: str, words: str) -> None:
    talk = Talk()
    talk.says(begun)
    before = talk.chat.drafts
    talk.says(words)
    talk.shows("Take your time. What you told me stays here.", how)
    assert talk.chat.drafts == before


@each("words", ["what is the status since yesterday", "wat is de stand sinds gisteren"])
def test_a_question_how_it_goes_tells_no_day(words: str) -> None:
    talk = Talk()
    talk.says(ASKED)
    talk.shows("When did it reach us?")
    talk.says(words)
    talk.shows("The one we are talking about is not open yet", "When did it reach us?")
    talk.hides("Which of these do you mean?")


def test_a_wish_of_which_somebody_is_not_sure_is_offered_alone() -> None:
    talk = Talk()
    talk.says("Something about Rita Moll's data, rita@moll.example")
    talk.says("delete, I guess")
    talk.shows("Which of these do you mean?", "[Delete] [Something else …]")


def test_another_customer_s_request_may_take_the_place_of_what_is_dropped() -> None:
    talk = Talk()
    talk.says("a customer wants his data deleted")
    talk.says("never mind, wrong chat. Different one: Bea Hill, bea.hill@x.example, wants a copy of her data")
    talk.hides("please hand it over again")
    talk.shows("Dropped.", "About Bea Hill <bea.hill@x.example>", "They ask: Send a copy")
    assert len(talk.chat.drafts) == 1


@each(
    "words",
    ["forget it, already in the system", "laat maar, collega heeft het opgepakt", "forget it, she changed her mind"],
)
def test_what_is_told_beside_words_that_drop_a_matter_brings_no_other_wish(words: str) -> None:
    talk = Talk()
    talk.says("Rita Moll, rita@moll.example, lives in Spain, wants no marketing, wrote yesterday")
    talk.says(words)
    talk.shows("Dropped.")
    assert not talk.chat.drafts


@each("words", ["forget it, she wants a copy instead", "never mind, it came on Monday", "stop, she is 15"])
def test_what_changes_the_draft_keeps_it(words: str) -> None:
    talk = Talk()
    talk.says("Rita Moll, rita@moll.example, lives in Spain, wants no marketing, wrote yesterday")
    talk.says(words)
    talk.hides("Dropped.")


@each(
    "words",
    [
        *("forget it, she only wants to be left in peace", "laisse tomber, elle préfère l'accès"),
        *("laat maar, het gaat om Bob Hill", "never mind, it was Bob Hill", "vergiss es, Frau Hill rief auch an"),
    ],
)
def test_what_may_be_a_wish_or_somebody_else_drops_nothing_unasked(words: str) -> None:
    talk = Talk()
    talk.says("Rita Moll, rita@moll.example, lives in Spain, wants her data deleted, wrote yesterday")
    talk.says(words)
    talk.hides("Dropped.")
    assert talk.chat.active is not None


@each(
    "words",
    [
        "ignore that. Bea Hill is upset about her photo on our site",
        "lascia stare. La signora Hill è preoccupata per la sua foto",
    ],
)
def test_who_is_named_behind_words_that_drop_nothing_is_asked_about(words: str) -> None:
    talk = Talk()
    talk.says(words)
    talk.shows("What is the person asking for?")


@each(
    "words",
    [
        *("sorry, one more customer: Bo Berg, bo@berg.example", "sorry, nog een klant: Bo Berg, bo@berg.example"),
        *("Moment, noch ein Kunde: Bo Berg, bo@berg.example", "pardon, autre client : Bo Berg, bo@berg.example"),
    ],
)
def test_one_customer_more_takes_nobody_s_place(words: str) -> None:
    talk = Talk()
    talk.says("Ann Bell, ann@bell.example, wants her data deleted")
    talk.says(words)
    talk.shows("Is this a new request")
