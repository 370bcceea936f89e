"""Reading the policy file: whatever is wrong is said in one sentence a fault, with the file's line."""

import hashlib
from pathlib import Path

import tomli
from pydantic import ValidationError

from bot.errors import BadSettings
from bot.policy.sections import Letters
from bot.policy.whole import Policy


def load_policy(path: Path) -> Policy:
    """Read and check a policy file. Raises BadSettings with one line for each fault."""
    try:
        raw = path.read_bytes()
    except OSError as trouble:
        raise BadSettings(f"The policy file {path} cannot be read: {trouble.strerror}.") from None
    try:
        text = raw.decode()
        values = tomli.loads(text)
        policy = Policy.model_validate({**values, "version": hashlib.sha256(raw).hexdigest()[:12]})
    except UnicodeDecodeError:
        raise BadSettings(f"The policy file {path} is not UTF-8 text.") from None
    except tomli.TOMLDecodeError as trouble:
        raise BadSettings(f"The policy file {path} is not valid TOML: {trouble}.") from None
    except ValidationError as trouble:
        faults = "\n".join(_fault(path, text, e["loc"], e["msg"], e["type"]) for e in trouble.errors())
        raise BadSettings(faults) from None
    return _with_letters(path, policy)


def _with_letters(path: Path, policy: Policy) -> Policy:
    """The policy with the whole path of its letters. Raises BadSettings when there is no such folder."""
    if policy.letters.folder is None:
        return policy
    folder = path.parent / policy.letters.folder
    if not folder.is_dir():
        raise BadSettings(f"{path}: 'letters.folder': there is no folder {folder}.")
    return policy.model_copy(update={"letters": Letters(folder=folder)})


def _fault(path: Path, text: str, where: tuple[int | str, ...], message: str, kind: str) -> str:
    names = [str(part) for part in where if isinstance(part, str)]
    line = _line_of(text, names)
    place = f"{path}, line {line}" if line else str(path)
    key = ".".join(names)
    if kind == "extra_forbidden":
        return f"{place}: there is no setting '{key}'. Remove it, or check its spelling."
    if kind == "missing":
        return f"{place}: the setting '{key}' is missing."
    return f"{place}: '{key}': {message.removeprefix('Value error, ')}."


def _line_of(text: str, names: list[str]) -> int | None:
    """The line of a key, found by walking the table headers; tomli keeps no positions."""
    best, best_depth, table = None, 0, list[str]()
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.strip()
        if line.startswith("["):
            table = [part.strip().strip('"') for part in line.strip("[]").split("]")[0].split(".")]
            here = table
        elif "=" in line and not line.startswith("#"):
            here = [*table, *(part.strip().strip('"') for part in line.split("=")[0].split("."))]
        else:
            continue
        if here == names[: len(here)] and len(here) > best_depth:
            best, best_depth = number, len(here)
    return best
