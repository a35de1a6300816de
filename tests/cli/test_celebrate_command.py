"""``stride celebrate``: milestones since one last looked, or of the days that one names."""

from datetime import date

import pytest

from command_line import Stride
from conftest import Golden, Zone
from stridelog.domain.dates import DateOrder, parse_day

LIFE = (
    "log run 10k 51:46 --on '2021-11-26 8:00'",
    "log run 10k 50:50 +stroller --on '2026-09-13 8:00'",
    "log run 10k 50:40 +race @town --on '2026-10-04 8:00'",
    "log run 10k 51:00 +race @town --on '2026-10-11 8:00'",
    "log run 10k 50:20 --on '2026-10-18 8:00'",
    "log run 10k 50:30 +race @town --on '2026-10-25 8:00'",
    "log run 22k 2:10:00 --on '2026-11-22 8:00'",
    "log shift 8h csat=88% --on '2026-11-26 7:00'",
)

HEADING = 2
"""Lines of a page before the first milestone."""


@pytest.fixture
def life(stride: Stride, zone: Zone) -> Stride:
    zone("UTC")
    return stride.begin(*LIFE)


def told(page: str) -> list[str]:
    """Return the sentences of a page."""
    return [line[2:] for line in page.splitlines() if line[:2] in {"★ ", "· "}]


def test_what_there_is_to_celebrate(life: Stride, golden: Golden) -> None:
    life.type("celebrate --period 2026", "celebrate shift", "celebrate --week", "celebrate --day")
    life.type("celebrate ride", "celebrate --period 2027", "celebrate --period 2015")
    life.type("celebrate --day --week")
    golden("celebrate.txt", life.transcript)


def test_milestones_as_a_page_a_document_and_rows(life: Stride, golden: Golden) -> None:
    golden("celebrate.md", life.ok("celebrate", "--month", "--markdown"))
    golden("celebrate.json", life.steady(life.ok("celebrate", "--month", "--json")))
    golden("celebrate.csv", life.steady(life.ok("celebrate", "--month", "--csv")))


def test_a_second_look_shows_what_is_new_since_the_day_of_the_first(life: Stride) -> None:
    life.ok("celebrate")
    life.at("2026-11-27T09:00:00").ok("log", "run", "10k", "50:00")
    new = told(life.ok("celebrate"))
    assert "your fastest 10k by 20 s: 50:00, before that 50:20 on 18 Oct 2026" in new
    assert not any("stroller" in each for each in new)
    later = life.at("2026-11-29T09:00:00").ok("celebrate")
    assert "Nothing new" not in later, "of the 27th, on which one looked and could log on"
    assert "Nothing new" in life.at("2026-11-30T09:00:00").ok("celebrate")


def test_all_shows_what_was_left_out_on_any_later_day(life: Stride) -> None:
    for month in range(1, 13):
        life.ok("log", "practice", f"{month * 10}m", "--on", f"2025-{month:02}-05 8:00")
    few = life.ok("celebrate")
    *_, left = few.splitlines()
    everything = life.ok("celebrate", "--all")
    assert left == f"and {len(told(everything)) - len(told(few))} more: stride celebrate --all"
    life.at("2026-11-30T09:00:00")
    assert told(life.ok("celebrate", "--all")) == told(everything)
    nothing = life.at("2026-12-02T09:00:00").ok("celebrate").splitlines()
    assert nothing[-1] == "All there ever was: stride celebrate --all"


def test_what_is_left_out_of_some_days_is_shown_by_naming_them(life: Stride) -> None:
    for month, metres in enumerate((1609, 5000, 8000, 10000, 12000, 15000, 18000, 21097, 25000), 1):
        for day in (5, 12):
            life.ok("log", "run", f"{metres}m", f"{metres // 3}s", "--on", f"2025-{month:02}-{day}")
    *_, left = life.ok("celebrate", "run", "--period", "2025").splitlines()
    more, _, command = left.partition(": stride ")
    assert command == "celebrate run --since 2025-01-01 --until 2025-12-31 --all"
    life.at("2026-12-24T09:00:00")
    everything = told(life.ok(*command.split()))
    assert more == f"and {len(everything) - 10} more"
    *_, since = life.ok("celebrate", "--years", "2").splitlines()
    assert since.endswith(": stride celebrate --since 2024-12-25 --all")


def test_all_of_them_stand_in_the_order_of_time_under_their_years(life: Stride) -> None:
    lines = life.ok("celebrate", "--all").splitlines()
    years = [line for line in lines if line.isdigit()]
    assert years == ["2021", "2026"]
    parts = (line.strip().split(", ") for line in lines if line.startswith("  "))
    named = (next(part for part in line if part[0].isdigit()) for line in parts)
    days = [parse_day(day, date(2026, 11, 26), DateOrder.DAY_FIRST, 0) for day in named]
    assert days == sorted(days)
    assert len(days) == len(told("\n".join(lines)))


def test_time_that_has_passed_has_no_next_one_and_time_to_come_has_none_yet(life: Stride) -> None:
    assert "Nothing new in that time.\n" in life.ok("celebrate", "--period", "2015")
    assert "That time is still to come.\n" in life.ok("celebrate", "--period", "2027")
    life.at("2026-12-30T09:00:00")
    assert "Nothing new today: the next one comes.\n" in life.ok("celebrate", "--day")


def test_the_last_one_is_the_greatest_of_its_day(life: Stride) -> None:
    seven = range(20, 27)
    for day in seven:
        life.ok("log", "practice", "30m", "--on", f"2026-11-{day} 7:00")
    life.at("2026-12-30T09:00:00")
    lines = life.ok("celebrate", "--week").splitlines()
    assert lines[lines.index("The last one:") + 1] == "★ your first shift"


def test_one_activity_a_period_or_a_document_is_no_look(life: Stride) -> None:
    for words in (["run"], ["--week"], ["--period", "2026"], ["--json"], ["--csv"]):
        life.ok("celebrate", *words)
    assert "so far" not in life.ok("celebrate")
    assert life.journal.with_name(f"{life.journal.name}.looked").read_text() == "2026-11-26\n"


def test_where_no_look_can_be_noted_or_read_all_is_shown_again(life: Stride) -> None:
    note = life.journal.with_name(f"{life.journal.name}.looked")
    note.write_bytes(b"\xff\x00 yesterday")
    assert told(life.ok("celebrate"))
    note.unlink()
    note.mkdir()
    first = life.ok("celebrate")
    assert told(first)
    assert life.ok("celebrate") == first


def test_two_entries_are_compared_once_whatever_rules_found_it(life: Stride) -> None:
    page = life.ok("celebrate", "--all")
    assert "faster +stroller than your best 10k of 2021: 50:50, then 51:46" in told(page)
    assert "by 56 s: 50:50, before that 51:46" not in page
    assert "your fastest 10k +race @town by 10 s: 50:30, before that 50:40 on 4 Oct 2026" in page


def test_a_journal_of_one_activity_has_each_streak_once(stride: Stride) -> None:
    stride.begin(*[f"log practice 30m --on '2026-11-{day} 7:00'" for day in range(20, 27)])
    assert told(stride.ok("celebrate")) == [
        "your first practice",
        "practice: 7 days in a row",
    ]
    stride.ok("log", "study", "1h", "--on", "2026-11-19 7:00")
    assert "something logged 7 days in a row" in told(stride.ok("celebrate"))


def test_what_goes_on_in_a_second_row_stands_under_what_was_said(life: Stride) -> None:
    lines = life.ok("celebrate", "--all", "--period", "2026").splitlines()
    assert max(map(len, lines)) <= 80
    assert lines[HEADING] == "2026"
    assert all(line[:2] in {"★ ", "· ", "  "} for line in lines[HEADING + 1 :])


def test_what_an_excluded_or_deleted_entry_earned_is_taken_back(life: Stride) -> None:
    best = "your fastest 10k by 30 s, in 2 steps: 50:20, before that 50:50 on 13 Sep 2026"
    assert best in told(life.ok("celebrate", "--all"))
    life.ok("edit", "5", "+no-record")
    assert best not in told(life.ok("celebrate", "--all"))
    life.ok("undo")
    assert best in told(life.ok("celebrate", "--all"))
    life.ok("delete", "5", "--yes")
    assert best not in told(life.ok("celebrate", "--all"))


def test_a_renamed_measure_is_celebrated_by_its_new_name(life: Stride) -> None:
    for day, csat in enumerate((80, 81, 79, 95), 10):
        life.ok("log", "shift", f"csat={csat}%", "--on", f"2026-11-{day} 8:00")
    life.ok("log", "shift", "csat=99%")
    life.ok("activities", "edit", "shift", "--rename-measure", "csat=cheer")
    assert "your best cheer: 99 %, before that 95 % on 13 Nov 2026" in told(
        life.ok("celebrate", "shift")
    )
