"""Compound files, the format of Outlook's mails and of old Office documents, read with a guard against hostile ones."""

from io import BytesIO
from typing import Any

from olefile import OleFileIO
from olefile.olefile import STGTY_STORAGE as FOLDER
from olefile.olefile import STGTY_STREAM as STREAM

__all__ = ["FOLDER", "STREAM", "Container"]


class Container(OleFileIO):  # type: ignore[misc]
    """A compound file that is followed no further than it is long.

    olefile goes on after most defects, so a loop or a size beyond the file's own would fill the memory.
    """

    def __init__(self, raw: bytes) -> None:
        self.left = 2 * len(raw)  # bytes of streams that may still be read; no honest file needs as many
        super().__init__(BytesIO(raw))  # as bytes, a short file would be taken for the name of one
        if self.root.size > len(raw):
            raise ValueError("the small streams are larger than the file")

    def loadfat(self, header: bytes) -> None:
        """Read the table of sectors, if its size fits the file's."""
        usual = self.sector_size in (512, 4096) and self.mini_sector_size == 64
        # The header alone has room for 109 sectors of the table; more are only believed when the file needs them.
        if not usual or self.num_fat_sectors > 109 + self.nb_sect // 128 or self.num_mini_fat_sectors > self.nb_sect:
            raise ValueError("sectors of a size or number that cannot be")
        super().loadfat(header)

    def _check_duplicate_stream(self, first_sect: int, minifat: bool = False) -> None:
        """Not looked up: olefile does it in a list, in quadratic time, and `left` stops what it would find."""

    def read(self, entry: Any) -> bytes:
        """A whole stream. Raises ValueError rather than give a part of it."""
        self.left -= entry.size
        if self.left < 0:
            raise ValueError("streams larger than the file")
        content: bytes = self._open(entry.isectStart, entry.size).read() if entry.size else b""
        if len(content) < entry.size:
            raise ValueError("a stream that is cut off")
        return content
