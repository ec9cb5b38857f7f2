"""What gets into the store: only what is whole, not older than what is there, trusted, and new in its names."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kb.packs.content import Contents, contents_of
from kb.packs.errors import PackError, TrustError
from kb.packs.manifest import Manifest
from kb.packs.pack import Pack, read_pack
from kb.packs.signing import Signer
from kb.packs.store import Installed, Store
from sigdsl.model import Signature

__all__ = ["Outcome", "Trust", "install", "remove"]


@dataclass(frozen=True, slots=True)
class Trust:
    """Whom the user trusts.

    Attributes:
        allowed_signers: OpenSSH's file of names and keys.
        named: The one pack that is taken although nobody in that file has signed it.
    """

    allowed_signers: Path
    named: str | None = None

    def check(self, manifest: Manifest, signer: Signer) -> None:
        """Refuse what is not trusted.

        Raises:
            TrustError: Nobody who is trusted has signed the pack, and it was not named.
        """
        name = manifest.name
        if signer.standing == "trusted" or self.named == name:
            return
        if self.named is not None:
            raise TrustError(f"the pack is called {name}, and {self.named} is what you said you trust")
        if signer.standing == "unsigned":
            raise TrustError(f"{name} is not signed; if you trust it all the same, say `--trust {name}`")
        why = signer.why or f"no line of {self.allowed_signers} has it"
        raise TrustError(
            f"{name} is signed by a key that you do not trust, {signer.key_type} {signer.fingerprint}: {why}; "
            f"add the key there, or say `--trust {name}`"
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an installation did.

    Attributes:
        installed: The pack that is installed now.
        before: The one that was there before; None where there was none.
        changed: Whether anything was written.
    """

    installed: Installed
    before: Installed | None
    changed: bool


def install(store: Store, path: Path, trust: Trust, curated: Mapping[str, Signature]) -> Outcome:
    """Install the pack in a file, or raise and leave everything as it was.

    Args:
        store: Where to.
        path: The pack.
        trust: Whom the user trusts.
        curated: The curated signatures by slug. The pack's may observe them, and must not be called like one.

    Raises:
        TrustError: Nobody who is trusted has signed it.
        PackError: It is altered, too large, older than what is installed, faulty inside, or names what is there.
    """
    pack = read_pack(path)
    try:
        signer = pack.signed_by(trust.allowed_signers)
        trust.check(pack.manifest, signer)
        _check_history(pack, signer, store.find(pack.manifest.name))
        contents = contents_of(pack, curated.values())
        _check_names(pack.manifest.name, contents, curated, store.installed())
        receipt = _receipt(store, pack, signer, contents)
        if _is_there(store, receipt):
            return Outcome(receipt, receipt, changed=False)
        with store.locked():
            before = store.find(receipt.name)  # again: somebody may have installed something meanwhile
            _check_history(pack, signer, before)
            _check_names(receipt.name, contents, curated, store.installed())
            store.put(pack, receipt)
    except PackError as error:
        raise type(error)(f"{path}: not installed: {error}") from error
    return Outcome(receipt, before, changed=True)


def remove(store: Store, name: str) -> None:
    """Remove an installed pack, a damaged one too.

    Raises:
        PackError: It is not installed, or cannot be removed.
    """
    if not store.has(name):
        raise PackError(f"{name} is not installed")
    with store.locked():
        store.remove(name)


def _is_there(store: Store, receipt: Installed) -> bool:
    return store.find(receipt.name) == receipt and receipt.is_sound()


def _receipt(store: Store, pack: Pack, signer: Signer, contents: Contents) -> Installed:
    manifest = pack.manifest
    return Installed(
        name=manifest.name, version=manifest.version, digest=pack.digest,
        file_digest=hashlib.sha256(pack.data).hexdigest(), signer=signer, slugs=contents.slugs, notes=contents.notes,
        licence=manifest.licence, folder=store.root / manifest.name,
    )  # fmt: skip


def _check_history(pack: Pack, signer: Signer, installed: Installed | None) -> None:
    """Refuse a replay: an older version, another content under the same version, or the pack of somebody else."""
    if installed is None:
        return
    name, new, old = pack.manifest.name, pack.manifest.version, installed.version
    again = f"if that is meant, `tracelore pack remove {name}` first"
    if pack.manifest.order < installed.order:
        raise PackError(f"{name} {new} is older than {old}, which is installed; {again}")
    if pack.manifest.order == installed.order and pack.digest != installed.digest:
        raise PackError(f"{name} {new} is not the {name} {old} that is installed: same version, other content; {again}")
    if not _same_hand(installed.signer, signer):
        hands = f"was signed by {installed.signer}, and {new} by {signer}"
        raise PackError(f"{name} {old}, which is installed, {hands}; {again}")


def _same_hand(before: Signer, now: Signer) -> bool:
    """Whether the new pack comes from whom the old one came, or from somebody who is better known."""
    match before.standing, now.standing:
        case "trusted", "trusted":
            return before.principal == now.principal
        case "unknown", "unknown":
            return before.fingerprint == now.fingerprint
        case "trusted", _:
            return False
        case "unknown", "unsigned":
            return False
        case _:
            return True


def _check_names(
    name: str, contents: Contents, curated: Mapping[str, Signature], installed: Iterable[Installed]
) -> None:
    taken = dict.fromkeys(curated, "a curated signature")
    for other in installed:
        if other.name != name:
            taken |= dict.fromkeys(other.slugs, f"a signature of the pack {other.name}")
    clash = [slug for slug in contents.slugs if slug in taken]
    if clash:
        more = f" (and {len(clash) - 1:,} more like it)" if len(clash) > 1 else ""
        raise PackError(f"its signature {clash[0]} is called like {taken[clash[0]]}{more}; a pack replaces nothing")
