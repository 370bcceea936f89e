"""Whatever a card or a form holds, Teams takes it, and nobody's words turn into a mention, a link or a format."""

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from adapters.teams.render.cards import choices, drawn
from adapters.teams.render.forms import dialog, filled, inline
from bot.cases.snapshot import CaseView
from bot.cases.views import case_card, more_card
from bot.conversation.card import Bold, Card, Facts, Mention, Quote, Table, Text
from bot.conversation.form import ChoiceField, Form
from bot.wording import LANGUAGES, speaking
from flows.home import colleague_home, team_home
from tests.conftest import examples
from tests.property.shown import cards, crowded, forms, heaped, theirs, titles
from tests.property.test_views import cases, days
from tests.teams_kit.adaptive import Where, problems
from tests.teams_kit.cards import inputs, walk
from tests.teams_kit.official import faults
from tests.transcripts.talk import POLICY

SOME = examples(30)
FEW = examples(12)  # cases are slow to draw


def wrong(content: dict[str, Any], where: Where) -> list[str]:
    """What Teams, or the schema of Adaptive Cards itself, does not take."""
    return [*problems(content, where=where), *faults(content)]


def pressable(content: dict[str, object]) -> list[str]:
    """The payloads of the buttons, without the one for clients that know no dialogs."""
    actions = [part for part in walk(content) if str(part.get("type")).startswith("Action.")]
    return [one["data"]["payload"] for one in actions if one.get("verb") != "forms"]


def bare(card: Card) -> Card:
    """Its buttons and no more than one line: what somebody has to write shorter when even that does not fit."""
    return card.model_copy(update={"blocks": (Text.of("x" * 200), *(b for b in card.blocks if b.kind == "actions"))})


def fits(card: Card, *, channel: bool, dialogs: bool, notice: Card | None) -> bool:
    try:
        drawn(card, channel=channel, dialogs=dialogs, notice=notice)
    except ValueError:
        return False
    return True


@SOME
@given(card=cards | crowded | heaped, channel=st.booleans(), dialogs=st.booleans(), notice=st.none() | cards | crowded)
def test_any_card_is_taken_with_all_its_buttons(card: Card, channel: bool, dialogs: bool, notice: Card | None) -> None:
    buttons = (*card.buttons(), *(notice.buttons() if notice else ()))
    assume(fits(bare(card), channel=channel, dialogs=dialogs, notice=bare(notice) if notice else None))
    found = drawn(card, channel=channel, dialogs=dialogs, notice=notice)
    assert wrong(found.content, "channel" if channel else "chat") == []
    assert sorted(pressable(found.content)) == sorted(button.payload for button in buttons)
    assert found.summary.strip()
    assert "\n" not in found.summary


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
    content = drawn(card, channel=True).content
    kinds = {str(part["type"]) for part in walk(content) if "type" in part}
    assert kinds <= {
        *("AdaptiveCard", "Container", "RichTextBlock", "TextRun", "ColumnSet", "Column"),
        *("Table", "TableRow", "TableCell"),
    }
    assert "entities" not in content["msteams"]


@SOME
@given(words=theirs, name=theirs)
def test_words_beside_a_mention_are_escaped(words: str, name: str) -> None:
    card = Card.of(Text.of(words[:2000], Mention(user="teams:t:priya", name=name), words[:2000]))
    content = drawn(card, channel=True).content
    assert problems(content, where="channel") == []
    (mention,) = content["msteams"]["entities"]
    assert mention["mentioned"]["id"] == "priya"
    texts = [str(part["text"]) for part in walk(content) if part.get("type") == "TextBlock"]
    assert sum(text.count("<") for text in texts) == 2, "the mention's own"
    for text in texts:
        unescaped = re.sub(r"\\.", "", text.replace(mention["text"], ""))
        assert not set("*_[]`#") & set(unescaped)


@SOME
@given(words=st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=3000).filter(str.strip))
def test_what_fits_is_shown_whole(words: str) -> None:
    assume("{{" not in words)
    runs = [part["text"] for part in walk(drawn(Card.of(Quote(text=words)), channel=False).content) if "text" in part]
    assert "".join(runs) == words or len(words.encode()) > 8000


@SOME
@given(form=forms)
def test_any_form_is_taken_and_its_values_come_back(form: Form) -> None:
    commas = any(
        "," in choice.value for field in form.fields if isinstance(field, ChoiceField) for choice in field.choices
    )
    if commas:
        with pytest.raises(ValueError, match="comma"):
            dialog(form, opened="o", once="1")
        return
    try:
        inside = inline(form, opened="o", once="1")
    except ValueError as trouble:
        assert "however much is left out" in str(trouble)
        return
    outside = dialog(form, opened="o", once="1", errors={"": "No.", "gone": "Not that."})
    assert wrong(outside, "dialog") == []
    assert wrong(inside, "chat") == []
    if form.fields:
        data = next(p["data"] for p in walk(outside) if p.get("type") == "Action.Submit")
        assert data["payload"] == form.payload
        values = {id: field.get("value", "") for id, field in inputs(outside).items()}
        back = filled({**data, **values})
        assert back.keys() == {field.name for field in form.fields}
        again = dialog(form, opened="o", once="1", values=back)
        assert {id: field.get("value") for id, field in inputs(again).items()} == {
            id: field.get("value") for id, field in inputs(outside).items()
        }


@given(
    st.dictionaries(
        st.sampled_from(["fields", "f.a", "payload"]),
        st.none()
        | st.text()
        | st.dictionaries(st.text(max_size=3), st.none() | st.text(max_size=8) | st.lists(st.integers()), max_size=3),
    )
)
def test_strange_values_are_read(data: dict[str, object]) -> None:
    filled(data)


@FEW
@given(
    case=cases(),
    others=st.lists(cases(), max_size=7),
    today=days,
    language=st.sampled_from(LANGUAGES),
    speaker=st.sampled_from(["workspace:local:priya", "teams:T1:U1"]),
)
def test_every_card_of_a_case_and_every_home_is_taken(
    case: CaseView, others: list[CaseView], today: date, language: str, speaker: str
) -> None:
    with speaking(language):
        shown, more = case_card(case, POLICY, today=today), more_card(case, may_pause=True)
        content = drawn(shown, channel=True, notice=more).content
        assert wrong(content, "channel") == []
        assert pressable(content) == [button.payload for card in (shown, more) for button in card.buttons()]
        forms = [(button.label, button.payload) for button in shown.buttons() if button.opens_form]
        assert problems(choices(forms), where="channel") == [] if forms else True
        for card in (team_home([case, *others], others, speaker, today), colleague_home(others)):
            assert problems(drawn(card, channel=False).content, where="chat") == []
