"""Records to packets: the outermost IP header and its transport, field by field, or on demand the innermost."""

from __future__ import annotations

import struct

from matcher.decode.ethernet import IPV4, climb
from matcher.decode.link import LINKS
from matcher.decode.network import ALL_OF_IP, ipv4, ipv6
from matcher.decode.partial import Fields, hide_all
from matcher.decode.tunnel import innermost
from matcher.formats.record import Record
from matcher.formats.report import ReadReport
from matcher.packet import UNKNOWN, Packet

__all__ = ["decode"]


def decode(record: Record, report: ReadReport, inner: bool = False) -> Packet:
    """The packet of a record, by the names of the field registry. Never raises, whatever the bytes are.

    A record in which no IP packet is found is a packet all the same, with the fields of the record only; `report`
    counts why (`ReadReport.undecoded`).

    `inner` asks for the innermost packet of GRE, IP in IP, VXLAN, Geneve, GTP-U and the like, instead of the outermost.
    Where that cannot be decoded the packet around it stays, with a note (and `ReadReport.outer_only`).
    """
    data = record.captured
    fields: Fields = {"len": record.length, "caplen": len(data)}
    link = LINKS.get(record.linktype)
    if link is None:
        report.leave_out(f"link type {record.linktype} (not decoded)")
        return Packet(record.frame, record.time_ns, fields, "", record.capture)
    try:
        above, at = link(data, 0, fields)
        if above != IPV4:
            above, at = climb(above, at, data, fields)
    except (IndexError, struct.error):
        report.leave_out("ends in the link header")
        if len(data) < record.length:
            hide_all(fields, ALL_OF_IP)  # there may have been an IP packet behind what was captured
            fields.setdefault("vlan", UNKNOWN)
        return Packet(record.frame, record.time_ns, fields, "ends in the link header", record.capture)
    if isinstance(above, str):
        report.leave_out(above)
        return Packet(record.frame, record.time_ns, fields, "", record.capture)
    note = (ipv4 if above == IPV4 else ipv6)(data, at, len(data), fields)
    if inner:
        fields, note = innermost(fields, note, report)
    return Packet(record.frame, record.time_ns, fields, note, record.capture)
