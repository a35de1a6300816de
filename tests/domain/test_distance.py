"""Standard distances: which of them an entry belongs to."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.distance import LONGEST, SHORTEST, STANDARD_DISTANCES, distance_class


@pytest.mark.parametrize(
    ("metres", "name"),
    [
        (1609.344, "mile"),
        (1577.2, "mile"),
        (1577.1, None),
        (4900.0, "5k"),
        (4899.9, None),
        (5000.0, "5k"),
        (5250.0, "5k"),
        (5250.1, None),
        (9800.0, "10k"),
        (10_500.0, "10k"),
        (15_000.0, "15k"),
        (21_097.5, "half"),
        (22_152.3, "half"),
        (22_153.0, None),
        (24_500.0, "25k"),
        (42_195.0, "marathon"),
        (44_304.7, "marathon"),
        (44_305.0, None),
        (1.0, None),
        (100_000.0, None),
    ],
)
def test_an_entry_belongs_to_a_distance_from_2_percent_below_to_5_above(
    metres: float, name: str | None
) -> None:
    assert distance_class(metres) == name


def test_no_two_distances_claim_the_same_entry() -> None:
    lengths = sorted(STANDARD_DISTANCES.values())
    for shorter, longer in pairwise(lengths):
        assert shorter * LONGEST < longer * SHORTEST


@given(st.floats(0, 1e6))
def test_what_belongs_to_a_distance_is_close_to_it(metres: float) -> None:
    name = distance_class(metres)
    near = [n for n, m in STANDARD_DISTANCES.items() if 0.98 * m <= metres <= 1.05 * m]
    assert near == ([name] if name else [])
