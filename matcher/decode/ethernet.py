"""Ethernet (IEEE 802.3) and what stands between it and IP: VLAN tags, LLC and SNAP, MPLS, PPPoE.

A step takes the captured bytes, where its header begins, and the fields found so far, and returns what comes above:
an ethertype or, as text, why there is no IP to be found; and where that begins. A header that is cut short raises
IndexError or struct.error, which `decode` catches: it is the one case that every step shares.
"""

from __future__ import annotations

from collections.abc import Callable

from matcher.decode.partial import Fields
from matcher.decode.ppp import MPLS, ppp

__all__ = ["IPV4", "IPV6", "RAW_IP", "Above", "Step", "climb", "ethernet", "llc", "nlpid", "typed", "u16"]

IPV4, IPV6 = 0x0800, 0x86DD
_BRIDGED = 0x6558  # an Ethernet frame in another: left to `climb`, so that no depth of nesting is a depth of calls
RAW_IP = 0x10000  # no ethertype: IP, whichever version its first four bits say

Above = tuple[int | str, int]
Step = Callable[[bytes, int, Fields], Above]

_LONGEST_802_3 = 1500  # a type field up to this is a length, and LLC follows: IEEE 802.3 section 3.2.6
_ISL = (b"\x01\x00\x0c\x00\x00", b"\x03\x00\x0c\x00\x00")
_NAMES = {0x0806: "ARP", 0x8035: "RARP"}


def u16(data: bytes, at: int) -> int:
    """The big-endian 16 bits at an offset."""
    return data[at] << 8 | data[at + 1]


def ethernet(data: bytes, at: int, fields: Fields) -> Above:
    """A frame from its destination address on."""
    ethertype = data[at + 12] << 8 | data[at + 13]
    if ethertype > _LONGEST_802_3:
        return ethertype, at + 14
    if data[at : at + 5] in _ISL:
        return _BRIDGED, at + 26
    return llc(data, at + 14, fields)


def typed(data: bytes, at: int, fields: Fields) -> Above:
    """A type field and what follows it, or LLC where the field is a length."""
    ethertype = u16(data, at)
    return (ethertype, at + 2) if ethertype > _LONGEST_802_3 else llc(data, at + 2, fields)


def llc(data: bytes, at: int, fields: Fields) -> Above:
    """IEEE 802.2: service access points and control."""
    service = u16(data, at)
    if service == 0xFFFF:
        return "IPX", at  # Novell's raw 802.3 has no LLC header: these are the bytes of its checksum
    control = data[at + 2]
    if service & 0xFEFE == 0xAAAA and control == 3:
        return _snap(data, at + 3, padding=2)  # RFC 2684 section 5.2
    if service == 0x0606 and control == 3:
        return IPV4, at + 3
    if service == 0xFEFE and control == 3:
        return nlpid(data, at + 3, fields)
    return f"LLC SAP 0x{service >> 8:02x}", at


def _snap(data: bytes, at: int, padding: int) -> Above:
    """RFC 1042: an organisation and its protocol. `padding`: what aligns a bridged frame behind them."""
    organisation, protocol = data[at] << 16 | u16(data, at + 1), u16(data, at + 3)
    if organisation in (0, 0x0000F8):
        return protocol, at + 5
    if organisation == 0x0080C2 and protocol in (1, 7):  # bridged Ethernet
        return _BRIDGED, at + 5 + padding
    return f"SNAP 0x{organisation:06x} protocol 0x{protocol:04x}", at


def nlpid(data: bytes, at: int, fields: Fields) -> Above:
    """Network layer protocol identifier: ISO/IEC TR 9577, RFC 2427."""
    identifier = data[at]
    if identifier == 0xCC:
        return IPV4, at + 1
    if identifier == 0x8E:
        return IPV6, at + 1
    if identifier == 0x80:
        return _snap(data, at + 1, padding=0)  # RFC 2427 section 4.2
    if identifier == 0xCF:
        return ppp(data, at + 1, fields)
    return f"NLPID 0x{identifier:02x}", at


def _vlan(data: bytes, at: int, fields: Fields) -> Above:
    fields.setdefault("vlan", u16(data, at) & 0xFFF)
    return typed(data, at + 2, fields)


def _mpls(data: bytes, at: int, fields: Fields) -> Above:
    """RFC 3032: down to the bottom of the stack, then by the first four bits, since nothing says what follows."""
    while not data[at + 2] & 1:
        at += 4
    at += 4
    nibble = data[at] >> 4
    if nibble in (4, 6):
        return (IPV4 if nibble == 4 else IPV6), at
    if nibble == 0 and u16(data, at) == 0:  # a pseudowire's control word, RFC 4385 section 3
        above = ethernet(data, at + 4, fields)
        if above[0] in _AFTER_CONTROL_WORD:
            return above
    return "MPLS payload", at


def _pppoe(data: bytes, at: int, fields: Fields) -> Above:
    """RFC 2516 section 4: a session's frame carries PPP."""
    return ("PPPoE discovery", at) if data[at + 1] else ppp(data, at + 6, fields)


def _after(size: int) -> Step:
    """A tag of `size` bytes with the next ethertype at its end."""
    return lambda data, at, fields: typed(data, at + size - 2, fields)


def _behind(size: int) -> Step:
    """`size` bytes of no interest, then a whole Ethernet frame."""
    return lambda _data, at, _fields: (_BRIDGED, at + size)


def _macsec(data: bytes, at: int, fields: Fields) -> Above:
    """IEEE 802.1AE: readable where it is only authenticated."""
    control = data[at]
    if control & 0x0C:
        return "MACsec encrypted", at
    return typed(data, at + (14 if control & 0x20 else 6), fields)


def _nsh(data: bytes, at: int, _fields: Fields) -> Above:
    """Network service header: RFC 8300 section 2."""
    size, proto = (data[at + 1] & 0x3F) * 4, data[at + 3]
    if proto == 3:
        return _BRIDGED, at + size
    return {1: IPV4, 2: IPV6, 5: MPLS}.get(proto, f"NSH protocol {proto}"), at + size


def _arista(data: bytes, at: int, fields: Fields) -> Above:
    """Arista's vendor-specific protocol: a time stamp of 64 or 48 bits before the ethertype."""
    if u16(data, at) != 1:
        return "Arista vendor protocol", at
    return typed(data, at + (12 if data[at + 3] == 0x10 else 10), fields)


_STEPS: dict[int, Step] = {
    0x8100: _vlan,
    0x88A8: _vlan,
    0x9100: _vlan,
    0x9200: _vlan,
    MPLS: _mpls,
    0x8848: _mpls,
    0x8864: _pppoe,
    0x880B: ppp,
    0x893F: _after(8),  # IEEE 802.1BR E-tag
    0x8909: _after(8),  # Cisco metadata
    0x8926: _after(6),  # Cisco VN-Tag
    0x8903: _behind(2),  # Cisco FabricPath
    0x88E5: _macsec,
    0x88E7: _behind(4),  # IEEE 802.1ah
    0x894F: _nsh,
    0xD28B: _arista,
    _BRIDGED: ethernet,
}
_AFTER_CONTROL_WORD = frozenset({IPV4, IPV6, 0x0806, *_STEPS})


def climb(above: int | str, at: int, data: bytes, fields: Fields) -> Above:
    """Go up from an ethertype until IP, or until there is no further way. Never returns an ethertype but IP's."""
    while isinstance(above, int):
        if above in (IPV4, IPV6):
            return above, at
        if above == RAW_IP:
            version = data[at] >> 4
            return (IPV4 if version == 4 else IPV6 if version == 6 else f"raw IP with version {version}"), at
        step = _STEPS.get(above)
        if step is None:
            return _NAMES.get(above) or f"ethertype 0x{above:04x}", at
        above, at = step(data, at, fields)
    return above, at
