"""Numbers that answer a question in a dialogue: "Agent: your contract number? / Customer: hang on, it's 4711"."""

import re

from bot.understanding.numbers.called import is_called
from bot.understanding.numbers.codes import Code
from bot.understanding.who.phone_forms import is_formed

# A question, and who answers
_ASKED = re.compile(r"(?:^|\n)[^\W\d_][^\n:]{0,40}:([^\n]{0,200}\?)[ \t]*\n{1,2}[^\W\d_]+: ?(?P<before>[^\n\d]{0,40})$")
_DIALOGUE = 300  # characters before a number
_WORD = re.compile(r"\w+")


def is_answered(text: str, code: Code) -> bool:
    """Whether it may be a phone's, and is the answer to a question for no account: "Bot: which number? / Customer:
    655 501 288"."""
    if not is_formed(code.value):
        return False
    asked = _ASKED.search(text, max(0, code.start - _DIALOGUE), code.start)
    return asked is not None and not asked["before"] and not _asks_for(asked[1], "person", "held")


def is_account_asked(text: str, code: Code) -> bool:
    """Whether it is the answer to a question for an account, and for nothing else."""
    asked = _ASKED.search(text, max(0, code.start - _DIALOGUE), code.start)
    if asked is None or not _asks_for(asked[1], "person", "held"):
        return False
    return not _asks_for(asked[1], "ticket", "case", "phone", "other")


def _asks_for(question: str, *kinds: str) -> bool:
    return any(is_called(word, *kinds) for word in _WORD.findall(question))
