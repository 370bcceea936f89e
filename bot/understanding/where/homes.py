"""Whether somebody lives at a place that a text names: by the words before and behind it (`data/homes.toml`)."""

import re
from collections.abc import Callable
from enum import IntEnum

from bot.understanding.where.lines import LINE, SENTENCE_END, ends_address, is_of_address, is_of_desk, is_of_street
from bot.understanding.where.said import in_list
from bot.understanding.where.stays import is_away, is_elsewhere, stays
from bot.understanding.where.workplaces import only_works
from bot.understanding.who.kin import is_relative
from bot.understanding.wordlists import word_lists
from bot.understanding.words import fold

_BEFORE, _BEHIND = 90, 44  # characters that are looked at
_SMALL = 6  # characters of a small word, with a space and the end of a line behind it
_NOT_IN = re.compile(r"\b([^\W\d_]{2,6}) ([^\W\d_]{1,6}) $")
_CLAUSE_END = re.compile(r"[,;:]")
_EVENT_REACH = 46  # a fair further away than this says nothing about a place
_NEAR_WORDS = 9  # "ik woon sinds 2019 met mijn gezin op Plantsoen 8 te Ede"
_WORD = re.compile(r"[^\W\d_]+")
_NEXT = re.compile(r"(?:['’]s?)?[ -]([^\W\d_]+)(?:[ -]([^\W\d_]+))?(?:[ -]([^\W\d_]+))?")
_OFFICE_LAST = re.compile(r" (?:office|branch|kantoor|vestiging|Büro|Niederlassung)\s*$")
_SIGNED = re.compile(r"(?:[^\W\d_][^\W\d_.'-]{0,30}[ ]){0,3}[^\W\d_][^\W\d_'-]{0,30}, ?")
_LABEL = re.compile(r"(?:^|[\n|;,(•-])[ \t]*(?:[^\W\d_]{2,20}[ ])?([^\W\d_]{2,20})[ \t]?[:=][ \t]*$")
# "Ms Rosheen Tully of Cork"; "Zeferino Malheiro, de Coimbra"
_OF = ("of", "from", "uit", "aus", "z", "ze", "di", "de")
_NAME_OF = re.compile(rf"((?:[^\W\d_][\w.'’-]{{0,30}} ){{1,4}})(?:{'|'.join(_OF)}) $")
_NAME_FROM = re.compile(r"((?:[^\W\d_][\w.'’-]{0,30} ){1,4}[^\W\d_][^\W\d_'-]{1,30}), (\w{1,5}['’]?) ?$")
_TWO = 2
_FROM = 10  # characters of ", from " at most
_PARTICLE = re.compile(r"(?<![^\W\d_])(?:[^\W\d_]\. ?|[^\W\d_]{2,20} )(?:van|von|de|di|da|d'|ter|ten|zu) ?$")
_HAVE_LIVED, _STILL = re.compile(r"\b(?:have|has|['’]ve) lived (?:in|at) [^.\n]*$"), re.compile(r",? (?:since|for) ")
_AND_NAME = re.compile(r" (?:&|\+) [^\W\d_a-zß-ÿ]")


_NAME_COMMA = re.compile(r"((?:[^\W\d_][\w.'’-]{0,30} ){1,4}[^\W\d_][^\W\d_'-]{1,30})(?:, | \()$")


class Stand(IntEnum):
    """How a place stands; what is greater is believed more."""

    NONE = 0  # a fair, an office, a part of a name, an ordinary word
    ONCE = 1  # somebody lived there, or was born there
    SOON = 2  # somebody is about to move there
    NAMED = 3
    COMES = 4  # "I am from", "customer from", "City:"
    LIVES = 5


def stand_of(
    text: str, start: int, end: int, low: int, high: int, *, sure: bool, relatives: Callable[[], bool]
) -> Stand:
    """How the place at text[start:end] stands within text[low:high].

    Unless it is `sure` to be a place, it needs words or a position that say home. `relatives` tells whether a
    relative's home may be that of the person the message is about."""
    before = text[max(low, start - _BEFORE) : start]
    behind = text[end : min(high, end + _BEHIND)]
    if is_away(before, _last_word(before)) and not any(
        in_list("lives", word) for word in _WORD.findall(behind.lower())
    ):
        return Stand.NONE
    if is_of_street(before, behind):
        return Stand.NONE
    if _bears(behind):
        return Stand.NAMED if _signs_from_office(text, start, end, low, high) else Stand.NONE
    if not text[low:start].strip() and not text[end:high].strip(" .!\n\r"):
        shouted = not sure and text[start:end].isupper()
        return Stand.NONE if shouted else Stand.NAMED  # an answer to "where do you live?"
    if _where_they_live(behind) or (_STILL.match(behind) and _HAVE_LIVED.search(before)):
        return Stand.LIVES
    addressed = is_of_address(before)
    said = _said_before(before, addressed=addressed, relatives=relatives)
    if said is Stand.NAMED:
        said = _said_behind(before, behind, relatives=relatives)
    if said is not Stand.NAMED or stays(before, behind) or only_works(before, behind):
        return Stand.NONE if said is Stand.NAMED else said
    numbered = any(char.isdigit() for char in text[start:end])
    if not numbered and _of_person(text, start, behind, low):
        return Stand.NONE
    if is_of_desk(text, start, low):
        return Stand.NONE
    if _told_home(before):
        return Stand.COMES
    if (
        (sure and (numbered or not _follows_name(before)))
        or addressed
        or is_in(before)
        or _stands_behind_name(before, text[start:end], behind)
        or ends_address(text, start, end, low, high)
    ):
        return Stand.NAMED
    return Stand.NONE


def _last_word(before: str) -> str:
    """The last few letters before a place, in lower case: all of a small word such as "from"."""
    return (before[-_SMALL:].lower().split() or [""])[-1]


def _where_they_live(behind: str) -> bool:
    """Whether a place is told of as one "where we live"."""
    if behind[:2] not in (", ", " w"):
        return False
    words = _WORD.findall(behind)[:4]
    return in_list("where", words[0] if words else "") and any(in_list("lives", word) for word in words[1:])


def _bears(behind: str) -> bool:
    """Whether the words behind make it an office's, an order's or a law's place."""
    if not (match := _NEXT.match(behind)):
        return False
    first, *more = (word for word in match.groups() if word)
    if first[0].islower():
        return in_list("after", first) or any(in_list("after", word) for word in more[:1])
    return any(word in word_lists("homes")["bearers"] for word in (first, *more))


def _signs_from_office(text: str, start: int, end: int, low: int, high: int) -> bool:
    """Whether it is the last line of a letter: "Bo Lind, Cardiff office"."""
    own = text[max(low, start - LINE) : start].rpartition("\n")[2]
    return bool(_OFFICE_LAST.match(text, end, high) and _SIGNED.fullmatch(own))


def _told_home(before: str) -> bool:
    """Whether a label of a form or a name right before it says that it is somebody's: "City:", "Ms Tully of"."""
    if before.rstrip()[-1:] in (":", "=") and (label := _LABEL.search(before[-60:])) and in_list("labels", label[1]):
        return True
    if _last_word(before) in _OF and (match := _NAME_OF.search(before)):
        return _is_persons(match[1]) or _opens_with_name(before, match)
    match = _NAME_FROM.search(before) if "," in before[-_FROM:] else None
    return bool(match and in_list("from", match[2].rstrip("'’")) and _is_persons(match[1]))


def _opens_with_name(before: str, match: re.Match[str]) -> bool:
    """Whether a text begins with two words in capitals that may be a name: "Stein Vermeulen uit Gent wil ..."."""
    known, words = word_lists("names"), match[1].split()
    two = len(words) == _TWO and all(word[0].isupper() and word[1:].islower() for word in words)
    others = (known["not_names"], known["openers"])
    return (
        two and not before[: match.start()].strip() and not any(fold(word) in kind for word in words for kind in others)
    )


def _stands_behind_name(before: str, place: str, behind: str) -> bool:
    """Whether commas set it apart behind a person's name: "Customer Ann Bell, Cork, asks"; but "Ann Bell, Florence"."""
    if behind[:1] not in (",", ";", ")"):
        return False
    match = _NAME_COMMA.search(before)
    return bool(match and fold(place) not in word_lists("names")["first_names"] and _is_persons(match[1]))


def _is_persons(words: str) -> bool:
    """Whether these words end with a person's name of two words, or with a title and a name."""
    known = word_lists("names")
    capital = [word for word in words.split() if word[0].isupper() or fold(word).strip(".") in known["titles"]][-4:]
    keys = [fold(word).strip(".,'(") for word in capital]
    return len(keys) > 1 and any(key in known["first_names"] or key in known["titles"] for key in keys[:-1])


def _said_before(before: str, *, addressed: bool, relatives: Callable[[], bool]) -> Stand:
    """What the nearest word that tells anything says; NAMED where none does."""
    ends = [match.end() for match in SENTENCE_END.finditer(before)]
    sentence = before[ends[-1] :] if ends else before
    line = sentence.rfind("\n")
    lists = word_lists("homes")
    found = [(match[0], match.start()) for match in _WORD.finditer(sentence)]
    words = [word.lower() for word, _ in found]
    last = words[-1] if words else ""
    led_by_from = in_list("from", last) or (
        last in ("the", "la", "le", "el", "der", "den") and words[-2:-1] == ["from"]
    )
    denies = True
    if (match := _NOT_IN.search(sentence)) and in_list("not", match[1]) and in_list("in", match[2]):
        return Stand.ONCE  # "as I'm not in California"
    for at in range(len(words) - 1, -1, -1):
        word, distance = words[at], len(words) - at
        denies = denies and word not in lists["but"]
        if len(word) == 1 and sentence[found[at][1] + 1 : found[at][1] + 2] == ".":  # "M. van Doornik"
            continue
        if in_list("once", word) and not any(in_list("roles", name) for name, _ in found[at + 1 : at + 2]):
            return Stand.ONCE  # but "former employee Ann Bell, Edinburgh"
        if in_list("addresses", word) and any(in_list("old", other) for other in words[max(0, at - 3) : at + 2]):
            return Stand.ONCE
        if in_list("moving", word):
            return Stand.ONCE if led_by_from else Stand.SOON
        if in_list("moved", word) and not _is_other_change(found[at + 1 : at + 3]):
            return Stand.ONCE if led_by_from else Stand.LIVES
        if distance <= _NEAR_WORDS and in_list("lives", word):
            if in_list("they_live", word) and of_relative(words[:at]) and not relatives():
                return Stand.NONE
            clause = len(_WORD.findall(_CLAUSE_END.split(sentence[: found[at][1]])[-1]))
            if not (denies and _denied(words[at - clause : at], words[at + 1 : -1][:3])):
                return Stand.LIVES
            if not _CLAUSE_END.search(sentence, found[at][1]):
                return Stand.ONCE  # else "I don't live in Ede any more, I'm in Goes"
            continue
        if (
            distance <= 4
            and in_list("now", word)
            and not any(name[0].isupper() and len(name) > 1 for name, _ in found[at + 1 :])
        ):
            return Stand.LIVES
        if distance <= 4 and led_by_from and at < len(words) - 1 and in_list("being", word):
            return Stand.COMES
        if distance <= 2 and in_list("here", word) and in_list("in", last):
            return Stand.COMES
        inside = found[at][1] > line and len(sentence) - found[at][1] <= _EVENT_REACH
        firm = addressed and found[at][0][0].isupper()  # "Atelier Lind, 18 rue Haute, Rodez", "8 Alder Court, Cork"
        if inside and not firm and is_elsewhere(words, at):
            return Stand.NONE
        joined = [other for other in words[at + 1 :] if not in_list("was", other)]
        if (
            inside
            and not (firm and word == "court")
            and in_list("holders", word)
            and (joined or ["in"])[0] in lists["joins"]
        ):
            return Stand.NONE
    return Stand.NAMED


def _is_other_change(following: list[tuple[str, int]]) -> bool:
    """Whether something else than a home was changed: "mudei de nome"."""
    words = [word for word, _ in following]
    return len(words) == 2 and words[0] == "de" and words[1].islower() and not in_list("dwellings", words[1])


def of_relative(words: list[str]) -> bool:
    """Whether the words before a verb name a relative as who lives there: "my sister, who"."""
    near = [fold(word) for word in words[-5:]]
    at = next((at for at in range(len(near) - 1, -1, -1) if is_relative(near[at])), None)
    return at is not None and not any(in_list("i", word) for word in near[at + 1 :])


def _denied(before: list[str], behind: list[str]) -> bool:
    return any(in_list("no_longer", word) for word in (*before[-3:], *behind))


def _said_behind(before: str, behind: str, *, relatives: Callable[[], bool]) -> Stand:
    """What a verb says that stands last, or "resident" behind a state."""
    stop = re.search(r"[.,;:!?\n]", behind)
    for match in _WORD.finditer(behind, 0, stop.start() if stop else len(behind)):
        if in_list("lives_behind", match[0]):
            words = _WORD.findall(SENTENCE_END.split(before)[-1].lower())
            theirs = in_list("they_live", match[0]) and of_relative(words) and not relatives()
            if theirs or (match[0] == "residents" and _in_general(before, behind[match.end() :])):
                return Stand.NONE
            return Stand.ONCE if any(in_list("not", word) for word in words[-2:]) else Stand.LIVES
        if in_list("once_behind", match[0]):
            return Stand.ONCE
    return Stand.NAMED


def _in_general(before: str, behind: str) -> bool:
    """ "California residents have the right to", "For California residents:", the chapter "California residents"."""
    return before.lower().endswith(("for ", '"', "“", "«", "„")) or in_list("general", (behind.split() or [""])[0])


def _of_person(text: str, start: int, behind: str, low: int) -> bool:
    """Whether it is a surname ("Jack London", "Mrs Derby") or a given name before one ("Trenton Hale")."""
    names = word_lists("names")
    before = text[max(low, start - 24) : start]
    if before.endswith(" ") and (word := before.split()[-1:]):
        key = fold(word[0]).strip(".,'(")
        if word[0][0].isupper() and word[0][-1:] not in ",:;" and key in names["first_names"]:
            return True
        if key in names["titles"] and word[0][-1:] != ",":
            return True
    if _AND_NAME.match(behind):  # "Van Doornik & Slot"
        return True
    if particle := _PARTICLE.search(before):  # "M. van Doornik"
        given = fold(particle[0].split()[0])
        if given[1:2] in (".", "") or (given in names["first_names"] and particle[0].split()[-1] in ("van", "von")):
            return True
    following = re.match(r" ([^\W\d_]+)", behind)
    return bool(
        following
        and following[1][0].isupper()
        and not following[1].isupper()
        and not before.rstrip(" \t").endswith(tuple("0123456789"))
        and not is_in(before)
    )


def _follows_name(before: str) -> bool:
    """Whether a word with a capital stands right before it, so that it may be a surname or a firm's last word."""
    word = before[-24:].split()[-1:] if before.endswith(" ") else []
    if not word or not word[0][0].isupper() or not word[0].isalpha():
        return False
    lists, key = word_lists("names"), fold(word[0])
    if in_list("in", word[0]) or in_list("from", word[0]):
        return False
    return not any(key in known for known in (lists["not_names"], lists["openers"]))


def is_in(before: str) -> bool:
    words = _WORD.findall(before[-24:].lower())
    return bool(words) and before.endswith(" ") and before[-2:-1].isalpha() and in_list("in", words[-1])
