"""A message made ready for its readers: its sentences, what the lexicons heard in each, articles, and features."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.rights import Right
from bot.understanding.language import spoken
from bot.understanding.reading import MailReading, Zone
from bot.understanding.rights.beliefs import Belief, beliefs, damping
from bot.understanding.rights.citations import citations, may_cite
from bot.understanding.rights.clauses import clauses
from bot.understanding.rights.features import features
from bot.understanding.rights.frames import Evidence, Heard, heard
from bot.understanding.rights.labels import label_of
from bot.understanding.rights.lexicon import lexicon
from bot.understanding.rights.tokens import Token, tokens
from bot.understanding.words import fold_text

CITED = 0.85  # weight of an article that names a right
LISTED = 4  # more rights cited in one sentence than this are a list of the law, not an ask for each
REPAIRED_CLAUSES = 60  # typos are repaired in the first sentences only, which bounds the time
FEATURED_CLAUSES = 150  # sentences that the scorer sees, from both ends
_MARKED_IN_SUBJECTS = ("w:", "t:", "f:")
_MARKED_IN_NOTES = (*_MARKED_IN_SUBJECTS, "g:")


@dataclass(frozen=True)
class Message:
    """What the readers found in a message."""

    heard: list[Heard]
    cited: list[Evidence]
    beliefs: dict[Right, Belief]
    damp: float
    text: str
    folded: str  # the text, as the readers look words up in it
    language: str  # of the ask
    languages: tuple[str, ...]  # whose lexicons read it
    marks: frozenset[str]  # "ticket", "reference", "sender", "note"

    @cached_property
    def _articles(self) -> list[set[str]]:
        """The rights whose articles each sentence names."""
        named: list[set[str]] = [set() for _ in self.heard]
        for e in self.cited:
            named[e.clause].add(label_of(e.right))
        return named

    @cached_property
    def sentences(self) -> list[set[str]]:
        """The features of each sentence, in the order of `heard`; without any for those in the middle of a huge one."""
        skipped = range(FEATURED_CLAUSES // 2, len(self.heard) - FEATURED_CLAUSES // 2)
        return [
            set() if index in skipped else features(h, self.languages, named)
            for index, (h, named) in enumerate(zip(self.heard, self._articles, strict=True))
        ]

    @cached_property
    def tokens(self) -> list[Token]:
        """The message in its order; the middle of a long one left out."""
        few = FEATURED_CLAUSES // 2
        rest = max(few, len(self.heard) - few)
        named = self._articles
        return tokens(self.heard[:few] + self.heard[rest:], self.languages, named[:few] + named[rest:], self.text)

    @cached_property
    def whole(self) -> set[str]:
        """The features of the message: those of its sentences; a colleague's note and a subject are marked besides."""
        found = {f"d:{mark}" for mark in self.marks}
        for h, sentence in zip(self.heard, self.sentences, strict=True):
            found |= sentence
            if h.clause.zone is Zone.NOTE:
                found.update("n" + feature for feature in sentence if feature.startswith(_MARKED_IN_NOTES))
            elif h.clause.zone is Zone.HEADER:
                found.update("h" + feature for feature in sentence if feature.startswith(_MARKED_IN_SUBJECTS))
        return found

    @cached_property
    def gates(self) -> frozenset[str]:
        """The gates that are heard anywhere."""
        return frozenset(gate for h in self.heard for gate in h.gates)

    @cached_property
    def frames(self) -> dict[str, float]:
        """How strongly frames and citations alone speak for each label."""
        return _strongest((right, belief.score) for right, belief in self.beliefs.items())

    @cached_property
    def articles(self) -> dict[str, float]:
        """How strongly the articles that are named speak for each label."""
        return _strongest((e.right, e.weight) for e in self.cited)

    @cached_property
    def negated(self) -> frozenset[str]:
        """The rights that some frame names only to deny them."""
        return frozenset(label_of(e.right) for h in self.heard for e in h.evidence if e.negated)


def listen(mail: MailReading, *, ticket: bool, reference: bool) -> Message:
    """Reads the sentences of a mail. `ticket`, `reference`: the text names a ticket, a case of ours."""
    text = mail.text
    folded = fold_text(text)
    language, languages = spoken(mail.parts(Zone.BODY) or text)
    lexicons = [lexicon(language) for language in languages]
    sentences = clauses(mail, folded, (Zone.BODY, Zone.NOTE))
    hearings = [heard(i, c, lexicons, i < REPAIRED_CLAUSES) for i, c in enumerate(sentences)]
    cited = _cited(folded, hearings)
    damp = damping(hearings, mail.sender is not None or ticket)
    marks = {"ticket": ticket, "reference": reference, "sender": mail.sender is not None}
    marks["note"] = any(span.zone is Zone.NOTE for span in mail.zones)
    return Message(
        heard=hearings,
        cited=cited,
        beliefs=beliefs(hearings, cited, text, damp),
        damp=damp,
        text=text,
        folded=folded,
        language=language,
        languages=languages,
        marks=frozenset(name for name, there in marks.items() if there),
    )


def _strongest(found: Iterable[tuple[Right, float]]) -> dict[str, float]:
    strongest: dict[str, float] = {}
    for right, strength in found:
        strongest[label_of(right)] = max(strongest.get(label_of(right), 0.0), strength)
    return strongest


def _cited(folded: str, hearings: Sequence[Heard]) -> list[Evidence]:
    found: list[Evidence] = []
    if not may_cite(folded):
        return found
    for index, h in enumerate(hearings):
        named = list(citations(folded, h.clause.start, h.clause.end))
        weight = CITED * (0.3 if h.has("rights_list", "sales") else 0.5 if h.has("staff") else 1.0)
        if len({c.right for c in named}) > LISTED:
            weight *= 0.5
        found.extend(Evidence(c.right, weight, c.start, c.end, "citation", index) for c in named)
    return found
