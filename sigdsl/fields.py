"""The field registry: every name that a signature may ask a packet for.

One self-describing table drives the checker, the decoder, the documentation and the site. A field that is not
here does not exist; a field that is here is decoded, checked, documented and shown in the same words everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

__all__ = [
    "FIELDS",
    "FLAG_BITS",
    "OPTION_KINDS",
    "Field",
    "Kind",
    "find_field",
    "nearest_fields",
]


class Kind(Enum):
    """How values of a field compare and compute."""

    NUMBER = "number"  # an ordinary non-negative integer of `bits` bits
    MOD32 = "number modulo 2^32"  # a TCP sequence number: RFC 9293 section 3.4
    ADDRESS = "address"  # IPv4 or IPv6; an IPv4 address computes as its 32-bit number
    BOOLEAN = "yes or no"
    OPTIONS = "option kinds in order"
    BYTES = "bytes"


@dataclass(frozen=True, slots=True)
class Field:
    """One named property of a packet.

    Attributes:
        name: The canonical, tcpdump-like name.
        kind: How values compare and compute.
        bits: Width on the wire; a constant that needs more can never be equal.
        surprise: The most bits of coincidence that a condition on this field may count for. Far below `bits`
            where real traffic uses few of the possible values (an IP protocol is nearly always 6 or 17).
        unit: What one step means, empty for pure numbers.
        protocol: The word (a BOOLEAN field) that is true of every packet that has this field.
        meaning: One sentence for the reader of a signature.
        reference: Where the field is defined.
        wireshark: Display-filter names that mean the same; the formatter rewrites them to `name`.
        bits_v4: Width in IPv4 where it is wider in IPv6; 0 where there is no such difference.
    """

    name: str
    kind: Kind
    bits: int
    surprise: int
    unit: str
    protocol: str
    meaning: str
    reference: str
    wireshark: tuple[str, ...] = ()
    bits_v4: int = 0

    @property
    def widths(self) -> tuple[int, ...]:
        """Every width that it has on the wire."""
        return (self.bits_v4, self.bits) if self.bits_v4 else (self.bits,)


FLAG_BITS: dict[str, int] = {
    "FIN": 0x001,
    "SYN": 0x002,
    "RST": 0x004,
    "PSH": 0x008,
    "ACK": 0x010,
    "URG": 0x020,
    "ECE": 0x040,
    "CWR": 0x080,
    "AE": 0x100,  # RFC 9768; NS in RFC 3540
    "R3": 0x200,  # the reserved bits, nearest to AE first
    "R2": 0x400,
    "R1": 0x800,
}
FLAG_ALIASES = {"NS": "AE"}

# https://www.iana.org/assignments/tcp-parameters (kinds a signature may call by name)
OPTION_KINDS: dict[str, int] = {
    "eol": 0,
    "nop": 1,
    "mss": 2,
    "wscale": 3,
    "sackok": 4,
    "sack": 5,
    "ts": 8,
    "md5": 19,
    "ao": 29,
    "mptcp": 30,
    "tfo": 34,
}


def _protocol_words() -> tuple[Field, ...]:
    def word(name: str, meaning: str, reference: str, wireshark: tuple[str, ...] = (), surprise: int = 1) -> Field:
        return Field(name, Kind.BOOLEAN, 1, surprise, "", "", meaning, reference, wireshark)

    return (
        word("ip", "The packet is IPv4.", "RFC 791"),
        word("ip6", "The packet is IPv6.", "RFC 8200", ("ipv6",)),
        word("tcp", "The packet carries TCP.", "RFC 9293"),
        word("udp", "The packet carries UDP.", "RFC 768"),
        word("icmp", "The packet carries ICMP for IPv4.", "RFC 792", surprise=3),
        word("icmp6", "The packet carries ICMPv6.", "RFC 4443", ("icmpv6",), surprise=3),
        word("sctp", "The packet carries SCTP.", "RFC 9260", surprise=6),
        word(
            "frag",
            "The packet is a fragment: more follow, or it does not start at 0.",
            "RFC 791 section 3.2",
            surprise=6,
        ),
        word(
            "quoted",
            "The packet is an ICMP error that quotes another packet.",
            "RFC 792, RFC 4443 section 2.4",
            surprise=4,
        ),
    )


_N, _M, _A, _B = Kind.NUMBER, Kind.MOD32, Kind.ADDRESS, Kind.BOOLEAN

# fmt: off
_PACKET_FIELDS: tuple[Field, ...] = (
    # the record
    Field("len", _N, 32, 8, "bytes", "", "Length of the frame on the wire, link header included.", "pcap",
          ("frame.len",)),
    Field("caplen", _N, 32, 8, "bytes", "", "How many bytes of the frame were captured.", "pcap", ("frame.cap_len",)),
    Field("vlan", _N, 12, 12, "", "", "Outermost VLAN identifier.", "IEEE 802.1Q", ("vlan.id",)),
    # IP
    Field("ip.version", _N, 4, 1, "", "", "Version of the outermost IP header: 4 or 6.", "RFC 791, RFC 8200",
          ("ipv6.version",)),
    Field("src", _A, 32, 32, "", "", "Source address.", "RFC 791", ("ip.src", "ipv6.src", "ip.src_host")),
    Field("dst", _A, 32, 32, "", "", "Destination address.", "RFC 791", ("ip.dst", "ipv6.dst", "ip.dst_host")),
    Field("proto", _N, 8, 3, "", "", "Protocol above IP, after IPv6 extension headers.",
          "RFC 791; IANA protocol numbers",
          ("ip.proto", "ipv6.nxt")),
    Field("ttl", _N, 8, 6, "hops", "", "Time to live (IPv6: hop limit) as captured.", "RFC 791, RFC 8200", ("ip.ttl",
          "ipv6.hlim")),
    Field("ittl", _N, 9, 2, "hops", "", "Initial TTL inferred: the least of 32, 64, 128, 255 that is not below ttl.",
          "derived from ttl"),
    Field("hops", _N, 8, 5, "hops", "", "Routers passed, inferred: ittl - ttl.", "derived from ttl"),
    Field("id", _N, 32, 16, "", "", "IPv4 identification (16 bits); in IPv6 that of the fragment header (32 bits).",
          "RFC 791, RFC 6864", ("ip.id", "ipv6.fraghdr.ident"), bits_v4=16),
    Field("df", _B, 1, 1, "", "ip", "Don't-fragment bit.", "RFC 791", ("ip.flags.df",)),
    Field("mf", _B, 1, 4, "", "", "More-fragments bit.", "RFC 791, RFC 8200 section 4.5", ("ip.flags.mf",
          "ipv6.fraghdr.more")),
    Field("evil", _B, 1, 8, "", "ip", "The reserved bit of the IPv4 flags.", "RFC 791; RFC 3514 in jest",
          ("ip.flags.rb",)),
    Field("frag.offset", _N, 16, 13, "bytes", "", "Where this fragment starts in its packet.", "RFC 791",
          ("ip.frag_offset", "ipv6.fraghdr.offset")),
    Field("tos", _N, 8, 4, "", "", "The whole type-of-service byte (IPv6: traffic class).", "RFC 791, RFC 2474",
          ("ip.dsfield", "ip.tos", "ipv6.tclass")),
    Field("dscp", _N, 6, 4, "", "", "Differentiated-services code point: the upper six bits of tos.", "RFC 2474",
          ("ip.dsfield.dscp",)),
    Field("ecn", _N, 2, 2, "", "", "Explicit congestion notification: the lower two bits of tos.", "RFC 3168",
          ("ip.dsfield.ecn",)),
    Field("ip.len", _N, 17, 8, "bytes", "", "Length of the IP packet; IPv6: 40 + payload length.", "RFC 791",
          ("ipv6.plen",)),
    Field("ip.hlen", _N, 6, 3, "bytes", "", "Length of the IP header; always 40 in IPv6.", "RFC 791", ("ip.hdr_len",)),
    Field("ip.options", Kind.OPTIONS, 8, 8, "", "ip",
          "Kinds of the IPv4 options, in order, with their copy and class bits.",
          "RFC 791 section 3.1", ("ip.opt.type",)),
    Field("flow", _N, 20, 16, "", "ip6", "IPv6 flow label.", "RFC 6437", ("ipv6.flow",)),
    # transport
    Field("sport", _N, 16, 16, "", "", "Source port of TCP, UDP or SCTP.", "RFC 9293, RFC 768, RFC 9260",
          ("tcp.srcport", "udp.srcport", "sctp.srcport")),
    Field("dport", _N, 16, 16, "", "", "Destination port of TCP, UDP or SCTP.", "RFC 9293, RFC 768, RFC 9260",
          ("tcp.dstport", "udp.dstport", "sctp.dstport")),
    Field("payload", Kind.BYTES, 0, 64, "", "",
          "What the transport carries (above IP where the transport is not known).", ""),
    Field("payload.len", _N, 17, 8, "bytes", "", "Length of the payload by the IP length, whatever was captured.",
          "RFC 791", ("tcp.len",)),
    # TCP
    Field("seq", _M, 32, 32, "", "tcp", "Sequence number, absolute.", "RFC 9293", ("tcp.seq", "tcp.seq_raw")),
    Field("ack", _M, 32, 32, "", "tcp", "Acknowledgment number, absolute, whether or not ACK is set.", "RFC 9293",
          ("tcp.ack", "tcp.ack_raw")),
    Field("flags", _N, 12, 4, "", "tcp", "Control bits, the reserved ones included.", "RFC 9293, RFC 3168, RFC 9768",
          ("tcp.flags",)),
    Field("window", _N, 16, 12, "bytes", "tcp", "Window as sent, not scaled.", "RFC 9293", ("tcp.window_size_value",
          "win")),
    Field("urgent", _N, 16, 16, "", "tcp", "Urgent pointer, whether or not URG is set.", "RFC 9293",
          ("tcp.urgent_pointer",)),
    Field("tcp.hlen", _N, 6, 4, "bytes", "tcp", "Length of the TCP header.", "RFC 9293", ("tcp.hdr_len",)),
    Field("options", Kind.OPTIONS, 8, 8, "", "tcp", "Kinds of the TCP options in order.", "RFC 9293 section 3.2",
          ("tcp.options", "tcp.option_kind")),
    Field("mss", _N, 16, 12, "bytes", "tcp", "Maximum segment size option.", "RFC 9293 section 3.7.1",
          ("tcp.options.mss_val",)),
    Field("wscale", _N, 8, 4, "", "tcp", "Window scale option: the shift.", "RFC 7323", ("tcp.options.wscale.shift",)),
    Field("sackok", _B, 1, 1, "", "tcp", "Selective acknowledgment is permitted.", "RFC 2018",
          ("tcp.options.sack_perm",)),
    Field("ts.val", _N, 32, 32, "", "tcp", "Timestamp option: the sender's clock.", "RFC 7323",
          ("tcp.options.timestamp.tsval",)),
    Field("ts.ecr", _N, 32, 32, "", "tcp", "Timestamp option: the echoed clock.", "RFC 7323",
          ("tcp.options.timestamp.tsecr",)),
    # UDP and ICMP
    Field("udp.len", _N, 16, 8, "bytes", "udp", "Length in the UDP header.", "RFC 768", ("udp.length",)),
    Field("icmp.type", _N, 8, 5, "", "", "ICMP or ICMPv6 type.", "RFC 792, RFC 4443", ("icmpv6.type",)),
    Field("icmp.code", _N, 8, 4, "", "", "ICMP or ICMPv6 code.", "RFC 792, RFC 4443", ("icmpv6.code",)),
    Field("icmp.id", _N, 16, 16, "", "", "Identifier of an echo request or reply.", "RFC 792, RFC 4443",
          ("icmp.ident", "icmpv6.echo.identifier")),
    Field("icmp.seq", _N, 16, 16, "", "", "Sequence number of an echo request or reply.", "RFC 792, RFC 4443",
          ("icmpv6.echo.sequence_number",)),
    Field("icmp.mtu", _N, 32, 16, "bytes", "", "Next-hop MTU of a fragmentation-needed or packet-too-big message.",
          "RFC 1191, RFC 4443", ("icmpv6.mtu",), bits_v4=16),
)
# fmt: on

# What of a quoted packet (in an ICMP error) can be asked for: its header fields, by the same names.
_QUOTED_NAMES = (
    "ip.version", "src", "dst", "proto", "ttl", "id", "df", "mf", "frag.offset", "tos", "ip.len", "sport", "dport",
    "seq", "ack", "flags", "window", "udp.len", "icmp.type", "icmp.code", "icmp.id", "icmp.seq",
)  # fmt: skip


def _quoted_fields() -> tuple[Field, ...]:
    by_name = {field.name: field for field in _PACKET_FIELDS}
    return tuple(_quoted(by_name[name]) for name in _QUOTED_NAMES)


def _quoted(field: Field) -> Field:
    meaning = f"In the packet quoted by an ICMP error: {field.meaning[0].lower()}{field.meaning[1:]}"
    return replace(field, name=f"quoted.{field.name}", protocol="quoted", meaning=meaning, wireshark=())


FIELDS: dict[str, Field] = {field.name: field for field in (*_protocol_words(), *_PACKET_FIELDS, *_quoted_fields())}
_ALIASES: dict[str, str] = {alias: field.name for field in FIELDS.values() for alias in field.wireshark}


def find_field(name: str) -> Field | None:
    """The field called `name`, by its canonical name or one of Wireshark's; None when there is none."""
    return FIELDS.get(name) or FIELDS.get(_ALIASES.get(name, ""))


def nearest_fields(name: str, most: int = 3) -> list[str]:
    """Names that somebody who wrote `name` may have meant, best first."""
    from difflib import get_close_matches

    wanted = name.lower()
    close = get_close_matches(wanted, [*FIELDS, *_ALIASES], n=most, cutoff=0.6)
    return list(dict.fromkeys(_ALIASES.get(found, found) for found in close))
