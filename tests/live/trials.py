"""Which tool, how started, what must lead."""

from __future__ import annotations

import shlex
from dataclasses import dataclass

from tests.live.topology import BYSTANDER, TARGET, Topology


@dataclass(frozen=True, slots=True)
class Trial:
    """One start of a tool.

    Attributes:
        name: What the test is called.
        command: The command line, with `{target}`, `{bystander}`, `{mac}` (of the gateway) to be filled in.
        leads: The slug that must lead among the events of the tool's packets.
        at: Where the capture is made: `target` sees both directions, `telescope` only what nobody asked for.
    """

    name: str
    command: str
    leads: str
    at: str = "target"

    @property
    def tool(self) -> str:
        """The program that is started."""
        words = shlex.split(self.command)
        return words[2] if words[0] == "timeout" else words[0]

    def started(self, net: Topology) -> list[str]:
        """The words of the command line."""
        filled = self.command.format(target=TARGET, bystander=BYSTANDER, mac=net.gateway_mac)
        return shlex.split(filled)


_NMAP = "nmap -n -Pn --max-retries 0 --host-timeout 10s "
_MASSCAN = "timeout 2 masscan -e eth0 --router-mac {mac} --wait 0 --rate 2000 "
_ZMAP = "zmap -i eth0 -G {mac} -q -c 0 -B 1M -b /dev/null -o /dev/null "

TRIALS = (
    Trial("nmap-syn", _NMAP + "-sS -p 1-200 {target}", "?"),
    Trial("nmap-connect", _NMAP + "-sT -p 1-200 {target}", "?"),
    Trial("nmap-fin", _NMAP + "-sF -p 20-60 {target}", "?"),
    Trial("nmap-null", _NMAP + "-sN -p 20-60 {target}", "?"),
    Trial("nmap-xmas", _NMAP + "-sX -p 20-60 {target}", "?"),
    Trial("nmap-maimon", _NMAP + "-sM -p 20-60 {target}", "?"),
    Trial("nmap-ack", _NMAP + "-sA -p 20-60 {target}", "?"),
    Trial("nmap-window", _NMAP + "-sW -p 20-60 {target}", "?"),
    Trial("nmap-udp", _NMAP + "-sU -p 50-60,123,161 {target}", "?"),
    Trial("nmap-protocols", _NMAP + "-sO -p 1-60 {target}", "?"),
    Trial("nmap-os", "nmap -n -Pn -O --max-os-tries 1 -p 80,81 {target}", "?"),
    Trial("nmap-hosts", "nmap -n -sn --max-retries 0 10.20.2.2-33", "?"),
    Trial("nmap-tiny-fragments", _NMAP + "-sS -f -p 20-60 {target}", "?"),
    Trial("nmap-source-port-53", _NMAP + "-sS -g 53 -p 20-60 {target}", "?"),
    Trial("nmap-bad-checksums", _NMAP + "-sS --badsum --max-rtt-timeout 100ms -p 20-30 {target}", "?"),
    Trial("nmap-sctp", _NMAP + "-sY -p 20-60 {target}", "?"),
    Trial("masscan-ports", _MASSCAN + "-p 1-300 {target}", "?"),
    Trial("masscan-ping", _MASSCAN + "--ping 10.20.2.0/27", "?"),
    Trial("masscan-udp", _MASSCAN + "-p U:1-100 {target}", "?"),
    Trial("masscan-banners", _MASSCAN + "--banners --source-port 61000 -p 21,22,80 {target}", "?"),
    Trial("zmap-syn", _ZMAP + "-p 80 10.20.2.0/27", "?"),
    Trial("zmap-icmp", _ZMAP + "-M icmp_echoscan 10.20.2.0/27", "?"),
    Trial("zmap-udp", _ZMAP + "-M udp -p 53 --probe-args=text:hello 10.20.2.0/27", "?"),
    Trial("hping3-syn", "hping3 -q -S -p 80 -c 60 -i u1000 {target}", "?"),
    Trial("hping3-ports", "hping3 -q -S -p ++20 -c 60 -i u1000 {target}", "?"),
    Trial("hping3-null", "hping3 -q -p 80 -c 20 -i u1000 {target}", "?"),
    Trial("hping3-ack", "hping3 -q -A -p 80 -c 60 -i u1000 {target}", "?"),
    Trial("hping3-fin", "hping3 -q -F -p 80 -c 60 -i u1000 {target}", "?"),
    Trial("hping3-xmas", "hping3 -q -F -P -U -p 80 -c 60 -i u1000 {target}", "?"),
    Trial("hping3-syn-fin", "hping3 -q -S -F -p 80 -c 60 -i u1000 {target}", "?"),
    Trial("hping3-udp", "hping3 -q -2 -p 9 -c 60 -i u1000 {target}", "?"),
    Trial("hping3-icmp", "hping3 -q -1 -c 60 -i u1000 {target}", "?"),
    Trial("hping3-timestamp", "hping3 -q -1 -C 13 -c 5 -i u1000 {target}", "?"),
    Trial("hping3-syn-data", "hping3 -q -S -d 120 -p 80 -c 60 -i u1000 {target}", "?"),
    Trial("hping3-land", "hping3 -q -S -a {target} -s 80 -k -p 80 -c 20 -i u1000 {target}", "?"),
    Trial("hping3-syn-flood-forged", "hping3 -q -S -p 80 --rand-source -c 800 -i u500 {target}", "?"),
    Trial("hping3-fragments", "hping3 -q -S -f -d 64 -p 80 -c 20 -i u1000 {target}", "?"),
    Trial("back-syn-ack", "hping3 -q -S -p 80 -a {bystander} -c 200 -i u1000 {target}", "?", "telescope"),
    Trial("back-rst-ack", "hping3 -q -S -p 81 -a {bystander} -c 200 -i u1000 {target}", "?", "telescope"),
    Trial("back-rst", "hping3 -q -A -p 80 -a {bystander} -c 200 -i u1000 {target}", "?", "telescope"),
    Trial("back-many", "hping3 -q -S -p 80 --rand-source -c 800 -i u500 {target}", "?", "telescope"),
    Trial("back-many-closed", "hping3 -q -S -p 81 --rand-source -c 800 -i u500 {target}", "?", "telescope"),
    Trial("back-unreachable", "hping3 -q -2 -p 9 -a {bystander} -c 100 -i u1000 {target}", "?", "telescope"),
    Trial("back-unreachable-many", "hping3 -q -2 -p 9 --rand-source -c 800 -i u500 {target}", "?", "telescope"),
    Trial("back-echo", "hping3 -q -1 -a {bystander} -c 100 -i u1000 {target}", "?", "telescope"),
    Trial("t50-tcp", "t50 {target} --protocol TCP --threshold 400 --dport 80 -S", "?"),
    Trial("t50-default", "t50 {target} --protocol T50 --threshold 400", "?"),
    Trial("traceroute-udp", "traceroute -n -w 1 -q 3 {target}", "?"),
    Trial("traceroute-icmp", "traceroute -n -I -w 1 {target}", "?"),
    Trial("traceroute-tcp", "traceroute -n -T -p 80 -w 1 {target}", "?"),
    Trial("mtr-icmp", "mtr -n -r -c 3 -i 0.1 -G 0.3 {target}", "?"),
    Trial("mtr-udp", "mtr -n -u -r -c 3 -i 0.1 -G 0.3 {target}", "?"),
    Trial("mtr-tcp", "mtr -n -T -P 80 -r -c 3 -i 0.1 -G 0.3 {target}", "?"),
    Trial("tracepath", "tracepath -n {target}", "?"),
    Trial("tcptraceroute", "tcptraceroute -n -w 1 {target} 80", "?"),
    Trial("lft", "lft -n -d 80 {target}", "?"),
    Trial("scamper-paris", "scamper -I 'trace -P icmp-paris {target}'", "?"),
    Trial("ping", "ping -n -c 4 -i 0.2 {target}", "?"),
    Trial("ping-flood", "ping -n -q -f -c 300 {target}", "?"),
    Trial("ping-oversize", "ping -n -c 2 -s 60000 -i 0.2 {target}", "?"),
    Trial("fping", "fping -q -r 0 -i 1 -g 10.20.2.2 10.20.2.33", "?"),
    Trial("curl-fast-open", "curl -s -o /dev/null --tcp-fastopen http://{target}/", "?"),
    Trial("ike-scan", "ike-scan -r 1 {target}", "?"),
    Trial("onesixtyone", "timeout 1 onesixtyone {target} public", "?"),
)
