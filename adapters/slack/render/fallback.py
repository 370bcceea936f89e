"""A card as the text beside its blocks: notifications and screen readers. Unlike the blocks, Slack formats it."""

import re

from adapters.slack.render.inline import slack_user
from adapters.slack.render.limits import FALLBACK, FALLBACK_BYTES, NOTHING, clean
from bot.conversation.card import Actions, Block, Card, Facts, Inline, Line, Mention, Quote, Table, Text, plain_line

_halved = re.compile(r"(&[a-z]{0,3}|<[^<>]*)\Z")  # what a cut may leave of an escape or a mention


def fallback(card: Card, mark: str) -> str:
    """The card's words without its buttons, unless it has nothing else; mentions notify. Never empty."""
    blocks = tuple(_escaped(block) for block in card.blocks if not isinstance(block, Actions))
    said = card.model_copy(update={"title": escape(card.title), "blocks": blocks}).plain()
    said = said.strip() or " ".join(f"[{escape(button.label)}]" for button in card.buttons())
    return _short(mark + clean(said).strip()).strip() or NOTHING


def escape(text: str) -> str:
    """Slack's three control characters as plain text."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _escaped(block: Block) -> Block:
    match block:
        case Text():
            return block.model_copy(update={"parts": _line(block.parts)})
        case Facts():
            pairs = tuple((escape(label), _line(value)) for label, value in block.pairs)
            return block.model_copy(update={"pairs": pairs})
        case Quote():
            return Quote(text=escape(block.text[:FALLBACK]), source=escape(block.source))
        case Table():
            rows = tuple(tuple(_line(cell) for cell in row) for row in block.rows)
            return block.model_copy(update={"head": tuple(map(escape, block.head)), "rows": rows})
        case Actions():
            return block


def _line(line: Line) -> Line:
    return tuple(_inline(part) for part in line)


def _inline(part: Inline) -> str:
    if isinstance(part, Mention) and (user := slack_user(part)):
        return f"<@{user}>"
    return escape(plain_line((part,)))


def _short(text: str) -> str:
    if len(text) <= FALLBACK and len(text.encode()) <= FALLBACK_BYTES:
        return text
    kept = text[: FALLBACK - 1].encode()[: FALLBACK_BYTES - 3].decode(errors="ignore")
    return _halved.sub("", kept).rstrip() + "…"
