"""Whoever is named in a short text: in full, by a given name alone, or by a surname behind a title."""

from itertools import takewhile

from bot.understanding.replies.answers import phrases, plain
from bot.understanding.where.places import is_place
from bot.understanding.who.alike import same_person
from bot.understanding.who.names import is_given, is_ordinary, is_organisation, is_title
from bot.understanding.words import ADDRESS, fold
from flows.slots.names import LONGEST_NAMED, ONE, OWNS, PARTICLES, named_in


def given_in(text: str) -> list[str]:
    """The given names in a short text, by their capitals."""
    words = ONE.findall(ADDRESS.sub(" ", text)) if len(text) <= LONGEST_NAMED else ()
    words = [OWNS.sub("", word) for word in words]
    return [word for word in words if word[:1].isupper() and is_given(word) and not is_ordinary(word)]


def titled_in(text: str) -> list[str]:
    """The surnames behind a title in a short text: "mw Bakker", "dhr De Wit"."""
    found, words = list[str](), [word.strip(",;:!?()") for word in text.split()] if len(text) <= LONGEST_NAMED else []
    for at, word in enumerate(words[:-1]):
        rest = takewhile(lambda one: one[:1].isupper() or one in PARTICLES, words[at + 1 :])
        if is_title(fold(word)) and (name := " ".join(rest)) and name[-1].isalpha() and words[at + 1][:1].isalpha():
            found.append(name)
    return [name for name in found if name.split()[-1][:1].isupper()]


def people_named(text: str) -> list[str]:
    """The different people whom a short text names in full, each once: no firm, nor whom somebody comes from: "Bo Berg
    of Berg Flowers"."""
    people = list[str]()
    for name in named_in(text):
        before = plain(text[: text.find(name)]).split()
        belongs = bool(people) and bool(before) and before[-1] in phrases("comes_from")
        if is_organisation(name) or is_place(name) or belongs or any(same_person(name, other) for other in people):
            continue
        people.append(name)
    return people
