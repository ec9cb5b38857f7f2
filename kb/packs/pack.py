"""A pack whole: the container, its manifest and its members, agreeing with each other."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from kb.packs.archive import archive_bytes, read_archive, read_pack_file
from kb.packs.errors import PackError
from kb.packs.manifest import Manifest, Member, decode_manifest, encode_manifest
from kb.packs.names import MANIFEST, NOTES, SIGNATURE, SOURCES
from kb.packs.signing import Signer, sign, signer_of

__all__ = ["Pack", "assemble", "open_pack", "read_pack"]


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack that is what its manifest says. Who signed it is not looked at before `signed_by`.

    Attributes:
        manifest: What it says of itself.
        members: All files by name, the manifest included.
        data: The pack as one file.
    """

    manifest: Manifest
    members: Mapping[str, bytes]
    data: bytes

    @property
    def digest(self) -> str:
        """SHA-256 of the manifest, which stands for all that the pack holds but its signature; hexadecimal."""
        return hashlib.sha256(self.members[MANIFEST]).hexdigest()

    @property
    def sources(self) -> dict[str, bytes]:
        """The .sig files by their names below the folder of signatures."""
        return {
            name.removeprefix(SOURCES): data for name, data in self.members.items() if name.startswith(SOURCES)
        }  # fmt: skip

    @property
    def notes(self) -> bytes:
        """The notes as NDJSON; empty where there are none."""
        return self.members.get(NOTES, b"")

    def signed_by(self, allowed_signers: Path) -> Signer:
        """Who signed it, by this allowed-signers file.

        Raises:
            PackError: The signature does not fit.
        """
        return signer_of(self.members[MANIFEST], self.members.get(SIGNATURE), allowed_signers)


def assemble(manifest: Manifest, members: Mapping[str, bytes], key: Path | None = None) -> Pack:
    """A pack of these members, with their digests in its manifest, signed when there is a key.

    Raises:
        PackError: Something is not allowed in a pack, or cannot be signed.
    """
    listed = tuple(
        Member(name, len(data), hashlib.sha256(data).hexdigest()) for name, data in sorted(members.items())
    )  # fmt: skip
    whole = {MANIFEST: encode_manifest(replace(manifest, members=listed)), **members}
    archive_bytes(whole)  # what is not allowed is told before anybody is asked for a passphrase
    if key is not None:
        whole[SIGNATURE] = sign(whole[MANIFEST], key)
    return open_pack(archive_bytes(whole))


def read_pack(path: Path) -> Pack:
    """The pack in a file.

    Raises:
        PackError: The file cannot be read, or is not a pack byte for byte.
    """
    data = read_pack_file(path)
    try:
        return open_pack(data)
    except PackError as error:
        raise PackError(f"{path}: {error}") from error


def open_pack(data: bytes) -> Pack:
    """The pack in these bytes.

    Raises:
        PackError: They are no pack, or not all of one.
    """
    members = read_archive(data)
    if next(iter(members), None) != MANIFEST:
        raise PackError(f"there is no {MANIFEST} at its start")
    manifest = decode_manifest(members[MANIFEST])
    manifest.check_members(members)
    return Pack(manifest, members, data)
