import random
from fractions import Fraction
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.statistics import NEGLIGIBLE, cliffs_delta, median, weighted_mean

values = st.lists(st.floats(-1e6, 1e6), max_size=60)
ties = st.lists(st.integers(0, 5).map(float), max_size=40)


def dominance(sample: list[float], other: list[float]) -> float:
    """Count Cliff's delta over all pairs, as it is defined."""
    signs = [(one > two) - (one < two) for one in sample for two in other]
    return sum(signs) / len(signs) if signs else 0.0


@given(values | ties, values | ties)
def test_cliffs_delta_is_what_counting_all_pairs_gives(
    sample: list[float], other: list[float]
) -> None:
    assert cliffs_delta(sample, other) == dominance(sample, other)


@given(ties, ties)
def test_cliffs_delta_turns_round_with_its_sides(sample: list[float], other: list[float]) -> None:
    assert cliffs_delta(sample, other) == -cliffs_delta(other, sample)


def test_cliffs_delta_of_a_published_example() -> None:
    """The data of Hogarty and Kromrey (1999), as in the manual of the R package effsize.

    The package's own tests give an estimate of -0.25 for it.
    """
    treatment = [10.0, 10.0, 20.0, 20.0, 20.0, 30.0, 30.0, 30.0, 40.0, 50.0]
    control = [10.0, 20.0, 30.0, 40.0, 40.0, 50.0]
    assert cliffs_delta(treatment, control) == -0.25


def test_cliffs_delta_reaches_from_minus_one_to_one() -> None:
    assert cliffs_delta([4.0, 5.0], [1.0, 2.0, 3.0]) == 1.0
    assert cliffs_delta([1.0, 2.0], [4.0, 5.0]) == -1.0
    assert cliffs_delta([1.0, 2.0], [1.0, 2.0]) == 0.0
    assert cliffs_delta([], [1.0]) == 0.0


def test_ten_thousand_values_against_as_many_take_no_time_to_speak_of() -> None:
    """Compared pair by pair they would be a hundred million comparisons: many seconds."""
    draw = random.Random(1)  # noqa: S311 (no secret)
    one, two = ([draw.gauss(300, 40) for _ in range(10_000)] for _ in range(2))
    start = perf_counter()
    cliffs_delta(one, two)
    assert perf_counter() - start < 0.5


@given(st.lists(st.floats(-1e6, 1e6), min_size=1))
def test_half_of_the_values_lie_on_either_side_of_the_median(sample: list[float]) -> None:
    middle = median(sample)
    assert middle is not None
    assert sum(value < middle for value in sample) <= len(sample) / 2
    assert sum(value > middle for value in sample) <= len(sample) / 2


def test_the_median_of_an_even_number_lies_between_the_middle_two() -> None:
    assert median([4.0, 1.0, 3.0, 2.0]) == 2.5
    assert median([3.0, 1.0, 2.0]) == 2.0
    assert median([]) is None


@given(st.lists(st.tuples(st.integers(1, 10_000), st.integers(1, 50_000)), min_size=1))
def test_ratios_weighted_by_their_denominators_are_the_ratio_of_sums(
    runs: list[tuple[int, int]],
) -> None:
    paces = [seconds / metres for seconds, metres in runs]
    exact = Fraction(sum(s for s, _ in runs), sum(m for _, m in runs))
    assert weighted_mean(paces, [m for _, m in runs]) == pytest.approx(float(exact), rel=1e-14)


def test_a_mean_of_percentages_is_weighted() -> None:
    assert weighted_mean([0.5, 1.0], [30.0, 10.0]) == 0.625
    assert weighted_mean([], []) is None
    assert weighted_mean([0.5], [0.0]) is None


def test_a_difference_is_negligible_by_the_threshold_of_romano() -> None:
    assert NEGLIGIBLE == 0.147
