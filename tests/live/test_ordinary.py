"""Ordinary traffic, made by ordinary programs: nobody is called malicious with high confidence."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.catalogue.judging import accusations, described
from tests.catalogue.matching import match_capture
from tests.live.lossy import LossyWire
from tests.live.namespaces import Namespace, join, require
from tests.live.sniffing import sniffed
from tests.live.topology import CLIENTS, TARGET, Topology

WEB_PORT = 8000
_POST = """
import smtplib
for number in range(5):
    with smtplib.SMTP("{target}") as mail:
        mail.sendmail("a@example.org", ["b@example.org"], "Subject: hello\\r\\n\\r\\n" + "text\\r\\n" * 50 * number)
"""


@contextmanager
def web_server(space: Namespace, folder: Path) -> Iterator[None]:
    """Python's own web server, until the block ends."""
    command = [sys.executable, "-m", "http.server", str(WEB_PORT), "--directory", str(folder)]
    with subprocess.Popen(space.inside(command), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            deadline = time.monotonic() + 10
            while not _answers(space):
                assert time.monotonic() < deadline, "the web server did not start"
                time.sleep(0.02)
            yield
        finally:
            server.terminate()


def _answers(space: Namespace) -> bool:
    with space.socket() as probe:
        return probe.connect_ex(("127.0.0.1", WEB_PORT)) == 0


def web(net: Topology, folder: Path) -> None:
    (folder / "page.html").write_text("<p>words</p>" * 500)
    urls = [f"http://{TARGET}:{WEB_PORT}/page.html?{number}" for number in range(40)]
    with web_server(net.target, folder):
        net.client.run(["curl", "-s", *urls[:20], "-o", "/dev/null"])
        net.client.run(["curl", "-s", "--parallel", "--parallel-max", "10", "--no-keepalive", *urls[20:]])
        net.client.run(["curl", "-s", f"http://{TARGET}:{WEB_PORT}/missing"])


def bulk(net: Topology, folder: Path) -> None:
    (folder / "large.bin").write_bytes(bytes(12_000_000))
    with web_server(net.target, folder):
        net.client.run(["curl", "-s", "-o", "/dev/null", f"http://{TARGET}:{WEB_PORT}/large.bin"])


def names(net: Topology, folder: Path) -> None:
    batch = folder / "names"
    batch.write_text("".join(f"host{number}.example.org {kind}\n" for number in range(40) for kind in ("A", "AAAA")))
    net.client.run(["dig", f"@{TARGET}", "+short", "-f", str(batch)])


def mail(net: Topology, folder: Path) -> None:
    net.client.run([sys.executable, "-c", _POST.format(target=TARGET)])


def shell(net: Topology, folder: Path) -> None:
    key, host = folder / "key", folder / "host"
    for path in (key, host):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(path)], check=True)
    Path("/run/sshd").mkdir(exist_ok=True)  # what its service file would have made
    daemon = shutil.which("sshd") or ""  # it wants to be called by its whole path
    options = ["-D", "-e", "-p", "22", "-h", str(host), "-o", f"AuthorizedKeysFile={key}.pub", "-o", "StrictModes=no",
               "-o", "PermitRootLogin=yes", "-o", "UsePAM=no", "-o", "PidFile=none", "-f", "/dev/null"]  # fmt: skip
    command = ["ssh", "-i", str(key), "-o", "StrictHostKeyChecking=no", "-o", f"UserKnownHostsFile={folder}/known",
               "-o", "BatchMode=yes", f"root@{TARGET}", "seq 20000"]  # fmt: skip
    with subprocess.Popen(net.target.inside([daemon, *options]), stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        try:
            while "listening" not in (line := server.stderr.readline()):
                assert line, "sshd did not start"
            for _ in range(3):
                assert net.client.run(command).stdout.count("\n") == 20_000
        finally:
            server.terminate()


def many_hosts(net: Topology, folder: Path) -> None:
    for last in range(2, 2 + CLIENTS):
        source, target = f"10.20.1.{last}", f"10.20.2.{2 + last % 8}"
        net.client.run(["curl", "-s", "-o", "/dev/null", "--interface", source, f"http://{target}/"])
        net.client.run(["dig", "-b", source, f"@{target}", "+short", "www.example.org"])
        net.client.run(["ping", "-q", "-c", "2", "-i", "0.01", "-I", source, target])


def things_that_fail(net: Topology, folder: Path) -> None:
    """A service that is down and asked again and again, a host that is not there, a client that gives up."""
    for _ in range(10):
        net.client.run(["curl", "-s", f"http://{TARGET}:8081/"], check=False)
    net.client.run(["curl", "-s", "--max-time", "2", f"http://{TARGET}:7500/"], check=False)
    net.client.run(["curl", "-s", "--max-time", "1", "http://10.20.2.200/"], check=False)
    net.client.run(["curl", "-s", "-o", "/dev/null", "--retry", "2", f"http://{TARGET}/"])


# What is done, with which programs, and how many packets that makes at least.
ORDINARY: dict[str, tuple[Callable[[Topology, Path], None], tuple[str, ...], int]] = {
    "web": (web, ("curl",), 300),
    "bulk": (bulk, ("curl",), 8_000),
    "names": (names, ("dig",), 150),
    "mail": (mail, (), 80),
    "shell": (shell, ("ssh", "ssh-keygen", "sshd"), 100),
    "many-hosts": (many_hosts, ("curl", "dig", "ping"), 350),
    "things-that-fail": (things_that_fail, ("curl",), 30),
}


@pytest.mark.parametrize("kind", ORDINARY)
def test_nobody_is_accused(kind: str, net: Topology, tmp_path: Path) -> None:
    make, tools, packets = ORDINARY[kind]
    require(*tools)
    capture = tmp_path / f"{kind}.pcap"
    with sniffed(net.target, net.LINK, capture):
        make(net, tmp_path)
    result = match_capture(capture)
    assert result.packets >= packets
    assert not accusations(result), described(result)


@pytest.mark.parametrize("lost", [0.01, 0.05])
def test_nobody_is_accused_on_a_lossy_wire(lost: float, net: Topology, tmp_path: Path) -> None:
    require("curl", "ping")
    (tmp_path / "large.bin").write_bytes(bytes(1_500_000))
    capture = tmp_path / "lossy.pcap"
    with ExitStack() as stack:
        spaces = []
        for role in ("near", "wire", "far"):
            spaces.append(Namespace.make(role))
            stack.callback(spaces[-1].remove)
        near, wire, far = spaces
        join(near, "eth0", wire, "left")
        join(far, "eth0", wire, "right")
        near.ip("addr add 10.30.0.1/24 dev eth0")
        far.ip("addr add 10.30.0.2/24 dev eth0")
        stack.enter_context(LossyWire(wire, ("left", "right"), lost=lost, repeated=0.01, late=0.05))
        stack.enter_context(web_server(far, tmp_path))
        stack.enter_context(sniffed(far, "eth0", capture))
        for _ in range(3):
            near.run(["curl", "-s", "-o", "/dev/null", f"http://10.30.0.2:{WEB_PORT}/large.bin"])
        near.run(["ping", "-q", "-c", "50", "-i", "0.01", "-W", "1", "10.30.0.2"], check=False)
    result = match_capture(capture)
    assert result.packets >= 3_000
    assert not accusations(result), described(result)
