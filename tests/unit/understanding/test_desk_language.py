"""In which language a desk's shorthand is, where its small words don't tell."""

from bot.understanding.language import LANGUAGES, spoken
from tests.lines import each


@each(
    ("note", "language"),
    [
        ("Ticket 5121: Kunde will Auskunft, Max Huber", "de"),
        ("5121 klant was boos, inzage", "nl"),
        ("5121 customer wants deletion of account", "en"),
    ],
)
def test_the_words_of_a_desk_tell_a_short_note_s_language(note: str, language: str) -> None:
    assert spoken(note)[0] == language


@each(
    ("text", "language"),
    [("I will ask the Kunde about his Konto", "en"), ("Ik wil mijn data terug, please", "nl")],
)
def test_small_words_tell_more_than_those(text: str, language: str) -> None:
    assert spoken(text)[0] == language


def test_where_no_small_word_stands_all_lexicons_read() -> None:
    assert set(spoken("cancellazione")[1]) == set(LANGUAGES)
