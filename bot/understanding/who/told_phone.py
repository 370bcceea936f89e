"""Whose a phone number is where somebody else writes: the person's, or that of who acts for them or tells of them."""

import re

from bot.understanding.reading import Fact
from bot.understanding.who.addressed import TAKE_OFF
from bot.understanding.who.alike import same_person
from bot.understanding.who.kin import is_relative
from bot.understanding.who.looked import looked_at
from bot.understanding.who.names import LINK, PART, is_given
from bot.understanding.who.whose_phone import ENDS, is_of_client, is_own, words_of
from bot.understanding.who.wishes import is_asking, is_said
from bot.understanding.wordlists import holds, word_lists
from bot.understanding.words import fold

_SENTENCE = 240  # characters before a number in which is said who is called there
_BEFORE, _BEHIND = 90, 100  # characters around it in which is told whose it is
_RECEIVED, _REFUSED = 10, 16  # words before it among which "gets texts", "stop calling" stand
_AFTER = 12  # words behind it
_PASSIVE = 4  # words before it among which "is" of "is called" stands
_NEAR = 7  # words before it among which "her" tells
_TITLES = 3  # words before a name that tell whether it is a man's
# Between the name of somebody and their number: "Ann Bell, tel. 0161 ...", not "Ann Bell. Reach me on"
_BESIDE = re.compile(r"\s?[,(:;–-]\s?(?:[^\W\d_]{2,12}[.:]?\s)?")
_NEXT = 20
# Whose number it is, where somebody writes for them
_THEIRS = re.compile(
    r"\b(?:his|hers?|theirs?|client'?s|zijn|haar|hun|sein|seine?r?|ihre?r?|leur|son|sa|su|suo|sua|seu|jego|jej|ich|"
    r"l['’](?:appeler|appelle[rz]?|rappeler|contacter|joindre))\b"
    r"(?:[^\w\n.!?]{1,3}\w+){0,6}[^\w\n]{0,3}$",
    re.IGNORECASE,
)
_MINE = re.compile(
    r"\b(?:my|mijn|m['’]n|meine?|mon|mi|(?:il )?mio|(?:o )?meu|mój)(?: [^\W\d_]{2,12}){0,2}"
    r"(?:[^\w\n.!?]{1,3}\w+){0,5}[^\w\n]{0,3}$",
    re.IGNORECASE,
)
# "Ring me rather than her"
_RATHER = re.compile(
    r"\b(?:rather than|instead of|in plaats van|anstatt|statt|plut[ôo]t que|au lieu d[e'’]|en vez de|en lugar de|"
    r"anzich[ée]|invece di|em vez de|zamiast)\s?$",
    re.IGNORECASE,
)
# "She rang too (0161 496 0822)"
_RANG = re.compile(
    r"\b(?:she|he|zij|ze|hij|sie|er|elle|il|ella|él|lei|lui|ela|ele|ona|on)(?:[^\w\n.!?,]{1,3}\w+){1,4} \($",
    re.IGNORECASE,
)
_INTRODUCED = re.compile(
    r"\b(?:[Ii]['’]m|I am|[Tt]his is|[Ii]k ben|[Ii]ch bin|[Jj]e suis|[Ss]oy|[Ss]ono|[Ss]ou|[Jj]estem) "
    r"(?:(?:die|der|la|il|el|a|o) )?(?P<name>[A-ZÀ-Þ][\w'’-]+)(?:,? (?!\w+ing)[\w'’]+){0,7}[^\w\n.!?]{1,3}$"
)
# "(Tom Birch, 01633 496 050)"
_NAME_BEFORE = re.compile(rf"\((?P<name>{PART}(?: (?:{LINK} )?{PART}){{1,2}})[,:]? (?:[^\W\d_]{{2,5}}[.:]? ?)?\+?$")
_TO_SOMEBODY = re.compile(
    r"\s?(?:belongs to|is that of|is van|behoort aan|hoort bij|gehört|ist von|appartient à|est à|pertenece a|es de|"
    r"appartiene a|è di|pertence a|é d[eoa]|należy do)\s(?P<name>[A-ZÀ-Þ][\w'’-]+)"
)


def of_told(text: str, span: tuple[int, int], name: Fact[str] | None, *, representative: bool) -> bool:
    """Whether a number is the person's for whom or of whom somebody else writes. `name`: the person's."""
    low, high = span
    if representative and _may_be_callers(text, low):
        return False
    if (_is_theirs(text, low) or is_of_client(text, 0, low)) and not of_writer(text, low):
        return True
    end = name.span[1] if name and representative else len(text)
    if end < low < end + _NEXT and _BESIDE.fullmatch(text, end, low):
        return True
    if not representative:
        return _RANG.search(text, max(0, low - _BEFORE), low) is not None
    return _called_there(text, low, high) or TAKE_OFF.search(text, max(0, low - _BEHIND), low) is not None


def of_another(text: str, span: tuple[int, int], name: Fact[str] | None) -> bool:
    """Whether a number is called that of somebody who is not the person: "Her cell" of a son, "... belongs to Tom",
    "I'm Jo, text me on" where Ann Bell's data are asked for."""
    if name is None:
        return False
    low, high = span
    beside = _NAME_BEFORE.search(text, max(0, low - _BEFORE), low)
    if beside and not same_person(beside["name"], name.value) and is_given(beside["name"].split()[0]):
        return True
    owner = _TO_SOMEBODY.match(text, high, min(len(text), high + _BEHIND))
    introduced = _INTRODUCED.search(text, max(0, low - _BEFORE), low)
    called = fold(name.value)
    if owner and fold(owner["name"]) not in called:
        return True
    if introduced and fold(introduced["name"]) not in called:
        return fold(introduced["name"]) in word_lists("names")["first_names"]
    return _is_other_sex(text, low, name)


def of_writer(text: str, low: int) -> bool:
    """Whether the words before text[low:] call the writer somebody's relative: "I am his mum Jo, 0161 ..."."""
    words = words_of(ENDS.split(text[max(0, low - _BEFORE) : low])[-1])
    being, whose = word_lists("flags")["being"], word_lists("people")["possessives"]
    return any(
        is_relative(c) and b in whose and a in being for a, b, c in zip(words, words[1:], words[2:], strict=False)
    )


def _is_theirs(text: str, low: int) -> bool:
    at = max(0, low - 60)
    theirs = _THEIRS.search(text, at, low)
    return theirs is not None and not _RATHER.search(text, at, theirs.start())


def _may_be_callers(text: str, low: int) -> bool:
    """Whether a colleague tells that somebody came or called for the person, and then, in a sentence that names nobody,
    of "her number": it may be the caller's."""
    looked = looked_at(text)
    lists, flags = word_lists("received"), word_lists("flags")
    told = not (lists["sent_in"] | lists["came_by"]).isdisjoint(looked.parts)
    if not told or not flags["mine"].isdisjoint(looked.parts):  # else who acts writes themselves
        return False
    words = words_of(ENDS.split(text[max(0, low - _BEFORE) : low])[-1])
    whose = [word for word in words if word in flags["theirs"] or word in lists["pronouns"]]
    numbers = word_lists("phones")["numbers"] | word_lists("phones")["linking"] | flags["articles"] | flags["of"]
    return bool(whose) and all(word in numbers or word in whose or word in ("a", "à") for word in words)


def without_tellers(text: str, found: list[Fact[str]], name: Fact[str] | None) -> list[Fact[str]]:
    """Without what a colleague calls their own number who tells what somebody of that name wants: "Ann Bell wants out,
    my mobile if you need me: ..."."""
    after = text[name.span[1] : name.span[1] + _BEFORE] if name else ""
    if not (is_asking(after) or (is_said(after) and not after.startswith((" (", " <")))):
        return found
    return [fact for fact in found if not _MINE.search(text, max(0, fact.span[0] - _BEFORE), fact.span[0])]


def _is_other_sex(text: str, low: int, name: Fact[str]) -> bool:
    """Whether a number is called "her cell" while the name is a man's, or "his phone" while it is a woman's."""
    words = words_of(ENDS.split(text[max(0, low - _BEFORE) : low])[-1])[-_NEAR:]
    lists = word_lists("phones")
    told = [
        word
        for word, after in zip(words, [*words[1:], ""], strict=False)
        if (word in lists["hers"] or word in lists["his"])
        and (after in lists["numbers"] or after in lists["handsets"] or holds("phones", "own", after))
    ]
    if not told:
        return False
    at = name.span[0]
    titles = words_of(text[max(0, at - 40) : at])[-_TITLES:] + words_of(text[at : name.span[1]])[:1]
    man = any(word in lists["men"] for word in titles)
    woman = any(word in lists["women"] for word in titles)
    return (told[-1] in lists["hers"] and man and not woman) or (told[-1] in lists["his"] and woman and not man)


def _called_there(text: str, low: int, high: int) -> bool:
    """Whether somebody is said to be called or written to at a number, for whom the writer acts: "don't call her on",
    "dejen de llamarla al", "unsere Tochter bekommt SMS auf", "geen telefoontjes meer op"."""
    words = words_of(ENDS.split(text[max(0, low - _SENTENCE) : low])[-1])
    if of_writer(text, low) or is_own(text, 0, low):
        return False
    lists = word_lists("phones")
    if any(holds("phones", "called_them", word) for word in words[-3:]):
        return not any(_RATHER.search(text, max(0, low - _BEFORE), low - at) for at in range(3))
    mine = word_lists("flags")["mine"]
    kin = [at for at, word in enumerate(words) if is_relative(word)]
    if any(word in mine and at + 1 not in kin for at, word in enumerate(words)):
        return False
    if kin and any(word in lists["receives"] for word in words[-_RECEIVED:]):
        return True
    near = words[-_REFUSED:] + words_of(ENDS.split(text[high : high + _BEHIND])[0])[:_AFTER]
    calls = [at for at, word in enumerate(near) if holds("phones", "calling", word)]
    if any(near[at - 1] in lists["objects"] for at in calls if at):
        return True
    if calls and any(word in lists["passive"] for word in words[-_PASSIVE:]):
        return True
    if any(word in lists["reached"] for at in calls for word in near[at + 1 : at + 3]):
        return True
    return bool(calls) and any(holds("phones", "refused", word) for word in near)
