"""Whether two forms of a name are one person's, and whether an e-mail address shows a name."""

import re
from collections.abc import Iterable

from bot.understanding.words import fold

_APART = re.compile(r"[\s.-]+")
_AND = ("e", "y", "i")  # between two surnames; an initial is a capital


def same_person(one: str, other: str) -> bool:
    """Whether two forms of a name can be one person's: each word of the shorter is in the longer, or is its initial."""
    if one == other:  # as a name is with itself
        return any(len(key) > 1 for key in _keys(one))
    short, long = sorted((_keys(one), _keys(other)), key=len)
    return (
        bool(short)
        and all(
            any(a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b)) for b in long)
            for a in short
        )
        and (any(a in long and len(a) > 1 for a in short))
    )


def is_fuller(name: str, known: str) -> bool:
    """Whether a name is the same person's in a longer form."""
    return len(name) > len(known) and len(_keys(name)) >= len(_keys(known)) and same_person(name, known)


def is_turned(name: str, known: str) -> bool:
    """Whether it is the same name in another order: a mailbox has the family name first, its owner signs otherwise."""
    return _keys(name) != _keys(known) and sorted(_keys(name)) == sorted(_keys(known))


class Mailboxes:
    """The mailboxes of many addresses, so that each of many names is looked up in all of them at once."""

    def __init__(self, addresses: Iterable[str]) -> None:
        mailboxes = {re.sub(r"[\d_.+-]+", " ", fold(address.partition("@")[0])) for address in addresses}
        self._text = "\n".join(sorted(mailboxes))
        self._words = frozenset(self._text.split())

    def show(self, name: str) -> bool:
        """Whether one of them shows a name: "j.bell@", "joan_b@", "bellj@" for Joan Bell."""
        if not self._text:
            return False
        keys = [key for key in _keys(name) if len(key) > 2]
        if not keys:
            return False
        if keys[0] in self._text or keys[-1] in self._text:
            return True
        return any(key[:6] in self._words for key in keys if len(key) > 6)


def in_address(name: str, address: str) -> bool:
    """Whether an e-mail address shows the name."""
    return Mailboxes([address]).show(name)


def _keys(name: str) -> list[str]:
    words = (word for word in _APART.split(name) if word not in _AND)
    return [key for key in (fold(word).strip(".,'") for word in words) if key]
