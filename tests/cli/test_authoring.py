"""`check`, `fmt` and `test`."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tests.cli.test_match import TOP, tracelore

GOOD = '''\
signature good {
  title "Good"
  packet syn { tcp; flags == SYN; dport == 53 }
  event by src gap 60s having count(syn) >= 2
  trace "two" synthetic expect match """
    10:00:00.000000 10.0.0.1.1024 > 10.0.0.2.53: S 1:1(0) win 2048
    10:00:01.000000 10.0.0.1.1024 > 10.0.0.2.53: S 1:1(0) win 2048
  """
}
'''


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.sig"
    path.write_text(GOOD)
    return path


def test_curated_signatures_are_clean_and_do_what_they_expect() -> None:
    assert tracelore("check", "--strict", TOP / "signatures").exit_code == 0
    assert tracelore("fmt", "--check", TOP / "signatures").exit_code == 0
    result = tracelore("test", TOP / "signatures")
    assert result.exit_code == 0, result.output
    assert " 0 failed" in result.stdout


def test_warnings_fail_only_when_strict(good: Path) -> None:
    assert tracelore("check", good).exit_code == 0
    result = tracelore("check", "--strict", good)
    assert result.exit_code == 1
    assert "W600" in result.stderr


def test_a_failing_trace_says_which_condition_failed(good: Path) -> None:
    good.write_text(GOOD.replace('10.0.0.2.53: S 1:1(0) win 2048\n  "', '10.0.0.2.80: S 1:1(0) win 2048\n  "'))
    result = tracelore("test", good)
    assert result.exit_code == 1
    assert "FAILED  good: two" in result.stdout
    assert "count(syn)" in result.stdout


def test_a_trace_that_matches_and_should_not(good: Path) -> None:
    good.write_text(GOOD.replace("expect match", "expect no-match"))
    result = tracelore("test", good)
    assert result.exit_code == 1
    assert "should not match, and does" in result.stdout


def test_a_trace_without_packets_proves_nothing(good: Path) -> None:
    good.write_text(GOOD.replace("10:00:0", "at noon "))
    result = tracelore("test", good)
    assert result.exit_code == 1
    assert "no line of the trace is a packet" in result.stdout


def test_a_condition_that_is_not_shown_is_told_as_such(good: Path) -> None:
    good.write_text(GOOD.replace("dport == 53", "dport == 53; ttl == 64"))
    result = tracelore("test", good)
    assert result.exit_code == 1
    assert "ttl == 64" in result.stdout
    assert "not shown" in result.stdout


def test_fmt_writes_the_canonical_form(good: Path) -> None:
    good.write_text(GOOD.replace("tcp; flags == SYN; dport == 53", "tcp;  tcp.flags==SYN ;tcp.dstport==53  # dns\n"))
    good.chmod(0o640)
    assert tracelore("fmt", "--check", good).exit_code == 1
    assert "dport == 53  # dns" in tracelore("fmt", "--diff", good).stdout
    assert tracelore("fmt", good).exit_code == 0
    assert "flags == SYN\n    dport == 53  # dns" in good.read_text()
    assert stat.S_IMODE(good.stat().st_mode) == 0o640
    assert tracelore("fmt", "--check", good).exit_code == 0
    assert list(good.parent.iterdir()) == [good]


def test_fmt_leaves_a_broken_file_alone(good: Path) -> None:
    good.write_text(GOOD.replace("}\n  event", "\n  event"))
    before = good.read_text()
    assert tracelore("fmt", good).exit_code == 1
    assert good.read_text() == before


def test_fmt_as_a_filter() -> None:
    result = tracelore("fmt", "-", stdin=GOOD.replace("  title", "      title"))
    assert result.exit_code == 0
    assert result.stdout == GOOD


FIXABLE = """\
signature a { internal # kept
title "t" packet p { tcp.dstport == 53; ttl > 5; ttl == 9 } event by src gap 1s }
"""


def test_fix_repairs_what_is_certain_and_no_more(tmp_path: Path) -> None:
    path = tmp_path / "a.sig"
    path.write_text(FIXABLE)
    path.chmod(0o640)
    result = tracelore("check", "--strict", "--fix", path)
    assert result.exit_code == 0, result.stderr
    assert "2 faults repaired" in result.stderr
    assert "packet p { dport == 53; ttl == 9 }" in path.read_text()
    assert "# kept" in path.read_text()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    before = path.stat().st_mtime_ns
    assert "repaired" not in tracelore("check", "--fix", path).stderr
    assert path.stat().st_mtime_ns == before
    assert [file.name for file in tmp_path.iterdir()] == ["a.sig"]


def test_fix_leaves_alone_what_it_cannot_repair(tmp_path: Path, good: Path) -> None:
    broken = tmp_path / "broken.sig"
    broken.write_text(FIXABLE.replace("event", "evnt"))
    before = broken.read_text(), good.read_text()
    assert tracelore("check", "--fix", tmp_path).exit_code == 1
    assert (broken.read_text(), good.read_text()) == before


def test_fix_does_not_rewrite_the_curated_signatures() -> None:
    assert tracelore("check", "--fix").exit_code == 2
