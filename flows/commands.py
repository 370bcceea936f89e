"""Commands as they are typed into the chat itself: where a platform has no slash commands, its menus do just that."""

import re

from bot.conversation.scene import Scene
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


def spoken(text: str, scene: Scene) -> Asked | None:
    """The command that a whole message is, if it is one. While a question is open, words that may be its answer are
    none."""
    plain, busy = " ".join(text.casefold().split()).strip("/.!? "), scene.chat.active is not None
    name = _COMMANDS.get(plain) or ("open" if asks_what_is_open(plain) else None)
    if name == "open" and aside(text) is Aside.HOW_LONG and (busy or not scene.by_team):
        return None  # "what's the deadline?" is asked of the one that is spoken of
    asks_open = name == "open" and (len(plain.split()) >= _FEWEST or text.rstrip().endswith("?"))
    if name is not None and not (busy and name != "home" and not asks_open):
        return Asked(name=name, words=plain if name == "open" else "")
    if not busy and (asks_of_own(text, scene.today) or _asks_what_came(text, scene)):
        return Asked(name="mine")
    found = _SEARCH.fullmatch(text.strip())
    return Asked(name="search", words=found[1] or "") if found and (found[1] or not busy) else None


def _asks_what_came(text: str, scene: Scene) -> bool:
    """Whether somebody outside the team asks what came in: of that they see what they handed over."""
    return not scene.by_team and asks(text) and came_in_since(text, scene.today) is not None
