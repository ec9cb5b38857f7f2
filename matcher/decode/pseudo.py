"""Link headers that operating systems make up for a capture, where the wire has none or hides its own."""

from __future__ import annotations

import struct

from matcher.decode.ethernet import IPV4, IPV6, RAW_IP, Above, Step, llc, u16
from matcher.decode.partial import Fields
from matcher.decode.ppp import ppp
from matcher.decode.serial import frame_relay
from matcher.decode.wireless import radiotap

__all__ = ["cooked", "cooked2", "enc", "ipnet", "loopback", "nflog", "pflog", "raw_ip"]

_AF_INET = 2
_AF_INET6 = (10, 23, 24, 28, 30)  # Linux, Windows, NetBSD and OpenBSD, FreeBSD, Darwin
_ARP_HARDWARE_NETLINK = 824
# Hardware whose own header follows, whatever the protocol field says.
_ARP_HARDWARE: dict[int, Step] = {770: frame_relay, 803: radiotap}


def raw_ip(_data: bytes, at: int, _fields: Fields) -> Above:
    """No link header at all."""
    return RAW_IP, at


def loopback(data: bytes, at: int, fields: Fields) -> Above:
    """BSD: an address family of 32 bits, in the byte order of the machine that captured."""
    (family,) = struct.unpack_from("<I", data, at)
    if family > 0xFFFF:
        (family,) = struct.unpack_from(">I", data, at)
    if u16(data, at) == 0xFF03:
        return ppp(data, at, fields)
    return _family(family, at + 4)


def _family(family: int, at: int) -> Above:
    if family == _AF_INET:
        return IPV4, at
    return (IPV6 if family in _AF_INET6 else f"address family {family}"), at


def cooked(data: bytes, at: int, fields: Fields) -> Above:
    """Linux "cooked" capture: https://www.tcpdump.org/linktypes/LINKTYPE_LINUX_SLL.html"""
    return _cooked(u16(data, at + 14), u16(data, at + 2), data, at + 16, fields)


def cooked2(data: bytes, at: int, fields: Fields) -> Above:
    """Linux "cooked" capture v2: https://www.tcpdump.org/linktypes/LINKTYPE_LINUX_SLL2.html"""
    return _cooked(u16(data, at), u16(data, at + 8), data, at + 20, fields)


def _cooked(protocol: int, hardware: int, data: bytes, at: int, fields: Fields) -> Above:
    if hardware == _ARP_HARDWARE_NETLINK:
        return "netlink", at
    if hardware in _ARP_HARDWARE:
        return _ARP_HARDWARE[hardware](data, at, fields)
    if protocol == 0x0004:
        return llc(data, at, fields)
    if protocol == 0x0001:
        return "IPX", at
    if protocol < 1536:  # Linux's own ETH_P_ numbers
        return f"Linux protocol 0x{protocol:04x}", at
    return protocol, at


def enc(data: bytes, at: int, _fields: Fields) -> Above:
    """OpenBSD's view of IPsec traffic after decryption."""
    family = data[at] | data[at + 1] << 8 | data[at + 2] << 16 | data[at + 3] << 24
    return _family(family if family <= 0xFFFF else data[at + 3], at + 12)


def pflog(data: bytes, at: int, _fields: Fields) -> Above:
    """OpenBSD's packet filter log: its length (without padding) and the address family come first."""
    return _family(data[at + 1], at + (data[at] + 3) // 4 * 4)


def nflog(data: bytes, at: int, _fields: Fields) -> Above:
    """Linux netfilter log: attributes in the capturing machine's byte order, one of which is the packet."""
    family, at = data[at], at + 4
    order = "<HH" if data[at + 2] else ">HH"  # types are 1 to 255: this is the low byte of the first, or its high one
    while True:
        size, kind = struct.unpack_from(order, data, at)
        if size < 4:
            return "NFLOG without a packet", at
        if kind == 9:
            return _family(family, at + 4)
        at += (size + 3) // 4 * 4


def ipnet(data: bytes, at: int, _fields: Fields) -> Above:
    """Solaris: https://www.tcpdump.org/linktypes/LINKTYPE_IPNET.html"""
    family = data[at + 1]
    return (IPV4 if family == 2 else IPV6 if family == 26 else f"address family {family}"), at + 24
