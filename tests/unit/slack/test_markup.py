"""What somebody typed in Slack, as the plain words that they saw."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from adapters.slack.markup import plain, words
from tests.lines import each
from tests.slack_kit.markup import marked_up, rich_text, typed


@each(
    ("text", "seen"),
    [
        ("a &amp; b &lt;c&gt;", "a & b <c>"),
        ("&amp;lt;", "&lt;"),
        ("<mailto:ana@x.example|ana@x.example>", "ana@x.example"),
        ("<mailto:ana@x.example|Ana Diaz>", "Ana Diaz <ana@x.example>"),
        ("<tel:+34911|+34911>", "+34911"),
        ("<https://x.example/a?b=1&amp;c=2>", "https://x.example/a?b=1&c=2"),
        ("<http://x.example|x.example>", "http://x.example"),
        ("<https://x.example/t/4711|ticket 4711>", "ticket 4711 (https://x.example/t/4711)"),
        ("<#C012|general> <#C012>", "#general #C012"),
        ("<!here> <!subteam^S1|@support> <!subteam^S1>", "@here @support @subteam"),
        ("<!date^1392734382^{date_short}|18 Feb 2014>", "18 Feb 2014"),
        ("<@U0BOT> please log this", "please log this"),
        ("<@U0BOT|privacydesk> please", "please"),
        ("<@U1> said so", "<@U1> said so"),
        ("Ana <ana@x.example>", "Ana <ana@x.example>"),
        ("a < b > c <b|d>", "a < b > c <b|d>"),
        ("<>", "<>"),
        ("*bold* _it_ ~no~ `code`", "*bold* _it_ ~no~ `code`"),
        ("  spaces \n", "spaces"),
    ],
)
def test_markup_reads_as_it_was_seen(text: str, seen: str) -> None:
    assert plain(text, bot="U0BOT") == seen


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_whatever_is_typed_is_read_as_it_was_typed(said: str) -> None:
    assert words(typed(said)) == plain(marked_up(said)) == said.strip()


@given(st.text(max_size=300))
def test_no_text_breaks_it(text: str) -> None:
    words({"text": text})


def test_blocks_are_read_where_there_is_no_text() -> None:
    assert words({"text": "", "blocks": rich_text("Please delete ana@x.example", "a")}) == "Please delete ana@x.example"


def test_every_kind_of_block_is_read() -> None:
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": "one"}]}
    blocks: list[dict[str, Any]] = [
        {"type": "header", "text": {"type": "plain_text", "text": "New form &amp;"}},
        {"type": "section", "text": {"type": "mrkdwn", "text": "<mailto:a@x.example|a@x.example> &amp; co"}},
        {"type": "section", "fields": [{"type": "mrkdwn", "text": "*Name*"}, {"type": "plain_text", "text": "Ana"}]},
        {"type": "context", "elements": [{"type": "mrkdwn", "text": "from the web"}]},
        {"type": "rich_text", "elements": [{"type": "rich_text_list", "elements": [section, section]}]},
        {"type": "divider"},
        {"type": "image", "alt_text": "a picture"},
    ]
    said = words({"blocks": blocks})
    for part in ("New form &amp;", "a@x.example & co", "*Name*", "Ana", "from the web", "one\none"):
        assert part in said


def test_what_apps_hang_below_a_message_belongs_to_it() -> None:
    hung = {
        "pretext": "New ticket",
        "title": "4711",
        "text": "Please delete me &amp; mine",
        "fields": [{"title": "From", "value": "ana@x.example"}],
        "fallback": "not this",
    }
    assert words({"text": "See:", "attachments": [hung]}) == (
        "See:\n\nNew ticket\n4711\nPlease delete me & mine\nFrom: ana@x.example"
    )
    assert words({"attachments": [{"fallback": "only this"}]}) == "only this"


def test_what_hangs_below_a_message_and_stands_in_it_already_is_read_once() -> None:
    said = "Please delete my account"
    assert words({"text": f"A customer wrote: {said}", "attachments": [{"text": said}]}) == f"A customer wrote: {said}"


@each(
    "message",
    [
        {"text": None, "blocks": None, "attachments": None},
        {"text": 7, "blocks": "text", "attachments": {"text": "x"}},
        {"blocks": [None, 1, "a", [], {"type": "section"}, {"type": "section", "text": 4, "elements": "x"}]},
        {"attachments": [None, {"text": 3, "fields": [None, {"title": None}]}, {"blocks": [{"elements": [[[[]]]]}]}]},
    ],
)
def test_odd_messages_are_read_as_far_as_they_can_be(message: dict[str, Any]) -> None:
    assert isinstance(words(message), str)


def test_halves_of_characters_are_replaced() -> None:
    assert words({"text": "cut \ud83d"}) == "cut �"
    assert words({"text": "whole \U0001f600"}) == "whole \U0001f600"
