"""Commands that are typed as words, where no slash command is at hand."""

from bot.conversation.turn import Asked
from flows.commands import spoken
from tests.lines import each
from tests.transcripts.talk import NOW, Talk


@each(
    ("text", "command"),
    [
        ("open", Asked(name="open", words="open")),
        ("Open cases", Asked(name="open", words="open cases")),
        ("open zaken", Asked(name="open", words="open zaken")),
        ("  MINE ", Asked(name="mine")),
        ("mijn zaken", Asked(name="mine")),
        ("home", Asked(name="home")),
        ("Overzicht.", Asked(name="home")),
        ("search ana@citrine.example", Asked(name="search", words="ana@citrine.example")),
        ("zoek DSR-2026-0001", Asked(name="search", words="DSR-2026-0001")),
        ("open the account of Ana, she wants her data", None),
        ("search my mails and delete them", None),
        ("mine was lost, please delete it", None),
        ("search", Asked(name="search")),
        ("", None),
    ],
)
def test_only_a_whole_message_is_a_command(text: str, command: Asked | None) -> None:
    assert spoken(text, NOW.date(), busy=False, by_team=True) == command


@each(
    "text",
    [
        *(
            "so what have i got open with you",
            "what came in today from me?",
            "what came in today?",
            "what did I send you?",
        ),
        *("wat heb ik vandaag allemaal doorgezet?", "quels dossiers j'ai transmis ?", "anything i handed in today?"),
    ],
)
def test_support_asks_what_they_handed_over_in_any_words(text: str) -> None:
    assert spoken(text, NOW.date(), busy=False, by_team=False) == Asked(name="mine")


@each(
    "text",
    ["thanks for 4711, anything new?", "what do I have to do now", "what do you have on me?", "what's the deadline?"],
)
def test_what_is_asked_of_something_else_is_no_such_question(text: str) -> None:
    assert spoken(text, NOW.date(), busy=False, by_team=False) is None


@each("text", ["open", "mine", "search"])
def test_while_a_question_is_open_its_answers_are_no_commands(text: str) -> None:
    assert spoken(text, NOW.date(), busy=True, by_team=True) is None
    assert spoken("home", NOW.date(), busy=True, by_team=True) == Asked(name="home")


@each("said", ["which ones are still open from me?", "what have I handed over so far?"])
def test_own_cases_are_asked_for_while_a_question_is_open(said: str) -> None:
    talk = Talk()
    talk.says("Ann Marsh, ann@m.example wants to be deleted")
    talk.says(said)
    talk.shows("The one we are talking about is not open yet.", "When did it reach us?")
    assert len(talk.chat.drafts) == 1 and talk.chat.pending is None
