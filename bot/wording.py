"""The words the bot says, in the language of whoever reads them.

English is the language of the code; other languages are gettext catalogues in ``bot/locale/<language>.po``,
read when first needed, so an edited catalogue needs no build step.

``_("...")`` says it now, ``later("...")`` only marks a text that is defined before its reader is known.
"""

import gettext
import io
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from functools import lru_cache
from importlib import resources

from babel.dates import format_date, format_datetime
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LANGUAGES = ("en", "nl")

_language: ContextVar[str] = ContextVar("language", default="en")


def later(text: str) -> str:
    """Mark a text for the catalogue; whoever shows it says ``_(text)``."""
    return text


def _(text: str, /, **values: object) -> str:
    """The text in the current language, with ``{names}`` filled in."""
    said = _catalogue(_language.get()).gettext(text) if text else ""
    return said.format(**values) if values else said


def plural(one: str, many: str, count: int, /, **values: object) -> str:
    """``one`` or ``many`` as the language's grammar has it; ``{count}`` is filled in."""
    said = _catalogue(_language.get()).ngettext(one, many, count)
    return said.format(count=count, **values)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Say everything inside in this language; one that has no catalogue falls back to English."""
    token = _language.set(language if language in LANGUAGES else "en")
    try:
        yield
    finally:
        _language.reset(token)


def current_language() -> str:
    """The language that is being spoken, ISO 639-1."""
    return _language.get()


def cut(text: str, most: int) -> str:
    """A text, visibly shortened where it is longer than so many characters."""
    return text if len(text) <= most else text[: max(most - 1, 0)].rstrip() + "…"


def begun(text: str) -> str:
    """A text as a sentence begins."""
    return text[:1].upper() + text[1:]


def say_date(day: date, *, weekday: bool = False) -> str:
    """A plain date as people write it, e.g. "7 Apr 2026" or "Tue 7 Apr 2026"."""
    pattern = "EEE d MMM y" if weekday else "d MMM y"
    return format_date(day, pattern, locale=_locale())


def say_moment(moment: datetime) -> str:
    """A moment in its own zone, e.g. "7 Apr 2026, 09:12". The caller chooses the zone."""
    return format_datetime(moment, "d MMM y, HH:mm", locale=_locale())


def _locale() -> str:
    return {"en": "en_GB"}.get(_language.get(), _language.get())


@lru_cache(maxsize=len(LANGUAGES))
def _catalogue(language: str) -> gettext.NullTranslations:
    if language == "en":
        return gettext.NullTranslations()
    source = resources.files("bot").joinpath("locale", f"{language}.po")
    with source.open("rb") as file:
        catalog = read_po(file, locale=language)
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
