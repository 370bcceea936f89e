"""The stand-in speaks as Slack does, to an app on the official SDK, over HTTP and over Socket Mode."""

import pytest

from tests.slack_kit.people import Person
from tests.slack_kit.reading import buttons, words
from tests.slack_kit.standin import StandIn
from tests.unit.slack_kit.tiny_app import TinyApp


def test_a_conversation_from_hello_to_a_sent_form(slack: StandIn, app: TinyApp, emma: Person) -> None:
    assert emma.says("hello").answer.status == 200
    slack.wait(lambda: emma.inbox)
    assert words(emma.inbox[0]) == "Good day\n[Open case]"
    assert buttons(emma.inbox[0]) == ["Open case"]

    emma.presses(emma.inbox[0], "Open case")
    slack.wait(lambda: emma.modal)
    pressed = app.bodies[-1]
    assert pressed["actions"][0]["value"] == "7"
    assert pressed["container"]["message_ts"] == pressed["message"]["ts"] == emma.inbox[0]["ts"]

    assert emma.submits(reason="bad").errors == {"reason": "Please say why"}
    assert len(emma.forms) == 1
    emma.submits(reason="good", kind="Erasure")
    assert not emma.forms
    assert app.bodies[-1]["state"]["values"]["kind"]["choice"]["selected_option"]["value"] == "erasure"


def test_a_command_is_answered_at_once_and_later(slack: StandIn, app: TinyApp, emma: Person) -> None:
    emma.runs("/privacy", "a case", channel="C0GENERAL")
    slack.wait(lambda: slack.channel("C0GENERAL").messages and emma.ephemeral)
    assert words(emma.ephemeral[0]) == "Heard a case"
    assert words(slack.channel("C0GENERAL").messages[0]) == "And later"


def test_a_shortcut_and_the_home_page(slack: StandIn, app: TinyApp, emma: Person) -> None:
    said = emma.says("ana@x.example wants out", channel="C0GENERAL")
    emma.uses_shortcut("log", said)
    slack.wait(lambda: emma.ephemeral)
    assert app.bodies[-1]["message"]["text"] == "<mailto:ana@x.example|ana@x.example> wants out"
    emma.opens_home()
    assert words(slack.wait(lambda: emma.home)) == "Your requests"


def test_the_same_event_again_has_the_same_id(slack: StandIn, app: TinyApp, emma: Person) -> None:
    sent = emma.says("once")
    assert [answer.status for answer in slack.repeat(sent, times=4, retries=2)] == [200] * 4
    assert len({body["event_id"] for body in app.bodies}) == 1
    assert len(app.bodies) == 5


def test_a_mention_is_two_events_of_one_message(slack: StandIn, app: TinyApp, emma: Person) -> None:
    sent = emma.mentions("look", channel="C0GENERAL")
    assert sent.shown["text"] == "<@U0BOT> look"
    assert [body["event"]["type"] for body in app.bodies] == ["app_mention", "message"]
    assert len({body["event"]["ts"] for body in app.bodies}) == 1
    assert len({body["event_id"] for body in app.bodies}) == 2


@pytest.mark.parametrize(("asked", "left"), [("update", 1), ("push", 2), ("clear", 0)])
def test_an_answer_to_a_form_changes_the_stack(slack: StandIn, app: TinyApp, asked: str, left: int) -> None:
    emma = slack.person("U0EMMA")
    emma.says("hello")
    slack.wait(lambda: emma.inbox)
    emma.presses(emma.inbox[0], "Open case")
    first = slack.wait(lambda: emma.modal)
    emma.submits(reason=asked)
    assert [view["root_view_id"] for view in emma.forms] == [first["id"]] * left
    with pytest.raises(AssertionError, match=r"required|no form"):
        emma.submits(reason="")


def test_a_press_may_replace_what_only_one_person_sees(slack: StandIn, app: TinyApp, emma: Person) -> None:
    button = {"type": "button", "action_id": "keep", "text": {"type": "plain_text", "text": "Keep"}}
    blocks = [{"type": "actions", "elements": [button]}]
    whisper = app.client.chat_postEphemeral(channel="C0PRIV", user="U0EMMA", text="Keep it?", blocks=blocks)
    app.run(whisper)
    emma.presses(emma.ephemeral[0], "Keep")
    slack.wait(lambda: words(emma.ephemeral[0]) == "Kept")
    assert len(emma.ephemeral) == 1
    assert not slack.channel("C0PRIV").messages


def test_a_limit_is_waited_for(slack: StandIn, app: TinyApp, emma: Person) -> None:
    slack.trouble("chat.postMessage", status=429, retry_after=0)
    emma.says("hello")
    slack.wait(lambda: emma.inbox)
    assert [call.status for call in slack.calls_of("chat.postMessage")] == [429, 200]


@pytest.mark.parametrize("reason", ["warning", "refresh_requested", "link_disabled"])
def test_a_client_reconnects_when_it_is_told_to(slack: StandIn, emma: Person, reason: str) -> None:
    tiny = TinyApp(slack).over_socket_mode()
    try:
        first = slack.links.links[0]
        slack.disconnects(reason)
        slack.wait(lambda: slack.connections and first not in slack.links.links)
        assert emma.says("still there").answer.status == 200
    finally:
        tiny.close()


def test_an_event_without_an_acknowledgement_comes_again(slack: StandIn, emma: Person) -> None:
    tiny = TinyApp(slack).over_socket_mode()
    held = slack.trouble("chat.postMessage", hold=True)
    try:
        with slack.without_waiting():
            sent = emma.says("hello")
        slack.wait(lambda: held.hits)
        slack.cuts()
        assert sent.answer.status == 200
        frames = [frame for frame in slack.links.frames if frame["type"] == "events_api"]
        assert [(frame["retry_attempt"], frame["retry_reason"]) for frame in frames[:2]] == [(0, ""), (1, "timeout")]
        assert len({frame["payload"]["event_id"] for frame in frames[:2]}) == 1
        held.release()
    finally:
        tiny.close()


def test_a_wrong_or_old_signature_is_for_the_app_to_refuse(slack: StandIn, emma: Person) -> None:
    tiny = TinyApp(slack).over_http()
    try:
        sent = emma.says("once")
        assert slack.repeat(sent, wrong_signature=True)[0].status == 401
        assert slack.repeat(sent, seconds_old=400)[0].status == 401
        assert slack.verifies_url("abc").body == {"challenge": "abc"}
    finally:
        tiny.close()


def test_a_mail_arrives_as_slackbots_file(slack: StandIn, app: TinyApp) -> None:
    slack.mail_arrives("C0PRIV", ("Ana", "ana@x.example"), "Delete me", "Please delete my data.")
    event = app.bodies[-1]["event"]
    assert (event["user"], event["subtype"], event["text"]) == ("USLACKBOT", "file_share", "")
    file = event["files"][0]
    assert (file["mode"], file["from"][0]["address"]) == ("email", "ana@x.example")


def test_edits_and_deletions_are_events_of_their_own(slack: StandIn, app: TinyApp, emma: Person) -> None:
    sent = emma.says("first")
    emma.edits(sent, "second")
    assert app.bodies[-1]["event"]["message"]["text"] == "second"
    emma.deletes(sent)
    assert app.bodies[-1]["event"]["subtype"] == "message_deleted"
    assert len({body["event_id"] for body in app.bodies}) == 3
    assert not emma.im.messages


def test_only_what_the_manifest_names_is_delivered(slack: StandIn, app: TinyApp, emma: Person) -> None:
    slack.workspace.manifest.events.discard("message.im")
    assert not emma.says("nobody hears").envelopes
    with pytest.raises(AssertionError, match="no /other"):
        emma.runs("/other")


def test_the_apps_own_messages_come_back_to_it(slack: StandIn, emma: Person) -> None:
    tiny = TinyApp(slack).over_socket_mode()
    try:
        emma.says("hello")
        slack.wait(lambda: len(slack.links.frames) == 2)
        echoed = slack.links.frames[1]["payload"]["event"]
        assert (echoed["bot_id"], echoed["channel_type"], echoed["ts"]) == ("B0BOT", "im", emma.inbox[0]["ts"])
    finally:
        tiny.close()


def test_an_app_that_is_gone_answers_nothing(slack: StandIn, emma: Person) -> None:
    tiny = TinyApp(slack).over_http()
    tiny.close()
    assert emma.says("anybody?").answer.status == 0
    assert emma.im.messages[0]["text"] == "anybody?"
