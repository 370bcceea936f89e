"""A wish among other matters, which is lost where the message is read as a whole.

In a page of orders and thanks the whole speaks so loudly for "none" that a single ask is lost in it. So where a long
mail seems to ask for nothing, the sentences that stand out most are read once more, each as if it were all that was
said. (One that refers back and has no frame of its own - "could you check that?" - is read with the sentence before
it.) So is what opens another matter beside a question about progress ("Any news? Also, ..."). What then is a request is
asked about: out of its place a sentence may mean something else. And so is what somebody picks of the wishes that a
machine or an agent named ("Delete your account, or get your data?" - "The last one, please").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice, pairwise

from bot.rights import Right
from bot.understanding.language import LANGUAGES, scores
from bot.understanding.reading import Fact, MailReading, Meta, Span, Zone
from bot.understanding.replies.answers import picks
from bot.understanding.rights.clauses import Clause
from bot.understanding.rights.combine import Chances, combine
from bot.understanding.rights.decide import OF_WISHES, decide
from bot.understanding.rights.features import seen
from bot.understanding.rights.frames import Heard
from bot.understanding.rights.heights import FEW, NONE
from bot.understanding.rights.labels import KINDS
from bot.understanding.rights.message import Message, listen
from bot.understanding.rights.verdict import Verdict, question_about, rights_among
from bot.understanding.wordlists import alternatives, has_any, whole_words, word_lists
from bot.understanding.words import ADDRESS

LONG = 8  # sentences: shorter mails are read well as a whole
MOST = 4  # sentences of each sort that are read once more
PLAIN = 0.9
"""Chance of a request from which a sentence counts. On mails of 150 to 1,000 words, put together from some that ask for
nothing and one sentence that asks, 0.9 finds 87 of a hundred; of unseen mails of eight sentences and more without a
request it asks about 12 of a hundred, 0.95 about 11, 0.8 about 16.
"""
TOLD = 0.8  # ... and chance of the right that it asks for
FEWEST = 3  # words
SHORT = 8  # words of an answer that picks something, with the name of who gives it
OFFERED = 3  # things of which it may pick one
BESIDE = 0.5
"""Chance of a right from which what opens another matter beside a question about progress asks for it: of 519 unseen
messages that only ask how their case stands it asks about none.
"""
SURELY, FEW_BESIDE = 0.95, 2
"""Chance of a request from which one of the two sentences that stand out most asks for something of its own beside a
question about progress: of 821 messages that only ask how their case stands it asks about two.
"""
OF_SHORT, TOLD_OF_SHORT = 0.8, 0.7
"""Chances of a request, and of a right, from which a sentence of a short message counts: of 1,214 unseen messages that
ask for nothing, and were left alone, it asks about three; with 0.6 and 0.5 about fourteen.
"""
MOST_PARAGRAPHS = 12  # that are looked at
SURELY_OTHER = 1.5  # how much speaks for another language, at least
LIKELY = 0.5  # chance of a request from which a paragraph of another language counts
_SIGNS, _FEW = re.compile(r"[.!?;:\n]"), 4  # words
_ADDRESS = 40  # characters behind "my address is" in which it stands
_ASKS_ON = re.compile(r"[.)][ \t]{1,4}[^\n?]{4,200}\?")
_PARTED = re.compile(r"\n[ \t\r]*\n")
_BACK = frozenset(
    (*("that", "this", "it", "dat", "dit", "daarnaar", "ernaar", "darum", "ca", "cela", "eso", "esto", "cio", "questo"),
     *("isso", "isto"))
)  # fmt: skip
_ADDED = OF_WISHES | {"SEE", "EXPORT"}  # concepts of which one more wish names one
_OFFERED = _ADDED | {"DATA"}  # and of which an offer names two
_STATUS = KINDS.index("status")


def overheard(chances: Chances) -> Verdict | None:
    """The question about the plainest ask of a message that seems to ask for nothing, or None where no sentence is
    one."""
    message = chances.message
    if len(message.heard) < LONG:
        return None
    places = _standing_out(chances)
    found = (_alone(message, _begin(message, index), message.heard[index].clause.end) for index in places)
    plain = [each for each in found if each[0] >= PLAIN and any(fact.confidence >= TOLD for fact in each[1].rights)]
    return max(plain, key=lambda each: each[0])[1] if plain else None


def beside(chances: Chances) -> Verdict | None:
    """The question about what a message asks for that seems to ask about progress only, or None."""
    message = chances.message
    added = [h.clause for h in message.heard if _adds_a_wish(message, h.clause)]
    for clause in islice((*added, *_other_matters(message)), MOST):
        _, verdict = _alone(message, clause.start, clause.end)
        rights = rights_among(verdict.candidates)
        if clause in added or any(chance > BESIDE for _, chance in rights):
            status = (Meta.STATUS_QUERY.value, round(chances.kinds[_STATUS], 3))
            return replace(verdict, candidates=(*rights, status))
    return None


def _adds_a_wish(message: Message, clause: Clause) -> bool:
    """Whether a sentence says that somebody wants something, too: "she also wants a copy"."""
    words = [word.key for word in clause.words]
    if clause.question or word_lists("overheard")["also"].isdisjoint(words):
        return False
    wants = word_lists("people")["wants"] | word_lists("overheard")["wants"]
    return not wants.isdisjoint(words) and any(seen(word, message.languages).name in _ADDED for word in words)


def plain_beside(chances: Chances) -> Verdict | None:
    """The question about a sentence that plainly asks for something where the whole sounds like a question about
    progress: "Any update on DSR-2026-0042? I want the recordings of my calls deleted."; or None."""
    message = chances.message
    high = [max(said[:FEW]) - said[NONE] for said in chances.scores.sentences]
    told = [i for i, h in enumerate(message.heard) if _may_wish(h)]
    for index in sorted((i for i in told if high[i] > 0), key=lambda i: -high[i])[:FEW_BESIDE]:
        clause = message.heard[index].clause
        asked, verdict = _alone(message, clause.start, clause.end)
        if len(message.heard) > 1 and asked >= SURELY and any(f.confidence >= PLAIN for f in verdict.rights):
            rights = rights_among(verdict.candidates)
            return replace(verdict, candidates=(*rights, (Meta.STATUS_QUERY.value, round(chances.kinds[_STATUS], 3))))
    return None


def beside_others(chances: Chances) -> Verdict | None:
    """The question about a sentence of a short message that plainly asks for something beside other matters, with which
    the whole sounds like nothing but those: "Delete mine! How long do we keep CVs?", "Hi all! The printer works again.
    She wants out."; or None."""
    message = chances.message
    if not 1 < len(message.heard) < LONG:
        return None
    fewest = 0 if any(heard.clause.question and heard.has("staff") for heard in message.heard) else FEWEST
    for heard, said in zip(message.heard, chances.scores.sentences, strict=True):
        clause = heard.clause
        if clause.question or len(clause.words) < fewest or heard.has("narrative") or max(said[:FEW]) <= said[NONE]:
            continue
        asked, verdict = _alone(message, clause.start, clause.end)
        plain = any(fact.confidence >= TOLD_OF_SHORT for fact in verdict.rights)
        if asked >= OF_SHORT and plain and not all(adds_nothing(message.text, fact) for fact in verdict.rights):
            return verdict
    return None


def adds_nothing(text: str, heard: Fact[Right]) -> bool:
    """Whether what sounds like a correction only tells how to reach somebody ("my address is ana@x.example"), or asks
    in a few words to put right what was told before ("please correct it")."""
    if heard.value is not Right.RECTIFICATION:
        return False
    start, end = heard.span
    before, behind = _SIGNS.split(text[:start])[-1], _SIGNS.split(text[end:])[0]
    said = f"{before}{text[start:end]}{behind}"
    return len(said.split()) <= _FEW or ADDRESS.search(text, start, end + _ADDRESS) is not None


def _may_wish(heard: Heard) -> bool:
    """Whether a sentence is no question, no subject and no story: "he'd asked in April that ..."."""
    clause = heard.clause
    asks = not clause.question and clause.zone is not Zone.HEADER and not heard.has("narrative")
    return asks and len(clause.words) > FEWEST


def closed_wrongly(chances: Chances, verdict: Verdict) -> Verdict | None:
    """The question about what else is asked for where a case is said to be closed wrongly: "It should never have been
    closed. My data must go."; where nothing is and it sounds like a question about progress, or speaks
    of a request, about the complaint."""
    message = chances.message
    if not has_any(message.folded, word_lists("closed")["wrongly_signs"]):
        return None
    wrong = whole_words("closed", "wrongly").search(message.folded)
    heard_of = verdict.meta is not Meta.NONE or (wrong is not None and _is_of_request(message, wrong))
    if wrong is None or not (heard_of or verdict.unsure):
        return None
    complaint = (Right.COMPLAINT.value, LIKELY)
    for start, end in _beside(message, wrong):
        asked, found = _alone(message, start, end)
        if asked >= LIKELY and found.rights:
            rights = [each for each in rights_among(found.candidates) if each[0] != complaint[0]]
            return replace(found, candidates=(*rights[:1], complaint, *rights[1:]))
    if not heard_of:
        return None
    return question_about(Right.COMPLAINT, wrong.span(), message.text, verdict, reader="closed", sure=LIKELY)


def _is_of_request(message: Message, wrong: re.Match[str]) -> bool:
    """Whether it is a request or a complaint that was closed, or a case by its reference."""
    if "reference" in message.marks:
        return True
    clauses = (heard.clause for heard in message.heard)
    said = (word.key for clause in clauses if clause.start <= wrong.start() < clause.end for word in clause.words)
    return any(seen(key, LANGUAGES).name in ("DEMAND", "COMPLAIN") for key in said)


def _beside(message: Message, wrong: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The other sentences, and what follows in the same one."""
    for heard in message.heard[:MOST_PARAGRAPHS]:
        clause = heard.clause
        start = wrong.end() if clause.start <= wrong.start() < clause.end else clause.start
        if sum(word.start >= start for word in clause.words) >= FEWEST:
            yield start, clause.end


def in_another_language(chances: Chances) -> Verdict | None:
    """The question about the plainest ask in a paragraph of another language than the rest, as below a help desk's own
    words, or None."""
    message = chances.message
    clauses = [heard.clause for heard in message.heard]
    found: list[tuple[float, Verdict]] = []
    for start, end in islice(_paragraphs(message.text, clauses), MOST_PARAGRAPHS):
        speaks_for = scores(message.text[start:end])
        others = {language: said for language, said in speaks_for.items() if language not in message.languages}
        if max(others.values(), default=0.0) >= max(SURELY_OTHER, 2 * speaks_for[message.language]):
            found.append(_alone(message, start, end))
    plain = [each for each in found if each[0] >= LIKELY and each[1].rights]
    return max(plain, key=lambda each: each[0])[1] if plain else None


def _paragraphs(text: str, clauses: Sequence[Clause]) -> Iterator[tuple[int, int]]:
    """The beginning and end of each run of sentences in one line or in lines that follow each other, if there are
    several."""
    begins = [at for at, (one, other) in enumerate(pairwise(clauses), 1) if _PARTED.search(text, one.end, other.start)]
    for low, high in pairwise((0, *begins, len(clauses))) if begins else ():
        yield clauses[low].start, clauses[high - 1].end


def picked(message: Message, verdict: Verdict) -> Verdict | None:
    """The question what somebody wants who picks one of several wishes that were offered right before, or None."""
    for offer, answer in pairwise(message.heard):
        if not offer.clause.question or len(answer.clause.words) > SHORT or _counts(message.text, answer.clause):
            continue
        named = {seen(word.key, message.languages).name for word in offer.clause.words} & _OFFERED
        said = message.text[answer.clause.start : answer.clause.end].rpartition(":")[2]  # behind a name
        if len(named) > 1 and picks(said, OFFERED):
            rights = rights_among(verdict.candidates)
            return replace(verdict, candidates=rights, unsure=True)
    return None


def _counts(text: str, clause: Clause) -> bool:
    """Whether it is the number of the next question of a list."""
    return text[clause.start : clause.end].isdecimal() and _ASKS_ON.match(text, clause.end) is not None


def _other_matters(message: Message) -> Iterator[Clause]:
    """The sentences that open another matter; where only "P.S." does, the one behind it."""
    opened = False
    for h in message.heard[1:]:
        clause = h.clause
        opens = opened or _opens_another().match(message.folded, clause.start, clause.end) is not None
        opened = opens and len(clause.words) < FEWEST
        if opens and len(clause.words) > FEWEST:
            yield clause


def _standing_out(chances: Chances) -> list[int]:
    """The sentences in which some right stands highest above "none", and those with the plainest frames, which are
    heard in the middle of a huge mail, too, where the scorer does not look."""
    message = chances.message
    above_none = [max(said[:FEW]) - said[NONE] for said in chances.scores.sentences]
    frames = [max((e.weight for e in h.evidence if not e.negated), default=0.0) for h in message.heard]
    spoken = [index for index, h in enumerate(message.heard) if len(h.clause.words) >= FEWEST]
    framed = [index for index in spoken if frames[index] and not message.sentences[index]]
    by_height = sorted(spoken, key=lambda index: -above_none[index])[:MOST]
    return by_height + sorted(framed, key=lambda index: -frames[index])[:MOST]


def read_alone(text: str) -> tuple[Chances, Verdict]:
    """What is believed of a text, and made of it, as if it were all that was said."""
    mail = MailReading(text, (Span(Zone.BODY, 0, len(text)),))
    chances = combine(listen(mail, ticket=False, reference=False))
    return chances, decide(chances, text)


def _alone(message: Message, start: int, end: int) -> tuple[float, Verdict]:
    """How likely a part is a request if nothing else is said, and what is made of it, its words in their place."""
    chances, verdict = read_alone(message.text[start:end])
    facts = tuple(replace(fact, span=(fact.span[0] + start, fact.span[1] + start)) for fact in verdict.rights)
    return chances.asked, replace(verdict, rights=facts, meta=Meta.REQUEST, unsure=True)


def _begin(message: Message, index: int) -> int:
    """Where the words of a sentence begin that have to be read: those before it, too, where it refers to them."""
    h = message.heard[index]
    refers = index > 0 and not h.evidence and not _BACK.isdisjoint(word.key for word in h.clause.words)
    return message.heard[index - 1 if refers else index].clause.start


@cache
def _opens_another() -> re.Pattern[str]:
    """How a sentence begins that turns to another matter."""
    joins, words = (alternatives(word_lists("overheard")[kind]) for kind in ("joins", "besides"))
    return re.compile(rf"\W{{0,4}}(?:(?:{joins})\W{{1,3}}){{0,2}}(?:{words})(?!\w)")
