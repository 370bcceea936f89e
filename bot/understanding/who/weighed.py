"""How much speaks for each name of a text: the words around it, where it stands, and the addresses that show it."""

import re
from dataclasses import dataclass

from bot.understanding.numbers.columns import columns_of
from bot.understanding.reading import Fact, Zone
from bot.understanding.who.alike import Mailboxes
from bot.understanding.who.callings import (
    cue_before,
    identified_as,
    is_bots,
    is_customer,
    is_logged,
    is_of_writer,
    names_own_kin,
    role_behind,
)
from bot.understanding.who.cues import Cue
from bot.understanding.who.labels import is_label, keyed, unlabelled
from bot.understanding.who.lone import AGE
from bot.understanding.who.named import Part, is_heading
from bot.understanding.who.names import is_given
from bot.understanding.who.nominative import nominative
from bot.understanding.who.standing import begins, opens_sentence, signed, thanked
from bot.understanding.who.wishes import is_said, is_spoken_of, is_wanting
from bot.understanding.words import fold

_ADDRESS_NEXT = re.compile(r"[^\n@\w]{0,4}(?:[\w.+-]{1,64}@)")
_HERE = re.compile(
    r"\s(?:here|hier|speaking|ici|à l'appareil|am apparat|aquí|qui|aqui|tutaj|z tej strony)\b", re.IGNORECASE
)
_DON = ("es", "pt")  # where "D." is a title, and no initial
_CELLS = frozenset("\n\t;|,")  # beside what a cell of a table says
_FIELDS = (Cue.SUBJECT, Cue.CALLER, Cue.FILED, Cue.RELATION)
_TOLD = (Cue.OTHER, Cue.NOTHING, Cue.HINT)  # before who was spoken to
_CUES = {
    Cue.OWN: 4.0,
    Cue.SUBJECT: 3.5,
    Cue.RELATION: 4.0,
    Cue.TITLE: 2.0,
    Cue.HINT: 1.0,
    Cue.FILED: 3.5,
    Cue.CALLER: 3.5,
    Cue.OTHER: -4.0,
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name in the text: how much speaks for it, and whether the writer says it of themselves or of their own kin."""

    fact: Fact[str]
    score: float
    own: bool = False
    kin: bool = False
    cue: Cue = Cue.NOTHING
    renamed: bool = False  # what somebody is to be called from now on
    wants: bool = False  # something is told that they want, or something of theirs is named

    @property
    def concerned(self) -> bool:
        """Whether it is said to be this one's matter, whoever called."""
        return self.cue in (Cue.SUBJECT, Cue.RELATION) or self.renamed or self.wants

    @property
    def value(self) -> str:
        return self.fact.value


def weighed(
    text: str,
    low: int,
    high: int,
    parts: list[Part],
    start: int,
    end: int,
    zone: Zone,
    mailboxes: Mailboxes,
    *,
    language: str,
) -> Candidate:
    german = language == "de"
    before, after = text[max(start, low - 60) : low], text[high : min(end, high + 60)]
    if key := keyed(text, start, low):
        before = f"{key} {unlabelled(before)} "
    if language in _DON and len(parts) > 2 and text[low : parts[0].end] == "D.":
        low, parts = parts[1].start, parts[1:]
    cue = Cue.OWN if _HERE.match(after) else (role_behind(after) or cue_before(before))
    if cue is Cue.OTHER and is_bots(text[max(start, text.rfind("\n", start, low) + 1) : low]):
        cue = Cue.SUBJECT  # "Assistant: Thanks, Ann Bell."
    if before.rstrip(" \"'*")[-1:] in _CELLS and low > start:
        head, goes_on = columns_of(text).head(low, high)
        of_column = cue_before(f"{head}: ") if head else Cue.NOTHING
        if of_column is Cue.OTHER or (of_column in _FIELDS and not goes_on):
            cue = of_column  # of several rows nobody is the one customer
    identified = identified_as(before, after)
    if cue is Cue.OTHER and (is_customer(identified) or (identified and is_logged(before))):
        cue = Cue.SUBJECT  # "Spoke to Ann Bell, customer 4711"
    if cue in _TOLD and is_spoken_of(before, after) and not is_of_writer(fold(text[start:end])):
        cue = Cue.SUBJECT  # a colleague's note; customers tell of an agent, and of what is theirs
    name = " ".join(text[low:high].split())
    known = is_given(parts[0].key)
    at_end = zone not in (Zone.NOTE, Zone.HEADER) and signed(text, low, high, start, end)
    if language == "pl" and cue is not Cue.OWN and not at_end and (called := nominative(name)) != name:
        name, known = called, True
    score = 0.5 + _CUES.get(cue, 0.0)
    if cue is Cue.OTHER and is_label(before) and not thanked(before):
        score -= 4.0  # wherever it stands: "Agent: Ann Bell"
    if known:
        score += 1.5
    said = is_said(after)
    if said:
        score += 0.5 if german else 1.0
    aged = bool(AGE.match(after))
    if aged:
        score += 1.0
    if identified:
        score += 1.5
    if after.startswith(("'s ", "’s ")):
        score += 0.5
    if _ADDRESS_NEXT.match(after):
        score += 1.5
    if mailboxes.show(name):
        score += 1.5
    if at_end:
        score += 3.0 if cue is not Cue.OTHER or not thanked(before) else 7.0
    if (
        (begins(text, low, start) or (not german and opens_sentence(text, low, high, start)))
        and zone is not Zone.HEADER
        and not at_end
        and not is_heading(name, parts)
    ):
        score += 1.5
    if zone is Zone.HEADER:
        score -= 0.5
    kin = cue is Cue.RELATION and names_own_kin(before)  # but "his mother, Ana Bell" signs
    own = cue is Cue.OWN or (at_end and cue not in (Cue.SUBJECT, Cue.CALLER) and not kin)
    fact = Fact(name, text[low:high], (low, high), min(0.9, 0.5 + score / 12), "name")
    return Candidate(fact, score, own, kin, cue, wants=is_wanting(after))
