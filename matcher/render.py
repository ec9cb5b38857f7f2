"""One packet as a line that today's `tcpdump -n -S` might have printed, with what is known of it and nothing else."""

from __future__ import annotations

from collections.abc import Mapping

from matcher.notation import format_address, format_time
from matcher.packet import Packet, Value
from matcher.render_icmp import icmp_words
from matcher.render_ip import ip_head, is_later_fragment, shown_if_known, usual_ip_head
from matcher.render_tcp import tcp_words, usual_tcp_words

__all__ = ["format_address", "format_time", "tcpdump_line"]

Fields = Mapping[str, Value]


def tcpdump_line(packet: Packet) -> str:
    """One readable line; what is not known is left out. Reading it with `read_tcpdump` gives the values it shows."""
    stamp = "" if packet.time_ns is None else f"{format_time(packet.time_ns)} "
    fields = packet.fields
    if "src" not in fields or "dst" not in fields:
        length = fields.get("len")
        return f"{stamp}not IP{shown_if_known(', length {}', length)}"
    return stamp + _ip_packet(fields)


def _ip_packet(fields: Fields) -> str:
    head, body = usual_ip_head(fields) or ip_head(fields), _body(fields)
    return f"{head} {body}" if body else head


def _body(fields: Fields) -> str:
    proto, length = fields.get("proto"), fields.get("payload.len")
    if not is_later_fragment(fields):
        if proto == 6:
            return usual_tcp_words(fields) or tcp_words(fields)
        if proto == 17:
            return _udp(fields)
        if proto in (1, 58):
            return _icmp(fields, six=proto == 58)
        if proto == 132:
            return f"sctp{shown_if_known(', length {}', length)}"
    if not isinstance(proto, int):
        return shown_if_known("length {}", length)
    return f"ip-proto-{proto}{shown_if_known(' {}', length)}"


def _udp(fields: Fields) -> str:
    claimed, size = fields.get("udp.len"), fields.get("payload.len")
    if isinstance(claimed, int) and claimed >= 8:
        if isinstance(size, int) and size != claimed - 8:
            return f"UDP, bad length {claimed - 8} > {size}"
        return f"UDP, length {claimed - 8}"
    return "UDP" + shown_if_known(", length {}", size)


def _icmp(fields: Fields, six: bool) -> str:
    words = icmp_words(fields, six, format_address)
    size = fields.get("payload.len")
    line = f"{'ICMP6,' if six else 'ICMP'} {words}" + (f", length {size + 8}" if isinstance(size, int) else "")
    if "quoted.src" not in fields:
        return line
    inner = {name[7:]: value for name, value in fields.items() if name.startswith("quoted.")}
    if isinstance(inner.get("src"), int | str) and isinstance(inner.get("dst"), int | str):
        line += f" for {_ip_packet(inner)}"
    return line
