"""Letters to the person, ready to send: templates in files, facts from the case, the law and the policy.

The desk sends none of them itself: a colleague does, and records the day.
"""

from bot.letters.compose import LANGUAGES, Letter, compose
from bot.letters.decisions import WrongDay
from bot.letters.kinds import LetterKind, fulfilment, offered
from bot.letters.own import Own

__all__ = ["LANGUAGES", "Letter", "LetterKind", "Own", "WrongDay", "compose", "fulfilment", "offered"]
