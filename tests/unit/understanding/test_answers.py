"""Short answers, and the days that they name."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from bot.rights import Right
from bot.understanding.replies.answers import (
    LONGEST,
    adds_more,
    confirms,
    first_word,
    knows_not,
    of_arrival,
    of_europe,
    picks,
    plain,
    takes_back,
    turn_of,
)
from bot.understanding.replies.asides import begins_anew
from bot.understanding.replies.days import day_said
from bot.understanding.replies.named_rights import named, parts_of
from bot.understanding.replies.slips import Names
from bot.understanding.wordlists import word_lists
from tests.growth import in_proportion
from tests.lines import each

NOW = datetime(2026, 11, 27, 15, 0, tzinfo=UTC)  # a Friday
HOME = ZoneInfo("Europe/Amsterdam")


@each(
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
        ("three days ago", date(2026, 11, 24), None),
        ("3 dagen geleden", date(2026, 11, 24), None),
        ("vor zwei Tagen", date(2026, 11, 25), None),
        ("il y a 10 jours", date(2026, 11, 17), None),
        ("hace cinco días", date(2026, 11, 22), None),
        ("due giorni fa", date(2026, 11, 25), None),
        ("há 4 dias", date(2026, 11, 23), None),
        ("sześć dni temu", date(2026, 11, 21), None),
        ("2 days ago", date(2026, 11, 25), None),
        ("it reached us 21 days ago", date(2026, 11, 6), None),
        ("the day before yesterday", date(2026, 11, 25), None),
        ("received 24/11", date(2026, 11, 24), None),
        ("11/24", date(2026, 11, 24), None),
        ("am 24.11.", date(2026, 11, 24), None),
        ("2/2", date(2026, 2, 2), None),
        ("it was the 23rd", date(2026, 11, 23), None),
        ("de 28e", date(2026, 10, 28), None),
        ("no, Monday I mean", date(2026, 11, 23), None),
        ("today at 9.30", date(2026, 11, 27), time(9, 30)),
        ("about half an hour ago", date(2026, 11, 27), None),
        ("Friday the 13th", date(2026, 11, 13), None),
        ("den 24.", date(2026, 11, 24), None),
    ],
)
def test_a_day_is_said_in_words(words: str, day: date, clock: time | None) -> None:
    assert day_said(words, NOW, HOME, frozenset({"en"})) == (day, clock)


@each(
    "words",
    [
        *("on Friday", "last Tuesday", "Tuesday or Wednesday", "28 November", "tomorrow", "not yesterday", "24", ""),
        *("before 24 November", "yesterday or today", "vorige week dinsdag", "between 3 March and 5 March"),
        *("3/4", "two or three days ago", "some days ago", "a week ago", "the 31st or the 1st", "no", "1/2 of it"),
        *("the 0th", "31/2", "0/12", "99999 days ago", "twenty one days ago", "a month and two days ago"),
        *("36 hours ago", "twenty hours ago", "48 ore fa"),
        *(
            "3 days before yesterday",
            "the day after yesterday",
            "2nd request",
            "the 5th floor",
            "open 24/7",
            "letter dated 23 November, stamped in on the 25th",
            "case 24/12",
        ),
    ],
)
def test_a_day_that_may_be_another_is_none(words: str) -> None:
    assert day_said(words, NOW, HOME, frozenset({"en"})) is None


@each(
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


@each(
    "words",
    [
        *("I don't know", "no idea, sorry", "not sure", "she didn't say", "unknown", "ik weet het niet", "geen idee"),
        *("keine Ahnung", "weiß ich nicht", "je ne sais pas", "no lo sé", "non lo so", "não sei", "nie wiem"),
    ],
)
def test_who_does_not_know_says_so(words: str) -> None:
    assert knows_not(words) or knows_not(words.removesuffix(", sorry"))


@each("words", ["Spain", "I don't know her, delete her data", "no", "not Spain", "unknown caller"])
def test_other_words_are_no_ignorance(words: str) -> None:
    assert not knows_not(words)


@each(
    ("words", "offered", "places"),
    [
        ("the first one please", 3, (0,)),
        ("het tweede graag", 2, (1,)),
        ("Letzteres bitte", 2, (1,)),
        ("la dernière", 3, (2,)),
        ("3", 3, (2,)),
        ("both", 2, (0, 1)),
        ("entrambe, grazie", 2, (0, 1)),
        ("to trzecie", 2, ()),
        ("the first of May", 2, ()),
        ("both his accounts", 2, ()),
        ("ultimo", 3, (2,)),
    ],
)
def test_an_answer_picks_of_what_was_offered(words: str, offered: int, places: tuple[int, ...]) -> None:
    assert picks(words, offered) == places


def test_europe_is_said_in_many_ways() -> None:
    assert all(map(of_europe, ("EU", "somewhere in Europe", "in der EU", "l'UE", "Unia Europejska")))
    assert not any(map(of_europe, ("Switzerland", "the EU is what she wrote about", "UK")))


def test_a_slip_is_forgiven_where_only_one_name_is_near() -> None:
    names = Names(["delete", "correct", "yes", "send a copy"])
    assert [names.nearest(plain(said)) for said in ("Delet", "corect", "yess", "send a coppy", "dellette")] == [
        *("delete", "correct", None, "send a copy", None)
    ]


@each(
    "text",
    ["Wer fragt?", "", "👍 ok", ":ok: then", "İ Ł", "... !?", "x" * 500 + " y", "-" * 500 + " who is it", "a:b " * 200],
)
def test_the_first_word_of_a_long_text_is_told_by_its_beginning(text: str) -> None:
    assert first_word(text) == plain(text).split()[:1]


@each(
    ("words", "after"),
    [
        *(("a copy. no wait, deletion", "deletion"), ("no wait, I mean deletion", "deletion"), ("no wait", None)),
        *(("nee, wacht: een kopie", "een kopie"), ("deletion", None), ("anzi, una copia", "una copia")),
    ],
)
def test_a_change_of_mind_is_seen(words: str, after: str | None) -> None:
    turn = turn_of(words)
    assert (turn.after if turn else None) == after


@each(
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


@each("unit", ["no wait ", "yes ", "and ", "withdraw request ", "a", "1:", "ok, ", "24 November ", "'-"])
def test_long_texts_take_no_longer_than_their_length(unit: str) -> None:
    def read(size: int) -> None:
        text = (unit * size)[:size]
        for answer in (confirms, adds_more, of_arrival, turn_of, takes_back, parts_of):
            answer(text)
        day_said(text, NOW, HOME, frozenset({"en"}))

    assert in_proportion(read, LONGEST)


def test_a_long_no_takes_no_longer_than_its_length() -> None:
    assert in_proportion(lambda size: begins_anew("no hang on " * (size // 11)), 25_000)
