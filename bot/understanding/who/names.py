"""What looks like a personal name in a text, and what only has its capitals: greetings, firms, places, job titles.

A name is told by its shape, by the words of `data/names.toml`, and by the sign-offs that the mail reader knows too.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.understanding.mail import lexicon
from bot.understanding.wordlists import word_lists
from bot.understanding.words import fold

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĪİŁŃŇŌŐŒŘŚŞŠȘŤȚŪŮŰŹŻŽ"
PART = rf"(?:(?:[dl]|dell|dall|O)['’](?=[{UPPER}]))?[{UPPER}](?:[^\W\d_]|['’`](?=[^\W\d_])|-(?=[^\W\d_])){{1,30}}"
_INITIALS = rf"(?:[{UPPER}]\.-?){{1,4}}"
LINK = (
    r"(?:van|de|der|den|het|'t|ten|ter|te|von|zu|vom|da|do|dos|das|du|des|di|del|della|dalla|la|le|el|las|los|lo|"
    r"y|e|i|bin|ben|ibn|al|af|av|op|zum|zur|Mc|Mac|Ó|Ní|Nic|Uí|ap|in(?= ['’]t\b))"
)
_LINKS_BEGIN = "vdhtzlyeibao'"
PIECE = rf"(?:St\.(?= {PART})|{PART}|{_INITIALS}|M\.?ª)(?!\w)"  # "Ann St. Clair"
_SHAPE = rf"{PIECE}(?:[ ]{{0,2}}(?:{LINK}[ ]{{1,2}}){{0,3}}{PIECE}){{1,7}}(?!@)"
NAME = re.compile(rf"(?<![\w@.])(?<!\d[ -]){_SHAPE}")  # no "12 March Avenue"
_NUMBERED = re.compile(rf"(?<=\d ){_SHAPE}")
# "ZD-88213 ", "Escalating ticket #88213 "
_TICKET = re.compile(
    r"[^\w#]{0,6}(?:[^\W\d_]{1,14}[.,:!]{0,2} ){0,3}?(?P<word>[^\W\d_]{1,14}[.:]{0,2} )?(?P<mark>#|[A-Z]{2,8}[-_]?)?"
    r"(?P<number>(?:\d{1,6}[-./]){0,3}\d{2,12}) "
)
_OPENING = 80  # characters of a line in which a ticket's number stands before a name
# Where one may begin: behind its first word stands another one, or a link. It is found faster than the whole is tried.
_MAY_BEGIN = re.compile(
    rf"[{UPPER}dl](?<![\w@.].)(?:(?<![dl])|(?=(?:[ae]ll)?['’]))(?=[^ \n]{{0,40}} {{1,2}}[{UPPER}{_LINKS_BEGIN}])"
)
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.-](?=[^\W\d_]))*")
INITIAL = re.compile(rf"(?:[{UPPER}]\.-?){{1,4}}")
_GOES_ON = re.compile(r"(?P<first>\w{1,30})[^\n.!?,;:]{1,60}? (?P<next>[a-zß-ÿćłśźż]{2,20})(?!\w)")
# "20881 Ann Bell: ...", "20881 Ann Bell, erasure"
_NAMED = re.compile(rf"(?P<given>{PART})(?: {LINK}){{0,2}} (?P<last>{PART})(?: ?:|, )")
_BARE = 5  # digits of a ticket's number that is called none: neither a year nor "0180"
_FEWEST = 4  # digits of one
_COUNTRY = 2  # letters of a country before a postal code: "CH-8001 Zürich"
_SHORT_FORM = 4  # letters of "S.A.", "GmbH": the last word of a firm, while "Sá" within a name is none
_SPACES_OR_HYPHENS, _NOT_IN_NAMES = re.compile(r"[\s-]+"), re.compile(r"[&\d+_/@]")
AND = r"(?:and|en|und|et|y|e|i|oraz|&|\+)"  # between the names of two people
OWNED = re.compile(r"['’]s?$")
_JOINED_TO_LETTERS = re.compile(r"[A-Z]{2,6}-[^\W\d_]*[a-zà-ÿ]{3}")  # "AVG-inzageverzoek", "HR-Abteilung"
_RUN_TOGETHER = re.compile(r"(?:I|You|We|They|He|She|It|That|There|Who|What)['’](?:ve|m|d|ll|re|s)")  # "Once I've"


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
    if "-" in word and _JOINED_TO_LETTERS.match(word):
        return True
    if ("'" in word or "’" in word) and _RUN_TOGETHER.fullmatch(word):
        return True
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
        key_of(word).replace(".", "") in organisations
        and (len(word) > _SHORT_FORM or (at == len(words) - 1 and word.isascii()))
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
        if name is None and (behind := _NUMBERED.match(text, first.start(), end)) is not None:
            name = behind if behind_ticket(text, start, behind.start()) else None
        at = first.start() + 1 if name is None else name.end()
        if name is not None:
            yield name


def behind_ticket(text: str, start: int, at: int) -> bool:
    """Whether text[at:] follows a ticket's number with which a line begins: "ZD-88213 Ann Bell wants". A bare number is
    one at the very beginning only, and where it goes on as of a person: "10115 Berlin" is the line of an address."""
    line = max(start, text.rfind("\n", start, at) + 1)
    ticket = _TICKET.fullmatch(text, line, at) if at - line < _OPENING else None
    if ticket is None or sum(map(str.isdigit, ticket["number"])) < _FEWEST:
        return False
    word = key_of(ticket["word"].strip(" .:")) if ticket["word"] else ""
    called = word in word_lists("names")["tickets"]
    if called or ticket["mark"] == "#" or len((ticket["mark"] or "").strip("-_")) > _COUNTRY:
        return True
    if ticket["mark"] is None and (text[start:line].strip() or len(ticket["number"]) < _BARE):
        return False
    of_person = word in word_lists("people")["identified"] or not ticket["number"].isdigit()
    if of_person and (first := _WORD.match(text, at)) is not None and is_given(first[0]):
        return True  # "PL-88-412 Ann Bell: wants", "acct 4711 Ann Bell"
    if (named := _NAMED.match(text, at)) is not None:
        return is_given(named["given"]) and key_of(named["last"]) not in word_lists("homes")["streets_behind"]
    behind, lists = _GOES_ON.match(text, at), word_lists("people")
    if behind is None:
        return False
    next_one = fold(behind["next"])
    return is_given(behind["first"]) or next_one in lists["wants"] or next_one in lists["wishes"]


def words_from(text: str, start: int, end: int, *, most: int) -> list[re.Match[str]]:
    """The first few words of a stretch, however they are written."""
    found: list[re.Match[str]] = []
    for match in _WORD.finditer(text, start, end):
        found.append(match)
        if len(found) >= most:
            break
    return found
