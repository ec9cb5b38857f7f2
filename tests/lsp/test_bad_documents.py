"""Nothing that an editor sends ends a session."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.lsp.client import Client

GOOD = 'signature good { internal title "t" packet p { tcp; sprt == 5 } event by src gap 1s }'


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("odd")
    (folder / "binary.sig").write_bytes(bytes(range(256)))
    (folder / "loop.sig").symlink_to(folder / "loop.sig")
    (folder / "folder.sig").mkdir()
    (folder / "large.sig").write_bytes(b"#" * (2 << 20))
    return folder


@pytest.fixture(scope="module")
def client(root: Path) -> Iterator[Client]:
    client = Client(root)
    yield client
    assert client.close() == 0


def is_alive(client: Client, root: Path) -> bool:
    uri = client.open(root / "good.sig", GOOD, 1)
    found = client.diagnostics(uri, 1)
    client.notify("textDocument/didClose", textDocument={"uri": uri})
    client.diagnostics(uri)
    return [each["code"] for each in found] == ["E200"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x00\x01\ufffe",
        "}}}}",
        "signature",
        "signature a {" * 300,
        "signature a { packet p { " + "(" * 3000,
        "signature a { packet p { ttl == " + "9" * 5000 + " } }",
        'signature a { title """never closed',
        "signature a {\r packet p {\r\n tcp }\u2028 event by src gap 1s }",
        "😀" * 5000,
        "#" * (1 << 20) + "\n" + GOOD,
    ],
    ids=range(11),
)
def test_any_text_is_answered(client: Client, root: Path, text: str) -> None:
    uri = client.open(root / "bad.sig", text)
    client.diagnostics(uri, 1)
    for line, character in ((0, 0), (0, 10), (0, 10**6), (10**6, 3)):
        for method in ("hover", "completion", "definition", "prepareRename"):
            client.at(method, uri, line, character)
    client.request("textDocument/documentSymbol", textDocument={"uri": uri})
    client.request("textDocument/formatting", textDocument={"uri": uri}, options={"tabSize": 2, "insertSpaces": True})
    client.notify("textDocument/didClose", textDocument={"uri": uri})
    client.diagnostics(uri)
    assert is_alive(client, root)


def test_messages_that_make_no_sense(client: Client, root: Path) -> None:
    client.send_bytes(b"{ this is no JSON")
    client.send_bytes(b'{"jsonrpc": "2.0", "method": "textDocument/didChange", "params": {"textDocument": 5}}')
    assert "error" in client.ask("textDocument/nothing")
    client.notify("textDocument/hover", textDocument={"uri": 7}, position="here")
    client.notify("textDocument/didChange", textDocument={"uri": "file:///never/opened.sig", "version": 3},
                  contentChanges=[{"text": "x"}])  # fmt: skip
    not_open = {"textDocument": {"uri": "untitled:Untitled-1"}, "position": {"line": 0, "character": 0}}
    assert "not open" in client.ask("textDocument/hover", **not_open)["error"]["message"]
    assert is_alive(client, root)


def test_a_document_that_was_never_saved(client: Client) -> None:
    document = {"uri": "untitled:Untitled-1", "languageId": "sig", "version": 1, "text": GOOD}
    client.notify("textDocument/didOpen", textDocument=document)
    assert [each["code"] for each in client.diagnostics("untitled:Untitled-1", 1)] == ["E200"]
