"""Keys and sources to make packs from."""

from __future__ import annotations

import subprocess
from pathlib import Path

__all__ = ["make_key", "source"]

SIGNATURE = '''\
signature {slug} {{
  title      "SYNs to port 53 that carry 77 bytes"
  category   measurement
  verdict    benign
  confidence medium
  version    {version}
  packet probe {{ tcp; flags == SYN; dport == {port}; payload.len == 77; window == 2077 }}
  event by src gap 5m having count(probe) >= 2
  analysis {{ bottom-line "{said}" }}
  trace "two" observed expect match """
    10:00:00.000000 10.0.0.1.2100 > 10.0.0.2.53: S 1:78(77) win 2077
    10:00:01.000000 10.0.0.1.2101 > 10.0.0.2.53: S 1:78(77) win 2077
  """
}}
'''


def source(slug: str = "odd-syn-77", port: int = 53, said: str = "A measurement.", version: int = 1) -> bytes:
    """A signature file."""
    return SIGNATURE.format(slug=slug, port=port, said=said, version=version).encode()


def make_key(path: Path, kind: str = "ed25519") -> None:
    """An OpenSSH key without a passphrase, and its public half beside it."""
    subprocess.run(["ssh-keygen", "-q", "-t", kind, "-N", "", "-C", path.name, "-f", path], check=True)
