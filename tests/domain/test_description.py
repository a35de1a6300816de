"""An entry in a few words."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.activity import built_in_activities
from stridelog.domain.description import LONGEST_BRIEF, brief_description, description
from stridelog.domain.entry import Entry
from stridelog.domain.quantity import Notation
from stridelog.domain.units import UnitSystem

BUILT_IN = {activity.name: activity for activity in built_in_activities()}


def entry(activity: str, derived: dict[str, float] | None = None, **values: float) -> Entry:
    return Entry(
        number=1,
        uid="uid",
        activity=activity,
        at=datetime(2026, 11, 26, 8, 12, tzinfo=UTC),
        day=date(2026, 11, 26),
        measurements={name.replace("_", "-"): value for name, value in values.items()},
        derived=derived or {},
    )


RUN = entry("run", {"pace": 304.2}, distance=10_000, duration=3042, elapsed=3100, heart_rate=150)
SHIFT = entry(
    "shift", {"nps": 40.0}, duration=28_800, tickets=29, detractors=1, csat=0.92, first_reply=840
)


@pytest.mark.parametrize(
    ("made", "whole", "brief"),
    [
        (RUN, "10.00 km in 50:42 · 5:04/km · 150 bpm", "10.00 km in 50:42 · 5:04/km"),
        (entry("run", distance=5000), "5.00 km", "5.00 km"),
        (entry("run", duration=1500), "25:00", "25:00"),
        (entry("run", duration=1500, climb=20), "25:00 · climb 20 m", "25:00 · climb 20 m"),
        (entry("run"), "", ""),
        (
            SHIFT,
            "8:00:00 · 29 tickets · detractors 1 · csat 92 % · first-reply 14 min",
            "29 tickets · csat 92 %",
        ),
        (entry("shift", duration=28_800), "8:00:00", "8:00:00"),
        (entry("study", duration=5400), "1:30:00", "1:30:00"),
        (
            entry("strength", sets=5, reps=40, volume=1200),
            "5 sets · 40 reps · volume 1200.0 kg",
            "5 sets",
        ),
        (
            entry("ride", {"speed": 7.5}, distance=40_000, duration=5333, power=210),
            "40.00 km in 1:28:53 · 27.0 km/h · 210 W",
            "40.00 km in 1:28:53 · 27.0 km/h",
        ),
    ],
)
def test_what_matters_comes_first(made: Entry, whole: str, brief: str) -> None:
    activity = BUILT_IN[made.activity]
    assert description(made, activity, Notation()) == whole
    assert brief_description(made, activity, Notation()) == brief


def test_it_speaks_the_units_of_the_person() -> None:
    assert description(RUN, BUILT_IN["run"], Notation(UnitSystem.IMPERIAL)) == (
        "6.21 mi in 50:42 · 8:10/mi · 150 bpm"
    )


@given(
    st.sampled_from([a for a in BUILT_IN.values() if a.measure("distance") is None]),
    st.lists(st.floats(0, 1e4), min_size=20, max_size=20),
    st.integers(0, 2**20),
)
def test_a_brief_description_fits_into_its_row(
    activity: object, amounts: list[float], chosen: int
) -> None:
    known = BUILT_IN[getattr(activity, "name", "")]
    values = {m.name: amounts[n] for n, m in enumerate(known.loggable) if chosen >> n & 1}
    made = Entry(1, "u", known.name, RUN.at, RUN.day, values, {})
    brief = brief_description(made, known, Notation())
    assert len(brief) <= LONGEST_BRIEF
    assert bool(brief) == bool(values)
