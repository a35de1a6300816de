"""The statistics of trends, beside pymannkendall's and SciPy's."""

from itertools import permutations
from math import inf, sqrt
from random import Random

import pymannkendall
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from stridelog.domain.mann_kendall import (
    EXACT_UP_TO,
    false_discovery_rates,
    likeness,
    mann_kendall,
    persistence,
    theil_sen,
)

SERIES = 1_000

VALUES = st.lists(st.integers(-5, 5).map(float), max_size=30)


def random_series(seed: int) -> list[list[float]]:
    """Return series of 3 to 60 values: with equal ones and without, with a trend and without."""
    random = Random(seed)  # noqa: S311 (made up, the same every time)
    made = []
    for number in range(SERIES):
        slope = random.choice((0.0, 0.0, 0.05, -0.2))
        values = [random.gauss(slope * time, 1.0) for time in range(random.randint(3, 60))]
        made.append([float(round(value)) for value in values] if number % 2 else values)
    return made


def test_a_thousand_random_series_are_judged_as_by_pymannkendall() -> None:
    for values in random_series(seed=1):
        theirs = pymannkendall.original_test(values)
        s, variance, z, p = (
            getattr(mann_kendall(values), name) for name in ("s", "variance", "z", "p")
        )
        assert s == theirs.s
        assert variance == pytest.approx(theirs.var_s)
        assert z == pytest.approx(theirs.z)
        if len(values) > EXACT_UP_TO or len(set(values)) < len(values):
            assert p == pytest.approx(theirs.p, abs=1e-12)


def test_a_thousand_random_slopes_are_those_of_pymannkendall_and_scipy() -> None:
    for values in random_series(seed=2):
        times = [float(time) for time in range(len(values))]
        ours = theil_sen(times, values)
        assert ours.per_unit == pytest.approx(pymannkendall.sens_slope(values).slope)
        theirs = stats.theilslopes(values, times, 0.95)
        assert ours.per_unit == pytest.approx(theirs.slope)
        # Beside the confidence interval, only where neither program runs out of slopes.
        if len(values) > EXACT_UP_TO:
            assert (ours.low, ours.high) == pytest.approx((theirs.low_slope, theirs.high_slope))


def test_a_thousand_short_series_have_the_exact_probability_of_scipy() -> None:
    random = Random(3)  # noqa: S311 (made up, the same every time)
    for _ in range(SERIES):
        values = [random.random() for _ in range(random.randint(3, EXACT_UP_TO))]
        theirs = stats.kendalltau(range(len(values)), values, method="exact")
        assert mann_kendall(values).p == pytest.approx(theirs.pvalue)


def test_a_thousand_families_are_adjusted_as_by_scipy() -> None:
    random = Random(4)  # noqa: S311 (made up, the same every time)
    for _ in range(SERIES):
        family = [random.random() ** 3 for _ in range(random.randint(1, 25))]
        theirs = stats.false_discovery_control(family, method="bh")
        assert false_discovery_rates(family) == pytest.approx(list(theirs))


def test_the_exact_probability_is_counted_over_all_orders() -> None:
    found = [mann_kendall(order) for order in permutations((1.0, 2.0, 3.0, 4.0, 5.0))]
    for test in found:
        as_far = sum(abs(other.s) >= abs(test.s) for other in found)
        assert test.p == pytest.approx(as_far / len(found))


def test_sens_own_example_has_his_slope() -> None:
    times = [1.0, 2.0, 3.0, 4.0, 10.0, 12.0, 18.0]
    values = [9.0, 15.0, 19.0, 20.0, 45.0, 55.0, 78.0]
    assert theil_sen(times, values).per_unit == pytest.approx(4.0)


@given(VALUES)
def test_what_rises_falls_as_surely_when_it_is_turned_round(values: list[float]) -> None:
    there, back = mann_kendall(values), mann_kendall(values[::-1])
    assert (back.s, back.z, back.p) == (-there.s, -there.z, there.p)
    assert 0 <= there.p <= 1


@given(VALUES, st.floats(1, 10))
def test_persistence_makes_nothing_more_certain(values: list[float], persistence: float) -> None:
    assert mann_kendall(values, persistence).p >= mann_kendall(values).p - 1e-12


def autoregression(r: float, count: int, random: Random) -> list[float]:
    """Return a series each value of which is ``r`` times the last one, and chance."""
    point, points = random.gauss(0.0, 1 / sqrt(1 - r * r)), []
    for _ in range(count):
        points.append(point)
        point = r * point + random.gauss(0.0, 1.0)
    return points


def test_likeness_is_the_coefficient_of_an_autoregression() -> None:
    points = autoregression(0.5, 5_000, Random(5))  # noqa: S311 (made up, the same every time)
    assert likeness(points) == pytest.approx(0.5, abs=0.05)
    # (1 + r) / (1 - r) of r = 0.5, for a long series
    assert persistence(0.5, 5_000) == pytest.approx(3.0, rel=0.01)
    assert persistence(-0.5, 20) == persistence(0.0, 20) == 1.0
    assert persistence(0.99, 26) == persistence(0.7, 26)
    assert likeness([0.0] * 10) == likeness([1.0, 2.0]) == 0.0


@pytest.mark.parametrize("r", [0.0, 0.2, 0.4])
def test_of_some_weeks_beside_their_line_likeness_is_right_on_average(r: float) -> None:
    random = Random(7)  # noqa: S311 (made up, the same every time)
    weeks = range(26)
    found = []
    for _ in range(SERIES):
        points = autoregression(r, len(weeks), random)
        line = stats.linregress(weeks, points)
        found.append(
            likeness(
                [p - line.intercept - line.slope * w for w, p in zip(weeks, points, strict=True)]
            )
        )
    assert sum(found) / len(found) == pytest.approx(r, abs=0.04)


@given(st.floats(0.01, 0.7), st.integers(5, 120))
def test_persistence_sums_up_what_all_later_values_have_of_one(r: float, n: int) -> None:
    # Matalas and Langbein (1962), before the sum is worked out
    summed = 1 + 2 * sum((1 - lag / n) * r**lag for lag in range(1, n))
    assert persistence(r, n) == pytest.approx(summed)


def test_of_long_series_persistence_is_that_of_pymannkendall() -> None:
    random = Random(8)  # noqa: S311 (made up, the same every time)
    ours, theirs = [], []
    for _ in range(40):
        values = autoregression(0.4, 400, random)
        variance = mann_kendall(values).variance
        found = pymannkendall.yue_wang_modification_test(values, lag=8)
        theirs.append(found.var_s / variance)
        line = stats.linregress(range(400), values)
        left = [v - line.intercept - line.slope * t for t, v in enumerate(values)]
        ours.append(persistence(likeness(left), 400))
    assert sum(ours) == pytest.approx(sum(theirs), rel=0.1)


def test_nothing_comes_of_nothing() -> None:
    assert mann_kendall([]).p == mann_kendall([1.0]).p == mann_kendall([2.0] * 9).p == 1.0
    assert (theil_sen([], []).low, theil_sen([1.0], [1.0]).high) == (-inf, inf)
    assert false_discovery_rates([]) == []
