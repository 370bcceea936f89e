"""A few words that ask how a case of ours stands: "where are we at with DSR-2026-0512".

The readers know most of these words from messages about anything; beside our reference they mean the case.
"""

from bot.understanding.rights.features import MARKS
from bot.understanding.rights.message import Message
from bot.understanding.wordlists import whole_words

MOST = 14  # words


def asks_of_case(message: Message) -> bool:
    """Whether a short message names a case of ours and asks how it stands, and nothing is heard that somebody wants."""
    if "reference" not in message.marks or any(h.evidence for h in message.heard) or message.cited:
        return False
    if sum(word.key not in MARKS for h in message.heard for word in h.clause.words) > MOST:
        return False
    return whole_words("overheard", "progress").search(message.folded) is not None
