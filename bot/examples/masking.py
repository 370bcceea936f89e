"""Takes every personal detail out of a few words, so that they can be kept as an example.

What could be one is taken for one: digits become 0, addresses "x@x.example", links "https://x.example", and whatever
may be a name becomes X. Articles of the law stay. Nobody can tell every name from every word (a nickname in lower
case ...), so what comes out is sealed all the same, and a person looks before it leaves the desk.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.toml import read_toml
from bot.understanding import words as folding
from bot.understanding.language import languages_in
from bot.understanding.rights.citations import citations
from bot.understanding.rights.lexicon import lexicon
from bot.understanding.sensitive.masks import mask
from bot.understanding.wordlists import word_lists

NAME, ADDRESS, LINK = "X", "x@x.example", "https://x.example"
SHORTEST_STEM = 5  # letters; with fewer, a stem of the lexicon ("ihr*") is the beginning of many a name
SHORTEST_PART = 2  # letters of a name's part
SHORTEST_NAME = 3  # letters of an unknown word that may be one by itself
LONGEST_BREAK = 20  # characters of blanks and quotes between two sentences
SHOUTED = 0.6  # share of capitals from which on they tell nothing
_DATA = read_toml(Path(__file__).with_name("words.toml"))
_LISTS = {name: frozenset(text.split()) for name, text in _DATA.items()}
_ORDINARY = word_lists("names")["not_names"].union(
    *(_LISTS[name] for name in ("ordinary", "proper", "titles", "cues", "says", "followers", "determiners"))
)

_NOT_KEPT = re.compile(r"\[[a-z ]{1,30}: not kept\]")  # what `mask` leaves
_CHUNK = re.compile(r"\S+")
_EDGE = re.compile(r"^[^\w@+]*|[^\w]*$")
_LINK = re.compile(
    r"https?:|www\.|\w\.(?:app|be|com|de|dev|es|eu|example|fr|info|io|it|net|nl|org|pl|pt|uk)\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_OWNED = re.compile(r"['’]s$", re.IGNORECASE)
_AFTER_BREAK = re.compile(r"(?:^|[.!?:;…\n])[ \t\"'“”‘’«»()\[\]*•·>–—-]*$")
_NAMES_IN_A_ROW = re.compile(rf"\bX(?:[ -](?:(?:{'|'.join(sorted(_LISTS['particles']))})[ ]){{0,3}}X)+\b")


@dataclass(slots=True)
class _Piece:
    """A part of the text that is kept or replaced as a whole. `key`: a word as it is looked up; "" for all else."""

    start: int
    end: int
    becomes: str
    key: str = ""
    is_name: bool = False


def masked(words: str, details: Iterable[str] = (), written: str = "") -> str:
    """The words without any personal detail.

    Args:
        details: names and addresses of those who are known to be meant; each part is taken out, wherever it stands.
        written: the whole message, which tells whether its writer uses capitals.
    """
    text, _kinds = mask(words)
    parts = frozenset(
        part
        for detail in details
        for part in re.findall(r"[^\W\d_]+", folding.fold(detail))
        if len(part) >= SHORTEST_PART and part not in _LISTS["particles"]
    )
    return _NAMES_IN_A_ROW.sub(NAME, _Masking(text, parts, written or text).done())


class _Masking:
    def __init__(self, text: str, parts: frozenset[str], written: str) -> None:
        self._text, self._parts = text, parts
        self._cased = _uses_capitals(written)
        self._languages = languages_in(text)
        self._pieces = self._found()

    def done(self) -> str:
        words = [piece for piece in self._pieces if piece.key]
        for piece in words:
            piece.is_name = self._is_name(piece)
        if not self._cased:
            self._whole_names()
        out, at = list[str](), 0
        for piece in self._pieces:
            out += [self._text[at : piece.start], _named(piece.becomes) if piece.is_name else piece.becomes]
            at = piece.end
        return "".join([*out, self._text[at:]])

    def _found(self) -> list[_Piece]:
        """The text in pieces: what stays as it is, addresses, links, numbers, and words."""
        folded, found = folding.fold(self._text), list[_Piece]()
        kept = [match.span() for match in _NOT_KEPT.finditer(self._text)]
        kept += [(one.start, one.end) for one in citations(folded, 0, len(folded))]
        for chunk in _CHUNK.finditer(self._text):
            at = chunk.start()
            for start, end in sorted(span for span in kept if span[0] < chunk.end() and chunk.start() < span[1]):
                found += self._in_chunk(at, start)
                at = max(at, end)
            found += self._in_chunk(at, chunk.end())
        return found

    def _in_chunk(self, start: int, end: int) -> list[_Piece]:
        """What stands between two blanks, told by its looks."""
        chunk = self._text[start:end] if start < end else ""
        core = _EDGE.sub("", chunk)
        if not core:
            return []
        start += chunk.index(core)
        end = start + len(core)
        if "@" in core:
            return [_Piece(start, end, ADDRESS if core.find("@") > 0 else NAME)]
        if _LINK.search(core):
            return [_Piece(start, end, LINK)]
        if any(c.isdigit() for c in core):  # its letters may be half of a number plate
            return [_Piece(start, end, re.sub(r"[^\W\d_]", "", re.sub(r"\d", "0", core)).strip("-./_"))]
        words = (match for match in _WORD.finditer(self._text, start, end))
        return [_Piece(*match.span(), match[0], _key(match[0])) for match in words]

    def _is_name(self, piece: _Piece) -> bool:
        key, word, before, after = piece.key, piece.becomes, self._beside(piece, -1), self._beside(piece, 1)
        capital, known = any(c.isupper() for c in word), self._knows(key)
        if any(c.isalpha() and c.lower() == c.upper() for c in word):
            return True  # a script without capitals, of which we know no words
        if self._parts & set(re.split(r"['’-]", folding.fold(word))) and (capital or not known):
            return True
        if self._before_number(piece) and key.endswith(tuple(_LISTS["streets"])) and key not in _LISTS["streets"]:
            return True
        if before in _LISTS["titles"] and key not in _LISTS["particles"] | _LISTS["titles"] and (capital or not known):
            return True
        if key in _LISTS["also_names"]:
            meant = capital if self._cased else before in _LISTS["cues"]
            known = not meant and after not in _LISTS["says"]
        if known:
            return False
        if capital and self._cased:
            return not (_begins(self._text, piece.start) and after in _LISTS["followers"])
        if after in _LISTS["says"]:
            return True
        if self._cased or len(key) < SHORTEST_NAME:
            return False
        thing = after in _LISTS["followers"] or before in _LISTS["determiners"]
        return before in _LISTS["cues"] or not thing

    def _whole_names(self) -> None:
        """Where capitals tell nothing, what we don't know beside a name is the rest of it ("ana de vries wants")."""
        for row in (self._pieces, self._pieces[::-1]):
            name: _Piece | None = None
            for one in row:
                if one.key in _LISTS["particles"]:
                    continue
                if name is not None and one.key and not self._knows(one.key):
                    between = self._text[min(one.end, name.end) : max(one.start, name.start)]
                    one.is_name = one.is_name or not any(c in ".,;:!?\n" for c in between)
                name = one if one.is_name else None

    def _beside(self, piece: _Piece, step: int) -> str:
        at = self._pieces.index(piece) + step
        return self._pieces[at].key if 0 <= at < len(self._pieces) else ""

    def _before_number(self, piece: _Piece) -> bool:
        return re.match(r",?[ ]\d", self._text[piece.end : piece.end + 3]) is not None

    def _knows(self, key: str) -> bool:
        return key in _ORDINARY or any(_in_lexicon(key, one) for one in self._languages)


def _uses_capitals(text: str) -> bool:
    """Whether a capital tells names from words here: not in lower case, not where somebody shouts, and not where a
    telephone sets the first letter of each sentence alone."""
    letters = [c for c in text if c.isalpha()]
    if sum(c.isupper() for c in letters) > SHOUTED * len(letters):
        return False
    capitals = (word for word in _WORD.finditer(text) if word[0][0].isupper() and word[0] not in ("I", "I'm", "I'd"))
    return any(not _begins(text, word.start()) and not word[0].isupper() for word in capitals)


def _begins(text: str, at: int) -> bool:
    """Whether a sentence begins there."""
    return _AFTER_BREAK.search(text[max(0, at - LONGEST_BREAK) : at]) is not None


def _key(word: str) -> str:
    return folding.fold(_OWNED.sub("", word)).replace("-", "") or "-"


def _named(word: str) -> str:
    owned = _OWNED.search(word)
    return NAME + (owned[0] if owned else "")


@cache
def _atoms(language: str) -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    atoms = lexicon(language).atoms
    stems = tuple(stem for stem in atoms.stems if len(stem) >= SHORTEST_STEM)
    parts = tuple(part for part in (*atoms.endings, *atoms.middles) if len(part) >= SHORTEST_STEM)
    return atoms.exact, stems, parts


def _in_lexicon(key: str, language: str) -> bool:
    exact, stems, parts = _atoms(language)
    return key in exact or key.startswith(stems) or key.endswith(parts)
