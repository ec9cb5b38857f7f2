"""Every field of every frame of a corpus of captures, held against tshark.

The corpus and `truth.py`, which asks tshark and explains its semantics, are in a folder `shared` beside the checkout
(or where TRACELORE_SHARED says). What tshark said is kept in pytest's cache: the first run takes minutes, later ones
seconds.
Where the two differ by tshark's own choice, the difference is in `CHOICES` or `PECULIAR` with the reason.
"""

from __future__ import annotations

import gzip
import hashlib
import importlib.util
import ipaddress
import json
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from matcher.decode import decode
from matcher.formats import ReadReport, open_source, read_records
from matcher.packet import UNKNOWN, V6, Packet, Value
from tests.shared import SHARED

MANIFEST = SHARED / "captures" / "MANIFEST.tsv"
MOST_FRAMES = 20_000  # of a capture

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
EXTRA = [theirs for _, _, _, theirs in EXTRA_NAMES]

# Captures that are not read, or not as tshark reads them.
UNREADABLE = {
    ".zst": "zstd is not supported yet",
    ".lz4": "lz4 is not supported yet",
    ".erf": "an ERF file has no magic number to know it by",
    ".erf.gz": "an ERF file has no magic number to know it by",
    "other-k12text.cap": "another program's format",
    "other-lanalyzer.cap": "another program's format",
    "other-netmon1.cap": "another program's format",
    "other-ngsniffer.cap": "another program's format",
    "nokia.pcap": "has the standard magic: tshark guesses the variant, libpcap and we take the magic's word",
    "suse6_3.pcap": "has the standard magic: tshark guesses the variant, libpcap and we take the magic's word",
    "rh6_1.pcap": "has the modified magic but the standard record header: tshark guesses",
}

Frame = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Choice:
    """A difference that is tshark's own choice."""

    reason: str
    applies: Callable[[str, Value | None, Value | None, Frame], bool]


def _doubt(*tags: str) -> Callable[[Frame], bool]:
    return lambda frame: bool(set(tags) & set(frame["doubt"]))


def _layers(frame: Frame) -> list[str]:
    return list(frame["protocols"].split(":"))


def _tunnelled_vlan(frame: Frame) -> bool:
    layers = _layers(frame)
    at = min((layers.index(layer) for layer in ("ip", "ipv6") if layer in layers), default=len(layers))
    return "vlan" not in layers[:at] and not {"isl", "ieee8021ah"} & set(layers)


OPTION_NAMES = {"options", "sackok", "mss", "wscale", "ts.val", "ts.ecr"}

CHOICES = (
    Choice(
        "cut packets: tshark gives fewer fields than the bytes would allow",
        lambda name, ours, theirs, frame: _doubt("short")(frame) and theirs is None,
    ),
    Choice(
        "cut packets: tshark lists the options before the cut, we say that the list is not shown",
        lambda name, ours, theirs, frame: (
            _doubt("short")(frame) and ((ours is None and name in ("options", "sackok")) or name == "ip.options")
        ),
    ),
    Choice(
        "cut extension headers: tshark's number is that of the last header seen, we say that it is not shown",
        lambda name, ours, theirs, frame: (
            _doubt("ext", "short")(frame)
            and ours is None
            and name in ("proto", "payload.len")
            and "ipv6" in _layers(frame)
        ),
    ),
    Choice(
        "impossible header lengths: each stops at its own point",
        lambda name, ours, theirs, frame: _doubt("hdrlen", "iplen")(frame) and (ours is None or theirs is None),
    ),
    Choice(
        "broken IPv4 options: tshark lists some and stops, we list those that fit",
        lambda name, ours, theirs, frame: name == "ip.options" and _doubt("malf")(frame),
    ),
    Choice(
        "broken TCP options: parsers differ after the first that does not fit",
        lambda name, ours, theirs, frame: name in OPTION_NAMES and _doubt("optbad")(frame),
    ),
    Choice(
        "quotations: truth.py gives them only for two plain headers and TCP or UDP",
        lambda name, ours, theirs, frame: name.startswith("quoted.") and theirs is None,
    ),
    Choice(
        "lengths beyond 2^31: tshark gives the largest number that it can hold",
        lambda name, ours, theirs, frame: name == "len" and theirs == 2**31 - 1,
    ),
    Choice(
        "802.1ad and Arista tags: tshark's vlan.id leaves out the outer tag, or the whole stack",
        lambda name, ours, theirs, frame: name == "vlan" and bool({"ieee8021ad", "avsp"} & set(_layers(frame))),
    ),
    Choice(
        "tunnels: tshark lists the tags of an Ethernet within IP",
        lambda name, ours, theirs, frame: name == "vlan" and ours is None and _tunnelled_vlan(frame),
    ),
    Choice(
        "FabricPath: tshark takes the last four bytes of the inner frame for its checksum, though they are IP's",
        lambda name, ours, theirs, frame: "cfp" in _layers(frame) and (theirs is None or name == "options"),
    ),
)

# Single captures: by the end of their path, the names that may differ (None: what only one of the two shows) and why.
PECULIAR: dict[str, tuple[set[str] | None, str]] = {
    "links/ppp-with-dir.pcap": ({"len", "caplen"}, "tshark does not count the direction byte"),
    "tests/atm-heapoverflow.pcap": ({"len", "caplen"}, "tshark does not count the ATM pseudo-header"),
    "tests/hoobr_rt6_print.pcap": (None, "tshark's IPv6 dissector gives up before it shows anything"),
    "tests/icmp-icmp_print-oobr-2.pcap": ({"icmp.type", "icmp.code"}, "tshark gives up on a broken ICMP message"),
    "trunc/mpls-6in6-broken.pcap.gz": (None, "random bytes after MPLS, which tshark and we guess at"),
    "tests/arista_ether.pcap": (None, "tshark does not know all of Arista's headers"),
    "tests/bgp-aigp.pcap": (None, "a Juniper link type, which is not decoded"),
    "tests/802_15_4-data.pcap": (None, "IPv6 compressed for IEEE 802.15.4, which is not decoded"),
}


def captures() -> list[str]:
    if not MANIFEST.exists():
        return []
    return [line.split("\t")[0] for line in MANIFEST.read_text().splitlines()[1:]]


def normal(name: str, value: Any) -> Value | None:
    """A value as JSON would have it: unknown and missing alike are None."""
    if value is UNKNOWN:
        return None
    if isinstance(value, str) and name.endswith(("src", "dst")):
        address = ipaddress.ip_address(value)
        return int(address) | (V6 if address.version == 6 else 0)
    return tuple(value) if isinstance(value, list) else value


class Judge:
    """What tshark says of captures, asked in the background and kept from run to run."""

    def __init__(self, cache: Path) -> None:
        spec = importlib.util.spec_from_file_location("truth", SHARED / "truth.py")
        assert spec is not None
        assert spec.loader is not None
        self._truth = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(self._truth)
        self._cache = cache
        self._pool = ThreadPoolExecutor(max_workers=2)
        self._asked: dict[str, Future[dict[str, Any]]] = {}

    def ask(self, capture: str) -> None:
        self._asked[capture] = self._pool.submit(self._answer, capture)

    def answer(self, capture: str) -> dict[str, Any]:
        if capture not in self._asked:
            self.ask(capture)
        return self._asked[capture].result()

    def close(self) -> None:
        self._pool.shutdown(cancel_futures=True)

    def _answer(self, capture: str) -> dict[str, Any]:
        path = SHARED / "captures" / capture
        question = hashlib.sha256(path.read_bytes() + f"{capture}{EXTRA}".encode()).hexdigest()
        kept = self._cache / f"{question}.json.gz"
        if kept.exists():
            return dict(json.loads(gzip.decompress(kept.read_bytes())))
        truth = self._truth.Truth(str(path), extra=EXTRA)
        answer: dict[str, Any] = {"frames": list(truth)[:MOST_FRAMES]}
        answer |= {"rc": truth.rc, "stderr": truth.stderr}
        unfinished = kept.with_suffix(f".{os.getpid()}.{threading.get_ident()}")
        unfinished.write_bytes(gzip.compress(json.dumps(answer).encode(), 1))
        unfinished.replace(kept)
        return answer


@pytest.fixture(scope="session")
def judge(request: pytest.FixtureRequest) -> Iterator[Judge]:
    if not shutil.which("tshark"):
        pytest.skip("tshark is not installed")
    judge = Judge(request.config.cache.mkdir("tshark"))
    if not hasattr(request.config, "workerinput"):  # several workers share the captures, and ask as they go
        for item in request.session.items:
            callspec = getattr(item, "callspec", None)
            if callspec is not None and "capture" in callspec.params:
                judge.ask(callspec.params["capture"])
    yield judge
    judge.close()


def read(capture: str) -> tuple[list[Packet], ReadReport]:
    report = ReadReport()
    with (SHARED / "captures" / capture).open("rb") as stream:
        source, form = open_source(stream, report)
        return [decode(record, report) for record in read_records(source, form, report)], report


def differences(capture: str, packet: Packet, frame: Frame) -> Iterator[str]:
    pairs = [(name, packet.get(name), frame[key]) for key, name in NAMES.items()]
    pairs.append(("vlan", packet.get("vlan"), frame["vlan"][0] if frame["vlan"] else None))
    if "ts" not in frame["doubt"]:
        pairs.append(("time_ns", packet.time_ns, frame["ts_ns"]))
    for proto, types, name, field in EXTRA_NAMES:
        if frame["proto"] == proto and frame["icmp_type"] in types:
            pairs.append((name, packet.get(name), int(frame[field][0], 0) if frame[field] else None))
    for name, value, other in pairs:
        ours, theirs = normal(name, value), normal(name, other)
        if ours == theirs or any(choice.applies(name, ours, theirs, frame) for choice in CHOICES):
            continue
        peculiar = next((names for end, (names, _) in PECULIAR.items() if capture.endswith(end)), set())
        if (ours is None or theirs is None) if peculiar is None else name in peculiar:
            continue
        yield f"frame {packet.frame} {name}: ours {ours!r}, tshark's {theirs!r} ({frame['protocols']} {frame['doubt']})"


@pytest.mark.skipif(not MANIFEST.exists(), reason=f"no corpus of captures at {SHARED}")
@pytest.mark.parametrize("capture", captures())
def test_fields_are_those_of_tshark(capture: str, judge: Judge) -> None:
    packets, report = read(capture)
    if any(capture.endswith(end) for end in UNREADABLE):
        assert report.damage.total, "what is not read is said"
        return
    answer = judge.answer(capture)
    frames = answer["frames"]
    if "doesn't support" not in answer["stderr"] and "isn't a capture file" not in answer["stderr"]:
        assert min(len(packets), MOST_FRAMES) == len(frames)
    found = [line for pair in zip(packets, frames, strict=False) for line in differences(capture, *pair)]
    assert not found, "\n".join(found[:20])


@pytest.mark.skipif(not MANIFEST.exists(), reason=f"no corpus of captures at {SHARED}")
@pytest.mark.parametrize("capture", [name for name in captures() if "/damaged/" in name or "/compressed/cut" in name])
def test_damage_is_said_where_tshark_says_it(capture: str, judge: Judge) -> None:
    _, report = read(capture)
    answer = judge.answer(capture)
    if answer["rc"] and "doesn't support" not in answer["stderr"]:
        assert report.damage.total
