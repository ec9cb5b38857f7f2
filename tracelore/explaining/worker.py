"""The process that reads what a stranger gave: from standard input to one JSON object on standard output.

Its limits are set before anything is imported that reads bytes. It can write no file: what it is given is in its memory
and goes with it.
"""

from __future__ import annotations

import json
import resource
import sys

__all__ = ["main"]

_MIB = 1 << 20


def main(arguments: list[str]) -> int:
    """Explain standard input. `arguments`: the knowledge base, seconds, MiB of memory, and how many packets to read."""
    path, seconds, memory, packets = arguments[0], *map(int, arguments[1:])
    _confine(seconds, memory * _MIB)
    try:
        from tracelore.explaining.explanation import explain_input

        answer = explain_input(path, packets)
    except MemoryError:
        answer = {"error": f"reading this takes more than {memory} MiB of memory, which is the limit here"}
    sys.stdout.write(json.dumps(answer))
    sys.stdout.flush()
    return 0


def _confine(seconds: int, memory: int) -> None:
    limits = {
        resource.RLIMIT_CPU: seconds,
        resource.RLIMIT_AS: memory,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NPROC: 0,
    }
    for kind, most in limits.items():
        _, hard = resource.getrlimit(kind)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (allowed, allowed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
