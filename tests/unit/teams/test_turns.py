"""What Teams sends becomes turns: the names of acts, their places, and activities of any shape."""

import json
from datetime import UTC, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from adapters.teams.turns import deferred, logs, opens_form, pressed, submitted, tenant_of, user_of
from bot.conversation.turn import Asked, Incoming, Place, Pressed, Said
from tests.lines import each

Activity = dict[str, Any]
TENANT, EMMA = "11111111-2222-3333-4444-555555555555", "00000000-0000-0000-0000-000000000001"
CHANNEL = "19:general@thread.tacv2"


def activity(**fields: Any) -> Activity:
    """An activity; by default somebody writes to the bot in private."""
    usual = {
        "type": "message",
        "id": "1700000000001",
        "timestamp": "2026-03-06T10:00:00.1234567Z",
        "serviceUrl": "https://smba.trafficmanager.net/emea/",
        "channelId": "msteams",
        "from": {"id": "29:emma", "name": "Emma Brooks", "aadObjectId": EMMA},
        "conversation": {"conversationType": "personal", "tenantId": TENANT, "id": "a:emma"},
        "recipient": {"id": "28:app", "name": "Privacy Desk"},
        "text": "hello",
        "locale": "nl-NL",
        "localTimezone": "Europe/Amsterdam",
        "channelData": {"tenant": {"id": TENANT}},
    }
    return {name: value for name, value in (usual | fields).items() if value is not None}


def in_channel(root: str, **fields: Any) -> Activity:
    conversation = {"conversationType": "channel", "tenantId": TENANT, "id": f"{CHANNEL};messageid={root}"}
    return activity(conversation=conversation, **fields)


def kept(activity: Activity) -> Incoming:
    incoming = deferred(activity)
    assert incoming is not None
    return incoming


def test_words_in_private_are_kept_with_what_is_needed_to_answer_them() -> None:
    incoming = kept(activity())
    assert (incoming.tenant, incoming.user, incoming.place) == (TENANT, EMMA, Place(channel="a:emma"))
    assert incoming.at == datetime(2026, 3, 6, 10, 0, 0, 123456, tzinfo=UTC)
    assert incoming.wants["account"] == "29:emma"
    assert incoming.wants["conversation"] == "a:emma"
    assert (incoming.wants["locale"], incoming.wants["zone"]) == ("nl-NL", "Europe/Amsterdam")


def test_the_same_message_has_the_same_name_and_another_has_another() -> None:
    assert kept(activity()).id == kept(activity(text="changed")).id
    assert kept(activity()).id != kept(activity(id="1700000000002")).id


def test_a_mention_in_a_thread_belongs_to_that_thread_and_has_a_link() -> None:
    incoming = kept(in_channel("1699", text="<at>Privacy Desk</at> this one"))
    assert incoming.place == Place(channel=CHANNEL, thread="1699", private=False)
    assert "conversation" not in incoming.wants
    assert incoming.wants["link"].startswith("https://teams.microsoft.com/l/message/19%3Ageneral%40thread.tacv2/")
    assert f"tenantId={TENANT}" in incoming.wants["link"]


@each(
    ("root", "text", "wanted"),
    [("1699", "this one", True), ("1699", "please delete everything " * 20, False), ("1700000000001", "hello", False)],
)
def test_few_words_below_a_message_are_about_that_message(root: str, text: str, wanted: bool) -> None:
    assert ("thread" in kept(in_channel(root, text=text)).wants) is wanted


def test_a_submitted_button_is_a_press_and_never_words() -> None:
    incoming = kept(activity(text=None, value={"payload": "p"}, replyToId="1699"))
    assert incoming.act == Pressed(payload="p", message="1699")


def test_a_forms_button_of_a_client_without_dialogs_is_known() -> None:
    value = {"payload": "p", "msteams": {"type": "task/fetch"}}
    assert opens_form(activity(text=None, value=value))
    assert not opens_form(activity(text=None, value={"payload": "p"}))


def test_whoever_adds_the_app_is_greeted_and_an_upgrade_is_not() -> None:
    assert kept(activity(type="installationUpdate", action="add")).act == Asked(name="hello")
    assert deferred(activity(type="installationUpdate", action="add-upgrade")) is None
    assert deferred(in_channel("1", type="installationUpdate", action="add")) is None


@each("type", ["messageUpdate", "messageDelete", "messageReaction", "typing", "event", "?"])
def test_nobody_waits_for_an_answer_to_the_rest(type: str) -> None:
    assert deferred(activity(type=type)) is None


def test_a_logged_message_keeps_its_words_link_and_author() -> None:
    message = {
        "id": "5",
        "body": {"contentType": "html", "content": "<p>Please delete me.</p><p>Ana</p>"},
        "from": {"user": {"id": "00000000-0000-0000-0000-000000000009", "displayName": "Sam Okafor"}},
        "linkToMessage": "https://teams.microsoft.com/l/message/19%3Ax/5",
        "attachments": [
            {"contentType": "reference", "contentUrl": "https://x.sharepoint.com/mail.eml", "name": "m.eml"}
        ],
    }
    incoming = logs(in_channel("1", type="invoke", value={"commandId": "logRequest", "messagePayload": message}))
    assert incoming.act == Said(text="Please delete me.\n\nAna", logged=True)
    assert incoming.place == Place(channel=CHANNEL, private=True)
    assert incoming.wants["link"] == "https://teams.microsoft.com/l/message/19%3Ax/5"
    assert incoming.wants["author_name"] == "Sam Okafor"
    assert json.loads(incoming.wants["files"]) == [{"name": "m.eml", "url": ""}]


def test_a_logged_message_of_ones_own_has_no_other_author() -> None:
    message = {"body": {"content": "hello"}, "from": {"user": {"id": EMMA, "displayName": "Emma"}}}
    assert "author" not in logs(activity(type="invoke", value={"messagePayload": message})).wants


def test_a_message_between_two_people_does_not_make_their_chat_the_bots() -> None:
    between = {"conversationType": "personal", "tenantId": TENANT, "id": "19:emma_sam@unq.gbl.spaces"}
    message = {"body": {"content": "hello"}, "from": {"user": {"id": "9", "displayName": "Sam"}}}
    incoming = logs(activity(type="invoke", conversation=between, value={"messagePayload": message}))
    assert "conversation" not in incoming.wants
    assert incoming.place.private


def test_attached_files_wait_to_be_fetched_and_what_is_part_of_the_words_does_not() -> None:
    download = {"downloadUrl": "https://x.sharepoint.com/1", "uniqueId": "1", "fileType": "eml"}
    parts = [
        {"contentType": "text/html", "content": "<p>see below</p>"},
        {"contentType": "application/vnd.microsoft.teams.file.download.info", "name": "mail.eml", "content": download},
        {"contentType": "image/png", "name": "photo.png", "contentUrl": "https://x"},
    ]
    incoming = kept(activity(attachments=parts))
    assert json.loads(incoming.wants["files"]) == [
        {"name": "mail.eml", "url": "https://x.sharepoint.com/1"},
        {"name": "photo.png", "url": ""},
    ]
    assert isinstance(incoming.act, Said)
    assert incoming.act.text == "see below"


def test_a_form_is_sent_once_under_the_name_of_its_opening() -> None:
    data = {"payload": "p", "once": "open:1", "opened": "o", "fields": {"reason": "text"}, "f.reason": "because"}
    one = submitted(activity(type="invoke", name="task/submit", id="1", value={"data": data}))
    other = submitted(activity(type="invoke", name="task/submit", id="2", value={"data": data}))
    assert one == other
    assert one[2].values == {"reason": "because"}
    inside = {"action": {"type": "Action.Execute", "verb": "submit", "data": data}}
    assert submitted(activity(type="invoke", name="adaptiveCard/action", value=inside)) == one


def test_a_press_within_a_card_names_the_message_in_which_it_stands() -> None:
    value = {"action": {"type": "Action.Execute", "verb": "press", "data": {"payload": "p"}}}
    _name, place, act = pressed(in_channel("9", type="invoke", value=value, replyToId="9"))
    assert act == Pressed(payload="p", message="9")
    assert place == Place(channel=CHANNEL, thread="9", private=False)


def test_somebody_without_a_directory_id_is_named_by_their_account() -> None:
    assert user_of(activity(**{"from": {"id": "29:anonymous"}})) == "29:anonymous"
    assert tenant_of(activity(channelData=None)) == TENANT


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=8), inside, max_size=3),
    max_leaves=8,
)
NAMES = ("value", "attachments", "entities", "channelData", "text", "locale", "timestamp", "replyToId", "recipient")


@given(st.dictionaries(st.sampled_from(NAMES), JSON, max_size=6))
def test_activities_of_any_shape_are_read(fields: dict[str, Any]) -> None:
    strange = activity(**fields)
    deferred(strange), logs(strange), submitted(strange), pressed(strange), opens_form(strange), tenant_of(strange)
