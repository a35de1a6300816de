"""How dates are shown to people."""

from datetime import date, datetime, timedelta

import pytest

from stridelog.domain.dates import format_day, format_moment, format_span

DASH = "\N{EN DASH}"


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (date(2026, 11, 26), "Thu 26 Nov 2026"),
        (date(2026, 3, 1), "Sun 1 Mar 2026"),
        (date(1900, 1, 1), "Mon 1 Jan 1900"),
    ],
)
def test_a_day_is_shown_with_its_weekday(day: date, shown: str) -> None:
    assert format_day(day) == shown


def test_a_day_near_today_is_named_where_today_is_told() -> None:
    today = date(2026, 11, 26)
    near = [format_day(today + timedelta(days), today) for days in (-2, -1, 0, 1, 2)]
    assert near == ["Tue 24 Nov 2026", "yesterday", "today", "tomorrow", "Sat 28 Nov 2026"]


def test_a_moment_is_shown_with_its_time() -> None:
    assert format_moment(datetime(2026, 11, 26, 8, 12)) == "Thu 26 Nov 2026, 8:12"  # noqa: DTZ001
    assert format_moment(datetime(2026, 11, 26, 0, 5)) == "Thu 26 Nov 2026, 0:05"  # noqa: DTZ001


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        (date(2021, 8, 23), date(2021, 11, 21), f"23 Aug {DASH} 21 Nov 2021"),
        (date(2025, 12, 29), date(2026, 1, 4), f"29 Dec 2025 {DASH} 4 Jan 2026"),
        (date(2026, 11, 1), date(2026, 11, 30), f"1 {DASH} 30 Nov 2026"),
        (date(2026, 11, 26), date(2026, 11, 26), "26 Nov 2026"),
        (date(2025, 11, 26), date(2026, 11, 26), f"26 Nov 2025 {DASH} 26 Nov 2026"),
    ],
)
def test_a_span_repeats_nothing(first: date, last: date, shown: str) -> None:
    assert format_span(first, last) == shown
