"""``stride equivalents``: what a race is worth, through the command line."""

import json

import pytest

from command_line import Stride
from conftest import Golden

RACES = (
    "log run 5k 24:34 +race --on 2026-03-07",
    "log run 10.08k 51:42 +race --on 2026-06-06",
    "log run half 1:55:10 +race --on 2026-10-10",
)

RUNS = (
    "log run 5k 26:10 --on 2026-09-12",
    "log run 10k 53:20 --on 2026-10-20",
    "log run 7k 30:00 --on 2026-11-01",
    "log ride 10k 25:00 --on 2026-11-02",
    "log run 10k 48:00 --on 2025-11-01",
)


def test_a_race_that_is_named(stride: Stride, golden: Golden) -> None:
    stride.begin(*RACES)
    stride.type(
        "equivalents 10k 50:42",
        "equivalents 10 km 50:42 --markdown",
        "equivalents 1",
        "equivalents last --csv",
    )
    golden("equivalents-named.txt", stride.transcript)


def test_the_best_race_of_13_weeks_and_an_exponent_of_ones_own(
    stride: Stride, golden: Golden
) -> None:
    stride.begin(*RACES, *RUNS)
    stride.type("equivalents", "equivalents --json")
    golden("equivalents.txt", stride.transcript)


def test_without_a_race_it_is_the_best_run_and_says_so(stride: Stride, golden: Golden) -> None:
    stride.begin(*RUNS)
    stride.type("equivalents")
    golden("equivalents-runs.txt", stride.transcript)


def test_a_race_that_was_measured_long_says_what_it_counts_for(stride: Stride) -> None:
    stride.begin("log run 10.21k 53:16 --on 2026-11-01")
    page = stride.ok("equivalents")
    assert page.startswith("What it is worth  10.21 km in 53:16, Sun 1 Nov 2026\n")
    told = " ".join(page.split())
    assert "It counts as 10.00 km, since a watch measures long." in told
    assert "At its pace that distance takes 52:10, which is the time in stride records." in told
    assert "52:10" in stride.ok("records", "run")
    assert stride.json("equivalents")["race"]["measured"] == {"value": 10_210.0, "unit": "m"}
    assert "It counts as" not in stride.ok("equivalents", "10k", "50:42")
    stride.ok("log", "run", "6.22mi", "51:00")
    assert "It counts as" not in stride.ok("equivalents", "2")
    assert "10k            51:00" in stride.ok("records", "run")


def test_in_a_narrow_terminal_the_range_is_kept(
    stride: Stride, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    lines = stride.ok("equivalents", "10k", "50:42").splitlines()
    assert max(map(len, lines)) <= 40
    assert "between" in lines[2]


def test_the_best_is_of_the_last_13_weeks_and_over_a_standard_distance(stride: Stride) -> None:
    stride.begin(*RUNS)
    found = stride.json("equivalents")["race"]
    assert (found["number"], found["found"]) == (2, "run")
    assert stride.at("2026-12-20T10:00:00").json("equivalents")["race"]["number"] == 2
    assert stride.at("2027-03-01T10:00:00").json("equivalents")["race"] is None


def test_what_is_kept_out_of_the_records_is_no_race(stride: Stride) -> None:
    stride.begin(*RACES)
    stride.ok("edit", "3", "--exclude-from-records")
    document = stride.json("equivalents")
    assert (document["race"], document["exponent"]["races"]) == (None, 0)


def test_a_ride_that_was_saved_as_a_run_is_not_the_best(stride: Stride) -> None:
    often = (f"log run 5k 28:{second} --on 2026-09-{second}" for second in range(10, 18))
    stride.begin(*often, "log run 10k 29:00 --on 2026-10-01")
    assert stride.json("equivalents")["race"]["number"] == 1
    stride.ok("edit", "last", "+race")
    assert stride.json("equivalents")["race"]["number"] == 9


def test_a_race_of_more_than_a_year_ago_does_not_tell_the_exponent(stride: Stride) -> None:
    stride.begin(*RACES)
    assert stride.json("equivalents")["exponent"]["races"] == 3
    later = stride.at("2027-03-08T10:00:00").json("equivalents")
    assert later["exponent"] == {"value": 1.06, "low": 1.04, "high": 1.08, "races": 0}


def test_with_birth_year_and_sex_the_race_is_graded(stride: Stride) -> None:
    assert stride.json("equivalents", "10k", "50:42")["race"]["age_grade"] is None
    stride.ok("config", "set", "birth_year", "1976")
    assert stride.json("equivalents", "10k", "50:42")["race"]["age_grade"] is None
    stride.ok("config", "set", "sex", "male")
    graded = stride.json("equivalents", "10k", "50:42")["race"]["age_grade"]
    assert graded == pytest.approx(1783 / 3042, abs=2e-4)
    assert "Age grade: 58.6 % of the standard" in stride.ok("equivalents", "10k", "50:42")


def test_what_is_no_race_is_refused(stride: Stride, golden: Golden) -> None:
    stride.begin("log ride 10k 25:00", "log run 5k", "log walk 300m 5:00")
    stride.type(
        "equivalents 1",
        "equivalents 2",
        "equivalents 3",
        "equivalents 99",
        "equivalents 10k",
        "equivalents 50:42 10k",
        "equivalents 10k 50:42 run",
        "equivalents 10k 2:00",
        "equivalents 10k 10h",
        "equivalents --form 12",
        "equivalents ''",
    )
    golden("equivalents-refusals.txt", stride.transcript)


def test_an_empty_journal_says_how_to_begin(stride: Stride) -> None:
    assert "stride equivalents 10k 50:42" in stride.ok("equivalents")
    assert json.loads(stride.ok("equivalents", "--json"))["equivalents"] == []
    assert not stride.journal.exists()


def test_a_comma_stands_in_all_numbers(stride: Stride) -> None:
    stride.ok("config", "set", "decimal", "comma")
    shown = stride.ok("equivalents", "10k", "50:42")
    assert "VDOT 39,4  Riegel 1,06" in shown
    assert "39.4" not in shown
