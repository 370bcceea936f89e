"""What somebody must look at beside the rights: a minor, a representative, a possible breach, a legal demand ..."""

from collections import Counter
from collections.abc import Sequence

from bot.rights import Right
from bot.understanding.frames import Heard
from bot.understanding.reading import Fact, Flag
from bot.understanding.roles import acts_for, age_of_child, grown_up
from bot.understanding.sensitive import mask

_GATES = {
    "agent": Flag.REPRESENTATIVE,
    "minor": Flag.MINOR,
    "breach": Flag.POSSIBLE_BREACH,
    "legal": Flag.LEGAL_DEMAND,
    "processor": Flag.PROCESSOR_DATA,
    "urgent": Flag.URGENT,
}
_OURS = ("my", "our", "mijn", "onze", "mein", "unser", "mon", "ma", "notre", "mi", "mio", "mia", "meu", "minha", "moj")

MOST = 12  # places of one gate that are looked into: each takes a look at the whole message


def flags_of(
    hearings: Sequence[Heard], rights: Sequence[Fact[Right]], text: str, *, unsure: bool
) -> tuple[Fact[Flag], ...]:
    """Each flag once, with the words that raised it first."""
    found: dict[Flag, Fact[Flag]] = {}
    looked: Counter[str] = Counter()
    for h in hearings:
        for gate, flag in _GATES.items():
            for low, high in h.gates.get(gate, ()):
                looked[gate] += 1
                if flag in found or looked[gate] > MOST:
                    break
                if flag is Flag.REPRESENTATIVE and not acts_for(text, low, high):
                    continue
                if flag is Flag.MINOR and grown_up(text, low, high):
                    continue
                found[flag] = Fact(flag, text[low:high], (low, high), 0.7, "gate")
                if flag not in (Flag.REPRESENTATIVE, Flag.MINOR):
                    break
    if Flag.MINOR not in found and (aged := age_of_child(text)):
        found[Flag.MINOR] = Fact(Flag.MINOR, text[aged[0] : aged[1]], aged, 0.7, "age")
    asked = {fact.value for fact in rights}
    if not asked and not unsure:
        for flag in (Flag.REPRESENTATIVE, Flag.MINOR, Flag.PROCESSOR_DATA):
            found.pop(flag, None)
    elif Flag.LEGAL_DEMAND in found and asked - {Right.COMPLAINT}:
        del found[Flag.LEGAL_DEMAND]
    if Flag.MINOR in found:
        minor = found[Flag.MINOR]
        if minor.quote.lower().startswith(_OURS):
            found.setdefault(Flag.REPRESENTATIVE, Fact(Flag.REPRESENTATIVE, minor.quote, minor.span, 0.7, "gate"))
    if mask(text[:100_000])[1]:
        found[Flag.SENSITIVE_INPUT] = Fact(Flag.SENSITIVE_INPUT, "", (0, 0), 0.9, "checksum")
    return tuple(found.values())
