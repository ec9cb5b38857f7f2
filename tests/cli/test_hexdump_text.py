"""Text with the packets' bytes, through the commands that read text."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.test_match import events, tracelore

# masscan's request to memcached: its text stands in the bytes only, and a line alone would need three of its length.
MEMCACHED = """\
10:00:00.000000 IP 192.0.2.1.40000 > 198.51.100.1.11211: UDP, length 15
\t0x0000:  4500 002b 0001 0000 3611 9887 c000 0201  E..+....6.......
\t0x0010:  c633 6401 9c40 2bcb 0017 0000 0000 0000  .3d..@+.........
\t0x0020:  0001 0000 7374 6174 730d 0a              ....stats..
"""
ANOTHER = MEMCACHED.replace("7374 6174 73", "7374 6174 74")


def test_packets_shows_the_bytes() -> None:
    result = tracelore("packets", "-", "--fields", "dport,payload.len,payload,ttl", stdin=MEMCACHED * 2)
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert [row["frame"] for row in rows] == [1, 2]
    assert (rows[1]["dport"], rows[1]["payload.len"], rows[1]["ttl"]) == (11211, 15, 54)
    assert bytes.fromhex(rows[1]["payload"]) == b"\0\0\0\0\0\1\0\0stats\r\n"
    assert rows[1]["time_ns"] == 36_000 * 10**9


def test_match_reads_payload_conditions() -> None:
    result = tracelore("match", "-", "--format", "ndjson", stdin=MEMCACHED)
    assert [event["signature"] for event in events(result)] == ["memcached-udp-request"]
    assert tracelore("match", "-", "--format", "ndjson", stdin=ANOTHER).stdout == ""


def test_what_contradicts_the_line_is_told() -> None:
    result = tracelore("match", "-", stdin=MEMCACHED.replace("198.51.100.1.11211", "198.51.100.77.11211"))
    assert "the bytes of the hex dump contradict the line, and count (dst)" in result.output
    assert "198.51.100.1.11211" in result.output


def test_traces_of_signatures_may_have_them(tmp_path: Path) -> None:
    path = tmp_path / "stats.sig"
    dump, near = (text.replace("\n", "\n    ").rstrip() for text in (MEMCACHED, ANOTHER))
    path.write_text(f'''signature asks-for-statistics {{
  title "stats over UDP"
  packet ask {{ udp; payload contains "stats" }}
  event by src gap 1m
  trace "asked" synthetic expect match """
    {dump}
  """
  trace "another word" synthetic expect no-match """
    {near}
  """
}}
''')
    result = tracelore("test", path)
    assert result.exit_code == 0, result.output
    assert "2 passed" in result.output
    assert tracelore("fmt", path).exit_code == 0
    assert "\t0x0020:  0001 0000 7374 6174 730d 0a              ....stats.." in path.read_text()
