"""Doubt: what is false is found, what is honest is left alone, and a person is told why."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.activity import built_in_activities
from stridelog.domain.doubt import MANY, RANK, Limits, Moved, sixth_best, slipped
from stridelog.domain.measure import Direction, Measure

SHIFT = next(activity for activity in built_in_activities() if activity.name == "shift")


def believed(*moved: Moved, count: int | None = None) -> Limits:
    """Return what is believed of somebody who did all this."""
    form = sixth_best(Direction.LOWER, (each.form for each in moved))
    return Limits(form, len(moved) if count is None else count)


def doubted(*moved: Moved) -> list[Moved]:
    """Return what is doubtful in a whole history."""
    limits = believed(*moved)
    return [each for each in moved if limits.doubt_pace(each)]


FIVES = [Moved(5_000.0, float(pace)) for pace in range(300, 310)]


@pytest.mark.parametrize(("count", "times"), [(MANY, 1.25), (MANY - 1, 1.40)])
def test_a_pace_is_doubted_that_is_so_much_faster_than_the_sixth_best(
    count: int, times: float
) -> None:
    limits = believed(*FIVES, count=count)
    limit = limits.fastest_pace(5_000.0)
    assert limit == pytest.approx(305 / times)
    doubt = limits.doubt_pace(Moved(5_000.0, 305 / times - 0.1))
    assert doubt is not None
    assert doubt.reason == "pace"
    assert doubt.value == pytest.approx(305 / times - 0.1)
    assert doubt.limit == limit
    assert not limits.doubt_pace(Moved(5_000.0, 305 / times + 0.1))


@pytest.mark.parametrize(("count", "times"), [(MANY, 1.05), (MANY - 1, 1.20)])
def test_with_rests_in_it_less_is_doubted(count: int, times: float) -> None:
    limits = believed(*FIVES, count=count)

    def after(pace: float, clock: float) -> str | None:
        doubt = limits.doubt_pace(Moved(5_000.0, pace, clock * 5 * pace))
        return doubt.reason if doubt else None

    assert after(305 / times - 0.1, clock=1.26) == "rests"
    assert after(305 / times + 0.1, clock=1.26) is None
    assert after(305 / times - 0.1, clock=1.24) is None
    assert after(200.0, clock=1.24) == "pace"


def test_over_a_shorter_distance_one_is_faster() -> None:
    limits = believed(*FIVES)
    short, long = limits.fastest_pace(400.0), limits.fastest_pace(5_000.0)
    assert short is not None
    assert long is not None
    assert short == pytest.approx(long * (400 / 5000) ** 0.06)


def test_with_fewer_than_six_nothing_is_doubted() -> None:
    few = [Moved(5_000.0, 300.0)] * (RANK - 2)
    assert doubted(*few, Moved(5_000.0, 1.0)) == []
    assert slipped(measure("tickets"), [1.0] * (RANK - 1)) is None
    assert not Limits().doubt_value(measure("tickets"), 1e9)
    assert Limits().fastest_pace(5_000.0) is None


def measure(name: str) -> Measure:
    found = SHIFT.measure(name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "good", "doubtful"), [("tickets", 299.0, 300.0), ("resolution", 4.0, 3.0)]
)
def test_a_value_is_doubted_where_a_decimal_point_must_have_slipped(
    name: str, good: float, doubtful: float
) -> None:
    limit = slipped(measure(name), [30.0] * RANK)
    assert limit == doubtful
    limits = Limits(values={name: doubtful})
    assert not limits.doubt_value(measure(name), good)
    doubt = limits.doubt_value(measure(name), doubtful)
    assert doubt is not None
    assert (doubt.reason, doubt.value, doubt.limit) == ("value", doubtful, doubtful)


def test_what_was_done_twice_is_no_slip_however_little_the_others_were() -> None:
    limit = slipped(measure("tickets"), [25_000.0, 24_000.0, 10.0, 10.0, 10.0, 10.0])
    assert limit == 240_000.0
    assert slipped(measure("tickets"), [310.0, 31.0, 30.0, 30.0, 30.0, 30.0]) == 310.0


@pytest.mark.parametrize(
    ("usual", "once"),
    [(5_000.0, 42_195.0), (21_097.5, 42_195.0), (600.0, 3_600.0), (5_000.0, 30_000.0)],
)
def test_a_first_marathon_and_an_hour_of_practice_are_believed(usual: float, once: float) -> None:
    limit = slipped(measure("tickets"), [usual] * RANK)
    assert limit is not None
    assert once < limit


@pytest.mark.parametrize("name", ["csat", "nps"])
def test_what_has_ends_of_its_own_is_not_doubted(name: str) -> None:
    assert slipped(measure(name), [0.3] * RANK) is None


DISTANCES = (3_000.0, 5_000.0, 7_777.0, 10_000.0, 21_097.5)

CHANCE = st.randoms(use_true_random=False)


def at_form(form: float, metres: float) -> Moved:
    """Return the run over a distance that is worth so many seconds a kilometre over 5 km."""
    return Moved(metres, form * (metres / 5_000.0) ** 0.06)


@given(CHANCE, st.integers(1, 400), st.floats(0.0, 0.2))
def test_a_newcomer_who_improves_by_a_fifth_is_believed(
    chance: Random, count: int, gain: float
) -> None:
    runs = [
        at_form(360 * (1 - gain * n / count) * chance.uniform(0.95, 1.05), chance.choice(DISTANCES))
        for n in range(count)
    ]
    assert doubted(*runs) == []


@given(CHANCE, st.integers(1, MANY - 2), st.floats(1.0, 1.35))
def test_among_few_one_race_is_believed_however_slow_the_others(
    chance: Random, count: int, faster: float
) -> None:
    slow = [at_form(360 * chance.uniform(0.97, 1.03), 20_000.0) for _ in range(count)]
    assert doubted(*slow, at_form(360 / faster, 5_000.0)) == []


@given(st.integers(0, 10_000), st.integers(MANY, 500), st.integers(1, 20), st.floats(1.0, 1.25))
def test_races_a_quarter_faster_than_all_the_jogs_are_believed(
    seed: int, count: int, races: int, faster: float
) -> None:
    chance = Random(seed)  # noqa: S311 (the same every time)
    jogs = [
        at_form(360 * chance.lognormvariate(0.0, 0.05), chance.choice(DISTANCES))
        for _ in range(count)
    ]
    raced = [at_form(360 / faster, chance.choice(DISTANCES)) for _ in range(races)]
    assert doubted(*jogs, *raced) == []


@given(CHANCE, st.integers(RANK, 400), st.floats(1.26, 3.0))
def test_intervals_as_fast_as_one_runs_otherwise_are_believed(
    chance: Random, count: int, clock: float
) -> None:
    runs = [
        at_form(300 * chance.uniform(0.98, 1.02), chance.choice(DISTANCES)) for _ in range(count)
    ]
    pace = at_form(300.0, 8_000.0).pace
    intervals = Moved(8_000.0, pace, clock * 8 * pace)
    assert intervals.rested
    assert doubted(*runs, intervals) == []


@given(CHANCE, st.integers(RANK, 400), st.integers(1, RANK - 1))
def test_up_to_five_rides_saved_as_runs_are_found_and_no_run(
    chance: Random, count: int, false: int
) -> None:
    runs = [
        at_form(300 * chance.uniform(0.95, 1.05), chance.choice(DISTANCES)) for _ in range(count)
    ]
    rides = [
        at_form(300 / chance.uniform(1.6, 2.5), chance.choice(DISTANCES)) for _ in range(false)
    ]
    every = [*runs, *rides]
    chance.shuffle(every)
    assert {id(each) for each in doubted(*every)} == {id(each) for each in rides}
