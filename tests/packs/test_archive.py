"""The container: any `tar` reads it, and it has one form only."""

from __future__ import annotations

import io
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.packs.archive import archive_bytes, read_archive
from kb.packs.errors import PackError
from kb.packs.names import check_member_name, check_pack_name, parse_version

GNU_TAR = "--format=ustar --owner=0 --group=0 --numeric-owner --mtime=@0 --mode=u=rw,go=r -b 1"

_part = st.from_regex(r"[a-z0-9_][a-z0-9_-]{0,8}", fullmatch=True)
_names = st.lists(_part, min_size=1, max_size=3).map(lambda parts: f"signatures/{'/'.join(parts)}.sig")
_members = st.dictionaries(_names, st.binary(max_size=1500), max_size=6)


@given(_members)
def test_what_is_put_in_comes_out_and_tar_agrees(members: dict[str, bytes]) -> None:
    whole = {"manifest.json": b"{}", **{name: data for name, data in members.items() if _allowed(name)}}
    data = archive_bytes(whole)
    assert read_archive(data) == whole
    assert archive_bytes(dict(reversed(whole.items()))) == data
    with tarfile.open(fileobj=io.BytesIO(data)) as tar:
        assert {info.name: tar.extractfile(info).read() for info in tar} == whole
        assert all(info.isreg() and info.mode == 0o644 and info.mtime == info.uid == info.gid == 0 for info in tar)


@pytest.mark.skipif(shutil.which("tar") is None, reason="tar is not installed")
def test_gnu_tar_makes_the_same_bytes(tmp_path: Path) -> None:
    if "GNU tar" not in subprocess.run(["tar", "--version"], capture_output=True, text=True, check=True).stdout:
        pytest.skip("tar is not GNU tar")
    members = {"manifest.json": b"{}", "notes.ndjson": b"x" * 513, "signatures/a/b.sig": b""}
    for name, data in members.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    made = subprocess.run(
        ["tar", *GNU_TAR.split(), "-cf", "-", *members], cwd=tmp_path, capture_output=True, check=True
    )
    assert made.stdout == archive_bytes(members)


def _allowed(name: str) -> bool:
    try:
        return bool(check_member_name(name))
    except PackError:
        return False


@pytest.mark.parametrize("name", ["odd", "dns-oddities", "a1", "x-2"])
def test_names_of_packs(name: str) -> None:
    assert check_pack_name(name) == name


@pytest.mark.parametrize(
    "name",
    ["", "Odd", "1x", "a--b", "-a", "a-", "a_b", "a b", "a/b", "..", "curated", "con", "lpt1", "é", "a\n", "x" * 65],
)
def test_no_names_of_packs(name: str) -> None:
    with pytest.raises(PackError):
        check_pack_name(name)


def test_versions_compare_as_numbers() -> None:
    texts = ["0", "0.9", "1", "1.0.1", "1.2", "1.10", "2.0.0.1", "20261126"]
    versions = [parse_version(text) for text in texts]
    assert versions == sorted(versions)
    assert parse_version("1.0") == parse_version("1")


@pytest.mark.parametrize(
    "text", ["", "v1", "1.", ".1", "01", "1.2.3.4.5", "1-2", "1.0a", "-1", "1 ", "1\n", "\u0663", "9999999999"]
)
def test_no_versions(text: str) -> None:
    with pytest.raises(PackError):
        parse_version(text)
