"""The data subject's name: from the header, from "my name is", from a label, a colleague's words, or the sign-off.

Each name in the text is weighed by the words around it (`data/people.toml`). For whom somebody acts is told apart from
who acts: then the writer's own name, in the header, in "I am ..." or at the end, is never taken.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.understanding.reading import Fact, MailReading, Zone
from bot.understanding.stretches import stretches
from bot.understanding.who.addressed import addressed_in
from bot.understanding.who.addresses import is_own
from bot.understanding.who.alike import Mailboxes, is_fuller, is_turned, same_person
from bot.understanding.who.bracketed import bracketed_in
from bot.understanding.who.callings import is_of_writer, is_told
from bot.understanding.who.chatters import Chat
from bot.understanding.who.cues import Cue
from bot.understanding.who.fields import may_have_fields, names_in_fields
from bot.understanding.who.kin import held, may_be_theirs
from bot.understanding.who.labels import is_label
from bot.understanding.who.lone import lone_name, name_above_address, name_of_ward, said_lower
from bot.understanding.who.looked import looked_at
from bot.understanding.who.named import Part, named_in
from bot.understanding.who.names import AND, is_given, is_ordinary
from bot.understanding.who.nicknamed import nicknamed
from bot.understanding.who.renamed import corrected, renamed
from bot.understanding.who.senders import hides_address, is_colleague, name_of_sender
from bot.understanding.who.small import with_capitals
from bot.understanding.who.titled import signed_titled, titled
from bot.understanding.who.told_kin import asks_beside, kin_of_asker
from bot.understanding.who.weighed import Candidate, weighed
from bot.understanding.wordlists import word_lists
from bot.understanding.words import fold

ENOUGH = 2.0  # the score from which on a name is believed
MOST = 20_000  # characters of a zone in which names are looked for
_BEHALF = 20  # characters before a name in which a word for an acquaintance stands
_LABEL = 60  # characters of a label before a name
_TOLD, _TOLD_WORDS = 30, 3  # characters and words behind a name in which "told me" stands
_INITIAL = re.compile(r"[^\W\d_]\.")
_ITEM = re.compile(r"(?:^|\s)(?:\(?\d{1,2}[.):]|[-*•·])\s{1,3}(?:an? )?(?:\w{1,5}\.? )?$")
_BOTH = re.compile(rf"\s{AND}\s(?:\w{{1,5}}\.? )?$", re.IGNORECASE)
_FIRST_OF_TWO = re.compile(rf"(?<![\w@.-])([^\W\d_]{{2,20}})\s{AND}\s$")
_MAIL = re.compile(r"[\w.+'-]{1,64}@(?=[\w-])")


def name_of(
    mail: MailReading,
    *,
    language: str,
    representative: bool,
    own_domains: frozenset[str] = frozenset(),
    handed_up: bool = False,
    wishes: Sequence[tuple[int, int]] = (),
) -> Fact[str] | None:
    """The fullest form, without title; never the agent's or the colleague's. `language`: of the ask. A sender of
    `own_domains` is a colleague, who tells of somebody unless nobody else is named; so is who hands a ticket up
    (`handed_up`) and shows no address. `wishes`: where the words for what is asked for stand."""
    header = name_of_sender(mail, language)
    found = _candidates(mail, forwarded=header is not None, language=language)
    chat = Chat(mail.text[:MOST], wishes)
    found = [c for c in found if not _is_only_spoken_for(mail.text, c) and not chat.is_anothers(c.fact.span)]
    if representative:
        kin = kin_of_asker(mail.text[:MOST])
        found = [c for c in found if kin is None or not _asks_for(mail.text, c, kin)]
        for_whom = [c for c in found if not c.own and (header is None or not same_person(c.value, header.value))]
        called = [c for c in for_whom if c.cue is Cue.RELATION]  # "Avv. Ada Bo, per conto del sig. Ivo Conti"
        best = _best(called, ENOUGH) or _best(for_whom, ENOUGH - 0.5, acting=True)
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
    if header is not None and mail.sender and is_own(mail.sender.value.email or "", frozenset()):
        # A form or a desk sends it from a mailbox of its own: whom its fields name filled it in
        filled = _best([c for c in found if c.cue in _FIELDS and not same_person(c.value, header.value)])
        header = filled.fact if filled else header
    if header is not None:
        fuller = [c for c in found if is_fuller(c.value, header.value)]
        fuller = fuller or [c for c in found if c.own and _is_signed_turned(c, header.value)]
        return corrected(mail, max(fuller, key=lambda c: len(c.value)).fact if fuller else header)
    introduced = chat.asker() is not None or any(c.own and c.score >= ENOUGH for c in found)
    best = _best([c for c in found if not (introduced and c.kin)])
    best = _signer(mail.text, best, found) or best
    if best is not None:
        return None if _two(mail.text, best, found) else corrected(mail, _fullest(mail, best, found).fact)
    return corrected(mail, _in_small_letters(mail, language) or _short(mail) or chat.asker())


def _asks_for(text: str, told: Candidate, kin: tuple[int, int]) -> bool:
    """Whether they may ask for a relative's; not whom a field of a ticket calls the person: "Patient: Ann Bell"."""
    low, _high = told.fact.span
    filed = told.cue is Cue.SUBJECT and is_label(text[max(0, low - _LABEL) : low])
    return not filed and asks_beside(text, told.fact.span, kin)


def _is_only_spoken_for(text: str, told: Candidate) -> bool:
    """Whether it is an acquaintance's, and all that is asked for is the writer's own: "thanks on behalf of my colleague
    Ann Bell. Now delete my data"."""
    low = told.fact.span[0]
    if told.cue is not Cue.RELATION or may_be_theirs(looked_at(text)):
        return False
    before = fold(text[max(0, low - _BEHALF) : low]).split()
    return not word_lists("people")["acquaintances"].isdisjoint(before[-1:])


def _is_signed_turned(signed: Candidate, known: str) -> bool:
    """Whether it is the sender's name with the given name first, and not the "Mrs Bell Ann" of a form."""
    first, *_, last = signed.value.split()
    likely = is_given(first) or (signed.cue is not Cue.TITLE and not is_given(last))
    return likely and is_turned(signed.value, known)


def _signer(text: str, best: Candidate | None, found: list[Candidate]) -> Candidate | None:
    """Who signs, where they ask for what is their own and the strongest name is only of whom they tell: "you shared my
    data with Ann Bell (ann@...)", "Mr Bell told me to write", "Mr Bell of your office"."""
    signer = _best([c for c in found if c.own])
    if best is None or best.own or best.concerned or signer is None:
        return None
    mine, theirs = held(looked_at(text))
    heads = any(c.value == signer.value and c.fact != signer.fact for c in found)  # a letter, above it and below
    if theirs or not (mine or heads):
        return None
    low, high = best.fact.span
    before, behind = fold(text[max(0, low - 20) : low]).split(), fold(text[high : high + _TOLD]).split()[:_TOLD_WORDS]
    beside = before[-1:] and before[-1] in word_lists("people")["beside_writer"]
    if not beside and not is_of_writer(" ".join(behind)) and word_lists("people")["of_firm"].isdisjoint(behind):
        return None
    return signer


def _candidates(mail: MailReading, *, forwarded: bool, language: str) -> list[Candidate]:
    named = list(_named(mail, forwarded=forwarded))
    in_brackets = list(_in_brackets(mail, forwarded=forwarded)) if "(" in mail.text[:MOST] else []
    fields = list(_in_fields(mail)) if may_have_fields(looked_at(mail.text)) else []
    if not named and not fields and not in_brackets:
        return []
    mailboxes = Mailboxes(m[0] for m in addressed_in(_MAIL, mail.text, 0, MOST))
    found = [weighed(mail.text, *where, mailboxes, language=language) for where in named] + fields
    for full, where in in_brackets:
        told = weighed(mail.text, *where, mailboxes, language=language)
        found.append(replace(told, fact=replace(told.fact, value=full), score=told.score + _IN_FULL))
    right = renamed(mail.text, [c.fact for c in found])
    return [replace(c, score=c.score + _RENAMED, renamed=True) if c.fact in right else c for c in found]


def _in_fields(mail: MailReading) -> Iterator[Candidate]:
    for zone in (Zone.BODY, Zone.SIGNATURE, Zone.NOTE):
        for start, end in stretches(mail, zone, MOST):
            for fact, cue in names_in_fields(mail.text, start, end):
                yield Candidate(fact, _IN_FIELDS if cue is not Cue.OTHER else 0.0, cue=cue)


def _read(mail: MailReading, *, forwarded: bool) -> Iterator[tuple[int, int, Zone]]:
    """The parts of a mail in which names are looked for."""
    for zone in (Zone.BODY, Zone.SIGNATURE, Zone.NOTE):
        if zone is Zone.NOTE and forwarded:
            continue
        for start, end in stretches(mail, zone, MOST):
            yield start, end, zone


def _in_brackets(
    mail: MailReading, *, forwarded: bool
) -> Iterator[tuple[str, tuple[int, int, list[Part], int, int, Zone]]]:
    """Every name with the given one in brackets, in full, and as `_named` tells one."""
    for start, end, zone in _read(mail, forwarded=forwarded):
        for name in bracketed_in(mail.text, start, end):
            yield name.name, (name.start, name.end, name.parts, start, end, zone)


def _named(mail: MailReading, *, forwarded: bool) -> Iterator[tuple[int, int, list[Part], int, int, Zone]]:
    """Every name: where it stands, its parts, and the part of the mail in which it stands: its beginning, end, zone."""
    for start, end, zone in _read(mail, forwarded=forwarded):
        for low, high, parts in named_in(mail.text, start, end):
            yield low, high, parts, start, end, zone
    subject = mail.text.find(mail.subject) if mail.subject else -1
    if subject >= 0 and mail.subject:
        stop = subject + len(mail.subject)
        for low, high, parts in named_in(mail.text, subject, min(stop, subject + 300)):
            yield low, high, parts, subject, stop, Zone.HEADER


_FILLED = (Cue.FILED, Cue.CALLER)
_FIELDS = (*_FILLED, Cue.SUBJECT)
_IN_FIELDS = 9.0  # for one that is told part by part
_IN_FULL = 0.5  # for one whose given name stands in brackets, beside the same without
_RENAMED = 6.0  # for the name somebody is to have from now on


def _best(found: list[Candidate], enough: float = ENOUGH, *, acting: bool = False) -> Candidate | None:
    """The strongest; of two that are as strong, the first, which also stands above a job title or a firm. Who called is
    the person, unless another is concerned or somebody acts for another; so is who filled in a form, unless another is
    named at all."""
    filled = [c for c in found if c.cue in _FILLED]
    others = [c for c in found if c.cue not in _FILLED and c.score >= enough and not c.own]
    callers = [c for c in filled if c.cue is Cue.CALLER and c.score >= enough]
    if callers and not acting and not any(c.concerned for c in others):
        found = callers
    elif filled and others:
        found = others
    best = max(found, key=lambda c: (c.score, -c.fact.span[0]), default=None)
    return best if best is not None and best.score >= enough else None


def _two(text: str, best: Candidate, found: list[Candidate]) -> bool:
    """Whether the message is about two people: a list of them, or "both Ann and Bob"."""
    if not best.renamed and _is_second(text, best):
        return True
    others = [c for c in found if c.score >= ENOUGH and not same_person(c.value, best.value)]
    for other in others if not best.renamed else ():
        first, second = sorted((best, other), key=lambda c: c.fact.span[0])
        between = text[first.fact.span[1] : second.fact.span[0]]
        if len(between) < 20 and _BOTH.fullmatch(between):
            return True
        if all(_ITEM.search(text[max(0, c.fact.span[0] - 14) : c.fact.span[0]]) for c in (first, second)):
            return True
    return False


def _is_second(text: str, named: Candidate) -> bool:
    """Whether another given name is joined to it, and both share a surname: "Ann and Bob Bell"."""
    start = named.fact.span[0]
    joined = _FIRST_OF_TWO.search(text, max(0, start - 30), start)
    if joined is None or not joined[1][0].isupper() or is_ordinary(joined[1]):
        return False
    return is_given(joined[1]) or (named.own and is_given(named.value.split()[0]))


def _fullest(mail: MailReading, best: Candidate, found: list[Candidate]) -> Candidate:
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
    return Candidate(Fact(f"{greeted[1]} {rest}", fact.quote, fact.span, fact.confidence, fact.reader), best.score)


def _length(fact: Fact[str]) -> int:
    return len(fact.value)


def _ward(mail: MailReading) -> Fact[str] | None:
    for zone in (Zone.BODY, Zone.NOTE):
        for start, end in stretches(mail, zone, MOST):
            found = name_of_ward(mail.text, start, end)
            if found is not None:
                return found
    return None


def _in_small_letters(mail: MailReading, language: str) -> Fact[str] | None:
    """The name that would be told if it had its capitals."""
    text = with_capitals(mail.text)
    found = [] if text == mail.text else _candidates(replace(mail, text=text), forwarded=False, language=language)
    best = _best(found)
    if best is None or _two(text, best, found):
        return None
    return replace(best.fact, quote=mail.text[slice(*best.fact.span)])


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
    if (signs := signed_titled(mail.text, start, end)) is not None:
        return signs
    if (called := nicknamed(mail.text, start, end)) is not None:
        return called
    if is_told(mail.text[start:end]):
        return None
    return name_above_address(mail.text, own[0].start, own[-1].end) or lone_name(
        mail.text, max(own[-1].start, own[-1].end - 80), own[-1].end
    )
