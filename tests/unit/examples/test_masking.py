"""Nothing personal is left in words that are kept as an example, and what they ask for still is."""

import re

from hypothesis import given
from hypothesis import strategies as st

from bot.examples.masking import masked
from tests.conftest import examples
from tests.lines import each

SAID = [
    # names, by their capitals
    ("Klaas de Vries wil dat zijn gegevens weg zijn.", "X wil dat zijn gegevens weg zijn."),
    (
        "Is Ana Diaz's file still here? Mr White and Mrs van der Berg called.",
        "Is X's file still here? Mr X and Mrs van der X called.",
    ),
    ("Je m'appelle Jean-Luc Picard, effacez mes données.", "Je m'appelle X, effacez mes données."),
    (
        "Tell Will and Mark that she called. Will you? May I see it?",
        "Tell X and X that she called. Will you? May I see it?",
    ),
    ("O'Brien's file; McDonald's data", "X's file; X's data"),
    # names where capitals tell nothing
    ("ana de vries wants her data gone", "X wants her data gone"),
    ("call from rose marie brandt, from will too, about her data", "call from X, from X too, about her data"),
    ("klant jansen belde, er moet iets met zijn gegevens", "klant X belde, er moet iets met zijn gegevens"),
    ("Klant jansen belde over zijn gegevens", "Klant X belde over zijn gegevens"),
    ("hi it's emma, bob wants out", "hi it's X, X wants out"),
    ("ANA DIAZ WANTS HER DATA DELETED", "X WANTS HER DATA DELETED"),
    ("删除王小明的数据", "X"),
    # numbers, references, addresses
    ("Ticket DSR-2026-0042 (#704418), account AB-123-C", "Ticket 0000-0000 (#000000), account 000"),
    ("call me at +31 (0)6 1234.5678", "call me at +00 (0)0 0000.0000"),
    ("She lives at Kerkstraat 12, 1234 AB Utrecht.", "She lives at X 00, 0000 X."),
    ("write to ana.diaz+x@mail.x.example, or <bo@y.example>", "write to x@x.example, or <x@x.example>"),
    ("see https://desk.example/t/4711?who=ana or www.ana.nl", "see https://x.example or https://x.example"),
    ("@ana_diaz what about her file", "X what about her file"),
    ("my card is 4111 1111 1111 1111", "my card is [card number: not kept]"),
    # what is nobody's stays
    ("Under Art. 17 GDPR and 1798.105, delete my data.", "Under Art. 17 GDPR and 1798.105, delete my data."),
    ("Scrub my profile. It came on a Tuesday in March.", "Scrub my profile. It came on a Tuesday in March."),
    ("please scrub my playlists", "please scrub my playlists"),
    ("Ich verlange die Löschung aller meiner Daten.", "Ich verlange die Löschung aller meiner Daten."),
]


@each(("words", "left"), SAID)
def test_what_is_left(words: str, left: str) -> None:
    assert masked(words) == left


def test_who_is_known_to_be_meant_is_taken_out_wherever_they_stand() -> None:
    words = "Please ask Will: he will call for diaz, whose file is ana.diaz."
    assert masked(words, ["Will Diaz"]) == "Please ask X: he will call for X, whose file is ana.X."


def test_the_whole_message_tells_whether_its_writer_uses_capitals() -> None:
    assert masked("please frobnicate it now") == "please X it now"
    assert masked("please frobnicate it now", written="Hello, I am Ana Diaz. ...") == "please frobnicate it now"


_NAMES = st.sampled_from(("Wojciech Kowalski", "Siobhán", "Zoë van Dam", "Nguyễn", "D'Angelo", "Øystein", "Müller"))
_FRAMES = st.sampled_from(("{} wants her data deleted", "the file of {}", "Mr {} called.", "met {} over mijn gegevens"))


@examples(200)
@given(_NAMES, _FRAMES, st.sampled_from((str, str.lower, str.upper)))
def test_a_name_is_found_in_any_spelling(name: str, frame: str, spelt: object) -> None:
    assert callable(spelt)
    left = masked(spelt(frame.format(name)))
    for part in re.split(r"[ ']", name.casefold()):
        assert len(part) < 3 or part in ("van",) or part not in left.casefold(), left


@examples(300)
@given(st.text(max_size=200))
def test_no_digit_and_no_address_is_left_of_any_text(text: str) -> None:
    left = masked(text)
    for digit in re.findall(r"\d", re.sub(r"(?i)art\w*\.?\s*[\d\s,()]+|§+\s*[\d\s,()]+|1798\.\d+", "", left)):
        assert digit == "0"
    assert "@" not in left.replace("x@x.example", "") or not re.search(r"\w@\w", left.replace("x@x.example", ""))


def test_it_takes_no_time() -> None:
    masked("a" * 5_000, written="A b. " * 20_000)
    masked("Ana-" * 2_000)
