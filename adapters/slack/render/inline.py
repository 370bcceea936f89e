"""Parts of a line as elements of rich text. A text element is literal: whatever somebody writes stays text."""

import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

from adapters.slack.render.limits import URL, clean
from bot.conversation.card import Bold, Inline, Line, Link, Mention, Moment, plain_line
from bot.wording import cut, say_moment

LINKS = ("http", "https", "mailto")
SHOWN_URL = 100  # characters of an address that has no text of its own
MOMENT = "{date_short} {time}"  # each viewer sees it in their own zone and language
_user = re.compile(r"slack:[^:]+:([UW][A-Z0-9]{1,30})")

Element = dict[str, Any]


def text(said: str, *, bold: bool = False, italic: bool = False) -> Element:
    """A text element, shown exactly as it is."""
    style = {name: True for name, on in (("bold", bold), ("italic", italic)) if on}
    return {"type": "text", "text": said, **({"style": style} if style else {})}


def element(part: Inline, *, bold: bool = False) -> Element:
    """One part of a line.

    Args:
        bold: whether words are bold even where the part does not say so.
    """
    match part:
        case str():
            return text(clean(part), bold=bold)
        case Bold():
            return text(clean(part.text), bold=True)
        case Link():
            if followable(part.url):
                return {
                    "type": "link",
                    "url": part.url,
                    "text": clean(part.text) if part.text.strip() else cut(part.url, SHOWN_URL),
                }
            return text(clean(plain_line((part,))), bold=bold)
        case Mention():
            if known := slack_user(part):
                return {"type": "user", "user_id": known}
            return text(clean(f"@{part.name}"), bold=bold)
        case Moment():
            if (seconds := int(part.at.timestamp())) <= 0:
                return text(say_moment(part.at), bold=bold)
            return {"type": "date", "timestamp": seconds, "format": MOMENT, "fallback": say_moment(part.at)}


def section(elements: Iterable[Element]) -> Element:
    """A line of its own. Empty texts are left out, since Slack refuses them; texts of one style are put together."""
    done = list[Element]()
    for one in elements:
        if one.get("text") == "":
            continue
        last = done[-1] if done else {}
        if one["type"] == last.get("type") == "text" and one.get("style") == last.get("style"):
            done[-1] = {**last, "text": last["text"] + one["text"]}
        else:
            done.append(one)
    return {"type": "rich_text_section", "elements": done}


def slack_user(mention: Mention) -> str | None:
    """The Slack id of whoever is mentioned; None for people of other platforms."""
    found = _user.fullmatch(mention.user)
    return found[1] if found else None


def followable(url: str) -> bool:
    """Whether Slack may make a link of it."""
    try:
        return urlsplit(url).scheme in LINKS and len(url) <= URL and clean(url) == url and " " not in url
    except ValueError:
        return False


def shortened(line: Line, most: int, cap: int) -> Line:
    """A user's line in at most so many characters; mentions and moments are never cut apart.

    Args:
        cap: addresses that are longer are not linked but shown, shortened as well.
    """
    return tuple(_shortened(line, most, cap))


def is_blank(line: Line) -> bool:
    return not plain_line(line).strip()


def _shortened(line: Line, most: int, cap: int) -> Iterator[Inline]:
    left = most
    for part in line:
        if left <= 0:
            return
        linked = isinstance(part, Link) and followable(part.url) and len(part.url) <= cap
        said = part.text if isinstance(part, Link) and linked else plain_line((part,))
        if isinstance(part, Moment) or (isinstance(part, Mention) and slack_user(part)):
            yield part
        elif isinstance(part, Link) and linked:
            yield part.model_copy(update={"text": cut(said, left)})
        elif isinstance(part, Bold):
            yield Bold(text=cut(said, left))
        else:
            yield part if isinstance(part, Mention) and len(said) <= left else cut(said, left)
        left -= len(said)
