"""Every name of two parts or more in a text: where it stands, without the words that only stand beside it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.understanding.where.places import is_place
from bot.understanding.who.names import (
    OWNED,
    PIECE,
    is_closing,
    is_given,
    is_initial,
    is_ordinary,
    is_organisation,
    is_title,
    key_of,
    names_in,
)
from bot.understanding.who.standing import begins_signature, greets
from bot.understanding.who.wishes import is_asking
from bot.understanding.wordlists import word_lists
from bot.understanding.words import fold

_TWO, _THREE = 2, 3
_VERBS = ("will", "may", "hope")
_ENDS = ("", "\n", "\r", ",", ".", ")", ";")  # behind the last word of a name that may be another word
_OF_PLACE = re.compile(r"\s+(?:(?P<from>te|uit|aus|from|vom)|di|da|z|ze)\s+")
_COUNTRY = re.compile(r", ([^\W\d_a-zß-ÿ][^\W\d_]{2,20})")  # "Ana Vela de Lima, Perú"
# "Groeten uit Breda Piet Bos"
_GREETING = 24  # characters
_GREETS_FROM = re.compile(
    r"\b(?:groet\w*|grü(?:ß|ss)e\w*|greetings|regards|wishes|saludos|salutations|saluti|cumprimentos|pozdrowienia)"
    r" (?:uit|aus|from|de|da|di|z|ze) \Z",
    re.IGNORECASE,
)
_HOUSE = re.compile(r" \d{1,3} ?[a-zA-Z]?[ \t]*(?:[,;\n]|$)")
_TEAM = re.compile(r" (team|support|staff|crew|platform|app|service|customer|privacy)\b")
_NOUN = re.compile(r"\w{4}(?:ung|heit|keit|schaft|tion|gabe|nis|seite|fenster|nummer|daten)$")
_LINK = re.compile(r"\s+(?:van|von|de|di|da|do|du|od|of)\s+")
_OF_NUMBER = re.compile(r"[-/_.]\d")
_LABEL = re.compile(r"([^\W\d_]+)\s?:\s{1,3}$")
_ONE = re.compile(PIECE)
_DER = re.compile(
    r"\b(?:der|die|das|den|dem|des|vom|zum|zur|im|am|ins|beim|seit|nach|meiner?|seiner?|ihrer?) $", re.IGNORECASE
)


class Part(NamedTuple):
    """One capitalised word of what may be a name, and how it is looked up."""

    start: int
    end: int
    key: str


def _key(word: str) -> str:
    """The same, but an initial keeps its dot: "A." is no article."""
    return fold(word) if is_initial(word) else word if word.endswith("ª") else key_of(word)


def named_in(text: str, start: int, end: int) -> Iterator[tuple[int, int, list[Part]]]:
    """Every name of two parts or more: where it stands, without titles and roles, and its parts."""
    for match in names_in(text, start, end):
        parts = [Part(p.start(), p.end(), _key(p[0])) for p in _ONE.finditer(text, *match.span())]
        parts = _without_edges(text, _without_wish(text, parts))
        if len(parts) < 2:
            continue
        low, high = parts[0].start, parts[-1].end
        words = text[low:high]
        high -= len(words) - len(OWNED.sub("", words)) if words.endswith(("'s", "’s")) else 0
        words = text[low:high]
        if (
            _of_house(text, high)
            or _inner(parts)
            or is_organisation(words)
            or is_closing(words)
            or _is_spot(text, parts)
            or _is_street(text, high)
            or _is_thing(text, parts)
            or _are_two(text, parts)
        ):
            continue
        high += parts[-1].key == "jr" and text.startswith(".", high)  # "Jr." keeps its dot
        yield low, high, parts


def is_heading(name: str, parts: list[Part]) -> bool:
    """Whether all is in capitals and no given name is among it: "SHIFT HANDOVER" begins a message as a name would."""
    return name.isupper() and not any(is_given(part.key) for part in parts)


def _without_wish(text: str, parts: list[Part]) -> list[Part]:
    """Where all is in capitals, without what somebody wants: "IRIS BELL WANTS HER FILE"."""
    if len(parts) <= _TWO or not text[parts[0].start : parts[-1].end].isupper():
        return parts
    wants, links = word_lists("people")["wants"], word_lists("names")["links"]
    ends = (
        at for at, part in enumerate(parts) if part.key in wants and sum(p.key not in links for p in parts[:at]) >= _TWO
    )
    return parts[: next(ends, len(parts))]


def _without_edges(text: str, parts: list[Part]) -> list[Part]:
    """Drops "Moeder van", "Customer" before and "E-Mail", "CA" behind; a surname such as "Winter" stays.

    Behind "Name:" or a title a name is announced, so that only titles and roles are dropped there ("Frau Bo Lind").
    """
    inner = [at for at, part in enumerate(parts[:-2]) if at and is_title(text[part.start : part.end])]
    parts = parts[inner[-1] :] if inner else parts
    parts = [_unelided(text, parts[0]), *parts[1:]]
    announced = led = _announced(text, parts[0].start)
    while parts:
        head = text[parts[0].start : parts[0].end]
        if is_title(head):
            announced = led = True
        elif _is_head(parts[0].key) or _asks(parts):
            announced, led = False, True
        elif (announced and parts[0].key not in word_lists("names")["not_names"]) or _may_begin(text, parts):
            break
        parts = parts[1:]
    if len(parts) > _TWO and _GREETS_FROM.search(text, max(0, parts[0].start - _GREETING), parts[0].start):
        parts = parts[1:]
    if len(parts) > _TWO and _from_place(text, parts[-2], parts[-1]):
        parts = parts[:-1]
    while (
        len(parts) > 1
        and not _is_suffix(parts)
        and (_is_small(text[parts[-1].start : parts[-1].end]) or _is_code(text, parts[-1]))
    ):
        if len(parts) == _TWO and _may_end(text, parts, led=led):
            break
        if len(parts) > _TWO and is_given(parts[-1].key) and text[parts[-1].end : parts[-1].end + 1] in _ENDS:
            break  # "Nguyen Thi Mai"
        parts = parts[:-1]
    return parts


def _may_begin(text: str, parts: list[Part]) -> bool:
    """Whether the first word is a name's, and not that of "Mailtje van Geertruida Spaan"."""
    head = text[parts[0].start : parts[0].end]
    if is_ordinary(head) or _contracted(parts[0].key):
        small = begins_signature(text, parts[0].start, parts[-1].end)
        return small or (is_given(head) and (_signs(text, parts) or _wants(text, parts)))
    if len(parts) < _THREE or is_given(head):
        return not greets(text, parts[0].start, parts[-1].end)
    if is_given(parts[1].key) and _DER.search(text[max(0, parts[0].start - 10) : parts[0].start]):
        return False  # a German noun: "seit der Hochzeit Lena Brandt"
    return not (_links(text, parts[0], parts[1]) and is_given(parts[1].key))


def _wants(text: str, parts: list[Part]) -> bool:
    """Whether what somebody wants follows: "Uma Bell wants", "Will Bell, customer 4711, asks"."""
    if len(parts) == 1 or (parts[0].key in _VERBS and is_given(parts[1].key)):
        return False  # "Will Ann Bell ..."
    return text.startswith(" here", parts[-1].end) or is_asking(text[parts[-1].end : parts[-1].end + 60])


def _is_head(key: str) -> bool:
    """Whether it says who somebody is, or is a greeting or "Chamo-me": none of that is a name's first word."""
    key, people = key.removeprefix("l'"), word_lists("people")  # "l'assurée"
    if key in word_lists("names")["heads"] or key in word_lists("flags")["counsel"]:
        return True
    if is_given(key):
        return False
    said = key in people["own"] or ("-" in key and key in people["subject"])
    return said or key in people["relatives"] or key in people["staff"] or key in people["goodbyes"] or is_closing(key)


def _unelided(text: str, part: Part) -> Part:
    """Without the "d'" of "la maman d'Anne Bell"; a line may well begin with a name such as "d'Arcy Bell"."""
    word = text[part.start : part.end]
    if (
        word[1:2] in ("'", "’")
        and word[0] in "dl"
        and re.search(r"[^\W\d_] $", text[max(0, part.start - 2) : part.start])
    ):
        return Part(part.start + 2, part.end, _key(word[2:]))
    return part


def _is_suffix(parts: list[Part]) -> bool:
    """Whether the last word is the "Neto" or "Jr" of a full name."""
    return len(parts) > _TWO and parts[-1].key in word_lists("names")["suffixes"]


def _is_small(word: str) -> bool:
    """Whether the last word is none of the name; "Vân" is no "van"."""
    return is_ordinary(word) and (word.isascii() or key_of(word) not in word_lists("names")["links"])


def _asks(parts: list[Part]) -> bool:
    """Whether the first word is the verb of "Delete Ann Tolliver", or of "Delete Ann": "Mark Ann" may be a name."""
    if parts[0].key not in word_lists("names")["asks"]:
        return False
    return len(parts) > _TWO or (len(parts) == _TWO and not is_given(parts[0].key) and is_given(parts[1].key))


def _announced(text: str, at: int) -> bool:
    before = text[max(0, at - 14) : at]
    if ":" in before and (label := _LABEL.search(before)):
        return key_of(label[1]) in word_lists("names")["heads"]
    last = before.split()[-1:] or [""]
    return before[-1:].isspace() and is_title(last[0])


def _signs(text: str, parts: list[Part]) -> bool:
    """Whether the words stand where a message is signed, so that "June" or "Una" is no month and no article."""
    before, after = text[max(0, parts[0].start - 3) : parts[0].start], text[parts[-1].end : parts[-1].end + 1]
    return after in ("", "\n", "\r", ",", ".") and (
        not before.strip() or "\n" in before or before.strip()[-1:] in "–—-,/("
    )


def _links(text: str, one: Part, other: Part) -> bool:
    return _LINK.fullmatch(text, one.end, other.start) is not None


def _may_end(text: str, parts: list[Part], *, led: bool) -> bool:
    """Whether the last of two words is a surname all the same: "Vos", "Winter", but not "Ann Tel: ..."."""
    last = parts[-1]
    after = text[last.end : last.end + 1]
    if _is_code(text, last) or after == ":":
        return False
    ends = after in _ENDS or text.startswith(" (", last.end)
    ends = ends or text[last.start : last.end].endswith(("'s", "’s"))
    if is_given(parts[0].key):
        return ends or last.key not in word_lists("names")["not_names"]
    return last.key in word_lists("names")["openers"] and (led or after in ("", "\n", "\r") or _wants(text, parts))


def _from_place(text: str, one: Part, other: Part) -> bool:
    """ "Nives Furlan di Trieste": where somebody lives, behind their name; what stands behind "te" and a surname is a
    place, though it be too small to be known, and behind "vom" it is where they work."""
    between = text[one.end : other.start]
    link = _OF_PLACE.fullmatch(between)
    if link is None:
        country = _COUNTRY.match(text, other.end) if between == " de " else None
        return country is not None and is_place(country[1]) and is_place(text[other.start : other.end])
    return is_place(text[other.start : other.end]) or (bool(link["from"]) and not is_given(one.key))


def _contracted(key: str) -> bool:
    """ "Name's", "I'm", "It's": a small word that is run together with the next one."""
    return key.partition("'")[0] in ("i", "name", "it", "he", "she", "that", "there", "who", "c", "j", "qu")


def _is_code(text: str, part: Part) -> bool:
    """Two capitals behind a name are a state or a land, three a currency or a law, unless all is in capitals; and
    "RODO/2026/17" is a number."""
    word = text[part.start : part.end]
    if word.isupper() and _OF_NUMBER.match(text, part.end):
        return True
    return len(word) <= 3 and word.isupper() and not text[part.start - 2 : part.start - 1].isupper()


def _are_two(text: str, parts: list[Part]) -> bool:
    """Whether "and" joins two given names: "Ana y Pablo" are two people, "Ortega y Gasset" is one."""
    link = text[parts[0].end : parts[1].start].strip()
    return len(parts) == _TWO and link in ("y", "e", "i") and is_given(parts[0].key) and is_given(parts[1].key)


def _of_house(text: str, high: int) -> bool:
    """Whether the next word makes it a firm's: "Oak Lantern team", "Oak Lantern support"."""
    return _TEAM.match(text[high : high + 12]) is not None


def _inner(parts: list[Part]) -> bool:
    lists = word_lists("names")
    given = is_given(parts[0].key)
    return any(
        part.key not in lists["links"]
        and (part.key in lists["not_names"] or part.key in lists["openers"])
        and not (given and is_given(part.key))
        for part in parts[1:-1]
    )


def _is_spot(text: str, parts: list[Part]) -> bool:
    """A town of several words, or words of which none could be a name."""
    whole = text[parts[0].start : parts[-1].end]
    return is_place(whole) or (all(is_place(text[p.start : p.end]) for p in parts) and not is_given(parts[0].key))


def _is_street(text: str, high: int) -> bool:
    """Whether a house number ends it: "Vicolo Stretto 6, Padova"."""
    return _HOUSE.match(text, high) is not None


def _is_thing(text: str, parts: list[Part]) -> bool:
    """German nouns with "des" or "vom" between them: "Rückseite des Umschlags", "Silke vom Empfang"; or "Solange das
    Verfahren (läuft)"."""
    if len(parts) != _TWO:
        return False
    link = text[parts[0].end : parts[1].start].strip()
    if parts[0].key == "solange" and link in ("das", "der", "die"):
        return re.match(r"[,.]? [a-zß-ÿ]", text[parts[1].end : parts[1].end + 3]) is not None
    return link == "vom" or (
        link in ("des", "von") and not is_given(parts[0].key) and _NOUN.search(parts[0].key) is not None
    )
