"""Where a text tells a bank account in two numbers, neither of which has check digits: a British sort code and an
account, a German Bankleitzahl and a Kontonummer. Each alone may be anything; together, by their names, they go."""

import re
from collections.abc import Iterator

from bot.understanding.sensitive.numbers import Cut
from bot.understanding.wordlists import has_any

_NAME = "bank account number"
_REACH = 60  # characters between the bank's number and the account's
_IS = r"[ ]?[.:#=]{0,2}[ \t]{0,4}(?:(?:is|ist|lautet)[ ])?"
_ENDS = r"(?![\w]|[.,/-][0-9])"
_NUMBER = r"(?:[ ]?-?(?:number|no|num|nr|nummer))?\.?"
# The bank, by its name; its number; the account, by its name; that behind a bank's number needs none
_SORT = re.compile(r"(?<![^\W_])(?:sort[ -]?code|s/c)(?![^\W_])")
_SORT_NUMBER = re.compile(rf"(?<![\w.,/-])[0-9]{{2}}(?P<apart>[ -]?)[0-9]{{2}}(?P=apart)[0-9]{{2}}{_ENDS}")
_ACCOUNT = re.compile(rf"(?<![^\W_])(?:account|acct|acc|a/c){_NUMBER}{_IS}(?P<number>[0-9]{{4}}[ ]?[0-9]{{4}}){_ENDS}")
_BESIDE = re.compile(rf"[ ,/]{{1,3}}(?P<number>[0-9]{{8}}){_ENDS}")
_BLZ = re.compile(r"(?<![^\W_])(?:blz|bankleitzahl)(?![^\W_])")
_BLZ_NUMBER = re.compile(rf"(?<![\w.,/-])[0-9]{{3}}[ ]?[0-9]{{3}}[ ]?[0-9]{{2}}{_ENDS}")
_KONTO = re.compile(rf"(?<![^\W_])(?:konto|kto)\.?{_NUMBER}{_IS}(?P<number>[0-9](?:[ ]?[0-9]){{3,9}}){_ENDS}")
_KINDS = (
    (("sort", "s/c"), _SORT, _SORT_NUMBER, _ACCOUNT),
    (("blz", "bankleitzahl"), _BLZ, _BLZ_NUMBER, _KONTO),
)


def accounts_in(folded: str) -> Iterator[Cut]:
    """The accounts of a text that was folded by `words.fold`, two cuts each."""
    for signs, names, banks, accounts in _KINDS:
        if not has_any(folded, signs):
            continue
        for name in names.finditer(folded):
            low, high = max(0, name.start() - _REACH), name.end() + _REACH
            bank = banks.search(folded, name.end(), name.end() + 24) or banks.search(folded, low, name.start())
            if bank is None:
                continue
            account = _BESIDE.match(folded, bank.end()) or accounts.search(folded, low, high)
            if account is not None:
                yield Cut(*bank.span(), _NAME)
                yield Cut(*account.span("number"), _NAME)
