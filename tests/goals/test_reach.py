"""To reach one value: what reaches it, what one can do now, and what is to be expected."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from goal_lines import goal_of
from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.comparison import Sample
from stridelog.domain.goal import Goal, Scope
from stridelog.domain.standing import Facts, Standing
from stridelog.goals import reach

FIRST, LAST = date(2026, 11, 23), date(2027, 5, 15)

MARATHON = goal_of("run marathon 3:50:00", FIRST, LAST)

HALF, TEN = 21_097.5, 10_000.0

Run = tuple[date, float, float]


def facts_of(scope: Scope, exact: list[tuple[date, float]], others: list[Run] = ()) -> Facts:  # type: ignore[assignment]
    """Return values of a scope, and runs over other distances: day, metres, seconds."""
    values = sorted((day.toordinal(), value) for day, value in exact)
    runs = sorted((day.toordinal(), seconds, metres) for day, metres, seconds in others)
    return Facts(
        {
            scope: Sample(*zip(*((*each, 1.0) for each in values), strict=True))
            if values
            else Sample()
        },
        {"run": Sample(*zip(*runs, strict=True)) if runs else Sample()},
    )


def stands(goal: Goal, facts: Facts, at: date) -> Standing:
    return reach.stands(goal, goal.latest, facts.until(at), at)


def marathon(exact: list[tuple[date, float]], others: list[Run], at: date) -> Standing:
    return stands(MARATHON, facts_of(MARATHON.latest.scope, exact, others), at)


def test_only_the_distance_itself_reaches_the_goal() -> None:
    half_day, race_day = date(2027, 3, 1), date(2027, 5, 15)
    worth_more = [(half_day, HALF, 90 * 60.0)]
    assert marathon([], worth_more, race_day).state != "reached"
    assert marathon([(race_day, 13_799.0)], worth_more, race_day).state == "reached"
    assert marathon([(race_day, 13_801.0)], worth_more, race_day).state != "reached"
    assert marathon([(race_day, 13_801.0)], worth_more, race_day + timedelta(1)).state == "missed"


def test_what_was_run_before_or_after_its_days_does_not_reach_it() -> None:
    exact = [(FIRST - timedelta(1), 13_000.0), (LAST + timedelta(1), 13_000.0)]
    assert marathon(exact, [], date(2027, 6, 1)).state == "missed"


def test_now_is_estimated_from_other_distances_and_says_so() -> None:
    standing = marathon(
        [(date(2025, 10, 5), 15_000.0)], [(date(2026, 10, 9), HALF, 6_600.0)], FIRST
    )
    assert standing.estimated_from is not None
    assert standing.estimated_from.day == date(2026, 10, 9)
    # Riegel: 6600 x 2^1.06 = 13761, and the ten minutes that half of marathons take longer.
    assert standing.current == pytest.approx(13_761 + 600, abs=1)
    assert standing.start == standing.current


def test_a_shorter_race_says_less_of_a_marathon() -> None:
    by_half = marathon([], [(date(2026, 10, 9), HALF, 6_600.0)], FIRST).current
    as_fast = 6_600.0 * (TEN / HALF) ** 1.06
    by_ten = marathon([], [(date(2026, 10, 9), TEN, as_fast)], FIRST).current
    assert by_half is not None
    assert by_ten is not None
    assert by_ten > by_half + 600


def test_a_faster_run_over_the_distance_itself_counts_more_than_an_estimate() -> None:
    exact = [(date(2027, 1, 10), 14_200.0)]
    standing = marathon(exact, [(date(2027, 2, 1), HALF, 7_200.0)], date(2027, 2, 10))
    assert (standing.current, standing.estimated_from) == (14_200.0, None)


def test_other_distances_do_not_tell_of_runs_in_circumstances() -> None:
    goal = goal_of("run 10k 50:00 +stroller", FIRST, LAST)
    others = [(date(2026, 10, 9), HALF, 6_600.0)]
    standing = stands(goal, facts_of(goal.latest.scope, [], others), date(2027, 2, 1))
    assert (standing.current, standing.state) == (None, "open")
    assert reach.asks(goal.latest).races is None


def test_the_line_goes_from_what_one_could_to_the_target() -> None:
    halves = [(date(2026, 10, 9), HALF, 6_900.0)]
    start = marathon([], halves, FIRST).start
    assert start is not None
    middle = FIRST + (LAST - FIRST) / 2
    assert marathon([], halves, middle).expected == pytest.approx((start + 13_800) / 2, rel=0.001)
    # The last day is not over.
    a_day = (start - 13_800) / ((LAST - FIRST).days + 1)
    assert marathon([], halves, LAST).expected == pytest.approx(13_800 + a_day)


def weekly(score_of_week: list[float]) -> list[tuple[date, float]]:
    """Return a value for each week up to the first day of the goal."""
    return [
        (FIRST - timedelta(weeks=len(score_of_week) - week), value)
        for week, value in enumerate(score_of_week)
    ]


def test_more_than_was_ever_gained_is_out_of_reach_as_planned() -> None:
    steady = weekly([15_600.0 + 60 * (week % 3) for week in range(104)])
    at = date(2026, 12, 7)
    assert marathon(steady, [], at).state == "out of reach"
    # 14 % are missing. Who gained 20 % in half a year once may well do so again.
    gained = weekly([19_000.0] * 30 + [15_600.0] * 74)
    assert marathon(gained, [], at).state != "out of reach"


def test_nothing_is_forecast_before_three_percent_are_gone() -> None:
    steady = weekly([15_000.0 + 60 * (week % 5) for week in range(60)])
    assert marathon(steady, [], FIRST + timedelta(4)).forecast is None
    assert marathon(steady, [], FIRST + timedelta(7)).forecast is not None


def test_the_forecast_carries_a_trend_on_and_says_how_sure_that_is() -> None:
    improving = weekly([16_000.0 * 0.998**week + 40 * (week % 4) for week in range(104)])
    forecast = marathon(improving, [], FIRST + timedelta(14)).forecast
    assert forecast is not None
    latest = improving[-1][1]
    assert forecast.low <= forecast.value <= forecast.high
    assert forecast.low < forecast.value < latest


def test_what_is_done_already_is_never_in_doubt() -> None:
    steady = weekly([15_000.0 + 60 * (week % 5) for week in range(60)])
    done = [(date(2026, 12, 6), 14_000.0)]
    forecast = marathon(steady + done, [], date(2027, 3, 1)).forecast
    assert forecast is not None
    assert forecast.high <= 14_000.0
    over = marathon(steady + done, [], date(2027, 6, 1)).forecast
    assert over is not None
    assert over.low == over.high == pytest.approx(14_000.0)


def test_the_longest_run_is_reached_in_one_entry() -> None:
    goal = goal_of("run 30k --once", FIRST, LAST)
    runs = [(date(2026, 12, 6), 16_000.0), (date(2026, 12, 6), 16_000.0)]
    facts = facts_of(goal.latest.scope, runs)
    assert stands(goal, facts, date(2026, 12, 7)).current == pytest.approx(16_000.0)
    longer = facts_of(goal.latest.scope, [*runs, (date(2026, 12, 13), 30_000.0)])
    assert stands(goal, longer, date(2026, 12, 13)).state == "reached"


def test_what_may_be_chance_is_not_behind() -> None:
    # The start tells that much may be gained: it is not out of reach.
    steady = weekly([19_000.0] * 30 + [14_600.0 + 300 * (week % 5) for week in range(60)])
    for weeks in (1, 5):
        at = FIRST + timedelta(weeks=weeks)
        later = [(FIRST + timedelta(7 * n), 14_800.0) for n in range(weeks)]
        standing = marathon(steady + later, [], at)
        assert standing.forecast is not None
        assert standing.buffer_days is not None
        assert standing.buffer_days < -6
        assert standing.expected is not None
        assert standing.forecast.low < standing.expected
        assert standing.state == "on course"


def test_an_estimate_is_not_behind_by_less_than_it_may_be_wrong() -> None:
    half = [(date(2026, 11, 9), HALF, 6_600.0)]  # 3:59:21, by Riegel alone 3:49:21
    soon = marathon([], half, FIRST + timedelta(50))
    assert soon.forecast is None
    assert soon.buffer_days is not None
    assert soon.buffer_days < -7
    assert soon.state == "on course"
    slower = [(date(2026, 11, 9), HALF, 6_900.0)]
    assert marathon([], slower, FIRST + timedelta(150)).state == "behind"


def test_who_tried_nothing_yet_is_not_behind_in_the_first_weeks() -> None:
    before = [(date(2026, 11, 1), 14_600.0)]
    assert marathon(before, [], FIRST + timedelta(27)).state == "on course"
    assert marathon(before, [], FIRST + timedelta(28)).state == "behind"
    tried = [*before, (FIRST + timedelta(20), 14_700.0)]
    assert marathon(tried, [], FIRST + timedelta(27)).state == "behind"


def test_who_had_nothing_to_begin_with_is_not_behind_in_the_first_weeks() -> None:
    first_run = [(FIRST, 16_000.0)]
    assert marathon(first_run, [], FIRST).state == "on course"
    assert marathon(first_run, [], FIRST + timedelta(28)).state == "behind"


def test_what_was_done_before_its_days_is_not_shown_as_the_goal_reached() -> None:
    goal = goal_of("run 30k --once", FIRST, LAST)
    marathons = [(date(2026, 11, 1), 42_195.0)]
    at = FIRST + timedelta(weeks=1)
    facts = facts_of(goal.latest.scope, marathons)
    assert reach.demand(goal.latest, facts).done == date(2026, 11, 1)
    since = facts_of(goal.latest.scope, [*marathons, (FIRST, 12_000.0)])
    assert stands(goal, since, at).current == pytest.approx(12_000.0)


def test_no_more_than_all_of_the_way_is_gone() -> None:
    goal = goal_of("run 30k --once", FIRST, LAST)
    runs = [(date(2026, 11, 1), 15_000.0), (FIRST, 42_195.0)]
    facts = Facts(
        {goal.latest.scope: facts_of(goal.latest.scope, runs).of(goal.latest.scope)},
        summed=frozenset({goal.latest.scope}),
    )
    standing = stands(goal, facts, FIRST)
    assert (standing.state, standing.progress) == ("reached", 1.0)


def test_who_could_do_more_already_has_a_level_line() -> None:
    before = [(date(2026, 11, 1), 13_000.0)]
    standing = marathon(before, [], date(2026, 12, 7))
    assert (standing.expected, standing.state) == (13_800.0, "on course")


def test_the_best_before_and_the_most_ever_gained_are_what_it_asks() -> None:
    asked = reach.demand(
        MARATHON.latest,
        facts_of(MARATHON.latest.scope, weekly([16_000.0] * 40 + [15_200.0] * 40)),
    )
    assert asked.baseline == pytest.approx(15_200.0)
    assert asked.asked == pytest.approx(13_800 / 15_200 - 1)
    assert asked.best == pytest.approx(15_200 / 16_000 - 1)


@given(
    st.lists(
        st.tuples(st.dates(date(2024, 1, 1), LAST), st.floats(9_000.0, 25_000.0)), max_size=60
    ),
    st.lists(
        st.tuples(
            st.dates(date(2024, 1, 1), LAST),
            st.sampled_from([5_000.0, TEN, 15_000.0, HALF]),
            st.floats(1_000.0, 9_000.0),
        ),
        max_size=60,
    ),
    st.dates(FIRST, date(2027, 6, 30)),
)
def test_a_forecast_lies_within_its_range(
    exact: list[tuple[date, float]], others: list[Run], at: date
) -> None:
    standing = marathon(exact, others, at)
    if forecast := standing.forecast:
        assert 0 < forecast.low <= forecast.value <= forecast.high
    if standing.state == "reached":
        assert any(FIRST <= day <= LAST and value <= 13_800.0 for day, value in exact)


def longest(km: float, ago: int, *, weeks: int = 11) -> Standing:
    """Judge 20 km at once where so many were done twice a week for ``ago`` weeks."""
    goal = goal_of("run 20km --once", FIRST - timedelta(weeks=1), FIRST + timedelta(weeks=weeks))
    done = [(FIRST - timedelta(days=1 + day), km * 1000) for day in range(0, ago * 7, 3)]
    scope = goal.latest.scope
    facts = replace(facts_of(scope, done), summed=frozenset({scope}))
    return stands(goal, facts, FIRST)


def test_a_longest_run_that_a_tenth_more_a_week_comes_to_is_within_reach() -> None:
    assert longest(8.0, 200).state != "out of reach"  # 8 km times 1.1 to the eleventh are 22.8 km
    assert longest(8.0, 200, weeks=4).state == "out of reach"


def test_who_has_logged_for_less_than_a_year_may_gain_twice_as_much() -> None:
    at = FIRST + timedelta(weeks=12)
    slow = [(at - timedelta(weeks=week), 14_900.0) for week in range(18, 46)]
    now = [(at - timedelta(weeks=week), 14_400.0) for week in range(18)]
    years = [(at - timedelta(weeks=week), 14_900.0) for week in range(46, 200)]
    assert marathon([*slow, *now], [], at).state != "out of reach"
    assert marathon([*years, *slow, *now], [], at).state == "out of reach"
