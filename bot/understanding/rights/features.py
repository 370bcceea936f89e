"""What the scorer sees of a sentence: its words, pairs of words, what the lexicons heard in it. Plain strings.

w:delete     a word, by its first letters (so that most endings fall away); #: anything with a digit
delete       the same once more, of a word without a concept
a:dele       of a word of four letters or more its first ones, which still hold for its other forms
z:ted        its last letters: a form (past, asking, plural) rather than a word
@, ://       an e-mail address, a link
e:gevens     the end of a long word, which names the thing in compounds ("persoonsgegevens")
MY           a concept of concepts.toml, whatever the language
b:MY_photo   two words in a row
s:DELETE&PHOTO   two concepts anywhere in the sentence
!:DELETE     a word in a part of the sentence that denies something ("don't delete it, just ...")
t:erase      what the lexicon knows by many words
f:erasure    a frame of that right        -f:erasure   the same, negated
g:staff      a gate: a colleague's question, a closing, advertising ...
c:erasure    an article that names the right
q:?          a question
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, combinations, pairwise
from typing import NamedTuple

from bot.understanding.rights.concepts import concept_of
from bot.understanding.rights.frames import Heard
from bot.understanding.words import LINK, MAILBOX

QUESTION = "q:?"
STEM, START, END = 6, 4, 3  # letters of a word
LONG = 9  # from here on a long end of a word counts, too
MARKS = frozenset(",:()[]")
_ELISIONS = frozenset(("l", "d", "j", "m", "n", "s", "t", "c", "qu", "dell", "all", "nell", "sull", "un", "dall"))
# Small concepts that say too little in pairs across a sentence
_SMALL = frozenset(
    ("ALL", "I", "ME", "MY", "YOU", "YOUR", "HE", "WE", "CAN", "MUST", "PLEASE", "WHAT", "ABOUT", "WANT", "HAVE")
)
# A denial reaches no further than one of these
_TURNS = frozenset(
    (*("but", "just", "only", "rather", "maar", "alleen", "enkel", "gewoon", "sondern", "aber", "nur", "mais", "juste"),
     *("seulement", "pero", "sino", "solo", "ma", "bensi", "soltanto", "mas", "apenas", "ale", "tylko", "lecz"))
)  # fmt: skip


def features(heard: Heard, languages: Sequence[str], cited: Iterable[str] = ()) -> set[str]:
    """The features of one sentence. `cited`: the rights whose articles it names."""
    words = [seen(word.key, languages) for word in heard.clause.words if word.key not in MARKS]
    row = [word.name for word in words]
    found = set(chain.from_iterable([word.token for word in words]))
    found.update([f"b:{one}_{other}" for one, other in pairwise(row)])
    telling = sorted({word.name for word in words if word.tells})
    if len(telling) > 1:
        found.update([f"s:{a}&{b}" for a, b in combinations(telling, 2)])
    if "negation" in heard.gates:
        found.update([f"!:{word}" for word in _denied(heard, languages)])
    found.update([f"t:{tag[1:-1]}" for tag in heard.tags])
    for e in heard.evidence:
        found.add("-f:" + e.right if e.negated else "f:" + e.right)
        if e.weight > STRONG and not e.negated:
            found.add("ff:" + e.right)
    found.update([f"g:{gate}" for gate in heard.gates])
    if heard.clause.question:
        found.add(QUESTION)
    found.update([f"c:{right}" for right in cited])
    return found


STRONG = 0.8  # weight of a frame that is told apart from the weaker ones of its right


class Seen(NamedTuple):
    """What is seen of a word."""

    name: str  # its concept, or else its stem
    tells: bool  # whether that is a concept that tells something
    token: tuple[str, ...]  # its name and its parts


@lru_cache(maxsize=16_384)
def seen(key: str, languages: Sequence[str]) -> Seen:
    """What is seen of a word by its key, in a message of these languages."""
    if key in (MAILBOX, LINK):
        return Seen(key, False, (key,))
    head, mark, tail = key.partition("'")
    word = tail if mark and head in _ELISIONS and tail else key
    concept = (concept_of(word, languages) or "").upper()
    plain = word.isalpha()
    stem = "#" if not plain and any(char.isdigit() for char in word) else word[:STEM]
    parts = ["w:" + stem]
    if plain and len(word) >= START:
        parts += ("a:" + word[:START], "z:" + word[-END:])
    if plain and len(word) >= LONG:
        parts.append("e:" + word[-STEM:])
    name = concept or stem
    return Seen(name, bool(concept) and concept not in _SMALL, (name, *parts))


def _denied(heard: Heard, languages: Sequence[str]) -> Iterator[str]:
    """The words between two turns of the sentence, where one of them denies."""
    denials = heard.gates["negation"]
    lifted = heard.gates.get("not_negation", ())
    at = {start for start, _ in denials if not any(low <= start < high for low, high in lifted)}
    part: list[str] = []
    denies = False
    for word in heard.clause.words:
        if word.key in MARKS or word.key in _TURNS:
            if denies:
                yield from part
            part, denies = [], False
            continue
        part.append(seen(word.key, languages).name)
        denies = denies or word.start in at
    if denies:
        yield from part
