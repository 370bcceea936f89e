"""Whose a phone number is, by the words around it: the person's own, or a hotline's, a lawyer's, a sister's.

The words come from `data/phones.toml`. Only the few before and behind a number in its sentence are looked at, so that a
text full of numbers costs little.
"""

import re

from bot.understanding.who.kin import is_relative
from bot.understanding.wordlists import holds, word_lists
from bot.understanding.words import fold

_BEFORE, _AFTER = 90, 45  # characters around a number that are looked at
_SENTENCE = 240  # characters before a number in which a relative is sought
_RECEIVED = 10  # words before it among which "gets texts" stands
_WORDS, _BEHIND = 7, 5  # words of them
_LONGEST = 4  # words of a phrase
_NEAR = 5  # words before a number among which another's name or calling tells
_ENDS = re.compile(r"(?<=\w{4})\.\s|(?<![^\W\d_])\.\s|[!?;|•]|\n\s*\n|\n(?=[A-ZÀ-Þ\W])")
_ELIDED = re.compile(r"^(?:l|un|dell|all|dall|nell|sull|d)'")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# Nobody's own: free numbers, and those that cost more, of the countries in which these languages are spoken. US numbers
# have ten digits, French ones and German ones begin with a zero, and the southern and Polish ones have nine.
_FREE = re.compile(
    r"(?:\+?1[-. ]?)?\(?8(?:00|33|44|55|66|77|88)\)?[-. ]?\d{3}[-. ]?\d{4}"
    r"|(?:\+(?:34|351|39|48) ?)?(?:8(?:0[0-48]|40|48|92|99)|90[0-2]|707|76[01]|199)(?:[ .-]?\d){6}"
    r"|0800[\d ./-]+|09(?:00|09)[ /-][\d ./-]+|0(?:8(?:08|10|20|4[02-58]|7[01])|137)[ /-][\d ./-]+"
    r"|0180(?:\d|[ /-][1-7])[\d ./-]+"
    r"|0(?:30[03]|33[03]|370) [\d ]{7,9}|088[ -]\d[\d ]+|1[38]00 \d{3} \d{3}"
)
_FRENCH = re.compile(r"(?:08|09 (?:69|70))(?: \d\d){3,4}")


def is_free(number: str) -> bool:
    """Whether a number is one that only firms have: free of charge, or dearer than others."""
    if number.startswith(("08 ", "09 ")):
        return _FRENCH.fullmatch(number) is not None
    return _FREE.fullmatch(number) is not None


def is_own(text: str, start: int, low: int) -> bool:
    """Whether the nearest word before text[low:] that tells says that the number is the person's: "my own is"."""
    words = _before(text, start, low)[-3:]
    return any(holds("phones", "own", word) for word in words)


def is_right(before: str) -> bool:
    """Whether the words before a number end with "it should be": it stands instead of another."""
    words = _words(before)
    return any(" ".join(words[-count:]) in word_lists("addresses")["must"] for count in (1, 2, 3))


def called_there(text: str, low: int) -> bool:
    """Whether a relative is said to be called or written to at the number at text[low:], for whom somebody acts:
    "don't call her on", "dejen de llamarla al", "unsere Tochter bekommt SMS auf"."""
    words = _words(_ENDS.split(text[max(0, low - _SENTENCE) : low])[-1])
    lists = word_lists("phones")
    if any(holds("phones", "called_them", word) for word in words[-3:]):
        return True
    if not any(word in lists["receives"] for word in words[-_RECEIVED:]):
        return False
    mine = word_lists("flags")["mine"]
    kin = [at for at, word in enumerate(words) if is_relative(word)]
    return bool(kin) and not any(word in mine and at + 1 not in kin for at, word in enumerate(words))


def of_writer(text: str, low: int) -> bool:
    """Whether the words before text[low:] call the writer somebody's relative: "I am his mum Jo, 0161 ..."."""
    words = _words(_ENDS.split(text[max(0, low - _BEFORE) : low])[-1])
    being, whose = word_lists("flags")["being"], word_lists("people")["possessives"]
    return any(
        is_relative(c) and b in whose and a in being for a, b, c in zip(words, words[1:], words[2:], strict=False)
    )


def is_others(text: str, start: int, low: int, high: int, *, kin: bool = True) -> bool:
    """Whether the words around the number at text[low:high], in a part that begins at `start`, say it is not the
    person's. `kin`: a relative's is none; not so where somebody acts for a relative."""
    words = _before(text, start, low)
    behind = _told_behind(text, high)
    return _told_before(words, kin=kin) if behind is None else behind


def _before(text: str, start: int, low: int) -> list[str]:
    """The last words before a number in its sentence, folded, the nearest last."""
    before = text[max(start, low - _BEFORE) : low]
    return _words(_ENDS.split(before)[-1])[-_WORDS:]


def _words(text: str) -> list[str]:
    """Folded, without "'s" behind and "l'" before them."""
    return [_ELIDED.sub("", word[0].removesuffix("'s")) for word in _WORD.finditer(fold(text))]


def _told_before(words: list[str], *, kin: bool) -> bool:
    lists = word_lists("phones")
    near = list(words)
    while near and near[-1] in lists["small"]:
        if " ".join(near[-2:]) in lists["dialled"]:
            break
        near.pop()
    for ending in (words, near):
        for count in range(1, min(_LONGEST, len(ending)) + 1):
            whom = ending[-count - 1 : -count]
            if " ".join(ending[-count:]) in lists["dialled"] and not (whom and whom[0] in lists["whom"]):
                return True
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        above = words[at - 1] if at else ""
        if word in lists["yours"] and at + 1 < len(words) and words[at + 1] in lists["numbers"]:
            return True
        if len(words) - at <= _NEAR and (holds("phones", "strangers", word) or (kin and _is_kin(word, above))):
            return True
        if holds("phones", "own", word):
            return False
    return False


def _is_kin(word: str, above: str) -> bool:
    if word in word_lists("phones")["kin"]:
        return True
    return is_relative(word) and above in word_lists("people")["possessives"]


def _told_behind(text: str, high: int) -> bool | None:
    """Whether it is another's by the words behind it: "... is my sister's", "(that's work)", "rings me every day"; not
    so: "... is mine". None: these words don't tell."""
    after = _ENDS.split(text[high : high + _AFTER].partition("\n")[0])[0]
    words = _words(after)[:_BEHIND]
    lists = word_lists("phones")
    if not words:
        return None
    if re.match(r"\W{0,3}\(", after) and words[0] in lists["elses"]:
        return True
    if re.match(r"\W{0,2}[,(]", after) and holds("phones", "strangers", words[0]):
        return True
    if any(word in lists["unanswered"] for word in words[:2]):
        return True
    at = next((at for at, word in enumerate(words[:3]) if word in lists["belongs"]), None)
    if at is None:
        return None
    for above, word in zip(words[at:], words[at + 1 :], strict=False):
        if word in lists["elses"] or word in lists["yours"] or holds("phones", "strangers", word):
            return True
        if _is_kin(word, above):
            return True
    return False if words[at + 1 : at + 2] and words[at + 1] in ("mine", "mio", "mia", "meu", "mien") else None
