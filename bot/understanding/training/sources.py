"""What the weights are learnt from, as a short hash that the weights carry."""

from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path

from bot.understanding.training.book import BOOK, FACTS, phrases
from bot.understanding.training.plain import FILE as PLAIN_FILE
from bot.understanding.wordlists import DATA

TABLE = DATA / "weights.tsv"  # what the scorer learnt, for people to read
MARKED = Path(__file__).with_name("marked")  # lines in which every number is marked
BREACHES = tuple(sorted(Path(__file__).with_name("breaches").glob("*.txt")))  # lines that say of a breach, or seem to
SIDES = tuple(sorted(Path(__file__).with_name("sides").glob("*.txt")))  # what colleagues write beside handing over
# What the weights are learnt from; when one of these changes, they have to be learnt again.
SOURCES = (*BOOK, PLAIN_FILE, *sorted(DATA.glob("??.toml")), DATA / "concepts.toml")


def signed(what: str, *more: Path) -> tuple[str, str]:
    """The comments of a learnt file: what it is, and what it was learnt from."""
    return f"{what} Learnt (make train), not written by hand.", fingerprint(*more)


def signed_numbers() -> tuple[str, str]:
    """The comments of the table that tells numbers: the same."""
    what = "What stands around a number says of it. Learnt (make numbers), not written by hand."
    return what, _hash((*sorted(MARKED.glob("*.txt")), *sorted(FACTS.glob("*.jsonl")), DATA / "numbers.toml"))


def signed_breaches() -> tuple[str, str]:
    """The comments of the table that tells breaches: the same."""
    what = "What says that data may be in the wrong hands. Learnt (make breaches), not written by hand."
    return what, _hash((*BREACHES, DATA / "network.npz", DATA / "weights.npz"))


def signed_sides() -> tuple[str, str]:
    """The comments of the tables that tell what colleagues write beside handing over: the same."""
    what = "What colleagues write that asks for nothing. Learnt (make sides), not written by hand."
    return what, _hash((*SIDES, DATA / "network.npz", DATA / "weights.npz"))


def fingerprint(*more: Path) -> str:
    """A short hash of everything that the weights are learnt from, and of further files."""
    return _hash((*SOURCES, *more), _of_rights)


def _of_rights(file: Path) -> bytes:
    """What a file says of rights: of messages with facts, no fact."""
    if file.parent != FACTS:
        return file.read_bytes()
    return repr([(p.text, p.kind, sorted(p.rights), p.meta.value) for p in phrases([file])]).encode()


def _hash(files: Iterable[Path], said: Callable[[Path], bytes] = Path.read_bytes) -> str:
    digest = sha256()
    for file in files:
        digest.update(file.name.encode())
        digest.update(said(file))
    return digest.hexdigest()[:16]
