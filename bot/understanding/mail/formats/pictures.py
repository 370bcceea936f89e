"""Small pictures that a mail's HTML shows, such as the logo below a name: nobody attached them."""

import re
from email.message import Message
from urllib.parse import unquote

_SHOWN = re.compile(r"\bcid:([^\"'\s<>()]{1,200})", re.IGNORECASE)
_SMALL = 50_000  # bytes: a logo has fewer, the photo of a passport has more


def shown_in(html: str) -> set[str]:
    """The ids of the pictures that HTML shows."""
    return {unquote(match[1]) for match in _SHOWN.finditer(html)}


def is_small(size: int | None) -> bool:
    """Whether so many bytes may be an ornament."""
    return size is not None and size < _SMALL


def may_adorn(part: Message, kind: str) -> str | None:
    """The id of a picture that is small enough to be only an ornament where the text shows it; else None."""
    if not kind.startswith("image/") or part.is_multipart():
        return None
    packed = part.get_payload()
    small = isinstance(packed, str) and is_small(len(packed) * 3 // 4)  # in base64
    named = str(part.get("Content-ID") or "").strip().strip("<>")
    return named if named and small else None
