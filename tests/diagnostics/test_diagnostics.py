"""Every kind of fault, as it is drawn: NNN-what.sig beside NNN-what.out.

The expected texts are written again by `TRACELORE_UPDATE_GOLDEN=1 pytest tests/diagnostics`, and never otherwise.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from sigdsl import Loaded, load_paths, load_text
from sigdsl.diagnostics import CODES
from sigdsl.limits import MAX_FILE_BYTES

HERE = Path(__file__).parent
CASES = sorted(HERE.glob("*.sig"))
TOLD_ELSEWHERE = {"E109", "E900", "W603", "W604"}  # about files, folders and packets, not about their text


def drawn(loaded: Loaded) -> str:
    return "\n\n".join(loaded.drawn()).replace(f"{HERE}{os.sep}", "") + "\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_faults_are_drawn_as_expected(case: Path) -> None:
    expected = case.with_suffix(".out")
    found = drawn(load_paths([case]))
    if os.environ.get("TRACELORE_UPDATE_GOLDEN"):
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_case_shows_the_code_it_is_named_after(case: Path) -> None:
    named = re.fullmatch(r"\d+-([EW]\d+).*", case.stem)
    if named:
        assert f"[{named[1]}]" in case.with_suffix(".out").read_text(encoding="utf-8")


def test_every_code_is_shown() -> None:
    texts = "".join(case.with_suffix(".out").read_text(encoding="utf-8") for case in CASES)
    assert set(re.findall(r"\[([EW]\d{3})\]", texts)) | TOLD_ELSEWHERE == set(CODES)


def test_ten_faults_of_different_kinds_are_told_at_once() -> None:
    (case,) = HERE.glob("*-ten-faults.sig")
    codes = {diagnostic.code for diagnostic in load_paths([case]).errors}
    assert len(codes) >= 10


def test_every_fault_has_a_place_within_its_file() -> None:
    for case in CASES:
        loaded = load_paths([case])
        for diagnostic in loaded.diagnostics:
            assert diagnostic.path == str(case)
            text = loaded.texts.get(str(case), "")
            assert all(0 <= label.span.start <= label.span.end <= len(text) for label in diagnostic.labels)


def test_a_file_over_the_size_limit(tmp_path: Path) -> None:
    file = tmp_path / "large.sig"
    file.write_text("#" * (MAX_FILE_BYTES + 1))
    assert [diagnostic.code for diagnostic in load_paths([file]).diagnostics] == ["E900"]
    assert [diagnostic.code for diagnostic in load_text("#" * (MAX_FILE_BYTES + 1)).diagnostics] == ["E900"]


@pytest.mark.parametrize("name", ["missing.sig", "folder"])
def test_a_file_that_cannot_be_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (found,) = load_paths([tmp_path / name]).diagnostics
    assert found.code == "E109"
    assert found.path == str(tmp_path / name)
    assert "[E109]" in drawn(load_paths([tmp_path / name]))


def test_a_category_that_is_not_its_folder(tmp_path: Path) -> None:
    text = 'signature a { internal title "t" category scan packet p { tcp } event by src gap 1s }'
    (tmp_path / "scan").mkdir()
    (tmp_path / "flood").mkdir()
    (tmp_path / "scan" / "a.sig").write_text(text)
    (tmp_path / "flood" / "b.sig").write_text(text.replace("signature a", "signature b").replace("tcp", "udp"))
    assert [diagnostic.code for diagnostic in load_paths([tmp_path]).diagnostics] == ["W603"]
    assert not load_paths([tmp_path / "flood" / "b.sig"]).diagnostics
