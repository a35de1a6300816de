"""What holds for every date: it reads back, and nothing but our own errors is raised."""

from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.dates import (
    DateError,
    DateOrder,
    format_day,
    format_moment,
    parse_day,
    parse_moment,
)
from stridelog.domain.dates.names import MONTHS, WEEKDAYS
from stridelog.domain.entry import day_of

DAYS = st.dates(date(1900, 1, 1), date(9999, 12, 31))
NOWS = st.datetimes(datetime(1900, 1, 1))  # noqa: DTZ001
ORDERS = st.sampled_from(DateOrder)
WEEK_STARTS = st.integers(0, 6)
DAY_STARTS = st.times(max_value=time(11, 59)).map(lambda at: at.replace(second=0, microsecond=0))

PIECES = st.sampled_from(
    [
        "today", "yesterday", "now", "noon", "midnight", "morning", "evening", "tonight", "night",
        "this", "last", "next", "week", "month", "year", "weekend", "a", "an", "half", "three",
        "ago", "in", "days", "weeks", "months", "years", "hours", "minutes", "fortnight",
        "afternoon", "past", "to", "quarter", "o'clock", "1h30", "m", "d", "h", "am", "pm",
        "thu", "friday", "nov", "february", "th", "of", "at", "on", "the", "0", "1", "7", "12",
        "20", "29", "30", "31", "99", "366", "2026", "9999", "99999", "7:30", "25:61", "18h30",
        "6am", "2026-11-20", "20.11.", "5/6", "11/20/26", "2026-W47-4", "-", "/", ".", ",", ":",
        "T", "Z", "+01:00", " ", " ", " ", "\N{EN DASH}", "\N{SUPERSCRIPT TWO}", "\ud800", "\x00",
    ]
)  # fmt: skip
SAID = st.one_of(
    st.text(),
    st.lists(PIECES, max_size=6).map(" ".join),
    st.lists(PIECES, max_size=6).map("".join),
)


@given(SAID, NOWS, ORDERS, WEEK_STARTS, DAY_STARTS)
def test_any_text_is_a_moment_or_a_clear_error(
    text: str, now: datetime, order: DateOrder, week_start: int, day_starts: time
) -> None:
    try:
        moment = parse_moment(text, now, order, week_start, day_starts)
    except DateError as error:
        assert_clear(error)
    else:
        assert moment.day.year >= 1900


def assert_clear(error: DateError) -> None:
    assert error.message.endswith((".", "?"))
    assert error.message.isprintable()
    assert error.hint
    assert error.exit_code == 2


@given(SAID, NOWS, ORDERS, WEEK_STARTS)
def test_a_day_is_the_day_of_the_moment_or_an_error(
    text: str, now: datetime, order: DateOrder, week_start: int
) -> None:
    try:
        day = parse_day(text, now.date(), order, week_start)
    except DateError:
        return
    assert day == parse_moment(text, now, order, week_start).day


@given(NOWS, NOWS, ORDERS)
def test_a_moment_that_is_shown_reads_back_to_the_minute(
    at: datetime, now: datetime, order: DateOrder
) -> None:
    moment = parse_moment(format_moment(at), now, order)
    assert moment.time is not None
    assert datetime.combine(moment.day, moment.time) == at.replace(second=0, microsecond=0)
    assert not moment.ambiguous


@given(
    st.datetimes(datetime(1902, 1, 1), datetime(9990, 1, 1)),  # noqa: DTZ001
    DAY_STARTS,
    st.times(),
    st.sampled_from(["yesterday", "3 days ago", "last friday", "a week ago"]),
)
def test_an_hour_of_a_day_before_counts_for_that_day_whenever_days_start(
    now: datetime, day_starts: time, at: time, day: str
) -> None:
    said = f"{day} {at.hour}:{at.minute:02}"
    moment = parse_moment(said, now, DateOrder.DAY_FIRST, 0, day_starts)
    assert moment.time is not None
    happened = datetime.combine(moment.day, moment.time)
    assert day_of(happened, day_starts) == parse_day(
        day, day_of(now, day_starts), DateOrder.DAY_FIRST, 0
    )
    assert happened < now


@given(DAYS, st.integers(-2, 2), ORDERS)
def test_a_day_that_is_shown_reads_back(today: date, away: int, order: DateOrder) -> None:
    day = date.fromordinal(
        min(max(today.toordinal() + away, date(1900, 1, 1).toordinal()), date.max.toordinal())
    )
    assert parse_day(format_day(day, today), today, order, 0) == day
    assert parse_day(day.isoformat(), today, order, 0) == day
    year, week, weekday = day.isocalendar()
    if year >= 1900:
        assert parse_day(f"{year:04}-W{week:02}-{weekday}", today, order, 0) == day


@given(DAYS, DAYS, ORDERS)
def test_numbers_in_the_persons_order_read_back(day: date, today: date, order: DateOrder) -> None:
    first, second = (day.day, day.month) if order is DateOrder.DAY_FIRST else (day.month, day.day)
    now = datetime.combine(today, time(12))
    moment = parse_moment(f"{first}/{second}/{day.year}", now, order)
    assert moment.day == day
    assert moment.ambiguous == (day.day <= 12 and day.day != day.month)


@given(st.dates(date(1902, 1, 1), date(9990, 1, 1)), st.integers(1, 28), st.sampled_from(MONTHS))
def test_a_date_without_a_year_is_the_latest_at_most_four_weeks_ahead(
    today: date, day: int, month: str
) -> None:
    found = parse_day(f"{day} {month}", today, DateOrder.DAY_FIRST, 0)
    assert found <= today + timedelta(weeks=4)
    assert found.replace(year=found.year + 1) > today + timedelta(weeks=4)
    assert (found.day, MONTHS[found.month - 1]) == (day, month)


@given(st.dates(date(1901, 1, 1), date(9990, 1, 1)), st.sampled_from(WEEKDAYS))
def test_a_bare_weekday_is_the_latest_one_past(today: date, weekday: str) -> None:
    found = parse_day(weekday, today, DateOrder.DAY_FIRST, 0)
    assert WEEKDAYS[found.weekday()] == weekday
    assert timedelta(days=1) <= today - found <= timedelta(days=7)
    assert parse_day(f"last {weekday}", today, DateOrder.DAY_FIRST, 0) == found
