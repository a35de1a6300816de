"""What the days that are left have to average, and how a goal says what it takes from now on."""

from datetime import date, timedelta

import pytest
from goal_lines import goal_of
from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.activity import built_in_activities
from stridelog.domain.comparison import Sample
from stridelog.domain.goal import Goal
from stridelog.domain.goal_pace import lately_said, pace_said
from stridelog.domain.quantity import Notation
from stridelog.domain.standing import Facts, Judged, Standing
from stridelog.goals import average

FIRST, LAST = date(2026, 10, 1), date(2026, 12, 31)

CSAT = goal_of("shift csat=95% --average", FIRST, LAST)

SHIFT = next(activity for activity in built_in_activities() if activity.name == "shift")


def stands(values: list[float], at: date, goal: Goal = CSAT) -> Standing:
    """Judge a shift a day, from the first day of the goal on."""
    days = [(FIRST + timedelta(n)).toordinal() for n in range(len(values))]
    facts = Facts({goal.latest.scope: Sample(days, values, [10.0] * len(values))})
    return average.stands(goal, goal.latest, facts.until(at), at)


def said(value: float, at: date, goal: Goal = CSAT) -> tuple[str, str]:
    """Say what is needed where every shift up to a day had a value."""
    standing = stands([value] * ((at - FIRST).days + 1), at, goal)
    measure = SHIFT.measure(goal.latest.scope.measure)
    assert measure is not None
    return pace_said(Judged(goal, goal.latest, measure, "A goal", standing), Notation())


@given(st.lists(st.floats(0.5, 1.0), min_size=1, max_size=91))
def test_who_averages_what_is_needed_comes_to_the_goal(values: list[float]) -> None:
    at = FIRST + timedelta(len(values) - 1)
    needed = stands(values, at).needed_average
    assert needed is not None
    rest = [needed] * (LAST - at).days
    assert stands(values + rest, LAST).current == pytest.approx(0.95)


def test_on_the_last_day_and_before_the_first_nothing_more_is_needed() -> None:
    assert stands([0.9] * 92, LAST).needed_average is None
    assert stands([], FIRST).needed_average is None
    assert stands([0.9], FIRST - timedelta(1)).needed_average is None


def test_it_is_said_as_an_average() -> None:
    assert said(0.94, date(2026, 11, 15)) == ("needed", "96 % on average from now on")


def test_what_cannot_be_is_said() -> None:
    late = date(2026, 12, 29)
    assert said(0.9, late) == ("needed", "more than the days that are left can bring")
    wait = goal_of("shift resolution=10m --average", FIRST, LAST)
    assert said(1_200.0, late, wait) == ("needed", "more than the days that are left can bring")


def test_what_no_day_can_spoil_is_not_said() -> None:
    half = goal_of("shift csat=50% --average", FIRST, LAST)
    assert said(0.9, date(2026, 12, 29), half) == ("", "")


def test_what_is_done_lately_is_said_a_week() -> None:
    today = FIRST + timedelta(28)
    days = [(FIRST + timedelta(n)).toordinal() for n in (0, 7, 14, 21)]
    once = Sample(days, [1.0] * 4, [1.0] * 4)
    hours = SHIFT.measure("duration")
    assert lately_said(once, None, Sample(), today, Notation()) == "1 time a week"
    much = Sample(days, [14_400.0] * 4, [1.0] * 4)
    twice = Sample([day for day in days for _ in range(2)], [1.0] * 8, [1.0] * 8)
    assert lately_said(twice, hours, much, today, Notation()) == "4 h and 2 times a week"
    assert lately_said(Sample(), hours, Sample(), today, Notation()) == ""
