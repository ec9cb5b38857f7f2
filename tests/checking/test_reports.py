"""`check --format json` and `--format sarif`: complete, and in the shape that the standard asks for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sigdsl import load_paths
from sigdsl.codes import RULES
from tests.cli.test_match import tracelore
from tracelore.checking.asjson import as_json
from tracelore.checking.sarif import as_sarif

CASES = sorted((Path(__file__).parents[1] / "diagnostics").glob("*.sig"))

# SARIF 2.1.0 (OASIS standard, 27 March 2020): what each object must have, and of which type each property is.
REQUIRED: dict[str, dict[str, type]] = {
    "log": {"version": str, "runs": list},  # 3.13
    "run": {"tool": dict},  # 3.14
    "tool": {"driver": dict},  # 3.18
    "driver": {"name": str},  # 3.19
    "rule": {"id": str},  # 3.49
    "result": {"message": dict},  # 3.27
    "artifactChange": {"artifactLocation": dict, "replacements": list},  # 3.56
    "replacement": {"deletedRegion": dict},  # 3.57
}
LEVELS = {"none", "note", "warning", "error"}


def has_required(kind: str, thing: dict[str, Any]) -> None:
    for name, type_ in REQUIRED[kind].items():
        assert isinstance(thing[name], type_), (kind, name)


def is_region(region: dict[str, int]) -> None:
    assert set(region) <= {"startLine", "startColumn", "endLine", "endColumn"}
    assert all(isinstance(value, int) and value >= 1 for value in region.values())
    assert (region["startLine"], region["startColumn"]) <= (region["endLine"], region["endColumn"])


def is_physical(location: dict[str, Any]) -> None:
    physical = location["physicalLocation"]
    assert isinstance(physical["artifactLocation"]["uri"], str)
    assert " " not in physical["artifactLocation"]["uri"]
    if "region" in physical:
        is_region(physical["region"])


def is_result(result: dict[str, Any], rules: list[dict[str, Any]]) -> None:
    has_required("result", result)
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert result["level"] in LEVELS
    assert result["message"]["text"]
    for location in (*result["locations"], *result.get("relatedLocations", ())):
        is_physical(location)
    for fix in result.get("fixes", ()):
        assert fix["description"]["text"]
        for change in fix["artifactChanges"]:
            has_required("artifactChange", change)
            assert change["replacements"]
            for replacement in change["replacements"]:
                has_required("replacement", replacement)
                is_region(replacement["deletedRegion"])
                assert isinstance(replacement["insertedContent"]["text"], str)


def test_sarif_of_every_kind_of_fault() -> None:
    log = json.loads(json.dumps(as_sarif(load_paths(CASES))))
    has_required("log", log)
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    has_required("run", run)
    has_required("tool", run["tool"])
    has_required("driver", run["tool"]["driver"])
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(RULES)
    assert len({rule["name"] for rule in rules}) == len(rules)
    for rule in rules:
        has_required("rule", rule)
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]
        assert rule["help"]["text"]
        assert rule["defaultConfiguration"]["level"] in LEVELS
    assert len(run["results"]) > 50
    assert any("fixes" in result for result in run["results"])
    assert any("relatedLocations" in result for result in run["results"])
    for result in run["results"]:
        is_result(result, rules)


def test_regions_are_those_of_the_text(tmp_path: Path) -> None:
    file = tmp_path / "my file.sig"
    file.write_text('signature a { internal title "ü€" packet p {\n df; tcp.srcport == 5 }\nevent by src gap 1s }\n')
    (result,) = as_sarif(load_paths([file]))["runs"][0]["results"]
    where = result["locations"][0]["physicalLocation"]
    assert where["artifactLocation"]["uri"] == file.as_uri()
    assert where["region"] == {"startLine": 2, "startColumn": 6, "endLine": 2, "endColumn": 17}
    (replacement,) = result["fixes"][0]["artifactChanges"][0]["replacements"]
    assert replacement == {"deletedRegion": where["region"], "insertedContent": {"text": "sport"}}


def test_json_says_all_that_the_text_says() -> None:
    loaded = load_paths(CASES)
    report = json.loads(json.dumps(as_json(loaded)))
    assert (report["errors"], report["warnings"]) == (
        len(loaded.errors),
        len(loaded.diagnostics) - len(loaded.errors),
    )
    for told, diagnostic in zip(report["diagnostics"], loaded.diagnostics, strict=True):
        assert (told["code"], told["message"], told["help"]) == (diagnostic.code, diagnostic.message, diagnostic.help)
        assert [label["start"]["offset"] for label in told["labels"]] == [each.span.start for each in diagnostic.labels]


@pytest.mark.parametrize("format_", ["json", "sarif"])
def test_standard_output_holds_the_report_alone(tmp_path: Path, format_: str) -> None:
    file = tmp_path / "a.sig"
    file.write_text('signature a { internal title "t" packet p { sprt == 5 } event by src gap 1s }')
    result = tracelore("check", "--format", format_, file)
    assert result.exit_code == 1
    assert "E200" in json.dumps(json.loads(result.stdout))
    assert tracelore("check", "--format", format_, tmp_path / "missing.sig").exit_code == 1
