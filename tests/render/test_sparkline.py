"""Sparklines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridelog.render.sparkline import BARS, GAP, sparkline

NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
VALUES = st.lists(st.none() | NUMBERS)


@pytest.mark.parametrize(
    ("values", "drawn"),
    [
        ((), ""),
        ((1, 2, 3, 4, 5, 6, 7, 8), "▁▂▃▄▅▆▇█"),
        ((8, 1), "█▁"),
        ((1, None, 8), "▁ █"),
        ((None, None), "  "),
        ((5, 5, 5), "▄▄▄"),
        ((5,), "▄"),
        ((-1e308, 1e308), "▁█"),
        ((0.0, 5e-324), "▄▄"),
        ((1, float("nan"), 2, float("inf")), "▁ █ "),
    ],
)
def test_values_are_drawn_from_their_lowest_to_their_highest(
    values: tuple[float | None, ...], drawn: str
) -> None:
    assert sparkline(values) == drawn


def test_where_space_is_short_neighbours_are_averaged() -> None:
    assert sparkline((0, 0, 4, 4, None, None, 7, 7), 4) == "▁▅ █"


def test_more_space_than_values_changes_nothing() -> None:
    assert sparkline((1, 8), 10) == "▁█"


@given(VALUES)
def test_there_is_one_bar_or_gap_for_each_value(values: list[float | None]) -> None:
    drawn = sparkline(values)
    assert [bar == GAP for bar in drawn] == [value is None for value in values]


@given(st.lists(NUMBERS, min_size=2))
def test_a_higher_value_never_has_a_lower_bar(values: list[float]) -> None:
    heights = [BARS.index(bar) for bar in sparkline(values)]
    assert [height for _, height in sorted(zip(values, heights, strict=True))] == sorted(heights)


@given(VALUES, st.integers(0, 40))
def test_a_sparkline_never_exceeds_its_width(values: list[float | None], width: int) -> None:
    assert len(sparkline(values, width)) == min(len(values), width)
