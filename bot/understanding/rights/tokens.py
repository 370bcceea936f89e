"""A message as a row of tokens, in their order, as the network reads it.

Each sentence opens with a token of what the lexicons heard in it and how it is set; its words follow. A token is a few
plain strings, named as in `features`:

<s> zone:BODY t:erase g:staff f:erasure c:erasure     a sentence opens
<s> zone:BODY p: <*                                   one that opens a paragraph (l: a line), and is an item of a list
DELETE w:delete a:dele z:ete                          a word
sasha w:sasha a:sash z:sha ^                          one with a capital within a sentence
NOW w:now ^^                                          one in capitals
HE w:he <"                                            one with a quotation mark before it
TELL w:said a:said z:aid >"                           one with a quotation mark behind the word before it
m:,                                                   a mark between words
"""

from collections.abc import Iterable, Iterator, Sequence

from bot.understanding.rights.clauses import Clause
from bot.understanding.rights.features import MARKS, QUESTION, seen
from bot.understanding.rights.frames import Heard
from bot.understanding.words import Word

Token = tuple[str, ...]

LONGEST_HEAD, LONGEST_TAIL = 220, 100  # tokens of a long message that are read, from both ends
_BEFORE_SENTENCE, _BEFORE_WORD = 12, 6  # characters that are looked at for signs
_SIGNS = {
    **{sign: sign for sign in "!?;/=>*•_|#&+…"},
    **dict.fromkeys('"“”„«»‚‘‹›', '"'),
    **dict.fromkeys("–—-", "-"),
}


def tokens(heard: Sequence[Heard], languages: Sequence[str], cited: Sequence[Iterable[str]], text: str) -> list[Token]:
    """The tokens of a message's sentences. `cited`: for each sentence the rights whose articles it names."""
    found: list[Token] = []
    at = 0  # where the word before ends
    for h, named in zip(heard, cited, strict=True):
        clause = h.clause
        gap = text[max(at, clause.start - _BEFORE_SENTENCE) : clause.start]
        found.append((*_opening(h), *(f"c:{right}" for right in named), *_set_apart(gap)))
        at = clause.start
        for word in clause.words:
            if word.key in MARKS:
                found.append(("m:" + word.key,))
            else:
                found.append(seen(word.key, languages).token + _written(word, clause, at, text))
            at = word.end
    if len(found) <= LONGEST_HEAD + LONGEST_TAIL:
        return found
    return found[:LONGEST_HEAD] + found[-LONGEST_TAIL:]


def _opening(heard: Heard) -> Iterator[str]:
    yield "<s>"
    yield f"zone:{heard.clause.zone.name}"
    yield from (f"t:{tag.strip('<>')}" for tag in sorted(heard.tags))
    yield from (f"g:{gate}" for gate in heard.gates)
    if heard.clause.question:
        yield QUESTION
    yield from (f"-f:{e.right}" if e.negated else f"f:{e.right}" for e in heard.evidence)


def _set_apart(gap: str) -> Iterator[str]:
    """What stands between a sentence and the one before."""
    if lines := gap.count("\n"):
        yield "p:" if lines > 1 else "l:"
    yield from sorted({"<" + _SIGNS[sign] for sign in gap if sign in _SIGNS})


def _written(word: Word, clause: Clause, at: int, text: str) -> tuple[str, ...]:
    """How a word is written, and what stands between it and the one before, which ends `at`."""
    found: tuple[str, ...] = ()
    if word.start > clause.start and text[word.start].isupper():
        found = ("^^",) if word.end - word.start > 1 and text[word.start : word.end].isupper() else ("^",)
    if word.start - at > 1:  # more than a space
        gap = text[at : min(word.start, at + _BEFORE_WORD)]
        found += tuple((">" if place == 0 else "<") + _SIGNS[sign] for place, sign in enumerate(gap) if sign in _SIGNS)
    return found
