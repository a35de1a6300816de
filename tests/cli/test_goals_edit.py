"""Changing a goal: from today on, with the old one kept; pausing, closing, and taking it back."""

import shlex

import pytest
from goal_years import lived

from command_line import Stride
from conftest import Golden
from stridelog.domain.errors import UsageError
from stridelog.domain.goal_over import GoalIsOverError


@pytest.fixture
def years(stride: Stride) -> Stride:
    years = lived(stride)
    years.ok("goals", "add", "run", "500km", "--this-year")
    return years.at("2026-11-30T08:00:00")


def versions(stride: Stride, goal: str = "1") -> list[tuple[str, str]]:
    (one,) = stride.json("goals", "show", goal)["goals"]
    return [(version["since"], version["asked"]) for version in one["versions"]]


def test_a_change_holds_from_today_on_and_the_old_one_is_kept(years: Stride) -> None:
    years.ok("goals", "edit", "1", "450km")
    assert versions(years) == [
        ("2026-11-23", "run 500 km in 2026"),
        ("2026-11-30", "run 450 km in 2026"),
    ]


def test_a_correction_on_the_same_day_is_no_further_version(years: Stride) -> None:
    years.ok("goals", "edit", "1", "450km")
    years.ok("goals", "edit", "1", "400km")
    assert [asked for _, asked in versions(years)] == ["run 500 km in 2026", "run 400 km in 2026"]


def test_what_it_is_called_is_no_version(years: Stride) -> None:
    years.ok("goals", "edit", "1", "--title", "More", "--why", "Stairs.", "--shared")
    years.ok("goals", "edit", "1", "--event", "Rotterdam", "--rank", "b", "--area", "health")
    (goal,) = years.json("goals", "show", "more")["goals"]
    assert len(goal["versions"]) == 1
    assert (goal["why"], goal["event"], goal["rank"], goal["area"]) == (
        "Stairs.",
        "Rotterdam",
        "B",
        "health",
    )
    assert goal["shared"]
    years.ok("goals", "edit", "1", "--title", "-", "--event", "-", "--private")
    (goal,) = years.json("goals", "show", "1")["goals"]
    assert (goal["title"], goal["event"], goal["rank"], goal["shared"]) == (
        "run 500 km in 2026",
        None,
        None,
        False,
    )


@pytest.mark.parametrize(
    ("made", "change", "asked"),
    [
        ("run half 1:50 --by 2027-05-15", "1:48", "run half in 1:48:00 by 15 May 2027"),
        ("run half 1:50 --by 2027-05-15", "10k 48:00", "run 10k in 48:00 by 15 May 2027"),
        ("run 3/week", "4x", "run 4 times a week"),
        ("run 40km/week", "45km", "run 45 km a week"),
        ("run 500km --this-year", "--by 2027-03-31", "run 500 km by 31 Mar 2027"),
        ("run 100x --this-year", "120x", "run 120 times in 2026"),
    ],
)
def test_what_is_not_said_again_stays(years: Stride, made: str, change: str, asked: str) -> None:
    years.ok("goals", "add", *made.split())
    years.ok("goals", "edit", "2", *change.split())
    assert versions(years, "2")[-1][1] == asked


@pytest.mark.parametrize(
    ("made", "change"),
    [
        ("run half 1:50 --by 2027-05-15", "1300km"),
        ("run 500km --this-year", "60h"),
        ("run 500km --this-year", "100x"),
        ("run 500km --this-year", "3/week"),
        ("run 500km --this-year", "--once"),
        ("run 100x --this-year", "shift 50x"),
        ("run 3/week", "40km/week"),
        ("run distance +10% --this-quarter", "duration +10%"),
        ("--do Run_it --by 2027-05-15", "--avoid +injury"),
    ],
)
def test_no_goal_becomes_another_one(years: Stride, made: str, change: str) -> None:
    years.ok("goals", "add", *made.split())
    before = years.kept()
    said = years.refused(UsageError.exit_code, "goals", "edit", "2", *change.split())
    assert "would be another goal" in said
    assert "stride goals close 2" in said
    assert years.kept() == before


def test_a_deadline_can_be_taken_away(years: Stride) -> None:
    years.ok("goals", "edit", "1", "--by", "-")
    assert years.json("goals")["goals"][0]["deadline"] is None


def test_a_goal_that_was_made_tomorrow_can_be_looked_at_and_changed(years: Stride) -> None:
    years.at("2026-11-22T08:00:00")
    assert [goal["id"] for goal in years.json("goals")["goals"]] == [1]
    years.ok("goals", "edit", "1", "450km")
    assert versions(years) == [("2026-11-23", "run 450 km in 2026")]
    years.ok("goals", "pause", "1")
    assert years.json("goals")["goals"][0]["state"] == "paused"


def test_a_yes_or_no_is_changed_by_its_words(years: Stride) -> None:
    years.ok("goals", "add", "--do", "Run the whole thing", "--by", "2027-05-15")
    years.ok("goals", "edit", "2", "Run", "all", "of", "it")
    assert years.json("goals", "show", "2")["goals"][0]["title"] == "Run all of it"


def test_steps_come_and_go(years: Stride) -> None:
    years.ok("goals", "edit", "1", "--step", "450km by 15 dec", "--step", "new shoes by friday")
    years.ok("goals", "edit", "1", "--drop-step", "friday", "--step", "440km by 15 dec")
    (goal,) = years.json("goals", "show", "1")["goals"]
    assert [(step["by"], step["value"]) for step in goal["steps"]] == [("2026-12-15", 440_000.0)]
    years.at("2026-12-03T08:00:00").ok("goals", "edit", "1", "480km")
    (goal,) = years.json("goals", "show", "1")["goals"]
    assert [step["by"] for step in goal["steps"]] == ["2026-12-15"]


def steps(stride: Stride, goal: str = "1") -> list[tuple[str, str | None, float | None]]:
    (one,) = stride.json("goals", "show", goal)["goals"]
    return [(step["by"], step["text"], step["value"]) for step in one["steps"]]


def test_several_steps_of_one_day_are_all_kept(years: Stride) -> None:
    words = ("450km by 1 dec", "Buy shoes by 1 dec", "440km by 1 dec", "Sleep by 1 dec")
    years.ok("goals", "edit", "1", *(word for step in words for word in ("--step", step)))
    found = {text or value for _, text, value in steps(years)}
    assert found == {"Buy shoes", "Sleep", 440_000.0, 450_000.0}
    years.ok("goals", "edit", "1", "--step", "Eat by 1 dec")
    assert len(steps(years)) == 5
    assert years.json("goals")["goals"][0]["expected"] is not None


def test_a_value_takes_the_place_of_that_of_the_same_day_and_says_so(years: Stride) -> None:
    years.ok("goals", "edit", "1", "--step", "450km by 15 dec", "--step", "Buy shoes by 15 dec")
    ran = years("goals", "edit", "1", "--step", "440km by 15 dec")
    assert "No longer on the way: 450 km by Tue 15 Dec" in ran.err
    assert [value for _, _, value in steps(years)] == [None, 440_000.0]
    again = years(
        "goals", "edit", "1", "--step", "440km by 15 dec", "--step", "Buy shoes by 15 dec"
    )
    assert "No longer" not in again.err
    assert len(steps(years)) == 2


def test_values_on_the_way_to_another_distance_go_and_are_named(years: Stride) -> None:
    half = ("half", "1:50", "--by", "2027-05-15")
    way = ("--step", "1:53 by 2027-03-01", "--step", "Shoes by 2027-03-01")
    years.ok("goals", "add", "run", *half, *way)
    ran = years("goals", "edit", "2", "10k", "48:00")
    assert "No longer on the way: 1:53:00 by Mon 1 Mar 2027." in ran.err
    assert [text for _, text, _ in steps(years, "2")] == ["Shoes"]


def test_a_goal_is_paused_taken_up_again_and_closed(years: Stride, golden: Golden) -> None:
    years.type("goals pause 1")
    years.at("2026-12-07T08:00:00").type("goals resume 1", "goals resume 1")
    years.at("2026-12-14T08:00:00").type(
        'goals close "run 500" --learned "Three runs a week are enough."', "goals", "goals --json"
    )
    years.type("goals list --all", "goals edit 1 600km", "goals show 1")
    golden("goals-closed.txt", years.transcript)


def test_a_yes_or_no_is_closed_as_done_and_celebrated(years: Stride) -> None:
    years.ok("goals", "add", "--do", "Run the whole thing", "--by", "2027-05-15")
    page = years.ok("goals", "close", "2", "--done", "--learned", "It was fun.")
    assert "★" in page
    assert "reached" in page
    assert "It was fun." in page


def test_a_closed_goal_stays_as_it_was_when_it_was_closed(years: Stride) -> None:
    years.ok("goals", "close", "1")
    before = years.json("goals", "show", "1")["goals"]
    years.at("2026-12-20T08:00:00").ok("log", "run", "30km", "3:00:00")
    assert years.json("goals", "show", "1")["goals"] == before


@pytest.mark.parametrize(
    "line",
    [
        "goals add run 3/week",
        "goals edit 1 450km",
        'goals edit 1 --step "450km by 15 dec" --why Stairs.',
        "goals pause 1",
        'goals close 1 --learned "Enough."',
    ],
)
def test_every_change_can_be_taken_back_and_made_again(years: Stride, line: str) -> None:
    before = years.kept()
    years.ok(*shlex.split(line))
    after = years.kept()
    assert after != before
    years.ok("undo")
    assert years.kept() == before
    years.ok("redo")
    assert years.kept() == after


def test_taking_it_up_again_can_be_taken_back(years: Stride) -> None:
    years.ok("goals", "pause", "1")
    before = years.kept()
    years.at("2026-12-07T08:00:00").ok("goals", "resume", "1")
    years.ok("undo")
    assert years.kept() == before


def test_one_of_several_steps_of_a_day_is_taken_away_by_what_it_says(years: Stride) -> None:
    words = ("450km by 1 dec", "Buy shoes by 1 dec", "Sleep by 1 dec")
    years.ok("goals", "edit", "1", *(word for step in words for word in ("--step", step)))
    years.ok("goals", "edit", "1", "--drop-step", "Buy shoes by 1 dec")
    assert {text or value for _, text, value in steps(years)} == {"Sleep", 450_000.0}
    years.ok("goals", "edit", "1", "--drop-step", "450 km by 2026-12-01")
    assert [text for _, text, _ in steps(years)] == ["Sleep"]
    ran = years("goals", "edit", "1", "--drop-step", "Eat by 1 dec")
    assert (ran.code, steps(years)[0][1]) == (3, "Sleep")


def test_what_was_reached_in_days_that_are_over_stays_reached(stride: Stride) -> None:
    stride.at("2026-09-01T07:00:00").ok("goals", "add", "run", "8km", "--this-month")
    stride.at("2026-09-05T08:00:00").ok("log", "run", "10k", "50:00")
    stride.at("2026-10-12T08:00:00")
    for words in (["30km"], ["--at-most"], ["--step", "5km by 2026-10-20"], ["--drop-step", "x"]):
        assert stride("goals", "edit", "1", *words).code != 0
    refused = stride.refused(GoalIsOverError.exit_code, "goals", "edit", "1", "30km")
    assert "The goal's last day was Wed 30 Sep 2026" in refused
    assert "--by DAY" in refused
    again = stride.refused(GoalIsOverError.exit_code, "goals", "review", "--adjust", "1=30km")
    assert "stays as it was" in again
    assert stride.json("goals")["goals"][0]["state"] == "reached"
    assert "goal reached" in stride.ok("celebrate", "--year")


def test_a_goal_whose_days_are_over_is_reopened_by_a_new_last_day(stride: Stride) -> None:
    stride.at("2026-09-01T07:00:00").ok("goals", "add", "run", "8km", "--this-month")
    stride.at("2026-10-12T08:00:00").ok("goals", "edit", "1", "30km", "--by", "2026-12-31")
    assert stride.json("goals")["goals"][0]["state"] not in {"reached", "missed"}
