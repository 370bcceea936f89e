"""The words that tell that a number is none that must go: it is called an order's, a phone's, a contract's ...

Such words are many, and what is made of them takes long: each pattern is made when a number is first looked at by it.
"""

import re
from functools import cache

from bot.understanding.wordlists import alternatives, word_lists

_REACH = 40  # characters before a number in which such a name may stand
_LIST_REACH = 200  # and before one that goes on a list of numbers
_ALIKE = 3  # characters by which the numbers of one list differ in length

_LISTS = word_lists("sensitive")
NUMBER, SMALL, WHOSE = (alternatives(_LISTS[kind]) for kind in ("numbers", "small", "whose"))
_APART = r"[ .:#°º=(_\"'>|/\t*\[{‹„“«»→-]{0,24}(?:\([^()\n\d]{0,20}\)[ :=]{0,3})?"
_TAGS = r"(?:</[a-z]{1,9}>\s{0,4}<[a-z]{1,9}>)?"  # between two cells
_HAVING = rf"(?:{alternatives(_LISTS['having'])})[ ](?:(?:{SMALL})[ ])?"
LINK = rf"(?:{_APART}(?:(?:{_HAVING})?(?:{NUMBER})|{SMALL})(?![^\W_])){{0,3}}{_APART}{_TAGS}"
AND = r"(?:and|or|en|of|und|oder|et|ou|y|o|e|i|oraz|lub)"
_NEXT_LINE = r"(?:[ \t]*(?:\r?\n){1,2}[ \t>]{0,4}(?:(?:[-*•]|[0-9]{1,2}[.)])[ ]{1,3})?)?"


@cache
def _another(*kinds: str) -> str:
    """What is called another number."""
    customer = alternatives(_LISTS["customers"] | _LISTS["numbered"])
    thing = alternatives(_LISTS["others"].union(*(_LISTS[kind] for kind in ("other_cards", *kinds))))
    mine = rf"(?:{customer})(?:[ _-]|(?!n(?![^\W_])))(?:{NUMBER})"  # no "n" goes with "Kunde"
    turned = rf"(?:{NUMBER})[ _.°º]{{0,2}}(?:(?:{SMALL}) ?){{0,2}}(?:[dl]')?(?:{customer})"
    return rf"(?<![^\W_])(?:{thing}|{mine}|{turned})(?![^\W_])"


_ITEM = r"(?>(?P<item>(?=[^\s,;]{0,6}[0-9])[0-9a-z][0-9a-z./_-]{2,40}))(?<![.-])"
_NEXT_ITEM = rf"[\s,;/|&+•*>#-]{{1,8}}(?:{AND}[ ])?(?:(?:{NUMBER})[ .°º]{{1,2}}|[0-9]{{1,2}}[.)][ ])?"
_ITEM_REACH = 20
_ITEM_BEFORE = re.compile(rf"[0-9][a-z]{{0,2}}{_NEXT_ITEM}\Z")
_MINE = r"(?:my|mijn|meine?|mon|ma|mi|mio|mia|meu|minha|moj[ae]?)(?![^\W_])"  # then it is of another thing
_VALUE_NEXT = re.compile(r"[ ]?[:=]")
_HEAD_APART = r"[ ._:°º#-]{1,3}"


def head_of(name: str) -> str:
    """A pattern of the head of a column that says that name, and no more: "bsn_nr", but not "bsn known"."""
    around = rf"(?:{NUMBER}|{alternatives(_LISTS['customers'] | _LISTS['ties'] | _LISTS['articles'])})"
    remark = r"[ .:°º#]{0,2}(?:\([^()]{1,30}\))?"
    return rf"(?:{around}{_HEAD_APART}){{0,3}}(?:{name})(?:{_HEAD_APART}{around}){{0,2}}{remark}"


def other_head() -> str:
    """A pattern of the head of a column of such numbers."""
    return head_of(_another("visits", "files"))


def another(folded: str, start: int, since: int = 0, *, files: bool = False) -> int:
    """Where the words begin, after `since`, that call it an order's number, a phone's ...; -1 if there are none."""
    low = max(since, start - _REACH)
    found = _other("visits", *(("files",) if files else ())).search(folded, low, start)
    if found is None:
        return -1
    line = found[0].find("\n")
    if line < 0 or ":" in found[0][:line]:
        return found.start()
    # In the line before it: there its name stands alone
    return found.start() if _label().search(folded, max(0, found.start() - _REACH), found.start()) else -1


def is_listed_with_others(folded: str, start: int, stop: int, since: int = 0) -> bool:
    """Whether it goes on a list of numbers alike that are called something else: "orders 4711001, 4711002 and"."""
    if not _ITEM_BEFORE.search(folded, max(0, start - _ITEM_REACH), start):
        return False
    found = _list().search(folded, max(since, start - _LIST_REACH), start)
    return found is not None and abs(len(found["item"]) - (stop - start)) <= _ALIKE


def says_number(folded: str, low: int, high: int) -> bool:
    """Whether the words there lead to a number by a sign or a word for it: "order no. 12", but not "order 12"."""
    return bool(_number_said().search(folded, low, high) or _number_of().search(folded, max(0, low - _REACH), low))


def is_another_behind(folded: str, end: int) -> bool:
    """Whether such a name stands behind it: "AB123456C is my order number"."""
    return is_behind(folded, end, _behind())


def is_near_another(folded: str, start: int, since: int = 0) -> bool:
    """Whether such a name stands before it, or a few words before: "the ticket from last week: AB123456C"."""
    return _near().search(folded, max(since, start - _REACH), start) is not None


def is_behind(folded: str, end: int, name: re.Pattern[str]) -> bool:
    """Whether a name of what ends there follows; what is followed by a number of its own is the name of that one."""
    found = name.match(folded, end)
    if found is None or _number_next().match(folded, found.end()):
        return False
    return not (found["apart"] and _VALUE_NEXT.match(folded, found.end()))


@cache
def _other(*kinds: str) -> re.Pattern[str]:
    return re.compile(rf"{_another(*kinds)}{LINK}{_NEXT_LINE}\Z")


@cache
def _list() -> re.Pattern[str]:
    return re.compile(rf"{_another('visits', 'files')}{LINK}{_NEXT_LINE}(?:{_ITEM}(?>{_NEXT_ITEM})){{1,20}}\Z")


@cache
def _behind() -> re.Pattern[str]:
    """Only what says so: an order may be spoken of next."""
    return re.compile(
        r"[ ]?(?P<apart>(?!))?(?:[(\[=][ ]?|(?:is|was|ist|war|est|es|era|e|jest|to)[ ])"
        rf"(?:(?:{SMALL}|{WHOSE})[ ](?:d'|l')?){{0,5}}?" + _another()
    )


@cache
def _near() -> re.Pattern[str]:
    return re.compile(
        _another("files")
        + rf"(?:{LINK}|(?:[ :#(-]{{1,3}}(?!{_MINE})[^\W\d]{{1,20}}){{0,4}}(?:,? (?:{NUMBER})\.?)?[ :#(-]{{0,4}})$"
    )


@cache
def _number_next() -> re.Pattern[str]:
    return re.compile(rf"{LINK}[0-9]")


@cache
def _number_said() -> re.Pattern[str]:
    words = rf"{NUMBER}|ref[a-z]*|{alternatives(_LISTS['other_cards'])}"
    return re.compile(rf"[:#°º=|\t]|(?<![^\W_])(?:{words})(?![^\W_])|(?:nummern?|number|nr)(?![^\W_])")


@cache
def _number_of() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{NUMBER})[ .°º:]{{1,3}}(?:(?:{SMALL})[ ']){{0,2}}(?:d')?\Z")


@cache
def _label() -> re.Pattern[str]:
    said = rf"(?:{NUMBER}|{SMALL}|{WHOSE})[ .:°º']{{1,3}}"
    return re.compile(rf"(?:\n|^)[ >*•-]*(?:[0-9]{{1,2}}[.)][ ])?(?:{said}){{0,4}}\Z")
