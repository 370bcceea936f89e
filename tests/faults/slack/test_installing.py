"""The app is installed from a page, in the workspaces of one organisation, removed, and installed again."""

import http.client
import re
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from bot.delivery.ledger import REVIVE
from tests.conftest import DATABASES
from tests.faults.slack.inside import Indoors, hands_over, held, rows, told
from tests.patience import PATIENCE
from tests.slack_kit.desk import FORWARD, GENERAL, SlackDesk, policy_for_slack
from tests.slack_kit.reading import words
from tests.slack_kit.standin import BOT_TOKEN

pytestmark = pytest.mark.filterwarnings("ignore:BasicAuth is deprecated:DeprecationWarning")  # the SDK uses it

_numbers = count(1)

CLIENT = {"SLACK_BOT_TOKEN": "", "SLACK_CLIENT_ID": "111.222", "SLACK_CLIENT_SECRET": "client-secret"}


class Seen(NamedTuple):
    """A page as the installer's browser shows it."""

    status: int
    cookie: str
    text: str


def visits(desk: SlackDesk, path: str, cookie: str = "") -> Seen:
    connection = http.client.HTTPConnection("127.0.0.1", desk.port, timeout=PATIENCE)
    connection.request("GET", path, headers={"Cookie": cookie} if cookie else {})
    answer = connection.getresponse()
    seen = Seen(answer.status, answer.headers.get("Set-Cookie", ""), answer.read().decode())
    connection.close()
    return seen


def begins(desk: SlackDesk) -> tuple[str, str]:
    """Open the page of the installation: the state that Slack is given, and the cookie."""
    page = visits(desk, "/slack/install")
    assert page.status == 200
    (link,) = re.findall(r'href="(https://slack\.com/oauth/v2/authorize\?[^"]+)"', page.text.replace("&amp;", "&"))
    asked = parse_qs(urlsplit(link).query)
    assert asked["client_id"] == ["111.222"]
    assert "chat:write" in asked["scope"][0] and "users:read.email" in asked["scope"][0]
    return asked["state"][0], page.cookie.split(";")[0]


def comes_back(desk: SlackDesk, cookie: str = "", **query: str) -> Seen:
    return visits(desk, f"/slack/oauth_redirect?{urlencode(query)}", cookie)


def installs(desk: SlackDesk, team: str = "T0NORTH") -> Seen:
    state, cookie = begins(desk)
    return comes_back(desk, cookie, code=desk.slack.offers_code(team), state=state)


def made(folder: Path, **environment: str) -> SlackDesk:
    desk = SlackDesk(folder, http=True, **CLIENT, **environment)
    policy_for_slack(folder, tenants=("T0SOUTH",))
    desk.slack.passes.rotates = True
    for team in ("T0SOUTH", "T0OTHER"):
        name = team[2:].title()
        desk.slack.add_team(team, name.lower(), name=name)
        desk.slack.add_user(
            f"U0{name}", name, real_name=f"{name} Smith", email=f"{name}@northloop.example", team_id=team
        )
    return desk


@pytest.fixture(params=DATABASES)
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SlackDesk]:
    """A desk that is installed nowhere yet, on either kind of database."""
    with ExitStack() as kept:
        where: dict[str, str] = {}
        if request.param == "postgresql":
            engine = kept.enter_context(request.getfixturevalue("postgres").empty())
            where = {"DATABASE_URL": engine.url.render_as_string(hide_password=False)}
        yield kept.enter_context(made(tmp_path, **where)).start()


@pytest.fixture
def indoors(tmp_path: Path) -> Iterator[Indoors]:
    with made(tmp_path) as desk, Indoors(desk) as house:
        yield house


def test_from_the_page_to_the_first_answer_and_on_after_a_restart(desk: SlackDesk) -> None:
    assert "BAD  The Slack app is not installed in T0NORTH (not_installed). Open /slack/install there." in (
        desk.product.log()
    )
    page = installs(desk)
    assert page.status == 200
    assert "Privacy Desk is installed in north. Invite it to the privacy channel, and say hello to it." in page.text
    desk.emma.says("hello")
    told(desk, desk.emma, "Hello Emma Brooks")
    desk.product.kill()
    desk.start()
    desk.sam.says("hello")
    told(desk, desk.sam, "Hello Sam Okafor")
    used = {call.token for call in desk.slack.calls_of("chat.postMessage")}
    assert len(used) == 1 and BOT_TOKEN not in used
    assert "code." not in desk.product.log()


def test_each_listed_workspace_is_served_and_no_other(desk: SlackDesk) -> None:
    installs(desk)
    assert "Privacy Desk is installed in South" in installs(desk, "T0SOUTH").text
    south, other = desk.slack.person("U0South"), desk.slack.person("U0Other")
    south.says(FORWARD)
    desk.emma.says("hello")
    desk.slack.wait(lambda: south.inbox and desk.emma.inbox)
    south.presses(south.inbox[0], "Open case")
    desk.slack.wait(lambda: desk.cards)  # in the home workspace
    refused = installs(desk, "T0OTHER")
    assert refused.status == 403
    assert "its policy does not list this workspace. Nothing was installed. Add T0OTHER to `tenants`" in refused.text
    (token,) = [token for token in desk.slack.passes.tokens.values() if token.team_id == "T0OTHER"]
    assert token.fate == "token_revoked"
    desk.slack.add_channel("C0OTHER", "other", other.id, team="T0OTHER")
    other.says("delete my data please")
    other.runs("/privacy", "mine", channel="C0OTHER")
    (said,) = desk.slack.wait(lambda: other.ephemeral)
    assert "This desk serves another organisation. Nothing was kept." in words(said)
    assert not other.inbox


def test_whoever_comes_back_another_way_installs_nothing(indoors: Indoors) -> None:
    desk = indoors.desk
    state, cookie = begins(desk)
    code = desk.slack.offers_code()
    ways = {
        "another browser": comes_back(desk, code=code, state=state),
        "another state": comes_back(desk, cookie, code=code, state="made-up"),
        "no state": comes_back(desk, cookie, code=code),
        "no code": comes_back(desk, cookie, state=state),
        "a used state": comes_back(desk, cookie, code=code, state=state),
        "a code that is none": comes_back(desk, begins(desk)[1], code="made-up", state="made-up"),
    }
    assert {name: page.status for name, page in ways.items() if page.status not in (400, 401)} == {}
    assert all("The installation did not work" in page.text for page in ways.values())
    state, cookie = begins(desk)
    assert "invalid_code" in comes_back(desk, cookie, code="made-up", state=state).text
    assert rows(desk, "SELECT count(*) FROM slack_bots") == [(0,)]


def test_an_installation_that_is_cancelled_says_so(indoors: Indoors) -> None:
    _state, cookie = begins(indoors.desk)
    page = comes_back(indoors.desk, cookie, error="access_denied<script>")
    assert page.status == 200
    assert "The installation did not work (access_denied&lt;script&gt;). Start again at /slack/install." in page.text


def test_an_installation_while_slack_is_away_can_be_tried_again(indoors: Indoors) -> None:
    indoors.slack.trouble("oauth.v2.access", times=2, reset=True)
    page = installs(indoors.desk)
    assert page.status == 502 and "Slack is out of reach just now" in page.text
    assert installs(indoors.desk).status == 200


@pytest.mark.parametrize(("away", "afterwards"), [(5, timedelta(minutes=3)), (30, REVIVE)], ids=["5 hours", "a day"])
def test_what_was_to_be_said_while_the_app_was_removed_is_said_after_it_is_installed_again(
    indoors: Indoors, away: int, afterwards: timedelta
) -> None:
    desk, emma = indoors.desk, indoors.desk.emma
    installs(desk)
    emma.says(FORWARD)
    indoors.settle()
    emma.presses(emma.inbox[0], "Open case")
    emma.says("help")
    assert {one.status for one in desk.slack.repeat(desk.slack.uninstalls(), retries=1)} == {200}
    desk.slack.wait(lambda: rows(desk, "SELECT count(*) FROM slack_bots") == [(0,)])
    for _hour in range(away):
        indoors.house.tick()
        indoors.later(hours=1)
    assert not desk.cards
    assert not [call for call in desk.slack.calls if call.error in ("token_revoked", "invalid_auth")]
    assert installs(desk).status == 200
    for _try in range(5):
        indoors.house.tick()
        indoors.later(seconds=afterwards.total_seconds() / 4)
    names = [str(card["metadata"]["event_payload"]["once"]) for card in desk.cards]
    assert len([name for name in names if not name.startswith("nudge:") and ":dead:" not in name]) == 1
    assert len(names) == len(set(names))
    assert "is open" in "".join(map(words, emma.inbox))
    open_ = "SELECT count(*) FROM {} WHERE state <> 'done' AND NOT (state = 'dead' AND lane LIKE 'alarm:%')"
    assert rows(desk, open_.format("outbox")) == [(0,)]
    assert rows(desk, "SELECT count(*) FROM inbox WHERE state <> 'done'") == [(0,)]


def test_a_removal_that_is_told_in_either_order_leaves_no_token(indoors: Indoors) -> None:
    desk = indoors.desk
    installs(desk)
    sent = desk.slack.uninstalls()
    assert {one.status for one in sent} == {200}
    for envelope in reversed(sent.envelopes):
        assert desk.slack.send(envelope).result(timeout=PATIENCE).status == 200
    left = "SELECT (SELECT count(*) FROM slack_bots) + (SELECT count(*) FROM slack_installations)"
    desk.slack.wait(lambda: rows(desk, left) == [(0,)])


def test_a_command_in_a_workspace_in_which_the_app_is_not_installed_any_more(indoors: Indoors) -> None:
    """It is kept and answered later: the way to answer on the spot needs no token."""
    desk, sam = indoors.desk, indoors.desk.sam
    installs(desk)
    sam.says("hello")
    indoors.settle()
    desk.slack.uninstalls()
    assert sam.runs("/privacy", "mine", channel=GENERAL).answer.status == 200
    indoors.settle()
    assert len(sam.ephemeral) == 1


def test_the_renewed_token_is_used_while_many_messages_go_out(indoors: Indoors) -> None:
    desk = indoors.desk
    installs(desk)
    for token in desk.slack.passes.tokens.values():
        if token.team_id == "T0NORTH" and token.value.startswith("xoxe"):
            token.fate = "token_expired"
    people = [desk.emma, desk.sam, desk.priya, desk.noor, desk.daan]
    for person in people:
        person.says("hello")
    indoors.settle()
    for _try in range(3):
        indoors.later(seconds=20)
    assert [len(person.inbox) for person in people] == [1] * len(people)
    assert len([c for c in desk.slack.calls_of("oauth.v2.access") if c.args.get("grant_type") == "refresh_token"]) == 1


def test_held_posts_of_a_removed_app_end_the_process_cleanly(tmp_path: Path) -> None:
    with made(tmp_path) as desk:
        desk.start()
        installs(desk)
        hands_over(desk, desk.emma, FORWARD)
        desk.quiet()
        with held(desk, "chat.postMessage"):
            desk.sam.says("hello")
            desk.slack.uninstalls()
            desk.product.stop()
        log = desk.product.log()
        assert "Traceback" not in log and "Unclosed" not in log
