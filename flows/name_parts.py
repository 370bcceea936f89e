"""A part of somebody's name that is set right by what it is called, "her surname is Marsh", or by what it is not."""

import re
from functools import cache

from bot.cases.snapshot import Person
from bot.conversation.draft import Draft
from bot.conversation.scene import Scene
from bot.understanding.wordlists import alternatives, word_lists
from flows.drafts import DIALOGUE
from flows.people import PERSON

_LONGEST = 100  # characters
_NEW = r"(?P<new>[^\W\d_][\w'’-]{1,30}(?:[ -][^\W\d_][\w'’-]{1,30}){0,2})"


def name_mended(text: str, active: Draft, scene: Scene) -> Person | None:
    """The person with that part of their name in the place of the old one; None where anything else is said, or nobody
    is named yet."""
    if len(text) <= _LONGEST and (instead := _not_but().fullmatch(text.strip().rstrip(".!"))) is not None:
        return _instead(instead, DIALOGUE.so_far(PERSON, active, scene))
    said = _says_part().fullmatch(text.strip().rstrip(".!")) if len(text) <= _LONGEST else None
    person = DIALOGUE.so_far(PERSON, active, scene) if said is not None else None
    if said is None or person is None or not person.name or not said["new"][:1].isupper():
        return None
    first, _space, last = person.name.partition(" ")
    return Person(name=f"{first} {said['new']}" if said["last"] else f"{said['new']} {last}".strip())


def _instead(said: re.Match[str], person: Person | None) -> Person | None:
    """The person with one word of their name for another: "not Annet but Anneke"."""
    words = person.name.split() if person is not None and person.name else []
    if said["old"] not in words or not said["new"][:1].isupper():
        return None
    return Person(name=" ".join(said["new"] if word == said["old"] else word for word in words))


@cache
def _not_but() -> re.Pattern[str]:
    lists = word_lists("answers")
    denied, but = alternatives(lists["not"]), alternatives(lists["but"])
    return re.compile(rf"(?:\w+'?\w*\s)??(?:{denied})\s(?P<old>[\w'’-]{{2,30}}),?\s(?:{but})\s{_NEW}", re.IGNORECASE)


@cache
def _says_part() -> re.Pattern[str]:
    """ "her surname is Marsh", "Nachname: Marsh"; a "new" one, or one that somebody has "now", is rather a wish."""
    lists = word_lists("answers")
    theirs, first, last = (alternatives(lists[kind]) for kind in ("whose_name", "first_names", "last_names"))
    verbs = alternatives(lists["is_called"])
    part = rf"(?:(?P<first>{first})|(?P<last>{last}))"
    return re.compile(rf"(?:(?:{theirs})\s)?{part}\s?(?:\s(?:{verbs})\s|:\s?){_NEW}", re.IGNORECASE)
