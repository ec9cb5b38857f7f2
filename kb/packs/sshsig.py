"""The armoured signature that `ssh-keygen -Y sign` writes: OpenSSH's PROTOCOL.sshsig, in its one canonical spelling.

Whether a signature is *good* is for ssh-keygen to say. This module says what it is about, and refuses every spelling
but the one that OpenSSH writes, so that no byte of a signed pack can be changed without its being noticed.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from typing import Final

from kb.packs.errors import PackError

__all__ = ["NAMESPACE", "SshSignature", "parse_signature"]

NAMESPACE: Final = "tracelore-pack"  # a signature that was made for anything else does not count for a pack

_MAGIC: Final = b"SSHSIG"
_BEGIN: Final = b"-----BEGIN SSH SIGNATURE-----\n"
_FINISH: Final = b"-----END SSH SIGNATURE-----\n"
_WIDTH: Final = 70
_HASHES: Final = (b"sha256", b"sha512")


@dataclass(frozen=True, slots=True)
class SshSignature:
    """A signature as it stands in a pack, not yet verified.

    Attributes:
        armour: The text as ssh-keygen wrote it.
        key_type: Such as `ssh-ed25519`.
        fingerprint: Of the public key, as ssh-keygen prints it: `SHA256:...`.
    """

    armour: bytes
    key_type: str
    fingerprint: str


def parse_signature(armour: bytes) -> SshSignature:
    """What a signature is about.

    Raises:
        PackError: It is no signature, in another spelling than OpenSSH's, or made for another purpose.
    """
    blob = _Blob(_unarmoured(armour))
    if blob.take(len(_MAGIC)) != _MAGIC or blob.number() != 1:
        raise PackError("the signature is no SSH signature of version 1")
    key, namespace, reserved, hashed = (blob.string() for _ in range(4))
    if namespace != NAMESPACE.encode():
        shown = ascii(namespace.decode("utf-8", "replace"))[:80]
        raise PackError(f"the signature was made for {shown}, not for {NAMESPACE!r}")
    if reserved or hashed not in _HASHES:
        raise PackError("the signature uses something that this format does not know")
    blob.string()  # the signature proper
    blob.end()
    kind = _Blob(key).string()
    if not kind.replace(b"-", b"").replace(b"@", b"").replace(b".", b"").isalnum():
        raise PackError("the signature names no kind of key")
    digest = base64.b64encode(hashlib.sha256(key).digest()).decode("ascii").rstrip("=")
    return SshSignature(armour, kind.decode("ascii"), f"SHA256:{digest}")


def _unarmoured(armour: bytes) -> bytes:
    body = armour.removeprefix(_BEGIN).removesuffix(_FINISH)
    try:
        blob = base64.b64decode(body.replace(b"\n", b""), validate=True)
    except ValueError:
        raise PackError("the signature is not what ssh-keygen writes: no base64") from None
    text = base64.b64encode(blob)
    lines = (text[at : at + _WIDTH] + b"\n" for at in range(0, len(text), _WIDTH))
    if b"".join((_BEGIN, *lines, _FINISH)) != armour:
        raise PackError("the signature is not spelt as ssh-keygen spells it")
    return blob


class _Blob:
    """Reads SSH's binary encoding (RFC 4251, section 5) from its start to its end."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def take(self, count: int) -> bytes:
        """So many bytes."""
        if count > len(self._data) - self._at:
            raise PackError("the signature is cut off")
        start, self._at = self._at, self._at + count
        return self._data[start : self._at]

    def number(self) -> int:
        """A `uint32`."""
        return int.from_bytes(self.take(4), "big")

    def string(self) -> bytes:
        """A `string`."""
        return self.take(self.number())

    def end(self) -> None:
        """Nothing may be left."""
        if self._at != len(self._data):
            raise PackError("something stands after the end of the signature")
