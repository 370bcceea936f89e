"""What the words around a name can tell of whose it is."""

from enum import Enum


class Cue(Enum):
    """What the words before a name make of it."""

    OWN = "own"
    SUBJECT = "subject"
    RELATION = "relation"
    TITLE = "title"
    HINT = "hint"
    FILED = "filed"
    CALLER = "caller"
    OTHER = "other"
    NOTHING = "nothing"
