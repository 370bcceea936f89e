"""What Slack makes of something typed: escaped text with marked-up links, and the same as rich text."""

import re
import uuid
from typing import Any

_LINK = re.compile(r"(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)|(?P<url>https?://[^\s<>]*[^\s<>.,;:!?)])|(?P<user><@U\w+>)")


def marked_up(plain: str) -> str:
    """The `text` of a message that somebody typed."""
    return "".join(said for said, _ in _parts(plain))


def typed(plain: str) -> dict[str, Any]:
    """The fields that a message has from its text."""
    blocks = rich_text(plain, uuid.uuid4().hex[:5])
    return {"client_msg_id": str(uuid.uuid4()), "text": marked_up(plain), "blocks": blocks}


def rich_text(plain: str, block_id: str) -> list[dict[str, Any]]:
    """The `blocks` that Slack sends beside it."""
    section = {"type": "rich_text_section", "elements": [element for _, element in _parts(plain)]}
    return [{"type": "rich_text", "block_id": block_id, "elements": [section]}]


def escaped(plain: str) -> str:
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _parts(plain: str) -> list[tuple[str, dict[str, Any]]]:
    parts: list[tuple[str, dict[str, Any]]] = []
    end = 0
    for found in _LINK.finditer(plain):
        if found.start() > end:
            parts.append(_as_text(plain[end : found.start()]))
        end = found.end()
        whole = found.group()
        if found["mail"]:
            parts.append((f"<mailto:{whole}|{whole}>", {"type": "link", "url": f"mailto:{whole}", "text": whole}))
        elif found["url"]:
            parts.append((f"<{escaped(whole)}>", {"type": "link", "url": whole}))
        else:
            parts.append((whole, {"type": "user", "user_id": whole[2:-1]}))
    if end < len(plain):
        parts.append(_as_text(plain[end:]))
    return parts


def _as_text(plain: str) -> tuple[str, dict[str, Any]]:
    return escaped(plain), {"type": "text", "text": plain}
