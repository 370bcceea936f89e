"""What Slack takes, and how a text is made to fit.

The numbers are those of Slack's Block Kit reference. `WEIGHT` and what counts towards it are not documented: messages
were seen refused (`msg_blocks_too_long`) from about 13,200 characters on, where each block counted 100 to 125 more
than its text. We stay well below.
"""

import re
from typing import Any

BLOCKS_IN_MESSAGE = 50
BLOCKS_IN_VIEW = 100
HEADER = 150
TEXT = 3000  # one text object; we hold whole rich_text blocks to it, for which no limit is documented
SMALL = 2000  # one text in a context block; not documented, seen in use
CONTEXT = 10  # elements
BUTTON = 75
BUTTON_VALUE = 2000
FEW = 10  # options that radio buttons and checkboxes may have
OPTION = 75
OPTION_VALUE = 150
LABEL = 2000  # of an input, and its hint
INPUT = 3000  # characters that can be typed into a field
ID = 255  # block_id
URL = 3000
TITLE = 24  # of a modal, and its two buttons
METADATA = 3000
FALLBACK = 3000  # characters of the plain text beside the blocks ...
FALLBACK_BYTES = 3900  # ... and bytes: `chat.update` was seen to refuse more than 4,000

WEIGHT_IN_MESSAGE = 12_000
WEIGHT_IN_VIEW = 60_000  # a view may have 250 KB
BLOCK_WEIGHT = 125
ELEMENT_WEIGHT = 25  # a guess on the safe side: many small elements were refused at fewer characters

NOTHING = "–"  # stands where a text is empty: Slack refuses empty texts

_unshowable = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def clean(text: str) -> str:
    """A text as it can be shown: line breaks of one kind, and a visible mark for each control character."""
    return _unshowable.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def held(text: str, most: int, what: str) -> str:
    """A text that we wrote. Raises ValueError when it is too long: somebody has to write a shorter one."""
    if len(text) > most:
        raise ValueError(f"{what} has {len(text)} characters; Slack takes {most}")
    return text


def plain(text: str, most: int, what: str) -> dict[str, Any]:
    """A plain text object: nothing in it is formatted, linked, mentioned or turned into an emoji."""
    return {"type": "plain_text", "text": held(clean(text), most, what) if text.strip() else NOTHING, "emoji": False}
