"""Whether words say that something came in, or only "now", which is no day on which it did."""

from bot.understanding.replies.answers import of_arrival, phrases, plain
from bot.understanding.replies.asides import asks_back
from bot.understanding.replies.days import is_day_word, names, names_a_day
from bot.understanding.replies.short_whiles import with_whiles_told


def arrives(text: str) -> bool:
    """Whether words say that something came in, or that somebody called or wrote."""
    return of_arrival(text) or tells_of_contact(text)


def tells_of_contact(text: str) -> bool:
    """Whether words say that somebody called or wrote; no "came", which parcels do, too."""
    return any(word in phrases("calls") or word in phrases("tells_speaker") for word in plain(text).split())


def only_now(text: str) -> bool:
    """Whether a few words say "now" and no other day, and nothing of what came in: "and now?", "now Ewa Lis"."""
    return _names_only_now(text) and not arrives(text)


def asks_what_now(text: str) -> bool:
    """Whether the only day of a question is "now", and nothing came in then: "hm, and now?", "who does this now?"."""
    return asks_back(text) and _names_only_now(text) and not of_arrival(text)


def _names_only_now(text: str) -> bool:
    now = {word for phrase in phrases("now") for word in phrase.split()}
    words = plain(with_whiles_told(text)).split()
    rest = " ".join(word for word in words if word not in now)
    return len(rest.split()) < len(words) and not names_day_or_today(rest)


def names_day_or_today(text: str) -> bool:
    """Whether words name today, or some day before, be it by a short while: "10 minutes ago"."""
    said = plain(with_whiles_told(text))
    return names_a_day(said) or any(names(said, phrase) for phrase in phrases("today"))


def names_some_day(text: str) -> bool:
    """Whether a text may name a day before today, be it by its number alone: "yesterday", "the 3rd"."""
    return names_a_day(text) or any(
        is_day_word(word) and not word.isalpha() and not word.isdecimal() for word in plain(text).split()
    )
