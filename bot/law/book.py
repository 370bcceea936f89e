"""The law as data: what every regime says, read from ``bot/law/data``.

Each number carries its source and the day from which it holds; where experts differ, `competing` tells the reading
that was not taken. Adding a law is adding a file to ``data/regimes``; what it shares with others stands in
``data/common``, and its `like` says so.
"""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from importlib import resources
from typing import Any

from pydantic import BaseModel, ConfigDict

from bot.errors import Refused
from bot.law.words import Effect, PauseReason, Roll, Unit
from bot.rights import Right
from bot.toml import read_toml

_DATA = resources.files("bot.law").joinpath("data")


class UnknownRegime(Refused):
    """We have no data for this law."""


class Entry(BaseModel):
    """A table of the data files; an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Period(Entry):
    """A time that the law (or our own target) gives."""

    value: int
    unit: Unit
    roll: Roll = Roll.NONE
    strict_value: int | None = None  # the strictest reading of the same number
    strict_calendars: tuple[str, ...] = ()  # lists of holidays of which the earliest date is the safe one
    source: str
    competing: str | None = None


class Extension(Entry):
    """One longer time, counted from the same day as the first, in the unit of the first."""

    total: int | None = None  # None: as long as was announced to the person (no cap)
    strict_total: int | None = None
    reasons: tuple[str, ...] = ()
    cite: str | None = None  # where the law allows it, as letters name it; None: in its statute
    source: str
    competing: str | None = None


class Refusal(Entry):
    """A refusal has to reach the person within the first period, which an extension does not lengthen."""

    source: str


class ClockRule(Entry):
    """The times of some rights of one law, for what comes in from `effective_from` on."""

    rights: tuple[Right, ...]
    effective_from: date
    ack: Period | None = None
    response: Period | None = None  # None: the law sets no date for the answer
    extension: Extension | None = None
    refusal: Refusal | None = None
    notices_roll: bool = True  # whether extension and refusal notices may go out on the rolled day
    inform: Period | None = None  # when to tell the person about something that is done at once
    target_ack: Period | None = None  # our own targets where the law sets no date
    target_due: Period | None = None


class PauseRule(Entry):
    """A wait for the person that stops the clock."""

    reason: PauseReason
    effect: Effect
    rights: tuple[Right, ...] | None = None  # None: all rights
    effective_from: date
    condition: str
    source: str
    competing: str | None = None


class Repeats(Entry):
    """How often a right must be answered within some months; beyond that a person may decide to refuse."""

    rights: tuple[Right, ...]
    answered: int
    months: int
    source: str
    effective_from: date


class Residence(Entry):
    """Whom the law covers: ISO 3166-1 alpha-2 countries; with `states`, only those parts of them."""

    countries: tuple[str, ...]
    states: tuple[str, ...] = ()
    except_states: tuple[str, ...] = ()

    def covers(self, country: str, state: str | None) -> bool:
        """Whether somebody who lives there is covered; without a state, whether everybody in the country is."""
        within = state in self.states if self.states else state not in self.except_states
        return country in self.countries and within


class Regime(Entry):
    """One law."""

    id: str
    name: str
    applies_to: str
    effective_from: date
    zone: str
    calendar: str | None = None
    calendar_source: str | None = None
    calendar_competing: str | None = None
    authority: str
    authority_name: str | None = None  # as letters name it, where there is one
    authority_page: str = ""
    court: bool = False  # whether the law itself opens the way to a court
    appeal: str
    fee: str
    verification: str
    never_pauses: str | None = None
    hints: tuple[str, ...] = ()
    rights: tuple[Right, ...]
    refusals: tuple[str, ...]
    residence: Residence
    statute: str | None = None  # where all its rights stand, if nowhere else
    citations: Mapping[Right, str] = {}
    repeats: Repeats | None = None
    pause: tuple[PauseRule, ...] = ()
    clock: tuple[ClockRule, ...]

    def rule(self, right: Right, on: date) -> ClockRule | None:
        """The times for a right that is asked for on a day; None when the law does not know it (yet)."""
        known = [rule for rule in self.clock if right in rule.rights and rule.effective_from <= on]
        return max(known, key=lambda rule: rule.effective_from, default=None)  # of equals the first: the law's own

    def pause_rule(self, right: Right, reason: PauseReason, on: date) -> PauseRule | None:
        """What a wait for this reason does to the clock of a right; None when it does nothing."""
        known = [
            rule
            for rule in self.pause
            if rule.reason is reason and rule.effective_from <= on and (rule.rights is None or right in rule.rights)
        ]
        return max(known, key=lambda rule: rule.effective_from, default=None)


class Tier(Entry):
    """How sure one has to be of who asks."""

    id: str
    name: str
    ask: str  # what may be asked for, in plain words
    never: str  # what must not be asked for


class TierRule(Entry):
    """Which tier some rights need; "*" in `regimes` means every law."""

    rights: tuple[Right, ...]
    regimes: tuple[str, ...]
    with_account: str
    without_account: str
    sensitive: str | None = None  # without an account, where a mistake would do harm
    if_it_fails: str | None = None
    source: str
    effective_from: date


class RepresentativeRule(Entry):
    """What somebody shows who acts for the person; "*" in `regimes` means every law."""

    capacities: tuple[str, ...]
    regimes: tuple[str, ...]
    name: str
    ask: str
    never: str
    source: str
    effective_from: date


class Unknown(Entry):
    """What holds when nobody knows where the person lives, and other names of places."""

    unknown: tuple[str, ...]
    reason: str
    of_home: tuple[str, ...]  # laws of one name, of which that of the person's home is meant
    aliases: Mapping[str, str]
    state_aliases: Mapping[str, str]


class LawBook(Entry):
    """All the laws that we have."""

    regimes: Mapping[str, Regime]
    tiers: Mapping[str, Tier]
    tier_rules: tuple[TierRule, ...]
    representatives: tuple[RepresentativeRule, ...]
    residence: Unknown

    def regime(self, code: str) -> Regime:
        """One law by its code, e.g. "eu_gdpr".

        Raises:
            UnknownRegime: there is no data for it.
        """
        try:
            return self.regimes[code]
        except KeyError:
            known = ", ".join(sorted(self.regimes))
            raise UnknownRegime(f"There is no law with the code “{code[:40]}” here; known are {known}.") from None


@lru_cache(maxsize=1)
def law_book() -> LawBook:
    """The book of the laws that ship with the desk; read once."""
    files = sorted(_DATA.joinpath("regimes").iterdir(), key=lambda file: file.name)
    regimes = [Regime.model_validate(_whole(read_toml(file))) for file in files if file.name.endswith(".toml")]
    proof = read_toml(_DATA.joinpath("verification.toml"))
    return LawBook.model_validate(
        {
            "regimes": {regime.id: regime for regime in regimes},
            "tiers": {tier["id"]: tier for tier in proof["tier"]},
            "tier_rules": proof["rule"],
            "representatives": proof["representative"],
            "residence": read_toml(_DATA.joinpath("residence.toml")),
        }
    )


def _whole(law: dict[str, Any]) -> dict[str, Any]:
    """A law's file together with what it is `like`: its own keys win, its own clock rules come first.

    Rights in its `without` are not taken over from rules that set a date for the answer. A rule without a date holds
    from the day on which the law does.
    """
    name, without = law.pop("like", None), frozenset(law.pop("without", ()))
    shared = {} if name is None else _whole(read_toml(_DATA.joinpath("common", f"{name}.toml")))
    rules = list(law.get("clock", ()))
    for rule in shared.get("clock", ()):
        kept = [right for right in rule["rights"] if "response" not in rule or right not in without]
        if kept:
            rules.append({**rule, "rights": kept})
    if "id" in law:
        rules = [{"effective_from": law["effective_from"], **rule} for rule in rules]
    return {**shared, **law, "clock": rules}
