"""The stand-in's connector takes what Teams takes, refuses what Teams refuses, and fails when it is told to."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.patience import PATIENCE
from tests.teams_kit.people import Person
from tests.teams_kit.standin import StandIn
from tests.teams_kit.state import TENANT
from tests.unit.teams_kit.tiny_app import CARD, GENERAL, HIDDEN, Body, TinyApp, card, execute, message, place, submit

HELLO = card("Hello")
FIELD = {"type": "Input.Text", "id": "f.why", "label": "Why"}


@pytest.mark.parametrize(
    ("changes", "status", "error"),
    [
        ({}, 200, None),
        ({"client_secret": "old"}, 401, "invalid_client"),
        ({"client_id": "another"}, 401, "invalid_client"),
        ({"tenant": "another"}, 400, "invalid_request"),
        ({"scope": "https://graph.microsoft.com/.default"}, 400, "invalid_scope"),
    ],
    ids=str,
)
def test_the_login_knows_one_app(app: TinyApp, changes: dict[str, str], status: int, error: str | None) -> None:
    got, answer = app.logs_in(**changes)
    assert (got, answer.get("error")) == (status, error)
    assert ("access_token" in answer) is (status == 200)


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", place()),
        ("POST", f"{place(GENERAL)}/activities"),
        ("PUT", f"{place(GENERAL)}/activities/1"),
        ("GET", f"{place(GENERAL)}/members/29:emma"),
        ("GET", f"{place(GENERAL)}/pagedmembers"),
    ],
)
def test_every_call_needs_the_logins_token(app: TinyApp, method: str, path: str) -> None:
    for bearer in ("none", "another"):
        assert app.call(method, path, bearer=bearer, json=message(HELLO))[0] == 401
    assert not app.teams.messages(GENERAL)


def wanted(account: str, tenant: str = TENANT) -> Body:
    return {"isGroup": False, "members": [{"id": account}], "tenantId": tenant}


def test_a_private_chat_is_made_once(app: TinyApp, emma: Person) -> None:
    status, first = app.call("POST", place(), json=wanted(emma.user.account))
    assert (status, first["id"]) == (201, emma.user.chat)
    app.posts(first["id"], HELLO)
    assert app.call("POST", place(), json=wanted(emma.user.aad))[1] == first
    assert [one.words for one in emma.inbox] == ["Hello"]


@pytest.mark.parametrize(
    ("wish", "status", "code"),
    [
        (wanted("29:ada"), 403, "ForbiddenOperationException"),
        (wanted("29:nobody"), 400, "BadArgument"),
        (wanted("29:emma", "another"), 400, "BadArgument"),
    ],
    ids=["who may not be", "nobody", "of another organisation"],
)
def test_not_everybody_can_be_written_to(app: TinyApp, wish: Body, status: int, code: str) -> None:
    got, answer = app.call("POST", place(), json=wish)
    assert (got, answer["error"]["code"]) == (status, code)


def test_a_post_begins_a_thread_or_goes_on_in_one(app: TinyApp) -> None:
    status, root = app.posts(GENERAL, HELLO)
    assert status == 201
    status, reply = app.posts(f"{GENERAL};messageid={root['id']}", card("More"))
    assert status == 201 and int(reply["id"]) > int(root["id"])
    (shown,) = app.teams.messages(GENERAL)
    assert shown.words == "Hello"
    assert [one.words for one in app.teams.replies(shown)] == ["More"]


@pytest.mark.parametrize(
    ("conversation", "status", "code"),
    [
        (f"{GENERAL};messageid=1", 404, "ConversationNotFound"),
        ("a:nobody", 404, "ConversationNotFound"),
        (HIDDEN, 403, "BotNotInConversationRoster"),
    ],
)
def test_a_post_that_leads_nowhere_is_refused(app: TinyApp, conversation: str, status: int, code: str) -> None:
    got, answer = app.posts(conversation, HELLO)
    assert (got, answer["error"]["code"]) == (status, code)


@pytest.mark.parametrize(
    "activity",
    [
        {"type": "message", "text": "no card"},
        {"type": "typing", "attachments": message(HELLO)["attachments"]},
        {"type": "message", "attachments": message(HELLO)["attachments"] * 2},
        {"type": "message", "attachments": [{"contentType": "text/html", "content": HELLO}]},
        {"type": "message", "attachments": [{"contentType": CARD}]},
        message({**HELLO, "version": "1.6"}),
        message(card(" ")),
        message(card("<at>Emma</at>, look")),
        message(card("Hello", {"type": "Action.ShowCard", "title": "More", "card": HELLO})),
        message(card("Why?", submit("Send", "p"), fields=(FIELD,))),
        message(card("x" * 28_000)),
    ],
    ids=[
        *("words alone", "another type", "two cards", "another content", "no content", "another version", "no words"),
        *("a mention of nobody", "an unknown button", "fields that nothing sends", "too large"),
    ],
)
def test_what_teams_would_not_show_is_refused_and_noted(app: TinyApp, activity: Body) -> None:
    _status, posted = app.posts(GENERAL, HELLO)
    for method, path in (("POST", "activities"), ("PUT", f"activities/{posted['id']}")):
        status, answer = app.call(method, f"{place(GENERAL)}/{path}", json=activity)
        assert (status, answer["error"]["code"]) == (400, "BadSyntax")
    assert len(app.teams.state.refused) == 2
    assert [one.words for one in app.teams.messages(GENERAL)] == ["Hello"]


def test_an_update_shows_the_same_to_everybody(app: TinyApp, emma: Person, noor: Person) -> None:
    _status, posted = app.posts(GENERAL, card("Open", execute("Take it", "p")))
    (shown,) = app.teams.messages(GENERAL)
    app.answers["adaptiveCard/action"] = (200, {"statusCode": 200, "type": CARD, "value": card("Yours")})
    emma.presses(shown, "Take it")
    assert (shown.seen(emma.user)["body"][0]["text"], shown.seen(noor.user)) == ("Yours", shown.card)
    changed = message(card("Taken"))
    assert app.call("PUT", f"{place(GENERAL)}/activities/{posted['id']}", json=changed)[0] == 200
    assert shown.words == "Taken"
    assert shown.seen(emma.user) == shown.seen(noor.user) == shown.card


@pytest.mark.parametrize("where", [(GENERAL, "1"), (HIDDEN, "")], ids=["deleted", "in another conversation"])
def test_only_a_message_that_is_there_can_be_updated(app: TinyApp, where: tuple[str, str]) -> None:
    _status, posted = app.posts(GENERAL, HELLO)
    path = f"{place(where[0])}/activities/{where[1] or posted['id']}"
    status, answer = app.call("PUT", path, json=message(card("Changed")))
    assert (status, answer["error"]["code"]) == (404, "ActivityNotFoundInConversation")
    assert app.teams.messages(GENERAL)[0].words == "Hello"


def test_members_are_found_by_any_of_their_names_and_listed_by_pages(app: TinyApp, emma: Person) -> None:
    for name in (emma.user.account, emma.user.aad, emma.user.email):
        status, member = app.call("GET", f"{place(GENERAL)}/members/{name}")
        assert (status, member["name"], member["objectId"]) == (200, "Emma Bakker", member["aadObjectId"])
    _status, first = app.call("GET", f"{place(GENERAL)}/pagedmembers")
    _status, last = app.call("GET", f"{place(GENERAL)}/pagedmembers?continuationToken={first['continuationToken']}")
    assert [one["name"] for one in first["members"] + last["members"]] == ["Emma Bakker", "Noor Smit", "Ada Berg"]
    assert "continuationToken" not in last


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        (f"{place(GENERAL)}/members/29:nobody", 404, "MemberNotFoundInConversation"),
        (f"{place(HIDDEN)}/members/29:noor", 403, "BotNotInConversationRoster"),
        (f"{place(HIDDEN)}/pagedmembers", 403, "BotNotInConversationRoster"),
    ],
)
def test_members_are_not_shown_to_everybody(app: TinyApp, path: str, status: int, code: str) -> None:
    got, answer = app.call("GET", path)
    assert (got, answer["error"]["code"]) == (status, code)


def test_a_file_needs_no_token_and_must_not_get_one(app: TinyApp, teams: StandIn) -> None:
    teams.server.files["mail.eml"] = b"Subject: hello"
    assert app.call("GET", "/files/mail.eml", bearer="none") == (200, b"Subject: hello")
    assert app.call("GET", "/files/mail.eml")[0] == 400
    assert app.call("GET", "/files/other.eml", bearer="none")[0] == 404


def test_trouble_comes_so_often_and_where_it_was_ordered(app: TinyApp, emma: Person) -> None:
    app.call("POST", place(), json=wanted(emma.user.account))
    trouble = app.teams.trouble("post", times=2, status=429, retry_after="7", conversation=GENERAL)
    assert app.posts(emma.user.chat, HELLO)[0] == 201
    for _time in range(2):
        status, answer = app.posts(GENERAL, HELLO)
        assert (status, answer["retry"], answer["error"]["code"]) == (429, "7", "ServiceError")
    assert not app.teams.messages(GENERAL)
    assert app.posts(GENERAL, HELLO)[0] == 201
    assert trouble.hits == 2
    statuses = [(call.conversation, call.status) for call in app.teams.server.calls if call.kind == "post"]
    assert statuses == [(emma.user.chat, 201), (GENERAL, 429), (GENERAL, 429), (GENERAL, 201)]


@pytest.mark.parametrize(("how", "messages"), [("cut", 0), ("swallow", 1)])
def test_a_connection_is_cut_before_or_after_the_message_is_there(app: TinyApp, how: str, messages: int) -> None:
    what: dict[str, Any] = {how: True}
    app.teams.trouble("post", **what)
    assert app.posts(GENERAL, HELLO) == (0, None)
    assert len(app.teams.messages(GENERAL)) == messages


def test_a_call_hangs_until_it_is_let_go(app: TinyApp) -> None:
    trouble = app.teams.trouble("keys", times=None, hold=True)
    with ThreadPoolExecutor() as elsewhere:
        answer = elsewhere.submit(app.call, "GET", "/openid", bearer="none")
        app.teams.wait(lambda: trouble.hits)
        assert not answer.done()
        trouble.ends()
        assert answer.result(timeout=PATIENCE)[0] == 200


def test_waiting_in_vain_tells_what_there_is(app: TinyApp) -> None:
    app.posts(GENERAL, HELLO)
    with pytest.raises(AssertionError, match=r"(?s)nothing came.*general.*Hello.*post .*201"):
        app.teams.wait(lambda: False, seconds=0)
