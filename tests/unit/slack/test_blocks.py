"""Cards as Slack messages: how each part looks, and what happens at Slack's limits."""

from datetime import UTC, datetime
from typing import Any

import pytest

from adapters.slack.render.blocks import Message, message
from bot.cases.actions import Close, Take
from bot.cases.views import case_card
from bot.conversation.card import (
    Actions,
    Block,
    Bold,
    Button,
    Card,
    Facts,
    Link,
    Mention,
    Moment,
    Quote,
    Table,
    Text,
    Tone,
)
from tests.cases import TODAY, a_case
from tests.lines import each
from tests.slack_kit.block_kit import faults_of_message
from tests.transcripts.talk import POLICY, Talk

PRIYA = Mention(user="slack:T1:U0123ABCD", name="Priya")
SHORTENED = "Shortened here: the text is too long to be shown whole."
REST = "The rest does not fit here. Say “search” or “status” and a reference to see one case."


def sent(*blocks: Block | str, title: str = "", tone: Tone = "neutral") -> Message:
    """A card as a message, after a strict look at it."""
    return checked(Card.of(*blocks, title=title, tone=tone))


def checked(card: Card) -> Message:
    made = message(card)
    assert faults_of_message({"text": made.text, "blocks": made.blocks}) == []
    return made


def kinds(made: Message) -> list[str]:
    return [block["type"] for block in made.blocks]


def elements(made: Message, block: int = 0) -> list[dict[str, Any]]:
    return [one for line in made.blocks[block]["elements"] for one in line["elements"]]


def lines(made: Message) -> list[str]:
    """What is shown in rich text, line by line; bold in stars, italics in underscores."""
    shown = []
    for block in made.blocks:
        if block["type"] == "rich_text":
            for line in block["elements"]:
                quoted = "> " if line["type"] == "rich_text_quote" else ""
                shown.append(quoted + "".join(_marked(one) for one in line["elements"]))
    return shown


def _marked(one: dict[str, Any]) -> str:
    style = one.get("style", {})
    mark = "*" if style.get("bold") else "_" if style.get("italic") else ""
    return f"{mark}{one.get('text', one['type'])}{mark}"


# -- how it looks -----------------------------------------------------------------------------------------------------


def test_a_case_at_a_glance() -> None:
    made = checked(case_card(a_case(ticket="4711"), POLICY, today=TODAY))
    assert kinds(made) == ["header", "rich_text", "actions", "actions"]
    assert made.blocks[0]["text"]["text"] == "DSR-2026-0042: Delete"
    assert lines(made)[:3] == [
        "*Due: *in 12 days: 5 Apr 2026 (safe date); legal date Tue 7 Apr 2026",
        "*Status: *received",
        "*Owner: *nobody yet",
    ]
    assert made.text.startswith("DSR-2026-0042: Delete\nDue: in 12 days")
    assert "[Take it]" not in made.text


@each(("tone", "mark"), [("warning", "⚠️ "), ("urgent", "🔴 "), ("good", "✅ "), ("neutral", "")])
def test_the_tone_is_visible_with_and_without_a_title(tone: Tone, mark: str) -> None:
    titled = sent("Look at this.", title="DSR-2026-0042", tone=tone)
    assert titled.blocks[0]["text"]["text"] == f"{mark}DSR-2026-0042"
    assert titled.text.startswith(f"{mark}DSR-2026-0042")
    assert lines(sent("Look at this.", tone=tone)) == [f"{mark}Look at this."]
    assert lines(sent(Quote(text="x"), tone=tone)) == [*([mark.rstrip()] if mark else []), "> x"]


def test_the_parts_of_a_line() -> None:
    at = datetime(2026, 3, 5, 9, 15, tzinfo=UTC)
    link = Link(text="that", url="https://x.example")
    made = sent(Text.of("See ", Bold(text="this"), " and ", link, " of ", PRIYA, " at ", Moment(at=at)))
    assert elements(made) == [
        {"type": "text", "text": "See "},
        {"type": "text", "text": "this", "style": {"bold": True}},
        {"type": "text", "text": " and "},
        {"type": "link", "url": "https://x.example", "text": "that"},
        {"type": "text", "text": " of "},
        {"type": "user", "user_id": "U0123ABCD"},
        {"type": "text", "text": " at "},
        {
            "type": "date",
            "timestamp": int(at.timestamp()),
            "format": "{date_short} {time}",
            "fallback": "5 Mar 2026, 09:15",
        },
    ]
    assert made.text == "See this and that (https://x.example) of <@U0123ABCD> at 5 Mar 2026, 09:15"


@each("url", ["javascript:alert(1)", "//x.example", "https://x/" + "y" * 3000, "https://[", ""])
def test_what_is_no_web_address_is_only_shown(url: str) -> None:
    made = sent(Text.of(Link(text="that", url=url)))
    assert [one["type"] for one in elements(made)] == ["text"]


@each("user", ["workspace:local:priya", "slack:T1:priya", "slack:U0123ABCD", "teams:T1:U0123ABCD"])
def test_whoever_is_not_on_slack_is_named(user: str) -> None:
    made = sent(Text.of(Mention(user=user, name="Priya")))
    assert lines(made) == ["@Priya"]
    assert made.text == "@Priya"


def test_facts_have_a_line_each_with_their_evidence_in_italics() -> None:
    pairs = (("Request", ("Delete", "  “delete all”")), ("Owner", (PRIYA,)), ("Ticket", (" ",)))
    assert lines(sent(Facts(pairs=pairs))) == ["*Request: *Delete_  “delete all”_", "*Owner: *user", "*Ticket: *–"]


def test_a_table_has_a_line_for_each_row() -> None:
    rows = ((("Delete",), ("received",), ("",)), ((Bold(text="Send a copy"),), (PRIYA, "?"), ("7 Apr",)))
    assert lines(sent(Table(head=("Request", "Status", "Due"), rows=rows))) == [
        "*Request* · *Status* · *Due*",
        "*Delete* · received · –",
        "*Send a copy* · user? · 7 Apr",
    ]


def test_a_quote_says_whose_words_it_holds() -> None:
    assert lines(sent(Quote(text="delete me", source="Ana"))) == ["> delete me", "_– Ana_"]


def test_small_text_is_small_unless_it_means_something() -> None:
    made = sent(Text.of("by the way", small=True), Text.of("by ", Bold(text="the"), " way", small=True))
    assert kinds(made) == ["context", "rich_text"]
    assert made.blocks[0]["elements"] == [{"type": "plain_text", "text": "by the way", "emoji": False}]


def test_a_heading_stands_close_to_what_it_heads() -> None:
    made = sent("First.", Text.of(Bold(text="The message")), Quote(text="delete me"), "Last.")
    assert [len(block["elements"]) for block in made.blocks] == [1, 2, 1]


def test_buttons_are_counted_through_and_say_whether_a_form_follows() -> None:
    take = Button.of("Take it", Take(case="DSR-2026-0042"), "primary")
    close = Button.of("Close …", Close(case="DSR-2026-0042"))
    made = sent(Actions.of(take, close), "Or:", Actions.of(close))
    buttons = [*made.blocks[0]["elements"], *made.blocks[2]["elements"]]
    assert [button["action_id"] for button in buttons] == ["press.0", "form.1", "form.2"]
    assert [button["value"] for button in buttons] == [take.payload, close.payload, close.payload]
    assert [button.get("style") for button in buttons] == ["primary", None, None]
    assert [block["block_id"] for block in made.blocks] == ["b0", "b1", "b2"]


def test_whatever_was_written_stays_text() -> None:
    words = "<!channel> <@U1> *bold* :smile: &amp; https://x.example"
    made = sent(Text.of(words), Quote(text=words))
    assert [one["text"] for block in range(2) for one in elements(made, block)] == [words, words]
    escaped = "&lt;!channel&gt; &lt;@U1&gt; *bold* :smile: &amp;amp; https://x.example"
    assert made.text == f"{escaped}\n“{escaped}”"


def test_control_characters_are_visible() -> None:
    assert lines(sent(Quote(text="a\x00b\r\nc\td\x1b[31m"))) == ["> a\ufffdb\nc\td\ufffd[31m"]


@each("card", [Card(), Card.of(""), Card.of(Facts(pairs=())), Card(title=" \n"), Card.of(" \n ")])
def test_an_empty_card_is_still_a_message(card: Card) -> None:
    assert (checked(card).text, lines(checked(card))) == ("–", ["–"])


def test_a_card_of_buttons_alone_names_them_in_its_text() -> None:
    assert sent(Actions.of(Button(label="A & B", payload="x"))).text == "[A &amp; B]"


def test_the_other_cards_of_the_product() -> None:
    talk = Talk()
    talk.asks("help")
    assert len(lines(checked(*talk.said))) == 5
    mail = "Please delete everything you hold about me, at once. Ana Diaz, ana@x.example"
    for words in ("Hello", mail, "Madrid", "status", "cancel"):
        talk.says(words)
        assert talk.said
        for card in talk.said:
            checked(card)


# -- at the limits ----------------------------------------------------------------------------------------------------


def test_a_long_quote_is_whole_in_several_blocks() -> None:
    words = "word " * 1600
    made = sent(Quote(text=words, source="Ana"))
    assert len(made.blocks) == 4
    assert "".join(line.removeprefix("> ") for line in lines(made)[:-1]) == words
    assert lines(made)[-1] == "_– Ana_"


def test_a_longer_one_is_shortened_visibly() -> None:
    made = sent("Before.", Quote(text="word " * 20_000), "After.")
    shown = lines(made)
    assert shown[0] == "Before." and shown[-1] == "After."
    assert shown[-3].endswith("…") and shown[-2] == f"_{SHORTENED}_"
    assert sum(map(len, shown)) > 10_000


def test_short_words_stay_whole_beside_long_ones() -> None:
    made = sent(Facts.of(("Name", "Ana Diaz")), Quote(text="x" * 50_000), Quote(text="please be quick"))
    assert lines(made)[0] == "*Name: *Ana Diaz" and lines(made)[-1] == "> please be quick"


def test_long_values_cells_and_links_are_shortened() -> None:
    far = Link(text="y" * 5000, url="https://x.example")
    made = sent(Facts.of(("Name", "x" * 5000)), Table(head=("A", "B"), rows=((("z" * 5000,), (far,)),)), Text.of(far))
    fact, _head, row, line = lines(made)
    assert fact.endswith("x…") and len(fact) < 1600
    assert row.startswith("*zzz") and "z…* · yyy" in row and row.endswith("y…")
    assert line.endswith("y…") and len(line) <= 300


def test_a_full_card_has_no_more_blocks_than_slack_takes() -> None:
    words = [Quote(text=("word " * 100)[:300]) for _number in range(22)]
    mixed: list[Block] = [block for quote in words for block in (quote, Text.of("small", small=True))]
    made = sent(*mixed, Quote(text="x" * 50_000), title="Many", tone="urgent")
    assert len(made.blocks) <= 50
    actions = Actions.of(Button(label="x", payload="x"))
    both: list[Block] = [actions, Quote(text="x" * 3000)]
    assert len(sent(*both * 22, actions, title="Many").blocks) <= 50


def test_what_is_too_much_is_left_out_from_the_end() -> None:
    take = Actions.of(Button(label="Take it", payload="x"))
    rows = tuple(((f"DSR-{number}",), ("x" * 20,)) for number in range(900))
    made = sent("First.", Table(head=("Case", "What"), rows=rows), "After.", take, title="Many")
    shown = lines(made)
    assert shown[:2] == ["First.", "*Case* · *What*"]
    cases = [line.split(" · ")[0] for line in shown[2:]]
    assert cases == [f"*DSR-{number}*" for number in range(len(cases))] and len(cases) > 50
    assert made.blocks[-2]["elements"][0]["text"] == REST
    assert [one["value"] for one in made.blocks[-1]["elements"]] == ["x"]
    assert kinds(sent(*["x" * 2700] * 5)) == [*["rich_text"] * 4, "context"]


def test_a_title_with_its_mark_fits() -> None:
    made = sent(title="x" * 150, tone="urgent")
    assert made.blocks[0]["text"]["text"] == "🔴 " + "x" * 147 + "…"


def test_the_plain_text_is_cut_between_escapes() -> None:
    for shift in range(6):
        text = sent(Quote(text="x" * shift + "&" * 3000)).text
        assert len(text) <= 3000 and text.endswith("&amp;…")
    mentions = sent(Facts(pairs=(("To", (PRIYA,) * 400),))).text
    assert mentions.endswith("<@U0123ABCD>…")
    assert len(sent(Quote(text="日" * 3000)).text.encode()) <= 3900


@each(
    "card",
    [
        Card.of("x" * 3001),
        Card.of(Facts.of(("x" * 301, "y"))),
        Card.of(Table(head=("x" * 301,), rows=())),
    ],
)
def test_what_we_wrote_ourselves_must_fit(card: Card) -> None:
    with pytest.raises(ValueError, match=r"characters"):
        message(card)
