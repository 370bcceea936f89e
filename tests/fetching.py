"""Whoever follows a link to a letter, in a browser or as the preview of a chat."""

import re
import urllib.error
import urllib.request
from dataclasses import dataclass
from email.message import Message
from urllib.parse import urlsplit

LINK = re.compile(r"(?:https?://[a-z0-9.:-]+)?/letters/[0-9a-f-]+")
PATIENCE = 20.0  # seconds


@dataclass(frozen=True, slots=True)
class Fetched:
    status: int
    headers: Message
    content: bytes

    @property
    def said(self) -> str:
        return self.content.decode().strip()


def fetch(url: str, *, method: str = "GET", language: str = "en") -> Fetched:
    """Ask for it, as it stands in the link. Nothing leads through a proxy."""
    assert urlsplit(url).scheme == "http"
    headers = {"Accept-Language": language}
    request = urllib.request.Request(url, method=method, headers=headers)  # noqa: S310 - see above
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=PATIENCE) as answer:
            return Fetched(answer.status, answer.headers, answer.read())
    except urllib.error.HTTPError as refusal:
        with refusal:
            return Fetched(refusal.code, refusal.headers, refusal.read())


def link_in(shown: object) -> str:
    """The one link to a letter within what somebody sees."""
    (link,) = set(LINK.findall(str(shown)))
    return str(link)


def is_safe(fetched: Fetched) -> bool:
    """Whether nothing keeps it, finds it, or takes it for a page."""
    headers = fetched.headers
    return (
        headers["Cache-Control"] == "no-store"
        and headers["X-Content-Type-Options"] == "nosniff"
        and headers["Referrer-Policy"] == "no-referrer"
        and headers["X-Robots-Tag"] == "noindex, nofollow"
        and "default-src 'none'" in headers["Content-Security-Policy"]
    )
