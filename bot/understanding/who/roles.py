"""Whether "lawyer" or "my mother" makes somebody a representative or a minor, or is only mentioned.

The frames hear such words wherever they stand ("while my lawyer checks it", "since my father's funeral"). Here the
rest of the text decides: an adviser counts who speaks or acts, a relative whose data are meant.
"""

import re
from collections.abc import Iterator
from functools import cache

from bot.understanding.who.kin import WORD, is_in, is_relative, looked_at
from bot.understanding.who.mentions import aside, keeps, numbered, receives
from bot.understanding.who.names import is_given, is_organisation
from bot.understanding.wordlists import alternatives, word_lists
from bot.understanding.words import fold

_NEAR = 8  # words between "for" and "her father"
# "I am the daughter of", "je suis la fille de", "sono il papà di", "jestem mamą"
_KIN_OF = re.compile(
    r"(?<![\w'])(?:i am|i'm|im|ik ben|ich bin|je suis|soy|sono|sou|eu sou|jestem) "
    r"(?:(?:the|de|die|der|das|la|le|el|il|lo|a|o) |l')?(?:only |oldest |eldest |youngest )?([^\W\d_]+(?:-[^\W\d_]+)?)"
    r"(?: (?:of|van|von|vom|der|des|de|do|da|di|del|della|dell')(?![^\W\d_])| d'|(?= ))"
)
# "I'm Tom's mum", "Tom's dad here", "ich bin Toms Mutter", "ik ben Tom z'n vader"
_KIN_OF_NAMED = re.compile(
    r"(?<![\w'])(?:(?:i am|i'm|im|this is|it's|ich bin|hier ist|ik ben|hier is) )?(?P<who>[^\W\d_]{2,20})"
    r"(?P<of>'s?|(?<=s)| z'n| zijn| d'r| haar) (?P<kin>[^\W\d_]{2,20})(?P<here> (?:here|speaking|hier))?(?!\w)"
)
_OF = r"(?: (?:of|for|van|voor|von|vom|fur|der|des|de la|del|de|du|di|della|da|do|dos)(?!\w)| d(?:ell)?')"
_TITLE = r"(?:[^\W\d_]{1,9}(?:\.[^\W\d_]{0,3})?(?:[ªº]\.?)? )"
_NAMED = re.compile(rf" ?{_TITLE}{{0,2}}[^\W\d_a-zà-öø-ÿąćęłńóśźż]")
_NAME = r"[^\W\d_a-zß-ÿ][^\W\d_]+(?:[-'’][^\W\d_]+)?"
_PERSON = re.compile(rf" ?(?:{_TITLE}{{1,2}}(?:(?:van|de|der|den|von) ){{0,2}}{_NAME}|{_NAME} {_NAME})")
_OTHER = re.compile(
    r"(?<!\w)(?:he|him|his|he's|she|she's|her|hij|hem|zijn|z'n|ze|haar|d'r|er|ihn|ihm|sein\w{0,2}|sie|ihr\w{0,2})"
    r"(?!\w)"
)
_ASKS_FOR_SELF = re.compile(
    r"(?<!\w)(?:(?:unsubscribe|delete|remove|erase|forget|take|stop [a-z]+ing|get) me|"
    r"(?:haal|verwijder|schrijf|schrap|wis) (?:mij|me)|"
    r"(?:losch\w*|nimm|nehmt|nehmen sie|entfern\w*|streich\w*) mich)(?!\w)"
)
_IN_BRACKETS = re.compile(r"\((?:the |la |le |il |a |o )?([^\W\d_]{2,20})\)")
_AROUND = 60  # characters before a relative in which a label of a form stands


def acts_for(text: str, low: int, high: int) -> bool:
    """Whether the words heard at text[low:high] tell that the writer speaks for somebody else."""
    words = WORD.findall(fold(text[low:high]))
    if keeps(text, low, high):
        return False
    if len(words) == 1 and is_in(words[0], "advisers"):
        return _speaks(text, low, high)
    if words and is_in(words[-1], "clients"):
        return not numbered(text, high) and not _only_has_clients(text, high)
    if words and any(is_relative(word) for word in words):
        return not aside(text, low, high) and not only_owns(text, low, high) and is_meant(text, low, high)
    return True


def only_owns(text: str, low: int, high: int) -> bool:
    """Whether it says that a thing is the relative's, where the writer asks for what is their own: "delete my data; the
    other address is my daughter's"."""
    ahead = WORD.findall(fold(text[max(0, low - 30) : low]))[-3:]
    before = [word for word in ahead if word not in word_lists("flags")["of"]][-1:]
    return (
        bool(before)
        and is_in(before[0], "is")
        and re.match(r"\s?(?:[,.;:!)(\n]|$)", text[high:]) is not None
        and _held(looked_at(text))[0]
    )


def _only_has_clients(text: str, high: int) -> bool:
    """Whether a writer who asks for what is their own names a thing of their clients that is no data: "my account shows
    my clients' initials"."""
    following = WORD.match(fold(text[high : high + 30]).removeprefix("'").lstrip())
    if text[high : high + 1] not in ("'", "\u2019") or following is None:
        return False
    if is_in(following[0], "pleads") or is_in(following[0], "held"):
        return False
    return _held(looked_at(text)) == (True, False)


def _speaks(text: str, low: int, high: int) -> bool:
    """An adviser who signs, writes "as ..." or has a client; not one who is threatened with, nor one who asks for what
    is their own."""
    before = WORD.findall(fold(text[max(0, low - 30) : low]))[-1:]
    around = looked_at(text)
    if any(phrase in around for phrase in word_lists("flags")["acting"]):
        return True
    if before and before[0] in word_lists("flags")["of_others"]:
        return False
    if before and before[0] in word_lists("flags")["offices"] and not text.startswith((" for ", " of ", " to "), high):
        return False  # "Privacy Counsel"
    mine, theirs = _held(around)
    return theirs or not mine


def _held(folded: str) -> tuple[bool, bool]:
    """Whether it speaks of the writer's own data ("my account"), and of somebody's ("her account")."""
    lists = word_lists("flags")
    words = [m[0] for m in WORD.finditer(folded)]
    mine = theirs = False
    for at, word in enumerate(words):
        if word in lists["mine"] or word in lists["theirs"]:
            following = words[at + 1 : at + 4]
            held = any(is_in(w, "held") for w in following)
            mine = mine or (word in lists["mine"] and held and not is_relative(following[0]))
            theirs = theirs or (word in lists["theirs"] and held and following[0] not in lists["apart"])
    return mine, theirs


def is_meant(text: str, low: int, high: int) -> bool:
    """A relative whose data are meant: "her account", or nothing of the writer's own is spoken of."""
    folded = looked_at(text)
    lists = word_lists("flags")
    words = [(m[0], m.start()) for m in WORD.finditer(folded)]
    mine = theirs = False
    for at, (word, start) in enumerate(words):
        if low <= start < high:
            since = max(folded.rfind(end, 0, start) for end in (". ", "! ", "? "))
            ahead = [w for w, there in words[max(0, at - 8) : at] if there > since]
            if _registered(ahead, words[at + 1][0] if at + 1 < len(words) else ""):
                continue
            theirs = theirs or word.endswith("'s") or (at + 1 < len(words) and words[at + 1][0] in lists["held"])
            meant = any(w in lists["for_whom"] for w in ahead[-3:]) and not lists["tends"].intersection(ahead[-4:])
            theirs = theirs or meant
            continue
        following = [w for w, _ in words[at + 1 : at + 3]]
        if word in lists["theirs"]:
            held = any(w in lists["held"] for w in following)
            theirs = theirs or (held and following[0] not in lists["apart"])
        elif word in lists["mine"]:
            mine = mine or not any(is_relative(w) for w in following[:1])
    return theirs or not (mine or receives(text))


def _registered(ahead: list[str], following: str) -> bool:
    """Whether a relative only gives something its name: "the plan is in my wife's name", "le contrat est au nom de"."""
    lists = word_lists("flags")
    if following == "name" and len(ahead) > 1 and (ahead[-1] in lists["under"] or ahead[-2] in lists["under"]):
        return True
    for end in range(len(ahead), max(1, len(ahead) - 2), -1):  # without "my"
        for count in (2, 3):
            if " ".join(ahead[max(0, end - count) : end]) in lists["in_name"]:
                return bool(lists["titled"].intersection(ahead[max(0, end - count - 3) : end - count]))
    return False


def kin(text: str) -> Iterator[tuple[int, int]]:
    """Where the writer speaks of a relative of their own ("unserem Sohn"), or somebody speaks for one of theirs ("the
    daughter called for her father")."""
    folded = looked_at(text)
    words = list(WORD.finditer(folded))
    lists = word_lists("flags")
    ours, theirs, for_kin = lists["ours"], lists["theirs"], lists["for_kin"]
    for at, word in enumerate(words[:-1]):
        if at and word[0] == "za" and words[at - 1][0] in lists["writes"] and is_relative(words[at + 1][0]):
            yield word.start(), words[at + 1].end()
    whose = [at for at, word in enumerate(words) if word[0] in ours or word[0] in theirs]
    for at in whose:
        word = words[at]
        mine = word[0] in ours
        relative = next((w for w in words[at + 1 : at + 3] if is_relative(w[0])), None)
        if relative is None or not _joined(folded, word.end(), relative.start()):
            continue
        before = [w[0] for w in words[max(0, at - _NEAR) : at]]
        if mine or (bool(before) and before[-1] in for_kin and any(map(is_relative, before))):
            yield word.start(), relative.end()


def _joined(folded: str, low: int, high: int) -> bool:
    return not set(".,;:!?\n()") & set(folded[low:high])


def speaks_for(text: str) -> tuple[int, int] | None:
    """Where somebody is called another's deputy or lawyer, or fills in a form as their mother: "deputy for",
    "(mother)", "as solicitors for Mrs Bell"."""
    folded = looked_at(text)
    for match in _deputies().finditer(folded):
        if _NAMED.match(text, match.end()):
            return match.span()
    counsel = counsel_for(text)
    return counsel.span() if counsel else _says_kin(text, folded) or filled_in_by_kin(folded)


def counsel_for(text: str) -> re.Match[str] | None:
    """Where a lawyer says for whom they act, up to that person's name: a title and a name, or two names. Not where they
    ask for what is their own.
    """
    folded = looked_at(text)
    for match in _counsel().finditer(folded):
        named = _PERSON.match(text, match.end())
        if named and not is_organisation(named[0].strip()):
            return match if _asks_for_others(folded) else None
    return None


def _asks_for_others(folded: str) -> bool:
    """Whether nothing is asked for that is the writer's own: "delete my data", "unsubscribe me"."""
    mine, theirs = _held(folded)
    return (theirs or not mine) and not _ASKS_FOR_SELF.search(folded)


def _says_kin(text: str, folded: str) -> tuple[int, int] | None:
    """Where writers call themselves a relative of somebody whom they name: "I'm the mom of Jo Bell"."""
    for match in _KIN_OF.finditer(folded):
        if is_relative(match[1]) and _NAMED.match(text, match.end()):
            mine, theirs = _held(folded)
            return match.span() if theirs or not mine else None
    named = kin_of_named(text)
    return named.span() if named else None


def kin_of_named(text: str) -> re.Match[str] | None:
    """The same, with the other's name ("who") first: "I'm Tom's mum", "Tom's dad here". It takes a "he" or "her" for
    them, and nothing asked for that is the writer's own.
    """
    folded = looked_at(text)
    for match in _KIN_OF_NAMED.finditer(folded):
        says_so = match.start() != match.start("who") or match["here"]
        named = is_given(match["who"]) and (match["of"].startswith("'") or text[match.start("who")].isupper())
        if says_so and named and is_relative(match["kin"]) and _OTHER.search(folded, match.end()):
            return match if _asks_for_others(folded) else None
    return None


def filled_in_by_kin(folded: str) -> tuple[int, int] | None:
    """Where somebody filled in a folded form as the mother of whom it is about: "Submitted by: Ann Bell (mother)"."""
    for match in _IN_BRACKETS.finditer(folded):
        if match[1] in word_lists("people")["relatives"] and not is_in(match[1], "children"):
            line = folded[max(0, match.start() - _AROUND) : match.start()].rpartition("\n")[2]
            label = line.rpartition("|")[2].partition(":")[0].strip()
            if label in word_lists("people")["filed"] or label in word_lists("people")["subject"]:
                return match.span(1)
    return None


def of_parent(text: str) -> tuple[int, int] | None:
    """Where somebody is called the parent of the one of whom is told: "mother of", "dzwonił ojciec"."""
    folded = looked_at(text)
    named = kin_of_named(text)
    match = named if named and is_in(named["kin"], "elders") else _parents().search(folded)
    return match.span() if match else None


def in_name(text: str, low: int, high: int) -> bool:
    """Whether it says in whose name something is, and not for whom somebody writes: "card no. 4711, in the name of"."""
    folded = fold(text[max(0, low - 30) : high])
    if not any(phrase in folded for phrase in word_lists("flags")["in_name"]):
        return False
    before = folded[: len(folded) - (high - low)]
    return bool(re.search(r"\d\W{0,3}$", before)) or any(
        word in word_lists("flags")["titled"] for word in WORD.findall(before)[-2:]
    )


@cache
def _deputies() -> re.Pattern[str]:
    """A deputy's calling with the "of" behind it; Polish needs none: "opiekun prawny pana"."""
    callings = alternatives(word_lists("flags")["deputies"])
    return re.compile(rf"(?<!\w)(?:{callings})(?:{_OF}| (?:pana|pani)(?!\w)|(?<=kurator)(?= )|(?<=prawn[ya])(?= ))")


@cache
def _counsel() -> re.Pattern[str]:
    """What a lawyer says: "as solicitors for". Of others' lawyers a text only tells."""
    callings, leads = (alternatives(word_lists("flags")[kind]) for kind in ("counsel", "acting_as"))
    engaged = r"(?: (?:instructed|retained|engaged|mandated|appointed) by(?!\w)| acting for(?!\w))"
    return re.compile(rf"(?<!\w)(?:{leads})(?:(?<=')| )(?:{callings})(?:{_OF}|{engaged}|(?<=[mkya])(?= pani?a?(?!\w)))")


@cache
def _parents() -> re.Pattern[str]:
    return _any_of("parents")


def _any_of(kind: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(word_lists('flags')[kind])})(?:(?<=')|(?!\w))")
