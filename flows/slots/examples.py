"""Words that left the bot unsure, with the reporter's answer, as an example for the phrase book (`bot/examples`)."""

from collections.abc import Iterable

from bot.cases.commands import KeepExample
from bot.conversation.draft import Draft
from bot.conversation.scene import Scene
from bot.examples.book import Kind, labels_of
from bot.examples.masking import masked
from bot.rights import Right
from bot.understanding.mail import new_words
from bot.understanding.reading import Reading, Sender, Zone
from bot.understanding.rights.clauses import clauses
from bot.understanding.words import fold
from flows.slots.reading import read

LONGEST = 300  # characters, as many as are shown above the question
MOST_SENTENCES = 40  # of a message, to bound the time


def example(
    reading: Reading, draft: Draft, scene: Scene, guessed: Iterable[Right], answer: tuple[Right, ...] | None
) -> tuple[KeepExample, ...]:
    """The command that keeps it; none for a message without words. `answer`: None when it was taken back."""
    words = masked(_in_doubt(reading, scene), _details(reading, scene), new_words(reading.mail))
    if not any(c.isalpha() for c in words):
        return ()
    answered = labels_of(answer) if answer is not None else ()
    return (KeepExample(words, reading.language, _kind(reading, draft), labels_of(guessed), answered),)


def _in_doubt(reading: Reading, scene: Scene) -> str:
    """The sentences that would leave the bot unsure alone, or ask for something; where none does, all."""
    text = reading.text
    every = clauses(reading.mail, fold(text), (Zone.BODY,))[:MOST_SENTENCES]
    sentences = [text[one.start : _end(text, one.end)] for one in every]
    doubtful = [one for one in sentences if (alone := read(one, scene)).unsure or alone.rights]
    words = "\n".join(" ".join(one.split()) for one in dict.fromkeys(doubtful or sentences))
    # Cut before it is masked, and between two words: so no half of an address is left that is none any more.
    return words if len(words) <= LONGEST else words[:LONGEST].rpartition(" ")[0]


def _end(text: str, end: int) -> int:
    """The end of a sentence with its own mark."""
    return end + 1 if text[end : end + 1] in ("?", "!", ".") else end


def _details(reading: Reading, scene: Scene) -> list[str]:
    """Who is known to be meant, from the message alone: what is answered later must not change the words, by which an
    example is known again."""
    sender = reading.mail.sender
    people = [*reading.persons, *((sender.value,) if sender else ()), Sender(scene.speaker.name, scene.speaker.email)]
    facts = [fact.value for fact in (reading.name, reading.email, reading.account_id) if fact]
    every = [*(one.name or "" for one in people), *(one.email or "" for one in people), *facts]
    return [detail.partition("@")[0] for detail in every]


def _kind(reading: Reading, draft: Draft) -> Kind:
    if draft.flow == "escalation":
        return Kind.TICKET
    if reading.mail.forwarded:
        return Kind.FORWARD
    return Kind.EMAIL if draft.arrival == "email" else Kind.CHAT
