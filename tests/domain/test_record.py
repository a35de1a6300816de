"""Records: what breaks one, who held it before, and what is too good to be believed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.activity import built_in_activities
from stridelog.domain.doubt import Doubt, Limits, Moved, sixth_best
from stridelog.domain.measure import Direction
from stridelog.domain.record import (
    TIME,
    Performance,
    Record,
    Series,
    Subject,
    can_have_record,
    estimated_time,
    exact_time,
)
from stridelog.domain.record_history import doubt, record, records

TODAY = date(2026, 11, 21)
FIVE = Subject("run", TIME, "5k")
ACTIVITIES = {activity.name: activity for activity in built_in_activities()}
LONGEST = Subject("run", next(m for m in ACTIVITIES["run"].measures if m.name == "distance"))


def run(number: int, back: int, seconds: float, **more: object) -> Performance:
    """Return a 5k so many days ago."""
    day = TODAY - timedelta(back)
    done = Performance(number, day, f"{day}T08:00:00", seconds, Moved(5_000.0, seconds / 5))
    return replace(done, **more)  # type: ignore[arg-type]


def made(*done: Performance, limits: Limits | None = None, subject: Subject = FIVE) -> Record:
    """Return the record among some performances."""
    found = record(Series(subject, done, limits or Limits()), TODAY)
    assert found is not None
    return found


def test_a_record_stands_until_it_is_broken() -> None:
    found = made(run(1, 900, 1600), run(2, 400, 1700), run(3, 300, 1560), run(4, 20, 1590))
    assert found.holder == run(3, 300, 1560)
    assert [(s.performance.number, s.gain, s.stood) for s in found.history] == [
        (1, None, 600),
        (3, 40.0, 300),
    ]
    assert found.now == run(4, 20, 1590)
    assert found.behind == 30.0


def test_the_season_and_the_last_13_weeks_have_bests_of_their_own() -> None:
    found = made(run(1, 900, 1500), run(2, 300, 1520), run(3, 90, 1600), run(4, 91, 1550))
    assert (found.season, found.now) == (run(2, 300, 1520), run(3, 90, 1600))
    assert made(run(1, 900, 1500)).now is made(run(1, 900, 1500)).season is None


@pytest.mark.parametrize(("seconds", "holder"), [(1599.6, 1), (1599.4, 2), (1600.0, 1)])
def test_over_a_distance_a_second_on_the_clock_breaks_a_record(seconds: float, holder: int) -> None:
    found = made(run(1, 9, 1600), run(2, 8, seconds)).holder
    assert found is not None
    assert found.number == holder


def test_an_equal_value_breaks_no_record() -> None:
    farther = made(run(1, 9, 9_000.0), run(2, 8, 9_000.0), run(3, 7, 9_000.1), subject=LONGEST)
    assert [step.performance.number for step in farther.history] == [1, 3]


def test_what_is_dated_after_today_is_no_record_yet() -> None:
    assert made(run(1, 9, 1600), run(2, -1, 1500)).holder == run(1, 9, 1600)
    assert record(Series(FIVE, (run(2, -1, 1500),)), TODAY) is None


@pytest.mark.parametrize(
    ("metres", "seconds", "expected"),
    [(12_000.0, 3_600.0, 1_800.0), (10_000.0, 3_000.0, 1_500.0), (9_900.0, 3_000.0, 3_000.0)],
)
def test_a_longer_entry_bounds_the_time_of_a_stretch(
    metres: float, seconds: float, expected: float
) -> None:
    assert estimated_time("5k", Moved(metres, 1000 * seconds / metres)) == pytest.approx(expected)


@given(
    st.lists(st.floats(120, 900), min_size=105, max_size=400),
    st.sampled_from(["mile", "5k", "10k"]),
)
def test_the_bound_holds_whatever_the_splits_were(splits: list[float], distance: str) -> None:
    """Splits are of 50 m each; some stretch of the distance is at least as fast as the bound."""
    metres = 50.0 * len(splits)
    seconds = [0.0]
    for pace in splits:
        seconds.append(seconds[-1] + pace / 20)
    bound = estimated_time(distance, Moved(metres, 1000 * seconds[-1] / metres))
    if bound is None:
        return
    # Rounded up to whole splits, a stretch only becomes longer.
    count = {"mile": 33, "5k": 100, "10k": 200}[distance]
    slack = max(splits) / 20
    fastest = min(seconds[at + count] - seconds[at] for at in range(len(splits) - count + 1))
    assert fastest <= bound + slack


def test_what_is_not_longer_than_a_distance_has_no_estimate() -> None:
    assert estimated_time("5k", Moved(5_250.0, 300.0)) is None
    assert exact_time("5k", Moved(5_100.0, 300.0)) == 1_500.0


def test_a_surer_time_that_is_faster_hides_a_less_sure_one() -> None:
    every = (
        Series(FIVE, (run(1, 9, 1600),)),
        Series(replace(FIVE, how="segment"), (run(2, 8, 1500),)),
        Series(replace(FIVE, how="estimated"), (run(2, 8, 1550),)),
    )
    assert [r.subject.how for r in records(every, TODAY)] == ["exact", "segment"]


USUAL = Limits(
    sixth_best(Direction.LOWER, [Moved(5_000.0, float(pace)).form for pace in range(300, 310)]),
    count=100,
)


def test_the_doubtful_holds_no_record_until_a_person_vouches_for_it() -> None:
    false = run(2, 100, 900)
    found = made(run(1, 200, 1600), false, run(3, 50, 1590), limits=USUAL)
    assert [step.performance.number for step in found.history] == [1, 3]
    limit = USUAL.fastest_pace(5_000.0)
    assert [(each.performance, each.doubt) for each in found.doubtful] == [
        (false, Doubt("pace", 180.0, limit or 0.0))
    ]
    assert doubt(FIVE, replace(false, confirmed=True), USUAL) is None
    found = made(run(1, 200, 1600), replace(false, confirmed=True), run(3, 50, 1590), limits=USUAL)
    assert [step.performance.number for step in found.history] == [1, 2]
    assert found.doubtful == ()


def test_everything_inside_a_doubtful_entry_is_doubtful() -> None:
    whole = run(1, 9, 30_000.0, moved=Moved(30_000.0, 175.0))
    assert doubt(LONGEST, whole, USUAL)
    assert not doubt(LONGEST, replace(whole, moved=Moved(30_000.0, 330.0)), USUAL)


def test_a_stretch_too_fast_is_doubtful_in_an_entry_that_is_not() -> None:
    jump = run(1, 9, 900.0, moved=Moved(12_000.0, 320.0))
    assert doubt(replace(FIVE, how="segment"), jump, USUAL)


def test_only_what_says_something_by_itself_has_a_record() -> None:
    names = {
        name: {m.name for m in activity.measures if can_have_record(m)}
        for name, activity in ACTIVITIES.items()
    }
    assert names["run"] == {"distance"}
    assert names["ride"] == {"distance", "power"}
    assert "detractors" not in names["shift"]
    assert {"tickets", "csat", "resolution", "nps"} <= names["shift"]


PERFORMANCES = st.lists(
    st.builds(
        lambda back, hour, seconds: replace(
            run(0, back, seconds), at=f"{TODAY - timedelta(back)}T{hour:02d}:00:00"
        ),
        st.integers(0, 400),
        st.integers(0, 3),
        st.sampled_from([800.0, 900.0, 1500.0, 1500.3, 1500.6, 1501.0, 1600.0, 1700.0]),
    ),
    min_size=1,
    max_size=20,
)


def told(found: Record) -> object:
    """Return what a record says, but for the numbers, which follow from the order of logging."""

    def known(done: Performance | None) -> object:
        return done and (done.day, done.at, done.value)

    return (
        [(known(step.performance), step.gain, step.stood) for step in found.history],
        found.now and found.now.value,
        found.season and found.season.value,
        [(known(each.performance), each.doubt) for each in found.doubtful],
    )


@given(PERFORMANCES, st.randoms(use_true_random=False))
def test_in_which_order_it_was_logged_makes_no_difference(
    done: Sequence[Performance], chance: Random
) -> None:
    shuffled = list(done)
    chance.shuffle(shuffled)
    numbered, other = (
        tuple(replace(each, number=n) for n, each in enumerate(order, 1))
        for order in (done, shuffled)
    )
    assert told(made(*numbered, limits=USUAL)) == told(made(*other, limits=USUAL))


@given(PERFORMANCES)
def test_every_holder_was_better_than_all_before_it(done: Sequence[Performance]) -> None:
    numbered = tuple(replace(each, number=n) for n, each in enumerate(done, 1))
    found = made(*numbered)
    values = [step.performance.value for step in found.history]
    assert values == sorted(values, reverse=True)
    assert min(each.value for each in numbered) > values[-1] - 0.5
    assert sum(s.stood for s in found.history) == (TODAY - min(e.day for e in numbered)).days
