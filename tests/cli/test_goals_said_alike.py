"""What several pages say of a goal is the same on each: percents, lines, estimates, steps."""

import json
import re

import pytest
from reviewed_journal import MADE, MONDAY, lived

from command_line import Stride
from stridelog.domain.goal_documents import plain_number

BREAKS_3_50 = "5"


@pytest.fixture
def mondays(stride: Stride) -> Stride:
    return lived(stride)


def row(stride: Stride, number: str) -> str:
    """Return the line of a goal in the list."""
    lines = stride.ok("goals").splitlines()
    return next(line for line in lines if line.split()[:1] == [number])


def test_an_estimate_is_marked_wherever_a_goal_is_told(mondays: Stride) -> None:
    assert " ~4:18:38 " in row(mondays, BREAKS_3_50)
    shown = " ".join(mondays.ok("goals", "show", BREAKS_3_50).split())
    assert "from the journal: ~4:18:38 now" in shown
    assert "now ~4:18:38, goal 3:50:00, 0 % of the way" in shown
    assert "estimated from the half of 26 Oct 2026" in shown
    assert re.search(r"The half of \d+ \w+ 2026 is worth 4:18:38; that is", shown)
    assert "Your best" not in shown
    mondays.ok("goals", "edit", BREAKS_3_50, "--shared")
    shared = " ".join(mondays.ok("goals", "share").split())
    assert "Now ~4:18:38, by an estimate, the goal 3:50:00" in shared
    assert "half" not in shared
    for other in "1234678":
        mondays.ok("goals", "pause", other)
    assert "Break 3:50 in the marathon: ~4:18:38, " in mondays.ok()


def test_documents_tell_what_an_estimate_comes_of(mondays: Stride) -> None:
    goals = {goal["id"]: goal for goal in mondays.json("goals")["goals"]}
    race = goals[5]["estimated_from"]
    assert (race["date"], race["distance"]) == ("2026-10-26", pytest.approx(21_097.5, abs=5))
    assert race["duration"] < goals[5]["current"]
    assert goals[1]["estimated_from"] is None
    mondays.ok("goals", "edit", "1", "--shared")
    mondays.ok("goals", "edit", BREAKS_3_50, "--shared")
    shared = {goal["id"]: goal["estimated"] for goal in mondays.json("goals", "share")["goals"]}
    assert shared == {1: False, 5: True}


def test_a_time_over_the_distance_itself_is_no_estimate(mondays: Stride) -> None:
    mondays.ok("log", "run", "marathon", "4:02:00", "--on", "2026-11-01")
    assert "~" not in row(mondays, BREAKS_3_50)
    assert "estimated" not in mondays.ok("goals", "show", BREAKS_3_50)


def test_a_share_is_not_whole_before_all_of_it_is_there(stride: Stride) -> None:
    stride.at(MONDAY).begin("log run 1465km 130:00:00 --on 2026-06-01")
    stride.ok("goals", "add", "run", "1500km", "--this-year")
    assert "1 465 km of 1 500 km, 97 % of the way" in stride.ok("goals", "show", "1")
    assert " 97 % " in stride.ok("goals", "review")


def test_more_than_all_of_it_is_no_way_any_more(stride: Stride) -> None:
    stride.at(MONDAY).begin("log run 1600km 130:00:00 --on 2026-06-01")
    stride.ok("goals", "add", "run", "1500km", "--this-year")
    shown = stride.ok("goals", "show", "1")
    assert "1 600 km of 1 500 km, 106 %" in shown
    assert "of the way" not in shown


def test_who_is_there_from_the_first_day_on_has_no_way_to_go(stride: Stride) -> None:
    stride.at(MONDAY).begin(
        *(f"log shift 8h csat=98% responses=9 --on {day}" for day in ("2026-09-14", "2026-11-10"))
    )
    stride.ok("goals", "add", "shift", "csat=95%", "--average", "--this-quarter")
    shown = stride.ok("goals", "show", "1")
    assert "now         98 %, goal 95 %\n" in shown


def test_the_weeks_that_are_kept_are_as_many_on_every_page(mondays: Stride) -> None:
    mondays.at("2026-12-14T08:00:00")
    (told,) = re.findall(r"kept in (\d+ %)", mondays.ok("goals", "review", "2"))
    assert f"kept in {told} of the weeks" in mondays.ok("goals", "show", "2")


def test_the_line_of_what_is_counted_is_rounded_alike(stride: Stride) -> None:
    stride.at(MADE).begin("goals add run 41x --this-year", "log run 5km --on 2026-10-01")
    stride.at(MONDAY)
    (line,) = re.findall(r"line +(\S+) by today", stride.ok("goals", "review"))
    assert re.search(rf"line +{line} by today", stride.ok("goals", "show", "1"))
    assert f" {line} " in row(stride, "1")
    assert "." not in line


@pytest.mark.parametrize("number", ["2", "3", "6", "7"])
def test_only_a_goal_with_a_line_in_the_review_has_one_elsewhere(
    mondays: Stride, number: str
) -> None:
    assert "   line  " not in mondays.ok("goals", "review", number)
    assert not re.search(" line *$| line  ", mondays.ok("goals", "show", number), re.MULTILINE)
    mondays.ok("goals", "edit", number, "--shared")
    assert "the line" not in mondays.ok("goals", "share")


def test_a_step_that_is_reached_gives_way_to_the_next(stride: Stride) -> None:
    stride.at(MONDAY).begin("log run 1300km 130:00:00 --on 2026-06-01")
    steps = ("--step", "1200km by 2026-12-01", "--step", "1400km by 2026-12-15")
    stride.ok("goals", "add", "run", "1500km", "--this-year", *steps)
    said = stride.ok("goals", "review")
    assert "1 400 km, by" in said
    assert "1 200 km" not in said


@pytest.mark.parametrize(
    ("worked_out", "told"),
    [
        (-0.0, "0.0"),
        (-4e-15, "0.0"),
        (0.1 + 0.2, "0.3"),
        (1_322_000.0, "1322000.0"),
        (None, "null"),
    ],
)
def test_documents_have_no_remains_of_how_a_number_was_worked_out(
    worked_out: float | None, told: str
) -> None:
    assert json.dumps(plain_number(worked_out)) == told
