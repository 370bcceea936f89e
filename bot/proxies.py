"""The proxy that this machine's environment names for an address.

aiohttp would find it, too, but looks through the environment and reads ~/.netrc for every request, in a thread of its
own; and what it finds there clashes with our tokens.
"""

from functools import lru_cache
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass


def proxy_for(url: str) -> str | None:
    """The proxy to reach that address by; None to reach it directly. Asks the environment once for each host."""
    address = urlsplit(url)
    return _proxy(address.scheme, address.hostname or "")


@lru_cache(maxsize=256)
def _proxy(scheme: str, host: str) -> str | None:
    return None if proxy_bypass(host) else getproxies().get(scheme)
