"""What looks like a personal name in a text, and what only has its capitals: greetings, firms, places, job titles.

A name is told by its shape, by the words of `data/names.toml`, and by the sign-offs that the mail reader knows too.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.understanding.mail import lexicon
from bot.understanding.wordlists import word_lists
from bot.understanding.words import fold

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĪİŁŃŇŌŐŒŘŚŞŠȘŤȚŪŮŰŹŻŽ"
_PART = rf"(?:(?:[dl]|dell|dall|O)['’](?=[{_UPPER}]))?[{_UPPER}](?:[^\W\d_]|['’`](?=[^\W\d_])|-(?=[^\W\d_])){{1,30}}"
_INITIALS = rf"(?:[{_UPPER}]\.-?){{1,4}}"
_LINK = (
    r"(?:van|de|der|den|het|'t|ten|ter|te|von|zu|vom|da|do|dos|das|du|des|di|del|della|dalla|la|le|el|las|los|lo|"
    r"y|e|i|bin|ben|ibn|al|af|av|op|zum|zur|Mc|Mac|Ó|Ní|Nic|Uí|ap|in(?= ['’]t\b))"
)
_LINKS_BEGIN = "vdhtzlyeibao'"
PIECE = rf"(?:{_PART}|{_INITIALS}|M\.?ª)(?!\w)"
NAME = re.compile(rf"(?<![\w@.])(?<!\d[ -]){PIECE}(?:[ ]{{0,2}}(?:{_LINK}[ ]{{1,2}}){{0,3}}{PIECE}){{1,7}}(?!@)")
# Where one may begin: behind its first word stands another one, or a link. It is found faster than the whole is tried.
_MAY_BEGIN = re.compile(
    rf"[{_UPPER}dl](?<![\w@.].)(?:(?<![dl])|(?=(?:[ae]ll)?['’]))(?=[^ \n]{{0,40}} {{1,2}}[{_UPPER}{_LINKS_BEGIN}])"
)
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.-](?=[^\W\d_]))*")
INITIAL = re.compile(rf"(?:[{_UPPER}]\.-?){{1,4}}")
_SHORT_FORM = 4  # letters of "S.A.", "GmbH": the last word of a firm, while "Sá" within a name is none
_SPACES_OR_HYPHENS, _NOT_IN_NAMES = re.compile(r"[\s-]+"), re.compile(r"[&\d+_/@]")
OWNED = re.compile(r"['’]s?$")


@lru_cache(maxsize=1)
def _closings() -> frozenset[str]:
    both = {**lexicon.phrases("closings", "closing"), **lexicon.phrases("closings", "weak")}
    return frozenset(fold(phrase) for phrase in both)


def key_of(word: str) -> str:
    """A word as the lists hold it."""
    if word.isalpha() and word.isascii():  # as most are
        return word.lower()
    key = fold(word)
    return (OWNED.sub("", key) if "'" in key else key).strip(".,'")


def is_given(word: str) -> bool:
    """Whether it is a known given name; of a double one, the first half tells."""
    key = key_of(word)
    given = word_lists("names")["first_names"]
    return key in given or key.partition("-")[0] in given


def is_title(word: str) -> bool:
    """Whether it is "Mrs", "dhr.", "Frau", "Dª" ...; "Mª" is María."""
    if word.endswith("ª"):
        return word[0] not in "mM"
    return key_of(word).replace(".", "") in word_lists("names")["titles"]


def is_initial(word: str) -> bool:
    """Whether it is one letter with a dot, or several: "J.", "J.-P."."""
    return "." in word and INITIAL.fullmatch(word) is not None


def is_ordinary(word: str) -> bool:
    """Whether it begins with a capital for other reasons than being a name."""
    if is_initial(word):
        return is_title(word)
    if word.endswith("ª"):  # "Mª Dolores"
        return False
    key = key_of(word)
    lists = word_lists("names")
    return (
        key in lists["not_names"]
        or key in lists["openers"]
        or key in lists["heads"]
        or key.replace(".", "") in lists["titles"]
    )


def is_organisation(name: str) -> bool:
    """Whether one of its words, a digit or a sign makes it a firm's, an office's or a family's."""
    organisations = word_lists("names")["organisations"]
    if _NOT_IN_NAMES.search(name) is not None:
        return True
    words = _SPACES_OR_HYPHENS.split(name.strip())
    return any(
        key_of(word).replace(".", "") in organisations and (len(word) > _SHORT_FORM or at == len(words) - 1)
        for at, word in enumerate(words)
    )


def is_closing(words: str) -> bool:
    """Whether it is a sign-off, such as "Viele Grüße"."""
    folded = fold(words).strip(" ,.!")
    return folded in _closings() or folded.split(" ")[-1] in (
        "grusse",
        "gruse",
        "groeten",
        "groet",
        "regards",
        "saluti",
        "saludos",
    )


def names_in(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Whatever has the shape of a name of two words or more, first to last."""
    at = start
    while (first := _MAY_BEGIN.search(text, at, end)) is not None:
        name = NAME.match(text, first.start(), end)
        at = first.start() + 1 if name is None else name.end()
        if name is not None:
            yield name


def words_from(text: str, start: int, end: int, *, most: int) -> list[re.Match[str]]:
    """The first few words of a stretch, however they are written."""
    found: list[re.Match[str]] = []
    for match in _WORD.finditer(text, start, end):
        found.append(match)
        if len(found) >= most:
            break
    return found
