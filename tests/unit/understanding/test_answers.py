"""Short answers, and the days that they name."""

from datetime import UTC, date, datetime, time
from time import process_time
from zoneinfo import ZoneInfo

import pytest

from bot.rights import Right
from bot.understanding.replies.answers import (
    LONGEST,
    adds_more,
    confirms,
    nearest,
    of_arrival,
    plain,
    takes_back,
    turn_of,
)
from bot.understanding.replies.days import day_said
from bot.understanding.replies.named_rights import named, parts_of
from bot.understanding.wordlists import word_lists

NOW = datetime(2026, 11, 27, 15, 0, tzinfo=UTC)  # a Friday
HOME = ZoneInfo("Europe/Amsterdam")


@pytest.mark.parametrize(
    ("words", "day", "clock"),
    [
        ("yesterday at 23:30", date(2026, 11, 26), time(23, 30)),
        ("gestern", date(2026, 11, 26), None),
        ("the day before yesterday", date(2026, 11, 25), None),
        ("24 November", date(2026, 11, 24), None),
        ("am 24. November", date(2026, 11, 24), None),
        ("le 3 mars à 9h30", date(2026, 3, 3), time(9, 30)),
        ("November 24th, 11 pm", date(2026, 11, 24), time(23)),
        ("5 March 2026", date(2026, 3, 5), None),
        ("2026-03-05", date(2026, 3, 5), None),
        ("on Tuesday", date(2026, 11, 24), None),
        ("dinsdag", date(2026, 11, 24), None),
        ("przyszło we wtorek", date(2026, 11, 24), None),
    ],
)
def test_a_day_is_said_in_words(words: str, day: date, clock: time | None) -> None:
    assert day_said(words, NOW, HOME, frozenset({"en"})) == (day, clock)


@pytest.mark.parametrize(
    "words",
    [
        *("on Friday", "last Tuesday", "Tuesday or Wednesday", "28 November", "tomorrow", "not yesterday", "24", ""),
        *("before 24 November", "yesterday or today", "vorige week dinsdag", "between 3 March and 5 March"),
    ],
)
def test_a_day_that_may_be_another_is_none(words: str) -> None:
    assert day_said(words, NOW, HOME, frozenset({"en"})) is None


@pytest.mark.parametrize(
    ("part", "meant"),
    [
        ("a copy", (Right.ACCESS, True)),
        ("he also wants deletion", (Right.ERASURE, True)),
        ("not deletion", (Right.ERASURE, False)),
        ("no marketing", (Right.OPT_OUT_MARKETING, True)),
        ("something", None),
        ("", None),
    ],
)
def test_a_right_is_called_by_its_name(part: str, meant: tuple[Right, bool] | None) -> None:
    assert named(part) == meant


def test_every_right_has_names() -> None:
    assert set(word_lists("rights")) == {right.value for right in Right}


def test_a_slip_is_forgiven_where_only_one_name_is_near() -> None:
    names = {"delete", "correct", "yes", "send a copy"}
    assert [nearest(plain(said), names) for said in ("Delet", "corect", "yess", "send a coppy", "dellette")] == [
        *("delete", "correct", None, "send a copy", None)
    ]


@pytest.mark.parametrize(
    ("words", "after"),
    [
        *(("a copy. no wait, deletion", "deletion"), ("no wait, I mean deletion", "deletion"), ("no wait", None)),
        *(("nee, wacht: een kopie", "een kopie"), ("deletion", None), ("anzi, una copia", "una copia")),
    ],
)
def test_a_change_of_mind_is_seen(words: str, after: str | None) -> None:
    turn = turn_of(words)
    assert (turn.after if turn else None) == after


@pytest.mark.parametrize(
    ("words", "back"),
    [
        *(
            ("I withdraw my request", True),
            ("I do not withdraw my request", False),
            ("Mijn verzoek hoeft niet meer", True),
        ),
        *(("Stop sending mails, as in my last request", False), ("I withdraw my consent", False)),
    ],
)
def test_a_request_is_taken_back(words: str, back: bool) -> None:
    assert takes_back(words) is back


@pytest.mark.parametrize(
    "unit", ["no wait ", "yes ", "and ", "withdraw request ", "a", "1:", "ok, ", "24 November ", "'-"]
)
def test_long_texts_take_no_longer_than_their_length(unit: str) -> None:
    def spent(length: int) -> float:
        text, began = (unit * length)[:length], process_time()
        for read in (confirms, adds_more, of_arrival, turn_of, takes_back, parts_of):
            read(text)
        day_said(text, NOW, HOME, frozenset({"en"}))
        return process_time() - began

    spent(LONGEST)
    short, long = max(spent(20_000), 0.02), spent(200_000)
    assert long < 20 * short
