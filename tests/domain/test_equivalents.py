"""Race equivalents, against published tables and worked examples."""

import statistics
from datetime import date
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.equivalents import (
    MARATHON_ERROR,
    RIEGEL,
    Exponent,
    Race,
    best,
    equivalents,
    own_exponent,
    raced,
    riegel,
)
from stridelog.domain.vdot import time_at, vdot

METRES = {"5k": 5_000.0, "10k": 10_000.0, "15k": 15_000.0, "half": 21_097.5, "marathon": 42_195.0}

DANIELS = """
30  30:40  1:03:46  1:38:14  2:21:04  4:49:17
35  27:00    56:03  1:26:22  2:04:13  4:16:03
40  24:08    50:03  1:17:06  1:50:59  3:49:45
45  21:50    45:16  1:09:40  1:40:20  3:28:26
50  19:57    41:21  1:03:36  1:31:35  3:10:49
55  18:22    38:06    58:33  1:24:18  2:56:01
60  17:03    35:22    54:18  1:18:09  2:43:25
65  15:54    33:01    50:40  1:12:53  2:32:35
70  14:55    31:00    47:32  1:08:21  2:23:10
75  14:03    29:14    44:48  1:04:23  2:14:55
80  13:17    27:41    42:25  1:00:54  2:07:38
85  12:37    26:19    40:17    57:50  2:01:10
"""
"""VDOT, and its times over 5k, 10k, 15k, half and marathon: J. Daniels, "Daniels' Running Formula",
3rd edition (2013), table 5.1, as transcribed in https://github.com/tlgs/vdot. The book's times lie
a few seconds beside the equations of 1979.
"""

RIEGELS: tuple[tuple[str, str, str, str], ...] = (
    ("5k", "25:00", "10k", "52:07"),  # https://www.calckoo.com/calculators/running-calculator
    ("5k", "25:00", "half", "1:55:00"),
    ("5k", "25:00", "marathon", "3:59:47"),
    ("5k", "22:00", "10k", "45:52"),  # https://train.inquilinos.me/blog/riegel-race-time-prediction
    ("5k", "22:00", "half", "1:41:12"),
    ("5k", "22:00", "marathon", "3:31:00"),
    ("10k", "50:00", "5k", "23:59"),  # https://gpsspeedometer.io/race-time-predictor/
    ("10k", "50:00", "half", "1:50:19"),
    ("10k", "50:00", "marathon", "3:50:01"),
    ("10k", "1:00:00", "half", "2:12:23"),  # a public test of a riegalCalculator: 7943 s
)
"""A race, and what Riegel's formula makes of it, as worked out by others."""


def seconds(clock: str) -> int:
    """Return the seconds of ``m:ss`` or ``h:mm:ss``."""
    return sum(int(part) * 60**place for place, part in enumerate(reversed(clock.split(":"))))


PUBLISHED = [
    (int(value), distance, clock)
    for value, *clocks in map(str.split, DANIELS.strip().splitlines())
    for distance, clock in zip(METRES, clocks, strict=True)
]


@pytest.mark.parametrize(("value", "distance", "clock"), PUBLISHED)
def test_vdot_is_that_of_daniels_table(value: int, distance: str, clock: str) -> None:
    assert vdot(METRES[distance], seconds(clock)) == pytest.approx(value, abs=0.12)


@pytest.mark.parametrize(("value", "distance", "clock"), PUBLISHED)
def test_times_of_a_vdot_are_those_of_daniels_table(value: int, distance: str, clock: str) -> None:
    assert time_at(value, METRES[distance]) == pytest.approx(seconds(clock), rel=0.003)


def test_vdot_of_a_5k_in_24_34_and_what_it_is_worth() -> None:
    # https://github.com/tlgs/vdot, notebooks/1-basics.ipynb, which cuts off parts of seconds.
    value = vdot(5_000, seconds("24:34"))
    assert value == pytest.approx(39.11039839652726)
    found = [int(time_at(value, METRES[name])) for name in ("10k", "half", "marathon")]
    assert found == [seconds("50:58"), seconds("1:53:02"), seconds("3:53:54")]


def test_a_10k_in_50_minutes_is_a_vdot_of_40() -> None:
    # "Your VDOT training number", Runner's World, on Daniels' Running Formula.
    assert round(vdot(10_000, 3_000)) == 40


@given(st.floats(15, 90), st.floats(1_500, 50_000))
def test_the_time_of_a_vdot_has_that_vdot(value: float, metres: float) -> None:
    assert vdot(metres, time_at(value, metres)) == pytest.approx(value)


@given(st.floats(15, 90), st.floats(1_500, 50_000), st.floats(1.001, 2))
def test_slower_is_less(value: float, metres: float, slower: float) -> None:
    taken = time_at(value, metres)
    assert vdot(metres, taken * slower) < value
    assert time_at(value / slower, metres) > taken


@pytest.mark.parametrize(("distance", "clock", "other", "expected"), RIEGELS)
def test_riegels_formula_gives_the_published_times(
    distance: str, clock: str, other: str, expected: str
) -> None:
    race = Race(METRES[distance], seconds(clock))
    assert round(riegel(race, METRES[other])) == seconds(expected)


def races(exponent: float, *metres: float) -> list[Race]:
    """Return races of a runner whose time grows with the distance exactly so."""
    return [Race(length, 1_500 * (length / 5_000) ** exponent) for length in metres]


@given(st.floats(1.02, 1.18), st.lists(st.floats(8_000, 42_195), min_size=2, max_size=8))
def test_a_runners_own_exponent_is_found(exponent: float, metres: list[float]) -> None:
    found = own_exponent(races(exponent, 5_000, *metres))
    assert found is not None
    assert found.value == pytest.approx(exponent)
    assert (found.low, found.high) == pytest.approx((exponent - 0.01, exponent + 0.01))
    assert (found.races, found.longest) == (len(metres) + 1, max(metres))


@given(st.lists(st.tuples(st.floats(5_000, 42_195), st.floats(0.97, 1.03)), min_size=3))
def test_the_exponent_is_a_slope_of_least_squares(noisy: list[tuple[float, float]]) -> None:
    ran = [Race(m, 1_500 * (m / 5_000) ** 1.08 * noise) for m, noise in noisy]
    found = own_exponent(ran)
    if found is not None:
        points = [[log(r.metres) for r in ran], [log(r.seconds) for r in ran]]
        slope, _ = statistics.linear_regression(*points)
        assert found.value == pytest.approx(slope, abs=1e-6)
        assert found.low <= found.value - 0.01 < found.value + 0.01 <= found.high


@pytest.mark.parametrize(
    "ran",
    [
        [],
        races(1.07, 5_000, 10_000),
        races(1.07, 5_000, 5_000, 5_000),
        races(1.07, 20_000, 21_097.5, 21_097.5),
        races(1.06, 400, 800, 5_000, 10_000),
        races(0.95, 5_000, 10_000, 21_097.5),
        races(1.4, 5_000, 10_000, 21_097.5),
    ],
    ids=["none", "two", "one", "too near", "sprints", "faster for longer", "beyond anyone"],
)
def test_too_little_makes_no_exponent(ran: list[Race]) -> None:
    assert own_exponent(ran) is None


def test_a_marathon_from_a_shorter_race_is_a_range() -> None:
    by_name = {row.name: row for row in equivalents(Race(10_000, 3_042), RIEGEL)}
    marathon, half = by_name["marathon"], by_name["half"]
    assert marathon.cautious
    assert not half.cautious
    assert marathon.slowest >= marathon.riegel + MARATHON_ERROR > marathon.riegel + 600
    assert half.slowest - half.fastest < 300


def test_whoever_ran_a_marathon_need_not_be_warned() -> None:
    by_marathon = equivalents(Race(42_195, 14_000), RIEGEL)
    own = Exponent(1.07, 1.06, 1.08, races=3, longest=42_195.0)
    by_ten = equivalents(Race(10_000, 3_042), own)
    assert not any(row.cautious for row in (*by_marathon, *by_ten))


@given(st.floats(1_500, 100_000), st.floats(15, 85))
def test_both_models_lie_in_the_range(metres: float, value: float) -> None:
    race = Race(metres, time_at(value, metres))
    for row in equivalents(race, RIEGEL):
        assert row.fastest <= min(row.vdot, row.riegel)
        assert max(row.vdot, row.riegel) <= row.slowest


def test_the_race_itself_is_worth_itself() -> None:
    row = equivalents(Race(10_000, 3_042), RIEGEL)[1]
    assert row.vdot == row.riegel == row.fastest == row.slowest == 3_042


def test_the_best_race_is_worth_most() -> None:
    first = Race(5_000, 1_500, 1, date(2026, 1, 1))
    again = Race(5_000, 1_500, 2, date(2026, 2, 1))
    sprint = Race(400, 60, 3, date(2026, 3, 1))
    stroll = Race(5_000, 36_000, 4, date(2026, 3, 1))
    assert best([first, again, sprint, stroll]) == again
    assert best([sprint, stroll]) is None


@pytest.mark.parametrize(
    ("measured", "counts"),
    [(10_120.0, 10_000.0), (10_000.0, 10_000.0), (9_900.0, 9_900.0), (8_000.0, 8_000.0)],
)
def test_a_watch_does_not_make_a_course_longer(measured: float, counts: float) -> None:
    assert raced(measured) == counts
