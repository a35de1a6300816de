"""``stride onthisday``: what was done and written on this day in past years."""

import pytest

from command_line import Stride
from conftest import Golden, Zone

LIFE = (
    "log run 10k 51:46 +race @riverside --on '2021-11-26 8:00' --note 'Felt like flying.'",
    "log practice 20m --on '2021-11-26 7:00'",
    "log shift csat=88% 31 --on '2024-11-26 17:00' --note 'Third outage this month.\n\nAgain.'",
    "log run 8k 41:40 --on '2025-11-25 8:00' --note '[red]\x1b[31m'",
    "log run 5k 26:00 --on '2026-11-25 8:00'",
    "log run 5k 25:00 --on '2026-11-26 7:00'",
    "log walk 3k --on 2024-02-29",
    "log walk 4k --on 2023-02-28",
)


@pytest.fixture
def years(stride: Stride, zone: Zone) -> Stride:
    zone("UTC")
    return stride.begin(*LIFE)


def numbers(stride: Stride, *day: str) -> list[int]:
    return [entry["number"] for entry in stride.json("onthisday", *day)["entries"]]


def test_each_past_year_with_all_that_was_written(years: Stride, golden: Golden) -> None:
    years.type("onthisday", "onthisday yesterday", "onthisday 3 march", "onthisday 31 feb")
    golden("onthisday.txt", years.transcript)


def test_this_day_as_a_page_a_document_and_rows(years: Stride, golden: Golden) -> None:
    golden("onthisday.md", years.ok("onthisday", "--markdown"))
    golden("onthisday.json", years.steady(years.ok("onthisday", "--json")))
    golden("onthisday.csv", years.steady(years.ok("onthisday", "--csv")))


def test_what_was_done_today_is_not_past(years: Stride) -> None:
    assert numbers(years) == [3, 1, 2]
    assert numbers(years.at("2027-11-26T08:00:00")) == [6, 3, 1, 2]


def test_any_day_is_looked_at_in_all_years_before_today(years: Stride) -> None:
    assert numbers(years, "2021-11-26") == numbers(years, "26", "nov") == [3, 1, 2]
    assert numbers(years, "25", "nov") == [5, 4]


def test_29_february_has_its_turn_on_28_february(years: Stride) -> None:
    assert numbers(years, "28", "feb", "2026") == [7, 8]
    assert numbers(years, "29", "feb", "2024") == [7, 8]
    assert numbers(years, "28", "feb", "2024") == [8]


@pytest.mark.parametrize("said", ["29 feb", "february 29"])
def test_29_february_needs_no_year_that_has_one(years: Stride, said: str) -> None:
    assert numbers(years, *said.split()) == [7, 8]
    assert "On 29 February\n" in years.ok("onthisday", said)
    assert years("onthisday", "29", "feb", "2023").code == 2
    assert years("onthisday", "30", "feb").code == 2


def test_the_page_of_today_shows_one_entry_of_each_of_these_years(years: Stride) -> None:
    shown = [entry["number"] for entry in years.json()["this_day"]]
    assert shown == [3, 1]


def test_an_empty_journal_has_no_past(stride: Stride) -> None:
    assert "Nothing was logged on 26 November" in stride.ok("onthisday")
    assert not stride.journal.exists()
