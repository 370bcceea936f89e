"""The request URL stands open to the whole internet: only what Slack signed just now is read, and nothing else kept."""

import http.client
import json
import time
from collections.abc import Iterator, Mapping
from urllib.parse import urlencode

import pytest

from tests.faults.slack.inside import rows
from tests.patience import PATIENCE
from tests.slack_kit.desk import SECRET, SlackDesk
from tests.slack_kit.sending import Answer, sign

PATH = "/slack/events"
MARK = "ana-diaz-wants-out"
FORM = "application/x-www-form-urlencoded"
DEEP = b"[" * 100_000


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SlackDesk]:
    with SlackDesk(tmp_path_factory.mktemp("signed"), http=True) as made:
        yield made.start()


@pytest.fixture
def desk(office: SlackDesk) -> Iterator[SlackDesk]:
    """Whatever is sent in a test: nothing of it is kept, nothing is said, and nothing of it is in the log."""
    before, calls = rows(office, "SELECT count(*) FROM inbox"), len(office.slack.calls)
    yield office
    assert rows(office, "SELECT count(*) FROM inbox") == before
    assert len(office.slack.calls) == calls
    log = office.product.log()
    assert MARK not in log and "Traceback" not in log


def message(desk: SlackDesk) -> bytes:
    """A message of Emma's, as Slack would send it."""
    event = {"type": "message", "channel_type": "im", "user": "U0EMMA", "channel": "D1", "ts": "1.2", "text": MARK}
    return json.dumps({"type": "event_callback", "team_id": "T0NORTH", "event_id": "Ev1", "event": event}).encode()


def signed(body: bytes, *, stamp: str = "", secret: str = SECRET) -> dict[str, str]:
    stamp = stamp or str(int(time.time()))
    return {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": sign(secret, stamp, body)}


def sends(
    desk: SlackDesk, body: bytes, headers: Mapping[str, str], method: str = "POST", kind: str = "application/json"
) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", desk.port, timeout=PATIENCE)
    try:
        connection.request(method, PATH, body, {"Content-Type": kind, **headers})
        return connection.getresponse().status
    except (BrokenPipeError, ConnectionResetError):
        return connection.getresponse().status  # it did not read all of it
    finally:
        connection.close()


def test_what_another_secret_signed_is_refused(desk: SlackDesk) -> None:
    body = message(desk)
    assert sends(desk, body, signed(body, secret="another")) == 401


@pytest.mark.parametrize("age", [400, -400], ids=["old", "from the future"])
def test_what_was_signed_at_another_time_is_refused(desk: SlackDesk, age: int) -> None:
    body = message(desk)
    assert sends(desk, body, signed(body, stamp=str(int(time.time()) - age))) == 401


@pytest.mark.parametrize("stamp", ["yesterday", "NaN", "1e400", "٣", "-1", "1" * 400])
def test_a_time_that_is_none_is_refused(desk: SlackDesk, stamp: str) -> None:
    body = message(desk)
    headers = {name: value.encode().decode("latin-1") for name, value in signed(body, stamp=stamp).items()}
    assert sends(desk, body, headers) == 401


@pytest.mark.parametrize("missing", ["X-Slack-Request-Timestamp", "X-Slack-Signature"])
def test_without_either_header_it_is_refused(desk: SlackDesk, missing: str) -> None:
    body = message(desk)
    assert sends(desk, body, {k: v for k, v in signed(body).items() if k != missing}) == 401
    assert sends(desk, body, {**signed(body), missing: ""}) == 401


def test_a_body_that_was_changed_on_its_way_is_refused(desk: SlackDesk) -> None:
    body = message(desk)
    assert sends(desk, body.replace(b"U0EMMA", b"U0NOOR"), signed(body)) == 401
    assert sends(desk, b"", signed(body)) == 401


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "HEAD"])
def test_only_posts_are_taken(desk: SlackDesk, method: str) -> None:
    assert sends(desk, b"", signed(b""), method=method) == 405


def test_a_body_that_is_far_too_large_is_refused_before_it_is_read(desk: SlackDesk) -> None:
    body = b"x" * (5 * 1024 * 1024)
    assert sends(desk, body, signed(body)) == 413


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/json", f'{{"type": "event_callback", "text": "{MARK}'.encode()),
        ("application/json", json.dumps([MARK]).encode()),
        ("application/json", json.dumps(MARK).encode()),
        ("application/json", b"null"),
        ("application/json", b""),
        ("application/json", DEEP),
        (FORM, urlencode({"text": MARK}).encode()),
        (FORM, urlencode({"payload": f'{{"type": "{MARK}'}).encode()),
        (FORM, urlencode({"payload": json.dumps([MARK])}).encode()),
        (FORM, b""),
    ],
    ids=[
        *("half of it", "an array", "a text", "null", "nothing", "too deep"),
        *("a form without payload", "half a payload", "an array as payload", "an empty form"),
    ],
)
def test_what_is_signed_and_yet_is_not_slacks_is_refused(desk: SlackDesk, kind: str, body: bytes) -> None:
    assert sends(desk, body, signed(body), kind=kind) == 400


@pytest.mark.parametrize("body", [b"\xff\xfe{}", b'{"type": "\xff"}'])
def test_a_body_that_is_no_text_is_refused(desk: SlackDesk, body: bytes) -> None:
    assert sends(desk, body, signed(body)) in (400, 401)


@pytest.mark.parametrize(
    "payload",
    [
        {"type": "event_callback", "team_id": "T0NORTH", "event": MARK},
        {"type": "event_callback", "team_id": "T0NORTH", "event": {"type": "message", "channel_type": "im", "ts": []}},
        {"type": "block_actions", "team": {"id": "T0NORTH"}, "actions": MARK},
        {"type": "view_submission", "team": {"id": "T0NORTH"}, "view": MARK},
        {"type": "event_callback", "authorizations": MARK, "event": {}},
    ],
    ids=["event", "message", "press", "form", "authorizations"],
)
def test_what_has_another_shape_than_slacks_is_left_alone(desk: SlackDesk, payload: object) -> None:
    body = json.dumps(payload).encode()
    assert sends(desk, body, signed(body)) in (200, 500)


def test_an_unlisted_workspace_is_answered_and_nothing_of_it_kept(desk: SlackDesk) -> None:
    body = message(desk).replace(b"T0NORTH", b"T0OTHER")
    assert sends(desk, body, signed(body)) == 200


def test_slacks_own_knocks_are_answered(desk: SlackDesk) -> None:
    assert desk.slack.verifies_url("3eZbrw").body == {"challenge": "3eZbrw"}
    knock: Answer = desk.slack.posts(urlencode({"ssl_check": "1", "token": "x"}).encode(), FORM)
    assert knock.status == 200
    unsigned = json.dumps({"type": "url_verification", "challenge": "3eZbrw"}).encode()
    assert sends(desk, unsigned, {}) == 401


def test_there_is_nothing_else_at_the_port(desk: SlackDesk) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", desk.port, timeout=PATIENCE)
    for path in ("/", "/slack/install", "/slack/oauth_redirect", "/slack/events/", "/api/messages"):
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        assert answer.status in (404, 405), path
    connection.close()
