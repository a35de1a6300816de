"""Averages and changes: what they come to by their weights, and when that is decided."""

from datetime import date, timedelta

import pytest
from goal_lines import goal_of

from stridelog.domain.comparison import Sample
from stridelog.domain.goal import Goal
from stridelog.domain.standing import Facts, Standing, State
from stridelog.goals import average, change

FIRST, LAST = date(2026, 10, 1), date(2026, 12, 31)

CSAT = goal_of("shift csat=95% --average", FIRST, LAST)

Shift = tuple[date, float, float]
"""A day, a value, and what it weighs."""


def facts_of(goal: Goal, shifts: list[Shift], *, summed: bool = False) -> Facts:
    scope = goal.latest.scope
    in_order = sorted((day.toordinal(), value, weight) for day, value, weight in shifts)
    sample = Sample(*zip(*in_order, strict=True)) if in_order else Sample()
    return Facts({scope: sample}, summed=frozenset({scope} if summed else ()))


def csat(shifts: list[Shift], at: date) -> Standing:
    return average.stands(CSAT, CSAT.latest, facts_of(CSAT, shifts).until(at), at)


def quarter(value: float, *, spread: float = 0.0, until: date = LAST) -> list[Shift]:
    """Return a shift a day around a value, each week above or below it."""
    days = (until - FIRST).days + 1
    return [
        (FIRST + timedelta(day), value + (spread if day // 7 % 2 else -spread), 10.0)
        for day in range(days)
    ]


def test_it_is_weighted() -> None:
    standing = csat([(FIRST, 0.8, 30.0), (FIRST, 1.0, 10.0)], FIRST)
    assert standing.current == pytest.approx(0.85)


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0.97, "ahead"), (0.951, "on course"), (0.949, "on course"), (0.9, "behind")],
)
def test_what_may_be_chance_is_on_course(value: float, expected: State) -> None:
    at = date(2026, 11, 30)
    assert csat(quarter(value, spread=0.01, until=at), at).state == expected


def test_it_is_decided_when_its_days_are_over() -> None:
    day_after = LAST + timedelta(1)
    assert csat(quarter(0.96), LAST).state == "ahead"
    assert csat(quarter(0.96), day_after).state == "reached"
    assert csat(quarter(0.94), LAST).state == "behind"
    assert csat(quarter(0.94), day_after).state == "missed"
    assert csat([], date(2026, 11, 1)).state == "open"
    assert csat([], day_after).state == "missed"


def test_it_starts_from_as_many_days_before() -> None:
    before = [(FIRST - timedelta(day), 0.90, 10.0) for day in range(1, 93)]
    long_ago = [(FIRST - timedelta(200), 0.5, 10.0)]
    standing = csat(long_ago + before + quarter(0.94, until=date(2026, 11, 1)), date(2026, 11, 1))
    assert standing.start == pytest.approx(0.90)
    assert standing.progress == pytest.approx(0.8)
    asked = average.demand(CSAT.latest, facts_of(CSAT, before))
    assert asked.baseline == pytest.approx(0.90)
    assert asked.asked == pytest.approx(0.95 / 0.90 - 1)


def test_what_is_known_stands_in_the_forecast() -> None:
    before = [(FIRST - timedelta(day), 0.90, 10.0) for day in range(1, 200)]
    at = date(2026, 11, 15)
    forecast = csat([*before, *quarter(0.94, until=at)], at).forecast
    assert forecast is not None
    assert forecast.low <= forecast.value <= forecast.high
    assert csat([*before, *quarter(0.94)], date(2026, 10, 2)).forecast is None


RESOLUTION = goal_of("shift resolution -10%", FIRST, LAST)


def resolution(then: float, now: float, at: date) -> Standing:
    against = RESOLUTION.latest.against
    assert against is not None
    before = [(against.first + timedelta(day), then, 10.0) for day in range(against.days)]
    facts = facts_of(RESOLUTION, before + quarter(now)).until(at)
    return change.stands(RESOLUTION, RESOLUTION.latest, facts, at)


def test_a_change_is_from_what_was_in_the_period_before() -> None:
    against = RESOLUTION.latest.against
    assert against is not None
    assert (against.first, against.last) == (date(2026, 7, 1), date(2026, 9, 30))
    standing = resolution(1_200.0, 1_100.0, date(2026, 11, 1))
    assert standing.start == 1_200.0
    assert standing.target == pytest.approx(1_080.0)
    assert standing.progress == pytest.approx(100 / 120)


def test_it_is_reached_by_as_much_less() -> None:
    over = LAST + timedelta(1)
    assert resolution(1_200.0, 1_080.0, over).state == "reached"
    assert resolution(1_200.0, 1_081.0, over).state == "missed"


def test_where_nothing_was_nothing_can_be_told() -> None:
    facts = facts_of(RESOLUTION, quarter(1_000.0))
    standing = change.stands(RESOLUTION, RESOLUTION.latest, facts, date(2026, 11, 1))
    assert (standing.state, standing.target) == ("open", None)


def test_what_is_summed_is_compared_by_the_day() -> None:
    goal = goal_of("run distance +20%", date(2026, 11, 1), date(2026, 11, 30))
    october = [(date(2026, 10, day), 3_000.0, 1.0) for day in range(1, 32)]
    november = [(date(2026, 11, day), 3_600.0, 1.0) for day in range(1, 31)]
    facts = facts_of(goal, october + november, summed=True)
    halfway = change.stands(goal, goal.latest, facts.until(date(2026, 11, 15)), date(2026, 11, 15))
    assert halfway.target == pytest.approx(108_000.0)
    assert halfway.expected == pytest.approx(54_000.0)
    assert halfway.state == "on course"
    assert change.stands(goal, goal.latest, facts, date(2026, 11, 30)).state == "reached"
