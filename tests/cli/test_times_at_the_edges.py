"""Shifts over midnight, clocks that are changed, journeys, the date line, and 29 February."""

import re
import shlex

import pytest

from command_line import Stride
from conftest import Zone

BERLIN, NEW_YORK, LORD_HOWE = "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"
TOKYO, HONOLULU = "Asia/Tokyo", "Pacific/Honolulu"
APIA, KIRITIMATI = "Pacific/Apia", "Pacific/Kiritimati"

NOON = "2026-11-26T12:00:00"


def days(stride: Stride, *words: str) -> list[str]:
    """Return the days that the listed entries count for, the latest first."""
    return [entry["day"] for entry in stride.json("list", *words)["entries"]]


def kept(stride: Stride, on: str) -> str:
    """Log something and return the time that was kept."""
    at: str = stride.json("log", "run", "5k", "25:00", "--on", on)["entries"][0]["at"]
    return at


@pytest.mark.parametrize(
    ("name", "on", "at"),
    [
        # a time that does not exist is shifted as the clocks were
        (BERLIN, "2026-03-29 1:59", "2026-03-29T01:59:00+01:00"),
        (BERLIN, "2026-03-29 2:00", "2026-03-29T03:00:00+02:00"),
        (BERLIN, "2026-03-29 2:30", "2026-03-29T03:30:00+02:00"),
        (BERLIN, "2026-03-29 3:00", "2026-03-29T03:00:00+02:00"),
        (NEW_YORK, "2026-03-08 2:30", "2026-03-08T03:30:00-04:00"),
        (LORD_HOWE, "2026-10-04 1:59", "2026-10-04T01:59:00+10:30"),
        (LORD_HOWE, "2026-10-04 2:15", "2026-10-04T02:45:00+11:00"),
        (LORD_HOWE, "2026-10-04 2:30", "2026-10-04T02:30:00+11:00"),
        # of a time that exists twice the first is meant
        (BERLIN, "2026-10-25 1:59", "2026-10-25T01:59:00+02:00"),
        (BERLIN, "2026-10-25 2:30", "2026-10-25T02:30:00+02:00"),
        (BERLIN, "2026-10-25 3:00", "2026-10-25T03:00:00+01:00"),
        (NEW_YORK, "2026-11-01 1:30", "2026-11-01T01:30:00-04:00"),
        (NEW_YORK, "2026-11-01 2:00", "2026-11-01T02:00:00-05:00"),
        (LORD_HOWE, "2026-04-05 1:29", "2026-04-05T01:29:00+11:00"),
        (LORD_HOWE, "2026-04-05 1:45", "2026-04-05T01:45:00+11:00"),
        (LORD_HOWE, "2026-04-05 2:00", "2026-04-05T02:00:00+10:30"),
        # either side of the date line, before it was moved and after
        (KIRITIMATI, "2026-11-25 23:30", "2026-11-25T23:30:00+14:00"),
        (HONOLULU, "2026-11-25 23:30", "2026-11-25T23:30:00-10:00"),
        (APIA, "2011-12-29 23:59", "2011-12-29T23:59:00-10:00"),
        (APIA, "2011-12-31 0:00", "2011-12-31T00:00:00+14:00"),
        # half hours, and the last minute of a year
        ("Asia/Kolkata", "2026-11-25 23:30", "2026-11-25T23:30:00+05:30"),
        (KIRITIMATI, "2025-12-31 23:59", "2025-12-31T23:59:00+14:00"),
        # 29 February
        (BERLIN, "29 feb 2024", "2024-02-29T12:00:00+01:00"),
        (BERLIN, "2024-02-29 7:00", "2024-02-29T07:00:00+01:00"),
    ],
)
def test_a_time_is_kept_as_clocks_there_showed_it(
    stride: Stride, zone: Zone, name: str, on: str, at: str
) -> None:
    zone(name)
    stride.at(NOON)
    assert kept(stride, on) == at
    assert days(stride) == [at[:10]]


NIGHT = (
    # when it is, what is logged, and the day that it counts for
    ("2026-11-20T23:30:00", "log shift 31", "2026-11-20"),
    ("2026-11-21T00:10:00", "log shift 31", "2026-11-20"),
    ("2026-11-21T03:59:59", "log shift 31", "2026-11-20"),
    ("2026-11-21T04:00:00", "log shift 31", "2026-11-21"),
    ("2026-11-21T02:30:00", "log shift 31 --on today", "2026-11-20"),
    ("2026-11-21T02:30:00", "log shift 31 --on now", "2026-11-20"),
    ("2026-11-21T02:30:00", "log shift 31 --on 'an hour ago'", "2026-11-20"),
    ("2026-11-21T02:30:00", "log shift 31 --on 1:00", "2026-11-20"),
    ("2026-11-21T05:00:00", "log shift 31 --on '2 hours ago'", "2026-11-20"),
    ("2026-11-21T12:00:00", "log shift 31 --on '2026-11-21 2:30'", "2026-11-20"),
    ("2026-11-21T12:00:00", "log shift 31 --on '2026-11-20 20:00'", "2026-11-20"),
    ("2026-11-21T12:00:00", "log shift 31 --on '20 nov'", "2026-11-20"),
    ("2026-11-21T12:00:00", "log shift 31 --on yesterday", "2026-11-20"),
    # a shift that goes over midnight counts for the day that it starts on
    ("2026-11-21T06:10:00", "log shift 8h 31 --on '20 nov 22:00'", "2026-11-20"),
    # on the day that clocks change, days start at four of the wall clock
    ("2026-03-29T03:59:59+02:00", "log shift 31", "2026-03-28"),
    ("2026-03-29T04:00:00+02:00", "log shift 31", "2026-03-29"),
    ("2026-10-25T02:30:00+01:00", "log shift 31", "2026-10-24"),
)


@pytest.mark.parametrize(("now", "line", "day"), NIGHT)
def test_a_night_counts_for_the_evening_before(
    stride: Stride, zone: Zone, now: str, line: str, day: str
) -> None:
    zone(BERLIN)
    stride.ok("config", "set", "day_starts", "04:00")
    stride.at(now).ok(*shlex.split(line))
    assert days(stride) == [day]


def test_who_is_still_up_at_half_past_two_has_the_same_today_everywhere(
    stride: Stride, zone: Zone
) -> None:
    zone(BERLIN)
    stride.ok("config", "set", "day_starts", "04:00")
    for day in range(16, 20):
        stride.ok("log", "shift", "8h", "31", "--on", f"2026-11-{day} 18:00")
    # Friday's shift, logged when Saturday was two and a half hours old; Monday begins like it.
    stride.at("2026-11-21T02:30:00")
    assert "fri" not in stride.ok("nudge").lower()
    assert "shift: 4 days in a row" in stride.ok("nudge")
    stride.ok("log", "shift", "31")
    assert stride("nudge").code == 1
    assert stride.ok().startswith("Friday 20 November 2026\n")
    assert days(stride, "--since", "today") == ["2026-11-20"]
    assert days(stride, "--since", "yesterday", "--until", "yesterday") == ["2026-11-19"]
    streak = stride.json("streaks", "shift")["streaks"][0]
    assert (streak["current"]["length"], streak["at_risk"]) == (5, False)
    assert "counts for Fri 20 Nov 2026" in " ".join(stride.ok("show", "last").split())
    stride.at("2026-11-23T02:30:00").ok("log", "shift", "31")
    week = stride.json()["this_week"][0]["week"]
    assert (week["from"], week["to"], week["entries"]) == ("2026-11-16", "2026-11-22", 6)
    assert len(days(stride, "--this-week")) == 6
    stride.at("2026-11-23T04:00:00")
    assert days(stride, "--this-week") == []
    assert days(stride, "--last-week")[0] == "2026-11-22"


def test_a_run_late_in_tokyo_stays_on_its_day_in_honolulu(stride: Stride, zone: Zone) -> None:
    zone(TOKYO)
    for day in (23, 24, 25):
        stride.at(f"2026-11-{day}T23:30:00").ok("log", "run", "5k", "25:00")
    zone(HONOLULU)  # where it is still 4:35 in the morning of the 25th
    stride.at("2026-11-25T04:35:00")
    assert days(stride) == ["2026-11-25", "2026-11-24", "2026-11-23"]
    assert "Wed 25 Nov 2026, 23:30" in stride.ok("show", "last")
    assert "3 days" in stride.ok("streaks", "run")
    assert stride("nudge").code == 1
    stride.at("2026-11-25T07:00:00").ok("log", "run", "5k", "24:00")
    assert [e["at"] for e in stride.json("list")["entries"]][:2] == [
        "2026-11-25T23:30:00+09:00",
        "2026-11-25T07:00:00-10:00",
    ]
    assert stride.json("streaks", "run")["streaks"][0]["current"]["length"] == 3


def test_over_the_date_line_eastwards_no_day_is_missed_and_westwards_one_is(
    stride: Stride, zone: Zone
) -> None:
    zone(KIRITIMATI)
    stride.at("2026-11-25T20:00:00").ok("log", "run", "5k", "25:00")
    zone(HONOLULU)
    for day in (25, 26):  # the same 25th once more
        stride.at(f"2026-11-{day}T20:00:00").ok("log", "run", "5k", "25:00")
    assert stride.json("streaks", "run")["streaks"][0]["current"]["length"] == 2
    zone(KIRITIMATI)
    stride.at("2026-11-28T08:00:00")  # twelve hours after the last one: the 27th is left out
    assert stride.json("streaks", "run")["streaks"][0]["current"]["length"] == 0


@pytest.mark.parametrize("clock", ["2026-11-25T04:35:00", "2026-11-25T12:00:00"])
def test_what_is_dated_tomorrow_elsewhere_breaks_no_page(
    stride: Stride, zone: Zone, clock: str
) -> None:
    zone(KIRITIMATI)
    stride.at("2026-11-26T08:00:00").ok("log", "run", "5k", "25:00")
    zone(HONOLULU)
    stride.at(clock)
    for words in ((), ("list",), ("streaks",), ("compare",), ("log", "run", "5k", "26:00")):
        stride.ok(*words)
    assert stride("nudge").code == 1


def test_a_streak_goes_over_29_february(stride: Stride) -> None:
    for on in ("2024-02-27", "2024-02-28", "2024-02-29", "2024-03-01", "2023-02-28", "2023-03-01"):
        stride.ok("log", "practice", "30m", "--on", on)
    stride.at("2024-03-01T12:00:00")
    streak = stride.json("streaks", "practice")["streaks"][0]
    assert (streak["current"]["length"], streak["current"]["from"]) == (4, "2024-02-27")
    stride.at("2023-03-01T12:00:00")
    assert stride.json("streaks", "practice")["streaks"][0]["current"]["length"] == 2


def test_29_february_is_compared_with_28_february(stride: Stride) -> None:
    stride.at("2024-02-29T12:00:00")
    then = stride.json("compare", "--years", "1", "--window", "4w")["then"]
    assert (then["from"], then["to"]) == ("2023-02-01", "2023-02-28")
    then = stride.json("compare", "--years", "4", "--window", "4w")["then"]
    assert (then["from"], then["to"]) == ("2020-02-02", "2020-02-29")


def test_29_february_in_a_year_without_is_refused_with_the_nearest_day(stride: Stride) -> None:
    said = stride.at("2027-02-28T12:00:00").refused(2, "log", "run", "5k", "--on", "29 feb")
    assert "There is no 29 February 2027." in said
    assert "say 28 Feb 2027" in said
    stride.at("2028-03-01T12:00:00")
    assert kept(stride, "29 feb")[:10] == "2028-02-29"


def test_29_february_has_its_turn_on_28_february(stride: Stride) -> None:
    stride.ok("log", "run", "5k", "25:00", "--on", "2024-02-29", "--note", "A day to spare.")
    assert "A day to spare." in stride.at("2026-02-28T12:00:00").ok()
    assert "A day to spare." not in stride.at("2026-03-01T12:00:00").ok()
    assert "A day to spare." in stride.at("2028-02-29T12:00:00").ok()
    assert "A day to spare." not in stride.at("2028-02-28T12:00:00").ok()


def test_a_time_is_never_said_without_the_day_that_it_counts_for(stride: Stride) -> None:
    stride.ok("config", "set", "day_starts", "04:00")
    said = stride.ok("log", "shift", "31", "--on", "2026-11-21 2:30")
    assert re.search("Sat 21 Nov 2026, 2:30", said)
    assert "counts for Fri 20 Nov 2026" in said
