"""`tracelore packets`."""

from __future__ import annotations

import csv
import io
import json

from tests.cli.test_match import EXAMPLE, PROBE, tracelore


def test_a_line_a_frame_with_the_fields_asked_for() -> None:
    result = tracelore("packets", EXAMPLE, "--fields", "src,dport,flags,options,mss,tcp.seq")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert len(rows) == 67
    assert list(rows[0]) == ["frame", "time_ns", "len", "caplen", "src", "dport", "flags", "options", "mss", "seq"]
    assert rows[0]["frame"] == 1
    assert rows[0]["time_ns"] == 958_305_600_000_000_000
    assert (rows[0]["src"], rows[0]["dport"], rows[0]["flags"]) == ("192.0.2.10", 80, 2)
    assert (rows[0]["options"], rows[0]["mss"]) == ([2, 1, 1, 4], 1460)
    assert rows[9]["seq"] is None  # a DNS query


def test_csv_has_one_header() -> None:
    result = tracelore("packets", EXAMPLE, EXAMPLE, "--format", "csv", "--fields", "src,options,mss")
    rows = list(csv.reader(io.StringIO(result.stdout)))
    assert len(rows) == 1 + 2 * 67
    assert rows[0] == ["frame", "time_ns", "len", "caplen", "src", "options", "mss"]
    assert rows[1][4:] == ["192.0.2.10", "2 1 1 4", "1460"]
    assert rows[10][6] == ""


def test_what_text_does_not_show_is_null() -> None:
    result = tracelore("packets", "-", "--fields", "src,ttl,id,df,tos,options", stdin=PROBE)
    row = json.loads(result.stdout.splitlines()[0])
    assert row["src"] == "mayfield.ohio.net"
    assert (row["ttl"], row["id"], row["df"]) == (241, 0, 0)
    assert row["len"] is row["caplen"] is row["tos"] is None
    assert row["options"] == [2]


def test_an_unknown_field_is_told() -> None:
    result = tracelore("packets", EXAMPLE, "--fields", "src,dprt")
    assert result.exit_code == 2
    assert "dport" in result.stderr
