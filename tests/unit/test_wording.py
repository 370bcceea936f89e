"""The catalogues: whatever the bot can say, it can say in every language, with the same values and buttons."""

from datetime import date
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from bot.locale.__main__ import marked, template
from bot.wording import LANGUAGES, _, plural, say_date, speaking

FOLDER = Path(__file__).parents[2] / "bot" / "locale"


def _catalogue(language: str) -> Catalog:
    with (FOLDER / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)


def _texts(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, (tuple, list)) else [str(value or "")]


def _fields(text: str) -> set[str]:
    return {field for _text, field, _spec, _conversion in Formatter().parse(text) if field is not None}


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_every_text_is_translated(language: str) -> None:
    said = {_texts(message.id)[0]: message for message in _catalogue(language)}
    texts = [_texts(message.id)[0] for message in template() if message.id]
    missing = [text for text in texts if text not in said or not all(_texts(said[text].string))]
    assert len(texts) > 600
    assert not missing, f"{len(missing)} texts have no {language}: {missing[:5]}; `make wording` collects them"


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_translations_fill_in_the_same_values_and_promise_the_same_form(language: str) -> None:
    """A button or label that ends with "…" asks for more before anything happens, in every language."""

    def odd(message: Message) -> bool:
        wanted = set[str]().union(*(_fields(text) for text in _texts(message.id)))
        asks = _texts(message.id)[0].endswith("…")
        return any(
            _fields(text) | {"count"} != wanted | {"count"} or _fields(text) - wanted or text.endswith("…") != asks
            for text in _texts(message.string)
        )

    said = [message for message in _catalogue(language) if message.id and all(_texts(message.string))]
    assert [message.id for message in said if odd(message)] == []


def test_texts_are_collected_wherever_they_are_marked() -> None:
    source = (
        "hint = later('One day') if late else ''\n"
        "html = f'<p>{escape(_(\"In a page\"))}</p>'\n"
        "said = plural('{count} case', '{count} cases', 2)\n"
        "same = _(hint)\n"
    )
    assert list(marked(source)) == ["One day", "In a page", ("{count} case", "{count} cases")]


def test_an_unknown_language_falls_back_to_english() -> None:
    with speaking("xx"):
        assert _("Cancel") == "Cancel"
        assert say_date(date(2026, 4, 7), weekday=True) == "Tue 7 Apr 2026"


def test_dutch_is_spoken_and_ends_with_its_block() -> None:
    with speaking("nl"):
        assert say_date(date(2026, 4, 7), weekday=True) == "di 7 apr 2026"
        assert _("Cancel") != "Cancel"
    assert _("Cancel") == "Cancel"


def test_plurals_follow_the_count() -> None:
    assert plural("{count} day", "{count} days", 1) == "1 day"
    assert plural("{count} day", "{count} days", 3) == "3 days"
