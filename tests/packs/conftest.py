"""Real keys, real signatures: packs made in a temporary folder, installed into another."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from kb.packs.archive import archive_bytes
from kb.packs.manifest import Manifest
from kb.packs.pack import assemble
from kb.packs.signing import sign
from tests.packs.making import make_key, source

needs_keygen = pytest.mark.skipif(
    shutil.which("ssh-keygen") is None, reason="ssh-keygen is not installed (Debian: openssh-client)"
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All of this folder needs keys."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(needs_keygen)


@dataclass(frozen=True)
class Workshop:
    """Keys, who is trusted, and the places of a test.

    `signer` is trusted as ada@example.org, `second` as bob@example.org, and `stranger` is not.
    """

    folder: Path
    allowed: Path
    packs: Path

    def key(self, name: str = "signer") -> Path:
        return self.folder / name

    def pack(
        self, members: Mapping[str, bytes] | None = None, key: str | None = "signer", name: str = "odd", **said: object
    ) -> bytes:
        """A good pack, unless its members or what it says of itself are bad."""
        manifest = Manifest(**{"name": name, "version": "1.0", "authors": ("Ada",), "licence": "CC0-1.0", **said})
        whole = members if members is not None else {"signatures/dns/odd.sig": source()}
        return assemble(manifest, whole, self.key(key) if key else None).data

    def signed(self, manifest: bytes, members: Mapping[str, bytes]) -> bytes:
        """A pack with any manifest at all, signed by somebody who is trusted."""
        armour = sign(manifest, self.key())
        return archive_bytes({"manifest.json": manifest, "manifest.json.sig": armour, **members})

    def file(self, data: bytes, name: str = "some.pack") -> Path:
        path = self.folder.parent / name
        path.write_bytes(data)
        return path


@pytest.fixture(scope="session")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("keys")
    for name in ("signer", "second", "stranger"):
        make_key(folder / name)
    return folder


@pytest.fixture
def workshop(keys: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    folder = tmp_path / "work"
    shutil.copytree(keys, folder)
    allowed, packs = folder / "allowed_signers", tmp_path / "user" / "packs"
    lines = (("ada@example.org", "signer"), ("bob@example.org", "second"))
    allowed.write_text("".join(f"{who} {(keys / f'{key}.pub').read_text()}" for who, key in lines))
    packs.parent.mkdir()
    monkeypatch.setenv("TRACELORE_PACKS", str(packs))
    monkeypatch.setenv("TRACELORE_ALLOWED_SIGNERS", str(allowed))
    monkeypatch.setenv("TRACELORE_NOTES", str(tmp_path / "user" / "notes.db"))
    return Workshop(folder, allowed, packs)


def listing(folder: Path) -> dict[str, object]:
    """Everything below a folder, with all that a write would change."""
    return {
        str(path.relative_to(folder)): (
            path.lstat().st_mode, path.lstat().st_mtime_ns, path.read_bytes() if path.is_file() else None
        )
        for path in folder.rglob("*")
    }  # fmt: skip
