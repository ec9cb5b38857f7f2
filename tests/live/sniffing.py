"""Capturing with tcpdump: it is ready before anything is sent, and has everything before it is stopped."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.live.namespaces import Namespace

_EXPERIMENTAL = 0x88B5  # an ethertype for local use (IEEE 802): nothing that signatures could see
_PATIENCE = 10.0


@contextmanager
def sniffed(space: Namespace, link: str, path: Path) -> Iterator[None]:
    """Everything that passes an interface while the block runs is in the pcap file afterwards."""
    command = ["tcpdump", "-i", link, "-n", "-s", "0", "-B", "16384", "--immediate-mode", "-U", "-Z", "root",
               "-w", str(path)]  # fmt: skip
    # `ip netns exec` becomes the command: the process is tcpdump itself
    with subprocess.Popen(space.inside(command), stderr=subprocess.PIPE, text=True) as dump:
        assert dump.stderr is not None
        try:
            said = ""
            while "listening on" not in said:  # printed when the socket is open
                said = dump.stderr.readline()
                if not said:
                    raise OSError(f"tcpdump cannot capture on {link} of {space.name}")
            yield
            _mark(space, link, path)
        finally:
            dump.send_signal(signal.SIGINT)
            dump.communicate(timeout=_PATIENCE)


def _mark(space: Namespace, link: str, path: Path) -> None:
    """Send a frame of no protocol and wait until it is in the file: what came before it is there, too."""
    mark = os.urandom(16)
    with space.socket(socket.AF_PACKET, socket.SOCK_RAW) as raw:
        raw.bind((link, 0))
        raw.send(b"\xff" * 6 + b"\x02" + bytes(5) + _EXPERIMENTAL.to_bytes(2) + mark)
    deadline = time.monotonic() + _PATIENCE
    while mark not in _end_of(path):
        if time.monotonic() > deadline:
            raise TimeoutError(f"tcpdump did not write to {path} what was sent on {link}")
        time.sleep(0.01)


def _end_of(path: Path) -> bytes:
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - 65_536))
        return file.read()
