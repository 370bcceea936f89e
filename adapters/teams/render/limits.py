"""What Teams takes, and how a text is made to fit.

Teams says that a bot's message may have about 100 KB, and was seen to refuse cards from 40 KB on; a card in the answer
to an invoke may have less than a posted one. We stay well below all of it.
"""

import json
import re
from typing import Any

LARGEST = 28_000  # bytes of a card as JSON
SHOWN = 4  # of ours that are shown; the others stand behind "..."
SUMMARY = 200  # characters of the words in a notification
BUTTON = 75
LABEL = 500  # of a field, and its hint

NOTHING = "–"  # stands where a text is empty: it would leave a hole

_unshowable = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def clean(text: str) -> str:
    """A text as it can be shown: line breaks of one kind, a visible mark for what can't be shown, and no functions.

    Cards replace "{{DATE(...)}}" in every text; a space of no width between the braces keeps users' own as they are.
    """
    plain = _unshowable.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    while "{{" in plain:
        plain = plain.replace("{{", "{\u200b{")
    return plain


def held(text: str, most: int, what: str) -> str:
    """A text that we wrote. Raises ValueError when it is too long: somebody has to write a shorter one."""
    if len(text) > most:
        raise ValueError(f"{what} has {len(text)} characters; {most} fit")
    return text


def said(text: str, most: int, what: str) -> str:
    """A text that we wrote, as it is shown; a dash where it is empty. Raises ValueError as `held` does."""
    return held(clean(text), most, what) if text.strip() else NOTHING


def weight(content: dict[str, Any]) -> int:
    """The bytes of a card on its way."""
    return len(json.dumps(content).encode())
