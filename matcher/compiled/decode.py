"""Frames to columns, in a kernel: what is common and whole. Everything else is left to `matcher.decode`.

A frame is left when anything about it is unusual: a rare link header, lengths that contradict each other, a header
that was not captured whole, an IP length of 0, an authentication header. So no kernel ever has to know what is not
shown, and every value here is the one that `matcher.decode.decode` gives.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from matcher.compiled.jit import Scalar, inlined, kernel

__all__ = ["LINKTYPES", "decode_rows"]

Bytes = npt.NDArray[np.uint8]
Ints = npt.NDArray[np.int64]
States = npt.NDArray[np.uint8]

# Numbers in matcher.compiled.columns.COLUMNS.
(
    _LEN, _CAPLEN, _VLAN, _VERSION, _SRC, _DST, _PROTO, _TTL, _ITTL, _HOPS, _ID, _DF, _MF, _EVIL,
    _FRAG_OFFSET, _TOS, _DSCP, _ECN, _IP_LEN, _IP_HLEN, _IP_OPTIONS, _FLOW, _SPORT, _DPORT, _PAYLOAD,
    _PAYLOAD_LEN, _SEQ, _ACK, _FLAGS, _WINDOW, _URGENT, _TCP_HLEN, _OPTIONS, _MSS, _WSCALE, _SACKOK,
    _TS_VAL, _TS_ECR, _UDP_LEN, _ICMP_TYPE, _ICMP_CODE, _ICMP_ID, _ICMP_SEQ, _ICMP_MTU, _IP, _IP6, _TCP,
    _UDP, _ICMP, _ICMP6, _SCTP, _FRAG,
) = range(52)  # fmt: skip
_KNOWN, _ASK = 1, 2

_ETHERNET, _NULL, _LOOP, _COOKED, _COOKED2, _IPV4, _IPV6 = 1, 0, 108, 113, 276, 228, 229
_RAW = (12, 14, 101)
LINKTYPES = frozenset({_ETHERNET, _NULL, _LOOP, _COOKED, _COOKED2, _IPV4, _IPV6, *_RAW})
_NETLINK = 824  # ARPHRD_ of a cooked capture that holds no packets


@inlined
def _u16(data: Bytes, at: Scalar) -> Scalar:
    return np.int64(data[at]) << 8 | np.int64(data[at + 1])


@inlined
def _u32(data: Bytes, at: Scalar) -> Scalar:
    return _u16(data, at) << 16 | _u16(data, at + 2)


@kernel
def _behind_tags(data: Bytes, at: Scalar, end: Scalar, out: Ints, seen: States) -> tuple[Scalar, Scalar]:
    """From where an ethertype stands, over VLAN tags: the IP version above (0: something else) and where it begins."""
    is_first = True
    while at + 2 <= end:
        above = _u16(data, at)
        at += 2
        if above == 0x0800:
            return 4, at
        if above == 0x86DD:
            return 6, at
        if above not in (0x8100, 0x88A8, 0x9100, 0x9200) or at + 2 > end:
            return 0, at
        if is_first:
            out[_VLAN], seen[_VLAN] = _u16(data, at) & 0xFFF, _KNOWN
            is_first = False
        at += 2
    return 0, at


@kernel
def _behind_link(
    linktype: Scalar, data: Bytes, at: Scalar, end: Scalar, out: Ints, seen: States
) -> tuple[Scalar, Scalar]:
    """The IP version that the link header announces (0: none, or not so simply), and where IP begins."""
    if linktype == _ETHERNET:
        return _behind_tags(data, at + 12, end, out, seen)
    if linktype == _COOKED:
        if at + 16 > end or _u16(data, at + 2) == _NETLINK:
            return 0, at
        return _behind_tags(data, at + 14, end, out, seen)
    if linktype == _COOKED2:
        if at + 20 > end or _u16(data, at + 8) == _NETLINK:
            return 0, at
        above = _u16(data, at)
        return (4 if above == 0x0800 else 6 if above == 0x86DD else 0), at + 20
    if linktype in (_NULL, _LOOP):
        if at + 4 > end:
            return 0, at
        family = _u32(data, at)
        if family > 0xFFFF and _u16(data, at + 2) == 0:
            family = np.int64(data[at + 1]) << 8 | np.int64(data[at])
        return (4 if family == 2 else 6 if family in (10, 23, 24, 28, 30) else 0), at + 4
    if linktype == _IPV4:
        return 4, at
    if linktype == _IPV6:
        return 6, at
    return (np.int64(data[at]) >> 4 if at < end else 0), at


@inlined
def _put_ttl(ttl: Scalar, out: Ints, seen: States) -> None:
    initial = 32 if ttl <= 32 else 64 if ttl <= 64 else 128 if ttl <= 128 else 255
    out[_TTL], seen[_TTL] = ttl, _KNOWN
    out[_ITTL], seen[_ITTL] = initial, _KNOWN
    out[_HOPS], seen[_HOPS] = initial - ttl, _KNOWN


@inlined
def _put_words(version: Scalar, proto: Scalar, is_fragment: Scalar, out: Ints, seen: States) -> None:
    """The yes-or-no fields that follow from others."""
    out[_VERSION], seen[_VERSION] = version, _KNOWN
    out[_PROTO], seen[_PROTO] = proto, _KNOWN
    out[_IP], seen[_IP] = 1 if version == 4 else 0, _KNOWN
    out[_IP6], seen[_IP6] = 1 if version == 6 else 0, _KNOWN
    out[_TCP], seen[_TCP] = 1 if proto == 6 else 0, _KNOWN
    out[_UDP], seen[_UDP] = 1 if proto == 17 else 0, _KNOWN
    out[_ICMP], seen[_ICMP] = 1 if proto == 1 else 0, _KNOWN
    out[_ICMP6], seen[_ICMP6] = 1 if proto == 58 else 0, _KNOWN
    out[_SCTP], seen[_SCTP] = 1 if proto == 132 else 0, _KNOWN
    out[_FRAG], seen[_FRAG] = is_fragment, _KNOWN


@inlined
def _put_payload(length: Scalar, out: Ints, seen: States) -> None:
    out[_PAYLOAD_LEN], seen[_PAYLOAD_LEN] = length, _KNOWN
    seen[_PAYLOAD] = _ASK


@kernel
def _tcp_options(data: Bytes, at: Scalar, end: Scalar, out: Ints, seen: States) -> None:
    """The options that are fields of their own. The first of a kind counts; an impossible length ends the list."""
    mss, wscale, stamps, sackok = False, False, False, 0
    while at < end:
        kind = data[at]
        if kind == 0:
            break
        if kind == 1:
            at += 1
            continue
        size = np.int64(data[at + 1]) if at + 1 < end else 2
        if size < 2 or at + size > end:
            break
        if kind == 4:
            sackok = 1
        elif kind == 2 and size == 4 and not mss:
            mss = True
            out[_MSS], seen[_MSS] = _u16(data, at + 2), _KNOWN
        elif kind == 3 and size == 3 and not wscale:
            wscale = True
            out[_WSCALE], seen[_WSCALE] = np.int64(data[at + 2]), _KNOWN
        elif kind == 8 and size == 10 and not stamps:
            stamps = True
            out[_TS_VAL], seen[_TS_VAL] = _u32(data, at + 2), _KNOWN
            out[_TS_ECR], seen[_TS_ECR] = _u32(data, at + 6), _KNOWN
        at += size
    out[_SACKOK], seen[_SACKOK] = sackok, _KNOWN


@kernel
def _tcp(
    data: Bytes, at: Scalar, end: Scalar, rest: Scalar, wants_options: bool, out: Ints, seen: States
) -> Scalar:
    if end - at < 20:
        return False
    size = np.int64(data[at + 12]) >> 4 << 2
    if size < 20 or size > rest:
        return False
    out[_SPORT], seen[_SPORT] = _u16(data, at), _KNOWN
    out[_DPORT], seen[_DPORT] = _u16(data, at + 2), _KNOWN
    out[_SEQ], seen[_SEQ] = _u32(data, at + 4), _KNOWN
    out[_ACK], seen[_ACK] = _u32(data, at + 8), _KNOWN
    out[_TCP_HLEN], seen[_TCP_HLEN] = size, _KNOWN
    out[_FLAGS], seen[_FLAGS] = _u16(data, at + 12) & 0xFFF, _KNOWN
    out[_WINDOW], seen[_WINDOW] = _u16(data, at + 14), _KNOWN
    out[_URGENT], seen[_URGENT] = _u16(data, at + 18), _KNOWN
    seen[_OPTIONS] = _ASK
    if wants_options:
        if at + size > end:
            return False
        _tcp_options(data, at + 20, at + size, out, seen)
    _put_payload(rest - size, out, seen)
    return True


@kernel
def _icmp(
    proto: Scalar, data: Bytes, at: Scalar, end: Scalar, rest: Scalar, quoted: bool, out: Ints,
    seen: States,
) -> Scalar:  # fmt: skip
    if end - at < 8:
        return False
    kind, code = np.int64(data[at]), np.int64(data[at + 1])
    if proto == 1:
        is_echo, is_error = bool(kind in (0, 8)), bool(kind in (3, 4, 5, 11, 12))
    else:
        is_echo, is_error = bool(kind in (128, 129)), bool(1 <= kind <= 4)
    if is_error and quoted:
        return False
    out[_ICMP_TYPE], seen[_ICMP_TYPE] = kind, _KNOWN
    out[_ICMP_CODE], seen[_ICMP_CODE] = code, _KNOWN
    if is_echo:
        out[_ICMP_ID], seen[_ICMP_ID] = _u16(data, at + 4), _KNOWN
        out[_ICMP_SEQ], seen[_ICMP_SEQ] = _u16(data, at + 6), _KNOWN
    if proto == 58 and kind == 2:
        out[_ICMP_MTU], seen[_ICMP_MTU] = _u32(data, at + 4), _KNOWN
    elif proto == 1 and kind == 3 and code == 4:
        out[_ICMP_MTU], seen[_ICMP_MTU] = _u16(data, at + 6), _KNOWN
    _put_payload(rest - 8, out, seen)
    return True


@kernel
def _above(
    proto: Scalar, data: Bytes, at: Scalar, end: Scalar, rest: Scalar, options: bool, quoted: bool, out: Ints,
    seen: States,
) -> Scalar:  # fmt: skip
    """What IP carries, `rest` bytes of which those before `end` are here. False where the ordinary decoder must see."""
    if proto == 6:
        return _tcp(data, at, end, rest, options, out, seen)
    if proto == 17:
        if end - at < 8:
            return False
        out[_SPORT], seen[_SPORT] = _u16(data, at), _KNOWN
        out[_DPORT], seen[_DPORT] = _u16(data, at + 2), _KNOWN
        out[_UDP_LEN], seen[_UDP_LEN] = _u16(data, at + 4), _KNOWN
        _put_payload(rest - 8, out, seen)
        return True
    if proto in (1, 58):
        return _icmp(proto, data, at, end, rest, quoted, out, seen)
    if proto == 132:
        if end - at < 12:
            return False
        out[_SPORT], seen[_SPORT] = _u16(data, at), _KNOWN
        out[_DPORT], seen[_DPORT] = _u16(data, at + 2), _KNOWN
        _put_payload(rest - 12, out, seen)
        return True
    if proto == 51:
        return False
    _put_payload(rest, out, seen)
    return True


@kernel
def _ipv4(
    data: Bytes, at: Scalar, end: Scalar, options: bool, quoted: bool, out: Ints, seen: States
) -> Scalar:
    if end - at < 20 or data[at] >> 4 != 4:
        return False
    header, total = (np.int64(data[at]) & 15) << 2, _u16(data, at + 2)
    if header < 20 or total < header or at + header > end:
        return False
    tos, fragment, proto = np.int64(data[at + 1]), _u16(data, at + 6), np.int64(data[at + 9])
    offset = (fragment & 0x1FFF) << 3
    out[_TOS], seen[_TOS] = tos, _KNOWN
    out[_DSCP], seen[_DSCP] = tos >> 2, _KNOWN
    out[_ECN], seen[_ECN] = tos & 3, _KNOWN
    out[_IP_LEN], seen[_IP_LEN] = total, _KNOWN
    out[_IP_HLEN], seen[_IP_HLEN] = header, _KNOWN
    out[_ID], seen[_ID] = _u16(data, at + 4), _KNOWN
    out[_EVIL], seen[_EVIL] = fragment >> 15, _KNOWN
    out[_DF], seen[_DF] = fragment >> 14 & 1, _KNOWN
    out[_MF], seen[_MF] = fragment >> 13 & 1, _KNOWN
    out[_FRAG_OFFSET], seen[_FRAG_OFFSET] = offset, _KNOWN
    _put_ttl(np.int64(data[at + 8]), out, seen)
    out[_SRC], seen[_SRC] = _u32(data, at + 12), _KNOWN
    out[_DST], seen[_DST] = _u32(data, at + 16), _KNOWN
    seen[_IP_OPTIONS] = _ASK
    _put_words(4, proto, 1 if fragment & 0x3FFF else 0, out, seen)
    rest, end = total - header, min(end, at + total)
    if offset:
        _put_payload(rest, out, seen)
        return True
    return _above(proto, data, at + header, end, rest, options, quoted, out, seen)


@kernel
def _ipv6(
    data: Bytes, at: Scalar, end: Scalar, options: bool, quoted: bool, out: Ints, seen: States
) -> Scalar:
    if end - at < 40 or data[at] >> 4 != 6:
        return False
    length, proto = _u16(data, at + 4), np.int64(data[at + 6])
    if not length:
        return False
    tos = _u16(data, at) >> 4 & 0xFF
    out[_TOS], seen[_TOS] = tos, _KNOWN
    out[_DSCP], seen[_DSCP] = tos >> 2, _KNOWN
    out[_ECN], seen[_ECN] = tos & 3, _KNOWN
    out[_FLOW], seen[_FLOW] = _u32(data, at) & 0xF_FFFF, _KNOWN
    out[_IP_LEN], seen[_IP_LEN] = 40 + length, _KNOWN
    out[_IP_HLEN], seen[_IP_HLEN] = 40, _KNOWN
    _put_ttl(np.int64(data[at + 7]), out, seen)
    seen[_SRC] = _ASK
    seen[_DST] = _ASK
    at += 40
    stop = at + length
    end = min(end, stop)
    is_first, is_fragment, offset = True, 0, 0
    while proto in (0, 43, 44, 60) and not offset:
        if at + 8 > end:
            return False
        size = 8 if proto == 44 else (np.int64(data[at + 1]) + 1) * 8
        if at + size > end:
            return False
        if proto == 44:
            word = _u16(data, at + 2)
            offset = word & 0xFFF8
            if is_first:
                is_first = False
                is_fragment = 1 if offset or word & 1 else 0
                out[_FRAG_OFFSET], seen[_FRAG_OFFSET] = offset, _KNOWN
                out[_MF], seen[_MF] = word & 1, _KNOWN
                out[_ID], seen[_ID] = _u32(data, at + 4), _KNOWN
        proto = np.int64(data[at])
        at += size
    _put_words(6, proto, is_fragment, out, seen)
    if offset:
        _put_payload(stop - at, out, seen)
        return True
    return _above(proto, data, at, end, stop - at, options, quoted, out, seen)


@kernel
def decode_rows(
    data: Bytes, rows: Ints, linktype: Scalar, options: bool, quoted: bool, wanted: Ints, values: Ints, states: States,
    network: Ints, simple: npt.NDArray[np.bool_],
) -> None:  # fmt: skip
    """Decode every record of a batch.

    Args:
        data: The bytes that the records are in.
        rows: int64[4, records], as `walk_pcap` gives them.
        linktype: One of `LINKTYPES`.
        options: Whether TCP options are asked for.
        quoted: Whether the ordinary decoder must see ICMP errors.
        wanted: int64[kept columns]: their numbers (`Layout.wanted`).
        values: Filled in, int64[kept columns, records]; of what does not apply, any number.
        states: Filled in, uint8[kept columns, records].
        network: Filled in, int64[records]: where the IP header begins, of the frames that are simple.
        simple: Filled in, bool[records]: False where the ordinary decoder must see the frame, whatever the tables say.
    """
    # One packet's fields at fixed places, which stay in the first cache; only what is kept goes to the tables.
    out, seen = np.zeros(_FRAG + 1, np.int64), np.zeros(_FRAG + 1, np.uint8)
    for row in range(rows.shape[1]):
        at, caplen = rows[0, row], rows[1, row]
        end = at + caplen
        seen[:] = 0
        out[_LEN], seen[_LEN] = rows[2, row], _KNOWN
        out[_CAPLEN], seen[_CAPLEN] = caplen, _KNOWN
        version, at = _behind_link(linktype, data, at, end, out, seen)
        network[row] = at
        if version == 4:
            simple[row] = _ipv4(data, at, end, options, quoted, out, seen)
        elif version == 6:
            simple[row] = _ipv6(data, at, end, options, quoted, out, seen)
        else:
            simple[row] = False
        for kept in range(wanted.shape[0]):
            values[kept, row] = out[wanted[kept]]
            states[kept, row] = seen[wanted[kept]]
