"""What ``--on`` means after midnight, where days start later."""

import pytest

from command_line import Stride


@pytest.mark.parametrize(
    ("on", "at", "day"),
    [
        ("today", "2026-11-21T02:30", "2026-11-20"),
        ("now", "2026-11-21T02:30", "2026-11-20"),
        ("23:00", "2026-11-20T23:00", "2026-11-20"),
        ("1:00", "2026-11-21T01:00", "2026-11-20"),
        ("this evening", "2026-11-20T19:00", "2026-11-20"),
        ("tonight", "2026-11-21T02:30", "2026-11-20"),
        ("tonight 1:00", "2026-11-21T01:00", "2026-11-20"),
        ("3 hours ago", "2026-11-20T23:30", "2026-11-20"),
        ("yesterday", "2026-11-19T12:00", "2026-11-19"),
        ("yesterday 23:00", "2026-11-19T23:00", "2026-11-19"),
        ("yesterday 1:30", "2026-11-20T01:30", "2026-11-19"),
        ("yesterday evening", "2026-11-19T19:00", "2026-11-19"),
        ("last night", "2026-11-19T22:00", "2026-11-19"),
        ("3 days ago", "2026-11-17T12:00", "2026-11-17"),
        ("thursday", "2026-11-19T12:00", "2026-11-19"),
        ("2026-11-21 1:30", "2026-11-21T01:30", "2026-11-20"),
        ("20 nov 23:00", "2026-11-20T23:00", "2026-11-20"),
    ],
)
def test_while_a_night_is_not_over_today_is_the_evening_before(
    stride: Stride, on: str, at: str, day: str
) -> None:
    stride.ok("config", "set", "day_starts", "04:00")
    stride.at("2026-11-21T02:30:00")
    entry = stride.json("log", "shift", "31", "--on", on)["entries"][0]
    assert (entry["at"][:16], entry["day"]) == (at, day)


@pytest.mark.parametrize("day", ["yesterday", "3 days ago", "monday"])
def test_what_is_logged_on_a_day_is_listed_on_it(stride: Stride, day: str) -> None:
    for starts in ("00:00", "04:00", "12:00"):
        stride.ok("config", "set", "day_starts", starts)
        for now in ("2026-11-21T02:30:00", "2026-11-21T12:00:00", "2026-11-21T20:00:00"):
            stride.at(now)
            for hour in ("", " 1:30", " 11:30", " 23:00"):
                stride.ok("log", "shift", "31", "--on", day + hour)
                assert stride.json("list", "--since", day, "--until", day)["entries"]
                stride.ok("undo")


def test_an_edit_of_the_day_keeps_the_hour_of_a_night(stride: Stride) -> None:
    stride.ok("config", "set", "day_starts", "04:00")
    stride.at("2026-11-21T12:00:00").ok("log", "shift", "31", "--on", "2026-11-18 2:30")
    stride.ok("edit", "1", "--on", "yesterday")
    (entry,) = stride.json("show", "1")["entries"]
    assert (entry["at"][:16], entry["day"]) == ("2026-11-21T02:30", "2026-11-20")
