"""Which tool, how started, what must lead."""

from __future__ import annotations

import shlex
import sys
from dataclasses import dataclass

from matcher.event import VantageOption
from tests.live.topology import BYSTANDER, TARGET, Topology


@dataclass(frozen=True, slots=True)
class Trial:
    """One start of a tool.

    Attributes:
        name: What the test is called.
        command: The command line, with `{target}`, `{bystander}`, `{mac}` (of the gateway) to be filled in.
        leads: The slug that must lead among the events of the tool's packets.
        at: Where the capture is made: `target` sees both directions, `telescope` only what nobody asked for, `client`
            what never leaves the tool's own wire.
    """

    name: str
    command: str
    leads: str
    at: str = "target"

    @property
    def tool(self) -> str:
        """The program that is started."""
        words = shlex.split(self.command)
        if words[0] == "{python}":
            return "scapy"
        return words[2] if words[0] == "timeout" else words[0]

    @property
    def vantage(self) -> VantageOption:
        """What to tell the matcher of the sensor's place."""
        return "telescope" if self.at == "telescope" else "auto"

    def started(self, net: Topology) -> list[str]:
        """The words of the command line."""
        filled = self.command.format(python=sys.executable, target=TARGET, bystander=BYSTANDER, mac=net.gateway_mac)
        return shlex.split(filled)


_NMAP = "nmap -n -Pn --max-retries 0 --host-timeout 10s "
_MASSCAN = "timeout 2 masscan -e eth0 --router-mac {mac} --wait 0 --rate 2000 "  # it does not always end by itself
_ZMAP = "zmap -i eth0 -G {mac} -q -c 0 -B 1M -b /dev/null -o /dev/null "
_HPING = "hping3 -q -i u1000 "
_SCAPY = "{python} -c \"from scapy.all import ICMP, IP, TCP, send; send(IP(dst='{target}') / %s, count=3)\""
_NEIGHBOURS = "10.20.2.0/27"

TRIALS = (
    Trial("nmap-syn", _NMAP + "-sS -p 1-200 {target}", "nmap-syn-scan"),
    Trial("nmap-connect", _NMAP + "-sT -p 1-200 {target}", "tcp-connect-scan"),
    Trial("nmap-fin", _NMAP + "-sF -p 20-60 {target}", "nmap-fin-scan"),
    Trial("nmap-null", _NMAP + "-sN -p 20-60 {target}", "nmap-null-scan"),
    Trial("nmap-xmas", _NMAP + "-sX -p 20-60 {target}", "nmap-xmas-scan"),
    Trial("nmap-maimon", _NMAP + "-sM -p 20-60 {target}", "nmap-maimon-scan"),
    Trial("nmap-ack", _NMAP + "-sA -p 20-60 {target}", "nmap-ack-scan"),
    Trial("nmap-window", _NMAP + "-sW -p 20-60 {target}", "nmap-ack-scan"),
    Trial("nmap-udp", _NMAP + "-sU -p 50-60,123,161 {target}", "nmap-udp-scan"),
    Trial("nmap-protocols", _NMAP + "-sO -p 1-60 {target}", "ip-protocol-scan"),
    Trial("nmap-sctp", _NMAP + "-sY -p 20-60 {target}", "sctp-init-scan"),
    Trial("nmap-os", "nmap -n -Pn -O --max-os-tries 1 -p 80,81 {target}", "nmap-os-detection"),
    Trial("nmap-idle", "nmap -n -Pn --max-retries 1 -sI 10.20.2.9:81 -p 80 {target}", "nmap-idle-scan-zombie"),
    Trial("nmap-hosts", "nmap -n -sn --max-retries 0 10.20.3.0/27", "nmap-host-discovery", "telescope"),
    Trial("nmap-echo", "nmap -n -sn -PE --max-retries 0 10.20.2.2-33", "nmap-echo-sweep"),
    Trial("nmap-tiny-fragments", _NMAP + "-sS -f -p 20-60 {target}", "tiny-tcp-fragment"),
    Trial("nmap-source-port-53", _NMAP + "-sS -g 53 -p 20-60 {target}", "nmap-syn-scan"),
    Trial("nmap-bad-checksums", _NMAP + "-sS --badsum --max-rtt-timeout 100ms -p 20-30 {target}", "nmap-syn-scan"),
    Trial("nmap-data", _NMAP + "-sS --data-length 24 -p 20-60 {target}", "nmap-syn-scan"),
    Trial("nmap-own-ttl", _NMAP + "-sU --ttl 64 -p 50-70 {target}", "udp-port-scan"),
    Trial("nmap-decoys", _NMAP + "-sS -D 10.20.1.5,10.20.1.6,ME -p 20-60 {target}", "nmap-decoy-scan"),
    Trial("nmap-past-ident", _NMAP + "-sT -p 20-25,113 {target}", "tcp-connect-scan"),
    Trial("nmap-udp-ping", "nmap -n -sn -PU --max-retries 0 10.20.3.0/28", "nmap-udp-ping", "telescope"),
    Trial("nmap-timestamps", "nmap -n -sn -PP --max-retries 0 10.20.3.0/28", "icmp-query-sweep", "telescope"),
    Trial("nmap-connect-sweep", _NMAP + "-sT -p 23 10.20.3.0/27", "syn-sweep-one-port", "telescope"),
    Trial("nmap-connect-answered", _NMAP + "-sT -p 80 10.20.2.2-33", "syn-sweep-one-port"),
    Trial("masscan-ports", _MASSCAN + "-p 1-300 {target}", "masscan-xor-ip-id"),
    Trial("masscan-own-ttl", _MASSCAN + "--ttl 64 -p 1-300 {target}", "masscan-xor-ip-id"),
    Trial("masscan-echo", _MASSCAN + "--ping " + _NEIGHBOURS, "masscan-echo-sweep"),
    Trial("masscan-udp", _MASSCAN + "-p U:7,U:17,U:19 " + _NEIGHBOURS, "masscan-udp-probes"),
    Trial("masscan-banners", _MASSCAN + "--banners --source-port 61000 -p 21,80 {target}", "masscan-banner-session"),
    Trial("zmap-syn", _ZMAP + "-p 80 " + _NEIGHBOURS, "zmap-ip-id-54321"),
    Trial("zmap-echo", _ZMAP + "-M icmp_echoscan " + _NEIGHBOURS, "zmap-icmp-54321"),
    Trial("zmap-udp", _ZMAP + "-M udp -p 53 --probe-args=text:hello " + _NEIGHBOURS, "zmap-udp-54321"),
    Trial("zmap-udp-own-port", _ZMAP + "-M udp -s 53 -p 53 --probe-args=text:hello " + _NEIGHBOURS, "zmap-udp-54321"),
    Trial("hping3-default", _HPING + "-c 20 {target}", "hping-default-probe"),
    Trial("hping3-one-port", _HPING + "-S -p 80 -c 60 {target}", "hping3-syn-flood"),
    Trial("hping3-ports", _HPING + "-S -p ++20 -c 60 {target}", "hping3-syn-scan"),
    Trial("hping3-one-port-slow", _HPING + "-S -p 80 -i u200000 -c 6 {target}", "hping3-one-port"),
    Trial("hping3-null", _HPING + "-p ++20 -c 40 {target}", "tcp-null-scan"),
    Trial("hping3-xmas", _HPING + "-F -P -U -p ++20 -c 40 {target}", "tcp-xmas-scan"),
    Trial("hping3-acks", _HPING + "-A -p ++20 -c 40 {target}", "tcp-ack-scan"),
    Trial("hping3-udp-ports", _HPING + "-2 -p ++50 -c 60 {target}", "udp-port-scan"),
    Trial("hping3-tutorial", _HPING + "-d 120 -S -w 64 -p 80 --rand-source -c 400 {target}", "hping3-syn-flood"),
    Trial("hping3-pings", _HPING + "-1 -c 400 {target}", "icmp-echo-flood"),
    Trial("hping3-empty-udp", _HPING + "-2 -p 9 -c 200 {target}", "udp-empty-flood"),
    Trial("hping3-syn-data", _HPING + "-S -d 120 -p 80 -i u50000 -c 20 {target}", "syn-data-without-fast-open"),
    Trial("hping3-land", _HPING + "-S -a {target} -s 80 -k -p 80 -c 20 {target}", "land-syn"),
    Trial("hping3-syn-fin", _HPING + "-S -F -p 80 -c 20 {target}", "syn-fin"),
    Trial("hping3-fragments", _HPING + "-S -f -d 64 -p 80 -c 20 {target}", "tiny-tcp-fragment"),
    Trial("hping3-forged", _HPING + "-S -p 80 --rand-source -c 400 {target}", "hping3-syn-flood"),
    Trial("hping3-forged-acks", _HPING + "-A -p 80 --rand-source -c 400 {target}", "tcp-flood-no-connection"),
    Trial("scapy-syn", _SCAPY % "TCP()", "scapy-default-syn"),
    Trial("scapy-echo", _SCAPY % "ICMP()", "scapy-default-echo"),
    Trial("t50", "t50 {target} --protocol TCP --threshold 300", "t50-null-flood"),
    Trial("fping", "fping -q -r 0 -i 1 -g 10.20.2.2 10.20.2.33", "icmp-echo-sweep"),
    Trial("scanssh", "timeout 4 scanssh -n 22 10.20.3.0/28", "scanssh-probe", "telescope"),
    Trial("macof", "timeout 1 macof -i eth0 -n 500", "macof-mac-flood", "client"),
    Trial("lft", "lft -n -d 80 {bystander}", "lft-tcp-trace", "telescope"),
    # What a flood with forged addresses does to those who have them.
    Trial("flood-open-port", _HPING + "-S -p 80 --rand-source -c 400 {target}",
          "backscatter-syn-ack-many", "telescope"),
    Trial("flood-closed-port", _HPING + "-S -p 81 --rand-source -c 400 {target}", "backscatter-rst-ack", "telescope"),
    Trial("flood-acks", _HPING + "-A -p 80 --rand-source -c 400 {target}", "backscatter-rst", "telescope"),
    Trial("flood-fixed-isn", _HPING + "-S -M 674719801 -p 80 --rand-source -c 100 {target}",
          "backscatter-ack-674719802", "telescope"),
    Trial("flood-one-number", _HPING + "-S -M 322286 -p 80 -a {bystander} -c 50 {target}",
          "backscatter-syn-ack", "telescope"),
    Trial("flood-udp", _HPING + "-2 -p 9 --rand-source -c 400 {target}", "backscatter-icmp-many-sources", "telescope"),
)  # fmt: skip
