"""What the label of a field says of whose name stands in it: "Caller:", "Assigned to:", `"assignee": {"name": ...`.

As a label many words tell more than in a sentence: "Owner:", "Updated by:" are of staff. They come from
`data/people.toml`.
"""

import re

from bot.understanding.who.cues import Cue
from bot.understanding.who.names import is_title
from bot.understanding.wordlists import word_lists

_LONGEST = 4  # words of a label
_QUOTES = " \n\r\"'*_`"  # between a label and its value, and what makes either bold
_ENDS = (":", "=", "\t")
_OPENED = re.compile(r"[{,]\s*[\"']")  # where a key of JSON begins
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


def is_label(before: str) -> bool:
    """Whether the words before a name and its title are the label of a field."""
    here = before.rstrip(_QUOTES)
    while here and is_title(last := re.split(r"\s", here)[-1]):
        here = here[: -len(last)].rstrip(_QUOTES)
    return here.endswith(_ENDS)


def unlabelled(before: str) -> str:
    """The line of a label, without the key before it, its words apart: "assignee name" of "assigneeName"."""
    line = before.rstrip().rpartition("\n")[2].rstrip(_QUOTES)
    return _HUMP.sub(" ", _OPENED.split(line)[-1].replace("_", " "))


def is_askers(label: str) -> bool:
    """Whether a folded label is that of who asks, or of whom it is asked for."""
    lists = word_lists("people")
    return any(label in lists[kind] for kind in ("callers", "filed", "subject"))


def cue_of_label(words: list[str]) -> Cue | None:
    """What the folded words of a label tell beyond what they would tell in a sentence."""
    lists = word_lists("people")
    if words[-1] in lists["logged"]:
        return Cue.CALLER
    if words in (["for"], ["voor"], ["fur"], ["dla"]):
        return Cue.SUBJECT  # "From: the lawyer", "For: Ann Bell"
    whose = list(words)
    while whose and whose[-1] in lists["name_fields"]:
        whose.pop()  # "Agent name", "assignee full name"
    if not whose:
        return None
    whose[-1] = re.sub(r"^(?:l|d|dell|all)'", "", whose[-1]).removesuffix("'s")
    for count in range(min(_LONGEST, len(whose)), 0, -1):
        phrase = " ".join(whose[-count:])
        if phrase in lists["handlers"]:
            return Cue.OTHER
        if phrase in lists["callers"]:
            return Cue.CALLER
        if phrase in lists["filed"]:
            return Cue.FILED
        if any(phrase in lists[kind] for kind in ("own", "relation", "subject", "others")):
            break
    return Cue.FILED if whose[-1] in lists["staff"] else None
