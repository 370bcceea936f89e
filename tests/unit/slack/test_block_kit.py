"""The checker of Block Kit refuses what Slack refuses, also where `slack_sdk.models` lets it pass."""

from typing import Any

from slack_sdk.models.blocks import (
    ActionsBlock,
    ButtonElement,
    DividerBlock,
    HeaderBlock,
    InputBlock,
    MarkdownTextObject,
    PlainTextInputElement,
)
from slack_sdk.models.views import View

from tests.lines import each
from tests.slack_kit.block_kit import faults_of_message, faults_of_view

Json = dict[str, Any]


def plain(text: str = "Text") -> Json:
    return {"type": "plain_text", "text": text, "emoji": False}


def mrkdwn(text: str = "Text") -> Json:
    return {"type": "mrkdwn", "text": text}


def rich(*elements: Json, **more: object) -> Json:
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": list(elements)}], **more}


def text(words: str = "Text", **more: object) -> Json:
    return {"type": "text", "text": words, **more}


def button(**changes: object) -> Json:
    return {"type": "button", "action_id": "press.0", "text": plain(), "value": "x", **changes}


def option(value: str = "v", label: str = "Label") -> Json:
    return {"text": plain(label), "value": value}


def field(kind: str, **changes: object) -> Json:
    return {"type": "input", "label": plain(), "element": {"type": kind, "action_id": "value", **changes}}


def modal(*blocks: Json, **changes: object) -> Json:
    shown = list(blocks) or [rich(text())]
    return {"type": "modal", "title": plain(), "submit": plain(), "blocks": shown, **changes}


def without(view: Json, name: str) -> Json:
    return {key: value for key, value in view.items() if key != name}


def test_good_ones_pass() -> None:
    blocks: list[Json] = [
        {"type": "header", "text": plain(), "block_id": "b0"},
        {"type": "divider"},
        {"type": "section", "text": mrkdwn(), "accessory": button(url="https://x.example")},
        {"type": "context", "elements": [plain(), mrkdwn()]},
        {"type": "actions", "elements": [button(style="danger"), button(action_id="form.1")]},
        rich(
            text(style={"bold": True}),
            {"type": "link", "url": "https://x.example", "text": "x"},
            {"type": "user", "user_id": "U1"},
            {"type": "date", "timestamp": 1, "format": "{date}", "fallback": "x"},
        ),
    ]
    assert faults_of_message({"text": "x", "blocks": blocks}) == []
    assert faults_of_message({"text": "x"}) == []
    inputs = [
        field("plain_text_input", max_length=3, initial_value="abc"),
        field("datepicker", initial_date="2026-03-24"),
        field("radio_buttons", options=[option()], initial_option=option()),
        field("checkboxes", options=[option()], initial_options=[option()]),
        field("static_select", options=[option()] * 100),
        field("multi_static_select", options=[option()]),
    ]
    assert faults_of_view(modal(*blocks, *inputs, private_metadata="", close=plain())) == []
    assert faults_of_view({"type": "home", "blocks": blocks}) == []
    assert faults_of_view(without(modal(), "submit")) == []


@each(
    ("blocks", "place"),
    [
        ([{"type": "divider"}] * 51, "/blocks: has 51 items"),
        ([], "/blocks: has 0 items"),
        ([rich(text(""))], "/blocks/0/elements/0/elements/0/text: is empty"),
        ([rich()], "/blocks/0/elements/0/elements: has 0 items"),
        ([rich(text("x" * 3001))], "/blocks/0: has 3001 characters"),
        ([rich(text(style={"bold": False}))], "/blocks/0/elements/0/elements/0/style/bold: is not true"),
        ([rich(text(style={"loud": True}))], "/style/loud: is unknown"),
        ([rich(text(), more=1)], "/blocks/0/more: is unknown"),
        ([rich({"type": "broadcast", "range": "here"})], "'broadcast' may not stand here"),
        ([rich({"type": "link", "url": "javascript:1"})], "/url: is not a link"),
        ([rich({"type": "link", "url": "https://x/" + "y" * 3000})], "/url: has 3010 characters"),
        ([rich({"type": "user", "user_id": "workspace:local:priya"})], "/user_id: is not the id of a user"),
        ([rich({"type": "date", "timestamp": 1.5, "format": "{date}"})], "/timestamp: is not a whole number"),
        ([rich({"type": "date", "timestamp": True, "format": "{date}"})], "/timestamp: is not a whole number"),
        ([{"type": "header", "text": mrkdwn()}], "/blocks/0/text/type: 'mrkdwn' may not stand here"),
        ([{"type": "header", "text": plain("x" * 151)}], "/blocks/0/text/text: has 151 characters"),
        ([{"type": "header", "text": plain(" ")}], "/blocks/0/text/text: is empty"),
        ([{"type": "header"}], "/blocks/0/text: is missing"),
        ([{"type": "section"}], "/blocks/0: has neither text nor fields"),
        ([{"type": "section", "text": plain("x" * 3001)}], "/blocks/0/text/text: has 3001 characters"),
        ([{"type": "context", "elements": [plain()] * 11}], "/blocks/0/elements: has 11 items"),
        ([{"type": "actions", "elements": [button(text=mrkdwn())]}], "/text/type: 'mrkdwn' may not stand here"),
        ([{"type": "actions", "elements": [button(text=plain("x" * 76))]}], "/text/text: has 76 characters"),
        ([{"type": "actions", "elements": [button(value="x" * 2001)]}], "/value: has 2001 characters"),
        ([{"type": "actions", "elements": [button(style="plain")]}], "/style: is not one of primary, danger"),
        ([{"type": "actions", "elements": [button(), button()]}], "/blocks/0/elements: an action_id is there twice"),
        ([{"type": "actions", "elements": [button(action_id=f"{n}") for n in range(26)]}], "has 26 items"),
        ([rich(text(), block_id="b0"), rich(text(), block_id="b0")], "2 of them have the block_id 'b0'"),
        ([rich(text(), block_id="x" * 256)], "/blocks/0/block_id: has 256 characters"),
        ([field("plain_text_input")], "'input' may not stand here"),
        ([rich(text("x" * 2900))] * 5, "/blocks: count as 15125 characters"),
        ([{"type": "image"}], "/blocks/0/type: 'image' may not stand here"),
        (["text"], "/blocks/0/type: None may not stand here"),
        ("text", "/blocks: is not a list"),
    ],
)
def test_bad_messages_are_refused(blocks: object, place: str) -> None:
    assert any(place in fault for fault in faults_of_message({"text": "x", "blocks": blocks}))


@each("payload", [{}, {"text": ""}, {"text": " "}, {"text": 1}, {"text": "x" * 40_001}])
def test_a_message_needs_a_text(payload: Json) -> None:
    assert faults_of_message(payload)


@each(
    ("view", "place"),
    [
        (without(modal(), "title"), "/title: is missing"),
        (modal(title=plain("x" * 25)), "/title/text: has 25 characters"),
        (modal(title=mrkdwn()), "/title/type: 'mrkdwn' may not stand here"),
        (without(modal(field("plain_text_input")), "submit"), "/submit: is missing, and there are inputs"),
        (modal(submit=plain("x" * 25)), "/submit/text: has 25 characters"),
        (modal(close=plain("")), "/close/text: is empty"),
        (modal(private_metadata="x" * 3001), "/private_metadata: has 3001 characters"),
        (modal(*[{"type": "divider"}] * 101), "/blocks: has 101 items"),
        (modal(colour="red"), "/colour: is unknown"),
        ({"type": "home", "blocks": [rich(text())], "title": plain()}, "/title: is unknown"),
        ({"type": "sheet", "blocks": []}, "/type: 'sheet' may not stand here"),
        (modal({**field("plain_text_input"), "label": mrkdwn()}), "/blocks/0/label/type"),
        (modal({**field("plain_text_input"), "optional": 1}), "/blocks/0/optional: is not true or false"),
        (modal(field("plain_text_input", max_length=3001)), "/max_length: is not between 1 and 3000"),
        (modal(field("plain_text_input", max_length=2, initial_value="abc")), "/initial_value: is longer"),
        (modal(field("plain_text_input", initial_value="")), "/initial_value: is empty"),
        (modal(field("datepicker", initial_date="24-03-2026")), "/initial_date: is not a date"),
        (modal(field("datepicker", initial_date="20260324")), "/initial_date: is not a date"),
        (modal(field("radio_buttons", options=[option()] * 11)), "/options: has 11 items"),
        (modal(field("checkboxes", options=[])), "/options: has 0 items"),
        (modal(field("static_select", options=[option()] * 101)), "/options: has 101 items"),
        (modal(field("static_select", options=[option("x" * 151)])), "/value: has 151 characters"),
        (modal(field("static_select", options=[option(label="x" * 76)])), "/text/text: has 76 characters"),
        (modal(field("static_select", options=[option()], initial_option=option("w"))), "is not among the options"),
        (modal(field("checkboxes", options=[option()], initial_options=[option("w")])), "is not among the options"),
        (modal(field("checkboxes", options=[option()], initial_options=[])), "/initial_options: has 0 items"),
        (modal(field("button", text=plain())), "'button' may not stand here"),
    ],
)
def test_bad_views_are_refused(view: Json, place: str) -> None:
    assert any(place in fault for fault in faults_of_view(view)), faults_of_view(view)


def test_what_the_sdk_lets_pass_is_refused() -> None:
    formatted: Any = MarkdownTextObject(text="*x*")
    asks = InputBlock(label="x", element=PlainTextInputElement(action_id="x"))
    for blocks in (
        [DividerBlock() for _number in range(51)],
        [DividerBlock(block_id="b0"), DividerBlock(block_id="b0")],
        [ActionsBlock(elements=[ButtonElement(text=" ", action_id="x")])],
        [HeaderBlock(text=formatted)],
        [ActionsBlock(elements=[ButtonElement(text=formatted, action_id="x")])],
        [ActionsBlock(elements=[ButtonElement(text="x", action_id="x"), ButtonElement(text="y", action_id="x")])],
        [asks],
    ):
        assert faults_of_message({"text": "x", "blocks": [block.to_dict() for block in blocks]})
    assert faults_of_view(View(type="modal", blocks=[asks]).to_dict())
