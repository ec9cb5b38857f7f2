"""The packages depend on each other in one direction only, and what is heavy is imported where it is used."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

TOP = Path(__file__).parents[1]
MAY_IMPORT = {
    "sigdsl": {"sigdsl"},
    "matcher": {"matcher", "sigdsl"},
    "kb": {"kb", "sigdsl"},
    "tracelore": {"tracelore", "matcher", "kb", "sigdsl"},
}
HEAVY = {
    "scapy", "numpy", "numba", "datasette", "rich", "sqlite_utils", "uvicorn", "lark", "re2", "pandas", "pyarrow",
    "pygls",
}  # fmt: skip


def imports_of(path: Path) -> Iterator[str]:
    """Top-level names that a module imports anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module.split(".")[0]


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_packages_import_in_one_direction(package: str) -> None:
    ours = set(MAY_IMPORT)
    for path in sorted((TOP / package).rglob("*.py")):
        wrong = (set(imports_of(path)) & ours) - MAY_IMPORT[package]
        assert not wrong, f"{path.relative_to(TOP)} imports {wrong}"


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_no_module_is_too_long_to_be_one_concept(package: str) -> None:
    long = {path.name: count for path in (TOP / package).rglob("*.py") if (count := _lines(path)) > 420}
    assert not long


def _lines(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


@pytest.mark.parametrize("package", ["sigdsl", "matcher", "kb", "tracelore"])
def test_public_names_exist(package: str) -> None:
    """What `__all__` promises is there."""
    for path in sorted((TOP / package).rglob("*.py")):
        name = ".".join(path.relative_to(TOP).with_suffix("").parts).removesuffix(".__init__")
        if name.endswith("__main__"):
            continue
        module = __import__(name, fromlist=["__all__"])
        assert all(hasattr(module, public) for public in getattr(module, "__all__", ())), name


@pytest.mark.parametrize(
    ("command", "forbidden"),
    [
        (["--help"], HEAVY),
        (["match", "--help"], HEAVY),
        (["explain", "--help"], HEAVY),
        (["match", "--format", "ndjson", "examples/odd-packets.pcap"], HEAVY),
        (["packets", "examples/odd-packets.pcap"], HEAVY),
        (["match", "examples/odd-packets.pcap"], HEAVY - {"rich"}),
        (["search", "674719802"], HEAVY),
        (["pack", "list"], HEAVY),
        (["pack", "--help"], HEAVY),
        (["check"], HEAVY - {"lark", "re2", "pandas", "pyarrow"}),
    ],
)
def test_commands_load_only_what_they_use(command: list[str], forbidden: set[str]) -> None:
    code = (
        "import sys\nfrom tracelore.cli import main\n"
        f"try: main({command!r}, prog_name='tracelore')\nexcept SystemExit: pass\n"
        "print(' '.join(sorted({name.split('.')[0] for name in sys.modules})), file=sys.stderr)"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=TOP, capture_output=True, text=True, check=True)
    loaded = set(run.stderr.splitlines()[-1].split())
    assert not loaded & forbidden
