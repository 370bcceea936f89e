"""The checker of Adaptive Cards refuses what Teams would show wrongly or not at all."""

from typing import Any

from tests.lines import each
from tests.teams_kit.adaptive import Where, problems

Json = dict[str, Any]


def card(*body: Json, **more: object) -> Json:
    return {"type": "AdaptiveCard", "version": "1.5", "body": list(body), **more}


def rich(words: str = "x", **more: object) -> Json:
    return {"type": "RichTextBlock", "inlines": [{"type": "TextRun", "text": words, **more}]}


def block(words: str, **more: object) -> Json:
    return {"type": "TextBlock", "text": words, **more}


def row(*actions: Json) -> Json:
    return {"type": "ActionSet", "actions": list(actions)}


def execute(**changes: object) -> Json:
    return {"type": "Action.Execute", "verb": "press", "title": "Go", "data": {"payload": "x"}, **changes}


def submit(**changes: object) -> Json:
    return {"type": "Action.Submit", "title": "Go", "data": {"payload": "x"}, **changes}


def field(**changes: object) -> Json:
    return {"type": "Input.Text", "id": "f.x", "label": "X", **changes}


def entity(text: str = "<at>Priya</at>", id: str = "29:a") -> Json:
    return {"type": "mention", "text": text, "mentioned": {"id": id, "name": "Priya"}}


def test_good_ones_pass() -> None:
    table = {
        "type": "Table",
        "columns": [{"width": 1}],
        "rows": [{"type": "TableRow", "cells": [{"type": "TableCell", "items": [rich()]}]}],
    }
    body = [rich(size="Small"), block("<at>Priya</at>"), table, {"type": "Container", "items": [rich()]}]
    named = {"width": "Full", "entities": [entity()]}
    assert problems(card(*body, row(execute()), msteams=named), where="channel") == []
    assert problems(card(field(), row(submit())), where="dialog") == []
    assert problems(card(field(), row(execute(verb="submit"))), where="chat") == []
    assert problems(card(block("{{DATE(2026-03-05T09:15:00Z, SHORT)}}")), where="chat") == []


@each(
    ("bad", "where", "said"),
    [
        ("x", "chat", "no Adaptive Card"),
        (card(rich(), version="1.6"), "chat", "version"),
        (card({"type": "Carousel"}), "chat", "no element Carousel"),
        (card(rich(loud=True)), "chat", "no property loud"),
        (card(rich(size="Giant")), "chat", "size is 'Giant'"),
        (card(rich(isSubtle="yes")), "chat", "isSubtle is a str"),
        (card({"type": "Container"}), "chat", "lacks items"),
        (card({"type": "Container", "style": "loud", "items": [rich()]}), "chat", "style is 'loud'"),
        (card({"type": "TextRun", "text": "x"}), "chat", "body holds 'TextRun'"),
        (card(rich(" ")), "chat", "RichTextBlock is empty"),
        (card(block(" ")), "chat", "TextBlock is empty"),
        (card(rich("a\x00")), "chat", "control characters"),
        (card(rich("{{DATE(2026-03-05T09:15:00Z)}}")), "chat", "function"),
        (card(block("{{TIME(now)}}")), "chat", "function that nobody meant"),
        (card(rich(selectAction={"type": "Action.OpenUrl", "url": "javascript:1"})), "chat", "a link leads to"),
        (card(block("<at>Priya</at>")), "chat", "is no entity"),
        (card(rich(), msteams={"entities": [entity()]}), "chat", "stands nowhere"),
        (card(block("<at>Priya</at>"), msteams={"entities": [entity(), entity(id="29:b")]}), "chat", "have one text"),
        (card(block("<at>Priya</at>"), msteams={"entities": [entity(id="")]}), "chat", "mentions nobody"),
        (card(row()), "chat", "no buttons"),
        (card(row(*[execute()] * 7)), "chat", "more buttons"),
        (card(row(execute(data={}))), "chat", "brings nothing back"),
        (card(row(execute(verb="dance"))), "chat", "verb dance"),
        (card(row(execute(title=" "))), "chat", "title is empty"),
        (card(row(execute(title="x" * 76))), "chat", "label is too long"),
        (card(row(execute())), "dialog", "knows no Action.Execute"),
        (card(field(), row(submit())), "chat", "without anything that sends them"),
        (card(field(), field(), row(submit())), "dialog", "one id"),
        (card(field(isRequired=True), row(submit())), "dialog", "says nothing"),
        (card(rich("x" * 28_000)), "chat", "bytes"),
    ],
)
def test_bad_ones_are_refused(bad: Any, where: Where, said: str) -> None:
    assert said in "; ".join(problems(bad, where=where))


@each("values", [["a,b"], [""], ["a", "a"], [3]])
def test_choices_must_be_told_apart(values: list[object]) -> None:
    choices = [{"title": "x", "value": value} for value in values]
    assert problems(card({**field(), "type": "Input.ChoiceSet", "choices": choices}, row(submit())), where="dialog")
