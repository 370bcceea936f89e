"""A question whether to do what the privacy team does: "do I have to check her passport?".

The words stand in `data/asides.toml`.
"""

from bot.understanding.replies.answers import in_own_words, longest, phrases, plain, speaks_of_another
from bot.understanding.who.names import is_given

_FILE = "asides"
_MOST_BEHIND_LEAVE = 9  # words behind "may I"


def asks_leave(words: list[str]) -> bool:
    """Whether somebody asks whether to do what the privacy team does: "do I have to check her passport?"."""
    lengths = range(min(len(words), longest("may_i", _FILE)), 0, -1)
    rest = words[next((n for n in lengths if " ".join(words[:n]) in phrases("may_i", _FILE)), 0) :]
    if not 0 < len(rest) <= _MOST_BEHIND_LEAVE or len(rest) == len(words) or in_own_words(" ".join(rest)):
        return False
    others = phrases("whoever") | phrases("to_them", _FILE)
    of_them = speaks_of_another(" ".join(rest)) or not others.isdisjoint(rest)
    proof = not phrases("proof", _FILE).isdisjoint(rest)
    return proof or (of_them and not phrases("by_myself", _FILE).isdisjoint(rest))


def names_somebody(text: str) -> bool:
    """Whether a question may tell of whom it is: "can we delete Ana's account?" may be her request."""
    capitals = [plain(word).partition("'")[0] for word in text.split()[1:] if word[:1].isupper()]
    return any(char.isdecimal() or char == "@" for char in text) or any(map(is_given, capitals))
