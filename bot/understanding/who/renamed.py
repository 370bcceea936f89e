"""The name somebody is to have from now on, where an old one is told beside it: "change Ann Bell to Ann Hill"."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import islice, pairwise

from bot.understanding.reading import Fact, MailReading, Zone
from bot.understanding.who.alike import same_person
from bot.understanding.who.callings import respelled
from bot.understanding.who.names import is_ordinary
from bot.understanding.wordlists import alternatives, holds, word_lists
from bot.understanding.words import fold, fold_text

MOST = 20_000  # characters of a message in which spellings are looked for
_FARTHEST = 60  # characters between the two names
_MARKS = re.compile(r"[\"'“”„«»:,()]")
_BEGIN = 3  # and of a surname
_TRIES = 20  # times a surname is looked at
_CAPITAL = re.compile(r"(?<!\w)[A-ZÀ-ÞŁŚŻŹĆČŠŽ][^\W\d_]{2,30}(?![\w'’@])")
_CAPITAL_BEFORE = re.compile(r"(?<!\w)[A-ZÀ-ÞŁŚŻŹĆČŠŽ][\w'’.-]{0,20} $")
_SURNAME = re.compile(
    r"(?:(?:van|de|der|den|von|da|dos|di) ){0,2}[^\W\d_a-zß-ÿ][\w'’-]{1,30}(?: [^\W\d_a-zß-ÿ][\w'’-]{1,30})?"
)
_WORDS = 6  # before and behind two names, in which a word for changing stands
_LEAST = 4  # letters with which two spellings of a word begin alike


def renamed(text: str, names: Sequence[Fact[str]]) -> list[Fact[str]]:
    """Of the names of a text, in their order, those that are said to be right instead of the one before."""
    found = []
    for old, new in pairwise(names):
        between = text[old.span[1] : new.span[0]]
        if len(between) > _FARTHEST or old.value == new.value or not _alike(old.value, new.value):
            continue
        words = fold(_MARKS.sub(" ", between)).split()
        if _leads(words) and (words[-1] not in word_lists("addresses")["towards"] or _changes(text, old, new)):
            found.append(new)
    return found


def _changes(text: str, old: Fact[str], new: Fact[str]) -> bool:
    """Whether a word for changing stands beside "Ann Bell to Ann Hill"; else she may have given the other something."""
    before = fold(text[max(0, old.span[0] - _FARTHEST) : old.span[0]]).split()[-_WORDS:]
    after = fold(text[new.span[1] : new.span[1] + _FARTHEST]).split()[:_WORDS]
    return any(holds("addresses", "change", word.strip(".,:;!?\"'()")) for word in (*before, *after))


def _leads(words: list[str]) -> bool:
    """Whether the words between the names end with "to", "must be" or "moet zijn"."""
    lists = word_lists("addresses")
    if len(words) == 1 and words[0] in lists["towards"]:
        return True
    return any(" ".join(words[-count:]) in lists["must"] for count in (1, 2, 3)) or " ".join(words) in lists["rightly"]


def _alike(one: str, other: str) -> bool:
    """Whether two names share a word, and the rest of it begins alike or is another surname."""
    first, second = fold(one).split(), fold(other).split()
    return first[0] == second[0] or (first[-1] == second[-1] and first[0][:_LEAST] == second[0][:_LEAST])


def corrected(mail: MailReading, fact: Fact[str] | None) -> Fact[str] | None:
    """The name as it should be written, if that is the ask: "it must be Bell, not Ball"."""
    for span in mail.zones:
        if span.zone is not Zone.BODY:
            continue
        found = respelled(mail.text, span.start, min(span.end, span.start + MOST))
        if found is None:
            continue
        right, wrong = found
        if fact is None:
            return right
        words = fact.value.split()
        if wrong in right.value.split():
            return right if same_person(right.value, fact.value) else fact  # "I am Ann Bell-Hill, not Ann Bell"
        if wrong in words:
            value = " ".join(right.value if word == wrong else word for word in words)
        elif len(words) == 1 and words[0] != right.value and " " not in right.value:
            value = f"{fact.value} {right.value}"
        else:
            return fact
        return Fact(value, fact.quote, fact.span, fact.confidence, fact.reader)
    return _with_surname(mail, fact)


def _with_surname(mail: MailReading, fact: Fact[str] | None) -> Fact[str] | None:
    """The name with the surname that is to stand instead of it: "change Bell to Hill", "Ann McLoud. It's McLeod"."""
    if fact is None or " " not in fact.value:
        return fact
    given, _, surname = fact.value.rpartition(" ")
    if (told := _told_surname(mail)) is not None:
        return Fact(f"{given} {told}", fact.quote, fact.span, fact.confidence, fact.reader)
    for span in mail.zones:
        at = mail.text.find(surname, span.start, span.end) if span.zone is Zone.BODY else -1
        for _ in range(_TRIES):
            if at == -1:
                break
            new = _instead(mail.text, at, at + len(surname), span.end)
            if new is not None:
                return Fact(f"{given} {new}", fact.quote, fact.span, fact.confidence, fact.reader)
            at = mail.text.find(surname, at + len(surname), span.end)
    return fact


def _told_surname(mail: MailReading) -> str | None:
    """The surname that somebody is said to have now: "my surname is now Moura Teles"."""
    for span in mail.zones:
        if span.zone is Zone.BODY:
            body = mail.text[span.start : min(span.end, span.start + MOST)]
            match = _surname_now().search(fold_text(body))
            named = _SURNAME.match(body, match.end()) if match and len(fold_text(body)) == len(body) else None
            if named and not is_ordinary(named[0]):
                return named[0]
    return None


@cache
def _surname_now() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(word_lists('addresses')['surname_now'])}):? ")


def _instead(text: str, low: int, high: int, end: int) -> str | None:
    """The word that is to stand instead of the surname at text[low:high]."""
    surname = text[low:high]
    for match in islice(_CAPITAL.finditer(text, high, min(end, high + _FARTHEST)), 3):
        words = fold(_MARKS.sub(" ", text[high : match.start()])).replace(".", " ").split()
        if match[0] == surname or is_ordinary(match[0]):
            continue
        if fold(match[0])[:_BEGIN] == fold(surname)[:_BEGIN] and _leads(words):
            return match[0]
        before = fold(text[max(0, low - _FARTHEST) : low]).split()
        alone = not _CAPITAL_BEFORE.search(text, max(0, low - 30), low)
        if alone and len(words) == 1 and words[0] in word_lists("addresses")["towards"]:
            return match[0] if any(holds("addresses", "change", word) for word in before[-5:]) else None
    return None
