"""The days of goals: deadlines across daylight saving, leap days, and where weeks start."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from goal_lines import goal_of
from hypothesis import given
from hypothesis import strategies as st

from command_line import Stride
from conftest import Zone
from stridelog.domain.comparison import Sample
from stridelog.domain.goal import Scope
from stridelog.domain.goal_progress import buffer_on, expected_on, line_of, value_on
from stridelog.domain.goal_words import days_said
from stridelog.domain.standing import Facts
from stridelog.goals import change, rate, total

ZONES = ["America/New_York", "Europe/London", "Australia/Lord_Howe", "Africa/Casablanca", "UTC"]
"""Zones that change their clocks in autumn, in spring, by half an hour, for a month, never."""

NIGHTS = [date(2026, 3, 8), date(2026, 3, 29), date(2026, 10, 4), date(2026, 11, 1)]
"""Days on which some of them do: they have 23, 23½, 24½ or 25 hours."""


def counted(scope: Scope, *days: date) -> Facts:
    ordinals = sorted(day.toordinal() for day in days)
    ones = [1.0] * len(ordinals)
    return Facts({scope: Sample(ordinals, ones, ones)}, summed=frozenset({scope}))


@pytest.mark.parametrize("name", ZONES)
@pytest.mark.parametrize("night", NIGHTS)
def test_a_deadline_lasts_until_midnight_however_long_its_day(
    stride: Stride, zone: Zone, name: str, night: date
) -> None:
    zone(name)
    eve, next_day = night - timedelta(1), night + timedelta(1)
    stride.at(f"{eve}T12:00:00").ok("goals", "add", "run", "2x", "--by", str(night))
    stride.at(f"{eve}T23:59:00").ok("log", "run", "5k", "25:00")
    (goal,) = stride.at(f"{night}T23:59:00").json("goals")["goals"]
    assert (goal["current"], goal["expected"]) == (1.0, 1.0)  # its day is not over
    assert goal["state"] not in {"missed", "reached"}
    (goal,) = stride.at(f"{next_day}T00:01:00").json("goals")["goals"]
    assert goal["state"] == "missed"
    stride.ok("log", "run", "5k", "25:00", "--on", f"{night} 23:58")
    (goal,) = stride.json("goals")["goals"]
    assert (goal["state"], goal["current"]) == ("reached", 2.0)


def test_a_goal_stands_the_same_wherever_one_looks_from(stride: Stride, zone: Zone) -> None:
    stride.ok("goals", "add", "run", "100x", "--period", "2026")
    stride.ok("log", "run", "5k", "25:00", "--on", "2026-10-25")
    standings = []
    for name in ZONES:
        zone(name)
        standings.append(stride.json("goals")["goals"])
    assert all(standing == standings[0] for standing in standings)


@given(st.dates(date(2023, 1, 1), date(2029, 12, 31)), st.integers(1, 800), st.integers(0, 800))
def test_every_day_of_a_goal_is_worth_the_same_leap_days_too(
    first: date, days: int, gone: int
) -> None:
    last = first + timedelta(days - 1)
    version = goal_of("run 100x", first, last).latest
    line = line_of(version, 0.0, float(days))
    day = first.toordinal() + min(gone, days) - 1
    assert value_on(line, day) == pytest.approx(min(gone, days))


@given(
    st.integers(1, 400),
    st.integers(0, 420),
    st.floats(0.0, 500.0),
    st.floats(0.0, 50.0),
    st.sampled_from([(0.0, 400.0), (400.0, 0.0)]),
)
def test_nothing_that_is_done_puts_anybody_behind(
    days: int, gone: int, done: float, more: float, ends: tuple[float, float]
) -> None:
    first = date(2026, 1, 1)
    version = goal_of("run 100x", first, first + timedelta(days - 1)).latest
    line, today = line_of(version, *ends), first.toordinal() + gone
    better = done + more if ends[0] < ends[1] else done - more
    before, after = buffer_on(line, today, done), buffer_on(line, today, better)
    assert before is not None
    assert after is not None
    assert after >= before
    expected = expected_on(line, today, done)
    assert expected is not None
    yesterday, tonight = value_on(line, today - 1), value_on(line, today)
    assert yesterday is not None
    assert tonight is not None
    assert min(yesterday, tonight) <= expected <= max(yesterday, tonight)


def test_a_leap_year_has_a_day_more_to_reach_a_goal_in() -> None:
    for year, days in ((2027, 365), (2028, 366)):
        version = goal_of("run 100x", date(year, 1, 1), date(year, 12, 31)).latest
        on = total.stands(goal_of("run 100x", date(year, 1, 1)), version, Facts(), date(year, 3, 1))
        assert on.expected == pytest.approx(100 * (days - 306) / days)


def test_a_goal_can_be_due_on_a_leap_day(stride: Stride) -> None:
    stride.at("2027-12-06T08:00:00").ok("goals", "add", "run", "1x", "--by", "2028-02-29")
    (goal,) = stride.at("2028-02-29T12:00:00").json("goals")["goals"]
    assert goal["deadline"] == "2028-02-29"
    assert goal["state"] not in {"missed", "reached"}
    (goal,) = stride.at("2028-03-01T00:00:00").json("goals")["goals"]
    assert goal["state"] == "missed"


def test_a_change_is_against_the_period_before_however_long_that_was() -> None:
    # January has 31 days, February 28: three runs a day were 93, 20 % more are 100.8 in 28 days.
    goal = goal_of("run distance +20%", date(2027, 2, 1), date(2027, 2, 28))
    version = goal.latest
    assert version.against is not None
    assert (version.against.first, version.against.last) == (date(2027, 1, 1), date(2027, 1, 31))
    done = [date(2027, 1, 1) + timedelta(day) for day in range(31)] * 3
    standing = change.stands(goal, version, counted(version.scope, *done), date(2027, 2, 1))
    assert standing.target == pytest.approx(3 * 28 * 1.2)


@pytest.mark.parametrize(
    ("week_start", "kept"),
    [(0, 1.0), (6, 0.0)],
    ids=["weeks from Monday", "weeks from Sunday"],
)
def test_a_week_is_the_one_that_a_person_has_set(week_start: int, kept: float) -> None:
    goal = goal_of("run 3/week", date(2026, 11, 1), date(2026, 11, 30))
    # Friday, Saturday and Sunday: from Sunday on, the last of them is of the next week.
    facts = counted(goal.latest.scope, *(date(2026, 11, day) for day in (6, 7, 8)))
    facts = replace(facts, week_start=week_start)
    standing = rate.stands(goal, goal.latest, facts, date(2026, 11, 9))
    assert standing.progress == kept


def test_the_setting_is_heeded(stride: Stride) -> None:
    stride.at("2026-11-02T08:00:00").ok("goals", "add", "run", "2/week", "--by", "2026-11-30")
    for day in (8, 9):
        stride.at(f"2026-11-{day:02}T09:00:00").ok("log", "run", "5k", "25:00")
    stride.at("2026-11-16T08:00:00")
    (by_mondays,) = stride.json("goals")["goals"]
    stride.ok("config", "set", "week_start", "sunday")
    (by_sundays,) = stride.json("goals")["goals"]
    assert by_mondays["current"] == 1.0
    assert by_sundays["current"] == pytest.approx(2 / (6 / 7 + 1))  # six days, and a week


@given(st.dates(date(2026, 1, 1), date(2028, 12, 31)), st.integers(0, 6), st.integers(0, 120))
def test_a_rate_that_is_kept_in_every_week_is_reached_whenever_weeks_start(
    first: date, week_start: int, days: int
) -> None:
    last = first + timedelta(days)
    goal = goal_of("run 1/week", first, last)
    every_day = [first + timedelta(day) for day in range(days + 1)]
    facts = replace(counted(goal.latest.scope, *every_day), week_start=week_start)
    assert rate.stands(goal, goal.latest, facts, last + timedelta(1)).state == "reached"


@pytest.mark.parametrize(
    ("first", "deadline", "expected"),
    [
        (date(2024, 2, 1), date(2024, 2, 29), "in February 2024"),
        (date(2026, 2, 1), date(2026, 2, 27), "by 27 Feb 2026"),
        (date(2026, 10, 1), date(2026, 12, 31), "in 2026-Q4"),
        (date(2026, 11, 1), None, ""),
    ],
)
def test_a_goal_says_its_days_as_people_name_them(
    first: date, deadline: date | None, expected: str
) -> None:
    assert days_said(goal_of("run 3/week", first, deadline).latest) == expected
