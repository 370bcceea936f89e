"""What a few words of a colleague are that ask for nothing, as the models tell it."""

from zoneinfo import ZoneInfo

from bot.understanding.mail import read_text
from bot.understanding.read import understand
from bot.understanding.replies.sides import Side, side_of, teller
from bot.understanding.training.sources import signed_sides
from tests.lines import each


@each(
    ("text", "side"),
    [
        ("will she be told what you decide?", Side.NEXT),
        ("moet ik de mail bewaren?", Side.NEXT),
        ("here comes another mail from a customer", Side.OPEN),
        ("kam gerade per Post rein, ist das was für euch?", Side.OPEN),
        ("please delete all my data", None),
        ("yesterday by phone", None),
        ("her name is Ann Bell", None),
        ("", None),
        ("should I reply to her? " * 20, None),
    ],
)
def test_what_a_few_words_are(text: str, side: Side | None) -> None:
    assert side_of(understand(read_text(text, zone=ZoneInfo("UTC")))) is side


def test_the_tables_fit_what_they_were_learnt_from() -> None:
    for side in Side:
        assert signed_sides()[1] in teller(side).comments, "a marked line or the network changed: run `make sides`"
