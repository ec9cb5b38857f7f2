"""Bytes that no good program writes: archives field by field, manifests and signatures with one thing wrong."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from typing import Any

from kb.packs.archive import archive_bytes, read_archive
from tests.packs.conftest import Workshop
from tests.packs.making import source

END = bytes(1024)
NAME = "signatures/dns/odd.sig"
_PLACES = {
    "mode": 100, "owner": 108, "group": 116, "size": 124, "time": 136, "checksum": 148, "kind": 156, "link": 157,
    "magic": 257, "user": 265, "prefix": 345,
}  # fmt: skip


def member(name: str | bytes, data: bytes = b"", **fields: bytes) -> bytes:
    """A member with its header; `fields` stand in it instead of what should. The checksum is right unless given."""
    header = bytearray(512)
    raw = name if isinstance(name, bytes) else name.encode()
    usual = {"mode": b"0000644\0", "owner": b"0000000\0", "group": b"0000000\0", "size": b"%011o\0" % len(data),
             "time": b"00000000000\0", "kind": b"0", "magic": b"ustar\x0000"}  # fmt: skip
    header[: len(raw)] = raw
    header[329:345] = b"0000000\0" * 2
    for field, value in {**usual, **fields, "checksum": b" " * 8}.items():
        header[_PLACES[field] : _PLACES[field] + len(value)] = value
    header[148:156] = fields.get("checksum", b"%06o\0 " % sum(header))
    return bytes(header) + data + bytes(-len(data) % 512)


def archive(*members: bytes) -> bytes:
    return b"".join(members) + END


def with_member(w: Workshop, *more: bytes) -> bytes:
    """A good, signed pack with more members at its end."""
    return w.pack()[: -len(END)] + b"".join(more) + END


def manifest(members: Mapping[str, bytes] | None = None, **said: Any) -> dict[str, Any]:
    """What a good manifest says, but for what is said otherwise. None leaves a key out; `listed` are its members."""
    members = {NAME: source()} if members is None else members
    listed = said.pop("listed", None) or [
        {"name": name, "sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}
        for name, data in sorted(members.items())
    ]
    content = {"authors": ["Ada"], "format": "tracelore-pack", "format_version": 1, "language_version": 1,
               "licence": "CC0-1.0", "members": listed, "name": "odd", "version": "1.0"}  # fmt: skip
    return {key: value for key, value in {**content, **said}.items() if value is not None}


def saying(w: Workshop, members: Mapping[str, bytes] | None = None, **said: Any) -> bytes:
    """A signed pack whose manifest says something else than it should."""
    members = {NAME: source()} if members is None else members
    return w.signed(spelt(manifest(members, **said)), members)


def spelt(content: Any) -> bytes:
    return (json.dumps(content, sort_keys=True, indent=2) + "\n").encode()


def replaced(w: Workshop, old: bytes, new: bytes) -> bytes:
    """A signed pack with the manifest's text changed before it was signed."""
    text = spelt(manifest())
    assert old in text
    return w.signed(text.replace(old, new, 1), {NAME: source()})


def with_signature(w: Workshop, change: Any) -> bytes:
    """A good pack whose armoured signature was changed by a function."""
    members = read_archive(w.pack())
    return archive_bytes({**members, "manifest.json.sig": change(members["manifest.json.sig"])})


def with_blob(w: Workshop, change: Any) -> bytes:
    """The same for the bytes within the armour."""

    def rearmoured(armour: bytes) -> bytes:
        first, *lines, last = armour.splitlines(keepends=True)
        text = base64.b64encode(change(base64.b64decode(b"".join(lines))))
        return b"".join([first, *(text[at : at + 70] + b"\n" for at in range(0, len(text), 70)), last])

    return with_signature(w, rearmoured)
