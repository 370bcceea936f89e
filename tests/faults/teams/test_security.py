"""Who is let in: tokens, service addresses and organisations; and what is no activity at all. Nothing of it is kept."""

import json
import time
from typing import Any

import jwt
import pytest

from tests.teams_kit.desk import OTHER_TENANT, TeamsDesk
from tests.teams_kit.keys import ISSUER
from tests.teams_kit.state import APP

HOUR = 3600


def hs256(office: TeamsDesk) -> str:
    """Signed with what anybody may know, by a client that hopes for a verifier that takes any algorithm."""
    claims = {"iss": ISSUER, "aud": APP, "serviceurl": office.teams.service_url, "exp": int(time.time()) + HOUR}
    return jwt.encode(claims, "x" * 64, "HS256", {"kid": "first"})


def unsigned(office: TeamsDesk) -> str:
    claims = {"iss": ISSUER, "aud": APP, "serviceurl": office.teams.service_url, "exp": int(time.time()) + HOUR}
    return jwt.encode(claims, "", "none", {"kid": "first"})


def kept(office: TeamsDesk) -> int:
    return int(office.rows("SELECT count(*) FROM inbox")[0][0])


@pytest.mark.parametrize(
    "changes",
    [
        {"signed_by": "forger", "kid": "first"},
        {"signed_by": "forger"},
        {"exp": int(time.time()) - HOUR},
        {"exp": None},
        {"nbf": int(time.time()) + HOUR},
        {"aud": "00000000-2222-3333-4444-555555555555"},
        {"aud": None},
        {"iss": "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"},
        {"iss": None},
        {"serviceurl": None},
        {"serviceurl": "https://smba.trafficmanager.net/other/"},
    ],
    ids="-".join,
)
def test_a_token_that_proves_nothing_is_refused(office: TeamsDesk, changes: dict[str, Any]) -> None:
    before = kept(office)
    assert office.teams.sends(office.emma.activity(), bearer=office.teams.token(**changes))[0] == 401
    assert kept(office) == before


def test_no_token_and_no_signature_are_refused(office: TeamsDesk) -> None:
    before, activity = kept(office), office.emma.activity()
    assert office.teams.sends(activity, bearer=None)[0] == 401
    for bearer in (hs256(office), unsigned(office), "a.b.c", "é", "x" * 5000):
        assert office.teams.sends(activity, bearer=bearer)[0] == 401
    for header in ("Basic abc", "Bearer", "Bearer  ", office.teams.token()):
        assert office.teams.sends(activity, bearer=None, headers={"Authorization": header})[0] == 401
    assert kept(office) == before


@pytest.mark.parametrize("url", ["https://evil.example/", "http://169.254.169.254/", "file:///etc/passwd", "?"])
def test_an_untrusted_service_url_is_refused_even_with_a_good_token(office: TeamsDesk, url: str) -> None:
    before = kept(office)
    activity = office.emma.activity(serviceUrl=url)
    assert office.teams.sends(activity, bearer=office.teams.token(service_url=url))[0] == 403
    assert kept(office) == before


def test_another_channel_than_teams_is_refused(office: TeamsDesk) -> None:
    assert office.teams.sends(office.emma.activity(channelId="webchat"))[0] == 401


def test_another_organisation_is_refused(office: TeamsDesk) -> None:
    before = kept(office)
    visitor = office.teams.add_user("Vera Stone", "vera@elsewhere.example", tenant=OTHER_TENANT)
    assert office.teams.sends(visitor.activity())[0] == 403
    assert kept(office) == before


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b"null", b'"hello"', b"\xff\xfe", b"[" * 100_000, b"{}", b'{"type": 3}'],
)
def test_what_is_no_json_object_is_a_bad_request(office: TeamsDesk, body: bytes) -> None:
    assert office.teams.sends(body)[0] == 400


@pytest.mark.parametrize(
    "change",
    [
        {"conversation": None},
        {"conversation": []},
        {"conversation": {"id": 5}},
        {"from": None},
        {"from": "29:emma"},
        {"id": None},
        {"serviceUrl": None},
        {"channelId": None},
        {"type": "invoke"},
        {"type": "invoke", "name": "adaptiveCard/action"},
        {"type": "invoke", "name": "adaptiveCard/action", "value": "x"},
        {"type": "invoke", "name": "adaptiveCard/action", "value": {"action": {"type": "Action.Submit"}}},
    ],
    ids=str,
)
def test_an_activity_that_lacks_what_matters_is_a_bad_request(office: TeamsDesk, change: dict[str, Any]) -> None:
    before = kept(office)
    activity = {name: value for name, value in office.emma.activity(**change).items() if value is not None}
    assert office.teams.sends(activity)[0] == 400
    assert kept(office) == before


@pytest.mark.parametrize("name", ["task/fetch", "task/submit", "composeExtension/fetchTask"])
@pytest.mark.parametrize("value", [None, "x", [], {}, {"data": "x"}, {"data": {"payload": ["x"]}}], ids=str)
def test_a_strange_invoke_gets_an_answer_and_harms_nothing(office: TeamsDesk, name: str, value: Any) -> None:
    status, _body = office.teams.sends(office.emma.activity(type="invoke", name=name, value=value))
    assert status in (200, 400)


def test_an_unknown_invoke_is_not_implemented(office: TeamsDesk) -> None:
    assert office.teams.sends(office.emma.activity(type="invoke", name="tab/fetch", value={}))[0] == 501


def test_a_huge_body_is_not_read(office: TeamsDesk) -> None:
    activity = json.dumps(office.emma.activity(text="x" * 1_500_000)).encode()
    assert office.teams.sends(activity)[0] in (0, 413)


def test_a_new_key_is_looked_for_but_strangers_do_not_make_us_ask_all_the_time(office: TeamsDesk) -> None:
    before = office.teams.count("keys")
    for _try in range(5):
        assert office.teams.sends(office.emma.activity(), bearer=office.teams.token(signed_by="unheard"))[0] == 401
    assert office.teams.count("keys") <= before + 2


def test_nothing_of_a_token_or_a_message_is_in_the_log(office: TeamsDesk) -> None:
    token = office.teams.token(signed_by="forger", kid="first")
    office.teams.sends(office.emma.activity(text="secret words of Ana"), bearer=token)
    assert "secret words" not in office.product.log()
    assert token[-20:] not in office.product.log()
