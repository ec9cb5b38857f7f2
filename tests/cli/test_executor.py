"""Which executor runs: automatically, by `--executor`, and what is said of it."""

from __future__ import annotations

import errno
import gzip
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlite_utils

import tracelore as api
from tests.cli.test_inputs import halves
from tests.cli.test_match import EXAMPLE, PROBE, events, tracelore
from tests.compiled.frames import pcap_bytes
from tests.decode.test_tunnels import TUNNELS
from tests.decode.wire_packets import RAW

pytest.importorskip("numba")

from matcher import compiled
from matcher.compiled import CannotRun


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file counts as large."""
    monkeypatch.setattr("tracelore.executors.LEAST_BYTES", 1)


def ran(*words: object) -> str:
    """The executor that `--verbose` names, with the reason."""
    result = tracelore("match", "-v", "-q", "--format", "ndjson", *words)
    assert result.exit_code == 0, result.output
    line = next(line for line in result.stderr.splitlines() if " executor" in line)
    return line.split(" s, ")[-1].split(" packets/s, ")[-1].split(" events")[0].rsplit(",", 1)[0]


def cannot(*_: Any, **__: Any) -> None:
    raise CannotRun("it has too many wings")


def test_small_files_are_run_by_the_reference_executor() -> None:
    assert ran(EXAMPLE) == "reference executor"


@pytest.mark.usefixtures("large")
def test_large_files_are_run_by_the_compiled_executor() -> None:
    assert ran(EXAMPLE) == "compiled executor"


@pytest.mark.parametrize("ready", [True, False])
def test_kernels_that_are_there_already_pay_earlier(ready: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracelore.executors.READY_BYTES", 1)
    monkeypatch.setattr("matcher.compiled.warm.is_cached", lambda _: ready)
    assert ran(EXAMPLE) == f"{'compiled' if ready else 'reference'} executor"


@pytest.mark.parametrize("ready", [True, False])
def test_a_file_that_is_still_being_written_may_become_large(ready: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("matcher.compiled.warm.is_cached", lambda _: ready)
    assert ran("--follow", "--idle", "0", EXAMPLE) == f"{'compiled' if ready else 'reference'} executor"
    monkeypatch.setattr("tracelore.executors.LEAST_BYTES", 1)
    assert ran("--follow", "--idle", "0", EXAMPLE) == "compiled executor"


def test_the_executor_can_be_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ran("--executor", "compiled", EXAMPLE) == "compiled executor"
    monkeypatch.setattr("tracelore.executors.LEAST_BYTES", 1)
    assert ran("--executor", "reference", EXAMPLE) == "reference executor"


@pytest.mark.parametrize("form", ["text", "ndjson", "csv"])
def test_both_find_the_same(form: str, tmp_path: Path) -> None:
    cut = tmp_path / "cut.pcap"
    cut.write_bytes(EXAMPLE.read_bytes()[:-30])
    for path in (EXAMPLE, cut):
        one, other = (
            tracelore("match", "--format", form, "--all", "--executor", executor, path)
            for executor in ("reference", "compiled")
        )
        assert one.stdout == other.stdout
        assert (one.exit_code, one.stderr) == (other.exit_code, other.stderr)


@pytest.mark.usefixtures("large")
def test_what_it_cannot_run_goes_to_the_reference_executor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = tmp_path / "probe.txt"
    text.write_text(PROBE)
    assert ran(text) == "reference executor (not the compiled one: it does not read text)"
    monkeypatch.setattr(compiled, "run_capture", cannot)
    assert ran(EXAMPLE) == "reference executor (not the compiled one: it has too many wings)"


@pytest.mark.usefixtures("large")
def test_without_numba_there_is_the_reference_executor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matcher.compiled", None)
    assert "pip install numba" in ran(EXAMPLE)
    result = tracelore("match", "--executor", "compiled", EXAMPLE)
    assert result.exit_code == 2
    assert "pip install numba" in result.stderr


@pytest.mark.parametrize(
    ("words", "stdin", "said"),
    [
        (("--merge", EXAMPLE, "-"), PROBE.encode(), "one of them is text"),
        (("--merge", "-"), EXAMPLE.read_bytes(), "comes through a pipe"),
        (("-",), PROBE.encode(), "text"),
    ],
)
def test_the_compiled_executor_is_not_replaced_silently(
    words: tuple[object, ...], stdin: bytes | None, said: str
) -> None:
    result = tracelore("match", "--executor", "compiled", *words, stdin=stdin)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""


@pytest.mark.parametrize("form", ["text", "ndjson", "sqlite"])
@pytest.mark.parametrize("packing", [bytes, gzip.compress])
def test_standard_input_is_run_by_both(form: str, packing: Callable[[bytes], bytes], tmp_path: Path) -> None:
    found = []
    for executor in ("reference", "compiled"):
        path = tmp_path / executor
        words = ("match", "-v", "--format", form, "-o", path, "--executor", executor, "-")
        result = tracelore(*words, stdin=packing(EXAMPLE.read_bytes()))
        assert result.exit_code == 0, result.stderr
        assert f"{executor} executor" in result.stderr or form == "text"
        found.append([*sqlite_utils.Database(path)["events"].rows] if form == "sqlite" else path.read_text())
    assert found[0] == found[1]


@pytest.mark.parametrize("form", ["text", "ndjson", "eve", "csv", "sqlite"])
@pytest.mark.parametrize("cut", [0, 5])
def test_captures_that_are_merged_are_run_by_both(form: str, cut: int, tmp_path: Path) -> None:
    left, right = halves(tmp_path)
    packed = tmp_path / "right.pcap.gz"
    packed.write_bytes(gzip.compress(right.read_bytes()[: right.stat().st_size - cut]))
    found = []
    for executor in ("reference", "compiled"):
        path = tmp_path / executor
        words = ("--format", form, "-o", path, "--executor", executor, left, packed, tmp_path / "missing.pcap")
        result = tracelore("match", "-v", "--merge", *words)
        assert result.exit_code == 3, result.stderr
        assert f"{executor} executor" in result.stderr or form == "text"
        said = [line for line in result.stderr.splitlines() if "executor" not in line]
        found.append(([*sqlite_utils.Database(path)["evidence"].rows] if form == "sqlite" else path.read_text(), said))
    assert found[0] == found[1]
    assert found[0][0]


def test_a_full_disk_does_not_end_a_merge_in_silence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    left, right = halves(tmp_path)
    monkeypatch.setattr(tempfile, "TemporaryFile", full)
    result = tracelore("match", "--merge", "--executor", "compiled", left, right)
    assert result.exit_code == 2
    assert "cannot be kept in a file, to be read twice: No space left on device; --executor reference" in result.stderr


def test_standard_input_that_is_a_file_is_run_by_both(tmp_path: Path) -> None:
    """A file with the name that stands for standard input is another one."""
    (tmp_path / "-").write_text(PROBE)
    found = []
    for executor in ("reference", "compiled"):
        command = [sys.executable, "-m", "tracelore", "match", "--format", "ndjson", "--executor", executor, "-"]
        with EXAMPLE.open("rb") as stream:
            found.append(subprocess.run(command, cwd=tmp_path, stdin=stream, capture_output=True, check=True).stdout)
    assert found[0]
    assert found[0] == found[1]


def test_standard_input_is_not_awaited_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a pipe as much is looked at as makes a capture large: then the compiled executor has it."""
    data = EXAMPLE.read_bytes()
    for least, executor in ((len(data) + 1, "reference"), (len(data), "compiled")):
        monkeypatch.setattr("tracelore.executors.LEAST_BYTES", least)
        monkeypatch.setattr("tracelore.executors.READY_BYTES", least)
        result = tracelore("match", "-v", "--format", "ndjson", "-", stdin=data)
        assert f" {executor} executor" in result.stderr
        assert len(events(result)) == len(events(tracelore("match", "--format", "ndjson", EXAMPLE)))


def test_without_room_for_standard_input_there_is_a_way(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("matcher.piped._temporary", full)
    result = tracelore("match", "--executor", "compiled", "-", stdin=EXAMPLE.read_bytes())
    assert result.exit_code == 2
    assert "No space left on device; --executor reference reads it as it comes" in result.stderr


def test_tunnels_are_run_by_both(tmp_path: Path) -> None:
    path = tmp_path / "tunnels.pcap"
    path.write_bytes(pcap_bytes([*TUNNELS.values()] * 30, link=RAW))
    whole = [
        tracelore("match", "--inner", "--all", "--executor", executor, path).stdout
        for executor in ("reference", "compiled")
    ]
    assert whole[0] == whole[1]
    assert whole[0] != tracelore("match", "--all", "--executor", "compiled", path).stdout


def test_what_it_finds_that_it_cannot_run_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "run_capture", cannot)
    result = tracelore("match", "--executor", "compiled", EXAMPLE)
    assert result.exit_code == 2
    assert f"{EXAMPLE} cannot be run by the compiled executor: it has too many wings" in result.stderr
    with pytest.raises(api.ExecutorError, match="too many wings"):
        list(api.match(EXAMPLE, executor="compiled"))


def test_the_api_gives_the_same() -> None:
    assert list(api.match(EXAMPLE, executor="compiled")) == list(api.match(EXAMPLE, executor="reference"))


def test_the_database_says_which_executor_ran(tmp_path: Path) -> None:
    out = tmp_path / "r.db"
    tracelore("match", "--format", "sqlite", "-o", out, "--executor", "compiled", EXAMPLE)
    assert [capture.packets for capture in api.read_results(out).captures()] == [67]
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(out)) as db:
        assert db.execute("SELECT executor FROM captures").fetchall() == [("compiled",)]


def test_kernels_are_compiled_with_a_notice_unless_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    def noticing(*words: Any, notice: Any = None, **more: Any) -> Any:
        (notice or (lambda line: sys.stderr.write(f"{line}\n")))("compiling")
        more.pop("watch")
        return run_capture(*words, notice=lambda _: None, **more)

    run_capture = compiled.run_capture
    monkeypatch.setattr(compiled, "run_capture", noticing)
    assert "compiling" in tracelore("match", "--executor", "compiled", EXAMPLE).stderr
    assert tracelore("match", "-q", "--executor", "compiled", EXAMPLE).stderr == ""
    assert events(tracelore("match", "-q", "--format", "ndjson", "--executor", "compiled", EXAMPLE))
