"""docs/packs.md is true: what it shows is printed, what it specifies is what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from cogapp import Cog

from kb.packs import limits
from kb.packs.folder import build_pack
from kb.packs.manifest import FORMAT_VERSION
from tests.cli.test_match import tracelore
from tests.packs.conftest import Workshop
from tests.packs.making import source
from tests.packs.test_archive import GNU_TAR

PAGE = (Path(__file__).parents[2] / "docs" / "packs.md").read_text("utf-8")


def test_what_it_shows_is_printed() -> None:
    assert Cog().process_string(PAGE, "packs.md") == PAGE, "run: python -m cogapp -r docs/packs.md"


def test_the_way_to_make_a_pack_with_tar_is_the_tested_one() -> None:
    assert f"tar {GNU_TAR} -cf NAME-VERSION.pack" in PAGE


def test_limits_are_those_of_the_code() -> None:
    sizes = {
        "`manifest.json`": limits.MAX_MANIFEST_BYTES, "`manifest.json.sig`": limits.MAX_SIGNATURE_BYTES,
        "`notes.ndjson`": limits.MAX_NOTES_BYTES, "`signatures/...sig`": limits.MAX_SOURCE_BYTES,
    }  # fmt: skip
    for name, size in sizes.items():
        (row,) = re.findall(rf"^\| {re.escape(name)} \|.*\| (\d+) ([KM])iB(?: each)? \|$", PAGE, re.MULTILINE)
        assert int(row[0]) << {"K": 10, "M": 20}[row[1]] == size
    whole = (
        f"{limits.MAX_MEMBERS:,} members, {limits.MAX_SIGNATURES:,} signatures and {limits.MAX_PACK_BYTES >> 20} MiB"
    )
    assert whole in PAGE
    assert f"at most {limits.MAX_DEPTH} parts and {limits.MAX_NAME_BYTES} bytes" in PAGE
    assert f"## Format, version {FORMAT_VERSION}" in PAGE


def test_its_description_of_a_pack_builds_one(workshop: Workshop) -> None:
    folder = workshop.folder / "mine"
    folder.mkdir()
    (text,) = re.findall(r"^```toml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    (folder / "pack.toml").write_text(text)
    (folder / "odd.sig").write_bytes(source())
    pack, _ = build_pack(folder)
    assert (pack.manifest.name, pack.manifest.created) == ("dns-oddities", "2026-11-26")


@pytest.mark.parametrize("command", ["build", "verify", "install", "list", "remove", "diff"])
def test_options_are_documented(command: str) -> None:
    """Every option but those that say where to write or how to ask for help."""
    options = set(re.findall(r"--[a-z-]+", tracelore("pack", command, "--help").stdout.split("Options:")[1]))
    missing = {option for option in options - {"--help", "--output"} if option not in PAGE}
    assert not missing


def test_names_in_json_are_documented(workshop: Workshop) -> None:
    import json

    file = workshop.file(workshop.pack())
    tracelore("pack", "install", file)
    section = PAGE.split("## JSON")[1]
    newer = workshop.file(workshop.pack({"signatures/a.sig": source(version=2)}, version="2"), "newer.pack")
    (listed,) = json.loads(tracelore("pack", "list", "--format", "json").stdout)
    verified = json.loads(tracelore("pack", "verify", file, "--format", "json").stdout)
    different = json.loads(tracelore("pack", "diff", newer, "--format", "json").stdout)
    names = [
        *listed,
        *verified,
        *verified["signer"],
        *verified["signatures"][0],
        *different,
        *different["signatures"][0],
    ]
    assert all(f"`{name}`" in section for name in names)
