"""Marks of streaks."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from stepping import NOTATION, RUN

from stridelog.domain.cadence import (
    CADENCE_UNITS,
    NO_RULES,
    Cadence,
    CadenceChange,
    Protection,
    Rules,
    SkipChange,
)
from stridelog.domain.period import Span
from stridelog.domain.streak import reached, streaks
from stridelog.milestones import EVERYTHING, streak_marks
from stridelog.milestones.streak_marks import BIG, STREAK_MARKS

FIRST = date(2024, 1, 1)
"""A Monday."""


def in_a_row(count: int, first: date = FIRST) -> dict[int, int]:
    return {first.toordinal() + n: 1 for n in range(count)}


def said(
    days: dict[int, int], rules: Rules = NO_RULES, today: date = date(2040, 1, 1)
) -> list[str]:
    return [
        f"{found.day} {found.size}: {streak_marks.sentence(found, RUN, NOTATION)}"
        for found in streak_marks.found(days, today, rules, 0)
    ]


def test_each_mark_stands_on_the_day_that_reached_it() -> None:
    assert said(in_a_row(15)) == [
        "2024-01-07 small: run: 7 days in a row",
        "2024-01-14 small: run: 14 days in a row",
    ]


def test_a_mark_is_reached_once_in_a_lifetime() -> None:
    again = in_a_row(8) | in_a_row(9, date(2025, 1, 1))
    assert said(again) == ["2024-01-07 small: run: 7 days in a row"]


def test_a_hundred_days_and_whole_years_are_big() -> None:
    big = [line.partition(": ")[2] for line in said(in_a_row(367)) if " big: " in line]
    assert big == [
        "run: 100 days in a row",
        "run: 365 days in a row",
        "run: 52 weeks in a row",
        "run: 12 months in a row",
    ]


def test_of_the_whole_journal_it_is_something_logged() -> None:
    (mark,) = streak_marks.found(in_a_row(7), FIRST + timedelta(9), NO_RULES, 0)
    assert streak_marks.sentence(mark, EVERYTHING, NOTATION) == "something logged 7 days in a row"
    assert mark.numbers == ()


def test_three_a_week_are_kept_on_the_day_of_the_third() -> None:
    rules = Rules(cadences=(CadenceChange(date.min, Cadence(3, "week")),))
    days = {FIRST.toordinal() + 7 * week + day: 1 for week in range(4) for day in (0, 2, 5, 6)}
    assert said(days, rules) == ["2024-01-27 small: run: 4 weeks in a row"]


def test_two_entries_on_a_day_can_be_the_second_and_the_third() -> None:
    rules = Rules(cadences=(CadenceChange(date.min, Cadence(3, "week")),))
    days = {FIRST.toordinal() + 7 * week + day: day for week in range(4) for day in (1, 3)}
    assert said(days, rules) == ["2024-01-25 small: run: 4 weeks in a row"]


def test_rest_days_are_passed_over() -> None:
    rules = Rules(protections=(Protection(Span(date.min, date.max), frozenset({6})),))
    days = {day: 1 for day in in_a_row(9) if day % 7}
    assert said(days, rules) == ["2024-01-08 small: run: 7 days in a row"]
    assert said(days) == []


def test_what_is_dated_ahead_has_not_been_reached() -> None:
    assert said(in_a_row(7), today=date(2024, 1, 6)) == []


def test_nothing_logged_reaches_nothing() -> None:
    assert said({}) == []


def test_the_marks_ascend_and_the_big_ones_are_among_them() -> None:
    for unit, marks in STREAK_MARKS.items():
        assert all(one < other for one, other in pairwise(marks))
        assert set(BIG[unit]) <= set(marks)


REACH = 90

START = date(2024, 1, 29).toordinal()

ordinals = st.integers(START, START + REACH)
days_of = ordinals.map(date.fromordinal)
sparse = st.dictionaries(ordinals, st.integers(1, 3), max_size=REACH)
dense = st.tuples(st.sets(ordinals, max_size=12), st.integers(1, 3)).map(
    lambda drawn: {day: drawn[1] for day in range(START, START + REACH) if day not in drawn[0]}
)
spans = st.tuples(ordinals, st.integers(0, 30)).map(
    lambda at: Span(date.fromordinal(at[0]), date.fromordinal(at[0] + at[1]))
)
changes = st.builds(
    CadenceChange, days_of, st.builds(Cadence, st.integers(1, 4), st.sampled_from(CADENCE_UNITS))
)
protections = st.builds(
    Protection, spans, st.just(frozenset(range(7))) | st.frozensets(st.integers(0, 6))
)
all_rules = st.builds(
    Rules,
    st.lists(changes, max_size=3).map(tuple),
    st.lists(protections, max_size=3).map(tuple),
    st.lists(st.builds(SkipChange, days_of, st.integers(0, 3)), max_size=2).map(tuple),
)
every_length = {unit: tuple(range(1, REACH + 2)) for unit in CADENCE_UNITS}


@given(sparse | dense, all_rules, st.integers(0, 6), days_of)
def test_from_its_day_on_and_not_before_the_longest_streak_has_that_length(
    days: dict[int, int], rules: Rules, week_start: int, today: date
) -> None:
    marks = list(reached(days, today, every_length, rules, week_start))
    for ordinal in range(START - 1, today.toordinal() + 1):
        on = date.fromordinal(ordinal)
        for answer in streaks(days, on, rules, week_start):
            longest = answer.longest.length if answer.longest else 0
            so_far = [m.length for m in marks if m.unit == answer.unit and m.day <= on]
            assert so_far == list(range(1, longest + 1))


@given(sparse | dense, all_rules, st.integers(0, 6))
def test_the_marks_are_those_of_all_lengths_that_are_marks(
    days: dict[int, int], rules: Rules, week_start: int
) -> None:
    today = date.fromordinal(START + REACH)
    every = reached(days, today, every_length, rules, week_start)
    expected = [(m.unit, m.length, m.day) for m in every if m.length in STREAK_MARKS[m.unit]]
    told = streak_marks.found(days, today, rules, week_start)
    assert [(m.said["unit"], m.said["length"], m.day) for m in told] == expected
