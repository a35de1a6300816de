"""``stride goals``: setting a goal in one line, and seeing where it stands."""

import pytest

from command_line import Stride
from stridelog.domain.errors import NotFoundError, UsageError


@pytest.fixture
def runs(stride: Stride) -> Stride:
    return stride.begin("log run 10k 50:00 --on 2026-10-01", "log run 30k 2:50:00 --on 2026-11-20")


def test_a_total_is_set_in_one_line_and_listed(runs: Stride) -> None:
    runs.ok("goals", "add", "run", "1500km", "--this-year", "--why", "Stairs.")
    (goal,) = runs.json("goals")["goals"]
    assert (goal["kind"], goal["target"], goal["unit"]) == ("total", 1_500_000.0, "m")
    assert (goal["start"]["date"], goal["deadline"]) == ("2026-01-01", "2026-12-31")
    assert goal["current"] == 40_000.0


def test_a_goal_is_shown_by_its_number_or_by_how_its_title_begins(runs: Stride) -> None:
    runs.ok("goals", "add", "More [red] running", "run", "50h", "--by", "2027-05-15")
    assert runs.ok("goals", "show", "1") == runs.ok("goals", "show", "more")
    assert "More [red] running" in runs.ok("goals", "list")
    assert "There is no goal" in runs.refused(NotFoundError.exit_code, "goals", "show", "2")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("run 1500km --by 2026-05-15", "Say --by 2027-05-15"),
        ("run 1500km --from 2027-05-01 --by 2027-04-01", "--from 2027-04-01 --by 2027-05-01"),
        ("run csat=95% --this-year", 'run has no measure "csat"'),
        ("run distance=95% --this-year", "Say it like distance="),
        ("run 1500km --at-least --at-most --this-year", "contradict each other"),
        ("run", "stride goals add run 1500km --this-year"),
    ],
)
def test_what_makes_no_goal_is_refused_with_what_would(runs: Stride, words: str, says: str) -> None:
    assert says in runs.refused(UsageError.exit_code, "goals", "add", *words.split())


def test_an_activity_that_is_not_there_is_said_to_be_missing(runs: Stride) -> None:
    said = runs.refused(NotFoundError.exit_code, "goals", "add", "rnu", "1500km", "--this-year")
    assert "Did you mean run?" in said


def test_setting_a_goal_can_be_undone(runs: Stride) -> None:
    runs.ok("goals", "add", "run", "1500km", "--this-year")
    runs.ok("undo")
    assert runs.json("goals")["goals"] == []
