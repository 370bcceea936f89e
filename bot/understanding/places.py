"""Where the person lives, as far as the text tells: country (ISO 3166-1 alpha-2), state or province."""

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from bot.understanding.reading import Fact

_STATE_CODE = re.compile(
    r"(?<=[a-z.]), ?(A[KLRZ]|C[AOT]|DE|DC|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|"
    r"O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])\b(?:,? \d{5})?"
)
# A place counts as a home after such words, in a signature, or when it stands alone at the end of a line.
_NOT_HOME = re.compile(
    r"\b(?:fair|event|conference|office in|visit(?:ed|ing)?|beurs|congres|kantoor in|messe|salon|"
    r"trip to|holiday in|booth|stand|servers? in|hosted in|law of|headquarter\w*|reseller\w*|"
    r"chamber)\b[^.\n]{0,40}$",
    re.IGNORECASE,
)


MOST = 8_000  # characters of a zone that are looked at


@lru_cache(maxsize=1)
def _places() -> tuple[re.Pattern[str], dict[str, tuple[str, str | None]]]:
    raw = tomllib.loads((Path(__file__).with_name("data") / "places.toml").read_text(encoding="utf-8"))
    index: dict[str, tuple[str, str | None]] = {}
    for country, names in raw["countries"].items():
        index.update(dict.fromkeys(names, (country, None)))
    for place, names in raw["states"].items():
        country, state = place.split("-")
        index.update(dict.fromkeys(names, (country, state)))
    names = "|".join(re.escape(name) for name in sorted(index, key=len, reverse=True))
    return re.compile(rf"(?<![\w@.-])(?:{names})(?![\w@-]|\.\w)"), index


def places(text: str, spans: tuple[tuple[int, int], ...]) -> tuple[Fact[str] | None, Fact[str] | None]:
    """Country and state, read in the given parts of the text; a state wins over a bare country."""
    pattern, index = _places()
    country: Fact[str] | None = None
    for low, end in spans:
        high = min(end, low + MOST)
        if code := _STATE_CODE.search(text, low, high):
            return _fact("US", code, 1), _fact(code[1], code, 1)
        for match in pattern.finditer(text, low, high):
            if _NOT_HOME.search(text[max(low, match.start() - 60) : match.start()]):
                continue
            where, state = index[match[0]]
            if state is not None and (country is None or country.value == where):
                return _fact(where, match, 0), _fact(state, match, 0)
            country = country or _fact(where, match, 0)
    return country, None


def _fact(value: str, match: re.Match[str], group: int) -> Fact[str]:
    return Fact(value, match[group], match.span(group), 0.8, "place")
