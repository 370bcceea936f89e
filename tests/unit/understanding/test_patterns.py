"""The small language in which the lexicons say what people write: each line of its description, and what it refuses."""

import pytest

from bot.understanding.rights.lexicon import Atoms
from bot.understanding.rights.patterns import Line, compile_pattern, hits
from bot.understanding.rights.typos import Repairs
from tests.lines import each


def found(source: str, sentence: str) -> str:
    """The words that a pattern stands on in a sentence, wherever it begins; nothing where it does not match."""
    pattern = compile_pattern(source)
    atoms = Atoms(frozenset(a for row in pattern.rows for element in row for a in element.atoms), Repairs([]))
    words = sentence.split()
    line = Line(atoms.of(words, repair=False))
    for at in range(len(words)):
        if (hit := hits(pattern, line, at)) is not None:
            return " ".join(words[place] for place in sorted(hit.used))
    return ""


@each(
    ("source", "sentence", "words"),
    [
        ("delete me", "please delete me now", "delete me"),
        ("delete me", "delete all of me", ""),
        ("delet*", "deletion it is", "deletion"),
        ("*gegevens", "mijn persoonsgegevens graag", "persoonsgegevens"),
        ("*daten*", "die kundendatenbank", "kundendatenbank"),
        ("delete|erase me", "erase me", "erase me"),
        ("delete .. data", "delete all of my data", "delete data"),
        ("delete .. data", "delete one two three four data", ""),
        ("delete ... data", "delete one two three four five six seven data", "delete data"),
        ("^ stop", "stop", "stop"),
        ("^ stop", "please stop", ""),
        ("stop $", "please stop", "stop"),
        ("stop $", "stop it", ""),
        ("^ stop $", "stop", "stop"),
        ("^ stop $", "stop it", ""),
        ("copy & data", "of the data a copy", "data copy"),
        ("copy & data", "a copy 1 2 3 4 5 6 7 8 9 data", ""),
        ("copy & ^ hello", "hello a copy please", "hello copy"),
    ],
)
def test_a_pattern_stands_on_the_words_it_names(source: str, sentence: str, words: str) -> None:
    assert found(source, sentence) == words


def test_each_alternative_is_tried_where_the_first_leads_nowhere() -> None:
    assert found("my .. data .. gone", "my data and data is all gone") == "my data gone"
    assert found("a .. b c", "a b b c") == "a b c"


@each("source", ["", "..", "^", "^ $", "delete ..", "a & b & c", "a &"])
def test_what_is_no_pattern_is_refused_by_its_words(source: str) -> None:
    with pytest.raises(ValueError) as trouble:
        compile_pattern(source)
    assert repr(source) in str(trouble.value)
