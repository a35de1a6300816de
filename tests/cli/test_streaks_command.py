"""``stride streaks``: what was kept up."""

import pytest

from command_line import Stride
from conftest import Golden


@pytest.fixture
def week(stride: Stride) -> Stride:
    """Begin with runs on five days up to yesterday, and a ride in an earlier month."""
    days = ("2026-10-30", "2026-11-21", "2026-11-22", "2026-11-23", "2026-11-24", "2026-11-25")
    return stride.begin("log ride 20k --on 2026-09-12", *(f"log run 5k --on {d}" for d in days))


def test_current_and_longest_streaks_with_what_keeps_them(week: Stride, golden: Golden) -> None:
    week.type("streaks", "streaks run", "streaks walk")
    golden("streaks.txt", week.transcript)


def test_the_document_of_streaks(week: Stride, golden: Golden) -> None:
    golden("streaks.json", week.ok("streaks", "run", "--json"))


def lengths(stride: Stride, unit: str = "day") -> tuple[int, int]:
    rows = stride.json("streaks", "run")["streaks"]
    (row,) = [row for row in rows if row["unit"] == unit]
    return row["current"]["length"], row["longest"]["length"]


def test_not_logged_yet_is_not_missed(week: Stride) -> None:
    assert lengths(week) == (5, 5)
    assert lengths(week.at("2026-11-26T23:59:00")) == (5, 5)
    assert lengths(week.at("2026-11-27T00:00:00")) == (0, 5)


def test_the_day_begins_when_the_person_says(week: Stride) -> None:
    week.ok("config", "set", "day_starts", "04:00")
    assert lengths(week.at("2026-11-27T03:59:00")) == (5, 5)
    assert lengths(week.at("2026-11-27T04:00:00")) == (0, 5)


def test_a_week_begins_when_the_person_says(week: Stride) -> None:
    assert lengths(week, "week") == (2, 2)
    week.ok("config", "set", "week_start", "saturday")
    assert lengths(week, "week") == (1, 1)


def test_a_gap_that_is_filled_later_joins_two_streaks(week: Stride) -> None:
    week.ok("log", "run", "5k", "--on", "2026-11-26 6:00")
    week.ok("log", "run", "5k", "--on", "2026-11-20")
    assert lengths(week) == (7, 7)


def test_an_empty_journal_has_no_streaks(stride: Stride, golden: Golden) -> None:
    stride.type("streaks", "streaks --json", "streaks rnu")
    golden("streaks-nothing.txt", stride.transcript)
    assert not stride.journal.exists()


def test_what_is_retired_is_not_to_be_kept_up(week: Stride) -> None:
    week.ok("activities", "retire", "run")
    rows = week.json("streaks", "run")["streaks"]
    assert [(row["keep_by"], row["at_risk"], row["missing"]) for row in rows] == 3 * [
        (None, False, 0)
    ]
