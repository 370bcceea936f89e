"""One sentence that asks, in a long mail about other matters.

In a page of orders and thanks the whole speaks so loudly for "none" that a single ask is lost in it. So where a long
mail seems to ask for nothing, the sentences that stand out most are read once more, each as if it were all that was
said. (One that refers back and has no frame of its own - "could you check that?" - is read with the sentence before
it.) What then is a plain request is asked about: out of its place a sentence may mean something else.
"""

from dataclasses import replace

from bot.understanding.reading import MailReading, Meta, Span, Zone
from bot.understanding.rights.combine import Chances, combine
from bot.understanding.rights.decide import Verdict, decide
from bot.understanding.rights.labels import KINDS, OTHERS, RIGHTS
from bot.understanding.rights.message import Message, listen

LONG = 8  # sentences: shorter mails are read well as a whole
MOST = 4  # sentences of each sort that are read once more
PLAIN = 0.9
"""Chance of a request from which a sentence counts. On mails of 150 to 1,000 words, put together from some that ask for
nothing and one sentence that asks, 0.9 finds 87 of a hundred; of unseen mails of eight sentences and more without a
request it asks about 12 of a hundred, 0.95 about 11, 0.8 about 16.
"""
TOLD = 0.8  # ... and chance of the right that it asks for
FEWEST = 3  # words
_BACK = frozenset(
    (*("that", "this", "it", "dat", "dit", "daarnaar", "ernaar", "darum", "ca", "cela", "eso", "esto", "cio", "questo"),
     *("isso", "isto"))
)  # fmt: skip
_NONE = len(RIGHTS) + OTHERS.index("none")


def overheard(chances: Chances) -> Verdict | None:
    """The question about the plainest ask, or None where no sentence is one."""
    message = chances.message
    if len(message.heard) < LONG:
        return None
    found = [_alone(message, index) for index in _standing_out(chances)]
    asked, verdict = max(found, key=lambda each: each[0], default=(0.0, None))
    plain = verdict is not None and asked >= PLAIN and any(fact.confidence >= TOLD for fact in verdict.rights)
    return verdict if plain else None


def _standing_out(chances: Chances) -> list[int]:
    """The sentences in which some right stands highest above "none", and those with the plainest frames, which are
    heard in the middle of a huge mail, too, where the scorer does not look."""
    message = chances.message
    heights = [max(said[: len(RIGHTS)]) - said[_NONE] for said in chances.scores.sentences]
    frames = [max((e.weight for e in h.evidence if not e.negated), default=0.0) for h in message.heard]
    spoken = [index for index, h in enumerate(message.heard) if len(h.clause.words) >= FEWEST]
    framed = [index for index in spoken if frames[index] and not message.sentences[index]]
    by_height = sorted(spoken, key=lambda index: -heights[index])[:MOST]
    return by_height + sorted(framed, key=lambda index: -frames[index])[:MOST]


def _alone(message: Message, index: int) -> tuple[float, Verdict]:
    """How likely a sentence is a request if nothing else is said, and what is made of it, its words in their place."""
    start, end = _begin(message, index), message.heard[index].clause.end
    text = message.text[start:end]
    chances = combine(listen(MailReading(text, (Span(Zone.BODY, 0, len(text)),)), ticket=False, reference=False))
    kinds = dict(zip(KINDS, chances.kinds, strict=True))
    verdict = decide(chances, text)
    facts = tuple(replace(fact, span=(fact.span[0] + start, fact.span[1] + start)) for fact in verdict.rights)
    asked = kinds["one"] + kinds["two"] + kinds["more"]
    return asked, replace(verdict, rights=facts, meta=Meta.REQUEST, unsure=True)


def _begin(message: Message, index: int) -> int:
    """Where the words of a sentence begin that have to be read: those before it, too, where it refers to them."""
    h = message.heard[index]
    refers = index > 0 and not h.evidence and not _BACK.isdisjoint(word.key for word in h.clause.words)
    return message.heard[index - 1 if refers else index].clause.start
