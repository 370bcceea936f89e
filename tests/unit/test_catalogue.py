"""The Dutch catalogue: complete in form, so that no sentence breaks when it is said."""

import string
from importlib import resources

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po


def messages() -> list[Message]:
    with resources.files("bot").joinpath("locale", "nl.po").open("rb") as file:
        return [message for message in read_po(file, locale="nl", abort_invalid=True) if message.id]


def texts(value: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value or ("",))


def names(text: str) -> set[str]:
    return {name for _before, name, _spec, _conversion in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("message", messages(), ids=lambda message: texts(message.id)[0][:40])
def test_a_translation_fills_in_the_same_values(message: Message) -> None:
    for said in texts(message.string):
        assert said, "not translated"
        assert names(said) == names(texts(message.id)[0])
        assert said.endswith("…") == texts(message.id)[0].endswith("…")
