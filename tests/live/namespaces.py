"""Network namespaces: made, used from inside, removed."""

from __future__ import annotations

import ctypes
import os
import shutil
import socket
import subprocess
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

CLONE_NEWNET = 0x40000000  # linux/sched.h
SYSCTLS = (
    "net.ipv6.conf.all.disable_ipv6=1",  # no neighbour discovery in the captures
    "net.ipv6.conf.default.disable_ipv6=1",
    "net.ipv4.icmp_ratelimit=0",  # every probe has its answer, however fast they come
    "net.ipv4.icmp_msgs_per_sec=1000000",
    "net.ipv4.icmp_msgs_burst=1000000",
    "net.ipv4.tcp_synack_retries=0",  # what a flood leaves behind ends with it
)


def obstacle() -> str:
    """What keeps this machine from having namespaces; empty when it can have them."""
    for tool in ("ip", "tcpdump"):
        if shutil.which(tool) is None:
            return f"{tool} is not installed"
    if os.geteuid() != 0:
        return "network namespaces need root"
    name = f"tracelore-{os.getpid()}-try"
    made = subprocess.run(["ip", "netns", "add", name], capture_output=True, text=True, check=False)
    if made.returncode:
        return f"network namespaces cannot be made here: {made.stderr.strip()}"
    subprocess.run(["ip", "netns", "del", name], check=True)
    return ""


def require(*tools: str) -> None:
    """Skip the test where one of these programs is not installed."""
    for tool in tools:
        if shutil.which(tool) is None:
            pytest.skip(f"{tool} is not installed")


@dataclass(frozen=True, slots=True)
class Namespace:
    """A network namespace by its name, which says whose it is: two runs at a time do not meet."""

    name: str

    @classmethod
    def make(cls, role: str) -> Namespace:
        """A new one, with loopback up and nothing else."""
        space = cls(f"tracelore-{os.getpid()}-{role}")
        _checked(["ip", "netns", "add", space.name])
        for setting in SYSCTLS:
            space.set(setting)
        space.ip("link set lo up")
        return space

    def remove(self) -> None:
        """Remove it, and with it its links."""
        subprocess.run(["ip", "netns", "del", self.name], check=False, capture_output=True)

    def set(self, setting: str) -> None:
        """A sysctl, `name=value`; one that this kernel does not have is left alone."""
        name, _, value = setting.partition("=")
        path = f"/proc/sys/{name.replace('.', '/')}"
        self.run(["sh", "-c", f"test ! -e {path} || echo {value} > {path}"])

    def ip(self, command: str) -> None:
        """One command of `ip` inside."""
        _checked(["ip", "-n", self.name, *command.split()])

    def inside(self, command: Sequence[str]) -> list[str]:
        """The command line that runs a command inside."""
        return ["ip", "netns", "exec", self.name, *command]

    def run(
        self, command: Sequence[str], seconds: float = 20, check: bool = True, text: str = ""
    ) -> subprocess.CompletedProcess[str]:
        """Run a command inside to its end, with `text` as its input."""
        return subprocess.run(
            self.inside(command), input=text, capture_output=True, text=True, timeout=seconds, check=check
        )

    def socket(self, family: int = socket.AF_INET, kind: int = socket.SOCK_STREAM, protocol: int = 0) -> socket.socket:
        """A socket of this namespace: one stays where it was made, whoever uses it."""
        made: list[socket.socket] = []

        def enter_and_make() -> None:  # a namespace is a thread's own
            descriptor = os.open(Path("/run/netns") / self.name, os.O_RDONLY)
            try:
                if ctypes.CDLL(None, use_errno=True).setns(descriptor, CLONE_NEWNET):
                    raise OSError(ctypes.get_errno(), f"cannot enter {self.name}")
                made.append(socket.socket(family, kind, protocol))
            finally:
                os.close(descriptor)

        thread = threading.Thread(target=enter_and_make)
        thread.start()
        thread.join()
        return made[0]


def join(one: Namespace, one_link: str, other: Namespace, other_link: str) -> None:
    """A wire between two namespaces, up at both ends. Checksums are right and segments as on a real wire."""
    _checked(
        ["ip", "link", "add", one_link, "netns", one.name, "type", "veth", "peer", "name", other_link,
         "netns", other.name]
    )  # fmt: skip
    for space, link in ((one, one_link), (other, other_link)):
        if shutil.which("ethtool"):
            space.run(["ethtool", "-K", link, "tx", "off", "rx", "off", "gso", "off", "tso", "off", "gro", "off"])
        space.ip(f"link set {link} up")


def _checked(command: Sequence[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise OSError(f"{' '.join(command)}: {done.stderr.strip()}")
