"""Passwords that are told otherwise than behind a word for them: as what it was set to, before that word, or behind the
name of a user."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from bot.understanding.sensitive.others import AND
from bot.understanding.sensitive.password_words import may_be_password
from bot.understanding.sensitive.values import CLAUSE_ENDS, CLOSES, OPENS, PLAIN, SHORTEST, STOPS, is_mixed, value_at
from bot.understanding.who.looked import Named
from bot.understanding.wordlists import alternatives, word_lists

_LISTS = word_lists("sensitive")
_AROUND = 48  # characters before a word for a password
_BEYOND = 24  # and behind the password
_INTO = re.compile(
    rf"(?:(?:[ ][^\W\d_]{{1,12}}){{0,2}}[ ](?:{alternatives(_LISTS['setting'])}))?"
    rf"[ ](?P<into>{alternatives(_LISTS['into'])})[ ]{{1,3}}"
)
# "Sunshine1 is my password", "with Sunshine1 as password"
_BEFORE = re.compile(
    rf"(?:(?<=\s)|^)(?P<value>\S{{5,64}})[ ](?:{alternatives(_LISTS['as'])})[ ]"
    rf"(?:(?:{alternatives(_LISTS['mine'])})[ ])?$"
)
# "Login: ana@shop.example / Sunshine1"
_LOGIN = Named(
    _LISTS["logins"],
    rf"(?<![^\W_])(?:{alternatives(_LISTS['logins'])})"
    rf"(?:[ ](?:{alternatives(_LISTS['says'])})[ ]|[ ]?(?P<mark>[:=])\s{{0,2}})"
    r"(?P<user>[\w.+@-]{2,64})(?:[ ]?[/|,;][ ]?|(?<=[a-z]):(?=[^\s/])|(?(mark)[ ]{1,3}|(?!)))",
)
# "user ana pass Sunshine1", "u: ana p: Sunshine1"
_USER = Named(
    _LISTS["users"],
    rf"(?<![^\W_])(?:{alternatives(_LISTS['users'])})[ ]?[:=]?[ ]?(?<=[ :=])[\w.+@-]{{2,64}}[ ,;/|&+\n]{{1,3}}"
    rf"(?:{AND}[ ])?(?:{alternatives(_LISTS['passes'])})[ ]?[:=]?[ ]?(?<=[ :=])(?=\S)",
    signs=_LISTS["users"] - {"u"} | {"u:"},
)
_PROVIDERS = alternatives(_LISTS["providers"])
_ENTER = Named(
    _LISTS["enter"],
    rf"(?<![^\W_])(?:{alternatives(_LISTS['enter'])})[ ](?!(?:{_PROVIDERS})(?![^\W_]))[\w.+@-]{{2,64}}"
    r"(?:[ ]?[/|,;:][ ]?|[ ](?:and|with|en|met|und|mit|et|avec|y|con|e|com|i|z|oraz|haslem)[ ])(?=\S)",
)
_LOGINS = ((_LOGIN, True), (_ENTER, False), (_USER, False))  # what leads to it, and whether it must end its clause


def logins_in(text: str, folded: str, parts: AbstractSet[str]) -> Iterator[tuple[int, int]]:
    """Where passwords stand behind the name of a user, with no word for them."""
    for leads, ends in _LOGINS:
        for login in leads.found_in(folded, parts):
            value = value_at(text, login.end())
            if value and is_mixed(value.core) and (not ends or CLAUSE_ENDS.match(folded, value.core_end)):
                yield value.start, value.end


def turned(text: str, folded: str, name: int, end: int) -> tuple[int, int] | None:
    """Where a password stands before the word for it, which ends its clause."""
    before = _BEFORE.search(folded, max(0, name - _AROUND), name) if CLAUSE_ENDS.match(folded, end) else None
    value = value_at(text, before.start("value")) if before else None
    return (value.start, value.end) if value and is_mixed(value.core) else None


def set_to(text: str, folded: str, name: int, end: int) -> tuple[int, int] | None:
    """Where the password stands that somebody or something was given: "password set to", "changed my password to"."""
    into = _INTO.match(folded, end)
    opens = OPENS.match(folded, into.end()) if into else None
    value = value_at(text, opens.end()) if opens else None
    if into is None or value is None:
        return None
    beyond = folded[value.beyond : value.beyond + _BEYOND].split()[:1]
    around = [*folded[max(0, name - _AROUND) : name].split()[-5:], *into[0].split()]
    around += [one.strip(CLOSES + STOPS) for one in beyond]
    if _LISTS["setting"].isdisjoint(around):
        return None
    if is_mixed(value.core):
        return value.start, value.end
    ends = CLAUSE_ENDS.match(folded, value.core_end)
    if not ends and around[-1] not in _LISTS["setting"]:
        return None
    plain = folded[value.start : value.core_end]
    if into["into"] not in _LISTS["plainly"] or len(plain) < SHORTEST or not PLAIN.fullmatch(plain):
        return None
    return (value.start, value.core_end) if may_be_password([plain]) else None
