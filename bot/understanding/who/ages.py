"""How old somebody is said to be: a child, or a grown-up ("I am 15", "our son (9)"). Ages are in years."""

import re
from functools import cache

from bot.understanding.who.deputies import filled_in_by_kin
from bot.understanding.who.kin import is_in
from bot.understanding.who.labels import is_askers
from bot.understanding.who.looked import WORD, Looked, Signs, looked_at, signs_of
from bot.understanding.who.names import is_given
from bot.understanding.who.roles import may_name_parent, of_parent
from bot.understanding.wordlists import alternatives, word_lists
from bot.understanding.words import fold

_OLD = (
    r"(?:(?:years?|yrs?)[ -]old|years? of age|y/?o\b|jaar oud|jaar\b|jarige?\b|jahre alt|jahre\b|jahrige?\w?\b|ans\b|"
    r"anos\b|anni\b|lat\b|letni\w{0,3}\b)"
)
_UNITS = (
    r"(?:months|weeks|days|times|euros?|hours|minutes|miles|maanden|weken|dagen|keer|uur|minuten|tage|wochen|monate|"
    r"stunden|mal|jours|mois|fois|dias|meses|veces|horas|giorni|mesi|volte|ore|vezes|dni|tygodni|razy)"
)
_NOT_FOR_YEARS = r"(?! \w{1,12} anos(?!\w))"  # "há 12 anos" is "for 12 years"; an Italian "ha 12 anni"
_AGE = re.compile(
    r"\((?:aged? |age: ?)?(?P<a>\d{1,2})\s?!?(?: jaar| jahre| ans| anos| anni| lat| years(?: old)?| yo)?[),]"
    rf"|(?<!\w)(?:turned|turns|is|he's|she's|aged|age|just|ist|est|ha{_NOT_FOR_YEARS}|tem|ma|only|pas|erst|werd|wurde)"
    r"(?:\s(?:only|just|still|now|pas|nog maar|nu|erst|gerade|jetzt|noch))?\s(?P<b>[1-9]\d?|"
    rf"[a-z]{{3,12}})(?!\w|[.,/-]\d| ?%| {_UNITS})"
    rf"|(?<!\w)(?P<c>\d{{1,2}})[ -]?{_OLD}"
    r"|\((?P<e>[^\W\d_][^()\d\n,]{1,40}), ?(?P<f>[1-9]\d?)[,)]"
    r"|(?<!\w)(?:lat|wiek|alter|leeftijd|edad|eta|idade) ?:? ?(?P<d>\d{1,2})(?![\w/-]|[.,]\d)"
)
_GOES_ON = (
    r"(?=\s?(?:[,.;!)\n]|$|(?:and|so|but|en|dus|maar|und|aber|et|mais|y|pero|e|ma|mas|i|wiec|ale|please|pls|plz|aub|svp|"
    r"bitte|por favor|per favore|prosze|want|wil|will|veux|quiero|voglio|quero|chce|delete|remove|erase|verwijder|"
    r"losch\w*|supprim\w*|efface\w*|borr\w*|elimin\w*|cancell\w*|apag\w*|usun\w*)(?![\w-])))(?![.,]\d)"
)
# What the writer says of themselves: "I am 16 and", "im 16, so", "ich bin 15 Jahre alt"; not "I am 15 years a
# customer", nor German's "im 10. Bezirk"
_OWN = re.compile(
    r"(?<!\w)(?:(?:i am|i'm|im(?= \d\d(?!\.))|ik ben|ich bin)(?: only| just| pas| nog maar| erst)?"
    r" (?P<is>\d{1,2}|[a-z]{4,12})"
    r"(?: (?:years? old|years? of age|yrs? old|y/?o|jaar oud|jaar|jahre alt|jahre))?"
    r"|(?:j'?ai|tengo|ho|tenho|mam)(?: seulement| solo| apenas| dopiero| tylko)? (?P<has>\d{1,2}|[a-z]{4,12})"
    rf" (?:ans|anos(?: de edad| de idade)?|anni|lat)){_GOES_ON}"
)
_OF_SELF = frozenset(
    ("am", "m", "im", "ben", "bin", "ai", "jai", "tengo", "ho", "tenho", "mam")
)  # one is in any of these
# What a colleague says of who asks: "the customer is 14 years old and wants"
_CUSTOMERS = (
    *("customer", "caller", "user", "client", "requester", "data subject", "subscriber", "klant", "beller", "belster"),
    *("gebruiker", "gebruikster", "kund", "kunde", "kundin", "anrufer", "anrufere", "anruferin", "nutzer", "nutzere"),
    *("nutzerin", "benutzer", "benutzere", "benutzerin", "cliente", "utilisateur", "utilisatrice", "usuario"),
    *("usuaria", "utente", "utilizador", "utilizadora", "klient", "klienta", "klientk", "klientka", "uzytkownik"),
    "uzytkowniczka",
)
_CUSTOMER = re.compile(
    rf"(?<!\w)(?:{alternatives(_CUSTOMERS)})(?: [^\W\d_]{{2,20}}){{0,3}}?[ ,(]{{1,2}}"
    rf"(?:is|ist|a|tiene|ha{_NOT_FOR_YEARS}|tem|ma)(?: only| just| pas| nog maar| erst)? "
    r"(?P<is>\d{1,2}|[a-z]{4,12})"
    rf"(?: (?:years? old|years? of age|yrs? old|y/?o|jaar oud|jaar|jahre alt|jahre|ans|anos|anni|lat))?{_GOES_ON}"
)
_CUSTOMER_SIGNS = Signs(_CUSTOMERS)
# "I am a minor", which a relative who acts for one never says
_MINOR = re.compile(
    r"(?<!\w)(?:(?:i am|i'm|im)(?: still| only)? (?:a minor|under ?age|under 18)|ik ben (?:nog )?minderjarig|"
    r"ich bin (?:noch )?minderjahrig|je suis (?:encore )?mineure?|(?:soy|aun soy) menor(?: de edad)?|"
    r"sono (?:ancora )?minorenne|sou (?:ainda )?menor(?: de idade)?|"
    r"jestem (?:jeszcze )?niepelnoletni\w?)(?![\w-]| (?:que|de) \d)"
)
_MINORS = ("minor", "under", "underage", "minderjarig", "minderjahrig", "mineur", "mineure", "minorenne", "menor")
_MINOR_SIGNS = Signs((*_MINORS, "niepelnoletni*"))
_FIELD_AGE = re.compile(
    r"(?:^|[\n|;])[ \t]{0,9}(?P<label>[^\W\d_][^\d\n:|;,(]{1,40}):[ \t]{1,9}[^\n:|;,(]{2,60}[,(] ?"
    r"(?:(?:aged?|age|lat|l\.|wiek|alter|leeftijd|edad|eta|idade):? (?P<a>\d{1,2})(?!\w|[./-]?\d)|"
    rf"(?P<b>\d{{1,2}})[ -]?{_OLD})"
)
_YEARS_OLD = re.compile(rf"\d{{1,2}}[ -]?{_OLD}")
ADULT = 18
_YOUNGEST = 4
_START = 4  # letters
_GROWN = re.compile(r"(?:[2-9]\d|1[89]|100)")
_AGED = re.compile(
    r"[(,]\s?(?:aged?\s|age: ?)?(?P<a>\d{2,3})\s?(?:[),.;]|$|years?|jaar|jahre|ans|anos|anni|lat)"
    r"|(?<!\w)(?:is|aged|age|ist|est|tiene|ha|tem|ma|wurde|werd|turned|turns)\s(?P<b>\d{2,3})(?![\d/-]|[.,]\d)"
    rf"|(?<!\d)(?P<c>\d{{2,3}})[ -]?{_OLD}"
)
_BORN = re.compile(
    r"(?<!\w)(?:born|birth|dob|geboren|geboorte\w*|geb|geburt\w*|nee?|naissance|nacid[oa]|nacimiento|nat[oa]|nascit\w*|nascid[oa]|"
    r"nasciment\w*|urodz\w*|ur)\b[^\n]{0,25}?\b(?P<year>19\d\d)\b"
)
_ARTICLE = re.compile(r"(?:\bart\w*|§|section|lid|abs\w*)\.?\s{0,2}[\d\s,.()a-z]{0,12}$")
_DAY = re.compile(r"\b(?:den|dem|der|am|zum|vom|the|le|el|il|dnia)\s$")
_SENTENCE_ENDS = re.compile(r"(?<=\w{4})[.!?]\s|\n\s*\n")  # not behind "Mr."
_BEFORE, _AFTER = 60, 14  # characters around a number that tell whose years it counts
_NEAR = 5  # words before a thing among which one may tell of its holder
_FOR_YEARS = re.compile(r" anos(?!\w)")
_THING_BEHIND = re.compile(rf"[ -]?{_OLD}[ -](?P<thing>[a-z]+)")
_UP_TO = r"(?:-|to|tot|t/m|bis|a|al|ai|aos|do)"
_UP_TO_BEFORE = re.compile(rf"(?<!\d)\d{{1,2}} ?{_UP_TO} ?$")
_UP_TO_BEHIND = re.compile(rf" ?{_UP_TO} ?\d{{1,2}}(?!\d)")
_AROUND = 60  # characters around a relative in which their age stands


def age_of_asker(text: str) -> tuple[int, int] | None:
    """Where writers tell that they are under age themselves, or a colleague or a form that a minor asks, or that
    somebody asks for one."""
    return own_age(text) or _age_of_customer(looked_at(text)) or _age_in_form(looked_at(text))


def own_age(text: str) -> tuple[int, int] | None:
    """Where writers tell that they are under age themselves."""
    looked = looked_at(text)
    if not _OF_SELF.isdisjoint(looked.parts) and _may_tell_age(looked):
        for match in _OWN.finditer(looked.folded):
            if is_young(match["is"] or match["has"]):
                return match.span()
    minor = _MINOR.search(looked.folded) if _MINOR_SIGNS.stand_in(looked) else None
    return minor.span() if minor else _at_school(looked)


def _at_school(looked: Looked) -> tuple[int, int] | None:
    """Where writers tell to which class they go: "I'm in year 8"."""
    lists = word_lists("flags")
    if not signs_of("flags", "classes").stand_in(looked) or not lists["grown_at_school"].isdisjoint(looked.parts):
        return None
    match = _attends().search(looked.folded)
    return match.span() if match else None


@cache
def _attends() -> re.Pattern[str]:
    attends, classes, of = (alternatives(word_lists("flags")[kind]) for kind in ("attends", "classes", "of_no_class"))
    return re.compile(
        rf"(?<!\w)(?:{attends}) (?:the |der |die |het |la |il |el |o )?(?:{classes})(?!\w)(?! (?:{of})(?!\w))"
    )


def _age_of_customer(looked: Looked) -> tuple[int, int] | None:
    """Where a colleague tells that who asks is under age."""
    if not _CUSTOMER_SIGNS.stand_in(looked) or not _may_tell_age(looked):
        return None
    return next((match.span() for match in _CUSTOMER.finditer(looked.folded) if is_young(match["is"])), None)


def _age_in_form(looked: Looked) -> tuple[int, int] | None:
    """Where a form or a colleague tells the age of a minor who asks or for whom is asked: "Caller: Ann Bell, aged
    14"."""
    if ":" not in looked.folded or not has_young_number(looked):
        return None
    for match in _FIELD_AGE.finditer(looked.folded):
        if is_askers(match["label"].strip()) and is_young(match["a"] or match["b"]):
            return match.start("label"), match.end()
    return None


def age_of_child(text: str) -> tuple[int, int] | None:
    """Where the age of a child is told, in a text that speaks of one or of its parents; "my 14-year-old" speaks of
    one itself."""
    looked = looked_at(text)
    if not has_young_number(looked) and word_lists("flags")["numbers"].isdisjoint(looked.parts):
        return None
    folded = looked.folded
    if not (_may_speak_of_child(looked) or _YEARS_OLD.search(folded)):
        return None  # told at once, while the pattern tries every word
    children: bool | None = None  # whether it speaks of any is only asked where there is an age
    for match in _AGE.finditer(folded):
        said = match["a"] or match["b"] or match["c"] or match["d"] or match["f"]
        if match["e"] and not is_given(match["e"].split()[0]):
            continue  # "(Main Street, 15)"
        before = folded[max(0, match.start() - 20) : match.start()]
        if not is_young(said) or _ARTICLE.search(before) or _of_other(folded, match.start(match.lastgroup or 0), said):
            continue
        if match["c"] and is_in((before.split() or [""])[-1], "ours"):
            return match.span()
        children = _speaks_of_child(text) if children is None else children
        if children:
            return match.span()
    return None


def _speaks_of_child(text: str) -> bool:
    """Whether it names a child, or the parents of one."""
    looked = looked_at(text)
    if of_parent(text) is not None or filled_in_by_kin(looked.folded) is not None:
        return True
    words = looked.words
    around = ["", *words, ""]
    return any(
        is_in(word.removesuffix("'s"), "children")
        and not (word == "kind" and (is_in(around[at], "kindly") or is_in(around[at + 2], "kindly")))
        for at, word in enumerate(words)
    )


def _may_speak_of_child(looked: Looked) -> bool:
    """The same at once, by single words: whether it may."""
    return may_name_parent(looked) or not word_lists("people")["relatives"].isdisjoint(looked.parts)


def _may_tell_age(looked: Looked) -> bool:
    """Whether a number of a minor's years may stand there, or a word begin with one: "sixteenand"."""
    return has_young_number(looked) or not _numbers_begin().isdisjoint([part[:_START] for part in looked.parts])


def has_young_number(looked: Looked) -> bool:
    """Whether a number of a minor's years may stand there."""
    return any(map(is_young, looked.small_numbers))


@cache
def _numbers_begin() -> frozenset[str]:
    return frozenset(number[:_START] for number in word_lists("flags")["numbers"])


def is_young(said: str) -> bool:
    """Whether a number, in digits or in a word, can be a minor's age."""
    return _YOUNGEST <= int(said) < ADULT if said.isdigit() else said in word_lists("flags")["numbers"]


def _of_other(folded: str, at: int, said: str) -> bool:
    """Whether the years said there are no child's of the writer's: those since when somebody is a customer ("há 12
    anos"), of a thing ("my car is 10 years old"), or of the pupils of a school ("de 6 à 10 ans")."""
    behind = folded[at + len(said) : at + len(said) + _AFTER]
    before = _SENTENCE_ENDS.split(folded[max(0, at - _BEFORE) : at])[-1].rpartition("\n")[2]
    if before.endswith("ha ") and _FOR_YEARS.match(behind):
        return True
    if _UP_TO_BEFORE.search(before) or _UP_TO_BEHIND.match(behind):
        return True
    called = _THING_BEHIND.match(folded, at + len(said))
    if called is not None and is_in(called["thing"], "aged"):
        return True  # "my 15-year-old car"
    ahead = WORD.findall(before)
    while ahead and is_in(ahead[-1], "lasts"):
        ahead.pop()
    thing = bool(ahead) and is_in(ahead[-1], "aged")
    return thing and not any(is_in(word, kind) for word in ahead[-_NEAR:] for kind in ("holders", "children"))


def no_age(text: str, low: int, high: int) -> bool:
    """Whether a number in the words heard is of a thing, and no age: "is a Pixel 8"."""
    heard = fold(text[low:high])
    numbers = re.findall(r"\d+", heard)
    told = next((m for m in re.finditer(r"\w+", heard) if is_young(m[0]) and not is_in(m[0], "ours")), None)
    if told is not None:
        start = max(0, low - _BEFORE)
        if _of_other(fold(text[start : high + _AFTER]), low - start + told.start(), told[0]):
            return True
    if len(numbers) > 1 or (numbers and heard[-1:].isdigit() and re.match(r"[ ./-]?\d", text[high : high + 2])):
        return True  # "is 339 0127 8"
    if not heard[-1:].isdigit() and not re.search(r"\d\W*\w{1,3}$", heard[-12:]):
        return False
    if re.match(rf"[^\n]{{0,2}}{_OLD}", fold(text[high : high + 12])) or any(
        is_in(w, "children") for w in WORD.findall(heard)
    ):
        return False
    named = re.split(r"\d", heard)[0]
    between = WORD.findall(named)[1:]
    return not named.endswith(", ") and any(word not in word_lists("flags")["barely"] for word in between)


def grown_up(text: str, low: int, high: int) -> bool:
    """Whether the words heard are of a grown-up ("guardian of Mr Cole (81)", "my son, 25,"), or of an article of the
    law, or of a day ("bis zum 9. März")."""
    start = max(0, low - 30)
    folded = fold(text[start : high + _AROUND])
    at = low - start
    heard = folded[at : at + high - low]
    if any(c.isdigit() for c in heard):
        first = re.split(r"\d", heard)[0]
        if _ARTICLE.search(folded[:at] + first) or _DAY.search(first):
            return True
    sentence = _SENTENCE_ENDS.split(folded[at:])[0]
    if any(is_in(word, "guardians") for word in WORD.findall(heard)):  # "my brother (34, I'm his guardian)"
        sentence = _SENTENCE_ENDS.split(fold(text[max(0, low - 2 * _AROUND) : low]))[-1] + sentence
    for match in _AGED.finditer(sentence):
        if _GROWN.fullmatch(match["a"] or match["b"] or match["c"]):
            return True
    if _BORN.search(sentence):
        return True
    adults = word_lists("flags")["adult"]
    behind = [m[0] for m in WORD.finditer(sentence)]
    ahead = [m[0] for m in WORD.finditer(folded[:at])][-1:]
    return any(word in adults for word in (*ahead, *behind[: 6 if sentence.startswith(heard) else 40]))
