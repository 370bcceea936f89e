"""Secrets within links: passwords and tokens that stand there by name, and the long keys of reset and sign-in links,
which open an account to whoever has them."""

import re
from collections.abc import Iterator

from bot.understanding.sensitive.numbers import Cut

_TOKEN = "access token"  # noqa: S105  # what the mark calls it
_PASSWORD = "password"  # noqa: S105
_LINK = re.compile(r"(?:://|(?<!\w)www\.)[^\s<>\"'|]{6,2000}")
_NAMED = re.compile(r"[?&#;](?P<name>[a-z_.-]{1,30})=(?P<value>[^&#;\s\0]{3,2000})")
_SECRETS = re.compile(
    r"(?:.{0,20}[_.-])?(?:(?P<password>passw(?:or)?d|pwd|pass|passwort|kennwort|wachtwoord|mdp|contrasena|senha|haslo)|"
    r".{0,20}token|.{0,20}secret|jwt|api_?key|otp|(?:.{0,8}session|.{0,4}sess)_?(?:id)?)"
)
_OPENS = re.compile(  # words of a link that opens an account
    r"reset|recover|magic|passw|log-?in|sign-?in|activat|verif|confirm|invit|wachtwoord|herstel|passe|contrasena|senha|haslo"
)
_IN_PATH = re.compile(r"[/=](?P<value>[a-z0-9_.~%-]{12,500})(?=[/?&#;.,]|$)")
_SHORTEST_KEY = 16


def links_in(folded: str) -> Iterator[Cut]:
    """The secrets in the links of a text that was folded by `words.fold`."""
    if "://" not in folded and "www." not in folded:
        return
    for link in _LINK.finditer(folded):
        for named in _NAMED.finditer(folded, *link.span()):
            secret = _SECRETS.fullmatch(named["name"])
            if secret:
                yield Cut(*named.span("value"), _PASSWORD if secret["password"] else _TOKEN)
        if _OPENS.search(folded, *link.span()):
            for key in _IN_PATH.finditer(folded, *link.span()):
                if _is_key(key["value"]):
                    yield Cut(*key.span("value"), _TOKEN)


def _is_key(value: str) -> bool:
    """Whether it is drawn by lot, and no words of a page's name: letters with digits between them."""
    switches = len(re.findall(r"[a-z](?=[0-9])|[0-9](?=[a-z])", value))
    return len(value) >= _SHORTEST_KEY and switches >= 3
