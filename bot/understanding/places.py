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
# Before a place: it is visited, or a firm, a court or a server stands there.
_NOT_HOME = re.compile(
    r"\b(?:fair|event|conference|office in|visit(?:ed|ing)?|beurs|congres|kantoor in|messe|salon|trip to|holiday in|"
    r"booth|"
    r"stand|servers? in|hosted in|law of|headquarter\w*|reseller\w*|chamber|somebody in|someone in|customers in|"
    r"people in|"
    r"workshop|training|webinar|course|meeting|met in|seminar|summit|meetup|data ?cent(?:re|er)|region|flight|hotel|"
    r"bureau|"
    r"datacenter|rechenzentrum|rechtbank|omgeving in|vestiging|filiaal|iemand in|cursus|bijeenkomst|bezoek\w*|"
    r"opening|"
    r"niederlassung|filiale|büro in|tagung|schulung|veranstaltung|jemand in|kongress|besuch\w*|journée|atelier|"
    r"bureaux|foire|congrès|colloque|quelqu'un à|visite|feria|oficina|evento|congreso|taller|jornada|alguien en|"
    r"visita|"
    r"fiera|ufficio|convegno|corso|qualcuno a|feira|escritório|alguém em|formação|targi|biuro|konferencj\w+|"
    r"szkoleni\w+|"
    r"oddział\w*|ktoś w)\b[^.\n]{0,40}$",
    re.IGNORECASE,
)
# Behind a place: it only names an office, an order, a server. In lower case, so that an address is none of these.
_NOT_HOME_AFTER = re.compile(
    r"(?:'s)?[ -](?:[a-z]{2,12} )?(?:agents?|offices?|regions?|orders?|servers?|authorit(?:y|ies)|data|team|branch|"
    r"warehouse|plant|fair|"
    r"event|store|shop|court|summit|conference|meetup|meeting|workshop|law|site|hub|airport|time|kantoor|vestiging|"
    r"beurs|"
    r"filiaal|datacenter|team|messe|büro|niederlassung|rechenzentrum|filiale|behörde|gericht)\b"
)
_SAYS_HOME = re.compile(
    r"(?:\b(?:in|from|near|at|of|to|live|lives|living|based|resident of|uit|te|bij|woon\w*|aus|wohn\w*|bei|nach|à|a|"
    r"de|habite|"
    r"vivo|vive|desde|en|da|di|abito|residente|em|moro|do|no|na|w|we|z|ze|mieszkam|\d{4,5}(?: ?[A-Z]{2})?|"
    r"[A-Z]{1,2}\d{1,2})|[,/|–—-]|\n)\s{0,3}$",
)
_BRAZIL = re.compile(
    r"[(,/ -]{1,2}(A[CLMP]|BA|CE|DF|ES|GO|M[AGST]|P[ABEIR]|R[JNORS]|S[CEP]|TO)\)?(?=[\s,.)-]{1,3}(?:Brasil|Brazil|"
    r"Brazilië|CEP)|\)?\s*$)",
    re.MULTILINE,
)


MOST = 8_000  # characters of a zone that are looked at


@lru_cache(maxsize=1)
def _places() -> tuple[re.Pattern[str], dict[str, tuple[str, str | None]], frozenset[str]]:
    raw = tomllib.loads((Path(__file__).with_name("data") / "places.toml").read_text(encoding="utf-8"))
    index: dict[str, tuple[str, str | None]] = {}
    for country, names in raw["countries"].items():
        index.update(dict.fromkeys(names, (country, None)))
    for place, names in raw["states"].items():
        country, state = place.split("-")
        index.update(dict.fromkeys(names, (country, state)))
    by_letter: dict[str, list[str]] = {}  # the longest first: a letter is looked at once, not once a name
    for name in sorted(index, key=len, reverse=True):
        by_letter.setdefault(name[0], []).append(re.escape(name[1:]))
    names = "|".join(f"{re.escape(letter)}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())
    letters = re.escape("".join(by_letter))
    return (
        re.compile(rf"(?<![\w@.-])(?=[{letters}])(?:{names})(?![\w@-]|\.\w)"),
        index,
        frozenset(raw["unsure"]["towns"]),
    )


def is_place(words: str) -> bool:
    """Whether these words, as they are written, are a known town, state or country."""
    return words in _places()[1]


def places(text: str, spans: tuple[tuple[int, int], ...]) -> tuple[Fact[str] | None, Fact[str] | None]:
    """Country and state, read in the given parts of the text; a state wins over a bare country."""
    pattern, index, _unsure = _places()
    country: Fact[str] | None = None
    for low, end in spans:
        high = min(end, low + MOST)
        if code := _STATE_CODE.search(text, low, high):
            return _fact("US", code, 1), _fact(code[1], code, 1)
        for match in pattern.finditer(text, low, high):
            if not _is_home(text, match, low, high):
                continue
            where, state = index[match[0]]
            if state is not None and (country is None or country.value == where):
                return _fact(where, match, 0), _fact(state, match, 0)
            country = country or _fact(where, match, 0)
        if country is not None and country.value == "BR" and (code := _BRAZIL.search(text, low, high)):
            return country, _fact(code[1], code, 1)
    return country, None


def _is_home(text: str, match: re.Match[str], low: int, high: int) -> bool:
    """Whether somebody may live there: no fair, no office, and no part of a person's name."""
    before, after = text[max(low, match.start() - 60) : match.start()], text[match.end() : min(high, match.end() + 40)]
    if _NOT_HOME.search(before) or _NOT_HOME_AFTER.match(after):
        return False
    return match[0] not in _places()[2] or bool(_SAYS_HOME.search(before))


def _fact(value: str, match: re.Match[str], group: int) -> Fact[str]:
    return Fact(value, match[group], match.span(group), 0.8, "place")
