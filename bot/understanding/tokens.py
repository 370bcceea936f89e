"""A message as a row of tokens, in their order, as the network reads it.

Each sentence opens with a token of what the lexicons heard in it; its words follow. A token is a few plain strings,
named as in `features`:

<s> zone:BODY t:erase g:staff f:erasure c:erasure     a sentence opens
DELETE w:delete a:dele z:ete                          a word
m:,                                                   a mark between words
"""

from collections.abc import Iterable, Iterator, Sequence

from bot.understanding.features import MARKS, seen
from bot.understanding.frames import Heard

Token = tuple[str, ...]

LONGEST_HEAD, LONGEST_TAIL = 220, 100  # tokens of a long message that are read, from both ends


def tokens(heard: Sequence[Heard], languages: Sequence[str], cited: Sequence[Iterable[str]]) -> list[Token]:
    """The tokens of a message's sentences. `cited`: for each sentence the rights whose articles it names."""
    found: list[Token] = []
    for h, named in zip(heard, cited, strict=True):
        found.append((*_opening(h), *(f"c:{right}" for right in named)))
        for word in h.clause.words:
            found.append(("m:" + word.key,) if word.key in MARKS else seen(word.key, languages).token)
    if len(found) <= LONGEST_HEAD + LONGEST_TAIL:
        return found
    return found[:LONGEST_HEAD] + found[-LONGEST_TAIL:]


def _opening(heard: Heard) -> Iterator[str]:
    yield "<s>"
    yield f"zone:{heard.clause.zone.name}"
    yield from (f"t:{tag.strip('<>')}" for tag in sorted(heard.tags))
    yield from (f"g:{gate}" for gate in heard.gates)
    yield from (f"-f:{e.right}" if e.negated else f"f:{e.right}" for e in heard.evidence)
