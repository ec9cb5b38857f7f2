"""What is measured on a capture: this project's commands and those of other programs that are installed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import ROOT, Command, python
from benchmarks.probes import probes, write_rules

__all__ = [
    "BY_SOURCE", "CURATED", "TCPDUMP", "Row", "curated_count", "is_compiled", "match", "rows", "suricata", "synthetic",
    "worker",
]  # fmt: skip

CURATED, BY_SOURCE = "all curated signatures", "one signature, key src"
TCPDUMP = "tcpdump, one filter"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table. It is given so many times fewer packets than the others as `part` says."""

    name: str
    command: Command
    part: int = 1


def match(executor: str) -> Command:
    """What a user types."""
    options = ("--executor", executor, "--format", "ndjson", "-q")
    return lambda path: python("-m", "tracelore", "match", *options, str(path))


def worker(work: str, *rest: str) -> Command:
    """A piece of work for which there is no command."""
    return lambda path: python("-m", "benchmarks.worker", work, str(path), *rest)


def synthetic(count: int) -> str:
    """The name of the row with so many synthetic signatures."""
    return f"{count:,} synthetic signatures"


def suricata(count: int) -> str:
    """How the names of Suricata's rows with so many rules begin."""
    return f"Suricata, {count:,} header rules"


def is_compiled(name: str) -> bool:
    """Whether a row is one of the compiled executor."""
    return name in {CURATED, BY_SOURCE} or name.endswith("synthetic signatures")


def curated_count() -> int:
    """How many curated signatures there are: one a file."""
    return len(list((ROOT / "signatures").rglob("*.sig")))


def rows(kind: str, counts: list[int], folder: Path) -> Iterator[Row]:
    """The rows for a kind of capture; what they need is written into the folder. tcpdump's is the first."""
    if shutil.which("tcpdump"):
        yield Row(TCPDUMP, lambda path: ["tcpdump", "-nr", str(path), "-w", "/dev/null", "tcp[13] == 18"])
    yield Row("reading the file", worker("read"))
    yield Row("walking its records", worker("walk"))
    yield Row(CURATED, match("compiled"))
    yield Row(f"{CURATED}, reference executor", match("reference"), 100)
    if kind == "flood":
        yield Row(BY_SOURCE, worker("by-source"))
    if kind == "telescope":
        for count in counts:
            yield Row(synthetic(count), worker("stateless", str(count)))
        yield from _others()
        if shutil.which("suricata"):
            yield from _suricata(folder)


def _others() -> Iterator[Row]:
    if shutil.which("tshark"):
        yield Row("tshark, one filter", _reading("tshark", "-Y", "tcp.flags == 0x12", "-nr"), 20)
    yield Row("scapy, one filter", worker("scapy"), 100)
    if shutil.which("p0f"):
        yield Row("p0f", _reading("p0f", "-r"), 5)
    if shutil.which("zeek"):
        yield Row("Zeek, bare", _reading("zeek", "-b", "-C", "-r"), 5)


# Of what Suricata does beside header rules, what a user can turn off: parsers of applications, every log but the
# alerts, statistics. Flows it keeps always.
_PROTOCOLS = (
    "http", "ftp", "smtp", "tls", "ssh", "imap", "smb", "dcerpc", "dns.udp", "dns.tcp", "nfs", "ntp", "tftp", "ike",
    "krb5", "quic", "dhcp", "snmp", "sip", "rfb", "mqtt", "telnet", "rdp", "http2", "bittorrent-dht",
)  # fmt: skip
_LEAN = (
    *(f"app-layer.protocols.{protocol}.enabled=no" for protocol in _PROTOCOLS),
    "outputs.1.eve-log.enabled=no", "stats.enabled=no",
)  # fmt: skip


def _suricata(folder: Path) -> Iterator[Row]:
    """With as many rules as there are curated signatures, as installed and lean, with all threads and with one."""
    lean = [word for setting in _LEAN for word in ("--set", setting)]
    one = ["--runmode", "single"]
    few, many = curated_count(), 1024
    for count, form, options in (
        (few, "as installed", []),
        (few, "as installed, one thread", one),
        (few, "lean", lean),
        (few, "lean, one thread", [*lean, *one]),
        (many, "lean", lean),
    ):
        rules = folder.resolve() / f"suricata-{count}.rules"
        write_rules(rules, probes(count))
        yield Row(f"{suricata(count)}, {form}", _reading("suricata", "-S", str(rules), "-l", ".", *options, "-r"), 5)


def _reading(*words: str) -> Command:
    return lambda path: [*words, str(path)]
