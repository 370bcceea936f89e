"""Whose a phone number is, by the words around it: the person's own, or a hotline's, a lawyer's, a sister's.

The words come from `data/phones.toml`. Only the few before and behind a number in its sentence are looked at, so that a
text full of numbers costs little.
"""

import re

from bot.understanding.who.kin import is_relative
from bot.understanding.wordlists import holds, word_lists
from bot.understanding.words import fold

_BEFORE, _AFTER = 90, 45  # characters around a number that are looked at
_WORDS, _BEHIND = 7, 7  # words of them
_LONGEST = 4  # words of a phrase
_NAMED = 4  # words of a title and a name
_NEAR = 5  # words before a number among which another's name or calling tells
ENDS = re.compile(r"(?<=\w{4})\.\s|(?<![^\W\d_])\.\s|[!?;|•}]|\n\s*\n|\n(?=[A-ZÀ-Þ\W])")
_CLAUSE = re.compile(r"\bthat\b(?!['’]s| is| was| belongs)")  # "... and that you say where you got it"
_ELIDED = re.compile(r"^(?:l|un|dell|all|dall|nell|sull|d)'")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def is_own(text: str, start: int, low: int) -> bool:
    """Whether the nearest word before text[low:] that tells says that the number is the person's: "my own is"."""
    words = _before(text, start, low)[-3:]
    return any(holds("phones", "own", word) for word in words)


def is_right(before: str) -> bool:
    """Whether the words before a number end with "it should be": it stands instead of another."""
    words = words_of(before)
    return any(" ".join(words[-count:]) in word_lists("addresses")["must"] for count in (1, 2, 3))


def is_number_of_somebody(text: str, start: int, low: int) -> bool:
    """Whether the words before text[low:] call it somebody's number, or one of a kind that only phones have: "my old
    home number is", "nowy numer:", "la mia utenza è la"."""
    words = _before(text, start, low)
    lists, flags, now = word_lists("phones"), word_lists("flags"), word_lists("addresses")["now"]
    while words and (words[-1] in lists["linking"] or words[-1] in now) and words[-1] not in lists["called"]:
        words.pop()
    end = len(words)
    words = _without_kinds(words)
    if not words or words[-1] not in lists["called"]:
        return False
    after, end = len(words) < end, len(words) - 1
    words = _without_kinds(words[:-1])
    if after or len(words) < end:
        return True
    return bool(words) and (words[-1] in flags["mine"] or words[-1] in flags["theirs"])


def _without_kinds(words: list[str]) -> list[str]:
    """Without the words at the end that say which of somebody's numbers it is: "old home", "de casa"."""
    end = len(words)
    while end and holds("phones", "which", words[end - 1]):
        end -= 1
        if end and end < len(words) and words[end - 1] in word_lists("phones")["of"]:
            end -= 1
    return words[:end]


def is_of_client(text: str, start: int, low: int) -> bool:
    """Whether the words before text[low:] call it the number of somebody for whom the writer acts or of whom they tell:
    "our client's phone is", "il numero della signora Ravera è", "U bereikt mevrouw Vos op"; not "numéro de client"."""
    words = _before(text, start, low)
    lists = word_lists("phones")
    while words and words[-1] in lists["linking"] and words[-1] not in lists["called"]:
        words.pop()
    if len(words) > 1 and words[-1] in lists["handsets"] and holds("phones", "clients", words[-2]):
        return True
    for at in range(len(words) - 2, -1, -1):
        word = words[at]
        if word in lists["called"] or word in lists["handsets"] or word in lists["reach"]:
            whom = [other for other in words[at + 1 :] if other not in lists["between"]]
            if not 0 < len(whom) <= _NAMED:
                return False
            whose = words[len(words) - len(whom) - 1] in lists["acting_for"] or text.startswith("+", low)
            told = word not in lists["called"] or whose
            return holds("phones", "titles", whom[0]) or (told and holds("phones", "clients", whom[0]))
    return False


def is_of_thing(text: str, start: int, low: int) -> bool:
    """Whether the last words before text[low:] name a thing that has numbers: "the bag tag was"."""
    words = _before(text, start, low)
    while words and words[-1] in word_lists("phones")["linking"]:
        words.pop()
    return bool(words) and holds("phones", "things", words[-1])


def is_others(text: str, start: int, low: int, high: int, *, kin: bool = True) -> bool:
    """Whether the words around the number at text[low:high], in a part that begins at `start`, say it is not the
    person's. `kin`: a relative's is none; not so where somebody acts for a relative."""
    words = _before(text, start, low)
    if _is_fax(words_of(ENDS.split(text[max(start, low - _BEFORE) : low])[-1])):
        return True
    behind = _told_behind(text, high)
    return _told_before(words, kin=kin) if behind is None else behind


def _before(text: str, start: int, low: int) -> list[str]:
    """The last words before a number in its sentence, folded, the nearest last."""
    before = text[max(start, low - _BEFORE) : low]
    return words_of(ENDS.split(before)[-1])[-_WORDS:]


def words_of(text: str) -> list[str]:
    """The words of a text, folded, without "'s" behind and "l'" before them."""
    return [_ELIDED.sub("", word[0].removesuffix("'s")) for word in _WORD.finditer(fold(text))]


def _is_fax(words: list[str]) -> bool:
    """Whether something was faxed there: "the fax was sent to", "l'ho mandato via fax allo"."""
    faxed = any(word.startswith("fax") or word == "telefax" for word in words)
    return faxed and any(word in word_lists("phones")["sent"] for word in words[-3:])


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
    after = _CLAUSE.split(ENDS.split(text[high : high + _AFTER].partition("\n")[0])[0])[0]
    words = words_of(after)[:_BEHIND]
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
