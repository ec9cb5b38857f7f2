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
from tracelore.results.lines import LinesWriter, ndjson_line

__all__ = ["GENERATOR", "EveWriter", "eve_record", "signature_number"]

GENERATOR = 0x5472  # `gid`: tells our numbers from those of Suricata's rules, which have 1
_PROTOCOLS = {1: "ICMP", 6: "TCP", 17: "UDP", 58: "IPv6-ICMP", 132: "SCTP"}
_SEVERITY = {"malicious": 1, "third-party": 2, "unknown": 3, "benign": 4}


class EveWriter(LinesWriter):
    """Writes events as EVE alerts."""

    def line(self, event: Event, record: dict[str, Any]) -> str:
        return ndjson_line(eve_record(event, record))


def eve_record(event: Event, record: dict[str, Any]) -> dict[str, Any]:
    """One event as an EVE alert, the whole of its record under `tracelore`."""
    eve: dict[str, Any] = {
        "timestamp": _timestamp(record["first_seen"]),
        "event_type": "alert",
        **dict(_ends(event)),
        "pcap_filename": event.capture,
        "alert": {
            "action": "allowed",
            "gid": GENERATOR,
            "signature_id": signature_number(event.signature),
            "rev": event.version,
            "signature": record["title"],
            "category": record["category"],
            "severity": _SEVERITY[record["verdict"]],
            "metadata": {
                "tracelore_signature": [event.signature],
                "verdict": [record["verdict"]],
                "confidence": [record["confidence"]],
                "status": [record["status"]],
            },
        },
        "tracelore": record,
    }
    return eve


def signature_number(slug: str) -> int:
    """A number for a signature that is the same everywhere and always: it follows from the name alone.

    From 2^30 up to 2^31, where neither published nor local Suricata rules are numbered.
    """
    return 1 << 30 | int.from_bytes(blake2b(slug.encode(), digest_size=4).digest()) >> 2


def _timestamp(text: str) -> str:
    """EVE's own form: microseconds, and the zone as `+0000`."""
    return f"{text[:26]}+0000" if text.endswith("Z") else text


def _ends(event: Event) -> Iterator[tuple[str, Any]]:
    """Addresses, ports and protocol of the earliest packet that has them, from the side that the key is about."""
    packet = next((each for each in event.evidence if isinstance(each.get("proto"), int)), None)
    if packet is None:
        return
    yield "pcap_cnt", packet.frame
    ends = {"src": "src", "dst": "dst", "sport": "sport", "dport": "dport"}
    if _is_answer(event, packet):
        ends = {"src": "dst", "dst": "src", "sport": "dport", "dport": "sport"}
    named = (("src_ip", "src"), ("src_port", "sport"), ("dest_ip", "dst"), ("dest_port", "dport"))
    for name, end in named:
        value = shown_value(ends[end], packet.get(ends[end]))
        if value is not None and (isinstance(value, int) or _is_address(value)):
            yield name, value
    protocol = packet.get("proto")
    if isinstance(protocol, int):
        yield "proto", _PROTOCOLS.get(protocol, f"{protocol:03}")
    for name in ("type", "code"):
        value = packet.get(f"icmp.{name}")
        if isinstance(value, int):
            yield f"icmp_{name}", value


def _is_answer(event: Event, packet: Packet) -> bool:
    key = dict(event.key)
    for mine, theirs in (("src", "dst"), ("dst", "src"), ("sport", "dport"), ("dport", "sport")):
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
