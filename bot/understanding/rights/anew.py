"""A new request told behind one that is over: "Auskunft Müller abgeschlossen. Neu: Löschantrag Müller".

Read as a whole such notes tell of what is done, or ask how it stands. So where a part behind "closed" calls something
new (`data/closed.toml`) and has a word for a right, and is not said to be over as well, that right is asked about.
"""

import re
from collections.abc import Iterator, Sequence

from bot.rights import Right
from bot.understanding.rights.clauses import Clause
from bot.understanding.rights.closed import is_over
from bot.understanding.rights.features import seen
from bot.understanding.rights.message import Message
from bot.understanding.rights.verdict import Verdict, question_about
from bot.understanding.wordlists import holds_any
from bot.understanding.words import Word

_MOST = 60  # words of a note; longer ones hold these words by chance
_RIGHTS = {
    "DELETE": (Right.ERASURE,),
    "SEE": (Right.ACCESS,),
    "COPY": (Right.ACCESS,),
    "EXPORT": (Right.PORTABILITY,),
    "CORRECT": (Right.RECTIFICATION,),
    "FREEZE": (Right.RESTRICTION,),
    "OBJECT": (Right.OBJECTION,),
    "UNSUBSCRIBE": (Right.OPT_OUT_MARKETING, Right.ERASURE),  # "cancellazione"
}  # the concepts that speak for rights
_CASES = frozenset((*_RIGHTS, "COMPLAIN", "DEMAND", "RIGHT", "TICKET"))  # ... and for a case, not for a shop or a door


def opened_anew(message: Message, verdict: Verdict) -> Verdict | None:
    """The question about the first such request, with what else was believed, or None."""
    if sum(len(heard.clause.words) for heard in message.heard) > _MOST:
        return None
    parts = [part for part in _parts(message) if _is_new(part)]
    told = (_told_over(message, heard.clause) for heard in message.heard if parts)
    over = next(filter(None, told), None)
    for words in parts:
        behind = [word for word in words if over and word.start >= over.end()]
        if behind and _is_new(behind) and not is_over(message.folded, behind[0].start, behind[-1].end):
            spoken = ((word, _RIGHTS.get(seen(word.key, message.languages).name, ())) for word in behind)
            if (named := next((each for each in spoken if each[1]), None)) is not None:
                return _question(message, verdict, *named)
    return None


def _told_over(message: Message, clause: Clause) -> re.Match[str] | None:
    """Where a sentence says that a case is over, and does not ask whether it is."""
    over = None if clause.question else is_over(message.folded, clause.start, clause.end)
    named = any(seen(word.key, message.languages).name in _CASES for word in clause.words)
    return over if named else None


def _question(message: Message, verdict: Verdict, word: Word, rights: Sequence[Right]) -> Verdict:
    """The question about that one of the rights which is the likeliest in the whole message."""
    believed = dict(verdict.candidates)
    right = max(rights, key=lambda each: believed.get(each.value, -1.0))
    return question_about(right, (word.start, word.end), message.text, verdict, reader="anew")


def _parts(message: Message) -> Iterator[Sequence[Word]]:
    """The words of each sentence that denies nothing ("no new deletions")."""
    return (heard.clause.words for heard in message.heard if not heard.has("negation"))


def _is_new(words: Sequence[Word]) -> bool:
    """Whether something is called new, or is said to have come in just now."""
    keys = {word.key for word in words}
    if holds_any("closed", "anew", keys):
        return True
    return holds_any("closed", "came", keys) and holds_any("closed", "just_now", keys)
