"""What docs/packs.md shows is what the commands print: cog calls this, and a test checks that it is current."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from click.testing import CliRunner

from kb.packs.manifest import Manifest
from kb.packs.pack import assemble
from tests.packs.making import make_key, source
from tracelore.cli import main

_PAGE = Path(__file__).parents[2] / "docs" / "packs.md"
_FINGERPRINT = re.compile(r"SHA256:[A-Za-z0-9+/]{43}")
_NAME = "dns-oddities"


def session() -> str:
    """A pack looked at, installed, compared and refused. Without ssh-keygen, what the page says already."""
    if shutil.which("ssh-keygen") is None:
        written = re.search(r"^```text\n\$ tracelore pack verify.*?^```\n", _PAGE.read_text("utf-8"), re.M | re.S)
        return written[0] if written else ""
    with TemporaryDirectory() as scratch, _at_home(Path(scratch)):
        _packs()
        words = (
            "verify dns-oddities-1.2.pack", "install dns-oddities-1.2.pack", "diff dns-oddities-1.3.pack",
            "install dns-oddities-1.3.pack", "list", "install dns-oddities-1.2.pack",
        )  # fmt: skip
        shown = [line for said in words for line in (f"$ tracelore pack {said}", *_run(said), "")]
    return "\n".join(["```text", *shown[:-1], "```", ""])


@contextmanager
def _at_home(folder: Path) -> Iterator[None]:
    """Everything that the commands read and write is in one folder, and nothing of the user's."""
    before, there = dict(os.environ), Path.cwd()
    os.environ.update(
        TRACELORE_PACKS=str(folder / "packs"), TRACELORE_ALLOWED_SIGNERS=str(folder / "allowed_signers")
    )  # fmt: skip
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(there)
        os.environ.clear()
        os.environ.update(before)


def _packs() -> None:
    key = Path("key")
    make_key(key)
    Path("allowed_signers").write_text(f"ada@example.org {Path('key.pub').read_text()}")
    for version, text in (
        ("1.2", source("dns-odd-syn")), ("1.3", source("dns-odd-syn", port=5353, version=2)),
    ):  # fmt: skip
        manifest = Manifest(_NAME, version, ("Ada Example",), "CC-BY-4.0", title="Odd packets around port 53")
        Path(f"{_NAME}-{version}.pack").write_bytes(assemble(manifest, {"signatures/odd-syn.sig": text}, key).data)


def _run(words: str) -> list[str]:
    """What a command prints; the key is another one each time, and its fingerprint is left out."""
    output = CliRunner().invoke(main, ["pack", *words.split()]).output
    return [line.rstrip() for line in _FINGERPRINT.sub("SHA256:...", output).splitlines()]
