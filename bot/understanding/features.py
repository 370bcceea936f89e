"""What the scorer sees of a sentence: its words, pairs of words, what the lexicons heard in it. Plain strings.

w:delete     a word, by its first letters (so that most endings fall away); #: anything with a digit
e:gevens     the end of a long word, which names the thing in compounds ("persoonsgegevens")
MY           a concept of concepts.toml, whatever the language
b:MY_photo   two words in a row          k:DELETE_photo  two words with one or two between
s:DELETE&PHOTO   two concepts anywhere in the sentence
!:DELETE     a word in a part of the sentence that denies something ("don't delete it, just ...")
t:erase      what the lexicon knows by many words    p:erase+mine  two of those
f:erasure    a frame of that right        -f:erasure   the same, negated
g:staff      a gate: a colleague's question, a closing, advertising ...
c:erasure    an article that names the right
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from bot.understanding.concepts import concept_of
from bot.understanding.frames import Heard

STEM = 6  # letters of a word
LONG = 9  # from here on a word's end counts, too
_MARKS = frozenset(",:()[]")
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
    seen = [_seen(word.key, languages) for word in heard.clause.words if word.key not in _MARKS]
    row = [concept or stem for stem, concept, _ in seen]
    found = set(row)
    for stem, _, end in seen:
        found.add("w:" + stem)
        if end:
            found.add("e:" + end)
    for at, one in enumerate(row):
        for place, other in enumerate(row[at + 1 : at + 4]):
            found.add(f"k:{one}_{other}" if place else f"b:{one}_{other}")
    telling = sorted({concept for _, concept, _ in seen if concept and concept not in _SMALL})
    found.update(f"s:{a}&{b}" for i, a in enumerate(telling) for b in telling[i + 1 :])
    found.update(f"!:{word}" for word in _denied(heard, languages))
    found.update(_tags(heard))
    for e in heard.evidence:
        found.add(f"-f:{e.right}" if e.negated else f"f:{e.right}")
        if e.weight > STRONG and not e.negated:
            found.add(f"ff:{e.right}")
    found.update(f"g:{gate}" for gate in heard.gates)
    found.update(f"c:{right}" for right in cited)
    return found


STRONG = 0.8  # weight of a frame that is told apart from the weaker ones of its right


@lru_cache(maxsize=16_384)
def _seen(key: str, languages: Sequence[str]) -> tuple[str, str | None, str | None]:
    """A word's stem, its concept, and its end if it is long."""
    head, mark, tail = key.partition("'")
    word = tail if mark and head in _ELISIONS and tail else key
    stem = word[:STEM] if word.isalpha() or not any(char.isdigit() for char in word) else "#"
    concept = concept_of(word, languages)
    return stem, concept.upper() if concept else None, word[-STEM:] if len(word) >= LONG and word.isalpha() else None


def _denied(heard: Heard, languages: Sequence[str]) -> Iterator[str]:
    """The words between two turns of the sentence, where one of them denies."""
    denials = heard.gates.get("negation")
    if not denials:
        return
    lifted = heard.gates.get("not_negation", ())
    at = {start for start, _ in denials if not any(low <= start < high for low, high in lifted)}
    part: list[str] = []
    denies = False
    for word in heard.clause.words:
        if word.key in _MARKS or word.key in _TURNS:
            if denies:
                yield from part
            part, denies = [], False
            continue
        stem, concept, _ = _seen(word.key, languages)
        part.append(concept or stem)
        denies = denies or word.start in at
    if denies:
        yield from part


def _tags(heard: Heard) -> Iterator[str]:
    names = sorted(tag.strip("<>") for tag in heard.tags)
    for name in names:
        yield f"t:{name}"
    for i, one in enumerate(names):
        for other in names[i + 1 :]:
            yield f"p:{one}+{other}"
