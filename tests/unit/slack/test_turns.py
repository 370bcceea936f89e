"""What Slack sends becomes turns: the names of acts, their places, and payloads of any shape."""

import json
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from adapters.slack.render.fields import VALUE
from adapters.slack.turns import context_of, deferred, opens_form, pressed, submitted, team_of, user_of
from bot.conversation.turn import HOME_PAGE, Asked, Incoming, Place, Pressed, Said, Submitted
from tests.lines import each

Payload = dict[str, Any]
BOT = "U0BOT"


def event(**fields: Any) -> Payload:
    """An event as Slack wraps it; by default somebody writes to the bot in private."""
    message = {"type": "message", "channel": "D1", "channel_type": "im", "user": "U1", "text": "hello", "ts": "1.5"}
    return {
        "type": "event_callback",
        "team_id": "T1",
        "event_id": "Ev1",
        "event_time": 1,
        "authorizations": [{"team_id": "T1", "user_id": BOT, "is_bot": True}],
        "event": {name: value for name, value in (message | fields).items() if value is not None},
    }


def press(**fields: Any) -> Payload:
    return {
        "type": "block_actions",
        "team": {"id": "T1"},
        "user": {"id": "U1"},
        "response_url": "https://hooks.slack.com/actions/1",
        "container": {"type": "message", "message_ts": "2.0", "channel_id": "C1"},
        "actions": [{"type": "button", "action_id": "press.1", "value": "v", "action_ts": "3.0"}],
        **fields,
    }


def kept(payload: Payload) -> Incoming:
    incoming = deferred(payload)
    assert incoming is not None
    return incoming


MAIL = {"mode": "email", "from": [{"address": "Robin@Northloop.example"}], "plain_text": "delete me", "subject": "Hi"}


# Messages


def test_words_in_private() -> None:
    incoming = kept(event())
    assert (incoming.id, incoming.tenant, incoming.user) == ("message:D1:1.5", "T1", "U1")
    assert incoming.place == Place(channel="D1") and incoming.act == Said(text="hello")
    assert incoming.at is not None and incoming.at.timestamp() == 1.5


def test_a_reply_in_a_private_thread_belongs_to_the_thread() -> None:
    incoming = kept(event(thread_ts="1.0"))
    assert incoming.place == Place(channel="D1", thread="1.0")
    assert incoming.conversation != kept(event()).conversation


def test_one_message_told_as_two_events_is_one_act() -> None:
    mention = event(type="app_mention", channel="C1", channel_type=None, text=f"<@{BOT}> log this", thread_ts="1.0")
    message = event(channel="C1", channel_type="channel", files=[MAIL], thread_ts="1.0")
    assert kept(mention).id == kept(message).id == "message:C1:1.5"


def test_a_mention_in_a_thread_wants_its_first_message() -> None:
    incoming = kept(event(type="app_mention", channel="C1", channel_type=None, text=f"<@{BOT}> this", thread_ts="1.0"))
    assert incoming.act == Said(text="this")
    assert incoming.place == Place(channel="C1", thread="1.0", private=False)
    assert incoming.wants == {"link": "C1 1.5", "root": "C1 1.0"}


def test_a_mention_that_begins_a_thread_wants_no_other_message() -> None:
    incoming = kept(event(type="app_mention", channel="C1", channel_type=None))
    assert incoming.place == Place(channel="C1", thread="1.5", private=False) and "root" not in incoming.wants


def test_a_mail_in_a_channel_belongs_to_its_sender_and_waits_for_no_other() -> None:
    mail = {"user": "USLACKBOT", "bot_id": "B1", "subtype": "file_share", "channel": "C1", "channel_type": "group"}
    first, second = kept(event(**mail, text="", files=[MAIL])), kept(event(**mail, text="", files=[MAIL], ts="2.0"))
    assert first.wants["mail_from"] == "robin@northloop.example"
    assert first.conversation != second.conversation
    assert isinstance(first.act, Said) and b"delete me" in first.act.files[0].content


def test_a_mail_that_names_no_sender_is_from_nobody() -> None:
    mail = {"user": "USLACKBOT", "bot_id": "B1", "subtype": "file_share", "channel": "C1", "channel_type": "group"}
    assert kept(event(**mail, files=[{"mode": "email"}])).wants["mail_from"] == ""


def test_files_are_wanted_and_not_fetched() -> None:
    file = {"name": "a.eml", "mimetype": "message/rfc822", "size": 9, "url_private_download": "https://x", "id": "F1"}
    incoming = kept(event(subtype="file_share", text="", files=[file]))
    assert json.loads(incoming.wants["files"]) == [{key: file[key] for key in file if key != "id"}]


def test_a_message_that_is_forwarded_within_slack_brings_its_words_and_mails() -> None:
    shared = {"is_msg_unfurl": True, "text": "Please &lt;b&gt; delete me", "files": [MAIL], "fallback": "[Nov 25] sam"}
    incoming = kept(event(text="", attachments=[shared]))
    assert isinstance(incoming.act, Said)
    assert incoming.act.text == "Please <b> delete me" and len(incoming.act.files) == 1


@each(
    "fields",
    [
        {"subtype": "message_changed", "hidden": True},
        {"subtype": "message_deleted", "hidden": True},
        {"subtype": "channel_join"},
        {"subtype": "bot_message", "bot_id": "B1"},
        {"bot_id": "B1", "user": BOT},
        {"user": None},
        {"hidden": True},
        {"channel": "C1", "channel_type": "channel"},
        {"channel": "C1", "channel_type": "channel", "files": [{"name": "plan.pdf"}], "subtype": "file_share"},
        {"channel": "C1", "channel_type": "mpim"},
        {"type": "app_mention", "bot_id": "B1"},
        {"type": "app_home_opened", "tab": "messages"},
        {"type": "reaction_added"},
    ],
)
def test_what_nobody_says_to_the_bot_is_no_act(fields: Payload) -> None:
    assert deferred(event(**fields)) is None


# Buttons, commands, shortcuts


def test_a_button_in_a_channel_is_answered_on_the_spot() -> None:
    name, place, act = pressed(press())
    assert name == "press:2.0:U1:3.0"
    assert place == Place(channel="C1", private=False, hook="https://hooks.slack.com/actions/1")
    assert act == Pressed(payload="v", message="2.0")


def test_a_button_in_a_private_message_is_answered_by_message() -> None:
    container = {"type": "message", "message_ts": "2.0", "channel_id": "D1", "thread_ts": "1.0"}
    assert kept(press(container=container)).place == Place(channel="D1", thread="1.0")
    seen_alone = kept(press(container={**container, "is_ephemeral": True}))
    assert seen_alone.place.hook == "https://hooks.slack.com/actions/1"


def test_a_button_of_the_home_page() -> None:
    incoming = kept(press(container={"type": "view", "view_id": "V1"}))
    assert incoming.place == Place(channel=HOME_PAGE) and incoming.id == "press:V1:U1:3.0"


def test_a_button_that_opens_a_form_is_not_deferred() -> None:
    payload = press(actions=[{"type": "button", "action_id": "form.1", "value": "v"}])
    assert opens_form(payload) and deferred(payload) is None


def test_a_choice_that_is_no_button_is_no_act() -> None:
    assert deferred(press(actions=[{"type": "overflow", "action_id": "press.1"}])) is None


@each(
    ("text", "act"),
    [
        ("", Asked(name="help")),
        ("  ", Asked(name="help")),
        ("HELP me", Asked(name="new", words="HELP me")),
        ("open a case: she wants out", Asked(name="new", words="open a case: she wants out")),
        ("status unknown, but Ana wants out", Asked(name="new", words="status unknown, but Ana wants out")),
        ("status DSR-2026-0001", Asked(name="status", words="DSR-2026-0001")),
        ("search  ana@x.example", Asked(name="search", words="ana@x.example")),
        ("statuses", Asked(name="new", words="statuses")),
        ("From: Ana <ana@x.example>\nhi & bye", Asked(name="new", words="From: Ana <ana@x.example>\nhi & bye")),
        ("ana &lt;ana@x.example&gt;", Asked(name="new", words="ana <ana@x.example>")),
    ],
)
def test_what_follows_the_command(text: str, act: Asked) -> None:
    command = {"command": "/privacy", "text": text, "team_id": "T1", "user_id": "U1", "channel_id": "C1"}
    assert kept({**command, "trigger_id": "1.2"}).act == act


def test_a_shortcut_wants_link_and_author_of_its_message() -> None:
    payload = {
        "type": "message_action",
        "callback_id": "log_request",
        "team": {"id": "T1"},
        "user": {"id": "U1"},
        "channel": {"id": "C1"},
        "message_ts": "1.0",
        "action_ts": "2.0",
        "message": {"ts": "1.0", "user": "U2", "text": "delete me"},
    }
    incoming = kept(payload)
    assert (incoming.id, incoming.user) == ("shortcut:C1:1.0:2.0", "U1")
    assert incoming.wants == {"link": "C1 1.0", "author": "U2"}
    assert deferred({**payload, "callback_id": "another"}) is None


@given(st.from_regex(r"[CD][A-Z0-9]{8}", fullmatch=True), st.none() | st.just("1.5"), st.text(max_size=1000))
def test_a_form_comes_back_to_where_it_was_opened(channel: str, thread: str | None, payload: str) -> None:
    place = Place(channel=channel, thread=thread, private=True)
    view = {"id": "V1", "private_metadata": context_of(place, payload), "blocks": [], "state": {"values": {}}}
    name, back, act = submitted({"type": "view_submission", "view": view})
    assert (name, back, act.payload) == ("view:V1", place, payload)


def test_half_a_character_in_a_form_does_not_keep_it_from_being_kept() -> None:
    chosen = {"type": "multi_static_select", "selected_options": [{"value": "b\ud83d"}]}
    state = {"values": {"own": {VALUE: {"type": "plain_text_input", "value": "a\ud83d"}}, "rights": {VALUE: chosen}}}
    view = {"id": "V1", "private_metadata": context_of(Place(channel="D1", private=True), "x\ud83d"), "state": state}
    _name, _place, act = submitted({"type": "view_submission", "view": view})
    assert (act.payload, act.values) == ("x�", {"own": "a�", "rights": ["b�"]})
    assert Submitted.model_validate_json(act.model_dump_json()) == act


# Payloads of any shape

SOME = st.sampled_from(["", "0", "1.5", "nan", "1e999", "C1", "D1", "U1", "<@U1>", "email", "\ud83d", "\x00", "a.eml"])
LEAF = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9) | SOME
KEYS = st.sampled_from(
    [
        *("type", "event", "user", "user_id", "bot_id", "channel", "channel_type", "text", "ts", "thread_ts", "files"),
        *("subtype", "team", "team_id", "id", "actions", "action_id", "value", "container", "message", "message_ts"),
        *("authorizations", "is_bot", "blocks", "elements", "attachments", "fields", "mode", "filetype", "plain_text"),
        *("command", "response_url", "view", "view_id", "name", "size", "from", "address", "headers", "url", "tab"),
    ]
)
ANYTHING = st.recursive(LEAF, lambda inside: st.lists(inside, max_size=3) | st.dictionaries(KEYS, inside, max_size=6))
KINDS = st.sampled_from(
    [
        {"type": "event_callback"},
        {"type": "block_actions"},
        {"type": "message_action", "callback_id": "log_request"},
        {"command": "/privacy"},
        {},
    ]
)
EVENTS = st.sampled_from(
    [
        {"type": "message", "channel_type": "im"},
        {"type": "message", "channel_type": "channel", "subtype": "file_share"},
        {"type": "app_mention"},
        {"type": "app_home_opened", "tab": "home"},
    ]
)
OBJECTS = st.dictionaries(KEYS, ANYTHING, max_size=12)


def _as_sent(payload: Payload) -> Payload:
    found: Payload = json.loads(json.dumps(payload))
    return found


def _deep(depth: int) -> Any:
    blocks: Any = [{"type": "section", "text": "deep"}]
    for _level in range(depth):
        blocks = [{"type": "rich_text_section", "elements": blocks}]
    return blocks


@given(KINDS, OBJECTS)
@example({"type": "event_callback"}, {"event": "message", "authorizations": ["U0BOT"]})
@example({"type": "event_callback"}, {"event": {"type": "message", "channel_type": "im", "user": "U1", "files": 3}})
@example({"type": "block_actions"}, {"actions": {"type": "button"}, "container": "message", "user": []})
@example({"type": "message_action", "callback_id": "log_request"}, {"message": {"blocks": _deep(200)}, "channel": "C1"})
def test_no_payload_of_any_shape_raises(kind: Payload, rest: Payload) -> None:
    payload = _as_sent({**rest, **kind})
    team_of(payload)
    user_of(payload)
    opens_form(payload)
    deferred(payload)


@given(EVENTS, OBJECTS)
@example({"type": "message", "channel_type": "im"}, {"user": "U1", "text": "cut within an emoji \ud83d"})
@example({"type": "message", "channel_type": "im"}, {"user": "U1", "thread_ts": 1.5, "files": [{"name": "\ud83d.eml"}]})
def test_every_act_can_be_kept(kind: Payload, rest: Payload) -> None:
    incoming = deferred(_as_sent(event(**{**rest, **kind})))
    if incoming is not None:
        assert Incoming.model_validate_json(incoming.model_dump_json()) == incoming


@given(OBJECTS, st.sampled_from([None, "file_share", "bot_message", "thread_broadcast"]), st.booleans())
def test_the_bots_own_messages_are_never_acts(rest: Payload, subtype: str | None, mention: bool) -> None:
    rest = {name: value for name, value in rest.items() if name != "files"}  # it sends none
    own = {"type": "app_mention" if mention else "message", "user": BOT, "bot_id": "B0BOT", "subtype": subtype}
    assert deferred(_as_sent(event(**{**rest, **own}))) is None


@given(st.text(max_size=40) | st.integers() | st.floats())
def test_odd_times_are_no_reason_to_lose_a_message(ts: Any) -> None:
    assert kept(_as_sent(event(ts=ts))).act == Said(text="hello")


def test_a_huge_message_is_read_in_no_time() -> None:
    text = "<" * 100_000 + "a" * 100_000 + "<@U1>" * 10_000
    incoming = kept(event(text=text))
    assert isinstance(incoming.act, Said) and incoming.act.text.startswith("<<<")
