"""Fills a template with facts. What is missing raises: no letter leaves with a gap in it."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined, TemplateError
from pydantic import ValidationError

from bot.cases.snapshot import CaseView, Details
from bot.errors import Refused
from bot.law.book import LawBook
from bot.letters.facts import facts
from bot.letters.kinds import LetterKind
from bot.letters.own import Own
from bot.letters.phrases import Phrases
from bot.policy import Policy
from bot.toml import read_toml
from bot.wording import _

LANGUAGES = ("en", "nl", "de", "fr", "es", "it", "pt", "pl")
_TEMPLATES = Path(__file__).with_name("templates")
# What a template, or the phrases, can do wrong; anything else is our own mistake
_FAULTS = (
    *(TemplateError, ValidationError, OSError, ArithmeticError, LookupError),
    *(TypeError, ValueError, AttributeError, RecursionError),
)
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
        Refused: something that the letter has to say is not known, or its template has a fault; the sentence says what.
    """
    wanted = language or case.language
    used = wanted if wanted in LANGUAGES else "en"
    folder = str(policy.letters.folder) if policy.letters.folder else ""
    try:
        words = phrases(used, folder)
        known = facts(kind, case, details, policy, book, words, today=today, own=own)
        text = _environment(used, folder).get_template(f"{kind}.txt").render(known)
    except _FAULTS as fault:
        raise Refused(_fault(kind, used, fault)) from None
    found = _SUBJECT.match(text)
    if found is None:
        raise Refused(_fault(kind, used, ValueError(_("it does not begin with a line for the subject"))))
    body = re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+\n", "\n", text[found.end() :])).strip()
    return Letter(kind, used, "" if used == wanted else wanted, " ".join(found["subject"].split()), body)


def _fault(kind: LetterKind, language: str, fault: Exception) -> str:
    """What is wrong with a template. A fault names facts by their names, never by their values."""
    told = fault.errors()[0]["msg"] if isinstance(fault, ValidationError) else str(fault)
    what = (told.splitlines() or [type(fault).__name__])[0].removeprefix("Value error, ")[:200]
    if isinstance(fault, ValidationError):
        return _("The phrases of {language} have a fault: {what}.", language=language, what=what)
    return _("The template {language}/{name} has a fault: {what}.", language=language, name=f"{kind}.txt", what=what)


@lru_cache(maxsize=16)
def phrases(language: str, folder: str = "") -> Phrases:
    """The words of one language that letters share: the organisation's own file where it has one."""
    own = Path(folder) / language / "phrases.toml" if folder else None
    file = own if own is not None and own.exists() else _TEMPLATES / language / "phrases.toml"
    return Phrases.model_validate({"language": language, **read_toml(file)})


@lru_cache(maxsize=16)
def _environment(language: str, folder: str) -> Environment:
    """Templates of a language: the organisation's own first, then ours."""
    ours = FileSystemLoader(_TEMPLATES / language)
    own = [FileSystemLoader(Path(folder) / language)] if folder else []
    loader = ChoiceLoader([*own, ours, PrefixLoader({"ours": ours})])  # "ours/letter.txt" is always ours
    # Letters are plain text: nothing in them is read as markup by anybody.
    return Environment(loader=loader, undefined=StrictUndefined, keep_trailing_newline=True)  # noqa: S701
