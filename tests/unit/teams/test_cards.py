"""Cards as Adaptive Cards: how each part looks, and what happens at Teams' limits."""

from datetime import UTC, datetime
from typing import Any

import pytest

from adapters.teams.render.cards import Drawn, choices, drawn
from adapters.teams.render.limits import LARGEST, weight
from bot.cases.views import case_card
from bot.conversation.card import Actions, Block, Bold, Button, Card, Link, Mention, Moment, Quote, Table, Text, Tone
from tests.cases import TODAY, a_case
from tests.lines import each
from tests.teams_kit.adaptive import problems
from tests.teams_kit.cards import button, buttons, walk, words
from tests.transcripts.talk import POLICY

AT = datetime(2026, 3, 5, 9, 15, tzinfo=UTC)
PRIYA = Mention(user="teams:t1:29:abc", name="Priya")
REST = "The rest does not fit here. Say “search” or “status” and a reference to see one case."


def shown(*blocks: Block | str, title: str = "", tone: Tone = "neutral") -> dict[str, Any]:
    return checked(drawn(Card.of(*blocks, title=title, tone=tone), channel=False)).content


def checked(found: Drawn, *, channel: bool = False) -> Drawn:
    assert problems(found.content, where="channel" if channel else "chat") == []
    return found


def texts(content: dict[str, Any]) -> list[str]:
    return [part["text"] for part in walk(content) if part.get("type") == "TextBlock"]


def test_a_case_at_a_glance() -> None:
    found = checked(drawn(case_card(a_case(ticket="4711"), POLICY, today=TODAY), channel=True), channel=True)
    assert found.summary == "DSR-2026-0042: Delete"
    assert words(found.content).splitlines()[:3] == [
        "DSR-2026-0042: Delete",
        "Due",
        "in 12 days: 5 Apr 2026 (safe date); legal date Tue 7 Apr 2026",
    ]
    assert buttons(found.content)[-1] == "Nothing opens?"
    assert button(found.content, "Take it")["type"] == "Action.Execute"
    assert button(found.content, "Close …")["data"]["msteams"] == {"type": "task/fetch"}


@each(
    ("channel", "opens_form", "dialogs", "kind", "verb"),
    [
        (True, False, True, "Action.Execute", "press"),
        (False, False, True, "Action.Submit", None),
        (False, True, True, "Action.Submit", None),
        (False, True, False, "Action.Execute", "form"),
    ],
)
def test_what_a_button_is(channel: bool, opens_form: bool, dialogs: bool, kind: str, verb: str | None) -> None:
    card = Card.of(Actions.of(Button(label="Go", payload="x", opens_form=opens_form)))
    go = button(drawn(card, channel=channel, dialogs=dialogs).content, "Go")
    assert (go["type"], go.get("verb"), go["data"]["payload"]) == (kind, verb, "x")
    assert ("msteams" in go["data"]) == (opens_form and dialogs)


@each(("tone", "style"), [("good", "good"), ("warning", "warning"), ("urgent", "attention")])
def test_the_tone_is_visible_with_and_without_a_title(tone: Tone, style: str) -> None:
    for content in (shown("Look.", title="Title", tone=tone), shown("Look.", tone=tone)):
        assert content["body"][0]["style"] == style


def test_a_notice_stands_above_the_card() -> None:
    notice = Card.of("Sofie has taken this already.", tone="warning")
    found = checked(drawn(Card.of("Below."), channel=True, notice=notice), channel=True)
    assert words(found.content) == "Sofie has taken this already.\nBelow."
    assert found.content["body"][0]["style"] == "warning"


def test_a_table_without_a_head_shows_its_rows() -> None:
    content = shown(Table(head=(), rows=((("a",), ("b",)), (("c",),))))
    table = next(part for part in walk(content) if part.get("type") == "Table")
    assert len(table["columns"]) == 2
    assert words(content) == "a\nb\nc"


def test_empty_pieces_of_a_line_leave_nothing() -> None:
    assert words(shown(Text.of("a", Bold(text=""), "b"), Text.of(Bold(text=" ")))) == "ab\n–"


def test_bold_beside_a_mention_keeps_its_spaces_outside() -> None:
    assert texts(shown(Text.of(Bold(text=" due "), PRIYA))) == [" **due** <at>Priya</at>"]


def test_a_moment_is_told_in_the_viewers_zone() -> None:
    (said,) = texts(shown(Text.of(Moment(at=AT))))
    assert said == "{{DATE(2026-03-05T09:15:00Z, SHORT)}} {{TIME(2026-03-05T09:15:00Z)}}"


@each(
    ("name", "tag"),
    [
        ("Priya *Nair*", "<at>Priya Nair</at>"),
        ("[x](https://evil.example)", "<at>x (https://evil.example)</at>"),
        ("a</at><at>b", "<at>a /at at b</at>"),
        ("Pri\u202eya", "<at>Pri ya</at>"),
        ("**", "<at>–</at>"),
    ],
)
def test_a_name_is_only_a_name(name: str, tag: str) -> None:
    content = shown(Text.of(Mention(user="teams:t1:29:abc", name=name)))
    assert texts(content) == [tag]
    assert [one["mentioned"]["id"] for one in content["msteams"]["entities"]] == ["29:abc"]


def test_two_people_of_one_name_are_two() -> None:
    people = [Mention(user=f"teams:t1:{id}", name="Sam") for id in "ab"]
    content = shown(Text.of(*people), Text.of(people[0]))
    assert texts(content) == ["<at>Sam</at><at>Sam 2</at>", "<at>Sam</at>"]


@each("user", ["workspace:local:priya", "slack:T1:U1", "teams:T1", "teams:T1:"])
def test_whoever_is_not_in_teams_is_named(user: str) -> None:
    content = shown(Text.of(Mention(user=user, name="Priya")))
    assert (words(content), "msteams" in content) == ("@Priya", False)


@each("url", ["javascript:alert(1)", "//x.example", "data:text/html,x", ""])
def test_what_is_no_web_address_is_only_shown(url: str) -> None:
    content = shown(Text.of(Link(text="that", url=url)))
    assert not [part for part in walk(content) if "selectAction" in part]


def test_a_long_text_is_shortened_and_a_short_one_stays() -> None:
    content = shown(Quote(text="ж" * 50_000), Quote(text="please be quick"))
    long, short = words(content).splitlines()
    assert long.endswith("ж…") and short == "please be quick"
    assert 0.95 * LARGEST < weight(content) <= LARGEST


def test_what_is_too_much_is_left_out_from_the_end() -> None:
    take = Actions.of(Button(label="Take it", payload="x"))
    rows = tuple(((f"DSR-{number}",), ("x" * 20,)) for number in range(900))
    content = shown("First.", Table(head=("Case", "What"), rows=rows), "After.", take)
    first, *cells, rest, pressed = words(content).splitlines()
    assert (first, cells[:2], rest, pressed) == ("First.", ["Case", "What"], REST, "[Take it]")
    assert cells[2::2] == [f"DSR-{number}" for number in range(len(cells) // 2 - 1)] and len(cells) > 100


def test_a_link_of_usual_length_stays_one_beside_texts_that_are_shortened() -> None:
    link = Link(text="Download it", url="https://desk.example.com/letters/" + "f" * 74)
    content = shown(*[Quote(text="ж" * 5000)] * 40, Text.of(link))
    assert [part["selectAction"]["url"] for part in walk(content) if "selectAction" in part] == [link.url]


def test_many_long_names_are_shortened() -> None:
    far = Text.of(Mention(user="workspace:local:priya", name="\U0001d413" * 90), small=True)
    said = words(shown(*[far] * 40)).splitlines()
    assert len(said) == 40 and all(line.endswith("\U0001d413…") for line in said)


def test_buttons_that_do_not_fit_are_an_error() -> None:
    row = Actions.of(*[Button(label="x", payload="x" * 1900)] * 20)
    with pytest.raises(ValueError, match="does not fit"):
        drawn(Card.of(row), channel=True)


def test_forms_are_offered_to_clients_without_dialogs() -> None:
    content = choices([("Close …", "c"), ("Extend …", "e")])
    assert problems(content, where="channel") == []
    found = [(one["title"], one["verb"], one["data"]["payload"]) for one in walk(content) if "verb" in one]
    assert found == [("Close …", "form", "c"), ("Extend …", "form", "e"), ("Back", "show", "c")]
