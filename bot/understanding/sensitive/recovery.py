"""Where a text tells what opens an account or a wallet when all else is lost: recovery codes, and a wallet's words."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from bot.understanding.sensitive.numbers import Cut
from bot.understanding.sensitive.others import AND, another
from bot.understanding.who.looked import Named
from bot.understanding.wordlists import alternatives, word_lists

_CODE_NAME, _WALLET = "recovery code", "seed phrase"
_LISTS = word_lists("sensitive")
_SAYS = alternatives(_LISTS["says"])
_CODES, _WALLETS = (
    Named(_LISTS[kind], rf"(?<![^\W_])(?:{alternatives(_LISTS[kind])})(?![^\W_])")
    for kind in ("recovery_codes", "wallets")
)
# "... of my account:", "... that you gave me are"; a sign that ends a sentence ends it, too
_TELLS = rf"(?:[ ](?:[^\W\d][\w'-]{{0,20}}|2fa)){{0,6}}?(?:[ ](?:{_SAYS})[ :]{{1,3}}|[ ]?[:=#][ \t]{{0,3}}|[ ]?\([ ]?)"
_MARKS = r"(?:\s{0,4}(?:[-*•>]|[0-9]{1,2}[.)])?[ \t]{0,3}[\"'`*]{0,2})"

_CODE_LEADS = re.compile(rf"(?:{_TELLS}|[ ]?\n|,?[ ]){_MARKS}")
_PARTS = r"(?=[0-9a-z–-]{0,60}[0-9])[0-9a-z]{3,40}(?:[-–][0-9a-z]{2,12}){0,8}"
_CODE = re.compile(rf"(?>[0-9]{{3,5}} [0-9]{{3,5}}(?![0-9-])|{_PARTS})(?![\w@]|[.:/][\w])")
_DATE = re.compile(r"(?:19|20)[0-9]{2}(?:-[0-9]{2}){0,2}|[0-9]{1,2}-[0-9]{1,2}-[0-9]{2,4}")
_FEWEST = 4  # letters and digits of a code; of one that no sign and no verb leads to, twice as many
_SO_MANY = 40  # codes
_NEXT_CODE = re.compile(rf"[\"'`*)]{{0,3}}[ \t]{{0,4}}[,;/|&+•-]?(?:[ ]{{0,3}}{AND}(?=[ ]))?[ \t]{{0,4}}{_MARKS}")

_WALLET_LEADS = re.compile(rf"(?:{_TELLS}|[ ]?\n){_MARKS}")
_WORD = re.compile(r"[a-z]{3,9}(?![\w@-]|'[^\W\d_]|[.:/][\w])")
_NEXT_WORD = re.compile(
    r"[ \t]{0,3}(?P<comma>[,;|])?[ \t]{0,3}(?P<line>\n)?[ \t]{0,4}(?P<mark>[-*•>]|[0-9]{1,2}[.):]?)?[ \t]{0,3}(?=[a-z])"
)
_SIZES, _STEP = (24, 21, 18, 15, 12), 3  # words of a wallet


def recovery_in(folded: str, parts: AbstractSet[str]) -> Iterator[Cut]:
    """The codes and words of a text that was folded by `words.fold`. `parts`: those of its words."""
    for name in _CODES.found_in(folded, parts):
        yield from (Cut(*span, _CODE_NAME) for span in _codes(folded, name.end()))
    names = list(_WALLETS.found_in(folded, parts))
    ends = [*(name.start() for name in names), len(folded)][1:]
    for name, end in zip(names, ends, strict=True):
        if (lead := _WALLET_LEADS.match(folded, name.end())) is None:
            continue
        # Another name ends the words: repeated a thousand times, it would be walked over as often
        if span := _told(folded, lead.end(), end if end >= lead.end() else len(folded)):
            yield Cut(*span, _WALLET)


def _codes(folded: str, at: int) -> Iterator[tuple[int, int]]:
    """Where the codes stand behind a word for them."""
    lead = _CODE_LEADS.match(folded, at)
    if lead is None or _CODES.pattern.search(folded, at, lead.end()) or another(folded, lead.end(), at) >= 0:
        return
    fewest = _FEWEST if lead[0].strip(" ,") or "\n" in lead[0] else 2 * _FEWEST
    code = _CODE.match(folded, lead.end())
    for _ in range(_SO_MANY):
        if code is None or _DATE.fullmatch(code[0]) or sum(map(str.isalnum, code[0])) < fewest:
            return
        yield code.span()
        gap = _NEXT_CODE.match(folded, code.end())
        code = _CODE.match(folded, gap.end()) if gap and gap[0] else None


def _told(folded: str, at: int, end: int) -> tuple[int, int] | None:
    """Where the words of a wallet stand that begin there: as many as one has, in one of its sizes."""
    found: list[re.Match[str]] = []
    between: tuple[bool, ...] | None = None  # what stands between two words, and so between all
    while len(found) < _SIZES[0] and (word := _WORD.match(folded, at, end)):
        found.append(word)
        gap = _NEXT_WORD.match(folded, word.end(), end)
        signs = tuple(map(bool, gap.groups())) if gap else ()
        if gap is None or not gap[0] or not _is_alike(signs, between or signs):
            break
        between, at = between or signs, gap.end()
    words = [word[0] for word in found]
    size = next((size for size in _SIZES if size <= len(words) and not _says(words, size)), 0)
    return (found[0].start(), found[size - 1].end()) if size and _are_drawn(words[:size]) else None


def _is_alike(signs: tuple[bool, ...], others: tuple[bool, ...]) -> bool:
    """Whether there is a comma, a line's end or a mark where there is one between others; a line may wrap."""
    wraps = signs == (False, True, False) and others == (False, False, False)
    return signs == others or wraps


def _says(words: list[str], size: int) -> bool:
    """Whether the last of more words than a wallet must have may be what somebody wants: "please remove it"."""
    return size > _SIZES[-1] and not _LISTS["sentences"].isdisjoint(words[size - _STEP : size])


def _are_drawn(words: list[str]) -> bool:
    """Whether words are drawn by lot, and no sentence about a wallet."""
    few = sum(word in _LISTS["sentences"] for word in words) <= len(words) / 6
    return few and _LISTS["events"].isdisjoint(words)
