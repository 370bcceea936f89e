"""Whatever a card or a form holds, Slack takes it, and nobody's words turn into a mention, a link or a format."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from adapters.slack.render.blocks import Message, message
from adapters.slack.render.views import errors_for, home, modal, values_of
from bot.cases.snapshot import CaseView
from bot.cases.views import case_card, more_card
from bot.conversation.card import Bold, Card, Facts, Quote, Table, Text
from bot.conversation.form import ChoiceField, Form
from bot.wording import LANGUAGES, speaking
from flows.home import colleague_home, team_home
from tests.conftest import examples
from tests.property.shown import cards, crowded, forms, heaped, theirs, titles
from tests.property.test_views import cases, days
from tests.slack_kit.block_kit import faults_of_message, faults_of_view
from tests.transcripts.talk import POLICY

SOME = examples(60)
FEW = examples(20)  # cases are slow to draw


def check(sent: Message) -> None:
    assert faults_of_message({"text": sent.text, "blocks": sent.blocks}) == []
    assert len(sent.text) <= 3000 and len(sent.text.encode()) <= 3900
    rest = re.sub(r"<@U0123ABCD>|&(amp|lt|gt);", "", sent.text)
    assert not set("<>&") & set(rest)


def inside(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in a message or a view."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from inside(one)


def pressed(shown: list[dict[str, Any]]) -> list[tuple[str, bool]]:
    found = [one for one in inside(shown) if one.get("type") == "button"]
    assert [one["action_id"] for one in found] == [
        f"{one['action_id'].split('.')[0]}.{number}" for number, one in enumerate(found)
    ]
    return [(one.get("value", ""), one["action_id"].startswith("form.")) for one in found]


@SOME
@given(card=cards | crowded | heaped)
def test_any_card_is_a_valid_message_and_a_valid_home(card: Card) -> None:
    sent = message(card)
    check(sent)
    page = home(card)
    assert faults_of_view(page) == []
    wanted = [(button.payload, button.opens_form) for button in card.buttons()]
    assert pressed(sent.blocks) == wanted
    assert pressed(page["blocks"]) == wanted


@SOME
@given(words=theirs, title=titles)
def test_words_are_never_more_than_words(words: str, title: str) -> None:
    card = Card(
        title=title,
        blocks=(
            Text.of(words[:2000]),
            Text.of(words[:2000], small=True),
            Facts.of(("Name", words)),
            Quote(text=words, source=words),
            Table(head=("A", "B"), rows=(((words,), (Bold(text=words),)),)),
        ),
    )
    sent = message(card)
    check(sent)
    assert "<@" not in sent.text
    kinds = {one["type"] for one in inside(sent.blocks) if "type" in one}
    assert kinds <= {"header", "plain_text", "context", "rich_text", "rich_text_section", "rich_text_quote", "text"}


@SOME
@given(words=st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=4000).filter(str.strip))
def test_what_fits_is_shown_whole(words: str) -> None:
    sent = message(Card.of(Quote(text=words)))
    assert "".join(one["text"] for one in inside(sent.blocks) if one.get("type") == "text") == words


@SOME
@given(form=forms)
def test_any_form_is_a_valid_modal_and_its_values_come_back(form: Form) -> None:
    view = modal(form)
    assert faults_of_view(view) == []
    assert view["private_metadata"] == form.payload
    empty = {
        block["block_id"]: {"value": {"type": block["element"]["type"]}}
        for block in view["blocks"]
        if "element" in block
    }
    values = values_of({**view, "state": {"values": empty}})
    assert values == values_of(view)
    assert values.keys() == {field.name for field in form.fields}
    for field in form.fields:
        assert values[field.name] == ([] if isinstance(field, ChoiceField) and field.several else "")
    answer = errors_for({"": "No.", "gone": "Not that."}, view)
    assert faults_of_view(answer["view"]) == [] if not form.fields else answer["errors"].keys() <= values.keys()


@FEW
@given(
    case=cases(),
    others=st.lists(cases(), max_size=7),
    today=days,
    language=st.sampled_from(LANGUAGES),
    speaker=st.sampled_from(["workspace:local:priya", "slack:T1:U1"]),
)
def test_every_card_of_a_case_and_every_home_page_is_taken(
    case: CaseView, others: list[CaseView], today: date, language: str, speaker: str
) -> None:
    with speaking(language):
        for card in (case_card(case, POLICY, today=today), more_card(case, may_pause=True)):
            check(message(card))
            assert pressed(message(card).blocks) == [(b.payload, b.opens_form) for b in card.buttons()]
        for card in (team_home([case, *others], others, speaker, today), colleague_home(others)):
            assert faults_of_view(home(card)) == []
            check(message(card))
