"""A wish that is lost where a message is read as a whole, looked for by each reader of parts of it, in order."""

from bot.understanding.reading import Meta
from bot.understanding.rights.anew import opened_anew
from bot.understanding.rights.announced import announced
from bot.understanding.rights.combine import Chances
from bot.understanding.rights.demanded import demanded
from bot.understanding.rights.formal import brought, formal, taken_back
from bot.understanding.rights.misspelt import misspelt
from bot.understanding.rights.overheard import (
    beside,
    beside_others,
    closed_wrongly,
    in_another_language,
    overheard,
    picked,
    plain_beside,
)
from bot.understanding.rights.retold import retold
from bot.understanding.rights.verdict import Verdict
from bot.understanding.rights.waited_for import waited_for


def on_second_look(chances: Chances, verdict: Verdict, *, of_law: bool, breach: bool) -> Verdict | None:
    """The question about such a wish, or None. `of_law`: it sounds like a legal demand; `breach`: it may tell of a
    breach, of which the team hears anyway."""
    message = chances.message
    if verdict.meta is Meta.NONE:
        return (
            overheard(chances)
            or (None if verdict.unsure else beside_others(chances))
            or in_another_language(chances)
            or formal(message, verdict)
            or picked(message, verdict)
            or opened_anew(message, verdict)
            or announced(message, verdict)
            or closed_wrongly(chances, verdict)
            or misspelt(message, verdict)
            or demanded(message, verdict, of_law=of_law)
            or (None if breach else retold(message, verdict))
            or waited_for(message, verdict)
        )
    if verdict.meta is Meta.STATUS_QUERY and not verdict.unsure:
        return (
            beside(chances)
            or brought(message, verdict)
            or taken_back(message, verdict)
            or opened_anew(message, verdict)
            or announced(message, verdict)
            or closed_wrongly(chances, verdict)
            or plain_beside(chances)
            or demanded(message, verdict, of_law=of_law)
        )
    return None
