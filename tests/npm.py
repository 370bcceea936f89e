"""Microsoft's packages from npm, for tests that need the real thing: installed once, and kept for the next run."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

FOLDER = "NPM_PACKAGES"  # of the environment: where they are kept; else below the folder for temporary files
LONGEST_INSTALL = 120  # seconds


class NotToBeHad(Exception):
    """A package can't be installed here; the words say why."""


def installed(package: str, version: str, file: str) -> Path:
    """A file of a package, which is installed if need be. Raises NotToBeHad."""
    usual = Path(tempfile.gettempdir()) / "privacy-desk-npm"
    folder = Path(os.environ.get(FOLDER) or usual) / f"{package.rpartition('/')[2]}-{version}"
    found = folder / "node_modules" / package / file
    if shutil.which("node") is None:
        raise NotToBeHad("no node on this machine")
    if found.exists():
        return found
    npm = shutil.which("npm")
    if npm is None:
        raise NotToBeHad("no npm on this machine")
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(dir=folder.parent, prefix="fresh-"))
    options = ["--no-fund", "--no-audit", "--ignore-scripts", "--prefix", str(fresh)]
    try:
        subprocess.run(  # noqa: S603 - all ours
            [npm, "install", *options, f"{package}@{version}"], check=True, capture_output=True, timeout=LONGEST_INSTALL
        )
        fresh.rename(folder)  # whole or not at all: another test run may look for it at this moment
    except (subprocess.SubprocessError, OSError) as trouble:
        shutil.rmtree(fresh)
        if not found.exists():
            raise NotToBeHad(f"{package} {version} could not be installed: {type(trouble).__name__}") from None
    return found
