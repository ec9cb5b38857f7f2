"""`tracelore match` as people use it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tracelore.cli import main

TOP = Path(__file__).parents[2]
EXAMPLE = TOP / "examples" / "odd-packets.pcap"
PROBE = """\
06:01:15.001304 mayfield.ohio.net.44132 > name1.server.net.53:
S 10399587:10399587(0) ack 10399586 win 4128 <mss 556> (ttl 241, id 0)
06:01:16.999359 mayfield.ohio.net.44132 > name1.server.net.53:
S 10399587:10399587(0) ack 10399586 win 4128 <mss 556> (ttl 241, id 0)
"""
CONTRACT = {
    "id", "signature", "version", "title", "category", "verdict", "confidence", "status", "why_inconclusive", "key",
    "first_seen", "last_seen", "packets", "counts", "measures", "specificity_bits", "also", "capture", "evidence",
    "explanation",
}  # fmt: skip


def tracelore(*words: object, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], input=stdin)


def events(result: Result) -> list[dict]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_the_example_is_explained() -> None:
    result = tracelore("match", EXAMPLE)
    assert result.exit_code == 0
    for said in (
        "latency-probe-syn-ack", "backscatter-ack-674719802", "tcp-half-open-scan",  # what
        "third-party, high confidence", "203.0.113.80", "9 packets",  # how sure, who, how many
        "Flags [R.], seq 0, ack 674719802",  # the evidence
        "bottom line", "reset", "consistent too", "backscatter-rst-ack",  # the meaning, and what else
        "67 packets read", "29 matched nothing",  # the account
    ):  # fmt: skip
        assert said in result.output, said


def test_ndjson_keeps_its_contract() -> None:
    result = tracelore("match", "--format", "ndjson", EXAMPLE)
    found = events(result)
    assert result.exit_code == 0
    assert result.stderr == ""
    assert [event["signature"] for event in found][:2] == ["latency-probe-syn-ack", "backscatter-ack-674719802"]
    for event in found:
        assert not CONTRACT - event.keys()
        assert event["status"] in ("conclusive", "inconclusive")
        assert event["capture"] == str(EXAMPLE)
        assert set(event["evidence"][0]) == {"frame", "time", "line"}
        assert set(event["explanation"]) == {"bottom_line", "hypotheses", "url"}
    backscatter = found[1]
    assert backscatter["key"] == {"src": "203.0.113.80"}
    assert backscatter["first_seen"] == "2000-05-14T12:00:12.120688000Z"
    assert backscatter["packets"] == 9
    assert backscatter["also"] == ["backscatter-rst-ack"]
    assert backscatter["status"] == "conclusive"


def test_the_most_specific_comes_first() -> None:
    bits = [event["specificity_bits"] for event in events(tracelore("match", "--format", "ndjson", EXAMPLE))]
    assert bits == sorted(bits, reverse=True)


def test_all_shows_what_a_leading_event_explains() -> None:
    few, everything = (events(tracelore("match", "--format", "ndjson", *more, EXAMPLE)) for more in ([], ["--all"]))
    assert "backscatter-rst-ack" not in {event["signature"] for event in few}
    assert "backscatter-rst-ack" in {event["signature"] for event in everything}


def test_standard_input_holds_text_or_a_capture() -> None:
    for data in (PROBE.encode(), EXAMPLE.read_bytes()):
        result = tracelore("match", "--format", "ndjson", "-", stdin=data)
        assert result.exit_code == 0
        assert "latency-probe-syn-ack" in {event["signature"] for event in events(result)}


def test_evidence_is_as_long_as_asked_for() -> None:
    for most in (0, 1, 3):
        found = events(tracelore("match", "--format", "ndjson", "--evidence", most, EXAMPLE))
        assert all(len(event["evidence"]) <= most for event in found)
    assert "and 8 more" in tracelore("match", "--evidence", 1, EXAMPLE).output


def test_signatures_of_a_file_are_used_instead(tmp_path: Path) -> None:
    mine = tmp_path / "mine.sig"
    mine.write_text('signature any-syn { title "SYN"\n packet syn { tcp; flags == SYN }\n event by src gap 60s }')
    found = events(tracelore("match", "--format", "ndjson", "--signatures", mine, EXAMPLE))
    assert {event["signature"] for event in found} == {"any-syn"}
    assert {event["verdict"] for event in found} == {"unknown"}


def test_signatures_with_faults_match_nothing(tmp_path: Path) -> None:
    mine = tmp_path / "mine.sig"
    mine.write_text('signature any-syn { title "SYN"\n packet syn { tcp; flgs == SYN }\n event by src gap 60s }')
    result = tracelore("match", "--signatures", mine, EXAMPLE)
    assert result.exit_code == 1
    assert "did you mean `flags`" in result.stderr
    assert f"{mine}:2:20" in result.stderr
    assert result.stdout == ""


def test_home_is_what_the_user_says(tmp_path: Path) -> None:
    mine = tmp_path / "mine.sig"
    mine.write_text('signature to-us { title "x"\n packet p { ip; dst in home }\n event by dst gap 60s }')
    assert events(tracelore("match", "--format", "ndjson", "-s", mine, EXAMPLE)) == []
    found = events(tracelore("match", "--format", "ndjson", "-s", mine, "--home", "192.0.2.53/32", EXAMPLE))
    assert {event["key"]["dst"] for event in found} == {"192.0.2.53"}
    assert tracelore("match", "--home", "nonsense", EXAMPLE).exit_code == 2


@pytest.mark.parametrize(
    ("vantage", "status"),
    [("auto", "inconclusive"), ("telescope", "conclusive"), ("inline", "conclusive"), ("host", "conclusive")],
)
def test_absence_needs_eyes(vantage: str, status: str) -> None:
    """Answers that nobody is seen to have asked for: what that means depends on where the capture was made."""
    text = "".join(
        f"11:46:1{n}.765043 10.1.1.1.23 > 10.2.2.{n}.105{n}: S 41374835{n}:41374835{n}(0) ack 322287 win 8192\n"
        for n in range(1, 5)
    )
    found = events(tracelore("match", "--format", "ndjson", "--vantage", vantage, "-", stdin=text))
    assert [event["signature"] for event in found] == ["backscatter-syn-ack"]
    assert found[0]["status"] == status
    assert bool(found[0]["why_inconclusive"]) == (status == "inconclusive")


def test_several_captures_each_have_their_events(tmp_path: Path) -> None:
    other = tmp_path / "probe.txt"
    other.write_text(PROBE)
    found = events(tracelore("match", "--format", "ndjson", other, EXAMPLE))
    assert {event["capture"] for event in found} == {str(other), str(EXAMPLE)}


def test_a_program_can_be_looked_at() -> None:
    result = tracelore("match", "--dump-program", EXAMPLE)
    assert result.exit_code == 0
    assert "signature backscatter-ack-674719802 version 1" in result.output


def test_the_inner_packets_of_a_tunnel(tmp_path: Path) -> None:
    """A probe in a GRE tunnel is seen when the inner packets are asked for."""
    from scapy.layers.inet import IP, TCP
    from scapy.layers.l2 import GRE
    from scapy.utils import wrpcap

    probe = IP(src="10.1.1.1", dst="10.1.1.2") / TCP(sport=44132, dport=53, flags="SA", seq=10399587, ack=10399586)
    outer = [IP(src="192.0.2.1", dst="192.0.2.2", id=number) / GRE() / probe for number in range(3)]
    path = tmp_path / "tunnel.pcap"
    wrpcap(str(path), outer)
    assert events(tracelore("match", "--format", "ndjson", path)) == []
    found = events(tracelore("match", "--format", "ndjson", "--inner", path))
    assert [(event["signature"], event["key"]) for event in found] == [("latency-probe-syn-ack", {"src": "10.1.1.1"})]
    first = json.loads(tracelore("packets", "--inner", "--fields", "src,proto", path).stdout.splitlines()[0])
    assert (first["src"], first["proto"]) == ("10.1.1.1", 6)
