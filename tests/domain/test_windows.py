from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.errors import StrideError, UsageError
from stridelog.domain.period import Length, PeriodError, Span, parse_length, parse_period, shift
from stridelog.domain.windows import (
    WindowQuestion,
    Windows,
    elapsed_days,
    nearest,
    resolve,
)

TODAY = date(2026, 11, 21)
LONG_AGO = date(2012, 1, 1)


def ask(question: WindowQuestion, today: date = TODAY, first: date | None = LONG_AGO) -> Windows:
    return resolve(question, today, first)


def span(first: str, last: str) -> Span:
    return Span(date.fromisoformat(first), date.fromisoformat(last))


def all_notes(windows: Windows) -> str:
    return " ".join((*windows.notes, *windows.then_notes))


def test_now_is_the_last_13_weeks_and_then_the_same_a_year_earlier() -> None:
    windows = ask(WindowQuestion())
    assert windows.now == span("2026-08-23", "2026-11-21")
    assert windows.then == span("2025-08-23", "2025-11-21")
    assert all_notes(windows) == ""


@pytest.mark.parametrize(
    ("question", "then"),
    [
        (WindowQuestion(years=5), span("2021-08-23", "2021-11-21")),
        (WindowQuestion(months=6), span("2026-02-20", "2026-05-21")),
        (WindowQuestion(weeks=52), span("2025-08-24", "2025-11-22")),
    ],
)
def test_then_lies_as_far_back_as_was_asked(question: WindowQuestion, then: Span) -> None:
    assert ask(question).then == then


def test_the_window_of_the_first_history_begins_where_it_was_said_to() -> None:
    windows = ask(WindowQuestion(years=5), date(2025, 8, 25))
    assert windows.now == span("2025-05-27", "2025-08-25")
    assert windows.then == span("2020-05-27", "2020-08-25")


def test_29_february_is_set_against_the_28th() -> None:
    windows = ask(WindowQuestion(years=1), date(2028, 2, 29))
    assert windows.then.last == date(2027, 2, 28)
    assert windows.then.days == windows.now.days == 91


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.integers(1, 30))
def test_each_weekday_stands_13_times_in_either_window(today: date, years: int) -> None:
    windows = ask(WindowQuestion(years=years), today)
    for window in (windows.then, windows.now):
        days = [window.first + timedelta(n) for n in range(window.days)]
        assert [sum(day.weekday() == w for day in days) for w in range(7)] == [13] * 7


@pytest.mark.parametrize(
    ("length", "now", "then"),
    [
        ("4w", span("2026-10-25", "2026-11-21"), span("2021-10-25", "2021-11-21")),
        ("90d", span("2026-08-24", "2026-11-21"), span("2021-08-24", "2021-11-21")),
        ("6mo", span("2026-05-22", "2026-11-21"), span("2021-05-22", "2021-11-21")),
        ("1y", span("2025-11-22", "2026-11-21"), span("2020-11-22", "2021-11-21")),
    ],
)
def test_a_window_can_be_shorter_or_longer(length: str, now: Span, then: Span) -> None:
    windows = ask(WindowQuestion(years=5, length=parse_length(length)))
    assert (windows.then, windows.now) == (then, now)


def test_two_periods_can_be_named() -> None:
    windows = ask(WindowQuestion(then=parse_period("2021-Q3"), now=parse_period("2026-Q3")))
    assert windows == Windows(parse_period("2021-Q3"), parse_period("2026-Q3"))


def test_then_alone_is_set_against_as_many_days_up_to_today() -> None:
    windows = ask(WindowQuestion(then=parse_period("2021")))
    assert windows.now == span("2025-11-22", "2026-11-21")
    assert windows.notes == ("Now is the last 365 days, as many as 2021 has.",)


@pytest.mark.parametrize(
    ("now", "question", "then"),
    [
        ("2026-Q3", WindowQuestion(), "2025-Q3"),
        ("2026-Q3", WindowQuestion(years=5), "2021-Q3"),
        ("2026-07", WindowQuestion(months=1), "2026-06"),
        ("2028-02", WindowQuestion(), "2027-02"),
    ],
)
def test_now_alone_is_set_against_the_same_days_earlier(
    now: str, question: WindowQuestion, then: str
) -> None:
    today = date(2028, 11, 21)
    windows = ask(replace(question, now=parse_period(now)), today)
    assert windows.then == parse_period(then)
    assert f"Then is {now} moved back by" in windows.then_notes[0]


def test_a_period_that_is_not_over_says_so() -> None:
    windows = ask(WindowQuestion(then=parse_period("2021-Q4"), now=parse_period("2026-Q4")))
    assert windows.notes == (
        "2026-Q4 has 52 of its 92 days so far: amounts are per week of the days that are over.",
    )
    assert elapsed_days(windows.now, TODAY) == 52


def test_a_period_that_has_not_begun_says_so() -> None:
    windows = ask(WindowQuestion(then=parse_period("2021-Q4"), now=parse_period("2027-Q1")))
    assert windows.notes == ("2027-Q1 has not begun.",)
    assert elapsed_days(windows.now, TODAY) == 0


def test_a_month_is_not_compared_with_a_year_without_saying_so() -> None:
    windows = ask(WindowQuestion(then=parse_period("2021"), now=parse_period("2026-10")))
    assert windows.notes == (
        "Then has 365 days and now 31 days: amounts are per week, counts and bests are not.",
    )
    alike = ask(WindowQuestion(then=parse_period("2021-02"), now=parse_period("2026-10")))
    assert alike.notes == ()


def test_windows_that_overlap_say_by_how_much() -> None:
    windows = ask(WindowQuestion(weeks=4))
    assert windows.then_notes == (
        "With --window 28d then and now would lie apart.",
        "Then and now share 63 days, which count on both sides.",
    )
    apart = ask(WindowQuestion(weeks=4, length=parse_length("28d")))
    assert apart.then_notes == ()


def test_the_first_window_with_entries_is_set_against_now() -> None:
    windows = ask(WindowQuestion(first=True), first=date(2019, 3, 5))
    assert windows.then == span("2019-03-05", "2019-06-03")
    assert windows.now == span("2026-08-23", "2026-11-21")
    half_a_year = ask(WindowQuestion(first=True, length=Length(6, "months")), first=LONG_AGO)
    assert half_a_year.then == span("2012-01-01", "2012-06-30")


def test_the_first_window_is_as_long_as_a_named_now() -> None:
    windows = ask(WindowQuestion(first=True, now=parse_period("2026-10")))
    assert windows.then == span("2012-01-01", "2012-01-31")


def test_a_first_window_that_would_reach_into_now_is_cut() -> None:
    windows = ask(WindowQuestion(first=True), first=date(2026, 8, 1))
    assert windows.then == span("2026-08-01", "2026-08-22")
    assert windows.then_notes == ("Then is cut to 22 days: there now begins.",)


def test_a_journal_that_begins_within_now_has_no_earlier_window() -> None:
    windows = ask(WindowQuestion(first=True), first=date(2026, 11, 1))
    assert windows.then == span("2026-05-24", "2026-08-22")
    assert windows.then_notes == ("The first entry, of 1 Nov 2026, is not before now.",)


def test_an_empty_journal_has_windows_too() -> None:
    assert ask(WindowQuestion(first=True), first=None).then == span("2026-05-24", "2026-08-22")
    assert all_notes(ask(WindowQuestion(), first=None)) == ""


def test_a_then_that_begins_before_the_first_entry_says_so() -> None:
    windows = ask(WindowQuestion(), first=date(2025, 11, 1))
    assert windows.then_notes == (
        "The first entry is of 1 Nov 2025: then holds nothing before it.",
    )


def test_before_a_day_is_set_against_after_it() -> None:
    windows = ask(WindowQuestion(around=date(2026, 3, 1)))
    assert windows == Windows(span("2025-11-30", "2026-02-28"), span("2026-03-01", "2026-05-30"))


def test_after_a_recent_day_ends_today_and_says_so() -> None:
    windows = ask(WindowQuestion(around=date(2026, 10, 1), length=Length(13, "weeks")))
    assert windows.now == span("2026-10-01", "2026-11-21")
    assert windows.then.days == 91
    assert windows.notes == (
        "Now has 52 of its 91 days so far: amounts are per week of the days that are over.",
    )


def test_there_is_no_after_of_a_day_to_come() -> None:
    with pytest.raises(UsageError, match="1 Dec 2026 has not come yet"):
        ask(WindowQuestion(around=date(2026, 12, 1)))


@pytest.mark.parametrize(
    ("question", "named"),
    [
        (WindowQuestion(years=1, months=6), ("--years", "--months")),
        (WindowQuestion(weeks=1, months=6), ("--months", "--weeks")),
        (WindowQuestion(years=1, first=True), ("--years", "--first")),
        (WindowQuestion(years=1, then=parse_period("2021")), ("--years", "--then")),
        (WindowQuestion(first=True, around=LONG_AGO), ("--first", "--around")),
        (WindowQuestion(first=True, then=parse_period("2021")), ("--then", "--first")),
        (WindowQuestion(now=parse_period("2021"), around=LONG_AGO), ("--now", "--around")),
        (
            WindowQuestion(now=parse_period("2021"), length=Length(1, "weeks")),
            ("--window", "--now"),
        ),
    ],
)
def test_options_that_contradict_each_other_are_named(
    question: WindowQuestion, named: tuple[str, str]
) -> None:
    with pytest.raises(UsageError) as refused:
        ask(question)
    assert refused.value.message == f"{named[0]} and {named[1]} contradict each other."


@pytest.mark.parametrize("count", [0, -5])
def test_then_is_in_the_past(count: int) -> None:
    with pytest.raises(UsageError, match=f"--years {count} is not in the past"):
        ask(WindowQuestion(years=count))


@pytest.mark.parametrize(("then", "now"), [("2026-Q3", "2021-Q3"), ("2021", "2021")])
def test_then_is_before_now(then: str, now: str) -> None:
    with pytest.raises(UsageError, match=f"{then} is not before {now}"):
        ask(WindowQuestion(then=parse_period(then), now=parse_period(now)))


def test_a_window_before_the_calendar_is_refused() -> None:
    with pytest.raises(PeriodError, match="outside the calendar"):
        ask(WindowQuestion(years=2026))


spans = st.builds(
    lambda first, days: Span(first, first + timedelta(days)),
    st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    st.integers(0, 800),
)
questions = st.builds(
    WindowQuestion,
    years=st.none() | st.integers(-1, 3000),
    months=st.none() | st.integers(-1, 99999),
    weeks=st.none() | st.integers(-1, 10**20),
    length=st.none() | st.builds(Length, st.integers(1, 99999), st.sampled_from(["days", "years"])),
    then=st.none() | spans,
    now=st.none() | spans,
    first=st.booleans(),
    around=st.none() | st.dates(),
)


@given(questions, st.dates(), st.none() | st.dates())
def test_any_question_gives_windows_or_one_of_our_own_errors(
    question: WindowQuestion, today: date, first: date | None
) -> None:
    try:
        windows = resolve(question, today, first)
    except StrideError:
        return
    assert windows.then.first <= windows.now.first
    assert all(note.endswith(".") for note in (*windows.notes, *windows.then_notes))


@pytest.mark.parametrize(
    ("day", "window"),
    [
        ("2021-02-10", span("2020-11-12", "2021-02-10")),
        ("2024-05-01", span("2024-05-01", "2024-07-30")),
        ("2026-08-01", span("2026-05-24", "2026-08-22")),
        ("2021-09-01", span("2021-08-23", "2021-11-21")),
    ],
)
def test_where_then_holds_nothing_the_nearest_window_that_does_takes_its_place(
    day: str, window: Span
) -> None:
    asked, now = span("2021-08-23", "2021-11-21"), span("2026-08-23", "2026-11-21")
    assert nearest(asked, date.fromisoformat(day), now) == window


@given(spans, spans, st.integers(1, 5000))
def test_the_nearest_window_holds_the_day_is_as_long_and_ends_before_now(
    asked: Span, now: Span, before: int
) -> None:
    day = now.first - timedelta(before)
    found = nearest(asked, day, now)
    assert found.contains(day)
    assert found.days == asked.days
    assert found == asked or found.last < now.first


def test_the_nearest_window_does_not_leave_the_calendar() -> None:
    asked, now = span("0001-06-01", "0001-08-30"), span("0001-09-01", "0001-09-02")
    assert nearest(asked, date(1, 1, 5), now) == span("0001-01-01", "0001-01-05")


def test_a_window_moves_with_its_question() -> None:
    today = shift(TODAY, 1, "days")
    assert ask(WindowQuestion(), today).now == span("2026-08-24", "2026-11-22")
