"""A total: its words, its line, and what it makes of the entries of its days."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.comparison import Sample
from stridelog.domain.goal import Goal, Scope, Target, Version, Way
from stridelog.domain.goal_amounts import best_stretch
from stridelog.domain.standing import OVER, Facts, State
from stridelog.goals import total

YEAR = Version(
    since=date(2026, 1, 1),
    kind="total",
    first=date(2026, 1, 1),
    deadline=date(2026, 12, 31),
    scope=Scope("run", "distance"),
    target=Target(365.0),
)


def done(*amounts: tuple[date, float]) -> Facts:
    in_order = sorted(amounts)
    days = [day.toordinal() for day, _ in in_order]
    values = [value for _, value in in_order]
    return Facts({YEAR.scope: Sample(days, values, [1.0] * len(days))})


def state(version: Version, facts: Facts, at: date) -> State:
    return total.stands(Goal((version,)), version, facts.until(at), at).state


@pytest.mark.parametrize(
    ("amount", "expected", "buffer"),
    [
        (0.0, 30.0, -30.0),
        (29.0, 30.0, -1.0),
        (30.0, 30.0, 0.0),
        (30.5, 30.5, 0.0),
        (31.0, 31.0, 0.0),
        (33.0, 31.0, 2.0),
    ],
)
def test_the_line_counts_today_as_far_as_it_is_done(
    amount: float, expected: float, buffer: float
) -> None:
    today = date(2026, 1, 31)
    standing = total.stands(Goal((YEAR,)), YEAR, done((today, amount)), today)
    assert standing.expected == pytest.approx(expected)
    assert standing.buffer_days == pytest.approx(buffer)


def test_in_the_morning_of_its_first_day_nobody_is_behind() -> None:
    monday = date(2026, 11, 23)
    week = replace(YEAR, since=monday, first=monday, deadline=date(2026, 11, 29))
    standing = total.stands(Goal((week,)), week, done(), monday)
    assert (standing.expected, standing.buffer_days, standing.state) == (0.0, 0.0, "on course")
    assert state(week, done(), date(2026, 11, 24)) == "behind"


def test_a_week_of_more_than_ever_is_out_of_reach_before_anything_is_forecast() -> None:
    monday = date(2026, 11, 23)
    week = replace(YEAR, since=monday, first=monday, deadline=date(2026, 11, 29))
    usual = done(*((monday - timedelta(weeks=ago), 200.0) for ago in range(1, 20)))
    standing = total.stands(Goal((week,)), week, usual, monday)
    assert (standing.forecast, standing.state) == (None, "out of reach")
    more = done(*((monday - timedelta(weeks=ago), 350.0) for ago in range(1, 20)))
    assert state(week, more, monday) == "on course"


def test_what_was_done_outside_its_days_does_not_count() -> None:
    facts = done((date(2025, 12, 31), 100.0), (date(2026, 1, 1), 2.0), (date(2027, 1, 1), 50.0))
    assert total.stands(Goal((YEAR,)), YEAR, facts, date(2027, 2, 1)).current == 2.0


@pytest.mark.parametrize(
    ("amount", "expected"), [(100.0, "on course"), (120.0, "ahead"), (80.0, "behind")]
)
def test_a_week_from_the_line_is_on_course(amount: float, expected: State) -> None:
    assert state(YEAR, done((date(2026, 2, 1), amount)), date(2026, 4, 10)) == expected


def test_it_is_reached_on_the_day_and_missed_after_the_last() -> None:
    facts = done((date(2026, 3, 1), 364.0), (date(2026, 12, 31), 1.0))
    assert state(YEAR, facts, date(2026, 12, 30)) == "on course"
    assert state(YEAR, facts, date(2026, 12, 31)) == "reached"
    assert state(YEAR, done((date(2026, 3, 1), 364.0)), date(2027, 1, 1)) == "missed"


def test_at_most_is_missed_when_passed_and_reached_in_the_end() -> None:
    limit = replace(YEAR, target=Target(10.0, "at most"))
    assert state(limit, done((date(2026, 3, 1), 11.0)), date(2026, 3, 1)) == "missed"
    assert state(limit, done((date(2026, 3, 1), 9.0)), date(2027, 1, 1)) == "reached"


def test_more_than_was_ever_done_in_so_many_days_is_out_of_reach() -> None:
    facts = done(*((date(2026, month, 1), 10.0) for month in range(1, 12)))
    assert state(YEAR, facts, date(2026, 12, 1)) == "out of reach"


@given(st.lists(st.tuples(st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.floats(0.1, 50))))
def test_a_stretch_of_all_days_holds_everything(amounts: list[tuple[date, float]]) -> None:
    sample = done(*amounts).of(YEAR.scope)
    assert best_stretch(sample, 365) == pytest.approx(sum(value for _, value in amounts))


MILE = 1609.344


@pytest.mark.parametrize("way", ["at least", "at most"])
def test_miles_that_add_up_to_the_goal_come_up_to_it_and_do_not_pass_it(way: Way) -> None:
    for miles in range(1, 100):
        goal = replace(YEAR, target=Target(miles / 10 * 3 * MILE, way))
        facts = done(*((date(2026, 3, day), miles / 10 * MILE) for day in (1, 2, 3)))
        over = date(2027, 1, 1)
        standing = total.stands(Goal((goal,)), goal, facts, over)
        assert standing.state == "reached"
        assert standing.forecast is not None
        assert standing.forecast.reached == date(2026, 3, 3)


def test_nobody_is_before_a_line_that_has_not_begun_or_after_one_that_was_reached() -> None:
    facts = done((date(2026, 12, 1), 365.0))
    for day in (date(2025, 10, 1), date(2026, 1, 1), date(2027, 1, 1), date(2027, 5, 1)):
        assert total.stands(Goal((YEAR,)), YEAR, facts.until(day), day).buffer_days == 0.0


def test_who_missed_a_goal_is_as_far_behind_as_in_the_end() -> None:
    facts = done((date(2026, 12, 1), 355.0))
    for day in (date(2027, 1, 1), date(2027, 5, 1)):
        standing = total.stands(Goal((YEAR,)), YEAR, facts, day)
        assert standing.buffer_days == pytest.approx(-10.0)


def test_nothing_is_needed_of_what_is_decided() -> None:
    ways: tuple[Way, ...] = ("at least", "at most")
    for way in ways:
        goal = replace(YEAR, target=Target(10.0, way))
        standing = total.stands(Goal((goal,)), goal, done((YEAR.first, 11.0)), date(2026, 3, 1))
        assert standing.state in OVER
        assert standing.needed_per_week is None


def yearly(start: date, days: int, amount: float, every: int = 2) -> list[tuple[date, float]]:
    """Return an amount on every so many days."""
    return [(start + timedelta(day), amount) for day in range(0, days, every)]


@pytest.mark.parametrize(
    ("most", "expected"), [(60.0, "out of reach"), (172.0, "behind"), (190.0, "on course")]
)
def test_a_limit_is_lost_once_its_line_is_passed_and_all_the_forecast_is_beyond(
    most: float, expected: State
) -> None:
    before = yearly(date(2024, 1, 1), 731, 1.0)  # 183 a year
    this_year, at = yearly(date(2026, 1, 1), 59, 1.0), date(2026, 3, 1)
    limit = replace(YEAR, target=Target(most, "at most"))
    standing = total.stands(Goal((limit,)), limit, done(*before, *this_year), at)
    assert standing.forecast is not None
    assert (standing.forecast.low > most) == (expected != "on course")
    assert standing.state == expected


def test_the_best_of_a_limit_is_the_least() -> None:
    before = [*yearly(date(2025, 1, 1), 182, 1.0), *yearly(date(2025, 7, 2), 183, 2.0)]
    quarter = replace(YEAR, deadline=date(2026, 3, 31), target=Target(40.0, "at most"))
    asked = total.demand(quarter, done(*before))
    assert asked.baseline == 90.0
    assert asked.best == pytest.approx(45 / 90 - 1)


def test_a_good_week_kept_up_is_within_reach_of_who_is_new() -> None:
    five = replace(YEAR, deadline=date(2026, 2, 25), target=Target(40.0))  # five a week
    begun = date(2025, 8, 1)
    few = yearly(begun, 153, 1.0, every=7)
    good_week = [(date(2025, 12, 22) + timedelta(day), 1.0) for day in range(5)]
    assert state(five, done(*few), date(2026, 1, 1)) == "out of reach"
    assert state(five, done(*few, *good_week), date(2026, 1, 1)) != "out of reach"
    years = yearly(date(2023, 1, 1), 1096, 1.0, every=7)
    assert state(five, done(*years, *good_week), date(2026, 1, 1)) == "out of reach"
