"""Keys and tokens that stand outside links: by their looks ("eyJ...", "sk_live_..."), or behind a name for one."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from bot.understanding.sensitive.numbers import Cut
from bot.understanding.who.looked import Named
from bot.understanding.wordlists import alternatives, has_any, word_lists

_NAME = "access token"
_LISTS = word_lists("sensitive")
_SAYS = alternatives(_LISTS["says"])
_JWT = r"eyJ[\w-]{8,4000}\.[\w-]{4,8000}(?:\.[\w-]{0,2000})?"
_ISSUED = (
    r"(?:(?:sk|pk|rk)_(?:live|test)_|gh[opsru]_|github_pat_|glpat-|xox[abeprs]-|whsec_|shpat_)[\w-]{10,300}|"
    r"sk-[A-Za-z0-9]{40,60}|(?:sk-(?:proj|ant|svcacct|or)-|npm_|hf_|dop_v1_|pypi-)[\w-]{20,300}|SG\.[\w-]{16,40}\.[\w-]{16,80}|"
    r"(?:AKIA|ASIA)[0-9A-Z]{16}|AIza[\w-]{35}"
)
_BY_LOOKS = re.compile(rf"(?<![\w.-])(?:{_JWT}|{_ISSUED})(?![^\W_])", re.ASCII)
_LOOKS = (
    *("eyj", "_live_", "_test_", "gho_", "ghp_", "ghs_", "ghr_", "ghu_", "github_pat_", "glpat-", "xox", "whsec_"),
    *("shpat_", "akia", "asia", "aiza", "sk-", "npm_", "hf_", "dop_v1_", "pypi-", "sg."),
)
_PRIVATE = re.compile(r"-{3,5} ?begin (?:[a-z0-9]{1,12} ){0,3}private key(?: block)? ?-{3,5}")
_PRIVATE_SIGN, _PRIVATE_ENDS = "private key", re.compile(r"-{3,5} ?end [^-\n]{0,60}-{3,5}")
_LONGEST = 10_000  # characters of a private key
_KEY_LINES = re.compile(  # where its end is cut off
    r"(?:[ \t>|]{0,8}(?:[a-z0-9+/=]{16,100}|(?=[a-z+/]*[0-9=])[a-z0-9+/=]{1,15}|[a-z-]{3,20}: [^\n]{1,60})?"
    r"[ \t\r]{0,4}(?:\n|\Z)){1,400}"
)
_LEADS = rf"(?:[ ](?:{_SAYS}))?[ ]?[\"']?[ ]?[:=][ ]{{0,3}}[\"'<]?|[ ](?:{_SAYS})[ ]{{1,2}}"
_BY_NAME = Named(
    _LISTS["keys"] | {"bearer", "authorization"},
    rf"(?<![^\W_])(?:(?:{alternatives(_LISTS['keys'])})(?:{_LEADS})|"
    r"authorization[ ]?[:=][ ]?(?:basic|token)[ ]|bearer[ ])"
    r"(?P<value>(?>(?=[^\s]{0,60}[0-9])(?=[^\s]{0,60}[a-z])[a-z0-9_.~+/-]{9,1000}[a-z0-9_=+/-]{1,3}))(?![\w@])",
)


def keys_in(text: str, folded: str, parts: AbstractSet[str]) -> Iterator[Cut]:
    """The keys and tokens of a text. `folded` is the same text by `words.fold`, `parts` are those of its words."""
    yield from _private_keys(folded)
    if has_any(folded, _LOOKS):
        for match in _BY_LOOKS.finditer(text):
            yield Cut(*match.span(), _NAME)
    for match in _BY_NAME.found_in(folded, parts):
        yield Cut(*match.span("value"), _NAME)


def _private_keys(folded: str) -> Iterator[Cut]:
    """The private keys of certificates and servers, from their first line to their last."""
    at, there = 0, _PRIVATE_SIGN in folded
    ends: re.Match[str] | None = None
    more = True  # ends may come
    while there and (begins := _PRIVATE.search(folded, at)) is not None:
        at = begins.end()
        if more and (ends is None or ends.start() < at):  # the next one, sought once
            ends = _PRIVATE_ENDS.search(folded, at)
            more = ends is not None
        if ends is not None and 0 <= ends.start() - at <= _LONGEST:
            at = ends.end()
        elif lines := _KEY_LINES.match(folded, at):
            at = lines.end()
        yield Cut(begins.start(), at, "private key")
