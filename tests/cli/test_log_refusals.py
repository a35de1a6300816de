"""What ``stride log`` refuses: a sentence, a hint, an exit code, and nothing changed."""

import pytest

from command_line import Stride
from conftest import Golden


def test_slips_are_explained_and_nothing_is_saved(stride: Stride, golden: Golden) -> None:
    stride.type(
        "log",
        "log rnu 10k 50:42",
        "log '' 5k",
        "log 'r\x1b[31mun' 5k",
        "log 10k run",
        "log run 14m",
        "log run 14m 50:42",
        "log study 1:30",
        "log run 10k 2:00",
        "log run 10k 2:10",
        "log ride 100km 30:00",
        "log swim 1500m 5:00",
        "log run -5k",
        "log run -- -5k",
        "log run \N{MINUS SIGN}5k",
        "log run 0k",
        "log run 1e400km",
        "log run 99999999999999999999999999999999999999999999999999km",
        "log run 6000km",
        "log run heart-rate=300",
        "log run 10k hart-rate=150",
        "log run 10k pulse=150",
        "log run distance=5",
        "log run distance=",
        "log run 10k 11k",
        "log run 10k 50:00 52:00",
        "log run 10k 50:00 4:00/km",
        "log run 5:00/km",
        "log shift nps=40",
        "log shift csat=101%",
        "log strength 30reps",
        "log run 10k easy",
        "log run 10k '#race'",
        "log shift 30 tickets",
        "log run 10k +",
        "log run 10k ''",
        "log run 10k '+two words'",
        "log run 10k @here @there",
        "log run 10k effort=11",
        "log run 10k --effort 0",
        "log run 10k --gear '   '",
        "log extra-mile 10k",
    )
    golden("log-refusals.txt", stride.transcript)
    assert not stride.journal.exists()


def test_dates_that_cannot_be_are_explained(stride: Stride, golden: Golden) -> None:
    stride.type(
        "log run 5k --on '31 feb'",
        "log run 5k --on 2026-13-01",
        "log run 5k --on 2026-02-30",
        "log run 5k --on '25:00'",
        "log run 5k --on someday",
        "log run 5k --on ''",
        "log run 5k --on tomorrow",
        "log run 5k --on 'today 9am'",
        "log run 5k --on 2027-01-01",
        "log run 5k --on 'in 3 days'",
    )
    golden("log-impossible-dates.txt", stride.transcript)
    assert not stride.journal.exists()


def test_options_with_slips_are_explained(stride: Stride, golden: Golden) -> None:
    stride.type(
        "log run 5k --nte 'a note'",
        "log run 5k --nte='a note'",
        "log run 5k -x",
        "log run 5k -o yesterday",
        "log run 5k --on",
        "log --jsn run 5k",
    )
    golden("log-option-slips.txt", stride.transcript)
    assert not stride.journal.exists()


@pytest.mark.parametrize(
    ("when", "understood"),
    [
        ("yesterday", "Wed 25 Nov 2026, 12:00"),
        ("last thursday 7:30", "Thu 19 Nov 2026, 7:30"),
        ("3 days ago", "Mon 23 Nov 2026, 12:00"),
        ("2026-11-20", "Fri 20 Nov 2026, 12:00"),
        ("2026-11-20 23:59", "Fri 20 Nov 2026, 23:59"),
        ("20 nov", "Fri 20 Nov 2026, 12:00"),
        ("25 dec", "Thu 25 Dec 2025, 12:00"),
        ("today 6am", "Thu 26 Nov 2026, 6:00"),
        ("today", "Thu 26 Nov 2026, 8:12"),
        ("6:30", "Thu 26 Nov 2026, 6:30"),
        ("monday", "Mon 23 Nov 2026, 12:00"),
    ],
)
def test_the_date_that_was_understood_is_told(stride: Stride, when: str, understood: str) -> None:
    ran = stride("log", "run", "5k", "--on", when)
    assert ran.out.splitlines()[0] == f"✓ 1  run · {understood} · 5.00 km"
    assert ran.err == ""


def test_a_date_that_could_be_two_is_echoed_and_follows_the_setting(stride: Stride) -> None:
    assert stride("log", "run", "5k", "--on", "3/4").err == "3/4: taken for Fri 3 Apr 2026, 12:00\n"
    stride.ok("config", "set", "date_order", "month-first")
    ran = stride("log", "run", "5k", "--on", "3/4")
    assert ran.err == "3/4: taken for Wed 4 Mar 2026, 12:00\n"


def test_a_retired_activity_or_measure_is_not_logged_by_chance(stride: Stride) -> None:
    stride.ok("activities", "edit", "run", "--retire-measure", "climb")
    stride.ok("activities", "retire", "walk")
    assert stride.refused(2, "log", "run", "5k", "climb=20m") == (
        "stride: climb of run is retired.\n"
        "  Bring it back with: stride activities edit run --restore-measure climb\n"
    )
    assert stride.refused(2, "log", "walk", "5k") == (
        "stride: walk is retired.\n  Bring it back with: stride activities edit walk --restore\n"
    )


def test_decimals_follow_the_setting(stride: Stride) -> None:
    stride.ok("config", "set", "decimal", "comma")
    assert "10,50 km" in stride.ok("log", "run", "10,5km")
    assert "yours is the comma" in stride.refused(2, "log", "run", "10.5km")
    assert "1.500m" in stride.refused(2, "log", "run", "1.500m")
    stride.ok("config", "set", "decimal", "dot")
    assert "10.50 km" in stride.ok("log", "run", "10.5km")
    assert "1,500m" in stride.refused(2, "log", "run", "1,500m")


def test_miles_are_shown_where_miles_are_wanted(stride: Stride) -> None:
    stride.ok("config", "set", "units", "imperial")
    out = stride.ok("log", "run", "6.2mi", "50:33", "climb=300ft")
    assert out.splitlines()[0] == (
        "✓ 1  run · Thu 26 Nov 2026, 8:12 · 6.20 mi in 50:33 · 8:09/mi · climb 300 ft"
    )


def test_a_night_shift_counts_for_the_day_on_which_it_began(stride: Stride) -> None:
    stride.ok("config", "set", "day_starts", "04:00")
    out = stride.at("2026-11-26T02:30:00").ok("log", "shift", "8h")
    assert out.splitlines()[1] == "  counts for Wed 25 Nov 2026"
    assert stride.json("show", "1")["entries"][0]["day"] == "2026-11-25"
