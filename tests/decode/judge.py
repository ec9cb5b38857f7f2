"""What tshark says of the captures of the corpus, frame by frame.

`truth.py`, which asks tshark and explains its semantics, is beside the corpus. Asking for all captures takes a minute
or two on two cores (`pytest -n 2`); the answers are kept in pytest's cache.
"""

from __future__ import annotations

import gzip
import hashlib
import importlib.util
import ipaddress
import json
import os
from pathlib import Path
from typing import Any

from matcher.packet import V6, Packet, Value
from tests.shared import SHARED

__all__ = [
    "EXTRA_NAMES", "INNER_IP", "INNER_TRANSPORT", "MANIFEST", "MOST_FRAMES", "NAMES", "Frame", "Judge", "captures",
    "layers_of", "normal", "shown",
]  # fmt: skip

MANIFEST = SHARED / "captures" / "MANIFEST.tsv"
MOST_FRAMES = 20_000  # of a capture: all of them, but for one of 80,000 that are much alike

# truth.py's keys and the registry's names
NAMES = {
    "len": "len", "caplen": "caplen", "ip_ver": "ip.version", "src": "src", "dst": "dst", "proto": "proto",
    "ttl": "ttl",
    "ip_id": "id", "df": "df", "mf": "mf", "evil": "evil", "frag_off": "frag.offset", "tos": "tos", "flow": "flow",
    "ip_hl": "ip.hlen", "ip_len": "ip.len", "ip_opts": "ip.options", "sport": "sport", "dport": "dport", "seq": "seq",
    "ack": "ack", "tcp_hl": "tcp.hlen", "flags": "flags", "window": "window", "urg": "urgent", "opt_kinds": "options",
    "mss": "mss", "wscale": "wscale", "sackok": "sackok", "tsval": "ts.val", "tsecr": "ts.ecr",
    "payload_len": "payload.len", "udp_len": "udp.len", "icmp_type": "icmp.type", "icmp_code": "icmp.code",
    "q_src": "quoted.src", "q_dst": "quoted.dst", "q_proto": "quoted.proto", "q_id": "quoted.id", "q_ttl": "quoted.ttl",
    "q_sport": "quoted.sport", "q_dport": "quoted.dport", "q_seq": "quoted.seq",
}  # fmt: skip

# What is asked beyond truth.py: the message types, our name, and tshark's.
EXTRA_NAMES = (
    (1, (0, 8), "icmp.id", "icmp.ident"),
    (1, (0, 8), "icmp.seq", "icmp.seq"),
    (1, (3,), "icmp.mtu", "icmp.mtu"),
    (58, (128, 129), "icmp.id", "icmpv6.echo.identifier"),
    (58, (128, 129), "icmp.seq", "icmpv6.echo.sequence_number"),
    (58, (2,), "icmp.mtu", "icmpv6.mtu"),
)

# What is asked of packets within tunnels: our name, and tshark's for IPv4 and IPv6, or by transport.
INNER_IP = {
    "src": ("ip.src", "ipv6.src"),
    "dst": ("ip.dst", "ipv6.dst"),
    "ttl": ("ip.ttl", "ipv6.hlim"),
    "tos": ("ip.dsfield", "ipv6.tclass"),
}
INNER_TRANSPORT = {
    "tcp": {"sport": "tcp.srcport", "dport": "tcp.dstport", "seq": "tcp.seq", "flags": "tcp.flags"},
    "udp": {"sport": "udp.srcport", "dport": "udp.dstport", "udp.len": "udp.length"},
}
EXTRA = [
    *(theirs for _, _, _, theirs in EXTRA_NAMES),
    *(theirs for pair in INNER_IP.values() for theirs in pair),
    *(theirs for names in INNER_TRANSPORT.values() for theirs in names.values()),
]

Frame = dict[str, Any]


def captures() -> list[str]:
    if not MANIFEST.exists():
        return []
    return [line.split("\t")[0] for line in MANIFEST.read_text().splitlines()[1:]]


def layers_of(frame: Frame) -> list[str]:
    """What tshark finds in a frame, from the outside to the inside."""
    return list(frame["protocols"].split(":"))


def shown(frame: Frame) -> dict[str, Value | None]:
    """What tshark shows of the outermost packet, by our names; None for what it does not show."""
    found = {name: normal(name, frame[key]) for key, name in NAMES.items()}
    found["vlan"] = frame["vlan"][0] if frame["vlan"] else None
    if "ts" not in frame["doubt"]:
        found["time_ns"] = frame["ts_ns"]
    for proto, types, name, field in EXTRA_NAMES:
        if frame["proto"] == proto and frame["icmp_type"] in types:
            found[name] = int(frame[field][0], 0) if frame[field] else None
    return found


def normal(name: str, value: Any) -> Value | None:
    """A value from JSON as packets have it."""
    if isinstance(value, str) and name.endswith(("src", "dst")):
        address = ipaddress.ip_address(value)
        return int(address) | (V6 if address.version == 6 else 0)
    return tuple(value) if isinstance(value, list) else value


class Judge:
    """What tshark says of captures, kept from run to run."""

    def __init__(self, cache: Path) -> None:
        spec = importlib.util.spec_from_file_location("truth", SHARED / "truth.py")
        assert spec is not None
        assert spec.loader is not None
        truth = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(truth)

        class Truth(truth.Truth):  # type: ignore[misc, name-defined]
            """Of the first frames only, and with the run that finds lengths of 0 only where we say there are some."""

            any_zero = False

            def command(self, path: str) -> list[str]:
                return [*super().command(path), "-c", str(MOST_FRAMES)]

            def _zero_length(self, path: str) -> set[int]:
                return set(super()._zero_length(path)) if self.any_zero else set()

        self._truth = Truth
        self._cache = cache

    def answer(self, capture: str, packets: list[Packet]) -> dict[str, Any]:
        """The frames, the exit status and the messages for a capture, of which we say that it holds these packets."""
        path = SHARED / "captures" / capture
        any_zero = any(packet.fields.get("ip.len") == 0 for packet in packets)
        question = f"{capture}{EXTRA}{MOST_FRAMES}{any_zero}"
        kept = self._cache / f"{hashlib.sha256(path.read_bytes() + question.encode()).hexdigest()}.json.gz"
        if kept.exists():
            return dict(json.loads(gzip.decompress(kept.read_bytes())))
        truth = self._truth(str(path), extra=EXTRA)
        truth.any_zero = any_zero
        answer: dict[str, Any] = {"frames": list(truth)}
        answer |= {"rc": truth.rc, "stderr": truth.stderr}
        unfinished = kept.with_suffix(f".{os.getpid()}")
        unfinished.write_bytes(gzip.compress(json.dumps(answer).encode(), 1))
        unfinished.replace(kept)
        return answer
