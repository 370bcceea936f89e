"""Settings of the machine, from the environment. What the organisation decides stands in the policy file."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from bot.errors import BadSettings
from bot.policy import GUID
from bot.vault import Vault

KEY_FILE = "desk.key"
EXAMPLE_POLICY = Path(__file__).parent.parent / "policies" / "example.toml"


OFF = ("0", "off", "no", "")
LOOPBACK = ("127.0.0.1", "::1", "localhost")
BOT_TOKENS, APP_TOKENS = ("xoxb-", "xoxe.xoxb-"), ("xapp-",)  # how they begin; another one acts for a person
OFFICIAL_SLACK = "https://slack.com/api/"


@dataclass(frozen=True)
class SlackSettings:
    """How the desk talks with Slack.

    Args:
        bot_token: of the one workspace; empty where the app is installed from a page.
        app_token: set: Socket Mode, unless a signing secret is there.
        signing_secret: set: HTTP.
        client_id, client_secret: set: the app is installed from a page (OAuth).
        api_url: of the Web API; another one for test servers.
    """

    bot_token: str = ""
    app_token: str = ""
    signing_secret: str = ""
    client_id: str = ""
    client_secret: str = ""
    api_url: str = OFFICIAL_SLACK

    @property
    def over_http(self) -> bool:
        """Whether Slack comes to us; otherwise we open a connection to it."""
        return bool(self.signing_secret)

    @property
    def oauth(self) -> bool:
        return bool(self.client_id)


_LABEL = r"[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?"  # of a host's name
_ADDRESS = re.compile(rf"https?://{_LABEL}(\.{_LABEL})*(:[1-9][0-9]{{0,4}})?(/[A-Za-z0-9._~-]+)*/?")  # stands in links
LONGEST_ADDRESS = 200  # characters: a link to a letter has room on every card

OFFICIAL_TEAMS = "https://smba.trafficmanager.net/teams/"
OFFICIAL_LOGIN = "https://login.microsoftonline.com"
OFFICIAL_OPENID = "https://login.botframework.com/v1/.well-known/openidconfiguration"


@dataclass(frozen=True)
class TeamsSettings:
    """How the desk talks with Microsoft Teams.

    Args:
        app_id, app_password: of the registered bot; both empty where nobody has to prove who they are (`anonymous`).
        tenant_id: the organisation's; the registration is good for it alone.
        anonymous: for trying on this machine: no tokens are asked for, so the port is opened on loopback only.
        service_url: where to post as long as Teams has not named a better address; trusted as Teams' own are.
        login_url, openid_url: where our token comes from, and the keys with which Teams signs. All three name other
            hosts for test servers.
    """

    app_id: str = ""
    app_password: str = ""
    tenant_id: str = ""
    anonymous: bool = False
    service_url: str = OFFICIAL_TEAMS
    login_url: str = OFFICIAL_LOGIN
    openid_url: str = OFFICIAL_OPENID


@dataclass(frozen=True)
class Settings:
    """Where things are, and the secrets.

    Args:
        database_url: of the desk's database; SQLite or PostgreSQL.
        key: the desk's key (see bot/vault).
        data: the folder for the embedded database, the key made for a local run, and undelivered notes.
        policy: the policy file.
        workspace_port: where the local workspace listens on loopback; None = it is off.
        slack, teams: None = not configured.
        port: on which chat platforms, and browsers, reach the desk; opened only when one of those platforms needs it.
        address: under which browsers reach that port, without a "/" at its end; None = they don't.
    """

    database_url: str
    key: str
    data: Path
    policy: Path
    workspace_port: int | None
    slack: SlackSettings | None = None
    teams: TeamsSettings | None = None
    port: int = 3978
    address: str | None = None


def from_environment(environment: Mapping[str, str]) -> Settings:
    """Read the settings; makes the data folder and, on the first local run, a key. Raises BadSettings."""
    data = Path(environment.get("DATA_DIR", "data"))
    configured = any(environment.get(name) for name in ("SLACK_BOT_TOKEN", "SLACK_CLIENT_ID", "TEAMS_APP_ID"))
    teams = _teams(environment)
    chat = configured or teams is not None
    wanted = environment.get("WORKSPACE", "0" if chat else "1") not in OFF
    url = environment.get("DATABASE_URL", "")
    slack = _slack(environment)
    if teams is not None and teams.anonymous and slack is not None and slack.over_http:
        raise BadSettings(
            "TEAMS_ANONYMOUS=1 opens the port on this machine only: it can't be served with Slack over HTTP."
        )
    return Settings(
        database_url=url or f"sqlite:///{data / 'desk.db'}",
        key=environment.get("DESK_KEY") or _local_key(data, local=not configured),
        data=data,
        policy=Path(environment.get("POLICY", EXAMPLE_POLICY)),
        workspace_port=_port(environment, "WORKSPACE_PORT", 8080) if wanted else None,
        slack=slack,
        teams=teams,
        port=_port(environment, "PORT", 3978),
        address=_address(environment.get("DESK_ADDRESS", "").strip()),
    )


def _slack(environment: Mapping[str, str]) -> SlackSettings | None:
    names = ("bot_token", "app_token", "signing_secret", "client_id", "client_secret", "api_url")
    given = {name: text for name in names if (text := environment.get(f"SLACK_{name.upper()}", "").strip())}
    if not given.keys() & {"bot_token", "client_id"}:
        if given.keys() - {"api_url"}:
            raise BadSettings("SLACK_BOT_TOKEN is missing (or SLACK_CLIENT_ID, to install the app from a page).")
        return None
    slack = SlackSettings(**given)
    for name, text, starts in (("BOT", slack.bot_token, BOT_TOKENS), ("APP", slack.app_token, APP_TOKENS)):
        if text and not text.startswith(starts):
            raise BadSettings(f"SLACK_{name}_TOKEN is not such a token: it begins with {starts[0]}.")
    if slack.oauth and not (slack.client_secret and slack.signing_secret):
        raise BadSettings("To install the app from a page, set SLACK_CLIENT_SECRET and SLACK_SIGNING_SECRET, too.")
    if not slack.signing_secret and not slack.app_token:
        raise BadSettings("Set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET for HTTP.")
    return slack


def _teams(environment: Mapping[str, str]) -> TeamsSettings | None:
    names = ("app_id", "app_password", "tenant_id", "service_url", "login_url", "openid_url")
    given = {name: text for name in names if (text := environment.get(f"TEAMS_{name.upper()}", "").strip())}
    anonymous = environment.get("TEAMS_ANONYMOUS", "0").strip().casefold() not in OFF
    if anonymous and given.keys() & {"app_id", "app_password"}:
        raise BadSettings("TEAMS_ANONYMOUS=1 is for trying without a registration: take it away, or TEAMS_APP_ID.")
    if anonymous:
        return TeamsSettings(anonymous=True, service_url=given.get("service_url", "http://127.0.0.1/"))
    if not given.keys() & {"app_id", "app_password", "tenant_id"}:
        return None
    for name in ("app_id", "app_password", "tenant_id"):
        if name not in given:
            raise BadSettings(f"TEAMS_{name.upper()} is missing; see docs/install-teams.md.")
    for name in ("app_id", "tenant_id"):
        if not GUID.fullmatch(given[name].casefold()):
            raise BadSettings(
                f"TEAMS_{name.upper()} is no such id: they look like 0f8fad5b-d9cb-469f-a165-70867728950e."
            )
    for name in ("service_url", "login_url", "openid_url"):
        if not _safe(given.get(name, OFFICIAL_TEAMS)):
            raise BadSettings(f"TEAMS_{name.upper()} must begin with https:// (or be on this machine, for tests).")
    return TeamsSettings(
        app_id=given["app_id"].casefold(),
        app_password=given["app_password"],
        tenant_id=given["tenant_id"].casefold(),
        service_url=given.get("service_url", OFFICIAL_TEAMS),
        login_url=given.get("login_url", OFFICIAL_LOGIN),
        openid_url=given.get("openid_url", OFFICIAL_OPENID),
    )


def _safe(url: str) -> bool:
    try:
        address = urlsplit(url)
        address.port  # noqa: B018 - raises where there is no such port
    except ValueError:
        return False
    return address.scheme == "https" or (address.scheme == "http" and address.hostname in LOOPBACK)


def _address(text: str) -> str | None:
    if not text:
        return None
    if len(text) > LONGEST_ADDRESS:
        raise BadSettings(
            f"DESK_ADDRESS has {len(text)} characters; a link to a letter has room for {LONGEST_ADDRESS}."
        )
    if not _safe(text) or not _ADDRESS.fullmatch(text):
        raise BadSettings(
            "DESK_ADDRESS must look like https://desk.example.com, the address under which browsers reach the desk."
        )
    return text.rstrip("/")


def _port(environment: Mapping[str, str], name: str, usual: int) -> int:
    text = environment.get(name, str(usual))
    if not text.isdigit() or not 0 <= int(text) <= 65535:
        raise BadSettings(f"{name} is {text!r}; it must be a port number from 0 to 65535.")
    return int(text)


def _local_key(data: Path, *, local: bool) -> str:
    """The key of a local run, made once and readable by its owner alone."""
    path = data / KEY_FILE
    try:
        if path.exists():
            return path.read_text().strip()
        if not local:
            raise BadSettings("DESK_KEY is missing. Make one with `python app.py key` and keep it safe.")
        data.mkdir(parents=True, exist_ok=True)
        key = Vault.new_key()
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(key + "\n")
    except OSError as trouble:
        raise BadSettings(
            f"The folder {data} cannot be written ({trouble.strerror}). Make it writable, or name another in DATA_DIR."
        ) from None
    return key
