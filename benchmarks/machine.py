"""Where a run was made, and with which versions."""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import time
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

__all__ = ["describe"]

_PACKAGES = ("tracelore", "numba", "numpy", "scapy")
_PROGRAMS = {
    "tcpdump": ["--version"],
    "tshark": ["--version"],
    "suricata": ["-V"],
    "p0f": ["-?"],
    "zeek": ["--version"],
}
_NUMBER = re.compile(r"\d+\.\d+[\w.+~-]*")


def describe() -> dict[str, str]:
    """Date, machine and versions, each by its name."""
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    facts = {
        "date": time.strftime("%Y-%m-%d"),
        "processor": f"{_processor()}, {os.cpu_count()} cores",
        "memory": f"{memory / 1e9:.0f} GB",
        "system": platform.platform(),
        "load before": f"{os.getloadavg()[0]:.1f}",
        "python": platform.python_version(),
    }
    for package in _PACKAGES:
        try:
            facts[package] = version(package)
        except PackageNotFoundError:
            continue
    return facts | {program: _program_version(program) for program in _PROGRAMS if shutil.which(program)}


def _processor() -> str:
    try:
        found = re.search(r"^model name\s*: (.+)$", Path("/proc/cpuinfo").read_text("utf-8"), re.MULTILINE)
    except OSError:
        found = None
    return found[1] if found else platform.machine()


def _program_version(program: str) -> str:
    ran = subprocess.run([program, *_PROGRAMS[program]], capture_output=True, text=True, check=False)
    found = _NUMBER.search(ran.stdout + ran.stderr)
    return found[0] if found else "?"
