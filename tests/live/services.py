"""What the target offers: open TCP ports that answer a little, a name server, and nothing anywhere else."""

from __future__ import annotations

import contextlib
import selectors
import socket
import struct
import threading
from collections.abc import Callable, Sequence
from types import TracebackType

from tests.live.namespaces import Namespace

OPEN_PORTS = (21, 25, 80, 110, 443, 3306, 8080)
DNS_PORT = 53
MAIL_PORT = 25
_GREETINGS = {21: b"220 ftp\r\n", MAIL_PORT: b"220 mail ESMTP\r\n", 110: b"+OK\r\n"}
_PAGE = b"HTTP/1.1 200 OK\r\nContent-Length: 3000\r\nConnection: close\r\n\r\n" + b"x" * 3000


class Services:
    """Answers in a thread of its own, from `with` to its end; names, at each of the addresses given."""

    def __init__(self, space: Namespace, addresses: Sequence[str]) -> None:
        self._space = space
        self._addresses = addresses
        self._waiting = selectors.DefaultSelector()
        self._stop, self._stopping = socket.socketpair()
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def __enter__(self) -> Services:
        for port in OPEN_PORTS:
            listener = self._space.socket()
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(("0.0.0.0", port))
            with contextlib.suppress(OSError):
                listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_FASTOPEN, 64)
            listener.listen(4096)
            self._watch(listener, lambda ready, port=port: self._accept(ready, port))
        for address in self._addresses:  # one for all would answer from the first, whichever was asked
            names = self._space.socket(kind=socket.SOCK_DGRAM)
            names.bind((address, DNS_PORT))
            self._watch(names, _resolve)
        self._watch(self._stopping, lambda _: None)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.send(b"x")
        self._thread.join()
        for key in list(self._waiting.get_map().values()):
            key.fileobj.close()
        self._stop.close()
        self._waiting.close()

    def _watch(self, sock: socket.socket, answer: Callable[[socket.socket], None]) -> None:
        sock.setblocking(False)
        self._waiting.register(sock, selectors.EVENT_READ, answer)

    def _serve(self) -> None:
        while True:
            for key, _ in self._waiting.select():
                if key.fileobj is self._stopping:
                    return
                with contextlib.suppress(OSError):  # the other side has gone
                    key.data(key.fileobj)

    def _accept(self, listener: socket.socket, port: int) -> None:
        connection, _ = listener.accept()
        self._watch(connection, lambda ready: self._answer(ready, port))
        if port in _GREETINGS:
            connection.send(_GREETINGS[port])

    def _answer(self, connection: socket.socket, port: int) -> None:
        try:
            said = connection.recv(4096)
        except OSError:
            said = b""
        if said.startswith((b"GET ", b"HEAD ")):
            connection.sendall(_PAGE)
            said = b""
        elif said and port == MAIL_PORT:
            connection.sendall(_mail_reply(said))
        if not said:
            self._waiting.unregister(connection)
            connection.close()


def _mail_reply(said: bytes) -> bytes:
    """Enough of RFC 5321 to take a message."""
    if said.upper().startswith(b"DATA"):
        return b"354 go on\r\n"
    if said.upper().startswith(b"QUIT"):
        return b"221 bye\r\n"
    words = (b"EHLO", b"HELO", b"MAIL", b"RCPT", b"RSET")
    return b"250 fine\r\n" if said.upper().startswith(words) or said.endswith(b"\r\n.\r\n") else b""


def _resolve(names: socket.socket) -> None:
    """Any name is 10.20.2.2."""
    query, asker = names.recvfrom(4096)
    if len(query) < 17 or query[2] & 0x80 or b"\0" not in query[12:]:  # floods reach this port as well
        return
    end = query.index(b"\0", 12) + 5
    head = query[:2] + struct.pack(">HHHHH", 0x8180, 1, 1, 0, 0)
    answer = b"\xc0\x0c" + struct.pack(">HHIH", 1, 1, 300, 4) + bytes([10, 20, 2, 2])
    names.sendto(head + query[12:end] + answer, asker)
