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

from collections.abc import Iterable, Sequence
from functools import lru_cache

from bot.understanding.reading import Zone
from bot.understanding.rights.features import MARKS, QUESTION, seen
from bot.understanding.rights.frames import Heard

Token = tuple[str, ...]

LONGEST_HEAD, LONGEST_TAIL = 220, 100  # tokens of a long message that are read, from both ends
_BEFORE_SENTENCE, _BEFORE_WORD = 12, 6  # characters that are looked at for signs
_ZONES = {zone: f"zone:{zone.name}" for zone in Zone}
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
        found.append((*_opening(h), *[f"c:{right}" for right in named], *_set_apart(gap)))
        at = clause.start
        for key, start, end in clause.words:
            if key in MARKS:
                found.append(("m:" + key,))
            else:
                token = seen(key, languages).token
                if text[start].isupper() and start > clause.start:
                    token += ("^^",) if end - start > 1 and text[start:end].isupper() else ("^",)
                if start - at > 1:  # more than a space
                    token += _between(text[at : min(start, at + _BEFORE_WORD)])
                found.append(token)
            at = end
    if len(found) <= LONGEST_HEAD + LONGEST_TAIL:
        return found
    return found[:LONGEST_HEAD] + found[-LONGEST_TAIL:]


def _opening(heard: Heard) -> list[str]:
    found = ["<s>", _ZONES[heard.clause.zone]]
    found += [f"t:{tag[1:-1]}" for tag in sorted(heard.tags)]
    found += [f"g:{gate}" for gate in heard.gates]
    if heard.clause.question:
        found.append(QUESTION)
    found += ["-f:" + e.right if e.negated else "f:" + e.right for e in heard.evidence]
    return found


@lru_cache(maxsize=1024)
def _set_apart(gap: str) -> Token:
    """What stands between a sentence and the one before."""
    lines = gap.count("\n")
    set_off = ("p:" if lines > 1 else "l:",) if lines else ()
    return (*set_off, *sorted({"<" + _SIGNS[sign] for sign in gap if sign in _SIGNS}))


@lru_cache(maxsize=1024)
def _between(gap: str) -> Token:
    """What stands between a word and the one before."""
    return tuple((">" if place == 0 else "<") + _SIGNS[sign] for place, sign in enumerate(gap) if sign in _SIGNS)
