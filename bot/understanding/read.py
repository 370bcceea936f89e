"""The one entry: a mail in its zones goes in, everything that is believed about it comes out, each fact with its words."""

from datetime import date

from bot.understanding.citations import citations, law_named
from bot.understanding.clauses import Clause, clauses
from bot.understanding.combine import combine
from bot.understanding.frames import Evidence, Heard, heard
from bot.understanding.language import language_of, languages_in
from bot.understanding.lexicon import lexicon
from bot.understanding.reading import MailReading, Reading, Zone
from bot.understanding.words import fold

CITED = 0.85  # weight of an article that names a right
REPAIRED_CLAUSES = 60  # typos are repaired in the first sentences only, which bounds the time


def understand(
    mail: MailReading, *, own_domains: frozenset[str] = frozenset(), today: date | None = None
) -> Reading:
    """Reads a message. `own_domains`: mail domains of the company itself, whose addresses are never the person's.
    `today` resolves dates written without a year, and refuses dates to come. Never raises."""
    text = mail.text
    folded = fold(text)
    sentences = clauses(mail, folded, (Zone.BODY, Zone.NOTE))
    ask = mail.parts(Zone.BODY) or text
    lexicons = [lexicon(language) for language in languages_in(ask)]
    hearings = [heard(i, c, lexicons, i < REPAIRED_CLAUSES) for i, c in enumerate(sentences)]
    cited = _cited(folded, hearings)
    verdict = combine(hearings, cited, {}, text, ticket=False, reference=False)
    return Reading(
        mail=mail,
        language=language_of(ask),
        meta=verdict.meta,
        meta_confidence=verdict.confidence,
        rights=verdict.rights,
        candidates=verdict.candidates,
        unsure=verdict.unsure,
    )


def _cited(folded: str, hearings: list[Heard]) -> list[Evidence]:
    found: list[Evidence] = []
    for index, h in enumerate(hearings):
        weight = CITED * (0.3 if h.has("rights_list", "sales") else 0.5 if h.has("staff") else 1.0)
        found.extend(
            Evidence(c.right, weight, c.start, c.end, "citation", index)
            for c in citations(folded, h.clause.start, h.clause.end + 8)
        )
    return found
