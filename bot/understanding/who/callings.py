"""The words around a name that tell whose it is: "my name is", "customer", "mother of", "dear", "thanks,".

They come from `data/people.toml`. The few words before a name are looked up as they are, without patterns, so that
even a text full of capitals costs little.
"""

import re
from functools import cache

from bot.understanding.reading import Fact
from bot.understanding.who.cues import Cue
from bot.understanding.who.kin import is_in
from bot.understanding.who.labels import cue_of_label, is_label, unlabelled
from bot.understanding.who.names import is_ordinary, is_title, key_of, words_from
from bot.understanding.wordlists import word_lists
from bot.understanding.words import fold

_NUMBERS = ("no", "nr", "n", "nº", "n°", "num", "number", "nummer", "numero", "numer", "id")
_LONGEST = 6  # words of a phrase
_BREAK = re.compile(r"[.!?]\s+|[;\n•]|\s[–—-]\s")
_DOT = re.compile(r"\b([^\W\d_.]{1,8})\.(?=\s|$)")
# Before "customer": the writer speaks of themselves
_SELF = frozenset(
    ("i'm", "im", "am", "as", "ik", "ben", "als", "bin", "suis", "soy", "como", "sono", "sou", "jestem", "jako")
)
_TICKETS = frozenset(("ticket", "escalation", "escalatie", "eskalation"))  # which customers name, too
_BOT = re.compile(
    r"\s{0,9}(?:[^\n:]{0,20}\b(?:chat)?bot\b|assistant\w*|asistente|assistente|assistent\w*|asystent\w*|virtual\w*|"
    r"[^\n:]{1,20} virtuale?|[^\n:]{1,20}\((?:bot|assistant|asistente|assistente|assistent|asystent)\))[^\n:]{0,20}:",
    re.IGNORECASE,
)
_ROLE = re.compile(r"\s?\((?:the )?([^\W\d_]{2,20})\)")
_RESPELLED = re.compile(
    r"(?<![\w@.])([A-ZÀ-ÞŁŚŻŹĆČŠŽ][\w'’-]{1,30}(?: [A-ZÀ-ÞŁŚŻŹĆČŠŽ][\w'’-]{1,30})?)[\"”»'’]?,? "
    r"(?:(?:and|en|und|et|y|e|a|i) )?(?:not|niet|nicht|non|pas|no|não|nie|instead of|in plaats van|statt|au lieu de) "
    r"[\"“„«'‘]?([A-ZÀ-ÞŁŚŻŹĆČŠŽ][\w'’-]{1,30})(?![\w@])"
)
_TURNED = re.compile(
    r"(?:not|niet|nicht|non|pas|no|não|nie) [\"“„«'‘]?([A-ZÀ-ÞŁŚŻŹĆČŠŽ][\w'’-]{1,30})[\"”»'’]?,? (?:but|maar|"
    r"sondern|mais|sino|ma|bensì|mas|tylko|lecz|ale) "
    r"[\"“„«'‘]?([A-ZÀ-ÞŁŚŻŹĆČŠŽ][\w'’-]{1,30})(?![\w@])"
)
# A part of both of them, which is found faster
_NOT_SO = re.compile(
    r"(?:not|niet|nicht|non|pas|no|não|nie|instead of|in plaats van|statt|au lieu de) [\"“„«'‘]?[A-ZÀ-ÞŁŚŻŹĆČŠŽ]"
)
_NAME_WORD = re.compile(
    r"\b(?:(?:sur|last |first |maiden |family |user)?names?|spel\w*|misspel\w*|(?:achter|voor|meisjes)?naam|gespeld|"
    r"schrijf\w*|"
    r"(?:nach|vor|familien|mädchen)?namen?|geschrieben|prénom|nom|écrit|nombre|apellidos?|cognome|nome|sobrenome|"
    r"apelido|"
    r"nazwisk\w+|imi\w+|profile?)\b",
    re.IGNORECASE,
)


# "(acct 4711", ", customer no. 4711"; behind a name in brackets also ", Leeds, customer 4711"
_IDENTIFIED = re.compile(
    r"(?: (?:uit|aus|from|of|in|te|de|di|z|ze|à|en) [^\W\d_][\w'’-]{1,20})?"
    r"\s?[,(]\s?(?P<place>[^\W\d_]{2,20}, )?(?P<what>[^\W\d_]{2,20})[ .]{0,2}"
    r"(?:no|nr|n|number|id|ref|num[ée]ro|nummer|numer)?[.º°:# ]{0,3}[\w-]{0,6}\d"
)
_PAN = re.compile(r"(?:(?<=\s)|^)p\.\s*$")  # "Mr" or "Mrs" in Polish


_PHRASES = (  # the lists that hold phrases of several words; the first that holds one tells
    ("own", Cue.OWN),
    ("relation", Cue.RELATION),
    ("subject", Cue.SUBJECT),
    ("callers", Cue.CALLER),
    ("filed", Cue.FILED),
    ("others", Cue.OTHER),
)


@cache
def _phrases() -> frozenset[str]:
    """The phrases of all these lists: most that are looked up are in none."""
    return frozenset().union(*(word_lists("people")[kind] for kind, _ in _PHRASES))


def cue_before(before: str) -> Cue:
    """What the text before a name says of it; the longest phrase that is known tells, and a sentence's end ends it."""
    if "p." in before:
        before = _PAN.sub("pani ", before)
    label = is_label(before)
    here = (unlabelled(before) if label else before).rpartition("\n")[2]
    if "." in here:
        here = _DOT.sub(lambda m: m[1] if is_title(m[1]) or fold(m[1]) in (*_NUMBERS, "cust") else m[0], here)
    here = _BREAK.split(here)[-1]
    words = [word for word in (w.strip('"“”„«»()[]<>{}*_:=.#`') for w in fold(here).split()) if word]
    if not words:
        return Cue.NOTHING
    numbered, words = words, _without_number(words)
    identified = words != numbered and words[-1] in word_lists("people")["identified"]
    titled = False
    while words and is_title(words[-1]):
        words, titled = words[:-1], True
    lists = word_lists("people")
    if label and words and (cue := cue_of_label(words)) is not None:
        return cue
    if words and words[-1].endswith(",") and words[-1][:-1] in lists["staff"] and not _is_theirs(words):
        return Cue.OTHER  # "your adviser, Ann Bell"; but "thanks, Ann Bell"
    if words[-1:] in (["a"], ["o"], ["la"], ["il"]) and words[-2:-1] and words[-2].endswith(","):
        words = words[:-1]  # "a minha filha, a Ana"
    words = _undescribed(words)
    words = [*words[:-1], *(word.removeprefix("l'") for word in words[-1:])]
    if words and words[-1].strip(",") in lists["relatives"]:
        if any(w in lists["possessives"] for w in words[-4:-1]) or _for_whom(words[:-1]):
            return Cue.RELATION
        if (label or words[-1].endswith(",")) and is_in(words[-1].strip(","), "elders"):
            return Cue.FILED  # "the mother, Ann Bell, ...", "Mother: Ann Bell"
    if words and words[-1].strip(",") in lists["acquaintances"] and _in_stead(words[:-1]):
        return Cue.RELATION
    known = _phrases()
    for count in range(min(_LONGEST, len(words)), 0, -1):
        phrase = " ".join(words[-count:])
        bare = phrase.strip(",")
        if phrase not in known and bare not in known:
            continue
        for kind, cue in _PHRASES:
            if phrase in lists[kind] or (cue is not Cue.OTHER and bare in lists[kind]):
                return cue
    if titled:
        return Cue.TITLE
    if identified:
        return Cue.SUBJECT  # "contract 4711, Ann Bell"
    return Cue.HINT if words and words[-1] in lists["hints"] else Cue.NOTHING


def _is_theirs(words: list[str]) -> bool:
    """Whether it tells of the person: "ein ehemaliger Mitarbeiter, Jo Bell", "een man aan de balie, Jo Bell"."""
    former = " ".join(words[-2:]).strip(",") in word_lists("people")["subject"]
    return former or words[-3:-2] in (["aan"], ["bij"])


def _undescribed(words: list[str]) -> list[str]:
    """Without what is said of a relative behind them: "mon frère majeur, Jo Bell"."""
    lists = word_lists("people")
    last = words[-1].strip(",") if words else ""
    described = last in lists["described"] or is_in(last, "adult")
    return words[:-1] if described and words[-2:-1] and words[-2].strip(",") in lists["relatives"] else words


def _for_whom(words: list[str]) -> bool:
    """Whether the words end with "on behalf of", so that a relative behind needs no "my": "w imieniu córki"."""
    lists = word_lists("people")
    return any(" ".join(words[-count:]) in lists["relation"] for count in (1, 2, 3)) or words[-2:] == ["w", "sprawie"]


def _in_stead(words: list[str]) -> bool:
    """Whether the words end with "on behalf of my"."""
    lists = word_lists("people")
    bare = list(words)
    while bare and bare[-1] in lists["possessives"]:
        bare.pop()
    ends = (" ".join(left[-count:]) for left in (words, bare) for count in (1, 2, 3))  # "a nome della" has "la" in it
    return any(end in lists["in_stead"] for end in ends)


def is_logged(before: str) -> bool:
    """Whether a sentence begins with "Spoke to": a colleague's note, while a customer says who spoke."""
    here = re.split(r"[.!?:;\n]\s*", _PAN.sub("", before).rstrip())[-1]
    words = fold(here).split()
    words = words[:-1] if words and is_title(words[-1]) else words
    return " ".join(words).strip(".") in word_lists("people")["spoken"]


def identified_as(before: str, after: str) -> str | None:
    """The folded word for a number of the person's behind a name, if one follows: "customer" of "Ann Bell, customer
    4711", "acct" of "(Ann Bell, Leeds, acct 5)"."""
    match = _IDENTIFIED.match(after)
    if match is None or (match["place"] and not before.endswith("(")):
        return None
    what = fold(match["what"])
    return what if what in word_lists("people")["identified"] else None


def is_customer(what: str | None) -> bool:
    """Whether such a word is of a customer, and no agent's: a "reference" can be of either."""
    return what is not None and what in word_lists("people")["subject"]


def _without_number(words: list[str]) -> list[str]:
    """Without the number, and the word for one, between a cue and a name: "customer no. 0048-2, Ann Bell"."""
    end = len(words)
    while end and any(c.isdigit() for c in words[end - 1]):
        end -= 1
    if end == len(words):
        return words
    while end and words[end - 1] in _NUMBERS:
        end -= 1
    lists = word_lists("people")
    known = end and any(words[end - 1] in lists[kind] for kind in ("subject", "callers", "filed", "identified"))
    return words[:end] if known else words  # not "note on 4711: Ann Bell"


def is_bots(line: str) -> bool:
    """Whether a line of a dialogue is the machine's, who speaks to the person: "Assistant: Thanks"."""
    return _BOT.match(line) is not None


def role_behind(after: str) -> Cue | None:
    """What the brackets behind a name say: "(agent)" is a colleague, "(mother)" acts for another."""
    match = _ROLE.match(after)
    if match is None:
        return None
    word = fold(match[1])
    if word in word_lists("people")["staff"]:
        return Cue.OTHER
    return Cue.FILED if word in word_lists("people")["relatives"] and not is_in(word, "children") else None


def names_own_kin(before: str) -> bool:
    """Whether the words before a name end with a relative of the writer's: "my late father,"; a client is none."""
    words = [word.strip(",:") for word in _undescribed(fold(before).split())][-4:]
    return bool(words) and is_in(words[-1], "relatives") and any(is_in(word, "ours") for word in words)


def is_goodbye(word: str) -> bool:
    """Whether it is the last word of "thanks" or "regards" in short."""
    return fold(word).strip(".,!") in word_lists("people")["goodbyes"]


def is_told(text: str) -> bool:
    """Whether somebody tells about somebody: then a lone given name at the end is the teller's."""
    told, mine = word_lists("people")["told"], word_lists("flags")["mine"]
    words = [key_of(match[0]) for match in words_from(text, 0, len(text), most=400)]
    about = [
        word
        for at, word in enumerate(words)
        if word in told and not _SELF.intersection(words[max(0, at - 3) : at]) and not _of_thing(words, at)
    ]
    return bool(about) and not (_TICKETS.issuperset(about) and mine.intersection(words))


def is_of_writer(folded: str) -> bool:
    """Whether writers speak of themselves in a folded text: "Mr Bell rang me", "my data"."""
    return not word_lists("people")["first_person"].isdisjoint(re.findall(r"\w+'?", folded))


def _of_thing(words: list[str], at: int) -> bool:
    """Whether "customer" only tells of what kind a thing is: "customer number", "código de cliente"."""
    things = word_lists("people")["things"]
    before = [word for word in words[max(0, at - 2) : at] if word not in ("de", "di", "do", "da", "del")]
    return bool(things.intersection((*words[at + 1 : at + 2], *before[-1:])))


def respelled(text: str, start: int, end: int) -> tuple[Fact[str], str] | None:
    """How a name should be written, and how it must not: "Bell, not Ball"."""
    if not (_NOT_SO.search(text, start, end) and _NAME_WORD.search(text, start, end)):
        return None
    for pattern, right, wrong in ((_RESPELLED, 1, 2), (_TURNED, 2, 1)):
        for match in pattern.finditer(text, start, end):
            words = match[right].split()
            if len(words) > 1 and is_ordinary(words[0]):
                words = words[1:]
            if any(is_ordinary(word) for word in (*words, match[wrong])):
                continue
            low = match.end(right) - len(words[-1]) if len(words) == 1 else match.start(right)
            return Fact(
                text[low : match.end(right)], text[low : match.end(right)], (low, match.end(right)), 0.8, "name"
            ), match[wrong]
    return None
