"""How long we wait for Microsoft's services, and how much we take of them."""

from aiohttp import ClientTimeout

TIMEOUT = ClientTimeout(total=20)  # for one call
LARGEST_REQUEST = 1024 * 1024  # bytes of an activity; Teams' own are far smaller
