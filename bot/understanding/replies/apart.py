"""Where a part of a short answer ends that no sign ends: at an address, at a day, behind "no wait"."""

from bot.understanding.replies.answers import found, phrases, plain, says_not, turn_of
from bot.understanding.replies.days import is_day_word

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


def _is_of_day(word: str) -> bool:
    words = plain(word).split()
    return bool(words) and all(map(is_day_word, words)) and not (words[0].isdecimal() and len(words[0]) > _LONGEST_DAY)
