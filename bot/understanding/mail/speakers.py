"""Whose words stand above somebody else's mail: of a person who asks for themselves, or of one who hands it on."""

import re
from functools import cache
from itertools import pairwise

from bot.understanding.language import LANGUAGES, plainly_in, scores
from bot.understanding.mail import lexicon
from bot.understanding.mail.dates import ANY_ZONE, find_date
from bot.understanding.mail.headers import Header
from bot.understanding.mail.lines import content
from bot.understanding.mail.people import ADDRESS, read_sender
from bot.understanding.reading import Sender
from bot.understanding.wordlists import alternatives, has_any

_SHORT = 25  # words of a note that may only hand a mail over
_BRIEF = 5  # words of an answer that says no more
_FEW = 40  # words of a note that passes a mail on
_LAST = 12  # lines at the end of a note in which somebody signs it
# Of what a help desk shows above a mail: "[#48213] My data - created 11/02/2026", "Queue: Privacy"
_NUMBERED = re.compile(r"\W{0,3}#\s?\d{3,}\b\s?")
_APART = tuple("]|–—-:")  # between a number and a subject
_FIELD = re.compile(r"[^\W\d_][\w /.#-]{1,24}\s?[:：]\s?\S.{0,120}")
_SIGNS = ".,:;!?()\"'\u2018\u2019\u201c\u201d"
_SHORTEST_NAME = 3  # letters of a name that tells somebody
_SMALL = 4  # letters of a word that often means something else in another language: "on" is Polish for "he"
_NUMBER = re.compile(r"\W{0,3}\d{3}")
_LOOKED_AT = 2_000  # characters of a note that tell its language
_TWICE = 2  # times as much as for the language of the line below a note


def sender_of(header: Header | None) -> Sender | None:
    """Whom a header is from; None when nobody knows."""
    if header is None or "from" not in header.fields:
        return None
    return read_sender(header.fields["from"].text, header.text("reply_to") or "", header.text("to") or "")


def hands_over(note: str) -> bool:
    """Whether a short note only hands over what stands below it: "fyi", "please see below"."""
    words = lexicon.fold(note)
    return len(words.split()) <= _SHORT and _says("handover", words)


def says_within(note: str) -> bool:
    """Whether somebody says that they answer within the words below: "see my answers below in red"."""
    return _says("within", lexicon.fold(note))


def passes_on(note: list[str], header: Header | None, *, drawn: bool) -> bool:
    """Whether a few words above a pasted mail are a colleague's, not the answer of a customer to our own mail.

    A colleague speaks of a ticket or of somebody else. An answer greets whom it answers, says yes or no, that it is
    settled, or asks for something of its own. `drawn`: help desks write so, between arrows or dashes, and what stands
    above is a colleague's unless it says otherwise.
    """
    writer, words = sender_of(header), " ".join(content(line) for line in note).strip()
    if writer is None or len(words.split()) > _FEW:
        return False
    if _is_of_desk(note):
        return True
    greeted = re.match(r"(?:\w+,? )?(\w+)\s*[,!:\n]", "\n".join(note).strip())
    greets = greeted is not None and lexicon.fold(greeted[1]) in _tokens(writer.name)
    folded = lexicon.fold(words)
    if greets or speaks_of_me(words) or _says("settled", folded) or _answer().match(folded):
        return False
    return drawn or _says_here("another", words, header) or _says_here("matter", words, header)


def _is_of_desk(note: list[str]) -> bool:
    """Whether a note is nothing but what a help desk shows of a ticket: its number, its day and its fields. Who answers
    us tells a name or a number, too, but no day first, and says what to do with their own."""
    first, *rows = [row for line in note if (row := content(line).strip())] or [""]
    if not all(map(_FIELD.fullmatch, rows)) or speaks_of_me("\n".join(rows)):
        return False
    if number := _NUMBERED.match(first):
        subject = first[number.end() :]
        dated = find_date(subject, ANY_ZONE) is not None
        return dated or ((bool(rows) or subject[:1] in _APART) and not speaks_of_me(subject))
    label = lexicon.label_at(first)
    dated = label is not None and label.role == "date" and any(map(str.isdigit, first))
    return dated and not speaks_of_me(first)


def settled(note: str) -> bool:
    """Whether a note says that nothing is wanted any more; not so where it asks, or says that this is not yet so."""
    return not _leaves_open(note) and _says("settled", lexicon.fold(note))


def only_answers(note: str, header: Header | None) -> bool:
    """Whether a note only answers what stands below it ("yes, please", "thanks!"); not so where it speaks of whoever
    wrote that ("ok, see what Jane wants"). `header`: of what stands below."""
    folded = lexicon.fold(note)
    if _leaves_open(note) or len(folded.split()) > _BRIEF or not _answer().match(folded):
        return False
    return not speaks_of(" ".join(note.split()[:-1]), sender_of(header))  # a name at the end is of whom it speaks to


def _leaves_open(note: str) -> bool:
    return "?" in note or _says("not_yet", _pattern("settled").sub(" ", lexicon.fold(note)))


def speaks_of(note: str, person: Sender | None) -> bool:
    """Whether a note names somebody whom it neither greets nor thanks: "see what Jane wants", "delete Jane's data"."""
    names = _tokens(person.name) if person else set()
    for line in note.splitlines() if names else ():
        for before, word in pairwise(line.split()):
            name = lexicon.fold(word.strip(_SIGNS)).removesuffix("'s")
            named = word.strip(_SIGNS)[:1].isupper() and not names.isdisjoint((name, name.removesuffix("s")))
            if named and before[-1] not in ",.!?:;" and lexicon.fold(before.strip(_SIGNS)) not in _to_somebody():
                return True
    return False


def asks_for_themselves(note: str, header: Header | None, below: Header | None) -> bool:
    """Whether who wrote a mail asks for something of their own above what they forward.

    `header` is their mail's, `below` that of the forwarded one. Colleagues are told by the house they write to. Who
    forwards a mail of their own first asked in that, and who speaks of somebody else asks for them.
    """
    writer = sender_of(header)
    if header is None or writer is None or writer.email is None:
        return False
    other = sender_of(below)
    if other is not None and same_person(writer, other):
        return False
    if _says_here("another", note, below):
        return False
    if not ADDRESS.search(header.text("to") or ""):  # they may be one of us, who writes to a name
        return speaks_of_me(note) and not hands_over(note)
    return not _within_house(header) and (speaks_of_me(note) or _says("to_me", lexicon.fold(note)))


def answers(words: str, header: Header | None, below: Header | None, note: list[str], outer: Header | None) -> bool:
    """Whether the words of a forwarded mail are a colleague's answer to the mail below it, which then is what counts.

    Who forwards it has written it themselves, or is of the same house: `note` and `outer` are their note and the header
    of their mail, if there is one.
    """
    writer, other, forwarder = sender_of(header), sender_of(below), sender_of(outer)
    if writer is None or other is None or same_person(writer, other) or speaks_of_me(words):
        return False
    if forwarder is None or outer is None:
        return signs(note, writer)
    if same_person(forwarder, other) or (ADDRESS.search(outer.text("to") or "") and not _within_house(outer)):
        return False
    house = forwarder.email or ""
    ours = bool(writer.email) and _same_house(house, writer.email or "")
    return signs(note, writer) or same_person(forwarder, writer) or (ours and not _same_house(house, other.email or ""))


def speaks_of_me(words: str) -> bool:
    """Whether somebody asks for something of their own: "my data", "delete me"."""
    words = lexicon.fold(words)
    if has_any(words, _mine()) and _about_me().search(words):
        return True
    return _says("for_me", words)


def _within_house(header: Header) -> bool:
    """Whether a mail went to somebody of its sender's own house."""
    writer = sender_of(header)
    to = ADDRESS.finditer(header.text("to") or "")
    return writer is not None and any(_same_house(writer.email or "", match[0]) for match in to)


def same_person(one: Sender, other: Sender) -> bool:
    """Whether two senders have the same address; or the same name, where one has no address."""
    if one.email and other.email:
        return one.email.lower() == other.email.lower()
    return bool(one.name and other.name) and _tokens(one.name) == _tokens(other.name)


def signs(note: list[str], sender: Sender) -> bool:
    """Whether a note ends with a sender's name: on a line of its own, or behind its last sentence."""
    names = _tokens(sender.name)
    for line in [content(line) for line in note if line.strip()][-_LAST:]:
        before, words = line, line.rstrip(" .*_").split()
        own = 0
        while words and lexicon.fold(words[-1].strip(",.*_-\u2013")) in names and words[-1][:1].isupper():
            own += len(words.pop()) > 1
            before = " ".join(words)
        ended = not before or before.endswith((".", "!", ",", "-", "\u2013")) or _is_closing(before)
        if own and ended and not line.endswith(","):
            return True
    return False


def _is_closing(words: str) -> bool:
    last = lexicon.bare(re.split(r"[.!?]", words)[-1])
    return last in lexicon.phrases("closings", "closing") or last in lexicon.phrases("closings", "weak")


def _tokens(name: str | None) -> set[str]:
    words = (word.strip(",.()\"'") for word in lexicon.fold(name or "").split())
    return {word for word in words if len(word) >= _SHORTEST_NAME}


def _same_house(one: str, other: str) -> bool:
    """Whether two addresses are of one domain or of a part of it."""
    if "@" not in one or "@" not in other:
        return False
    first, second = (f".{address.rpartition('@')[2].lower().rstrip('.')}" for address in (one, other))
    return first.endswith(second) or second.endswith(first)


def _says(kind: str, words: str) -> bool:
    """Whether folded words hold a phrase of a kind. A plain look comes first: patterns are slow on long texts."""
    return has_any(words, lexicon.phrases("markers", kind)) and bool(_pattern(kind).search(words))


def _says_here(kind: str, note: str, below: Header | None) -> bool:
    """Whether a note holds a phrase of a kind in a language that it may be in. Small words count in no other: they
    mean "is" or "on" there, unless they stand before a number: "caso 88421".
    """
    folded = lexicon.fold(note)
    if not _says(kind, folded):
        return False
    if _says("no_matter", folded):
        folded = _no_matter().sub(" ", folded)
    found = lexicon.phrases("markers", kind)
    small = set[str]()
    for said in _pattern(kind).finditer(folded):
        if len(said[0]) > _SMALL or _NUMBER.match(folded, said.end()):
            return True
        small.add(said[0])
    start = folded[:_LOOKED_AT]
    return any(_may_be_in(found[phrase], start, phrase, below) for phrase in small)


def _may_be_in(languages: frozenset[str], note: str, phrase: str, below: Header | None) -> bool:
    """Whether a note may be in one of the languages of a phrase: in the one it plainly is in; if none, in that of the
    line below it, or in another one that its other words speak for, and nothing for that of the line.
    """
    plain, theirs = plainly_in(note), below.languages if below else frozenset[str]()
    if plain or not theirs or languages & theirs:
        return not languages.isdisjoint(plain or theirs or languages)
    if not theirs <= set(LANGUAGES):
        return False
    for_theirs, said = scores(note), scores(note.replace(phrase, " "))
    against = max(for_theirs[language] for language in theirs)
    return against == 0 or max(said.get(language, 0.0) for language in languages) > _TWICE * against


@cache
def _mine() -> tuple[str, ...]:
    """ "my ", "mijn ": with the space behind them."""
    return tuple(f"{mine} " for mine in lexicon.phrases("markers", "mine"))


@cache
def _to_somebody() -> frozenset[str]:
    """The last words of what is said to somebody: "Dear", "thank you"."""
    said = [lexicon.phrases("markers", kind) for kind in ("greeting", "answer", "polite")]
    said += [lexicon.phrases("closings", kind) for kind in ("closing", "weak")]
    return frozenset(phrase.split()[-1] for phrases in said for phrase in phrases)


@cache
def _answer() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(lexicon.phrases('markers', 'answer'))})\s*[,.!;]")


@cache
def _no_matter() -> re.Pattern[str]:
    """Such a phrase, unless a number follows: "in case 88" speaks of that one."""
    return re.compile(rf"(?:{_pattern('no_matter').pattern})(?!\W{{0,2}}(?:n[or°º]\W{{0,2}})?\d)")


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return lexicon.pattern_of(lexicon.phrases("markers", kind))


@cache
def _about_me() -> re.Pattern[str]:
    """ "my data", "my personal data": the words of one language each."""
    pairs = []
    for kinds in lexicon.table("markers").values():
        if "mine" in kinds:
            mine, own = (alternatives(map(lexicon.fold, kinds[kind])) for kind in ("mine", "own"))
            pairs.append(rf"(?:{mine}) (?:[\w-]{{1,30}} ){{0,2}}(?:{own})")
    return re.compile(rf"(?<!\w)(?:{'|'.join(pairs)})(?!\w)")
