"""Times and addresses as text: what the standard library says of them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address, IPv6Address

from hypothesis import example, given
from hypothesis import strategies as st

from matcher.notation import calendar, format_address, format_time
from matcher.packet import V6
from tracelore.times import rfc3339, spoken_time

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
FIRST, LAST = (int((datetime(year, 1, 1, tzinfo=UTC) - EPOCH).total_seconds()) for year in (1000, 9999))
SECONDS = st.one_of(st.integers(FIRST, LAST), st.integers(-100_000, 100_000), st.integers(0, 1 << 32))


@given(SECONDS)
@example(951_782_400)  # 29 February 2000
def test_days_and_hours(seconds: int) -> None:
    when = EPOCH + timedelta(seconds=seconds)
    assert calendar(seconds) == (f"{when:%Y-%m-%d}", f"{when:%H:%M:%S}")


@given(SECONDS, st.integers(0, 999_999_999))
def test_all_forms_agree(seconds: int, rest: int) -> None:
    ns = seconds * 10**9 + rest
    when = datetime.fromisoformat(rfc3339(ns)[:19] + "Z")
    assert when == EPOCH + timedelta(seconds=seconds)
    assert rfc3339(ns).endswith(f".{rest:09}Z")
    assert spoken_time(ns) == format_time(ns)
    has_date = " " in format_time(ns)
    assert has_date is not (0 <= seconds < 86_400)
    assert format_time(ns).split(" ")[-1].startswith(f"{when:%H:%M:%S}.")


def test_what_no_calendar_has() -> None:
    for ns in (10**30, -(10**30), 253_402_300_800 * 10**9):
        assert calendar(ns // 10**9) is None
        assert rfc3339(ns) == spoken_time(ns) == f"{ns // 10**9}.{ns % 10**9:09} since 1970".replace(" ", "s ", 1)
        assert format_time(ns).startswith(f"{ns // 10**9}.")
    assert rfc3339(-62_135_596_800 * 10**9) == "0001-01-01T00:00:00.000000000Z"  # four digits, as RFC 3339 has them


@given(st.integers(0, (1 << 32) - 1), st.integers(0, (1 << 128) - 1))
@example(0, 0)
@example((1 << 32) - 1, 0xFFFF_0000_0001)
def test_addresses(four: int, six: int) -> None:
    assert format_address(four) == str(IPv4Address(four))
    assert format_address(V6 | six) == str(IPv6Address(six))


def test_numbers_that_are_no_addresses() -> None:
    assert {format_address(value) for value in (-1, 1 << 32, (1 << 128) - 1, 1 << 129, None, b"x")} == {"?"}
