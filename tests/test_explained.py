"""Events in words."""

from __future__ import annotations

from tracelore.explained import spoken_key


def test_a_key_names_fields_and_says_what_expressions_come_to() -> None:
    key = {"src": "10.0.0.1", "dport": 53, "(seq >> 16) ^ (seq & 0xffff)": 7}
    assert spoken_key(key) == "src 10.0.0.1, dport 53, (seq >> 16) ^ (seq & 0xffff) = 7"
