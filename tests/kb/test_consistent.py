"""Which signatures a few values could belong to."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb import consistent as module
from kb.build import Entry, build
from kb.consistent import Consistent, ConsistentPattern, consistent
from kb.errors import KnowledgeBaseError, QuestionError
from kb.given import read_given
from sigdsl.fields import FIELDS
from sigdsl.load import load_text
from tests.kb.synthetic import build_many

SOURCE = """
signature answers { title "t" category c
  packet open { tcp; flags == SYN|ACK; ack == 674719802 }
  packet closed { tcp; flags == RST|ACK; ack == 674719802; seq == 0 }
  event by src gap 1s }
signature probe { title "t" category c
  packet p { tcp; flags == SYN|ACK; ack == seq - 1; id == 0; window == 4128; ttl > 230; not df }
  event by src gap 1s }
signature either { title "t" category c
  packet p { udp; dport == 53 and ttl == 64 or dport == 123 }
  event by src gap 1s }
signature hole { title "t" category c packet p { sport in {1..100}; sport not in {50, 60..70} } event by src gap 1s }
signature bits { title "t" category c packet p { flags has RST; flags & (SYN|FIN) == 0 } event by src gap 1s }
signature kinds { title "t" category c packet p { options == [mss, nop, ts] } event by src gap 1s }
signature stamps { title "t" category c packet p { options has ts; not options has mss } event by src gap 1s }
signature request { title "t" category c packet p { tcp; payload starts "GET " } event by src gap 1s }
signature bare { title "t" category c packet p { tcp; payload.len == 0 } event by src gap 1s }
signature nets { title "t" category c packet p { src in {10.0.0.0/8, 2001:db8::/32} } event by src gap 1s }
signature far { title "t" category c packet p { hops >= 10; ittl == 255 } event by src gap 1s }
signature sum { title "t" category c packet p { udp; sport + dport == 65536 } event by src gap 1s }
signature sums { internal title "t" category c observe sum as s event by src gap 1s }
"""
SLUGS = ("answers", "probe", "either", "hole", "bits", "kinds", "stamps", "request", "bare", "nets", "far", "sum")
BITS = {"answers": 41.0, "probe": 60.0}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    loaded = load_text(SOURCE)
    entries = [Entry("a.sig", source.excerpt, source.signature) for source in loaded.sources]
    assert len(entries) == len(SLUGS) + 1, loaded.drawn()
    return build(tmp_path_factory.mktemp("consistent") / "kb.db", entries, specificity=BITS).path


def slugs(answer: Consistent) -> list[str]:
    return [one.slug for one in answer.signatures]


def pattern(answer: Consistent, slug: str) -> ConsistentPattern:
    return next(one.patterns[0] for one in answer.signatures if one.slug == slug)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("ttl=241 win=4128 id=0", ["probe", "far"]),  # a TTL of 241 was 255: 14 routers
        ("tcp.window_size_value=4128", ["probe"]),
        ("win=4129", []),
        ("ack=674719802", ["answers", "probe"]),  # `ack == seq - 1` speaks of the ack
        ("ack=0x2837683A", ["answers", "probe"]),
        ("ack=674719802 flags=R.", ["answers", "bits"]),
        ("ack=674719802 flags=R. seq=1", ["bits"]),
        ("ack=5 seq=6", ["probe"]),
        ("ack=5 seq=7", []),
        ("ack=-1 seq=0", ["probe"]),  # modulo 2^32
        ("dport=53 ttl=64", ["either", "sum"]),
        ("dport=53 ttl=63", ["sum"]),  # neither side of the `or`
        ("dport=123 ttl=63", ["either", "sum"]),
        ("dport=53", ["either", "sum"]),
        ("dport=53 sport=65483", ["either", "sum"]),
        ("dport=53 sport=65482", ["either"]),
        ("sport=49", ["hole", "sum"]),
        ("sport=50", ["sum"]),
        ("sport=65", ["sum"]),
        ("sport=101..200", ["sum"]),
        ("flags=RST", ["bits"]),
        ("flags=SYN|RST", []),
        ("flags=SYN|ACK", ["probe", "answers"]),
        ("options=ts", ["stamps", "kinds"]),
        ("options=[mss,nop,ts]", ["kinds"]),
        ("options=[nop,nop,ts]", ["stamps"]),
        ("options=[]", []),
        ("mss=1460", ["kinds"]),  # has the option, so `stamps` is ruled out
        ("payload=GET /", ["request"]),
        ("payload=GE", ["request"]),
        ("payload=|50 4f|", []),
        ("payload=x", []),  # so there is a payload
        ("src=10.1.2.3", ["nets"]),
        ("src=11.1.2.3", []),
        ("src=2001:db8::9", ["nets"]),
        ("src=::/0", ["nets"]),
        ("src=10.0.0.0/24", ["nets"]),
        ("df=yes", []),
        ("df=no id=0", ["probe"]),
        ("udp=yes", ["either", "sum"]),
        ("proto=17", []),
    ],
)
def test_signatures_are_found_by_values(path: Path, asked: str, expected: list[str]) -> None:
    texts = ["payload=" + asked.removeprefix("payload=")] if asked.startswith("payload") else asked.split()
    assert slugs(consistent(path, texts)) == expected


def test_an_answer_says_which_conditions_speak(path: Path) -> None:
    answer = consistent(path, ["ttl=200..255", "win=4128", "seq=9"])
    found = pattern(answer, "probe")
    assert found.satisfied == ("tcp", "window == 4128")
    assert found.undecided == ("ack == seq - 1", "ttl > 230")
    assert found.not_shown == ("flags == SYN|ACK", "id == 0", "not df")
    assert (found.contradicted, found.silent) == ((), False)
    assert pattern(consistent(path, ["dport=123"]), "either").contradicted == ("dport == 53",)


def test_bits_are_those_of_what_holds(path: Path) -> None:
    (first, *_) = consistent(path, ["ack=674719802"]).signatures
    assert (first.slug, first.specificity_bits, first.bits) == ("answers", 41.0, 33.0)
    assert [each.name for each in first.patterns] == ["open", "closed"]


def test_who_is_ruled_out_is_counted(path: Path) -> None:
    assert consistent(path, ["ack=1"]).contradicted == 1
    assert consistent(path, ["ack=1", "window=1"]).contradicted == 2


def test_signatures_that_say_nothing_of_the_values_come_last_when_asked_for(path: Path) -> None:
    assert slugs(consistent(path, ["icmp.type=3"])) == []
    silent = consistent(path, ["window=4128"], silent=True)
    assert slugs(silent)[0] == "probe"
    assert {one.slug for one in silent.signatures if one.silent} == {
        "answers", "bare", "bits", "far", "hole", "kinds", "nets", "request", "stamps"
    }  # fmt: skip
    assert all(one.silent for one in silent.signatures[1:])


def test_the_number_of_answers_is_limited(path: Path) -> None:
    limited = consistent(path, ["flags=SYN|ACK"], limit=1)
    assert (slugs(limited), limited.more) == (["probe"], True)
    assert not consistent(path, ["flags=SYN|ACK"], limit=2).more


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        ([], "nothing is asked for"),
        (["ttl"], "is not FIELD=VALUE"),
        (["=5"], "is not FIELD=VALUE"),
        (["ttl="], "is not FIELD=VALUE"),
        (["dprt=53"], "no field called dprt; near it: dport"),
        (["ttl=300"], "ttl goes from 0 to 255: 300 does not fit"),
        (["ttl=-1"], "does not fit"),
        (["ttl=many"], "ttl is a number or a range, not 'many'"),
        (["ttl=9..3"], "ends before it begins"),
        (["ttl=" + "9" * 4_000], "ttl goes from 0|is a number"),
        (["ttl=" + "9" * 5_000], "at most 4,096 characters"),
        (["ttl=1", "ip.ttl=1"], "ttl is given twice"),
        (["flags=SYN|NOPE"], "flags is flags"),
        (["src=10.0.0.999"], "src is an address or a network"),
        (["src=10.0.0.1..::1"], "src is an address or a network"),
        (["df=maybe"], "df is yes or no"),
        (["options=ts,nope"], "options are kinds"),
        (["options=999"], "options are kinds"),
        (["payload=|zz|"], "is not hexadecimal"),
        (["ack=\u00b2"], "ack is a number"),
    ],
)
def test_what_cannot_be_asked_is_an_error(path: Path, texts: list[str], words: str) -> None:
    with pytest.raises(QuestionError, match=words):
        consistent(path, texts)


def test_what_is_no_knowledge_base_is_another_error(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeBaseError) as caught:
        consistent(tmp_path / "gone.db", ["ttl=1"])
    assert not isinstance(caught.value, QuestionError)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(FIELDS)), st.text(max_size=12) | st.integers().map(str))
def test_any_text_is_a_value_or_an_error(path: Path, field: str, text: str) -> None:
    try:
        answer = consistent(path, [f"{field}={text}"])
    except QuestionError:
        return
    assert all(not one.silent for one in answer.signatures)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_many(tmp_path_factory.mktemp("many") / "kb.db", 400).path


def test_candidates_are_found_through_an_index_alone(many: Path) -> None:
    """No table of the knowledge base is walked: of tests, only those of the fields asked for, in the index."""
    with closing(sqlite3.connect(many)) as db:
        db.execute("CREATE TEMP TABLE given (field, low, high, low6, high6, text, open, asked)")
        plan = [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {module._RANKED}")]
    assert [line for line in plan if line.startswith("SCAN")] == ["SCAN given", "SCAN tests", "SCAN spoken"]
    assert any(line.startswith("SEARCH tested USING COVERING INDEX") for line in plan)


def test_only_what_is_shown_is_worked_out(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    decoded: list[str] = []
    genuine = module.decoded
    monkeypatch.setattr(module, "decoded", lambda path, slug, model: decoded.append(slug) or genuine(path, slug, model))
    answer = consistent(many, ["flags=SYN|ACK", "ttl=1..255"], limit=10)
    assert len(answer.signatures) == 10
    assert answer.more
    assert len(decoded) < 40


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_ranking_and_working_out_agree(many: Path, data: st.DataObject) -> None:
    """What the database rules out is ruled out, and what it puts first has the most bits."""
    fields = st.sampled_from(["ack", "id", "window", "ttl", "flags", "dport"])
    asked = data.draw(st.sets(fields, min_size=1, max_size=3))
    texts = [f"{name}={data.draw(st.integers(0, 299))}" for name in sorted(asked - {"ttl"})]
    texts += [f"ttl={data.draw(st.integers(1, 255))}"] if "ttl" in asked else []
    texts = [text if not text.startswith("flags") else "flags=SYN" for text in texts]
    answer = consistent(many, texts, limit=1000)
    bits = [one.bits for one in answer.signatures]
    assert bits == sorted(bits, reverse=True)
    everything = consistent(many, texts, limit=1000, silent=True)
    assert set(slugs(answer)) == {one.slug for one in everything.signatures if not one.silent}
    assert len(slugs(answer)) + answer.contradicted <= 400
    assert read_given(texts) == answer.given
