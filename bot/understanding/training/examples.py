"""Phrases made ready to learn from: each read as at run time, with its labels as numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

import numpy as np

from bot.understanding.mail import read_text
from bot.understanding.numbers.references import references
from bot.understanding.read import LONGEST
from bot.understanding.reading import MailReading, Meta
from bot.understanding.rights.labels import KINDS, LABELS
from bot.understanding.rights.message import Message, listen
from bot.understanding.training import Matrix
from bot.understanding.training.book import Phrase


@dataclass(frozen=True)
class Example:
    """A phrase as it was read."""

    phrase: Phrase
    mail: MailReading
    message: Message

    @property
    def labels(self) -> frozenset[str]:
        """Its rights, and what else it is."""
        other = () if self.phrase.meta is Meta.REQUEST else (self.phrase.meta.value,)
        return self.phrase.rights | frozenset(other)

    @property
    def kind(self) -> str:
        """One of KINDS."""
        if not self.phrase.rights:
            return {Meta.NONE: "none", Meta.STATUS_QUERY: "status"}.get(self.phrase.meta, "handed")
        return asking(len(self.phrase.rights))

    @property
    def sentences(self) -> list[set[str]]:
        """The features of its sentences; at least one."""
        return self.message.sentences or [set()]


def asking(many: int) -> str:
    """The kind of a message that asks for so many rights; at least one."""
    return KINDS[1 + min(many, 3)]


def read(phrases: Iterable[Phrase]) -> list[Example]:
    """Reads phrases as the bot reads messages."""
    found: list[Example] = []
    for phrase in phrases:
        mail = read_text(phrase.text, zone=ZoneInfo("UTC"))
        head = mail.text[:LONGEST]
        numbers = references(head)
        message = listen(mail, ticket=numbers.ticket is not None, reference=numbers.case is not None)
        found.append(Example(phrase, mail, message))
    return found


def targets(examples: Sequence[Example]) -> Matrix:
    """One row an example, one column a label: 1 where it applies."""
    return np.array([[label in example.labels for label in LABELS] for example in examples], dtype=int)
