"""Lines of a card. What people wrote is shown in runs, in which nothing is formatted.

Only lines with a mention or a moment are blocks of Markdown, since Teams knows those nowhere else; there every
character that could mean something is escaped.
"""

import re
from collections.abc import Iterator
from datetime import UTC
from typing import Any

from adapters.teams.render.limits import NOTHING, clean
from bot.conversation.card import Bold, Inline, Line, Link, Mention, Moment, plain_line
from bot.wording import cut

Element = dict[str, Any]

SCHEMES = ("https://", "http://", "mailto:")
LONGEST_NAME = 80
SHORT_URL = 300  # characters, which always find room: a link to a letter as a file has fewer
LONGEST_URL = 2000  # of a link, such as a mail with its text in it; a longer one is words
_ODD = re.compile(r"[<>&{}\[\]*_`~\\|#\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # would format or disguise a name
_SPECIAL = re.compile(r"([\\`*_\[\]()#+\-.!~|>])")


class Mentions:
    """The people who are mentioned in a card, each under a name that nobody else has there."""

    def __init__(self) -> None:
        self._names: dict[str, tuple[str, str]] = {}  # by id: what stands in the text, and the name

    def tag(self, mention: Mention, cap: int) -> str:
        """What stands in the text for somebody; their name in plain words when they are not in Teams.

        Args:
            cap: characters to which the name is shortened.
        """
        most = min(cap, LONGEST_NAME)
        platform, _tenant, user = (*mention.user.split(":", 2), "", "")[:3]
        if platform != "teams" or not user:
            return escaped(cut(f"@{mention.name}", most))
        if user not in self._names:
            name = cut(" ".join(_ODD.sub(" ", clean(mention.name)).split()), most) or NOTHING
            taken = {tag for tag, _name in self._names.values()}
            tag, number = f"<at>{name}</at>", 2
            while tag in taken:
                tag, number = f"<at>{name} {number}</at>", number + 1
            self._names[user] = (tag, name)
        return self._names[user][0]

    def entities(self) -> list[Element]:
        return [
            {"type": "mention", "text": tag, "mentioned": {"id": user, "name": name}}
            for user, (tag, name) in self._names.items()
        ]


def lines(parts: Line, mentions: Mentions, cap: int, **look: Any) -> Iterator[Element]:
    """A line, or several where a text holds breaks, as elements of a card.

    Args:
        cap: characters to which each text is shortened.
        look: weight, size and colour of all of it.
    """
    gap, first = False, True
    for line in _broken(parts, cap):
        if all(_is_blank(part) for part in line):
            gap = True  # an empty line is room, not an element
            continue
        element = _formatted(line, mentions, cap, look) if _needs_format(line) else _plain(line, look)
        yield element if first else {**element, "spacing": "Small" if gap else "None"}
        gap = first = False
    if first:
        yield runs(run(NOTHING, **look))


def run(text: str, **look: Any) -> Element:
    """A piece of plain text."""
    return {"type": "TextRun", "text": clean(text) or NOTHING, **look}


def runs(*pieces: Element) -> Element:
    seen = any(piece["text"].strip() for piece in pieces)
    return {"type": "RichTextBlock", "inlines": list(pieces) if seen else [run(NOTHING)]}


def escaped(text: str) -> str:
    """A text within Markdown, as itself."""
    plain = clean(text).replace("&", "&amp;").replace("<", "&lt;")
    return _SPECIAL.sub(r"\\\1", plain)


def _broken(parts: Line, cap: int) -> list[list[Inline]]:
    """The parts, line by line."""
    found: list[list[Inline]] = [[]]
    for part in parts:
        no_room = isinstance(part, Link) and len(part.url) > max(cap, SHORT_URL)  # for where it leads
        if isinstance(part, Bold | Link) and not no_room:
            found[-1].append(part.model_copy(update={"text": cut(part.text, cap)}))
            continue
        if isinstance(part, Mention | Moment):
            found[-1].append(part)
            continue
        text = part if isinstance(part, str) else part.text or plain_line((part,))
        first, *others = cut(clean(text), cap).split("\n")
        if first:
            found[-1].append(first)
        found += [[other] if other else [] for other in others]
    return found


def _is_blank(part: Inline) -> bool:
    return not (part if isinstance(part, str) else plain_line((part,))).strip()


def _needs_format(line: list[Inline]) -> bool:
    return any(isinstance(part, Mention | Moment) for part in line)


def _plain(line: list[Inline], look: dict[str, Any]) -> Element:
    return runs(*(_run(part, look) for part in line if plain_line((part,))))


def _run(part: Inline, look: dict[str, Any]) -> Element:
    match part:
        case str():
            return run(part, **look)
        case Bold():
            return run(part.text, **(look | {"weight": "Bolder"}))
        case Link() if part.url.startswith(SCHEMES) and len(part.url) <= LONGEST_URL:
            opening = {"type": "Action.OpenUrl", "url": part.url}
            return run(part.text or part.url, **(look | {"color": "Accent"}), selectAction=opening)
        case Link():
            return run(part.text or cut(part.url, LONGEST_URL), **look)
        case _:
            raise TypeError(f"{part.kind} stands in a formatted line")


def _formatted(line: list[Inline], mentions: Mentions, cap: int, look: dict[str, Any]) -> Element:
    said = "".join(_markdown(part, mentions, cap) for part in line)
    return {"type": "TextBlock", "text": said, "wrap": True, **look}


def _markdown(part: Inline, mentions: Mentions, cap: int) -> str:
    match part:
        case str():
            return escaped(part)
        case Bold():
            return _bold(part.text)
        case Link() if _fits_markdown(part.url):
            return f"[{escaped(part.text or part.url)}]({part.url})"
        case Link():
            return escaped(part.text or cut(part.url, LONGEST_URL))
        case Mention():
            return mentions.tag(part, cap)
        case Moment():
            at = part.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
            return f"{{{{DATE({at}, SHORT)}}}} {{{{TIME({at})}}}}"


def _fits_markdown(url: str) -> bool:
    """Whether a link's address can stand in Markdown without ending too early."""
    return url.startswith(SCHEMES) and len(url) <= LONGEST_URL and not re.search(r"[\s()<>\[\]{}\\]", url)


def _bold(text: str) -> str:
    """Bold words. Spaces at their ends stand outside: with them inside, Markdown shows its stars."""
    plain = clean(text)
    words = plain.strip()
    before, after = (" " if end.isspace() else "" for end in (plain[:1], plain[-1:]))
    return f"{before}**{escaped(words)}**{after}" if words else before
