import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from math import isfinite, pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.track import (
    STANDARD_EFFORTS,
    Sample,
    Summary,
    Totals,
    Track,
    moving_speeds,
    summary,
)
from stridelog.domain.track.points import EARTH_RADIUS, great_circle, position

START = 1_600_000_000.0
METRES_PER_DEGREE = EARTH_RADIUS * pi / 180
ON_FOOT = 12.5

Hops = Sequence[tuple[float, float]]


def summed(track: Track, fastest: float = ON_FOOT) -> Summary:
    found = summary(track, fastest)
    assert found is not None
    return found


def counted(hops: Hops, start: float = START) -> list[Sample]:
    """Return samples of a device that counts metres: ``hops`` of seconds and metres."""
    times = accumulate((seconds for seconds, _ in hops), initial=start)
    metres = accumulate((metres for _, metres in hops), initial=0.0)
    return [Sample(at, m) for at, m in zip(times, metres, strict=True)]


def northwards(metres: Iterable[float], every: float = 1.0, start: float = START) -> list[Sample]:
    """Return samples of a device that knows where it is: so many metres north of Berlin."""
    return [
        Sample(start + n * every, None, 52.5 + m / METRES_PER_DEGREE, 13.4)
        for n, m in enumerate(metres)
    ]


def efforts(track: Track) -> dict[float, float]:
    return {segment.metres: segment.seconds for segment in summed(track).segments}


def distance(track: Track) -> float:
    return summed(track).measurements["distance"]


# Best efforts


@pytest.mark.parametrize("every", [1.0, 7.0, 90.0])
def test_at_an_even_speed_every_effort_is_as_fast(every: float) -> None:
    hops = [(every, 3.0 * every)] * int(15_000 / every)
    found = efforts(Track(counted(hops)))
    assert found == pytest.approx({metres: metres / 3.0 for metres in STANDARD_EFFORTS})


def test_an_effort_is_interpolated_at_its_end_and_at_its_beginning() -> None:
    slow, fast = (200.0, 400.0), (100.0, 500.0)
    assert efforts(Track(counted([fast, slow, slow])))[400.0] == pytest.approx(80.0)
    (_, kilometre, _) = summed(Track(counted([slow, slow, slow, fast]))).segments
    assert (kilometre.metres, kilometre.seconds) == pytest.approx((1_000.0, 350.0))
    assert kilometre.start == pytest.approx(350.0)


def test_an_effort_counts_the_time_that_one_stood() -> None:
    hops = [(1.0, 4.0)] * 150 + [(60.0, 0.0)] + [(1.0, 4.0)] * 150
    found = efforts(Track(counted(hops)))
    assert found[400.0] == pytest.approx(100.0)
    assert found[1_000.0] == pytest.approx(310.0)


def test_a_shorter_track_has_fewer_efforts() -> None:
    assert sorted(efforts(Track(counted([(300.0, 999.9)])))) == [400.0]
    assert efforts(Track(counted([(60.0, 399.0)]))) == {}


def time_at(samples: Sequence[Sample], metres: float) -> tuple[float, float]:
    """When a way was reached and left, by looking at every hop."""
    hits = []
    for a, b in pairwise(samples):
        assert a.metres is not None
        assert b.metres is not None
        if a.metres <= metres <= b.metres:
            hits += (
                [a.at, b.at]
                if a.metres == b.metres
                else [a.at + (b.at - a.at) * (metres - a.metres) / (b.metres - a.metres)]
            )
    return min(hits), max(hits)


@given(
    st.lists(
        st.tuples(st.integers(1, 60), st.integers(0, 9)).map(
            lambda x: (1.0 * x[0], 1.0 * x[0] * x[1])
        ),
        min_size=2,
        max_size=25,
    )
)
def test_no_stretch_of_a_fine_grid_is_faster_than_the_effort(hops: Hops) -> None:
    samples = counted(hops)
    total = samples[-1].metres or 0.0
    found = efforts(Track(samples))
    assert set(found) == {metres for metres in STANDARD_EFFORTS if metres <= total}
    for metres, seconds in found.items():
        room = total - metres
        grid = [room * step / 500 for step in range(501)]
        grid += [m for s in samples for m in (s.metres or 0.0, (s.metres or 0.0) - metres)]
        tried = [
            time_at(samples, begin + metres)[0] - time_at(samples, begin)[1]
            for begin in grid
            if 0.0 <= begin <= room
        ]
        assert seconds == pytest.approx(min(tried), abs=1e-3)


def test_a_hundred_thousand_samples_are_no_burden() -> None:
    throw = random.Random(7)  # noqa: S311 (no secret)
    hops = [(1.0, throw.uniform(2.0, 4.0)) for _ in range(100_000)]
    found = efforts(Track(counted(hops)))
    assert len(found) == len(STANDARD_EFFORTS)
    assert all(2.0 < metres / seconds < 4.0 for metres, seconds in found.items())


# Distance


def test_the_haversine_agrees_with_a_published_example() -> None:
    # rosettacode.org/wiki/Haversine_formula: Nashville to Los Angeles on a sphere of 6372.8 km.
    nashville = position(Sample(0, latitude=36.12, longitude=-86.67))
    los_angeles = position(Sample(0, latitude=33.94, longitude=-118.40))
    assert nashville is not None
    assert los_angeles is not None
    metres = great_circle(nashville, los_angeles) * 6_372_800 / EARTH_RADIUS
    assert metres == pytest.approx(2_887_259.9506, abs=0.01)


def test_without_counted_metres_the_positions_give_the_distance() -> None:
    track = Track(northwards(3.0 * n for n in range(1_001)))
    assert distance(track) == pytest.approx(3_000.0)


def test_what_the_device_counted_is_better_than_positions() -> None:
    here = northwards(2.5 * n for n in range(101))
    track = Track([replace(sample, metres=3.0 * n) for n, sample in enumerate(here)])
    assert distance(track) == pytest.approx(300.0)


def test_a_device_that_counted_nothing_leaves_it_to_the_positions() -> None:
    here = northwards(2.5 * n for n in range(101))
    assert distance(Track([replace(s, metres=0.0) for s in here])) == pytest.approx(250.0)


def test_a_device_that_counts_each_lap_anew_is_followed() -> None:
    laps = [Sample(START + n, 3.0 * (n % 200)) for n in range(601)]
    assert distance(Track(laps)) == pytest.approx(1_800.0, rel=0.01)


def test_a_spike_is_left_out() -> None:
    way = [3.0 * n for n in range(1_001)]
    way[500:504] = [9_000.0, 9_500.0, 300.0, 9_100.0]
    assert distance(Track(northwards(way))) == pytest.approx(3_000.0)
    found = summed(Track(northwards(way)))
    assert found.segments[0].seconds == pytest.approx(400.0 / 3.0)
    assert "kept out" in found.remarks[0]


def test_a_way_that_is_too_sudden_is_a_spike_if_it_comes_back() -> None:
    way = [7.0 * n for n in range(1_001)]
    way[500] += 30.0
    assert summed(Track(northwards(way)), 42.0).measurements["distance"] == pytest.approx(7_000.0)
    way[500:] = [metres + 30.0 for metres in [7.0 * n for n in range(500, 1_001)]]
    assert summed(Track(northwards(way)), 42.0).measurements["distance"] == pytest.approx(7_030.0)


def test_a_jump_is_neither_counted_nor_bridged() -> None:
    way = [3.0 * n for n in range(101)] + [50_000.0 + 3.0 * n for n in range(121)]
    found = summed(Track(northwards(way)))
    assert found.measurements["distance"] == pytest.approx(300.0 + 360.0)
    assert found.segments == ()
    assert found.remarks == ("jumps of 49.70 km in all were kept out.",)


def test_a_jump_of_the_counter_is_neither_counted_nor_bridged() -> None:
    way = [(1.0, 3.0)] * 100 + [(1.0, 20_000.0)] + [(1.0, 3.0)] * 120
    found = summed(Track(counted(way)))
    assert found.measurements["distance"] == pytest.approx(660.0)
    assert found.segments == ()


def test_a_way_without_reception_counts_over_the_time_that_it_took() -> None:
    # For 100 s the device shows the last place that it knew, then the one where it is.
    way = [3.0 * n for n in range(201)] + [600.0] * 99 + [900.0 + 3.0 * n for n in range(101)]
    found = summed(Track(northwards(way)))
    assert found.measurements["distance"] == pytest.approx(1_200.0)
    assert found.segments[1].seconds == pytest.approx(1_000.0 / 3.0, rel=0.01)


def test_a_fast_descent_is_no_jump() -> None:
    speeds = [4.0] * 300 + [4.0 + n / 4 for n in range(72)] + [22.0] * 300
    way = list(accumulate(speeds, initial=0.0))
    found = summed(Track(northwards(way)), 42.0)
    assert found.measurements["distance"] == pytest.approx(sum(speeds))


def test_no_fix_is_no_place() -> None:
    way = northwards(3.0 * n for n in range(101))
    way[50] = replace(way[50], latitude=0.0, longitude=0.0)
    way[60] = replace(way[60], latitude=91.0)
    found = summed(Track(way))
    assert found.measurements["distance"] == pytest.approx(300.0)
    assert found.remarks == ()


# Times


def test_times_that_go_backwards_are_dropped() -> None:
    samples = counted([(1.0, 3.0)] * 1_000)
    late = replace(samples[10], at=START + 90_000_000.0)
    early = replace(samples[600], at=START - 90_000.0)
    found = summed(Track([late, *samples[:600], early, *samples[600:]]))
    assert found.start == START
    assert found.measurements["elapsed"] == 1_000.0
    assert found.measurements["distance"] == pytest.approx(3_000.0)


def test_samples_of_one_moment_are_one_sample() -> None:
    samples = counted([(1.0, 3.0)] * 100)
    twice = [s for sample in samples for s in (sample, Sample(sample.at, heart_rate=150.0))]
    found = summed(Track(twice))
    assert found.measurements["distance"] == pytest.approx(300.0)
    assert found.measurements["heart-rate"] == 150.0


def test_without_pauses_the_moving_time_leaves_stops_out() -> None:
    hops = [(1.0, 3.0)] * 600 + [(1.0, 0.05)] * 300 + [(1.0, 3.0)] * 600
    found = summed(Track(counted(hops))).measurements
    assert found["elapsed"] == 1_500.0
    assert found["duration"] == pytest.approx(1_200.0, abs=10.0)


def test_what_is_done_on_the_spot_lasts_from_beginning_to_end() -> None:
    on_the_spot = Track([Sample(START + n, heart_rate=120.0) for n in range(601)])
    assert summed(on_the_spot).measurements == {
        "duration": 600.0,
        "elapsed": 600.0,
        "heart-rate": 120.0,
    }
    assert moving_speeds(on_the_spot) is None


def test_with_pauses_the_timer_gives_the_moving_time() -> None:
    track = Track(
        counted([(1.0, 3.0)] * 1_000),
        [(START + 600, START + 700), (START + 650, START + 800), (START + 990, START + 2_000)],
    )
    assert summed(track).measurements["duration"] == 1_000.0 - 200.0 - 10.0


def test_a_timer_that_never_stood_ran_all_the_time() -> None:
    hops = [(1.0, 3.0)] * 600 + [(1.0, 0.0)] * 300
    assert summed(Track(counted(hops), ())).measurements["duration"] == 900.0


def test_pauses_that_end_before_they_begin_are_none() -> None:
    track = Track(counted([(1.0, 3.0)] * 100), [(START + 60, START + 30), (START, START)])
    assert summed(track).measurements["duration"] == 100.0


def test_where_one_went_while_the_timer_stood_does_not_count() -> None:
    before = northwards(3.0 * n for n in range(301))
    after = northwards((5_000.0 + 3.0 * n for n in range(301)), start=START + 1_200)
    track = Track([*before, *after], [(START + 300, START + 1_200)])
    found = summed(track)
    assert found.measurements["distance"] == pytest.approx(1_800.0)
    assert found.measurements["duration"] == 600.0
    assert found.measurements["elapsed"] == 1_500.0
    assert {s.metres: s.seconds for s in found.segments}[1_000.0] == pytest.approx(1_233.3, abs=0.1)


# Climb and sensors


def climbing(altitudes: Iterable[float]) -> float:
    track = Track([Sample(START + n, altitude=metres) for n, metres in enumerate(altitudes)])
    return summed(track).measurements.get("climb", 0.0)


def test_climb_is_what_the_hills_add_up_to() -> None:
    hill = [n / 5 for n in range(500)] + [100 - n / 5 for n in range(500)]
    assert climbing(hill * 3) == pytest.approx(300.0, rel=0.04)


def test_altitudes_that_tremble_are_no_climb() -> None:
    throw = random.Random(3)  # noqa: S311 (no secret)
    flat = [throw.gauss(50.0, 2.0) for _ in range(3_600)]
    hill = [metres + n / 10 for n, metres in enumerate(flat)]
    assert climbing(flat) == 0.0
    assert climbing(hill) == pytest.approx(360.0, rel=0.03)


def test_a_rise_of_less_than_three_metres_is_no_climb() -> None:
    assert climbing([50.0] * 100 + [52.9] * 100) == 0.0
    assert climbing([50.0] * 100 + [53.1] * 100) == pytest.approx(3.1)


def test_going_down_is_no_climb() -> None:
    assert climbing(1_000.0 - n for n in range(900)) == 0.0


def test_a_value_counts_for_as_long_as_it_held() -> None:
    samples = [
        Sample(START, heart_rate=100.0, power=200.0),
        Sample(START + 10, heart_rate=160.0, power=0.0),
        Sample(START + 30, heart_rate=0.0),
        Sample(START + 40),
    ]
    found = summed(Track(samples)).measurements
    assert found["heart-rate"] == pytest.approx((10 * 100 + 20 * 160) / 30)
    assert found["power"] == pytest.approx(10 * 200 / 30)


def test_a_sensor_that_fell_silent_does_not_hold_its_last_value() -> None:
    samples = [Sample(START, heart_rate=100.0), Sample(START + 3_000, heart_rate=160.0)]
    samples.append(Sample(START + 3_030))
    assert summed(Track(samples)).measurements["heart-rate"] == pytest.approx(130.0)


# Totals


def test_the_device_s_own_totals_win() -> None:
    totals = Totals(3_003.0, 980.0, 1_001.0, 42.0, 151.5, 210.0)
    found = summed(Track(counted([(1.0, 3.0)] * 1_000), None, totals))
    assert found.measurements == {
        "distance": 3_003.0,
        "duration": 980.0,
        "elapsed": 1_001.0,
        "climb": 42.0,
        "heart-rate": 151.5,
        "power": 210.0,
    }
    assert found.remarks == ()
    assert found.recorded == pytest.approx(
        {"distance": 3_000.0, "duration": 1_000.0, "elapsed": 1_000.0}
    )


def test_totals_that_disagree_with_the_records_are_told() -> None:
    pauses = [(START + 100, START + 200)]
    totals = Totals(distance=3_100.0, duration=950.0)
    found = summed(Track(counted([(1.0, 3.0)] * 1_000), pauses, totals))
    assert found.measurements["distance"] == 3_100.0
    assert found.remarks == (
        "the device's distance is 3.10 km, its records add up to 3.00 km; the device's counts.",
        "the device's duration is 15.83 min, its records add up to 15.00 min; the device's counts.",
    )


def test_a_timer_that_ran_longer_than_the_clock_is_told() -> None:
    found = summed(Track(counted([(1.0, 3.0)] * 1_000), None, Totals(duration=1_200.0)))
    assert found.measurements["elapsed"] == 1_200.0
    assert len(found.remarks) == 1


@pytest.mark.parametrize("nothing", [0.0, -5.0, float("nan"), float("inf"), 4_294_967_295.0])
def test_a_total_that_says_nothing_is_none(nothing: float) -> None:
    track = Track(counted([(1.0, 3.0)] * 1_000), None, Totals(nothing, nothing, nothing))
    assert summed(track).measurements["distance"] == pytest.approx(3_000.0)
    assert summed(track).measurements["elapsed"] == 1_000.0


# Whatever the file says


def test_a_track_of_no_moment_is_none() -> None:
    assert summary(Track([])) is None
    assert summary(Track([Sample(float("nan"))])) is None
    assert moving_speeds(Track([])) is None


NUMBERS = st.none() | st.floats() | st.integers(-10, 200).map(float)
SAMPLES = st.builds(
    Sample,
    at=st.floats() | st.integers(0, 100).map(float),
    metres=NUMBERS,
    latitude=NUMBERS,
    longitude=NUMBERS,
    altitude=NUMBERS,
    heart_rate=NUMBERS,
    power=NUMBERS,
)
PAUSES = st.none() | st.lists(
    st.tuples(st.floats(), st.floats()) | st.tuples(*[st.integers(0, 99).map(float)] * 2)
)


@given(st.lists(SAMPLES, max_size=30), PAUSES, st.builds(Totals, NUMBERS, NUMBERS, NUMBERS))
def test_no_numbers_make_the_arithmetic_fail(
    samples: list[Sample], pauses: list[tuple[float, float]] | None, totals: Totals
) -> None:
    found = summary(Track(samples, pauses, totals))
    if found is None:
        return
    values = [*found.measurements.values(), *found.recorded.values(), found.start]
    values += [n for s in found.segments for n in (s.seconds, s.start)]
    assert all(isfinite(value) for value in values)
    assert all(value >= 0 for value in found.recorded.values())
    assert found.measurements.get("elapsed", 0) >= found.measurements.get("duration", 0)
    assert all(segment.seconds > 0 for segment in found.segments)


@given(st.lists(st.tuples(st.integers(1, 60), st.integers(0, 12)), min_size=1, max_size=40))
def test_a_track_is_the_same_whatever_its_clock(hops: list[tuple[int, int]]) -> None:
    even = [(1.0 * seconds, 1.0 * seconds * speed) for seconds, speed in hops]
    here = summed(Track(counted(even)))
    there = summed(Track(counted(even, START + 86_400)))
    assert there == replace(here, start=here.start + 86_400)
