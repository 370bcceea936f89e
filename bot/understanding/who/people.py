"""The data subject's name: from the header, from "my name is", from a label, a colleague's words, or the sign-off.

Each name in the text is weighed by the words around it (`data/people.toml`). For whom somebody acts is told apart from
who acts: then the writer's own name, in the header, in "I am ..." or at the end, is never taken.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.understanding.reading import Fact, MailReading, Zone
from bot.understanding.stretches import stretches
from bot.understanding.who.addressed import addressed_in
from bot.understanding.who.alike import Mailboxes, is_fuller, is_turned, same_person
from bot.understanding.who.callings import (
    Cue,
    cue_before,
    identified_as,
    is_bots,
    is_customer,
    is_logged,
    is_said,
    is_told,
    names_own_kin,
    role_behind,
)
from bot.understanding.who.lone import AGE, lone_name, name_above_address, name_of_ward, said_lower
from bot.understanding.who.named import Part, is_heading, named_in
from bot.understanding.who.names import is_given
from bot.understanding.who.renamed import corrected, renamed
from bot.understanding.who.senders import hides_address, is_colleague, name_of_sender
from bot.understanding.who.standing import begins, opens_sentence, signed, thanked
from bot.understanding.who.titled import titled

ENOUGH = 2.0  # the score from which on a name is believed
MOST = 20_000  # characters of a zone in which names are looked for
_INITIAL = re.compile(r"[^\W\d_]\.")
_ADDRESS_NEXT = re.compile(r"[^\n@\w]{0,4}(?:[\w.+-]{1,64}@)")
_ITEM = re.compile(r"(?:^|\s)(?:\(?\d{1,2}[.):]|[-*•·])\s{1,3}(?:an? )?(?:\w{1,5}\.? )?$")
_BOTH = re.compile(r"\s(?:and|en|und|et|y|e|i|oraz|&|\+)\s(?:\w{1,5}\.? )?$", re.IGNORECASE)
_HERE = re.compile(
    r"\s(?:here|hier|speaking|ici|à l'appareil|am apparat|aquí|qui|aqui|tutaj|z tej strony)\b", re.IGNORECASE
)
_MAIL = re.compile(r"[\w.+'-]{1,64}@(?=[\w-])")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A name in the text: how much speaks for it, and whether the writer says it of themselves or of their own kin."""

    fact: Fact[str]
    score: float
    own: bool = False
    kin: bool = False
    cue: Cue = Cue.NOTHING
    renamed: bool = False  # what somebody is to be called from now on

    @property
    def value(self) -> str:
        return self.fact.value


def name_of(
    mail: MailReading,
    *,
    language: str,
    representative: bool,
    own_domains: frozenset[str] = frozenset(),
    handed_up: bool = False,
) -> Fact[str] | None:
    """The fullest form, without title; never the agent's or the colleague's. `language`: of the ask. A sender of
    `own_domains` is a colleague, who tells of somebody unless nobody else is named; so is who hands a ticket up
    (`handed_up`) and shows no address."""
    header = name_of_sender(mail)
    found = _candidates(mail, forwarded=header is not None, language=language)
    if representative:
        for_whom = [c for c in found if not c.own and (header is None or not same_person(c.value, header.value))]
        best = _best(for_whom, ENOUGH - 0.5)
        if best is None:
            ward = _ward(mail)
            return max((c.fact for c in found if ward and is_fuller(c.value, ward.value)), key=_length, default=ward)
        return None if _two(mail.text, best, for_whom) else _fullest(mail, best, for_whom).fact
    agent = handed_up and hides_address(mail)
    if header is not None and (agent or is_colleague(mail, own_domains)):
        told = [c for c in found if not c.own and not same_person(c.value, header.value)]
        best = _best(told, ENOUGH - 0.5 if agent else ENOUGH)
        if best is not None:
            return None if _two(mail.text, best, told) else _fullest(mail, best, told).fact
        return None if agent or is_told(mail.parts(Zone.BODY)[:MOST]) else header
    if header is not None:
        fuller = [c for c in found if is_fuller(c.value, header.value)]
        fuller = fuller or [c for c in found if c.own and _is_signed_turned(c, header.value)]
        return corrected(mail, max(fuller, key=lambda c: len(c.value)).fact if fuller else header)
    introduced = any(c.own and c.score >= ENOUGH for c in found)
    best = _best([c for c in found if not (introduced and c.kin)])
    if best is not None:
        return None if _two(mail.text, best, found) else corrected(mail, _fullest(mail, best, found).fact)
    return corrected(mail, _short(mail))


def _is_signed_turned(signed: _Candidate, known: str) -> bool:
    """Whether it is the sender's name with the given name first, and not the "Mrs Bell Ann" of a form."""
    first, *_, last = signed.value.split()
    likely = is_given(first) or (signed.cue is not Cue.TITLE and not is_given(last))
    return likely and is_turned(signed.value, known)


def _candidates(mail: MailReading, *, forwarded: bool, language: str) -> list[_Candidate]:
    named = list(_named(mail, forwarded=forwarded))
    if not named:
        return []
    mailboxes = Mailboxes(m[0] for m in addressed_in(_MAIL, mail.text, 0, MOST))
    found = [_weighed(mail.text, *where, mailboxes, language=language) for where in named]
    right = renamed(mail.text, [c.fact for c in found])
    return [replace(c, score=c.score + _RENAMED, renamed=True) if c.fact in right else c for c in found]


def _named(mail: MailReading, *, forwarded: bool) -> Iterator[tuple[int, int, list[Part], int, int, Zone]]:
    """Every name: where it stands, its parts, and the part of the mail in which it stands: its beginning, end, zone."""
    for zone in (Zone.BODY, Zone.SIGNATURE, Zone.NOTE):
        if zone is Zone.NOTE and forwarded:
            continue
        for start, end in stretches(mail, zone, MOST):
            for low, high, parts in named_in(mail.text, start, end):
                yield low, high, parts, start, end, zone
    subject = mail.text.find(mail.subject) if mail.subject else -1
    if subject >= 0 and mail.subject:
        stop = subject + len(mail.subject)
        for low, high, parts in named_in(mail.text, subject, min(stop, subject + 300)):
            yield low, high, parts, subject, stop, Zone.HEADER


def _weighed(
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
) -> _Candidate:
    german = language == "de"
    before, after = text[max(start, low - 60) : low], text[high : min(end, high + 60)]
    if language in _DON and len(parts) > 2 and text[low : parts[0].end] == "D.":
        low, parts = parts[1].start, parts[1:]
    cue = Cue.OWN if _HERE.match(after) else (role_behind(after) or cue_before(before))
    if cue is Cue.OTHER and is_bots(text[max(start, text.rfind("\n", start, low) + 1) : low]):
        cue = Cue.SUBJECT  # "Assistant: Thanks, Ann Bell."
    identified = identified_as(before, after)
    if cue is Cue.OTHER and (is_customer(identified) or (identified and is_logged(before))):
        cue = Cue.SUBJECT  # "Spoke to Ann Bell, customer 4711"
    name = " ".join(text[low:high].split())
    score = 0.5 + _CUES.get(cue, 0.0)
    if is_given(parts[0].key):
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
    at_end = zone not in (Zone.NOTE, Zone.HEADER) and signed(text, low, high, start, end)
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
    own = cue is Cue.OWN or (at_end and cue is not Cue.SUBJECT and not kin)
    return _Candidate(Fact(name, text[low:high], (low, high), min(0.9, 0.5 + score / 12), "name"), score, own, kin, cue)


_RENAMED = 6.0  # for the name somebody is to have from now on
_DON = ("es", "pt")  # where "D." is a title, and no initial
_CUES = {
    Cue.OWN: 4.0,
    Cue.SUBJECT: 3.5,
    Cue.RELATION: 4.0,
    Cue.TITLE: 2.0,
    Cue.HINT: 1.0,
    Cue.FILED: 3.5,
    Cue.OTHER: -4.0,
}


def _best(found: list[_Candidate], enough: float = ENOUGH) -> _Candidate | None:
    """The strongest; of two that are as strong, the first, which also stands above a job title or a firm."""
    concerned = [c for c in found if c.cue is not Cue.FILED and c.score >= enough and not c.own]
    found = concerned or found if any(c.cue is Cue.FILED for c in found) else found
    best = max(found, key=lambda c: (c.score, -c.fact.span[0]), default=None)
    return best if best is not None and best.score >= enough else None


def _two(text: str, best: _Candidate, found: list[_Candidate]) -> bool:
    """Whether the message is about two people: a list of them, or "both Ann and Bob"."""
    others = [c for c in found if c.score >= ENOUGH and not same_person(c.value, best.value)]
    for other in others if not best.renamed else ():
        first, second = sorted((best, other), key=lambda c: c.fact.span[0])
        between = text[first.fact.span[1] : second.fact.span[0]]
        if len(between) < 20 and _BOTH.fullmatch(between):
            return True
        if all(_ITEM.search(text[max(0, c.fact.span[0] - 14) : c.fact.span[0]]) for c in (first, second)):
            return True
    return False


def _fullest(mail: MailReading, best: _Candidate, found: list[_Candidate]) -> _Candidate:
    """The longer form where "M. Groot" is the stronger reading; the greeting of the mail that is answered helps too."""
    longer = [c for c in found if is_fuller(c.value, best.value)]
    if longer:
        return max(longer, key=lambda c: len(c.value))
    first, _, rest = best.value.partition(" ")
    if _INITIAL.fullmatch(first) is None:
        return best
    greeted = re.compile(
        rf"\b(?:Dear|Hello|Hi|Hey|Beste|Hallo|Hoi|Dag|Liebe|Lieber|Bonjour|Ch[eè]re?|Hola|Estimad[oa]|Ciao|Gentile|"
        rf"Ol[aá]|Car[oa]|Cześć|Dzień dobry)\s({first[0]}[^\W\d_]{{2,20}})\b"
    ).search(mail.text[:MOST])
    if greeted is None:
        return best
    fact = best.fact
    return _Candidate(Fact(f"{greeted[1]} {rest}", fact.quote, fact.span, fact.confidence, fact.reader), best.score)


def _length(fact: Fact[str]) -> int:
    return len(fact.value)


def _ward(mail: MailReading) -> Fact[str] | None:
    for zone in (Zone.BODY, Zone.NOTE):
        for start, end in stretches(mail, zone, MOST):
            found = name_of_ward(mail.text, start, end)
            if found is not None:
                return found
    return None


def _short(mail: MailReading) -> Fact[str] | None:
    """A name in small letters ("my name is jo bell"), or a single one ("thx, Jo"), where nothing fuller is told."""
    for span in mail.zones:
        if span.zone in (Zone.BODY, Zone.SIGNATURE):
            said = said_lower(mail.text, span.start, min(span.end, span.start + MOST))
            if said is not None:
                return said
    own = [s for s in mail.zones if s.zone in (Zone.BODY, Zone.SIGNATURE) and mail.text[s.start : s.end].strip()]
    if not own:
        return None
    start, end = own[0].start, min(own[-1].end, own[0].start + MOST)
    if (told := titled(mail.text, start, end)) is not None:
        return told
    if is_told(mail.text[start:end]):
        return None
    return name_above_address(mail.text, own[0].start, own[-1].end) or lone_name(
        mail.text, max(own[-1].start, own[-1].end - 80), own[-1].end
    )
