"""``stride celebrate`` shows goals reached, each on the day on which it was."""

from datetime import date, timedelta

import pytest

from command_line import Stride

EARLY = "2026-01-02T09:00:00"


@pytest.fixture
def running(stride: Stride) -> Stride:
    """Set a goal in January, and run twice a month."""
    stride.at(EARLY).ok("goals", "add", "40 km", "run", "40km", "--this-year")
    stride.at("2026-11-26T08:00:00")
    for day in ("03-08", "03-22", "04-08", "04-22"):
        stride.ok("log", "run", "10k", "50:00", "--on", f"2026-{day}")
    return stride


def celebrated(stride: Stride, *words: str) -> list[tuple[str, str]]:
    found = stride.json("celebrate", "--all", *words)["milestones"]
    return [(f["day"], f["about"]["name"]) for f in found if f["rule"] == "goals_reached"]


def test_a_goal_is_celebrated_on_the_day_that_reached_it(running: Stride) -> None:
    assert celebrated(running, "--period", "2026") == [("2026-04-22", "40 km")]
    assert celebrated(running, "--period", "2026-03") == []


def test_it_is_told_in_words(running: Stride) -> None:
    page = running.ok("celebrate", "--period", "2026")
    assert "★ goal reached: 40 km\n  run, 22 Apr 2026" in page


def test_a_goal_that_is_not_reached_is_not_celebrated(running: Stride) -> None:
    running.ok("delete", "4")
    assert celebrated(running, "--period", "2026") == []


def test_logging_late_changes_the_day(running: Stride) -> None:
    running.ok("log", "run", "15k", "1:20:00", "--on", "2026-04-01")
    assert celebrated(running, "--period", "2026") == [("2026-04-08", "40 km")]


def test_only_the_activity_that_is_named_is_told_of(running: Stride) -> None:
    assert celebrated(running, "run", "--period", "2026")
    assert celebrated(running, "ride", "--period", "2026") == []


def test_what_was_reached_before_it_was_a_goal_is_celebrated_when_it_became_one(
    running: Stride,
) -> None:
    running.ok("goals", "add", "20 km", "run", "20km", "--this-year")
    assert ("2026-11-26", "20 km") in celebrated(running, "--period", "2026")


@pytest.fixture
def aiming(stride: Stride) -> Stride:
    """Set a goal on a Monday, and be there on Thursday."""
    stride.at("2026-11-23T08:00:00").ok("goals", "add", "Run far", "run", "20km", "--this-week")
    return stride.at("2026-11-26T08:00:00")


def test_the_entry_that_reaches_a_goal_is_told_so_and_no_other(aiming: Stride) -> None:
    logged = [aiming.ok("log", "run", "10k", "50:00", "--on", day) for day in ("mon", "tue", "wed")]
    assert ["goal reached: Run far" in said for said in logged] == [False, True, False]


def test_a_goal_of_another_activity_is_not_told_of(aiming: Stride) -> None:
    assert "goal reached" not in aiming.ok("log", "ride", "30k", "1:00:00")


def test_what_was_reached_stays_celebrated_when_more_is_asked_for(running: Stride) -> None:
    running.at("2026-11-27T08:00:00").ok("goals", "edit", "1", "100km")
    assert celebrated(running, "--period", "2026") == [("2026-04-22", "40 km")]
    running.at("2026-11-28T08:00:00").ok("log", "run", "60k", "6:00:00")
    assert sorted(celebrated(running, "--period", "2026")) == [
        ("2026-04-22", "40 km"),
        ("2026-11-28", "40 km"),
    ]


def test_what_only_its_end_decides_was_reached_on_the_last_day_everywhere(stride: Stride) -> None:
    stride.at("2026-07-01T07:00:00")
    for line in ("run 1/week", "run 500km --at-most", "run 150bpm --at-most", "+injury --avoid"):
        stride.ok("goals", "add", *line.split(), "--period", "2026-Q3")
    stride.at("2026-10-05T08:00:00")
    for week in range(13):
        day = str(date(2026, 7, 1) + timedelta(weeks=week))
        stride.ok("log", "run", "5k", "25:00", "140bpm", "--on", day)
    page = stride.ok("goals", "review")
    days = {day for day, _ in celebrated(stride, "--period", "2026")}
    assert page.count("Reached on Wed 30 Sep 2026!") == 4
    assert days == {"2026-09-30"}


def test_what_was_done_on_its_day_and_answered_on_monday_was_reached_in_its_days(
    stride: Stride,
) -> None:
    stride.at("2026-09-01T07:00:00").ok(
        "goals", "add", "Run the whole half", "--do", "--by", "2026-09-27"
    )
    page = stride.at("2026-09-28T08:00:00").ok("goals", "review", "--done", "1")
    assert "Reached on Sun 27 Sep 2026!" in page
    assert celebrated(stride, "--period", "2026") == [("2026-09-27", "Run the whole half")]


def test_what_was_there_before_it_was_asked_for_was_reached_on_the_same_day_everywhere(
    running: Stride,
) -> None:
    running.ok("goals", "add", "20 km", "run", "20km", "--this-year")
    page = running.at("2026-11-27T08:00:00").ok("goals", "review")
    assert "Reached on Thu 26 Nov 2026!" in page
    assert ("2026-11-26", "20 km") in celebrated(running, "--period", "2026")
