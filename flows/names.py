"""A person whom a correction names: an address, or words that read as a name and as nothing else."""

import re

from bot.cases.snapshot import Person
from bot.conversation.scene import Scene
from bot.understanding.mail.people import read_sender
from bot.understanding.reading import Sender
from bot.understanding.replies.answers import of_arrival, of_home, says_not
from bot.understanding.replies.named_rights import named, parts_of
from bot.understanding.where.places import is_place
from bot.understanding.who.names import NAME, is_closing, is_given, is_ordinary, is_organisation

LONGEST_NAME = 5  # words
_PARTICLES = frozenset(
    (
        *("van", "de", "der", "den", "het", "ten", "ter", "von", "zu", "da", "do", "dos", "das", "di", "del", "della"),
        *("la", "le", "du", "des", "el", "al", "bin", "ben", "y"),
    )
)
_ONE = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.-](?=[^\W\d_]|$)){0,40}")


def told_person(text: str, _scene: Scene) -> Person | None:
    """The person whom a short text names. None for words that say something else: "it reached us on 24 November"."""
    words = text.strip().strip(".!").strip()
    if len(words) > 200 or "\n" in words:
        return None
    sender = read_sender(words)
    if sender is None or not _reads_as_one(words, sender):
        return None
    return Person(name=sender.name, email=sender.email)


def _reads_as_one(words: str, sender: Sender) -> bool:
    name = sender.name
    if name is None:
        return sender.email == words.strip("<> ")
    return _is_name(name)


def _is_name(name: str) -> bool:
    if of_arrival(name) or of_home(name) or says_not(name) or any(named(part) for part in parts_of(name)):
        return False
    words = name.split()
    if NAME.fullmatch(name):
        return not (is_closing(name) or is_place(name) or is_organisation(name))
    own = [word for word in words if word not in _PARTICLES]
    if len(words) > LONGEST_NAME or not own or not all(_ONE.fullmatch(word) for word in words):
        return False
    # One word with a capital, or a name typed in small letters
    if any(is_ordinary(word) or is_place(word) for word in own):
        return False
    return is_given(own[0]) if name.islower() else len(words) == 1
