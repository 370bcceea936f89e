"""Whether the consent that somebody takes back is one to newsletters: it opts out of them, too."""

import re
from functools import cache

from bot.rights import Right
from bot.understanding.rights.message import Message
from bot.understanding.wordlists import alternatives, has_any, shortest, whole_words, word_lists


def is_of_mails(message: Message) -> bool:
    """Whether a message takes back a consent to mails: "Einwilligung in den E-Mail-Newsletter". Where a frame hears
    which sentence takes one back, it is told there: in another one, "my consent to the newsletter stays".
    """
    if not has_any(message.folded, _signs()):
        return False
    return any(_to_mails().search(message.folded, *span) for span in _taken_back(message))


def spares_mails(message: Message) -> bool:
    """Whether it takes back what it consented to but for mails: "all my consent except for newsletters". Not where it
    speaks of advertising besides: "to the newsletter, but not to mailings by post".
    """
    if not has_any(message.folded, _signs()):
        return False
    found = [match for span in _taken_back(message) if (match := _spared().search(message.folded, *span))]
    named = whole_words("staff", "advertising").finditer(message.folded) if found else ()
    return bool(found) and all(any(one.start() <= ad.start() < one.end() for one in found) for ad in named)


def _taken_back(message: Message) -> list[tuple[int, int]]:
    """The sentences in which a frame hears that a consent is taken back; where none does, the whole."""
    taken = [h.clause for h in message.heard if any(e.right is Right.WITHDRAW_CONSENT for e in h.evidence)]
    return [(clause.start, clause.end) for clause in taken] or [(0, len(message.folded))]


@cache
def _signs() -> tuple[str, ...]:
    return shortest(word_lists("formal")["mailings"])


@cache
def _to_mails() -> re.Pattern[str]:
    lists = word_lists("formal")
    consent, mailings = (alternatives(lists[kind]) for kind in ("consents", "mailings"))
    return re.compile(rf"(?<!\w)(?:{consent})(?: [^\W\d_]{{1,10}}){{0,3}} (?:e-?mail-?|mail-?)?(?:{mailings})(?!\w)")


@cache
def _spared() -> re.Pattern[str]:
    lists = word_lists("formal")
    but, behind, mailings, alone = (alternatives(lists[kind]) for kind in ("but", "excepted", "mailings", "alone"))
    mails = rf"(?:e-?mail-?|mail-?)?(?:{mailings})"
    # "not for the newsletter alone" takes back more, not less
    before = rf"(?:{but})(?: (?!(?:{alone})(?!\w))[^\W\d_]{{1,12}}){{0,3}} (?:l')?{mails}(?! (?:{alone})(?!\w))"
    return re.compile(rf"(?<!\w)(?:{before}|{mails},? (?:{behind}))(?!\w)")
