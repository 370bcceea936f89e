"""The place that ends a few words: "wrote today from Munich"."""

import re

from bot.understanding.replies.answers import says_not
from bot.understanding.where.places import is_place

# With a capital behind it; no "de" nor "van", for a name goes on with these
_FROM = re.compile(
    r"\s(?:from|in|near|aus|bei|uit|te|da|depuis|habite|en|à|desde|em|no|na|z|ze|w|we)\s(?=[^\W\d_])", re.IGNORECASE
)


def before_place(text: str) -> list[str]:
    """What stands before such a place, and the place; the text alone where it ends with none."""
    for sign in _FROM.finditer(text):
        place = text[sign.end() :].strip(" .!?")
        if place[:1].isupper() and is_place(place) and not says_not(text[: sign.start()]):  # "not in Spain"
            return [text[: sign.start()], place]
    return [text]
