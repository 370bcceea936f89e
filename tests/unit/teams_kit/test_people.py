"""What people do reaches the app as Teams sends it, and they see of its answers what Teams shows."""

from typing import Any

import pytest

from tests.teams_kit import cards
from tests.teams_kit.people import Person
from tests.teams_kit.state import BOT, TENANT, Message
from tests.unit.teams_kit.tiny_app import CARD, GENERAL, WORDS, Answer, TinyApp, card, dialog, execute, place, submit

OPENS = {"msteams": {"type": "task/fetch"}}
CHOICES = [{"title": "A copy", "value": "access"}, {"title": "Delete", "value": "erasure"}]
FIELDS: tuple[dict[str, Any], ...] = (
    {
        "type": "Input.Text",
        "id": "f.reason",
        "label": "Reason",
        "maxLength": 10,
        "isRequired": True,
        "errorMessage": "Why?",
    },
    {"type": "Input.ChoiceSet", "id": "f.rights", "label": "Rights", "isMultiSelect": True, "choices": CHOICES},
    {"type": "Input.Date", "id": "f.on", "label": "On", "value": "2026-03-24"},
)
FORM = card("A case", submit("Send", "form", once="1"), fields=FIELDS)


@pytest.fixture
def shown(app: TinyApp, emma: Person) -> Message:
    """A message with a button of each kind, in Emma's chat."""
    emma.says("hello")
    app.posts(emma.user.chat, card("Hello", submit("Keep", "k"), submit("Form", "f", **OPENS), execute("Take", "t")))
    return emma.inbox[0]


def test_words_and_files_come_as_teams_sends_them(app: TinyApp, emma: Person) -> None:
    id = emma.says("Delete me", html="<p>Delete me</p>", files=[("mail.eml", b"Subject: x")])
    (heard,) = app.heard
    assert (heard["type"], heard["id"], heard["text"], heard["channelId"]) == ("message", id, "Delete me", "msteams")
    assert heard["serviceUrl"] == app.teams.service_url
    assert heard["from"] == {"id": emma.user.account, "name": "Emma Bakker", "aadObjectId": emma.user.aad}
    assert heard["conversation"] == {"conversationType": "personal", "tenantId": TENANT, "id": emma.user.chat}
    assert (heard["locale"], heard["localTimezone"]) == ("nl-NL", "Europe/Amsterdam")
    file, html = heard["attachments"]
    assert (html["contentType"], html["content"]) == ("text/html", "<p>Delete me</p>")
    path = file["content"]["downloadUrl"].removeprefix(app.teams.url)
    assert app.call("GET", path, bearer="none") == (200, b"Subject: x")


def test_a_mention_stands_in_a_thread_that_can_be_answered(app: TinyApp, emma: Person) -> None:
    id = emma.mentions(GENERAL, "look")
    (heard,) = app.heard
    assert heard["conversation"]["id"] == f"{GENERAL};messageid={id}"
    assert heard["text"] == "<at>Privacy Desk</at> look"
    assert heard["entities"][0]["mentioned"]["id"] == heard["recipient"]["id"] == BOT
    assert app.posts(heard["conversation"]["id"], card("Seen"))[0] == 201
    assert [one.words for one in app.teams.replies(id, GENERAL)] == ["Seen"]
    emma.mentions(GENERAL, "and this", thread=id)
    assert app.heard[-1]["conversation"]["id"] == f"{GENERAL};messageid={id}"


def test_a_button_comes_as_a_message_without_words(app: TinyApp, emma: Person, shown: Message) -> None:
    emma.presses(shown, "Keep")
    heard = app.heard[-1]
    assert (heard["type"], heard["value"], heard["replyToId"]) == ("message", {"payload": "k"}, shown.id)
    assert "text" not in heard
    with pytest.raises(AssertionError, match="0 buttons"):
        emma.presses(shown, "Other")


def test_a_dialog_is_filled_in_corrected_and_closed(app: TinyApp, emma: Person, shown: Message) -> None:
    app.answers["task/fetch"] = (200, dialog(FORM))
    emma.presses(shown, "Form")
    assert emma.in_dialog
    for values in ({}, {"reason": "far too long"}, {"reason": "ok", "rights": "other"}, {"reason": "ok", "other": "x"}):
        with pytest.raises(AssertionError):
            emma.sends("Send", **values)
    assert [one["name"] for one in app.heard if one["type"] == "invoke"] == ["task/fetch"]

    app.answers["task/submit"] = (200, dialog(card("Again", submit("Send", "form"))))
    emma.sends("Send", reason="asked", rights="access,erasure")
    data = {"payload": "form", "once": "1", "f.reason": "asked", "f.rights": "access,erasure", "f.on": "2026-03-24"}
    assert app.heard[-1]["value"]["data"] == data
    assert app.heard[-1]["replyToId"] == shown.id
    assert emma.dialog is not None and cards.words(emma.dialog) == "Again\n[Send]"

    app.answers["task/submit"] = (200, None)
    emma.sends("Send")
    assert (emma.in_dialog, emma.told, app.teams.state.refused) == (False, [], [])


def test_a_dialog_may_only_say_something(app: TinyApp, emma: Person, shown: Message) -> None:
    app.answers["task/fetch"] = (200, dialog(card("Too late")))
    emma.presses(shown, "Form")
    assert emma.told == ["Too late"]


def test_a_card_in_a_channel_changes_for_whoever_pressed(app: TinyApp, emma: Person, noor: Person) -> None:
    app.posts(GENERAL, card("Open", execute("Take", "t")))
    (shown,) = app.teams.messages(GENERAL)
    inline = card("Why?", execute("Save", "s", "submit"), fields=FIELDS)
    app.answers["adaptiveCard/action"] = (200, {"statusCode": 200, "type": CARD, "value": inline})
    emma.presses(shown, "Take")
    assert app.heard[-1]["value"]["action"] == {"type": "Action.Execute", "verb": "press", "data": {"payload": "t"}}
    assert app.heard[-1]["conversation"]["id"] == f"{GENERAL};messageid={shown.id}"
    assert cards.buttons(shown.seen(emma.user)) == ["Save"]
    assert cards.buttons(shown.seen(noor.user)) == ["Take"]

    app.answers["adaptiveCard/action"] = (200, {"statusCode": 200, "type": WORDS, "value": "Saved"})
    emma.fills(shown, "Save", reason="asked")
    sent = {"payload": "s", "f.reason": "asked", "f.on": "2026-03-24"}
    assert app.heard[-1]["value"]["action"]["data"] == sent
    assert emma.told == ["Saved"]


@pytest.mark.parametrize(
    "answer",
    [
        (500, None),
        (200, None),
        (200, {"statusCode": 200, "type": WORDS, "value": {}}),
        (200, {"statusCode": 400, "type": WORDS, "value": "Saved"}),
        (200, {"statusCode": 200, "type": CARD, "value": card(" ")}),
        (200, {"task": {"type": "message", "value": "Saved"}}),
    ],
    ids=str,
)
def test_an_answer_to_a_button_that_teams_can_not_show_is_noted(
    app: TinyApp, emma: Person, shown: Message, answer: Answer
) -> None:
    app.answers["adaptiveCard/action"] = answer
    emma.presses(shown, "Take")
    assert app.teams.state.refused
    assert not emma.told


@pytest.mark.parametrize(
    "answer",
    [
        (500, None),
        (200, {"statusCode": 200, "type": WORDS, "value": "Saved"}),
        (200, {"task": {"type": "message", "value": "only after a form"}}),
        (200, {"task": {"type": "open"}}),
        (200, dialog(card("Why?", execute("Save", "s")))),
    ],
    ids=str,
)
def test_a_dialog_that_teams_can_not_show_is_noted(app: TinyApp, emma: Person, shown: Message, answer: Answer) -> None:
    app.answers["task/fetch"] = answer
    emma.presses(shown, "Form")
    assert app.teams.state.refused
    assert not emma.told


def test_a_message_is_logged_with_its_author(app: TinyApp, emma: Person, noor: Person) -> None:
    app.answers["composeExtension/fetchTask"] = (200, dialog(card("I have it")))
    emma.logs("<p>Delete me</p>", author=noor.user, channel=GENERAL)
    value = app.heard[-1]["value"]
    assert value["commandId"] == "logRequest"
    assert value["messagePayload"]["body"] == {"contentType": "html", "content": "<p>Delete me</p>"}
    assert value["messagePayload"]["from"]["user"]["id"] == noor.user.aad
    assert emma.told == ["I have it"] and not app.teams.state.refused
    app.answers["composeExtension/fetchTask"] = (200, None)
    emma.logs("<p>Delete me</p>")
    assert len(app.teams.state.refused) == 1


def test_whoever_removes_the_app_can_not_be_written_to(app: TinyApp, emma: Person) -> None:
    emma.installs()
    assert app.posts(emma.user.chat, card("Hello"))[0] == 201
    emma.installs("remove")
    status, answer = app.posts(emma.user.chat, card("Hello"))
    assert (status, answer["error"]["code"]) == (403, "BotNotInConversationRoster")
    wish = {"isGroup": False, "members": [{"id": emma.user.account}], "tenantId": TENANT}
    assert app.call("POST", place(), json=wish)[0] == 403
    assert [one["action"] for one in app.heard] == ["add", "remove"]


def test_a_team_that_adds_the_app_lets_it_in(app: TinyApp, emma: Person) -> None:
    channel = "19:new@thread.tacv2"
    app.teams.add_channel(channel, emma, with_bot=False)
    assert app.call("GET", f"{place(channel)}/pagedmembers")[0] == 403
    emma.adds_to(channel)
    arrived, added = app.heard
    assert (arrived["type"], arrived["membersAdded"]) == ("conversationUpdate", [{"id": BOT}])
    assert (added["type"], added["action"]) == ("installationUpdate", "add")
    assert arrived["conversation"]["id"] == added["conversation"]["id"] == channel
    assert app.call("GET", f"{place(channel)}/pagedmembers")[0] == 200


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({}, 200),
        ({"signed_by": "forger", "kid": "first"}, 401),
        ({"signed_by": "forger"}, 401),
        ({"aud": "another"}, 401),
        ({"iss": "another"}, 401),
        ({"exp": 1}, 401),
    ],
    ids=str,
)
def test_a_token_is_as_good_as_it_was_made(app: TinyApp, emma: Person, changes: dict[str, Any], status: int) -> None:
    assert app.teams.sends(emma.activity(), bearer=app.teams.token(**changes))[0] == status


def test_keys_are_rolled_over(app: TinyApp, emma: Person) -> None:
    app.teams.server.keys = ["forger"]
    assert app.teams.sends(emma.activity())[0] == 401
    assert app.teams.sends(emma.activity(), bearer=app.teams.token(signed_by="forger"))[0] == 200


def test_an_app_that_is_gone_is_noted(app: TinyApp, emma: Person) -> None:
    app.teams.address = f"{app.teams.url}/nowhere"
    emma.says("hello")
    assert app.teams.state.refused == ["message: 404"]
