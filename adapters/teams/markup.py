"""What people typed in Teams, as the plain words that they saw. Pure functions."""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from html import unescape
from typing import Any

from bot.conversation.payload import dicts, inner, sound
from bot.understanding.mail.formats.html import html_to_text

DEEPEST = 30  # levels of a card; Teams' own have fewer
LONGEST = 500_000  # characters of a message that are looked at; Teams' own limit is far below
_MENTION = re.compile(
    r"<at\b[^<>]{0,100}>([^<>]{0,200})</at>"
    r"|<span\b[^<>]{0,200}schema\.skype\.com/Mention[^<>]{0,200}>([^<>]{0,200})</span>",
    re.IGNORECASE,
)
_QUOTING = ("messageReference", "forwardedMessageReference")


def words(activity: Mapping[str, Any]) -> str:
    """Everything that a message says, with the bot's own name left out.

    What was pasted keeps its lines only in the HTML that Teams puts beside the text.
    """
    names = _own_names(activity)
    parts = dicts(activity.get("attachments"))
    html = next((part.get("content") for part in parts if part.get("contentType") == "text/html"), None)
    said = plain(html, but=names) if isinstance(html, str) else ""
    if not said:
        text = activity.get("text")
        said = unescape(_MENTION.sub(lambda found: _named(found, names), str(text or "")[:LONGEST])).strip()
    return sound("\n\n".join([*([said] if said else []), *(one for one in _quoted(parts) if one not in said)]))


def plain(html: str, *, but: Collection[str] = ()) -> str:
    """The words of HTML; mentions of those names in `but` are left out."""
    return html_to_text(_MENTION.sub(lambda found: _named(found, but), html[:LONGEST])).strip()


def logged(message: Mapping[str, Any]) -> str:
    """The words of a message on which somebody chose an entry of its menu."""
    body = inner(message, "body")
    content = str(body.get("content") or "")
    said = plain(content) if body.get("contentType") != "text" else content[:LONGEST].strip()
    subject = str(message.get("subject") or "").strip()
    parts = dicts(message.get("attachments"))
    hung = [*_quoted(parts), *_carded(parts)]
    return sound("\n\n".join(part for part in (subject, said, *(one for one in hung if one not in said)) if part))


def _carded(parts: list[dict[str, Any]]) -> list[str]:
    """The words on cards: other apps post what customers wrote on them."""
    found = list[str]()
    for part in parts:
        if "card" in str(part.get("contentType")):
            content = part.get("content")
            try:
                card = json.loads(content) if isinstance(content, str) else content
            except (ValueError, RecursionError):
                continue
            found.append("\n".join(_texts(card))[:LONGEST].strip())
    return [words for words in found if words]


def _texts(card: Any, depth: int = 0) -> Iterator[str]:
    if depth > DEEPEST:
        return
    if isinstance(card, list):
        for one in card:
            yield from _texts(one, depth + 1)
    elif isinstance(card, dict) and not str(card.get("type")).startswith(("Action.", "Input.")):
        for name, value in card.items():
            if name in ("text", "title", "subtitle", "value") and isinstance(value, str):
                yield plain(value)
            else:
                yield from _texts(value, depth + 1)


def _own_names(activity: Mapping[str, Any]) -> set[str]:
    me = inner(activity, "recipient")
    names = {str(me.get("name") or "")}
    for entity in dicts(activity.get("entities")):
        mentioned = inner(entity, "mentioned")
        if entity.get("type") == "mention" and mentioned.get("id") == me.get("id"):
            names |= {str(mentioned.get("name") or ""), re.sub(r"<[^<>]*>", "", str(entity.get("text") or ""))}
    return {name.strip() for name in names} - {""}


def _named(found: re.Match[str], names: Collection[str]) -> str:
    name = unescape(found[1] or found[2] or "").strip()
    return "" if name in names else f"@{found[1] or found[2] or ''}"


def _quoted(parts: list[dict[str, Any]]) -> list[str]:
    """The words of messages that were quoted or passed on: Teams hangs them below the message as JSON."""
    found = list[str]()
    for part in parts:
        if part.get("contentType") not in _QUOTING:
            continue
        try:
            content = json.loads(str(part.get("content") or ""))
        except (ValueError, RecursionError):
            continue
        text = (
            content.get("originalMessageContent") or content.get("messagePreview") if isinstance(content, dict) else ""
        )
        if isinstance(text, str) and (said := plain(text)):
            found.append(said)
    return found
