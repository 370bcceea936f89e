"""Whether the digits and letters of a number fit its kind. All take them without anything between, folded."""

from collections.abc import Callable
from operator import mul

# Characters of an account number (ISO 13616), by country
_IBANS = {
    country: length
    for length, countries in {
        15: "no", 16: "be", 18: "dk fi fo gl nl", 19: "mk si", 20: "at ba ee kz lt lu xk", 21: "ch hr li lv",
        22: "bg bh cr de gb ge ie me rs va", 23: "ae gi il iq tl", 24: "ad cz es md pk ro sa se sk tn vg",
        25: "ly pt st", 26: "is tr", 27: "fr gr it mc mr sm", 28: "al az by cy do gt hu lb pl", 29: "br eg ps qa ua",
        30: "jo kw mu", 31: "mt sc", 32: "lc",
    }.items()
    for country in countries.split()
}  # fmt: skip
_WITH_LETTERS = frozenset((
    "ad", "al", "az", "bg", "bh", "br", "by", "ch", "cy", "do", "fr", "gb", "ge", "gi", "gr",
    "gt", "ie", "iq", "it", "jo", "kw", "kz", "lb", "lc", "li", "lu", "lv", "mc", "md", "mk",
    "mr", "mt", "mu", "nl", "pk", "ps", "qa", "ro", "sa", "sc", "sm", "tr", "ua", "vg",
))  # fmt: skip
IBAN_LENGTHS = frozenset(_IBANS.values())
_LETTER_VALUES = str.maketrans({letter: str(int(letter, 36)) for letter in "abcdefghijklmnopqrstuvwxyz"})
_IBAN_DIGITS = 6  # at least, in those of other countries

# How a card's number begins, and how long it may be then (the longest beginning counts)
_CARDS: dict[str, tuple[int, ...]] = {
    **dict.fromkeys(("4",), (13, 16, 19)),
    **dict.fromkeys(("34", "37"), (15,)),
    **dict.fromkeys(("30", "36", "38", "39"), (14, 16, 17, 18, 19)),
    **dict.fromkeys(("22", "23", "24", "25", "26", "27", "35"), (16, 17, 18, 19)),
    **dict.fromkeys(("50", "51", "52", "53", "54", "55", "56", "57", "58"), (16, 17, 18, 19)),
    **dict.fromkeys(("6",), (16, 17, 18, 19)),
}
_DOUBLED = str.maketrans("0123456789", "0246813579")
_CODICE_ODD = dict(
    zip(
        "0123456789abcdefghijklmnopqrstuvwxyz",
        (
            *(1, 0, 5, 7, 9, 13, 15, 17, 19, 21),
            *(1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23),
        ),
        strict=True,
    )
)
_RIB_DIGITS = str.maketrans("abcdefghijklmnopqrstuvwxyz", "12345678912345678923456789")
_CCC_WEIGHTS = (1, 2, 4, 8, 5, 10, 9, 7, 3, 6)
_NIF_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2)
_SV_WEIGHTS = (2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1)


def card(number: str) -> bool:
    """A payment card: one that is issued, by its beginning and length, with its check digit."""
    lengths = _CARDS.get(number[:1]) or _CARDS.get(number[:2], ())
    if len(number) not in lengths or number.count(number[0]) == len(number):
        return False
    return _luhn(number)


def sin(number: str) -> bool:
    """Canada's social insurance: what begins with 0 or 8 is given to nobody."""
    return number[0] not in "08" and _luhn(number)


def _luhn(number: str) -> bool:
    digits = (number[-1::-2] + number[-2::-2].translate(_DOUBLED)).encode()  # faster than digit by digit
    return (sum(digits) - len(digits) * ord("0")) % 10 == 0


def iban_length(country: str) -> int:
    """Characters of an account number of that country (two letters, folded); 0 where there are none."""
    return _IBANS.get(country, 0)


def iban(number: str) -> bool:
    """A bank account, with the length and the check digits of its country."""
    country, own = number[:2], number[4:]
    if len(number) != iban_length(country):
        return False
    if country not in _WITH_LETTERS and not own.isdigit():
        return False
    if sum(map(str.isdigit, number)) < _IBAN_DIGITS:
        return False
    return int((own + number[:4]).translate(_LETTER_VALUES)) % 97 == 1


def nrb(number: str) -> bool:
    """A Polish bank account as it is written at home: an IBAN without "PL"."""
    return len(number) == 26 and int(f"{number[2:]}2521{number[:2]}") % 97 == 1


def rib(number: str) -> bool:
    """A French bank account: bank, branch, account (letters stand for digits) and key."""
    if len(number) != 23 or len(set(number)) == 1:
        return False
    digits = number if number.isdigit() else number.translate(_RIB_DIGITS)
    return digits.isdigit() and int(digits) % 97 == 0


def nib(number: str) -> bool:
    """A Portuguese bank account."""
    return int(number) % 97 == 1


def spi(number: str) -> bool:
    """Who pays taxes in France."""
    return int(number[:10]) % 511 == int(number[10:])


def ccc(number: str) -> bool:
    """A Spanish bank account: bank, branch, two check digits, account."""
    if len(number) != 20 or not number.isdigit() or len(set(number)) == 1:
        return False

    def check(digits: str) -> int:
        left: int = 11 - sum(map(mul, _CCC_WEIGHTS, map(int, digits))) % 11
        return {10: 1, 11: 0}.get(left, left)

    return (check("00" + number[:8]), check(number[10:])) == (int(number[8]), int(number[9]))


def weighted(weights: tuple[int, ...], modulus: int) -> Callable[[str], bool]:
    """A check of digits that are multiplied by these weights: the sum is a multiple of the modulus."""

    def holds(number: str) -> bool:
        return (
            len(number) == len(weights)
            and len(set(number)) > 1
            and sum(map(mul, weights, map(int, number))) % modulus == 0
        )

    return holds


bsn = weighted((9, 8, 7, 6, 5, 4, 3, 2, -1), 11)
pesel = weighted((1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1), 10)
nhs = weighted((10, 9, 8, 7, 6, 5, 4, 3, 2, 1), 11)


def nif(number: str) -> bool:
    """A Portuguese tax number."""
    if len(number) != 9 or len(set(number)) == 1:
        return False
    left = sum(map(mul, _NIF_WEIGHTS, map(int, number[:8]))) % 11
    return int(number[8]) == (0 if left < 2 else 11 - left)


def ssn(number: str) -> bool:
    """An American social security number: it has no check digit, but some are never given."""
    area, group, serial = number[:3], number[3:5], number[5:]
    return area not in ("000", "666") and area < "900" and group != "00" and serial != "0000"


def nino(number: str) -> bool:
    """A British national insurance number: some beginnings are never given."""
    return number[:2] not in ("bg", "gb", "kn", "nk", "nt", "tn", "zz")


def nir(number: str) -> bool:
    """A French social security number; Corsica's departments are 2A and 2B."""
    number = number.replace("2a", "19", 1) if number[5:7] == "2a" else number
    number = number.replace("2b", "18", 1) if number[5:7] == "2b" else number
    return len(number) == 15 and number.isdigit() and 97 - int(number[:13]) % 97 == int(number[13:])


def dni(number: str) -> bool:
    """A Spanish DNI or NIE."""
    digits = {"x": "0", "y": "1", "z": "2"}.get(number[0], number[0]) + number[1:-1]
    return len(digits) == 8 and digits.isdigit() and "trwagmyfpdxbnjzsqvhlcke"[int(digits) % 23] == number[-1]


def rijksregister(number: str) -> bool:
    """A Belgian national number: a day of birth, a count, and what is left of 97 (of those born since 2000, with a 2
    before it)."""
    if len(number) != 11 or not (int(number[2:4]) % 20 <= 12 and int(number[4:6]) <= 31):
        return False
    return int(number[9:]) in (97 - int(number[:9]) % 97, 97 - int("2" + number[:9]) % 97)


def steuer_id(number: str) -> bool:
    """A German tax identification number (ISO 7064)."""
    if len(number) != 11 or number[0] == "0":
        return False
    product = 10
    for digit in map(int, number[:10]):
        total = (digit + product) % 10 or 10
        product = total * 2 % 11
    return (11 - product) % 10 == int(number[10])


def sozialversicherung(number: str) -> bool:
    """A German social insurance number: its letter counts as two digits."""
    digits = f"{number[:8]}{ord(number[8]) - ord('a') + 1:02}{number[9:11]}"
    total = sum(sum(divmod(w * int(d), 10)) for w, d in zip(_SV_WEIGHTS, digits, strict=True))
    return total % 10 == int(number[11])


def codice_fiscale(number: str) -> bool:
    """An Italian tax code, also one whose digits became letters because two people would have the same."""
    if sum(map(str.isdigit, number)) < 3:  # else it may be a word
        return False
    even = (int(c, 36) - (0 if c.isdigit() else 10) for c in number[1:15:2])
    return chr(ord("a") + (sum(_CODICE_ODD[c] for c in number[0:15:2]) + sum(even)) % 26) == number[15]


def cpf(number: str) -> bool:
    """A Brazilian CPF: nine digits and two check digits, each of all before it."""
    if len(number) != 11 or len(set(number)) == 1:
        return False
    digits = [int(digit) for digit in number]
    return all(
        sum(digit * weight for digit, weight in zip(digits, range(end + 1, 1, -1), strict=False)) * 10 % 11 % 10
        == digits[end]
        for end in (9, 10)
    )


def ahv(number: str) -> bool:
    """A Swiss AHV number: the country's 756, and the check digit of a product's (EAN-13)."""
    return len(number) == 13 and sum(map(mul, (1, 3) * 6 + (1,), map(int, number))) % 10 == 0


def naf(number: str) -> bool:
    """A Spanish social security number: province, number, and what is left of 97."""
    province, own, check = number[:2], number[2:10], number[10:]
    whole = int(own) + int(province) * 10_000_000 if own < "10000000" else int(province + own)
    return len(number) == 12 and whole % 97 == int(check)


def niss(number: str) -> bool:
    """A Portuguese social security number; it begins with 1 or 2."""
    weighed = sum(map(mul, (29, 23, 19, 17, 13, 11, 7, 5, 3, 2), map(int, number)))
    return len(number) == 11 and number[0] in "12" and 9 - weighed % 10 == int(number[10])


def svnr(number: str) -> bool:
    """An Austrian social security number: three digits, a check digit, and a day of birth (its month may be 13)."""
    weighed = sum(map(mul, (3, 7, 9, 0, 5, 8, 4, 2, 1, 6), map(int, number)))
    day, month = int(number[4:6]), int(number[6:8])
    return len(number) == 10 and 1 <= day <= 31 and 1 <= month <= 15 and weighed % 11 == int(number[3])


def itin(number: str) -> bool:
    """An American taxpayer number: it begins with 9, and only some groups are given."""
    return (
        len(number) == 9 and number[0] == "9" and 50 <= int(number[3:5]) <= 99 and number[3:5] not in ("66", "89", "93")
    )


def kvnr(number: str) -> bool:
    """A German health insurance number: a letter and nine digits, of which the last one checks."""
    place = ord(number[0]) - ord("a") + 1
    products = map(mul, (1, 2) * 5, map(int, f"{place:02}{number[1:-1]}"))
    return len(number) == 10 and sum(product // 10 + product % 10 for product in products) % 10 == int(number[-1])


def dowod(number: str) -> bool:
    """The number of a Polish identity card: three letters and six digits, of which the first one checks."""
    weighed = sum(map(mul, (7, 3, 1, 9, 7, 3, 1, 7, 3), (int(char, 36) for char in number)))
    return len(number) == 9 and weighed % 10 == 0
