"""Bare ``stride`` and ``stride nudge`` on the smallest screens, whatever the journal holds."""

from datetime import datetime, timedelta

import pytest

from command_line import Stride
from stridelog.domain.activity import Activity
from stridelog.domain.entry import Draft
from stridelog.domain.measure import Direction, Kind, Measure
from stridelog.domain.units import Dimension
from stridelog.store.change import Stamp
from stridelog.store.writing import open_journal

SCREEN = 24
"""Lines of the smallest screen, of which the prompt takes one."""

NOW = datetime.fromisoformat("2026-11-26T20:00:00+00:00")
"""A Thursday evening."""

TIME = Measure("time", Kind.ADDITIVE, Dimension.DURATION, Direction.HIGHER)

LONG_NAMES = [f"{'washing-up-the-dishes-of-everybody-else'[:36]}-{at:03}" for at in range(100)]

WORDS = "A note that goes on and on, as they do at the end of a long day. " * 3


@pytest.fixture
def crowded(stride: Stride) -> Stride:
    """Begin with a hundred activities of forty letters, done in the last days and years."""
    with open_journal(stride.journal, NOW).change(Stamp("log", NOW, "here")) as change:
        for name in LONG_NAMES:
            change.add_activity(Activity(name, "hobbies", (TIME,)))
        lately = [timedelta(days) for days in range(1, 7)]
        in_years = [NOW - NOW.replace(year=year) for year in range(2015, 2026)]
        drafts = [
            Draft(name, NOW - ago, {"time": 4_800.0}, note=WORDS)
            for name in LONG_NAMES
            for ago in (*lately, *in_years)
        ]
        change.add(drafts)
    return stride.at(NOW.isoformat())


def lines_on_a_screen(text: str, columns: int) -> int:
    """Count the lines that a terminal makes of a text, which it breaks where it is too long."""
    return sum(max(1, -(-len(line) // columns)) for line in text.splitlines())


@pytest.mark.parametrize("columns", [80, 60])
@pytest.mark.parametrize(
    "now",
    [
        "2026-11-26T20:00:00+00:00",  # this evening
        "2026-11-27T06:00:00+00:00",  # Friday morning
        "2026-11-30T06:00:00+00:00",  # Monday morning
        "2026-12-20T06:00:00+00:00",  # when all of it has gone quiet
        "2031-11-26T06:00:00+00:00",  # after years
    ],
)
def test_a_hundred_activities_are_one_screen(crowded: Stride, now: str, columns: int) -> None:
    crowded.monkeypatch.setenv("COLUMNS", str(columns))
    crowded.at(now)
    for text in (crowded.ok(), crowded("nudge").out):
        assert lines_on_a_screen(text, columns) < SCREEN, text
        if columns == 80:
            assert max(map(len, text.splitlines()), default=0) <= columns


def test_forty_columns_are_one_screen(stride: Stride) -> None:
    for name in ("run", "ride", "swim", "practice", "study"):
        for on in ("yesterday", "2 days ago", "a week ago", "a year ago", "5 years ago"):
            stride.ok("log", name, "1h20m", "--on", on, "--note", WORDS)
    stride.monkeypatch.setenv("COLUMNS", "40")
    text = stride.ok()
    assert max(map(len, text.splitlines())) <= 40
    assert {line.split(" ")[0] for line in text.splitlines()} >= {"streaks", "this", "2025", "2021"}
    assert lines_on_a_screen(text, 40) < SCREEN


def test_a_nudge_says_how_many_more_are_due(crowded: Stride) -> None:
    said = crowded.ok("nudge").splitlines()
    assert said[0] == f"{LONG_NAMES[0]}: 6 days in a row, one more today"
    assert said[-1] == "and 89 more"
    assert len(said) == 12
    assert len(crowded.json("nudge")["due"]) == 100


@pytest.mark.parametrize("columns", [80, 40])
@pytest.mark.parametrize(
    ("days_later", "expected"),
    [
        (0, "5.00 km in 1"),  # the first day
        (1, "5.00 km in 1"),
        (4, "last week in all"),  # the first Monday
        (400, "last entry: 26 Nov 2026"),
    ],
)
def test_the_first_days_have_something_to_say(
    stride: Stride, days_later: int, expected: str, columns: int
) -> None:
    stride.at(NOW.isoformat()).ok("log", "run", "5k", "30:00")
    stride.monkeypatch.setenv("COLUMNS", str(columns))
    stride.at((NOW + timedelta(days_later)).isoformat())
    text = stride.ok()
    assert expected in " ".join(text.split())
    assert len(text.splitlines()) < SCREEN
    assert stride("nudge").code == 1


def test_a_newcomer_on_a_narrow_screen_can_read_the_commands(stride: Stride) -> None:
    stride.monkeypatch.setenv("COLUMNS", "40")
    text = stride.ok()
    for command in ("stride log run 5k 30:00", "stride import FILE", "stride demo compare"):
        assert command in text
    assert max(map(len, text.splitlines())) <= 40
