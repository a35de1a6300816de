"""What goals are called that have no title of their own."""

import pytest

from command_line import Stride
from stridelog.domain.errors import UsageError

AT = "2026-03-02T08:00:00"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("run 1500km", "run 1 500 km in 2026"),
        ("run climb=1000m", "run 1 000 m climb in 2026"),
        ("run climb=500m --once", "run 500 m climb once in 2026"),
        ("shift tickets=500", "shift 500 tickets in 2026"),
        ("shift tickets=40/week", "shift 40 tickets a week in 2026"),
        ("shift reopened=5", "shift at most 5 reopened in 2026"),
        ("practice 100h", "practice 100 h in 2026"),
        ("practice 100x", "practice 100 times in 2026"),
    ],
)
def test_a_measure_is_named_where_its_unit_does_not_tell_it(
    stride: Stride, line: str, title: str
) -> None:
    (goal,) = stride.at(AT).json("goals", "add", *line.split(), "--this-year")["goals"]
    assert goal["title"] == title


@pytest.mark.parametrize("words", [[""], ["   "], ["", " "]])
def test_something_to_do_needs_words(stride: Stride, words: list[str]) -> None:
    said = stride.refused(UsageError.exit_code, "goals", "add", "--do", *words)
    assert "What is to be done was not said." in said


def test_a_goal_that_begins_later_is_set_beside_what_is_known(stride: Stride) -> None:
    stride.at("2026-12-14T08:00:00").begin(
        *(f"log run 10k 50:00 --on {day}" for day in ("2025-12-14", "2026-06-01", "2026-12-13"))
    )
    page = stride.ok("goals", "add", "run", "33km", "--period", "2027")
    assert "30 km in the 365 days before; this asks for 10 % more." in page
    (goal,) = stride.json("goals")["goals"]
    assert goal["needed_per_week"] == pytest.approx(33_000 / 365 * 7)
