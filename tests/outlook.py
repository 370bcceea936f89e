"""Outlook's `.msg` files, written by ourselves: compound files of MS-CFB that hold a mail as MS-OXMSG has it.

outlook(subject="My data", body="Please delete it.", sender=("Ana Diaz", "ana@citrine.example"))
"""

import struct
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Union

from bot.understanding.mail.formats import mapi

Folder = Mapping[str, Union[bytes, "Folder"]]
Value = str | bytes | int | datetime

_SECTOR, _SMALL, _BORDER = 512, 64, 4096  # streams below the border stand in the mini stream, in small sectors
_END, _FREE, _OF_TABLE, _NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail's properties by their number, its recipients' and attachments' ones, and the mails attached to it.

    With a `code_page` its texts are written in 8 bits, as Outlook's older format has them.
    """

    properties: Mapping[int, Value]
    recipients: Sequence[Mapping[int, Value]] = ()
    attachments: Sequence[Mapping[int, Value]] = ()
    carried: Sequence["Mail"] = ()
    code_page: int | None = None

    def file(self) -> bytes:
        """The whole file."""
        names = {f"__substg1.0_000{number}0102": b"" for number in (2, 3, 4)}
        return compound({"__nameid_version1.0": names, **self.folder(within=False)})

    def folder(self, *, within: bool) -> Folder:
        """The mail as a folder of a compound file."""
        files: list[tuple[Mapping[int, Value], Folder]] = [(attachment, {}) for attachment in self.attachments]
        for mail in self.carried:
            name = str(mail.properties.get(mapi.SUBJECT, ""))
            named: dict[int, Value] = {mapi.ATTACH_METHOD: mapi.EMBEDDED, mapi.DISPLAY_NAME: name}
            files.append((named, {"__substg1.0_3701000D": mail.folder(within=True)}))
        counts = struct.pack("<8x4I", len(self.recipients), len(files), len(self.recipients), len(files))
        pages = {mapi.MESSAGE_CODEPAGE: self.code_page} if self.code_page else {}
        return {
            **_properties({**pages, **self.properties}, counts if within else counts + bytes(8), self.code_page),
            **{
                f"__recip_version1.0_#{number:08X}": _properties(recipient, bytes(8), self.code_page)
                for number, recipient in enumerate(self.recipients)
            },
            **{
                f"__attach_version1.0_#{number:08X}": {**_properties(named, bytes(8), self.code_page), **more}
                for number, (named, more) in enumerate(files)
            },
        }


def outlook(
    subject: str = "My data",
    body: str | None = "Please delete all personal data you hold about me.",
    sender: tuple[str, str] | None = ("Ana Diaz", "ana@citrine.example"),
    sent: datetime | None = datetime(2026, 3, 3, 8, 12, tzinfo=UTC),
    *,
    more: Mapping[int, Value] | None = None,
    recipients: Sequence[Mapping[int, Value]] = (),
    attachments: Sequence[Mapping[int, Value]] = (),
    carried: Sequence[Mail] = (),
    code_page: int | None = None,
) -> Mail:
    """A mail as Outlook keeps it; whatever is None is missing."""
    name, address = sender or (None, None)
    properties: dict[int, Value | None] = {
        mapi.MESSAGE_CLASS: "IPM.Note",
        mapi.SUBJECT: subject,
        mapi.BODY: body,
        mapi.SENDER_NAME: name,
        mapi.SENDER_EMAIL_ADDRESS: address,
        mapi.CLIENT_SUBMIT_TIME: sent,
        **(more or {}),
    }
    kept = {pid: value for pid, value in properties.items() if value is not None}
    return Mail(kept, recipients, attachments, carried, code_page)


def attached(name: str, content: bytes = b"not to be read") -> dict[int, Value]:
    """A file that is attached."""
    return {
        mapi.ATTACH_METHOD: mapi.BY_VALUE,
        mapi.ATTACH_LONG_FILENAME: name,
        mapi.ATTACH_DATA: content,
    }


def recipient(name: str, address: str, kind: int = 1) -> dict[int, Value]:
    """Somebody the mail went to: 1 as "To", 2 as "Cc"."""
    return {mapi.RECIPIENT_TYPE: kind, mapi.DISPLAY_NAME: name, mapi.SMTP_ADDRESS: address}


def _properties(properties: Mapping[int, Value], head: bytes, code_page: int | None) -> dict[str, bytes]:
    """The table of the properties, and a stream for each that does not fit into its row."""
    rows, streams = [head], {}
    for pid, value in sorted(properties.items()):
        if isinstance(value, int):
            rows.append(struct.pack("<HHIII", mapi.INTEGER, pid, 6, value, 0))
        elif isinstance(value, datetime):
            ticks = (value - datetime(1601, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1) * 10
            rows.append(struct.pack("<HHIQ", mapi.TIME, pid, 6, ticks))
        else:
            kind, content, end = _as_stream(value, code_page)
            streams[f"__substg1.0_{pid:04X}{kind:04X}"] = content
            rows.append(struct.pack("<HHIII", kind, pid, 6, len(content) + end, 0))
    return {"__properties_version1.0": b"".join(rows), **streams}


def _as_stream(value: str | bytes, code_page: int | None) -> tuple[int, bytes, int]:
    """The type and the bytes of a value, and how many more its row counts, for a zero at the end."""
    if isinstance(value, bytes):
        return mapi.BINARY, value, 0
    if code_page:
        return mapi.STRING8, value.encode(f"cp{code_page}"), 1
    return mapi.STRING, value.encode("utf-16-le"), 2


@dataclass(slots=True)
class _Entry:
    """A line of the directory: a folder or a stream, and where its neighbours stand."""

    name: str
    kind: int  # 1 a folder, 2 a stream, 5 the root
    content: bytes = b""
    left: int = _NONE
    right: int = _NONE
    child: int = _NONE
    start: int = 0
    size: int = 0

    def packed(self) -> bytes:
        name = self.name.encode("utf-16-le")
        neighbours = (self.left, self.right, self.child)
        return struct.pack(
            "<64sHBB3I16sIQQIII", name, len(name) + 2, self.kind, 1, *neighbours, b"", 0, 0, 0, self.start, self.size, 0
        )


@dataclass(slots=True)
class _Chains:
    """Contents in sectors, and for each sector the number of the next."""

    size: int
    content: bytearray = field(default_factory=bytearray)
    following: list[int] = field(default_factory=list)

    def add(self, content: bytes) -> int:
        """Put a stream at the end; returns its first sector."""
        if not content:
            return _END
        first, count = len(self.following), -(-len(content) // self.size)
        self.content += content + bytes(count * self.size - len(content))
        self.following += [*range(first + 1, first + count), _END]
        return first


def compound(tree: Folder) -> bytes:
    """A compound file of version 3: header, streams, directory, and the tables of their sectors."""
    directory = [_Entry("Root Entry", 5)]
    directory[0].child = _siblings(directory, tree)
    large, small = _Chains(_SECTOR), _Chains(_SMALL)
    for entry in directory:
        if entry.kind == 2:
            entry.size = len(entry.content)
            entry.start = (small if entry.size < _BORDER else large).add(entry.content)
    directory[0].start, directory[0].size = large.add(bytes(small.content)), len(small.content)
    small_table = large.add(_sector_of(small.following))
    listing = large.add(b"".join(entry.packed() for entry in directory))
    used = len(large.following)
    tables = next(count for count in range(1, 110) if (used + count) * 4 <= count * _SECTOR)
    large.following += [_OF_TABLE] * tables
    header = struct.pack(
        "<8s16s6H10I",
        *(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, 0, 0, 0, tables, listing, 0, _BORDER),
        *(small_table, -(-len(small.following) * 4 // _SECTOR), _END, 0),
    )
    places = [*range(used, used + tables), *[_FREE] * (109 - tables)]
    return header + struct.pack("<109I", *places) + bytes(large.content) + _sector_of(large.following)


def _siblings(directory: list[_Entry], tree: Folder) -> int:
    """Put a folder's children into the directory, as the balanced tree that the format wants; returns its top."""
    entries: list[int] = []
    for name, held in sorted(tree.items(), key=lambda item: (len(item[0]), item[0].upper())):
        entries.append(len(directory))
        directory.append(_Entry(name, 2, held) if isinstance(held, bytes) else _Entry(name, 1))
        if not isinstance(held, bytes):
            directory[entries[-1]].child = _siblings(directory, held)
    return _balanced(directory, entries)


def _balanced(directory: list[_Entry], entries: list[int]) -> int:
    if not entries:
        return _NONE
    middle = len(entries) // 2
    top = directory[entries[middle]]
    top.left, top.right = _balanced(directory, entries[:middle]), _balanced(directory, entries[middle + 1 :])
    return entries[middle]


def _sector_of(numbers: Iterable[int]) -> bytes:
    """Numbers as whole sectors."""
    packed = b"".join(struct.pack("<I", number) for number in numbers)
    return packed + b"\xff" * (-len(packed) % _SECTOR)
