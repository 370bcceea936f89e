"""Where a part of a short answer ends that no sign ends: at an address, at a day, behind "no wait"."""

from bot.understanding.replies.answers import found, joins, phrases, plain, says_not, turn_of
from bot.understanding.replies.days import is_day_word
from bot.understanding.who.kin import is_relative
from bot.understanding.words import ADDRESS

_MOST = 6  # words of a part
_LONGEST_DAY = 2  # digits of a day of the month


def apart(piece: str) -> list[str]:
    """An address, a day and what stands around them, each for itself: "ana@x.example Leeds yesterday"."""
    parts, kind = list[str](), -1
    for word in piece.split() if len(piece.split()) <= _MOST else ():
        before, kind = kind, 2 if "@" in word else int(_is_of_day(word))
        parts[-1:] = [f"{parts[-1]} {word}"] if before == kind and kind != 2 else [*parts[-1:], word]
    numbers = any(part.replace(" ", "").isdecimal() for part in parts)  # "Mill Lane 3"
    return [piece] if numbers or not parts else parts


def behind_turn(part: str) -> str | None:
    """What stands behind "no wait" or a mere "no" with which a part begins: of "nee Genk" the place."""
    turn = turn_of(part)
    if turn is not None and not turn.before:
        return turn.after
    first, _space, rest = part.strip().partition(" ")
    only_no = plain(first) in phrases("no") and plain(first) not in phrases("not")  # "no Madrid" is "not in Madrid"
    return rest if rest and only_no and not says_not(rest) else None


def turns(part: str) -> bool:
    """Whether a part takes back what was said before it: "or wait, it was Tuesday"."""
    return turn_of(part) is not None or bool(found(plain(part).split()[:-1], "wait", "asides"))


def with_last_address(text: str) -> str:
    """A short answer with the second of two addresses alone, where that takes the place of the first at once: "ana@x,
    oh no, anna@x"."""
    both = [*ADDRESS.finditer(text)]
    if len(both) != 2 or not _takes_back(text[both[0].end() : both[1].start()]):
        return text
    return text[: both[0].start()] + text[both[1].start() :]


def _takes_back(between: str) -> bool:
    """Whether the few words between two values take back the first: ", oh no, ", " sorry typo ", "... wait, "."""
    words = plain(between).split()
    if not 0 < len(words) <= _MOST or any(is_relative(word) or (len(word) > 1 and joins(word)) for word in words):
        return False
    denied = words[-1] in phrases("no") | phrases("not") and between.rstrip()[-1].isalpha()
    if denied:  # "tom@x, not ann@x"
        return False
    opens = phrases("no") | phrases("apology") | phrases("wait", "asides") | phrases("not_right", "asides")
    taken = {at + n for kind in ("instead", "mistaken") for at, length in found(words, kind) for n in range(length)}
    beside = phrases("says_so") | phrases("beside_off", "asides") | phrases("polite")
    known = all(at in taken or word in opens or word in beside for at, word in enumerate(words))
    return known and (bool(taken) or not opens.isdisjoint(words))


def _is_of_day(word: str) -> bool:
    words = plain(word).split()
    return bool(words) and all(map(is_day_word, words)) and not (words[0].isdecimal() and len(words[0]) > _LONGEST_DAY)
