"""Affairs that are nobody's data (`data/affairs.toml`): "I withdraw my offer", "me opongo a la subida del alquiler",
"take me off the waiting list for the pottery course", "the price on the poster is wrong".

Their verbs are those of a request, and so the readers are seldom sure. Nothing is asked only where they are not sure,
the verb stands right beside such an affair, nothing is named that may be somebody's data, and what else is said asks
for nothing either.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from bot.understanding.reading import Meta
from bot.understanding.rights.combine import Chances
from bot.understanding.rights.decide import SURELY
from bot.understanding.rights.message import Message
from bot.understanding.rights.overheard import adds_nothing, read_alone
from bot.understanding.rights.verdict import Verdict
from bot.understanding.who.looked import may_hold
from bot.understanding.wordlists import alternatives, whole_words, word_lists

_LONGEST = 500  # characters
_NEAR = r"((?:\W{1,3}\w{1,20}){0,5}?\W{1,3})"  # words between the two
_ELSEWHERE = re.compile(r"://")
# What is done, and with what
_PAIRS = (
    *(("ends", "ended"), ("leaves", "left"), ("mends", "mended"), ("breaks", "broken")),
    *(("notes", "noted"), ("ignores", "ignored"), ("firms", "changed"), ("offers", "declined")),
    *(("away", "until"), ("takes", "taken"), ("joins", "joined"), ("misses", "missed"), ("bills", "miscounts")),
)
_OF_MAILS = ("away", "joins", "misses")  # which speak of mails anyway
_OPPOSITE = ("joins", "misses", "takes", "bills")  # which may be taken for a right that they have nothing to do with
_MAY_BE_MEANT = 0.4  # chance of a right from which it is asked about all the same
_FAINT = 0.1  # chance of a request up to which what else is said need not be read once more


def without_affair(chances: Chances, verdict: Verdict) -> Verdict:
    """The verdict; where nothing but an affair is spoken of, that nothing is asked for if it is unsure. A surer one is
    asked about where people say what sounds like the opposite ("I no longer get your newsletter")."""
    message, likely = chances.message, chances.asked
    if verdict.meta not in (Meta.NONE, Meta.REQUEST) or len(verdict.rights) > 1 or message.cited:
        return verdict
    if not (verdict.unsure or verdict.rights):
        return verdict
    if len(message.text) > _LONGEST or _ELSEWHERE.search(message.text):
        return verdict
    done, affair = next(_affairs(message.text, message.folded, message.languages), ("", None))
    if affair is None or (done == "joins" and "negation" in message.gates):
        return verdict
    others = (message.folded[: affair.start()], *affair.groups(""), message.folded[affair.end() :])
    if done not in _OF_MAILS and any(whole_words("affairs", "personal").search(other) for other in others):
        return verdict
    if not verdict.unsure or likely >= SURELY or max(chances.rights) >= _MAY_BE_MEANT:
        # "my access request was denied", "correct the date on my certificate"
        return replace(verdict, unsure=True) if done in _OPPOSITE else verdict
    if likely > _FAINT and _asks_besides(message, affair):
        return verdict
    candidates = tuple(each for each in verdict.candidates if each[0] != Meta.NONE.value)
    sure = round(1 - likely, 3)
    return Verdict((), Meta.NONE, sure, ((Meta.NONE.value, sure), *candidates), unsure=False)


def _asks_besides(message: Message, affair: re.Match[str]) -> bool:
    """Whether what else is said asks for something, or may do so."""
    own, text = _its_own().match(message.folded, affair.end()), message.text
    rest = f"{text[: affair.start()]} {text[own.end() if own else affair.end() :]}"
    _, beside = read_alone(rest)
    if beside.rights and all(adds_nothing(rest, fact) for fact in beside.rights):
        return False
    return beside.meta is not Meta.NONE or beside.unsure


def _affairs(text: str, folded: str, languages: Sequence[str]) -> Iterator[tuple[str, re.Match[str]]]:
    """What is done, and where it stands with what it is done with."""
    for language in languages:
        for kind, (done, thing) in ((pair[0], [f"{each}_{language}" for each in pair]) for pair in _PAIRS):
            if may_hold(text, "affairs", done) and may_hold(text, "affairs", thing):
                yield from ((kind, match) for match in _beside(done, thing).finditer(folded))


@cache
def _beside(done: str, thing: str) -> re.Pattern[str]:
    """What is done right before or behind what it is done with."""
    does, what = (alternatives(word_lists("affairs")[kind]) for kind in (done, thing))
    return re.compile(rf"(?<!\w)(?:(?:{does}){_NEAR}(?:{what})|(?:{what}){_NEAR}(?:{does}))(?!\w)")


@cache
def _its_own() -> re.Pattern[str]:
    """What else is said of it: up to a sign, or a word that goes on to something else."""
    goes_on = alternatives(word_lists("affairs")["goes_on"])
    return re.compile(rf"(?:(?! (?:{goes_on}) )[^,.;:!?\n()–—]){{0,80}}")
