"""A rate: which periods count, what is kept, and what that comes to."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from goal_lines import goal_of
from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.comparison import Sample
from stridelog.domain.goal import Goal, changed
from stridelog.domain.standing import Facts, Standing, State
from stridelog.goals import rate

MONDAY = date(2026, 9, 7)

LAST = date(2026, 11, 29)
"""Twelve weeks later, a Sunday."""

THREE = goal_of("run 3/week", MONDAY, LAST)


def runs(*in_each_week: int, first: date = MONDAY) -> list[date]:
    """Return so many days with a run from each Monday on."""
    return [
        first + timedelta(weeks=week, days=day)
        for week, count in enumerate(in_each_week)
        for day in range(count)
    ]


def stands(goal: Goal, days: list[date], at: date) -> Standing:
    ordinals = sorted(day.toordinal() for day in days)
    ones = [1.0] * len(ordinals)
    facts = Facts({goal.latest.scope: Sample(ordinals, ones, ones)})
    return rate.stands(goal, goal.latest, facts.until(at), at)


def test_it_is_judged_by_what_its_weeks_hold_on_average() -> None:
    standing = stands(THREE, runs(2, 4, 3), MONDAY + timedelta(weeks=3))
    assert (standing.current, standing.state, standing.buffer_days) == (3.0, "on course", 0.0)
    assert standing.progress == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("weeks", "expected"), [((3, 3, 3), "on course"), ((3, 3, 1), "behind"), ((3, 5, 5), "ahead")]
)
def test_a_month_tells_who_is_behind_and_who_is_ahead(
    weeks: tuple[int, ...], expected: State
) -> None:
    before = runs(*[2, 3, 4] * 13, first=MONDAY - timedelta(weeks=39))
    assert stands(THREE, before + runs(*weeks), MONDAY + timedelta(weeks=3)).state == expected


def test_weeks_before_a_change_are_judged_by_the_goal_as_it_then_was() -> None:
    edited = MONDAY + timedelta(weeks=3)
    for asked, kept in ((4.0, 3 / 4), (2.0, 1.0)):
        target = replace(THREE.latest.aim, value=asked)
        goal = changed(THREE, replace(THREE.latest, since=edited, target=target))
        assert stands(goal, runs(3, 3, 3), edited).progress == 1.0
        assert stands(goal, runs(3, 3, 3), edited).state == "on course"
        assert stands(goal, runs(3, 3, 3, 3), edited + timedelta(weeks=1)).progress == kept
    lowered = replace(THREE.latest, since=edited, target=replace(THREE.latest.aim, value=2.0))
    assert stands(changed(THREE, lowered), runs(2, 2, 2), edited).progress == 0.0


def test_what_is_not_logged_yet_is_not_missed_but_what_is_kept_counts() -> None:
    thursday = MONDAY + timedelta(weeks=1, days=3)
    assert stands(THREE, runs(3, 2), thursday).current == 3.0
    assert stands(THREE, runs(3, 4), thursday).current == 3.5
    assert stands(THREE, runs(3, 2), MONDAY + timedelta(weeks=2)).current == 2.5


def test_the_first_week_says_what_there_is() -> None:
    wednesday = MONDAY + timedelta(2)
    standing = stands(THREE, runs(2), wednesday)
    assert (standing.current, standing.state) == (2.0, "open")


def test_weeks_that_are_only_partly_its_own_count_by_their_share() -> None:
    goal = goal_of("run 3/week", MONDAY + timedelta(3), LAST)
    later = MONDAY + timedelta(weeks=2)
    eleven_days = stands(goal, [MONDAY + timedelta(4), *runs(0, 3)], later)
    assert eleven_days.current == pytest.approx(4 / (11 / 7))
    assert eleven_days.progress == 1.0  # whole weeks tell how many were kept
    assert eleven_days.buffer_days == pytest.approx(0.0)  # four days ask for one run


def test_three_a_week_are_reached_by_three_in_each_week_and_one_in_four_days() -> None:
    thursday = MONDAY + timedelta(3)
    goal = goal_of("run 3/week", thursday, LAST)
    over = LAST + timedelta(1)
    assert stands(goal, [thursday, *runs(0, *[3] * 11)], over).state == "reached"
    assert stands(goal, runs(0, *[3] * 11), over).state == "missed"


def test_what_was_done_in_the_first_days_of_a_quarter_is_not_forgotten() -> None:
    goal = goal_of("run 20km/week", date(2026, 7, 1), date(2026, 9, 30))
    days = [date(2026, 7, day) for day in range(1, 5)]
    facts = Facts(
        {goal.latest.scope: Sample([day.toordinal() for day in days], [12_000.0] * 4, [1.0] * 4)}
    )
    standing = rate.stands(goal, goal.latest, facts, date(2026, 7, 20))
    assert standing.current == pytest.approx(48_000 / (19 / 7))
    left = 10 * 7 + 3  # from Mon 20 Jul to Wed 30 Sep
    needed = (20_000 * 92 / 7 - 48_000) / left * 7
    assert standing.needed_per_week == pytest.approx(needed)


@given(st.integers(0, 6), st.integers(0, 30), st.sets(st.integers(0, 30), min_size=1))
def test_a_rate_is_never_nothing_where_something_was_done(
    start: int, gone: int, days: set[int]
) -> None:
    first = MONDAY + timedelta(start)
    goal = goal_of("run 3/week", first, first + timedelta(40))
    done = [first + timedelta(day) for day in days if day <= gone]
    current = stands(goal, done, first + timedelta(gone)).current
    assert current is not None
    assert (current > 0) == bool(done)


def test_days_without_a_whole_week_are_one_period_with_its_share() -> None:
    goal = goal_of("run 7/week", MONDAY + timedelta(1), MONDAY + timedelta(3))
    over = MONDAY + timedelta(4)
    assert stands(goal, [MONDAY + timedelta(day) for day in (1, 2, 3)], over).state == "reached"
    assert stands(goal, [MONDAY + timedelta(day) for day in (1, 2)], over).state == "missed"


def test_in_the_end_it_is_reached_or_missed() -> None:
    over = LAST + timedelta(1)
    assert stands(THREE, runs(*[3] * 12), over).state == "reached"
    assert stands(THREE, runs(*[3] * 11, 2), over).state == "missed"
    assert stands(THREE, runs(*[3] * 11, 2), LAST).state != "missed"


def test_what_is_left_says_what_is_needed() -> None:
    standing = stands(THREE, runs(*[2] * 6), MONDAY + timedelta(weeks=6))
    assert standing.needed_per_week == pytest.approx(4.0)
    assert standing.buffer_days == pytest.approx(-14.0)


def test_more_than_was_ever_done_is_out_of_reach_as_planned() -> None:
    before = runs(*[3] * 40, first=MONDAY - timedelta(weeks=40))
    assert (
        stands(THREE, before + runs(*[1] * 9), MONDAY + timedelta(weeks=9)).state == "out of reach"
    )


def test_without_an_end_the_last_four_weeks_tell() -> None:
    goal = goal_of("run 3/week", MONDAY)
    at = MONDAY + timedelta(weeks=10)
    assert stands(goal, runs(*[1] * 6, *[3] * 4), at).state == "on course"
    assert stands(goal, runs(*[5] * 6, *[1] * 4), at).state == "behind"
    assert stands(goal, runs(*[1] * 6, *[5] * 4), at).state == "ahead"
    assert stands(goal, runs(*[3] * 10), at).forecast is None


def test_without_an_end_now_is_lately_until_a_week_is_over() -> None:
    goal = goal_of("run 3/week", MONDAY)
    before = runs(2, 3, 2, 3, first=MONDAY - timedelta(weeks=4))
    standing = stands(goal, before, MONDAY)
    assert (standing.current, standing.rate_per_week, standing.state) == (2.5, 2.5, "open")
    assert stands(goal, [*before, *runs(1)], MONDAY + timedelta(weeks=1)).current == 1.0


def test_at_most_is_kept_by_less() -> None:
    version = THREE.latest
    assert version.target is not None
    goal = Goal((replace(version, target=replace(version.target, way="at most")),))
    assert stands(goal, runs(*[2] * 12), LAST + timedelta(1)).state == "reached"
    assert stands(goal, runs(*[4] * 12), LAST + timedelta(1)).state == "missed"
    assert stands(goal, runs(*[2] * 6), MONDAY + timedelta(weeks=6)).state == "ahead"


def test_months_are_those_of_the_calendar() -> None:
    goal = goal_of("run 100km/month", date(2026, 1, 1), date(2026, 12, 31))
    days = [date(2026, month, 15) for month in range(1, 4)]
    ordinals = [day.toordinal() for day in days]
    facts = Facts(
        {goal.latest.scope: Sample(ordinals, [90_000.0, 110_000.0, 100_000.0], [1.0] * 3)}
    )
    standing = rate.stands(goal, goal.latest, facts, date(2026, 4, 1))
    assert standing.current == pytest.approx(100_000.0)
    assert standing.progress == pytest.approx(2 / 3)


def test_the_forecast_is_a_period_s() -> None:
    before = runs(*[3] * 60, first=MONDAY - timedelta(weeks=60))
    forecast = stands(THREE, before + runs(*[3] * 6), MONDAY + timedelta(weeks=6)).forecast
    assert forecast is not None
    assert forecast.low <= forecast.value <= forecast.high
    assert forecast.value == pytest.approx(3.0, abs=0.1)


def test_the_rate_before_and_the_best_ever_are_what_it_asks() -> None:
    before = runs(*[2] * 20, *[4] * 12, *[2] * 12, first=MONDAY - timedelta(weeks=44))
    ordinals = [day.toordinal() for day in before]
    ones = [1.0] * len(ordinals)
    asked = rate.demand(THREE.latest, Facts({THREE.latest.scope: Sample(ordinals, ones, ones)}))
    assert asked.baseline == pytest.approx(2.0)
    assert asked.asked == pytest.approx(0.5)
    assert asked.best == pytest.approx(1.0)


def test_what_is_needed_in_days_without_a_whole_week_is_a_week_s_amount() -> None:
    goal = goal_of("run 7/week", MONDAY + timedelta(1), MONDAY + timedelta(3))
    assert stands(goal, [], MONDAY + timedelta(1)).needed_per_week == pytest.approx(7.0)


def test_weeks_of_miles_that_add_up_are_kept() -> None:
    goal = goal_of("run 9.3mi/week", MONDAY, LAST)
    days = [MONDAY + timedelta(weeks=week, days=day) for week in range(12) for day in range(3)]
    ordinals, miles = [day.toordinal() for day in days], [3.1 * 1609.344] * len(days)
    facts = Facts({goal.latest.scope: Sample(ordinals, miles, [1.0] * len(days))})
    standing = rate.stands(goal, goal.latest, facts, LAST + timedelta(1))
    assert (standing.state, standing.progress) == ("reached", 1.0)


def test_what_is_forecast_of_a_month_that_is_over_is_what_it_held() -> None:
    goal = goal_of("run 4/month", date(2026, 11, 1), date(2026, 11, 30))
    standing = stands(goal, runs(1, 1, 1, 1, first=date(2026, 11, 2)), date(2026, 12, 1))
    assert standing.forecast is not None
    assert standing.forecast.value == pytest.approx(4.0)
    assert standing.current == 4.0


def test_where_there_is_enough_for_all_weeks_nothing_is_needed() -> None:
    week_12 = MONDAY + timedelta(weeks=11)
    assert stands(THREE, runs(*[3] * 11), week_12).needed_per_week == pytest.approx(3.0)
    assert stands(THREE, runs(*[3] * 10, 6), week_12).needed_per_week is None
