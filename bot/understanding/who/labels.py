"""What the label of a field says of whose name stands in it: "Caller:", "Assigned to:", `"assignee": {"name": ...`.

As a label many words tell more than in a sentence: "Owner:", "Updated by:" are of staff. They come from
`data/people.toml`.
"""

import re
from itertools import pairwise

from bot.understanding.who.cues import Cue
from bot.understanding.who.names import is_title
from bot.understanding.wordlists import word_lists
from bot.understanding.words import fold

_LONGEST = 4  # words of a label
_REACH = 200  # characters before an address or a name in which its label stands
_QUOTES = " \n\r\"'*_`"  # between a label and its value, and what makes either bold
_ENDS = (":", "=", "\t")
_OPENED = re.compile(r"[{,]\s*[\"']")  # where a key of JSON begins
_BY = frozenset(("by", "per", "via", "door", "von", "par", "por", "da", "przez"))
_OR = frozenset(("or", "of", "oder", "ou", "o", "lub", "albo", "/"))
_BRACES = re.compile(r"[{}]")
_KEY = re.compile(r"(\w{1,40})[\"'`]?\s{0,3}[:=]\s{0,3}\[?\s{0,9}$")
_SEPARATOR = re.compile(r"[:=\t](?!//)")
_LAST_PART = re.compile(r".*(?:[.!?,;|(]\s|[\"{[(|])", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_APART = re.compile(r"[,;|/]|\s[–—-]\s")
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


def keyed(text: str, start: int, at: int) -> str | None:
    """The key of the braces in which text[at:] stands: "assignee" of `"assignee": {"name": ...`."""
    low = max(start, at - _REACH)
    if text.find("{", low, at) == -1:
        return None
    closed = 0
    for brace in reversed(list(_BRACES.finditer(text, low, at))):
        if brace[0] == "}":
            closed += 1
        elif closed:
            closed -= 1
        else:
            key = _KEY.search(text, max(start, brace.start() - 60), brace.start())
            return _HUMP.sub(" ", key[1]).replace("_", " ") if key else None
    return None


def of_staff(text: str, start: int, at: int) -> bool:
    """Whether an address or a number at text[at:] is that of somebody of the house, by the label of its field: "Agent
    e-mail:", "Assignee: Ann Bell (...", `"assignee": {"email": ...`."""
    line = text[max(start, at - _REACH, text.rfind("\n", start, at) + 1) : at]
    fields = _SEPARATOR.split(line)
    key = keyed(text, start, at)
    if key is not None:
        return _whose(fold(key)) is Cue.OTHER
    value = fields.pop()
    while fields and _is_value(value):
        label = _LAST_PART.sub("", fields[-1].rstrip(_QUOTES))
        label = _HUMP.sub(" ", label).replace("_", " ").strip()
        whose = _whose(fold(label))
        if whose is not None:
            return whose is Cue.OTHER
        value = fields.pop().rstrip(_QUOTES)[: -len(label)]
        if not value.rstrip().endswith(("(", ",")) or not label.islower():
            return False  # a field of its own
    return False


def _whose(label: str) -> Cue | None:
    """Whose contact a folded label says stands behind it; None: it says only what stands there, "e-mail"."""
    lists = word_lists("people")
    words = _WORD.findall(label)[-2 * _LONGEST :]
    contact = len(words)
    while words and words[-1] in lists["contact_fields"]:
        words.pop()
    if not words:
        return None
    if not lists["first_person"].isdisjoint(words) or _says_own(words):
        return Cue.OWN
    if contact > len(words) and words[-1] in _BY:
        return Cue.NOTHING  # "verified by e-mail"
    return cue_of_label(words) or Cue.NOTHING


def _says_own(words: list[str]) -> bool:
    """Whether the writer speaks: "I am the owner:"."""
    own = word_lists("people")["own"]
    return any(one in own or f"{one} {other}" in own for one, other in pairwise(words))


def _is_value(value: str) -> bool:
    """Whether between a label and an address stands no more than a name: no other words, and no second name."""
    lists = word_lists("people")
    said = [word for word in value.split() if "@" not in word]
    words = [word for part in said for word in _WORD.findall(part)]
    if any(w.islower() and w not in word_lists("names")["links"] and w not in lists["contact_fields"] for w in words):
        return False
    names = [part for part in _APART.split(" ".join(said)) if any(w[0].isupper() for w in _WORD.findall(part))]
    return len(names) <= 1


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
    for word, choice in pairwise(words):
        if choice in _OR and word in lists["subject"] and word not in lists["name_fields"]:
            return Cue.SUBJECT  # "Applicant or legal representative"
    whose = list(words)
    while whose and whose[-1] in lists["name_fields"]:
        whose.pop()  # "Agent name", "assignee full name"
    if not whose:
        return None
    if len(whose) < len(words) and lists["fills_in"].issuperset(whose):
        return Cue.FILED  # "Your name:", beside which another may be named
    whose[-1] = re.sub(r"^(?:l|d|dell|all)'", "", whose[-1]).removesuffix("'s")
    if whose[-1] in word_lists("flags")["parent_fields"]:
        return Cue.FILED  # "Parent's name:"
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
