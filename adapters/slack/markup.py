"""What people typed in Slack, as the plain words that they saw. Pure functions."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from bot.conversation.payload import dicts, sound

_MARKED = re.compile(r"<([^<>|]+)(?:\|([^<>]*))?>")
MENTION = re.compile(r"<@([UW][A-Z0-9]+)>")
MOST_ATTACHMENTS = 20
DEEPEST = 20  # levels of blocks; Slack's own have fewer than ten


def plain(text: str, *, bot: str = "") -> str:
    """A message's text without Slack's markup.

    Links show what they lead to, `bot`'s own mention is left out, and mentions of others stay as `<@U123>` until the
    directory has told their names.
    """
    return unescape(_MARKED.sub(lambda found: _seen(found[1], found[2], bot), text)).strip()


def words(message: Mapping[str, Any], *, bot: str = "") -> str:
    """Everything that a message says: its text, else its blocks, and what apps hang below it."""
    said = plain(str(message.get("text") or ""), bot=bot)
    if not said or message.get("bot_id"):  # an app's text is often a title, and its blocks are the message
        said = "\n".join(
            [*([said] if said else []), *(one for one in _texts(message.get("blocks")) if one not in said)]
        )
    hung = [_attachment(one) for one in dicts(message.get("attachments"))[:MOST_ATTACHMENTS]]
    return sound("\n\n".join([*([said] if said else []), *(part for part in hung if part not in said)]))


def _seen(target: str, label: str | None, bot: str) -> str:
    if target.startswith("@"):
        return "" if target[1:] == bot else f"&lt;{target}&gt;"  # unescaped with the rest
    if target.startswith("#"):
        return f"#{label or target[1:]}"
    if target.startswith("!"):
        return label or f"@{target[1:].partition('^')[0]}"
    if target.startswith(("mailto:", "tel:")):
        address = target.partition(":")[2]
        return address if not label or label == address else f"{label} &lt;{address}&gt;"
    if ":" not in target:  # no markup, since every link has a scheme: commands come as they were typed
        return f"&lt;{target}&gt;" if label is None else f"&lt;{target}|{label}&gt;"
    return target if not label or label == target or target.endswith(f"//{label}") else f"{label} ({target})"


def _attachment(attachment: dict[str, Any]) -> str:
    parts = [str(attachment[key]) for key in ("pretext", "title", "text") if attachment.get(key)]
    parts += [f"{field.get('title', '')}: {field.get('value', '')}" for field in dicts(attachment.get("fields"))]
    if not parts and attachment.get("fallback"):
        parts = [str(attachment["fallback"])]
    return "\n".join([*(plain(part) for part in parts), *_texts(attachment.get("blocks"))])


def _texts(blocks: Any) -> Iterator[str]:
    """The texts of blocks, one each."""
    for block in dicts(blocks):
        said = "".join(_inside(block))
        if said.strip():
            yield said.strip()


def _inside(part: Any, depth: int = 0) -> Iterator[str]:
    if depth > DEEPEST:
        return
    if isinstance(part, list):
        for one in part:
            yield from _inside(one, depth + 1)
    elif isinstance(part, dict):
        text, kind = part.get("text"), part.get("type")
        if isinstance(text, str):
            yield plain(text) if kind == "mrkdwn" else text
        elif kind == "link":
            yield str(part.get("url", ""))
        elif kind == "user":
            yield f"<@{part.get('user_id', '')}>"
        else:
            yield from _inside(text, depth + 1)
        for key in ("fields", "elements"):
            yield from _inside(part.get(key), depth + 1)
        if kind in ("rich_text_section", "rich_text_quote", "rich_text_preformatted", "section", "header"):
            yield "\n"
