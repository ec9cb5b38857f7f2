"""EVE, the JSON in which Suricata reports alerts, so that what reads those reads our events too.

https://docs.suricata.io/en/latest/output/eve/eve-json-format.html
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from ipaddress import ip_address
from typing import Any

from matcher.event import Event
from matcher.packet import Packet
from tracelore.explained import shown_value
from tracelore.results.job import Job
from tracelore.results.jsontext import COMPACT
from tracelore.results.lines import LinesWriter
from tracelore.results.output import Output
from tracelore.times import rfc3339

__all__ = ["GENERATOR", "EveWriter", "eve_ends", "signature_number"]

GENERATOR = 0x5472  # `gid`: tells our numbers from those of Suricata's rules, which have 1
_PROTOCOLS = {1: "ICMP", 6: "TCP", 17: "UDP", 58: "IPv6-ICMP", 132: "SCTP"}
_SEVERITY = {"malicious": 1, "third-party": 2, "unknown": 3, "benign": 4}
_NAMES = (("src_ip", "src"), ("src_port", "sport"), ("dest_ip", "dst"), ("dest_port", "dport"))
_OPPOSITE = {"src": "dst", "dst": "src", "sport": "dport", "dport": "sport"}


class EveWriter(LinesWriter):
    """Writes events as EVE alerts, the whole of an event's NDJSON record under `tracelore`."""

    def __init__(self, job: Job, output: Output) -> None:
        super().__init__(job, output)
        self._alerts: dict[tuple[str, int, bool], str] = {}  # the same for all events of a signature, or nearly so

    def line(self, event: Event) -> str:
        kind = (event.signature, event.version, event.conclusive)
        alert = self._alerts.get(kind)
        if alert is None:
            alert = self._alerts[kind] = COMPACT.any(_alert(event, self.job))
        head = COMPACT.object(
            {
                "timestamp": _timestamp(rfc3339(event.first_seen_ns)),
                "event_type": "alert",
                **dict(eve_ends(event)),
            }
        )
        return f'{head[:-1]},"alert":{alert},"tracelore":{self._lines.of(event)}}}\n'


def _alert(event: Event, job: Job) -> dict[str, Any]:
    signature, pack = job.signature(event.signature), job.pack(event.signature)
    return {
        "action": "allowed",
        "gid": GENERATOR,
        "signature_id": signature_number(event.signature),
        "rev": event.version,
        "signature": signature.title,
        "category": signature.category,
        "severity": _SEVERITY[signature.verdict],
        "metadata": {
            "tracelore_signature": [event.signature],
            "verdict": [signature.verdict],
            "confidence": [signature.confidence],
            "status": ["conclusive" if event.conclusive else "inconclusive"],
            **({"pack": [pack.name], "pack_version": [pack.version]} if pack else {}),
        },
    }


def signature_number(slug: str) -> int:
    """A number for a signature that is the same everywhere and always: it follows from the name alone.

    From 2^30 up to 2^31, where neither published nor local Suricata rules are numbered.
    """
    return 1 << 30 | int.from_bytes(blake2b(slug.encode(), digest_size=4).digest()) >> 2


def _timestamp(text: str) -> str:
    """EVE's own form: microseconds, and the zone as `+0000`."""
    return f"{text[:26]}+0000" if text.endswith("Z") else text


def eve_ends(event: Event) -> Iterator[tuple[str, Any]]:
    """Addresses, ports and protocol of the earliest packet that has them, from the side that the key is about.

    The capture comes last: where several are read as one, that in which this packet has its number.
    """
    packet = next((each for each in event.evidence if isinstance(each.get("proto"), int)), None)
    if packet is not None:
        yield from _ends(event, packet)
    yield "pcap_filename", (packet.capture if packet else "") or event.capture


def _ends(event: Event, packet: Packet) -> Iterator[tuple[str, Any]]:
    yield "pcap_cnt", packet.frame
    is_answer = _is_answer(event, packet)
    for name, end in _NAMES:
        field = _OPPOSITE[end] if is_answer else end
        value = packet.get(field)
        shown = shown_value(field, value)
        if isinstance(value, int) and shown != "?" or isinstance(value, str) and _is_address(shown):
            yield name, shown
    protocol = packet.get("proto")
    if isinstance(protocol, int):
        yield "proto", _PROTOCOLS.get(protocol, f"{protocol:03}")
    for name in ("type", "code"):
        value = packet.get(f"icmp.{name}")
        if isinstance(value, int):
            yield f"icmp_{name}", value


def _is_answer(event: Event, packet: Packet) -> bool:
    key = dict(event.key)
    for mine, theirs in _OPPOSITE.items():
        if mine in key and key[mine] != packet.get(mine):
            return key[mine] == packet.get(theirs)
    return False


def _is_address(text: str) -> bool:
    """Text traces name hosts without their addresses; what reads EVE expects addresses."""
    try:
        ip_address(text)
    except ValueError:
        return False
    return True
