"""Signing and verifying with ssh-keygen, which is called with lists of arguments, without a shell, for a bounded time.

Secret keys are never read or copied here: ssh-keygen gets the path that the user named.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, Literal

from kb.packs.errors import PackError
from kb.packs.names import MANIFEST, SIGNATURE
from kb.packs.sshsig import NAMESPACE, SshSignature, parse_signature

__all__ = ["Signer", "Standing", "sign", "signer_of"]

Standing = Literal["trusted", "unknown", "unsigned"]

_KEYGEN: Final = "ssh-keygen"
_NEEDS: Final = "OpenSSH 8.2 or later is needed"
_VERIFY_SECONDS: Final[float] = 20
_SIGN_SECONDS: Final[float] = 180  # a passphrase is typed, a token is touched
_MOST_PRINCIPALS: Final = 16


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signed a pack.

    Attributes:
        standing: `trusted`: a key that the allowed-signers file lists; `unknown`: a good signature by another key;
            `unsigned`: no signature.
        principal: The name that the allowed-signers file gives to the key.
        fingerprint: Of the key: `SHA256:...`.
        key_type: Such as `ssh-ed25519`.
        why: Why an `unknown` one is not trusted, where there is more to say than that its key is not listed.
    """

    standing: Standing
    principal: str | None = None
    fingerprint: str | None = None
    key_type: str | None = None
    why: str = ""

    def __str__(self) -> str:
        if self.standing == "unsigned":
            return "nobody (unsigned)"
        who = self.principal if self.principal is not None else "a key that is not trusted"
        return f"{who} ({self.key_type} {self.fingerprint})"


def sign(manifest: bytes, key: Path) -> bytes:
    """The armoured signature of a manifest by a key: a private key file, or a public one whose key the agent holds.

    Raises:
        PackError: ssh-keygen is missing or too old, or cannot sign with this key.
    """
    if not key.is_file():
        raise PackError(f"{key}: there is no such key file")
    with TemporaryDirectory(prefix="tracelore-") as scratch:  # nobody else may look into it
        file = Path(scratch, MANIFEST)
        file.write_bytes(manifest)
        done = _run(["sign", "-f", str(key.absolute()), "-n", NAMESPACE, str(file)], seconds=_SIGN_SECONDS)
        written = Path(scratch, SIGNATURE)
        if done.returncode or not written.is_file():
            raise PackError(f"{key}: ssh-keygen did not sign: {_said(done)}")
        armour = written.read_bytes()
    return parse_signature(armour).armour


def signer_of(manifest: bytes, armour: bytes | None, allowed_signers: Path) -> Signer:
    """Who signed this manifest, by the allowed-signers file.

    Raises:
        PackError: The signature is not good (whoever made it), or ssh-keygen is missing or too old.
    """
    if armour is None:
        return Signer("unsigned")
    signature = parse_signature(armour)
    with TemporaryDirectory(prefix="tracelore-") as scratch:
        file = Path(scratch, SIGNATURE)
        file.write_bytes(armour)
        where = ["-n", NAMESPACE, "-s", str(file)]
        good = _run(["check-novalidate", *where], manifest)
        if good.returncode:
            raise PackError(f"the signature does not fit: this manifest was not signed so ({_said(good)})")
        return _standing(signature, manifest, file, allowed_signers.absolute())


def _standing(signature: SshSignature, manifest: bytes, file: Path, allowed_signers: Path) -> Signer:
    def signer(standing: Standing, principal: str | None = None, why: str = "") -> Signer:
        return Signer(standing, principal, signature.fingerprint, signature.key_type, why)

    if not allowed_signers.is_file():
        return signer("unknown", why=f"there is no allowed-signers file {allowed_signers}")
    listed = ["-f", str(allowed_signers), "-s", str(file)]
    found = _run(["find-principals", *listed])
    if found.returncode:
        return signer("unknown", why=_why(found))
    names = [name for line in found.stdout.splitlines() for name in line.split(",") if name and name[0] != "!"]
    tried = None
    for name in names[:_MOST_PRINCIPALS]:
        tried = _run(["verify", *listed, "-n", NAMESPACE, "-I", name], manifest)
        if not tried.returncode:
            return signer("trusted", name)
    return signer("unknown", why=_why(tried) if tried else "")


def _why(done: subprocess.CompletedProcess[str]) -> str:
    """What ssh-keygen says of lines of the file: that a key has expired, or is for another purpose."""
    told = (line for line in done.stderr.splitlines() if "key" in line and "missing key" not in line)
    return next((_printable(line) for line in told), "")


def _run(words: Sequence[str], data: bytes = b"", *, seconds: float | None = None) -> subprocess.CompletedProcess[str]:
    seconds = seconds or _VERIFY_SECONDS
    try:
        done = subprocess.run(
            [_KEYGEN, "-Y", *words], input=data, capture_output=True, timeout=seconds, check=False,
            env={**os.environ, "LC_ALL": "C"},
        )  # fmt: skip
    except FileNotFoundError:
        raise PackError(f"{_KEYGEN} is not installed: {_NEEDS} (Debian: openssh-client)") from None
    except subprocess.TimeoutExpired:
        raise PackError(f"{_KEYGEN} did not end within {seconds:g} seconds") from None
    except OSError as error:
        raise PackError(f"{_KEYGEN} cannot be run: {error.strerror or error}") from None
    said = done.stderr.decode("utf-8", "replace")
    if any(words in said for words in ("unknown option -- Y", "illegal option -- Y", "Unsupported operation for -Y")):
        raise PackError(f"this {_KEYGEN} is too old: {_NEEDS}")
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode("utf-8", "replace"), said)


def _said(done: subprocess.CompletedProcess[str]) -> str:
    """The last line that the program wrote of its trouble."""
    lines = [line for line in done.stderr.splitlines() if line.strip()]
    return _printable(lines[-1]) if lines else f"exit status {done.returncode}"


def _printable(text: str) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in text)[:200]
