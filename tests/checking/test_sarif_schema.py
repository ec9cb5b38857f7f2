"""`check --format sarif` against the JSON schema of the standard, which is named by `SARIF_SCHEMA`."""

from __future__ import annotations

import json
import os
import shutil
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_match import tracelore

SCHEMA = os.environ.get("SARIF_SCHEMA", "")
DIAGNOSTICS = Path(__file__).parents[1] / "diagnostics"

pytestmark = pytest.mark.skipif(not SCHEMA, reason="SARIF_SCHEMA names no JSON schema of SARIF 2.1.0")

FAULTY = 'signature a { internal title "t" packet p { tcp; tcp.srcport == 5; flgs == SYN } event by src gap 1s }'
CLEAN = """\
signature clean {
  internal
  title "One source, two ports"
  packet p { tcp; flags == SYN }
  event by src gap 1s having distinct(dport) >= 2
}
"""


@cache
def validator() -> Any:
    from jsonschema import FormatChecker
    from jsonschema.validators import validator_for

    schema = json.loads(Path(SCHEMA).read_text("utf-8"))
    kind = validator_for(schema)
    kind.check_schema(schema)
    return kind(schema, format_checker=FormatChecker())


def faults(log: Any) -> list[str]:
    """Where a log is not as the standard wants it, and why."""
    return [f"{error.json_path}: {error.message[:200]}" for error in validator().iter_errors(log)]


def checked(*paths: Path | str) -> tuple[list[dict[str, Any]], list[str]]:
    """The results that the command reports, and what the standard has against its log."""
    log = json.loads(tracelore("check", "--format", "sarif", *paths).stdout)
    (run,) = log["runs"]
    return run["results"], faults(log)


def test_the_schema_is_the_one_of_the_standard_and_refuses() -> None:
    assert faults({"version": "2.1.0"}) == ["$: 'runs' is a required property"]
    artifact = {"artifactLocation": {"uri": "not a uri"}, "region": {"startLine": 0}}
    result = {"message": {"text": "m"}, "locations": [{"physicalLocation": artifact}]}
    found = faults({"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "n"}}, "results": [result]}]})
    assert len(found) == 2


def test_every_kind_of_fault_in_one_log() -> None:
    results, wrong = checked(DIAGNOSTICS)
    assert wrong == []
    assert len({result["ruleId"] for result in results}) >= 40
    places = [place["physicalLocation"] for result in results for place in result["locations"]]
    assert len({place["artifactLocation"]["uri"] for place in places}) > 40
    assert len({each["ruleId"] for each in results if "fixes" in each}) > 5
    assert any("relatedLocations" in each for each in results)


@pytest.mark.parametrize("case", sorted(DIAGNOSTICS.glob("*.sig")), ids=lambda path: path.stem)
def test_each_faulty_file_alone(case: Path) -> None:
    results, wrong = checked(case)
    assert wrong == []
    assert results


def test_no_fault_at_all(tmp_path: Path) -> None:
    (tmp_path / "clean.sig").write_text(CLEAN)
    assert checked(tmp_path) == ([], [])


@pytest.mark.parametrize(
    "name", ["my file.sig", "100%.sig", "a#b?c.sig", "C:d.sig", "ü🦈.sig", "[x]&<y>.sig", os.fsdecode(b"\xff\xfe.sig")]
)
def test_names_of_files_become_references(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / name).write_text(FAULTY)
    monkeypatch.chdir(tmp_path)
    for path in (Path(name), tmp_path / name):
        results, wrong = checked(path)
        assert wrong == []
        assert {result["ruleId"] for result in results} >= {"E200", "W705"}


def test_what_cannot_be_read_is_a_result_as_well(tmp_path: Path) -> None:
    (tmp_path / "empty.sig").write_bytes(b"")
    (tmp_path / "binary.sig").write_bytes(b"\xff\x00\xfe" * 100)
    shutil.copy(tmp_path / "binary.sig", tmp_path / "again.sig")
    results, wrong = checked(tmp_path, tmp_path / "missing.sig")
    assert wrong == []
    assert len(results) >= 3
    assert all(place["physicalLocation"]["region"]["startLine"] == 1 for each in results for place in each["locations"])
