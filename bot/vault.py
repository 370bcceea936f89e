"""The desk's key: encrypts what is personal before it reaches a disk, and hashes what must be matched."""

import hashlib
import hmac
import json
import unicodedata

from cryptography.fernet import Fernet, InvalidToken

from bot.errors import BadSettings


class Vault:
    """Encrypts and hashes with one key.

    Args:
        key: a Fernet key (32 bytes, url-safe base64), see `new_key`. Raises BadSettings for anything else.
    """

    def __init__(self, key: str) -> None:
        try:
            self._fernet = Fernet(key)
        except ValueError:
            raise BadSettings("DESK_KEY is not a key: it must be 32 bytes in url-safe base64.") from None
        self._hash_key = hashlib.blake2b(key.encode(), person=b"desk matching").digest()

    @staticmethod
    def new_key() -> str:
        """A fresh random key."""
        return Fernet.generate_key().decode()

    def seal(self, text: str) -> str:
        """Encrypt a text."""
        return self._fernet.encrypt(text.encode()).decode()

    def open(self, sealed: str) -> str:
        """Decrypt a text. Raises BadSettings when it was sealed with another key."""
        try:
            return self._fernet.decrypt(sealed.encode()).decode()
        except InvalidToken:
            raise BadSettings("DESK_KEY is not the key that this database was written with.") from None

    def seal_json(self, value: object) -> str:
        return self.seal(json.dumps(value, ensure_ascii=False, separators=(",", ":")))

    def open_json(self, sealed: str) -> object:
        return json.loads(self.open(sealed))

    def mark(self, kind: str, text: str) -> str:
        """A keyed hash for matching (addresses, message ids): the same text always gives the same mark."""
        folded = unicodedata.normalize("NFKC", text).strip().casefold()
        return hmac.new(self._hash_key, f"{kind}\0{folded}".encode(), hashlib.sha256).hexdigest()
