"""Settings of the machine, from the environment. What the organisation decides stands in the policy file."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.errors import BadSettings
from bot.vault import Vault

KEY_FILE = "desk.key"
EXAMPLE_POLICY = Path(__file__).parent.parent / "policies" / "example.toml"


@dataclass(frozen=True)
class Settings:
    """Where things are, and the secrets.

    Args:
        database_url: of the desk's database; SQLite or PostgreSQL.
        key: the desk's key (see bot/vault).
        data: the folder for the embedded database, the key made for a local run, and undelivered notes.
        policy: the policy file.
        workspace_port: where the local workspace listens on loopback; None = it is off.
    """

    database_url: str
    key: str
    data: Path
    policy: Path
    workspace_port: int | None


def from_environment(environment: Mapping[str, str]) -> Settings:
    """Read the settings; makes the data folder and, on the first local run, a key. Raises BadSettings."""
    data = Path(environment.get("DATA_DIR", "data"))
    configured = any(environment.get(name) for name in ("SLACK_BOT_TOKEN", "SLACK_CLIENT_ID", "TEAMS_APP_ID"))
    wanted = environment.get("WORKSPACE", "0" if configured else "1") not in ("0", "off", "no", "")
    url = environment.get("DATABASE_URL", "")
    return Settings(
        database_url=url or f"sqlite:///{data / 'desk.db'}",
        key=environment.get("DESK_KEY") or _local_key(data, local=not configured),
        data=data,
        policy=Path(environment.get("POLICY", EXAMPLE_POLICY)),
        workspace_port=_port(environment, "WORKSPACE_PORT", 8080) if wanted else None,
    )


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
