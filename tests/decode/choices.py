"""Where tshark and we differ by tshark's own choice, and what of the corpus is not compared: by name, with reasons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.decode.judge import Frame, layers_of

__all__ = ["NOT_COMPARED", "OTHER_TUNNELS", "UNREADABLE", "is_choice"]

# Captures that are not read, or not as tshark reads them.
UNREADABLE = {
    ".erf": "an ERF file has no magic number to know it by",
    ".erf.gz": "an ERF file has no magic number to know it by",
    "other-k12text.cap": "another program's format",
    "other-lanalyzer.cap": "another program's format",
    "other-netmon1.cap": "another program's format",
    "other-ngsniffer.cap": "another program's format",
    "nokia.pcap": "has the standard magic: tshark guesses the variant, libpcap and we take the magic's word",
    "suse6_3.pcap": "has the standard magic: tshark guesses the variant, libpcap and we take the magic's word",
    "rh6_1.pcap": "has the modified magic but the standard record header: tshark guesses",
}

# Captures that tshark does not read, or of a link type that it does not know.
NOT_COMPARED = {
    "compressed/twice.pcap.gz.gz": "tshark unpacks once",
    "damaged/bad-bom.pcapng": "not a capture to tshark; nothing is read of it",
    "damaged/bad-magic.pcap": "not a capture to tshark; nothing is read of it",
    "damaged/version-2.0.pcapng": "not a capture to tshark; nothing is read of it",
    "damaged/link-reserved-99999.pcap": "there is no such link type",
    "regression_samples/clusterfuzz-testcase-minimized-FuzzTarget-5685520970809344": "there is no such link type",
    "links/ppp-pppd.pcap": "link type 166, which tshark does not know",
    "filter/brcm-tag-stp.pcap": "link type 281, which tshark does not know",
    "tests/brcm-tag-prepend.pcap": "link type 282, which tshark does not know",
    "tests/dsa-high-vid.pcap": "link type 284, which tshark does not know",
    "tests/edsa-high-vid.pcap": "link type 285, which tshark does not know",
    "tests/frf16_magic_ie-oobr.pcap": "a Juniper link type, which neither decodes",
    "tests/juniper_es_oobr.pcap": "a Juniper link type, which neither decodes",
    "tests/juniper_monitor_invalid_cookie_length.pcap": "a Juniper link type, which neither decodes",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """A difference that is tshark's own choice."""

    reason: str
    applies: Callable[[str, object, object, Frame], bool]


def _doubt(*tags: str) -> Callable[[Frame], bool]:
    return lambda frame: bool(set(tags) & set(frame["doubt"]))


def _tunnelled_vlan(frame: Frame) -> bool:
    layers = layers_of(frame)
    at = min((layers.index(layer) for layer in ("ip", "ipv6") if layer in layers), default=len(layers))
    return "vlan" not in layers[:at] and not {"isl", "ieee8021ah"} & set(layers)


_OF_OPTIONS = {"options", "sackok", "mss", "wscale", "ts.val", "ts.ecr"}

CHOICES = (
    Choice(
        "cut packets: tshark gives fewer fields than the bytes would allow",
        lambda name, ours, theirs, frame: _doubt("short")(frame) and theirs is None,
    ),
    Choice(
        "cut packets: tshark lists the options before the cut, we say that the list is not shown",
        lambda name, ours, theirs, frame: (
            _doubt("short")(frame) and ((ours is None and name in ("options", "sackok")) or name == "ip.options")
        ),
    ),
    Choice(
        "cut extension headers: tshark's number is that of the last header seen, we say that it is not shown",
        lambda name, ours, theirs, frame: (
            _doubt("ext", "short")(frame)
            and ours is None
            and name in ("proto", "payload.len")
            and "ipv6" in layers_of(frame)
        ),
    ),
    Choice(
        "impossible header lengths: each stops at its own point",
        lambda name, ours, theirs, frame: _doubt("hdrlen", "iplen")(frame) and (ours is None or theirs is None),
    ),
    Choice(
        "broken IPv4 options: tshark lists some and stops, we list those that fit",
        lambda name, ours, theirs, frame: name == "ip.options" and _doubt("malf")(frame),
    ),
    Choice(
        "broken TCP options: parsers differ after the first that does not fit",
        lambda name, ours, theirs, frame: name in _OF_OPTIONS and _doubt("optbad")(frame),
    ),
    Choice(
        "quotations: truth.py gives them only for two plain headers and TCP or UDP",
        lambda name, ours, theirs, frame: name.startswith("quoted.") and theirs is None,
    ),
    Choice(
        "lengths beyond 2^31: tshark gives the largest number that it can hold",
        lambda name, ours, theirs, frame: name == "len" and theirs == 2**31 - 1,
    ),
    Choice(
        "times beyond 64 bits of nanoseconds: we say that there is no time",
        lambda name, ours, theirs, frame: (
            name == "time_ns" and ours is None and isinstance(theirs, int) and theirs >= 2**63
        ),
    ),
    Choice(
        "802.1ad and Arista tags: tshark's vlan.id leaves out the outer tag, or the whole stack",
        lambda name, ours, theirs, frame: name == "vlan" and bool({"ieee8021ad", "avsp"} & set(layers_of(frame))),
    ),
    Choice(
        "tunnels: tshark lists the tags of an Ethernet within IP",
        lambda name, ours, theirs, frame: name == "vlan" and ours is None and _tunnelled_vlan(frame),
    ),
    Choice(
        "FabricPath: tshark takes the last four bytes of the inner frame for its checksum, though they are IP's",
        lambda name, ours, theirs, frame: "cfp" in layers_of(frame) and (theirs is None or name == "options"),
    ),
)

# Single captures with a difference inside tunnels, and why.
OTHER_TUNNELS = {
    "trunc/mpls-6in6-6in6-4in6-trunc.pcap": "the length of the inner header cannot be: the packet around it stays",
}

# Single captures: by the end of their path, the names that may differ (None: what only one of the two shows) and why.
PECULIAR: dict[str, tuple[set[str] | None, str]] = {
    "links/ppp-with-dir.pcap": ({"len", "caplen"}, "tshark does not count the direction byte"),
    "tests/atm-heapoverflow.pcap": ({"len", "caplen"}, "tshark does not count the ATM pseudo-header"),
    "tests/hoobr_rt6_print.pcap": (None, "tshark's IPv6 dissector gives up before it shows anything"),
    "tests/icmp-icmp_print-oobr-2.pcap": ({"icmp.type", "icmp.code"}, "tshark gives up on a broken ICMP message"),
    "trunc/mpls-6in6-broken.pcap.gz": (None, "random bytes after MPLS, which tshark and we guess at"),
    "tests/arista_ether.pcap": (None, "tshark does not know all of Arista's headers"),
    "tests/bgp-aigp.pcap": (None, "a Juniper link type, which is not decoded"),
    "tests/802_15_4-data.pcap": (None, "IPv6 compressed for IEEE 802.15.4, which is not decoded"),
}


def is_choice(capture: str, name: str, ours: object, theirs: object, frame: Frame) -> bool:
    """Whether a difference in a field is tshark's own choice; None stands for what one of the two does not show."""
    if any(choice.applies(name, ours, theirs, frame) for choice in CHOICES):
        return True
    names = next((names for end, (names, _) in PECULIAR.items() if capture.endswith(end)), set())
    return ours is None or theirs is None if names is None else name in names
