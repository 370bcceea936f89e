"""Cards and forms as HTML: whatever somebody writes stays text."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from adapters.web.people import PEOPLE
from adapters.web.render import Viewer, card, message
from adapters.web.render_form import form
from adapters.web.store import Body, Message
from bot.conversation.action import Action
from bot.conversation.card import (
    Actions,
    Block,
    Bold,
    Button,
    Card,
    Facts,
    Inline,
    Link,
    Mention,
    Moment,
    Quote,
    Table,
    Text,
)
from bot.conversation.form import Choice, ChoiceField, DateField, Form, TextField
from bot.wording import speaking
from tests.lines import each

PRIYA = Viewer(PEOPLE["priya"], "workspace:local:priya")
NOON = datetime(2026, 3, 9, 11, 0, tzinfo=UTC)

# what breaks out of texts, attributes, comments and scripts elsewhere, mixed with anything else
hostile = st.one_of(
    st.sampled_from(
        [
            "<script>alert(1)</script>",
            '"><img src=x onerror=alert(1)>',
            "' onmouseover='alert(1)",
            "</textarea><svg onload=alert(1)>",
            "</template></dialog></article>",
            "<!-- --><![CDATA[",
            "&lt;b&gt; &amp;amp; &#x3c;",
            "\u202e\u2028 \x0b{{7*7}} ${x}",
        ]
    ),
    st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60),
)
lines = st.lists(
    st.one_of(
        hostile,
        hostile.map(lambda text: Bold(text=text)),
        st.builds(Link, text=hostile, url=hostile),
        st.builds(Mention, user=hostile, name=hostile),
        st.just(Moment(at=NOON)),
    ),
    min_size=1,
    max_size=3,
).map(tuple)
blocks: st.SearchStrategy[Block] = st.one_of(
    lines.map(lambda line: Text(parts=line)),
    st.lists(st.tuples(hostile, lines), max_size=3).map(lambda pairs: Facts(pairs=tuple(pairs))),
    st.builds(Quote, text=hostile, source=hostile),
    st.builds(lambda head, row: Table(head=(head,), rows=((row,),)), hostile, lines),
    hostile.filter(bool).map(lambda label: Actions.of(Button(label=label, payload=label))),
)
cards = st.builds(
    lambda title, parts: Card(title=title, blocks=tuple(parts)), hostile, st.lists(blocks, min_size=1, max_size=4)
)

OURS = {
    *("div", "h2", "h3", "p", "strong", "a", "span", "time", "dl", "dt", "dd", "q", "figure", "blockquote", "b"),
    *("figcaption", "details", "summary", "table", "thead", "tbody", "tr", "th", "td", "button", "article", "header"),
    *("form", "label", "input", "textarea", "select", "option", "fieldset", "legend"),
}


def tree(html: str) -> LexborHTMLParser:
    return LexborHTMLParser(f"<!doctype html><html><head></head><body>{html}</body></html>")


def assert_ours_alone(html: str) -> None:
    """Only our own elements, no handlers or styles, and links that lead somewhere harmless."""
    body = tree(html).body
    assert body is not None
    for node in body.css("body *"):
        assert node.tag in OURS
        for name, value in node.attributes.items():
            assert not name.startswith("on")
            assert name not in ("style", "src", "action", "formaction", "srcdoc")
            if name == "href":
                assert (value or "").lower().startswith(("http:", "https:", "mailto:"))


@given(cards)
def test_no_card_can_bring_in_an_element_or_a_handler(shown: Card) -> None:
    assert_ours_alone(card(shown, PRIYA))


@given(hostile.filter(lambda text: bool(text.strip())), st.lists(hostile, max_size=2))
def test_a_persons_words_and_files_stay_words(text: str, files: list[str]) -> None:
    shown = Message(7, 7, "@priya", None, "emma", NOON, Body.said(text, files))
    html = message(shown, PRIYA)
    assert_ours_alone(html)
    words = tree(html).css_first(".words")
    assert words is not None
    assert words.text(deep=True) == text


@given(hostile, hostile.filter(bool))
def test_a_form_keeps_values_whatever_is_in_them(value: str, label: str) -> None:
    shown = Form(
        title="Correct",
        payload=value,
        submit="Save",
        fields=(
            TextField(name=label, label=label, value=value, hint=value),
            TextField(name="long", label=label, value=value, long=True),
            ChoiceField(name="one", label=label, choices=tuple(Choice(value=value, label=label) for _ in range(8))),
            ChoiceField(name="some", label=label, choices=(Choice(value=value, label=label),), several=True),
        ),
    )
    html = form(shown, PRIYA)
    assert_ours_alone(html)
    parsed = tree(html)
    field, text = parsed.css_first("input[type=text]"), parsed.css_first("textarea")
    assert field is not None and text is not None
    assert field.attributes["value"] == value
    assert field.attributes["name"] == label
    assert text.text(deep=True) == value


@each("url", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "/clock", "http://[", ""])
def test_a_link_that_leads_nowhere_good_is_only_text(url: str) -> None:
    html = card(Card.of(Text.of(Link(text="Ticket", url=url))), PRIYA)
    assert "<a" not in html
    assert "Ticket" in html


def test_a_link_opens_beside_the_page_and_tells_it_nothing() -> None:
    html = card(Card.of(Text.of(Link(text="Ticket", url="https://tickets.example/1?a=1&b=2"))), PRIYA)
    assert 'href="https://tickets.example/1?a=1&amp;b=2" target="_blank" rel="noopener noreferrer"' in html


def test_the_one_thing_that_counts_stands_out() -> None:
    html = card(Card.of(Facts(pairs=(("Days left", (Bold(text="5"),)), ("Owner", ("Priya",))))), PRIYA)
    keys = [node.text() for node in tree(html).css(".key dt")]
    assert keys == ["Days left"]


def test_words_behind_a_fact_stand_below_it() -> None:
    html = card(Card.of(Facts(pairs=(("Wants", ("Delete", "  “erase the lot”")),))), PRIYA)
    evidence = tree(html).css_first("dd > q")
    assert evidence is not None
    assert evidence.text() == "erase the lot"


@each(("user", "stands_out"), [("workspace:local:priya", True), ("workspace:local:emma", False)])
def test_a_mention_of_the_viewer_stands_out(user: str, stands_out: bool) -> None:
    html = card(Card.of(Text.of(Mention(user=user, name="Somebody"))), PRIYA)
    assert bool(tree(html).css_first(".mention.me")) is stands_out


def test_moments_are_told_in_the_viewers_zone_and_language() -> None:
    shown: Inline = Moment(at=NOON)
    with speaking("nl"):
        assert ">9 mrt 2026, 12:00<" in card(Card.of(Text.of(shown)), PRIYA)


def test_long_words_fold_away_whole() -> None:
    html = card(Card.of(Quote(text="so many words " * 200)), PRIYA)
    folded = tree(html).css_first("details.long > p.words")
    assert folded is not None
    assert folded.text() == "so many words " * 200


def test_a_form_names_its_fields_for_everybody() -> None:
    shown = Form(
        title="Extend",
        payload="x",
        submit="Extend",
        fields=(
            TextField(name="reason", label="Reason", hint="In your words"),
            ChoiceField(name="why", label="Why?", choices=(Choice(value="a", label="Complex"),), value=("a",)),
            DateField(name="told", label="Told on", value=date(2026, 3, 9), required=False),
        ),
    )
    parsed = tree(form(shown, PRIYA))
    for control in parsed.css("input[type=text], input[type=date]"):
        assert parsed.css_first(f'label[for="{control.attributes["id"]}"]') is not None
        for described in (control.attributes["aria-describedby"] or "").split():
            assert parsed.css_first(f"#{described}") is not None
    legend, chosen = parsed.css_first("fieldset > legend"), parsed.css_first("input[type=radio]")
    assert legend is not None and legend.text() == "Why?"
    assert chosen is not None and "checked" in chosen.attributes
    told = parsed.css_first("[data-field=told]")
    assert told is not None and "data-missing" not in told.attributes  # may stay empty


class _Opens(Action, name="test.opens", opens_form=True):
    """Opens a form."""


def test_a_button_says_before_it_is_pressed_that_a_dialog_opens() -> None:
    html = card(Card.of(Actions.of(Button.of("Extend …", _Opens(), "primary"))), PRIYA)
    button = tree(html).css_first("button.primary")
    assert button is not None
    assert button.attributes["aria-haspopup"] == "dialog"
    assert button.attributes["data-payload"] == _Opens().encoded()


def test_what_is_only_shown_has_nothing_to_cancel() -> None:
    shown = Form(title="DSR-2026-0042", payload="x", submit="Done", intro=Card.of("Name: Ana").blocks, fields=())
    assert [button.text() for button in tree(form(shown, PRIYA)).css("button")] == ["Done"]


def test_a_reference_in_a_table_stands_on_one_line() -> None:
    table = Table(head=("Case", "They ask"), rows=((("DSR-2026-0042",), ("Delete",)),))
    kept = tree(card(Card.of(table), PRIYA)).css("td.reference")
    assert [cell.text() for cell in kept] == ["DSR-2026-0042"]
