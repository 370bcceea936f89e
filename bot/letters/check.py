"""Looks at every letter before it is needed: one sentence for each template with a fault."""

from bot.errors import Refused
from bot.law.book import LawBook
from bot.letters.compose import LANGUAGES
from bot.letters.kinds import LetterKind
from bot.letters.sample import writer
from bot.policy import Policy

LAWS = ("eu_gdpr", "us_ca", "us_co")  # what letters say differs most between these


def faults(policy: Policy, book: LawBook) -> list[str]:
    """What is wrong with the templates that this policy uses; none when all letters can be written."""
    found: dict[str, None] = {}
    for law in LAWS:
        for kind in LetterKind:
            write = writer(kind, law, policy, book)
            for language in LANGUAGES:
                try:
                    write(language)
                except Refused as refusal:
                    found.setdefault(str(refusal))
    return list(found)
