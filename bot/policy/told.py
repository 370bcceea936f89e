"""What an answer to somebody tells about the data that the organisation holds: kinds, sources, recipients, terms."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, Field

from bot.policy.sections import Section


def _has_english(said: Mapping[str, str]) -> Mapping[str, str]:
    if not said.get("en"):
        raise ValueError("it needs to be said in English (en) at least")
    return said


Said = Annotated[Mapping[str, str], AfterValidator(_has_english)]
"""A text by language (en, nl, de, fr, es); English stands in for one that is missing."""


def in_language(said: Mapping[str, str], language: str) -> str:
    """The text in a language, else in English."""
    return said.get(language) or said["en"]


class Category(Section):
    """A kind of data, under the letter that California's law gives it where it has one."""

    code: str = Field(default="", max_length=1)
    name: Said
    sensitive: bool = False  # a wrong answer would do harm, so the stricter proof is asked for


class System(Section):
    """Where data lie: searched for an answer, changed and emptied by those who run it."""

    name: str = Field(min_length=1)
    self_service: str = ""  # where people can do it themselves
    expires: bool = False  # data may be gone before the answer is due: they are kept until then


class Told(Section):
    """What letters tell. Empty parts are left out."""

    categories: tuple[Category, ...] = ()
    purposes: tuple[Said, ...] = ()
    sources: tuple[Said, ...] = ()
    recipients: tuple[Said, ...] = ()
    keeping: Said = Field(default_factory=lambda: {"en": "as long as we need them for what they were collected for"})
    systems: tuple[System, ...] = ()
