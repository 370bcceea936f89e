"""Cards, forms and messages as HTML. Pure functions; every text is escaped in one place, `_e`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from html import escape
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from babel.dates import format_datetime

from adapters.web.people import PEOPLE, Person
from adapters.web.store import Message
from bot.conversation.card import (
    Actions,
    Block,
    Bold,
    Button,
    Card,
    Facts,
    Inline,
    Line,
    Link,
    Mention,
    Moment,
    Quote,
    Table,
    Text,
    plain_line,
)
from bot.delivery.files import PATH
from bot.wording import _, current_language, cut, plural, say_moment

LONG_TEXT = 700  # characters of somebody's words after which the rest folds away
LONG_FACT = 70  # characters of a value that gets a whole row
LINKS = ("http", "https", "mailto")
_REFERENCE = re.compile(r"[A-Z]{2,5}-\d{4}-\d{4,}")
_OURS = re.compile(rf"{PATH}[0-9a-f-]+")  # letters that this server hands out


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks: decides the zone of times and which mentions stand out. The language is the one being spoken."""

    person: Person
    speaker: str  # "platform:tenant:user"

    def local(self, at: datetime) -> datetime:
        return at.astimezone(ZoneInfo(self.person.zone))


def card(shown: Card, viewer: Viewer) -> str:
    """A card, or a plain bubble where it is nothing but text."""
    title = f'<h3 class="card-title">{_e(shown.title)}</h3>' if shown.title else ""
    blocks = "".join(_block(block, viewer) for block in shown.blocks)
    plain = not shown.title and shown.tone == "neutral" and all(isinstance(b, Text) for b in shown.blocks)
    kind = "bubble" if plain else f"card tone-{shown.tone}"
    return f'<div class="{kind}">{title}{blocks}</div>'


def message(shown: Message, viewer: Viewer, *, bot: str = "Privacy Desk") -> str:
    """A message with who wrote it and when. Empty for one that was taken away."""
    if shown.body is None:
        return ""
    author = PEOPLE.get(shown.author)
    local = viewer.local(shown.at)
    if shown.body.card is not None:
        content = card(shown.body.card, viewer)
        preview = shown.body.card.title or next(iter(shown.body.card.plain().splitlines()), "")
    else:
        content = _said(shown)
        preview = shown.body.text or ", ".join(shown.body.files)
    mine = " mine" if shown.author == viewer.person.key else ""
    name = author.name if author else bot
    return (
        f'<article class="message{mine}" id="m{shown.id}" data-message="{shown.id}" data-day="{local:%Y-%m-%d}"'
        f' data-day-label="{_e(_day(local))}" data-name="{_e(name)}" data-preview="{_e(_one_line(preview))}">'
        f"{avatar(author)}"
        f'<div class="message-body"><header><b class="author">{_e(name)}</b>'
        f"{'' if author else _bot_badge()} {_time(local, clock_only=True)}</header>{content}</div></article>"
    )


def avatar(person: Person | None) -> str:
    """Initials on a colour of their own; the bot has a sign."""
    if person is None:
        return '<span class="avatar avatar-bot" aria-hidden="true"></span>'
    tint = list(PEOPLE).index(person.key) + 1
    return f'<span class="avatar tint-{tint}" aria-hidden="true">{_e(person.initials)}</span>'


def replies(count: int) -> str:
    return plural("{count} reply", "{count} replies", count)


def _said(shown: Message) -> str:
    assert shown.body is not None  # noqa: S101 - the caller looked
    files = "".join(f'<span class="file">{_e(name)}</span>' for name in shown.body.files)
    text = _long(shown.body.text) if shown.body.text else ""
    cut = f'<p class="small">{_e(_("Shortened here; the desk read all of it."))}</p>' if shown.body.cut else ""
    return f'<div class="bubble">{text}{cut}{files}</div>'


def _block(block: Block, viewer: Viewer) -> str:
    match block:
        case Text():
            return f'<p class="text{" small" if block.small else ""}">{_line(block.parts, viewer)}</p>'
        case Facts():
            return f'<dl class="facts">{"".join(_fact(label, value, viewer) for label, value in block.pairs)}</dl>'
        case Quote():
            source = f"<figcaption>{_e(block.source)}</figcaption>" if block.source else ""
            return f'<figure class="quote"><blockquote>{_long(block.text)}</blockquote>{source}</figure>'
        case Table():
            head = "".join(f'<th scope="col">{_e(cell)}</th>' for cell in block.head)
            rows = "".join(f"<tr>{_cells(row, viewer)}</tr>" for row in block.rows)
            return (
                f'<div class="table" tabindex="0" role="group"><table><thead><tr>{head}</tr></thead>'
                f"<tbody>{rows}</tbody></table></div>"
            )
        case Actions():
            return f'<div class="actions">{"".join(button(b) for b in block.buttons)}</div>'


def button(shown: Button) -> str:
    popup = ' aria-haspopup="dialog"' if shown.opens_form else ""
    return (
        f'<button type="button" class="button {shown.style}" data-payload="{_e(shown.payload)}"{popup}>'
        f"{_e(shown.label)}</button>"
    )


def _fact(label: str, value: Line, viewer: Viewer) -> str:
    """A value that begins in bold is what the card is about; words in quotes behind one are its evidence."""
    kinds = ["key"] if isinstance(value[0], Bold) else []
    if len(plain_line(value)) > LONG_FACT:
        kinds.append("wide")
    evidence = ""
    last = value[-1] if len(value) > 1 else None
    if isinstance(last, str) and last.lstrip().startswith("“"):
        value, evidence = value[:-1], f'<q class="evidence">{_e(last.strip().strip("“”"))}</q>'
    marked = f' class="{" ".join(kinds)}"' if kinds else ""
    return f"<div{marked}><dt>{_e(label)}</dt><dd>{_line(value, viewer)}{evidence}</dd></div>"


def _cells(row: Iterable[Line], viewer: Viewer) -> str:
    return "".join(f"<td{_kept_whole(cell)}>{_line(cell, viewer)}</td>" for cell in row)


def _kept_whole(cell: Line) -> str:
    """A reference stands on one line."""
    return ' class="reference"' if len(cell) == 1 and _REFERENCE.fullmatch(str(cell[0])) else ""


def _line(line: Line, viewer: Viewer) -> str:
    return "".join(_inline(part, viewer) for part in line)


def _inline(part: Inline, viewer: Viewer) -> str:
    match part:
        case str():
            return _e(part)
        case Bold():
            return f"<strong>{_e(part.text)}</strong>"
        case Link():
            if not _followable(part.url):
                return _e(plain_line((part,)))
            return f'<a href="{_e(part.url)}" target="_blank" rel="noopener noreferrer">{_e(part.text)}</a>'
        case Mention():
            me = " me" if part.user == viewer.speaker else ""
            return f'<span class="mention{me}">@{_e(part.name)}</span>'
        case Moment():
            return _time(viewer.local(part.at))


def _followable(url: str) -> bool:
    try:
        return urlsplit(url).scheme in LINKS or _OURS.fullmatch(url) is not None
    except ValueError:
        return False


def _long(text: str) -> str:
    if len(text) <= LONG_TEXT:
        return f'<p class="words">{_e(text)}</p>'
    return (
        f'<details class="long"><summary><span class="words">{_e(text[:LONG_TEXT].rstrip())} …</span>'
        f'<span class="more">{_e(_("Show all"))}</span></summary><p class="words">{_e(text)}</p></details>'
    )


def _bot_badge() -> str:
    return f' <span class="badge">{_e(_("bot"))}</span>'


def _time(local: datetime, *, clock_only: bool = False) -> str:
    said = f"{local:%H:%M}" if clock_only else say_moment(local)
    return f'<time datetime="{local.isoformat()}" title="{_e(say_moment(local))}">{_e(said)}</time>'


def _day(local: datetime) -> str:
    return format_datetime(local, "EEEE d MMMM y", locale={"en": "en_GB"}.get(current_language(), current_language()))


def _one_line(text: str) -> str:
    return cut(" ".join(text.split()), 90)


def _e(text: str) -> str:
    return escape(text, quote=True)
