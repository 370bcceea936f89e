"""Secrets within links: passwords and tokens that stand there by name, and the long keys of reset and sign-in links,
which open an account to whoever has them."""

import re
from collections.abc import Iterator

from bot.understanding.sensitive.numbers import Cut

_TOKEN = "access token"  # noqa: S105  # what the mark calls it
_PASSWORD = "password"  # noqa: S105
_REST = r"[^\s<>\"'|]"
_LINK = re.compile(
    rf"(?:://|(?<!\w)www\.){_REST}{{6,2000}}|"
    rf"(?<![\w.@/-])[a-z0-9-]{{1,63}}(?:\.[a-z0-9-]{{1,63}}){{0,4}}\.[a-z]{{2,24}}/{_REST}{{6,2000}}"  # without "https"
)
_USER = re.compile(r"://[^\s/@:?#]{0,64}:(?P<value>[^\s/@\0]{1,64})@[\w\[]")  # "https://ana:sunshine@shop.example"
_NAMED = re.compile(r"[?&#;](?P<name>[a-z_.-]{1,30})=(?P<value>[^&#;\s\0]{3,2000})")
_SECRETS = re.compile(
    r"(?:.{0,20}[_.-])?(?:(?P<password>passw(?:or)?d|pwd|passwort|kennwort|wachtwoord|mdp|contrasena|senha|haslo)|"
    r"(?P<either>(?P<pass>pass)|(?:.{0,8}session|.{0,4}sess)_?(?:id)?)|"  # of a season, of a summer, too
    r".{0,20}token|.{0,20}secret|jwt|api_?key|otp|sig|.{0,20}signature|(?P<key>key))"
)
_WEBHOOK = re.compile(
    r"hooks\.slack\.com/(?:services|workflows)/(?P<value>[\w/-]{10,200})|/webhookb2/(?P<teams>[^\s?]{20,400})"
)
_WORDS = re.compile(r"[a-z]+(?:[-_+.][a-z]+)*(?:[-_+.](?:19|20)[0-9]{2})?|[0-9]{1,4}")
_WHO = re.compile(r"[?&;](?:user|username|user_?name|login|usr|e-?mail|mail|account)=")
_OPENS = re.compile(  # words of a link that opens an account
    r"reset|recover|magic|passw|log-?in|sign-?in|wachtwoord|herstel|passe|contrasena|senha|haslo"
)
_CONFIRMS = re.compile(r"activat|verif|confirm|invit")  # ... unless it is about what was bought: "order-confirmation"
_BOUGHT = re.compile(
    r"(?<![^\W_])(?:order|purchas|booking|reserv|invoice|receipt|ticket|shipment|parcel|track|bestel|boeking|factuur|zending|buchung|"
    r"rechnung|sendung|commande|facture|colis|pedido|factura|envio|ordine|ordini|prenotazion|fattura|spedizion|encomenda|fatura|"
    r"zamowien|rezerwac|faktur|przesyl)"
)
_PATH = re.compile(r"(?<=[^:/])/[^?#]*")
_IN_PATH = re.compile(r"(?P<before>[^/?&#=]{0,60})[/=](?P<value>[a-z0-9_.~%-]{11,500}[a-z0-9_~%-])(?=[/?&#;.,]|$)")
_SHORTEST_KEY = 16


def links_in(folded: str) -> Iterator[Cut]:
    """The secrets in the links of a text that was folded by `words.fold`."""
    if "/" not in folded and "www." not in folded:
        return
    for link in _LINK.finditer(folded):
        low, high = link.span()
        if user := _USER.match(folded, low, high):
            yield Cut(*user.span("value"), _PASSWORD)
        for named in _NAMED.finditer(folded, low, high):
            secret = _SECRETS.fullmatch(named["name"])
            if secret and not (
                (secret["either"] and _WORDS.fullmatch(named["value"]) and not _WHO.search(folded, low, high))
                or (secret["key"] and not _is_key(named["value"]))
            ):
                yield Cut(*named.span("value"), _PASSWORD if secret["password"] or secret["pass"] else _TOKEN)
        if hook := _WEBHOOK.search(folded, low, high):
            yield Cut(*hook.span(hook.lastgroup or 0), _TOKEN)
        if _OPENS.search(folded, low, high) or (
            _CONFIRMS.search(folded, low, high) and not _is_of_order(folded, low, high)
        ):
            for key in _IN_PATH.finditer(folded, low, high):
                if _is_key(key["value"]) and (_OPENS.search(key["before"]) or not _BOUGHT.search(key["before"])):
                    yield Cut(*key.span("value"), _TOKEN)


def _is_of_order(folded: str, low: int, high: int) -> bool:
    """Whether the page of a link is about what was bought."""
    path = _PATH.search(folded, low, high)
    return path is not None and _BOUGHT.search(folded, *path.span()) is not None


def _is_key(value: str) -> bool:
    """Whether it is drawn by lot, and no words of a page's name: letters with digits between them."""
    switches = len(re.findall(r"[a-z](?=[0-9])|[0-9](?=[a-z])", value))
    return len(value) >= _SHORTEST_KEY and switches >= 3
