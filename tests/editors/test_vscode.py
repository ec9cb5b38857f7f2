"""The VS Code extension: its grammar is up to date and colours as the Pygments lexer does; its parts fit together."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pygments.token import Comment, Keyword, Name, Number, Operator, String

from sigdsl.highlight import SigLexer
from sigdsl.textmate import SCOPE, grammar

TOP = Path(__file__).parents[2]
EXTENSION = TOP / "editors" / "vscode"
GRAMMAR = EXTENSION / "syntaxes" / "sig.tmLanguage.json"
CURATED = sorted((TOP / "signatures").rglob("*.sig"))
MODULES = os.environ.get("TEXTMATE_MODULES", "")

needs_node = pytest.mark.skipif(not shutil.which("node"), reason="node is not there")
needs_engine = pytest.mark.skipif(
    not (shutil.which("node") and MODULES),
    reason="TEXTMATE_MODULES names no node_modules with vscode-textmate and vscode-oniguruma",
)

# What the two call the same thing.
SAME = {
    Name.Attribute: ("support.variable.field",),
    Name.Function: ("support.function.aggregate",),
    Name.Class: ("entity.name.type.signature",),
    Name.Builtin: ("support.constant.set",),
    Comment.Single: ("comment.line",),
    String: ("string.quoted.double",),
    String.Doc: ("string.quoted.triple",),
    String.Other: ("string.other.bytes",),
    String.Regex: ("string.regexp",),
    Number.Hex: ("constant.numeric.hex",),
    Operator.Word: ("keyword.operator.word",),
    Keyword: ("keyword.other",),
    Keyword.Declaration: ("keyword.control",),
}


def test_the_grammar_is_up_to_date() -> None:
    written = json.loads(GRAMMAR.read_text("utf-8"))
    assert written == grammar(), f"run: python -m sigdsl.textmate {GRAMMAR.relative_to(TOP)}"


def parts(node: Any) -> Iterator[tuple[str, str]]:
    if isinstance(node, dict):
        for key, value in node.items():
            if key in ("match", "begin", "end", "include") and isinstance(value, str):
                yield key, value
            else:
                yield from parts(value)
    elif isinstance(node, list):
        for each in node:
            yield from parts(each)


def test_every_expression_compiles_and_every_include_exists() -> None:
    made = grammar()
    for key, value in parts(made):
        if key == "include":
            assert value[1:] in made["repository"], value
        else:
            re.compile(value)


def test_the_parts_of_the_extension_fit_together() -> None:
    package = json.loads((EXTENSION / "package.json").read_text("utf-8"))
    contributes = package["contributes"]
    (language,) = contributes["languages"]
    (coloured,) = contributes["grammars"]
    assert language["extensions"] == [".sig"]
    assert coloured["language"] == language["id"]
    assert coloured["scopeName"] == SCOPE
    for path in (package["main"], coloured["path"], language["configuration"]):
        assert (EXTENSION / path).is_file(), path
    json.loads((EXTENSION / language["configuration"]).read_text("utf-8"))
    script = (EXTENSION / package["main"]).read_text("utf-8")
    for setting in contributes["configuration"]["properties"]:
        assert setting.removeprefix("tracelore.") in script, setting
    for needed in re.findall(r'require\("([\w-]+)', script):
        assert needed == "vscode" or needed in package["dependencies"], needed


def told(*command: str) -> list[Any]:
    """What the extension asks of a stand-in for VS Code when it is started, started again, and ended."""
    script = Path(__file__).with_name("client.js")
    run = subprocess.run(
        ["node", script, EXTENSION / "extension.js", *command], check=True, capture_output=True, text=True
    )
    found: list[Any] = json.loads(run.stdout)
    return found


@needs_node
def test_the_client_starts_the_server_and_ends_it() -> None:
    made, started, stopped, again, *rest = told("python", "-m", "tracelore")
    assert made["server"] == {"command": "python", "args": ["-m", "tracelore", "lsp"], "transport": "stdio"}
    assert made["documents"] == [{"language": "sig"}]
    assert (started, stopped, again) == ("start", "stop", made)
    assert rest == ["start", "stop"]


@needs_node
def test_the_client_says_when_the_server_is_not_there() -> None:
    errors = [each["error"] for each in told("missing") if "error" in each]
    assert len(errors) == 2  # it was started twice
    assert "missing lsp" in errors[0]
    assert "tracelore.command" in errors[0]


def scopes(files: list[Path]) -> list[dict[tuple[int, int], str]]:
    """Of each file, the innermost scope at each place (line, column)."""
    run = subprocess.run(
        ["node", Path(__file__).with_name("tokenise.js"), MODULES, GRAMMAR, *files],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    return [
        {(line, column): scope for line, start, end, scope in json.loads(found) for column in range(start, end)}
        for found in run.stdout.splitlines()
    ]


@needs_engine
def test_curated_signatures_are_coloured_as_on_the_site() -> None:
    """Wherever the lexer of the site knows what a word is, the editor says the same."""
    compared = 0
    for path, found in zip(CURATED, scopes(CURATED), strict=True):
        text = path.read_text("utf-8")
        for at, kind, value in SigLexer().get_tokens_unprocessed(text):
            if kind not in SAME or not value.strip():
                continue
            line = text.count("\n", 0, at)
            column = len(text[text.rfind("\n", 0, at) + 1 : at].encode("utf-16-le")) // 2
            compared += 1
            told = found.get((line, column), "")
            assert told.startswith(SAME[kind]), f"{path.name}:{line + 1}:{column + 1} {value!r} is {told}, not {kind}"
    assert compared > 10_000


@needs_engine
def test_nothing_in_a_signature_is_without_a_colour() -> None:
    for path, found in zip(CURATED, scopes(CURATED), strict=True):
        lines = path.read_text("utf-8").split("\n")
        for (line, column), scope in found.items():
            letter = lines[line].encode("utf-16-le")[2 * column : 2 * column + 2].decode("utf-16-le", "replace")
            assert scope != SCOPE or not re.match(r"[\w\"#]", letter), f"{path.name}:{line + 1}:{column + 1} {letter!r}"
