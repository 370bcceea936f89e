"""Commands as they are typed into the chat itself: where a platform has no slash commands, its menus do just that."""

import re
from datetime import date

from bot.conversation.turn import Asked
from bot.understanding.replies.asides import Aside, aside, asks, asks_what_is_open
from bot.understanding.replies.which_new import asks_of_own, came_in_since

_SPOKEN = {
    "home": ("home", "overview", "overzicht"),
    "mine": (
        "mine",
        "my cases",
        "my requests",
        "which cases are mine",
        "which ones are mine",
        "mijn zaken",
        "welke zaken zijn van mij",
        "mijn verzoeken",
    ),
}
_COMMANDS = {words: name for name, all_words in _SPOKEN.items() for words in all_words}
_FEWEST = 3  # words that ask what is open, while a question is: "list all open"
_SEARCH = re.compile(r"(?:search|find|zoek)(?:\s+(\d{1,4}|\S{3,100}))?", re.IGNORECASE)


def spoken(text: str, today: date, *, busy: bool, by_team: bool) -> Asked | None:
    """The command that a whole message is, if it is one.

    Args:
        busy: a question is open; words that may be its answer are no command then.
        by_team: somebody of the privacy team says it; to others what came in is what they handed over.
    """
    plain = " ".join(text.casefold().split()).strip("/.!? ")
    clear = not busy or (text.rstrip().endswith("?") and len(plain.split()) > _FEWEST)
    own = clear and (asks_of_own(text, today) or (not by_team and _asks_what_came(text, today)))
    name = _COMMANDS.get(plain) or ("mine" if own else "open" if asks_what_is_open(plain) else None)
    if name == "open" and aside(text) is Aside.HOW_LONG and (busy or not by_team):
        return None  # "what's the deadline?" is asked of the one that is spoken of
    asks_open = name == "open" and (len(plain.split()) >= _FEWEST or text.rstrip().endswith("?"))
    if name is not None and not (busy and name != "home" and not (asks_open or own)):
        return Asked(name=name, words=plain if name == "open" else "")
    found = _SEARCH.fullmatch(text.strip())
    return Asked(name="search", words=found[1] or "") if found and (found[1] or not busy) else None


def _asks_what_came(text: str, today: date) -> bool:
    return asks(text) and not any(map(str.isdecimal, text)) and came_in_since(text, today) is not None
