"""What few words say of a customer or of their wish that answers no question: "only the newsletter", "she's a minor".

The words stand in `data/answers.toml`.
"""

import re
from functools import cache
from itertools import pairwise

from bot.rights import Right
from bot.understanding.language import languages_in
from bot.understanding.replies.answers import found, in_own_words, longest, of_arrival, phrases, plain, speaks_of
from bot.understanding.replies.days import is_day_word
from bot.understanding.replies.dropping import drops_first
from bot.understanding.replies.named_rights import named, parts_of
from bot.understanding.replies.pieces import pieces
from bot.understanding.rights.features import seen
from bot.understanding.wordlists import word_lists

LONGEST_TOLD = 400  # characters of words that tell what somebody wants
FAR_FROM_WISH = 6  # words before "wants" in which it is said who does
FIRST_WORDS = 3
THEIRS_WITHIN = 4  # words
MOST_OF_HEAD = 8  # words before a customer's own
_ONLY_QUOTE = re.compile(r"\s*[\"“„«][^\"“”„«»]{12,}[\"”“»]\s*")
_HEAD = re.compile(r"\s*[^:\n\"“„«]{3,80}(?=[:\n\"“„«])")
_SO = re.compile(r"\bso\b", re.IGNORECASE)  # no Portuguese "só": "ja, passt so"
_DELETE = "DELETE"
_WISHES = frozenset(
    (_DELETE, "SEE", "SEND", "TELL", "COPY", "EXPORT", "CORRECT", "FREEZE", "UNSUBSCRIBE", "SELL", "OBJECT")
)
SHORT = 80  # characters of words that only say how somebody feels


def narrows(text: str) -> bool:
    """Whether a text says that something is meant of it only, or all but something: "only the newsletter"."""
    text = _SO.sub(" ", text)
    return speaks_of(text, "narrows") and not speaks_of(text, "no_limit")


def names_part(text: str) -> bool:
    """Whether of all that is held a text names a part, and not the whole: "delete my phone number", "take the photo of
    her off the website", but not "delete my account and all photos"."""
    words = [word.removeprefix("l'").removeprefix("d'") for word in plain(_without_kept(text)).split()]
    if any(word in phrases("the_whole") and not _counts_part(words, at) for at, word in enumerate(words)):
        return False
    tells = phrases("says_so")  # "her number is 4711"
    return any(
        one in phrases("a_part") and other not in tells and not any(map(str.isdecimal, other))
        for one, other in pairwise([*words, ""])
    )


def deletion_apart(text: str) -> str:
    """Of a text that wants several things, the part that wants something deleted: "delete my photo" of "send me all my
    data and delete my photo". Any other text as it is."""
    kept, ours, others = list[str](), False, False
    languages = [(language,) for language in languages_in(text)]
    for part in parts_of(text):
        wishes = {seen(word, language).name for word in plain(part).split() for language in languages} & _WISHES
        if wishes:
            ours = _DELETE in wishes
            others = others or not ours
        if ours:
            kept.append(part)
    return ", ".join(kept) if kept and others else text


def _counts_part(words: list[str], at: int) -> bool:
    """Whether a word says that it is all of a part: "all her photos"."""
    behind = words[at + 1 : at + FIRST_WORDS]
    return words[at] in phrases("every", "asides") and not phrases("a_part").isdisjoint(behind)


def _without_kept(text: str) -> str:
    """The same without what is to stay: "delete my reviews but leave the account"."""
    parts = pieces(text) if len(text) <= LONGEST_TOLD else [text]
    return " , ".join(part for part in parts if not _keeps(part))


def keeps_something(text: str) -> bool:
    """Whether a short text says that something is to stay: "ah no, she says keep the points"."""
    return len(text) <= LONGEST_TOLD and not phrases("keeps").isdisjoint(plain(text).split())


def _keeps(part: str) -> bool:
    return not phrases("keeps").isdisjoint(plain(part).split()[:FIRST_WORDS])


def says_old_and_new(text: str) -> bool:
    """Whether an answer says what something is, and what it should be: "old: Calle 1, new: Calle 2"."""
    return speaks_of(text, "instead_of") or (speaks_of(text, "old") and speaks_of(text, "new_one"))


def tells_of_them(text: str) -> bool:
    """Whether a text begins as one that tells what somebody is or does: "es menor de edad"."""
    words = plain(text).split()
    return any(" ".join(words[:n]) in phrases("tells_of_them") for n in range(1, longest("tells_of_them") + 1))


def begins_sorry(text: str) -> bool:
    """Whether a text begins with an apology, and goes on: "perdón, es Ana Díez"."""
    words = plain(text).split()
    return any(" ".join(words[:n]) in phrases("apology") for n in range(1, min(longest("apology") + 1, len(words))))


def begins_with_theirs(text: str) -> bool:
    """Whether a text begins with something of somebody who is known: "I have her email now"."""
    return not word_lists("flags")["theirs"].isdisjoint(plain(text).split()[:THEIRS_WITHIN])


def begins_with_number(text: str) -> bool:
    """Whether a text begins with a customer who is called by their number: "klant 99812 wil ook een kopie", "and
    customer no. 4412 wants ..."."""
    words = plain(text[:LONGEST_TOLD]).split()
    at = next((n for n, word in enumerate(words[: FIRST_WORDS + 1]) if word.isdecimal()), 0)
    return not phrases("customers").isdisjoint(words[:at])


def of_minor(text: str) -> bool:
    """Whether a few words about somebody say that they are not of age."""
    return speaks_of(text, "of_minor")


def somebody_wants(text: str) -> bool:
    """Whether a colleague tells, of a call to themselves perhaps, what somebody else wants: "a customer called me, she
    wants ...", "one of my clients wants ..."."""
    words = plain(text[:LONGEST_TOLD]).split()
    wants, whoever, pronouns = word_lists("people")["wants"], phrases("whoever"), word_lists("people")["pronouns"]
    for at, word in enumerate(words):
        before = words[max(0, at - FAR_FROM_WISH) : at] if word in wants else ()
        if before and not (whoever.isdisjoint(before) and pronouns.isdisjoint(before[-2:])):
            return True
    begins = not (whoever | phrases("parents")).isdisjoint(words[:FIRST_WORDS])
    return begins and not in_own_words(text)  # "A father calls: his son ..."


def says_own_name(text: str, name: str) -> bool:
    """Whether a colleague begins with their own name before they speak of a customer: "Ann Bell here from sales, my
    customer ..."."""
    first, _name, behind = text[:LONGEST_TOLD].partition(name)
    here = plain(behind).split()[:1]
    introduced = bool(here) and here[0] in phrases("introduced")
    return introduced and len(first.split()) < FIRST_WORDS and not phrases("whoever").isdisjoint(plain(behind).split())


def has_none(text: str) -> bool:
    """Whether a few words say that there is no name, address or number of somebody: "no email", "ohne Telefon"."""
    denial = phrases("not") | phrases("nothing_at_all")
    words = [word if word in denial else word.rpartition("'")[2] for word in plain(text).split()]  # "pas d'adresse"
    nothing = denial.intersection(words[:3])
    known = denial | phrases("no") | phrases("fillers") | phrases("identifiers")
    return bool(nothing) and bool(phrases("identifiers").intersection(words)) and all(word in known for word in words)


def is_birthday(text: str) -> bool:
    """Whether a few words tell when somebody was born, and nothing else: "dob 3/5/1980", "geb. 3.5.1980"."""
    words = plain(text).split() if len(text) <= SHORT and any(map(str.isdecimal, text)) else []
    said = {word for phrase in phrases("of_birth") for word in phrase.split()}
    beside = phrases("fillers") | phrases("beside_day") | phrases("says_so")
    known = (word in said or word in beside or is_day_word(word) or not any(map(str.isalpha, word)) for word in words)
    return bool(found(words, "of_birth")) and all(known)


def wants_none(text: str) -> bool:
    """Whether a few words say that something is not wanted, and don't say what: "no, he doesn't want it"."""
    words = plain(text).split()
    said = (phrases("not"), word_lists("people")["wants"] | phrases("wants_bare"))
    known = said[0] | said[1] | phrases("fillers") | phrases("no")
    return all(one.intersection(words) for one in said) and known.issuperset(words) and named(text) is None


def of_mood(text: str) -> bool:
    """Whether a few words say how somebody feels, and nothing else: "he is very angry"."""
    words = plain(text).split() if len(text) <= SHORT else []
    beside = phrases("beside_mood") | phrases("fillers") | phrases("says_who") | phrases("beside_day")
    moods = [word for word in words if word in phrases("mood")]
    return bool(moods) and all(word in moods or word in beside for word in words)


def behind_all(text: str) -> str | None:
    """What a short text says of all at once: of "all three want to be deleted", or of "delete both", the other words.
    None where it neither begins nor ends so."""
    words = text.split() if len(text) <= SHORT else []
    known = phrases("all") | phrases("both") | phrases("each_of_all")
    for n in range(min(len(words) - 1, longest("each_of_all")), 0, -1):
        if plain(" ".join(words[:n])) in known:
            return " ".join(words[n:])
        if plain(" ".join(words[-n:])) in known:
            return " ".join(words[:-n])
    return None


def takes_place(text: str) -> bool:
    """Whether an answer says that a wish is another one, or a smaller one, rather than one more: "she'd rather have a
    copy", "only the newsletter"."""
    denied = any(speaks_of(text, kind) for kind in ("not", "nothing_at_all", "may_stay"))
    return narrows(text) or says_instead(text) or denied


def stops_besides(text: str, told: object) -> bool:
    """Whether an answer tells that marketing is to stop, and its "no longer" is of that, not of an earlier wish: "he no
    longer wants the newsletter either"."""
    if told != (Right.OPT_OUT_MARKETING,) or narrows(text) or says_instead(text) or speaks_of(text, "may_stay"):
        return False
    others = {one[0] for one in map(named, text.split()) if one is not None} - {Right.OPT_OUT_MARKETING}
    return not others


def begins_reply(text: str) -> bool:
    """Whether a text begins by saying that a customer replies, or how they feel, and their words follow, or is a quote
    and nothing else: "she replied: I was born in Leeds", "klant reageert net: ..."."""
    if _ONLY_QUOTE.fullmatch(text[:LONGEST_TOLD]):
        return True
    head = _HEAD.match(text)
    words = plain(head[0]).split() if head is not None and text[head.end() :].strip(" \n:\"'“„«") else []
    if len(words) > MOST_OF_HEAD or not phrases("speakers").isdisjoint(words):
        return False
    return any(word in phrases("replies_now") or word in phrases("mood") for word in words)


def drops_a_part(text: str) -> bool:
    """Whether a part of a short text drops a matter, and names no wish: "she writes: forget it, I stay", but not "una
    copia e cancellare"."""
    return any(drops_first(part) and named(part) is None for part in parts_of(text))


def says_instead(text: str) -> bool:
    """Whether an answer says in so many words that a wish is another one now: "she'd rather have a copy"."""
    return speaks_of(text, "in_place")


def of_absence(text: str) -> bool:
    """Whether an answer says that somebody of the house was not there, and nothing of what came in: "I was off on
    Monday"."""
    return speaks_of(text, "away") and not of_arrival(of_one_time(text))


def of_one_time(text: str) -> str:
    """A text without the words that may speak of any time: "since", "day"."""
    return " ".join(word for word in plain(text).split() if word not in phrases("of_any_time"))


def of_way(text: str) -> bool:
    """Whether a few words say on which way something came in, and nothing else: "oh and it was by phone"."""
    words = plain(text).split() if len(text) <= SHORT else []
    ways = [word for word in words if word in phrases("ways")]
    return bool(ways) and all(word in ways or word in _beside_way() for word in words)


@cache
def _beside_way() -> frozenset[str]:
    kinds = ("channels", "fillers", "beside_day", "polite", "apology", "between", "arrival", "calls", "aside", "also")
    words = {word for kind in kinds for phrase in phrases(kind) for word in phrase.split()}
    return frozenset(words) | phrases("beside_off", "asides")
