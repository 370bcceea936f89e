"""What the weights are learnt from, as a short hash that the weights carry."""

from hashlib import sha256

from bot.understanding.scorer import DATA
from bot.understanding.training.book import PHRASES
from bot.understanding.training.plain import FILE as PLAIN_FILE

# What the weights are learnt from; when one of these changes, they have to be learnt again.
SOURCES = (*sorted(PHRASES.glob("*.txt")), PLAIN_FILE, *sorted(DATA.glob("??.toml")), DATA / "concepts.toml")


def signed(what: str) -> tuple[str, str]:
    """The comments of a learnt file: what it is, and what it was learnt from."""
    return f"{what} Learnt (make train), not written by hand.", fingerprint()


def fingerprint() -> str:
    """A short hash of everything that the weights are learnt from."""
    digest = sha256()
    for file in SOURCES:
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]
