"""How large a pack may be. Everything is checked before the memory for it is taken."""

from __future__ import annotations

from typing import Final

from sigdsl.limits import MAX_FILE_BYTES

__all__ = [
    "MAX_AUTHORS", "MAX_DEPTH", "MAX_MANIFEST_BYTES", "MAX_MEMBERS", "MAX_NAME_BYTES", "MAX_NOTES_BYTES",
    "MAX_PACK_BYTES", "MAX_SIGNATURES", "MAX_SIGNATURE_BYTES", "MAX_SOURCE_BYTES", "MAX_TEXT",
]  # fmt: skip

MAX_PACK_BYTES: Final = 8 << 20
MAX_MEMBERS: Final = 2_048
MAX_NAME_BYTES: Final = 100  # of a member: what one field of a tar header holds
MAX_DEPTH: Final = 6  # folders within folders, the file included
MAX_SOURCE_BYTES: Final = MAX_FILE_BYTES  # of one .sig file
MAX_NOTES_BYTES: Final = 4 << 20
MAX_MANIFEST_BYTES: Final = 1 << 20
MAX_SIGNATURE_BYTES: Final = 16 << 10  # of the OpenSSH signature: an RSA key of 16,384 bits needs 6 KiB
MAX_SIGNATURES: Final = 2_000  # signatures of traffic, in all files together
MAX_AUTHORS: Final = 64
MAX_TEXT: Final = 200  # characters of a title, an author or a licence
