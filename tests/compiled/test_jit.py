"""What was compiled before is loaded, and nothing that only compiling needs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("numba")

_PROGRAM = """
import sys
import numpy as np
from matcher.compiled.jit import kernel, lean

@kernel
def counted(size):
    numbers = np.zeros(size, np.int64)
    for at in range(size):
        numbers[at] = at
    return numbers

@lean
def taken(numbers, at):
    return numbers[at]

numbers = counted(4)
try:
    taken(numbers, 7)
except IndexError as error:
    print(numbers.sum(), error)
print(sum(counted.stats.cache_hits.values()), sum(taken.stats.cache_hits.values()))
print("numba.np.arraymath" in sys.modules)
"""


def _lines(program: Path, cache: Path) -> list[str]:
    environment = {**os.environ, "NUMBA_CACHE_DIR": str(cache), "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run(
        [sys.executable, str(program)], env=environment, capture_output=True, text=True, check=True
    ).stdout.splitlines()


def test_a_kernel_is_loaded_without_what_compiling_needs(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(_PROGRAM)
    compiled, loaded = (_lines(program, tmp_path / "cache") for _ in range(2))
    assert compiled == ["6 index is out of bounds", "0 0", "True"]
    assert loaded == ["6 index is out of bounds", "1 1", "False"]
