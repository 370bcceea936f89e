"""What a number looks like and what stands around it, as plain strings: what `meanings` has weights for.

s=A-9        its form: letters (A, a) and digits (9), a run as one; d=7 how many digits
l=dsr        letters in it, two or more in a row; l0= those that it begins with
form:hash    it has a "#"; handle, small, spaced, digits, year
at:opens     it is the first of the text; line, first-line
w0=ticket    a word before it by its place and first letters; e= the last letters; k0= the list that holds it;
             "~" for each end of a sentence, line or number between
near=ticket  the nearest word before that a list holds; lab= the words of the field that its line opens with
x0=:         a sign before it; q= the sign behind it; a= a word behind it, ak= its list
told:privacy it is told of near by; desk, ours, tickets, others, handed, apart, bare, again ...: `rules.told_beside`
n=2 i=0      how many numbers the text has, and which it is
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.understanding.numbers.called import Called, kind_of
from bot.understanding.numbers.codes import Code
from bot.understanding.wordlists import holds

BEFORE, BEHIND = 110, 60  # characters that are looked at
_WORDS_BEFORE, _WORDS_BEHIND = 8, 4
_ENDS = 2  # of sentences or lines, over which is looked back
_FIRST, _LAST = 7, 4  # letters of a word
_SIGN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|\n")
_FIELD = re.compile(r"\W*([^\n:=|]{2,30})[:=|]")
_WORD = re.compile(r"[a-z]+")
_LETTERS, _OPENING = re.compile(r"[A-Za-z]{2,}"), re.compile(r"[A-Za-z]+")
_SMALL, _LARGE, _DIGITS = re.compile(r"[a-z]+"), re.compile(r"[^\W\d_a-z]+"), re.compile(r"\d+")
_ANY = re.compile(r"\w")
_YEAR = re.compile(r"(?:^|\D)(?:20)?2\d(?:\D|$)")
_SAYS_NOTHING = ("small", "own", "where", "against")
_SAYS_ELSE = (*_SAYS_NOTHING, "theirs", "privacy", "strangers", "login", "holder")


def surroundings(folded: str, codes: Sequence[Code], place: int, told: Sequence[str]) -> set[str]:
    """What is seen of one of the numbers of a folded text. `told`: what is known of it besides."""
    code = codes[place]
    kind = code.kind
    seen = {f"called={kind.value if kind else None}", f"i={min(place, 3)}", f"n={min(len(codes), 4)}"}
    seen.update(f"told:{what}" for what in told)
    seen.update(_form(code))
    seen.update(_place(folded, code.start))
    seen.update(_before(folded[max(0, code.start - BEFORE) : code.start]))
    seen.update(_behind(folded[code.end : code.end + BEHIND]))
    line = folded.rfind("\n", 0, code.start) + 1
    if field := _FIELD.match(folded[max(line, code.start - BEFORE) : code.start]):
        seen.update(f"lab={word[:_FIRST]}" for word in _WORD.findall(field[1]))
    return seen


def _form(code: Code) -> Iterator[str]:
    value = code.value
    shape = _DIGITS.sub("9", _LARGE.sub("A", _SMALL.sub("a", value)))
    yield f"s={shape}"
    yield from (f"l={letters.lower()}" for letters in _LETTERS.findall(value))
    if opening := _OPENING.match(value):
        yield f"l0={opening[0].lower()}"
    yield f"d={min(14, sum(c.isdigit() for c in value))}"
    for what, holds_true in (
        ("hash", code.hashed),
        ("handle", code.handle),
        ("small", code.small),
        ("spaced", " " in value),
        ("digits", value.replace(" ", "").isdigit()),
        ("year", _YEAR.search(value) is not None),
    ):
        if holds_true:
            yield f"form:{what}"


def _place(folded: str, start: int) -> Iterator[str]:
    line = folded.rfind("\n", 0, start) + 1
    if not _ANY.search(folded, max(line, start - BEFORE), start):
        yield "at:line"
    if not folded[:line].strip():
        yield "at:first-line"
        if not _ANY.search(folded, line, start):
            yield "at:opens"


def _before(text: str) -> Iterator[str]:
    ends = count = 0
    near = False
    for number, sign in enumerate(reversed(_SIGN.findall(text))):
        if not sign[0].isalpha():
            if not number:
                yield f"p={_shown(sign)}"
            if count < 2 and not sign.isdigit():
                yield f"x{count}={_shown(sign)}"
            ends += sign in ".!?;|\n" or sign.isdigit()
            if ends > _ENDS:
                break
            continue
        mark, kind = "~" * ends, list_of(sign)
        yield f"w{mark}={sign[:_FIRST]}"
        if count < 3:
            yield f"w{mark}{count}={sign[:_FIRST]}"
            yield f"e{mark}={sign[-_LAST:]}"
        if kind is not None:
            yield f"k{mark}={kind}"
            yield f"k{mark}{count if count < 3 else 3 + (count - 3) // 2}={kind}"
            if not near and kind not in _SAYS_NOTHING:
                near = True
                yield f"near{mark}={kind}"
                yield f"near{mark}={sign[:_FIRST]}"
        count += 1
        if count == _WORDS_BEFORE:
            break
    if not near:
        yield "near=none"


def _behind(text: str) -> Iterator[str]:
    count = 0
    for number, sign in enumerate(_SIGN.findall(text)):
        if not number:
            yield f"q={_shown(sign)}"
        if sign == "\n":
            yield "a=nl"
            return
        if not sign[0].isalpha():
            continue
        yield f"a={sign[:_FIRST]}"
        if (kind := list_of(sign)) is not None:
            yield f"ak={kind}"
            yield f"ak{count}={kind}"
        count += 1
        if count == _WORDS_BEHIND:
            return


def _shown(sign: str) -> str:
    return "nl" if sign == "\n" else sign


@lru_cache(maxsize=4096)
def list_of(word: str) -> str | None:
    """The list of data/numbers.toml that holds a word, or what it is made of."""
    kind: Called | None = kind_of(word)
    if kind is not None:
        return kind.value
    return next((name for name in _SAYS_ELSE if holds("numbers", name, word)), None)
