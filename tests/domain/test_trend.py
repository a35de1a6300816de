"""Trends: what is improving, what is slipping, since when, and by how much a month."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up_noise import CSAT, DISTANCE, PACE, TODAY, found_in, journal

from stridelog.domain.comparison import FREQUENCY, measure_name
from stridelog.domain.course import DAYS_A_MONTH, Course, course_of, spans_of
from stridelog.domain.measure import Direction, Measure
from stridelog.domain.period import Span
from stridelog.domain.quantity import Notation
from stridelog.domain.trend import FEWEST, Tendency, Trend, changes, trends
from stridelog.domain.trend_words import a_month, begin_of, days_of, from_to, how_long, now, since
from stridelog.domain.units import UnitSystem

SPANS = spans_of(TODAY, 6)

WEEKS = len(SPANS)

JOURNALS = 400
"""Journals without a trend; tests/benchmarks/trends_by_chance.py makes 10 000."""


def course(points: Sequence[float | None], measure: Measure = CSAT) -> Course:
    filled = sum(point is not None for point in points)
    return Course("shift", measure, tuple(points), filled)


def alone(points: Sequence[float | None], measure: Measure = CSAT) -> Trend:
    (trend,) = trends([course(points, measure)], SPANS)
    return trend


def wobbly(at: Callable[[int], float], seed: int = 1, by: float = 0.004) -> list[float | None]:
    random = Random(seed)  # noqa: S311 (the same every time)
    return [at(week) + random.gauss(0.0, by) for week in range(WEEKS)]


def falling(week: int) -> float:
    """Level at 92 % for half of the weeks, then down to 87 %."""
    return 0.92 - 0.05 * max(0, week - WEEKS // 2) / (WEEKS - 1 - WEEKS // 2)


def test_what_falls_is_slipping_since_it_began_to_fall() -> None:
    trend = alone(wobbly(falling))
    assert trend.tendency is Tendency.SLIPPING
    assert abs(trend.begins - WEEKS // 2) <= 2
    assert trend.slope is not None
    assert trend.slope.per_unit == pytest.approx(-0.05 / (12 * 7 / DAYS_A_MONTH), rel=0.15)
    assert trend.slope.low < trend.slope.per_unit < trend.slope.high < 0
    assert trend.start == pytest.approx(0.92, abs=0.01)
    assert trend.end == pytest.approx(0.87, abs=0.01)


def test_a_straight_line_may_have_begun_before_all_that_is_looked_at() -> None:
    trend = alone(wobbly(lambda week: 0.80 + 0.004 * week, seed=3))
    assert (trend.tendency, trend.begins) == (Tendency.IMPROVING, 0)
    assert begin_of(trend, SPANS) == SPANS[0]


@pytest.mark.parametrize(
    ("direction", "tendency"),
    [
        (Direction.HIGHER, Tendency.SLIPPING),
        (Direction.LOWER, Tendency.IMPROVING),
        (Direction.NEUTRAL, None),
    ],
)
def test_which_way_is_better_decides_what_falling_is(
    direction: Direction, tendency: Tendency | None
) -> None:
    trend = alone(wobbly(falling), replace(CSAT, direction=direction))
    assert trend.tendency is tendency
    assert (trend.p is None) is (direction is Direction.NEUTRAL)
    assert trend.slope is not None


def test_what_has_turned_is_no_trend_any_more() -> None:
    there = alone(wobbly(lambda week: 0.9 - 0.01 * week, by=0.02))
    back = alone(wobbly(lambda week: 0.9 - 0.01 * min(week, 38 - week), by=0.02))
    assert there.tendency is Tendency.SLIPPING
    assert back.tendency is Tendency.LEVEL
    assert back.q is not None
    assert back.q < 0.05


def test_what_has_ended_is_no_trend_any_more() -> None:
    there = Course("study", FREQUENCY, tuple(20.0 - week for week in range(WEEKS)), 20)
    stopped = [max(0.0, 17.0 - week) for week in range(WEEKS)]
    assert trends([there], SPANS)[0].tendency is Tendency.SLIPPING
    assert trends([course(stopped, FREQUENCY)], SPANS)[0].tendency is Tendency.LEVEL


def test_of_what_is_not_done_any_more_no_average_is_known() -> None:
    points = wobbly(falling)
    lately = [*points[8:], *[None] * 7]
    gone = [*points[9:], *[None] * 9]
    (trend,) = trends([course([None, *lately])], SPANS)
    assert trend.tendency is Tendency.SLIPPING
    assert begin_of(trend, SPANS).first.toordinal() + days_of(trend, SPANS) == (
        SPANS[-7].first.toordinal()
    )
    assert alone(gone).tendency is Tendency.TOO_FEW


def test_nobody_does_less_than_nothing_or_pleases_more_than_all() -> None:
    less_and_less = [40_000.0 * 0.75**week for week in range(WEEKS)]
    (trend,) = trends([course(less_and_less, DISTANCE)], SPANS)
    assert trend.tendency is Tendency.SLIPPING
    assert trend.end == less_and_less[-1]
    assert a_month(trend, Notation()) == "2.39 km less"
    shares = [1 - 0.2 * 0.75**week for week in range(WEEKS)]
    assert alone(shares).end == shares[-1]


def test_now_is_what_was_lately_and_not_what_a_trend_that_flattens_would_have_come_to() -> None:
    flattening = [400.0, *[395.0 - 7 * week for week in range(WEEKS - 9)], *[292.0] * 8]
    flattening[-6:] = [296.0, 293.0, 295.0, 292.0, 294.0, 293.0]
    trend = alone(flattening, PACE)
    assert trend.tendency is Tendency.IMPROVING
    assert trend.end == 292.0
    assert from_to(trend, Notation()).endswith("→ 4:52/km")


@given(
    st.lists(st.none() | st.floats(0.0, 600.0), min_size=WEEKS, max_size=WEEKS),
    st.sampled_from([CSAT, DISTANCE, PACE, FREQUENCY]),
)
def test_a_line_begins_and_ends_among_its_first_and_last_six_points(
    points: list[float | None], measure: Measure
) -> None:
    trend = alone(points, measure)
    if trend.start is not None and trend.end is not None:
        known = [point for point in points[trend.begins :] if point is not None]
        assert min(known[:FEWEST]) <= trend.start <= max(known[:FEWEST])
        assert min(known[-FEWEST:]) <= trend.end <= max(known[-FEWEST:])


def test_weeks_that_resemble_each_other_in_one_measure_may_do_so_in_all() -> None:
    slipping = course(wobbly(falling, seed=2, by=0.02))
    waves = [course([float(week // 5 % 2) for week in range(WEEKS)])] * 5
    (one,), (other, *_) = trends([slipping], SPANS), trends([slipping, *waves], SPANS)
    assert one.p is not None
    assert other.p is not None
    assert one.p < other.p


def test_five_points_are_too_few_and_six_can_be_enough() -> None:
    known: list[float | None] = [0.7, 0.75, 0.8, 0.84, 0.9, 0.95]
    gaps: list[float | None] = [None] * (WEEKS - FEWEST)
    assert alone([*gaps, *known]).tendency is Tendency.IMPROVING
    few = alone([*gaps, None, *known[1:]])
    assert (few.tendency, few.slope, few.p) == (Tendency.TOO_FEW, None, None)


def test_weeks_without_an_entry_are_no_points_to_tell_from() -> None:
    done_once = Course("swim", FREQUENCY, (0.0,) * (WEEKS - 5) + (1.0,) * 5, 5)
    assert trends([done_once], SPANS)[0].tendency is Tendency.TOO_FEW


def test_the_more_is_tested_the_surer_a_trend_must_be() -> None:
    random = Random(6)  # noqa: S311 (the same every time)
    doubtful = course([random.gauss(0.009 * week, 0.13) for week in range(WEEKS)])
    noise = [course([random.gauss(0, 1) for _ in SPANS]) for _ in range(20)]
    (one,), (other, *_) = trends([doubtful], SPANS), trends([doubtful, *noise], SPANS)
    assert one.p == pytest.approx(other.p, abs=0.005)
    assert one.q is not None
    assert other.q is not None
    assert one.q < 0.05 < other.q
    assert (one.is_change, other.is_change) == (True, False)


@pytest.mark.parametrize("months", [3, 6])
def test_on_noise_alone_hardly_a_journal_reports_anything(months: int) -> None:
    assert found_in(JOURNALS, months, seed=months) <= 0.05 * JOURNALS


@given(st.integers(0, 10_000))
def test_what_changes_is_what_all_trends_say_that_changes(seed: int) -> None:
    random = Random(seed)  # noqa: S311 (made up)
    courses = [*journal(random, SPANS), course(wobbly(falling, seed, 0.02))]
    assert changes(courses, SPANS) == tuple(t for t in trends(courses, SPANS) if t.is_change)


@given(
    st.lists(st.none() | st.floats(-1e9, 1e9), min_size=WEEKS, max_size=WEEKS),
    st.sampled_from([CSAT, DISTANCE, PACE, FREQUENCY]),
)
def test_whatever_was_logged_has_a_trend_that_can_be_said(
    points: list[float | None], measure: Measure
) -> None:
    trend = alone(points, measure)
    if trend.is_change:
        assert trend.slope is not None
        assert trend.slope.per_unit != 0
        assert trend.begins <= WEEKS - FEWEST
    assert isinstance(a_month(trend, Notation()) + from_to(trend, Notation()), str)
    assert how_long(trend, SPANS)
    assert since(trend, SPANS)


@pytest.mark.parametrize(
    ("months", "weeks", "count"), [(1, 1, 4), (6, 1, 26), (12, 1, 52), (24, 4, 26), (120, 13, 40)]
)
def test_a_point_is_a_week_a_month_or_a_quarter_of_whole_weeks(
    months: int, weeks: int, count: int
) -> None:
    spans = spans_of(TODAY, months)
    assert len(spans) == count
    assert {span.days for span in spans} == {7 * weeks}
    assert spans[-1].last == date(2026, 11, 21)
    assert all(a.last.toordinal() + 1 == b.first.toordinal() for a, b in pairwise(spans))


def test_points_are_ratios_of_sums_weighted_averages_and_amounts_a_week() -> None:
    first = date(2026, 11, 8).toordinal()
    spans = [
        Span(date.fromordinal(first + 14 * n), date.fromordinal(first + 14 * n + 13))
        for n in (0, 1)
    ]
    values = [first, first + 1, first + 14], [300.0, 360.0, 320.0], [10.0, 5.0, 8.0]
    pace = course_of("run", PACE, values, spans, [True, True])
    assert list(pace.points) == [(3000 + 1800) / 15, 320.0]
    amounts = course_of("run", DISTANCE, values, spans, [True, False])
    assert (amounts.points, amounts.filled, amounts.unit) == ((330.0, None), 2, "m/week")


def test_no_distance_at_all_is_none_of_the_unit_in_which_distances_are_told() -> None:
    seldom = alone([10_000.0 if week < 8 else 0.0 for week in range(WEEKS)], DISTANCE)
    assert now(seldom, Notation()) == "0 km"
    assert now(seldom, Notation(UnitSystem.IMPERIAL)) == "0 mi"


def test_a_trend_is_said_in_the_words_of_its_measure() -> None:
    trend = alone([None, *[0.95 - 0.004 * week for week in range(WEEKS - 1)]])
    assert from_to(trend, Notation()) == "95 → 85.4 %"
    assert a_month(trend, Notation()) == "1.7 points down"
    assert how_long(trend, SPANS) == "6+ months"
    assert since(trend, SPANS) == "since at least 31 May 2026"
    assert how_long(replace(trend, begins=13), SPANS) == "3 months"
    assert since(replace(trend, begins=13), SPANS) == "since 23 Aug 2026"
    whole = alone([300.0 - week for week in range(WEEKS)], PACE)
    assert from_to(whole, Notation()) == "5:00 → 4:35/km"
    assert a_month(whole, Notation()) == "4 s/km faster"
    assert how_long(whole, SPANS) == "6+ months"
    assert since(whole, SPANS) == "since at least 24 May 2026"
    assert [measure_name(measure) for measure in (CSAT, DISTANCE, FREQUENCY)] == [
        "csat",
        "distance a week",
        "times a week",
    ]
