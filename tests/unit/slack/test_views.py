"""Forms as modals, what comes back from them, notices and the home page."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from adapters.slack.render.views import errors_for, home, modal, notice, values_of
from bot.cases.actions import ShowDetails
from bot.cases.snapshot import PauseView
from bot.cases.views import details_blocks
from bot.cases.words import Status
from bot.conversation.action import CaseAction
from bot.conversation.card import Card, Quote, Text
from bot.conversation.form import Choice, ChoiceField, DateField, Form, FormField, TextField
from bot.law.words import ClockStatus, PauseReason
from bot.rights import Right
from bot.wording import LANGUAGES
from flows.home import colleague_home, team_home
from flows.triage import HANDLERS
from tests.cases import DETAILS, TODAY, a_case, a_request
from tests.lines import each
from tests.slack_kit.block_kit import faults_of_view
from tests.transcripts.at_the_card import CALIFORNIA, NOW, AtTheCard
from tests.transcripts.talk import colleague


def shown(*fields: FormField, intro: tuple[Any, ...] = (), metadata: str = "") -> dict[str, Any]:
    """A form as a modal, after a strict look at it."""
    form = Form(title="DSR-2026-0042", fields=fields, payload="payload", submit="Save", intro=intro)
    view = modal(form, metadata=metadata)
    assert faults_of_view(view) == []
    return view


def choice(few: int, *, several: bool = False, value: tuple[str, ...] = ()) -> ChoiceField:
    choices = tuple(Choice(value=f"v{number}", label=f"Choice {number}") for number in range(few))
    return ChoiceField(name="which", label="Which?", choices=choices, several=several, value=value)


def element(field: FormField) -> dict[str, Any]:
    found: dict[str, Any] = shown(field)["blocks"][-1]["element"]
    return found


def filled(view: dict[str, Any], **elements: dict[str, Any]) -> dict[str, Any]:
    """The view as Slack sends it back."""
    values = {name: {"value": {"type": "plain_text_input", **inner}} for name, inner in elements.items()}
    return {**view, "state": {"values": values}}


# -- modals -----------------------------------------------------------------------------------------------------------


def test_a_form_as_a_modal() -> None:
    field = TextField(name="reason", label="Why?", hint="The requester sees it.", required=False)
    view = shown(field, intro=(Text.of("Please say why."),))
    assert [view[name]["text"] for name in ("title", "submit", "close")] == ["DSR-2026-0042", "Save", "Cancel"]
    assert (view["type"], view["callback_id"], view["private_metadata"]) == ("modal", "form", "payload")
    assert [block["type"] for block in view["blocks"]] == ["rich_text", "input"]
    assert view["blocks"][1] == {
        "type": "input",
        "block_id": "reason",
        "label": {"type": "plain_text", "text": "Why?", "emoji": False},
        "hint": {"type": "plain_text", "text": "The requester sees it.", "emoji": False},
        "element": {"type": "plain_text_input", "action_id": "value", "multiline": False, "max_length": 1000},
        "optional": True,
    }


def test_what_comes_back_can_be_more_than_the_payload() -> None:
    assert shown(metadata="from b1")["private_metadata"] == "from b1"
    with pytest.raises(ValueError, match="3001 characters"):
        shown(metadata="x" * 3001)


def test_texts_are_filled_in_as_far_as_they_may_go() -> None:
    assert element(TextField(name="x", label="X", value="y" * 600, max_length=500))["initial_value"] == "y" * 500
    assert "initial_value" not in element(TextField(name="x", label="X", value=" "))
    assert element(TextField(name="x", label="X", long=True))["multiline"] is True
    assert element(TextField(name="x", label="X", value="two\nlines"))["multiline"] is True


@each(
    ("few", "several", "kind", "initial"),
    [
        (10, False, "radio_buttons", "initial_option"),
        (11, False, "static_select", "initial_option"),
        (10, True, "checkboxes", "initial_options"),
        (11, True, "multi_static_select", "initial_options"),
    ],
)
def test_choices_are_drawn_by_their_number(few: int, several: bool, kind: str, initial: str) -> None:
    drawn = element(choice(few, several=several, value=("v1", "gone", "v3")))
    assert drawn["type"] == kind
    options = [drawn["options"][1], drawn["options"][3]]
    assert drawn[initial] == (options if several else options[0])
    assert initial not in element(choice(few, several=several, value=("gone",)))
    assert initial not in element(choice(few, several=several))


def test_dates_are_filled_in() -> None:
    assert element(DateField(name="on", label="When?", value=date(2026, 3, 24)))["initial_date"] == "2026-03-24"
    assert "initial_date" not in element(DateField(name="on", label="When?"))


def test_a_form_without_fields_is_read_and_closed() -> None:
    view = shown()
    assert view["close"]["text"] == "Save" and "submit" not in view and len(view["blocks"]) == 1


def test_fields_and_blocks_never_share_an_id() -> None:
    view = shown(TextField(name="b0", label="X"), intro=(Text.of("One."), Text.of("Two.")))
    assert [block["block_id"] for block in view["blocks"]] == ["b1", "b2", "b0"]
    with pytest.raises(ValueError, match="one name"):
        shown(TextField(name="x", label="X"), TextField(name="x", label="Y"))


@each("name", ["", "x" * 256])
def test_a_field_needs_a_name_that_fits(name: str) -> None:
    with pytest.raises(ValueError, match="name"):
        shown(TextField(name=name, label="X"))


def test_a_whole_mail_is_shown_as_far_as_a_view_holds_it() -> None:
    blocks = details_blocks(a_case(), replace(DETAILS, text="Please delete it. " * 6000))
    view = shown(intro=blocks)
    words = [one["text"] for block in view["blocks"] for line in block["elements"] for one in line.get("elements", [])]
    assert 50_000 < sum(map(len, words)) < 60_000
    assert "Shortened here: the text is too long to be shown whole." in words
    assert "delete all personal data" in words
    many = shown(intro=tuple(Quote(text=f"words {number}") for number in range(150)))
    assert len(many["blocks"]) <= 100


@each("language", LANGUAGES)
@each("action", [kind for kind in HANDLERS.pressed if kind.opens_form])
def test_every_form_of_the_team_is_a_valid_modal(action: type[CaseAction], language: str) -> None:
    pause = PauseView(PauseReason.IDENTITY, date(2026, 3, 10), None)
    paused = a_request(Right.PORTABILITY, pauses=(pause,), clock=ClockStatus.PAUSED, due=None)
    done = a_request(Right.COMPLAINT, status=Status.FULFILLED, outcome=Status.FULFILLED, closed_at=NOW)
    case = a_case(a_request(), CALIFORNIA, paused, done, regimes=("eu_gdpr", "us_ca"))
    talk = AtTheCard(case, speaker=colleague("Priya Nair", language=language))
    talk.reaches_for(action)
    assert talk.form is not None
    view = modal(talk.form)
    assert faults_of_view(view) == []
    assert values_of(view).keys() == {field.name for field in talk.form.fields}
    if action is ShowDetails:
        assert "ana@x.example" in str(view["blocks"])


# -- what comes back --------------------------------------------------------------------------------------------------


def test_values_come_back_as_the_desk_reads_them() -> None:
    view = filled(
        {"blocks": []},
        text={"value": "because"},
        none={"value": None},
        one={"type": "radio_buttons", "selected_option": {"value": "v1"}},
        other={"type": "static_select", "selected_option": {"value": "v2"}},
        no_one={"type": "radio_buttons", "selected_option": None},
        some={"type": "checkboxes", "selected_options": [{"value": "v1"}, {"value": "v2"}]},
        several={"type": "multi_static_select", "selected_options": [{"value": "v3"}]},
        nobody={"type": "checkboxes", "selected_options": []},
        on={"type": "datepicker", "selected_date": "2026-03-24"},
        never={"type": "datepicker", "selected_date": None},
    )
    assert values_of(view) == {
        "text": "because",
        "none": "",
        "one": "v1",
        "other": "v2",
        "no_one": "",
        "some": ["v1", "v2"],
        "several": ["v3"],
        "nobody": [],
        "on": "2026-03-24",
        "never": "",
    }


def test_a_field_that_does_not_come_back_is_empty() -> None:
    assert values_of(shown(TextField(name="reason", label="Why?"), choice(3, several=True))) == {
        "reason": "",
        "which": [],
    }
    assert values_of({}) == {}
    assert values_of({"state": {"values": {"b3": {"press.0": {"type": "button"}}}}}) == {}


# -- errors, notices, home --------------------------------------------------------------------------------------------


def test_errors_stand_beside_their_fields_and_the_others_beside_the_first() -> None:
    view = shown(TextField(name="reason", label="Why?"), DateField(name="on", label="When?"))
    assert errors_for({"on": "Too late."}, view) == {"response_action": "errors", "errors": {"on": "Too late."}}
    several = errors_for({"": "No.", "on": "Too late.", "reason": "Why?", "gone": "Not that."}, view)
    assert several["errors"] == {"reason": "Why? No. Not that.", "on": "Too late."}
    assert errors_for({"": "x" * 999}, view)["errors"] == {"reason": "x" * 299 + "…"}


def test_a_modal_without_fields_gives_way_to_its_error() -> None:
    answer = errors_for({"": "Somebody was faster."}, shown())
    assert answer["response_action"] == "update"
    assert answer["view"]["title"]["text"] == "DSR-2026-0042"
    assert faults_of_view(answer["view"]) == []
    assert "Somebody was faster." in str(answer["view"]["blocks"])


def test_a_notice_says_one_sentence() -> None:
    view = notice("A title that is longer than fits", "Somebody was faster. " * 400)
    assert faults_of_view(view) == []
    assert view["title"]["text"] == "A title that is longer…" and view["close"]["text"] == "Close"
    assert "submit" not in view and [block["type"] for block in view["blocks"]] == ["rich_text"]
    assert faults_of_view(notice("", "")) == []


def test_the_home_page() -> None:
    late = [a_case(id=number, reference=f"DSR-2026-{number:04}") for number in range(20)]
    for card in (team_home(late, late, "slack:T1:U1", TODAY), team_home([], [], "slack:T1:U1", TODAY), Card()):
        assert faults_of_view(home(card)) == []
    view = home(colleague_home(late))
    assert faults_of_view(view) == [] and view["type"] == "home"
