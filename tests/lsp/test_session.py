"""A real session over pipes: what an editor asks while a signature is written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.lsp.client import Client
from tests.lsp.signatures import HALF_OPEN, SCAN


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("workspace")
    (folder / "half-open.sig").write_text(HALF_OPEN)
    (folder / "scan.sig").write_text(SCAN, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def client(root: Path) -> Iterator[Client]:
    client = Client(root)
    yield client
    assert client.close() == 0


@pytest.fixture(scope="module")
def uri(client: Client, root: Path) -> str:
    return client.open(root / "scan.sig", SCAN)


def where(text: str, word: str, nth: int = 0) -> tuple[int, int]:
    """The position of a word, in UTF-16 code units."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(word, at + 1)
    before = text[:at]
    line = before.count("\n")
    return line, len(before[before.rfind("\n") + 1 :].encode("utf-16-le")) // 2


def words(edits: list[dict[str, Any]], text: str) -> list[str]:
    """What edits of one line each replace."""
    found = []
    for edit in edits:
        start, end = edit["range"]["start"], edit["range"]["end"]
        assert start["line"] == end["line"]
        line = text.split("\n")[start["line"]].encode("utf-16-le")
        found.append(line[2 * start["character"] : 2 * end["character"]].decode("utf-16-le"))
    return found


def test_what_the_server_says_that_it_can(client: Client) -> None:
    able = client.server["capabilities"]
    for what in ("hover", "completion", "definition", "references", "rename", "documentSymbol", "documentFormatting",
                 "codeAction"):  # fmt: skip
        assert able[f"{what}Provider"], what


def test_diagnostics_come_with_the_version_of_their_text(client: Client, uri: str) -> None:
    (found,) = client.diagnostics(uri, 1)
    assert found["code"] == "W705"
    assert found["severity"] == 2
    assert words([found], SCAN) == ["tcp.dstport"]
    client.change(uri, SCAN.replace("flags has RST", "flgs has RST"), 2)
    assert [each["code"] for each in client.diagnostics(uri, 2)] == ["E200", "W705"]
    client.change(uri, SCAN, 3)
    assert [each["code"] for each in client.diagnostics(uri, 3)] == ["W705"]


def test_only_the_last_of_many_texts_is_checked(client: Client, root: Path) -> None:
    uri = client.open(root / "typed.sig", "")
    for version, end in enumerate(range(10, len(HALF_OPEN), 4), 2):
        client.change(uri, HALF_OPEN[:end], version)
    client.change(uri, HALF_OPEN.replace("my-half-open", "typed"), 1000)
    last: list[dict[str, Any]] = client.diagnostics(uri, 1000)
    assert [each["code"] for each in last] == ["W700"]  # it says the same as the file beside it
    client.notify("textDocument/didClose", textDocument={"uri": uri})
    assert client.diagnostics(uri) == []


def test_hover(client: Client, uri: str) -> None:
    def told(word: str, nth: int = 0) -> str:
        found = client.at("hover", uri, *where(SCAN, word, nth))
        return str(found["contents"]["value"]) if found else ""

    assert "RFC 9293" in told("flags")
    assert "Destination port" in told("tcp.dstport")
    assert "One half-open connection" in told("my-half-open")
    assert "How many different values" in told("distinct")
    assert "Destination port" in told("probe.dport")
    assert "flags has RST" in told("reset", 1)
    assert "0x004" in told("RST")
    assert "What an analyst would call it" in told("title")
    assert told("scan") == ""  # a comment


def test_hover_marks_the_word_and_nothing_else(client: Client, uri: str) -> None:
    found = client.at("hover", uri, *where(SCAN, "tcp.dstport"))
    assert words([found], SCAN) == ["tcp.dstport"]


def labels(client: Client, root: Path, text: str, name: str = "draft.sig") -> list[str]:
    """What is suggested at `|`."""
    line, character = where(text, "‸")
    uri = client.open(root / name, text.replace("‸", ""))
    found = client.at("completion", uri, line, character)
    client.notify("textDocument/didClose", textDocument={"uri": uri})
    return [item["label"] for item in found["items"]]


@pytest.mark.parametrize(
    ("text", "expected", "unexpected"),
    [
        ("‸", "signature", "title"),
        ("signature a { ‸", "title", "dport"),
        ("signature a {\n  verdict ‸", "third-party", "high"),
        ("signature a {\n  confidence ‸", "high", "malicious"),
        ("signature a {\n  category ‸", "backscatter", "title"),
        ("signature a {\n  observe ‸", "my-half-open", "a"),
        ("signature a {\n  observe ‸", "tcp-half-open-scan", "title"),
        ("signature a { packet p { dp‸", "dport", "count"),
        ("signature a { packet p { tcp; flags == ‸", "SYN", "count"),
        ("signature a { packet p { options has ‸", "sackok", "dport"),
        ("signature a { packet p { options == [mss, ‸", "wscale", "dport"),
        ("signature a { packet p { dport in {‸", "sport", "title"),
        ("signature a { packet p { from ‸", "responder", "dport"),
        ("signature a { packet pr { tcp } event by src gap 1s having ‸", "count", "signature"),
        ("signature a { packet pr { tcp } event by src gap 1s having count(‸", "pr", "signature"),
        ("signature a { packet pr { tcp } event by src gap 1s having distinct(pr.‸", "dport", "count"),
        ("signature a { analysis { ‸", "bottom-line", "title"),
        ('signature a { hypothesis "h" { verdict ‸', "benign", "weight"),
        ('signature a { hypothesis "h" { ‸', "because", "title"),
        ('signature a { trace "t" ‸', "observed", "title"),
        ('signature a { trace "t" observed expect ‸', "no-match", "title"),
        ("signature a { packet p { tcp }\n ‸", "event", "dport"),
        ("signature a { packet p { (ttl == 5 }\n ‸", "event", "dport"),
    ],
)
def test_completion(client: Client, root: Path, text: str, expected: str, unexpected: str) -> None:
    found = labels(client, root, text)
    assert expected in found
    assert unexpected not in found


@pytest.mark.parametrize(
    "text", ['signature a { title "‸', "# ‸", 'signature a { trace "t" observed expect match """ ‸']
)
def test_no_completion_in_prose(client: Client, root: Path, text: str) -> None:
    assert labels(client, root, text) == []


def test_completion_replaces_what_is_written_of_the_word(client: Client, root: Path) -> None:
    text = "signature a { packet p { payload.le } }"
    uri = client.open(root / "draft.sig", text)
    items = client.at("completion", uri, 0, text.index(" } }"))["items"]
    client.notify("textDocument/didClose", textDocument={"uri": uri})
    (item,) = [each for each in items if each["label"] == "payload.len"]
    assert words([item["textEdit"]], text) == ["payload.le"]


def test_formatting(client: Client, root: Path) -> None:
    text = 'signature a { internal title "🦈" packet p { tcp.dstport==53 } event by src gap 1s }'
    uri = client.open(root / "draft.sig", text)
    options = {"tabSize": 2, "insertSpaces": True}
    (edit,) = client.request("textDocument/formatting", textDocument={"uri": uri}, options=options)
    assert edit["range"]["end"] == {"line": 0, "character": len(text) + 1}
    assert "packet p { dport == 53 }" in edit["newText"]
    client.change(uri, text[:-1], 2)
    assert client.request("textDocument/formatting", textDocument={"uri": uri}, options=options) == []
    client.notify("textDocument/didClose", textDocument={"uri": uri})


def test_definition_of_observed_signatures_and_patterns(client: Client, uri: str, root: Path) -> None:
    (found,) = client.at("definition", uri, *where(SCAN, "my-half-open"))
    assert found["uri"] == (root / "half-open.sig").as_uri()
    assert words([found], HALF_OPEN) == ["my-half-open"]
    (found,) = client.at("definition", uri, *where(SCAN, "probe.dport"))
    assert found["range"]["start"]["line"] == 4
    (found,) = client.at("definition", uri, *where(SCAN, "reset", 1))
    assert words([found], SCAN) == ["reset"]
    assert client.at("definition", uri, *where(SCAN, "title")) == []


def test_definition_of_a_curated_signature(client: Client, root: Path) -> None:
    text = 'signature a { internal title "t" observe half-open-connection as probe event by src gap 1s }'
    uri = client.open(root / "draft.sig", text)
    (found,) = client.at("definition", uri, *where(text, "half-open-connection"))
    client.notify("textDocument/didClose", textDocument={"uri": uri})
    assert found["uri"].endswith("signatures/connection/half-open-connection.sig")


def test_rename_of_a_pattern_stays_in_its_signature(client: Client, uri: str) -> None:
    assert words([{"range": client.at("prepareRename", uri, *where(SCAN, "probe"))}], SCAN) == ["probe"]
    changes = client.at("rename", uri, *where(SCAN, "probe"), newName="opening")["changes"]
    assert list(changes) == [uri]
    assert words(changes[uri], SCAN) == ["probe", "probe"]


def test_rename_of_a_signature_reaches_every_file(client: Client, uri: str, root: Path) -> None:
    changes = client.at("rename", uri, *where(SCAN, "my-half-open"), newName="opened")["changes"]
    assert {name: len(edits) for name, edits in changes.items()} == {uri: 1, (root / "half-open.sig").as_uri(): 1}


@pytest.mark.parametrize("name", ["my scan", "Probe-1", "dport", "reset", "SYN", ""])
def test_names_that_cannot_be_given(client: Client, uri: str, name: str) -> None:
    line, character = where(SCAN, "probe")
    position = {"line": line, "character": character}
    answer = client.ask("textDocument/rename", textDocument={"uri": uri}, position=position, newName=name)
    assert f"`{name}`" in answer["error"]["message"]


def test_references(client: Client, uri: str) -> None:
    found = client.at("references", uri, *where(SCAN, "my-half-open"), context={"includeDeclaration": True})
    assert len(found) == 2


def test_outline(client: Client, uri: str) -> None:
    (signature,) = client.request("textDocument/documentSymbol", textDocument={"uri": uri})
    assert (signature["name"], signature["detail"]) == ("my-scan", "Ünïcode 🦈")
    assert [part["name"] for part in signature["children"]] == ["probe", "reset", "event"]


def test_quick_fixes(client: Client, uri: str) -> None:
    line, character = where(SCAN, "tcp.dstport")
    at = {"line": line, "character": character + 2}
    question = {"textDocument": {"uri": uri}, "range": {"start": at, "end": at}}
    (action,) = client.request("textDocument/codeAction", **question, context={"diagnostics": []})
    assert action["edit"]["changes"][uri][0]["newText"] == "dport"
    only = {"diagnostics": [], "only": ["source.fixAll"]}
    (action,) = client.request("textDocument/codeAction", **question, context=only)
    assert "flags has RST; dport == 53" in action["edit"]["changes"][uri][0]["newText"]


def test_positions_in_the_units_that_were_agreed_on(root: Path) -> None:
    client = Client(root, ["utf-8"])
    assert client.server["capabilities"]["positionEncoding"] in ("utf-8", "utf-16")
    unit = 4 if client.server["capabilities"]["positionEncoding"] == "utf-8" else 2
    uri = client.open(root / "draft.sig", 'signature a { title "🦈" packet p { sprt == 5 } event by src gap 1s }')
    (found, *_) = [each for each in client.diagnostics(uri) if each["code"] == "E200"]
    assert found["range"]["start"]["character"] == len('signature a { title "" packet p { ') + unit
    assert client.close() == 0
