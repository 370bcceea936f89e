"""Wishes that say neither "my" nor "me": formal ones ("Je demande l'accès aux données", "si chiede la cancellazione"),
mails that say what they are ("Dies ist ein Auskunftsersuchen"), those that only name a right and who somebody is
("Droit d'accès, police 4711. Paul Martin"), those of people who are to be forgotten ("qu'on l'oublie"), those of
callers who want to hear a call again ("Mw. wil het gesprek van 3 maart terugluisteren"), and a yes that is taken back
("The photos of the fair: rather not").

The other readers take such words for business. Where they hear no right in a message, it is asked about.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from bot.rights import Right
from bot.understanding.rights.features import MARKS
from bot.understanding.rights.message import Message
from bot.understanding.rights.rarity import rarity
from bot.understanding.rights.verdict import ASKED, Verdict, question_about
from bot.understanding.who.looked import may_hold
from bot.understanding.wordlists import alternatives, word_lists
from bot.understanding.words import LINK, MAILBOX, Word

_RIGHTS = ("access", "erasure", "rectification", "restriction", "portability")
_NAMED = (*_RIGHTS, "objection", "opt_out_marketing", "opt_out_sale")
_MOST = 16  # words of a message that names a right and a person only
_RARE, _RARE_NAME = 7.4, 6.0  # of names in small letters, with a capital: one message in 1,600, in 400 has the word
_WORD = r"[\w'-]{1,30}"
_GAP = r"[\s,.:]{1,3}"
_AROUND = " .,;:!?\"')\n\r\t"  # signs around the last words of a sentence


def formal(message: Message, verdict: Verdict) -> Verdict | None:
    """The question about the first such wish instead of a verdict that hears no right, or None."""
    match = (
        _asked(message)
        or _declared(message)
        or _only_named(message, _names())
        or _to_be_forgotten(message)
        or _to_hear_again(message)
        or _taken_back(message)
    )
    if match is None and _only_named(message, _words("unnamed", "unnamed")):
        return replace(verdict, unsure=True)
    return question_of(match, message, verdict)


def brought(message: Message, verdict: Verdict) -> Verdict | None:
    """The question about a right that a mail says to ask for, or that a colleague names with whose it is and an
    address, which sounds like one about progress ("Inzageverzoek van Jan Vos (jan@vos.example), gisteren"), or None."""
    clauses = [heard.clause for heard in message.heard]
    if "reference" in message.marks or any(clause.question for clause in clauses):
        return None
    match = _declared(message)
    if match is None and any(word.key == MAILBOX for clause in clauses for word in clause.words):
        match = _only_named(message, _names())
    return question_of(match, message, verdict)


def taken_back(message: Message, verdict: Verdict) -> Verdict | None:
    """The question about a yes that is taken back, which sounds like a request that is ("doch nicht"), or None."""
    return question_of(_taken_back(message), message, verdict)


def with_named(message: Message, verdict: Verdict) -> Verdict:
    """What is asked about, with the one right that is said by its name among the readings: "son droit à l'oubli"."""
    if not verdict.unsure or "negation" in message.gates:
        return verdict
    named = {str(match.lastgroup) for match in _names().finditer(message.folded)}
    rights = {name for name in named if not name.endswith("_noun")}
    if len(rights) != 1 or rights <= {name for name, _ in verdict.candidates}:
        return verdict
    return replace(verdict, candidates=((rights.pop(), ASKED), *verdict.candidates))


def question_of(match: re.Match[str] | None, message: Message, verdict: Verdict) -> Verdict | None:
    """The question about the right after which the last group of a match is named, or None."""
    if match is None:
        return None
    right = Right(str(match.lastgroup).removesuffix("_noun"))
    return question_about(right, match.span(), message.text, verdict, reader="formal")


def _asked(message: Message) -> re.Match[str] | None:
    if not may_hold(message.text, "formal", "asks"):
        return None
    ends = [heard.clause.end for heard in message.heard]
    for heard, high in zip(message.heard, (*ends[1:], *ends[-1:]), strict=True):  # "bis zum 5. März" is parted
        match = _pattern().search(message.folded, heard.clause.start, high)
        if match is not None and _words("data").search(message.folded, match.start(), high):
            return match
    return None


def _declared(message: Message) -> re.Match[str] | None:
    """What a sentence says to be a request for a right, and for nothing else than data: "This is an access request"."""
    if not may_hold(message.text, "formal", "declares"):
        return None
    for heard in message.heard:
        clause = heard.clause
        match = _declaring().search(message.folded, clause.start, clause.end)
        rest = message.folded[match.end() : clause.end].strip(_AROUND) if match else ""
        if match and (not rest or _words("data").search(rest) or rest in _leads()):
            return match
    return None


def _only_named(message: Message, names: re.Pattern[str]) -> re.Match[str] | None:
    """The name of a right, as `names` tell it, where all else says who asks; a single noun, which firms use for much
    else, only where a number or somebody's name is all that stands there."""
    words = [word for heard in message.heard for word in heard.clause.words if word.key not in MARKS]
    if len(words) > _MOST or "negation" in message.gates:
        return None
    spans = [(heard.clause.start, heard.clause.end) for heard in message.heard]
    found = [match for low, high in spans for match in names.finditer(message.folded, low, high)]
    if len({match.lastgroup for match in found}) != 1:
        return None
    others = [word for word in words if not any(m.start() <= word.start < m.end() for m in found)]
    noun = str(found[0].lastgroup).endswith("_noun")
    person = any(_is_given(word, message.text) for word in others)
    if noun and not (person or any(map(_is_number, others))):
        return None
    rest = _beside_names(others, message.text)
    return found[0] if all(_says_who(word, message.text, person or not noun) for word in rest) else None


def _beside_names(words: Iterable[Word], text: str) -> Iterator[Word]:
    """The words without the capitals right behind a given name: of "Piet Vos" the surname is a common word."""
    behind = 0  # where a name ends that may go on
    for word in words:
        goes_on = 0 < word.start - behind <= 1 and text[word.start].isupper()
        if goes_on or _is_given(word, text):
            behind = word.end
        if not goes_on:
            yield word


def _says_who(word: Word, text: str, person: bool) -> bool:
    """Whether a word may be a part of a number, of an address, of what leads to one of them, or of a `person`'s name if
    one is told."""
    if word.key in (MAILBOX, LINK) or _is_number(word) or word.key in _leads():
        return True
    written = text[word.start : word.end]
    rare = _RARE_NAME if written[0].isupper() and not written.isupper() else _RARE  # not where all is shouted
    return person and (rarity(word.key) > rare or _is_given(word, text))


@cache
def _leads() -> frozenset[str]:
    """Words that say nothing of what is wanted, and no word at all."""
    return word_lists("formal")["leads"] | {""}


def _is_number(word: Word) -> bool:
    return any(char.isdigit() for char in word.key)


def _is_given(word: Word, text: str) -> bool:
    """Whether it is a given name, or the first letter of one."""
    initial = len(word.key) == 1 and text[word.start].isupper()
    return initial or word.key in word_lists("names")["first_names"]


def _to_be_forgotten(message: Message) -> re.Match[str] | None:
    for heard in message.heard if may_hold(message.text, "formal", "forgotten") else ():
        clause = heard.clause
        match = _words("forgotten", "erasure").search(message.folded, clause.start, clause.end)
        if match and not heard.has("negation"):
            return match
    return None


def _to_hear_again(message: Message) -> re.Match[str] | None:
    for heard in message.heard if may_hold(message.text, "formal", "hear_again") else ():
        clause = heard.clause
        match = _words("hear_again", "access").search(message.folded, clause.start, clause.end)
        if match and all(_words(kind).search(message.folded, clause.start, clause.end) for kind in ("calls", "wants")):
            return match
    return None


def _taken_back(message: Message) -> re.Match[str] | None:
    for heard in message.heard if may_hold(message.text, "formal", "not_wanted") else ():
        clause = heard.clause
        match = _words("not_wanted", "withdraw_consent").search(message.folded, clause.start, clause.end)
        if match and _words("pictures").search(message.folded, match.end(), clause.end):
            return match
    for heard in message.heard if may_hold(message.text, "formal", "rather_not") else ():
        clause = heard.clause
        match = _words("rather_not", "withdraw_consent").search(message.folded, clause.start, clause.end)
        if match is None or message.folded[match.end() : clause.end].strip(_AROUND) not in _leads():
            continue
        if _words("pictures").search(message.folded, clause.start, match.start()):
            return match
    return None


@cache
def _pattern() -> re.Pattern[str]:
    asks = alternatives(word_lists("formal")["asks"])
    between = rf"(?:{_GAP}{_WORD}){{0,7}}?(?:{_GAP}(?:[dl]')?)"
    return re.compile(rf"(?<!\w)(?:{asks}){between}(?:{_nouns()})(?!\w)")


@cache
def nouns_of_rights() -> re.Pattern[str]:
    """What is wanted, by a noun: "the erasure"; the group is named after the right."""
    return re.compile(rf"(?<!\w)(?:[dl]')?(?:{_nouns()})(?!\w)")


@cache
def names_of_requests() -> re.Pattern[str]:
    """What a right, or a request for it, is called in law: "right of access"; the group is named after the right."""
    lists = word_lists("formal")
    named = (f"(?P<{right}>{alternatives(lists[f'{right}_named'] | lists[f'{right}_requests'])})" for right in _RIGHTS)
    return re.compile(rf"(?<!\w)(?:{'|'.join(named)})(?!\w)")


def _nouns() -> str:
    lists = word_lists("formal")
    return "|".join(f"(?P<{right}>{alternatives(lists[right])})" for right in _RIGHTS)


@cache
def _declaring() -> re.Pattern[str]:
    lists = word_lists("formal")
    requests = "|".join(f"(?P<{right}>{alternatives(lists[f'{right}_requests'])})" for right in _RIGHTS)
    other = rf"(?!(?:{alternatives(lists['not_declared'])})(?!\w))"
    between = rf"(?:{_GAP}{other}{_WORD}){{0,5}}?{_GAP}(?:[dl]')?{joined_law()}"
    return re.compile(rf"(?<!\w)(?:{alternatives(lists['declares'])}){between}(?:{requests})(?!\w)")


@cache
def _names() -> re.Pattern[str]:
    lists = word_lists("formal")
    groups = {
        **{right: f"{right}_named" for right in _NAMED},
        **{f"{right}_noun": f"{right}_nouns" for right in _NAMED},
    }
    some = (rf"(?P<{group}>{alternatives(lists[name])})" for group, name in groups.items() if name in lists)
    return re.compile(rf"(?<!\w){joined_law()}(?:{'|'.join(some)})(?!\w)")


@cache
def joined_law() -> str:
    """A pattern of the law that may be joined to the name of a right: "AVG-inzageverzoek"."""
    return rf"(?:(?:{alternatives(word_lists('formal')['joined'])})-)?"


@cache
def _words(kind: str, right: str = "said") -> re.Pattern[str]:
    """One word of a list; the group is named after the right that it speaks for."""
    return re.compile(rf"(?<!\w)(?P<{right}>{alternatives(word_lists('formal')[kind])})(?!\w)")
