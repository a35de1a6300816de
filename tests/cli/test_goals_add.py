"""``stride goals add`` and ``show``: what a goal asks for beside what was, letter by letter."""

import pytest
from goal_years import lived

from command_line import Stride
from conftest import Golden
from stridelog.domain.errors import UsageError
from stridelog.domain.goal_event import RankTakenError


@pytest.fixture
def years(stride: Stride) -> Stride:
    return lived(stride)


def test_every_kind_is_shown_by_the_letters_of_smart(years: Stride, golden: Golden) -> None:
    years.type(
        'goals add run 1000km --period 2027 --why "Stairs [red]without puffing."',
        'goals add "Under 1:50" run half 1:50 --by "15 may" --event Rotterdam --rank a',
        "goals add shift csat 95% --average --this-quarter",
        "goals add run 3 times a week --this-quarter",
        "goals add shift resolution -10% --from-last-quarter",
        'goals add --avoid +injury --by "15 may" --title "Stay out of the hospital"',
        'goals add --do "Run the whole thing" --by 2027-05-15 --area hobbies',
        "goals",
    )
    golden("goals-add.txt", years.transcript)


def test_letters_that_are_missing_are_said_and_forbid_nothing(
    stride: Stride, golden: Golden
) -> None:
    stride.type("goals add walk 100km", "goals add --do Better", "goals show 2 --json")
    golden("goals-add-missing.txt", stride.transcript)


def test_steps_on_the_way_have_days_of_their_own(years: Stride, golden: Golden) -> None:
    years.type(
        "goals add run 1 000 km --period 2027"
        ' --step "400 km by 30 june" --step "new shoes by 1 mar"'
    )
    years.at("2027-07-05T08:00:00").type("log run 30km 3:00:00 --on 2027-03-01", "goals show 1")
    golden("goals-steps.txt", years.transcript)


def test_several_goals_for_one_event_stand_below_it_by_rank(years: Stride) -> None:
    for rank, time in (("C", "1:58"), ("A", "1:50"), ("B", "1:54")):
        words = f"run half {time} --by 2027-04-11 --event Rotterdam --rank {rank}"
        years.ok("goals", "add", *words.split())
    page = years.ok("goals")
    places = [page.index(part) for part in ("Rotterdam", "A: run half", "B: run", "C: run")]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("words", "deadline"),
    [
        ("15 may", "2027-05-15"),
        ("friday", "2026-11-27"),
        ("in 12 weeks", "2027-02-15"),
        ("2027-Q1", "2027-03-31"),
        ("22 nov", "2027-11-22"),
        ("today", "2026-11-23"),
    ],
)
def test_a_deadline_lies_ahead(years: Stride, words: str, deadline: str) -> None:
    years.ok("goals", "add", "run", "50km", "--by", words)
    assert years.json("goals")["goals"][0]["deadline"] == deadline


def test_a_day_that_a_year_lacks_is_not_put_into_the_past(years: Stride) -> None:
    said = years.refused(UsageError.exit_code, "goals", "add", "run", "50km", "--by", "30feb")
    assert "say 28 Feb 2027" in said
    years.at("2027-11-23T08:00:00").ok("goals", "add", "run", "50km", "--by", "29 feb")
    assert years.json("goals")["goals"][0]["deadline"] == "2028-02-29"


def test_steps_of_one_day_are_all_kept(years: Stride) -> None:
    ways = ("1400km by 1 december 2027", "Buy shoes by 1 december 2027")
    said = [word for way in ways for word in ("--step", way)]
    years.ok("goals", "add", "run", "1500km", "--period", "2027", *said)
    page = years.ok("goals", "show", "1")
    assert "1 400 km" in page
    assert "Buy shoes" in page


def test_a_change_may_stand_behind_the_name_of_its_measure(years: Stride) -> None:
    years.ok("goals", "add", "run", "distance=+10%", "--this-quarter")
    years.ok("goals", "add", "run", "distance", "+10%", "--this-quarter")
    one, other = years.json("goals")["goals"]
    assert (one["kind"], one["title"]) == ("change", other["title"])


def test_what_is_shown_of_a_goal_can_be_typed_again(years: Stride) -> None:
    for typed in ("run 1500km --this-year", "run 3/week", "run 40km/week", "run 100x --this-year"):
        years.ok("goals", "add", *typed.split())
    for goal in years.json("goals")["goals"]:
        words = goal["title"].replace(" in 2026", " --this-year").split()
        years.ok("goals", "add", *words)
    titles = [goal["title"] for goal in years.json("goals")["goals"]]
    assert titles[:4] == titles[4:]


def test_a_goal_belongs_to_the_area_of_its_activity_or_to_its_own(years: Stride) -> None:
    years.ok("goals", "add", "run", "50km", "--by", "friday")
    years.ok("goals", "add", "run", "60km", "--by", "friday", "--area", "Health")
    areas = [years.json("goals", "show", number)["goals"][0]["area"] for number in ("1", "2")]
    assert areas == ["fitness", "health"]


def test_a_title_is_text_and_does_nothing(years: Stride) -> None:
    years.ok("goals", "add", "[red]\x1b[31mRun =1+1", "run", "50km", "--by", "friday")
    page = years.ok("goals", "show", "1")
    assert "[red]" in page
    assert "\x1b" not in page


def test_without_words_and_without_a_terminal_nobody_can_be_asked(years: Stride) -> None:
    said = years.refused(UsageError.exit_code, "goals", "add")
    assert "stride goals add run 1500km --this-year" in said


def test_a_tag_that_no_entry_has_is_said(years: Stride) -> None:
    years.ok("log", "run", "5k", "30:00", "+injury")
    said = years("goals", "add", "run", "+injry", "--avoid", "--this-year").err
    assert "No entry has the tag injry. Did you mean injury?" in said
    assert "No entry has" not in years("goals", "add", "run", "+injury", "--avoid").err


def test_a_time_that_can_only_be_hours_is_told_as_it_was_understood(stride: Stride) -> None:
    stride.at("2026-11-23T08:00:00")
    assert "2:00: 2:00:00" in stride("goals", "add", "run", "10k", "2:00").err
    assert "1:58: 1:58:00" in stride("goals", "edit", "1", "1:58").err
    assert "1:55: 1:55:00" in stride("goals", "review", "--adjust", "1=1:55").err
    assert "90:00" not in stride("goals", "add", "run", "half", "90:00").err


@pytest.mark.parametrize(
    ("line", "one", "other", "turned"),
    [
        ("run 1000km", "500km", "300km", '"300 km by 2026-12-01" --step "500 km by 2026-12-15"'),
        ("run 60x --at-most", "50", "30", '"30 by 2026-12-01" --step "50 by 2026-12-15"'),
        ("run half 1:50:00", "1:52:00", "1:55:00", '"1:55:00 by 2026-12-01" --step "1:52:00 by'),
        ("run 30km --once", "25km", "20km", '"20 km by 2026-12-01" --step "25 km by 2026-12-15"'),
    ],
)
def test_steps_lead_to_the_goal_and_not_back(
    stride: Stride, line: str, one: str, other: str, turned: str
) -> None:
    stride.at("2026-11-23T08:00:00")
    said = ("goals", "add", *line.split(), "--by", "2026-12-31", "--step", f"{one} by 2026-12-01")
    refused = stride.refused(UsageError.exit_code, *said, "--step", f"{other} by 2026-12-15")
    assert f"Turn them round: --step {turned}" in refused
    stride.ok(*said, "--step", f"{one} by 2026-12-15")


@pytest.fixture
def race(stride: Stride) -> Stride:
    """Hope for 45 minutes in a race at the end of September."""
    stride.at("2026-07-20T08:00:00")
    line = ("goals", "add", "run", "10k", "45:00", "--event", "City race", "--rank", "A")
    stride.ok(*line, "--by", "2026-09-30")
    return stride


def test_the_goals_of_a_race_have_its_name_and_its_day(race: Stride) -> None:
    ran = race("goals", "add", "run", "10k", "46:00", "--event", "city  RACE", "--rank", "B")
    assert "City race: Wed 30 Sep 2026" in ran.err
    (goal,) = race.json("goals", "show", "2")["goals"]
    assert (goal["event"], goal["rank"], goal["deadline"]) == ("City race", "B", "2026-09-30")
    race.ok("goals", "add", "run", "5k", "22:00", "--by", "2026-09-01")
    race.ok("goals", "edit", "3", "--event", "CITY RACE")
    (goal,) = race.json("goals", "show", "3")["goals"]
    assert (goal["event"], goal["deadline"]) == ("City race", "2026-09-01")


def test_a_race_has_one_goal_of_each_rank(race: Stride) -> None:
    second = ("run", "10k", "46:00", "--event", "city race", "--rank")
    refused = race.refused(RankTakenError.exit_code, "goals", "add", *second, "a")
    assert "Goal 1 is the goal A of City race already." in refused
    assert "--rank B" in refused
    race.ok("goals", "add", *second, "b")
    assert race("goals", "edit", "2", "--rank", "A").code == RankTakenError.exit_code
    race.ok("goals", "edit", "2", "--rank", "C")
    race.ok("goals", "add", *second, "A", "--by", "2027-09-29")  # next year's
    race.ok("goals", "close", "1")
    race.ok("goals", "add", *second, "A", "--by", "2026-09-30")
