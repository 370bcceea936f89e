"""The words of a text, read once, and the question whether a name may stand in it."""

from bot.understanding.who.looked import LOOKED_AT, Signs, looked_at, may_hold, parts_of, telling
from bot.understanding.words import fold
from tests.lines import each

NAMES = Signs(("juge d'instruction", "subpoena*", "126nd", "grand-mere", "power of attorney"))


def test_joined_words_are_words_and_parts() -> None:
    looked = looked_at("L’huissier, Vou-me; É 12x")
    assert looked.words == ["l'huissier", "vou-me", "e", "x"]
    assert looked.parts == {"l'huissier", "vou-me", "l", "huissier", "vou", "me", "e", "x"}


def test_small_numbers_stand_alone() -> None:
    assert looked_at("7, 12th, 345, 2026-08 x9").small_numbers == {"7", "12", "08", "9"}


def test_only_the_beginning_is_looked_at() -> None:
    assert looked_at(" " * LOOKED_AT + "subpoena").words == []


@each(
    "text",
    (
        "au juge d'instruction",
        "(JUGE D’INSTRUCTION)",
        "two Subpoenas",
        "pre-subpoenaed",
        "art. 126nd",
        "the power of attorney",
        "my-grand-mère's",
    ),
)
def test_a_name_may_stand_where_its_words_do(text: str) -> None:
    assert NAMES.stand_in(looked_at(text))


@each("text", ("", "a judge", "the power", "attorneys", "126n d", "grandmother"))
def test_no_name_stands_elsewhere(text: str) -> None:
    assert not NAMES.stand_in(looked_at(text))


def test_one_word_tells_all_names_that_hold_it() -> None:
    assert telling(("access token", "token", "log in with", "api_key")) == {"token", "log", "api"}


def test_the_words_of_a_long_text_are_all_told() -> None:
    text = "Ä1 " * LOOKED_AT + "my api_Key"
    assert parts_of(text, fold(text)) == {"a", "my", "api", "key"}


def test_a_long_text_may_hold_anything() -> None:
    assert not may_hold("Hello", "demands", "instruments")
    assert may_hold("Hello " * LOOKED_AT, "demands", "instruments")


def test_a_letter_is_folded_alike_in_any_company() -> None:
    letters = "ŁłØøß’é漢أ" + "".join(map(chr, range(0xC0, 0x180)))
    assert fold(letters) == "".join(map(fold, letters))
