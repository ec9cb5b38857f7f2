"""What ssh-keygen says is believed, and what it cannot say is told."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kb.packs import signing
from kb.packs.errors import PackError
from kb.packs.pack import open_pack
from kb.packs.signing import sign
from tests.packs.conftest import Workshop
from tests.packs.making import make_key


@pytest.mark.parametrize("kind", ["ed25519", "ecdsa", "rsa"])
def test_keys_of_all_kinds(kind: str, workshop: Workshop) -> None:
    make_key(workshop.key(kind), kind)
    workshop.allowed.write_text(
        f'carol@example.org namespaces="tracelore-pack" {workshop.key(kind + ".pub").read_text()}'
    )
    signer = open_pack(workshop.pack(key=kind)).signed_by(workshop.allowed)
    assert (signer.standing, signer.principal) == ("trusted", "carol@example.org")
    assert signer.fingerprint is not None
    assert signer.fingerprint.startswith("SHA256:")


def test_the_same_sources_and_key_give_the_same_bytes(workshop: Workshop) -> None:
    assert workshop.pack() == workshop.pack()
    assert workshop.pack(key="second") != workshop.pack()


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('ada@example.org valid-before="20200101" {}', "expired"),
        ('ada@example.org namespaces="git" {}', "namespace"),
        ("!ada@example.org {}", ""),
        ("# {}", ""),
        ("", ""),
    ],
)
def test_lines_that_do_not_let_a_key_sign_packs(line: str, why: str, workshop: Workshop) -> None:
    workshop.allowed.write_text(line.format(workshop.key("signer.pub").read_text()) + "\n")
    signer = open_pack(workshop.pack()).signed_by(workshop.allowed)
    assert signer.standing == "unknown"
    assert why in signer.why


def test_the_first_name_that_may_is_taken(workshop: Workshop) -> None:
    key = workshop.key("signer.pub").read_text()
    workshop.allowed.write_text(f'late@example.org valid-before="20200101" {key}team@example.org,x@example.org {key}')
    assert open_pack(workshop.pack()).signed_by(workshop.allowed).principal == "team@example.org"


def test_no_file_of_signers(workshop: Workshop, tmp_path: Path) -> None:
    signer = open_pack(workshop.pack()).signed_by(tmp_path / "none")
    assert signer.standing == "unknown"
    assert "there is no allowed-signers file" in signer.why


def test_a_key_that_cannot_sign(workshop: Workshop) -> None:
    with pytest.raises(PackError, match="there is no such key file"):
        sign(b"{}", workshop.key("none"))
    workshop.key("broken").write_text("no key")
    workshop.key("broken").chmod(0o600)
    with pytest.raises(PackError, match="ssh-keygen did not sign"):
        sign(b"{}", workshop.key("broken"))


def fake(tmp_path: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program in the place of ssh-keygen."""
    program = tmp_path / "bin" / "ssh-keygen"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")


def test_it_is_missing(workshop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pack = open_pack(workshop.pack())
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PackError, match=r"ssh-keygen is not installed: OpenSSH 8\.2 or later"):
        pack.signed_by(workshop.allowed)


def test_it_is_too_old(workshop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pack = open_pack(workshop.pack())
    fake(tmp_path, "echo 'unknown option -- Y' >&2; exit 1", monkeypatch)
    with pytest.raises(PackError, match="is too old"):
        pack.signed_by(workshop.allowed)


def test_it_hangs(workshop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pack = open_pack(workshop.pack())
    fake(tmp_path, "exec sleep 60", monkeypatch)
    monkeypatch.setattr(signing, "_VERIFY_SECONDS", 0.2)
    with pytest.raises(PackError, match=r"did not end within 0\.2 seconds"):
        pack.signed_by(workshop.allowed)


def test_nothing_of_a_pack_reaches_a_shell(workshop: Workshop) -> None:
    """Names of files and of signers are arguments, whatever is in them."""
    odd = workshop.folder / "-I; touch evil $(x) 'q'"
    workshop.allowed.rename(odd)
    assert open_pack(workshop.pack()).signed_by(odd).principal == "ada@example.org"
    key = workshop.key("-f evil; $(x)")
    workshop.key("signer").rename(key)
    assert sign(b"{}", key).startswith(b"-----BEGIN SSH SIGNATURE-----")
