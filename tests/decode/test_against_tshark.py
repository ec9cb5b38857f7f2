"""Every field of every frame of a corpus of captures, held against tshark; the packets within tunnels, too.

The corpus and `truth.py`, which asks tshark and explains its semantics, are in a folder `shared` beside the checkout
(or where TRACELORE_SHARED says). Asking takes a minute or two on two cores (`pytest -n 2`); what tshark said is kept in
pytest's cache, and later runs take seconds.
Where the two differ by tshark's own choice, the difference is in `CHOICES`, `PECULIAR` or `OTHER_TUNNELS` with the
reason; captures that are not compared are in `UNREADABLE` and `NOT_COMPARED`.
"""

from __future__ import annotations

import gzip
import hashlib
import importlib.util
import ipaddress
import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from matcher.decode import decode
from matcher.formats import ReadReport, Record, open_source, read_records
from matcher.packet import UNKNOWN, V6, Packet, Value
from tests.shared import SHARED

MANIFEST = SHARED / "captures" / "MANIFEST.tsv"
MOST_FRAMES = 2_000  # of a capture: the corpus has its variety in the number of captures

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

# Captures that are not read, or not as tshark reads them.
UNREADABLE = {
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

# Captures that tshark does not read, or of a link type that it does not know.
NOT_COMPARED = {
    "compressed/twice.pcap.gz.gz": "tshark unpacks once",
    "damaged/bad-bom.pcapng": "not a capture to tshark; nothing is read of it",
    "damaged/bad-magic.pcap": "not a capture to tshark; nothing is read of it",
    "damaged/version-2.0.pcapng": "not a capture to tshark; nothing is read of it",
    "damaged/link-reserved-99999.pcap": "there is no such link type",
    "regression_samples/clusterfuzz-testcase-minimized-FuzzTarget-5685520970809344": "there is no such link type",
    "links/ppp-pppd.pcap": "link type 166, which tshark does not know",
    "filter/brcm-tag-stp.pcap": "link type 281, which tshark does not know",
    "tests/brcm-tag-prepend.pcap": "link type 282, which tshark does not know",
    "tests/dsa-high-vid.pcap": "link type 284, which tshark does not know",
    "tests/edsa-high-vid.pcap": "link type 285, which tshark does not know",
    "tests/frf16_magic_ie-oobr.pcap": "a Juniper link type, which neither decodes",
    "tests/juniper_es_oobr.pcap": "a Juniper link type, which neither decodes",
    "tests/juniper_monitor_invalid_cookie_length.pcap": "a Juniper link type, which neither decodes",
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
        "times beyond 64 bits of nanoseconds: we say that there is no time",
        lambda name, ours, theirs, frame: (
            name == "time_ns" and ours is None and isinstance(theirs, int) and theirs >= 2**63
        ),
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

# Single captures with a difference inside tunnels, and why.
OTHER_TUNNELS = {
    "trunc/mpls-6in6-6in6-4in6-trunc.pcap": "the length of the inner header cannot be: the packet around it stays",
}

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


@pytest.fixture(scope="session")
def judge(request: pytest.FixtureRequest) -> Judge:
    if not shutil.which("tshark"):
        pytest.skip("tshark is not installed")
    return Judge(request.config.cache.mkdir("tshark"))


def read(capture: str) -> tuple[list[Record], ReadReport]:
    """All damage, and the first records."""
    report = ReadReport()
    with (SHARED / "captures" / capture).open("rb") as stream:
        source, form = open_source(stream, report)
        records = read_records(source, form, report)
        first = list(islice(records, MOST_FRAMES))
        for _ in records:
            pass
        return first, report


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


# Layers that may stand between an IP packet and one that it carries, where we follow tshark.
FOLLOWED = {
    "eth", "ethertype", "vlan", "ieee8021ad", "llc", "mpls", "ppp", "gre", "erspan", "vxlan", "geneve", "gtp",
    "etherip", "udp", "pwethheuristic", "pwethcw",
}  # fmt: skip
IP = ("ip", "ipv6")


def innermost(frame: Frame) -> dict[str, Value | None]:
    """What tshark says of the innermost packet of a frame, as far in as we follow."""
    layers = _layers(frame)
    start = next((at for at, layer in enumerate(layers) if layer in IP), len(layers))
    last = start
    for at in range(start + 1, len(layers)):
        if layers[at] in IP:
            last = at
        elif layers[at] not in FOLLOWED and not layers[at].startswith("ipv6."):
            break
    if last in (start, len(layers)):
        return {}
    version = IP.index(layers[last])
    which = layers[: last + 1].count(layers[last]) - 1
    found = {name: occurrence(frame, theirs[version], which) for name, theirs in INNER_IP.items()}
    above = next((layer for layer in layers[last + 1 :] if not layer.startswith("ipv6.")), "")
    for name, theirs in INNER_TRANSPORT.get(above, {}).items():
        found[name] = occurrence(frame, theirs, layers[:last].count(above))
    return found


def occurrence(frame: Frame, field: str, which: int) -> Value | None:
    values = frame[field]
    if which >= len(values):
        return None
    return str(values[which]) if field.endswith(("src", "dst")) else int(values[which], 0)


def inner_differences(outer: Packet, packet: Packet, frame: Frame) -> Iterator[str]:
    if set(frame["doubt"]) & {"version", "srcrt", "hdrlen", "iplen"}:  # tshark shows other headers then, or fewer
        return
    found = innermost(frame)
    if not found and packet.fields != outer.fields:
        yield f"frame {packet.frame}: an inner packet that tshark does not show ({frame['protocols']})"
    for name, value in found.items():
        ours, theirs = normal(name, packet.get(name)), normal(name, value)
        if theirs is not None and ours != theirs:
            yield f"frame {packet.frame} inner {name}: ours {ours!r}, tshark's {theirs!r} ({frame['protocols']})"


@pytest.mark.skipif(not MANIFEST.exists(), reason=f"no corpus of captures at {SHARED}")
@pytest.mark.parametrize("capture", captures())
def test_capture_is_read_as_tshark_reads_it(capture: str, judge: Judge) -> None:
    records, report = read(capture)
    if any(capture.endswith(end) for end in UNREADABLE):
        assert report.damage.total, "what is not read is said"
        return
    packets = [decode(record, report) for record in records]
    answer = judge.answer(capture, packets)
    frames = answer["frames"]
    supported = "doesn't support" not in answer["stderr"] and "isn't a capture file" not in answer["stderr"]
    assert supported != any(capture.endswith(end) for end in NOT_COMPARED), answer["stderr"]
    if supported:
        assert len(packets) == len(frames)
    found = [line for pair in zip(packets, frames, strict=False) for line in differences(capture, *pair)]
    inner = (decode(record, ReadReport(), inner=True) for record in records)
    if not any(capture.endswith(end) for end in OTHER_TUNNELS):
        found += [line for three in zip(packets, inner, frames, strict=False) for line in inner_differences(*three)]
    assert not found, "\n".join(found[:20])
    if answer["rc"] and supported and ("/damaged/" in capture or "/compressed/cut" in capture):
        assert report.damage.total, "damage is said where tshark says it"
