"""Block Kit as we use it: every object that the desk sends, with what Slack requires, allows and limits.

After the reference at docs.slack.dev/reference/block-kit. Objects that we never send are faults here.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from tests.slack_kit.shapes import (
    Check,
    both,
    flag,
    many,
    matching,
    one_of,
    only_true,
    shape,
    text,
    typed,
    whole,
)

ID = text(255)


def plain(most: int) -> Check:
    """A text object that may not be formatted."""
    return typed(plain_text=shape({"text": text(most)}, {"emoji": flag}))


def formatted(most: int) -> Check:
    """A text object of either kind."""
    return typed(
        plain_text=shape({"text": text(most)}, {"emoji": flag}),
        mrkdwn=shape({"text": text(most)}, {"verbatim": flag}),
    )


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_link(value: str) -> bool:
    return urlsplit(value).scheme in ("http", "https", "mailto")


URL = matching(_is_link, "a link", 3000)
DAY = matching(_is_day, "a date like 2026-03-24", 10)
USER = matching(lambda value: bool(re.fullmatch(r"[UW][A-Z0-9]+", value)), "the id of a user", 40)
MOMENT = matching(lambda value: bool(re.search(r"\{[a-z_]+\}", value)), "a format of dates", 200)

CONFIRM = shape(
    {"title": plain(100), "text": formatted(300), "confirm": plain(30), "deny": plain(30)},
    {"style": one_of("primary", "danger")},
)
OPTION = shape({"text": plain(75), "value": text(150, blank=True)}, {"description": plain(75)})
BOX_OPTION = shape({"text": formatted(75), "value": text(150, blank=True)}, {"description": formatted(75)})

PART = text(3000, blank=True)  # of rich text; no limit is documented

# -- rich text --------------------------------------------------------------------------------------------------------

STYLE = shape({}, dict.fromkeys(("bold", "italic", "strike", "code", "underline"), only_true))
INLINE = typed(
    text=shape({"text": PART}, {"style": STYLE}),
    link=shape({"url": URL}, {"text": PART, "unsafe": flag, "style": STYLE}),
    user=shape({"user_id": USER}, {"style": STYLE}),
    date=shape({"timestamp": whole(1), "format": MOMENT}, {"fallback": text(300), "url": URL, "style": STYLE}),
)
INLINES = many(INLINE, 10_000)
SECTION = shape({"elements": INLINES})
RICH_PART = typed(
    rich_text_section=SECTION,
    rich_text_quote=shape({"elements": INLINES}, {"border": one_of(0, 1)}),
    rich_text_list=shape(
        {"elements": many(typed(rich_text_section=SECTION), 1000), "style": one_of("bullet", "ordered")},
        {"indent": whole(0, 8), "offset": whole(0), "border": one_of(0, 1)},
    ),
)

# -- elements ---------------------------------------------------------------------------------------------------------


def _among(initial: str) -> Check:
    """What is chosen at first must be one of the options, letter by letter."""

    def check(value: Any, place: str) -> Iterator[str]:
        chosen = value.get(initial, [])
        for one in chosen if isinstance(chosen, list) else [chosen]:
            if isinstance(value.get("options"), list) and one not in value["options"]:
                yield f"{place}/{initial}: is not among the options"

    return check


def _first_fits(value: Any, place: str) -> Iterator[str]:
    first, most = value.get("initial_value"), value.get("max_length", 3000)
    if isinstance(first, str) and isinstance(most, int) and len(first) > most:
        yield f"{place}/initial_value: is longer than max_length"


SHARED = {"action_id": ID, "focus_on_load": flag}
BUTTON = shape(
    {"text": plain(75)},
    {
        "action_id": ID,
        "value": text(2000, blank=True),
        "url": URL,
        "style": one_of("primary", "danger"),
        "confirm": CONFIRM,
        "accessibility_label": text(75),
    },
)
TEXT_INPUT = both(
    shape(
        {"action_id": ID},
        {
            **SHARED,
            "initial_value": text(3000),
            "multiline": flag,
            "min_length": whole(0, 3000),
            "max_length": whole(1, 3000),
            "placeholder": plain(150),
        },
    ),
    _first_fits,
)
SELECT = both(
    shape(
        {"action_id": ID, "options": many(OPTION, 100)},
        {**SHARED, "initial_option": OPTION, "placeholder": plain(150), "confirm": CONFIRM},
    ),
    _among("initial_option"),
)
SELECT_SEVERAL = both(
    shape(
        {"action_id": ID, "options": many(OPTION, 100)},
        {
            **SHARED,
            "initial_options": many(OPTION, 100),
            "placeholder": plain(150),
            "max_selected_items": whole(1),
            "confirm": CONFIRM,
        },
    ),
    _among("initial_options"),
)
RADIO = both(
    shape(
        {"action_id": ID, "options": many(BOX_OPTION, 10)}, {**SHARED, "initial_option": BOX_OPTION, "confirm": CONFIRM}
    ),
    _among("initial_option"),
)
BOXES = both(
    shape(
        {"action_id": ID, "options": many(BOX_OPTION, 10)},
        {**SHARED, "initial_options": many(BOX_OPTION, 10), "confirm": CONFIRM},
    ),
    _among("initial_options"),
)
DATE = shape({"action_id": ID}, {**SHARED, "initial_date": DAY, "placeholder": plain(150), "confirm": CONFIRM})

CHOOSING = {"static_select": SELECT, "radio_buttons": RADIO, "checkboxes": BOXES, "datepicker": DATE}
INPUT_ELEMENT = typed(plain_text_input=TEXT_INPUT, multi_static_select=SELECT_SEVERAL, **CHOOSING)

# -- blocks -----------------------------------------------------------------------------------------------------------

_BLOCK_ID = {"block_id": ID}


def _has_content(value: Any, place: str) -> Iterator[str]:
    if "text" not in value and "fields" not in value:
        yield f"{place}: has neither text nor fields"


SHOWING = {
    "header": shape({"text": plain(150)}, _BLOCK_ID),
    "divider": shape({}, _BLOCK_ID),
    "context": shape({"elements": many(formatted(2000), 10)}, _BLOCK_ID),
    "rich_text": shape({"elements": many(RICH_PART, 10_000)}, _BLOCK_ID),
    "section": both(
        shape(
            {},
            {
                **_BLOCK_ID,
                "text": formatted(3000),
                "fields": many(formatted(2000), 10),
                "expand": flag,
                "accessory": typed(button=BUTTON, multi_static_select=SELECT_SEVERAL, **CHOOSING),
            },
        ),
        _has_content,
    ),
    "actions": shape({"elements": many(typed(button=BUTTON, **CHOOSING), 25)}, _BLOCK_ID),
}
INPUT = shape(
    {"label": plain(2000), "element": INPUT_ELEMENT},
    {**_BLOCK_ID, "hint": plain(2000), "optional": flag, "dispatch_action": flag},
)
BLOCK_OF_MESSAGE = typed(**SHOWING)
BLOCK_OF_VIEW = typed(**SHOWING, input=INPUT)
