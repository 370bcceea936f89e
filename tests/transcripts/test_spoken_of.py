"""Whether what is typed is about the colleague who types it."""

from tests.cases import a_case
from tests.lines import each
from tests.people import PRIYA
from tests.transcripts.talk import OnRecord, Talk, colleague


@each(
    "words",
    [
        *("she also wants a copy of her data", "the customer wants no more newsletters"),
        *("he wants his account deleted", "ze wil ook geen reclame meer", "klant wil een kopie"),
        *("die Kundin möchte gelöscht werden", "elle veut aussi une copie de ses données"),
        *("ella quiere una copia de sus datos", "la cliente vuole una copia dei dati", "ela quer apagar os dados"),
        "klientka chce usunięcia danych",
    ],
)
def test_who_is_spoken_of_is_not_the_speaker(words: str) -> None:
    for who in (PRIYA, colleague()):
        talk = Talk(who, records=OnRecord([a_case()]))
        talk.says(words)
        talk.hides("Is this about you?")
        assert talk.chat.active is not None
        answers = talk.chat.active.answers
        assert "about_me" not in answers or answers["about_me"].value is False


@each(
    "words",
    [
        *("please delete all my data", "I want a copy of everything you hold about me", "verwijder al mijn gegevens"),
        *("Löschen Sie bitte alle meine Daten", "je veux une copie de mes données", "chcę kopii moich danych"),
    ],
)
def test_who_may_speak_of_themselves_is_asked(words: str) -> None:
    talk = Talk()
    talk.says(words)
    talk.shows("Is this about you?")
