"""The container: a ustar archive (POSIX.1-1988) of plain files, in the one form that its members determine.

`tar` lists and unpacks it. The reader here is not a reader of tar: it works out what the header of each member must be,
from its name and its size, and refuses an archive that differs in any byte. So links, devices, folders, extended
headers, other owners, times or orders, rubbish between members or after the end need no rule each, and no two
programs can see different members. Nothing is compressed: nothing can swell when it is unpacked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from kb.packs.errors import PackError
from kb.packs.limits import (
    MAX_MANIFEST_BYTES,
    MAX_MEMBERS,
    MAX_NAME_BYTES,
    MAX_NOTES_BYTES,
    MAX_PACK_BYTES,
    MAX_SIGNATURE_BYTES,
    MAX_SOURCE_BYTES,
)
from kb.packs.names import MANIFEST, NOTES, SIGNATURE, check_member_name

__all__ = ["archive_bytes", "read_archive", "read_bounded", "read_pack_file", "size_limit"]

_BLOCK: Final = 512
_END: Final = bytes(2 * _BLOCK)
_OCTAL: Final = re.compile(rb"[0-7]{11}\0")
# The fields of a header: from where to where they stand.
_FIELDS: Final = {
    "name": (0, 100), "mode": (100, 108), "owner": (108, 116), "group": (116, 124), "size": (124, 136),
    "time": (136, 148), "kind": (156, 157), "link": (157, 257), "magic": (257, 265), "owner's name": (265, 297),
    "group's name": (297, 329), "device": (329, 345), "prefix": (345, 500), "padding": (500, 512),
    "checksum": (148, 156),  # the last: it is wrong where anything is
}  # fmt: skip
_KINDS: Final = {
    b"1": "a hard link", b"2": "a symbolic link", b"3": "a character device", b"4": "a block device",
    b"5": "a folder", b"6": "a pipe", b"7": "a contiguous file", b"x": "an extended header", b"g": "an extended header",
    b"L": "a long name of GNU tar", b"K": "a long link of GNU tar", b"S": "a sparse file of GNU tar",
    b"\0": "a file of an older tar",
}  # fmt: skip
_OTHERS: Final = {
    b"\x1f\x8b": "gzip", b"PK": "zip", b"BZh": "bzip2", b"\xfd7zXZ": "xz", b"\x28\xb5\x2f\xfd": "zstd",
    b"7z\xbc\xaf": "7z", b"Rar!": "rar", b"\x04\x22\x4d\x18": "lz4",
}  # fmt: skip
_SIZE_LIMITS: Final = {MANIFEST: MAX_MANIFEST_BYTES, SIGNATURE: MAX_SIGNATURE_BYTES, NOTES: MAX_NOTES_BYTES}


def size_limit(name: str) -> int:
    """How many bytes a member of this name may have."""
    return _SIZE_LIMITS.get(name, MAX_SOURCE_BYTES)


def archive_bytes(members: Mapping[str, bytes]) -> bytes:
    """The archive of these members. Equal members give equal bytes.

    Raises:
        PackError: A name is not allowed, or there is too much of something.
    """
    if len(members) > MAX_MEMBERS:
        raise PackError(f"{len(members):,} members; a pack has at most {MAX_MEMBERS:,}")
    for name, data in members.items():
        _check_size(check_member_name(name), len(data))
    parts = (part for name in _ordered(members) for part in _stored(name, members[name]))
    archive = b"".join((*parts, _END))
    if len(archive) > MAX_PACK_BYTES:
        raise PackError(f"{len(archive):,} bytes; a pack has at most {MAX_PACK_BYTES:,}")
    return archive


def read_pack_file(path: Path) -> bytes:
    """The bytes of a file that is not larger than a pack may be.

    Raises:
        PackError: It cannot be read, is no plain file, or is larger.
    """
    if path.exists() and not path.is_file():
        raise PackError(f"{path}: is no plain file")
    return read_bounded(path, MAX_PACK_BYTES, ", the most that a pack may have")


def read_bounded(path: Path, limit: int, why: str = "") -> bytes:
    """The bytes of a file, of which at most one more than the limit is read; `why` ends the complaint.

    Raises:
        PackError: It cannot be read, or is larger.
    """
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise PackError(f"{path}: cannot be read: {error.strerror or error}") from error
    if len(data) > limit:
        raise PackError(f"{path}: is larger than {limit:,} bytes{why}")
    return data


def read_archive(data: bytes) -> dict[str, bytes]:
    """The members of an archive, in their order.

    Raises:
        PackError: It is no archive that `archive_bytes` makes; the message says where it differs first.
    """
    _check_kind(data)
    members: dict[str, bytes] = {}
    for name, content in _members(data):
        if members:
            _check_order(next(reversed(members)), name)
        if len(members) == MAX_MEMBERS:
            raise PackError(f"more than {MAX_MEMBERS:,} members")
        members[name] = content
    _check_tree(members)
    return members


def _check_kind(data: bytes) -> None:
    if not data:
        raise PackError("the file is empty")
    for start, name in _OTHERS.items():
        if data.startswith(start):
            raise PackError(f"this is {name}, not a pack; a pack is not compressed, and nothing was unpacked")
    if data[257:262] != b"ustar":
        raise PackError("this is no pack: it does not start as a tar archive does")


def _members(data: bytes) -> Iterator[tuple[str, bytes]]:
    at = 0
    while True:
        header = data[at : at + _BLOCK]
        if not any(header):
            break
        name, size = _check_header(header, at)
        start, end = at + _BLOCK, at + _BLOCK + size
        at = end + -size % _BLOCK
        if at > len(data):
            raise PackError(f"member {name!r}: the file ends inside it")
        if any(data[end:at]):
            raise PackError(f"member {name!r}: something is hidden in the padding after it")
        yield name, data[start:end]
    if data[at:] != _END:
        where = "the file is cut off" if len(data) < at + len(_END) else "something stands after the end of the archive"
        raise PackError(where)


def _check_header(header: bytes, at: int) -> tuple[str, int]:
    """The name and the size that a header gives, when all of it is as these two determine it."""
    raw = header[:MAX_NAME_BYTES].split(b"\0")[0]
    name = check_member_name(raw.decode("utf-8", "backslashreplace"))
    kind = header[156:157]
    if kind != b"0":
        raise PackError(f"member {name!r}: is {_KINDS.get(kind, 'of an unknown kind')}; a pack holds plain files only")
    digits = header[124:136]
    if not _OCTAL.fullmatch(digits):
        raise PackError(f"member {name!r}: the size in its header, at byte {at:,}, is no octal number")
    size = int(digits[:11], 8)
    _check_size(name, size)
    wanted = _header(name, size)
    if header != wanted:
        odd = next(field for field, (start, end) in _FIELDS.items() if header[start:end] != wanted[start:end])
        raise PackError(f"member {name!r}: the {odd} in its header, at byte {at:,}, is not what a pack has there")
    return name, size


def _check_size(name: str, size: int) -> None:
    if size > size_limit(name):
        raise PackError(f"member {name!r}: {size:,} bytes; at most {size_limit(name):,} are allowed")


def _place(name: str) -> tuple[int, str]:
    return {MANIFEST: 0, SIGNATURE: 1}.get(name, 2), name


def _ordered(names: Iterable[str]) -> list[str]:
    return sorted(names, key=_place)


def _check_order(before: str, name: str) -> None:
    if before == name:
        raise PackError(f"member {name!r}: stands twice in the pack")
    if _place(before) > _place(name):
        raise PackError(f"member {name!r}: stands after {before!r}, against the order of names")


def _check_tree(members: Iterable[str]) -> None:
    names = set(members)
    for name in names:
        parts = name.split("/")
        for depth in range(1, len(parts)):
            if "/".join(parts[:depth]) in names:
                raise PackError(f"member {name!r}: lies in a folder that is a file")


def _stored(name: str, data: bytes) -> tuple[bytes, bytes, bytes]:
    return _header(name, len(data)), data, bytes(-len(data) % _BLOCK)


def _header(name: str, size: int) -> bytes:
    """The header of a plain file that nobody owns, made in 1970, which all may read and its owner may write."""
    front = name.encode("ascii").ljust(100, b"\0") + b"0000644\0" + b"0000000\0" * 2 + b"%011o\0" % size
    time, kind = b"00000000000\0", b"0"
    back = kind + bytes(100) + b"ustar\x0000" + bytes(64) + b"0000000\0" * 2 + bytes(167)
    checksum = sum(front) + sum(time) + sum(back) + 8 * ord(" ")  # itself counted as eight spaces
    return front + time + b"%06o\0 " % checksum + back
