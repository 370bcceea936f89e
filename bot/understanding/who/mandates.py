"""Who says that somebody lets them act: "Jo Bell has authorised us", "I'm his social worker".

Customers ask the staff for much, too, and the staff pass it on in nearly the same words. So who is only asked speaks
for somebody where they write to a firm that isn't theirs ("the data that you hold", "Dear Sirs").
"""

import re
from functools import cache
from itertools import islice

from bot.understanding.who.callings import cue_before
from bot.understanding.who.cues import Cue
from bot.understanding.who.deputies import asks_for_others
from bot.understanding.who.kin import held, is_in
from bot.understanding.who.looked import Looked, Signs, looked_at, signs_of
from bot.understanding.who.named import named_in
from bot.understanding.who.names import is_title
from bot.understanding.who.titled import titled_at
from bot.understanding.wordlists import alternatives, whole_words, word_lists
from bot.understanding.words import fold

_WORD = re.compile(r"[^\W\d_]+")
_AROUND = 7  # words before a verb among which "me" stands, or a word for giving
_LED = 60  # characters before a calling in which "I am" stands
_NAME = 90  # characters in which a name stands beside a verb
_BETWEEN = 3  # words between "by" or "for" and a name: "our member", "Mrs"
_MOST = 40  # verbs and callings that are looked at
_BRACKETS = re.compile(r"\s?\([^()\n]{0,60}\)$")
_BREAKS = frozenset(".,;:!?()")
_STOPS = _BREAKS - {","}
_TITLED = re.compile(r"(?<!\w)[^\W\d_]{1,9}\.? [^\n.,;:!?]{2,30}$")
_GOES_ON = re.compile(r"[^\n]{0,60}?[ ,][a-zß-ÿ]{2}")
_OF = re.compile(
    r" (?:of|for|to|van|voor|von|vom|fur|der|des|de la|del|dei|de|du|di|della|da|do|dos)(?!\w)| d(?:ell)?'|"
    r" (?=pani?a?(?!\w))"
)


def lets_act(text: str) -> tuple[int, int] | None:
    """Where a writer who asks for nothing of their own says that somebody gave them a mandate, or that helping them is
    their calling."""
    looked = looked_at(text)
    if not _signs().stand_in(looked):
        return None
    span = _by_calling(text, looked) or _by_mandate(text, looked) or _in_stead(text, looked)
    return span if span and asks_for_others(looked) else None


def _by_calling(text: str, looked: Looked) -> tuple[int, int] | None:
    """ "I'm his social worker", "the union rep for Jo Bell"; not "my social worker says"."""
    if not signs_of("flags", "helpers").stand_in(looked):
        return None
    lists = word_lists("flags")
    for match in islice(whole_words("flags", "helpers").finditer(looked.folded), _MOST):
        led = _lead().search(looked.folded, max(0, match.start() - _LED), match.start())
        between = (led["between"] if led else looked.folded[max(0, match.start() - _LED) : match.start()]).split()
        between = between if led else between[-1:]
        if not lists["mine"].isdisjoint(between):
            continue
        of = _OF.match(looked.folded, match.end())
        if of and _person_behind(text, of.end()):
            return match.span()
        start = led.start() if led else match.start()
        ahead = looked.folded[max(0, start - _LED) : start].split()[-1:]
        if not lists["whose"].isdisjoint(ahead):
            return match.span()  # "whose social worker I am", "dont je suis l'assistante sociale"
        whose = any(word in lists["whose_helper"] or word.endswith("'s") for word in between)
        if led and (whose or _is_members(looked) or _is_for_others(looked)):
            return match.span()
    return None


def _is_for_others(looked: Looked) -> bool:
    """Whether a letter to another firm is about somebody else: it says "her data", or nothing of "me"."""
    if not whole_words("flags", "to_firm").search(looked.folded):
        return False
    return held(looked)[1] or word_lists("flags")["mine"].isdisjoint(looked.parts)


def _by_mandate(text: str, looked: Looked) -> tuple[int, int] | None:
    """ "Jo Bell has authorised us", "he has asked me", "mandated by Jo Bell"; not "the customer has asked me"."""
    lists = word_lists("flags")
    if _verbs().isdisjoint(looked.parts) or not lists["reported"].isdisjoint(looked.parts):
        return None
    if not lists["empowers"].isdisjoint(looked.parts) and (acting := _to_act().search(looked.folded)) is not None:
        return acting.span()
    words = list(_WORD.finditer(looked.folded))
    for at in [at for at, word in enumerate(words) if word[0] in _verbs()][:_MOST]:
        start = _given(looked.folded, words, at)
        giver: str | None = "name"
        if start is not None:
            giver = _giver(text, looked.folded, words, start)
        elif _is_by(looked.folded, words, at) and _person_behind(text, words[at + 1].end()):
            start = at
        if start is not None and giver and _is_enough(looked, words, at, giver):
            return words[start].start(), words[at].end()
    return None


def _is_enough(looked: Looked, words: list[re.Match[str]], at: int, giver: str) -> bool:
    """Whether what the word at `at` says was given makes somebody a representative: to be asked does only in a letter
    to another firm, to be instructed by somebody who is named as well, to be authorised by any "her"."""
    word, lists = words[at][0], word_lists("flags")
    power = word in lists["authority"] or (at > 0 and words[at - 1][0] == "agent")  # "our agent authorization"
    power = power or (word in lists["empowers"] and not _for_use(words, at))
    outside = whole_words("flags", "to_firm").search(looked.folded) is not None
    if giver == "name":
        return outside or power or word in lists["instructs"]
    return (outside or (power and giver == "they")) and (held(looked)[1] or (outside and power))


def _given(folded: str, words: list[re.Match[str]], at: int) -> int | None:
    """The first word of "asked me", "nous a chargés", "hat uns Vollmacht erteilt", which has the word at `at`."""
    lists = word_lists("flags")
    before = at
    while before and at - before < _AROUND and _joined(folded, words, before - 1, _BREAKS):
        before -= 1
    ahead = [word[0] for word in words[before:at]]
    to_me = [before + there for there, word in enumerate(ahead) if word in lists["to_me"]]
    if words[at][0] in lists["authority"] or words[at][0] in lists["consents"]:
        gave = [before + there for there, word in enumerate(ahead) if word in lists["grants"]]
        behind = words[at + 1 : at + 2]
        late = bool(to_me and behind) and behind[0][0] in lists["grants"]  # "hat uns Vollmacht erteilt"
        signed = any(words[there][0] in lists["signs"] for there in gave)
        if not (signed or late or (gave and to_me)):
            return None
        return min((*gave, *to_me))
    if to_me:
        return to_me[-1]
    follows = at + 1 < len(words) and _joined(folded, words, at, _BREAKS) and words[at + 1][0] in lists["to_me"]
    return at if follows else None


def _for_use(words: list[re.Match[str]], at: int) -> bool:
    """Whether it goes on to what a firm does with data: "authorised us to use her photo"."""
    return any(is_in(word[0], "uses") for word in words[at + 1 : at + 5])


def _giver(text: str, folded: str, words: list[re.Match[str]], start: int) -> str | None:
    """Who gave it: "name", "they", or "nobody" where a sentence begins without; None where it is another."""
    lists = word_lists("flags")
    at, between = start, lists["auxiliaries"] | lists["who"] | lists["they"]
    while at and words[at - 1][0] in between and _joined(folded, words, at - 1, _STOPS):
        at -= 1
    ahead = text[max(0, words[at].start() - _NAME) : words[at].start()].rstrip(" ,\n")
    end = words[at].start() - _NAME + len(ahead) if words[at].start() > _NAME else len(ahead)
    if (bracket := _BRACKETS.search(ahead)) is not None:
        end -= len(ahead) - bracket.start()
    if _person_before(text, end):
        return "name"
    if any(word[0] in lists["they"] for word in words[at:start]):
        return "they"
    if at == 0 or not _joined(folded, words, at - 1, _STOPS):
        return "nobody"
    return "name" if _ours(words, at - 1) else None


def _person_before(text: str, end: int) -> bool:
    """Whether somebody's name ends there who is neither a colleague nor the one who is addressed."""
    begin = max(0, end - _NAME)
    low = next((low for low, high, _ in named_in(text, begin, end) if high == end), None)
    if low is None and (titled := _TITLED.search(text, begin, end)) is not None:
        span = titled_at(text, titled.start(), end)
        low = titled.start() if span is not None and span[1] == end and is_title(titled[0].split()[0]) else None
    return low is not None and cue_before(text[max(0, low - 60) : low]) is not Cue.OTHER


def _person_behind(text: str, at: int) -> int | None:
    """Where the name ends of somebody who is named there, with no more than "our member" or a title before."""
    if (titled := titled_at(text, at, at + _NAME)) is not None:
        return titled[1]
    low, high, _ = next(named_in(text, at, at + _NAME), (at, at, []))
    between = text[at:low].replace(". ", " ")
    words = fold(between).split()
    article = bool(words) and words[-1] in word_lists("flags")["articles"]  # "namens het Openbaar Ministerie"
    return high if low > at and not article and _BREAKS.isdisjoint(between) and len(words) <= _BETWEEN else None


def _is_by(folded: str, words: list[re.Match[str]], at: int) -> bool:
    """Whether a writer says that they are "authorised by": not a thing that is."""
    lists = word_lists("flags")
    if at + 1 >= len(words) or words[at + 1][0] not in lists["by"] or not _joined(folded, words, at, _BREAKS):
        return False
    begins = at == 0 or not _joined(folded, words, at - 1, _BREAKS)
    return begins or any(word[0] in lists["passive"] for word in words[max(0, at - 3) : at])


def _in_stead(text: str, looked: Looked) -> tuple[int, int] | None:
    """ "namens ons lid Jo Bell" where the text goes on; "for our member Jo Bell", or "our member Jo Bell asked", in
    a letter to another firm."""
    in_stead = signs_of("flags", "in_stead").stand_in(looked)
    for match in islice(_stead().finditer(looked.folded), _MOST) if in_stead else ():
        end = _person_behind(text, match.end())
        if end is not None and _GOES_ON.match(text, end):
            return match.span()
    lists = word_lists("flags")
    if lists["members"].isdisjoint(looked.parts) or not whole_words("flags", "to_firm").search(looked.folded):
        return None
    words = list(_WORD.finditer(looked.folded))
    for at, word in enumerate(words[:-2]):
        if word[0] in lists["for_whom"] and _ours(words, at + 2):
            return word.start(), words[at + 2].end()
        if _ours(words, at + 1) and (end := _person_behind(text, words[at + 1].end())) and _GOES_ON.match(text, end):
            return word.start(), words[at + 1].end()
    return None


def _is_members(looked: Looked) -> bool:
    words = list(_WORD.finditer(looked.folded))
    return any(_ours(words, at) for at in range(1, len(words)))


def _ours(words: list[re.Match[str]], at: int) -> bool:
    """Whether the word there is "member", with "our" before it."""
    lists = word_lists("flags")
    return words[at][0] in lists["members"] and any(word[0] in lists["ours"] for word in words[max(0, at - 2) : at])


def _joined(folded: str, words: list[re.Match[str]], at: int, breaks: frozenset[str]) -> bool:
    """Whether nothing that ends a part of a sentence stands between the word at `at` and the next."""
    return breaks.isdisjoint(folded[words[at].end() : words[at + 1].start()])


@cache
def _verbs() -> frozenset[str]:
    lists = word_lists("flags")
    return lists["empowers"] | lists["instructs"] | lists["asks_us"] | lists["authority"] | lists["consents"]


@cache
def _signs() -> Signs:
    lists = word_lists("flags")
    return Signs((*_verbs(), *lists["helpers"], *lists["in_stead"], *lists["members"]))


@cache
def _lead() -> re.Pattern[str]:
    leads = alternatives(word_lists("flags")["acting_as"])
    return re.compile(rf"(?<![\w'])(?:{leads})(?:(?<=')| )(?P<between>(?:[^\W\d_]+\.?(?:'s)? ){{0,5}})$")


@cache
def _to_act() -> re.Pattern[str]:
    verbs, acts = (alternatives(word_lists("flags")[kind]) for kind in ("empowers", "to_act"))
    return re.compile(rf"(?<!\w)(?:{verbs}) (?:[^\n!?;:]{{1,60}} )?(?:{acts})(?!\w)")


@cache
def _stead() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(word_lists('flags')['in_stead'])})(?= )")
