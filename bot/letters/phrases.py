"""The words of one language that all letters share, as they stand in its phrases.toml."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Self

from babel.dates import format_date
from pydantic import BaseModel, ConfigDict, model_validator

from bot.rights import Right

REASONS = frozenset(
    {
        *("suspected_fraud", "insuf_verification", "unverified_authority", "no_match", "claim_not_covered"),
        *("outside_jurisdiction", "too_many_requests", "manifestly_unfounded", "other"),
    }
)
_CITED = re.compile(r"(?P<law>.+? (?:art\.)) (?P<number>.+)")


class Phrases(BaseModel):
    """Read from a file that a privacy officer may edit; an unknown or missing key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    language: str
    and_: str
    asks: Mapping[Right, str]
    reasons: Mapping[str, str]
    extensions: Mapping[str, str]
    proof: Mapping[str, str]
    citations: Mapping[str, str]
    delivery: Mapping[str, str]
    words: Mapping[str, str]

    @model_validator(mode="after")
    def _complete(self) -> Self:
        for table, wanted in (
            (self.asks, set(Right)),
            (self.proof, {"T0", "T1", "T2", "T3", "T4", "TR", "TW", "TP"}),
            (self.delivery, {"account", "electronic", "post"}),
            (self.words, {"nobody", "you", "authority_eu", "attorney_general"}),
            (self.reasons, REASONS),
        ):
            if missing := sorted(wanted - set(table)):
                raise ValueError(f"'{missing[0]}' is missing")
        for text in (*self.citations.values(), self.words["you"]):
            if text.count("{}") != 1 or text.count("{") != 1:
                raise ValueError(f"{text!r} needs {{}} exactly once")
        return self

    def joined(self, parts: Iterable[str]) -> str:
        """A list in one line: "a, b and c"."""
        found = list(dict.fromkeys(parts))
        return self.and_.join([", ".join(found[:-1]), found[-1]]) if len(found) > 1 else "".join(found)

    def asked(self, rights: Iterable[Right]) -> str:
        """What somebody asks for, after "you ask us"."""
        return self.joined(self.asks[right] for right in rights)

    def cited(self, citation: str) -> str:
        """A citation as this language writes it; one that it does not know stays as it is."""
        found = _CITED.fullmatch(citation)
        form = self.citations.get(found["law"]) if found else None
        said = form.format(found["number"]) if found and form else citation
        return said.replace(" and ", self.and_)

    def day(self, on: date) -> str:
        """A date in full: "5 March 2026"."""
        return format_date(on, "long", locale="en_GB" if self.language == "en" else self.language)
