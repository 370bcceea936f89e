"""Fills a template with facts. What is missing raises: no letter leaves with a gap in it."""

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.cases.snapshot import CaseView, Details
from bot.law.book import LawBook
from bot.letters.facts import Own, facts
from bot.letters.kinds import LetterKind
from bot.letters.phrases import Phrases
from bot.policy import Policy

LANGUAGES = ("en", "nl", "de", "fr", "es")
_TEMPLATES = Path(__file__).with_name("templates")
_SUBJECT = re.compile(r"\A[^:\n]{1,20}: (?P<subject>[^\n]+)\n+")


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as it can be sent. Personal data."""

    kind: LetterKind
    language: str
    instead_of: str  # the language that it should be in, where we have none for it; else ""
    subject: str
    body: str


def compose(
    kind: LetterKind,
    case: CaseView,
    details: Details,
    policy: Policy,
    book: LawBook,
    *,
    today: date,
    own: Own,
    language: str = "",
) -> Letter:
    """One letter about a case.

    Args:
        today: the day on which it is written, in the team's zone.
        own: what the team adds: reasons, explanations, the way a copy takes.
        language: of the letter; the requester's own without one. English stands in for one that we don't have.

    Raises:
        Refused: something that the letter has to say is not known; the sentence says what.
    """
    wanted = language or case.language
    used = wanted if wanted in LANGUAGES else "en"
    folder = str(policy.letters.folder) if policy.letters.folder else ""
    known = facts(kind, case, details, policy, book, phrases(used, folder), today=today, own=own)
    text = _environment(used, folder).get_template(f"{kind}.txt").render(known)
    found = _SUBJECT.match(text)
    if found is None:
        raise ValueError(f"the letter {kind} in {used} has no line for its subject")
    body = re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+\n", "\n", text[found.end() :])).strip()
    return Letter(kind, used, "" if used == wanted else wanted, " ".join(found["subject"].split()), body)


@lru_cache(maxsize=16)
def phrases(language: str, folder: str = "") -> Phrases:
    """The words of one language that letters share: the organisation's own file where it has one."""
    own = Path(folder) / language / "phrases.toml" if folder else None
    file = own if own is not None and own.exists() else _TEMPLATES / language / "phrases.toml"
    return Phrases.model_validate({"language": language, **tomllib.loads(file.read_text(encoding="utf-8"))})


@lru_cache(maxsize=16)
def _environment(language: str, folder: str) -> Environment:
    """Templates of a language: the organisation's own first, then ours."""
    folders = [Path(folder) / language] if folder else []
    loader = FileSystemLoader([*folders, _TEMPLATES / language])
    # Letters are plain text: nothing in them is read as markup by anybody.
    return Environment(loader=loader, undefined=StrictUndefined, keep_trailing_newline=True)  # noqa: S701
