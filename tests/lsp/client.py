"""A client that speaks to `tracelore lsp` over pipes, as an editor does: framing and bookkeeping, no library."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

__all__ = ["Client"]

_PATIENCE = 60  # seconds; a machine that runs tests is slow at times


class Client:
    """One session. Requests are answered; notifications of the server are kept until somebody asks for them."""

    def __init__(self, root: Path, encodings: list[str] | None = None) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tracelore", "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root
        )
        self._inbox: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._told: list[dict[str, Any]] = []
        self._number = 0
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self.server = self.request(
            "initialize",
            processId=None,
            rootUri=root.as_uri(),
            workspaceFolders=[{"uri": root.as_uri(), "name": "root"}],
            capabilities={"general": {"positionEncodings": encodings}} if encodings else {},
        )
        self.notify("initialized")

    def _read(self) -> None:
        stream = self.process.stdout
        assert stream is not None
        while True:
            length = 0
            while (line := stream.readline().strip()) != b"":
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            if not length:
                self._inbox.put(None)
                return
            self._inbox.put(json.loads(stream.read(length)))

    def send_bytes(self, body: bytes) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def notify(self, method: str, **params: Any) -> None:
        self.send_bytes(json.dumps({"jsonrpc": "2.0", "method": method, "params": params}).encode())

    def ask(self, method: str, **params: Any) -> dict[str, Any]:
        """The whole answer to a request, an error too."""
        self._number += 1
        message = {"jsonrpc": "2.0", "id": self._number, "method": method, "params": params}
        self.send_bytes(json.dumps(message).encode())
        return self._next(lambda each: each.get("id") == self._number and "method" not in each)

    def request(self, method: str, **params: Any) -> Any:
        answer = self.ask(method, **params)
        assert "error" not in answer, answer
        return answer["result"]

    def _next(self, wanted: Any) -> dict[str, Any]:
        for at, message in enumerate(self._told):
            if wanted(message):
                return self._told.pop(at)
        while True:
            message = self._inbox.get(timeout=_PATIENCE)
            assert message is not None, "the server ended"
            if wanted(message):
                return message
            self._told.append(message)

    # --- documents

    def open(self, path: Path, text: str, version: int = 1) -> str:
        document = {"uri": path.as_uri(), "languageId": "sig", "version": version, "text": text}
        self.notify("textDocument/didOpen", textDocument=document)
        return path.as_uri()

    def change(self, uri: str, text: str, version: int) -> None:
        self.notify(
            "textDocument/didChange",
            textDocument={"uri": uri, "version": version},
            contentChanges=[{"text": text}],
        )

    def diagnostics(self, uri: str, version: int | None = None) -> list[dict[str, Any]]:
        """What is published of a text, of one version of it if that is given."""

        def wanted(message: dict[str, Any]) -> bool:
            params = message.get("params", {})
            about = message.get("method") == "textDocument/publishDiagnostics" and params.get("uri") == uri
            return about and (version is None or params.get("version") == version)

        found: list[dict[str, Any]] = self._next(wanted)["params"]["diagnostics"]
        return found

    def at(self, method: str, uri: str, line: int, character: int, **more: Any) -> Any:
        position = {"line": line, "character": character}
        return self.request(f"textDocument/{method}", textDocument={"uri": uri}, position=position, **more)

    def close(self) -> int:
        """End the session as an editor does; the exit status of the server."""
        self.request("shutdown")
        self.notify("exit")
        status = self.process.wait(_PATIENCE)
        self._reader.join(_PATIENCE)
        for stream in (self.process.stdin, self.process.stdout):
            assert stream is not None
            stream.close()
        return status
