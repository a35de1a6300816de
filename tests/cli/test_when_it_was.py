"""What ``--on`` means while clocks are changed, and where a day was left out."""

import pytest

from command_line import Stride
from conftest import Zone

BERLIN = "Europe/Berlin"

SPRING, AUTUMN = "2026-03-29T", "2026-10-25T"
"""When clocks in Berlin are changed: from 2:00 to 3:00, and from 3:00 back to 2:00."""


def kept(stride: Stride, on: str) -> str:
    """Log something and return the time that was kept."""
    at: str = stride.json("log", "run", "5k", "25:00", "--on", on)["entries"][0]["at"]
    return at


@pytest.mark.parametrize(
    ("name", "now", "on", "at"),
    [
        # hours that passed are counted, whatever clocks did
        (BERLIN, SPRING + "03:10+02:00", "20 minutes ago", SPRING + "01:50:00+01:00"),
        (BERLIN, SPRING + "03:10+02:00", "an hour ago", SPRING + "01:10:00+01:00"),
        (BERLIN, SPRING + "12:00+02:00", "12 hours ago", "2026-03-28T23:00:00+01:00"),
        (BERLIN, AUTUMN + "02:30+01:00", "20 minutes ago", AUTUMN + "02:10:00+01:00"),
        (BERLIN, AUTUMN + "02:30+01:00", "an hour ago", AUTUMN + "02:30:00+02:00"),
        (BERLIN, AUTUMN + "02:30+01:00", "1h30 ago", AUTUMN + "02:00:00+02:00"),
        (BERLIN, AUTUMN + "02:30+01:00", "2h ago", AUTUMN + "01:30:00+02:00"),
        (BERLIN, AUTUMN + "03:10+01:00", "20 minutes ago", AUTUMN + "02:50:00+01:00"),
        (
            "Australia/Lord_Howe",
            "2026-04-05T01:45:00+10:30",
            "half an hour ago",
            "2026-04-05T01:45:00+11:00",
        ),
        (
            "America/New_York",
            "2026-11-01T01:10-05:00",
            "20 minutes ago",
            "2026-11-01T01:50:00-04:00",
        ),
        # now is now, also when it comes for the second time
        (BERLIN, AUTUMN + "02:30+01:00", "now", AUTUMN + "02:30:00+01:00"),
        (BERLIN, AUTUMN + "02:30+01:00", "today", AUTUMN + "02:30:00+01:00"),
        (BERLIN, AUTUMN + "02:30+01:00", "tonight", AUTUMN + "02:30:00+01:00"),
        # a time of the wall clock is the first of two, and shifted where there is none
        (BERLIN, AUTUMN + "02:30+01:00", "2:15", AUTUMN + "02:15:00+02:00"),
        (BERLIN, SPRING + "05:00+02:00", "2:30", SPRING + "03:30:00+02:00"),
        # the whole day before, be it 23 hours long or 25
        (BERLIN, "2026-03-30T12:00+02:00", "yesterday 7:00", SPRING + "07:00:00+02:00"),
        (BERLIN, SPRING + "12:00+02:00", "yesterday 23:30", "2026-03-28T23:30:00+01:00"),
        (BERLIN, AUTUMN + "12:00+01:00", "last night", "2026-10-24T22:00:00+02:00"),
        (BERLIN, AUTUMN + "12:00+01:00", "last night 2:30", AUTUMN + "02:30:00+02:00"),
    ],
)
def test_clocks_that_are_changed_change_nothing_that_happened(
    stride: Stride, zone: Zone, name: str, now: str, on: str, at: str
) -> None:
    zone(name)
    stride.at(now)
    assert kept(stride, on) == at


def test_a_day_that_the_date_line_took_is_refused(stride: Stride, zone: Zone) -> None:
    zone("Pacific/Apia")
    stride.at("2011-12-31T12:00:00")
    said = "There was no Fri 30 Dec 2011 here"
    assert said in stride.refused(2, "log", "run", "5k", "--on", "yesterday")
    assert said in stride.refused(2, "log", "run", "5k", "--on", "2011-12-30 7:00")
    assert kept(stride, "2 days ago") == "2011-12-29T12:00:00-10:00"
