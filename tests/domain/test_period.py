from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.errors import StrideError
from stridelog.domain.period import (
    Bucket,
    Length,
    PeriodError,
    Span,
    Unit,
    bucket_of,
    buckets,
    days_until,
    length_from,
    length_until,
    name_of,
    parse_length,
    parse_period,
    shift,
    week_of,
)

BUCKETS: tuple[Bucket, ...] = ("week", "month", "quarter", "year")
CALENDAR: tuple[Bucket, ...] = ("month", "quarter", "year")
UNITS: tuple[Unit, ...] = ("days", "weeks", "months", "years")
WEEK_STARTS = range(7)

days = st.dates()
recent_days = st.dates(date(1990, 1, 1), date(2060, 12, 31))


def span(first: str, last: str) -> Span:
    return Span(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026", span("2026-01-01", "2026-12-31")),
        ("2026-11", span("2026-11-01", "2026-11-30")),
        ("2028-02", span("2028-02-01", "2028-02-29")),
        ("2026-Q1", span("2026-01-01", "2026-03-31")),
        ("2026-q4", span("2026-10-01", "2026-12-31")),
        ("2026-W47", span("2026-11-16", "2026-11-22")),
        ("2026-w01", span("2025-12-29", "2026-01-04")),
        ("2026-W53", span("2026-12-28", "2027-01-03")),
        ("2026-11-20", span("2026-11-20", "2026-11-20")),
        (" 2026 ", span("2026-01-01", "2026-12-31")),
        ("2026\N{EN DASH}11", span("2026-11-01", "2026-11-30")),
        ("0001-W01", span("0001-01-01", "0001-01-07")),
        ("9999-W52", span("9999-12-27", "9999-12-31")),
    ],
)
def test_a_period_is_read_as_people_type_it(typed: str, meant: Span) -> None:
    assert parse_period(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "26",
        "20266",
        "0000",
        "2026-13",
        "2026-00",
        "2026-Q5",
        "2026-Q",
        "2026-W54",
        "2025-W53",
        "2026-W1",
        "2026-2",
        "2026-02-30",
        "2026-11-20-1",
        "2026-",
        "-2026",
        "november",
        "²026",
        "2026-1²",
        "9" * 5000,
    ],
)
def test_what_is_no_period_is_refused_with_the_forms_that_are(typed: str) -> None:
    with pytest.raises(PeriodError, match="is not a period") as refused:
        parse_period(typed)
    assert "2026-W47" in refused.value.hint
    assert refused.value.exit_code == 2


@given(st.text())
def test_any_text_is_a_period_or_refused(typed: str) -> None:
    try:
        found = parse_period(typed)
    except PeriodError:
        return
    assert 1 <= found.days <= 366


@given(days, st.sampled_from(BUCKETS))
def test_a_calendar_span_is_read_back_from_its_name(day: date, bucket: Bucket) -> None:
    whole = bucket_of(day, bucket)
    name = name_of(whole)
    assert name is None if whole.days < 7 else name is not None and parse_period(name) == whole


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("4w", Length(4, "weeks")),
        ("90d", Length(90, "days")),
        ("6mo", Length(6, "months")),
        ("1y", Length(1, "years")),
        ("12 weeks", Length(12, "weeks")),
        ("1 Year", Length(1, "years")),
        ("007d", Length(7, "days")),
    ],
)
def test_a_length_is_read_as_people_type_it(typed: str, meant: Length) -> None:
    assert parse_length(typed) == meant


@pytest.mark.parametrize("typed", ["", "4", "w", "0w", "-4w", "4.5w", "4q", "w4", "123456d", "٣w²"])
def test_what_is_no_length_is_refused(typed: str) -> None:
    with pytest.raises(PeriodError) as refused:
        parse_length(typed)
    assert "4w" in refused.value.hint


def test_a_length_of_6m_is_not_guessed_to_be_months() -> None:
    with pytest.raises(PeriodError) as refused:
        parse_length("6m")
    assert refused.value.hint == "Say 6mo for months."


@given(st.text())
def test_any_text_is_a_length_or_refused(typed: str) -> None:
    try:
        found = parse_length(typed)
    except PeriodError:
        return
    assert 1 <= found.count <= 99_999


@pytest.mark.parametrize(
    ("day", "count", "unit", "there"),
    [
        ("2028-02-29", -1, "years", "2027-02-28"),
        ("2028-02-29", -4, "years", "2024-02-29"),
        ("2027-02-28", 1, "years", "2028-02-28"),
        ("2026-03-31", -1, "months", "2026-02-28"),
        ("2028-03-31", -1, "months", "2028-02-29"),
        ("2026-10-31", 1, "months", "2026-11-30"),
        ("2026-12-15", 1, "months", "2027-01-15"),
        ("2026-01-15", -1, "months", "2025-12-15"),
        ("2026-11-21", -13, "weeks", "2026-08-22"),
        ("2026-03-01", -1, "days", "2026-02-28"),
        ("9998-12-31", 1, "years", "9999-12-31"),
    ],
)
def test_a_day_is_shifted_by_the_calendar(day: str, count: int, unit: Unit, there: str) -> None:
    assert shift(date.fromisoformat(day), count, unit) == date.fromisoformat(there)


@given(days, st.integers(), st.sampled_from(UNITS))
def test_a_shift_stays_in_the_calendar_or_is_refused(day: date, count: int, unit: Unit) -> None:
    try:
        there = shift(day, count, unit)
    except PeriodError:
        return
    assert (there - day).days * count >= 0


@given(recent_days, st.integers(-200, 200))
def test_a_year_is_twelve_months(day: date, count: int) -> None:
    assert shift(day, count, "years") == shift(day, 12 * count, "months")


@given(recent_days, st.sampled_from(BUCKETS), st.sampled_from(WEEK_STARTS))
def test_every_day_lies_in_exactly_one_bucket(day: date, bucket: Bucket, week_start: int) -> None:
    mine = bucket_of(day, bucket, week_start)
    assert mine.contains(day)
    for neighbour in (mine.first - timedelta(1), mine.last + timedelta(1)):
        other = bucket_of(neighbour, bucket, week_start)
        assert not other.contains(day)
        assert mine.shared_days(other) == 0


@pytest.mark.parametrize("day", [date.min, date.max])
@pytest.mark.parametrize("bucket", BUCKETS)
@pytest.mark.parametrize("week_start", WEEK_STARTS)
def test_the_ends_of_the_calendar_lie_in_a_bucket(
    day: date, bucket: Bucket, week_start: int
) -> None:
    assert bucket_of(day, bucket, week_start).contains(day)


@given(recent_days, st.sampled_from(WEEK_STARTS))
def test_a_week_has_seven_days_and_starts_on_its_weekday(day: date, week_start: int) -> None:
    week = week_of(day, week_start)
    assert week.days == 7
    assert week.first.weekday() == week_start


@given(recent_days)
def test_months_lie_within_quarters_and_quarters_within_years(day: date) -> None:
    month, quarter, year = (bucket_of(day, bucket) for bucket in CALENDAR)
    assert quarter.shared_days(month) == month.days
    assert year.shared_days(quarter) == quarter.days


@given(recent_days, st.integers(0, 500), st.sampled_from(BUCKETS), st.sampled_from(WEEK_STARTS))
def test_buckets_cover_a_span_without_gaps(
    first: date, more: int, bucket: Bucket, week_start: int
) -> None:
    asked = Span(first, first + timedelta(more))
    found = buckets(asked, bucket, week_start)
    assert found[0].contains(asked.first)
    assert found[-1].contains(asked.last)
    assert sum(one.shared_days(asked) for one in found) == asked.days
    assert sum(one.days for one in found) == Span(found[0].first, found[-1].last).days


def test_the_quarters_of_a_year() -> None:
    assert buckets(span("2026-02-10", "2026-11-21"), "quarter") == (
        span("2026-01-01", "2026-03-31"),
        span("2026-04-01", "2026-06-30"),
        span("2026-07-01", "2026-09-30"),
        span("2026-10-01", "2026-12-31"),
    )


def test_a_span_includes_both_of_its_ends() -> None:
    week = span("2026-11-16", "2026-11-22")
    assert week.days == 7
    assert week.contains(week.first)
    assert week.contains(week.last)
    assert week.until(date(2026, 11, 18)) == span("2026-11-16", "2026-11-18")
    assert week.until(date(2026, 12, 1)) == week
    assert week.until(date(2026, 11, 15)) is None


def test_a_span_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(StrideError, match="cannot end on 2026-01-01"):
        span("2026-01-02", "2026-01-01")


def test_a_shifted_span_has_as_many_days() -> None:
    assert span("2028-02-01", "2028-02-29").shifted(-1, "years") == span("2027-01-31", "2027-02-28")
    assert days_until(date(2026, 11, 21), 91) == span("2026-08-23", "2026-11-21")


@pytest.mark.parametrize(
    ("last", "length", "first"),
    [
        ("2026-11-21", Length(4, "weeks"), "2026-10-25"),
        ("2026-11-21", Length(1, "days"), "2026-11-21"),
        ("2026-11-21", Length(6, "months"), "2026-05-22"),
        ("2026-03-31", Length(1, "months"), "2026-03-01"),
        ("2028-02-29", Length(1, "years"), "2027-03-01"),
    ],
)
def test_a_length_up_to_a_day(last: str, length: Length, first: str) -> None:
    assert length_until(date.fromisoformat(last), length) == span(first, last)


def test_a_length_from_a_day_on() -> None:
    assert length_from(date(2026, 1, 31), Length(1, "months")) == span("2026-01-31", "2026-02-27")
    assert length_from(date(2026, 3, 1), Length(13, "weeks")).days == 91
