"""Who says that they act for somebody: a deputy, a lawyer, a relative who names whom they write for.

"Deputy for Mrs Bell", "as solicitors for Mrs Bell", "I'm the mom of Jo Bell", "Tom's dad here", "(mother)" in a form,
"DataVanish submits this opt-out for Jo Bell".
"""

import re
from functools import cache
from itertools import chain

from bot.understanding.who.kin import is_in, is_relative, may_be_theirs, may_name_relative, only_counts
from bot.understanding.who.labels import is_askers
from bot.understanding.who.looked import Looked, looked_at, signs_of
from bot.understanding.who.names import is_given, is_ordinary, is_organisation
from bot.understanding.wordlists import alternatives, has_any, whole_words, word_lists

# "I am the daughter of", "je suis la fille de", "sono il papà di", "jestem mamą", "I am the mother and guardian of"
_RELATIVE = (
    r"(?:(?:the|de|die|der|das|la|le|el|il|lo|a|o) |l')?(?:only |oldest |eldest |youngest )?([^\W\d_]+(?:-[^\W\d_]+)?)"
    r"(?: (?:and|en|und|et|y|e|i) (?:[^\W\d_]{2,20} ){0,2}?[^\W\d_]{2,20})?"
)
_KIN_OF = re.compile(
    rf"(?<![\w'])(?:i am|i'm|im|ik ben|ich bin|je suis|soy|sono|sou|eu sou|jestem) {_RELATIVE}"
    r"(?: (?:of|van|von|vom|der|des|de|do|da|di|del|della|dell')(?![^\W\d_])| d'|(?= ))"
)
# "As the mother of", "na qualidade de mãe de"
_AS_KIN_OF = re.compile(
    r"(?<![\w'])(?:as|als|en tant que|en qualite de|como|en calidad de|come|in qualita di|in veste di|na qualidade de|"
    rf"jako) {_RELATIVE}(?: (?:of|van|von|vom|de|do|da|di|del|della|dell')(?![^\W\d_])| d')"
)
_AS_POLISH_KIN = re.compile(r"(?<![\w'])jako ([^\W\d_]+)(?= )")  # "jako matka Jana Kosa", where no "of" leads to it
# "I'm Tom's mum", "Tom's dad here", "as Tom Bell's dad", "ich bin Toms Mutter", "ik ben Tom z'n vader"
_I_AM = (
    "i am",
    "i'm",
    "im",
    "i write as",
    "writing as",
    "as",
    "this is",
    "it's",
    "ich bin",
    "hier ist",
    "ik ben",
    "hier is",
)
_HERE = ("here", "speaking", "hier")
_KIN_OF_NAMED = re.compile(
    rf"(?<![\w'])(?:(?:{'|'.join(_I_AM)}) )?(?P<who>[^\W\d_]{{2,20}}(?: [^\W\d_]{{2,20}})?)"
    rf"(?P<of>'s?|(?<=s)| z'n| zijn| d'r| haar) (?P<kin>[^\W\d_]{{2,20}})(?P<here> (?:{'|'.join(_HERE)}))?(?!\w)"
)
_SIGNS_OF_NAMED = (*(f"{sign} " for sign in _I_AM), *(f" {sign}" for sign in _HERE))  # one of both must stand there
_OF = r"(?: (?:of|for|van|voor|von|vom|fur|der|des|de la|del|de|du|di|della|da|do|dos)(?!\w)| d(?:ell)?')"
_TITLE = r"(?:[^\W\d_]{1,9}(?:\.[^\W\d_]{0,3})?(?:[ªº]\.?)? )"
_LATE = (  # "die verstorbene ", "the late "
    r"(?:(?:the|de|den|die|der|la|le|el|il|lo|a|o) )?(?:late|deceased|wijlen|overleden|verstorbene[nrs]?|feue?|"
    r"d[ée]funte?|difunt[oa]|fallecid[oa]|defunt[oa]|falecid[oa]|finad[oa]|zmarł\w{1,3}|ś\. ?p\.) "
)
_NAMED = re.compile(rf" ?(?:{_LATE})?{_TITLE}{{0,2}}[^\W\d_a-zà-öø-ÿąćęłńóśźż]")
_NAME = r"[^\W\d_a-zß-ÿ][^\W\d_]+(?:[-'’][^\W\d_]+)?"
_PERSON = re.compile(rf" ?(?:{_TITLE}{{1,2}}(?:(?:van|de|der|den|von) ){{0,2}}{_NAME}|{_NAME} {_NAME})")
_OTHER = re.compile(
    r"(?<!\w)(?:he|him|his|he's|she|she's|her|hij|hem|zijn|z'n|ze|haar|d'r|er|ihn|ihm|sein\w{0,2}|sie|ihr\w{0,2})"
    r"(?!\w)"
)
_ASKS_FOR_SELF = re.compile(
    r"(?<!\w)(?:(?:unsubscribe|delete|remove|erase|forget|take|stop [a-z]+ing|get) me|"
    r"(?:haal|verwijder|schrijf|schrap|wis) (?:mij|me)|"
    r"(?:losch\w*|nimm|nehmt|nehmen sie|entfern\w*|streich\w*) mich)(?!\w)"
)
_IN_BRACKETS = re.compile(r"\((?:the |la |le |il |a |o )?([^\W\d_]{2,20})\)")
_FIELD = re.compile(r"^[ \t*•-]{0,6}([^\n:]{3,50}?) ?: ?(?=\S)", re.MULTILINE)
_LABEL_WORD = re.compile(r"[^\W\d_]+(?:'s)?")
_TICKS = ("☒", "☑", "✓", "✔", "[x]", "(x)")
_AROUND = 60  # characters before a relative in which a label of a form stands


def speaks_for(text: str) -> tuple[int, int] | None:
    """Where somebody is called another's deputy or lawyer, or fills in a form as their mother: "deputy for",
    "(mother)", "as solicitors for Mrs Bell"."""
    looked = looked_at(text)
    if signs_of("flags", "deputies").stand_in(looked):
        for match in _deputies().finditer(looked.folded):
            if _NAMED.match(text, match.end()):
                return match.span()
    counsel = counsel_for(text)
    if counsel:
        return counsel.span()
    return (
        _for_client(text, looked)
        or _lets(looked)
        or child_of_form(text)
        or _says_kin(text, looked)
        or filled_in_by_kin(looked.folded)
        or _ticks(looked.folded)
        or _submitted(text, looked)
    )


def _for_client(text: str, looked: Looked) -> tuple[int, int] | None:
    """Where a colleague tells that a firm acts: "Finch LLP wrote for their client Tom Robb"."""
    if not signs_of("flags", "client_of").stand_in(looked):
        return None
    for match in _clients().finditer(looked.folded):
        if _PERSON.match(text, match.end()) and asks_for_others(looked):
            return match.span()
    return None


def child_of_form(text: str) -> tuple[int, int] | None:
    """Where a form that a parent filled in has a field of the child: "Parent's name: ...", "Child's name: ..."."""
    looked, lists = looked_at(text), word_lists("flags")
    if not (signs_of("flags", "parent_fields").stand_in(looked) and signs_of("flags", "child_fields").stand_in(looked)):
        return None
    parent, child = False, None
    for field in _FIELD.finditer(looked.folded):
        words = {word.removesuffix("'s") for word in _LABEL_WORD.findall(field[1])}
        parent = parent or not lists["parent_fields"].isdisjoint(words)
        child = child or (field.span(1) if not lists["child_fields"].isdisjoint(words) else None)
    return child if parent else None


def _lets(looked: Looked) -> tuple[int, int] | None:
    """Where a colleague tells that somebody came with a mandate ("tiene un poder", "con delega"), or of a relative who
    sees to everything ("the daughter handles everything for him")."""
    for kind in ("powers", *["sees_to_all"] * may_name_relative(looked)):
        if signs_of("flags", kind).stand_in(looked) and asks_for_others(looked):
            found = whole_words("flags", kind).search(looked.folded)
            if found is not None:
                return found.span()
    return None


def _ticks(folded: str) -> tuple[int, int] | None:
    """Where a form's box is ticked that says so: "[x] Legal representative"."""
    ticked = _ticked().search(folded) if has_any(folded, _TICKS) else None
    return ticked.span(1) if ticked else None


def _submitted(text: str, looked: Looked) -> tuple[int, int] | None:
    """Where a service says that it sends in somebody's wish: "DataVanish submits this opt-out for Ann Bell"."""
    if not signs_of("flags", "submits").stand_in(looked):
        return None
    for match in _submits().finditer(looked.folded):
        who = text[max(0, match.start() - _AROUND) : match.start()].split()[-1]
        if _PERSON.match(text, match.end()) and not is_ordinary(who):  # "Legal sends this request for Ann Bell"
            return match.span() if asks_for_others(looked) else None
    return None


def counsel_for(text: str) -> re.Match[str] | None:
    """Where a lawyer says for whom they act, up to that person's name: a title and a name, or two names. Not where they
    ask for what is their own.
    """
    looked = looked_at(text)
    for kind, said in (("counsel", _counsel), ("represents", _represents)):
        if not signs_of("flags", kind).stand_in(looked):
            continue
        for match in said().finditer(looked.folded):
            named = _PERSON.match(text, match.end())
            if named and not is_organisation(named[0].strip()):
                return match if asks_for_others(looked) else None
    return None


def asks_for_others(looked: Looked) -> bool:
    """Whether nothing is asked for that is the writer's own: "delete my data", "unsubscribe me"."""
    return may_be_theirs(looked) and not _ASKS_FOR_SELF.search(looked.folded)


def _says_kin(text: str, looked: Looked) -> tuple[int, int] | None:
    """Where writers call themselves a relative of somebody whom they name: "I'm the mom of Jo Bell"."""
    if not may_name_relative(looked):
        return None
    for match in chain(*(said.finditer(looked.folded) for said in (_KIN_OF, _AS_KIN_OF, _AS_POLISH_KIN))):
        if is_relative(match[1]) and _NAMED.match(text, match.end()):
            if only_counts(looked, match.end()):
                continue
            return match.span() if may_be_theirs(looked) else None
    named = kin_of_named(text)
    return named.span() if named else None


def kin_of_named(text: str) -> re.Match[str] | None:
    """The same, with the other's name ("who") first: "I'm Tom's mum", "Tom's dad here". It takes a "he" or "her" for
    them, and nothing asked for that is the writer's own.
    """
    looked = looked_at(text)
    folded = looked.folded
    if not may_name_relative(looked) or not has_any(folded, _SIGNS_OF_NAMED):
        return None  # told at once, while the pattern tries every word
    for match in _KIN_OF_NAMED.finditer(folded):
        says_so = match.start() != match.start("who") or match["here"]
        given = match["who"].partition(" ")[0]
        named = is_given(given) and (match["of"].startswith("'") or text[match.start("who")].isupper())
        told = _OTHER.search(folded, match.end()) or folded.find(f"{given} ", match.end()) >= 0
        if says_so and named and is_relative(match["kin"]) and told:
            return match if asks_for_others(looked) else None
    return None


def filled_in_by_kin(folded: str) -> tuple[int, int] | None:
    """Where somebody filled in a folded form as the mother of whom it is about: "Submitted by: Ann Bell (mother)"."""
    for match in _IN_BRACKETS.finditer(folded):
        if match[1] in word_lists("people")["relatives"] and not is_in(match[1], "children"):
            line = folded[max(0, match.start() - _AROUND) : match.start()].rpartition("\n")[2]
            label = line.rpartition("|")[2].partition(":")[0].strip()
            if is_askers(label):
                return match.span(1)
    return None


@cache
def _deputies() -> re.Pattern[str]:
    """A deputy's calling with the "of" behind it; Polish needs none: "opiekun prawny pana"."""
    callings = alternatives(word_lists("flags")["deputies"])
    return re.compile(rf"(?<!\w)(?:{callings})(?:{_OF}| (?:pana|pani)(?!\w)|(?<=urator|amentu|prawn[ya])(?= ))")


@cache
def _clients() -> re.Pattern[str]:
    lists = word_lists("flags")
    for_whom, whose, clients = (alternatives(lists[kind]) for kind in ("for_whom", "whose_client", "client_of"))
    return re.compile(rf"(?<!\w)(?:{for_whom}){_OF}? (?:{whose}) (?:{clients})(?=,? )")


@cache
def _ticked() -> re.Pattern[str]:
    callings = alternatives(word_lists("flags")["counsel"] | word_lists("flags")["deputies"])
    return re.compile(rf"(?:[☒☑✓✔]|\[x\]|\(x\)) {{0,2}}(?:[^\W\d_]+(?:/[^\W\d_]+)? ){{0,3}}?({callings})(?!\w)")


@cache
def _submits() -> re.Pattern[str]:
    lists = word_lists("flags")
    submits, these, wish, for_whom = (alternatives(lists[k]) for k in ("submits", "these", "submitted", "for_whom"))
    between = r"(?:[^\W\d_]+(?:-[^\W\d_]+)? ){0,3}?"
    return re.compile(
        rf"(?<=\w )(?:{submits}) {between}(?:{these}) {between}(?:{wish}) {between}(?:{for_whom}){_OF}?(?=\W)"
    )


@cache
def _represents() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(word_lists('flags')['represents'])})(?= )")


@cache
def _counsel() -> re.Pattern[str]:
    """What a lawyer says: "as solicitors for". Of others' lawyers a text only tells."""
    callings, leads = (alternatives(word_lists("flags")[kind]) for kind in ("counsel", "acting_as"))
    engaged = r"(?: (?:instructed|retained|engaged|mandated|appointed) by(?!\w)| acting for(?!\w))"
    return re.compile(rf"(?<!\w)(?:{leads})(?:(?<=')| )(?:{callings})(?:{_OF}|{engaged}|(?<=[mkya])(?= pani?a?(?!\w)))")
