"""Affairs that are nobody's data (`data/affairs.toml`): "I withdraw my offer", "me opongo a la subida del alquiler",
"take me off the waiting list for the pottery course", "the price on the poster is wrong".

Their verbs are those of a request, and so the readers are seldom sure. Nothing is asked only where the verb stands
right beside such an affair, nothing is named that may be somebody's data, and what else is said asks for nothing
either.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from bot.understanding.reading import Meta
from bot.understanding.rights.combine import Chances
from bot.understanding.rights.decide import SURELY
from bot.understanding.rights.overheard import read_alone
from bot.understanding.rights.verdict import Verdict
from bot.understanding.who.looked import may_hold
from bot.understanding.wordlists import alternatives, whole_words, word_lists

_LONGEST = 200  # characters
_NEAR = r"((?:\W{1,3}\w{1,20}){0,5}?\W{1,3})"  # words between the two
_ELSEWHERE = re.compile(r"@|://|\n\s*\n")
# What is done, and with what
_PAIRS = (
    *(("ends", "ended"), ("leaves", "left"), ("mends", "mended"), ("breaks", "broken")),
    *(("notes", "noted"), ("ignores", "ignored"), ("firms", "changed"), ("offers", "declined")),
)
_MAY_BE_MEANT = 0.25  # chance of a right from which it is asked about all the same
_FAINT = 0.1  # chance of a request up to which what else is said need not be read once more


def without_affair(chances: Chances, verdict: Verdict) -> Verdict:
    """The verdict; that nothing is asked for, where it is unsure and nothing but an affair is spoken of."""
    text, folded = chances.message.text, chances.message.folded
    likely = chances.asked
    if not verdict.unsure or verdict.meta not in (Meta.NONE, Meta.REQUEST) or likely >= SURELY:
        return verdict
    if max(chances.rights) >= _MAY_BE_MEANT:
        return verdict  # "my access request was denied", "correct the date on my certificate"
    if len(text) > _LONGEST or _ELSEWHERE.search(text) or chances.message.cited:
        return verdict
    affair = next(_affairs(text, folded, chances.message.languages), None)
    if affair is None:
        return verdict
    others = (folded[: affair.start()], *affair.groups(""), folded[affair.end() :])
    if any(whole_words("affairs", "personal").search(other) for other in others):
        return verdict
    if likely > _FAINT and _asks_besides(text, folded, affair):
        return verdict
    candidates = tuple(each for each in verdict.candidates if each[0] != Meta.NONE.value)
    sure = round(1 - likely, 3)
    return Verdict((), Meta.NONE, sure, ((Meta.NONE.value, sure), *candidates), unsure=False)


def _asks_besides(text: str, folded: str, affair: re.Match[str]) -> bool:
    own = _its_own().match(folded, affair.end())
    _, beside = read_alone(f"{text[: affair.start()]} {text[own.end() if own else affair.end() :]}")
    return beside.unsure or beside.meta is not Meta.NONE


def _affairs(text: str, folded: str, languages: Sequence[str]) -> Iterator[re.Match[str]]:
    for language in languages:
        for done, thing in ((f"{done}_{language}", f"{thing}_{language}") for done, thing in _PAIRS):
            if may_hold(text, "affairs", done) and may_hold(text, "affairs", thing):
                yield from _beside(done, thing).finditer(folded)


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
