"""Numbers and passwords that must never be kept: noticed by checksum and context, replaced by a visible mark.

Phone, ticket, order and customer numbers survive: a number is masked only when its checksum holds and, where a checksum
alone is weak, a word nearby says what it is.
"""

import re
from collections.abc import Callable
from typing import NamedTuple


class _Kind(NamedTuple):
    name: str
    pattern: re.Pattern[str]
    holds: Callable[[str], bool]
    context: re.Pattern[str] | None = None
    length: Callable[[str], int] = len  # of the number in what the pattern finds: words may follow it


FEWEST = 6  # digits of a number that is masked
# Characters of an account number (ISO 13616), by country
_IBANS = {
    country: length
    for length, countries in {
        15: "NO", 16: "BE", 18: "DK FI NL", 19: "MK SI", 20: "AT BA EE LT LU XK", 21: "CH HR LI LV",
        22: "BG DE GB IE ME RS", 23: "GI IL", 24: "AD CZ ES MD RO SE SK TN", 25: "PT", 26: "IS TR",
        27: "FR GR IT MC SM", 28: "CY HU PL", 29: "UA", 31: "MT",
    }.items()
    for country in countries.split()
}  # fmt: skip
REACH = 40  # characters before a number in which its name may stand


def mask(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with sensitive values replaced by marks such as "[card number: not kept]", and the kinds that were found
    (never the values), each once, in the order of the text."""
    cuts: list[tuple[int, int, str]] = []
    lowered = text.casefold()
    secrets = _SECRETS if any(word in lowered for word in _SECRET_WORDS) else ()
    numbers = _NUMBERS if _DIGITS.search(text) else ()
    for kind in (*secrets, *numbers):
        for match in kind.pattern.finditer(text):
            value = match.group(1) if kind.pattern.groups else match.group(0)
            start = match.start(1) if kind.pattern.groups else match.start()
            if not kind.holds(value):
                continue
            if kind.context and not kind.context.search(text, max(0, start - REACH), start):
                continue
            end = start + kind.length(value)
            if not any(start < high and low < end for low, high, _ in cuts):
                cuts.append((start, end, kind.name))
    cuts.sort()
    parts: list[str] = []
    at = 0
    for start, end, name in cuts:
        parts += [text[at:start], f"[{name}: not kept]"]
        at = end
    return "".join([*parts, text[at:]]), tuple(dict.fromkeys(name for *_, name in cuts))


def _digits(value: str) -> list[int]:
    return [int(c) for c in value if c.isascii() and c.isdigit()]


def _luhn(value: str) -> bool:
    digits = _digits(value)
    if not 13 <= len(digits) <= 19 or len(set(digits)) == 1:
        return False
    doubled = (sum(divmod(2 * d, 10)) if i % 2 else d for i, d in enumerate(reversed(digits)))
    return sum(doubled) % 10 == 0


def _iban_length(value: str) -> int:
    """Up to where it is the account number of a country that we know; else all of it."""
    left = _IBANS.get(value[:2].upper(), 0)
    for at, char in enumerate(value):
        left -= not char.isspace()
        if left == 0:
            return at + 1
    return len(value)


def _iban(value: str) -> bool:
    plain = re.sub(r"\s", "", value[: _iban_length(value)]).upper()
    if not 15 <= len(plain) <= 34 or len(_digits(plain)) < FEWEST:
        return False
    return int("".join(str(int(c, 36)) for c in plain[4:] + plain[:4])) % 97 == 1


def _weighted(weights: tuple[int, ...], modulus: int) -> Callable[[str], bool]:
    def holds(value: str) -> bool:
        digits = _digits(value)
        return (
            len(digits) == len(weights)
            and len(set(digits)) > 1
            and sum(w * d for w, d in zip(weights, digits, strict=True)) % modulus == 0
        )

    return holds


def _ssn(value: str) -> bool:
    area, group, serial = re.split(r"\D", value) if not value.isdigit() else (value[:3], value[3:5], value[5:])
    return area not in ("000", "666") and area < "900" and group != "00" and serial != "0000"


def _nino(value: str) -> bool:
    return value[:2].upper() not in ("BG", "GB", "KN", "NK", "NT", "TN", "ZZ")


def _nir(value: str) -> bool:
    plain = re.sub(r"\s", "", value).upper().replace("2A", "19").replace("2B", "18")
    return len(plain) == 15 and plain.isdigit() and 97 - int(plain[:13]) % 97 == int(plain[13:])


def _dni(value: str) -> bool:
    plain = re.sub(r"[\s.-]", "", value).upper()
    plain = {"X": "0", "Y": "1", "Z": "2"}.get(plain[0], plain[0]) + plain[1:]
    return plain[:8].isdigit() and "TRWAGMYFPDXBNJZSQVHLCKE"[int(plain[:8]) % 23] == plain[8]


def _rijksregister(value: str) -> bool:
    plain = "".join(map(str, _digits(value)))
    if len(plain) != 11:
        return False
    check = int(plain[9:])
    return check in (97 - int(plain[:9]) % 97, 97 - int("2" + plain[:9]) % 97)


def _steuer_id(value: str) -> bool:
    digits = _digits(value)
    if len(digits) != 11 or digits[0] == 0:
        return False
    product = 10
    for digit in digits[:10]:
        total = (digit + product) % 10 or 10
        product = total * 2 % 11
    return (11 - product) % 10 == digits[10]


def _codice_fiscale(value: str) -> bool:
    odd = dict(
        zip(
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ",
            (
                1,
                0,
                5,
                7,
                9,
                13,
                15,
                17,
                19,
                21,
                1,
                0,
                5,
                7,
                9,
                13,
                15,
                17,
                19,
                21,
                2,
                4,
                18,
                20,
                11,
                3,
                6,
                8,
                12,
                14,
                16,
                10,
                22,
                25,
                24,
                23,
            ),
            strict=True,
        )
    )
    plain = value.upper()
    total = sum(odd[c] if i % 2 == 0 else int(c, 36) - (0 if c.isdigit() else 10) for i, c in enumerate(plain[:15]))
    return chr(65 + total % 26) == plain[15]


def _anything(_: str) -> bool:
    return True


def _context(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


_DIGITS = re.compile(rf"(?:\d\D*){{{FEWEST}}}")
_SPOKEN_WORDS = (
    *("password", "passwd", "passcode", "pass phrase", "passphrase", "wachtwoord", "passwort", "kennwort"),
    *("mot de passe", "contraseña", "senha", "palavra-passe", "hasło", "haslo"),
)
_SECRET_WORDS = (*_SPOKEN_WORDS, "pwd", "pw")
_SPOKEN = "|".join(_SPOKEN_WORDS)

_SECRETS = (
    _Kind(
        "password",
        re.compile(
            rf"\b(?:{_SPOKEN})(?: is| ist| est| es|:| =|=){{1,2}}[ \t]{{0,3}}[\"'“]?([^\s\"'”,;]{{4,64}})",
            re.IGNORECASE,
        ),
        lambda v: not v.isalpha() or v.isupper() or v != v.lower(),
    ),
    _Kind(
        "password",
        re.compile(rf"\b(?:{'|'.join(_SECRET_WORDS)})[ \t]{{0,2}}[:=][ \t]{{0,3}}(\S{{4,64}})", re.IGNORECASE),
        _anything,
    ),
)
_NUMBERS = (
    _Kind(
        "bank account number",
        re.compile(r"\b[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{2,4}){3,8}(?![A-Za-z0-9])", re.IGNORECASE | re.ASCII),
        _iban,
        length=_iban_length,
    ),
    _Kind("card number", re.compile(r"(?<![\d+.-])[2-6]\d{3}(?:[ -]?\d){9,15}(?![\d-])"), _luhn),
    _Kind(
        "citizen number",
        re.compile(r"(?<!\d)[12] ?\d{2} ?\d{2} ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}(?!\d)", re.IGNORECASE | re.ASCII),
        _nir,
    ),
    _Kind(
        "citizen number",
        re.compile(r"\b[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z]\b", re.IGNORECASE | re.ASCII),
        _codice_fiscale,
    ),
    _Kind("citizen number", re.compile(r"(?<!\d)\d{2}[.]\d{2}[.]\d{2}[- ]\d{3}[.]\d{2}(?!\d)"), _rijksregister),
    _Kind(
        "citizen number",
        re.compile(r"(?<!\d)\d{11}(?!\d)"),
        _rijksregister,
        _context("rijksregister\\w*|nationaal nummer|insz|niss|registre national"),
    ),
    _Kind(
        "citizen number",
        re.compile(r"(?<![\d-])\d{4}[. ]?\d{2}[. ]?\d{3}(?![\d-])"),
        _weighted((9, 8, 7, 6, 5, 4, 3, 2, -1), 11),
        _context("bsn|burgerservice\\w*|sofi\\w*|citizen service|service number"),
    ),
    _Kind(
        "citizen number",
        re.compile(r"(?<!\d)\d{11}(?!\d)"),
        _weighted((1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1), 10),
        _context("pesel\\w*"),
    ),
    _Kind(
        "citizen number",
        re.compile(r"(?<!\d)\d{2} ?\d{3} ?\d{3} ?\d{3}(?!\d)"),
        _steuer_id,
        _context("steuer-?id\\w*|steuer\\w*|idnr\\.?|identifikationsnummer|tax id"),
    ),
    _Kind("citizen number", re.compile(r"\b(?:\d{8}|[XYZ]-?\d{7})[- ]?[A-Z]\b", re.IGNORECASE | re.ASCII), _dni),
    _Kind(
        "citizen number",
        re.compile(r"(?<!\d)\d{9}(?!\d)"),
        _weighted((9, 8, 7, 6, 5, 4, 3, 2, 1), 11),
        _context("nif|contribuinte|número fiscal"),
    ),
    _Kind("social security number", re.compile(r"(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])"), _ssn),
    _Kind(
        "social security number",
        re.compile(r"(?<![\d-])\d{3}[ ]?\d{2}[ ]?\d{4}(?![\d-])"),
        lambda v: _ssn(v.replace(" ", "")),
        _context("ssn|social security\\D{0,12}|social security"),
    ),
    _Kind(
        "social security number",
        re.compile(r"\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b", re.IGNORECASE | re.ASCII),
        _nino,
    ),
)
