"""The clock."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from machine_zone import machine_in

from stridelog.runtime.clock import Clock, ClockError


def clock(text: str) -> Clock:
    return Clock.from_environment({"STRIDE_NOW": text})


def test_the_clock_runs(tmp_path: Path) -> None:
    touched = tmp_path / "touched"
    touched.touch()
    now = Clock.from_environment({}).now()
    earliest = datetime.fromtimestamp(touched.stat().st_mtime, UTC).replace(microsecond=0)
    assert earliest - timedelta(seconds=1) <= now < earliest + timedelta(minutes=5)


@pytest.mark.parametrize(("zone", "hours"), [("Asia/Tokyo", 9), ("UTC", 0), ("Etc/GMT+3", -3)])
def test_now_is_local_with_a_fixed_offset_to_the_second(zone: str, hours: int) -> None:
    with machine_in(zone):
        now = Clock().now()
    assert now.tzinfo == timezone(timedelta(hours=hours))
    assert now.microsecond == 0


@pytest.mark.parametrize("unset", [{}, {"STRIDE_NOW": ""}, {"STRIDE_NOW": " "}])
def test_without_a_replacement_the_clock_is_not_set(unset: dict[str, str]) -> None:
    assert Clock.from_environment(unset) == Clock()


@pytest.mark.parametrize(
    ("text", "now"),
    [
        ("2026-11-21T08:12:00+09:00", "2026-11-21T08:12:00+09:00"),
        ("2026-11-21 08:12Z", "2026-11-21T08:12:00+00:00"),
        ("2026-11-21T08:12:00.999-03:30", "2026-11-21T08:12:00-03:30"),
        ("2026-11-21T08:12:00", "2026-11-21T08:12:00+01:00"),
        ("2026-07-21T08:12:00", "2026-07-21T08:12:00+02:00"),
        ("2026-11-21", "2026-11-21T00:00:00+01:00"),
        (" 2026-11-21T08:12 ", "2026-11-21T08:12:00+01:00"),
    ],
)
def test_stride_now_replaces_the_clock(text: str, now: str) -> None:
    with machine_in("Europe/Berlin"):
        assert clock(text).now().isoformat() == now


def test_a_time_that_the_clocks_skip_is_shifted_forward() -> None:
    with machine_in("Europe/Berlin"):
        assert clock("2026-03-29T02:30").now().isoformat() == "2026-03-29T03:30:00+02:00"


def test_of_two_times_alike_the_first_is_meant() -> None:
    with machine_in("Europe/Berlin"):
        assert clock("2026-10-25T02:30").now().isoformat() == "2026-10-25T02:30:00+02:00"


@pytest.mark.parametrize(
    "text",
    ["now", "21.11.2026", "2026-02-30", "08:12", "2026-11-21T25:00", "0001-01-01", "9999-12-31",
     "2026-11-21T08:12:00+99:00", "1899-12-31", "3000-01-01", "\x1b[31m"],
)  # fmt: skip
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(ClockError, match="STRIDE_NOW") as refused:
        clock(text)
    assert refused.value.exit_code == 2
    assert refused.value.message.endswith(".")
    assert "\x1b" not in refused.value.message
    assert "2026-11-21T08:12:00" in refused.value.hint


@given(st.text() | st.datetimes().map(str) | st.dates().map(str))
def test_any_text_is_a_time_or_refused(text: str) -> None:
    try:
        now = clock(text).now()
    except ClockError:
        return
    assert now.utcoffset() is not None
