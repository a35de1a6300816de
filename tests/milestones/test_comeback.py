"""Comebacks."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from stepping import RUN, SHIFT, done, found, sentences

from stridelog.domain.done import Done
from stridelog.milestones import comeback

HABIT = [date(2021, 3, 15) + timedelta(weeks=week) for week in range(8)]
"""A run each Monday, the last one on 3 May 2021."""


def entries(days: Iterable[date]) -> list[Done]:
    return [done(n, day.isoformat(), {"duration": 60.0}) for n, day in enumerate(days, 1)]


def back_on(*days: date) -> list[str]:
    return sentences(comeback, entries([*HABIT, *days]))


def test_the_first_after_some_weeks_is_a_comeback_and_the_second_is_none() -> None:
    assert back_on(date(2021, 6, 21), date(2021, 6, 22)) == [
        "2021-06-21 small: back after 7 weeks: the first run since 3 May 2021"
    ]


def test_it_takes_four_weeks() -> None:
    assert back_on(date(2021, 5, 30)) == []
    assert back_on(date(2021, 5, 31)) == [
        "2021-05-31 small: back after 4 weeks: the first run since 3 May 2021"
    ]


def test_after_half_a_year_it_is_big_and_told_in_months_then_in_years() -> None:
    assert back_on(date(2021, 11, 2)) == [
        "2021-11-02 small: back after 26 weeks: the first run since 3 May 2021"
    ]
    assert back_on(date(2021, 11, 3)) == [
        "2021-11-03 big: back after 6 months: the first run since 3 May 2021"
    ]
    assert back_on(date(2023, 5, 2)) == [
        "2023-05-02 big: back after 23 months: the first run since 3 May 2021"
    ]
    assert back_on(date(2026, 5, 2)) == [
        "2026-05-02 big: back after 4 years: the first run since 3 May 2021"
    ]


def test_half_a_year_from_the_end_of_august_ends_with_february() -> None:
    habit = [date(2023, 8, 31) - timedelta(days) for days in range(8)]
    (told,) = sentences(comeback, entries([*habit, date(2024, 2, 29)]))
    assert told == "2024-02-29 big: back after 6 months: the first run since 31 Aug 2023"
    (told,) = sentences(comeback, entries([*habit, date(2024, 2, 28)]))
    assert told == "2024-02-28 small: back after 25 weeks: the first run since 31 Aug 2023"


def test_what_was_no_habit_is_none_when_it_is_taken_up_again() -> None:
    assert sentences(comeback, entries([*HABIT[1:], date(2021, 6, 21)])) == []
    every_other_week = [date(2021, 1, 1) + timedelta(weeks=2 * n) for n in range(12)]
    late = every_other_week[-1] + timedelta(weeks=6)
    assert sentences(comeback, entries([*every_other_week, late])) == []


def test_eight_on_one_day_are_no_habit() -> None:
    at_once = [done(n, "2021-05-03", {"duration": 60.0}) for n in range(1, 9)]
    assert sentences(comeback, [*at_once, done(9, "2021-06-21", {"duration": 60.0})]) == []


def test_it_is_the_first_of_its_day_that_comes_back_however_good_it_was() -> None:
    back = [
        done(21, "2021-06-21", {"duration": 60.0}, at="18:00:00"),
        done(22, "2021-06-21", {"duration": 60.0}, at="07:00:00", counts=False),
    ]
    assert [each.numbers for each in found(comeback, [*entries(HABIT), *back])] == [(22,)]


def test_nobody_comes_back_to_what_was_just_begun() -> None:
    assert sentences(comeback, entries([date(2021, 5, 3)])) == []


def test_it_names_the_activity() -> None:
    shifts = [*entries(HABIT), done(9, "2021-06-21", {"tickets": 3.0}, SHIFT)]
    assert sentences(comeback, shifts, SHIFT) == [
        "2021-06-21 small: back after 7 weeks: the first shift since 3 May 2021"
    ]


def test_even_the_last_year_of_the_calendar_can_be_come_back_in() -> None:
    habit = [date(9999, 6, 20) - timedelta(days) for days in range(8)]
    (told,) = sentences(comeback, entries([*habit, date(9999, 12, 19)]))
    assert told == "9999-12-19 small: back after 26 weeks: the first run since 20 Jun 9999"


@given(st.sets(st.integers(0, 700), max_size=60))
def test_every_pause_after_a_habit_ends_in_one_comeback(offsets: set[int]) -> None:
    days = [date(2020, 1, 1) + timedelta(offset) for offset in sorted(offsets)]
    expected = []
    for last, day in pairwise(days):
        since = last - timedelta(comeback.HABIT_WITHIN - 1)
        habit = sum(1 for each in days if since <= each <= last) >= comeback.HABIT_DAYS
        if habit and (day - last).days >= comeback.LEAST_DAYS:
            expected.append((day, last.isoformat(), (day - last).days))
    told = found(comeback, entries(days), RUN)
    assert [(each.day, each.said["since"], each.said["days"]) for each in told] == expected
