"""A day is a local day, wherever one is later; answers do not depend on the zone of the machine."""

import pytest

from command_line import Stride
from conftest import Zone

ZONES = ("UTC", "America/New_York", "Asia/Tokyo", "Pacific/Kiritimati", "Australia/Lord_Howe")

MADE = (
    "log run 10k 51:46 --on '2021-11-25 8:00' +race",
    "log run 10k 50:42 --on 'yesterday 23:30'",
    "log run 5k 24:00 --on '2026-03-29 2:30'",
    "log run 5k 24:10 --on '2026-11-01 1:30'",
    "log shift 29 csat=92 --on monday",
    "log study 1h30",
)

ASKED = (
    ["list"],
    ["list", "--this-week"],
    ["list", "--period", "2026-11"],
    ["list", "--since", "last sunday", "--until", "yesterday"],
    ["show", "2"],
    ["streaks"],
    ["streaks", "--json"],
    ["compare", "--years", "5"],
    ["compare", "--years", "5", "--json"],
    ["compare", "--around", "2026-03-29", "--window", "30d"],
    ["search", "race", "--csv"],
)


def test_pages_are_the_same_in_every_zone(stride: Stride, zone: Zone) -> None:
    answers = []
    for name in ("UTC", "America/New_York"):
        zone(name)
        stride.monkeypatch.setenv("STRIDE_JOURNAL", str(stride.here / name.replace("/", "-")))
        stride.monkeypatch.setenv("STRIDE_NOW", "2026-11-26T08:12:00")
        for line in MADE:
            stride.type(line)
        answers.append([stride.ok(*words) for words in ASKED if "--csv" not in words])
        answers[-1].append(stride.transcript)
        stride.transcript = ""
    first, second = answers
    assert first == second


@pytest.mark.parametrize("name", ZONES)
def test_a_journal_reads_the_same_wherever_one_is_later(
    stride: Stride, zone: Zone, name: str
) -> None:
    zone("Europe/Berlin")
    stride.begin(*MADE)
    stride.at("2026-11-26T08:12:00+01:00")
    at_home = [stride.ok(*words) for words in ASKED] + [stride.kept()]
    zone(name)
    assert [stride.ok(*words) for words in ASKED] + [stride.kept()] == at_home


def test_late_in_tokyo_is_that_tokyo_day(stride: Stride, zone: Zone) -> None:
    zone("Asia/Tokyo")
    stride.at("2026-11-25T23:30:00+09:00").ok("log", "run", "10k", "50:00")
    zone("America/New_York")
    stride.at("2026-11-26T08:00:00-05:00")
    (entry,) = stride.json("list", "--period", "2026-11-25")["entries"]
    assert (entry["at"], entry["day"]) == ("2026-11-25T23:30:00+09:00", "2026-11-25")


@pytest.mark.parametrize(
    ("local", "kept"),
    [
        ("2026-03-29 1:59", "2026-03-29T01:59:00+01:00"),
        ("2026-03-29 2:30", "2026-03-29T03:30:00+02:00"),
        ("2026-10-25 2:30", "2026-10-25T02:30:00+02:00"),
        ("2026-10-25 3:00", "2026-10-25T03:00:00+01:00"),
        ("2026-07-01 7:00", "2026-07-01T07:00:00+02:00"),
    ],
)
def test_the_offset_is_that_of_the_day(stride: Stride, zone: Zone, local: str, kept: str) -> None:
    zone("Europe/Berlin")
    stride.ok("log", "run", "5k", "--on", local)
    assert stride.json("show", "1")["entries"][0]["at"] == kept


def test_an_edit_of_the_day_moves_to_the_offset_of_that_day(stride: Stride, zone: Zone) -> None:
    zone("Europe/Berlin")
    stride.ok("log", "run", "5k", "--on", "2026-11-01 7:00")
    stride.ok("edit", "1", "--on", "2026-07-01")
    assert stride.json("show", "1")["entries"][0]["at"] == "2026-07-01T07:00:00+02:00"


def test_an_edit_of_something_else_keeps_the_time_as_it_was(stride: Stride, zone: Zone) -> None:
    zone("Asia/Tokyo")
    stride.ok("log", "run", "5k", "--on", "2026-11-01 7:00")
    zone("America/New_York")
    stride.ok("edit", "1", "6k")
    assert stride.json("show", "1")["entries"][0]["at"] == "2026-11-01T07:00:00+09:00"
