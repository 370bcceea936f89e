"""A surname with a title alone, of whom a colleague tells: "got a Mr Halloran on line 2, wants himself gone"."""

import re
from collections.abc import Iterator

from bot.understanding.reading import Fact
from bot.understanding.where.places import is_place
from bot.understanding.who.callings import is_of_writer
from bot.understanding.who.named import named_in
from bot.understanding.who.names import is_ordinary, is_organisation, key_of, words_from
from bot.understanding.who.wishes import is_said
from bot.understanding.wordlists import word_lists
from bot.understanding.words import ADDRESS, fold, fold_text

_TITLED = re.compile(
    r"(?<!\w)(?P<title>[^\W\d_]{2,9}\.?) "
    r"(?P<name>(?:(?:[Vv]an|[Dd]e[rn]?|[Tt]e[rn]|[Vv]on|zu|[Dd]i|[Dd]a|[Dd]os) ){0,2}"
    r"(?:(?:[OD]|Dell|Dall)['’])?[^\W\d_a-zß-ÿ][^\W\d_]{2,}(?:-[^\W\d_]+)?)"
    r"(?!\w|['’][^\W\d_]|[ -][^\W\d_a-zß-ÿ])"
)
# Titles of names; as others of `titles` ("me", "ir", "m") they are hardly words of a sentence
_OF_PEOPLE = frozenset(
    (*("mr", "mrs", "ms", "miss", "mme", "mlle", "madame", "monsieur", "frau", "herr", "herrn", "mevr", "mvr"),
     *("mevrouw", "mw", "meneer", "dhr", "sr", "sra", "srta", "senor", "senora", "sig", "sigra", "signor"),
     *("signora", "senhor", "senhora", "pan", "pani", "pana", "pania", "panem"))
)  # fmt: skip
_SHORTENED = ("fr", "hr")  # with a dot: "Fr. Bell"
# Right behind a name they lead to where somebody works: "Mr Bell of sales"
_OF_HOUSE = frozenset(("from", "of", "aus", "von", "vom", "van", "de", "du", "del", "della", "z", "ze"))
_LED, _WISH = 30, 60  # characters before a title, and those behind a name in which a wish of theirs stands
_SIGNATURE = 60  # characters at the end of a message in which somebody signs
_BRACKET = re.compile(r" \(([^()\n]{2,80})\)")  # "Mr Bell (Leeds) wants", "Mr Bell (bell@x.example) wants"
_PHONE = re.compile(r"\+?[\d /.-]{7,20}")
_FIELD_ENDS = re.compile(r"\s{0,3}(?:[/|\n]|$)")
_SPEAKS = re.compile(r"(?<!\w)([^\W\d_]{2,12})\s?:\s")
_QUOTED = re.compile(r"[\"“„«][^\"”“»\n]{2,300}[\"”“»]")
_PARTS = frozenset("\n:;,!?.|/(–—-")  # before a title where something new begins


def titled(text: str, start: int, end: int) -> Fact[str] | None:
    """The surname of the one person whom somebody tells about with a title only, and what they want: "got a Mr Halloran
    on line 2, wants himself gone". Not of whom it only tells besides: "as Mr Halloran of sales said".
    """
    if is_of_writer(_without_speech(fold_text(text[start:end]))):
        return None  # "Mr Bell rang me": the writer's own matter
    named = [match for match in _TITLED.finditer(text, start, end) if _is_persons(match)]
    if len({match["name"] for match in named}) != 1:
        return None
    told = next((match for match in named if _is_told(text, match, start, end)), None)
    return Fact(told["name"], told["name"], told.span("name"), 0.7, "name") if told else None


def titled_in(text: str) -> Iterator[re.Match[str]]:
    """Every surname with a title that is hardly any other word, together with the title."""
    return (match for match in _TITLED.finditer(text) if _is_persons(match))


def names_and_titled(text: str) -> list[tuple[int, int]]:
    """Where names stand, and surnames with a title, of whomever: "Ann Bell", "Mrs Bell"."""
    return [*(span[:2] for span in named_in(text, 0, len(text))), *(match.span() for match in titled_in(text))]


def _without_speech(folded: str) -> str:
    """A folded text up to where somebody is quoted ("Mr Bell says: delete my"), and without what is in quotes."""
    lists = word_lists("people")
    speaks = (m for m in _SPEAKS.finditer(folded) if m[1] in lists["says"] or m[1] in lists["wishes"])
    said = next(speaks, None)
    return _QUOTED.sub(" ", folded[: said.start()] if said else folded)


def _is_persons(named: re.Match[str]) -> bool:
    last = named["name"].split()[-1]
    shortened = key_of(named["title"]) in _SHORTENED and named["title"].endswith(".")
    return (shortened or is_of_people(named["title"])) and not (
        named["title"].isupper() or is_ordinary(last) or is_organisation(last)
    )


def is_of_people(title: str) -> bool:
    """Whether it is a title that is hardly any other word: "Mrs", "frau"."""
    return key_of(title).replace(".", "") in _OF_PEOPLE


def _is_told(text: str, named: re.Match[str], start: int, end: int) -> bool:
    """Whether the text leads to somebody, and tells what they want; no colleague: "Mr Bell of sales"."""
    lists, high = word_lists("people"), named.end("name")
    bracket = _BRACKET.match(text, high, end)
    if bracket is not None and (is_place(bracket[1]) or ADDRESS.fullmatch(bracket[1]) or _PHONE.fullmatch(bracket[1])):
        high = bracket.end()
    behind = re.split(r"[.!?\n](?=\s|$)", text[high : min(end, high + _WISH)])[0]
    said = [word[0] for word in words_from(behind, 0, len(behind), most=9)]
    words = [fold(word) for word in said]
    if (
        behind.startswith(" (")
        or (not _OF_HOUSE.isdisjoint(words[:1]) and not is_place(" ".join(said[1:2])))  # "Mr Bell from Leeds"
        or not lists["staff"].isdisjoint(words)
    ):
        return False
    before = words_from(text, max(start, named.start() - _LED), named.start(), most=9)[-1:]
    begins = not text[start : named.start()].strip() or text[: named.start()].rstrip(" ")[-1:] in _PARTS
    word = fold(before[0][0]) if before else ""
    customer = word in lists["leads"] & lists["subject"]
    if customer and (_FIELD_ENDS.match(text, high, end) or is_said(text[high : min(end, high + _WISH)])):
        return True  # "cust Mr Ansah says", "cust Mr Ansah // chat"
    return (begins or word in lists["leads"]) and not lists["wishes"].isdisjoint(words)


def signed_titled(text: str, start: int, end: int) -> Fact[str] | None:
    """The surname with which somebody signs who gives a title only: "Mevr. de Lange"."""
    for named in _TITLED.finditer(text, max(start, end - _SIGNATURE), end):
        before = text[start : named.start()].rstrip(" ")[-1:]
        if not text[named.end() : end].strip(" .,!\n\r\t") and before in _PARTS and _is_persons(named):
            return Fact(named["name"], named["name"], named.span("name"), 0.7, "name")
    return None


def titled_at(text: str, at: int, end: int) -> tuple[int, int] | None:
    """Where the surname stands of whom these words name by a title: " Mrs Bell"."""
    match = _TITLED.match(text, at + text[at : at + 1].isspace(), end)
    return match.span("name") if match else None
