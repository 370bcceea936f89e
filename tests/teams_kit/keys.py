"""The keys of a local issuer, and tokens of every kind that somebody may try."""

import time
from functools import cache
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

ISSUER = "https://api.botframework.com"


@cache
def key(name: str) -> rsa.RSAPrivateKey:
    """The signing key of that name, made once in a process."""
    return rsa.generate_private_key(65537, 2048)


def published(name: str, *, endorsements: tuple[str, ...] = ("msteams",)) -> dict[str, Any]:
    """A key as the issuer publishes it."""
    public: dict[str, Any] = jwt.algorithms.RSAAlgorithm.to_jwk(key(name).public_key(), as_dict=True)
    return {**public, "kid": name, "use": "sig", "endorsements": [*endorsements]}


def token(app_id: str, service_url: str, *, signed_by: str = "first", kid: str | None = None, **claims: Any) -> str:
    """A token as Teams sends it, with some claims changed (None: left out)."""
    now = int(time.time())
    usual = {"iss": ISSUER, "aud": app_id, "serviceurl": service_url, "nbf": now - 60, "exp": now + 3600}
    body = {name: value for name, value in (usual | claims).items() if value is not None}
    return jwt.encode(body, key(signed_by), "RS256", {"kid": kid or signed_by})
