"""Packs from enemies: each is refused with a word that says why, and nothing at all is written."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
import zstandard

from kb.packs.archive import archive_bytes, read_archive
from kb.packs.install import Trust, install
from kb.packs.limits import MAX_MEMBERS, MAX_PACK_BYTES
from kb.packs.store import Store
from tests.cli.test_match import tracelore
from tests.packs.conftest import Workshop, listing
from tests.packs.crafting import (
    END,
    NAME,
    archive,
    manifest,
    member,
    replaced,
    saying,
    spelt,
    with_blob,
    with_member,
    with_signature,
)
from tests.packs.making import source

Make = Callable[[Workshop], bytes]


@dataclass(frozen=True)
class Hostile:
    """A kind of pack, what is said of it, and what else is said on the command line."""

    make: Make
    says: str
    options: tuple[str, ...] = ()


def _zip(w: Workshop) -> bytes:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("../../bomb", bytes(8 << 20))
    return bomb.getvalue()


def _link(kind: bytes, target: bytes = b"/etc/passwd") -> Make:
    return lambda w: with_member(w, member("signatures/z.sig", kind=kind, link=target))


def _field(**fields: bytes) -> Make:
    return lambda w: with_member(w, member("signatures/z.sig", **fields))


def _named(name: str | bytes) -> Make:
    return lambda w: with_member(w, member(name, b"x"))


def _sources(*sources: bytes) -> Make:
    return lambda w: saying(w, {f"signatures/{number}.sig": text for number, text in enumerate(sources)})


def _said(**said: object) -> Make:
    return lambda w: saying(w, **said)


def _listing(*names: str, size: int = 0, digest: str = "0" * 64) -> Make:
    """A manifest that promises members of these names."""
    return _said(listed=[{"name": name, "sha256": digest, "size": size} for name in names])


def _other(w: Workshop, name: str, data: bytes) -> bytes:
    """A good pack one of whose members has other bytes."""
    return archive_bytes({**read_archive(w.pack()), name: data})


def _without(name: str) -> Make:
    return lambda w: archive_bytes({key: data for key, data in read_archive(w.pack()).items() if key != name})


def _resigned(w: Workshop, key: str, **said: object) -> bytes:
    return w.pack({NAME: source("resident-syn", said="Another one.")}, key, "resident", **said)


CONTAINERS = {
    "empty": Hostile(lambda w: b"", "is empty"),
    "text": Hostile(lambda w: b"signature x { }\n" * 100, "is no pack"),
    "zeros": Hostile(lambda w: bytes(4096), "is no pack"),
    "zip bomb": Hostile(_zip, "this is zip, not a pack"),
    "gzip bomb": Hostile(lambda w: gzip.compress(bytes(8 << 20)), "this is gzip"),
    "pack in gzip": Hostile(lambda w: gzip.compress(w.pack()), "nothing was unpacked"),
    "pack in xz": Hostile(lambda w: lzma.compress(w.pack()), "this is xz"),
    "pack in bzip2": Hostile(lambda w: bz2.compress(w.pack()), "this is bzip2"),
    "pack in zstd": Hostile(lambda w: zstandard.compress(w.pack()), "this is zstd"),
    "pack in a pack": Hostile(lambda w: with_member(w, member("signatures/z.pack", w.pack())), "nothing else"),
    "larger than any": Hostile(lambda w: w.pack() + bytes(MAX_PACK_BYTES), "is larger than 8,388,608 bytes"),
    "cut in a header": Hostile(lambda w: w.pack()[:700], "ends inside it"),
    "cut in a member": Hostile(lambda w: w.pack()[:-1100], "ends inside it"),
    "without an end": Hostile(lambda w: w.pack()[:-1024], "is cut off"),
    "with half an end": Hostile(lambda w: w.pack()[:-512], "is cut off"),
    "with a long end": Hostile(lambda w: w.pack() + bytes(512), "after the end"),
    "with a tail": Hostile(lambda w: w.pack() + b"#!/bin/sh\n", "after the end"),
    "two in one": Hostile(lambda w: w.pack() + w.pack(), "after the end"),
    "bytes in the padding": Hostile(lambda w: with_member(w, member("signatures/z.sig", b"x")[:-1] + b"y"), "padding"),
    "too many members": Hostile(
        lambda w: with_member(w, *(member(f"signatures/x{n:05}.sig") for n in range(MAX_MEMBERS))), "more than 2,048"
    ),
    "one member too large": Hostile(
        lambda w: with_member(w, member("signatures/z.sig", bytes(1 << 21))), "at most 1,048,576 are allowed"
    ),
    "a size of 8 GiB": Hostile(_field(size=b"77777777777\0"), "8,589,934,591 bytes; at most"),
    "a size below zero": Hostile(_field(size=b"-0000000001\0"), "no octal number"),
    "a size in base 256": Hostile(_field(size=b"\x80" + bytes(10) + b"\x01"), "no octal number"),
    "a size with spaces": Hostile(_field(size=b"          0\0"), "no octal number"),
    "the same twice": Hostile(lambda w: with_member(w, member(NAME, source())), "stands twice"),
    "against the order": Hostile(lambda w: with_member(w, member("notes.ndjson")), "against the order"),
    "a file as a folder": Hostile(
        lambda w: archive(*(member(name) for name in ("manifest.json", "signatures/a.sig", "signatures/a.sig/b.sig"))),
        "in a folder that is a file",
    ),
}  # fmt: skip

HEADERS = {
    "a symbolic link": Hostile(_link(b"2"), "is a symbolic link; a pack holds plain files only"),
    "a symbolic link upwards": Hostile(_link(b"2", b"../../.."), "is a symbolic link"),
    "a hard link": Hostile(_link(b"1"), "is a hard link"),
    "a character device": Hostile(_field(kind=b"3"), "is a character device"),
    "a block device": Hostile(_field(kind=b"4"), "is a block device"),
    "a folder": Hostile(_field(kind=b"5"), "is a folder"),
    "a pipe": Hostile(_field(kind=b"6"), "is a pipe"),
    "a pax header": Hostile(_field(kind=b"x"), "is an extended header"),
    "a global pax header": Hostile(_field(kind=b"g"), "is an extended header"),
    "a long name of GNU": Hostile(_field(kind=b"L"), "is a long name of GNU tar"),
    "a sparse file": Hostile(_field(kind=b"S"), "is a sparse file of GNU tar"),
    "an old kind": Hostile(_field(kind=b"\0"), "of an older tar"),
    "a kind that nobody knows": Hostile(_field(kind=b"?"), "of an unknown kind"),
    "a program with set-user-id": Hostile(_field(mode=b"0004755\0"), "the mode in its header"),
    "another owner": Hostile(_field(owner=b"0001750\0"), "the owner in its header"),
    "another owner's name": Hostile(_field(user=b"root"), "the owner's name in its header"),
    "another time": Hostile(_field(time=b"14700000000\0"), "the time in its header"),
    "a link in a plain file": Hostile(_field(link=b"/etc/passwd"), "the link in its header"),
    "a prefix that climbs": Hostile(_field(prefix=b"../../.."), "the prefix in its header"),
    "GNU's magic": Hostile(_field(magic=b"ustar  \0"), "the magic in its header"),
    "a wrong checksum": Hostile(_field(checksum=b"000000\0 "), "the checksum in its header"),
    "a name behind a name": Hostile(_named(b"signatures/z.sig\0../../evil"), "the name in its header"),
}

NAMES = {
    "absolute": Hostile(_named("/etc/cron.d/evil.sig"), "the path is absolute"),
    "climbing": Hostile(_named("../../evil.sig"), "leads out of the pack"),
    "climbing inside": Hostile(_named("signatures/../../evil.sig"), "leads out of the pack"),
    "climbing with backslashes": Hostile(_named("signatures\\..\\evil.sig"), "backslash"),
    "a drive": Hostile(_named("c:/evil.sig"), "drive"),
    "a stream": Hostile(_named("signatures/a.sig:evil"), "stream"),
    "here": Hostile(_named("./signatures/z.sig"), "a path is made of"),
    "an empty part": Hostile(_named("signatures//z.sig"), "a path is made of"),
    "upper case": Hostile(_named("signatures/DNS/odd.sig"), "a path is made of"),
    "another alphabet": Hostile(_named("signatures/\u043edd.sig"), "a path is made of"),
    "text turned around": Hostile(_named("signatures/\u202egis.exe.sig"), "a path is made of"),
    "not UTF-8": Hostile(_named(b"signatures/\xff.sig"), "backslash"),
    "a line break": Hostile(_named("signatures/z\n.sig"), "a path is made of"),
    "a space": Hostile(_named("signatures/z .sig"), "a path is made of"),
    "a dot at the end": Hostile(_named("signatures/z..sig"), "a path is made of"),
    "hidden": Hostile(_named("signatures/.profile.sig"), "a path is made of"),
    "an option": Hostile(_named("signatures/-rf.sig"), "a path is made of"),
    "a device": Hostile(_named("signatures/con.sig"), "means a device"),
    "too deep": Hostile(_named("signatures/a/b/c/d/e/f.sig"), "deeper than 6"),
    "too long": Hostile(_listing(f"signatures/{'x' * 100}.sig"), "is longer than 100 bytes"),
    "no name": Hostile(_named(b"\0signatures/z.sig"), "has no name"),
    "a program": Hostile(_named("signatures/setup.py"), "nothing else"),
    "a file at the top": Hostile(_named("sitecustomize.sig"), "nothing else"),
}


MANIFESTS = {
    "no manifest": Hostile(lambda w: archive(member(NAME, source())), "no manifest.json at its start"),
    "no JSON": Hostile(lambda w: w.signed(b"{", {}), "is no JSON"),
    "no object": Hostile(lambda w: w.signed(b"[]\n", {}), "is no JSON object"),
    "nested without end": Hostile(lambda w: w.signed(b"[" * 200_000, {}), "is no JSON"),
    "a number without end": Hostile(lambda w: w.signed(b'{"format_version": ' + b"9" * 9000 + b"}", {}), "is no JSON"),
    "no number": Hostile(lambda w: replaced(w, b'"format_version": 1', b'"format_version": NaN'), "canonical form"),
    "a key twice": Hostile(lambda w: replaced(w, b'"name": "odd"', b'"name": "x",\n  "name": "odd"'), "canonical form"),
    "other spaces": Hostile(lambda w: replaced(w, b'"name": "odd"', b'"name":  "odd"'), "canonical form"),
    "other escapes": Hostile(lambda w: replaced(w, b'"odd"', b'"\\u006fdd"'), "canonical form"),
    "letters beyond ASCII": Hostile(lambda w: replaced(w, b"Ada", "Adá".encode()), "in ASCII"),
    "another format": Hostile(_said(format="other"), "`format` is not"),
    "a newer format": Hostile(_said(format_version=2), "format version 2"),
    "a version that is a truth": Hostile(_said(format_version=True), "`format_version` is no number"),
    "no licence": Hostile(_said(licence=None), "has no `licence`"),
    "an empty licence": Hostile(_said(licence=" "), "`licence`: a text of 1 to 200"),
    "no authors": Hostile(_said(authors=[]), "`authors` is no list of 1"),
    "authors that are numbers": Hostile(_said(authors=[1]), "something else than texts"),
    "a key that nobody knows": Hostile(_said(run="rm -rf /"), "has 'run'"),
    "a name that is a path": Hostile(_said(name="../odd"), "a pack cannot be called '../odd'"),
    "our name": Hostile(_said(name="curated"), "has a meaning already"),
    "a device's name": Hostile(_said(name="nul"), "has a meaning already"),
    "no version": Hostile(_said(version="1.0-rc1"), "is no version"),
    "a title turned around": Hostile(_said(title="safe \u202e evil"), "U+202E cannot be seen"),
    "a title for the terminal": Hostile(_said(title="\x1b]0;evil\x07"), "U+001B cannot be seen"),
    "a title decomposed": Hostile(_said(title="Ade\u0301"), "composed form"),
    "a title too long": Hostile(_said(title="x" * 201), "a text of 1 to 200"),
    "no day": Hostile(_said(created="2026-02-30"), "no day of the calendar"),
    "a manifest too large": Hostile(
        lambda w: archive(member("manifest.json", b" " * ((1 << 20) + 1))), "at most 1,048,576 are allowed"
    ),
    "a member altered": Hostile(lambda w: _other(w, NAME, source(said="A fabrication.")), "was altered"),
    "a member shortened": Hostile(lambda w: _other(w, NAME, source()[:-1]), "the manifest says"),
    "a member missing": Hostile(_without(NAME), "it is not there"),
    "a member more": Hostile(lambda w: _other(w, "signatures/z.sig", source("more")), "does not know it"),
    "a manifest of itself": Hostile(_listing("manifest.json"), "that it covers"),
    "members out of order": Hostile(_listing("signatures/b.sig", "signatures/a.sig"), "in the order of their names"),
    "a digest that is none": Hostile(_listing(NAME, digest="0" * 63), "no SHA-256"),
    "a size that is none": Hostile(_listing(NAME, size=-1), "is not from 0 to"),
}  # fmt: skip

_LIES = source(said="Lies.")
SIGNERS = {
    "unsigned": Hostile(lambda w: w.pack(key=None), "is not signed"),
    "signed by a stranger": Hostile(lambda w: w.pack(key="stranger"), "a key that you do not trust"),
    "trusted by another name": Hostile(lambda w: w.pack(key=None), "is what you said you trust", ("--trust", "ode")),
    "the signature of another": Hostile(
        lambda w: archive_bytes(
            {**read_archive(w.pack()), "manifest.json.sig": read_archive(w.pack(version="2"))["manifest.json.sig"]}
        ),
        "the signature does not fit",
    ),
    "altered with its digest": Hostile(
        lambda w: archive_bytes(
            {**read_archive(w.pack()), NAME: _LIES, "manifest.json": spelt(manifest({NAME: _LIES}))}
        ),
        "the signature does not fit",
    ),
    "the signature taken off": Hostile(_without("manifest.json.sig"), "is not signed"),
    "an empty signature": Hostile(lambda w: with_signature(w, lambda armour: b""), "not spelt as"),
    "a signature of something else": Hostile(
        lambda w: with_blob(w, lambda blob: blob.replace(b"\0\0\0\x0etracelore-pack", b"\0\0\0\x03git")),
        "was made for 'git'",
    ),
    "words around the signature": Hostile(lambda w: with_signature(w, lambda armour: b"Hi!\n" + armour), "no base64"),
    "lines of another length": Hostile(
        lambda w: with_signature(w, lambda armour: armour.replace(b"\n", b"\n\n", 2)), "not spelt as"
    ),
    "no base64": Hostile(lambda w: with_signature(w, lambda armour: armour.replace(b"U1NI", b"!!!!")), "no base64"),
    "another magic": Hostile(lambda w: with_blob(w, lambda blob: b"SSHSIX" + blob[6:]), "no SSH signature"),
    "a part of a signature": Hostile(lambda w: with_blob(w, lambda blob: blob[:-1]), "is cut off"),
    "more than a signature": Hostile(lambda w: with_blob(w, lambda blob: blob + b"\0"), "after the end of the sig"),
    "a length without end": Hostile(
        lambda w: with_blob(w, lambda blob: blob[:10] + b"\xff" * 4 + blob[14:]), "is cut off"
    ),
    "something reserved": Hostile(
        lambda w: with_blob(w, lambda blob: blob.replace(b"-pack\0\0\0\0", b"-pack\0\0\0\x01x")), "does not know"
    ),
    "another hash": Hostile(lambda w: with_blob(w, lambda blob: blob.replace(b"sha512", b"sha224")), "does not know"),
    "a signature too large": Hostile(
        lambda w: archive(member("manifest.json", b"{}"), member("manifest.json.sig", bytes(20_000))), "at most 16,384"
    ),
}  # fmt: skip

CONTENTS = {
    "a faulty signature": Hostile(_sources(b"signature x { title }"), "its signatures have errors"),
    "an unknown field": Hostile(_sources(source().replace(b"dport", b"dprot")), "E200"),
    "one name twice": Hostile(_sources(source(), source()), "E502"),
    "watching what is not there": Hostile(
        _sources(source().replace(b"packet probe", b"observe nobody as n packet probe")), "E500"
    ),
    "a variant of what is not there": Hostile(
        _sources(source().replace(b"  packet", b"  variant-of nobody\n  packet")), "a variant of nobody, which"
    ),
    "nested too deep": Hostile(_sources(source().replace(b"== 53", b"== " + b"(" * 99 + b"53" + b")" * 99)), "E901"),
    "a dangerous expression": Hostile(
        _sources(source().replace(b"window == 2077", rb"payload matches /(a)\1/")), "its signatures have errors"
    ),
    "a very large set": Hostile(
        _sources(source().replace(b"== 53", b"in {" + b",".join(b"%d" % n for n in range(5000)) + b"}")), "E9"
    ),
    "no UTF-8": Hostile(_sources(source() + b"# \xff\n"), "is not UTF-8"),
    "commands for the terminal": Hostile(_sources(source(said="x \x1b[2J")), "U+001B, which hides or moves text"),
    "text turned around": Hostile(_sources(source(said="x \u202e y")), "U+202E"),
    "what cannot be seen": Hostile(_sources(source(said="x\u200by")), "U+200B"),
    "called like a curated one": Hostile(
        _sources(source("latency-probe-syn-ack")), "latency-probe-syn-ack is called like a curated signature"
    ),
    "called like another pack's": Hostile(_sources(source("resident-syn")), "a signature of the pack resident"),
    "a newer language": Hostile(_said(language_version=2), "needs version 2 of the signature language"),
    "nothing inside": Hostile(lambda w: saying(w, {}), "neither a signature nor a note"),
    "notes that are none": Hostile(lambda w: saying(w, {"notes.ndjson": b"[]\n"}), "notes.ndjson: line 1"),
    "notes that say too much": Hostile(
        lambda w: saying(w, {"notes.ndjson": json.dumps({"run": "rm -rf /"}).encode()}), "notes.ndjson: line 1"
    ),
    "notes without end": Hostile(lambda w: saying(w, {"notes.ndjson": b"[" * (1 << 18)}), "notes.ndjson: line 1"),
}  # fmt: skip

REPLAYS = {
    "older": Hostile(lambda w: _resigned(w, "signer", version="1.9"), "1.9 is older than 2.0, which is installed"),
    "older in another spelling": Hostile(lambda w: _resigned(w, "signer", version="1.10.0.99"), "is older than 2.0"),
    "the same version": Hostile(lambda w: _resigned(w, "signer", version="2.0"), "same version, other content"),
    "the same version, longer": Hostile(lambda w: _resigned(w, "signer", version="2.0.0"), "same version, other"),
    "somebody else's": Hostile(lambda w: _resigned(w, "second", version="2.1"), "was signed by ada@example.org"),
    "a stranger's": Hostile(
        lambda w: _resigned(w, "stranger", version="2.1"), "by a key that is not trusted", ("--trust", "resident")
    ),
    "nobody's": Hostile(
        lambda w: w.pack({NAME: source("resident-syn")}, None, "resident", version="2.1"),
        "and 2.1 by nobody (unsigned)", ("--trust", "resident"),
    ),
}  # fmt: skip

KINDS = {
    f"{group}: {name}": hostile
    for group, kinds in (
        ("container", CONTAINERS), ("header", HEADERS), ("name", NAMES), ("manifest", MANIFESTS), ("signer", SIGNERS),
        ("content", CONTENTS), ("replay", REPLAYS),
    )
    for name, hostile in kinds.items()
}  # fmt: skip


@pytest.fixture
def resident(workshop: Workshop) -> Workshop:
    """A pack is installed, so that there is something to replace, to damage and to collide with."""
    file = workshop.file(workshop.pack({NAME: source("resident-syn")}, name="resident", version="2.0"), "resident.pack")
    install(Store(workshop.packs), file, Trust(workshop.allowed), {})
    return workshop


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_refused_and_nothing_is_written(kind: str, resident: Workshop, tmp_path: Path) -> None:
    hostile = KINDS[kind]
    file = resident.file(hostile.make(resident))
    before = listing(tmp_path)
    result = tracelore("pack", "install", file, *hostile.options)
    assert hostile.says in result.stderr, result.stderr
    assert result.exit_code in (1, 4)
    assert result.stdout == ""
    assert "\x1b" not in result.stderr
    assert "\u202e" not in result.stderr
    assert listing(tmp_path) == before


def test_there_are_at_least_fifty_kinds() -> None:
    assert len(KINDS) >= 50


def test_what_they_are_made_from_is_good(resident: Workshop) -> None:
    """The crafting itself makes packs that are accepted, so that each kind is refused for what is wrong with it."""
    good = resident.pack()
    assert archive(*(member(name, data) for name, data in read_archive(good).items())) == good
    assert with_signature(resident, lambda armour: armour) == with_blob(resident, lambda blob: blob) == good
    assert saying(resident) == good
    assert good.endswith(END)
    assert tracelore("pack", "install", resident.file(good)).exit_code == 0


def test_it_is_no_file(resident: Workshop, tmp_path: Path) -> None:
    for path, says in ((tmp_path / "none.pack", "cannot be read"), (Path("/dev/zero"), "is no plain file")):
        result = tracelore("pack", "install", path)
        assert result.exit_code == 1
        assert says in result.stderr
