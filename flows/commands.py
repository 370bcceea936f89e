"""Commands as they are typed into the chat itself: where a platform has no slash commands, its menus do just that."""

import re

from bot.conversation.turn import Asked

_SPOKEN = {
    "home": ("home", "overview", "overzicht"),
    "mine": ("mine", "my cases", "my requests", "mijn zaken", "mijn verzoeken"),
    "open": (
        *("open", "open cases", "what's open", "what is open", "which cases are open", "list", "list cases"),
        *("all cases", "list open cases", "show cases", "show open cases", "show all cases", "overdue"),
        *("what's overdue", "what is overdue", "what's due", "what is due", "what's due today", "what is due today"),
        *("what's due this week", "what is due this week", "todo", "to do", "what do i have to do"),
        *("what do i have to do today", "open zaken", "openstaande zaken", "wat staat er open", "wat is er open"),
        *("welke zaken staan open", "welke zaken zijn open", "alle zaken", "lijst", "te laat", "wat is te laat"),
        *("wat moet ik doen", "wat moet ik vandaag doen", "wat moet er deze week", "wat moet er deze week gebeuren"),
    ),
}
_COMMANDS = {words: name for name, all_words in _SPOKEN.items() for words in all_words}
_SEARCH = re.compile(r"(?:search|find|zoek)(?:\s+(\S{3,100}))?", re.IGNORECASE)


def spoken(text: str, *, busy: bool) -> Asked | None:
    """The command that a whole message is, if it is one.

    Args:
        busy: a question is open; words that may be its answer are no command then.
    """
    plain = " ".join(text.casefold().split()).strip("/.!? ")
    name = _COMMANDS.get(plain)
    if name is not None and not (busy and name != "home"):
        return Asked(name=name)
    found = _SEARCH.fullmatch(text.strip())
    return Asked(name="search", words=found[1] or "") if found and (found[1] or not busy) else None
