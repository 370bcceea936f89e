"""The words of a colleague's note, letter by letter: what each says of who is meant and who writes.

N a name, R a relative, L a lawyer or another deputy, o "of" or "for", p "her", u "our", s "'s", v wants, w wrote,
b "on behalf" or "acts", h data of theirs, t "to" and "with", & "and", i "is" or "called".
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from bot.understanding.replies.answers import phrases
from bot.understanding.who.kin import is_in, is_relative
from bot.understanding.who.named import named_in
from bot.understanding.who.names import is_given, is_ordinary, is_title
from bot.understanding.who.nominative import nominative
from bot.understanding.wordlists import word_lists
from bot.understanding.words import fold

_TOKEN = re.compile(
    r"(?P<contact>[\w.+-]{1,64}@[\w.-]{1,100}\w|\+?\d(?:[ ()./-]{0,2}\d){6,14})|(?P<of>[’']s(?!\w)|(?<=s)[’'](?!\w))|"
    r"(?P<word>[^\W\d_]+(?:-[^\W\d_]+)*(?:[’'](?!s(?!\w))(?=\w))?)|(?P<sign>[,;:.!?()\n<>–])|\d+"
)
_AGE = re.compile(r"[(,] ?\d{1,2}(?: [^\W\d_]{1,9}){0,2} ?(?:\)|(?=,))")
_SIGNS = {":": ":", ",": ",", "(": ",", ")": ",", "<": ",", ">": ",", "–": ",", ".": "."}
_TITLED = re.compile(r"([^\W\d_]+)\.?\s+(?:[A-Z]\.\s?){0,3}$")
_ITSELF = "s'"
_BEFORE = 30  # characters
_OF_KIN = re.compile("[RL](?:ou?N)?[:i,]?$")


class Token(NamedTuple):
    kind: str
    text: str
    start: int
    end: int
    titled: bool = False  # a surname with no more than a title
    of_kin: bool = False  # a name behind what somebody is to another: "her son Leo Bell"


def tokens_of(text: str, language: str) -> tuple[list[Token], list[Token]]:
    """What stands there, letter by letter, and the addresses and numbers. Ages, titles and articles are left out."""
    ages = [match.span() for match in _AGE.finditer(text)]
    spans = {low: high for low, high, _ in named_in(text, 0, len(text))}
    tokens, contacts, until = list[Token](), list[Token](), 0
    for match in _TOKEN.finditer(text):
        low, high = match.span()
        if low < until or any(start <= low < end for start, end in ages):
            continue
        if low in spans:
            until = spans[low]
            of_kin = _OF_KIN.search("".join(token.kind for token in tokens[-5:])) is not None
            tokens.extend(token._replace(of_kin=of_kin) for token in _named(text, low, until, tokens, language))
        elif match["contact"]:
            contacts.append(Token("@", match[0], low, high))
        else:
            kind = _kind(text, match, tokens, language)
            if kind == "x" and match["word"] and match[0][:1].isupper() and _stands_behind_title(text, low):
                tokens.append(Token("N", match[0], low, high, titled=True))
            elif kind:
                tokens.append(Token(kind, match[0], low, high))
    return tokens, contacts


def _named(text: str, low: int, high: int, tokens: list[Token], language: str) -> Iterator[Token]:
    """A name. Polish bends it, and says no "of": "mama Zosi Wilk"."""
    name = text[low:high]
    if language == "de" and (whose := _of_noun(name)) is not None:
        yield from (token._replace(start=low + token.start, end=low + token.end) for token in whose)
        return
    owned = re.search(r"[’']s$", name)
    name = name[: owned.start()] if owned else name
    bent = language == "pl" and nominative(name) != name
    if bent and tokens and tokens[-1].kind in "RL" and (len(tokens) < 2 or tokens[-2].kind not in "ohp"):
        yield Token("o", "", low, low)
    yield Token("N", name, low, low + len(name))
    if owned:
        yield Token("s", owned[0], low + len(name), high)


def _of_noun(name: str) -> tuple[Token, ...] | None:
    """What is read as one name, where German writes a noun in capitals behind whose it is: "Ulla Bergs Anwalt"."""
    whose, _space, noun = name.rpartition(" ")
    kind = _letters().get(fold(noun)) if noun else None
    kind = "R" if kind != "L" and noun and is_relative(fold(noun)) else kind
    if kind not in ("R", "L") or " " not in whose or not whose.endswith("s"):
        return None
    end = len(whose) - 1
    return Token("N", whose[:-1], 0, end), Token("s", "s", end, end + 1), Token(kind, noun, end + 2, len(name))


def _kind(text: str, match: re.Match[str], tokens: list[Token], language: str) -> str:
    """The letter for what is no name of several words; empty where it tells nothing."""
    before = tokens[-1].kind if tokens else ""
    if match["of"]:
        return "s"
    if sign := match["sign"]:
        if sign == "." and _is_title(text[: match.start()].rpartition(" ")[2]):
            return ""  # "mr. Bas Vink"
        kind = _SIGNS.get(sign, ".")
        return "" if kind == "," and before in _SIGNS.values() else kind
    if not match["word"]:
        return ""
    word = fold(match["word"].replace("’", "'")).removesuffix("-in-law")
    if before == "R" and word in word_lists("both_named")["in_law"]:
        return ""  # "her daughter in law"
    bare = word.removesuffix("'")
    if word == _ITSELF:
        return ""
    if (
        text[: match.start()].lower().endswith((_ITSELF, "s’"))
        and f"{_ITSELF}{word}" in word_lists("both_named")["is_named"]
    ):
        return "i"  # "il s'appelle Éric Bell"
    letter = _letters().get(word, _letters().get(bare))
    if is_relative(word) and (before == "p" or (letter == "p" and language != "fr")):
        return "R"  # "her son", and not "son avocat"; "seine Frau"
    if letter is not None:
        return letter
    if _is_title(word) and before != "p":
        return ""
    if is_relative(bare) or bare in phrases("parents"):
        return "R"
    if is_in(bare, "held"):
        return "h"
    alone = match["word"][:1].isupper() and is_given(match["word"]) and not is_ordinary(match["word"])
    return "N" if alone and "R" in {token.kind for token in tokens[-2:]} else "x"


def _stands_behind_title(text: str, low: int) -> bool:
    before = _TITLED.search(text[max(0, low - _BEFORE) : low])
    return before is not None and _is_title(before[1])


def _is_title(word: str) -> bool:
    return is_title(word) or fold(word) in phrases("titles", "names")


@cache
def _letters() -> dict[str, str]:
    """What words are; of several, the last."""
    flags, people, both = word_lists("flags"), word_lists("people"), word_lists("both_named")
    kinds = (
        ("", both["articles"] | people["described"]),
        ("", both["persons"] | phrases("whoever")),
        ("o", (flags["of"] | flags["for_whom"] | both["for_whom"]) - both["articles"]),
        ("t", people["beside_writer"] - both["articles"]),
        ("&", both["joined"]),
        ("i", both["is_named"]),
        ("v", people["wants"] | people["wishes"]),
        ("w", both["wrote"]),
        ("b", both["acts"]),
        ("p", (both["possessives"] | flags["theirs"]) - flags["ours"]),
        ("u", flags["ours"]),
        ("L", phrases("lawyers") | flags["counsel"] | flags["deputies"] | both["left"]),
        ("s", both["whose"]),
    )
    return {word: letter for letter, words in kinds for word in words}
