"""What an answer to somebody tells about the data that the organisation holds: kinds, sources, recipients, terms."""

import re
from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from bot.policy.sections import Section

_KEEPING = {
    "en": "as long as we need them for what they were collected for",
    "nl": "zo lang als nodig is waarvoor zij zijn verzameld",
    "de": "so lange, wie wir sie für das brauchen, wofür sie erhoben wurden",
    "fr": "aussi longtemps que l'exige ce pour quoi elles ont été collectées",
    "es": "el tiempo necesario para aquello para lo que se recogieron",
    "it": "per il tempo necessario a ciò per cui sono stati raccolti",
    "pt": "o tempo necessário para aquilo para que foram recolhidos",
    "pl": "tak długo, jak są potrzebne do tego, do czego zostały zebrane",
}


def _has_english(said: Mapping[str, str]) -> Mapping[str, str]:
    if not said.get("en", "").strip():
        raise ValueError("it needs to be said in English (en) at least")
    if unknown := sorted(set(said) - set(_KEEPING)):
        raise ValueError(f"there are no letters in {unknown[0]!r}; known are {', '.join(_KEEPING)}")
    return said


Said = Annotated[Mapping[str, str], AfterValidator(_has_english)]
"""A text by language (en, nl, de, fr, es, it, pt, pl); English stands in for one that is missing."""


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

    @property
    def code(self) -> str:
        """The name as checklists remember it."""
        return re.sub(r"\W+", "-", self.name.casefold()).strip("-")[:60]


class Told(Section):
    """What letters tell. Empty parts are left out."""

    categories: tuple[Category, ...] = ()
    purposes: tuple[Said, ...] = ()
    sources: tuple[Said, ...] = ()
    recipients: tuple[Said, ...] = ()
    keeping: Said = Field(default_factory=lambda: dict(_KEEPING))
    systems: tuple[System, ...] = ()

    @model_validator(mode="after")
    def _told_apart(self) -> Self:
        codes = [system.code for system in self.systems]
        for system in self.systems:
            if not system.code or codes.count(system.code) > 1:
                raise ValueError(f"the system {system.name!r} needs a name in letters that no other one has")
        return self
