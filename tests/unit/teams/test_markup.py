"""What people typed, pasted, quoted and mentioned in Teams, as the words that they saw."""

import json
from typing import Any

from adapters.teams.markup import logged, plain, words
from tests.growth import in_proportion
from tests.lines import each

ME = {"id": "28:app", "name": "Privacy Desk"}


def mention(id: str, name: str) -> dict[str, Any]:
    return {"type": "mention", "mentioned": {"id": id, "name": name}, "text": f"<at>{name}</at>"}


def test_the_bots_own_name_is_left_out_and_others_stay() -> None:
    said = words(
        {
            "text": "<at>Privacy Desk</at> Ana wrote to <at>Sam Okafor</at>",
            "recipient": ME,
            "entities": [mention("28:app", "Privacy Desk"), mention("29:sam", "Sam Okafor")],
        }
    )
    assert said == "Ana wrote to @Sam Okafor"


def test_a_name_by_which_the_app_was_installed_is_the_bots_too() -> None:
    said = words({"text": "<at>Desk NL</at> hello", "recipient": ME, "entities": [mention("28:app", "Desk NL")]})
    assert said == "hello"


def test_a_pasted_mail_keeps_its_lines() -> None:
    html = "<p>From: Ana &lt;ana@citrine.example&gt;</p><p>Please delete me.<br>Ana</p>"
    said = words({"text": "From: Ana ana@citrine.example Please delete me. Ana", "attachments": [_html(html)]})
    assert said.splitlines() == ["From: Ana <ana@citrine.example>", "", "Please delete me.", "Ana"]


def test_mentions_in_html_are_words_too() -> None:
    html = (
        '<p><span itemscope itemtype="http://schema.skype.com/Mention" itemid="0">Privacy Desk</span>&nbsp;'
        '<at id="1">Sam</at> please</p>'
    )
    assert words({"attachments": [_html(html)], "recipient": ME}) == "@Sam please"


def test_text_alone_is_unescaped() -> None:
    assert words({"text": "Ana &lt;ana@citrine.example&gt; &amp; Bo"}) == "Ana <ana@citrine.example> & Bo"


@each("kind", ["messageReference", "forwardedMessageReference"])
def test_what_was_quoted_or_passed_on_is_said_as_well(kind: str) -> None:
    content = json.dumps({"messageId": "1", "messagePreview": "Please delete me", "messageSender": {}})
    assert words({"text": "see this", "attachments": [{"contentType": kind, "content": content}]}) == (
        "see this\n\nPlease delete me"
    )


@each("content", ["", "no json", "[]", "null", '{"messagePreview": 3}'])
def test_a_quote_that_can_not_be_read_hides_nothing_else(content: str) -> None:
    parts = [{"contentType": "messageReference", "content": content}]
    assert words({"text": "hello", "attachments": parts}) == "hello"


def test_a_logged_message_says_its_subject_and_body() -> None:
    assert logged({"subject": "My data", "body": {"contentType": "html", "content": "<div>Delete me</div>"}}) == (
        "My data\n\nDelete me"
    )
    assert logged({"body": {"contentType": "text", "content": "a < b"}}) == "a < b"
    assert logged({}) == ""


def test_a_logged_card_of_another_app_says_what_stands_on_it() -> None:
    facts = [{"title": "From", "value": "Ana <ana@citrine.example>"}]
    body = [{"type": "TextBlock", "text": "New mail"}, {"type": "FactSet", "facts": facts}]
    body.append({"type": "ActionSet", "actions": [{"type": "Action.OpenUrl", "title": "Open", "url": "https://x"}]})
    card = {"type": "AdaptiveCard", "body": [*body, {"type": "TextBlock", "text": "Please delete me."}]}
    for content in (card, json.dumps(card)):
        part = {"contentType": "application/vnd.microsoft.card.adaptive", "content": content}
        said = logged({"body": {"contentType": "html", "content": ""}, "attachments": [part]})
        assert said.splitlines() == ["New mail", "From", "Ana <ana@citrine.example>", "Please delete me."]


@each("evil", ["<at", "<span ", "<at>", '<span itemtype="'])
def test_hostile_markup_takes_no_long_time(evil: str) -> None:
    assert in_proportion(lambda size: plain(evil * (size // len(evil))))


def _html(content: str) -> dict[str, Any]:
    return {"contentType": "text/html", "content": content}
