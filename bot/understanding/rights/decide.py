"""What to do with what is believed: act, ask, or leave alone, whichever is expected to cost least.

A silently missed request starts a statutory clock that nobody watches; a wrong set sends a wrong answer; a false alarm
wastes the team's minutes; a question costs one.
"""

from collections.abc import Mapping, Sequence
from itertools import islice

from bot.rights import Right
from bot.understanding.language import LANGUAGES
from bot.understanding.reading import Fact, Meta, Zone
from bot.understanding.rights.asked_of_case import asks_of_case
from bot.understanding.rights.beliefs import Belief
from bot.understanding.rights.closed import tells_of_closed
from bot.understanding.rights.combine import Chances, ranked
from bot.understanding.rights.consents import is_of_mails, spares_mails
from bot.understanding.rights.features import MARKS, seen
from bot.understanding.rights.frames import Evidence, whole_ask
from bot.understanding.rights.heights import NONE
from bot.understanding.rights.labels import FINER, KINDS, RIGHTS
from bot.understanding.rights.message import Message
from bot.understanding.rights.staff import (
    asks_of_office,
    is_of_staff,
    is_rather_of_staff,
    told_of_staff,
)
from bot.understanding.rights.verdict import Candidate, Verdict
from bot.understanding.wordlists import word_lists
from bot.understanding.words import LINK, MAILBOX, fold

MISSED, WRONG, FALSE_ALARM, QUESTION = 20.0, 5.0, 3.0, 1.0
BEHIND = 10.0  # what a request costs that is taken for a question about progress, and so answered
DOUBT, DOUBT_OF_SILENCE, DOUBT_OF_FRAMED = 3.0, 1.25, 2.0
"""How much likelier than the weights say it is taken to be that what would be told is wrong, and that what would be
left alone asks for something: people write more variously than those of whose lines these were learnt. On unseen lines
DOUBT 2.0 asks about 31 of a hundred requests and has all rights of 97.8 told or offered; 2.5 asks about 35 and has
those of 98.0, 3 about 38 and 98.2, 4 about 42 and 98.3. DOUBT_OF_SILENCE 1 asks about 12 of a hundred others, 1.5
about 15, and misses a third fewer requests. DOUBT_OF_FRAMED holds where a frame hears a right plainly all the same: of
3,600 unseen lines without a request it asks about 57 more.
"""
SUPPOSED = 0.3
"""Chance of a request from which one is offered, though "none" or a question about progress is likelier: it is asked
about anyway, and to miss a request costs more than a false alarm.
"""
SURER = 0.15  # how much surer a set may be than its least likely right; on unseen lines the cost stays the same
SPOKEN = 0.5  # a frame of this strength shows its own words; weaker ones show the sentence that speaks for the right
HIDDEN = 0.4  # chance of a right from which a question about progress may hold a new ask
SMALL = 3  # words
LONGEST_NAME = 8  # words, with an address and the parts of a number
LIKELY_ENOUGH = 0.5  # chance of a request from which a name is never taken for that alone; of none, for small talk
SURELY = 0.85  # chance of a request from which not even a name with the address made of it is taken for that alone
PLAINLY, FAINT = 0.7, 0.3  # strengths of frames: what is erased does not come back, so a denial is not overheard
BESIDE_NOR, ABOVE_NONE = 0.02, 2.0
"""Chance of a further right, and how far it stands above "none" in a sentence with "nor", from which it is asked about:
the readers take "nor" for a denial of the same. Of unseen messages that want one thing it asks about none more.
"""
OPENS = 4  # words of a sentence that says more than good morning
MOST_REQUESTS = 50  # of a sentence that are looked at
BESIDE_MATTER = 3  # words between a matter of staff and "request", where that is what was requested
OFFERED = 0.01  # chance from which a right is among the candidates

_ERASURE, _OBJECTION, _MARKETING, _RECTIFICATION, _CONSENT = (
    RIGHTS.index(right.value)
    for right in (
        *(Right.ERASURE, Right.OBJECTION, Right.OPT_OUT_MARKETING, Right.RECTIFICATION),
        Right.WITHDRAW_CONSENT,
    )
)
_OF_NO = (_OBJECTION, _MARKETING, RIGHTS.index(Right.OPT_OUT_SALE.value))  # asked for by "no"
# Concepts of which one alone may be a request: "Anrufer will Löschung"
OF_WISHES = frozenset(("DELETE", "UNSUBSCRIBE", "SELL", "CORRECT", "FREEZE", "COMPLAIN", "WITHDRAW", "COPY"))
_OF_CASES = OF_WISHES - {"WITHDRAW"} | {"DATA", "SEE", "EXPORT", "OBJECT"}  # of which a case may be
_REQUESTS = frozenset(("DEMAND", "TICKET"))
_IN_NAMES = frozenset(("de", "van", "der", "den", "von", "da", "di", "du", "la", "el", "bin", "al"))
_ALONE = ("none", "status", "handed")  # kinds without rights
_META = {"none": Meta.NONE, "status": Meta.STATUS_QUERY, "handed": Meta.ESCALATION}


def decide(chances: Chances, text: str) -> Verdict:
    """The verdict of least expected cost."""
    message = chances.message
    kinds = dict(zip(KINDS, chances.kinds, strict=True))
    asked = chances.asked
    if not message.heard:
        return Verdict((), Meta.NONE, 1.0, _candidates(chances, kinds, Meta.NONE), unsure=False)
    if _calls_only(message):
        kinds["none"] += kinds["handed"]
        kinds["handed"] = 0.0
    if kinds["status"] > kinds["none"] and tells_of_closed(text, message.folded):
        kinds["none"] += kinds["status"]
        kinds["status"] = 0.0
    if kinds["status"] > kinds["none"] and _asks_of_staff(message, text):
        kinds["none"] += kinds["status"]
        kinds["status"] = 0.0
    if kinds["none"] > kinds["status"] and asks_of_case(message):
        kinds["none"], kinds["status"] = kinds["status"], kinds["none"]
    kind = max(KINDS, key=lambda name: kinds[name])
    if _only_who(chances, asked) or asks_of_office(text):
        return Verdict((), Meta.NONE, round(kinds["none"], 2), _candidates(chances, kinds, Meta.NONE), unsure=False)
    if kind in _ALONE and asked >= SUPPOSED and kind != "handed":
        kind = max(("one", "two", "more"), key=lambda name: kinds[name])
    if kind in _ALONE:
        meta = _META[kind]
        risk = _risk_without_rights(chances, kinds, meta, asked)
        facts: tuple[Fact[Right], ...] = ()
        sure = kinds[kind]
    else:
        meta = Meta.ESCALATION if chances.handed_up >= 0.5 else Meta.REQUEST
        rights = chosen(message, chances.rights, {"one": 1, "two": 2, "more": 3}[kind])
        sure = min(chances.sure_of(rights), min(chances.rights[right] for right in rights) + SURER)
        risk = DOUBT * (WRONG * max(0.0, 1 - sure - kinds["none"]) + FALSE_ALARM * kinds["none"])
        if _goes_on_with_nor(chances, rights):
            risk = WRONG
        if _ERASURE in rights and _kept(message):
            risk = WRONG
        if len(rights) == 1 and is_rather_of_staff(Right(RIGHTS[rights[0]]), text):
            risk = WRONG
        facts = tuple(_fact(right, chances, text) for right in rights)
    return Verdict(facts, meta, round(sure, 2), _candidates(chances, kinds, meta), risk > QUESTION)


def _risk_without_rights(chances: Chances, kinds: Mapping[str, float], meta: Meta, asked: float) -> float:
    """What it may cost to leave a message alone, to tell how a case stands, or to hand over without a right."""
    framed = MISSED * asked * DOUBT_OF_FRAMED if _is_framed(chances.message) else 0.0
    if meta is Meta.NONE:
        quiet = _small_talk(chances.message) and kinds["none"] >= LIKELY_ENOUGH
        return 0.0 if quiet else max(MISSED * asked * DOUBT_OF_SILENCE, framed)
    if meta is Meta.STATUS_QUERY:
        if "reference" not in chances.message.marks and is_of_staff(chances.message.text):
            return MISSED  # "I withdraw my transfer request, and take my name off the rota"
        return MISSED if max(chances.rights) >= HIDDEN else max(BEHIND * asked, framed)
    return WRONG * (asked + kinds["none"] * (meta is Meta.ESCALATION))


def _is_framed(message: Message) -> bool:
    """Whether a frame hears a right plainly, and undenied."""
    return any(e.weight >= SURELY and not e.negated for h in message.heard for e in h.evidence)


def _kept(message: Message) -> bool:
    """Whether a frame says plainly that nothing is to be erased, and none that something is."""
    denials = (e.weight for h in message.heard for e in h.evidence if e.negated and e.right is Right.ERASURE)
    return max(denials, default=0.0) >= PLAINLY and message.frames.get(Right.ERASURE.value, 0.0) < FAINT


def _goes_on_with_nor(chances: Chances, rights: Sequence[int]) -> bool:
    """Whether a sentence wants neither of two things, of which the second may be another right: "no mails, nor
    profiling"."""
    message = chances.message
    nor = word_lists("reminded").get(f"nor_{message.language}", frozenset())
    others = [right for right in _OF_NO if right not in rights and chances.rights[right] >= BESIDE_NOR]
    return bool(nor and others) and any(
        max(said[right] for right in others) - said[NONE] >= ABOVE_NONE
        for heard, said in zip(message.heard, chances.scores.sentences, strict=True)
        if any(message.text[word.start : word.end].lower() in nor for word in heard.clause.words)
    )


def _asks_of_staff(message: Message, text: str) -> bool:
    """Whether it is asked how a matter of staff stands ("my leave request, any update?"), and no case of ours."""
    told = told_of_staff(text)
    if "reference" in message.marks or not told or _asks_of_own(message, told):
        return False
    return all(seen(word.key, LANGUAGES).name not in _OF_CASES for h in message.heard for word in h.clause.words)


def _asks_of_own(message: Message, told: Sequence[tuple[int, int]]) -> bool:
    """Whether it asks before it comes to the matter of staff, or calls something else a request or a ticket: "any
    update on my ticket? I'm working from home"."""
    first, _ = min(told)
    for clause in (heard.clause for heard in message.heard):
        if clause.end <= first and (clause.question or len(clause.words) >= OPENS):
            return True
        requests = (at for at, word in enumerate(clause.words) if seen(word.key, LANGUAGES).name in _REQUESTS)
        for at in islice(requests, MOST_REQUESTS):
            near = clause.words[max(0, at - BESIDE_MATTER) : at + BESIDE_MATTER + 1]
            if all(end <= near[0].start or start >= near[-1].end for start, end in told):
                return True
    return False


def _small_talk(message: Message) -> bool:
    """A word or two of which no lexicon knows anything, and that are no wish: "hello", a name, but not "bórrelo"."""
    words = [word for h in message.heard for word in h.clause.words]
    if len(words) > SMALL or message.cited or any(h.evidence or h.tags for h in message.heard):
        return False
    if any(seen(word.key, (one,)).name == "DELETE" for word in words for one in LANGUAGES):
        return False
    return all(seen(word.key, LANGUAGES).name not in OF_WISHES for word in words)


def _calls_only(message: Message) -> bool:
    """Whether there is nothing to hand over: the bot's name alone, "privacy", "hello"; no ticket and no address."""
    named = message.marks or "escalation" in message.gates
    return not named and _small_talk(message) and all(w.key != MAILBOX for h in message.heard for w in h.clause.words)


def _only_who(chances: Chances, asked: float) -> bool:
    """Whether nothing seems to be said but who somebody is and how to reach them: a name with an address or a number,
    which sounds like a rectification at most, or addresses and numbers alone. Whatever could be anything else is asked
    about.
    """
    message = chances.message
    words = [word for h in message.heard for word in h.clause.words if word.key not in MARKS]
    named = [word for word in words if word.key not in (MAILBOX, LINK) and not word.key.isdecimal()]
    if not named and words and not message.cited:
        return True  # nothing but addresses and numbers, however many
    if message.cited or len(words) > LONGEST_NAME:
        return False
    mailboxes = [fold(message.text[word.start : word.end]) for word in words if word.key == MAILBOX]
    # Mark Stop, mark@stop.example: what stands in the address is a name, whatever else it may mean
    own = {word.key for word in named if any(word.key in mailbox for mailbox in mailboxes)}
    if len(mailboxes) > 1 or asked >= (SURELY if own else LIKELY_ENOUGH):
        return False
    telling = {word.key for word in named if seen(word.key, LANGUAGES).tells}
    return (
        len(named) < len(words)
        and telling <= own
        and (bool(own) or chances.ranked[0] == _RECTIFICATION)
        and all(h.clause.zone is Zone.BODY and not h.clause.question for h in message.heard)
        and (bool(telling) or not any(h.evidence or h.tags for h in message.heard))
        and all(message.text[word.start : word.end].istitle() or word.key in _IN_NAMES for word in named)
    )


def chosen(message: Message, rights: Sequence[float], many: int) -> list[int]:
    """The likeliest rights, as places in RIGHTS: as many as told; of three, also further ones that are likelier than
    not; an objection for which Art. 21(2) GDPR is named, which is one to direct marketing, as that, too; and so with a
    consent to a newsletter, unless that is spared.
    """
    by_chance = ranked(rights)
    found = by_chance[:many] + [right for right in by_chance[many:] if many == 3 and rights[right] > 0.5]
    if _OBJECTION in found and _MARKETING not in found and RIGHTS[_MARKETING] in message.articles:
        found.append(_MARKETING)
    if _CONSENT in found and spares_mails(message):
        return [right for right in found if right != _MARKETING]
    if _CONSENT in found and _MARKETING not in found and is_of_mails(message):
        found.append(_MARKETING)
    return found


def _fact(right: int, chances: Chances, text: str) -> Fact[Right]:
    """A right with the words that speak for it, and the reader that found them."""
    message = chances.message
    finer, belief = _finer(RIGHTS[right], message)
    confidence = round(chances.rights[right], 2)
    if belief is not None and belief.score >= SPOKEN:
        best = belief.best
        span = _words(best, message)
        return Fact(finer, text[slice(*span)], span, confidence, best.reader)
    scores = chances.scores.sentences
    if not scores:
        return Fact(finer, "", (0, 0), confidence, "words")
    best_at = max(range(len(scores)), key=lambda i: scores[i][right])
    clause = message.heard[best_at].clause
    by_order = scores[best_at][right] < 0 < chances.opinion.rights[right]
    span = (clause.start, clause.end)
    return Fact(finer, text[slice(*span)], span, confidence, "order" if by_order else "words")


def _words(e: Evidence, message: Message) -> tuple[int, int]:
    return (e.start, e.end) if e.reader == "citation" else whole_ask(e, message.heard[e.clause].clause)


def _finer(label: str, message: Message) -> tuple[Right, Belief | None]:
    """The right that a label stands for here: the finer one where the frames heard that most."""
    heard = [(right, message.beliefs[right]) for right in FINER[label] if right in message.beliefs]
    if not heard:
        return Right(label), None
    return max(heard, key=lambda item: item[1].score)


def _candidates(chances: Chances, kinds: dict[str, float], meta: Meta) -> tuple[Candidate, ...]:
    """What a question may offer, likeliest first; three at least."""
    asked = max(0.01, 1 - sum(kinds[kind] for kind in _ALONE))
    ranked = chances.ranked
    found = {
        _finer(RIGHTS[right], chances.message)[0].value: chances.rights[right] * asked
        for place, right in enumerate(ranked)
        if place < 3 or chances.rights[right] >= OFFERED
    }
    if meta is not Meta.REQUEST:
        found[meta.value] = kinds[{m: kind for kind, m in _META.items()}[meta]]
    return tuple(sorted(((name, round(chance, 3)) for name, chance in found.items()), key=lambda item: -item[1]))
