"""Numbers, ports and addresses as tcpdump prints them."""

from __future__ import annotations

import ipaddress
import re
import socket
from dataclasses import dataclass
from functools import lru_cache

from matcher.packet import UNKNOWN, V6, Unknown

__all__ = ["Endpoint", "number", "read_endpoint", "read_host", "read_port"]

# Names that old traces use most; whatever else there is comes from the system's table of services.
_PORTS = {
    "tcpmux": 1, "echo": 7, "discard": 9, "systat": 11, "daytime": 13, "qotd": 17, "chargen": 19, "ftp-data": 20,
    "ftp": 21, "ssh": 22, "telnet": 23, "smtp": 25, "time": 37, "whois": 43, "nicname": 43, "tacacs": 49, "domain": 53,
    "bootps": 67, "bootpc": 68, "tftp": 69, "gopher": 70, "finger": 79, "http": 80, "www": 80, "kerberos": 88,
    "hostname": 101, "iso-tsap": 102, "pop2": 109, "pop-2": 109, "pop3": 110, "pop-3": 110, "sunrpc": 111,
    "portmap": 111, "auth": 113, "ident": 113, "nntp": 119, "ntp": 123, "epmap": 135, "loc-srv": 135,
    "netbios-ns": 137, "netbios-dgm": 138, "netbios-ssn": 139, "imap": 143, "imap2": 143, "snmp": 161,
    "snmp-trap": 162, "snmptrap": 162, "bgp": 179, "irc": 194, "ldap": 389, "https": 443, "microsoft-ds": 445,
    "isakmp": 500, "exec": 512, "biff": 512, "login": 513, "who": 513, "shell": 514, "syslog": 514, "printer": 515,
    "talk": 517, "ntalk": 518, "router": 520, "route": 520, "uucp": 540, "ldaps": 636, "imaps": 993, "pop3s": 995,
    "socks": 1080, "ms-sql-s": 1433, "ms-sql-m": 1434, "radius": 1812, "nfs": 2049, "mysql": 3306, "mdns": 5353,
    "postgresql": 5432, "x11": 6000, "irc-serv": 529, "ircd": 6667, "http-alt": 8080, "webcache": 8080,
}  # fmt: skip

_SERVICE_NAME = re.compile(r"[A-Za-z0-9_+/-]{1,40}", re.ASCII)
_DOTTED = re.compile(r"(\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})(?:\.([^.]*))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One side of `A > B`.

    Attributes:
        host: The address, or the name where a name is printed.
        port: The port, `UNKNOWN` for a name that nobody knows, None where none is printed.
        text: As printed; what tells conversations apart.
    """

    host: int | str
    port: int | Unknown | None
    text: str


def number(text: str, bits: int = 32, base: int = 10) -> int | Unknown:
    """The number in `text` when it fits into `bits`; a number that cannot be is as good as not shown."""
    if len(text) > 12:
        return UNKNOWN
    value = int(text, base)
    return value if value >> bits == 0 else UNKNOWN


@lru_cache(maxsize=4096)
def read_port(text: str) -> int | Unknown:
    """A port by number or by a service's name."""
    if text.isascii() and text.isdigit():
        return number(text, 16)
    known = _PORTS.get(text)
    if known is not None:
        return known
    if not _SERVICE_NAME.fullmatch(text):
        return UNKNOWN
    for protocol in ("tcp", "udp"):
        try:
            return socket.getservbyname(text, protocol)
        except OSError:
            continue
    return UNKNOWN


@lru_cache(maxsize=65_536)
def read_host(text: str) -> int | str:
    """An address as its integer (IPv6 with `V6` added), anything else as the name that it is."""
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return text
    return int(address) | V6 if address.version == 6 else int(address)


@lru_cache(maxsize=65_536)
def read_endpoint(text: str, *, ported: bool) -> Endpoint:
    """Split `host.port`; with `ported` false (ICMP and others) the whole is a host."""
    dotted = _DOTTED.fullmatch(text)
    if dotted is not None and isinstance(host := read_host(dotted[1]), int):
        return Endpoint(host, read_port(dotted[2]) if ported and dotted[2] else None, text)
    if not ported:
        return Endpoint(read_host(text), None, text)
    host_text, dot, port = text.rpartition(".")
    if not dot or not host_text or not port:
        return Endpoint(read_host(text), None, text)
    return Endpoint(read_host(host_text), read_port(port), text)
