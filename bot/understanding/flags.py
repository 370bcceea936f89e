"""What somebody must look at beside the rights: a minor, a representative, a possible breach, a legal demand ..."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import islice

from bot.rights import Right
from bot.understanding.breaches import breach_in
from bot.understanding.demands import demand_in, may_be_demand, speaks_of_own
from bot.understanding.reading import Fact, Flag
from bot.understanding.rights.combine import Chances
from bot.understanding.rights.message import Message
from bot.understanding.sensitive.masks import is_to_mask
from bot.understanding.strong import is_muted, strong_words
from bot.understanding.who.ages import age_of_asker, age_of_child, grown_up, no_age, own_age
from bot.understanding.who.deputies import child_of_form, speaks_for
from bot.understanding.who.kin import is_child, is_in, only_counts
from bot.understanding.who.looked import WORD, looked_at, signs_of
from bot.understanding.who.mandates import lets_act
from bot.understanding.who.mentions import aside, is_offered, is_writer, mentioned, receives
from bot.understanding.who.named_ages import age_behind_name
from bot.understanding.who.roles import acts_for, child_of_another, in_name, is_meant, kin, of_parent, only_owns
from bot.understanding.who.told_kin import kin_of_asker
from bot.understanding.wordlists import alternatives, whole_words, word_lists
from bot.understanding.words import fold

_GATES = {
    "agent": Flag.REPRESENTATIVE,
    "minor": Flag.MINOR,
    "breach": Flag.POSSIBLE_BREACH,
    "legal": Flag.LEGAL_DEMAND,
    "processor": Flag.PROCESSOR_DATA,
    "urgent": Flag.URGENT,
}

# What an authority that demands data is taken to ask for; and what it sounds like where nothing is to be deleted
_DEMANDED = frozenset((Right.ACCESS, Right.KNOW_CATEGORIES, Right.PORTABILITY, Right.COMPLAINT))
_TO_KEEP = frozenset((Right.ERASURE, Right.RESTRICTION, Right.RECTIFICATION, Right.OBJECTION))
_MAY_BE_DEMANDED = _DEMANDED | _TO_KEEP

_OF_ASKERS = {Flag.REPRESENTATIVE, Flag.MINOR, Flag.PROCESSOR_DATA}  # of no matter where nothing is asked for
MOST = 12  # places of one gate that are looked into: each takes a look at the whole message


def flags_of(
    chances: Chances, rights: Sequence[Fact[Right]], *, unsure: bool, taken_out: bool = False
) -> tuple[Fact[Flag], ...]:
    """Each flag once, with the words that raised it first. `taken_out`: something sensitive stood in the message."""
    message = chances.message
    hearings, text, folded = message.heard, message.text, message.folded
    found: dict[Flag, Fact[Flag]] = {}
    asked = {fact.value for fact in rights}
    read = sorted([(h.clause.start, h.clause.end) for h in hearings])
    gates = _that_count(message, asked, unsure=unsure)
    if gates:
        _add_heard(found, gates, message)
    if asked or unsure:
        _add_others(found, text)
    if (
        Flag.LEGAL_DEMAND not in found
        and asked <= _MAY_BE_DEMANDED
        and (demanded := demand_in(text, read, served=asked <= _DEMANDED))
    ):
        found[Flag.LEGAL_DEMAND] = Fact(Flag.LEGAL_DEMAND, text[slice(*demanded)], demanded, 0.7, "demand")
    if Flag.MINOR in found:
        minor = found[Flag.MINOR]
        if _ours(text, minor.span):
            found.setdefault(Flag.REPRESENTATIVE, Fact(Flag.REPRESENTATIVE, minor.quote, minor.span, 0.7, "gate"))
    if breach := breach_in(chances):
        found[Flag.POSSIBLE_BREACH] = breach
    for fact in strong_words((h.clause for h in hearings), text, folded):
        if fact.value is not Flag.LEGAL_DEMAND or not (asked - {Right.COMPLAINT} or speaks_of_own(text)):
            found.setdefault(fact.value, fact)
    if taken_out or is_to_mask(text[:100_000], folded[:100_000]):
        found[Flag.SENSITIVE_INPUT] = Fact(Flag.SENSITIVE_INPUT, "", (0, 0), 0.9, "checksum")
    return tuple(found.values())


def _that_count(message: Message, asked: AbstractSet[Right], *, unsure: bool) -> dict[str, Flag]:
    """The gates that are heard in a message and may tell something, by what is asked for."""
    heard = message.gates & _GATES.keys()
    if not heard:
        return {}
    ignored = set[Flag]()
    if Right.COMPLAINT not in asked:  # many words sound like a breach, and mean nothing where nobody complains
        ignored.add(Flag.POSSIBLE_BREACH)
    if not asked and not unsure:
        ignored |= _OF_ASKERS
    # A customer may ask for what is their own: they are asked, and the lawyers don't get it instead
    if asked - {Right.COMPLAINT} or (unsure and not asked):
        ignored.add(Flag.LEGAL_DEMAND)
    return {gate: flag for gate, flag in _GATES.items() if gate in heard and flag not in ignored}


def _add_heard(found: dict[Flag, Fact[Flag]], gates: Mapping[str, Flag], message: Message) -> None:
    """What the lexicons heard, where it is meant so."""
    text, folded = message.text, message.folded
    looked: Counter[str] = Counter()
    for h in message.heard:
        for gate, flag in gates.items():
            for low, high in h.gates.get(gate, ()):
                looked[gate] += 1
                if flag in found or looked[gate] > MOST:
                    break
                if is_muted(flag, h.clause, folded, (low, high)) or _of_another_language(gate, message, low, high):
                    continue
                if flag is Flag.REPRESENTATIVE and (not _acts_for(text, low, high) or in_name(text, low, high)):
                    continue
                if flag is Flag.MINOR and not _is_minor(text, low, high):
                    continue
                if flag is Flag.LEGAL_DEMAND and not may_be_demand(text, low, high):
                    continue
                found[flag] = Fact(flag, text[low:high], (low, high), 0.7, "gate")
                if flag not in (Flag.REPRESENTATIVE, Flag.MINOR):
                    break


def _add_others(found: dict[Flag, Fact[Flag]], text: str) -> None:
    """A minor and a representative that no gate told."""
    if Flag.REPRESENTATIVE not in found or Flag.MINOR not in found:
        _add_kin(found, text)
    if Flag.MINOR not in found and (aged := age_of_asker(text) or _age_that_counts(text) or age_behind_name(text)):
        found[Flag.MINOR] = Fact(Flag.MINOR, text[aged[0] : aged[1]], aged, 0.7, "age")
    if Flag.MINOR not in found and (child := child_of_form(text)):
        found[Flag.MINOR] = Fact(Flag.MINOR, text[slice(*child)], child, 0.7, "role")
    if Flag.REPRESENTATIVE not in found and (
        span := speaks_for(text) or lets_act(text) or _by_parent(found, text) or kin_of_asker(text)
    ):
        found[Flag.REPRESENTATIVE] = Fact(Flag.REPRESENTATIVE, text[slice(*span)], span, 0.7, "role")
    if Flag.MINOR not in found and Flag.REPRESENTATIVE in found and (pupil := _of_pupil(found, text)):
        found[Flag.MINOR] = Fact(Flag.MINOR, text[slice(*pupil)], pupil, 0.7, "role")


def _of_pupil(found: Mapping[Flag, Fact[Flag]], text: str) -> tuple[int, int] | None:
    """Where a parent calls the one for whom they act a pupil, or tells their class: "I am the mother of Ann Bell, a
    pupil in year 5", "(classe 2ª C)"."""
    looked = looked_at(text)
    behind = found[Flag.REPRESENTATIVE].span[1]
    if not (signs_of("flags", "pupils").stand_in(looked) or signs_of("flags", "forms").stand_in(looked)):
        return None
    if not any(is_in(word, "elders") or is_in(word, "guardians") for word in looked.parts):
        return None
    match = whole_words("flags", "pupils").search(looked.folded, behind) or _forms().search(looked.folded, behind)
    return match.span() if match else None


@cache
def _forms() -> re.Pattern[str]:
    """A class of a school: "year 5", "klasa 6a"."""
    return re.compile(rf"(?<!\w)(?:{alternatives(word_lists('flags')['forms'])}) \d{{1,2}}(?!\d)")


def may_be_kept(flags: Sequence[Fact[Flag]], rights: Sequence[Fact[Right]]) -> bool:
    """Whether an authority speaks where an erasure is heard: it may order that nothing be deleted, so it is asked."""
    return any(flag.value is Flag.LEGAL_DEMAND for flag in flags) and any(right.value in _TO_KEEP for right in rights)


def _of_another_language(gate: str, message: Message, low: int, high: int) -> bool:
    """Whether a word that another lexicon hears means something else in a language of the message: an Italian
    "mandate" is "send"."""
    lists, word = word_lists("flags"), message.folded[low:high]
    return any(word in lists.get(f"{gate}_{language}", ()) for language in message.languages)


def _add_kin(found: dict[Flag, Fact[Flag]], text: str) -> None:
    """Relatives that no frame heard, because of the case or the order of the words."""
    for low, high in islice(kin(text), MOST):
        if Flag.REPRESENTATIVE not in found and _acts_for(text, low, high):
            found[Flag.REPRESENTATIVE] = Fact(Flag.REPRESENTATIVE, text[low:high], (low, high), 0.7, "kin")
        if Flag.MINOR not in found and is_child(fold(text[low:high])) and _is_minor(text, low, high):
            found[Flag.MINOR] = Fact(Flag.MINOR, text[low:high], (low, high), 0.7, "kin")


def _acts_for(text: str, low: int, high: int) -> bool:
    """Whether the words heard at text[low:high] tell that the writer speaks for somebody else. A minor does not act for
    a parent, of whom they only tell that they know."""
    elder = any(is_in(word, "elders") for word in WORD.findall(fold(text[low:high])))
    return acts_for(text, low, high) and not (elder and own_age(text) is not None)


def _is_minor(text: str, low: int, high: int) -> bool:
    """Whether the words heard at text[low:high] are of a child whose data are meant, or of a writer under age."""
    if grown_up(text, low, high) or aside(text, low, high) or _own(text, low) or no_age(text, low, high):
        return False
    if only_owns(text, low, high) or is_offered(text, low, high):
        return False
    heard = fold(text[low:high])
    if not is_child(heard):
        return not receives(text) and not only_counts(looked_at(text), high)
    if not any(is_in(word, "custody") for word in WORD.findall(heard)) and is_writer(text, low, high):
        return False
    return is_meant(text, low, high) or not mentioned(text, low, high) or _age_that_counts(text) is not None


def _age_that_counts(text: str) -> tuple[int, int] | None:
    """Where a child's age is told, unless it only explains why the writer wants no more of what they receive."""
    return None if receives(text) else age_of_child(text)


def _by_parent(found: dict[Flag, Fact[Flag]], text: str) -> tuple[int, int] | None:
    """Where a parent is named, if it is about a child who does not write themselves; or a child whose age is told
    is called somebody's: "Mrs Bell wants the pictures of her daughter (12) gone"."""
    if Flag.MINOR not in found or own_age(text) is not None:
        return None
    return of_parent(text) or (child_of_another(text) if age_of_child(text) is not None else None)


def _own(text: str, low: int) -> bool:
    """Whether a number behind "I" was heard: it is an age only where `own_age` says so."""
    first = WORD.match(fold(text[low : low + 12]))
    return first is not None and first[0].partition("'")[0] in _I


def _ours(text: str, span: tuple[int, int]) -> bool:
    """Whether a minor is the writer's own child: "my son", "my 14-year-old"."""
    heard = WORD.match(fold(text[slice(*span)]))
    before = WORD.findall(fold(text[max(0, span[0] - 20) : span[0]]))[-1:]
    return (heard is not None and is_in(heard[0], "ours")) or bool(before and is_in(before[0], "ours"))


_I = ("i", "i'm", "ik", "ich", "j", "tengo", "ho", "tenho", "mam")
