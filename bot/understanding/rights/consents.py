"""Whether the consent that somebody takes back is one to newsletters: it opts out of them, too."""

import re
from functools import cache

from bot.understanding.wordlists import alternatives, has_any, shortest, word_lists


def is_of_mails(folded: str) -> bool:
    """Whether a folded text names a consent to mails: "Einwilligung in den E-Mail-Newsletter"."""
    return has_any(folded, _signs()) and _to_mails().search(folded) is not None


@cache
def _signs() -> tuple[str, ...]:
    return shortest(word_lists("formal")["mailings"])


@cache
def _to_mails() -> re.Pattern[str]:
    lists = word_lists("formal")
    consent, mailings = (alternatives(lists[kind]) for kind in ("consents", "mailings"))
    return re.compile(rf"(?<!\w)(?:{consent})(?: [^\W\d_]{{1,10}}){{0,3}} (?:e-?mail-?|mail-?)?(?:{mailings})(?!\w)")
