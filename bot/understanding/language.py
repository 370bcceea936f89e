"""Which of eight languages a text is in, by its small words and its letters."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TypeAlias

from bot.understanding.wordlists import word_lists
from bot.understanding.words import ADDRESS, fold_text

LANGUAGES = ("en", "nl", "de", "fr", "es", "it", "pt", "pl")

_SMALL_WORDS = {
    "en": "the and to of you your i my is it that this for with have has are was be not do on can "
    "please we what from would all any me at will but about her his they he she hi dear thanks "
    "who how where when by as if or an no been did want our there which",
    "nl": "de het een en van ik je u mijn is dat dit niet met voor hebben heeft op te zijn wat er aan "
    "ook graag wil uw jullie jij maar bij ben hij zij ze wij kunnen kan worden wordt naar om als "
    "nog uit over hoe wie waar geen mij me deze die dan of hoi beste groet zou mag al meer",
    "de": "der die das und ich sie mein meine ist nicht mit fur haben hat auf zu ein eine von wir ihr "
    "ihre ihnen bitte wie was wer aus bei dem den des mir mich auch noch nach an im sind kann "
    "konnen werden wird uber es oder als dass um kein keine hallo mehr einen einer seine meiner",
    "fr": "le la les des et je vous mon ma mes est ne pas que qui pour avec dans sur une un de du ce "
    "cette vos votre nous il elle sont ai avez bonjour merci plus au aux par se en y a cela tout "
    "toutes tous sans leur quelles quel ses son",
    "es": "el la los las de y que en un una por para con mi mis no es se su sus lo como mas del al me "
    "le les ustedes quiero hola gracias esta este tienen tengo he han sobre todo todos sin ha "
    "usted les cuando donde quien porque solo",
    "it": "il lo la i gli le di e che in un una per con mi mio mia miei mie non si e' del della dei "
    "delle al alla ho avete vi ci sono come piu vorrei buongiorno grazie questo questa dal nel "
    "su anche da o se ha vostro vostra quali tutti tutto ai voi",
    "pt": "o a os as de e que em um uma por para com meu minha meus minhas nao se do da dos das no na "
    "nos eu voces voce ao aos mais como foi tem sobre ola obrigado obrigada quero gostaria sao "
    "todos tudo isso esta pelo pela ou sem ha os seus seu",
    "pl": "i w na z do nie sie ze jest to o mnie moje moj moja moich prosze po za od jak co czy dla "
    "przez ktory panstwo panstwa ale byc mam mi jestem dzien dobry tego te tym jako a lub oraz "
    "zgodnie chce moim juz moze wszystkie ma dane danych",
}
# What stands in texts of a language, with the signs of which one is in it (none: it may be in any text)
_LETTERS = (
    ("pl", "ąćęńśźżł", re.compile(r"[ąćęńśźż]|ł"), 2.0),
    ("de", "ßäü", re.compile(r"[ß]|[äü]"), 1.2),
    ("pt", "ãõç", re.compile(r"[ãõ]|ção|ções"), 2.5),
    ("es", "ñ¿¡ó", re.compile(r"[ñ¿¡]|ción\b"), 2.0),
    ("fr", "êîôœ'’", re.compile(r"[êîôœ]|\b[dljqcns]['’](?=[aeiouhéêà])"), 1.0),
    ("it", "ìò'’", re.compile(r"\b(?:dell|all|nell|un|l|sull|dall)['’]|[ìò]\b"), 1.0),
    # With its vowels first, since in every text it's looked for; the next one has a letter before it, too
    ("nl", "", re.compile(r"(?:ij|aa|ee|oo|uu)(?<=\w..)[bcdfgklmnprst].?", re.DOTALL), 0.25),
)
_WORD = re.compile(r"[^\W\d_]+")
_MOST = 6_000  # characters looked at
_PLAIN = 1.5  # from here on the small words tell


_Index: TypeAlias = dict[str, tuple[tuple[str, ...], float]]


@lru_cache(maxsize=1)
def _index() -> _Index:
    """The languages of each small word, and how much it speaks for one of them."""
    return _of_words({language: small.split() for language, small in _SMALL_WORDS.items()})


@lru_cache(maxsize=1)
def _desk_words() -> _Index:
    """The same of the words of a desk's notes."""
    return _of_words(word_lists("desk_words"))


def is_small(word: str) -> bool:
    """Whether it is one of the small words of a language, which stand in most of its texts."""
    return word in _index()


def _of_words(by_language: Mapping[str, Iterable[str]]) -> _Index:
    index: dict[str, list[str]] = {}
    for language, words in by_language.items():
        for word in set(words):
            index.setdefault(word, []).append(language)
    return {word: (tuple(languages), 1.0 / len(languages)) for word, languages in index.items()}


def scores(text: str) -> dict[str, float]:
    """How much speaks for each language; a word that several languages share counts less. Addresses of mail say
    nothing: ".it" is no English word, ".com" no Portuguese one.
    """
    text = text[:_MOST]
    if "@" in text:
        text = ADDRESS.sub(" ", text)
    found = dict.fromkeys(LANGUAGES, 0.0)
    words = _WORD.findall(fold_text(text))
    _count(words, _index(), found)
    lowered = text.lower()
    there = set(lowered)
    for language, signs, letters, weight in _LETTERS:
        if not signs or not there.isdisjoint(signs):
            found[language] += weight * min(12, len(letters.findall(lowered)))
    if 0 < max(found.values()) < _PLAIN:  # where none speaks, all lexicons read
        _count(words, _desk_words(), found)
    return found


def _count(words: Iterable[str], index: _Index, found: dict[str, float]) -> None:
    for word in filter(index.__contains__, words):
        languages, share = index[word]
        for language in languages:
            found[language] += share


def languages_in(text: str) -> tuple[str, ...]:
    """The languages whose lexicons should read the text: the likeliest, those close to it, and English."""
    return _near(scores(text))


def plainly_in(text: str) -> tuple[str, ...]:
    """The language of which a text plainly is; none where its words are too few, or another's as well."""
    first, *others = sorted(scores(text).items(), key=lambda found: -found[1])
    return () if first[1] < max(_PLAIN, 2 * others[0][1]) else (first[0],)


def spoken(text: str) -> tuple[str, tuple[str, ...]]:
    """The likeliest language (ISO 639-1; English when nothing speaks for any), and those whose lexicons should read."""
    found = scores(text)
    return max(LANGUAGES, key=lambda language: found[language]), _near(found)


def _near(found: dict[str, float]) -> tuple[str, ...]:
    top = max(found.values())
    if top < _PLAIN:
        near = [language for language in LANGUAGES if found[language] >= top]
    else:
        near = [language for language in LANGUAGES if found[language] >= max(1.0, 0.4 * top)]
    return tuple(dict.fromkeys([*near, "en"]))
