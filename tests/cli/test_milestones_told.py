"""What a log says it has earned: nothing untrue or twice, and nothing is held back in silence."""

import json
from datetime import date, timedelta

import pytest

from command_line import Stride
from conftest import Zone


@pytest.fixture
def journal(stride: Stride, zone: Zone) -> Stride:
    zone("UTC")
    return stride


def weekly(journal: Stride, weeks: int, *words: str) -> None:
    """Log the same on so many Sundays up to 18 October 2026."""
    last = date(2026, 10, 18)
    for week in reversed(range(weeks)):
        journal.ok("log", *words, "--on", f"{last - timedelta(7 * week)} 9:00")


def held_back(page: str) -> list[str]:
    return [line.split(maxsplit=1)[1] for line in page.splitlines() if line.startswith("  doubt")]


def test_a_first_marathon_after_a_half_is_celebrated(journal: Stride) -> None:
    weekly(journal, 12, "run", "5k", "30:00")
    journal.ok("log", "run", "half", "2:20:00", "--on", "2026-10-25 9:00")
    page = journal.ok("log", "run", "marathon", "5:00:00", "--on", "2026-11-01 9:00")
    assert "★       your first marathon\n" in page
    assert "your longest run: 42.20 km, before that 21.10 km on 25 Oct 2026" in page
    assert held_back(page) == []
    assert "Doubtful" not in journal.ok("records", "run")


def test_an_hour_after_months_of_ten_minutes_is_the_longest(journal: Stride) -> None:
    weekly(journal, 30, "practice", "10m")
    page = journal.ok("log", "practice", "1h")
    assert "your longest practice: 1:00:00, before that 10:00" in page
    assert "longest" not in journal.ok("log", "practice", "45m").split("streak")[0]


def test_what_is_held_back_for_doubt_says_so_and_comes_when_it_is_vouched_for(
    journal: Stride,
) -> None:
    weekly(journal, 12, "run", "5k", "30:00")
    page = journal.ok("log", "run", "5k", "17:00")
    assert held_back(page) == ["too good to believe yet: stride edit 13 --include-in-records"]
    assert "★" not in page
    vouched = journal.ok("edit", "13", "--include-in-records")
    assert held_back(vouched) == []
    assert "★       your fastest 5k by 13:00" in vouched
    excluded = journal.ok("edit", "13", "--exclude-from-records")
    assert held_back(excluded) == []
    said = journal.json("edit", "13", "--include-in-records")
    assert said["doubtful"] is False


def test_a_slipped_decimal_point_is_doubtful_and_said_to_be(journal: Stride) -> None:
    weekly(journal, 8, "practice", "45m")
    said = json.loads(journal.ok("log", "practice", "7h30", "--json"))
    assert said["doubtful"] is True
    assert "longest" not in [each["rule"] for each in said["milestones"]]


def test_what_one_did_twice_at_a_moment_is_the_first_once(journal: Stride) -> None:
    pages = [
        journal.ok("log", "run", "5k", time, "--on", "yesterday")
        for time in ("30:00", "29:50", "30:30", "29:30")
    ]
    assert ["your first" in page for page in pages] == [True, False, False, False]
    assert "your first half" in journal.ok("log", "run", "half", "2:20:00", "--on", "yesterday")


def test_one_comes_back_once_a_moment(journal: Stride) -> None:
    for day in range(1, 11):
        journal.ok("log", "practice", "30m", "--on", f"2026-08-{day:02}")
    pages = [journal.ok("log", "practice", time, "--on", "yesterday") for time in ("25m", "20m")]
    assert ["back after" in page for page in pages] == [True, False]


def test_what_a_month_brought_is_told_when_it_is_over(journal: Stride) -> None:
    for month, score in ((7, 87), (8, 88), (9, 89), (10, 95)):
        for day in (5, 9, 13, 17, 21):
            of = ("shift", "tickets=30", "responses=10", f"csat={score}")
            journal.ok("log", *of, "--on", f"2026-{month:02}-{day:02} 9:00")
    best = "best csat month yet: 95 % in Oct 2026, before that 89 % in Sep 2026"
    journal.at("2026-10-31T08:00:00")
    assert best not in journal.ok("celebrate", "--month", "--all")
    assert best not in journal.ok("log", "shift", "tickets=30", "responses=10", "csat=95")
    journal.at("2026-11-01T08:00:00")
    assert best in journal.ok("celebrate", "--month", "--all")


def test_records_of_all_activities_hide_no_faster_time(journal: Stride) -> None:
    journal.ok("log", "run", "5.3k", "22:00", "--on", "2026-11-01 8:00")
    for day, time in ((2, "23:00"), (3, "22:40")):
        page = journal.ok("log", "run", "5k", time, "--on", f"2026-11-{day:02} 8:00")
        assert "your fastest" not in page
        assert "your first" not in page
    assert "5k estimated    22:00" in journal.ok("records")


def test_a_distance_never_run_stands_among_no_records_of_all(journal: Stride) -> None:
    journal.ok("log", "run", "12k", "1:00:00")
    assert "estimated" not in journal.ok("records")
    assert "10k estimated" in journal.ok("records", "run")


def test_a_longer_ride_in_less_time_stands_beside_a_record(journal: Stride) -> None:
    journal.ok("log", "ride", "15k", "39:27", "--on", "2026-11-01 8:00")
    journal.ok("log", "ride", "21.1k", "38:31", "--on", "2026-11-02 8:00")
    page = journal.ok("records", "ride")
    assert "15k estimated     38:31" in page
    assert "25k" not in page


def test_the_clock_of_a_marathon_in_miles_is_its_time(journal: Stride) -> None:
    journal.ok("log", "run", "26.2mi", "4:10:00")
    journal.ok("log", "run", "3.1mi", "24:00")
    values = {
        record["distance"]: record["value"]
        for record in journal.json("records", "run")["records"]
        if record["how"] == "exact" and record["distance"]
    }
    assert values == {"5k": pytest.approx(1_440.0), "marathon": pytest.approx(15_000.0)}
