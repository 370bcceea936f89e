"""Which lines of a paragraph a mail server or a lawyer put there: banners ("This email originated from outside"), legal
small print. Other words may stand right above, below or between them, as HTML has no blank lines between its blocks, so
they are told sentence by sentence; a line goes only where all its sentences do."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bot.understanding.mail import lexicon
from bot.understanding.mail.lines import is_rule
from bot.understanding.wordlists import alternatives

_SPOKEN = ("en", "nl", "de", "fr", "es", "it", "pt", "pl")
_KINDS = ("banner", "disclaimer", "secret", "footer", "desk", "invite")
_FEW = 6  # words beside an address
_SURE = 2  # phrases of an invitation
_TINY = 2  # words of a sentence that says nothing by itself: "CAUTION:", "Thank you."
_LETTERS = re.compile(r"[^\W\d_]")
_AT_LIST = re.compile(r"@|://|^www\.")
_SENTENCE_END = re.compile(r"[.!?;:\])](?=\s)|[。！？](?=.)")
_BEGINNING = 5  # letters of a word by which phrases are found
_MOST_ROWS = 60  # of a paragraph; longer ones are a text, and no small print


@cache
def closings(kind: str) -> tuple[str, ...]:
    """The words of one kind in closings.toml, folded, the longest first."""
    return tuple(sorted(lexicon.phrases("closings", kind), key=len, reverse=True))


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return lexicon.pattern_of(closings(kind), r"[\w@]")


def asks(folded: str) -> bool:
    """Whether somebody asks for something, in words of the eight languages."""
    return _pattern("ask").search(folded) is not None


def asks_beyond_caution(folded: str) -> bool:
    """The same, where "please do not click" and "please excuse typos" ask for nothing that a person wants."""
    return asks(folded) and asks(_pattern("caution").sub(" ", folded))


def asks_for_somebody(folded: str) -> bool:
    """Whether somebody tells what another asks for: "she wants her account deleted", "erasure request: Ann Bell"."""
    return _pattern("they_ask").search(folded) is not None


def speaks_of_self(text: str) -> bool:
    """Whether somebody speaks of themselves, in any of the languages."""
    return _is_own(lexicon.fold(text), frozenset(_SPOKEN))


def phrases_in(rows: list[str]) -> dict[str, list[str]]:
    """The phrases of banners, small print and lists in a whole mail, whose `rows` are its lines folded. Few mails have
    any: then nothing is returned, and the paragraphs need not be looked at."""
    text = " ".join(rows)
    begun, others = _by_beginning()
    likely = [phrase for sign, phrases in others.items() if sign in text for phrase in phrases]
    for beginning in begun.keys() & {word[:_BEGINNING] for word in text.split()}:
        likely += begun[beginning]
    found = [(kind, phrase) for kind, phrase in likely if phrase in text]
    return {one: [phrase for kind, phrase in found if kind == one] for one in _KINDS} if found else {}


@cache
def _by_beginning() -> tuple[dict[str, list[tuple[str, str]]], dict[str, list[tuple[str, str]]]]:
    """These phrases with their kinds by the first letters of a word, and those that have no such word by a sign that
    stands in them. All words of a phrase but the first begin where words of the text do, and all but the last end
    there, too."""
    begun: dict[str, list[tuple[str, str]]] = {}
    others: dict[str, list[tuple[str, str]]] = {}
    for kind in _KINDS:
        for phrase in closings(kind):
            words = phrase.split()[1:]
            if words and len(words[-1]) < _BEGINNING:
                words.pop()
            if words:
                begun.setdefault(max(words, key=len)[:_BEGINNING], []).append((kind, phrase))
            else:
                others.setdefault(next((sign for sign in "/:" if sign in phrase), ""), []).append((kind, phrase))
    return begun, others


def banner_rows(phrases: list[str], rows: list[str], lines: list[str]) -> frozenset[int]:
    """The rows of a paragraph that only a mail server adds; not where its words are somebody's own."""
    if not phrases or len(rows) > _MOST_ROWS:
        return frozenset()
    sentences = list(_sentences(rows, lines))
    spoken = _languages("banner", phrases)
    for sentence in sentences:
        asked = asks_beyond_caution(sentence.words)
        # Without a stop between them, a request that a colleague tells is of one sentence with the banner
        asked = asked or asks_for_somebody(sentence.words)
        own = asked or _is_own(sentence.words, spoken) or "?" in sentence.words
        sentence.told = not own and any(phrase in sentence.words for phrase in phrases)
        sentence.fits = not own and _pattern("warning").search(sentence.words) is not None
    return _rows(sentences)


def footer_rows(phrases: list[str], desk: list[str], rows: list[str], lines: list[str]) -> frozenset[int]:
    """The rows of a paragraph that a list or a help desk adds: why somebody got a mail, and how to get no more. `desk`:
    the phrases of the latter, whose sentences may begin as anybody's do."""
    if not (phrases or desk) or len(rows) > _MOST_ROWS:
        return frozenset()
    sentences = list(_sentences(rows, lines))
    spoken = _languages("footer", phrases) | _languages("desk", desk)
    for sentence in sentences:
        words = [word for word in sentence.words.split() if not _AT_LIST.search(word)]
        asked = asks(" ".join(words))
        whole = len(words) < len(sentence.words.split()) or len(words) > _FEW
        listed = any(sentence.words.startswith(phrase) for phrase in phrases)
        by_desk = any(sentence.words.startswith(phrase) and not _asks_behind(sentence, phrase) for phrase in desk)
        begun = listed or by_desk
        # "Unsubscribe from these emails" may be anybody's wish
        said = whole and (listed or (by_desk and not asked))
        linked = len(words) <= _FEW and not asked and any(p[0] == "/" and p in sentence.words for p in phrases)
        named = sentence.first and is_rule(rows[sentence.first - 1]) and _list_named().match(sentence.words)
        told = said or linked or (named and not asked)
        own = _is_own(sentence.words, spoken) or "?" in sentence.words
        sentence.told = bool(told) and not own
        # A few words of its links stand behind it, too: "Change your notification settings"
        sentence.fits = (begun and not own) or (len(words) <= _TINY and not asked)
    return _rows(sentences)


def _asks_behind(sentence: "_Sentence", phrase: str) -> bool:
    """Whether a sentence asks for something, or tells who does, behind the phrase with which it begins."""
    return asks(sentence.words[len(phrase) :]) or asks_for_somebody(sentence.words)


@cache
def _list_named() -> re.Pattern[str]:
    return re.compile(rf"(?:[\w.'-]{{1,40}} ){{0,4}}(?:{alternatives(closings('list'))})(?=$| -| \S{{1,80}}@)")


def invite_rows(phrases: list[str], rows: list[str], lines: list[str]) -> frozenset[int]:
    """The rows of a paragraph that tell how to join a call, where a calendar put them; one phrase is anybody's."""
    if len(phrases) < _SURE or len(rows) > _MOST_ROWS:
        return frozenset()
    sentences = list(_sentences(rows, lines))
    spoken = _languages("invite", phrases)
    for sentence in sentences:
        words = [word for word in sentence.words.split() if _LETTERS.search(word) and not _AT_LIST.search(word)]
        own = asks(" ".join(words)) or _is_own(sentence.words, spoken)
        sentence.told = not own and any(sentence.words.startswith(phrase) for phrase in phrases)
        sentence.fits = not own and len(words) <= _TINY
    return _rows(sentences)


@dataclass(frozen=True, slots=True)
class SmallPrint:
    """The rows of small print in a paragraph. Where only one phrase of it was found they are none but below a sign-off,
    for one may stand in anybody's words."""

    rows: frozenset[int] = frozenset()
    sure: bool = False


def small_print(phrases: list[str], secret: list[str], rows: list[str], lines: list[str]) -> SmallPrint:
    """The small print of a paragraph; not where its words are somebody's own ("I received this message in error").

    `secret`: beginnings of words that it uses in all its forms ("confidential", "addressee"); a sentence with one that
    speaks of "this message" is small print, too, below a sign-off.
    """
    if not (phrases or secret) or len(rows) > _MOST_ROWS:
        return SmallPrint()
    spoken = _languages("disclaimer", phrases) | _languages("secret", secret)
    sentences = list(_sentences(rows, lines))
    others = [sentence for sentence in sentences if not _is_own(sentence.words, spoken)]
    found: set[str] = set()
    for sentence in others:
        said = [phrase for phrase in phrases if phrase in sentence.words]
        sentence.told = bool(said) or _is_of_lawyers(sentence.words, secret)
        found.update(said)
    told = {row for sentence in others if sentence.told for row in (sentence.first, sentence.last)}
    first = next((at for at, sentence in enumerate(others) if sentence.told), len(others))
    for at, sentence in enumerate(others):
        # What speaks of such things, too, goes with it: below it ("Please notify the sender."), and on its own line
        # above it, where it asks for nothing: "The views in this message are the author's."
        speaks = any(_pattern(kind).search(sentence.words) for kind in ("print", "excuse"))
        beside = sentence.last in told and not (asks(sentence.words) or asks_for_somebody(sentence.words))
        sentence.fits = speaks and (at > first or beside)
    return SmallPrint(_rows(sentences), len(found) > 1)


def _is_of_lawyers(words: str, secret: list[str]) -> bool:
    """Whether a sentence tells of the very mail that it is confidential, or whom it is for, and asks for nothing."""
    told = any(beginning in words for beginning in secret) and _pattern("itself").search(words) is not None
    return told and not (asks(words) or asks_for_somebody(words))


@dataclass(slots=True)
class _Sentence:
    words: str  # folded
    first: int  # its rows
    last: int
    told: bool = False  # it holds a phrase
    fits: bool = False  # it may stand beside one that does


def _rows(sentences: list[_Sentence]) -> frozenset[int]:
    """The rows of which every sentence goes, and one is told or stands right behind."""
    gone: set[int] = set()
    kept: set[int] = set()
    after = False
    for sentence in sentences:
        after = sentence.told or (after and sentence.fits)
        asked = asks(sentence.words) or asks_for_somebody(sentence.words)
        tiny = len(sentence.words.split()) <= _TINY and not asked
        rows = range(sentence.first, sentence.last + 1)
        if after:
            gone.update(rows)
        elif not tiny and not sentence.fits:
            kept.update(rows)
    return frozenset(gone - kept)


def _sentences(rows: list[str], lines: list[str]) -> Iterator[_Sentence]:
    """Sentences over the rows: a row that begins with a small letter goes on with the one above."""
    words, first = "", 0
    for at, (row, line) in enumerate(zip(rows, lines, strict=True)):
        if words and not (row and line.lstrip("> \t")[:1].islower()):
            yield _Sentence(words, first, at - 1)
            words = ""
        start = 0
        for end in [*(match.end() for match in _SENTENCE_END.finditer(row)), len(row)]:
            piece = row[start:end].strip()
            if not piece:
                continue
            first = first if words else at
            words = f"{words} {piece}" if words else piece
            start = end
            if end < len(row) or piece.endswith((".", "!", "?", "]", "。", "！", "？")):
                yield _Sentence(words, first, at)
                words = ""
    if words:
        yield _Sentence(words, first, len(rows) - 1)


def _languages(kind: str, phrases: list[str]) -> frozenset[str]:
    return frozenset().union(*(lexicon.phrases("closings", kind)[phrase] for phrase in phrases))


def _is_own(folded: str, spoken: frozenset[str]) -> bool:
    """Whether somebody speaks of themselves, as neither servers nor lawyers do. `spoken`: the languages, for "ja" is
    "I" in one, and "yes" in another."""
    if any(_of(language, "first").search(folded) for language in spoken):
        return True
    several = any(_of(language, "we").search(folded) for language in spoken)
    return several and _pattern("excuse").search(folded) is None


@cache
def _of(language: str, kind: str) -> re.Pattern[str]:
    return lexicon.pattern_of(map(lexicon.fold, lexicon.table("closings")[language].get(kind, ["\0"])))
