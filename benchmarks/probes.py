"""Synthetic probes: what a header signature would ask for, as rules. `benchmarks.synthetic` makes them signatures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from random import Random

__all__ = ["Probe", "probes", "write_rules"]

_FLAGS = {"S": 0x02, "SA": 0x12, "A": 0x10, "RA": 0x14}  # among FIN, SYN, RST and ACK
_FIELDS = (("seq", 32), ("ack", 32), ("id", 16), ("window", 16))
_SEEN_PORTS = (22, 23, 53, 80, 443, 445, 3389)


@dataclass(frozen=True, slots=True)
class Probe:
    """A TCP packet with these values; what it asks for is seldom seen, though parts of it are.

    Attributes:
        number: From 1.
        letters: Its flags as Suricata writes them.
        field: One of the header, by its name in the language and in Suricata's rules.
        value: What that field must be.
        side: Which port must be `port`: sport or dport.
        port: See there.
        ttl: What the TTL must exceed; None for any.
    """

    number: int
    letters: str
    field: str
    value: int
    side: str
    port: int
    ttl: int | None

    @property
    def flags(self) -> int:
        """Its flags as a number."""
        return _FLAGS[self.letters]

    def rule(self) -> str:
        """As a rule of Suricata or Snort."""
        ports = (str(self.port), "any") if self.side == "sport" else ("any", str(self.port))
        ttl = "" if self.ttl is None else f" ttl:>{self.ttl};"
        return (
            f'alert tcp any {ports[0]} -> any {ports[1]} (msg:"probe {self.number}"; flags:{self.letters},PU12; '
            f"{self.field}:{self.value};{ttl} sid:{self.number}; rev:1;)"
        )


def probes(count: int) -> list[Probe]:
    """So many probes; fewer are the first ones of more."""
    chance = Random(674719802)
    return [_probe(number, chance) for number in range(1, count + 1)]


def _probe(number: int, chance: Random) -> Probe:
    field, bits = _FIELDS[number % len(_FIELDS)]
    return Probe(
        number,
        chance.choice(tuple(_FLAGS)),
        field,
        chance.getrandbits(bits),
        chance.choice(("sport", "dport")),
        chance.choice((chance.choice(_SEEN_PORTS), chance.getrandbits(16))),
        chance.randrange(30, 200) if number % 3 == 0 else None,
    )


def write_rules(path: Path, wanted: Iterable[Probe]) -> None:
    """Write probes as a file of rules."""
    path.write_text("".join(f"{probe.rule()}\n" for probe in wanted), "utf-8")
