"""Whether what was typed is rather a letter that was pasted, and whether it is only the first half of one."""

from functools import cache

from bot.understanding.mail import lexicon
from bot.understanding.replies.answers import in_own_words
from bot.understanding.who.names import is_closing
from bot.understanding.words import fold

_FIRST = 8  # lines in which a letter greets whom it is to
_MOST_GREETING = 8  # words of such a line
_LAST = 5  # lines in which it says goodbye
_FEWEST = 60  # characters of a letter
_LONGEST = 20_000  # characters that are looked at
_CHAT = frozenset(("hi", "hey", "hello", "hallo", "hoi", "moin", "salut", "ciao", "hola", "ola", "dag", "witam"))


def is_letter(text: str) -> bool:
    """Whether it greets somebody in a line of its own, as a letter does, and goes on below: "Dear Sir or Madam"."""
    text = text[:_LONGEST].strip()
    return len(text) >= _FEWEST and _greets(text)


def is_begun(text: str) -> bool:
    """Whether it is such a letter without an end."""
    return is_letter(text) and not _says_goodbye(text)


def is_rest(text: str) -> bool:
    """Whether it may be the end of a letter: it greets nobody and says goodbye, or says what the writer themselves
    wants and has several lines."""
    text = text[:_LONGEST].strip()
    return "\n" in text and not _greets(text) and (_says_goodbye(text) or in_own_words(text))


def _greets(text: str) -> bool:
    lines = [line for line in text.splitlines() if line.strip()]
    return any(_is_greeting(line) for line in lines[: min(_FIRST, len(lines) - 1)])


def _is_greeting(line: str) -> bool:
    words = fold(line).strip(" ,.!:").split()
    if not 0 < len(words) <= _MOST_GREETING:
        return False
    return any(" ".join(words[:n]) in _greetings() for n in (1, 2, 3))


def _says_goodbye(text: str) -> bool:
    lines = [line for line in text.splitlines() if line.strip()]
    return any(map(is_closing, lines[-_LAST:]))


@cache
def _greetings() -> frozenset[str]:
    """The greetings of letters; those of chats may be said to the bot."""
    return frozenset(lexicon.phrases("markers", "greeting")) - _CHAT
